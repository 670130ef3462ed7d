"""The lower levels of a JPEG 2000 image, made from its pixels, so that bands in another form are read alike."""

from __future__ import annotations

import numpy as np

TILE = 1024  # pixels a side of the tiles of Sentinel-2's JPEG 2000 files, each transformed by itself
LEAST_SIDE = 128  # GDAL offers lower levels of a JPEG 2000 until both sides are this short
MOST_LEVELS = 5  # of Sentinel-2's files, beside the whole image


def lower_level(numbers: np.ndarray, times: int) -> np.ndarray:
    """The lowest subband of the reversible 5/3 wavelet transform, as a decoder of JPEG 2000 gives it.

    Parameters
    ----------
    numbers : (rows, cols) uint16
        One tile, whole.
    times : int
        How often both sides are halved.

    Returns
    -------
    (ceil(rows / 2**times), ceil(cols / 2**times)) uint16

    References
    ----------
    ISO/IEC 15444-1, annex F.4: one-dimensional 5/3 lifting, columns before rows.
    """
    low = numbers.astype(np.int32)
    for _ in range(times):
        low = _halved(_halved(low).T).T
    return np.clip(low, 0, np.iinfo(np.uint16).max).astype(np.uint16)


def _halved(numbers: np.ndarray) -> np.ndarray:
    """Every second row, smoothed; the rows beyond an edge are those before it, mirrored."""
    even, odd = numbers[0::2], numbers[1::2]
    if not len(odd):
        return even
    below = np.concatenate([even[1:], even[-1:]])[: len(odd)]
    detail = odd - ((even[: len(odd)] + below) >> 1)
    before = np.concatenate([detail[:1], detail])[: len(even)]
    after = np.concatenate([detail, detail[-1:]])[: len(even)]
    return even + ((before + after + 2) >> 2)


def levels(height: int, width: int) -> int:
    """How many lower levels GDAL finds in a JPEG 2000 of this size: its tiles must be halved without a rest."""
    count, tiles = 0, (min(TILE, height), min(TILE, width))
    while count < MOST_LEVELS and max(height, width) > LEAST_SIDE and not any(side >> count & 1 for side in tiles):
        height, width, count = -(-height // 2), -(-width // 2), count + 1
    return count
