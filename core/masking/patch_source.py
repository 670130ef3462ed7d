"""What a mask is predicted from, and its patches read ahead of the network."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..networks.missing_bands import bands_to_read
from ..networks.model import Model
from ..products import no_data
from ..products.granule import Granule
from ..products.grid import Grid, PixelWindow
from ..products.reader import Reader
from .patches import PatchPlan, PatchRow

AHEAD = 2  # patches of digital numbers that wait for the network; 13 bands of 672 px take 12 MB


@dataclass(frozen=True)
class MaskPlan:
    """What is to be predicted: `patches` on `network_grid`, for the `window` of `grid` that the mask covers.

    second: what the second member of a joined network predicts, from some of the bands of the first. temperature: of
    the whole network's confidence.
    """

    granule: Granule
    model: Model
    grid: Grid
    network_grid: Grid
    window: PixelWindow
    patches: PatchPlan
    second: MaskPlan | None = None
    temperature: tuple[float, ...] = ()

    @cached_property
    def bands(self) -> tuple[str, ...]:
        """Bands that are read: the network's, without those that the granule lacks and it can do without."""
        return bands_to_read(self.granule, self.model)

    @cached_property
    def rows(self) -> tuple[PatchRow, ...]:
        """Rows that hold patches."""
        return tuple(row for row in self.patches.rows if row.lefts)

    def below(self, index: int) -> int:
        """Row of `network_grid` up to which no later patch reaches, once the row of patches `index` is predicted."""
        end = self.rows[index].top + self.rows[index].height
        return min(end, self.rows[index + 1].top) if index + 1 < len(self.rows) else end


