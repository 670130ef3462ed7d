"""The command `train`: its arguments, and what it prints."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..events import Reporter


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of `train`."""
    parser.add_argument("config", metavar="CONFIG", help="TOML that names sources, labels and settings")
    parser.add_argument("--out", required=True, metavar="FOLDER", help="of the run: checkpoints, curves, the network")
    parser.add_argument("--steps", type=int, metavar="N", help="batches to learn from, instead of the TOML's")
    parser.add_argument("--batch", type=int, metavar="N", help="crops a batch, instead of the TOML's")
    parser.add_argument("--crop", type=int, metavar="PX", help="side of a crop, instead of the TOML's")
    parser.add_argument("--seed", type=int, help="of all that is drawn; the same seed, the same batches")
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoint in FOLDER")
    parser.add_argument("--minutes", type=float, metavar="N", help="learn for so long, whatever the steps")
    parser.add_argument("--prepare", action="store_true", help="only read the sources into FOLDER, to learn elsewhere")
    add_device_arguments(parser)


def add_device_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments that `train` and `finetune` share."""
    parser.add_argument("--device", choices=("auto", "cpu", "cuda", "mps"), default="auto", help="where to compute")
    parser.add_argument(
        "--precision", choices=("auto", "float32", "bfloat16"), default="auto", help="[auto: bfloat16 where native]"
    )
    parser.add_argument("--threads", type=int, metavar="N", help="CPU threads of the network [all]")


def run(args: argparse.Namespace, reporter: Reporter) -> int:
    """Train; returns the exit code."""
    from ..rasters.unfinished import output_error
    from ..training.config import read_config
    from ..training.prepare import prepare, prepared
    from ..training.train import train

    path, out = Path(args.config), Path(args.out)
    changes = {"steps": args.steps, "batch": args.batch, "crop": args.crop, "seed": args.seed}
    config = read_config(path, files=False, **changes)
    if not prepared(config, out):
        config = read_config(path, **changes)
    try:
        if args.prepare:
            ready = prepare(config, path.resolve().parent, out, reporter, args.threads)
            figures = {"path": str(out), "scenes": len(ready.scenes)}
        else:
            figures = train(
                config, path.resolve().parent, out, reporter, resume=args.resume, device=args.device,
                precision=args.precision, threads=args.threads, minutes=args.minutes,
            )  # fmt: skip
    except OSError as error:
        raise output_error(error, out / config.name) from error
    reporter.result(product=args.config, **figures)
    reporter.end(1, 0)
    return 0
