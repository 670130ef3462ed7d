"""A safety margin around clouds and shadows over rows that stream by."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from ..rasters.dilation import dilate


def buffer_rows(strips: Iterator[np.ndarray], radius: int) -> Iterator[np.ndarray]:
    """Widen the cloud and shadow classes over clear pixels; no data stays no data.

    Where two margins meet, thick cloud takes precedence over thin cloud, and thin cloud over shadow.

    Parameters
    ----------
    strips : (n, width) uint8 each
        Classes of a mask, from top to bottom.
    radius : int
        Pixels.

    Yields
    ------
    (m, width) uint8
    """
    return widened_rows(strips, radius, lambda classes: _widened(classes, radius)) if radius else strips


def widened_rows(
    strips: Iterator[np.ndarray], halo: int, widen: Callable[[np.ndarray], np.ndarray]
) -> Iterator[np.ndarray]:
    """Apply `widen` to a whole mask strip by strip, where a row depends on `halo` rows above and below.

    Parameters
    ----------
    strips : (n, width) uint8 each
        Classes of a mask, from top to bottom.
    halo : int
        Rows.
    widen : callable
        Takes and gives classes (rows, width) uint8.

    Yields
    ------
    (m, width) uint8
    """
    held: np.ndarray | None = None  # rows not given out yet, after up to `halo` rows that were
    given = 0  # rows of `held` that were given out already
    for classes in strips:
        held = classes if held is None else np.concatenate([held, classes])
        ready = held.shape[0] - halo
        if ready > given:
            yield widen(held)[given:ready]
            drop = max(0, ready - halo)
            held, given = held[drop:].copy(), ready - drop
    if held is not None and held.shape[0] > given:
        yield widen(held)[given:]


def _widened(classes: np.ndarray, radius: int) -> np.ndarray:
    out = classes.copy()
    for value in (3, 2, 1):
        near = dilate(classes == value, radius, radius)
        out[near & (classes == 0)] = value
    return out
