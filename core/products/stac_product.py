"""A STAC item as a product: its bands are read where its assets lie, windows only.

Asset names as Earth Search (`blue` … `swir22`), the Copernicus Data Space (`B02_10m` …) and the Planetary Computer
(`B02` …) have them; other catalogues by the band names of `eo:bands` or `bands`.
https://github.com/radiantearth/stac-spec
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pystac
import rasterio

from ..errors import EngineError
from ..system.gdal_settings import open_band
from .address import is_address, shown, stem
from .granule import MOST_PIXELS, RESOLUTIONS, Band, Granule, OwnMask, Product, check_grids, json_sha256
from .metadata import BAND_IDS, DEFAULT_QUANTIFICATION, OFFSET_SINCE_04, OFFSETS_SINCE, is_own_processing
from .stac_items import MAIN, gdal_path, hrefs, reachable, read_items
from .stac_offset import settled
from .validity import digital_numbers

_ITEM = re.compile(r"\.(geo)?json$", re.IGNORECASE)
_SERVED = re.compile(r"https?://.*/items/[^/]+$", re.IGNORECASE)  # as a STAC API gives it
_BAND = re.compile(r"B(0?[1-9]|1[0-2]|8A)(?:_(10|20|60)m)?", re.IGNORECASE)
_COMMON = {
    "coastal": "B01", "blue": "B02", "green": "B03", "red": "B04", "rededge1": "B05", "rededge2": "B06",
    "rededge3": "B07", "rededge071": "B05", "rededge075": "B06", "rededge078": "B07", "nir": "B08", "nir08": "B8A",
    "nir09": "B09", "cirrus": "B10", "swir16": "B11", "swir22": "B12",
}  # fmt: skip
# The product's name. `sentinel:` is of Earth Search v0 and Digital Earth Africa.
_NAMES = ("s2:product_uri", "s2:granule_id", "sentinel:product_id")
_IN_ZARR = re.compile(r"(.+\.zarr)(?:/|$)", re.IGNORECASE)
_SCL = re.compile(r"SCL(?:_(20|60)m)?", re.IGNORECASE)


def is_item(path: str) -> bool:
    """Whether a path or address may be that of a STAC item."""
    place = shown(path).rstrip("/")
    served = _SERVED.match(place) and not place.lower().endswith((".zip", ".safe", ".tif", ".zarr"))
    return bool(_ITEM.search(place) or served) and not os.path.isdir(path)


def open_item(path: str | os.PathLike[str]) -> Product:
    """Open a STAC item of Sentinel-2 Level-1C or 2A by its file or address.

    Raises EngineError: `not-a-product` (no item, of another mission), `broken-metadata`, `missing-band`, `broken-band`,
    `grid-mismatch`.
    """
    path = os.fspath(path)
    far = is_address(path)
    items = read_items(path, far)
    granules: list[Granule] = []
    failures: list[EngineError] = []
    for item in items:
        try:
            granule = _granule(item, path, far)
            if len(items) > 1:
                granule = replace(granule, name=re.sub(r"[^\w.-]", "_", f"{granule.name}_{item.id}"))
            granules.append(granule)
        except EngineError as error:
            failures.append(error)
    if not granules:
        raise failures[0]
    return Product(shown(path), stem(path), tuple(granules), tuple(failures))


def _granule(item: pystac.Item, path: str, far: bool) -> Granule:
    said = dict(item.properties)
    names = [item.id, *(str(said.get(key, "")) for key in _NAMES)]
    where = f"{shown(path)} (STAC item {item.id})"
    mission, level = _mission(item, where), _level(item, names, where)
    baseline = _baseline(said, names)
    finest = _finest(item)
    for asset in (*finest.values(), *item.assets.values()):
        if store := _IN_ZARR.match(asset.href):
            raise EngineError(
                "not-a-product",
                f"{where} is of a product in EOPF Zarr, {shown(store[1])}. Give that, as a folder or in a bucket.",
            )
    if not finest:
        raise EngineError(
            "missing-band",
            f"{where} has no asset that is a Sentinel-2 band (B02, B02_10m, blue and the like). "
            "Give an item of Level-1C or Level-2A.",
        )
    bands, unsaid, way = {}, set(), MAIN
    for name in (name for name in BAND_IDS if name in finest):
        asset = finest[name]
        scale, offset, is_said = _radiometry(asset, baseline, f"{name} of {where}")
        unsaid |= set() if is_said else {name}

        def opened(href: str, name: str = name, scale: float = scale, offset: float = offset) -> Band:
            return _band(name, gdal_path(href, item, far, where), scale, offset, level, where)

        way, bands[name] = reachable(asset, way, opened)
    check_grids(bands.values(), where)
    scene = next((asset for key, asset in item.assets.items() if _SCL.fullmatch(key)), None)
    scl = gdal_path(hrefs(scene, way)[0][1], item, far, where) if scene else ""
    granule = Granule(
        name=stem(path),
        product_path=shown(path),
        mission=mission,
        level=level,
        tile=_tile(said, names),
        baseline=baseline,
        sensing_time=_sensing_time(item),
        crs=next(iter(bands.values())).crs,
        bands=bands,
        own_masks=(OwnMask("scl", scl, "scl"),) if scl else (),
        # Not the whole item: the addresses of its assets may be signed again each time.
        metadata_sha256=json_sha256([item.id, said]),
    )
    return settled(granule, said, finest, unsaid, where)


def _mission(item: pystac.Item, where: str) -> str:
    platform = str(item.properties.get("platform") or "")
    match = re.fullmatch(r"(?:sentinel-?|S)0?2([A-D])", platform, re.IGNORECASE) or re.match(r"S2([A-D])_", item.id)
    if not match:
        said = platform or str(item.properties.get("constellation") or "")
        if re.fullmatch(r"sentinel-?0?2", said, re.IGNORECASE):
            return "S2"
        what = platform or item.collection_id or item.properties.get("constellation") or "another mission"
        raise EngineError("not-a-product", f"{where} is of {str(what)[:40]}, not Sentinel-2. Give one of Sentinel-2.")
    return f"S2{match[1].upper()}"


def _level(item: pystac.Item, names: list[str], where: str) -> str:
    said = item.properties
    texts = [said.get("s2:product_type"), said.get("product:type"), said.get("processing:level"), *names,
             item.collection_id]  # fmt: skip
    for text in filter(None, texts):
        if match := re.search(r"(?:MSI|MSIL|L|LEVEL-)(1C|2A)(?![0-9])", str(text), re.IGNORECASE):
            return f"L{match[1].upper()}"
    raise EngineError(
        "not-a-product",
        f"{where} does not say that it is Level-1C or Level-2A (s2:product_type, product:type, processing:level). "
        "Give an item of one of these.",
    )


def _baseline(said: Mapping[str, Any], names: list[str]) -> str:
    for key in ("s2:processing_baseline", "sentinel2:processing_baseline", "processing:version"):
        if match := re.fullmatch(r"(\d\d?)\.(\d\d)", str(said.get(key) or "")):
            return f"{int(match[1]):02d}.{match[2]}"
    match = next(filter(None, (re.search(r"_N(\d\d)\.?(\d\d)(?!\d)", name) for name in names)), None)
    return f"{match[1]}.{match[2]}" if match else ""


def _tile(said: Mapping[str, Any], names: list[str]) -> str:
    parts = [said.get(f"mgrs:{part}", "") for part in ("utm_zone", "latitude_band", "grid_square")]
    texts = [said.get("grid:code", ""), said.get("s2:mgrs_tile", ""), "".join(str(part).zfill(2) for part in parts)]
    for text in (str(text) for text in (*texts, *names)):
        if match := re.search(r"(?:^|MGRS-|_T|_)(\d{2}[C-X][A-Z]{2})(?![A-Z0-9])", text):
            return match[1]
    return ""


def _sensing_time(item: pystac.Item) -> str:
    time = item.datetime or item.common_metadata.start_datetime
    return time.strftime("%Y-%m-%dT%H:%M:%S.%fZ").replace("000Z", "Z") if time else ""


def _finest(item: pystac.Item) -> dict[str, pystac.Asset]:
    """The asset of each band, the finest where there are several. JPEG 2000 beside a COG (`blue-jp2`) is left."""
    found: dict[str, tuple[float, pystac.Asset]] = {}
    for key, asset in item.assets.items():
        named = _band_of(key, asset)
        if named is None:
            continue
        name, metres = named
        if name not in found or metres < found[name][0]:
            found[name] = metres, asset
    return {name: asset for name, (_, asset) in found.items()}


def _band_of(key: str, asset: pystac.Asset) -> tuple[str, float] | None:
    """Band and metres of an asset, by its key or, where it holds one band, by that band's name."""
    facts = asset.extra_fields
    if asset.roles and {"thumbnail", "overview", "metadata"} & set(asset.roles):
        return None
    match = _BAND.fullmatch(key)
    name = _id_of(match[1]) if match else _COMMON.get(key)
    described = facts.get("eo:bands") or facts.get("bands") or []
    if name is None and isinstance(described, list) and len(described) == 1 and isinstance(described[0], dict):
        if key.endswith("-jp2"):
            return None
        band = described[0]
        match = _BAND.fullmatch(str(band.get("name", "")))
        common = str(band.get("eo:common_name") or band.get("common_name") or band.get("name"))
        name = _id_of(match[1]) if match else _COMMON.get(common)
    if name is None:
        return None
    sizes = [match[2] if match else None, facts.get("gsd"), facts.get("raster:spatial_resolution")]
    sizes += [band.get("spatial_resolution") for band in facts.get("raster:bands") or [] if isinstance(band, dict)]
    metres = next((float(size) for size in sizes if isinstance(size, int | float | str) and size), RESOLUTIONS[name])
    return name, float(metres)


