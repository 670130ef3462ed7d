"""The command `quicklook`: its arguments, and what it prints."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..events import Reporter


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of `s2cloudmask quicklook`."""
    parser.add_argument("mask", metavar="MASK", help="mask file")
    parser.add_argument("--rgb", metavar="PRODUCT", help="the product it was made from, for true colour")
    parser.add_argument("--out", required=True, metavar="PNG", help="picture to write")
    parser.add_argument("--width", type=int, default=1600, metavar="PX", help="width of the picture (default 1600)")


def run(args: argparse.Namespace, reporter: Reporter) -> int:
    """Write the picture; returns the exit status."""
    from ..aftermask.quicklook import matching_granule, quicklook

    granule = matching_granule(args.mask, args.rgb) if args.rgb else None
    quicklook(args.mask, rgb=granule, out=args.out, width=args.width)
    reporter.result(product=args.mask, path=os.path.abspath(args.out))
    reporter.end(1, 0)
    return 0
