"""A buffer around pixels, exact in Euclidean distance."""

from __future__ import annotations

import math

import numpy as np


def dilate(chosen: np.ndarray, radius_rows: float, radius_cols: float) -> np.ndarray:
    """Euclidean buffer: the pixels whose centre is within the radius of the centre of a chosen one.

    Exact; costs one comparison a pixel for each row of the radius.

    Parameters
    ----------
    chosen : (rows, cols) bool
    radius_rows, radius_cols : float
        Pixels, which need not be square.

    Returns
    -------
    (rows, cols) bool
    """

    radius_rows, radius_cols = radius_rows + 1e-9, radius_cols + 1e-9
    if not chosen.any() or (radius_rows < 1 and radius_cols < 1):
        return chosen.copy()
    # Columns to the nearest chosen pixel of the same row; beyond the radius only "too far" matters.
    too_far = math.floor(radius_cols) + 1
    columns = np.arange(chosen.shape[1], dtype=np.int32)
    before = np.maximum.accumulate(np.where(chosen, columns, -too_far), axis=1)
    after = np.minimum.accumulate(np.where(chosen, columns, columns[-1] + too_far)[:, ::-1], axis=1)[:, ::-1]
    distance = np.minimum(columns - before, after - columns)
    buffered = np.zeros_like(chosen)
    for step in range(min(math.floor(radius_rows), chosen.shape[0] - 1) + 1):
        near = distance <= math.floor(radius_cols * math.sqrt(1 - (step / radius_rows) ** 2))
        buffered[step:] |= near[: near.shape[0] - step]
        buffered[: near.shape[0] - step] |= near[step:]
    return buffered
