"""Arguments that the commands after the mask share: their products, and the masks that are taken or made."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import EngineError

if TYPE_CHECKING:
    from ..runs.mask_request import MaskRequest


def add_source_arguments(parser: argparse.ArgumentParser, area: bool = True) -> None:
    """Declare the products, and where their masks are and how missing ones are made."""
    parser.add_argument("products", nargs="*", metavar="PRODUCT", help="product, as `mask` takes it; or a folder of "
                        "them")  # fmt: skip
    parser.add_argument("--products-from", metavar="FILE", help="text file with more products, one a line")
    parser.add_argument("--masks", metavar="DIR", help="folder of masks: those of these products are taken, whatever "
                        "made them, and missing ones made there [a folder beside the output]")  # fmt: skip
    parser.add_argument("--model", default="auto", metavar="NAME|FILE", help="network of the masks that are made "
                        "[auto]")  # fmt: skip
    parser.add_argument("--mask-resolution", type=int, choices=(10, 20, 30, 60), help="metres, of the masks that are "
                        "made [20, or the output's]")  # fmt: skip
    parser.add_argument("--device", choices=("auto", "cpu", "cuda", "mps"), default="auto")
    parser.add_argument("--precision", choices=("auto", "float32", "bfloat16", "float16"), default="auto")
    if not area:
        parser.set_defaults(bounds=None, bounds_crs=None)
        return
    parser.add_argument("--bounds", type=float, nargs=4, metavar=("XMIN", "YMIN", "XMAX", "YMAX"), help="area")
    parser.add_argument("--bounds-crs", metavar="CRS", help="CRS of the area [the products']")


def products_of(args: argparse.Namespace) -> list[str]:
    """The products as given, a folder of them opened. EngineError `bad-settings` when there is none."""
    from ..runs.product_list import expand, read_list

    found: list[str] = []
    for path in expand(args.products) + (read_list(args.products_from) if args.products_from else []):
        found += _inside(path) or [path]
    if not found:
        raise EngineError("bad-settings", "No product is given. Name one or more, or a list with --products-from.")
    if args.bounds_crs and not args.bounds:
        raise EngineError("bad-settings", "--bounds-crs needs --bounds.")
    return list(dict.fromkeys(found))


def _inside(path: str) -> list[str]:
    """SAFE folders, zips of them and folders in archive layout right in a folder that is no product itself."""
    folder = Path(path)
    if not folder.is_dir() or folder.suffix.upper() == ".SAFE" or (folder / "metadata.xml").is_file():
        return []
    return sorted(
        str(entry)
        for entry in folder.iterdir()
        if (entry.is_dir() and (entry.suffix.upper() == ".SAFE" or (entry / "metadata.xml").is_file()))
        or (entry.is_file() and entry.suffix.lower() == ".zip")
    )


def mask_request(args: argparse.Namespace, resolution: int, confidence: bool) -> tuple[str, MaskRequest]:
    """The folder of masks, and what is asked of those that are made: for an output of `resolution` metres."""
    from ..masking.settings import MaskSettings
    from ..runs.mask_request import MaskRequest
    from ..system.memory import cores

    out = Path(args.out)
    masks = args.masks or str(out.with_name(f"{out.stem}_masks"))
    settings = MaskSettings(
        resolution=args.mask_resolution or max(20, resolution),
        bounds=tuple(args.bounds) if args.bounds else None,
        bounds_crs=args.bounds_crs,
        confidence=confidence,
        threads=cores(),
    )
    return masks, MaskRequest((args.model,), settings, masks, None, args.device, args.precision)
