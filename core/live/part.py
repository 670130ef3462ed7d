"""A part of a whole run: the patches that a window needs, where the whole run has them, on grids cropped around them.

So the mask of a window is that of the whole product there, and a patch serves every view that touches it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Container
from dataclasses import dataclass, replace

import numpy as np

from ..masking.patch_source import MaskPlan
from ..masking.patches import PatchPlan, PatchRow
from ..masking.rows import window_rows
from ..products.area import PixelWindow


@dataclass(frozen=True)
class Place:
    """Where a patch of the whole run lies: pixels of its network's grid."""

    top: int
    left: int
    height: int
    width: int


@dataclass(frozen=True)
class Part:
    """`plan` covers the window alone, on cropped grids; `places` are its patches in the plan's order, of the whole run.

    origin: row and column of the whole grid at which the cropped one begins.
    """

    plan: MaskPlan
    places: tuple[Place, ...]
    origin: tuple[int, int]

    def classes(self, probabilities: Callable[[Place], np.ndarray], valid: np.ndarray) -> np.ndarray:
        """Blend and classify: (rows, cols) uint8 of the window, as the whole run writes it there.

        probabilities: gives (4, height, width) float32 of a patch. valid: (rows, cols) bool of the window.
        """
        plan, window = self.plan, self.plan.window
        whole = np.zeros(plan.grid.shape, bool)
        whole[window.row : window.row + window.height, window.col : window.col + window.width] = valid

        def valid_of(index: int) -> tuple[np.ndarray, int]:
            row, ratio = plan.rows[index], (plan.grid.height, plan.network_grid.height)
            first, stop = (at * ratio[0] // ratio[1] for at in (row.top, plan.below(index)))
            return whole[first:stop], first

        rows = window_rows(plan, [map(probabilities, self.places)], valid_of, with_confidence=False)
        return np.concatenate([classes for classes, _ in rows])

    def covered(self) -> np.ndarray:
        """(rows, cols) bool of the window: what its patches cover."""
        plan, window = self.plan, self.plan.window
        down, across = (
            (np.arange(begin, begin + count) * coarse) // fine
            for begin, count, coarse, fine in (
                (window.row, window.height, plan.network_grid.height, plan.grid.height),
                (window.col, window.width, plan.network_grid.width, plan.grid.width),
            )
        )
        covered = np.zeros((window.height, window.width), bool)
        for row in plan.rows:
            inside = (down >= row.top) & (down < row.top + row.height)
            for left in row.lefts:
                covered |= inside[:, None] & ((across >= left) & (across < left + row.width))[None, :]
        return covered


def part_of(whole: MaskPlan, window: PixelWindow, only: Container[Place] | None = None) -> Part:
    """The patches of `whole` that have a say in `window`, a part of its grid; `only` some of them."""
    coarse, fine = whole.network_grid, whole.grid
    top, bottom = _reach(window.row, window.height, coarse.height, fine.height)
    left, right = _reach(window.col, window.width, coarse.width, fine.width)
    kept: list[PatchRow] = []
    places: list[Place] = []
    for row in whole.rows:
        if row.top >= bottom or row.top + row.height <= top:
            continue
        here = [Place(row.top, at, row.height, row.width) for at in row.lefts if at < right and at + row.width > left]
        here = [place for place in here if only is None or place in only]
        if here:
            kept.append(replace(row, lefts=tuple(place.left for place in here)))
            places += here
    rows = _Crop.around([top, bottom, *_ends((at.top, at.height) for at in places)], coarse.height, fine.height)
    cols = _Crop.around([left, right, *_ends((at.left, at.width) for at in places)], coarse.width, fine.width)
    plan = replace(
        whole,
        grid=fine.crop(rows.fine, cols.fine, rows.fine_count, cols.fine_count),
        network_grid=coarse.crop(rows.coarse, cols.coarse, rows.coarse_count, cols.coarse_count),
        window=replace(window, row=window.row - rows.fine, col=window.col - cols.fine),
        patches=PatchPlan(
            tuple(
                replace(row, top=row.top - rows.coarse, lefts=tuple(at - cols.coarse for at in row.lefts))
                for row in kept
            )
        ),
    )
    return Part(plan, tuple(places), (rows.fine, cols.fine))


def _reach(first: int, count: int, coarse: int, fine: int) -> tuple[int, int]:
    """Coarse pixels, begin and end, that fine pixels are interpolated from; the same ones on one grid."""
    if coarse == fine:
        return first, first + count
    return max(0, first * coarse // fine - 1), min(coarse, -(-(first + count) * coarse // fine) + 1)


def _ends(sides) -> list[int]:
    return [end for begin, size in sides for end in (begin, begin + size)]


@dataclass(frozen=True)
class _Crop:
    """One side of a crop that begins and ends where pixels of both grids do, so that they lie in it as in the whole."""

    coarse: int
    coarse_count: int
    fine: int
    fine_count: int

    @classmethod
    def around(cls, ends: list[int], coarse: int, fine: int) -> _Crop:
        steps = math.gcd(coarse, fine)
        low, high = coarse // steps, fine // steps
        begin, end = max(0, min(ends)) // low, -(-min(coarse, max(ends)) // low)
        return cls(begin * low, (end - begin) * low, begin * high, (end - begin) * high)
