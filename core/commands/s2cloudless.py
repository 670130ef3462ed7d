"""The command `s2cloudless`: its arguments, and what it prints."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..events import Reporter
    from ..mask_result import MaskResult


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `s2cloudless`."""
    from ..othermasks.s2cloudless_mask import THRESHOLD

    parser.add_argument("product", metavar="PRODUCT", help="SAFE folder, zip, archive-layout folder or GeoTIFF stack")
    parser.add_argument(
        "--out", required=True, metavar="FILE", help="mask to write (.tif); a folder for several granules"
    )
    parser.add_argument("--resolution", type=int, choices=(20, 30, 60), default=60, help="metres (default 60)")
    parser.add_argument(
        "--threshold", type=float, default=THRESHOLD, help="cloud probability from which it is cloud [0.4]"
    )
    parser.add_argument("--overwrite", action="store_true", help="overwrite an existing mask")


def run(args: argparse.Namespace, reporter: Reporter) -> int:
    """Write the second opinion on every granule. Returns the exit code."""
    from ..othermasks.s2cloudless_mask import write_second_opinion
    from ..products.product import open_product
    from ..rasters.class_raster import mask_targets

    product = open_product(args.product)
    targets = mask_targets(Path(args.out), [granule.name for granule in product.granules], "s2cloudless")
    reporter.start(products=1, granules=len(targets))

    def announce(result: MaskResult) -> None:
        reporter.mask(replace(result, product=args.product))

    for number, (granule, target) in enumerate(zip(product.granules, targets, strict=True)):

        def on_progress(fraction: float, number: int = number) -> None:
            reporter.progress(args.product, "predict", (number + fraction) / len(targets))

        write_second_opinion(
            granule, target, resolution=args.resolution, threshold=args.threshold, on_progress=on_progress,
            overwrite=args.overwrite, announce=announce,
        )  # fmt: skip
    reporter.end(1, 0)
    return 0
