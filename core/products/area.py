"""The area of interest, in any CRS, as a window of a product's grid."""

from __future__ import annotations

import math
import re

import numpy as np
import rasterio
from rasterio._err import CPLE_BaseError  # what PROJ says of a point, rasterio does not wrap
from rasterio.crs import CRS
from rasterio.warp import transform

from ..errors import EngineError
from .grid import Grid, PixelWindow

Bounds = tuple[float, float, float, float]  # xmin, ymin, xmax, ymax

POINTS = 33  # a side of the lattice that is projected: an edge bends less than a pixel between two of them
_NO_PLACE = (rasterio.errors.RasterioError, CPLE_BaseError, ValueError)
TURNS = (0, -1, 1, -2, 2)  # how often round the world a map may have been dragged


def area_window(grid: Grid, bounds: Bounds | None, crs: str | None, product: str) -> PixelWindow:
    """Window of `grid` that covers `bounds` in `crs` (the grid's own when None).

    An area beyond the domain of a projection, such as the whole world, is first cut to the product's surroundings. In
    degrees xmin may exceed xmax: then the area crosses 180° (RFC 7946, 5.2). It may lie a turn round the world away.
    EngineError `bad-settings` for impossible bounds, `outside-product` when they do not touch the product.
    """
    if bounds is None:
        return PixelWindow(0, 0, grid.height, grid.width)
    turned = crs is not None and bounds[0] > bounds[2] and _system(crs).is_geographic
    if not all(map(math.isfinite, bounds)) or (bounds[0] >= bounds[2] and not turned) or bounds[1] >= bounds[3]:
        raise EngineError("bad-settings", f"The area {bounds} is not possible. Give xmin ymin xmax ymax.")
    if crs and not grid.crs:
        raise EngineError(
            "bad-settings",
            f"{product} has no CRS, so an area in {crs} has no place in it. Assign its CRS, or give no area.",
        )
    found: Bounds | None = bounds
    if crs and (turned or _system(crs) != _system(grid.crs)):
        found = _on_grid(bounds, crs, grid)
    window = _window(grid, found) if found else None
    if window is None:
        raise EngineError(
            "outside-product",
            f"The area {tuple(round(value, 4) for value in bounds)} ({crs or grid.crs or 'no CRS'}) lies outside "
            f"{product}. {_meant(grid, bounds, crs) or 'Choose an area that touches the product.'}",
        )
    return window


def _meant(grid: Grid, bounds: Bounds, crs: str | None) -> str:
    """What an area that lies elsewhere was probably meant to be: degrees without their CRS, the two axes swapped."""
    xmin, ymin, xmax, ymax = bounds
    if not grid.crs or xmin >= xmax:
        return ""
    if not crs and max(map(abs, bounds)) <= 360:
        here = _on_grid(bounds, "EPSG:4326", grid)
        return "As degrees it touches the product: give --bounds-crs EPSG:4326." if here and _window(grid, here) else ""
    swapped = ymin, xmin, ymax, xmax
    here = _on_grid(swapped, crs, grid) if crs and _system(crs) != _system(grid.crs) else swapped
    return "With x and y swapped it touches the product." if here and _window(grid, here) else ""


def _window(grid: Grid, bounds: Bounds) -> PixelWindow | None:
    """The pixels that `bounds`, in the grid's CRS, touch; None where there are none."""
    inverse = ~grid.transform
    corners = [inverse @ (x, y) for x in (bounds[0], bounds[2]) for y in (bounds[1], bounds[3])]
    # A hair inside, so that an edge on a pixel border does not take in the next pixel.
    left, right = min(c for c, _ in corners) + 1e-6, max(c for c, _ in corners) - 1e-6
    top, bottom = min(r for _, r in corners) + 1e-6, max(r for _, r in corners) - 1e-6
    col, row = max(0, math.floor(left)), max(0, math.floor(top))
    width, height = min(grid.width, math.ceil(right)) - col, min(grid.height, math.ceil(bottom)) - row
    return PixelWindow(row, col, height, width) if width > 0 and height > 0 else None


