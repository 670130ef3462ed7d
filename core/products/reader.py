"""Windows of many bands on one grid, as top-of-atmosphere reflectance, and where they hold data."""

from __future__ import annotations

import contextlib
import copy
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor, wait
from dataclasses import replace

import numpy as np
import rasterio
from rasterio.enums import Resampling
from rasterio.windows import Window

from ..errors import EngineError, lacks_memory
from ..system.gdal_settings import open_band
from . import no_data
from .granule import Band, Granule
from .grid import Grid, PixelWindow
from .quality import present, quality_of


def to_reflectance(raw: np.ndarray, bands: Sequence[Band]) -> np.ndarray:
    """Digital numbers as reflectance: (DN + offset) / quantification, clipped at 0.

    The networks never saw negative reflectance.

    Parameters
    ----------
    raw : (bands, rows, cols) uint16
        Digital numbers.

    Returns
    -------
    (bands, rows, cols) float32

    References
    ----------
    Sentinel-2 Products Specification, RADIO_ADD_OFFSET
    """
    reflectance = raw.astype(np.float32)
    for plane, band in zip(reflectance, bands, strict=True):
        if band.offset:
            plane += np.float32(band.offset)
            np.maximum(plane, 0, out=plane)
        plane *= np.float32(1 / band.quantification)
    return reflectance


class Reader:
    """Reads windows of `bands` of one granule on `grid`. Use as a context manager; `read` may run in any one thread.

    Bands coarser than the grid are upsampled by nearest neighbour, as UNetMobV2 was trained; finer ones are averaged.
    Bands are decoded side by side on `threads` threads. GDAL's own block cache keeps the decoded JPEG 2000 tiles that
    neighbouring windows share: each tile is decoded once.
    """

    def __init__(self, granule: Granule, bands: Sequence[str], grid: Grid, *, threads: int = 2) -> None:
        granule.require(bands)
        self.grid = grid
        self.bands = tuple(granule.bands[name] for name in bands)
        self._granule = granule
        self._quality = quality_of(granule, tuple(bands))
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="decode")
        self._open = contextlib.ExitStack()
        self._datasets: list[rasterio.DatasetReader] = []
        try:
            for band in self.bands:
                with _band_errors(band, granule):
                    dataset = open_band(band.path)
                # Not entered as a context manager: that is for one thread, and a source is closed by another one.
                self._open.callback(dataset.close)
                self._datasets.append(dataset)
        except BaseException:
            self.close()
            raise

    def on(self, grid: Grid, bands: Sequence[str]) -> Reader:
        """The same open files read on another grid, some `bands` of them; closed with this reader.

        They share GDAL's cache of tiles. Both read in the one thread.
        """
        other = copy.copy(self)
        numbers = [[band.name for band in self.bands].index(name) for name in bands]
        other.grid = grid
        other.bands = tuple(self.bands[at] for at in numbers)
        other._datasets = [self._datasets[at] for at in numbers]
        return other

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all band files; waits for reads under way."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._open.close()

    def read(self, window: PixelWindow, is_wanted: Callable[[], bool] = lambda: True) -> np.ndarray:
        """Digital numbers of a window.

        Parameters
        ----------
        is_wanted : function
            Asked before each band.

        Returns
        -------
        (bands, rows, cols) uint16
            Digital numbers.

        Raises
        ------
        EngineError
            `broken-band`.
        CancelledError
            `is_wanted` said no.
        """
        out = np.empty((len(self.bands), *window.shape), np.uint16)

        def read_band(plane: np.ndarray, band: Band, dataset: rasterio.DatasetReader) -> None:
            if not is_wanted():
                raise CancelledError
            self._read(plane, band, dataset, window.row, window.col)

        reads = [
            self._pool.submit(read_band, plane, band, dataset)
            for plane, band, dataset in zip(out, self.bands, self._datasets, strict=True)
        ]
        wait(reads)  # all: the next window is read from the same files
        for read in reads:
            read.result()
        return out

    def valid(self, state: np.ndarray, row: int, col: int) -> np.ndarray:
        """Where there is data in a window that begins at `row`, `col`.

        Gaps beyond the window are unknown: its outer `no_data.REACH` pixels are not exact.

        Parameters
        ----------
        state : (rows, cols) uint8
            What `no_data.seen` says of the numbers of `read`; EMPTY where none were read.

        Returns
        -------
        (rows, cols) bool
            Exact at every edge that the window shows.

        Raises
        ------
        EngineError
            `broken-band`.
        """
        valid = state != no_data.EMPTY
        close = no_data.near(state)
        finer = [at for at in no_data.tested_bands(self.bands) if no_data.is_finer(self.bands[at], self.grid)]
        reads = [self._pool.submit(self._whole_pixels, at, state, close, row, col) for at in finer if close.any()]
        for read in reads:
            valid &= read.result()
        kept = present(self._quality, self.grid, PixelWindow(row, col, *state.shape))
        return valid if kept is None else valid & kept

    def _whole_pixels(self, at: int, state: np.ndarray, close: np.ndarray, row: int, col: int) -> np.ndarray:
        band = self.bands[at]
        with _band_errors(band, self._granule):
            return no_data.whole_pixels(state, close, row, col, self._datasets[at], band, self.grid)

    def read_valid(self, window: PixelWindow) -> tuple[np.ndarray, np.ndarray]:
        """Numbers of a window, and where there is data.

        Returns
        -------
        (bands, rows, cols) uint16
            Digital numbers, as `read` gives them.
        (rows, cols) bool
            Exact at the window's own edges too.

        Raises
        ------
        EngineError
            `broken-band`.
        """
        around = window.widened(no_data.REACH, self.grid)
        numbers = self.read(around)
        valid = self.valid(no_data.seen(numbers, self.bands, self.grid), around.row, around.col)
        inner = replace(window, row=window.row - around.row, col=window.col - around.col).slices
        return numbers[:, *inner], valid[inner]

    def _read(self, plane: np.ndarray, band: Band, dataset: rasterio.DatasetReader, row: int, col: int) -> None:
        """Fill `plane`, (rows, cols) uint16, with the window of a band that begins at `row`, `col` of the grid."""
        grid, (height, width) = self.grid, plane.shape
        with _band_errors(band, self._granule):
            if (band.height, band.width) == (grid.height, grid.width):
                dataset.read(band.index, window=Window(col, row, width, height), out=plane)
            elif band.width > grid.width or band.height > grid.height:  # averaged, from the nearest lower level
                per_col, per_row = band.width / grid.width, band.height / grid.height
                top, bottom = _with_margin(row, height, grid.height, per_row)
                left, right = _with_margin(col, width, grid.width, per_col)
                shape = bottom - top, right - left
                window = Window(left * per_col, top * per_row, shape[1] * per_col, shape[0] * per_row)
                numbers = dataset.read(band.index, window=window, out_shape=shape, resampling=Resampling.average)
                plane[:] = numbers[row - top : row - top + height, col - left : col - left + width]
            else:
                rows = _nearest(row, height, grid.height, band.height)
                cols = _nearest(col, width, grid.width, band.width)
                window = Window(cols[0], rows[0], cols[-1] - cols[0] + 1, rows[-1] - rows[0] + 1)
                numbers = dataset.read(band.index, window=window)
                np.take(numbers.take(cols - cols[0], axis=1), rows - rows[0], axis=0, out=plane)


