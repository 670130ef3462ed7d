"""How GDAL works inside the engine. Set before the first file is opened, as GDAL reads these once."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import rasterio

CACHE_MEGABYTES = 256

_OPTIONS = {
    "GDAL_CACHEMAX": str(CACHE_MEGABYTES),  # decoded tiles that two neighbouring strips share; GDAL's own is 5 % of RAM
    "GDAL_NUM_THREADS": "1",  # bands are decoded side by side already
    "GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR",  # no side-car file of a product changes what is read
    "GDAL_PAM_ENABLED": "NO",  # and none is written beside it
}


def prepare() -> None:
    """Put the engine's options in place, where the user has set none."""
    for name, value in _OPTIONS.items():
        os.environ.setdefault(name, value)


def environment() -> rasterio.Env:
    """The same options for a `with` block in a script's process, whose block cache stays as it is."""
    import rasterio

    return rasterio.Env(**{name: value for name, value in _OPTIONS.items() if name != "GDAL_CACHEMAX"})


def open_band(path: str) -> rasterio.DatasetReader:
    """Open a band file by the driver of its ending only: a VRT called B02.jp2 could name any file of the user's.

    Raises rasterio's RasterioIOError.
    """
    import rasterio

    if path.startswith("<VRTDataset"):  # written by stack.py; no path of a product begins so
        return rasterio.open(path, driver="VRT")
    return rasterio.open(path, driver="GTiff" if path.lower().endswith((".tif", ".tiff")) else "JP2OpenJPEG")
