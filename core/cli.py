"""The command `s2cloudmask`. Nothing heavy is imported before a command is chosen, so that --help is instant."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

from . import stopping
from .errors import EngineError, lacks_memory
from .events import Reporter, make_reporter
from .version import version

# Command: the module with its add_arguments and run, and its help line.
_COMMANDS = {
    "mask": ("maskcommand", "mask products: cloud, thin cloud, cloud shadow"),
    "info": ("info", "what a product is, what is missing, which models can run"),
    "models": ("networks.commands", "list, fetch, import or verify networks"),
    "own-mask": ("productmask", "the product's own cloud mask, in our classes"),
    "s2cloudless": ("second_opinion", "a second opinion: the mask of the s2cloudless package (an optional extra)"),
    "compare": ("compare", "a mask against a reference"),
    "evaluate": ("evaluate", "the CloudSEN12 protocol, on published metrics or on patches"),
    "apply-mask": ("applymask", "set rasters to no data where a mask has chosen classes"),
    "cloud-free": ("cloudfree", "count clear dates a pixel, and find the latest"),
    "tile-scores": ("tilescores", "which tiles of a mask to look at first"),
    "sample-points": ("samplepoints", "random points in the classes of a mask, to label"),
    "quicklook": ("quicklook", "a picture: true colour beside the mask"),
    "simulate": ("simulate", "write a small synthetic product"),
    "train": ("training.train", "teach a UNetMobV2 from products with labels and simulated clouds"),
    "finetune": ("training.finetune", "teach a UNetMobV2 the place you work in, from labels of yours"),
}
_HIDDEN = {"mask-worker": ("workers", "")}  # what the engine starts itself


def build_parser(command: str | None = None) -> argparse.ArgumentParser:
    """Parser of the whole command line; only the arguments of `command` are filled in (all when None)."""
    parser = argparse.ArgumentParser(
        prog="s2cloudmask", description="Cloud and cloud-shadow masks of Sentinel-2 products."
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {version()}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in _HIDDEN.keys() & {command}:
        commands.add_parser(name).set_defaults(progress="json", stop_on_eof=False)
    for name, (module, line) in _COMMANDS.items():
        child = commands.add_parser(name, help=line, description=line[0].upper() + line[1:] + ".")
        if command in (None, name):
            importlib.import_module(f".{module}", __package__).add_arguments(child)
            child.add_argument("--stop-on-eof", action="store_true", help=argparse.SUPPRESS)
            if not any("--progress" in action.option_strings for action in child._actions):
                child.add_argument("--progress", choices=("bar", "json", "none"), default="bar", help="how to tell")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 1 some failed, 2 wrong arguments, 3 nothing could run."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    chosen = next((word for word in arguments if not word.startswith("-")), None)
    args = build_parser(chosen or "").parse_args(arguments)
    _prepare_output()
    stopping.watch_signals()
    if args.stop_on_eof:
        stopping.watch_parent()
    from . import allocator, gdal

    gdal.prepare()
    allocator.return_freed_memory()
    reporter = make_reporter(args.progress)
    try:
        module = importlib.import_module(f".{(_COMMANDS | _HIDDEN)[args.command][0]}", __package__)
        return module.run(args, reporter)
    except EngineError as error:
        reporter.error(_subject(args), error.code, error.message)
        reporter.end(0, 1)
        return {"bad-settings": 2, "cluster": 3}.get(error.code, 1)
    except ImportError as error:
        _fail(
            reporter, args, f"The engine's environment lacks {error.name or error}. Repair or set up the environment."
        )
        return 3
    except BrokenPipeError:  # the reader of our output has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        if lacks_memory(error):
            reporter.error(_subject(args), "out-of-memory", f"{args.command} needs more memory than there is.")
            reporter.end(0, 1)
            return 1
        from .batch import internal_sentence

        _fail(reporter, args, internal_sentence(args.command, error))
        return 1


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
