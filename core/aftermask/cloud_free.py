"""Masks of several dates of a tile -> how often each pixel was seen clear, and when last; streamed by blocks."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.transform import from_origin
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window

from ..classes import NO_DATA
from ..errors import EngineError
from ..products.grid import is_upright, not_upright
from ..products.ground_size import nominal_metres
from ..rasters.mask_values import check_classes, check_maker
from ..rasters.raster_file import opened_raster, whole_file

CLEAR = 0
NEVER = 0  # no data of the date raster
TILE = 512
TIFF = {
    "driver": "GTiff",
    "count": 1,
    "tiled": True,
    "blockxsize": TILE,
    "blockysize": TILE,
    "compress": "deflate",
    "predictor": 2,
    "bigtiff": "if_safer",
}
ALIGNED = 1e-3  # part of a pixel that two grids may differ by
RESOLUTIONS = (10, 20, 30, 60)
# The first date in a compact product name is the sensing time; in older names it is the time of processing.
COMPACT_NAME = re.compile(r"^S2[A-D]_MSIL(?:1C|2A)_(\d{8})T\d{6}_.*_T(\d{2}[A-Z]{3})_")


@dataclass(frozen=True)
class DatedMask:
    """A mask file with the day it was sensed (YYYYMMDD) and its tile ("55JGF", or "" when it is not said)."""

    path: str
    day: int
    tile: str


@dataclass(frozen=True)
class CloudFree:
    """What was written: the two rasters, their resolution in metres, the days seen, the mean count of clear days."""

    count: str
    latest: str
    resolution: float
    days: tuple[int, ...]
    mean_count: float


def find_masks(paths: Sequence[str]) -> list[str]:
    """The mask files among the paths: a file is taken as it is, a folder gives every *_cloudmask*.tif below it.

    Raises EngineError "bad-raster" when a path is not there or nothing is found.
    """
    found: list[str] = []
    for path in paths:
        if Path(path).is_dir():
            found += sorted(str(file) for file in Path(path).rglob("*_cloudmask*.tif") if not file.name.startswith("."))
        elif Path(path).is_file():
            found.append(path)
        else:
            raise EngineError("bad-raster", f"{path} does not exist. Give mask files, or a folder of them.")
    if not found:
        raise EngineError("bad-raster", f"No *_cloudmask.tif is in {', '.join(paths)}. Make masks first.")
    return list(dict.fromkeys(found))


def dated_mask(path: str) -> DatedMask:
    """Read the sensing day and the tile from the tags of the mask, else from the .json beside it, else from its name.

    Raises EngineError "bad-raster" when none of them says when it was sensed, or the file is not a mask.
    """
    with opened_raster(path) as mask:
        if mask.dtypes[0] != "uint8":
            raise EngineError("bad-raster", f"{path} holds {mask.dtypes[0]}; a mask holds its classes as uint8.")
        check_maker(mask)
        facts = {name.lower(): value for name, value in mask.tags().items()}
    beside = Path(path).with_suffix(".json")
    if "sensing_time" not in facts and beside.is_file():
        try:
            facts = json.loads(beside.read_text(encoding="utf-8"))
        except ValueError as problem:
            raise EngineError("bad-raster", f"{beside} is damaged ({problem}). Make the mask again.") from problem
    sensed = re.match(r"(\d{4})-(\d{2})-(\d{2})", str(facts.get("sensing_time", "")))
    if sensed:
        return DatedMask(path, int("".join(sensed.groups())), str(facts.get("tile", "")))
    named = COMPACT_NAME.match(Path(path).name)
    if named:
        return DatedMask(path, int(named.group(1)), named.group(2))
    raise EngineError(
        "bad-raster",
        f"{path} does not say when it was sensed (tag sensing_time). Make the mask again with this program.",
    )


def cloud_free(
    masks: Sequence[DatedMask],
    out_count: str,
    out_latest: str,
    resolution: float | None = None,
    on_progress: Callable[[float], None] = lambda fraction: None,
) -> CloudFree:
    """Write the count of clear days (uint8, or uint16 beyond 254 days; no data: never seen) and the latest clear day
    (int32 YYYYMMDD; no data 0: never clear).

    Masks of one day are one observation: clear where one of them is clear and none is cloud or shadow. `resolution` in
    metres; None is the finest of the masks. Coarser or finer masks are brought to it by nearest neighbour. Raises
    EngineError "grid-mismatch" when the masks are of several tiles, differ in CRS or do not lie on one grid,
    "bad-raster" when one cannot be read, "output-folder" or "disk-full" when writing fails.
    """

    if Path(out_count).resolve() == Path(out_latest).resolve():
        raise EngineError("bad-settings", f"Both outputs are {out_count}. Choose two files.")
    _refuse_several_tiles(masks)
    inputs = [mask.path for mask in masks]
    days = sorted({mask.day for mask in masks}, reverse=True)
    count_type, unseen = (np.uint8, 255) if len(days) <= 254 else (np.uint16, 65535)
    with ExitStack() as stack:
        opened = [stack.enter_context(opened_raster(mask.path)) for mask in masks]
        grid = _union_grid(opened, resolution)
        metres = resolution or min(map(nominal_metres, opened))
        on_grid = [  # nearest neighbour
            stack.enter_context(WarpedVRT(raster, src_nodata=raster.nodata, nodata=NO_DATA, **grid))
            for raster in opened
        ]
        by_day = [[raster for mask, raster in zip(masks, on_grid, strict=True) if mask.day == day] for day in days]
        total = seen_pixels = 0
        count_part, latest_part = (
            stack.enter_context(whole_file(out_count, inputs)),
            stack.enter_context(whole_file(out_latest, inputs)),
        )
        with (
            rasterio.open(count_part, "w", dtype=count_type, nodata=unseen, **grid, **TIFF) as count_file,
            rasterio.open(latest_part, "w", dtype="int32", nodata=NEVER, **grid, **TIFF) as latest_file,
        ):
            for file, title in ((count_file, "Clear days"), (latest_file, "Latest clear day (YYYYMMDD)")):
                file.set_band_description(1, title)
                file.update_tags(days=",".join(map(str, sorted(days))), masks=len(masks))
            height = grid["height"]
            for row in range(0, height, TILE):
                window = Window(0, row, grid["width"], min(TILE, height - row))
                shape = (window.height, window.width)
                count, latest = np.zeros(shape, count_type), np.zeros(shape, np.int32)
                seen = np.zeros(shape, bool)
                for day, rasters in zip(days, by_day, strict=True):  # the latest first
                    clear, observed = _observe(rasters, window)
                    count += clear
                    seen |= observed
                    latest[clear & (latest == NEVER)] = day
                total += int(count.sum(dtype=np.int64))
                seen_pixels += int(np.count_nonzero(seen))
                count[~seen] = unseen
                count_file.write(count, 1, window=window)
                latest_file.write(latest, 1, window=window)
                on_progress((row + window.height) / height)
    return CloudFree(out_count, out_latest, metres, tuple(sorted(days)), total / max(seen_pixels, 1))


def _observe(rasters: list[rasterio.vrt.WarpedVRT], window: Window) -> tuple[np.ndarray, np.ndarray]:
    """What one day's masks say of the window: (rows, cols) bool clear, and (rows, cols) bool seen at all."""

    clear = np.zeros((window.height, window.width), bool)
    hidden = clear.copy()
    for raster in rasters:
        classes = raster.read(1, window=window)
        check_classes(classes, raster.src_dataset.name)
        clear |= classes == CLEAR
        hidden |= (classes != CLEAR) & (classes != NO_DATA)
    return clear & ~hidden, clear | hidden


