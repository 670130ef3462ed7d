"""Confidence that means what it says: a temperature for each class, which leaves the classes as they are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def tempered(probabilities: np.ndarray, classes: np.ndarray, temperature: Sequence[float]) -> np.ndarray:
    """Probabilities whose logits are divided by the temperature of the likeliest class.

    One divisor for all logits of a pixel keeps their order, so the likeliest class stays the likeliest.

    Parameters
    ----------
    probabilities : (4, rows, cols) float32
        Their sum over the classes is 1, or 0 where nothing was predicted: it stays 0.
    classes : (rows, cols) of integers
        The likeliest class of each pixel.
    temperature : 4 numbers above 0
        Above 1 is less certain, below 1 more.

    Returns
    -------
    (4, rows, cols) float32
        Their sum is 1, or 0.

    References
    ----------
    Guo et al. 2017, On Calibration of Modern Neural Networks (one temperature; here one for each class).
    """
    power = (1 / np.asarray(temperature, np.float32))[classes]
    given = np.maximum(probabilities, 0)  # rounding leaves some a hair below
    highest = np.take_along_axis(given, classes[None], axis=0)
    scaled = np.divide(given, highest, out=np.zeros_like(given), where=highest > 0) ** power
    total = scaled.sum(axis=0)
    return np.divide(scaled, total, out=np.zeros_like(scaled), where=(highest > 0) & (total > 0))
