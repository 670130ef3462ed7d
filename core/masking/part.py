"""A part of a whole run: the patches that a window needs, where the whole run has them, on grids cropped around them.

So the mask of a window is that of the whole product there, and a patch serves every view that touches it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from ..networks.model import Model
from ..products.grid import PixelWindow
from .patch_source import MaskPlan
from .patches import PatchPlan, PatchRow
from .rows import window_rows


@cache
def network_key(model: Model) -> str:
    """Identifies a network by its weights and how they are used."""
    return f"{model.sha256} {model.description_sha256}"


@dataclass(frozen=True)
class Place:
    """Where a patch of the whole run lies, in pixels of its network's grid of `metres`."""

    network: str  # its `network_key`
    metres: int
    top: int
    left: int
    height: int
    width: int

    @property
    def window(self) -> PixelWindow:
        """The pixels it covers."""
        return PixelWindow(self.top, self.left, self.height, self.width)


@dataclass(frozen=True)
class Part:
    """`plan` covers the window alone, on cropped grids. `levels`: the patches of the plan, and of its second part."""

    plan: MaskPlan
    levels: tuple[tuple[Place, ...], ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """All patches."""
        return tuple(place for level in self.levels for place in level)

    def classes(self, probabilities: Callable[[Place], np.ndarray], valid: np.ndarray) -> np.ndarray:
        """Blend and classify, as the whole run does there.

        Parameters
        ----------
        probabilities : function of a Place
            Gives (4, height, width) float32 of its patch.
        valid : (rows, cols) bool
            Where the window holds data.

        Returns
        -------
        (rows, cols) uint8
            Classes of the window, 255 no data.
        """
        plan, window = self.plan, self.plan.window
        whole = np.zeros(plan.grid.shape, bool)
        whole[window.slices] = valid

        def valid_of(index: int) -> tuple[np.ndarray, int]:
            fine, coarse = plan.grid.height, plan.network_grid.height
            first, stop = (at * fine // coarse for at in (plan.rows[index].top, plan.below(index)))
            return whole[first:stop], first

        streams = [map(probabilities, level) for level in self.levels]
        return np.concatenate([classes for classes, _ in window_rows(plan, streams, valid_of, with_confidence=False)])

    def covered(self) -> np.ndarray:
        """Where the patches of every level are blended.

        Below its last own row, a row of patches is blended only where the next one has patches too.

        Returns
        -------
        (rows, cols) bool
            Of the window.
        """
        window = self.plan.window
        everywhere = np.ones((window.height, window.width), bool)
        for plan in levels_of(self.plan):
            down = np.arange(window.row, window.row + window.height) * plan.network_grid.height // plan.grid.height
            across = np.arange(window.col, window.col + window.width) * plan.network_grid.width // plan.grid.width
            covered = np.zeros_like(everywhere)
            for index, row in enumerate(plan.rows):
                inside = (down >= row.top) & (down < plan.below(index))
                for left in row.lefts:
                    covered |= inside[:, None] & ((across >= left) & (across < left + row.width))[None, :]
            everywhere &= covered
        return everywhere


def levels_of(plan: MaskPlan) -> list[MaskPlan]:
    """A plan and, of a joined network, its second part."""
    return [plan, plan.second] if plan.second else [plan]


def part_of(whole: MaskPlan, window: PixelWindow, only: Container[Place] | None = None) -> Part:
    """The patches of `whole` that contribute to `window`, a part of its grid; `only`: some of its first level."""
    kept = [_rows_in(plan, window, None if number else only) for number, plan in enumerate(levels_of(whole))]
    plan, _ = _around(whole, window, kept)
    return Part(plan, tuple(tuple(place for _, places in rows for place in places) for rows in kept))


def cropped(plan: MaskPlan) -> tuple[MaskPlan, PixelWindow]:
    """The plan on grids cropped to its window and patches, and where they lie in its grid. It gives the same rows."""
    return _around(plan, plan.window, [[(row, _places(of, row)) for row in of.rows] for of in levels_of(plan)])


def _around(
    whole: MaskPlan, window: PixelWindow, kept: Sequence[Sequence[tuple[PatchRow, tuple[Place, ...]]]]
) -> tuple[MaskPlan, PixelWindow]:
    """A plan on grids cropped to a window and some patches of each level, and the crop."""
    plans = levels_of(whole)
    high, wide = ([getattr(plan.network_grid, side) for plan in plans] for side in ("height", "width"))
    levels = [[place for _, places in rows for place in places] for rows in kept]
    down, across = ([[(at.top, at.height) for at in places] for places in levels],
                    [[(at.left, at.width) for at in places] for places in levels])  # fmt: skip
    sides = (
        _crop(window.row, window.height, whole.grid.height, high, down),
        _crop(window.col, window.width, whole.grid.width, wide, across),
    )
    second = _on_crop(plans[1], window, kept[1], sides, None) if len(plans) > 1 else None
    (row, bottom), (col, right) = sides
    return _on_crop(whole, window, kept[0], sides, second), PixelWindow(row, col, bottom - row, right - col)


def _rows_in(
    plan: MaskPlan, window: PixelWindow, only: Container[Place] | None
) -> list[tuple[PatchRow, tuple[Place, ...]]]:
    """Rows of patches that reach into a window, with those of their patches that do."""
    coarse = plan.network_grid
    found = []
    for row in plan.patches.touching(window.sources(plan.grid, coarse)).rows:
        places = tuple(place for place in _places(plan, row) if only is None or place in only)
        if places:
            found.append((row, places))
    return found


def _places(plan: MaskPlan, row: PatchRow) -> tuple[Place, ...]:
    key, metres = network_key(plan.model), plan.network_grid.resolution
    return tuple(Place(key, metres, row.top, left, row.height, row.width) for left in row.lefts)


def _crop(
    first: int, count: int, fine: int, coarse: Sequence[int], patches: Sequence[Sequence[tuple[int, int]]]
) -> tuple[int, int]:
    """One side of the crop around a window and patches (begin, size) of each level: fine pixels, begin and end.

    It begins and ends where pixels of all grids do, so they are aligned as in the whole.
    """
    step, last = math.lcm(*(fine // math.gcd(fine, size) for size in coarse)), first + count
    for size, level in zip(coarse, patches, strict=True):
        for begin, side in level:
            first, last = min(first, begin * fine // size), max(last, -(-(begin + side) * fine // size))
    return first // step * step, -(-last // step) * step


def _on_crop(
    plan: MaskPlan,
    window: PixelWindow,
    rows: Sequence[tuple[PatchRow, tuple[Place, ...]]],
    sides: tuple[tuple[int, int], tuple[int, int]],
    second: MaskPlan | None,
) -> MaskPlan:
    """The plan on grids cropped to `sides` of the fine one, with some of its patches."""
    (row, down), (col, across) = sides
    fine, coarse = plan.grid, plan.network_grid
    top, bottom = row * coarse.height // fine.height, down * coarse.height // fine.height
    left, right = col * coarse.width // fine.width, across * coarse.width // fine.width
    moved = tuple(
        replace(of, top=of.top - top, lefts=tuple(place.left - left for place in places)) for of, places in rows
    )
    return replace(
        plan,
        grid=fine.crop(PixelWindow(row, col, down - row, across - col)),
        network_grid=coarse.crop(PixelWindow(top, left, bottom - top, right - left)),
        window=replace(window, row=window.row - row, col=window.col - col),
        patches=PatchPlan(moved),
        second=second,
    )
