"""The first pixels of a run, for who looks on: a glance at the product, then the mask's rows as they are done."""

from __future__ import annotations

import time

import numpy as np
from affine import Affine
from rasterio.errors import RasterioError

from ..events import Reporter
from ..masking.glance import glance_classes, glance_plan, nearest
from ..masking.patch_source import MaskPlan
from ..networks.missing_bands import bands_to_read
from ..networks.predictor import Predictor
from ..products.grid import Grid
from ..products.reader import Reader, read_footprint
from ..rasters.passing import PassingRasters

MOST_SIDE = 1200  # pixels of a preview
LEAST_PATCHES = 4  # a smaller run is over before a preview would help
INTERVAL = 2.0  # seconds between two previews


class Preview:
    """Of one mask. `add` takes its rows from top to bottom."""

    def __init__(self, product: str, plan: MaskPlan, rasters: PassingRasters, reporter: Reporter) -> None:
        self._product, self._plan, self._rasters, self._reporter = product, plan, rasters, reporter
        window = plan.window
        self._step = -(-max(window.height, window.width) // MOST_SIDE)
        self._row = 0
        self._shown: np.ndarray | None = None
        self._told = 0.0

    def begin(self, predictor: Predictor, threads: int) -> None:
        """Tell of a glance. EngineError as reading and predicting raise it."""
        if self._plan.patches.count < LEAST_PATCHES:
            return
        model, granule = predictor.model, self._plan.granule
        plan = glance_plan(granule, model, read_footprint(granule, bands_to_read(granule, model)))
        with Reader(granule, plan.bands, plan.grid, threads=threads) as reader:
            numbers = reader.read(plan.grid.window)
        classes = glance_classes(plan, numbers, predictor)
        self._shown = nearest(classes, self._plan.grid, self._plan.window, self._step)
        self._tell(self._shown, plan.grid.resolution)

    def add(self, classes: np.ndarray) -> None:
        """Take the next rows, and tell of what there is by now, but not too often.

        Parameters
        ----------
        classes : (rows, cols) uint8
            Rows of the mask, 255 no data.
        """
        first, self._row = self._row, self._row + len(classes)
        if self._shown is None:
            return
        at = -(-first // self._step)
        rows = classes[at * self._step - first :: self._step, :: self._step]
        self._shown[at : at + len(rows)] = rows
        if time.monotonic() - self._told > INTERVAL:
            self._tell(self._shown, self._plan.grid.resolution)

    def _tell(self, shown: np.ndarray, metres: int) -> None:
        window, step = self._plan.window, self._step
        part = self._plan.grid.crop(window)
        high, wide = shown.shape
        grid = Grid(part.crs, part.transform @ Affine.scale(step), wide, high, part.resolution * step)
        self._told = time.monotonic()
        try:
            raster = self._rasters.write(shown, grid)
        except (RasterioError, OSError):  # the mask itself does not need it
            return
        self._reporter.tell("preview", product=self._product, raster=raster, resolution=metres)
