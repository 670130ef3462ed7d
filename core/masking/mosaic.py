"""Probabilities of overlapping patches become one seamless row of pixels after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from ..classes import CLASS_COUNT
from ..products.grid import PixelWindow
from .patches import PatchRow, ramp


class Mosaic:
    """Blends rows of patches in float32 and gives out blocks that no later patch touches.

    The blend is a mean of probabilities (never of logits), weighted by a linear ramp over the whole overlap. One patch
    and the overlap with the next row of patches are held, not whole rows: at 10 m this is 30 MB instead of 170.
    """

    def __init__(self, width: int) -> None:
        self._width = width
        # Sums and weight of the rows that the next row of patches shares.
        self._carried = np.zeros((CLASS_COUNT + 1, 0, width), np.float32)
        self._carried_top = 0

    def blend(self, row: PatchRow, below: int, predictions: Iterable[np.ndarray]) -> Iterator[tuple[int, np.ndarray]]:
        """Blend the patches of `row`; the row of patches after it shares the rows of the grid from `below` on.

        Parameters
        ----------
        predictions : iterable of (4, height, width) float32
            Probabilities of each patch, from left to right; more rows or columns are padding.

        Yields
        ------
        int
            First column of a block; columns beside all patches are left out.
        (4, below - top, cols) float32
            Probabilities that sum to 1, to be used before the next block is asked for.

        Raises
        ------
        ValueError
            Rows of patches do not come from top to bottom.
        """
        if row.top < self._carried_top:
            raise ValueError("rows of patches come from top to bottom")
        window = ramp(row.height, row.overlap_rows)[:, None] * ramp(row.width, row.overlap_cols)[None, :]
        done = below - row.top
        above = self._carried[:, row.top - self._carried_top :]
        self._carried = np.zeros((CLASS_COUNT + 1, row.height - done, self._width), np.float32)
        self._carried_top = below
        patch = np.zeros((CLASS_COUNT + 1, row.height, row.width), np.float32)
        at = row.lefts[0]
        for index, (left, probabilities) in enumerate(zip(row.lefts, predictions, strict=True)):
            _shift(patch, left - at)
            at = left
            for total, plane in zip(patch, probabilities, strict=False):
                total += plane[: row.height, : row.width] * window
            patch[CLASS_COUNT] += window
            last = index + 1 == len(row.lefts)
            columns = row.width if last else min(row.width, row.lefts[index + 1] - left)
            block, across = patch[..., :columns], slice(left, left + columns)
            block[:, : above.shape[1]] += above[..., across]
            self._carried[..., across] = block[:, done:]
            yield left, np.divide(block[:CLASS_COUNT, :done], block[CLASS_COUNT, :done], out=block[:CLASS_COUNT, :done])


def _shift(patch: np.ndarray, columns: int) -> None:
    """Take the left `columns` out of `patch`; zeros come in from the right."""
    kept = patch[..., columns:].copy()
    patch[:] = 0
    patch[..., : kept.shape[2]] = kept


class Interpolator:
    """Rows of probabilities on a coarse grid become rows on a finer one of the same extent, bilinearly."""

    def __init__(self, coarse: tuple[int, int], fine: tuple[int, int]) -> None:
        self._coarse, self._fine = coarse, fine
        self._across = neighbours(0, fine[1], coarse[1], fine[1])
        self._rows = np.empty((CLASS_COUNT, 0, coarse[1]), np.float32)
        self._first = 0  # coarse row number of self._rows[:, 0]
        self._next = 0  # fine row to be given out next

    def push(self, probabilities: np.ndarray) -> np.ndarray:
        """Take coarse rows; give the fine rows that they settle.

        Parameters
        ----------
        probabilities : (4, rows, coarse width) float32
            The next rows, from top to bottom.

        Returns
        -------
        (4, n, fine width) float32
            None or more rows.
        """
        self._rows = np.concatenate([self._rows, probabilities], axis=1)
        have = self._first + self._rows.shape[1]
        if have >= self._coarse[0]:
            stop = self._fine[0]
        else:  # fine rows whose lower neighbour is there
            stop = self._next
            _, lower, _ = neighbours(self._next, self._fine[0], self._coarse[0], self._fine[0])
            stop += int(np.searchsorted(lower, have))
        if stop <= self._next:
            return np.empty((CLASS_COUNT, 0, self._fine[1]), np.float32)
        down = neighbours(self._next, stop, self._coarse[0], self._fine[0])
        fine = between(self._rows, self._first, down, self._across)
        self._next = stop
        if stop < self._fine[0]:
            keep = int(neighbours(stop, stop + 1, self._coarse[0], self._fine[0])[0][0])
            self._rows = self._rows[:, keep - self._first :].copy()
            self._first = keep
        return fine


class CoarseRows:
    """Interpolates rows on a coarse grid into blocks of a finer one; takes only as many rows as it needs.

    Both grids have one extent. Where no patch lies the coarse probabilities are 0, and those beside them count alone.
    """

    def __init__(self, rows: Iterator[tuple[int, np.ndarray]], coarse: tuple[int, int], fine: tuple[int, int]) -> None:
        """Begin at the top.

        Parameters
        ----------
        rows : iterator of (int, (4, n, coarse width) float32)
            First row and probabilities, from top to bottom; some may be left out.
        coarse, fine : (rows, cols)
            Sizes of the two grids.
        """
        self._todo = rows
        self._coarse, self._fine = coarse, fine
        self._held = np.empty((CLASS_COUNT, 0, coarse[1]), np.float32)
        self._first = 0  # coarse row of self._held[:, 0]

    def block(self, window: PixelWindow) -> np.ndarray:
        """Interpolate a window of the finer grid. Its first row never goes up from one call to the next.

        Returns
        -------
        (4, rows, cols) float32
            Probabilities that sum to 1, or to 0 where no coarse patch lies near.
        """
        left, right = window.col, window.col + window.width
        down = neighbours(window.row, window.row + window.height, self._coarse[0], self._fine[0])
        while self._first + self._held.shape[1] <= down[1][-1]:
            self._take()
        done = int(down[0][0]) - self._first
        if done:
            self._held, self._first = self._held[:, done:].copy(), self._first + done
        fine = between(self._held, self._first, down, neighbours(left, right, self._coarse[1], self._fine[1]))
        total = fine.sum(axis=0)
        return np.divide(fine, total, out=fine, where=total > 0)

    def _take(self) -> None:
        end = self._first + self._held.shape[1]
        first, rows = next(self._todo, (self._coarse[0], self._held[:, :0]))
        gap = np.zeros((CLASS_COUNT, first - end, self._coarse[1]), np.float32)
        self._held = np.concatenate([self._held, gap, rows], axis=1)


def between(
    rows: np.ndarray,
    first: int,
    down: tuple[np.ndarray, np.ndarray, np.ndarray],
    across: tuple[np.ndarray, np.ndarray, np.ndarray],
) -> np.ndarray:
    """Interpolate rows bilinearly.

    Parameters
    ----------
    rows : (4, n, cols) float32
        Probabilities; the first row has the number `first`.
    down, across : three arrays each
        From `neighbours`.

    Returns
    -------
    (4, rows, cols) float32
    """
    upper, lower, share = down
    tall = rows[:, upper - first] * (1 - share[:, None]) + rows[:, lower - first] * share[:, None]
    left, right, share = across
    return tall[..., left] * (1 - share) + tall[..., right] * share


def neighbours(start: int, stop: int, coarse: int, fine: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Find what the fine pixels `start` to `stop` are interpolated from.

    Returns
    -------
    lower, upper : (n,) int
        Coarse pixels.
    share : (n,) float32
        Of the upper one, 0 … 1.
    """
    at = np.clip((np.arange(start, stop) + 0.5) * (coarse / fine) - 0.5, 0, coarse - 1)
    below = np.floor(at).astype(np.intp)
    return below, np.minimum(below + 1, coarse - 1), (at - below).astype(np.float32)
