"""The command `statistics`: its arguments, and what it prints."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from ..errors import EngineError

if TYPE_CHECKING:
    from ..events import Reporter


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `statistics`."""
    parser.add_argument("masks", nargs="+", metavar="FOLDER", help="folders of masks, or mask files")
    parser.add_argument("--out", required=True, metavar="FILE", help="table (.csv); a plot (.png) goes beside it")
    parser.add_argument("--polygons", metavar="LAYER", help="vector file: figures of each polygon [of each tile]")
    parser.add_argument("--layer", metavar="NAME", help="layer of that file, where it has several")
    parser.add_argument("--id", metavar="FIELD", help="field that names the polygons [their number in the file]")
    parser.add_argument("--overwrite", action="store_true", help="replace an earlier output")


def run(args: argparse.Namespace, reporter: Reporter) -> int:
    """Write table and plot; masks that cannot be read are reported. Returns the exit status."""
    from ..aftermask.archive_statistics import statistics
    from ..aftermask.cloud_free import dated_mask, find_masks
    from ..aftermask.outputs import check_outputs
    from ..aftermask.polygon_layer import read_polygons

    inputs = [args.polygons] if args.polygons else []
    check_outputs(args.out, [os.path.splitext(args.out)[0] + ".png"], inputs, args.overwrite)
    layer = read_polygons(args.polygons, args.layer, args.id) if args.polygons else None
    masks, failed = [], []
    paths = find_masks(args.masks)
    reporter.start(masks=len(paths))
    for path in paths:
        try:
            masks.append(dated_mask(path))
        except EngineError as error:
            failed.append((path, error))
    if not masks:
        raise failed[0][1]
    made, more = statistics(masks, args.out, layer, lambda share: reporter.progress(args.masks[0], "read", share))
    for path, problem in [*failed, *more]:
        reporter.error(path, problem.code, problem.message)
    reporter.result(product=args.out, table=made.table, plot=made.plot, masks=made.masks, places=made.places)
    reporter.end(1, len(failed) + len(more))
    return 1 if failed or more else 0
