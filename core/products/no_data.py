"""Where a product holds no data: a raw DN 0, to the pixel of the band files themselves.

So is a pixel of Level-2A that holds one and the same small number in all bands: it is written so along the edge of the
swath, and no ground is equally black in every band.

The lower levels of a JPEG 2000 file are smooth: an edge in them lies up to two of their pixels beside that of the
numbers, and a lone pixel spreads. So a grid coarser than the bands is read at a lower level for the network, and the
tiles in which that read shows an edge, or one close by, are read again as they are. A pixel of the grid has no data if
any number in it is 0. What no lower level shows stays unseen: a gap of one band alone that is narrower than about 60 m
on a grid of 20 m, 120 m on one of 30 m and 200 m on one of 60 m.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import rasterio
from rasterio.windows import Window

from ..system.gdal_settings import is_zarr_array
from .granule import BELOW_1_MICROMETRE, Band
from .grid import Grid

REACH = 3  # pixels of the grid between a gap as a lower level shows it and the last number of 0
DATA, SHOWN_EMPTY, EMPTY = 0, 1, 2  # what a read says of a pixel; SHOWN_EMPTY by a lower level, so not for sure
LEAST_ALIKE, BLACK = 3, 0.01  # bands that hold one number, and the reflectance up to which that is no data
LEAST_TILE = 1024  # pixels; of a file in strips or small tiles many are read at once


def tested_bands(bands: Sequence[Band]) -> list[int]:
    """Which of `bands` tell where there is data: those below 1 µm, or all where there is no such band."""
    return [at for at, band in enumerate(bands) if band.name in BELOW_1_MICROMETRE] or list(range(len(bands)))


def is_finer(band: Band, grid: Grid) -> bool:
    """Whether a band is read at a lower level for `grid`."""
    return band.height > grid.height or band.width > grid.width


def is_blurred(band: Band, grid: Grid) -> bool:
    """Whether that level blurs the edges of no data. The levels of a GeoTIFF leave no data out of their means."""
    name = band.path.rpartition("}/")[2].partition("?")[
        0
    ]  # a signature may follow the name, or that of a zip before it
    wavelet = name.lower().endswith(".jp2") or is_zarr_array(band.path)
    return is_finer(band, grid) and wavelet


def seen(raw: np.ndarray, bands: Sequence[Band], grid: Grid) -> np.ndarray:
    """Tell pixels with data from those without.

    Parameters
    ----------
    raw : (bands, rows, cols) uint16
        Digital numbers on `grid`.

    Returns
    -------
    (rows, cols) uint8
        DATA, SHOWN_EMPTY or EMPTY.
    """
    state = np.zeros(raw.shape[1:], np.uint8)
    for at in tested_bands(bands):
        np.maximum(state, (raw[at] == 0) * np.uint8(SHOWN_EMPTY if is_finer(bands[at], grid) else EMPTY), out=state)
    state[_one_number(raw, bands)] = EMPTY
    return state


def _one_number(raw: np.ndarray, bands: Sequence[Band]) -> np.ndarray:
    """Where all tested bands, three or more, hold one number of hardly any reflectance: (rows, cols) bool."""
    tested = tested_bands(bands)
    first = bands[tested[0]]
    if len(tested) < LEAST_ALIKE or any(bands[at].offset != first.offset or not bands[at].flat_edge for at in tested):
        return np.zeros(raw.shape[1:], bool)
    lowest = raw[tested[0]]
    alike = (lowest > 0) & (lowest <= BLACK * first.quantification - first.offset)
    for at in tested[1:]:
        if not alike.any():
            break
        alike &= raw[at] == lowest
    return alike


def near(state: np.ndarray) -> np.ndarray:
    """What is not DATA, and all within REACH of it.

    Parameters
    ----------
    state : (rows, cols) uint8
        From `seen`.

    Returns
    -------
    (rows, cols) bool
    """
    return widened(state != DATA, REACH)


def widened(mask: np.ndarray, cells: int) -> np.ndarray:
    """A mask with all within `cells` rows and columns of it.

    Parameters
    ----------
    mask : (rows, cols) bool

    Returns
    -------
    (rows, cols) bool
    """
    out = mask.copy()
    for axis in (0, 1):
        grown = out.copy()
        for step in range(1, min(cells + 1, mask.shape[axis])):
            ahead = [slice(None), slice(None)]
            behind = [slice(None), slice(None)]
            ahead[axis], behind[axis] = slice(step, None), slice(None, -step)
            grown[tuple(ahead)] |= out[tuple(behind)]
            grown[tuple(behind)] |= out[tuple(ahead)]
        out = grown
    return out


def whole_pixels(
    state: np.ndarray, close: np.ndarray, row: int, col: int, dataset: rasterio.DatasetReader, band: Band, grid: Grid
) -> np.ndarray:
    """Which pixels of a window hold no 0 of a finer band. Reads the tiles that `state` and `close` ask for.

    Parameters
    ----------
    state : (rows, cols) uint8
        From `seen`, of the window of `grid` that begins at `row`, `col`.
    close : (rows, cols) bool
        From `near`, of that window.

    Returns
    -------
    (rows, cols) bool

    Raises
    ------
    RasterioError
        The band cannot be read.
    """
    whole = np.ones(state.shape, bool)
    high, wide = (side * -(-LEAST_TILE // side) for side in dataset.block_shapes[band.index - 1])
    columns = list(_tiles(col, state.shape[1], grid.width, band.width, wide))
    for down in _tiles(row, state.shape[0], grid.height, band.height, high):
        for across in columns:
            part = down.cells, across.cells
            if not close[part].any():
                continue
            if not (state[part] == DATA).any():
                whole[part] = False
                continue
            window = Window(across.first, down.first, across.count, down.count)
            filled = dataset.read(band.index, window=window) > 0
            whole[part] &= _all_within(_all_within(filled, down, 0), across, 1)
    return whole


@dataclass(frozen=True)
class _Tile:
    """The overlap of a file's tile with a window, along one axis.

    first, count: the pixels of the file in the overlap. cells: the window's cells that they fall in; cell `n` holds the
    pixels starts[n] to stops[n], counted from `first`. A cell that spans two tiles is listed with both.
    """

    first: int
    count: int
    cells: slice
    starts: np.ndarray
    stops: np.ndarray


def _tiles(start: int, count: int, cells: int, size: int, tile: int) -> Iterator[_Tile]:
    """Tiles along one side of a band of `size` for `count` cells from `start` of a grid of `cells`."""
    begin, end = start * size // cells, -(-(start + count) * size // cells)
    for corner in range(begin // tile * tile, end, tile):
        first, stop = max(begin, corner), min(end, corner + tile)
        held = np.arange(max(start, first * cells // size), min(start + count, -(-stop * cells // size)))
        starts = np.maximum(first, held * size // cells) - first
        stops = np.minimum(stop, -(-(held + 1) * size // cells)) - first
        yield _Tile(first, stop - first, slice(int(held[0]) - start, int(held[-1]) + 1 - start), starts, stops)


def _all_within(filled: np.ndarray, tile: _Tile, axis: int) -> np.ndarray:
    """Whether all of each cell's numbers are filled, along one axis."""
    whole = filled.take(tile.starts, axis)
    for step in range(1, int((tile.stops - tile.starts).max())):
        whole &= filled.take(np.minimum(tile.starts + step, tile.stops - 1), axis)
    return whole
