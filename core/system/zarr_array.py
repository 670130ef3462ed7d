"""One array of a product in EOPF Zarr, read as rasterio reads a band file: windows, coarser grids, where it lies.

GDAL's driver in rasterio's wheels (3.10) reads format 2 only; zarr reads both. A grid coarser than the array is read as
GDAL reads a JPEG 2000: from the wavelet's lower level. So a product has one mask, whatever form it came in.
"""

from __future__ import annotations

import json
import math
import re
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any

import numpy as np
import rasterio
import zarr
from affine import Affine
from rasterio.crs import CRS
from rasterio.enums import Resampling
from rasterio.errors import CRSError, RasterioIOError
from rasterio.transform import from_bounds
from rasterio.windows import Window

from ..errors import EngineError
from .wavelet import TILE, levels, lower_level
from .zarr_files import VsiStore, attributes

# Codecs that only unpack numbers: numcodecs has one that runs what it unpacks (pickle).
CODECS = {"blosc", "zstd", "zlib", "gzip", "bz2", "lzma", "lz4", "shuffle", "delta"}
CODECS |= {"bytes", "transpose", "crc32c", "sharding_indexed"}
LARGEST_CHUNK = 6000**2  # numbers
CACHE_BYTES = 64 << 20  # of one array's decoded chunks


