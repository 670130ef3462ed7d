"""A granule of a SAFE product or an archive folder: its band files opened, checked and put into one grid."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

import rasterio
from affine import Affine

from ..errors import EngineError
from ..system.gdal_settings import open_band
from .absent_bands import why_absent
from .around import ARCHIVE_XML, GRANULE_XML
from .band_files import BandFile, band_file, choose
from .container import Container
from .granule import BAND_IDS, MOST_PIXELS, Band, Granule, OwnMask, check_grids
from .ground_size import earthly, is_unplaced
from .metadata import Element, ProductMetadata, TileFacts, parse_xml, tile_facts
from .one_product import check_image_names, check_one_product, named_identity, tile_identity
from .remote_container import RemoteContainer
from .spoilt import ends_in_zeros, pointer_of, why_spoilt
from .validity import digital_numbers

_OWN_MASK = re.compile(r"^(?:S2[A-D]_\w+_)?(MSK_CLASSI|MSK_CLOUDS)(?:_B00|_\w*_B00_MSIL1C)?\.(jp2|tif|gml)$", re.I)
_QUALITY = re.compile(
    r"^(?:MSK_QUALIT_(B0[1-9]|B1[0-2]|B8A)\.(?:jp2|tif)"
    r"|(?:S2[A-D]_\w+_)?MSK_TECQUA_(?:\w+_)?(B0[1-9]|B1[0-2]|B8A)(?:_MSIL1C)?\.gml)$",
    re.IGNORECASE,
)
_ASIDE = ("qi_data", "qi", "auxiliary", "aux_data", "preview", "html")  # folders of a granule that hold no bands


def band_files(container: Container | RemoteContainer, folder: str) -> list[BandFile]:
    """What is named as a band in `folder` of a container and below, but for masks and previews."""
    prefix = f"{folder}/" if folder else ""
    found = []
    for name in container.names:
        inside = name[len(prefix) :].lower().split("/")[:-1]
        if name.startswith(prefix) and not set(_ASIDE) & set(inside) and (file := band_file(name)):
            found.append(file)
    return found


def open_granule(
    container: Container | RemoteContainer,
    folder: str,
    name: str,
    tile: str,
    facts: ProductMetadata,
    listed: Sequence[str] = (),
) -> Granule:
    """The granule in `folder`, called `name`; `listed`: the image names that the product's metadata has for it.

    A band whose file cannot be used does not end it: it stands in `broken`. EngineError `missing-band` when there is
    no band at all, `broken-band` when none can be used, `grid-mismatch`, `broken-metadata` when the granule's own
    metadata or its bands' names contradict `facts`.
    """
    files = band_files(container, folder)
    document = _tile_document(container, folder)
    said = [] if document is None else [tile_identity(document)]
    if not any(one.baseline for one in said):
        said.append(named_identity(container.stem))
    for one in said:
        check_one_product(facts, listed, one, str(container.path))
    check_image_names(listed, [file.stem for file in files], str(container.path))
    finest = choose(files, listed)
    true_colour = finest.pop("TCI", None)
    scene_classification = finest.pop("SCL", None)
    bands: dict[str, Band] = {}
    broken: dict[str, EngineError] = {}
    for band in sorted(finest, key=BAND_IDS.index):
        try:
            bands[band] = _band(container, finest[band], facts)
        except EngineError as error:
            broken[band] = error
    broken |= why_absent(container, folder, listed, bands.keys() | broken.keys())
    if not bands:
        if broken:
            raise next(iter(broken.values()))
        lacking = f" ({len(listed)} are listed)" if listed else ""
        raise EngineError(
            "missing-band", f"{container.path} has no band files{_of(tile)}{lacking}. Download the product again."
        )
    place = tile_facts(document) if document is not None else None
    bands, notes = _placed(bands, place)
    check_grids(bands.values(), str(container.path))
    inside = [file for file in container.names if not folder or file.startswith(f"{folder}/")]
    kinds = {"MSK_CLASSI": "classi", "MSK_CLOUDS": "clouds-gml"}
    masks = [
        OwnMask(kinds[match[1].upper()], container.gdal_path(file), file)
        for file in inside
        if (match := _OWN_MASK.match(PurePosixPath(file).name))
    ]
    if scene_classification:
        masks.append(OwnMask("scl", container.gdal_path(scene_classification.path), scene_classification.path))
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
        true_colour=container.gdal_path(true_colour.path) if true_colour else None,
        broken=broken,
        quality={
            (match[1] or match[2]).upper(): container.gdal_path(file)
            for file in inside
            if (match := _QUALITY.match(PurePosixPath(file).name))
        },
        degraded=place.degraded if place else None,
        notes=notes,
    )


def _of(tile: str) -> str:
    return f" for tile {tile}" if tile else ""


def _tile_document(container: Container | RemoteContainer, folder: str) -> Element | None:
    """The granule's own metadata; None where there is none, or it cannot be read."""
    prefix = f"{folder}/" if folder else ""
    for file in container.names:
        beside = file[len(prefix) :] if file.startswith(prefix) else ""
        if "/" not in beside and (GRANULE_XML.search(beside) or beside.lower() in ARCHIVE_XML):
            try:
                return parse_xml(container.read(file), f"{container.path}/{file}")
            except EngineError:
                return None
    return None


