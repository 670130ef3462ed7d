"""The area of interest, in any CRS, as a window of a product's grid."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import rasterio
from rasterio.warp import transform_bounds

from ..errors import EngineError
from .grid import Grid


@dataclass(frozen=True)
class PixelWindow:
    """Part of a grid: first row and column, height and width in pixels."""

    row: int
    col: int
    height: int
    width: int

    def limit(self, footprint: np.ndarray, grid: Grid) -> np.ndarray:
        """`footprint` (any size over the extent of `grid`) with everything outside this window, and a cell, False."""
        if (self.height, self.width) == (grid.height, grid.width):
            return footprint
        rows, cols = footprint.shape
        inside = np.zeros_like(footprint)
        top = max(0, self.row * rows // grid.height - 1)
        left = max(0, self.col * cols // grid.width - 1)
        bottom = -(-(self.row + self.height) * rows // grid.height) + 1
        right = -(-(self.col + self.width) * cols // grid.width) + 1
        inside[top:bottom, left:right] = footprint[top:bottom, left:right]
        return inside


def area_window(
    grid: Grid, bounds: tuple[float, float, float, float] | None, crs: str | None, product: str
) -> PixelWindow:
    """Window of `grid` that covers `bounds` (xmin, ymin, xmax, ymax in `crs`, the grid's own when None).

    EngineError `bad-settings` for impossible bounds, `outside-product` when they do not touch the product.
    """
    if bounds is None:
        return PixelWindow(0, 0, grid.height, grid.width)
    if not all(map(math.isfinite, bounds)) or bounds[0] >= bounds[2] or bounds[1] >= bounds[3]:
        raise EngineError("bad-settings", f"The area {bounds} is not possible. Give xmin ymin xmax ymax.")
    if crs and grid.crs:
        bounds = _in_crs(bounds, crs, grid.crs)
    inverse = ~grid.transform
    corners = [inverse @ (x, y) for x in (bounds[0], bounds[2]) for y in (bounds[1], bounds[3])]
    # A hair inside, so that an edge on a pixel border does not take in the next pixel.
    left, right = min(c for c, _ in corners) + 1e-6, max(c for c, _ in corners) - 1e-6
    top, bottom = min(r for _, r in corners) + 1e-6, max(r for _, r in corners) - 1e-6
    col, row = max(0, math.floor(left)), max(0, math.floor(top))
    width, height = min(grid.width, math.ceil(right)) - col, min(grid.height, math.ceil(bottom)) - row
    if width <= 0 or height <= 0:
        raise EngineError(
            "outside-product",
            f"The area {tuple(round(value, 4) for value in bounds)} ({grid.crs}) lies outside {product}. "
            "Choose an area that touches the product.",
        )
    return PixelWindow(row, col, height, width)


def _in_crs(bounds: tuple[float, float, float, float], crs: str, wanted: str) -> tuple[float, float, float, float]:

    try:
        moved = transform_bounds(crs, wanted, *bounds, densify_pts=21)
    except (rasterio.errors.RasterioError, ValueError) as error:
        raise EngineError(
            "bad-settings", f"The area's CRS {crs!r} cannot be used ({error}). Give an EPSG code such as EPSG:4326."
        ) from error
    if not all(map(math.isfinite, moved)):
        raise EngineError(
            "outside-product", f"The area {bounds} ({crs}) has no place in {wanted}. Choose another area."
        )
    return moved
