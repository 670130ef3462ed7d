"""The command `search`: its arguments, and what it prints."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..events import Reporter


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of `s2cloudmask search`."""
    parser.add_argument("--catalogue", required=True, metavar="URL", help="a STAC API, such as "
                        "https://earth-search.aws.element84.com/v1")  # fmt: skip
    parser.add_argument("--bounds", type=float, nargs=4, required=True, metavar=("WEST", "SOUTH", "EAST", "NORTH"),
                        help="area in degrees; west larger than east across 180°")  # fmt: skip
    parser.add_argument("--dates", required=True, metavar="START/END", help="a day, a month, or two with / between")
    parser.add_argument("--max-cloud", type=float, metavar="PERCENT", help="by the catalogue's own figure")
    parser.add_argument("--collection", action="append", default=[], metavar="ID",
                        help="collection to look in; repeat for several [sentinel-2-l2a]")  # fmt: skip
    parser.add_argument("--most", type=int, default=100, metavar="N", help="so many scenes at most [100]")
    parser.add_argument("--json", action="store_true", help="one JSON object per scene, each on a line")


def run(args: argparse.Namespace, reporter: Reporter) -> int:
    """Print the address of each scene, which `mask` takes, also as a list (`--products-from`)."""
    from ..products.catalogue import Wanted, search

    wanted = Wanted(
        args.catalogue, tuple(args.collection) or ("sentinel-2-l2a",), tuple(args.bounds), args.dates,
        args.max_cloud, args.most,
    )  # fmt: skip
    count = 0
    for found in search(wanted):
        count += 1
        print(json.dumps({"event": "scene", **asdict(found)}) if args.json else found.address, flush=True)
    if not count:
        reporter.note("No scene fits. Widen the area, the dates or the cloud cover, or name another collection.")
    return 0
