"""Finds Sentinel-2 products: in a folder tree, and around a file or layer that was dropped."""

from __future__ import annotations

import json
import os
import re
import tarfile
import time
import zipfile
from collections.abc import Callable, Iterator
from urllib.parse import unquote, urlparse

# The names that core/products opens, and a test compares.
_METADATA = re.compile(r"(MTD_MSIL(1C|2A)p?|S2[A-D]_\w+_MTD_(SAFL|MSIL)(1C|2A)p?(_[^/]*)?)\.xml$", re.IGNORECASE)
# The flat folders of the cloud archives: one granule, its bands beside the metadata or in R10m, R20m, R60m.
_TILE_METADATA = {"metadata.xml", "granule_metadata.xml", "mtd_tl.xml"}
_GRANULE_METADATA = re.compile(r"(MTD_TL|S2[A-D]_\w+_MTD_L\w+_TL_[^/]*)\.xml$", re.IGNORECASE)
_IMAGES = "IMG_DATA"  # the folder of bands in a granule of a SAFE
_FLAT = {"metadata.xml", "tileinfo.json"}
_BAND = re.compile(r"(.*[^A-Z0-9])?(B0[1-9]|B1[0-2]|B8A)(_(10|20|60)m)?\.(jp2|tiff?)$", re.IGNORECASE)
_RESOLUTION = re.compile(r"R(10|20|60)m$", re.IGNORECASE)
_PRODUCT_NAME = re.compile(r"S2[A-D]_.*\.(zip|tar)$", re.IGNORECASE)
_ARCHIVES = (".zip", ".tar")
# Not read in place, which the engine says with the way out.
_COMPRESSED = re.compile(r"\.(tar\.\w+|tgz|tbz2?|txz|7z|rar)$", re.IGNORECASE)
_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]+://|/vsi(s3|gs|az|curl)/|/vsizip/\{?/vsi)", re.IGNORECASE)
_LIKE_A_PRODUCT = re.compile(r"(S[1-6][A-D]?_|SENTINEL2|L[COTEM]0?[4-9]|HLS\.|X\d{4}_Y\d{4}$)", re.IGNORECASE)
AS_VRT = "vrt://"  # GDAL's name for a file shown through a VRT that is not written down; our layers have it
# ESA's EOPF Zarr: a store whose reflectance lies by resolution.
_STORE = (".zmetadata", ".zgroup", "zarr.json")
_REFLECTANCE = "measurements/reflectance/r"
_MOST_JSON = 16 << 20  # bytes
_CLUTTER = ("__MACOSX", "@eaDir")  # folders that systems leave beside the user's
TELL_EVERY_S = 0.2


