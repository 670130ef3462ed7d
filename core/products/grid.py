"""The grid that a mask lies on: CRS, transform and size at one resolution."""

from __future__ import annotations

from dataclasses import dataclass

from affine import Affine

from ..errors import EngineError
from .granule import Granule

RESOLUTIONS = (10, 20, 30, 60)


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
        left, top = self.transform @ (0, 0)
        right, bottom = self.transform @ (self.width, self.height)
        return min(left, right), min(top, bottom), max(left, right), max(top, bottom)

    def crop(self, row: int, col: int, height: int, width: int) -> Grid:
        """The part that begins at (`row`, `col`)."""
        return Grid(self.crs, self.transform @ Affine.translation(col, row), width, height, self.resolution)


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
