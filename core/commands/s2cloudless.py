"""The command `s2cloudless`: its arguments, and what it prints."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..events import Reporter


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


def run(args: argparse.Namespace, reporter: Reporter) -> int:
    """Write the second opinion on every granule. Returns the exit code."""
    from ..othermasks.s2cloudless_mask import LACKS, write_second_opinion
    from ..products.product import open_product
    from ..rasters.class_raster import mask_targets

    product = open_product(args.product)
    targets = mask_targets(Path(args.out), [granule.name for granule in product.granules], "s2cloudless")
    reporter.start(products=1, granules=len(targets))
    for number, (granule, target) in enumerate(zip(product.granules, targets, strict=True)):
        began = time.monotonic()

        def on_progress(fraction: float, number: int = number) -> None:
            reporter.progress(args.product, "predict", (number + fraction) / len(targets))

        fractions = write_second_opinion(
            granule, target, resolution=args.resolution, threshold=args.threshold, on_progress=on_progress
        )
        reporter.result(
            product=args.product,
            granule=granule.name,
            mask=str(target),
            qml=str(target.with_suffix(".qml")),
            json=str(target.with_suffix(".json")),
            lacks=list(LACKS),
            resolution=args.resolution,
            fractions=fractions,
            seconds=round(time.monotonic() - began, 3),
        )
    reporter.end(1, 0)
    return 0
