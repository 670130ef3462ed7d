"""A Sentinel-2 product in EOPF Zarr, ESA's next format: arrays in place of files, STAC attributes in place of XML.

Paths and attributes as the EOPF Product Format Specification and products of CPM 2 (Zarr format 2) and CPM 3 (format 3)
have them: https://cpm.pages.eopf.copernicus.eu/eopf-cpm/main/PSFD/ and https://zarr.eopf.copernicus.eu/
"""

from __future__ import annotations

import json
import math
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from ..errors import EngineError, lacks_memory
from ..system.gdal_settings import open_band
from .boa_offset import settle_unsaid
from .container import Container
from .granule import MOST_PIXELS, Band, Granule, OwnMask, Product, check_grids, json_sha256
from .metadata import BAND_IDS
from .remote_container import RemoteContainer

_ARRAY = r"/(?:\.zarray|zarr\.json)$"
_BAND = re.compile(r"^(?:(.*)/)?measurements/reflectance/r(10|20|60)m/(b0[1-9]|b1[0-2]|b8a)" + _ARRAY)
_STORE = re.compile(r"(?:^|/)(?:\.zgroup|\.zmetadata|zarr\.json)$")
_QUALITY = re.compile(r"quality/mask/r(?:10|20|60)m/(b0[1-9]|b1[0-2]|b8a)")
_SCL, _CLASSES = "conditions/mask/l2a_classification/r{}m/scl", "conditions/mask/l1c_classification/r60m/b00"
_LOST_SHARE = 0.01  # of a chunk with data in one band: more than the bands' edges lie apart


def zarr_roots(names: Iterable[str]) -> set[str]:
    """Folders among a container's files that are products in EOPF Zarr; "" is the container itself."""
    return {match[1] or "" for match in map(_BAND.match, names) if match}


def check_no_other_store(container: Container | RemoteContainer) -> None:
    """EngineError `not-a-product`, which says what it is, when a container is a Zarr store of something else."""
    store = min((name for name in container.names if _STORE.search(name)), key=len, default=None)
    if store is None:
        return
    root = store.rpartition("/")[0]
    if any(re.search(r"(^|/)measurements/reflectance/r\d0m/b", name) for name in container.names):
        raise EngineError(
            "broken-metadata",
            f"{container.path} holds files of bands, but not what describes them: .zarray or zarr.json in the folder "
            "of each. Copy the product again with its hidden files, or download it again.",
        )
    kind = _properties(_attributes(container, root)).get("product:type", "")
    what = f"EOPF product {kind}" if kind else "Zarr store without /measurements/reflectance/r10m, r20m and r60m"
    raise EngineError(
        "not-a-product", f"{container.path} is an {what}, not Sentinel-2 Level-1C or 2A. Give S02MSIL1C or S02MSIL2A."
        if kind else f"{container.path} is a {what}, so no Sentinel-2 Level-1C or 2A in EOPF Zarr. Give one of these."
    )  # fmt: skip


def open_zarr(container: Container | RemoteContainer, root: str) -> Product:
    """Open the product at `root` of a container.

    Raises EngineError: `not-a-product`, `broken-metadata`, `broken-band`, `grid-mismatch`, `missing-band`.
    """
    facts = _attributes(container, root)
    said = _properties(facts)
    level, mission, time = _level(container, root, said), _mission(container, said), _sensing_time(container, said)
    names = [container.stem, root, *(str(text) for text in _texts(facts))]
    finest: dict[str, tuple[int, str]] = {}
    for match in filter(None, map(_BAND.match, container.names)):
        name, metres = match[3].upper(), int(match[2])
        if (match[1] or "") == root and (name not in finest or metres < finest[name][0]):
            finest[name] = metres, match[0]
    opened = {name: _band(container, *finest[name], name) for name in BAND_IDS if name in finest}
    bands = {name: replace(band, flat_edge=level == "L2A") for name, (band, _) in opened.items()}
    check_grids(bands.values(), str(container.path))
    _check_chunks(container, bands.values(), {name: lacking for name, (_, lacking) in opened.items()})
    tile, baseline = (
        _first(r"(?:_T|MGRS-)(\d{2}[C-X][A-Z]{2})(?![A-Z0-9])", names),
        _first(r"_N(\d\d\.?\d\d)(?!\d)", names),
    )
    granule = Granule(
        name=container.stem,
        product_path=str(container.path),
        mission=mission,
        level=level,
        tile=tile,
        baseline=baseline if "." in baseline or not baseline else f"{baseline[:2]}.{baseline[2:]}",
        sensing_time=time,
        crs=next(iter(bands.values())).crs,
        bands=bands,
        own_masks=_own_masks(container, root),
        metadata_sha256=json_sha256(facts),
        quality=_quality(container, root),
    )
    unsaid = [name for name, band in bands.items() if not band.offset]
    granule = settle_unsaid(granule, unsaid, "its arrays state no add_offset")
    return Product(str(container.path), container.stem, (granule,))