class ZarrArray:
    """A two-dimensional array by its folder, with what the engine uses of rasterio's DatasetReader.

    Raises RasterioIOError when it cannot be read, EngineError `broken-band` when it is stored in a way that is not.
    """

    count = 1

    def __init__(self, path: str) -> None:
        self.name = path
        self._store, self._array = _opened(path)
        if self._array.ndim != 2:
            raise RasterioIOError(f"{path} has {self._array.ndim} dimensions, not two")
        self.shape = self.height, self.width = self._array.shape
        self.dtypes = (self._array.dtype.name,)
        self.fill_value = self._array.fill_value
        self.attributes: dict[str, Any] = dict(self._array.attrs)
        self._file_shape = self._array.shards or self._array.chunks
        self.block_shapes = [self._array.chunks]
        if math.prod(self._file_shape) > LARGEST_CHUNK:
            raise EngineError(
                "broken-band",
                f"{path} is stored in chunks of {' x '.join(map(str, self._file_shape))} numbers, more than are read "
                "at once. Store it in chunks of up to 6000 a side.",
            )
        across, size = -(-self.width // self._file_shape[1]), math.prod(self._file_shape) * self._array.dtype.itemsize
        self._chunks = _Newest(max(2, min(across + 2, CACHE_BYTES // size)))
        self._tiles = _Newest(2 * -(-self.width // TILE))
        self.crs, self.transform = _place(path, self._array, self.attributes)

    def __enter__(self) -> ZarrArray:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Drop what was decoded."""
        self._chunks.clear()
        self._tiles.clear()

    def missing_chunks(self) -> set[tuple[int, int]]:
        """Places (row, column) of chunks that have no file; they read as no data."""
        rows, cols = (-(-size // part) for size, part in zip(self.shape, self._file_shape, strict=True))
        places = ((row, col) for row in range(rows) for col in range(cols))
        return {place for place in places if self._array.metadata.encode_chunk_key(place) not in self._store.names}

    def chunk(self, row: int, col: int) -> np.ndarray:
        """The numbers of one chunk, or of the file that holds several.

        Returns
        -------
        (rows, cols) array
            Of the array's type, cut at its edge.
        """
        high, wide = self._file_shape
        return self._chunks.get((row, col), lambda: self._decoded(row * high, col * wide, high, wide))

    def read(
        self,
        indexes: int | list[int] | None = None,
        *,
        window: Window | None = None,
        out: np.ndarray | None = None,
        out_shape: tuple[int, ...] | None = None,
        resampling: Resampling = Resampling.nearest,
    ) -> np.ndarray:
        """As DatasetReader.read.

        Parameters
        ----------
        out : (rows, cols) or (1, rows, cols) array
            Takes the numbers where it is given.

        Returns
        -------
        (rows, cols) or (1, rows, cols) array
            The former for one index; `out` where it is given.
        """
        window = window or Window(0, 0, self.width, self.height)
        wanted = out.shape if out is not None else out_shape or (round(window.height), round(window.width))
        shape = wanted[-2], wanted[-1]
        if shape == (window.height, window.width):
            plane = self._cut(0, int(window.row_off), int(window.col_off), *shape)
        else:
            plane = self._resampled(window, shape, resampling)
        if not isinstance(indexes, int):
            plane = plane[np.newaxis]
        if out is None:
            return plane
        out[...] = plane
        return out

    def _resampled(self, window: Window, shape: tuple[int, int], resampling: Resampling) -> np.ndarray:
        """A window on another number of pixels, from the lower level that GDAL takes of a JPEG 2000."""
        ratio = min(window.height / shape[0], window.width / shape[1]) * (1 + 1e-6)
        times = min(int(math.log2(max(1, ratio))), levels(*self.shape)) if self.dtypes[0] == "uint16" else 0
        size = tuple(-(-side >> times) if times == 0 else -(-side // 2**times) for side in self.shape)
        scales = size[0] / self.height, size[1] / self.width
        top, left = window.row_off * scales[0], window.col_off * scales[1]
        height, width = window.height * scales[0], window.width * scales[1]
        if (int(height + 0.5), int(width + 0.5)) == shape:
            first = (min(int(top + 0.5), size[0] - shape[0]), min(int(left + 0.5), size[1] - shape[1]))
            return self._cut(times, *first, *shape)
        rows = max(0, math.floor(top) - 2), min(size[0], math.ceil(top + height) + 2)
        cols = max(0, math.floor(left) - 2), min(size[1], math.ceil(left + width) + 2)
        numbers = self._cut(times, rows[0], cols[0], rows[1] - rows[0], cols[1] - cols[0])
        options = {"height": numbers.shape[0], "width": numbers.shape[1], "count": 1, "dtype": numbers.dtype}
        options["transform"] = Affine.scale(2)  # any but the identity, of which rasterio warns
        with rasterio.open("", "w+", driver="MEM", **options) as raster:
            raster.write(numbers, 1)
            part = Window(left - cols[0], top - rows[0], width, height)
            return raster.read(1, window=part, out_shape=shape, resampling=resampling)

    def _cut(self, times: int, row: int, col: int, height: int, width: int) -> np.ndarray:
        """Whole pixels of the array (`times` 0) or of a lower level."""
        high, wide = self._file_shape if times == 0 else (TILE >> times, TILE >> times)
        out = np.empty((height, width), self.dtypes[0])
        for down in range(row // high, -(-(row + height) // high)):
            for across in range(col // wide, -(-(col + width) // wide)):
                part = self.chunk(down, across) if times == 0 else self._tile(times, down, across)
                top, left = down * high, across * wide
                rows = slice(max(row, top), min(row + height, top + part.shape[0]))
                cols = slice(max(col, left), min(col + width, left + part.shape[1]))
                inside = part[rows.start - top : rows.stop - top, cols.start - left : cols.stop - left]
                out[rows.start - row : rows.stop - row, cols.start - col : cols.stop - col] = inside
        return out

    def _tile(self, times: int, down: int, across: int) -> np.ndarray:
        def made() -> np.ndarray:
            row, col = down * TILE, across * TILE
            size = min(TILE, self.height - row), min(TILE, self.width - col)
            return lower_level(self._cut(0, row, col, *size), times)

        return self._tiles.get((times, down, across), made)

    def _decoded(self, row: int, col: int, height: int, width: int) -> np.ndarray:
        try:
            return np.asarray(self._array[row : row + height, col : col + width])
        except MemoryError:
            raise
        except Exception as error:  # each codec has exceptions of its own
            raise RasterioIOError(f"{self.name} cannot be decoded at row {row}, column {col}: {error}") from error


class _Newest:
    """What was made last, up to a number of arrays."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, np.ndarray] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], np.ndarray]) -> np.ndarray:
        """What was made for `key`, or is made now."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        made = make()
        while len(self._kept) >= self._most:
            self._kept.popitem(last=False)
        self._kept[key] = made
        return made

    def clear(self) -> None:
        """Drop all."""
        self._kept.clear()


def _opened(path: str) -> tuple[VsiStore, zarr.Array]:
    """An array and its files. RasterioIOError, EngineError `broken-band`."""
    try:
        store = VsiStore(path)
        name = next((name for name in ("zarr.json", ".zarray") if name in store.names), None)
        if name is None:
            raise RasterioIOError(f"{path} holds no array")
        strange = _codecs(json.loads(store.read(name) or b"")) - CODECS
        if not strange:
            return store, zarr.open_array(store=store, mode="r")
    except (RasterioIOError, MemoryError):
        raise
    except Exception as error:  # of metadata from outside zarr raises what it likes
        raise RasterioIOError(f"{path} is not a Zarr array that can be read: {error}") from error
    raise EngineError(
        "broken-band",
        f"{path} is stored with {', '.join(sorted(strange))}, which is not read. Give the product as ESA delivers it.",
    )


def _codecs(metadata: Any) -> set[str]:
    """Names of all codecs in an array's metadata, those inside a shard too."""
    listed = [metadata.get("compressor"), *(metadata.get("filters") or []), *(metadata.get("codecs") or [])]
    names = set()
    for codec in filter(None, listed):
        names.add(str(codec.get("id") or codec.get("name")).removeprefix("numcodecs."))
        inner = codec.get("configuration") or {}
        names |= _codecs({"codecs": [*inner.get("codecs", []), *inner.get("index_codecs", [])]})
    return names


def _place(path: str, array: zarr.Array, own: dict[str, Any]) -> tuple[CRS | None, Affine]:
    """CRS and transform: the centres in the coordinates beside the array, the corner that its attributes state.

    Attributes of a product that was cut stay those of the whole, so coordinates win where they lie elsewhere.
    """
    folder, name = path.rsplit("/", 1)
    try:
        root = attributes(re.split(r"/(?:measurements|conditions|quality)/", f"{folder}/{name}")[0])
    except ValueError as error:
        raise RasterioIOError(f"The attributes around {path} cannot be read: {error}") from error
    said, other = _mapping(_mapping(root.get("stac_discovery")).get("properties")), _mapping(root.get("other_metadata"))
    codes = [facts.get(key) for facts in (own, said) for key in ("proj:code", "proj:epsg", "proj:wkt2")]
    codes += [other.get(key) for key in ("horizontal_CRS_code", "horizontal_crs_code")]
    crs = next((crs for crs in map(_crs, codes) if crs), None)

    height, width = array.shape
    stated = None
    place, box = _numbers(own.get("proj:transform")), _numbers(said.get("proj:bbox"))
    if len(place) in (6, 9) and own.get("proj:shape", [height, width]) == [height, width]:
        stated = Affine(*place[:6])
    elif len(box) == 4:
        stated = from_bounds(*box, width, height)
    rows, cols = _axis(f"{folder}/y", height), _axis(f"{folder}/x", width)
    if rows is None or cols is None:
        return crs, stated or Affine.identity()
    (top, down), (left, right) = rows, cols
    found = Affine(right, 0, left - right / 2, 0, down, top - down / 2)
    near = stated is not None and all(
        abs(one - two) <= abs(right) * (0.5 + 1e-6) for one, two in zip(found[:6], stated[:6], strict=True)
    )
    return crs, stated if stated is not None and near else found


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _numbers(value: Any) -> list[float]:
    """A list of numbers, empty when `value` is none."""
    right = isinstance(value, list) and all(isinstance(one, int | float) and math.isfinite(one) for one in value)
    return [float(one) for one in value] if right else []


def _axis(path: str, size: int) -> tuple[float, float] | None:
    """First value and step of a coordinate; None where there is none that is regular."""
    try:
        values = np.asarray(_opened(path)[1][:], np.float64)
    except (RasterioIOError, EngineError):
        return None
    if values.shape != (size,) or size < 2:
        return None
    step = (values[-1] - values[0]) / (size - 1)
    regular = step and np.abs(values - (values[0] + step * np.arange(size))).max() <= abs(step) / 10
    return (float(values[0]), float(step)) if regular else None


def _crs(code: Any) -> CRS | None:
    if not code:
        return None
    try:
        return CRS.from_epsg(code) if isinstance(code, int) else CRS.from_user_input(code)
    except (CRSError, ValueError, TypeError):
        return None
