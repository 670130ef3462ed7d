"""Warnings about a mask: pixel sizes, numbers that cannot be reflectance, lost data.

A warning, not a refusal: the user may know better. Thresholds were tried on the real chips, of which none is doubted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import rasterio
from rasterio.windows import Window

from ..system.gdal_settings import open_band
from .granule import Band, Granule
from .grid import product_grid
from .ground_size import ground_size
from .metadata import DEFAULT_QUANTIFICATION, OFFSET_SINCE_04, OFFSETS_SINCE, is_own_processing
from .quality import mask_name, quality_of

LATTICE, SIDE = 6, 48  # windows a side that are looked at, and pixels a side of each
THUMBNAIL = 300  # pixels a side of a band read small, or more
IMPOSSIBLE = 5.5  # reflectance; sun glint and the brightest cloud stay below 3
WRAPPED_SHARE = 0.001
LEFT_IN = (0.095, 0.125)  # darkest reflectance of a file whose offset of 0.1 was not taken off
DARKEST_SHARE = 0.002
TOO_DARK, TOO_BRIGHT = 0.03, 1.5
# Ground whose near infrared is above its blue is no water, and some of it is above this.
DARKEST_LAND, NEAR_INFRARED = 0.1, ("B8A", "B08", "B07")
# What the air alone reflects (Rayleigh, from 5000 m above the sea on) is above these medians in Level-1C.
AIR = {"B01": 0.04, "B02": 0.03}
LEAST = -0.1  # reflectance; what is below it is no data (VRT_OFFSET of band_stack.py)
LOST_SHARE, MOST_FILLS = 0.01, 2  # of numbers below that; so few different ones are fill that the file does not declare
_UNCLIPPED = 'dataType="UInt16"', 'dataType="Float64"'  # makes a VRT of validity.py give its numbers as they are
_AFAR = re.compile(r"/vsi(curl|s3|gs|az)/")
_SCALES = (
    "Integers have to be reflectance x 10000, floating-point numbers reflectance itself, or the file gives a scale."
)


def doubts(granule: Granule, bands: Sequence[str], resolution: int | None = None) -> list[str]:
    """Sentences on what a user should know before trusting a mask of `granule` from `bands`.

    resolution: metres of the mask; the product's own when None.
    """
    return [
        *granule.notes,
        *_of_pixels(granule, resolution),
        *(() if granule.baseline else _of_negative(granule)),
        *(of_numbers(granule) if not granule.baseline or (is_converted(granule) and not _is_far(granule)) else ()),
        *_of_radiometry(granule),
        *_of_quality(granule, tuple(bands)),
    ]


def is_converted(granule: Granule) -> bool:
    """Whether someone made GeoTIFFs of a product's bands, which may hold anything."""
    paths = [band.path for band in granule.bands.values()]
    return all(path.startswith("<VRTDataset") or path.lower().endswith((".tif", ".tiff")) for path in paths)


def _is_far(granule: Granule) -> bool:
    return any(_AFAR.search(band.path) for band in granule.bands.values())


def _of_radiometry(granule: Granule) -> list[str]:
    """A sentence where metadata state another quantification or offset than every product of the baseline has.

    Someone changed them or the bands; where the numbers told which, a note of the granule says so already.
    """
    if not granule.baseline or is_own_processing(granule.baseline) or granule.offset_by_numbers:
        return []
    usual = DEFAULT_QUANTIFICATION, OFFSET_SINCE_04 if granule.baseline >= OFFSETS_SINCE else 0.0
    for band in granule.bands.values():
        found = band.quantification, band.offset
        if found != usual:
            return [
                f"{granule.name}: its metadata state a quantification of {found[0]:g} and an offset of {found[1]:g} "
                f"for {band.name}, where baseline {granule.baseline} has {usual[0]:g} and {usual[1]:g}. Unless its "
                "bands were changed likewise, do not trust the mask: download the product again."
            ]
    return []


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


