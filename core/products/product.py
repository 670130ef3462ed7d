"""A Sentinel-2 product, opened in any container and naming: its granules, bands, radiometry and own masks."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import PurePosixPath

import rasterio

from ..errors import EngineError
from ..system.gdal_settings import open_band
from .address import shown
from .band_stack import open_stack
from .container import Container, open_container
from .granule import MOST_PIXELS, RESOLUTIONS, Band, Granule, OwnMask, Product, check_grids
from .metadata import (
    BAND_IDS,
    ProductMetadata,
    elements,
    local_name,
    parse_xml,
    product_metadata,
    tile_of,
    tile_only_metadata,
)

_PRODUCT_XML = re.compile(r"(^|/)(MTD_MSIL(1C|2A)|S2[A-D]_\w+_MTD_SAFL(1C|2A)_[^/]*)\.xml$")
_BAND_FILE = re.compile(r"(?:^|_)(B0[1-9]|B1[0-2]|B8A|TCI|SCL)(?:_(10|20|60)m)?\.(?:jp2|tif)$", re.IGNORECASE)
_OWN_MASK = re.compile(r"(?:^|_)(MSK_CLASSI|MSK_CLOUDS)(?:_B00|_.*_B00_MSIL1C)?\.(jp2|tif|gml)$")


def open_product(path: str | os.PathLike[str]) -> Product:
    """Open a SAFE folder, a zip of one, a folder in cloud-archive layout, or a GeoTIFF stack with named bands.

    Each of them by its path or its address (address.py).

    Raises EngineError: `not-a-product`, `broken-zip`, `broken-metadata`, `broken-band`, `grid-mismatch`.
    """
    if shown(str(path)).lower().endswith((".tif", ".tiff")):
        return open_stack(path)
    container = open_container(path)
    documents = [name for name in container.names if _PRODUCT_XML.search(name)]
    if documents:
        depth = min(name.count("/") for name in documents)
        documents = [name for name in documents if name.count("/") == depth]
        if len(documents) > 1:
            raise EngineError(
                "not-a-product", f"{container.path} holds {len(documents)} products. Give one of them at a time."
            )
        return _open_safe(container, documents[0])
    archive = [name for name in container.names if re.search(r"(^|/)(metadata|MTD_TL)\.xml$", name)]
    archive = [name for name in archive if _siblings(container, name)]
    if len(archive) == 1:
        return _open_archive(container, archive[0])
    if len(archive) > 1:
        raise EngineError(
            "not-a-product", f"{container.path} holds {len(archive)} granules in archive layout. Give one at a time."
        )
    if any(_band_files(container, "")) or any(
        "MTD" in name or name.endswith("manifest.safe") for name in container.names
    ):
        raise EngineError(
            "broken-metadata",
            f"{container.path} has no MTD_MSIL1C.xml, MTD_MSIL2A.xml or metadata.xml. Download the product again.",
        )
    raise EngineError(
        "not-a-product",
        f"{container.path} {'is empty' if not container.names else 'holds no Sentinel-2 product'}. "
        "Give a .SAFE folder, its .zip, or a folder in cloud-archive layout.",
    )


def _open_safe(container: Container, document: str) -> Product:
    root = parse_xml(container.read(document), f"{container.path}/{document}")
    facts = product_metadata(root, f"{container.path}/{document}")
    base = document.rpartition("/")[0]
    folders = _granule_folders(container, base)
    if not folders:
        listed = sum(1 for _ in elements(root, "IMAGE_FILE")) + sum(1 for _ in elements(root, "IMAGE_ID"))
        raise EngineError(
            "missing-band" if listed else "broken-metadata",
            f"{container.path} has no band files under GRANULE ({listed} are listed). Download the product again.",
        )
    granules = []
    for folder in folders:
        tile = tile_of(folder.rpartition("/")[2])
        name = container.stem if len(folders) == 1 else f"{container.stem}_T{tile or len(granules) + 1}"
        granules.append(_granule(container, folder, name, tile or tile_of(container.stem), facts))
    if len({granule.name for granule in granules}) < len(granules):
        granules = [_renamed(granule, number) for number, granule in enumerate(granules, 1)]
    return Product(str(container.path), container.stem, tuple(granules))


def _renamed(granule: Granule, number: int) -> Granule:

    return replace(granule, name=f"{granule.name}_{number}")


def _open_archive(container: Container, document: str) -> Product:
    root = parse_xml(container.read(document), f"{container.path}/{document}")
    if not local_name(root).endswith("_Tile_ID"):
        raise EngineError(
            "broken-metadata", f"{container.path}/{document} is not tile metadata of Sentinel-2. Download it again."
        )
    facts = tile_only_metadata(root, f"{container.path}/{document}")
    tile = tile_of(next(elements(root, "TILE_ID")).text or "")
    granule = _granule(container, document.rpartition("/")[0], container.stem, tile, facts)
    return Product(str(container.path), container.stem, (granule,))


def _siblings(container: Container, document: str) -> bool:
    """Whether band files lie beside this document: the mark of the cloud-archive layout."""
    folder = document.rpartition("/")[0]
    return any(name.rpartition("/")[0] == folder for name in _band_files(container, folder))


def _band_files(container: Container, folder: str) -> list[str]:
    prefix = f"{folder}/" if folder else ""
    return [name for name in container.names if name.startswith(prefix) and _BAND_FILE.search(PurePosixPath(name).name)]


def _granule_folders(container: Container, base: str) -> list[str]:
    prefix = f"{base}/GRANULE/" if base else "GRANULE/"
    return sorted(
        {
            prefix + name[len(prefix) :].split("/", 1)[0]
            for name in container.names
            if name.startswith(prefix) and "/IMG_DATA/" in name and _BAND_FILE.search(PurePosixPath(name).name)
        }
    )


def _granule(container: Container, folder: str, name: str, tile: str, facts: ProductMetadata) -> Granule:
    finest: dict[str, tuple[int, str]] = {}
    for file in _band_files(container, folder):
        if "/QI_DATA/" in file or "/qi/" in file or "/auxiliary/" in file:
            continue
        band, metres = _BAND_FILE.search(PurePosixPath(file).name).groups()
        band = band.upper()
        resolution = int(metres or RESOLUTIONS.get(band, 20 if band == "SCL" else 10))
        if band not in finest or resolution < finest[band][0]:
            finest[band] = (resolution, file)
    true_colour = finest.pop("TCI", None)
    scene_classification = finest.pop("SCL", None)
    bands = {
        band: _band(container, file, band, resolution, facts)
        for band, (resolution, file) in sorted(finest.items(), key=lambda item: BAND_IDS.index(item[0]))
    }
    if not bands:
        raise EngineError("missing-band", f"{container.path} has no band files. Download the product again.")
    check_grids(bands.values(), str(container.path))
    masks = [
        OwnMask({"MSK_CLASSI": "classi", "MSK_CLOUDS": "clouds-gml"}[match.group(1)], container.gdal_path(file), file)
        for file in container.names
        if file.startswith(f"{folder}/" if folder else "") and (match := _OWN_MASK.search(PurePosixPath(file).name))
    ]
    if scene_classification:
        masks.append(OwnMask("scl", container.gdal_path(scene_classification[1]), scene_classification[1]))
    return Granule(
        name=name,
        product_path=str(container.path),
        mission=facts.mission,
        level=facts.level,
        tile=tile,
        baseline=facts.baseline,
        sensing_time=facts.sensing_time,
        crs=next(iter(bands.values())).crs,
        bands=bands,
        own_masks=tuple(masks),
        true_colour=container.gdal_path(true_colour[1]) if true_colour else None,
    )


def _band(container: Container, file: str, band: str, resolution: int, facts: ProductMetadata) -> Band:

    path = container.gdal_path(file)
    try:
        with open_band(path) as dataset:
            width, height, transform = dataset.width, dataset.height, dataset.transform
            crs = dataset.crs.to_string() if dataset.crs else ""
            right_type = dataset.count == 1 and dataset.dtypes[0] == "uint16"
    except (rasterio.errors.RasterioError, OSError, ValueError) as error:
        raise EngineError(
            "broken-band", f"{band} of {container.path} cannot be opened ({file}). Download the product again."
        ) from error
    if max(width, height) > MOST_PIXELS:
        raise EngineError(
            "broken-band",
            f"{band} of {container.path} claims {width} x {height} pixels, where a tile has {MOST_PIXELS} a side "
            f"({file}). Download the product again.",
        )
    if not right_type:
        raise EngineError(
            "broken-band", f"{band} of {container.path} is not one band of uint16 ({file}). Download the product again."
        )
    return Band(name=band, path=path, resolution=resolution, width=width, height=height, transform=transform, crs=crs,
                offset=facts.offset(band), quantification=facts.quantification)  # fmt: skip
