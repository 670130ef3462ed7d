"""A cloud-free picture of many dates, with a receipt for every pixel; streamed by blocks, in bounded memory."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..errors import EngineError
from ..limits import MOST_COMPOSITE_MARGIN
from ..products.area import area_window
from ..products.granule import Granule
from ..products.grid import Grid, PixelWindow, product_grid
from ..products.ground_size import ground_size
from ..rasters.dilation import dilate
from ..rasters.unfinished import unfinished_folder
from . import choosing
from .composite_files import CompositeFiles
from .looks import UNKNOWN, Look, LookReader, MaskedGranule, group_looks, misfit, union_grid

BLOCK_METRES = 10240  # a block is a tile of the 10 m band files: each is decoded once
LEAST_BLOCK = 256
STACK_MEMORY = 400 << 20  # bytes of all looks of a block, for the methods that need them at once
SURE_STEP, MOST_STEPS = 5, 255  # percent of confidence that count alike below `sure`; more steps than there are
CELL_METRES, REACH_CELLS = 60, 50  # the distance to cloud and edge is measured in such cells; from 3 km on all is alike


@dataclass(frozen=True)
class CompositeSettings:
    """What a user can choose. `margin`: metres around cloud and shadow that count as not clear.

    `sure`: confidence of clear, 0 to 1, from which on a look is taken before those less sure, which follow in steps of
    0.05; 0 takes all alike.
    """

    method: str = "median"
    bands: tuple[str, ...] = ("B04", "B03", "B02")
    resolution: int = 20
    bounds: tuple[float, float, float, float] | None = None
    bounds_crs: str | None = None
    margin: float = 60.0
    sure: float = 0.95

    def __post_init__(self) -> None:
        if self.method not in choosing.METHODS:
            raise EngineError(
                "bad-settings", f"There is no method {self.method}. Choose {', '.join(choosing.METHODS)}."
            )
        if not self.bands or len(set(self.bands)) < len(self.bands):
            raise EngineError("bad-settings", "Name each band of the composite once, such as B04,B03,B02.")
        if not 0 <= self.margin <= MOST_COMPOSITE_MARGIN:
            raise EngineError(
                "bad-settings", f"A margin of {self.margin:g} m is not possible. Choose 0 to {MOST_COMPOSITE_MARGIN}."
            )
        if not 0 <= self.sure <= 1:
            raise EngineError("bad-settings", f"A confidence of {self.sure:g} is not possible. Choose 0 to 1.")


@dataclass(frozen=True)
class Composite:
    """What was written: the picture, its receipt, style and provenance; the days in it; shares of its pixels."""

    path: str
    receipt: str
    qml: str
    json: str
    days: tuple[int, ...]
    filled: float
    never_clear: float


def fitting(
    granules: Sequence[tuple[str, Granule]], settings: CompositeSettings
) -> tuple[list[tuple[str, Granule]], list[tuple[str, EngineError]]]:
    """The granules that can be in one composite with the first, and the products that cannot with the reason.

    They hold all bands, are of one level, and lie on one grid: one UTM zone, any tiles and orbits.
    """
    chosen: list[tuple[str, Granule]] = []
    refused: list[tuple[str, EngineError]] = []
    for product, granule in granules:
        lacking = [band for band in settings.bands if band not in granule.bands]
        problem: EngineError | None = None
        if lacking:
            problem = EngineError(
                "missing-band", f"{product} has no {' '.join(lacking)}, so it is left out. Choose other bands."
            )
        elif chosen and granule.level != chosen[0][1].level:
            problem = EngineError(
                "wrong-level",
                f"{product} is {granule.level} and the first product {chosen[0][1].level}: their reflectances differ. "
                "Composite the levels one by one.",
            )
        else:
            first = product_grid(chosen[0][1] if chosen else granule, settings.resolution)
            problem = misfit(granule, first, settings.resolution)
        if not problem and settings.bounds:
            try:
                grid = product_grid(granule, settings.resolution)
                area_window(grid, settings.bounds, settings.bounds_crs, product)
            except EngineError as error:
                problem = error
        if problem:
            refused.append((product, problem))
        else:
            chosen.append((product, granule))
    return chosen, refused


def composite(
    parts: Sequence[MaskedGranule],
    out: str,
    settings: CompositeSettings,
    left_out: Sequence[tuple[str, EngineError]] = (),
    on_progress: Callable[[float], None] = lambda fraction: None,
) -> Composite:
    """Write the composite of masked granules of one UTM zone: COG, receipt, style and provenance, whole or not at all.

    A pixel shows a look only where its mask is clear, the margin kept, and its bands hold data; one less `sure` than
    asked only where none is surer. `latest`, `first`:
    the look of that date. `best`: the one farthest from cloud, shadow and edge, up to 3 km; of equals the latest.
    `medoid`: the look most like all others. `median`: band by band; its receipt names the nearest look. Reflectance is
    that of each date's own offset and quantification, uint16 × 10000, 0 no data. The receipt is int32 of three bands:
    day (YYYYMMDD), clear looks, confidence of clear in percent; -1 unknown or none.

    Raises EngineError "grid-mismatch", "outside-product", "missing-band", "broken-band", "bad-raster", "nothing-clear"
    (no pixel of any product is clear), "output-folder", "disk-full", "busy".
    """
    looks = group_looks(parts)
    for part in parts:
        part.granule.require(settings.bands)
    grid = union_grid([part.granule for part in parts], settings.resolution, settings.bounds, settings.bounds_crs)
    target = Path(out)
    shown, filled, seen, done = np.zeros(len(looks), np.int64), 0, 0, 0
    with unfinished_folder(target) as folder, LookReader(grid, settings.bands) as reader:
        files = CompositeFiles(folder, target, grid, settings.bands)
        try:
            for window in _blocks(grid, len(looks) * len(settings.bands)):
                block = _Block(looks, reader, grid, window, settings)
                values, index = block.shown()
                files.write(window, values, block.receipt(index))
                shown += np.bincount(index[index >= 0], minlength=len(looks))
                filled += int(np.count_nonzero(index >= 0))
                seen += int(np.count_nonzero(block.seen))
                done += window.height * window.width
                on_progress(0.9 * done / (grid.height * grid.width))
            if not filled:
                raise EngineError(
                    "nothing-clear",
                    "No pixel of any mask is clear in this area, so there is nothing to show. Give more dates, a "
                    "smaller margin, or another area.",
                )
            files.finish(looks, shown, settings, left_out)
        finally:
            files.close()
        on_progress(1.0)
    days = tuple(sorted({look.day for look, count in zip(looks, shown, strict=True) if count}))
    area = grid.height * grid.width
    return Composite(*files.paths, days, round(filled / area, 6), round((seen - filled) / area, 6))


def _blocks(grid: Grid, planes: int) -> Iterator[PixelWindow]:
    """Windows that cover the grid, row by row; smaller where many planes must be held at once."""
    side = max(LEAST_BLOCK, round(BLOCK_METRES / grid.resolution / LEAST_BLOCK) * LEAST_BLOCK)
    while side > LEAST_BLOCK and planes * side * side * 8 > STACK_MEMORY:
        side //= 2
    for row in range(0, grid.height, side):
        for col in range(0, grid.width, side):
            yield PixelWindow(row, col, min(side, grid.height - row), min(side, grid.width - col))


class _Block:
    """One window of the composite: what the masks say of it, and what it shows."""

    def __init__(
        self, looks: Sequence[Look], reader: LookReader, grid: Grid, window: PixelWindow, settings: CompositeSettings
    ) -> None:
        self._looks, self._reader, self._window, self._settings = looks, reader, window, settings
        self._pixel = ground_size(grid.crs, grid.transform, grid.width / 2, grid.height / 2)
        shape = window.height, window.width
        self.seen = np.zeros(shape, bool)
        self.clear = np.zeros((len(looks), *shape), bool)
        self._confidence: dict[int, np.ndarray] = {}
        self._score = np.zeros((len(looks), *shape), np.int32)
        for number, look in enumerate(looks):
            self._look_at(number, look)
        self._prefer_sure()

    def _look_at(self, number: int, look: Look) -> None:
        settings, window = self._settings, self._window
        halo = [math.floor(settings.margin / side + 1e-9) for side in self._pixel]
        cell = [max(1, round(CELL_METRES / side)) for side in self._pixel]
        if settings.method == "best":
            halo = [max(margin, (REACH_CELLS + 2) * side) for margin, side in zip(halo, cell, strict=True)]
        # Cells of the distance lie alike in every block.
        begins = [start - margin for start, margin in zip((window.row, window.col), halo, strict=True)]
        top, left = (begin - begin % side for begin, side in zip(begins, cell, strict=True))
        bottom, right = window.row + window.height + halo[0], window.col + window.width + halo[1]
        cover = self._reader.cover(look, PixelWindow(top, left, bottom - top, right - left), with_confidence=True)
        row, col = window.row - top, window.col - left
        inner = slice(row, row + window.height), slice(col, col + window.width)
        clear = cover.clear
        if settings.margin:
            clear = clear & ~dilate(cover.seen & ~clear, *(settings.margin / side for side in self._pixel))
        self.clear[number] = clear[inner]
        self.seen |= cover.seen[inner]
        if (cover.confidence[inner] != UNKNOWN).any():
            self._confidence[number] = cover.confidence[inner].copy()
        rank = len(self._looks) - 1 - number if settings.method == "first" else number
        score: np.ndarray | np.int32 = np.int32(rank)
        if settings.method == "best" and self.clear[number].any():
            metres = _distance_metres(clear, cell)[inner]
            score = metres * np.int32(len(self._looks)) + score
        self._score[number] = np.where(self.clear[number], score, -1)

    def _prefer_sure(self) -> None:
        """Leave out looks that are less sure of clear than another: alike from `sure` on, below it in steps."""
        least = round(100 * self._settings.sure)
        lacks = np.full(self.clear.shape, MOST_STEPS, np.uint8)
        for number, clear in enumerate(self.clear):
            percent = self._confidence.get(number)
            if percent is None:  # a mask without confidence is taken as it is
                lacks[number][clear] = 0
            else:  # UNKNOWN is above
                steps = -(-np.maximum(least - percent.astype(np.int16), 0) // SURE_STEP)
                lacks[number][clear] = steps[clear]
        self._score[lacks > lacks.min(axis=0)] = -1

    def shown(self) -> tuple[np.ndarray, np.ndarray]:
        """Reflectance (bands, rows, cols) uint16, and the look shown (rows, cols) int16, NONE where none is clear."""
        if self._settings.method in ("median", "medoid"):
            return self._middle()
        values = np.zeros((len(self._settings.bands), *self.seen.shape), np.uint16)
        index = np.full(self.seen.shape, choosing.NONE, np.int16)
        while True:  # again where the bands of the look chosen hold no data though its mask is clear
            best = self._score.argmax(axis=0).astype(np.int16)
            todo = (self._score.max(axis=0) >= 0) & (index == choosing.NONE)
            if not todo.any():
                return values, index
            for number in np.unique(best[todo]).tolist():
                wanted = todo & (best == number)
                found = self._reader.values(self._looks[number], self._window, wanted)
                filled = wanted & (found[0] > 0)
                np.copyto(values, found, where=filled)
                index[filled] = number
                self._score[number][wanted] = -1

    def _middle(self) -> tuple[np.ndarray, np.ndarray]:
        wanted = self._score >= 0
        several = [number for number in range(len(self._looks)) if wanted[number].any()]
        stack = np.zeros((len(several), len(self._settings.bands), *self.seen.shape), np.uint16)
        for at, number in enumerate(several):
            stack[at] = self._reader.values(self._looks[number], self._window, wanted[number])
        if not several:
            return np.zeros(stack.shape[1:], np.uint16), np.full(self.seen.shape, choosing.NONE, np.int16)
        if self._settings.method == "median":
            values = choosing.median(stack)
            index = choosing.nearest(stack, values)
        else:
            index = choosing.medoid(stack)
            values = np.take_along_axis(stack, np.maximum(index, 0)[None, None].astype(np.intp), axis=0)[0]
            values[:, index < 0] = 0
        return values, np.where(index >= 0, np.array(several, np.int16)[index], choosing.NONE).astype(np.int16)

    def receipt(self, index: np.ndarray) -> np.ndarray:
        """(3, rows, cols) int32: day, number of clear looks, confidence in percent; -1 none or unknown."""
        out = np.full((3, *index.shape), -1, np.int32)
        days = np.array([look.day for look in self._looks], np.int32)
        there = index >= 0
        out[0][there] = days[index[there]]
        out[1][self.seen] = self.clear.sum(axis=0, dtype=np.int32)[self.seen]
        for number, confidence in self._confidence.items():
            known = (index == number) & (confidence != UNKNOWN)
            out[2][known] = confidence[known]
        return out


def _distance_metres(clear: np.ndarray, cell: Sequence[int]) -> np.ndarray:
    """Metres from each pixel to what is not clear, (rows, cols) int32; measured in cells of so many rows and columns,
    bilinear between them."""
    rows, cols = (-(-size // side) for size, side in zip(clear.shape, cell, strict=True))
    whole = np.zeros((rows * cell[0], cols * cell[1]), bool)
    whole[: clear.shape[0], : clear.shape[1]] = clear
    hidden = ~np.logical_and.reduce(whole.reshape(rows, cell[0], cols, cell[1]), axis=(1, 3))
    distance = choosing.distance_to(hidden, REACH_CELLS) * np.float32(CELL_METRES)
    for axis, size in enumerate(clear.shape):
        at = np.clip((np.arange(size) + 0.5) / cell[axis] - 0.5, 0, distance.shape[axis] - 1)
        low = np.floor(at).astype(np.intp)
        share = (at - low).astype(np.float32).reshape((-1, 1) if axis == 0 else (1, -1))
        high = np.minimum(low + 1, distance.shape[axis] - 1)
        distance = distance.take(low, axis) * (1 - share) + distance.take(high, axis) * share
    return np.rint(distance).astype(np.int32)