def find_products(
    folder: str, is_cancelled: Callable[[], bool] = lambda: False, on_folder: Callable[[str], object] | None = None
) -> Iterator[str]:
    """Yield the products in `folder` and below: SAFE folders, archives of them, flat granule folders, EOPF Zarr.

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
            if name.lower().endswith(_ARCHIVES) and is_product_archive(os.path.join(top, name)):
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
    if _is_granule(path, names) or _granules_in(path, names):
        return True
    lower = {name.lower() for name in names}
    if lower >= _FLAT:  # what its bands lack, the engine says
        return True
    if not _TILE_METADATA & lower:
        items = [name for name in names if name.lower().endswith((".json", ".geojson")) and name.lower() not in _FLAT]
        bands = len(items) == 1 and any(_BAND.match(name) for name in names)
        return bands and is_stac_item(os.path.join(path, items[0]))
    if any(_BAND.match(name) for name in names):
        return True
    folders = [os.path.join(path, name) for name in names if _RESOLUTION.match(name)]
    return any(_BAND.match(name) for folder in folders if os.path.isdir(folder) for name in os.listdir(folder))


def _granules_in(path: str, names: list[str]) -> bool:
    """Whether a folder is a SAFE with granules, though its metadata is not there."""
    folder = next((name for name in names if name.upper() == "GRANULE"), "")
    place = os.path.join(path, folder)
    return (
        bool(folder)
        and os.path.isdir(place)
        and any(is_granule_folder(os.path.join(place, name)) for name in os.listdir(place))
    )


def is_granule_folder(path: str) -> bool:
    """Whether a folder is a granule of a SAFE, whether or not its product is around it."""
    try:
        return _is_granule(path, os.listdir(path))
    except OSError:
        return False


def _is_granule(path: str, names: list[str]) -> bool:
    images = next((name for name in names if name.upper() == _IMAGES), "")
    if not images or not any(map(_GRANULE_METADATA.match, names)):
        return False
    return any(_BAND.match(name) for _, _, files in os.walk(os.path.join(path, images)) for name in files)


def is_product_archive(path: str) -> bool:
    """Whether a zip or .tar holds a product, by its list of files; a broken one counts when its name is a product's, so
    that it is listed with what is wrong."""
    if not os.path.isfile(path):  # a pipe or a device of that name would be waited for
        return False
    try:
        with open(path, "rb") as file:
            is_zip = file.read(4) == b"PK\3\4"
        if path.lower().endswith(".tar") and not is_zip:
            with tarfile.open(path, "r:") as archive:
                paths = [entry.name for entry in archive if entry.isfile()]
        else:
            with zipfile.ZipFile(path) as archive:
                paths = archive.namelist()
    except (OSError, zipfile.BadZipFile, tarfile.TarError, ValueError, EOFError):
        return bool(_PRODUCT_NAME.match(os.path.basename(path)))
    paths = [re.sub(r"^(\./)+", "", path.replace("\\", "/")) for path in paths]  # \\ by PowerShell
    paths = [path for path in paths if not any(part.startswith(_CLUTTER) for part in path.split("/")[:-1])]
    names = {path.rpartition("/")[2] for path in paths}
    if any(name in names for name in _STORE) and any(f"/{_REFLECTANCE}" in f"/{path}" for path in paths):
        return True
    if any(_METADATA.match(name) for name in names) or {name.lower() for name in names} >= _FLAT:
        return True
    folders = {folder for folder, _, name in (path.rpartition("/") for path in paths) if name.lower() in _TILE_METADATA}
    granules = {path.rpartition("/")[0] for path in paths if _GRANULE_METADATA.match(path.rpartition("/")[2])}
    granules = {re.sub(r"(^|/)granule/[^/]+$", "", folder, flags=re.IGNORECASE) for folder in granules}
    if len(granules) == 1 and any(
        _BAND.match(path.rpartition("/")[2]) for path in paths if f"/{_IMAGES}/" in f"/{path.upper()}"
    ):
        return True
    for folder, _, name in (path.rpartition("/") for path in paths):
        if _BAND.match(name):
            above, _, last = folder.rpartition("/")
            if folder in folders or (_RESOLUTION.match(last) and above in folders):
                return True
    return False


def is_address(path: str) -> bool:
    """Whether a path is no file of this machine: `https://…`, `s3://…`, `/vsicurl/…` and their like."""
    return bool(_ADDRESS.match(path)) and not path.lower().startswith("file://")


def is_named_as_a_product(path: str) -> bool:
    """Whether a file or folder has a name as satellite products have, of whatever mission; or holds files that do."""
    if _LIKE_A_PRODUCT.match(os.path.basename(path)):
        return True
    try:
        return os.path.isdir(path) and any(map(_BAND.match, os.listdir(path)))
    except OSError:
        return False


def is_stac_item(path: str) -> bool:
    """Whether a file is a STAC item, or a collection of them, which tells where the bands of products lie."""
    try:
        if not path.lower().endswith((".json", ".geojson")) or os.path.getsize(path) > _MOST_JSON:
            return False
        with open(path, encoding="utf-8") as file:
            item = json.load(file)
    except (OSError, ValueError, RecursionError):
        return False
    several = item.get("features") if isinstance(item, dict) and item.get("type") == "FeatureCollection" else [item]
    return isinstance(several, list) and bool(several) and all(map(_is_item, several))


def _is_item(found: object) -> bool:
    return isinstance(found, dict) and found.get("type") == "Feature" and "stac_version" in found and "assets" in found


def _path_of(uri: str) -> str:
    """The path of file:///D:/S2/x.SAFE or file://server/share/x.SAFE, as core/products/address.py takes it."""
    parts = urlparse(uri)
    path = re.sub(r"^/(?=[A-Za-z]:)", "", unquote(parts.path))
    return f"//{parts.netloc}{path}" if parts.netloc not in ("", "localhost") else path


def product_of(uri: str) -> str:
    """The product that a dropped path belongs to: itself, or the SAFE folder or zip around one of its files or layers.

    A GeoTIFF that lies in no product is a stack of bands of its own, and a STAC item is a product. An address, a
    compressed archive, and a file named as satellite products are, is taken as it is, so that the engine says what it
    is: an unfinished download, another mission.

    Takes plain paths and GDAL's names (`/vsizip/…`, `SENTINEL2_L1C:…:10m:EPSG_32755`, `vrt://…`). Empty when there is
    none.
    """
    uri = uri.removeprefix(AS_VRT)
    if is_address(uri):
        return uri
    if uri.lower().startswith("file://"):
        uri = _path_of(uri)
    path = re.sub(r"^SENTINEL2_\w+:", "", uri)
    path = re.sub(r":(TCI|\d+m):EPSG_\d+$", "", path)
    inside = re.match(r"^(?:/vsi(?:zip|tar)/)?\{?(.*?\.(?:zip|tar))(?:[/}\\]|$)", path, re.IGNORECASE)
    if inside and os.path.isfile(inside[1]):
        return os.path.normpath(inside[1])
    if path.lower().startswith("/vsi"):
        return ""
    path = os.path.normpath(path)
    if os.path.isfile(path) and path.lower().endswith(_ARCHIVES):
        return path
    dropped = path
    alone = os.path.isfile(path) and (path.lower().endswith((".tif", ".tiff")) or is_stac_item(path))
    stack = path if alone else ""
    while True:
        if os.path.isdir(path) and (path.upper().endswith(".SAFE") or is_product_folder(path)):
            above, folder = os.path.split(os.path.dirname(path))
            around = folder.upper() == "GRANULE" and is_granule_folder(path) and is_product_folder(above)
            return above if around else path
        parent = os.path.dirname(path)
        if parent == path:
            if stack or not os.path.isfile(dropped):
                return stack
            told = is_named_as_a_product(dropped) or _COMPRESSED.search(dropped) or is_product_archive(dropped)
            return dropped if told else ""
        path = parent
