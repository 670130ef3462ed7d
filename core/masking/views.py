"""Test-time augmentation: the mean of predictions over turned and mirrored views of a patch, where it still helps.

The adaptive form of CloudS2Mask (Wright et al. 2024, doi:10.1016/j.rse.2024.114122): a patch gets another view only
while its classes hold isolated pixels, more than ten on 512 x 512.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from itertools import tee

import numpy as np

from ..networks.engines import Predictor

ISOLATED_SHARE = 10 / 512**2


class Augmented:
    """A predictor that looks again, up to `views` (0 to 7) times, at patches whose classes hold isolated pixels.

    `reruns` counts the predictions made beyond the first of each patch.
    """

    def __init__(self, predictor: Predictor, views: int) -> None:
        self.model = predictor.model
        self.views = views
        self.reruns = 0
        self._predictor = predictor

    def predict_each(self, patches: Iterable[np.ndarray]) -> Generator[np.ndarray, None, None]:
        """Mean probabilities over the views of each patch, one patch after the other.

        Parameters
        ----------
        patches : iterable of (bands, side, side) float32
            TOA reflectance, 0…1+. Sides may differ where `views` is 0.

        Yields
        ------
        (4, side, side) float32
            Probabilities that sum to 1.
        """
        if not self.views:
            yield from self._predictor.predict_each(patches)
            return
        ahead, here = tee(patches)
        for mean, patch in zip(self._predictor.predict_each(ahead), here, strict=True):
            yield self._looked_at_again(patch, mean)

    def _looked_at_again(self, patch: np.ndarray, mean: np.ndarray) -> np.ndarray:
        for view in range(1, self.views + 1):
            if isolated_share(mean.argmax(axis=0)) <= ISOLATED_SHARE:
                break
            self.reruns += 1
            seen = self._predictor.predict(np.ascontiguousarray(_turned(patch, view))[None])[0]
            mean = mean + (_turned_back(seen, view) - mean) / np.float32(view + 1)
        return mean


def isolated_share(classes: np.ndarray) -> float:
    """Share of pixels none of whose eight neighbours has their class.

    Parameters
    ----------
    classes : (rows, cols) integers

    Returns
    -------
    float
        0 … 1.
    """
    rows, cols = classes.shape
    around = np.pad(classes, 1, constant_values=-1)
    alone = np.ones(classes.shape, bool)
    for down in range(3):
        for right in range(3):
            if (down, right) != (1, 1):
                alone &= around[down : down + rows, right : right + cols] != classes
    return float(alone.mean())


def _turned(image: np.ndarray, view: int) -> np.ndarray:
    if view >= 4:
        image = image[..., ::-1]
    return np.rot90(image, view % 4, axes=(1, 2))


def _turned_back(image: np.ndarray, view: int) -> np.ndarray:
    image = np.rot90(image, -(view % 4), axes=(1, 2))
    return image[..., ::-1] if view >= 4 else image
