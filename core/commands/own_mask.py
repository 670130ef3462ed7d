"""The command `own-mask`: its arguments, and what it prints."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..events import Reporter
    from ..mask_result import MaskResult


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `own-mask`."""
    from ..othermasks.own_mask import KINDS

    parser.add_argument("product", metavar="PRODUCT", help="SAFE folder, zip or archive-layout folder")
    parser.add_argument(
        "--out", required=True, metavar="FILE", help="mask to write (.tif); a folder for several granules"
    )
    parser.add_argument("--resolution", type=int, choices=(10, 20, 30, 60), default=20, help="metres (default 20)")
    parser.add_argument(
        "--kind", choices=tuple(KINDS), help="which, when the product has several [the one that tells most]"
    )
    parser.add_argument("--overwrite", action="store_true", help="overwrite an existing mask")


def run(args: argparse.Namespace, reporter: Reporter) -> int:
    """Write the own mask of every granule. Returns the exit code."""
    from ..othermasks.own_mask import write_own_mask
    from ..products.product import open_product
    from ..rasters.class_raster import mask_targets

    product = open_product(args.product)
    targets = mask_targets(Path(args.out), [granule.name for granule in product.granules], "ownmask")
    reporter.start(products=1, granules=len(targets), kind=args.kind)

    def announce(result: MaskResult) -> None:
        reporter.mask(replace(result, product=args.product))

    for number, (granule, target) in enumerate(zip(product.granules, targets, strict=True)):

        def on_progress(fraction: float, number: int = number) -> None:
            reporter.progress(args.product, "read", (number + fraction) / len(targets))

        result = write_own_mask(
            granule, target, resolution=args.resolution, kind=args.kind, on_progress=on_progress,
            overwrite=args.overwrite, announce=announce,
        )  # fmt: skip
        if args.progress != "json":
            reporter.note(f"{result.facts['model_title']}. {result.facts['note']}")
    reporter.end(1, 0)
    return 0