def _with_margin(start: int, count: int, size: int, ratio: float) -> tuple[int, int]:
    """Begin and end of a window, with two pixels more where the mean of its edge would else depend on where it begins.

    GDAL averages from a lower level of the file, whose pixels divide those of the grid only for powers of two.
    """
    margin = 0 if ratio in (2, 4, 8) else 2
    return max(0, start - margin), min(size, start + count + margin)


def _nearest(start: int, count: int, grid_size: int, band_size: int) -> np.ndarray:
    """For `count` grid pixels from `start`: the band pixel in which each one's centre lies."""
    centres = (2 * np.arange(start, start + count, dtype=np.int64) + 1) * band_size
    return np.minimum(centres // (2 * grid_size), band_size - 1)


@contextlib.contextmanager
def _band_errors(band: Band, granule: Granule) -> Iterator[None]:
    try:
        yield
    except (rasterio.errors.RasterioError, OSError, ValueError) as error:
        if lacks_memory(error):
            raise MemoryError from error
        raise EngineError(
            "broken-band", f"{band.name} of {granule.product_path} cannot be decoded. Download the product again."
        ) from error


def read_window(
    granule: Granule, bands: Sequence[str], grid: Grid, window: PixelWindow | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Read one window of several bands at once.

    Parameters
    ----------
    window : PixelWindow, optional
        Of `grid`; all of it when None.

    Returns
    -------
    reflectance : (bands, rows, cols) float32
        As the product has it: TOA of Level-1C, surface of Level-2A.
    valid : (rows, cols) bool

    Raises
    ------
    EngineError
        `broken-band`, `missing-band`.
    """
    with Reader(granule, bands, grid) as reader:
        raw, valid = reader.read_valid(window or grid.window)
        return to_reflectance(raw, reader.bands), valid


def read_footprint(granule: Granule, bands: Sequence[str]) -> np.ndarray:
    """Where a granule may hold data, from the coarsest tested band.

    Every valid pixel of a finer grid lies in a True cell when the band is one of `bands` read whole; a band that is
    read at a lower level is widened by two cells, the reach of the 5/3 wavelet at that level.

    Returns
    -------
    (rows, cols) bool
        Cells over the granule's whole extent.
    """
    asked = [granule.bands[name] for name in bands]
    band = min((asked[at] for at in no_data.tested_bands(asked)), key=lambda tested: tested.width * tested.height)
    shrink = max(1, band.width // 1000, band.height // 1000)
    shape = (-(-band.height // shrink), -(-band.width // shrink))
    with _band_errors(band, granule), open_band(band.path) as dataset:
        numbers = dataset.read(
            band.index, out_shape=shape, resampling=Resampling.average if shrink > 1 else Resampling.nearest
        )
    footprint = numbers > 0
    return no_data.widened(footprint, 2) if shrink > 1 else footprint