def _id_of(number: str) -> str:
    return f"B{number.upper()}" if number.upper() == "8A" else f"B{int(number):02d}"


def _radiometry(asset: pystac.Asset, baseline: str, where: str) -> tuple[float, float, bool]:
    """Scale and offset of reflectance: those the item states, else those of the product's baseline; and whether the
    offset is said by one of them. A user's own Sen2Cor writes baselines that say none, and so does a scale alone."""
    facts = asset.extra_fields
    places = [facts, *(facts.get("raster:bands") or []), *(facts.get("bands") or [])]
    stated = [
        next((place[key] for place in places if isinstance(place, dict) for key in keys if key in place), None)
        for keys in (("raster:scale", "scale"), ("raster:offset", "offset"))
    ]
    if stated == [None, None] and not baseline:
        raise EngineError(
            "broken-metadata",
            f"{where} has neither a scale and offset (raster:bands) nor a processing baseline, so its reflectance is "
            "not known. Give an item that has one of them.",
        )
    scale = 1 / DEFAULT_QUANTIFICATION if stated[0] is None else stated[0]
    own = is_own_processing(baseline)
    since = OFFSET_SINCE_04 / DEFAULT_QUANTIFICATION if baseline >= OFFSETS_SINCE and not own else 0.0
    offset = (since if stated[0] is None else 0.0) if stated[1] is None else stated[1]
    right = all(isinstance(number, int | float) and math.isfinite(number) for number in (scale, offset))
    if not right or not 0 < scale < 1 or abs(offset / scale) > 65535:
        raise EngineError("broken-metadata", f"{where} states an absurd scale {scale!r} and offset {offset!r}.")
    is_said = stated[1] is not None or (baseline < OFFSETS_SINCE if stated[0] is not None or own else True)
    return float(scale), float(offset), is_said


