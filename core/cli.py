"""The command `s2cloudmask`. Nothing heavy is imported before a command is chosen, so that --help is instant."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from types import ModuleType

from .commands.words import numbers_as_values
from .errors import EngineError, internal_sentence, lacks_memory
from .events import Reporter, make_reporter
from .system import environment, stopping
from .version import version

# Command and its help line; its add_arguments and run are in the module of the same name in `commands`.
_COMMANDS = {
    "mask": "mask products: cloud, thin cloud, cloud shadow",
    "info": "what a product is, what is missing, which models can run",
    "search": "scenes of a STAC catalogue, as addresses that mask takes",
    "models": "list, fetch, import or verify networks",
    "own-mask": "the product's own cloud mask, in the classes of this engine",
    "s2cloudless": "a second opinion: the mask of the s2cloudless package (an optional extra)",
    "compare": "compare a mask with a reference",
    "evaluate": "the CloudSEN12 protocol, on published metrics or on patches",
    "apply-mask": "set rasters to no data where a mask has chosen classes",
    "cloud-free": "count clear dates per pixel, and find the latest",
    "composite": "a cloud-free picture of many dates, with a receipt for every pixel",
    "refine": "a new mask by own thresholds and margins, without predicting again",
    "correct": "a mask corrected by strokes of a brush, which are kept as labels",
    "fields": "on which dates each polygon of a layer is clear enough to be used",
    "polygons": "the classes of a mask as polygons with their area",
    "statistics": "cloud by month and year of a folder of masks, as table and plot",
    "tile-scores": "which tiles of a mask to look at first",
    "sample-points": "random points in the classes of a mask, to label",
    "quicklook": "a picture: true colour beside the mask",
    "simulate": "write a small synthetic product",
    "serve": "a warm engine: views and masks by JSON lines on its input",
    "train": "train a UNetMobV2 on products with labels and simulated clouds",
    "finetune": "fine-tune a UNetMobV2 for your area with your labels",
}
_HIDDEN = ("mask-worker",)  # what the engine starts itself


def build_parser(command: str | None = None) -> argparse.ArgumentParser:
    """Parser of the whole command line; only the arguments of `command` are filled in (all when None)."""
    parser = argparse.ArgumentParser(
        prog="s2cloudmask", description="Cloud and cloud-shadow masks of Sentinel-2 products."
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {version()}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    if command in _HIDDEN:
        commands.add_parser(command).set_defaults(progress="json", stop_on_eof=False)
    for name, line in _COMMANDS.items():
        child = commands.add_parser(name, help=line, description=line[0].upper() + line[1:] + ".")
        if command in (None, name):
            _module(name).add_arguments(child)
            child.add_argument("--stop-on-eof", action="store_true", help=argparse.SUPPRESS)
            if not any("--progress" in action.option_strings for action in child._actions):
                child.add_argument(
                    "--progress", choices=("bar", "json", "none"), default="bar", help="how progress is shown"
                )
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 1 some failed, 2 wrong arguments, 3 nothing could run."""
    environment.leave_others_out()
    arguments = numbers_as_values(sys.argv[1:] if arguments is None else arguments)
    chosen = next((word for word in arguments if not word.startswith("-")), None)
    args = build_parser(chosen or "").parse_args(arguments)
    _prepare_output()
    stopping.watch_signals()
    if args.stop_on_eof and not getattr(_module(args.command), "READS_INPUT", False):
        stopping.watch_parent()
    reporter = make_reporter(args.progress)
    try:
        from .system import allocator, gdal_settings  # here, so that a missing package is said and not thrown

        gdal_settings.prepare()
        _require_a_folder()
        allocator.return_freed_memory()
        status = _module(args.command).run(args, reporter)
        stopping.end_if_asked()
        return status
    except EngineError as error:
        reporter.error(_subject(args), error.code, error.message)
        reporter.end(0, 1)
        return {"bad-settings": 2, "cluster": 3}.get(error.code, 1)
    except BrokenPipeError:  # the reader of our output has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        if lacks_memory(error):
            reporter.error(_subject(args), "out-of-memory", f"{args.command} needs more memory than there is.")
            reporter.end(0, 1)
            return 1
        if isinstance(error, ImportError):
            lacking = error.name or error
            _fail(reporter, args, f"The engine's environment lacks {lacking}. Repair or set up the environment.")
            return 3
        _fail(reporter, args, internal_sentence(args.command, error))
        return 1


def _require_a_folder() -> None:
    try:
        os.getcwd()
    except FileNotFoundError:
        raise EngineError(
            "bad-settings", "The folder that this command was started in is gone. Change to another one, and try again."
        ) from None


def _module(command: str) -> ModuleType:
    return importlib.import_module(f".commands.{command.replace('-', '_')}", __package__)


def _fail(reporter: Reporter, args: argparse.Namespace, sentence: str) -> None:
    reporter.error(_subject(args), "internal", sentence)
    reporter.end(0, 1)


def _subject(args: argparse.Namespace) -> str:
    """What a run-level error is about: the one input, where the command has one."""
    for name in ("product", "mask", "raster", "path"):
        value = getattr(args, name, None)
        if isinstance(value, str):
            return value
    return ""


def _prepare_output() -> None:
    """UTF-8 whatever the console's code page; a character that cannot be shown must not end a run."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
