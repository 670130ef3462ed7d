"""Test-time augmentation: the mean of predictions over turned and mirrored copies of a patch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from .networks.engines import Predictor

MOST = 7  # the square has eight symmetries, one of which changes nothing


def predict(predictor: Predictor, reflectance: np.ndarray, views: int) -> np.ndarray:
    """Mean probabilities (n, 4, side, side) float32 over the patch as it is and `views` (0 to 7) other views.

    `reflectance`: (n, bands, side, side) float32.
    """
    total = predictor.predict(reflectance)
    for view in range(1, views + 1):
        turned = np.rot90(reflectance, view % 4, axes=(2, 3))
        if view >= 4:
            turned = turned[..., ::-1]
        back = predictor.predict(np.ascontiguousarray(turned))
        if view >= 4:
            back = back[..., ::-1]
        total = total + np.rot90(back, -(view % 4), axes=(2, 3))
    return total / (views + 1) if views else total