def _band(name: str, path: str, scale: float, offset: float, level: str, where: str) -> Band:
    try:
        with open_band(path) as dataset:
            width, height, transform = dataset.width, dataset.height, dataset.transform
            crs = dataset.crs.to_string() if dataset.crs else ""
            right = dataset.count == 1 and dataset.dtypes[0] in ("uint16", "int16")
            numbers = digital_numbers(dataset, path) if right else path
    except (rasterio.errors.RasterioError, OSError, ValueError) as error:
        raise EngineError(
            "broken-band",
            f"{name} of {where} cannot be opened ({str(error).replace(path, shown(path))}). Check the access to it: "
            "some catalogues want signed addresses or credentials.",
        ) from error
    if not right or max(width, height) > MOST_PIXELS or not crs:
        raise EngineError(
            "broken-band",
            f"{name} of {where} is not one band of 16 bits with a CRS and at most {MOST_PIXELS} pixels a side "
            f"({shown(path)}). Give an item whose bands are files of their own.",
        )
    metres = round(abs(transform.a))
    return Band(
        name=name, path=numbers, resolution=metres if metres in (10, 20, 60) else RESOLUTIONS[name], width=width,
        height=height, transform=transform, crs=crs, offset=round(offset / scale, 6),
        quantification=round(1 / scale, 6), flat_edge=level == "L2A",
    )  # fmt: skip
