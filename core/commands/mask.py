"""`s2cloudmask mask`: its arguments, checked before any work starts."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ..errors import EngineError
from ..limits import DEFAULT_RESOLUTION, MOST_VIEWS, RESOLUTIONS
from .refine import add_refinement, refinement

if TYPE_CHECKING:
    from ..events import Reporter
    from ..runs.mask_request import MaskRequest


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of `s2cloudmask mask`."""
    parser.add_argument("products", nargs="*", metavar="PRODUCT",
                        help="SAFE folder, zip, archive-layout folder, EOPF Zarr, GeoTIFF stack or STAC item; or its "
                        "address: s3://, gs://, az://, https://, /vsis3/ …")  # fmt: skip
    parser.add_argument("--products-from", metavar="FILE", help="text file with more products, one per line")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--out", metavar="DIR", help="folder for the masks, or its address: s3://, gs://, az://")
    where.add_argument("--mask-file", metavar="FILE", help="exact name of the mask (.tif), for one product")
    parser.add_argument(
        "--resolution", type=int, choices=RESOLUTIONS, default=DEFAULT_RESOLUTION, help="metres (default 20)"
    )
    parser.add_argument(
        "--model",
        action="append",
        default=[],
        metavar="NAME|FILE",
        help="a name of `models list`, or a file of your own; repeat for one mask per model",
    )
    parser.add_argument("--device", choices=("auto", "cpu", "cuda", "mps"), default="auto")
    parser.add_argument("--precision", choices=("auto", "float32", "bfloat16", "float16"), default="auto")
    parser.add_argument("--patch", type=int, metavar="PX", help="largest side of a patch (default: the model's or 672)")
    parser.add_argument("--overlap", type=int, metavar="PX", help="least overlap of neighbouring patches")
    parser.add_argument(
        "--tta", type=int, choices=range(MOST_VIEWS + 1), default=0, help="turned and mirrored views, averaged"
    )
    parser.add_argument("--bounds", type=float, nargs=4, metavar=("XMIN", "YMIN", "XMAX", "YMAX"), help="area")
    parser.add_argument("--bounds-crs", metavar="CRS", help="CRS of the area (default: the product's)")
    parser.add_argument("--buffer", type=int, default=0, metavar="PX", help="widen cloud and shadow by so many pixels")
    add_refinement(parser)
    parser.add_argument("--confidence", action="store_true", help="write the probabilities of the classes as well")
    parser.add_argument("--confidence-file", metavar="FILE", help="exact name of that raster (.tif), with --mask-file")
    parser.add_argument("--overwrite", action="store_true", help="overwrite existing masks")
    parser.add_argument("--previews", metavar="DIR", help="put rough masks of what is at work into this folder, and "
                        "tell of them by events, for a program that shows them")  # fmt: skip
    scale = parser.add_mutually_exclusive_group()
    scale.add_argument(
        "--workers",
        type=_count,
        default=1,
        metavar="N",
        help="products side by side, as far as memory carries (default 1)",
    )
    scale.add_argument("--dask", metavar="ADDRESS", help="mask on a Dask cluster, such as tcp://host:8786")


def requested(args: argparse.Namespace) -> tuple[list[str], MaskRequest]:
    """The products, and what is asked of them. EngineError `bad-settings`."""
    from ..runs.product_list import expand, read_list

    products = expand(args.products) + (read_list(args.products_from) if args.products_from else [])
    if not products:
        raise EngineError("bad-settings", "No product is given. Name one or more, or a list with --products-from.")
    if args.mask_file and (len(products) > 1 or len(set(args.model)) > 1):
        raise EngineError("bad-settings", "--mask-file names one mask: give one product and one model, or use --out.")
    if args.mask_file and not args.mask_file.lower().endswith((".tif", ".tiff")):
        raise EngineError("bad-settings", f"{args.mask_file} must end with .tif: a mask is a GeoTIFF.")
    if args.confidence_file:
        _check_confidence_file(args)
    if args.bounds_crs and not args.bounds:
        raise EngineError("bad-settings", "--bounds-crs needs --bounds.")
    from ..masking.settings import MaskSettings
    from ..runs.mask_request import MaskRequest
    from ..system.memory import cores

    settings = MaskSettings(
        resolution=args.resolution,
        patch=args.patch,
        overlap=args.overlap,
        tta=args.tta,
        bounds=tuple(args.bounds) if args.bounds else None,
        bounds_crs=args.bounds_crs,
        buffer=args.buffer,
        confidence=args.confidence or bool(args.confidence_file),
        overwrite=args.overwrite,
        threads=cores(),
        refinement=refinement(args),
    )
    return products, MaskRequest(
        tuple(args.model), settings, args.out, args.mask_file, args.device, args.precision,
        confidence_file=args.confidence_file,
    )  # fmt: skip


def run(args: argparse.Namespace, reporter: Reporter) -> int:
    """Mask the products; returns the exit status."""
    from ..rasters.passing import PassingRasters

    products, request = requested(args)
    if args.dask:
        from ..runs.cluster import mask_on_cluster

        return mask_on_cluster(products, request, args.dask, reporter)
    if args.workers > 1 and len(set(products)) > 1:
        from ..runs.workers import mask_with_workers

        return mask_with_workers(products, request, args.workers, reporter)
    return request.mask(products, reporter, previews=PassingRasters(args.previews) if args.previews else None)


def _check_confidence_file(args: argparse.Namespace) -> None:
    """EngineError `bad-settings` where the confidence cannot have the name that is asked for."""
    from ..products.address import is_address

    if not args.mask_file:
        raise EngineError("bad-settings", "--confidence-file needs --mask-file. Use --confidence.")
    if not args.confidence_file.lower().endswith((".tif", ".tiff")):
        raise EngineError("bad-settings", f"{args.confidence_file} must end with .tif: it is a GeoTIFF.")
    if is_address(args.mask_file) or is_address(args.confidence_file):
        raise EngineError("bad-settings", "--confidence-file takes a file of this machine, as --mask-file then must. "
                          "For an address use --confidence.")  # fmt: skip


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise argparse.ArgumentTypeError("there must be at least one")
    return count
