"""How cloudy an archive is: shares by tile or polygon, month and year, as a table and a plot."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
import shapely
from exactextract import exact_extract
from exactextract.feature import JSONFeatureSource
from matplotlib.figure import Figure

from ..classes import CLASSES, NO_DATA
from ..errors import EngineError
from ..products.grid import is_upright, not_upright
from ..rasters.mask_values import check_classes
from ..rasters.raster_file import opened_raster
from ..rasters.unfinished import publish, unfinished_folder
from .cloud_free import DatedMask
from .polygon_layer import PolygonLayer
from .refine import source_facts, titles_of

NAMES = tuple(item.name for item in CLASSES)
SEEN = 0.01  # of a place's area: less is not counted as a date
MOST_LINES = 10  # places in a plot


@dataclass(frozen=True)
class Sight:
    """One place on one date: shares of the classes in what is seen, masked where the network does not tell the class,
    and the share of the place that is seen."""

    place: str
    day: int
    shares: np.ma.MaskedArray
    seen: float


@dataclass(frozen=True)
class Statistics:
    """The table and plot that were written; how many masks and places are in them."""

    table: str
    plot: str
    masks: int
    places: int


def sights_of(mask: DatedMask, layer: PolygonLayer | None) -> list[Sight]:
    """What a mask says of its tile, or of each polygon. EngineError "bad-raster", "bad-polygons"."""
    with opened_raster(mask.path) as raster:
        told = titles_of(source_facts(mask.path, raster.tags()))
        if layer is None:
            counts = np.zeros(256, np.int64)
            try:
                for _, window in raster.block_windows(1):
                    counts += np.bincount(raster.read(1, window=window).ravel(), minlength=256)
            except rasterio.errors.RasterioError as problem:
                raise EngineError("bad-raster", f"{mask.path} cannot be read: {problem}. Check it.") from problem
            check_classes(np.flatnonzero(counts), mask.path)
            pixels = counts[: len(CLASSES)].astype(float)
            seen = pixels.sum() / (pixels.sum() + counts[NO_DATA])
            return [Sight(mask.tile or "no tile", mask.day, _shares(pixels, told), seen)]
        if raster.crs is None:
            raise EngineError(
                "bad-raster", f"{mask.path} has no coordinate reference system, so no polygon lies in it."
            )
        if not is_upright(raster.transform):
            raise not_upright(mask.path)
        polygons = layer.in_crs(raster.crs.to_string())
        there = np.flatnonzero(shapely.intersects(polygons, shapely.box(*raster.bounds)))
        features = [
            {"type": "Feature", "properties": {"number": int(at)}, "geometry": shapely.geometry.mapping(polygons[at])}
            for at in there
        ]
        if not features:
            return []
        pixel = abs(raster.transform.a * raster.transform.e)
        found = exact_extract(raster, JSONFeatureSource(features), ["count", "unique", "frac"], include_cols=["number"])
    sights = []
    for entry in (feature["properties"] for feature in found):
        number, shares = int(entry["number"]), dict(zip(map(int, entry["unique"]), entry["frac"], strict=True))
        check_classes(np.array(list(shares), np.int64), mask.path)
        pixels = np.array([float(shares.get(item.value, 0.0)) * float(entry["count"]) for item in CLASSES])
        seen = pixels.sum() * pixel / polygons[number].area
        sights.append(Sight(layer.ids[number], mask.day, _shares(pixels, told), seen))
    return sights


def _shares(pixels: np.ndarray, told: Collection[int]) -> np.ma.MaskedArray:
    untold = [not count and at not in told for at, count in enumerate(pixels)]
    return np.ma.array(pixels / (pixels.sum() or 1), mask=untold)


def statistics(
    masks: Sequence[DatedMask],
    out: str,
    layer: PolygonLayer | None = None,
    on_progress: Callable[[float], None] = lambda fraction: None,
) -> tuple[Statistics, list[tuple[str, EngineError]]]:
    """Write a table (.csv) of shares by place and month, and a plot (.png) beside it; and the masks that failed.

    Places are tiles, or the polygons of `layer`. Of several masks of a place on one day the one that sees most counts.
    Shares are of what is seen, each date with equal weight. Rows: each month of each year, then each month over all
    years (year empty), then each year (month empty), then all.

    Raises EngineError "nothing-there" when no mask sees a place, "bad-settings", "output-folder", "disk-full", "busy".
    """
    if not out.lower().endswith(".csv"):
        raise EngineError("bad-settings", f"{out} must end with .csv: the table is text.")
    best: dict[tuple[str, int], Sight] = {}
    failed: list[tuple[str, EngineError]] = []
    for number, mask in enumerate(masks, 1):
        try:
            for sight in sights_of(mask, layer):
                key = sight.place, sight.day
                if sight.seen >= SEEN and (key not in best or sight.seen > best[key].seen):
                    best[key] = sight
        except EngineError as error:
            failed.append((mask.path, error))
        on_progress(0.95 * number / len(masks))
    if not best:
        raise EngineError("nothing-there", f"None of the {len(masks)} masks sees any of these places. Give others.")
    rows = table_rows(list(best.values()))
    target = Path(out)
    plot = target.with_suffix(".png")
    with unfinished_folder(target) as folder:
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\n").writerows([("place", "year", "month", "dates", *NAMES, "seen"), *rows])
        (folder / target.name).write_text(text.getvalue(), "utf-8")
        _plot(rows, folder / plot.name)
        publish(folder, target.parent, [plot.name, target.name])
    on_progress(1.0)
    return Statistics(out, str(plot), len(masks) - len(failed), len({sight.place for sight in best.values()})), failed


def table_rows(sights: Sequence[Sight]) -> list[tuple]:
    """(place, year, month, dates, share of each class, seen) of every group, sorted; "" where a group spans it, and
    for the share of a class that no network of the group tells."""
    groups: dict[tuple, list[Sight]] = {}
    for sight in sights:
        year, month = sight.day // 10000, sight.day // 100 % 100
        for key in ((year, month), ("", month), (year, ""), ("", "")):
            groups.setdefault((sight.place, *key), []).append(sight)
    rows = []
    for (place, year, month), several in groups.items():
        shares = np.ma.stack([sight.shares for sight in several]).mean(axis=0)
        numbers = ["" if share is np.ma.masked else round(float(share), 4) for share in shares]
        seen = float(np.mean([sight.seen for sight in several]))
        rows.append((place, year, month, len(several), *numbers, round(seen, 4)))
    order = {(True, True): 0, (False, True): 1, (True, False): 2, (False, False): 3}
    return sorted(rows, key=lambda row: (row[0], order[row[1] != "", row[2] != ""], row[1] or 0, row[2] or 0))


def _plot(rows: Sequence[tuple], path: Path) -> None:
    """Mean share of cloud (thick, thin) and of shadow by month over all years: a line a place, bars for one place."""
    places = list(dict.fromkeys(row[0] for row in rows))
    months = {place: [row for row in rows if row[0] == place and row[1] == "" and row[2] != ""] for place in places}
    figure = Figure(figsize=(9, 4.5), layout="constrained")
    axes = figure.add_subplot()
    if len(places) == 1:
        found = months[places[0]]
        bottom = np.zeros(len(found))
        for name, item in ((item.name, item) for item in CLASSES if item.value):
            heights = np.array([row[4 + NAMES.index(name)] or 0.0 for row in found]) * 100
            colour = "#{:02x}{:02x}{:02x}".format(*item.colour[:3])
            axes.bar([row[2] for row in found], heights, bottom=bottom, color=colour, label=item.title)
            bottom += heights
        for row, top in zip(found, bottom, strict=True):
            axes.annotate(str(row[3]), (row[2], top), ha="center", va="bottom", fontsize=8)
        axes.set_title(f"{places[0]}: cloud and shadow by month (number of dates above)")
    else:
        for place in places[:MOST_LINES]:
            found = months[place]
            kinds = [4 + NAMES.index(name) for name in ("thick_cloud", "thin_cloud")]
            cloud = [100 * sum(row[at] or 0.0 for at in kinds) for row in found]
            axes.plot([row[2] for row in found], cloud, marker="o", label=place)
        more = f", the first {MOST_LINES} of {len(places)} places" if len(places) > MOST_LINES else ""
        axes.set_title(f"Cloud by month{more}")
    axes.set(xlabel="month", ylabel="% of what is seen", ylim=(0, 105), xticks=range(1, 13), xlim=(0.4, 12.6))
    axes.legend(fontsize=8, loc="upper right")
    figure.savefig(path, dpi=120, metadata={"Software": None})