class PatchSource:
    """Reads the patches of a plan in order, a few ahead of the consumer; reading starts at once.

    Use as a context manager, from one thread at a time; it need not be the one that made it. `second` is the source of
    the plan's second part: it reads the same open files in turn with this one, and gives no valid pixels.
    """

    def __init__(self, plan: MaskPlan, threads: int, beside: PatchSource | None = None) -> None:
        self.plan = plan
        self.second: PatchSource | None = None
        self._beside = beside
        self._todo = deque((index, left) for index, row in enumerate(plan.rows) for left in row.lefts)
        self._ordered: deque[Future] = deque()
        self._valid_rows: dict[int, Future] = {}
        self._then: Callable[[], None] | None = None
        self._state = np.zeros((0, plan.grid.width), np.uint8)  # of no data, from row `_state_top` on
        self._state_top = 0
        bands = plan.bands
        self._reader: Reader
        self._pool: ThreadPoolExecutor
        if beside:
            self._reader, self._pool = beside._reader.on(plan.network_grid, bands), beside._pool
            self._order_ahead()
            return
        with ExitStack() as stack:
            self._reader = stack.enter_context(Reader(plan.granule, bands, plan.network_grid, threads=threads))
            self._fine_reader = None
            if plan.network_grid != plan.grid:
                tested = no_data.tested_bands([plan.granule.bands[name] for name in bands])
                self._fine_reader = self._reader.on(plan.grid, [bands[at] for at in tested])
            self._pool = stack.enter_context(ThreadPoolExecutor(1, thread_name_prefix="read"))
            self._order_ahead()
            if plan.second:
                self.second = PatchSource(plan.second, threads, beside=self)
            self._open = stack.pop_all()

    def __enter__(self) -> PatchSource:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the band files; waits for a read under way."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._open.close()

    def when_all_read(self, call: Callable[[], None]) -> None:
        """Call `call`, in a thread of this source, once nothing is left to read or to take and the files are closed.

        Another source may start then: GDAL drops a file's cached tiles when the file is closed.
        """
        self._then = call
        self._end_if_all_read()

    def take(self) -> np.ndarray:
        """Numbers of the next patch.

        Returns
        -------
        (bands, rows, cols) uint16
            Digital numbers.

        Raises
        ------
        EngineError
            `broken-band`.
        """
        numbers = self._ordered.popleft().result()
        self._order()
        (self._beside or self)._end_if_all_read()
        return numbers

    def valid(self, index: int) -> tuple[np.ndarray, int]:
        """Valid pixels of the plan's window in the rows of `grid` that the row of patches `index` settles.

        Once a row of patches, after its last patch has been taken.

        Returns
        -------
        (n, width) bool
            Where there is data, over the width of `grid`; False beside the window.
        int
            The first of these rows.

        Raises
        ------
        EngineError
            `broken-band`.
        """
        return self._valid_rows.pop(index).result()

    def _order_ahead(self) -> None:
        for _ in range(AHEAD):
            self._order()

    def _order(self) -> None:
        if not self._todo:
            return
        index, left = self._todo.popleft()
        self._ordered.append(self._pool.submit(self._read, index, left))
        if not self._beside and (not self._todo or self._todo[0][0] != index):
            self._valid_rows[index] = self._pool.submit(self._end_row, index)

    def _end_if_all_read(self) -> None:
        if not self._ordered and not (self.second and self.second._ordered):
            self._pool.submit(self._end)

    def _end(self) -> None:
        self._reader.close()
        if self._then:
            self._then()

    def _read(self, index: int, left: int) -> np.ndarray:
        row = self.plan.rows[index]
        numbers = self._reader.read(PixelWindow(row.top, left, row.height, row.width))
        if not self._beside and not self._fine_reader:
            if left == row.lefts[0]:
                self._begin_state(row)
            begin = row.top - self._state_top
            part = slice(begin, begin + row.height), slice(left, left + row.width)
            state = no_data.seen(numbers, self._reader.bands, self.plan.grid)
            # Neighbours read the columns they share alike; what none has read yet is EMPTY.
            np.minimum(self._state[part], state, out=self._state[part])
        return numbers

    def _begin_state(self, row: PatchRow) -> None:
        """Start a row of patches: its state is EMPTY, except for the pixels that the row above has read."""
        top = max(0, row.top - no_data.REACH)
        bottom = min(self.plan.grid.height, row.top + row.height + no_data.REACH)
        above = self._state[max(0, top - self._state_top) : max(0, row.top - self._state_top)]
        self._state = np.full((bottom - top, self.plan.grid.width), no_data.EMPTY, np.uint8)
        self._state[: len(above)] = above
        self._state_top = top

    def _end_row(self, index: int) -> tuple[np.ndarray, int]:
        row, settled, window = self.plan.rows[index], self.plan.below(index), self.plan.window
        coarse, fine = self.plan.network_grid, self.plan.grid
        first, stop = row.top * fine.height // coarse.height, settled * fine.height // coarse.height
        valid = np.zeros((stop - first, fine.width), bool)
        if not self._fine_reader:
            state = self._state[: stop + no_data.REACH - self._state_top]
            around = window.widened(no_data.REACH, fine)
            across = slice(around.col, around.col + around.width)
            known = self._reader.valid(state[:, across], self._state_top, around.col)
            valid[:, across] = known[first - self._state_top : stop - self._state_top]
            return valid, first
        top, bottom = max(first, window.row), min(stop, window.row + window.height)
        for begin, end in _spans(row):
            left = max(window.col, begin * fine.width // coarse.width)
            right = min(window.col + window.width, -(-end * fine.width // coarse.width))
            if top < bottom and left < right:
                part = PixelWindow(top, left, bottom - top, right - left)
                valid[top - first : bottom - first, left:right] = self._fine_reader.read_valid(part)[1]
        return valid, first


def _spans(row: PatchRow) -> list[tuple[int, int]]:
    """First and last column of each run of touching patches."""
    spans: list[tuple[int, int]] = []
    for left in row.lefts:
        if spans and left <= spans[-1][1]:
            spans[-1] = spans[-1][0], left + row.width
        else:
            spans.append((left, left + row.width))
    return spans
