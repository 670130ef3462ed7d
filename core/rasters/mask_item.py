"""The STAC item beside a mask, so that masks can be catalogued: where and when, what its values mean, what made it."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pystac
from rasterio.warp import transform

from ..classes import CLASSES, NO_DATA
from ..products.address import is_address
from ..products.grid import Grid
from .mask_files import SOFTWARE, MaskFiles

EXTENSIONS = tuple(
    f"https://stac-extensions.github.io/{name}/schema.json"
    for name in ("projection/v2.0.0", "raster/v2.0.0", "classification/v2.0.0", "processing/v1.2.0", "eo/v2.0.0",
                 "grid/v1.1.0")
)  # fmt: skip
_STEPS = 8  # points a side: a straight side of a projection is a curve in degrees


def mask_item(
    files: MaskFiles,
    grid: Grid,
    facts: Mapping[str, Any],
    titles: Mapping[int, str],
    source: str,
    confidence: str | None,
) -> pystac.Item | None:
    """The item of a mask by the facts of its .json; None where these give no sensing time, which an item must have.

    titles: legend text of each class value. source: path or address of the product. confidence: path of its raster
    from the mask's folder, or None. Links are relative to the folder around `files`, where the finished files go, so
    it can be moved.
    """
    time = str(facts.get("sensing_time") or "")
    if not re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", time):
        return None
    geometry, box = footprint(grid)
    item = pystac.Item(
        id=files.mask.stem,
        geometry=geometry,
        bbox=box,
        datetime=datetime.fromisoformat(time.rstrip("Z") + "+00:00"),
        properties=_properties(grid, facts),
        stac_extensions=list(EXTENSIONS),
    )
    classes = [
        {
            "value": one.value,
            "name": one.name,
            "title": titles[one.value],
            "color_hint": "{:02X}{:02X}{:02X}".format(*one.colour[:3]),
        }
        for one in CLASSES
        if one.value in titles
    ]
    classes.append({"value": NO_DATA, "name": "no_data", "title": "No data", "nodata": True})
    raster = {"data_type": "uint8", "nodata": NO_DATA, "raster:spatial_resolution": grid.resolution}
    raster["classification:classes"] = classes
    item.add_asset("mask", item_asset(files.mask.name, "Cloud mask", pystac.MediaType.COG, "data", **raster))
    if confidence:
        bands = [{"name": one.name, "description": f"Probability of {one.title.lower()} x 250"} for one in CLASSES]
        title = "Probabilities of the classes"
        item.add_asset("confidence", item_asset(confidence, title, pystac.MediaType.COG, "data", **raster, bands=bands))
    item.add_asset("provenance", item_asset(files.json.name, "What made the mask", pystac.MediaType.JSON, "metadata"))
    item.add_asset("style", item_asset(files.qml.name, "Style of QGIS", pystac.MediaType.XML, "metadata"))
    if source:
        item.add_link(
            pystac.Link("derived_from", relative_link(source, files.mask.parent.parent), title=facts.get("product"))
        )
    return item


def without_local_links(item: dict[str, Any]) -> dict[str, Any]:
    """The JSON of an item that goes to a bucket, from where no file of this machine can be reached."""
    links = [link for link in item.get("links", []) if is_address(str(link.get("href")))]
    return {**item, "links": links}


def _properties(grid: Grid, facts: Mapping[str, Any]) -> dict[str, Any]:
    mission, tile, shares = str(facts.get("mission") or ""), facts.get("tile"), facts.get("fractions") or {}
    cloud = [shares[name] for name in ("thick_cloud", "thin_cloud") if shares.get(name) is not None]
    lineage = " ".join(str(facts[key]) for key in ("model_title", "model") if facts.get(key))
    found = {
        "constellation": "sentinel-2",
        "platform": f"sentinel-{mission[1:].lower()}" if re.fullmatch(r"S2[A-D]", mission) else None,
        "instruments": ["msi"],
        "gsd": grid.resolution,
        "grid:code": f"MGRS-{tile}" if tile else None,
        "eo:cloud_cover": round(100 * sum(cloud), 4) if cloud else None,
        "s2:processing_baseline": facts.get("baseline") or None,
        "processing:software": {SOFTWARE: str(facts.get("version", ""))},
        "processing:lineage": f"Clouds of {facts.get('product')} by {lineage}" if lineage else None,
    }
    return {key: value for key, value in found.items() if value is not None} | projection(grid)


def projection(grid: Grid) -> dict[str, Any]:
    """Where the pixels lie, as the projection extension says it."""
    found = {"proj:shape": [grid.height, grid.width], "proj:transform": [float(value) for value in grid.transform]}
    if not grid.crs:
        return found
    code = {"proj:code": grid.crs} if grid.crs.startswith("EPSG:") else {"proj:code": None, "proj:wkt2": grid.crs}
    return {**found, **code, "proj:bbox": list(grid.bounds)}


def item_asset(path: str, title: str, kind: str, role: str, **fields: Any) -> pystac.Asset:
    """An asset at `path`, which begins in the item's folder or at a root."""
    href = Path(path).as_uri() if Path(path).is_absolute() else path if path.startswith("../") else f"./{path}"
    return pystac.Asset(href, title=title, media_type=kind, roles=[role], extra_fields=fields)


