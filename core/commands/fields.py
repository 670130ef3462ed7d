"""The command `fields`: its arguments, and what it prints."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ..errors import EngineError
from .mask_sources import add_source_arguments, mask_request, products_of

if TYPE_CHECKING:
    from ..events import Reporter


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `fields`."""
    add_source_arguments(parser, area=False)
    parser.add_argument("--polygons", required=True, metavar="LAYER", help="vector file of polygons, in any CRS")
    parser.add_argument("--layer", metavar="NAME", help="layer of that file, where it has several")
    parser.add_argument("--id", metavar="FIELD", help="field that names the polygons [their number in the file]")
    parser.add_argument("--usable", type=float, default=0.9, metavar="SHARE", help="clear share from which on a date "
                        "is usable")  # fmt: skip
    parser.add_argument("--out", required=True, metavar="FILE", help="GeoPackage (.gpkg); a calendar (.html) and the "
                        "provenance (.json) go beside it")  # fmt: skip
    parser.add_argument("--overwrite", action="store_true", help="replace an earlier output")


def run(args: argparse.Namespace, reporter: Reporter) -> int:
    """Find the usable dates; products that fail are reported and the others done. Returns the exit status."""
    from ..aftermask.field_run import FieldRun, companions
    from ..aftermask.outputs import check_outputs

    if not args.out.lower().endswith(".gpkg"):
        raise EngineError("bad-settings", f"{args.out} must end with .gpkg: the output is a GeoPackage.")
    if not 0 < args.usable <= 1:
        raise EngineError("bad-settings", f"A clear share of {args.usable:g} is not possible. Choose 0.01 to 1.")
    products = products_of(args)
    check_outputs(args.out, companions(args.out), [*products, args.polygons], args.overwrite)
    masks, request = mask_request(args, 20, confidence=False)
    run = FieldRun(args.polygons, args.layer, args.id, args.usable, args.out)
    reporter.start(products=len(products), polygons=len(run.layer.ids))
    for sentence in run.layer.left_out:
        reporter.note(sentence)
    made, left_out = run.go(products, masks if args.masks else None, request, reporter)
    if made:
        reporter.result(product=args.out, **made)
    reporter.end(1 if made else 0, len(left_out))
    return 1 if left_out or not made else 0
