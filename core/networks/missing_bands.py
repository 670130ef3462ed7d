"""Bands that a product lacks and a network can do without: it was trained with a fixed value in their place."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..products.granule import Granule
from .model import Model

MISSING = -0.1  # reflectance: no ground and no cloud has it


def bands_to_read(granule: Granule, model: Model) -> tuple[str, ...]:
    """The network's bands in its order, without those that the granule lacks and the network can do without.

    A band whose file is there and cannot be used is not lacking: reading it says why.
    """
    there = {*granule.bands, *granule.broken}
    return tuple(band for band in model.bands if band in there or band not in model.may_lack)


def missing_bands(granule: Granule, model: Model) -> tuple[str, ...]:
    """The network's bands for which MISSING stands."""
    read = bands_to_read(granule, model)
    return tuple(band for band in model.bands if band not in read)


def with_missing(reflectance: np.ndarray, bands: Sequence[str], model: Model) -> np.ndarray:
    """Reflectance as the network takes it, MISSING in the planes of the bands that were not read.

    Parameters
    ----------
    reflectance : (bands, rows, cols) float32
        TOA, 0…1+, of `bands`.

    Returns
    -------
    (network's bands, rows, cols) float32
        The same array where no band is missing.
    """
    if len(bands) == len(model.bands):
        return reflectance
    out = np.full((len(model.bands), *reflectance.shape[1:]), MISSING, reflectance.dtype)
    out[[model.bands.index(band) for band in bands]] = reflectance
    return out


def missing_notes(granule: Granule, model: Model) -> list[str]:
    """A sentence on what the mask of a granule is made without; empty when nothing is missing."""
    lacking = missing_bands(granule, model)
    if not lacking:
        return []
    verb = "is" if len(lacking) == 1 else "are"
    weaker = " Cirrus that only B10 shows is not found." if "B10" in lacking else ""
    return [f"{granule.name}: {' '.join(lacking)} {verb} missing; {model.name} predicts without.{weaker}"]
