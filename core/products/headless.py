"""Granules without their product's metadata: those of the cloud archives, and a SAFE that lacks its MTD_MSIL1C.xml.

A granule's own metadata names the processing baseline, of which the specification says quantification and offset.
"""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import replace
from pathlib import Path

from ..errors import EngineError
from .address import is_address
from .around import GRANULE_FOLDER, GRANULE_XML, PRODUCT_XML, granule_around, granules_with_bands
from .band_files import band_file
from .boa_offset import is_repacked, said_of_offset, settle_converted, settle_offset
from .container import Container, open_container
from .foreign import what_else
from .granule import Granule, Product
from .metadata import local_name, parse_xml, text, tile_of, tile_only_metadata
from .open_granule import open_granule
from .remote_container import RemoteContainer
from .spoilt import UNFINISHED

_WAITING = re.compile(rf"(^|/)(MTD_MSI|S2[A-D]_\w+_MTD_SAF)[^/]*({'|'.join(map(re.escape, UNFINISHED))})$", re.I)


def archive_granule(container: Container | RemoteContainer, folder: str, document: str, name: str = "") -> Granule:
    """The granule in `folder` by its own metadata `document` alone, called `name` or as its container."""
    data = container.read(document)
    root = parse_xml(data, f"{container.path}/{document}")
    if not local_name(root).endswith("_Tile_ID"):
        raise EngineError(
            "broken-metadata", f"{container.path}/{document} is not tile metadata of Sentinel-2. Download it again."
        )
    facts = tile_only_metadata(root, f"{container.path}/{document}")
    tile = tile_of(text(root, "TILE_ID_2A") or text(root, "TILE_ID"))
    granule = open_granule(container, folder, name or container.stem, tile, facts)
    granule = replace(granule, metadata_sha256=hashlib.sha256(data).hexdigest())
    if is_repacked(container, folder) and granule.level == "L2A":
        return settle_offset(granule, said_of_offset(container, folder))
    return settle_converted(granule)


def without_metadata(path: str | os.PathLike[str]) -> Product | None:
    """The product at or around `path` whose metadata is not there, by its granules' own; None where it is none.

    A path inside a granule stands for that granule. EngineError: that of the first granule if none opens;
    `not-a-product` for granules of several products; `broken-metadata` while the metadata is downloaded.
    """
    place, only = (path, "") if is_address(os.fspath(path)) else _product_of_granule(path)
    try:
        container = open_container(place)
    except EngineError:
        return None
    documents = granules_with_bands(container.names)
    if not documents or any(map(PRODUCT_XML.search, (*container.names, *container.links))):
        return None
    if renamed_metadata(container) or what_else(str(container.path), container.names):
        return None
    if waiting := next(filter(_WAITING.search, container.names), ""):
        raise EngineError(
            "broken-metadata",
            f"The metadata of {container.path} is an unfinished download ({waiting}). Wait for its end, or download "
            "the product again.",
        )
    products = {GRANULE_FOLDER.sub("", f"{document.rpartition('/')[0]}/") for document in documents}
    if len(products) > 1:
        raise EngineError(
            "not-a-product", f"{container.path} holds {len(products)} products. Give one of them at a time."
        )
    several = len(documents) > 1
    granules: list[Granule] = []
    failures: list[EngineError] = []
    for document in documents:
        folder = document.rpartition("/")[0]
        short = folder.rpartition("/")[2]
        if only and short != only:
            continue
        name = f"{container.stem}_T{tile_of(short) or len(granules) + 1}" if several else container.stem
        try:
            granules.append(_noted(archive_granule(container, folder, document, name)))
        except EngineError as error:
            failures.append(EngineError(error.code, f"{short}: {error.message}") if several and not only else error)
    if not granules:
        raise failures[0]
    return Product(str(container.path), container.stem, tuple(granules), tuple(failures))


def _product_of_granule(path: str | os.PathLike[str]) -> tuple[Path, str]:
    """The folder that may be a product at or around `path`, and the granule's folder in it ("" for all)."""
    place = granule_around(path)
    if place.parent.name.upper() == "GRANULE":
        return place.parent.parent, place.name
    if place.name.upper() == "GRANULE" and not any(GRANULE_XML.search(file.name) for file in place.glob("*.xml")):
        return place.parent, ""
    return place, ""


def _noted(granule: Granule) -> Granule:
    note = (
        f"The product's MTD_MSI{granule.level}.xml is not there: quantification and offset were taken from the "
        f"baseline that the granule's metadata names, {granule.baseline}."
    )
    return replace(granule, notes=(*granule.notes, note))


def renamed_metadata(container: Container | RemoteContainer) -> str:
    """What to do about a product whose metadata has another name; empty where there is no such file."""
    bases = {name.lower().partition("granule/")[0] for name in container.names if "granule/" in name.lower()}
    for name in container.names:
        if not name.lower().endswith(".xml") or name.rpartition("/")[0].lower() + "/" * ("/" in name) not in bases:
            continue
        try:
            match = re.fullmatch(r"Level-(1C|2A)p?_User_Product", local_name(parse_xml(container.read(name), name)))
        except EngineError:
            continue
        if match:
            return (
                f"{container.path} has its metadata under another name, {name.rpartition('/')[2]}. "
                f"Rename it MTD_MSIL{match[1]}.xml."
            )
    return ""


def without_images(container: Container | RemoteContainer) -> str:
    """What to give in place of a product's folder in a cloud archive, whose images lie by tile; empty for others."""
    names = {name.lower(): name for name in container.names}
    if "productinfo.json" not in names or any(map(band_file, container.names)):
        return ""
    try:
        tiles = re.findall(rb'"(tiles/[\w/]+)"', container.read(names["productinfo.json"]))
    except EngineError:
        tiles = []
    where = f" ({tiles[0].decode()})" if tiles else ""
    return (
        f"{container.path} is the description of a product whose images the archive keeps by tile. Give the folder of "
        f"the tile{where}."
    )