def of_numbers(granule: Granule) -> list[str]:
    """Sentences on numbers that cannot be reflectance, from windows spread over each band."""
    reflectance: dict[str, np.ndarray] = {}
    for band in granule.bands.values():
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
    medians = {name: float(np.median(values)) for name, values in rest.items()}
    brightest = max(medians, key=medians.__getitem__)
    if why := _why_too_dark(granule.level, rest, medians):
        notes.append(f"{why}. {_SCALES} Do not trust the mask.")
    elif medians[brightest] > TOO_BRIGHT:
        notes.append(f"Half of {brightest} is above a reflectance of {TOO_BRIGHT:g}. {_SCALES} Do not trust the mask.")
    elif not granule.baseline and LEFT_IN[0] <= darkest <= LEFT_IN[1]:
        notes.append(
            f"No band holds a reflectance below {darkest:.2f}: the offset of 0.1 of baseline 04.00 and later seems not "
            "to be taken off. Give the file the scale 0.0001 and the offset -0.1, or take 1000 off its numbers."
        )
    return notes


def _why_too_dark(level: str, reflectance: dict[str, np.ndarray], medians: dict[str, float]) -> str:
    """Why the numbers of some bands are too low for reflectance; empty where they are not."""
    brightest = max(float(np.quantile(values, 1 - DARKEST_SHARE)) for values in reflectance.values())
    if brightest < TOO_DARK:
        return f"No number is above a reflectance of {TOO_DARK:g}"
    infrared = next((medians[name] for name in NEAR_INFRARED if name in medians), 0.0)
    if brightest < DARKEST_LAND and infrared > medians.get("B02", infrared):
        return f"No number is above a reflectance of {DARKEST_LAND:g}, though this is land"
    if level != "L1C":
        return ""
    for name, least in AIR.items():
        if medians.get(name, least) < least:
            return (
                f"Half of {name} is below a reflectance of {least:g}, less than the air alone reflects in Level-1C: it "
                "is Level-2A, or of another scale, or its offset was taken off twice"
            )
    return ""


def _of_negative(granule: Granule) -> list[str]:
    """A sentence on numbers too far below 0 for reflectance, which become no data; one number is a fill value."""
    worst, share = "", LOST_SHARE
    for band in granule.bands.values():
        if not band.path.startswith("<VRTDataset"):
            continue
        numbers = _sampled(replace(band, path=band.path.replace(*_UNCLIPPED)))
        numbers = numbers[np.isfinite(numbers) & (numbers != 0)]
        low = numbers[(numbers + band.offset) / band.quantification < LEAST]
        if low.size > share * numbers.size and np.unique(low).size > MOST_FILLS:
            worst, share = band.name, low.size / numbers.size
    if not worst:
        return []
    return [
        f"{share:.1%} of {worst} is below a reflectance of {LEAST:g}, which cannot be, and becomes no data. {_SCALES} "
        "Do not trust the mask."
    ]


def sample(band: Band) -> np.ndarray:
    """Digital numbers of windows spread over a band.

    Returns
    -------
    (n,) uint16
        Those above 0; none where the band cannot be read.
    """
    numbers = _sampled(band)
    return numbers[numbers > 0]


def thumbnail(band: Band) -> np.ndarray:
    """Digital numbers of a band read small, by a lower level of its file.

    Returns
    -------
    (n,) uint16
        None where the band cannot be read, or lies under an address, where it takes long.
    """
    if _AFAR.search(band.path):
        return np.empty(0, np.uint16)
    step = max(1, min(band.height, band.width) // THUMBNAIL)
    try:
        with open_band(band.path) as dataset:
            return dataset.read(band.index, out_shape=(band.height // step, band.width // step)).ravel()
    except (rasterio.errors.RasterioError, OSError, ValueError):
        return np.empty(0, np.uint16)


def _sampled(band: Band) -> np.ndarray:
    """Numbers from windows spread over a band, (n,) of the band's data type; empty if it cannot be read."""
    found = [np.empty(0, np.uint16)]
    try:
        with open_band(band.path) as dataset:
            for row in _starts(band.height):
                for col in _starts(band.width):
                    window = Window(col, row, min(SIDE, band.width - col), min(SIDE, band.height - row))
                    found.append(dataset.read(band.index, window=window).ravel())
    except (rasterio.errors.RasterioError, OSError, ValueError):
        return found[0]
    return np.concatenate(found)


def _starts(size: int) -> list[int]:
    if size <= LATTICE * SIDE:
        return list(range(0, size, SIDE))
    return [round(at * (size - SIDE) / (LATTICE - 1)) for at in range(LATTICE)]
