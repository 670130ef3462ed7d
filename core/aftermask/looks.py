"""Products with their masks as looks at the ground: one a day and satellite, on the grid of a composite."""

from __future__ import annotations

import contextlib
import re
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

import numpy as np
import rasterio
from rasterio.transform import from_origin

from ..classes import CLASSES, CONFIDENCE_SCALE, NO_DATA
from ..errors import EngineError
from ..products.area import Bounds, area_window
from ..products.granule import BELOW_1_MICROMETRE, Band, Granule
from ..products.grid import Grid, PixelWindow, is_upright, not_upright, product_grid
from ..products.reader import Reader
from ..rasters.raster_file import opened_raster
from ..system.memory import cores
from .touched import ALIGNED, fold, read_span, spans

REFLECTANCE_SCALE = 10000
OF_ONE_PRODUCT = ("bad-raster", "broken-band", "broken-zip", "missing-band", "grid-mismatch")
UNKNOWN = 255  # confidence of a mask that has none
MOST_FILES = 400  # held open at a time


@dataclass(frozen=True)
class MaskedGranule:
    """A granule with its mask file, the confidence beside it (None: there is none), and what the mask's .json says."""

    granule: Granule
    mask: str
    confidence: str | None
    facts: dict

    @property
    def day(self) -> int:
        """Day of sensing as YYYYMMDD. EngineError `broken-metadata` when the product does not say it."""
        sensed = re.match(r"(\d{4})-(\d{2})-(\d{2})", self.granule.sensing_time)
        if not sensed:
            raise EngineError(
                "broken-metadata",
                f"{self.granule.product_path} does not say when it was sensed. Put the date into its name "
                "(…_2024-07-15.tif), or give the product as it was delivered.",
            )
        return int("".join(sensed.groups()))


@dataclass(frozen=True)
class Look:
    """What one satellite saw on one day: granules side by side, or overlapping. `day` is YYYYMMDD."""

    day: int
    mission: str
    parts: tuple[MaskedGranule, ...]


def group_looks(parts: Sequence[MaskedGranule]) -> tuple[Look, ...]:
    """The looks, from the earliest to the latest."""
    looks: dict[tuple[int, str], list[MaskedGranule]] = {}
    for part in sorted(parts, key=lambda part: (part.day, part.granule.mission, part.granule.name)):
        looks.setdefault((part.day, part.granule.mission), []).append(part)
    return tuple(Look(day, mission, tuple(several)) for (day, mission), several in looks.items())


def union_grid(granules: Sequence[Granule], resolution: int, bounds: Bounds | None, bounds_crs: str | None) -> Grid:
    """The grid of `resolution` metres that holds all granules, or the part of it that covers `bounds`.

    EngineError `grid-mismatch` when one has another CRS, or pixels of another size or out of step with the first's;
    `outside-product` when the area touches none.
    """
    grids = [product_grid(granule, resolution) for granule in granules]
    first = grids[0]
    width, height = first.transform.a, first.transform.e
    for granule in granules:
        problem = misfit(granule, first, resolution)
        if problem:
            raise problem
    left, top = min(grid.bounds[0] for grid in grids), max(grid.bounds[3] for grid in grids)
    right, bottom = max(grid.bounds[2] for grid in grids), min(grid.bounds[1] for grid in grids)
    whole = Grid(
        first.crs, from_origin(left, top, width, -height), round((right - left) / width),
        round((bottom - top) / height), resolution,
    )  # fmt: skip
    window = area_window(whole, bounds, bounds_crs, "all products")
    return whole.crop(window)


