"""Predicted patches are blended and classified, row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

import numpy as np

from ..classes import CLASSES, CONFIDENCE_SCALE, NO_DATA
from ..errors import EngineError
from ..networks.joined import join
from ..networks.temperature import tempered
from ..products.grid import Grid, PixelWindow
from .mosaic import CoarseRows, Interpolator, Mosaic
from .patch_source import MaskPlan

BLANK_ROWS = 512

Rows = tuple[np.ndarray, np.ndarray]  # classes (n, width) uint8; confidence (4, n, width) uint8, (0, …) where not asked
ValidOf = Callable[[int], tuple[np.ndarray, int]]  # of a row of patches: valid pixels (n, width) bool, their first row


def window_rows(
    plan: MaskPlan, streams: Sequence[Iterator[np.ndarray]], valid_of: ValidOf, with_confidence: bool
) -> Iterator[Rows]:
    """Blend and classify the rows of the plan's window, from top to bottom.

    Parameters
    ----------
    streams : (4, height, width) float32 each
        Probabilities of the plan's patches, and those of its second part where it has one.
    valid_of : callable
        What `PatchSource.valid` says of a row of patches; asked once a row, after its last patch.

    Yields
    ------
    classes : (n, width) uint8
    confidence : (4, n, width) uint8
        Probability × 250; (0, n, width) without `with_confidence`.
    """
    window = plan.window
    row, end = window.row, window.row + window.height
    for (classes, confidence), valid, first in _whole_rows(plan, streams, valid_of, with_confidence):
        start, stop = max(first, window.row), min(first + classes.shape[0], end)
        if stop <= start:
            continue
        yield from _blank_rows(row, start, window.width, with_confidence)
        part = slice(start - first, stop - first), slice(window.col, window.col + window.width)
        yield _where_valid((classes[part], confidence[:, *part]), valid[part])
        row = stop
    yield from _blank_rows(row, end, window.width, with_confidence)


def _blank_rows(start: int, stop: int, width: int, with_confidence: bool) -> Iterator[Rows]:
    """Rows `start` to `stop` without data, some hundred at a time."""
    for first in range(start, stop, BLANK_ROWS):
        yield _blank((min(BLANK_ROWS, stop - first), width), with_confidence)


def _blank(shape: tuple[int, int], with_confidence: bool) -> Rows:
    layers = len(CLASSES) if with_confidence else 0
    return np.full(shape, NO_DATA, np.uint8), np.full((layers, *shape), NO_DATA, np.uint8)


def _whole_rows(
    plan: MaskPlan, streams: Sequence[Iterator[np.ndarray]], valid_of: ValidOf, with_confidence: bool
) -> Iterator[tuple[Rows, np.ndarray, int]]:
    """Rows over the whole width of the grid, their valid pixels, and the first row's number.

    Rows without patches are left out. No data is where a network has predicted nothing.
    """
    second = None
    if plan.second:
        blended = _blended_rows(plan.second, streams[1])
        second = CoarseRows(blended, plan.second.network_grid.shape, plan.grid.shape)
    if plan.network_grid != plan.grid:
        fine_rows = _FineRows(plan.network_grid, plan.grid)
        for index, (top, whole) in enumerate(_blended_rows(plan, streams[0])):
            last = index + 1 == len(plan.rows)
            for probabilities, valid, first in fine_rows.push(whole, top, *valid_of(index), last):
                rows = _blank(valid.shape, with_confidence)
                total = probabilities.sum(axis=0)
                _classify(probabilities / np.where(total > 0, total, 1), rows, first, 0, second, plan.temperature)
                rows[0][total <= 0] = NO_DATA
                yield rows, valid, first
        return
    mosaic = Mosaic(plan.grid.width)
    for index, row in enumerate(plan.rows):
        below = plan.below(index)
        rows = _blank((below - row.top, plan.grid.width), with_confidence)
        for left, probabilities in mosaic.blend(row, below, islice(streams[0], len(row.lefts))):
            _classify(probabilities, rows, row.top, left, second, plan.temperature)
        yield rows, valid_of(index)[0], row.top


def _blended_rows(plan: MaskPlan, predicted: Iterator[np.ndarray]) -> Iterator[tuple[int, np.ndarray]]:
    """First row, and probabilities (4, n, width of the network's grid) float32; 0 where no patch lies."""
    mosaic = Mosaic(plan.network_grid.width)
    for index, row in enumerate(plan.rows):
        below = plan.below(index)
        whole = np.zeros((len(CLASSES), below - row.top, plan.network_grid.width), np.float32)
        for left, probabilities in mosaic.blend(row, below, islice(predicted, len(row.lefts))):
            whole[..., left : left + probabilities.shape[2]] = probabilities
        yield row.top, whole


def _classify(
    probabilities: np.ndarray,
    rows: Rows,
    top: int,
    left: int,
    second: CoarseRows | None,
    temperature: tuple[float, ...],
) -> None:
    """Write the likeliest class, and the confidence, of a block (4, n, cols) into `rows` from column `left` on.

    top: the block's row of the grid. second: of a joined network, what the block is joined with. temperature: one for
    each class, if any.
    """
    part = slice(left, left + probabilities.shape[2])
    classes, confidence = rows
    probabilities, unseen = told(probabilities, top, left, second)
    likeliest = probabilities.argmax(axis=0)
    classes[:, part] = likeliest
    if unseen is not None:
        classes[:, part][unseen] = NO_DATA
    if len(confidence):
        certain = tempered(probabilities, likeliest, temperature) if temperature else probabilities
        confidence[..., part] = np.rint(certain * CONFIDENCE_SCALE)


def told(
    probabilities: np.ndarray, top: int, left: int, second: CoarseRows | None
) -> tuple[np.ndarray, np.ndarray | None]:
    """Join the probabilities of a block with those of the second part of a joined network.

    Parameters
    ----------
    probabilities : (4, n, cols) float32
        Of a block whose first pixel is (`top`, `left`).
    second : CoarseRows, optional
        None for a network alone.

    Returns
    -------
    probabilities : (4, n, cols) float32
    unseen : (n, cols) bool or None
        What the second part has not seen.
    """
    if second is None:
        return probabilities, None
    coarse = second.block(PixelWindow(top, left, *probabilities.shape[1:]))
    return join(probabilities, coarse), coarse.sum(axis=0) == 0


def _where_valid(rows: Rows, valid: np.ndarray) -> Rows:
    """`rows` with no data where the product has none. EngineError `internal` when it has some that no patch covers."""
    classes, confidence = rows
    if (classes[valid] == NO_DATA).any():
        raise EngineError("internal", "Valid pixels lie in no patch. Please report it.")
    classes[~valid] = NO_DATA
    if len(confidence):
        confidence[:, ~valid] = NO_DATA
    return rows


class _FineRows:
    """Pairs interpolated probabilities with the valid pixels of the finer grid, row by row."""

    def __init__(self, coarse: Grid, fine: Grid) -> None:
        self._coarse, self._fine = coarse, fine
        self._interpolator = Interpolator((coarse.height, coarse.width), (fine.height, fine.width))
        self._pushed = 0  # coarse rows
        self._given = 0  # fine rows
        self._valid: list[tuple[int, np.ndarray]] = []

    def push(
        self, probabilities: np.ndarray, first: int, valid: np.ndarray, valid_first: int, last: bool
    ) -> Iterator[tuple[np.ndarray, np.ndarray, int]]:
        """Take coarse rows that begin at `first`; yield what they determine: probabilities, valid, first row."""
        self._valid.append((valid_first, valid))
        width = self._coarse.width
        while self._pushed < first:  # rows without patches
            empty = np.zeros((len(CLASSES), min(256, first - self._pushed), width), np.float32)
            yield self._with_valid(empty)
        yield self._with_valid(probabilities)
        if last and self._pushed < self._coarse.height:
            # The row below the last patch repeats it: interpolation must not fade out at the edge of the data.
            yield self._with_valid(probabilities[:, -1:])

    def _with_valid(self, probabilities: np.ndarray) -> tuple[np.ndarray, np.ndarray, int]:
        fine = self._interpolator.push(probabilities)
        self._pushed += probabilities.shape[1]
        first, stop = self._given, self._given + fine.shape[1]
        self._given = stop
        valid = np.zeros(fine.shape[1:], bool)
        for begin, part in self._valid:
            low, high = max(first, begin), min(stop, begin + part.shape[0])
            if low < high:
                valid[low - first : high - first] = part[low - begin : high - begin]
        self._valid = [(begin, part) for begin, part in self._valid if begin + part.shape[0] > stop]
        return fine, valid, first