def _on_grid(bounds: Bounds, crs: str, grid: Grid) -> Bounds | None:
    """`bounds` in the CRS of `grid`, cut to the surroundings of the grid; None where the two do not touch."""
    system, period = _system(crs), _period(crs)
    xmin, ymin, xmax, ymax = bounds
    if xmin > xmax:
        xmax += period
    rows, cols = np.meshgrid(np.linspace(0, grid.height, POINTS), np.linspace(0, grid.width, POINTS), indexing="ij")
    at = grid.transform
    eastings, northings = at.a * cols + at.b * rows + at.c, at.d * cols + at.e * rows + at.f
    xs, ys = _projected(grid.crs, system, eastings.ravel(), northings.ravel())
    if not xs.size:
        return None
    if period:  # a product on the edge of the map lies in one piece, whichever side its corners are drawn on
        xs = xs[0] + (xs - xs[0] + period / 2) % period - period / 2
    # A little more than the product, so that an area that holds it whole holds its last pixel.
    margin_x, margin_y = (0.05 * (values.max() - values.min()) + 1e-9 for values in (xs, ys))
    around = xs.min() - margin_x, ys.min() - margin_y, xs.max() + margin_x, ys.max() + margin_y
    pieces = []
    for turn in TURNS if period else (0,):
        left, right = max(xmin + turn * period, around[0]), min(xmax + turn * period, around[2])
        bottom, top = max(ymin, around[1]), min(ymax, around[3])
        if left < right and bottom < top:
            across, up = np.meshgrid(np.linspace(left, right, POINTS), np.linspace(bottom, top, POINTS))
            pieces.append(_projected(system, grid.crs, across.ravel(), up.ravel()))
    eastings = np.concatenate([piece[0] for piece in pieces]) if pieces else np.empty(0)
    northings = np.concatenate([piece[1] for piece in pieces]) if pieces else np.empty(0)
    if not eastings.size:
        return None
    return float(eastings.min()), float(northings.min()), float(eastings.max()), float(northings.max())


def _projected(source: CRS | str, target: CRS | str, xs: np.ndarray, ys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Points transformed to another CRS, without those outside its domain."""
    try:
        moved = transform(source, target, xs.tolist(), ys.tolist())
    except _NO_PLACE:
        points = [_one(source, target, x, y) for x, y in zip(xs.tolist(), ys.tolist(), strict=True)]
        moved = [x for x, _ in points], [y for _, y in points]
    east, north = np.array(moved[0]), np.array(moved[1])
    finite = np.isfinite(east) & np.isfinite(north)
    return east[finite], north[finite]


def _one(source: CRS | str, target: CRS | str, x: float, y: float) -> tuple[float, float]:
    try:
        (east,), (north,) = transform(source, target, [x], [y])
    except _NO_PLACE:
        return math.nan, math.nan
    return east, north


def _system(crs: str) -> CRS:
    try:
        return CRS.from_user_input(f"EPSG:{crs}" if re.fullmatch(r"\d{4,6}", crs.strip()) else crs)
    except (rasterio.errors.RasterioError, ValueError) as error:
        raise EngineError(
            "bad-settings", f"The area's CRS {crs!r} cannot be used ({error}). Give an EPSG code such as EPSG:4326."
        ) from error


def _period(crs: str) -> float:
    """The width of the world where a map in `crs` can be dragged round it: degrees, cylinders such as Mercator's."""
    system = _system(crs)
    if system.is_geographic:
        return 360.0 / system.units_factor[1] * math.pi / 180  # some count in grads
    name = system.to_wkt().lower()
    if (
        "transverse" in name
        or "oblique" in name
        or not any(kind in name for kind in ("mercator", "equirectangular", "cylindrical", "plate_carree"))
    ):
        return 0.0
    xs, _ = _projected(CRS.from_epsg(4326), system, np.array([-45.0, 45.0]), np.array([0.0, 0.0]))
    return 4 * abs(float(xs[1] - xs[0])) if xs.size == 2 else 0.0
