"""`s2cloudmask mask`: its arguments, checked before any work starts."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from .errors import EngineError

if TYPE_CHECKING:
    from .events import Reporter


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of `s2cloudmask mask`."""
    parser.add_argument("products", nargs="+", metavar="PRODUCT", help="SAFE folder, zip or archive-layout folder")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--out", metavar="DIR", help="folder for the masks")
    where.add_argument("--mask-file", metavar="FILE", help="exact name of the mask (.tif), for one product")
    parser.add_argument("--resolution", type=int, choices=(10, 20, 30, 60), default=20, help="metres (default 20)")
    parser.add_argument(
        "--model",
        action="append",
        default=[],
        metavar="NAME|FILE",
        help="a name of `models list`, or a file of your own; give it again for one mask a model",
    )
    parser.add_argument("--device", choices=("auto", "cpu", "cuda", "mps"), default="auto")
    parser.add_argument("--precision", choices=("auto", "float32", "bfloat16", "float16"), default="auto")
    parser.add_argument("--patch", type=int, metavar="PX", help="side of a patch (default: the model's)")
    parser.add_argument("--overlap", type=int, metavar="PX", help="least overlap of neighbouring patches")
    parser.add_argument("--tta", type=int, choices=range(8), default=0, help="turned and mirrored views, averaged")
    parser.add_argument("--bounds", type=float, nargs=4, metavar=("XMIN", "YMIN", "XMAX", "YMAX"), help="area")
    parser.add_argument("--bounds-crs", metavar="CRS", help="CRS of the area (default: the product's)")
    parser.add_argument("--buffer", type=int, default=0, metavar="PX", help="widen cloud and shadow by so many pixels")
    parser.add_argument("--confidence", action="store_true", help="write the probabilities of the classes as well")
    parser.add_argument("--overwrite", action="store_true", help="make masks anew that are there already")


def run(args: argparse.Namespace, reporter: Reporter) -> int:
    """Mask the products; returns the exit status."""
    if args.mask_file and (len(args.products) > 1 or len(set(args.model)) > 1):
        raise EngineError("bad-settings", "--mask-file names one mask: give one product and one model, or use --out.")
    if args.mask_file and not args.mask_file.lower().endswith((".tif", ".tiff")):
        raise EngineError("bad-settings", f"{args.mask_file} must end with .tif: a mask is a GeoTIFF.")
    if args.bounds_crs and not args.bounds:
        raise EngineError("bad-settings", "--bounds-crs says nothing without --bounds.")
    from .batch import mask_products
    from .pipeline import MaskSettings

    settings = MaskSettings(
        resolution=args.resolution,
        patch=args.patch,
        overlap=args.overlap,
        tta=args.tta,
        bounds=tuple(args.bounds) if args.bounds else None,
        bounds_crs=args.bounds_crs,
        buffer=args.buffer,
        confidence=args.confidence,
        overwrite=args.overwrite,
        threads=os.cpu_count() or 2,
    )
    return mask_products(
        args.products, models=args.model, settings=settings, out=args.out, mask_file=args.mask_file,
        device=args.device, precision=args.precision, reporter=reporter,
    )  # fmt: skip
