"""Refining a mask: the user's thresholds, no specks, no pinholes, a margin in metres around each class."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np
from rasterio.features import sieve

from ..classes import CLASSES, CONFIDENCE_SCALE, NO_DATA
from ..errors import EngineError
from ..limits import MOST_AREA, MOST_MARGIN
from ..rasters.dilation import dilate
from .buffer import widened_rows

CLEAR, CLOUD, THIN, SHADOW = range(4)
STRIP = 512  # rows that get their margins at a time


@dataclass(frozen=True)
class Refinement:
    """What a user can choose. Thresholds are probabilities, 0 to 1; None: a class counts where it is the likeliest.

    `cloud` is the class thick cloud (of a network without a thin class: cloud). Margins are metres around a class;
    `smallest` and `holes` square metres: smaller cloud or shadow becomes clear, smaller clear gaps in them are filled.
    """

    cloud: float | None = None
    thin: float | None = None
    shadow: float | None = None
    cloud_margin: float = 0.0
    thin_margin: float = 0.0
    shadow_margin: float = 0.0
    smallest: float = 0.0
    holes: float = 0.0

    def __post_init__(self) -> None:
        for name in ("cloud", "thin", "shadow"):
            value = getattr(self, name)
            if value is not None and not 0 < value <= 1:
                raise EngineError(
                    "bad-settings", f"A threshold of {value:g} for {name} is not possible. Choose 0.01 to 1."
                )
        for name in ("cloud_margin", "thin_margin", "shadow_margin"):
            if not 0 <= getattr(self, name) <= MOST_MARGIN:
                raise EngineError(
                    "bad-settings",
                    f"A margin of {getattr(self, name):g} m is not possible. Choose 0 to {MOST_MARGIN:g}.",
                )
        for name, area in (("smallest object", self.smallest), ("hole", self.holes)):
            if not 0 <= area <= MOST_AREA:
                raise EngineError(
                    "bad-settings", f"A {name} of {area:g} m² is not possible. Choose 0 to {MOST_AREA:g}."
                )

    @property
    def thresholds(self) -> dict[int, float]:
        """The thresholds that are given, by class."""
        every = {CLOUD: self.cloud, THIN: self.thin, SHADOW: self.shadow}
        return {value: threshold for value, threshold in every.items() if threshold is not None}

    @property
    def margins(self) -> dict[int, float]:
        """The margins above 0 in metres, by class; where two meet, the later one wins."""
        every = {SHADOW: self.shadow_margin, THIN: self.thin_margin, CLOUD: self.cloud_margin}
        return {value: metres for value, metres in every.items() if metres}

    def unused(self, given: Collection[int]) -> list[str]:
        """A sentence on each class refined here that a network with the `given` classes does not predict."""
        asked = {value for chosen in (self.thresholds, self.margins) for value in chosen} - set(given)
        return [
            f"The network of this mask does not tell {item.title.lower()}, so its threshold and margin change nothing."
            for item in CLASSES
            if item.value in asked
        ]


def classify(confidence: np.ndarray, refinement: Refinement) -> np.ndarray:
    """Classes of a confidence raster by the user's thresholds.

    A class counts where it reaches its threshold; one without a threshold where it is the likeliest of all. Of several
    that count the likeliest is taken, of equals the lower number; a pixel of none is clear.

    Parameters
    ----------
    confidence : (4, rows, cols) uint8, probability × 250 of clear, thick cloud, thin cloud, shadow; 255 no data

    Returns
    -------
    (rows, cols) uint8, 0 … 3, 255 no data
    """
    likeliest = confidence.argmax(axis=0).astype(np.uint8)
    classes, highest = np.zeros(likeliest.shape, np.uint8), np.zeros(likeliest.shape, np.int16)
    for value in (CLOUD, THIN, SHADOW):
        threshold = refinement.thresholds.get(value)
        if threshold is None:
            counts = likeliest == value
        else:
            counts = confidence[value] >= math.ceil(threshold * CONFIDENCE_SCALE - 1e-9)
        taken = counts & (confidence[value] > highest)
        classes[taken], highest[taken] = value, confidence[value][taken]
    classes[confidence[0] == NO_DATA] = NO_DATA
    return classes


def cleaned(classes: np.ndarray, refinement: Refinement, pixel_area: float) -> np.ndarray:
    """Remove specks, then fill pinholes.

    A speck is cloud of either kind, or shadow, all that touches by a side or a corner; a pinhole is clear, all that
    touches by a side, and takes the class of its largest neighbour. Nothing grows over no data.

    Parameters
    ----------
    classes : (rows, cols) uint8
        A whole mask.
    pixel_area : float
        m².

    Returns
    -------
    (rows, cols) uint8
    """
    out, valid = classes.copy(), classes != NO_DATA
    size = _pixels(refinement.smallest, pixel_area)
    if size > 1:
        for kinds in ((CLOUD, THIN), (SHADOW,)):
            inside = np.isin(out, kinds)
            kept = sieve(inside.astype(np.uint8), size, mask=valid, connectivity=8) > 0
            out[inside & ~kept] = CLEAR
    size = _pixels(refinement.holes, pixel_area)
    if size > 1:
        filled = sieve(out, size, mask=valid, connectivity=4)
        gaps = valid & (out == CLEAR) & (filled != CLEAR) & (filled != NO_DATA)
        out[gaps] = filled[gaps]
    return out


def _pixels(area: float, pixel_area: float) -> int:
    """Pixels from which on an object is no longer smaller than `area`."""
    return math.ceil(area / pixel_area - 1e-9)


def with_margins(classes: np.ndarray, refinement: Refinement, pixel: tuple[float, float]) -> Iterator[np.ndarray]:
    """Widen cloud and shadow over clear pixels; exact in Euclidean distance.

    Parameters
    ----------
    classes : (rows, cols) uint8
        A whole mask.
    pixel : (float, float)
        Height and width in metres.

    Yields
    ------
    (n, cols) uint8
        Strips, from top to bottom.
    """
    strips = (classes[row : row + STRIP] for row in range(0, len(classes), STRIP))
    return _margin_rows(strips, refinement, pixel)


def refined_rows(
    confidences: Iterator[np.ndarray], refinement: Refinement, pixel: tuple[float, float]
) -> Iterator[np.ndarray]:
    """Refine a mask whose confidence streams by.

    Finding specks and pinholes takes the whole mask: its classes are then held until the last row of confidence has
    passed.

    Parameters
    ----------
    confidences : (4, n, width) uint8 each
        As in `classify`, from top to bottom.
    pixel : (float, float)
        Height and width in metres.

    Yields
    ------
    (m, width) uint8
        Classes, from top to bottom.
    """
    strips = (classify(confidence, refinement) for confidence in confidences)
    if refinement.smallest or refinement.holes:
        classes = cleaned(np.concatenate(list(strips)), refinement, pixel[0] * pixel[1])
        yield from with_margins(classes, refinement, pixel)
    else:
        yield from _margin_rows(strips, refinement, pixel)


def _margin_rows(
    strips: Iterator[np.ndarray], refinement: Refinement, pixel: tuple[float, float]
) -> Iterator[np.ndarray]:
    margins = refinement.margins
    if not margins:
        return strips
    halo = max(math.floor(metres / pixel[0] + 1e-9) for metres in margins.values())

    def widen(classes: np.ndarray) -> np.ndarray:
        out = classes.copy()
        for value, metres in margins.items():
            near = dilate(classes == value, *(metres / side for side in pixel))
            out[near & (classes == CLEAR)] = value
        return out

    return widened_rows(strips, halo, widen)
