"""Warnings about a mask: pixel sizes, numbers that cannot be reflectance, lost data.

A warning, not a refusal: the user may know better. Thresholds were tried on the real chips, of which none is doubted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import rasterio
from rasterio.windows import Window

from ..system.gdal_settings import open_band
from .granule import Band, Granule
from .grid import product_grid
from .ground_size import ground_size
from .quality import mask_name, quality_of

LATTICE, SIDE = 6, 48  # windows a side that are looked at, and pixels a side of each
IMPOSSIBLE = 5.5  # reflectance; sun glint and the brightest cloud stay below 3
WRAPPED_SHARE = 0.001
LEFT_IN = (0.095, 0.125)  # darkest reflectance of a file whose offset of 0.1 was not taken off
DARKEST_SHARE = 0.002
TOO_DARK, TOO_BRIGHT = 0.03, 1.5


def doubts(granule: Granule, bands: Sequence[str], resolution: int | None = None) -> list[str]:
    """Sentences on what a user should know before trusting a mask of `granule` from `bands`.

    resolution: metres of the mask; the product's own when None.
    """
    return [
        *granule.notes,
        *_of_pixels(granule, resolution),
        *(of_numbers(granule.bands.values()) if not granule.baseline else ()),
        *_of_quality(granule, tuple(bands)),
    ]


def _of_pixels(granule: Granule, resolution: int | None) -> list[str]:
    if not granule.crs:
        return []
    resolution = resolution or 10
    grid = product_grid(granule, resolution)
    height, width = ground_size(grid.crs, grid.transform, grid.width / 2, grid.height / 2)
    size = (height * width) ** 0.5
    if 0.5 < size / resolution < 2:
        return []
    return [
        f"{granule.name}: its pixels are {size:.0f} m, not {resolution} m. The networks were trained on 10 to "
        "60 m; do not trust this mask."
    ]


def _of_quality(granule: Granule, bands: tuple[str, ...]) -> list[str]:
    quality = quality_of(granule, bands)
    name = mask_name(granule)
    notes = []
    if quality.lost_share:
        notes.append(
            f"{granule.name}: {quality.lost_share:.2%} of it lies in lost image packets ({name}) and is no data."
        )
    if quality.degraded_share:
        notes.append(
            f"{granule.name}: {quality.degraded_share:.2%} of it lies in degraded image packets ({name}); look at "
            "the mask there."
        )
    if quality.unread:
        notes.append(f"{granule.name}: {name} of {' '.join(quality.unread)} cannot be read and is left out.")
    return notes


def of_numbers(bands: Iterable[Band]) -> list[str]:
    """Sentences on numbers that cannot be reflectance, from windows spread over each band."""
    reflectance: dict[str, np.ndarray] = {}
    for band in bands:
        values = (sample(band).astype(np.float64) + band.offset) / band.quantification
        if values.size:
            reflectance[band.name] = values
    if not reflectance:
        return []
    notes = []
    wrapped = {name: float((values > IMPOSSIBLE).mean()) for name, values in reflectance.items()}
    worst = max(wrapped, key=wrapped.__getitem__)
    if wrapped[worst] > WRAPPED_SHARE:
        notes.append(
            f"{wrapped[worst]:.1%} of {worst} is above a reflectance of {IMPOSSIBLE:g}, which cannot be: negative "
            "numbers stored without a sign, or a no-data value that the file does not declare. Do not trust the mask."
        )
    rest = {name: values[values <= IMPOSSIBLE] for name, values in reflectance.items()}
    rest = {name: values for name, values in rest.items() if values.size}
    if not rest:
        return notes
    darkest = min(float(np.quantile(values, DARKEST_SHARE)) for values in rest.values())
    brightest = max(float(np.quantile(values, 1 - DARKEST_SHARE)) for values in rest.values())
    if brightest < TOO_DARK:
        notes.append(
            f"No number is above a reflectance of {TOO_DARK:g}. Integers have to be reflectance x 10000, "
            "floating-point numbers reflectance itself, or the file gives a scale. Do not trust the mask."
        )
    elif min(float(np.median(values)) for values in rest.values()) > TOO_BRIGHT:
        notes.append(
            f"Half of every band is above a reflectance of {TOO_BRIGHT:g}. Integers have to be reflectance x 10000, "
            "or the file gives a scale. Do not trust the mask."
        )
    elif LEFT_IN[0] <= darkest <= LEFT_IN[1]:
        notes.append(
            f"No band holds a reflectance below {darkest:.2f}: the offset of 0.1 of baseline 04.00 and later seems not "
            "to be taken off. Give the file the scale 0.0001 and the offset -0.1, or take 1000 off its numbers."
        )
    return notes


def sample(band: Band) -> np.ndarray:
    """Digital numbers of windows spread over a band.

    Returns
    -------
    (n,) uint16
        Those above 0; none where the band cannot be read.
    """
    found = [np.empty(0, np.uint16)]
    try:
        with open_band(band.path) as dataset:
            for row in _starts(band.height):
                for col in _starts(band.width):
                    window = Window(col, row, min(SIDE, band.width - col), min(SIDE, band.height - row))
                    found.append(dataset.read(band.index, window=window).ravel())
    except (rasterio.errors.RasterioError, OSError, ValueError):
        return found[0]
    numbers = np.concatenate(found)
    return numbers[numbers > 0]


def _starts(size: int) -> list[int]:
    if size <= LATTICE * SIDE:
        return list(range(0, size, SIDE))
    return [round(at * (size - SIDE) / (LATTICE - 1)) for at in range(LATTICE)]
