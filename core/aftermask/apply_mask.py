"""Set a raster to no data where a cloud mask says so, with a buffer in metres; streamed by strips of rows."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import rasterio
from rasterio.enums import MaskFlags
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window, transform

from ..classes import NO_DATA
from ..errors import EngineError
from ..products.ground_size import ground_pixel, smallest_ground_pixel
from ..rasters.aligned import check_laid_alike
from ..rasters.dilation import dilate
from ..rasters.mask_values import OURS, check_classes, check_maker, is_ours
from ..rasters.raster_file import opened_raster, whole_file

TILE = 256


@dataclass(frozen=True)
class ApplySettings:
    """What becomes no data: pixels of `classes` and those near them, on request also where the mask has no data."""

    classes: tuple[int, ...] = (1, 2, 3)
    buffer_metres: float = 0.0
    where_mask_is_no_data: bool = False
    no_data: float | None = None  # None: the raster's own, else the customary one of its data type

    def __post_init__(self) -> None:
        if not self.classes:
            raise EngineError("bad-settings", "No class of the mask is chosen. Choose at least one of 1, 2, 3.")
        if any(not 0 <= value < NO_DATA for value in self.classes):
            raise EngineError("bad-settings", f"Mask classes go from 0 to 254, not {self.classes}.")
        if not (math.isfinite(self.buffer_metres) and self.buffer_metres >= 0):
            raise EngineError("bad-settings", f"The buffer is {self.buffer_metres} m; give 0 or more metres.")


@dataclass(frozen=True)
class Applied:
    """What was written: the raster, its no-data value, and the share of its pixels that the mask took away.

    covered_share: the share of its pixels that the mask covers. taken_as_ours: whether the mask does not say who made
    it, so that its values were taken for our classes.
    """

    path: str
    no_data: float
    masked_share: float
    covered_share: float
    taken_as_ours: bool


def apply_mask(
    raster_path: str,
    mask_path: str,
    out: str,
    settings: ApplySettings,
    on_progress: Callable[[float], None] = lambda fraction: None,
) -> Applied:
    """Write a copy of the raster that is no data where the mask's chosen classes are.

    Every band keeps its data type, description, scale, offset and colours. The mask is laid on the raster's grid by
    nearest neighbour, so the two may differ in resolution, extent and CRS; where it does not reach it has no data.
    Memory holds a strip of rows of one band. Raises EngineError "outside-product" when the mask says nothing of any
    pixel of the raster, "bad-raster" when the raster or the mask cannot be read or laid over one another, or the mask
    holds other values than ours and only classes of ours are asked for,
    "bad-settings" for a no-data value that the data type cannot hold, "output-folder"
    or "disk-full" when writing fails.
    """

    with (
        whole_file(out, (raster_path, mask_path)) as part,
        opened_raster(raster_path) as raster,
        opened_raster(mask_path) as mask,
    ):
        by_our_classes = set(settings.classes) <= set(OURS)
        if by_our_classes:
            check_maker(mask)
        no_data = _no_data_value(raster, settings.no_data)
        stated = 0 if raster.crs else _stated_pixel(mask)
        halo_rows, halo_cols = (
            math.floor(settings.buffer_metres / side + 1e-9) for side in smallest_ground_pixel(raster, stated)
        )
        strip = TILE * max(1, math.ceil(halo_rows / TILE))
        taken = covered = 0
        with (
            _mask_on_grid(mask, raster, halo_rows, halo_cols) as mask_rows,
            rasterio.open(part, "w", **_profile(raster, no_data)) as target,
        ):
            _copy_description(raster, target)
            for row in range(0, raster.height, strip):
                rows = min(strip, raster.height - row)
                classes = mask_rows(row, rows + 2 * halo_rows)
                radii = (settings.buffer_metres / side for side in ground_pixel(raster, row + rows / 2, stated))
                if by_our_classes:
                    check_classes(classes, mask_path)
                chosen = dilate(np.isin(classes, settings.classes), *radii)
                if settings.where_mask_is_no_data:
                    chosen |= classes == NO_DATA
                inner = slice(halo_rows, halo_rows + rows), slice(halo_cols, halo_cols + raster.width)
                chosen = chosen[inner]
                covered += int(np.count_nonzero(classes[inner] != NO_DATA))
                taken += int(np.count_nonzero(chosen))
                _copy_strip(raster, target, Window(0, row, raster.width, rows), chosen, no_data)
                on_progress((row + rows) / raster.height)
        if not covered:
            raise EngineError(
                "outside-product",
                f"{mask_path} says nothing of any pixel of {raster_path}: it lies elsewhere, or holds no data there. "
                "Give the mask of this raster's place, and check the CRS of both.",
            )
        taken_as_ours = by_our_classes and not is_ours(mask)
    pixels = raster.width * raster.height
    return Applied(out, no_data, taken / pixels, covered / pixels, taken_as_ours)


def _copy_strip(raster, target, window: Window, chosen: np.ndarray, no_data: float) -> None:

    for band, flags in zip(raster.indexes, raster.mask_flag_enums, strict=True):
        values = raster.read(band, window=window)
        gone = chosen
        if MaskFlags.all_valid not in flags:  # no data of the raster's own, in whichever way it says so
            gone = chosen | (raster.read_masks(band, window=window) == 0)
        values[gone] = no_data
        target.write(values, band, window=window)


def _no_data_value(raster: rasterio.DatasetReader, asked: float | None) -> float:
    """The asked value, the raster's own, else 0 for unsigned, the lowest for signed integers, NaN for floats."""

    if len(set(raster.dtypes)) > 1:
        kinds = ", ".join(sorted(set(raster.dtypes)))
        raise EngineError("bad-raster", f"The bands of {raster.name} mix data types ({kinds}). Mask them one by one.")
    kind = np.dtype(raster.dtypes[0])
    value = asked if asked is not None else raster.nodata
    if kind.kind not in "ui":
        return math.nan if value is None else float(value)
    limits = np.iinfo(kind)
    if value is None:
        return 0 if kind.kind == "u" else int(limits.min)
    if not (math.isfinite(value) and value == int(value) and limits.min <= value <= limits.max):
        raise EngineError(
            "bad-settings",
            f"The no-data value {value:g} does not fit {raster.name}, which holds {kind} ({limits.min} to "
            f"{limits.max}). Choose another one.",
        )
    return int(value)


