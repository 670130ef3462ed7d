"""The command `correct`: its arguments, and what it prints."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..events import Reporter


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `correct`."""
    parser.add_argument("mask", metavar="MASK", help="the mask to correct")
    parser.add_argument("--strokes", required=True, metavar="FILE", help="GeoJSON polygons with the property label: "
                        "clear, thick_cloud, thin_cloud or cloud_shadow; later ones lie on earlier ones")  # fmt: skip
    parser.add_argument("--out", required=True, metavar="FILE", help="the corrected mask (.tif); the strokes go beside "
                        "it as labels for finetune (.geojson)")  # fmt: skip
    parser.add_argument("--overwrite", action="store_true", help="replace a mask that is there; a corrected mask may "
                        "be corrected further in its place")  # fmt: skip


def run(args: argparse.Namespace, reporter: Reporter) -> int:
    """Write the corrected mask; returns the exit status."""
    from ..aftermask.correct import correct

    reporter.start(mask=args.mask)
    correct(
        args.mask, args.strokes, args.out, args.overwrite,
        lambda share: reporter.progress(args.mask, "write", share),
        lambda result: reporter.mask(replace(result, product=args.mask)),
    )  # fmt: skip
    reporter.end(1, 0)
    return 0
