"""A safety margin around clouds and shadows, in pixels, over rows that stream by."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..rasters.dilation import dilate
from .rows import Rows


def buffer_rows(rows: Iterator[Rows], radius: int) -> Iterator[Rows]:
    """Widen the cloud and shadow classes by `radius` pixels over clear ones; no data stays no data.

    `rows`: classes (n, width) uint8 and confidence (4, n, width) uint8 or None, from top to bottom; the confidence is
    passed on as it is. Where two margins meet, thick cloud goes before thin cloud before shadow.
    """
    if not radius:
        yield from rows
        return
    held: np.ndarray | None = None  # rows not given out yet, after up to `radius` rows that were
    given = 0  # rows of `held` that were given out already
    waiting: list[np.ndarray] = []  # confidence of the rows not given out
    for classes, confidence in rows:
        held = classes if held is None else np.concatenate([held, classes])
        if confidence is not None:
            waiting.append(confidence)
        ready = held.shape[0] - radius
        if ready > given:
            yield _widened(held, radius)[given:ready], _take(waiting, ready - given)
            drop = max(0, ready - radius)
            held, given = held[drop:].copy(), ready - drop
    if held is not None and held.shape[0] > given:
        yield _widened(held, radius)[given:], _take(waiting, held.shape[0] - given)


def _widened(classes: np.ndarray, radius: int) -> np.ndarray:
    out = classes.copy()
    for value in (3, 2, 1):
        near = dilate(classes == value, radius, radius)
        out[near & (classes == 0)] = value
    return out


def _take(waiting: list[np.ndarray], rows: int) -> np.ndarray | None:
    if not waiting:
        return None
    joined = np.concatenate(waiting, axis=1)
    waiting[:] = [joined[:, rows:]]
    return joined[:, :rows]