def misfit(granule: Granule, first: Grid, resolution: int) -> EngineError | None:
    """Why a granule cannot share the grid of the first one, both at `resolution` metres; None when it can."""
    grid = product_grid(granule, resolution)
    path = granule.product_path
    if grid.crs != first.crs or not grid.crs:
        return EngineError(
            "grid-mismatch",
            f"{path} is in {grid.crs or 'no CRS'}, not in {first.crs or 'one'} as the first product. Composite the "
            "zones one by one.",
        )
    if not is_upright(grid.transform):
        return not_upright(path)
    a, e = first.transform.a, first.transform.e
    if abs(grid.transform.a - a) > ALIGNED * abs(a) or abs(grid.transform.e - e) > ALIGNED * abs(e):
        return EngineError(
            "grid-mismatch",
            f"The pixels of {path} are {abs(grid.transform.a):g} wide, those of the first product {abs(a):g}. Give "
            "products of one pixel size.",
        )
    steps = (grid.transform.c - first.transform.c) / a, (grid.transform.f - first.transform.f) / e
    if any(abs(step - round(step)) > ALIGNED for step in steps):
        return EngineError(
            "grid-mismatch",
            f"The pixels of {path} are out of step with those of the first product by part of a pixel. Choose another "
            "resolution, or products of one grid.",
        )
    return None


def harmonised(raw: np.ndarray, bands: Sequence[Band]) -> np.ndarray:
    """Digital numbers as reflectance × 10000, each band by its own offset and quantification.

    Parameters
    ----------
    raw : (bands, rows, cols) uint16
        Digital numbers; 0 is no data.

    Returns
    -------
    (bands, rows, cols) uint16
        1 … 65535; a reflectance of 0.0001 or less is 1, as 0 stands for no data.
    """
    out = np.empty(raw.shape, np.uint16)
    for plane, numbers, band in zip(out, raw, bands, strict=True):
        value = (numbers + np.float64(band.offset)) * (REFLECTANCE_SCALE / band.quantification)
        plane[:] = np.clip(np.rint(value), 1, 65535)
    return out


class PartFailed(EngineError):
    """What kept one granule of a look, or its mask, from being read."""

    def __init__(self, part: MaskedGranule, error: EngineError) -> None:
        super().__init__(error.code, error.message)
        self.part = part


@contextlib.contextmanager
def _of(part: MaskedGranule) -> Iterator[None]:
    try:
        yield
    except EngineError as error:
        if error.code not in OF_ONE_PRODUCT:
            raise
        raise PartFailed(part, error) from error


@dataclass(frozen=True)
class Cover:
    """What a look's masks say of a window: clear and seen (rows, cols) bool; confidence of clear (rows, cols) uint8."""

    clear: np.ndarray
    seen: np.ndarray
    confidence: np.ndarray


