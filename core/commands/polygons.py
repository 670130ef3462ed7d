"""The command `polygons`: its arguments, and what it prints."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from .apply_mask import _classes

if TYPE_CHECKING:
    from ..events import Reporter


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `polygons`."""
    parser.add_argument("mask", metavar="MASK", help="mask file")
    parser.add_argument("--out", required=True, metavar="FILE", help="GeoPackage (.gpkg), or GeoJSON (.geojson) in "
                        "WGS 84")  # fmt: skip
    parser.add_argument("--classes", type=_classes, default=(1, 2, 3), help="mask classes [1,2,3]")
    parser.add_argument("--smallest-area", type=float, default=0.0, metavar="M2", help="leave out polygons under so "
                        "many square metres")  # fmt: skip
    parser.add_argument("--simplify", type=float, default=0.0, metavar="M", help="simplify borders by so many metres; "
                        "shared ones stay shared")  # fmt: skip
    parser.add_argument("--overwrite", action="store_true", help="replace a file that is there")


def run(args: argparse.Namespace, reporter: Reporter) -> int:
    """Write the polygons; returns the exit status."""
    from ..aftermask.class_polygons import class_polygons
    from ..aftermask.outputs import check_outputs

    check_outputs(args.out, (), [args.mask], args.overwrite)
    reporter.start(mask=args.mask)
    made = class_polygons(
        args.mask, args.out, args.classes, args.smallest_area, args.simplify,
        lambda share: reporter.progress(args.out, "write", share),
    )  # fmt: skip
    reporter.result(product=args.mask, polygons=made.path, counts=made.counts, hectares=made.hectares)
    reporter.end(1, 0)
    return 0
