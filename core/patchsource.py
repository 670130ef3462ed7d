"""What a mask is predicted from, and its patches read ahead of the network."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .area import PixelWindow
from .networks.model import Model
from .patches import PatchPlan, PatchRow
from .product import BELOW_1_MICROMETRE, Granule
from .reader import Grid, Reader, valid_pixels

AHEAD = 2  # patches of digital numbers that wait for the network; 13 bands of 768 px take 15 MB


@dataclass(frozen=True)
class MaskPlan:
    """What is to be predicted: `patches` on `network_grid`, for the `window` of `grid` that the mask covers."""

    granule: Granule
    model: Model
    grid: Grid
    network_grid: Grid
    window: PixelWindow
    patches: PatchPlan

    @cached_property
    def rows(self) -> tuple[PatchRow, ...]:
        """Rows that hold patches."""
        return tuple(row for row in self.patches.rows if row.lefts)

    def below(self, index: int) -> int:
        """Row of `network_grid` up to which no later patch reaches, once the row of patches `index` is predicted."""
        end = self.rows[index].top + self.rows[index].height
        return min(end, self.rows[index + 1].top) if index + 1 < len(self.rows) else end


class PatchSource:
    """Reads the patches of a plan in their order, a few ahead of who takes them; the first are read at once.

    Use as a context manager, in one thread.
    """

    def __init__(self, plan: MaskPlan, threads: int) -> None:
        self.plan = plan
        self._todo = deque((index, left) for index, row in enumerate(plan.rows) for left in row.lefts)
        self._ordered: deque[Future] = deque()
        self._valid_rows: dict[int, Future] = {}
        self._valid = np.zeros((0, plan.grid.width), bool)  # of the row of patches that is being read
        bands = plan.model.bands
        with ExitStack() as stack:
            self._reader = stack.enter_context(Reader(plan.granule, bands, plan.network_grid, threads=threads))
            self._fine_reader = None
            if plan.network_grid != plan.grid:
                tested = [name for name in bands if name in BELOW_1_MICROMETRE] or bands
                self._fine_reader = stack.enter_context(Reader(plan.granule, tested, plan.grid, threads=threads))
            self._pool = stack.enter_context(ThreadPoolExecutor(1, thread_name_prefix="read"))
            for _ in range(AHEAD):
                self._order()
            self._open = stack.pop_all()

    def __enter__(self) -> PatchSource:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._open.close()

    @property
    def all_ordered(self) -> bool:
        """Whether the last patch is read or being read: time for another source to begin."""
        return not self._todo

    def take(self) -> np.ndarray:
        """Digital numbers (bands, rows, cols) uint16 of the next patch. EngineError `broken-band`."""
        numbers = self._ordered.popleft().result()
        self._order()
        return numbers

    def valid(self, index: int) -> tuple[np.ndarray, int]:
        """Valid pixels of `grid`, (n, width) bool, and their first row: those that the row of patches `index` settles.

        Once a row, after its last patch has been taken.
        """
        return self._valid_rows.pop(index).result()

    def _order(self) -> None:
        if not self._todo:
            return
        index, left = self._todo.popleft()
        self._ordered.append(self._pool.submit(self._read, index, left))
        if not self._todo or self._todo[0][0] != index:
            self._valid_rows[index] = self._pool.submit(self._end_row, index)

    def _read(self, index: int, left: int) -> np.ndarray:
        row = self.plan.rows[index]
        numbers = self._reader.read(row.top, left, row.height, row.width)
        if not self._fine_reader:
            settled = self.plan.below(index) - row.top
            if left == row.lefts[0]:
                self._valid = np.zeros((settled, self.plan.grid.width), bool)
            self._valid[:, left : left + row.width] = valid_pixels(numbers[:, :settled], self._reader.bands)
        return numbers

    def _end_row(self, index: int) -> tuple[np.ndarray, int]:
        row = self.plan.rows[index]
        if not self._fine_reader:
            return self._valid, row.top
        coarse, fine = self.plan.network_grid, self.plan.grid
        first = row.top * fine.height // coarse.height
        stop = self.plan.below(index) * fine.height // coarse.height
        left = row.lefts[0] * fine.width // coarse.width
        right = min(fine.width, -(-(row.lefts[-1] + row.width) * fine.width // coarse.width))
        valid = np.zeros((stop - first, fine.width), bool)
        numbers = self._fine_reader.read(first, left, stop - first, right - left)
        valid[:, left:right] = valid_pixels(numbers, self._fine_reader.bands)
        return valid, first
