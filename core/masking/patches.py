"""Where the patches lie: as few as possible, every valid pixel in at least one, none entirely no data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from ..errors import EngineError
from ..products.grid import PixelWindow


@dataclass(frozen=True)
class PatchRow:
    """Patches of one height side by side: `top`, their `lefts`, and their size in pixels of the grid.

    `overlap_rows`, `overlap_cols`: how many pixels neighbours really share once the patches are spread evenly.
    """

    top: int
    lefts: tuple[int, ...]
    height: int
    width: int
    overlap_rows: int
    overlap_cols: int


@dataclass(frozen=True)
class PatchPlan:
    """Rows of patches from top to bottom."""

    rows: tuple[PatchRow, ...]

    def touching(self, window: PixelWindow) -> PatchPlan:
        """The patches that contain a pixel of `window`, in place."""
        right, bottom = window.col + window.width, window.row + window.height
        return PatchPlan(
            tuple(
                replace(row, lefts=tuple(at for at in row.lefts if at < right and at + row.width > window.col))
                for row in self.rows
                if row.top < bottom and row.top + row.height > window.row
            )
        )

    @property
    def count(self) -> int:
        """Number of patches."""
        return sum(len(row.lefts) for row in self.rows)


def spread(start: int, stop: int, size: int, overlap: int, limit: int) -> tuple[int, ...]:
    """Begins of the fewest intervals of `size` that cover [start, stop), evenly spread, inside [0, limit).

    Neighbours overlap by at least `overlap`. `size` is at most `limit`.
    """
    span = stop - start
    if span <= size:
        return (min(start, limit - size),)
    count = -(-(span - overlap) // (size - overlap))
    return tuple(start + (index * (span - size)) // (count - 1) for index in range(count))


def fitted(span: int, largest: int, overlap: int, least: int, multiple: int) -> int:
    """The smallest patch size, at least `least`, that needs no more patches than `largest` to cover `span` pixels.

    A multiple of `multiple`, as `largest` is. Neighbours overlap by at least `overlap`. All in pixels.
    """
    count = max(1, -(-(span - overlap) // (largest - overlap)))
    enough = max(least, -(-(span + (count - 1) * overlap) // count))
    return min(largest, -(-enough // multiple) * multiple)


def plan_patches(
    footprint: np.ndarray,
    shape: tuple[int, int],
    patch: int,
    overlap: int,
    least: int | None = None,
    multiple: int = 1,
) -> PatchPlan:
    """Plan patches of `patch` px over a grid; neighbours overlap by at least `overlap` px.

    Each row of patches spreads over its own valid span, so patches follow a slanted swath edge; rows spread over the
    valid height. A grid smaller than a patch gets patches of its own size.

    Parameters
    ----------
    footprint : (rows, cols) bool
        Where there may be data: any number of cells over the extent of the grid.
    shape : (int, int)
        Rows and columns of the grid.
    least : int, optional
        Sides may shrink to this, in steps of `multiple`, if that adds no patches; None for patches all alike.

    Raises
    ------
    EngineError
        `bad-settings`: an overlap that is not possible.
    """
    if not 0 <= overlap < patch:
        raise EngineError(
            "bad-settings",
            f"An overlap of {overlap} px is not possible with patches of {patch} px. Choose a smaller one.",
        )
    height, width = shape
    least = patch if least is None else least
    filled = np.flatnonzero(footprint.any(axis=1))
    if not filled.size:
        return PatchPlan(())
    cells_high, cells_wide = footprint.shape
    first = filled[0] * height // cells_high
    last = -(-(filled[-1] + 1) * height // cells_high)
    rows = []
    patch_height = min(height, fitted(int(last - first), patch, overlap, least, multiple))
    tops = spread(int(first), int(last), patch_height, min(overlap, patch_height - 1), height)
    for top in tops:
        strip = slice(top * cells_high // height, -(-(top + patch_height) * cells_high // height))
        cells = np.logical_or.reduce(footprint[strip], axis=0)
        columns = np.flatnonzero(cells)
        lefts: tuple[int, ...] = ()
        patch_width = min(width, patch)
        if columns.size:
            left = int(columns[0]) * width // cells_wide
            right = -(-(int(columns[-1]) + 1) * width // cells_wide)
            patch_width = min(width, fitted(right - left, patch, overlap, least, multiple))
            lefts = tuple(
                at
                for at in spread(left, right, patch_width, min(overlap, patch_width - 1), width)
                if cells[at * cells_wide // width : -(-(at + patch_width) * cells_wide // width)].any()
            )
        rows.append(
            PatchRow(top, lefts, patch_height, patch_width, _common(tops, patch_height), _common(lefts, patch_width))
        )
    return PatchPlan(tuple(rows))


def _common(begins: tuple[int, ...], size: int) -> int:
    """Least overlap of neighbours; 0 for a single one. Neighbours that do not touch count as 0."""
    return max(0, size - max((after - before for before, after in pairwise(begins)), default=size))


def ramp(size: int, overlap: int) -> np.ndarray:
    """Weights along one side of a patch: 1 inside, falling linearly over `overlap` px at both ends.

    Returns
    -------
    (size,) float32
    """
    distance = np.minimum(np.arange(size), np.arange(size)[::-1]) + 0.5
    return np.minimum(1, distance / max(1, min(overlap, size))).astype(np.float32)
