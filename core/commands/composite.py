"""The command `composite`: its arguments, and what it prints."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ..errors import EngineError
from .mask_sources import add_source_arguments, mask_request, products_of

if TYPE_CHECKING:
    from ..events import Reporter

METHODS = ("latest", "first", "median", "medoid", "best")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `composite`."""
    add_source_arguments(parser)
    parser.add_argument("--out", required=True, metavar="FILE", help="GeoTIFF (.tif); its receipt, style and "
                        "provenance go beside it")  # fmt: skip
    parser.add_argument("--method", choices=METHODS, default="median", help="what a pixel shows of its clear dates")
    parser.add_argument("--bands", type=_bands, default=("B04", "B03", "B02"), metavar="BANDS", help="bands, in their "
                        "order [B04,B03,B02]")  # fmt: skip
    parser.add_argument("--resolution", type=int, choices=(10, 20, 30, 60), default=20, help="metres")
    parser.add_argument("--margin", type=float, default=60.0, metavar="M", help="metres around cloud and shadow that "
                        "are not clear")  # fmt: skip
    parser.add_argument("--sure", type=float, default=0.95, metavar="P", help="confidence of clear, 0 to 1, from which "
                        "on a date is taken before those less sure; 0 takes all alike [0.95]")  # fmt: skip
    parser.add_argument("--overwrite", action="store_true", help="replace an earlier output")


def _bands(text: str) -> tuple[str, ...]:
    return tuple(word.strip().upper() for word in text.split(",") if word.strip())


def run(args: argparse.Namespace, reporter: Reporter) -> int:
    """Make missing masks, then the composite; products that do not fit are reported. Returns the exit status."""
    from ..aftermask.composite import CompositeSettings, composite, fitting
    from ..aftermask.composite_files import companions
    from ..aftermask.known_masks import MASKING, gather, open_granules
    from ..aftermask.looks import PartFailed
    from ..aftermask.outputs import check_outputs

    if not args.out.lower().endswith(".tif"):
        raise EngineError("bad-settings", f"{args.out} must end with .tif: a composite is a GeoTIFF.")
    settings = CompositeSettings(
        args.method, args.bands, args.resolution, tuple(args.bounds) if args.bounds else None, args.bounds_crs,
        args.margin, args.sure,
    )  # fmt: skip
    products = products_of(args)
    check_outputs(args.out, companions(args.out), products, args.overwrite)
    masks, request = mask_request(args, args.resolution, confidence=True)
    reporter.start(products=len(products), method=args.method)
    granules, left_out = open_granules(products)
    granules, misfits = fitting(granules, settings)
    gathered = gather(granules, masks, request, reporter)
    left_out = [*left_out, *misfits, *gathered.left_out]
    for product, error in left_out:
        reporter.error(product, error.code, error.message)
    parts, made = gathered.parts, None
    while parts and made is None:
        try:
            made = composite(
                parts, args.out, settings, left_out,
                lambda share: reporter.progress(args.out, "write", MASKING + (1 - MASKING) * share),
            )  # fmt: skip
        except PartFailed as error:  # the rest goes on without it, from the start
            parts = tuple(part for part in parts if part is not error.part)
            left_out.append((error.part.granule.product_path, error))
            reporter.error(left_out[-1][0], error.code, error.message)
    if made is None:
        reporter.end(0, len(left_out))
        return 1
    reporter.result(
        product=args.out, composite=made.path, receipt=made.receipt, qml=made.qml, json=made.json,
        days=list(made.days), filled=made.filled, never_clear=made.never_clear, masks=masks,
    )  # fmt: skip
    reporter.end(1, len(left_out))
    return 1 if left_out else 0
