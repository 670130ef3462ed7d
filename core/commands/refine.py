"""The command `refine`: its arguments, and what it prints."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..events import Reporter
    from ..masking.refinement import Refinement


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `refine`."""
    parser.add_argument("source", metavar="CONFIDENCE", help="confidence raster (mask --confidence); a mask where no "
                        "threshold is given")  # fmt: skip
    parser.add_argument("--out", required=True, metavar="MASK", help="the new mask (.tif)")
    parser.add_argument("--overwrite", action="store_true", help="replace a mask that is there")
    add_refinement(parser)


def add_refinement(parser: argparse.ArgumentParser) -> None:
    """Declare thresholds, margins, smallest object and holes."""
    for name, title in (("cloud", "thick cloud"), ("thin", "thin cloud"), ("shadow", "shadow")):
        parser.add_argument(f"--{name}-threshold", type=float, metavar="P", help=f"probability from which on a pixel "
                            f"is {title} [where it is the likeliest]")  # fmt: skip
    for name, title in (("cloud", "thick cloud"), ("thin", "thin cloud"), ("shadow", "shadow")):
        parser.add_argument(f"--{name}-margin", type=float, default=0.0, metavar="M",
                            help=f"metres around {title}")  # fmt: skip
    parser.add_argument("--smallest-object", type=float, default=0.0, metavar="M2",
                        help="square metres: smaller cloud or shadow becomes clear")  # fmt: skip
    parser.add_argument("--fill-holes", type=float, default=0.0, metavar="M2",
                        help="square metres: smaller clear gaps in cloud and shadow are filled")  # fmt: skip


def refinement(args: argparse.Namespace) -> Refinement:
    """What `add_refinement` declared. EngineError `bad-settings` for values that cannot be."""
    from ..masking.refinement import Refinement

    return Refinement(
        args.cloud_threshold, args.thin_threshold, args.shadow_threshold, args.cloud_margin, args.thin_margin,
        args.shadow_margin, args.smallest_object, args.fill_holes,
    )  # fmt: skip


def run(args: argparse.Namespace, reporter: Reporter) -> int:
    """Write the new mask; returns the exit status."""
    from ..aftermask.refine import refine

    asked = refinement(args)
    reporter.start(source=args.source)
    refine(
        args.source, args.out, asked, lambda share: reporter.progress(args.out, "write", share), args.overwrite,
        lambda result: reporter.mask(replace(result, product=args.source)), reporter.note,
    )  # fmt: skip
    reporter.end(1, 0)
    return 0
