"""The command `finetune`: its arguments, and what it prints."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..events import Reporter


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of `finetune`."""
    from ..training.finetune_settings import FinetuneSettings
    from .train import add_device_arguments

    default = FinetuneSettings()
    parser.add_argument("products", nargs="+", metavar="PRODUCT", help="Level-1C products or stacks that were labelled")
    parser.add_argument(
        "--labels", nargs="+", required=True, metavar="FILE",
        help="points of a review (CSV), points or polygons (GeoJSON), or a raster of classes",
    )  # fmt: skip
    parser.add_argument("--name", required=True, help="of the new model, in `models list` and for --model")
    parser.add_argument("--model", default="UNetMobV2_V2", metavar="NAME|FILE", help="13-band UNetMobV2 to start from")
    parser.add_argument("--replay", nargs="+", default=[], metavar="PRODUCT", help="more products to keep its skill on")
    parser.add_argument("--field", default="class", help="column or property with the class, else `label`")
    parser.add_argument("--classes", default="ours", metavar="NAME|TOML", help="class map of label rasters")
    parser.add_argument(
        "--resolution", type=int, default=default.resolution, metavar="M", help="10, 20, 30 or 60 metres"
    )
    parser.add_argument("--steps", type=int, default=default.steps, metavar="N", help="batches to learn from")
    parser.add_argument("--batch", type=int, default=default.batch, metavar="N", help="crops a batch")
    parser.add_argument("--crop", type=int, default=default.crop, metavar="PX", help="side of a crop")
    parser.add_argument("--learning-rate", type=float, default=default.learning_rate, metavar="RATE", help="of AdamW")
    parser.add_argument("--block", type=int, default=default.block, metavar="M", help="side of the squares held out")
    parser.add_argument("--held-out", type=float, default=default.held_out, metavar="SHARE", help="of the labels")
    parser.add_argument("--seed", type=int, default=default.seed, help="of all that is drawn")
    parser.add_argument("--keep-worse", action="store_true", help="keep the model even if the held-out figures fell")
    add_device_arguments(parser)


def run(args: argparse.Namespace, reporter: Reporter) -> int:
    """Finetune and register; returns the exit code."""
    from ..training.finetune import finetune, sentence
    from ..training.finetune_settings import FinetuneSettings

    settings = FinetuneSettings(
        args.resolution, args.steps, args.batch, args.crop, args.learning_rate, args.block, args.held_out,
        seed=args.seed,
    )  # fmt: skip
    figures = finetune(
        args.products, args.labels, args.name, settings, reporter, start=args.model, replay=args.replay,
        field=args.field, classes=args.classes, device=args.device, precision=args.precision, threads=args.threads,
        keep_worse=args.keep_worse,
    )  # fmt: skip
    reporter.note(sentence(figures))
    reporter.result(product=args.products[0], **figures)
    reporter.end(1, 0)
    return 0
