"""The items of a STAC file, and where their assets lie: their own hrefs, alternates, copies beside the file."""

from __future__ import annotations

import functools
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pystac

from ..errors import EngineError
from ..system import vsi
from .address import from_uri, gdal_address, is_address, shown
from .granule import Band
from .sealed import read_metadata

MAIN = ""  # an asset's own href, beside the names of its alternates


def read_items(path: str, far: bool) -> list[pystac.Item]:
    """The items of a file: one, or those of an ItemCollection."""
    place = gdal_address(path) if far else os.path.abspath(path)
    if not far and not os.path.isfile(place):
        raise EngineError("not-a-product", f"{place} does not exist. Check the path of the STAC item.")
    data = read_metadata(functools.partial(vsi.open_file, place), "it", shown(path))
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise EngineError("not-a-product", f"{shown(path)} is not JSON ({error}). Give a STAC item.") from error
    kind = found.get("type") if isinstance(found, dict) else None
    features = found.get("features") if kind == "FeatureCollection" else None
    if isinstance(features, list) and features and all(map(_is_feature, features)):
        return [_read_item(feature, path, far, place) for feature in features]
    if not _is_feature(found):
        what = f"a {kind} of STAC or GeoJSON" if isinstance(kind, str) else "a JSON file"
        raise EngineError(
            "not-a-product", f"{shown(path)} is {what[:60]}, not a STAC item with assets. Give the item of one scene."
        )
    return [_read_item(found, path, far, place)]


def _is_feature(found: object) -> bool:
    return isinstance(found, dict) and found.get("type") == "Feature" and "assets" in found and "stac_version" in found


def _read_item(found: dict[str, Any], path: str, far: bool, place: str) -> pystac.Item:
    try:
        return pystac.Item.from_dict(found, href=path if far else place)
    except Exception as error:  # of a dictionary from outside pystac raises what it likes
        raise EngineError("not-a-product", f"{shown(path)} is not a valid STAC item ({error}).") from error


def hrefs(asset: pystac.Asset, first: str) -> list[tuple[str, str]]:
    """Where an asset lies: its own href (MAIN) and those of the `alternate` extension, by their names; `first` first.

    https://github.com/stac-extensions/alternate-assets
    """
    found = {MAIN: asset.get_absolute_href() or asset.href}
    others = asset.extra_fields.get("alternate")
    for name, other in others.items() if isinstance(others, dict) else ():
        if isinstance(other, dict) and isinstance(other.get("href"), str):
            found[str(name)] = other["href"]
    return sorted(found.items(), key=lambda pair: pair[0] != first)


def reachable(asset: pystac.Asset, first: str, opened: Callable[[str], Band]) -> tuple[str, Band]:
    """The first way to an asset that opens, and what it opens. EngineError is that of the asset's own href."""
    errors = {}
    for name, href in hrefs(asset, first):
        try:
            return name, opened(href)
        except EngineError as error:
            errors[name] = error
    raise errors[MAIN]


def gdal_path(href: str, item: pystac.Item, far: bool, where: str) -> str:
    """Where GDAL reads what lies at `href`: a copy beside a local item, else its address."""
    if not far:
        beside = Path(item.get_self_href() or "").parent / Path(href.partition("?")[0]).name
        if is_address(href) and not href.lower().startswith("file://") and beside.is_file():
            return str(beside)
        href = from_uri(href) if href.lower().startswith("file:") else href
        if not is_address(href) and not os.path.exists(href):
            href = unquote(href)
    if is_address(href):
        return gdal_address(href)
    if far:
        raise EngineError("not-a-product", f"{where} points to the file {href}, which is not where it lies itself.")
    return os.path.normpath(href)
