"""The grid that a mask lies on: CRS, transform and size at one resolution."""

from __future__ import annotations

from dataclasses import dataclass

from affine import Affine

from ..errors import EngineError
from .granule import Granule

RESOLUTIONS = (10, 20, 30, 60)


@dataclass(frozen=True)
class PixelWindow:
    """Part of a grid: first row and column, height and width in pixels."""

    row: int
    col: int
    height: int
    width: int

    @property
    def slices(self) -> tuple[slice, slice]:
        """Rows and columns of an array over the whole grid."""
        return slice(self.row, self.row + self.height), slice(self.col, self.col + self.width)

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.height, self.width

    def widened(self, pixels: int, grid: Grid) -> PixelWindow:
        """This window and so many pixels around it, as far as `grid` has them."""
        top, left = max(0, self.row - pixels), max(0, self.col - pixels)
        bottom = min(grid.height, self.row + self.height + pixels)
        right = min(grid.width, self.col + self.width + pixels)
        return PixelWindow(top, left, bottom - top, right - left)

    def sources(self, grid: Grid, coarse: Grid) -> PixelWindow:
        """Pixels of `coarse` that those of this window of `grid` are interpolated from; on one grid the same."""
        if coarse.shape == grid.shape:
            return self
        top, bottom = _reach(self.row, self.height, grid.height, coarse.height)
        left, right = _reach(self.col, self.width, grid.width, coarse.width)
        return PixelWindow(top, left, bottom - top, right - left)


def _reach(first: int, count: int, fine: int, coarse: int) -> tuple[int, int]:
    return max(0, first * coarse // fine - 1), min(coarse, -(-(first + count) * coarse // fine) + 1)


@dataclass(frozen=True)
class Grid:
    """Pixels of one granule at one nominal `resolution` (m): CRS, affine transform, size."""

    crs: str
    transform: Affine
    width: int
    height: int
    resolution: int

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.height, self.width

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """xmin, ymin, xmax, ymax in the grid's CRS."""
        corners = [self.transform @ (col, row) for col in (0, self.width) for row in (0, self.height)]
        xs, ys = zip(*corners, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def window(self) -> PixelWindow:
        """All of it."""
        return PixelWindow(0, 0, self.height, self.width)

    def crop(self, window: PixelWindow) -> Grid:
        """The part that `window` covers."""
        transform = self.transform @ Affine.translation(window.col, window.row)
        return Grid(self.crs, transform, window.width, window.height, self.resolution)


def is_upright(transform: Affine) -> bool:
    """Whether columns run from west to east and rows from north to south."""
    slant = max(abs(transform.b), abs(transform.d))
    return transform.a > 0 > transform.e and slant <= 1e-9 * min(transform.a, -transform.e)


def not_upright(path: str) -> EngineError:
    """What to say of a raster that lies otherwise where only an upright one can be used."""
    return EngineError(
        "grid-mismatch",
        f"{path} is turned, mirrored or south up: its rows do not run from north to south and its columns from west to "
        "east. Warp it first: gdalwarp IN.tif OUT.tif.",
    )


def product_grid(granule: Granule, resolution: int) -> Grid:
    """Grid of `granule` at 10, 20, 30 or 60 m: that of its own band files, or a division of the finest one.

    Extent and origin are the product's. EngineError `bad-settings` for another resolution.
    """
    if resolution not in RESOLUTIONS:
        raise EngineError("bad-settings", f"A resolution of {resolution} m is not possible. Choose 10, 20, 30 or 60 m.")
    for band in granule.bands.values():
        if band.resolution == resolution:
            return Grid(band.crs, band.transform, band.width, band.height, resolution)
    return divided_grid(granule, resolution)


def divided_grid(granule: Granule, resolution: int) -> Grid:
    """Grid of `granule` at any resolution in metres: a division of its finest band's."""
    finest = min(granule.bands.values(), key=lambda band: band.resolution)
    width = max(1, round(finest.width * finest.resolution / resolution))
    height = max(1, round(finest.height * finest.resolution / resolution))
    transform = finest.transform @ Affine.scale(finest.width / width, finest.height / height)
    return Grid(finest.crs, transform, width, height, resolution)
