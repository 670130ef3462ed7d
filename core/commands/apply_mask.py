"""The command `apply-mask`: its arguments, and what it prints."""

from __future__ import annotations

import argparse
import math
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import EngineError

if TYPE_CHECKING:
    from ..events import Reporter


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `apply-mask`."""
    parser.add_argument("rasters", nargs="+", metavar="RASTER", help="raster to mask; any bands and data type")
    parser.add_argument("--mask", required=True, help="cloud mask, on any grid")
    parser.add_argument("--out", required=True, help="output GeoTIFF; a folder when several rasters are given")
    parser.add_argument("--classes", type=_classes, default=(1, 2, 3), help="mask classes to remove [1,2,3]")
    parser.add_argument(
        "--buffer-metres", type=float, default=0.0, metavar="M", help="and what is nearer than M metres"
    )
    parser.add_argument("--mask-no-data", action="store_true", help="and where the mask has no data")
    parser.add_argument("--no-data", type=float, metavar="VALUE", help="no-data value [the raster's own, else by type]")


def _classes(text: str) -> tuple[int, ...]:
    try:
        return tuple(sorted({int(value) for value in text.split(",")}))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a list of classes such as 1,2,3") from None


def run(args: argparse.Namespace, reporter: Reporter) -> int:
    """Mask each raster; one that fails is reported and the others are done. Returns the exit code."""
    from ..aftermask.apply_mask import ApplySettings, apply_mask
    from ..rasters.raster_file import refuse_inputs

    settings = ApplySettings(args.classes, args.buffer_metres, args.mask_no_data, args.no_data)
    outputs = _outputs(args.rasters, args.out)
    for out in outputs:
        refuse_inputs(out, (*args.rasters, args.mask))
    reporter.start(rasters=len(args.rasters), mask=args.mask)
    failed = 0
    for number, (raster, out) in enumerate(zip(args.rasters, outputs, strict=True)):

        def on_progress(fraction: float, number: int = number, raster: str = raster) -> None:
            reporter.progress(raster, "write", (number + fraction) / len(args.rasters))

        try:
            applied = apply_mask(raster, args.mask, out, settings, on_progress)
        except EngineError as problem:
            failed += 1
            reporter.error(raster, problem.code, problem.message)
        else:
            if applied.covered_share < 1:
                reporter.note(
                    f"{raster}: the mask says nothing of {1 - applied.covered_share:.1%} of it, which "
                    f"{'is no data now' if args.mask_no_data else 'stays as it was'}."
                )
            if applied.taken_as_ours:
                reporter.note(
                    f"{args.mask} does not say who made it: its values are taken for 0 clear, 1 thick cloud, 2 thin "
                    "cloud, 3 shadow. Others number them otherwise; give their values with --classes."
                )
            if not applied.masked_share:
                reporter.note(
                    f"{raster}: the mask has none of the classes to remove there, so {applied.path} is a copy."
                )
            reporter.result(
                product=raster, raster=applied.path, no_data=_plain(applied.no_data), masked_share=applied.masked_share,
                covered_share=applied.covered_share,
            )  # fmt: skip
    reporter.end(len(args.rasters) - failed, failed)
    return 1 if failed else 0


def _plain(value: float) -> float | str:
    """NaN is no JSON."""
    return "nan" if math.isnan(value) else value


def _outputs(rasters: list[str], out: str) -> list[str]:
    """One file, or a file a raster in the folder `out`, named for it."""
    if len(rasters) == 1 and not Path(out).is_dir():
        return [out]
    outputs = [str(Path(out) / f"{Path(raster).stem}_masked.tif") for raster in rasters]
    if len(set(outputs)) < len(outputs):
        raise EngineError("bad-settings", "Two rasters have the same name, so their outputs would be one file.")
    return outputs
