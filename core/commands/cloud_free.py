"""The command `cloud-free`: its arguments, and what it prints."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ..errors import EngineError

if TYPE_CHECKING:
    from ..events import Reporter


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `cloud-free`."""
    from ..aftermask.cloud_free import RESOLUTIONS

    parser.add_argument("masks", nargs="+", metavar="MASK", help="mask files of one tile, or folders of them")
    parser.add_argument("--out-count", required=True, metavar="FILE", help="GeoTIFF: number of clear days a pixel")
    parser.add_argument("--out-latest", required=True, metavar="FILE", help="GeoTIFF: latest clear day as YYYYMMDD")
    parser.add_argument("--resolution", type=int, choices=RESOLUTIONS, help="metres [the finest of the masks]")
    parser.add_argument("--tile", help="take only the masks of this tile, such as 55JGF")


def run(args: argparse.Namespace, reporter: Reporter) -> int:
    """Count the clear days; the masks are refused or done as one. Returns the exit code."""
    from ..aftermask.cloud_free import cloud_free, dated_mask, find_masks

    masks = [dated_mask(path) for path in find_masks(args.masks)]
    if args.tile:
        tile = args.tile.upper().removeprefix("T")
        masks = [mask for mask in masks if mask.tile == tile]
        if not masks:
            raise EngineError("bad-raster", f"No mask of tile {tile} is in {', '.join(args.masks)}.")
    reporter.start(masks=len(masks))
    made = cloud_free(
        masks,
        args.out_count,
        args.out_latest,
        args.resolution,
        lambda fraction: reporter.progress(args.out_count, "write", fraction),
    )
    reporter.result(
        product=args.out_count,
        count=made.count,
        latest=made.latest,
        resolution=made.resolution,
        days=list(made.days),
        mean_count=made.mean_count,
    )
    reporter.end(1, 0)
    return 0
