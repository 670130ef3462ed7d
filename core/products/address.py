"""Addresses of products and masks: s3://, gs://, az://, https://, or the path that GDAL has for each.

Only these are taken; whatever else GDAL could open (a program's output, memory, another protocol) is refused.
"""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlparse

from ..errors import EngineError

SCHEMES = {"s3://": "/vsis3/", "gs://": "/vsigs/", "az://": "/vsiaz/"}
BUCKETS = tuple(SCHEMES.values())
_WEB = re.compile(r"/vsicurl/https?://[^/?#]+/", re.IGNORECASE)
_ZIP = re.compile(r"/vsizip/(?:\{(?P<braced>.+?\.zip(?:\?[^}]*)?)\}|(?P<plain>.+?\.zip))/*$", re.IGNORECASE)
METADATA_FILES = (
    "manifest.safe",
    "metadata.xml",
    "granule_metadata.xml",
    "zarr.json",
    ".zmetadata",
    ".zattrs",
    ".zgroup",
)
METADATA_FILE = re.compile(
    r"[/\\](manifest\.safe|metadata\.xml|zarr\.json|\.z(?:metadata|attrs|group)|[^/\\]*MTD[^/\\]*\.xml)$", re.IGNORECASE
)


def is_address(path: str) -> bool:
    """Whether `path` is remote: `s3://…`, `https://…`, `/vsis3/…` and their like."""
    return path.startswith("/vsi") or re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", path) is not None


def from_uri(uri: str) -> str:
    """The path of file:///D:/S2/x.SAFE, as a drag from a file manager gives it."""
    parts = urlparse(uri)
    path = unquote(parts.path)
    if re.match(r"/[A-Za-z]:", path):
        path = path[1:]
    if parts.netloc and parts.netloc != "localhost":
        path = f"//{parts.netloc}{path}"
    return str(Path(path))


def gdal_address(address: str) -> str:
    """The path under which GDAL finds `address`; of `/vsizip/X` the X, as a zip is recognised by its name.

    EngineError `not-a-product` for an address of another kind.
    """
    path = address
    for scheme, prefix in SCHEMES.items():
        if path.lower().startswith(scheme):
            path = prefix + path[len(scheme) :]
    if re.match(r"https?://", path, re.IGNORECASE):
        path = f"/vsicurl/{path}"
    if match := _ZIP.match(path):
        inner = match["braced"] or match["plain"]
        return gdal_address(inner) if is_address(inner) else inner
    right = _WEB.match(path) or any(re.match(rf"{prefix}[^/]+", path) for prefix in BUCKETS)
    if not right or ".." in path.split("/") or any(ord(letter) < 32 for letter in path):
        raise EngineError(
            "not-a-product",
            f"{shown(address)} is not an address that can be read. Give s3://, gs://, az:// or https://, the same as "
            "GDAL's /vsis3/, /vsigs/, /vsiaz/ or /vsicurl/, or /vsizip/ before the address of a whole zip.",
        )
    return path.rstrip("/")


def shown(address: str) -> str:
    """`address` without what may be secret: a signature after the ?, a name and password before the host."""
    return re.sub(r"://[^/@]*@", "://", address.partition("?")[0]) if is_address(address) else address


def stem(path: str) -> str:
    """The stem of a product's mask names: the last part of its path or address, without .zip, .SAFE, .zarr, .tif,
    .json.

    Of a metadata file inside a product it is that of the product's folder.
    """
    path = METADATA_FILE.sub("", path)
    name = PurePosixPath(shown(path).rstrip("}/")).name if is_address(path) else os.path.basename(path.rstrip(os.sep))
    for suffix in (".zip", ".SAFE", ".zarr", ".tif", ".tiff", ".json", ".geojson"):
        if name.lower().endswith(suffix.lower()):
            name = name[: -len(suffix)]
    return name or "product"
