"""Finds Sentinel-2 products: in a folder tree, and around a file or layer that was dropped."""

from __future__ import annotations

import os
import re
import time
import zipfile
from collections.abc import Callable, Iterator

_METADATA = re.compile(r"(MTD_MSIL(1C|2A)|S2[A-D]_OPER_MTD_\w*L(1C|2A)_\w+)\.xml$", re.IGNORECASE)
_ZIP_NAME = re.compile(r"^S2[A-D]_.*\.zip$", re.IGNORECASE)
# The flat folder of the cloud archives: one granule, bands beside its metadata.
_FLAT = {"metadata.xml", "tileinfo.json"}
# ESA's EOPF Zarr: a store whose reflectance lies by resolution.
_STORE = (".zmetadata", ".zgroup", "zarr.json")
_REFLECTANCE = "measurements/reflectance/r"
TELL_EVERY_S = 0.2


def find_products(
    folder: str, is_cancelled: Callable[[], bool] = lambda: False, on_folder: Callable[[str], object] | None = None
) -> Iterator[str]:
    """Yield the products in `folder` and below: SAFE folders, zips of them, flat granule folders, EOPF Zarr.

    Follows no links and opens regular files only. `on_folder` hears of a folder now and then, as a sign of life.
    """
    told_at = time.monotonic()
    if is_product_folder(folder):
        yield os.path.normpath(folder)
        return
    for top, folders, files in os.walk(folder):
        if is_cancelled():
            return
        if on_folder is not None and time.monotonic() - told_at > TELL_EVERY_S:
            told_at = time.monotonic()
            on_folder(top)
        folders.sort()
        for name in list(folders):
            if is_cancelled():
                return
            path = os.path.join(top, name)
            if is_product_folder(path):
                folders.remove(name)
                yield os.path.normpath(path)
        for name in sorted(files):
            if name.lower().endswith(".zip") and is_product_zip(os.path.join(top, name)):
                yield os.path.normpath(os.path.join(top, name))
            if is_cancelled():
                return


def is_product_folder(path: str) -> bool:
    """Whether a folder is a product, by its metadata file (people rename folders)."""
    try:
        names = os.listdir(path)
    except OSError:
        return False
    if any(_METADATA.match(name) and os.path.isfile(os.path.join(path, name)) for name in names):
        return True
    if any(name in names for name in _STORE) and os.path.isdir(os.path.join(path, *_REFLECTANCE.split("/")[:-1])):
        return True
    return {name.lower() for name in names} >= _FLAT


def is_product_zip(path: str) -> bool:
    """Whether a zip holds a product, by its list of files; a broken one counts when its name is a product's, so that it
    is listed with what is wrong."""
    if not os.path.isfile(path):  # a pipe or a device of that name would be waited for
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            paths = archive.namelist()
    except (OSError, zipfile.BadZipFile, ValueError):
        return bool(_ZIP_NAME.match(os.path.basename(path)))
    names = {name.rsplit("/", 1)[-1] for name in paths}
    if any(name in names for name in _STORE) and any(f"/{_REFLECTANCE}" in f"/{path}" for path in paths):
        return True
    return any(_METADATA.match(name) for name in names) or {name.lower() for name in names} >= _FLAT


def product_of(uri: str) -> str:
    """The product that a dropped path belongs to: itself, or the SAFE folder or zip around one of its files or layers.
    A GeoTIFF that lies in no product is a stack of bands of its own.

    Takes plain paths and GDAL's names (`/vsizip/…`, `SENTINEL2_L1C:…:10m:EPSG_32755`). Empty when there is none.
    """
    path = re.sub(r"^SENTINEL2_\w+:", "", uri)
    path = re.sub(r":(TCI|\d+m):EPSG_\d+$", "", path)
    in_zip = re.match(r"^/vsizip/\{?(.*?\.zip)\b", path, re.IGNORECASE)
    if in_zip:
        return os.path.normpath(in_zip[1]) if os.path.isfile(in_zip[1]) else ""
    path = os.path.normpath(path)
    if os.path.isfile(path) and path.lower().endswith(".zip"):
        return path
    stack = path if os.path.isfile(path) and path.lower().endswith((".tif", ".tiff")) else ""
    while True:
        if os.path.isdir(path) and (path.upper().endswith(".SAFE") or is_product_folder(path)):
            return path
        parent = os.path.dirname(path)
        if parent == path:
            return stack
        path = parent
