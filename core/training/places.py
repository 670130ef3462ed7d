"""Labels held out by place: whole squares of ground, with a margin, so that no figure is that of the next pixel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import EngineError
from .labels import NO_LABEL, groups

MOST_OF_A_CLASS = 0.6  # of a class' labels: a square with more of them is learned from


@dataclass(frozen=True)
class Split:
    """Label codes (rows, cols) uint8 to learn from and to measure with, NO_LABEL elsewhere, and the squares
    (row, col) that are measured, `side` pixels wide."""

    train: np.ndarray
    held_out: np.ndarray
    squares: tuple[tuple[int, int], ...]
    side: int


def split(labels: Sequence[np.ndarray], side: int, share: float, seed: int) -> list[Split]:
    """Hold squares of `side` pixels out until each class has about `share` of its labelled pixels in them.

    Labels nearer than an eighth of a square to one held out are not learned from either.

    Parameters
    ----------
    labels : sequence of (rows, cols) uint8
        Codes of each image.

    Raises
    ------
    EngineError
        `bad-settings` when the labels of all classes lie in one square.
    """
    counts: dict[tuple[int, int, int], np.ndarray] = {}  # (image, row, col): pixels a group
    for image, codes in enumerate(labels):
        across = -(-codes.shape[1] // side)
        for group in range(3):
            rows, cols = np.nonzero(groups(codes) == group)
            pixels = np.bincount(rows // side * across + cols // side)
            for square in np.flatnonzero(pixels).tolist():
                counts.setdefault((image, *divmod(square, across)), np.zeros(3, np.int64))[group] = pixels[square]
    total = sum(counts.values(), np.zeros(3, np.int64))
    held = np.zeros(3, np.int64)
    chosen: set[tuple[int, int, int]] = set()
    order = list(counts)
    np.random.default_rng([seed, 0]).shuffle(order)
    for group in np.argsort(total):  # the rarest class first: it has the fewest squares to choose from
        for key in order:
            much = counts[key][group] > MOST_OF_A_CLASS * total[group]
            if key in chosen or not counts[key][group] or much or held[group] >= share * total[group]:
                continue
            if ((total - held - counts[key])[total > 0] > 0).all():  # something of each class is left to learn from
                chosen.add(key)
                held += counts[key]
    if not chosen:
        raise EngineError(
            "bad-settings",
            f"All labels lie in {len(counts)} square(s) of {side} px, so none can be held out to measure with. Label "
            "each class in two places or more, far apart, or make the squares smaller (--block).",
        )
    return [_of(codes, {key[1:] for key in chosen if key[0] == image}, side) for image, codes in enumerate(labels)]


def _of(codes: np.ndarray, squares: set[tuple[int, int]], side: int) -> Split:
    inside, near = np.zeros(codes.shape, bool), np.zeros(codes.shape, bool)
    margin = side // 8
    for row, col in squares:
        top, left = row * side, col * side
        inside[top : top + side, left : left + side] = True
        near[max(0, top - margin) : top + side + margin, max(0, left - margin) : left + side + margin] = True
    return Split(
        np.where(near, NO_LABEL, codes).astype(np.uint8),
        np.where(inside, codes, NO_LABEL).astype(np.uint8),
        tuple(sorted(squares)),
        side,
    )
