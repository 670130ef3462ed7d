"""The command `sample-points`: its arguments, and what it prints."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..events import Reporter


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `sample-points`."""
    parser.add_argument("mask", metavar="MASK", help="a mask of ours")
    parser.add_argument("--count", type=int, default=100, metavar="N", help="points in all [100]")
    parser.add_argument("--seed", type=int, default=0, help="of the draw; the same seed, the same points [0]")


def run(args: argparse.Namespace, reporter: Reporter) -> int:
    """Draw the points and print them. Returns the exit code."""
    from ..accuracy.sample_points import sample_points

    reporter.start(products=1, mask=args.mask)
    sample = sample_points(
        args.mask, args.count, args.seed, lambda fraction: reporter.progress(args.mask, "read", fraction)
    )
    if args.progress == "json":
        points = [{"x": point.x, "y": point.y, "stratum": point.stratum} for point in sample.points]
        reporter.result(product=args.mask, pixels=sample.pixels, seed=args.seed, points=points)
        reporter.end(1, 0)
    else:
        print("x,y,stratum")
        for point in sample.points:
            print(f"{point.x:.10g},{point.y:.10g},{point.stratum}")
    return 0
