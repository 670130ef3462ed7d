"""The product around a path that lies inside it: a granule's folder, one band, its metadata."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from .band_files import band_file

PRODUCT_XML = re.compile(r"(^|/)(MTD_MSIL(1C|2A)p?|S2[A-D]_\w+_MTD_(SAFL|MSIL)(1C|2A)p?(_[^/]*)?)\.xml$", re.IGNORECASE)
_PARTS = {"granule", "datastrip", "aux_data", "html", "rep_info", "preview"}  # folders of a SAFE
_ARCHIVE_PARTS = {"r10m", "r20m", "r60m", "qi", "auxiliary", "preview"}
_BESIDE = re.compile(r"(manifest\.safe|inspire\.xml|.*-ql\.jpg|tileinfo\.json|productinfo\.json|.*\.xml)$", re.I)
_GRANULE_PARTS = {"img_data", "qi_data", "aux_data"}
_ZARR_PARTS = {"measurements", "conditions", "quality"}
MOST_LEVELS = 7
GRANULE_XML = re.compile(r"(?:^|/)(?:MTD_TL|S2[A-D]_\w+_MTD_L\w+_TL_[^/]*)\.xml$", re.IGNORECASE)
ARCHIVE_XML = {"metadata.xml", "granule_metadata.xml"}  # of a granule in the flat folder of a cloud archive
IMAGES = "IMG_DATA"  # the folder of a granule's bands
GRANULE_FOLDER = re.compile(r"(^|/)GRANULE/[^/]+/$", re.IGNORECASE)  # where a SAFE has its granules
_IN_IMAGES = re.compile(rf"(^|/){IMAGES}/", re.IGNORECASE)


def product_around(path: str | os.PathLike[str]) -> tuple[Path, str] | None:
    """The product's folder around `path`, and the granule's folder in it ("" for all); None where there is none."""
    place = Path(os.path.abspath(path))
    for folder in list(place.parents)[:MOST_LEVELS]:
        inside = place.relative_to(folder).parts
        try:
            names = os.listdir(folder)
        except OSError:
            return None
        first = inside[0].lower()
        if any(PRODUCT_XML.search(name) for name in names if not name.startswith(".")):
            if first not in _PARTS and not (len(inside) == 1 and (_BESIDE.fullmatch(first) or band_file(first))):
                return None
            granule = f"GRANULE/{inside[1]}" if first == "granule" and len(inside) > 1 else ""
            return folder, granule
        lower = {name.lower() for name in names}
        if lower & {".zmetadata", ".zgroup", "zarr.json"} and first in _ZARR_PARTS:
            return folder, ""
        if lower & ARCHIVE_XML and (
            first in _ARCHIVE_PARTS or (len(inside) == 1 and (band_file(first) or _BESIDE.fullmatch(first)))
        ):
            return folder, ""
    return None


def granules_with_bands(names: Iterable[str]) -> list[str]:
    """The metadata files of granules, of which each has bands in IMG_DATA beside it."""
    names = list(names)
    images = {name[: at.start()].lower() for name in names if (at := _IN_IMAGES.search(name)) and band_file(name)}
    return [name for name in names if GRANULE_XML.search(name) and name.rpartition("/")[0].lower() in images]


def granule_around(path: str | os.PathLike[str]) -> Path:
    """The folder of a granule at `path`, or around it when it lies inside; `path` itself where there is none."""
    place = Path(os.path.abspath(path))
    for folder in (place, *list(place.parents)[:3]):
        inside = [*place.relative_to(folder).parts, ""][0].lower()
        try:
            names = os.listdir(folder)
        except OSError:
            continue
        if any(map(GRANULE_XML.search, names)) and IMAGES.lower() in (name.lower() for name in names):
            return folder if inside in ("", *_GRANULE_PARTS) or GRANULE_XML.search(inside) else place
    return place
