"""No data counted in the files' own pixels, to hold the engine's against."""

import numpy as np
import rasterio

from s2cloudmask.core.products.granule import BELOW_1_MICROMETRE


def valid_by_hand(raw: dict[str, np.ndarray], side: int) -> np.ndarray:
    """(side, side) bool: cells that touch no raw 0 of any band below 1 µm, counted in the files' own pixels."""
    valid = np.ones((side, side), bool)
    cells = np.arange(side)
    for name in set(raw) & BELOW_1_MICROMETRE:
        gap, size = raw[name] == 0, raw[name].shape[0]
        if size <= side:  # a coarser band's pixel is that of the cells whose centres lie in it
            nearest = np.floor((cells + 0.5) * size / side).astype(int)
            valid &= ~gap[np.ix_(nearest, nearest)]
            continue
        summed = np.zeros((size + 1, size + 1), int)
        summed[1:, 1:] = gap.cumsum(axis=0).cumsum(axis=1)
        start, stop = cells * size // side, -(-(cells + 1) * size // side)
        counted = summed[np.ix_(stop, stop)] + summed[np.ix_(start, start)]
        valid &= counted == summed[np.ix_(start, stop)] + summed[np.ix_(stop, start)]
    return valid


def valid_of_files(granule, bands, side: int) -> np.ndarray:
    """`valid_by_hand` of the band files of a granule."""
    raw = {}
    for name in bands:
        with rasterio.open(granule.bands[name].path) as dataset:
            raw[name] = dataset.read(granule.bands[name].index)
    return valid_by_hand(raw, side)
