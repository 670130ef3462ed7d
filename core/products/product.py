"""A Sentinel-2 product, opened in any container and naming: its granules, bands, radiometry and own masks."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import replace

from ..errors import EngineError
from .absent_bands import why_absent
from .address import is_address, shown
from .around import PRODUCT_XML, product_around
from .as_meant import as_meant
from .band_files import band_file, listed_folders, listed_images, names_of
from .band_stack import open_stack
from .boa_offset import settle_converted, stac_item
from .container import Container, open_container
from .foreign import sentence
from .granule import Granule, Product
from .headless import archive_granule, renamed_metadata, without_images, without_metadata
from .metadata import parse_xml, product_metadata, tile_of
from .open_granule import band_files, open_granule
from .remote_container import RemoteContainer
from .several import check_alone
from .spoilt import why_in_parts
from .stac_product import is_item, open_item
from .zarr_product import check_no_other_store, open_zarr, zarr_roots

_ARCHIVE_XML = re.compile(r"(^|/)(metadata|MTD_TL|granule_metadata)\.xml$", re.IGNORECASE)
_RESOLUTION_FOLDER = re.compile(r"(^|/)R(10|20|60)m$", re.IGNORECASE)


def open_product(path: str | os.PathLike[str]) -> Product:
    """Open a product in any of its forms.

    A SAFE folder, a zip or .tar of one, a folder in cloud-archive layout, EOPF Zarr, a STAC item, or a GeoTIFF stack
    with named bands. A path inside a product stands for it, one inside a granule for that granule.

    Parameters
    ----------
    path : str or PathLike
        A path, or an address (address.py), as a person writes it (as_meant.py).

    Returns
    -------
    Product
        Its granules, with their bands, and what kept others from being opened.

    Raises
    ------
    EngineError
        `not-a-product`, `broken-zip`, `broken-metadata`, `missing-band`, `broken-band`, `grid-mismatch`.
    """
    path = as_meant(os.fspath(path))
    try:
        return _open(path)
    except EngineError as error:
        if error.code not in ("not-a-product", "broken-metadata", "missing-band"):
            raise
        far = is_address(path)
        # What cannot be listed is not asked for twice.
        if (far and error.code == "not-a-product") or not (far or (path and os.path.lexists(path))):
            raise
        around = None if far else product_around(path)
        if around is None:
            if found := without_metadata(path):
                return found
            raise
    return _open(around[0], around[1])


def _open(path: str | os.PathLike[str], granule: str = "") -> Product:
    if shown(os.fspath(path)).lower().endswith((".tif", ".tiff")) and not os.path.isdir(path):
        return open_stack(path)
    if is_item(os.fspath(path)):
        return open_item(path)
    container = open_container(path)
    documents = [name for name in container.names if PRODUCT_XML.search(name)]
    if documents:
        depth = min(name.count("/") for name in documents)
        documents = [name for name in documents if name.count("/") == depth]
        if len(documents) > 1:
            _check_one_product(container, documents)
        check_alone(container, documents[0].rpartition("/")[0])
        return _open_safe(container, documents[0], granule)
    if roots := zarr_roots(container.names):
        if len(roots) > 1:
            raise EngineError(
                "not-a-product", f"{container.path} holds {len(roots)} products. Give one of them at a time."
            )
        return open_zarr(container, roots.pop())
    archive = {name.rpartition("/")[0]: name for name in container.names if _ARCHIVE_XML.search(name)}
    archive = {folder: name for folder, name in archive.items() if _bands_beside(container, folder)}
    if len(archive) == 1:
        try:
            alone = archive_granule(container, *archive.popitem())
        except EngineError as error:
            if error.code != "broken-metadata" or not (item := _item_beside_bands(container)):
                raise
            return _by_its_item(str(container.path), item)
        return Product(str(container.path), container.stem, (alone,))
    if len(archive) > 1:
        raise EngineError(
            "not-a-product", f"{container.path} holds {len(archive)} granules in archive layout. Give one at a time."
        )
    check_no_other_store(container)
    if found := _item_beside_bands(container):
        return replace(open_item(found), path=str(container.path))  # as it was asked for
    raise _no_product(container)


def _by_its_item(path: str, item: str) -> Product:
    """A product by the STAC item beside its bands where its metadata is broken, as in sentinel-cogs of 2023."""
    product = replace(open_item(item), path=path)
    note = "Its STAC item was read in place of its metadata, which cannot be read."
    granules = tuple(replace(granule, notes=(*granule.notes, note)) for granule in product.granules)
    return replace(product, granules=granules)


def _check_one_product(container: Container | RemoteContainer, documents: list[str]) -> None:
    """EngineError `not-a-product` unless several documents are copies of one, as under its old and its new name."""
    if len({name.rpartition("/")[0] for name in documents}) > 1:
        raise EngineError(
            "not-a-product", f"{container.path} holds {len(documents)} products. Give one of them at a time."
        )
    if len({container.read(name) for name in documents}) > 1:
        names = " and ".join(name.rpartition("/")[2] for name in documents)
        raise EngineError(
            "not-a-product",
            f"{container.path} holds {names} in one folder: products were put into one another. Unpack each into a "
            "folder of its own.",
        )


def _item_beside_bands(container: Container | RemoteContainer) -> str:
    """Path of the one STAC item in a folder of bands without metadata of its own; empty where there is none."""
    items = [name for name in container.names if "/" not in name and is_item(name) and name.lower() != "tileinfo.json"]
    if len(items) != 1 or not isinstance(container, Container) or container.archive or not band_files(container, ""):
        return ""
    if not stac_item(container, ""):  # another program's JSON
        return ""
    return container.gdal_path(items[0])


def _no_product(container: Container | RemoteContainer) -> EngineError:
    path = str(container.path)
    for name, what in container.links.items():
        if PRODUCT_XML.search(name) or _ARCHIVE_XML.search(name):
            return EngineError("broken-metadata", f"{name} in {path} is {what}")
    if what := renamed_metadata(container) or without_images(container) or sentence(path, container.names):
        return EngineError("not-a-product", what)
    if band_files(container, "") or any(
        "MTD" in name.upper() or name.lower().endswith("manifest.safe") for name in container.names
    ):
        return EngineError(
            "broken-metadata",
            f"{path} has no MTD_MSIL1C.xml, MTD_MSIL2A.xml or metadata.xml. Download the product again."
            if not (parts := why_in_parts(path))
            else f"{path} {parts}",
        )
    return EngineError(
        "not-a-product",
        f"{path} {'is empty' if not container.names else 'holds no Sentinel-2 product'}. "
        "Give a .SAFE folder, its .zip, or a folder in cloud-archive layout.",
    )


def _open_safe(container: Container | RemoteContainer, document: str, only: str) -> Product:
    """The product whose metadata is `document`; `only`: the folder of the one granule that is asked for.

    A granule that cannot be used is told in `failures`, the others are opened.
    """
    data = container.read(document)
    root = parse_xml(data, f"{container.path}/{document}")
    facts = product_metadata(root, f"{container.path}/{document}")
    listed = listed_images(root)
    base = document.rpartition("/")[0]
    folders = _granule_folders(container, base)
    if only:
        folders = [folder for folder in folders if f"{folder}/".lower().endswith(f"{only}/".lower())] or folders
    else:
        folders = _without_copies(folders, listed_folders(root))
    if not folders and any("/" not in file.path[len(base) :].lstrip("/") for file in band_files(container, base)):
        folders = [base]  # the bands lie beside the metadata
    if not folders:
        count = sum(map(len, listed.values()))
        for name, what in container.links.items():
            raise EngineError("missing-band", f"{name} in {container.path} is {what}")
        images = [name for several in listed.values() for name in several]
        shortest = min(listed_folders(root), key=len, default="")  # a folder's name is shorter than an identifier
        for folder in (base, f"{base}/GRANULE/{shortest}".lstrip("/")):
            for why in why_absent(container, folder, images, ()).values():
                raise why
        raise EngineError(
            "missing-band" if count else "broken-metadata",
            f"{container.path} has no band files under GRANULE ({count} are listed). Download the product again.",
        )
    several = len(folders) > 1 or (len(listed) > 1 and not only)
    granules: list[Granule] = []
    failures: list[EngineError] = []
    for number, folder in enumerate(folders, 1):
        short = folder.rpartition("/")[2]
        tile = tile_of(short) or tile_of(container.stem) or (tile_of(next(iter(listed))) if len(listed) == 1 else "")
        names = names_of(listed, short, tile) or [name for several in listed.values() for name in several]
        name = f"{container.stem}_T{tile or number}" if len(folders) > 1 or (several and tile) else container.stem
        try:
            granule = settle_converted(open_granule(container, folder, name, tile, facts, names))
            granules.append(replace(granule, metadata_sha256=hashlib.sha256(data + short.encode()).hexdigest()))
        except EngineError as error:
            failures.append(error if not several else EngineError(error.code, f"Tile {tile or short}: {error.message}"))
    if not granules:
        raise failures[0]
    if several and not only:
        failures += _absent_granules(listed, folders, str(container.path))
    if len({granule.name for granule in granules}) < len(granules):
        granules = [replace(granule, name=f"{granule.name}_{number}") for number, granule in enumerate(granules, 1)]
    return Product(str(container.path), container.stem, tuple(granules), tuple(failures))


def _absent_granules(listed: dict[str, tuple[str, ...]], folders: list[str], path: str) -> list[EngineError]:
    """Granules that the product's list has and no folder is there for."""
    there = [folder.rpartition("/")[2] for folder in folders]
    tiles = {tile_of(folder) for folder in there}
    absent = [key for key in listed if key not in there and (tile_of(key) or key) not in tiles]
    return [
        EngineError(
            "missing-band",
            f"Tile {tile_of(key) or key}: {path} lists {len(listed[key])} images of it and holds none. "
            "Download the product again.",
        )
        for key in absent
    ]


