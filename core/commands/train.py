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
    parser.add_argument("--workers", type=int, default=None, metavar="N", help="processes that make crops [auto]")
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
    from ..training.train import train

    config = read_config(Path(args.config), steps=args.steps, batch=args.batch, crop=args.crop, seed=args.seed)
    try:
        figures = train(
            config, Path(args.config).resolve().parent, Path(args.out), reporter, resume=args.resume,
            device=args.device, precision=args.precision, workers=args.workers, threads=args.threads,
        )  # fmt: skip
    except OSError as error:
        raise output_error(error, Path(args.out) / config.name) from error
    reporter.result(product=args.config, **figures)
    reporter.end(1, 0)
    return 0
