"""The command `tile-scores`: its arguments, and what it prints."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ..errors import EngineError

if TYPE_CHECKING:
    from ..events import Reporter


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `tile-scores`."""
    parser.add_argument("mask", metavar="MASK", help="a mask of ours")
    by = parser.add_mutually_exclusive_group()
    by.add_argument("--confidence", metavar="FILE", help="its confidence raster: the most uncertain tiles first")
    by.add_argument("--other", metavar="MASK", help="another mask of the place: the tiles that differ most first")
    parser.add_argument("--tile", type=int, metavar="PX", help="side of a tile (default: 256, less in a small mask)")


def run(args: argparse.Namespace, reporter: Reporter) -> int:
    """Score the tiles and print them, the first ones first. Returns the exit code."""
    from ..accuracy.tile_scores import score_tiles

    if args.tile is not None and args.tile < 1:
        raise EngineError("bad-settings", f"A tile of {args.tile} pixels is too small. Give 1 or more.")
    reporter.start(products=1, mask=args.mask)
    scores = score_tiles(
        args.mask,
        confidence=args.confidence,
        other=args.other,
        side=args.tile,
        on_progress=lambda fraction: reporter.progress(args.mask, "read", fraction),
    )
    if args.progress == "json":
        tiles = [
            {
                "row": tile.row, "column": tile.column, "bounds": list(tile.bounds), "score": round(tile.score, 5),
                "valid": round(tile.valid, 4),
            }
            for tile in scores.tiles
        ]  # fmt: skip
        reporter.result(product=args.mask, kind=scores.kind, side=scores.side, tiles=tiles)
        reporter.end(1, 0)
    else:
        print(f"row  column  {scores.kind}")
        for tile in scores.tiles:
            print(f"{tile.row:3}  {tile.column:6}  {tile.score:.1%}")
    return 0
