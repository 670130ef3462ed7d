"""An analyst's labels laid on a product's grid: points of a review, points and polygons of a GeoJSON, a raster."""

from __future__ import annotations

import csv
import io
import itertools
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from rasterio.errors import CRSError, RasterioError
from rasterio.features import rasterize
from rasterio.warp import transform_geom

from ..errors import EngineError
from ..products.granule import Granule
from ..products.grid import Grid
from .labels import CLOUD, NO_LABEL
from .reference import raster_labels

_WORDS = {
    0: ("clear",),
    1: ("thick_cloud", "thick"),
    2: ("thin_cloud", "thin", "cirrus"),
    3: ("cloud_shadow", "shadow"),
    CLOUD: ("cloud",),
}
NAMES = {word: code for code, words in _WORDS.items() for word in words} | {str(code): code for code in range(4)}
NO_CLASS = frozenset({"", "unsure", "none", "null"})
OWNER_FIELDS = ("mask", "product")  # a column or property that names the product a label belongs to
LARGEST_FILE = 256 << 20  # bytes
WGS84 = "EPSG:4326"  # of a GeoJSON that names no other (RFC 7946)


def labels_on(granule: Granule, grid: Grid, path: str, field: str, classes: str, alone: bool) -> np.ndarray:
    """Label codes of what a file says of one granule.

    A CSV has columns x, y (in the granule's CRS) and `field`; a GeoJSON points or polygons with the property `field`;
    any other file is a raster of `classes`, a class map. Where a label names a mask or product, it counts on that one
    only; one that names none, or in all the file the same mask of a name of its own, needs the product to be `alone`,
    for nobody knows which date it was drawn on.

    Returns
    -------
    (rows, cols) uint8
        NO_LABEL where the file says nothing.

    Raises
    ------
    EngineError
        `bad-settings`, `bad-raster`.
    """
    suffix = Path(path).suffix.lower()
    if suffix == ".csv":
        return _burnt(_points(_text(path), path, field, granule, alone), grid)
    if suffix in (".geojson", ".json"):
        return _burnt(_features(_text(path), path, field, granule, grid, alone), grid)
    if not alone and not _owns(granule, Path(path).name):
        return np.full((grid.height, grid.width), NO_LABEL, np.uint8)

    return raster_labels(path, classes, grid)


def _text(path: str) -> str:
    try:
        if Path(path).stat().st_size > LARGEST_FILE:
            raise EngineError("bad-settings", f"{path} is larger than {LARGEST_FILE >> 20} MB. Give a smaller file.")
        return Path(path).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise EngineError("bad-settings", f"{path} cannot be read ({error}). Check the file.") from error


def _points(text: str, path: str, field: str, granule: Granule, alone: bool) -> Iterable[tuple[dict, int]]:
    first = text.partition("\n")[0]
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if ";" in first and "," not in first else ",")
    columns = list(table.fieldnames or [])
    field = field if field in columns else "label"
    missing = [name for name in ("x", "y", field) if name not in columns]
    if missing:
        raise EngineError("bad-settings", f"{path} has no column {', '.join(missing)}. Give points as a review writes.")
    rows = [
        (number, row, code)
        for number, row in enumerate(table, 2)
        if (code := _code(row[field], f"{path}, line {number}")) is not None
    ]
    counted = _counted([row for _, row, _ in rows], granule, path, alone)
    for number, row, code in itertools.compress(rows, counted):
        try:
            place = float(row["x"]), float(row["y"])
        except (TypeError, ValueError) as error:
            raise EngineError("bad-settings", f"{path}, line {number}: x and y must be numbers. Correct it.") from error
        yield {"type": "Point", "coordinates": place}, code


def _features(
    text: str, path: str, field: str, granule: Granule, grid: Grid, alone: bool
) -> Iterable[tuple[dict, int]]:

    try:
        table = json.loads(text)
        features = table["features"]
        crs = str(table.get("crs", {}).get("properties", {}).get("name") or WGS84)
        labelled = []
        for number, feature in enumerate(features, 1):
            properties = feature.get("properties") or {}
            name = field if field in properties else "label"
            code = _code(str(properties.get(name, "")), f"{path}, feature {number}")
            if code is not None and feature["geometry"]:
                labelled.append((properties, feature["geometry"], code))
        counted = _counted([properties for properties, _, _ in labelled], granule, path, alone)
        chosen = [(shape, code) for _, shape, code in itertools.compress(labelled, counted)]
        if not chosen:
            return []
        if not grid.crs:
            raise EngineError("bad-settings", f"{granule.product_path} has no CRS, so {path} cannot be laid on it.")
        shapes = transform_geom(crs, grid.crs, [shape for shape, _ in chosen])
        return list(zip(shapes, (code for _, code in chosen), strict=True))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, CRSError, RasterioError) as error:
        raise EngineError("bad-settings", f"{path} is not a GeoJSON of features ({error}). Export it again.") from error


def _code(text: str | None, where: str) -> int | None:
    word = str(text or "").strip().lower().replace(" ", "_").removesuffix(".0")
    if word in NO_CLASS:
        return None
    if word not in NAMES:
        raise EngineError("bad-settings", f"{where}: {word[:40]} is not a class. Give one of {', '.join(NAMES)}.")
    return NAMES[word]


def _owner(facts: Mapping[str, Any]) -> str:
    """The mask or product that a label names, or nothing."""
    return next((str(facts[name]) for name in OWNER_FIELDS if facts.get(name)), "")


def _counted(labels: list[Mapping[str, Any]], granule: Granule, path: str, alone: bool) -> list[bool]:
    """Whether each label is one of this granule."""
    owners = [_owner(facts) for facts in labels]
    if not alone and "" in owners:
        raise EngineError(
            "bad-settings", f"{path} does not say which of the products a label belongs to. Give one product, or a "
            f"{' or '.join(OWNER_FIELDS)} column with its name.",
        )  # fmt: skip
    own = [_owns(granule, owner) if owner else alone for owner in owners]
    renamed = len(set(owners)) == 1 and not Path(owners[0]).name.upper().startswith("S2")
    return [True] * len(own) if alone and renamed else own


def _owns(granule: Granule, name: str) -> bool:
    """Whether a mask, label or product name is this granule's: it begins with the granule's."""
    return Path(name).name.lower().startswith(granule.name.lower())


def _burnt(shapes: Iterable[tuple[dict, int]], grid: Grid) -> np.ndarray:
    """Codes (rows, cols) uint8: pixels whose centre lies in a polygon, and those that a point lies in."""

    codes = np.full((grid.height, grid.width), NO_LABEL, np.uint8)
    shapes = list(shapes)
    if shapes:
        # Points last: they say one thing of one pixel, where a polygon was drawn in broad strokes.
        shapes.sort(key=lambda item: "Point" in item[0]["type"])
        rasterize(shapes, out=codes, transform=grid.transform)
    return codes
