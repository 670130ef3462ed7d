"""A second opinion on a product: the s2cloudless package (an optional extra) as a mask in our classes."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import numpy as np

from ..classes import NO_DATA
from ..errors import EngineError, lacks_memory
from ..mask_result import MaskResult
from ..products.granule import Granule
from ..products.grid import Grid, PixelWindow, product_grid
from ..products.reader import Reader, to_reflectance
from ..rasters.class_raster import product_facts, write_classes

# Inputs of the classifier in its order (s2cloudless, README), all as TOA reflectance.
BANDS = ("B01", "B02", "B04", "B05", "B08", "B8A", "B09", "B10", "B11", "B12")
THRESHOLD = 0.4
# Radii in metres of the disks that smooth and widen: 22 and 11 pixels of 10 m, 4 and 2 of 60 m, as its authors use.
AVERAGE_METRES, DILATION_METRES = 220, 110
STRIP = 256
TITLES = {0: "Clear, or cloud shadow", 1: "Cloud"}
LACKS = ("thin_cloud", "cloud_shadow")
LICENCE = "s2cloudless: CC BY-SA 4.0, Sinergise"


def write_second_opinion(
    granule: Granule,
    target: Path,
    *,
    resolution: int = 60,
    threshold: float = THRESHOLD,
    on_progress: Callable[[float], None] = lambda fraction: None,
    overwrite: bool = False,
    announce: Callable[[MaskResult], None] = lambda result: None,
) -> MaskResult:
    """Write the mask of s2cloudless for one granule as a mask file of ours; `announce` tells of it.

    Cloud is 1; thin cloud and shadow are not told apart. No data is where one of its bands below 1 µm has none.
    Raises EngineError: "missing-model" when the package is not installed, "missing-band" or "wrong-level" (needs B10).
    """

    granule.require(BANDS)
    if not 0 < threshold < 1:
        raise EngineError("bad-settings", f"A threshold of {threshold:g} is not possible. Give one between 0 and 1.")
    detector, version = _detector(resolution, threshold)
    grid = product_grid(granule, resolution)
    classes = _classify(granule, grid, detector, lambda fraction: on_progress(0.95 * fraction))
    facts = {
        **product_facts(granule),
        "model": f"s2cloudless {version}",
        "model_title": "s2cloudless",
        "licence": LICENCE,
        "resolution": resolution,
        "threshold": threshold,
        "average_over": detector.average_over,
        "dilation_size": detector.dilation_size,
        "lacks": list(LACKS),
        "note": "s2cloudless tells cloud from clear; it has no class of thin cloud and none of shadow.",
    }
    rows = (classes[row : row + STRIP] for row in range(0, grid.height, STRIP))
    return write_classes(
        target, grid, rows, facts, TITLES, lambda fraction: on_progress(0.95 + 0.05 * fraction),
        granule=granule, overwrite=overwrite, announce=announce,
    )  # fmt: skip


def _detector(resolution: int, threshold: float):
    """The package's detector with disks of fixed size on the ground, and its version."""

    try:
        from s2cloudless import S2PixelCloudDetector
    except ImportError as problem:
        if lacks_memory(problem):
            raise MemoryError from problem
        raise EngineError(
            "missing-model",
            f"The package s2cloudless is not in the engine's environment ({problem.name or problem}). "
            "Install it there: pip install s2cloudless.",
        ) from problem
    average, dilation = (max(1, round(metres / resolution)) for metres in (AVERAGE_METRES, DILATION_METRES))
    detector = S2PixelCloudDetector(threshold=threshold, average_over=average, dilation_size=dilation, all_bands=False)
    return detector, version("s2cloudless")


def _classify(granule: Granule, grid: Grid, detector, on_progress: Callable[[float], None]) -> np.ndarray:
    """(rows, cols) uint8: 0 clear, 1 cloud, 255 no data. Probabilities come by strips; the disks need them whole."""

    probability = np.zeros((grid.height, grid.width), np.float32)
    valid = np.zeros(probability.shape, bool)
    with Reader(granule, BANDS, grid) as reader:
        for row in range(0, grid.height, STRIP):
            rows = slice(row, min(row + STRIP, grid.height))
            height = rows.stop - row
            raw, valid[rows] = reader.read_valid(PixelWindow(row, 0, height, grid.width))
            reflectance = to_reflectance(raw, reader.bands)
            if valid[rows].any():
                pixels = np.moveaxis(reflectance[:, valid[rows]], 0, 1)[None, None]  # (1, 1, pixels, bands)
                probability[rows][valid[rows]] = detector.get_cloud_probability_maps(pixels)[0, 0]
            on_progress(rows.stop / grid.height)
    cloud = detector.get_mask_from_prob(probability[None])[0]
    return np.where(valid, cloud > 0, NO_DATA).astype(np.uint8)
