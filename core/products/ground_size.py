"""The size of a raster's pixels on the ground, in metres, in any CRS."""

from __future__ import annotations

import math

import rasterio
from affine import Affine
from rasterio._err import CPLE_BaseError  # what PROJ says of a point, rasterio does not wrap
from rasterio.crs import CRS
from rasterio.transform import xy
from rasterio.warp import transform

from ..errors import EngineError

ASSUMED_PIXEL = 10  # metres, where a file does not say
METRES, DEGREES = (1.0, 1000.0), (1e-6, 0.01)  # pixel sizes without a CRS that are taken for metres, or degrees
METRES_A_DEGREE = 111_320.0  # of the equator (WGS 84)
NOMINAL_PIXELS, NEAR = (10, 20, 30, 60), 1.35
# A projection's own scale is left out while it stays within half a percent: UTM runs from 0.9996 to 1.001.
PROJECTION_SCALE = 0.005
SEMI_MAJOR, ECCENTRICITY2 = 6378137.0, 0.00669437999014  # WGS 84


def ground_pixel(raster: rasterio.DatasetReader, row: float, nominal: float = 0) -> tuple[float, float]:
    """Height and width in metres of a pixel in the middle of a row; `nominal` as for ground_size."""
    return ground_size(raster.crs, raster.transform, raster.width / 2, row, nominal)


def ground_size(
    crs: CRS | str | None, grid: Affine, column: float, row: float, nominal: float = 0
) -> tuple[float, float]:
    """Height and width in metres of the pixel of a grid at a place.

    nominal: metres of a pixel where no earthly CRS tells; 0: units of the grid are then taken for metres.
    EngineError `grid-mismatch` for a place that is not on the earth.
    """
    width = math.hypot(grid.a, grid.d)
    height = math.hypot(grid.b, grid.e)
    system = earthly(CRS.from_user_input(crs)) if crs else None
    if not system:
        metres = nominal / math.sqrt(height * width) if nominal else 1.0
        return height * metres, width * metres
    eastings, northings = xy(grid, [row, row + 1, row], [column, column, column + 1], offset="ul")
    try:
        here, below, beside = zip(*transform(system, "EPSG:4326", list(eastings), list(northings)), strict=True)
    except (rasterio.errors.RasterioError, CPLE_BaseError, ValueError) as error:
        raise EngineError(
            "grid-mismatch",
            f"The raster lies at ({grid.c:g}, {grid.f:g}) in {system}, which is no place on the earth. Correct its "
            "georeference, or download the product again.",
        ) from error
    measured = _ground_distance(here, below), _ground_distance(here, beside)
    if system.is_projected:
        metres = system.linear_units_factor[1]
        on_paper = height * metres, width * metres
        if all(abs(real / paper - 1) <= PROJECTION_SCALE for real, paper in zip(measured, on_paper, strict=True)):
            return on_paper
    return measured


def smallest_ground_pixel(raster: rasterio.DatasetReader, nominal: float = 0) -> tuple[float, float]:
    """The smallest height and width in metres of a pixel anywhere in the raster; `nominal` as for ground_size."""
    sizes = [ground_pixel(raster, row, nominal) for row in (0, raster.height / 2, raster.height - 1)]
    return min(height for height, _ in sizes), min(width for _, width in sizes)


def nominal_metres(raster: rasterio.DatasetReader) -> int:
    """Nominal pixel size in metres: that of the ground, 10, 20, 30 or 60 where it is near; 10 without georeference."""
    metres = _ground_metres(raster)
    for nominal in NOMINAL_PIXELS:
        if 1 / NEAR <= metres / nominal <= NEAR:  # pixels in degrees are narrower than high: 6.5 by 10 m in Vienna
            return nominal
    return max(1, round(metres))


def _ground_metres(raster: rasterio.DatasetReader) -> float:
    """Pixel size on the ground; without a CRS by its number: metres from 1 on, degrees below 0.01."""
    if earthly(raster.crs):
        height, width = ground_pixel(raster, raster.height / 2)
        return math.sqrt(height * width)
    size = math.sqrt(abs(raster.transform.determinant))
    if is_unplaced(raster.transform) or not DEGREES[0] < size < METRES[1]:
        return ASSUMED_PIXEL
    if size < DEGREES[1]:
        return size * METRES_A_DEGREE
    return size if size > METRES[0] else ASSUMED_PIXEL


def earthly(crs: CRS | None) -> CRS | None:
    """A CRS that says where on earth something is; None for none, and for a local one, which some drivers write."""
    return crs if crs and (crs.is_geographic or crs.is_projected) else None


def is_unplaced(transform: Affine) -> bool:
    """Whether a transform stands for no georeference: pixels of 1, whichever way up."""
    return abs(transform.a) == 1 and abs(transform.e) == 1 and transform.b == transform.d == 0


def _ground_distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Metres between two near points (longitude, latitude), by the ellipsoid's radii of curvature there."""
    latitude = math.radians((a[1] + b[1]) / 2)
    curvature = 1 - ECCENTRICITY2 * math.sin(latitude) ** 2
    north = math.radians(b[1] - a[1]) * SEMI_MAJOR * (1 - ECCENTRICITY2) / curvature**1.5
    east = math.radians((b[0] - a[0] + 180) % 360 - 180) * SEMI_MAJOR * math.cos(latitude) / math.sqrt(curvature)
    return math.hypot(north, east)