def _profile(raster: rasterio.DatasetReader, no_data: float) -> dict:
    """Creation options: a tiled, losslessly compressed GeoTIFF on the grid of the raster."""

    return {
        "driver": "GTiff",
        "width": raster.width,
        "height": raster.height,
        "count": raster.count,
        "dtype": raster.dtypes[0],
        "crs": raster.crs,
        "transform": raster.transform,
        "nodata": no_data,
        "tiled": True,
        "blockxsize": TILE,
        "blockysize": TILE,
        "compress": "deflate",
        "predictor": {"u": 2, "i": 2, "f": 3}.get(np.dtype(raster.dtypes[0]).kind, 1),
        "interleave": "band",
        "bigtiff": "if_safer",
    }


def _copy_description(raster: rasterio.DatasetReader, target: rasterio.io.DatasetWriter) -> None:
    """Bring over what a reader needs to make sense of the bands."""
    target.colorinterp = raster.colorinterp
    target.descriptions = raster.descriptions
    target.scales, target.offsets = raster.scales, raster.offsets
    target.units = [unit or "" for unit in raster.units]
    target.update_tags(**{name: value for name, value in raster.tags().items() if name != "AREA_OR_POINT"})
    for band in raster.indexes:
        # Statistics of the raster as it was no longer hold once pixels are taken away.
        kept = {name: value for name, value in raster.tags(band).items() if not name.startswith("STATISTICS_")}
        target.update_tags(band, **kept)
        try:
            target.write_colormap(band, raster.colormap(band))
        except ValueError:
            continue  # the band has no colour table


def _stated_pixel(mask: rasterio.DatasetReader) -> int:
    """Metres of a pixel as a mask's own tag states it; 0 where it does not."""
    stated = mask.tags().get("RESOLUTION", "")
    return int(stated) if stated.isdecimal() else 0


@contextmanager
def _mask_on_grid(mask, raster, halo_rows: int, halo_cols: int) -> Iterator[Callable[[int, int], np.ndarray]]:
    """Yield rows(first, count): the mask on the raster's grid widened by the halo, (count, cols + 2 halo) uint8.

    Row 0 lies `halo_rows` above the raster.
    """

    if mask.dtypes[0] != "uint8":
        raise EngineError("bad-raster", f"{mask.name} holds {mask.dtypes[0]}; a mask holds its classes as uint8.")
    width, height = raster.width + 2 * halo_cols, raster.height + 2 * halo_rows
    if mask.crs is None or raster.crs is None:
        check_laid_alike(mask, raster)
        yield lambda first, count: _read_beyond(mask, first - halo_rows, count, halo_cols)
        return
    grid = transform(Window(-halo_cols, -halo_rows, width, height), raster.transform)
    with WarpedVRT(
        mask, crs=raster.crs, transform=grid, width=width, height=height, src_nodata=mask.nodata, nodata=NO_DATA
    ) as warped:  # nearest neighbour
        yield lambda first, count: warped.read(1, window=Window(0, first, width, count))


def _read_beyond(mask: rasterio.DatasetReader, first: int, count: int, halo_cols: int) -> np.ndarray:
    """Rows of a mask without georeference; no data beyond its edges."""

    classes = np.full((count, mask.width + 2 * halo_cols), NO_DATA, np.uint8)
    top, bottom = max(first, 0), min(first + count, mask.height)
    inside = mask.read(1, window=Window(0, top, mask.width, bottom - top))
    if mask.nodata is not None:
        inside[inside == mask.nodata] = NO_DATA
    classes[top - first : bottom - first, halo_cols : halo_cols + mask.width] = inside
    return classes