def _attributes(container: Container | RemoteContainer, root: str) -> dict[str, Any]:
    """Attributes of the root: `zarr.json` of format 3, `.zattrs` of format 2. EngineError `broken-metadata`."""
    prefix = f"{root}/" if root else ""
    name = next((prefix + name for name in ("zarr.json", ".zattrs") if prefix + name in container.names), None)
    if name is None:
        return {}
    try:
        found = json.loads(container.read(name))
        found = found["attributes"] if name.endswith("zarr.json") else found
        return dict(found)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise EngineError(
            "broken-metadata", f"{name} in {container.path} cannot be read ({error}). Download the product again."
        ) from error


def _properties(facts: dict[str, Any]) -> dict[str, Any]:
    discovery = facts.get("stac_discovery")
    properties = discovery.get("properties") if isinstance(discovery, dict) else None
    return properties if isinstance(properties, dict) else {}


def _texts(facts: dict[str, Any]) -> list[Any]:
    """What may name tile and baseline, beside the product's own name."""
    said, discovery, other = _properties(facts), facts.get("stac_discovery"), facts.get("other_metadata")
    found = [said.get(key, "") for key in ("grid:code", "eopf:datastrip_id", "eopf:datatake_id")]
    found += [discovery.get("id", "")] if isinstance(discovery, dict) else []
    return found + ([other.get("UTM_zone_identification", "")] if isinstance(other, dict) else [])


def _first(pattern: str, texts: Sequence[str]) -> str:
    """What the pattern finds in the first text that has it; empty when none has."""
    return next((match[1] for match in (re.search(pattern, text) for text in texts) if match), "")


def _level(container: Container | RemoteContainer, root: str, said: dict[str, Any]) -> str:
    kind = str(said.get("product:type") or "")
    if kind and not re.fullmatch(r"S02MSIL(1C|2A)_?", kind):
        raise EngineError(
            "not-a-product", f"{container.path} is an EOPF product {kind}, not Sentinel-2 Level-1C or 2A. "
            "Give S02MSIL1C or S02MSIL2A.",
        )  # fmt: skip
    for text in (kind, str(said.get("processing:level") or ""), container.stem, root):
        if match := re.search(r"L(1C|2A)", text):
            return f"L{match[1]}"
    raise EngineError(
        "broken-metadata",
        f"The attributes of {container.path} name neither product:type nor processing:level, so whether it is Level-1C "
        "or 2A is not known. Download the product again.",
    )


def _mission(container: Container | RemoteContainer, said: dict[str, Any]) -> str:
    platform = str(said.get("platform") or "")
    match = re.fullmatch(r"(?:sentinel-?|S)0?2([A-D])?", platform, re.IGNORECASE)
    if platform and not match:
        raise EngineError("broken-metadata", f"{container.path} is of {platform[:40]!r}, not Sentinel-2A to D.")
    if match and match[1]:
        return f"S2{match[1].upper()}"
    return _first(r"(?<![A-Z0-9])(S2[A-D])(?=_)", [container.stem]) or "S2"


def _sensing_time(container: Container | RemoteContainer, said: dict[str, Any]) -> str:
    for key in ("datetime", "start_datetime"):
        value = str(said.get(key) or "").replace("+00:00", "Z")
        if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?", value, re.ASCII):
            return value if value.endswith("Z") else f"{value}Z"
    raise EngineError(
        "broken-metadata",
        f"The attributes of {container.path} give no sensing time (datetime, start_datetime). Download it again.",
    )


def _array_path(container: Container | RemoteContainer, metadata: str) -> str:
    """Path of an array, the folder of its metadata file `.zarray` or `zarr.json`, with / on every system."""
    return re.sub(_ARRAY, "", container.gdal_path(metadata).replace(os.sep, "/"))