def _bands_beside(container: Container | RemoteContainer, folder: str) -> bool:
    """Whether band files lie in this folder, or in its R10m, R20m, R60m: the mark of the cloud-archive layouts."""
    prefix = f"{folder}/" if folder else ""
    for name in container.names:
        if name.startswith(prefix) and band_file(name):
            inner = name[len(prefix) :].rpartition("/")[0]
            if not inner or _RESOLUTION_FOLDER.fullmatch(inner):
                return True
    return False


def _without_copies(folders: list[str], listed: set[str]) -> list[str]:
    """Granules' folders, of those of one tile only what the product's own list names: people keep copies beside it."""
    named = {folder for folder in folders if folder.rpartition("/")[2].lower() in listed}
    tiles = {tile_of(folder.rpartition("/")[2]) for folder in named}
    return [folder for folder in folders if folder in named or tile_of(folder.rpartition("/")[2]) not in tiles]


def _granule_folders(container: Container | RemoteContainer, base: str) -> list[str]:
    """Folders under GRANULE that hold images, whatever the case of their names."""
    prefix = f"{base}/granule/" if base else "granule/"
    return sorted(
        {
            "/".join(name.split("/")[: prefix.count("/") + 1])
            for name in container.names
            if name.lower().startswith(prefix.lower()) and "/img_data/" in name.lower() and band_file(name)
        }
    )
