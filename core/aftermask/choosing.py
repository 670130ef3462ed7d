"""Of several clear looks at a place: which one a composite shows, or what their middle is. Arrays in, arrays out."""

from __future__ import annotations

import numpy as np

METHODS = ("latest", "first", "median", "medoid", "best")
NONE = -1  # index of a pixel that no look shows


def median(values: np.ndarray) -> np.ndarray:
    """Median over the looks, band by band; of an even number the mean of the middle two, halves rounded up.

    Parameters
    ----------
    values : (looks, bands, rows, cols) uint16, 0 where a look shows nothing

    Returns
    -------
    (bands, rows, cols) uint16, 0 where no look shows anything
    """
    shown = (values[:, 0] > 0).sum(axis=0)
    out = np.zeros(values.shape[1:], np.uint16)
    low, high = np.maximum(shown - 1, 0) // 2, np.minimum(shown // 2, len(values) - 1)
    for band in range(values.shape[1]):
        # Zeros become the largest number, so that they sort behind all that is shown.
        ordered = np.sort(values[:, band] - np.uint16(1), axis=0)
        middle = [np.take_along_axis(ordered, at[None], axis=0)[0].astype(np.uint32) for at in (low, high)]
        out[band] = np.where(shown > 0, (middle[0] + middle[1] + 1) // 2 + 1, 0)
    return out


def nearest(values: np.ndarray, target: np.ndarray) -> np.ndarray:
    """The look whose bands are nearest to a target in Euclidean distance; of equals the later look.

    Parameters
    ----------
    values : (looks, bands, rows, cols) uint16
        As in `median`.
    target : (bands, rows, cols) uint16

    Returns
    -------
    (rows, cols) int16
        Number of the look; NONE where no look shows anything.
    """
    best = np.full(target.shape[1:], np.inf, np.float32)
    index = np.full(target.shape[1:], NONE, np.int16)
    for look, bands in enumerate(values):
        distance = np.where(bands[0] > 0, _distance(bands, target), np.inf)
        closer = (distance <= best) & (bands[0] > 0)
        best[closer], index[closer] = distance[closer], look
    return index


def medoid(values: np.ndarray) -> np.ndarray:
    """The look with the smallest sum of Euclidean distances to all other looks; of equals the later look.

    Parameters
    ----------
    values : (looks, bands, rows, cols) uint16
        As in `median`.

    Returns
    -------
    (rows, cols) int16
        Number of the look; NONE where no look shows anything.

    References
    ----------
    Flood 2013, Seasonal composite Landsat TM/ETM+ images using the medoid, doi:10.3390/rs5126481
    """
    looks = len(values)
    sums = np.zeros((looks, *values.shape[2:]), np.float32)
    for one in range(looks):
        for other in range(one + 1, looks):
            both = (values[one, 0] > 0) & (values[other, 0] > 0)
            if both.any():
                distance = np.where(both, _distance(values[one], values[other]), np.float32(0))
                sums[one] += distance
                sums[other] += distance
    sums[values[:, 0] == 0] = np.inf
    index = (looks - 1 - sums[::-1].argmin(axis=0)).astype(np.int16)
    index[~(values[:, 0] > 0).any(axis=0)] = NONE
    return index


def _distance(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Euclidean distance over the bands, (rows, cols) float32."""
    total = np.zeros(one.shape[1:], np.float32)
    for first, second in zip(one, other, strict=True):
        difference = first.astype(np.float32) - second
        total += difference * difference
    return np.sqrt(total, out=total)


def distance_to(hidden: np.ndarray, reach: int) -> np.ndarray:
    """Distance of each cell's centre to the nearest hidden cell's; exact in Euclidean distance up to `reach`.

    Parameters
    ----------
    hidden : (rows, cols) bool
    reach : int
        Cells; the largest distance that is told.

    Returns
    -------
    (rows, cols) float32
        Cells.
    """
    far = reach + 1
    columns = np.arange(hidden.shape[1], dtype=np.int32)
    before = np.maximum.accumulate(np.where(hidden, columns, -far), axis=1)
    after = np.minimum.accumulate(np.where(hidden, columns, columns[-1] + far)[:, ::-1], axis=1)[:, ::-1]
    across = np.minimum(np.minimum(columns - before, after - columns), far).astype(np.float32) ** 2
    nearest_square = across.copy()
    for step in range(1, min(reach, hidden.shape[0] - 1) + 1):
        square = np.float32(step * step)
        np.minimum(nearest_square[step:], across[:-step] + square, out=nearest_square[step:])
        np.minimum(nearest_square[:-step], across[step:] + square, out=nearest_square[:-step])
    return np.minimum(np.sqrt(nearest_square), np.float32(reach))