def _band(
    container: Container | RemoteContainer, metres: int, metadata: str, name: str
) -> tuple[Band, set[tuple[int, int]]]:
    """A band and the places (row, column) of its chunks that have no file."""
    path = _array_path(container, metadata)
    where = f"{name} of {container.path}"
    try:
        with open_band(path) as array:
            shape, kind, attributes = array.shape, array.dtypes[0], array.attributes
            fill, crs, transform = array.fill_value, array.crs, array.transform
            lacking = array.missing_chunks() if max(shape) <= MOST_PIXELS else set()
    except (OSError, ValueError) as error:
        if lacks_memory(error):
            raise MemoryError from error
        raise EngineError(
            "broken-band", f"{where} cannot be opened ({metadata}: {error}). Download the product again."
        ) from error
    if max(shape) > MOST_PIXELS or kind != "uint16" or fill not in (None, 0):
        raise EngineError(
            "broken-band",
            f"{where} is an array of {shape[1]} x {shape[0]} {kind} with {fill} for no data, where a product has at "
            f"most {MOST_PIXELS} a side of uint16 with 0 ({metadata}). Give the product as ESA delivers it.",
        )
    if crs is None or transform.is_identity or transform.e >= 0:
        raise EngineError(
            "broken-metadata",
            f"Neither the attributes of {where} nor its coordinates x and y tell where it lies. Download it again.",
        )
    quantification, offset = _radiometry(where, attributes)
    band = Band(name, path, metres, shape[1], shape[0], transform, crs.to_string(), offset, quantification)
    return band, lacking


def _radiometry(where: str, attributes: dict[str, Any]) -> tuple[float, float]:
    """Quantification and offset of reflectance = DN * scale_factor + add_offset. EngineError `broken-metadata`."""
    numbers = [attributes.get("scale_factor"), attributes.get("add_offset", 0)]
    if not all(isinstance(number, int | float) and math.isfinite(number) for number in numbers):
        numbers = [0, 0]
    scale, addend = numbers
    if not 0 < scale < 1 or abs(addend / scale) > 65535:
        raise EngineError(
            "broken-metadata",
            f"{where} gives no usable scale_factor and add_offset, so its reflectance is not known. Download it again.",
        )
    return round(1 / scale, 6), round(addend / scale, 6)


def _check_chunks(
    container: Container | RemoteContainer, bands: Iterable[Band], lacking: dict[str, set[tuple[int, int]]]
) -> None:
    """EngineError `broken-band` where files of a band are missing that hold data in another: a download that broke off.

    A chunk without a file reads as no data, as it is where a writer leaves out what is empty.
    """
    by_size: dict[tuple[int, int], list[Band]] = {}
    for band in bands:
        by_size.setdefault((band.height, band.width), []).append(band)
    for alike in by_size.values():
        for band in alike:
            for place in lacking[band.name]:
                other = next((one for one in alike if place not in lacking[one.name]), None)
                if other is None:
                    continue
                with open_band(other.path) as array:
                    share = np.count_nonzero(array.chunk(*place)) / array.chunk(*place).size
                if share > _LOST_SHARE:
                    raise EngineError(
                        "broken-band",
                        f"{band.name} of {container.path} lacks {len(lacking[band.name])} of its files, where "
                        f"{other.name} has data. Download the product again.",
                    )


def _arrays(container: Container | RemoteContainer, root: str) -> dict[str, str]:
    """The metadata file of every array, by its path from the root."""
    prefix = f"{root}/" if root else ""
    return {
        re.sub(_ARRAY, "", name[len(prefix) :]): name
        for name in container.names
        if name.startswith(prefix) and re.search(_ARRAY, name)
    }


def _quality(container: Container | RemoteContainer, root: str) -> dict[str, str]:
    """Path of the flags of lost and degraded data of each band that has them."""
    found = ((_QUALITY.fullmatch(array), name) for array, name in _arrays(container, root).items())
    return {match[1].upper(): _array_path(container, name) for match, name in found if match}


def _own_masks(container: Container | RemoteContainer, root: str) -> tuple[OwnMask, ...]:
    there = _arrays(container, root)
    masks = []
    prefix = f"{root}/" if root else ""
    if _CLASSES in there and (flags := _cloud_flags(path := _array_path(container, there[_CLASSES]))):
        masks.append(OwnMask("classi", path, prefix + _CLASSES, flags))
    scenes = (_SCL.format(metres) for metres in (20, 60))
    masks += [OwnMask("scl", _array_path(container, there[name]), prefix + name) for name in scenes if name in there][
        :1
    ]
    return tuple(masks)


def _cloud_flags(path: str) -> tuple[int, int] | None:
    """Bits of opaque cloud and cirrus by the array's own attributes; None where it names none or cannot be read."""
    try:
        with open_band(path) as array:
            facts = array.attributes
        bits = dict(zip(facts["flag_meanings"], facts["flag_masks"], strict=True))
        return int(bits["OPAQUE"]), int(bits["CIRRUS"])
    except (EngineError, OSError, ValueError, TypeError, KeyError):
        return None
