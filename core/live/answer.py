"""An answer of the warm engine: classes of part of a product, coarse at first, then final."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..classes import class_fractions
from ..networks.predictor import Predictor
from ..products.grid import Grid

COARSE, PARTIAL, FINAL = "coarse", "partial", "final"


@dataclass(frozen=True)
class Answer:
    """Classes (rows, cols) uint8 on `grid`, of a granule of a product, by a network."""

    stage: str
    classes: np.ndarray
    grid: Grid
    granule: str
    predictor: Predictor

    @property
    def fractions(self) -> dict[str, float | None]:
        """Shares of the classes in the view."""
        return class_fractions(np.bincount(self.classes.ravel(), minlength=256), self.predictor.model.classes)
