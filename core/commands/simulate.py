"""The command `simulate`: its arguments, and what it prints."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..events import Reporter


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of `s2cloudmask simulate`."""
    from ..simulation.simulate import LAYOUTS

    parser.add_argument("folder", metavar="DIR", help="folder for the product and its truth raster")
    parser.add_argument("--size", type=int, default=1830, metavar="PX",
                        help="pixels of 10 m a side, a multiple of 6; a tile has 10980 (default 1830)")  # fmt: skip
    parser.add_argument("--seed", type=int, default=0, help="another number, another scene (default 0)")
    parser.add_argument("--baseline", default="05.11", help="processing baseline, such as 02.06 (default 05.11)")
    parser.add_argument("--level", choices=("L1C", "L2A"), default="L1C", help="processing level (default L1C)")
    parser.add_argument("--layout", choices=LAYOUTS, default="safe", help="how it is packed (default safe)")
    parser.add_argument("--granules", type=int, default=1, metavar="N", help="tiles in the product (default 1)")
    parser.add_argument("--valid-share", type=float, default=0.93, metavar="SHARE",
                        help="share of the tile inside the swath, 1 for no edge (default 0.93)")  # fmt: skip
    parser.add_argument("--cloud-share", type=float, default=0.2, metavar="SHARE",
                        help="about the share under thick cloud, 0 for a clear sky (default 0.2)")  # fmt: skip
    parser.add_argument("--time", default="20240715T105031", help="sensing time (default 20240715T105031)")


def run(args: argparse.Namespace, reporter: Reporter) -> int:
    """Write the product; returns the exit status."""
    from ..simulation.simulate import simulate

    product = simulate(
        args.folder, size=args.size, seed=args.seed, baseline=args.baseline, level=args.level, layout=args.layout,
        granules=args.granules, valid_share=args.valid_share, cloud_share=args.cloud_share, time=args.time,
    )  # fmt: skip
    reporter.result(path=str(product.path), truths=[str(truth) for truth in product.truths])
    reporter.end(1, 0)
    return 0
