"""Networks that see no reflectance, but how each band of a patch differs from its own mean (OmniCloudMask)."""

from __future__ import annotations

import numpy as np


def standardised(patch: np.ndarray) -> np.ndarray:
    """Each band of a patch minus its mean, divided by its standard deviation; no data is the mean.

    So scale and offset of the reflectance do not count, and the same patch gives the same numbers wherever it is cut.

    Parameters
    ----------
    patch : (bands, rows, cols) float32
        Reflectance; not a number where there is no data, which counts neither in the mean nor in the deviation.

    Returns
    -------
    (bands, rows, cols) float32
        A band of one number, or without data, is 0.

    References
    ----------
    Wright et al. 2025, OmniCloudMask, doi:10.1016/j.rse.2025.114694 ("dynamic z-score normalisation").
    """
    out = np.zeros(patch.shape, np.float32)
    for plane, given in zip(out, patch, strict=True):
        valid = ~np.isnan(given)
        if not valid.any():
            continue
        numbers = given[valid].astype(np.float64)
        deviation = numbers.std()
        if deviation > np.finfo(np.float32).eps * max(1.0, abs(numbers.mean())):
            plane[valid] = (numbers - numbers.mean()) / deviation
    return out