def _placed(bands: dict[str, Band], tile: TileFacts | None) -> tuple[dict[str, Band], tuple[str, ...]]:
    """Bands with the CRS and corner of the tile's metadata where their files carry none, and a note on it.

    Where no metadata tells either, they lie on one another, and the mask with them nowhere.
    """
    bare = [name for name, band in bands.items() if not band.crs]
    if not bare:
        return bands, ()
    finest = min(bands.values(), key=lambda band: band.resolution)
    side = finest.width * finest.resolution
    place = tile or TileFacts("", 0.0, side * finest.height / finest.width, side, None)
    placed, adrift = dict(bands), False
    for name in bare:
        band, transform = bands[name], bands[name].transform
        if is_unplaced(transform):
            high = place.side * finest.height / finest.width / band.height
            transform = Affine(place.side / band.width, 0, place.left, 0, -high, place.top)
            adrift = True
        placed[name] = replace(band, crs=place.crs, transform=transform)
    if not tile:
        return placed, ("Its bands carry no CRS, and no MTD_TL.xml tells it: the mask will carry none.",)
    what = "CRS and place" if adrift else "CRS"
    of = "its bands" if len(bare) == len(bands) else " ".join(bare)
    return placed, (f"{what} of {of} ({place.crs}) were taken from the tile's metadata: the files carry none.",)


def _band(container: Container | RemoteContainer, file: BandFile, facts: ProductMetadata) -> Band:
    path = container.gdal_path(file.path)
    try:
        with open_band(path) as dataset:
            width, height, transform = dataset.width, dataset.height, dataset.transform
            is_jpeg2000 = dataset.driver == "JP2OpenJPEG"
            crs = found.to_string() if (found := earthly(dataset.crs)) else ""
            count, kind = dataset.count, dataset.dtypes[0]
            right_type = count == 1 and kind in ("uint16", "int16")
            numbers = digital_numbers(dataset, path) if right_type else path
    except (rasterio.errors.RasterioError, OSError, ValueError) as error:
        if pointer := pointer_of(Path(path)):
            raise EngineError("broken-band", f"{file.band} of {container.path} {pointer}") from error
        if why := why_spoilt(Path(path)):
            raise EngineError("broken-band", f"{file.band} of {container.path} {why}") from error
        raise EngineError(
            "broken-band",
            f"{file.band} of {container.path} cannot be opened ({file.path}). Download the product again.",
        ) from error
    if is_jpeg2000 and ends_in_zeros(Path(path)):  # its decoder takes them for empty parts of the image
        raise EngineError(
            "broken-band",
            f"{file.band} of {container.path} ends in zeros ({file.path}): its download broke off. "
            "Download the product again.",
        )
    if max(width, height) > MOST_PIXELS:
        raise EngineError(
            "broken-band",
            f"{file.band} of {container.path} claims {width} x {height} pixels, where a tile has {MOST_PIXELS} a side "
            f"({file.path}). Download the product again.",
        )
    if not right_type:
        way = "Download the product again."
        if not is_jpeg2000:
            way = f"It was converted to {count} x {kind}. Give the product as it was downloaded."
        raise EngineError(
            "broken-band", f"{file.band} of {container.path} is not one band of 16 bits ({file.path}). {way}"
        )
    return Band(
        name=file.band, path=numbers, resolution=file.metres, width=width, height=height, transform=transform, crs=crs,
        offset=facts.offset(file.band), quantification=facts.quantification, flat_edge=facts.level == "L2A",
    )  # fmt: skip
