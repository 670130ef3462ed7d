"""A glance at a whole granule, on a coarse grid: what is shown until something better is there."""

from __future__ import annotations

from concurrent.futures import Future

import numpy as np

from ..masking.rows import network_patch
from ..networks.model import Model
from ..networks.predictor import Predictor
from ..products import no_data
from ..products.area import PixelWindow
from ..products.grid import Grid
from .answer import Answer
from .part import levels_of, network_key, part_of
from .warm_product import WarmGranule


class Glance:
    """A whole granule on a coarse grid: what is shown until something better is there."""

    def __init__(self, product: str, warm: WarmGranule, model: Model) -> None:
        self.plan, self._warm = warm.glance(model), warm
        self.key = product, warm.granule.name, network_key(model), "glance"
        self.numbers: Future[np.ndarray] | None = None

    def read(self) -> np.ndarray:
        """All of it, (bands, rows, cols) uint16."""
        return self._warm.read(self.plan, 0, 0, *self.plan.grid.shape)

    def classes(self, numbers: np.ndarray, predictor: Predictor) -> np.ndarray:
        """(rows, cols) uint8. No data is what the level read shows as such: an edge may lie two pixels beside it."""
        plan = self.plan
        part = part_of(plan, plan.window)
        predicted = {}
        for level, places, network in zip(levels_of(plan), part.levels, predictor.parts, strict=True):
            planes = numbers[[plan.bands.index(name) for name in level.bands]]
            for at in places:
                patch = network_patch(planes[:, at.top : at.top + at.height, at.left : at.left + at.width], level)
                predicted[at] = network.predict(patch[None])[0]
        bands = [plan.granule.bands[name] for name in plan.bands]
        seen = no_data.seen(numbers, bands, plan.grid) == no_data.DATA
        return part.classes(predicted.__getitem__, seen & part.covered())

    def on(self, classes: np.ndarray, grid: Grid, window: PixelWindow) -> np.ndarray:
        """The glance's classes in a window of another grid of the granule: (rows, cols) uint8, the nearest ones."""
        rows = (np.arange(window.row, window.row + window.height) + 0.5) * classes.shape[0] / grid.height
        cols = (np.arange(window.col, window.col + window.width) + 0.5) * classes.shape[1] / grid.width
        return classes[np.ix_(rows.astype(np.intp), cols.astype(np.intp))]

    def answer(self, stage: str, classes: np.ndarray, predictor: Predictor, window: PixelWindow) -> Answer:
        part = slice(window.row, window.row + window.height), slice(window.col, window.col + window.width)
        grid = self.plan.grid.crop(window.row, window.col, window.height, window.width)
        return Answer(stage, classes[part], grid, self.plan.granule.name, predictor)