class LookReader:
    """Reads looks on the windows of a composite's grid; keeps the files of the latest ones open. A context manager."""

    def __init__(self, grid: Grid, bands: Sequence[str]) -> None:
        self._grid, self._bands = grid, tuple(bands)
        self._open: OrderedDict[str, tuple[Reader, ExitStack]] = OrderedDict()
        self._most = max(1, MOST_FILES // (len(bands) + 2))
        self._tested = [at for at, name in enumerate(bands) if name in BELOW_1_MICROMETRE]

    def __enter__(self) -> LookReader:
        return self

    def __exit__(self, *_: object) -> None:
        while self._open:
            self._open.popitem()[1][1].close()

    def cover(self, look: Look, window: PixelWindow, with_confidence: bool = False) -> Cover:
        """What the masks of a look say of a window, which may reach beyond the grid.

        A pixel is clear when every mask pixel that it touches is, in one granule of the look.
        """
        shape = window.height, window.width
        clear, seen = np.zeros(shape, bool), np.zeros(shape, bool)
        confidence = np.full(shape, UNKNOWN, np.uint8)
        for part in look.parts:
            with _of(part):
                found = self._part_cover(part, window, with_confidence)
            if found is None:
                continue
            new = found.clear & ~clear
            confidence[new] = found.confidence[new]
            clear |= found.clear
            seen |= found.seen
        return Cover(clear, seen, confidence)

    def _part_cover(self, part: MaskedGranule, window: PixelWindow, with_confidence: bool) -> Cover | None:
        with opened_raster(part.mask) as mask:
            if mask.dtypes[0] != "uint8" or mask.crs != rasterio.crs.CRS.from_user_input(self._grid.crs):
                raise EngineError(
                    "bad-raster",
                    f"{part.mask} is not a mask of {part.granule.product_path}: it is {mask.dtypes[0]} in {mask.crs}. "
                    "Make it again.",
                )
            rows, cols = spans(self._grid, window, mask)
            if not (rows.inside and cols.inside):
                return None
            classes = read_span(mask, 1, rows, cols)
        clear = fold(classes == 0, rows, cols, np.logical_and, False)
        seen = fold(classes != NO_DATA, rows, cols, np.logical_or, False)
        confidence = np.full(clear.shape, UNKNOWN, np.uint8)
        if with_confidence and part.confidence and clear.any():
            with opened_raster(part.confidence) as file:
                ours = file.count == len(CLASSES) and set(file.dtypes) == {"uint8"}  # else another program's
                if ours and (file.width, file.height, file.transform) == (mask.width, mask.height, mask.transform):
                    least = fold(read_span(file, 1, rows, cols), rows, cols, np.minimum, NO_DATA)
                    known = least <= CONFIDENCE_SCALE
                    confidence[known] = np.rint(least[known] * (100 / CONFIDENCE_SCALE))
        return Cover(clear, seen, confidence)

    def values(self, look: Look, window: PixelWindow, wanted: np.ndarray) -> np.ndarray:
        """Reflectance of a look where its mask is clear and its bands hold data.

        Parameters
        ----------
        wanted : (rows, cols) bool
            The pixels of the window that are asked for.

        Returns
        -------
        (bands, rows, cols) uint16
            Reflectance × 10000; 0 where nothing is wanted or known.

        Raises
        ------
        EngineError
            `broken-band`.
        """
        out = np.zeros((len(self._bands), window.height, window.width), np.uint16)
        todo = wanted.copy()
        for part in look.parts:
            if not todo.any():
                break
            with _of(part):
                reader = self._reader(part)
            at = _offset(self._grid, reader.grid)
            row, col = window.row + at[0], window.col + at[1]
            top, left = max(0, row), max(0, col)
            bottom = min(reader.grid.height, row + window.height)
            right = min(reader.grid.width, col + window.width)
            if bottom <= top or right <= left:
                continue
            inner = slice(top - row, bottom - row), slice(left - col, right - col)
            here = todo[inner]
            if len(look.parts) > 1:  # the mask of this very granule must be clear
                with _of(part):
                    cover = self._part_cover(part, window, False)
                here = here & (cover.clear[inner] if cover is not None else False)
            if not here.any():
                continue
            with _of(part):
                raw = reader.read(PixelWindow(top, left, bottom - top, right - left))
            if self._tested:
                here = here & (raw[self._tested] > 0).all(axis=0)
            np.copyto(out[:, *inner], harmonised(raw, reader.bands), where=here)
            todo[inner] &= ~here
        return out

    def _reader(self, part: MaskedGranule) -> Reader:
        key = part.mask
        if key not in self._open:
            while len(self._open) >= self._most:
                self._open.popitem(last=False)[1][1].close()
            stack = ExitStack()
            grid = product_grid(part.granule, self._grid.resolution)
            reader = stack.enter_context(Reader(part.granule, self._bands, grid, threads=cores()))
            self._open[key] = reader, stack
        self._open.move_to_end(key)
        return self._open[key][0]


def _offset(grid: Grid, other: Grid) -> tuple[int, int]:
    """Row and column of `other` at the origin of `grid`."""
    return (
        round((grid.transform.f - other.transform.f) / other.transform.e),
        round((grid.transform.c - other.transform.c) / other.transform.a),
    )
