"""Probabilities of overlapping patches become one seamless row of pixels after another."""

from __future__ import annotations

import numpy as np

from .patches import PatchRow, ramp

CLASSES = 4


class Mosaic:
    """Blends patches in float32 and gives out rows that no later patch touches. Holds one row of patches.

    The blend is a mean of probabilities (never of logits), weighted by a linear ramp over the whole overlap.
    """

    def __init__(self, width: int, patch_height: int) -> None:
        self._sum = np.zeros((CLASSES, patch_height, width), np.float32)
        self._weight = np.zeros((patch_height, width), np.float32)
        self._window = np.empty((0, 0), np.float32)
        self._top = 0

    def begin(self, row: PatchRow) -> None:
        """Go on to the next row of patches; rows above its top must have been taken out."""
        if row.top < self._top:
            raise ValueError("rows of patches come from top to bottom")
        self._drop(row.top - self._top)
        self._top = row.top
        self._window = ramp(row.height, row.overlap_rows)[:, None] * ramp(row.width, row.overlap_cols)[None, :]

    def add(self, left: int, probabilities: np.ndarray) -> None:
        """Blend in a patch of the present row: (4, rows, cols) float32."""
        rows, cols = probabilities.shape[1:]
        weighted = probabilities * self._window
        self._sum[:, :rows, left : left + cols] += weighted
        self._weight[:rows, left : left + cols] += self._window

    def take(self, height: int) -> tuple[np.ndarray, np.ndarray]:
        """The first `height` rows of the present row of patches.

        Probabilities (4, height, width) float32 summing to 1, and covered (height, width) bool; where no patch lies
        the probabilities are 0.
        """
        weight = self._weight[:height]
        covered = weight > 0
        return self._sum[:, :height] / np.where(covered, weight, 1), covered

    def _drop(self, rows: int) -> None:
        rows = min(rows, self._weight.shape[0])
        if not rows:
            return
        kept = self._weight.shape[0] - rows
        for array in (*self._sum, self._weight):
            array[:kept] = array[rows:].copy()
            array[kept:] = 0


class Interpolator:
    """Rows of probabilities on a coarse grid become rows on a finer one of the same extent, bilinearly."""

    def __init__(self, coarse: tuple[int, int], fine: tuple[int, int]) -> None:
        self._coarse, self._fine = coarse, fine
        self._left, self._right, self._across = _neighbours(0, fine[1], coarse[1], fine[1])
        self._rows = np.empty((CLASSES, 0, coarse[1]), np.float32)
        self._first = 0  # coarse row number of self._rows[:, 0]
        self._next = 0  # fine row to be given out next

    def push(self, probabilities: np.ndarray) -> np.ndarray:
        """Take (4, rows, coarse width) float32; give all fine rows that are now determined, (4, n, fine width)."""
        self._rows = np.concatenate([self._rows, probabilities], axis=1)
        have = self._first + self._rows.shape[1]
        if have >= self._coarse[0]:
            stop = self._fine[0]
        else:  # fine rows whose lower neighbour is there
            stop = self._next
            upper, lower, _ = _neighbours(self._next, self._fine[0], self._coarse[0], self._fine[0])
            stop += int(np.searchsorted(lower, have))
        if stop <= self._next:
            return np.empty((CLASSES, 0, self._fine[1]), np.float32)
        upper, lower, down = _neighbours(self._next, stop, self._coarse[0], self._fine[0])
        down = down[:, None]
        tall = self._rows[:, upper - self._first] * (1 - down) + self._rows[:, lower - self._first] * down
        fine = tall[..., self._left] * (1 - self._across) + tall[..., self._right] * self._across
        self._next = stop
        if stop < self._fine[0]:
            keep = int(_neighbours(stop, stop + 1, self._coarse[0], self._fine[0])[0][0])
            self._rows = self._rows[:, keep - self._first :].copy()
            self._first = keep
        return fine


def _neighbours(start: int, stop: int, coarse: int, fine: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """For fine pixels start to stop: lower and upper coarse pixel, and the share (float32) of the upper one."""
    at = np.clip((np.arange(start, stop) + 0.5) * (coarse / fine) - 0.5, 0, coarse - 1)
    below = np.floor(at).astype(np.intp)
    return below, np.minimum(below + 1, coarse - 1), (at - below).astype(np.float32)
