"""How GDAL works inside the engine. Set before the first file is opened, as GDAL reads these once."""

from __future__ import annotations

import os
import re
import warnings

import rasterio

# Decoded tiles that neighbouring windows share; GDAL's own limit is 5 % of the memory. A row of windows across a full
# product crosses two rows of tiles: 240 MB of all bands as read for the 20 m grid, 350 MB for the 10 m grid.
CACHE_MEGABYTES, CACHE_MEGABYTES_AT_10_M = 256, 368
CACHE_MEGABYTES_OF_VIEWS = 136  # beside two networks and the patches of a whole tile: 1.2 GB in all

_ZARR_ARRAY = re.compile(r"/(measurements|conditions|quality/mask)/[^.]*$")  # no other band's name lacks an ending

_OPTIONS = {
    "GDAL_CACHEMAX": str(CACHE_MEGABYTES),
    "GDAL_NUM_THREADS": "1",  # bands are decoded side by side already
    "GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR",  # no side-car file of a product changes what is read
    "GDAL_PAM_ENABLED": "NO",  # and none is written beside it
    # Of addresses: no server may hold up a run for ever, and one failed answer of a busy one must not end a product.
    "GDAL_HTTP_CONNECTTIMEOUT": "30",
    "GDAL_HTTP_LOW_SPEED_TIME": "60",
    "GDAL_HTTP_LOW_SPEED_LIMIT": "1000",
    "GDAL_HTTP_MAX_RETRY": "4",
    "GDAL_HTTP_RETRY_DELAY": "1",
}


def prepare() -> None:
    """Put the engine's options in place, where the user has set none; for a process of the engine's own."""
    for name, value in _OPTIONS.items():
        os.environ.setdefault(name, value)
    # rasterio's NotGeoreferencedWarning: a stack may lie nowhere, and then its mask does.
    warnings.filterwarnings("ignore", message="Dataset has no geotransform|The given matrix is equal")


def hold_tiles(resolution: int) -> None:
    """Hold as many tiles as a mask of `resolution` metres needs to decode each once, where the user set no limit."""
    if resolution == 10 and os.environ.get("GDAL_CACHEMAX") == str(CACHE_MEGABYTES):
        os.environ["GDAL_CACHEMAX"] = str(CACHE_MEGABYTES_AT_10_M)


def hold_tiles_of_views() -> None:
    """Hold fewer tiles, for a warm engine that answers views: its memory is bounded, where the user set no limit."""
    if os.environ.get("GDAL_CACHEMAX") == str(CACHE_MEGABYTES):
        os.environ["GDAL_CACHEMAX"] = str(CACHE_MEGABYTES_OF_VIEWS)


def environment() -> rasterio.Env:
    """The same options for a `with` block in a script's process, whose block cache stays as it is."""

    return rasterio.Env(**{name: value for name, value in _OPTIONS.items() if name != "GDAL_CACHEMAX"})


def is_zarr_array(path: str) -> bool:
    """Whether a band's path is that of an array of EOPF Zarr."""
    return _ZARR_ARRAY.search(path) is not None


def open_band(path: str) -> rasterio.DatasetReader:
    """Open a band file as JPEG 2000 or GeoTIFF only: a VRT called B02.jp2 could name any file of the user's.

    By its content, as some archives call GeoTIFFs .jp2. Raises rasterio's RasterioIOError.
    """

    if is_zarr_array(path):
        from .zarr_array import ZarrArray

        return ZarrArray(path)
    if path.startswith("<VRTDataset"):  # written by band_stack.py; no path of a product begins so
        return rasterio.open(path, driver="VRT")
    ending, other = ("GTiff", "JP2OpenJPEG") if path.lower().endswith((".tif", ".tiff")) else ("JP2OpenJPEG", "GTiff")
    try:
        return rasterio.open(path, driver=ending)
    except rasterio.errors.RasterioIOError as error:
        try:
            return rasterio.open(path, driver=other)
        except rasterio.errors.RasterioIOError:
            raise error from None