def _refuse_several_tiles(masks: Sequence[DatedMask]) -> None:
    if not masks:
        raise EngineError("bad-settings", "No mask is given. Give mask files, or a folder of them.")
    tiles = sorted({mask.tile for mask in masks if mask.tile})
    if len(tiles) > 1:
        raise EngineError(
            "grid-mismatch",
            f"The masks are of several tiles ({', '.join(tiles)}). Choose one tile, or give masks of one.",
        )


def _union_grid(masks: Sequence[rasterio.DatasetReader], resolution: float | None) -> dict[str, Any]:
    """`crs`, `transform`, `width`, `height` of the union of the masks, in step with the largest of them."""

    anchor = max(
        masks, key=lambda mask: (mask.bounds.right - mask.bounds.left) * (mask.bounds.top - mask.bounds.bottom)
    )
    for mask in masks:
        if mask.crs is None or mask.crs != anchor.crs:
            raise EngineError(
                "grid-mismatch",
                f"{mask.name} is in {mask.crs or 'no CRS'} and {anchor.name} in {anchor.crs or 'no CRS'}. "
                "Give masks of one tile.",
            )
        if not is_upright(mask.transform):
            raise not_upright(mask.name)
        steps = (
            (mask.transform.c - anchor.transform.c) / min(mask.transform.a, anchor.transform.a),
            (mask.transform.f - anchor.transform.f) / min(-mask.transform.e, -anchor.transform.e),
        )
        if any(abs(step - round(step)) > ALIGNED for step in steps):
            raise EngineError(
                "grid-mismatch",
                f"The pixels of {mask.name} and {anchor.name} do not lie on one grid (shifted by part of a pixel). "
                "Give masks of one tile as this program writes them.",
            )
    finest = min(masks, key=lambda mask: mask.transform.a)
    larger = resolution / nominal_metres(finest) if resolution else 1
    wide, high = larger * finest.transform.a, -larger * finest.transform.e
    left = anchor.bounds.left - _cells(anchor.bounds.left - min(mask.bounds.left for mask in masks), wide) * wide
    top = anchor.bounds.top + _cells(max(mask.bounds.top for mask in masks) - anchor.bounds.top, high) * high
    return {
        "crs": anchor.crs,
        "transform": from_origin(left, top, wide, high),
        "width": _cells(max(mask.bounds.right for mask in masks) - left, wide),
        "height": _cells(top - min(mask.bounds.bottom for mask in masks), high),
    }


def _cells(distance: float, side: float) -> int:
    """How many cells cover the distance; a rounding error makes no cell more."""
    return math.ceil(distance / side - ALIGNED)
