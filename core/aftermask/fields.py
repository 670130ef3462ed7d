"""On which dates can a field be used: shares of clear, cloud and shadow of every polygon on every date."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import rasterio
import shapely
from exactextract import exact_extract
from exactextract.feature import JSONFeatureSource

from ..classes import CLASS_COUNT, CLASSES
from ..errors import EngineError
from ..masking.mask_granule import MaskSettings
from ..networks.predictor import Predictor
from ..products.granule import Granule
from ..products.grid import product_grid
from ..rasters.raster_file import opened_raster
from .field_windows import mask_around
from .looks import MaskedGranule
from .polygon_layer import PolygonLayer
from .refine import titles_of

NAMES = tuple(item.name for item in CLASSES)
SEEN = 1e-6  # share of a polygon; less is a touch of its border
DIGITS = 6


@dataclass(frozen=True)
class FieldDate:
    """One polygon on one day (YYYYMMDD): shares of its area, which with `no_data` are 1, None of a class that the
    network does not tell. `usable`: clear enough."""

    polygon: int
    day: int
    product: str
    model: str
    shares: tuple[float | None, ...]
    no_data: float
    usable: bool


@dataclass(frozen=True)
class FieldSummary:
    """One polygon over all dates. `longest_gap`: days without a usable date between its first and last date."""

    polygon: int
    dates: int
    usable: int
    first_usable: int | None
    last_usable: int | None
    longest_gap: int | None


@dataclass(frozen=True)
class FieldMask:
    """The mask of a granule's polygons: a file that is there, or one made around them; `classes` that it can hold."""

    granule: Granule
    path: str
    model: str
    classes: frozenset[int] = frozenset(range(CLASS_COUNT))


def inside(granule: Granule, layer: PolygonLayer) -> tuple[np.ndarray, np.ndarray]:
    """The polygons that touch a granule.

    Returns
    -------
    numbers : (n,) int
        Of those that touch it.
    polygons : (all,) object
        Every polygon in the granule's CRS.
    """
    moved = layer.in_crs(granule.crs)
    xmin, ymin, xmax, ymax = product_grid(granule, 60).bounds
    there = shapely.intersects(moved, shapely.box(xmin, ymin, xmax, ymax))
    return np.flatnonzero(there), moved


def made_mask(part: MaskedGranule) -> FieldMask:
    """A mask that is there."""
    model = str(part.facts.get("model") or part.facts.get("method") or "")
    return FieldMask(part.granule, part.mask, model, frozenset(titles_of(part.facts)))


def predicted_mask(
    folder: Path, granule: Granule, layer: PolygonLayer, predictor: Predictor, settings: MaskSettings,
    on_progress: Callable[[float], None],
) -> FieldMask:  # fmt: skip
    """Predict around the polygons of a granule into a scratch file in `folder`."""
    numbers, moved = inside(granule, layer)
    path = mask_around(folder, granule, predictor, settings, moved[numbers], on_progress)
    return FieldMask(granule, str(path), predictor.model.name, frozenset(predictor.model.classes))


def shares(mask: FieldMask, layer: PolygonLayer, threshold: float) -> list[FieldDate]:
    """Shares of each polygon that the mask sees, by exact coverage of its pixels. EngineError `bad-raster`."""
    numbers, moved = inside(mask.granule, layer)
    day = MaskedGranule(mask.granule, mask.path, None, {}).day
    features = [
        {"type": "Feature", "properties": {"number": int(number)}, "geometry": shapely.geometry.mapping(moved[number])}
        for number in numbers
    ]
    if not features:
        return []
    with opened_raster(mask.path) as raster:
        if raster.dtypes[0] != "uint8" or raster.crs != rasterio.crs.CRS.from_user_input(mask.granule.crs):
            raise EngineError("bad-raster", f"{mask.path} is not a mask of {mask.granule.product_path}. Make it again.")
        pixel = abs(raster.transform.a * raster.transform.e)
        found = exact_extract(raster, JSONFeatureSource(features), ["count", "unique", "frac"], include_cols=["number"])
    dates = []
    for entry in (feature["properties"] for feature in found):
        number = int(entry["number"])
        covered = min(1.0, float(entry["count"]) * pixel / moved[number].area)
        if covered < SEEN:
            continue
        by_class = dict(zip((int(value) for value in entry["unique"]), entry["frac"], strict=True))
        values = [round(float(by_class.get(item.value, 0.0)) * covered, DIGITS) for item in CLASSES]
        told = tuple(share if share or at in mask.classes else None for at, share in enumerate(values))
        no_data = round(max(0.0, 1 - sum(values)), DIGITS)
        usable = values[0] >= threshold - 10**-DIGITS
        dates.append(FieldDate(number, day, Path(mask.granule.product_path).name, mask.model, told, no_data, usable))
    return dates


def one_a_day(dates: Sequence[FieldDate]) -> list[FieldDate]:
    """One row a polygon and day, in this order: of several granules the one that sees most of it."""
    best: dict[tuple[int, int], FieldDate] = {}
    for date in sorted(dates, key=lambda date: (date.polygon, date.day, date.no_data, date.product)):
        best.setdefault((date.polygon, date.day), date)
    return list(best.values())


def summaries(dates: Sequence[FieldDate], count: int) -> list[FieldSummary]:
    """A summary of each of `count` polygons, also of those that no date shows."""
    days: list[list[FieldDate]] = [[] for _ in range(count)]
    for date in dates:
        days[date.polygon].append(date)
    out = []
    for number, several in enumerate(days):
        usable = [date.day for date in several if date.usable]
        gap = None
        if several:
            marks = [_date(several[0].day), *map(_date, usable), _date(several[-1].day)]
            gap = max((after - before).days for before, after in pairwise(marks))
        first, last = (usable[0], usable[-1]) if usable else (None, None)
        out.append(FieldSummary(number, len(several), len(usable), first, last, gap))
    return out


def _date(day: int) -> datetime.date:
    return datetime.date(day // 10000, day // 100 % 100, day % 100)


def provenance(masks: Sequence[FieldMask], layer: PolygonLayer, threshold: float, left_out: Sequence) -> str:
    """JSON text: polygons, threshold, every product with its mask's network, and what was left out."""
    facts = {
        "polygons": Path(layer.path).name,
        "usable_from": threshold,
        "products": [
            {"product": Path(mask.granule.product_path).name, "tile": mask.granule.tile, "model": mask.model,
             "sensing_time": mask.granule.sensing_time}
            for mask in masks
        ],
        "left_out": [{"product": Path(product).name, "code": error.code} for product, error in left_out],
        "polygons_left_out": [sentence.replace(layer.path, Path(layer.path).name) for sentence in layer.left_out],
    }  # fmt: skip
    return json.dumps(facts, indent=2, ensure_ascii=False) + "\n"
