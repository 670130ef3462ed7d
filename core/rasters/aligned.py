"""A raster strip by strip, and one raster on the grid of another, by nearest neighbour."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Iterator

import numpy as np
import rasterio
from rasterio._err import CPLE_BaseError
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window

from ..errors import EngineError
from ..products.grid import is_upright
from ..products.ground_size import is_unplaced


def read_rows(raster: rasterio.DatasetReader, band: int, row: int, rows: int) -> tuple[np.ndarray, np.ndarray]:
    """Read a strip of a raster.

    Returns
    -------
    values : (rows, cols)
        Of the raster's type.
    valid : (rows, cols) bool
    """

    window = Window(0, row, raster.width, rows)
    try:
        return raster.read(band, window=window), raster.read_masks(band, window=window) > 0
    except rasterio.errors.RasterioError as problem:
        raise EngineError("bad-raster", f"{raster.name} cannot be read: {problem}. Check the file.") from problem


def check_laid_alike(one: rasterio.DatasetReader, other: rasterio.DatasetReader) -> None:
    """EngineError `bad-raster` unless two rasters, of which one has no CRS, may be laid over one another row by row.

    They must have one size, and lie alike where their transforms say something. A transform without a CRS says
    enough for that: tiles all have one size, and a raster that lies south up begins with its last row.
    """
    bare = one if one.crs is None else other
    if (one.width, one.height) != (other.width, other.height):
        problem = f"{one.name} is not of the size of {other.name}"
    elif is_unplaced(one.transform) or is_unplaced(other.transform):
        turned = next((raster for raster in (one, other) if not _begins_north(raster)), None)
        problem = f"{turned.name} is turned, mirrored or south up" if turned else ""
    else:
        shift = max(map(abs, np.subtract(_corners(one), _corners(other)).ravel()))
        side = math.sqrt(abs(one.transform.determinant))
        problem = f"the transform of {one.name} is not that of {other.name}" if shift > side / 2 else ""
    if problem:
        raise EngineError(
            "bad-raster",
            f"{bare.name} has no coordinate reference system and {problem}, so one cannot be laid over the other. "
            "Assign the system first.",
        )


def _begins_north(raster: rasterio.DatasetReader) -> bool:
    return is_unplaced(raster.transform) or is_upright(raster.transform)


def _corners(raster: rasterio.DatasetReader) -> list[tuple[float, float]]:
    return [raster.transform @ corner for corner in ((0, 0), (raster.width, 0), (0, raster.height))]


@contextlib.contextmanager
def on_grid_of(
    mask: rasterio.DatasetReader, reference: rasterio.DatasetReader, band: int
) -> Iterator[Callable[[int, int], tuple[np.ndarray, np.ndarray]]]:
    """Lay the reference on the grid of the mask; without a coordinate reference system both must have one size.

    Yields
    ------
    callable
        (first row, count) to values and valid, (count, cols) each; outside the reference no pixel is valid.

    Raises
    ------
    EngineError
        `bad-raster`: one cannot be laid over the other.
    """

    same_size = (reference.width, reference.height) == (mask.width, mask.height)
    if same_size and reference.crs == mask.crs and reference.transform.almost_equals(mask.transform, 1e-6):
        yield lambda row, rows: read_rows(reference, band, row, rows)
        return
    if reference.crs is None or mask.crs is None:
        check_laid_alike(reference, mask)
        yield lambda row, rows: read_rows(reference, band, row, rows)
        return
    try:
        warped = WarpedVRT(
            reference,
            crs=mask.crs,
            transform=mask.transform,
            width=mask.width,
            height=mask.height,
            add_alpha=reference.nodata is None,  # so that what lies outside is told from a value of 0
        )
    except (CPLE_BaseError, rasterio.errors.RasterioError) as problem:
        raise EngineError(
            "bad-raster",
            f"{reference.name} cannot be laid on the grid of {mask.name}: there is no way from its coordinate "
            "reference system to that of the mask. Check both.",
        ) from problem
    with warped:
        yield lambda row, rows: read_rows(warped, band, row, rows)
