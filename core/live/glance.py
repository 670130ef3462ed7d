"""The glance at a granule, as the warm engine holds it."""

from __future__ import annotations

from concurrent.futures import Future

import numpy as np

from ..masking.part import network_key
from ..networks.model import Model
from ..networks.predictor import Predictor
from ..products.grid import PixelWindow
from .answer import Answer
from .warm_product import WarmGranule


class Glance:
    """`key` is the name of its classes among all that are held; `numbers` come once they are ordered."""

    def __init__(self, product: str, warm: WarmGranule, model: Model) -> None:
        self.plan, self._warm = warm.glance(model), warm
        self.key = product, warm.granule.name, network_key(model), "glance"
        self.numbers: Future[np.ndarray] | None = None

    def read(self) -> np.ndarray:
        """The numbers of the whole granule.

        Returns
        -------
        (bands, rows, cols) uint16
            Digital numbers on the glance's grid.
        """
        return self._warm.read(self.plan, self.plan.grid.window)

    def answer(self, stage: str, classes: np.ndarray, predictor: Predictor, window: PixelWindow) -> Answer:
        """The answer for a window of the glance's own grid.

        Parameters
        ----------
        classes : (rows, cols) uint8
            Of the whole granule.
        """
        grid = self.plan.grid.crop(window)
        return Answer(stage, classes[window.slices], grid, self.plan.granule.name, predictor)
