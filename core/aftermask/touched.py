"""Which pixels of a raster each pixel of a window on another grid touches, and their combined value."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import rasterio
from rasterio.windows import Window

from ..errors import EngineError
from ..products.grid import Grid, PixelWindow

ALIGNED = 1e-3  # part of a pixel that two grids may differ by


@dataclass(frozen=True)
class Span:
    """One side of a window in pixels of another raster: `first`, `count` of those read; per pixel of the window the
    begin and end of what it touches, in that part; `within`: which of them lie wholly in the raster."""

    first: int
    count: int
    starts: np.ndarray
    stops: np.ndarray
    within: np.ndarray

    @property
    def inside(self) -> bool:
        """Whether any pixel of the window lies in the raster."""
        return bool(self.within.any())


def spans(grid: Grid, window: PixelWindow, raster: rasterio.DatasetReader) -> tuple[Span, Span]:
    """Rows and columns of a raster that a window of `grid` touches; both in one CRS."""
    there, here = raster.transform, grid.transform
    return (
        _span(window.row, window.height, here.f, here.e, there.f, there.e, raster.height),
        _span(window.col, window.width, here.c, here.a, there.c, there.a, raster.width),
    )


def _span(start: int, count: int, origin: float, step: float, other: float, other_step: float, size: int) -> Span:
    edges = (origin + np.arange(start, start + count + 1) * step - other) / other_step
    starts = np.floor(edges[:-1] + ALIGNED).astype(np.int64)
    stops = np.ceil(edges[1:] - ALIGNED).astype(np.int64)
    within = (starts >= 0) & (stops <= size)
    if not within.any():
        return Span(0, 0, starts, stops, within)
    first, stop = int(starts[within].min()), int(stops[within].max())
    # What lies beyond is not asked for: one pixel stands for it.
    starts = np.where(within, starts - first, 0)
    return Span(first, stop - first, starts, np.where(within, stops - first, 1), within)


def read_span(raster: rasterio.DatasetReader, band: int, rows: Span, cols: Span) -> np.ndarray:
    """Read the part of a band that a window touches.

    Returns
    -------
    (rows, cols)
        Of the raster's type.

    Raises
    ------
    EngineError
        `bad-raster`: it cannot be read.
    """
    try:
        return raster.read(band, window=Window(cols.first, rows.first, cols.count, rows.count))
    except rasterio.errors.RasterioError as problem:
        raise EngineError("bad-raster", f"{raster.name} cannot be read: {problem}. Make it again.") from problem


def fold(values: np.ndarray, rows: Span, cols: Span, join: np.ufunc, beyond: float) -> np.ndarray:
    """Join all pixels that a pixel of the window touches, such as to their minimum.

    Parameters
    ----------
    values : (rows, cols)
        From `read_span`.
    beyond : float
        What counts outside the raster.

    Returns
    -------
    (rows, cols)
        One value for each pixel of the window.
    """
    for axis, span in ((0, rows), (1, cols)):
        out = values.take(span.starts, axis)
        for step in range(1, int((span.stops - span.starts).max())):
            at = np.minimum(np.minimum(span.starts + step, span.stops - 1), span.count - 1)
            join(out, values.take(at, axis), out=out)
        values = out
    values[~(rows.within[:, None] & cols.within[None, :])] = beyond
    return values