def relative_link(source: str, folder: Path) -> str:
    """The link from a folder to a path; an address, and what lies on another drive, as it is."""
    if is_address(source):
        return source
    try:
        return Path(os.path.relpath(source, folder)).as_posix()
    except ValueError:  # another drive of Windows
        return Path(source).absolute().as_uri()


def footprint(grid: Grid) -> tuple[dict[str, Any] | None, list[float] | None]:
    """Outline in degrees and its box, in two parts where it crosses 180°; none of a grid that lies nowhere."""
    if not grid.crs:
        return None, None
    left, bottom, right, top = grid.bounds
    along = [step / _STEPS for step in range(_STEPS)]
    ring = [
        *((left + (right - left) * part, top) for part in along),
        *((right, top + (bottom - top) * part) for part in along),
        *((right + (left - right) * part, bottom) for part in along),
        *((left, bottom + (top - bottom) * part) for part in along),
    ]
    turned = transform(grid.crs, "OGC:CRS84", *zip(*ring, strict=True))
    points = [(round(x, 6), round(y, 6)) for x, y in zip(*turned, strict=True)]
    south, north = min(y for _, y in points), max(y for _, y in points)
    lons = [x for x, _ in points]
    if max(lons) - min(lons) <= 180:
        return {"type": "Polygon", "coordinates": [_closed(points)]}, [min(lons), south, max(lons), north]
    points = [(x + 360 if x < 0 else x, y) for x, y in points]
    halves = [_cut(points, keep) for keep in (lambda x: x <= 180, lambda x: x >= 180)]
    west, east = halves[0], [(round(x - 360, 6), y) for x, y in halves[1]]
    box = [min(x for x, _ in west), south, max(x for x, _ in east), north]
    return {"type": "MultiPolygon", "coordinates": [[_closed(west)], [_closed(east)]]}, box


def _cut(points: list[tuple[float, float]], keep: Any) -> list[tuple[float, float]]:
    """The part of an outline on one side of the meridian of 180°."""
    part = []
    for one, two in zip(points, [*points[1:], points[0]], strict=True):
        if keep(one[0]):
            part.append(one)
        if keep(one[0]) != keep(two[0]):
            part.append((180.0, round(one[1] + (180 - one[0]) / (two[0] - one[0]) * (two[1] - one[1]), 6)))
    return part


def _closed(points: list[tuple[float, float]]) -> list[list[float]]:
    """A ring of GeoJSON: counter-clockwise, its first point again at its end."""
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], points[0]], strict=True))
    ring = [list(point) for point in (points if area > 0 else points[::-1])]
    return [*ring, ring[0]]
