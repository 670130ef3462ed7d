"""The files of the fields: a GeoPackage of rows and summaries with QGIS styles, a calendar as one HTML page."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ..system.page import page
from .fields import NAMES, FieldDate, FieldSummary
from .polygon_layer import PolygonLayer
from .vector_files import write_layer, write_styles
from .vector_styles import graduated

PARTLY = 0.5  # clear share from which on a date is shown as partly usable
# Steps of clear share and their colours, light to dark and told apart by the colour-blind (ColorBrewer PuOr).
STEPS = ((0.0, 0.25, "179,88,6"), (0.25, 0.5, "241,163,64"), (0.5, 0.75, "254,224,182"), (0.75, 0.9, "178,171,210"),
         (0.9, 1.0, "84,39,136"))  # fmt: skip


def write_geopackage(
    path: Path, layer: PolygonLayer, dates: Sequence[FieldDate], summaries: Sequence[FieldSummary]
) -> None:
    """Layer `fields`, a row a polygon and date, and layer `summary`, a row a polygon. EngineError `disk-full`."""
    numbers = np.array([date.polygon for date in dates], np.intp)
    ids = np.array(layer.ids, object)
    columns = {
        "id": ids[numbers],
        "date": np.array([_iso(date.day) for date in dates], "datetime64[D]"),
        "usable": np.array([date.usable for date in dates], bool),
        **{name: _shares([date.shares[at] for date in dates]) for at, name in enumerate(NAMES)},
        "no_data": np.array([date.no_data for date in dates]),
        "product": np.array([date.product for date in dates], object),
        "model": np.array([date.model for date in dates], object),
    }
    write_layer(path, "fields", layer.geometries[numbers], columns, layer.crs)
    of = [layer.geometries[summary.polygon] for summary in summaries]
    columns = {
        "id": ids[[summary.polygon for summary in summaries]],
        "dates": np.array([summary.dates for summary in summaries], np.int32),
        "usable": np.array([summary.usable for summary in summaries], np.int32),
        "first_usable": _days([summary.first_usable for summary in summaries]),
        "last_usable": _days([summary.last_usable for summary in summaries]),
        "longest_gap": np.ma.masked_equal(
            [-1 if summary.longest_gap is None else summary.longest_gap for summary in summaries], -1
        ).astype(np.int32),
    }
    write_layer(path, "summary", np.array(of, object), columns, layer.crs)
    write_styles(
        path, {"fields": fields_style(), "summary": summary_style(max(summary.usable for summary in summaries))}
    )


def _shares(shares: Sequence[float | None]) -> np.ma.MaskedArray:
    return np.ma.masked_invalid([np.nan if share is None else share for share in shares])


def _iso(day: int) -> str:
    return f"{day // 10000}-{day // 100 % 100:02}-{day % 100:02}"


def _days(days: Sequence[int | None]) -> np.ma.MaskedArray:
    return np.ma.MaskedArray(
        np.array(["1970-01-01" if day is None else _iso(day) for day in days], "datetime64[D]"),
        [day is None for day in days],
    )


def fields_style() -> str:
    """QGIS style (QML): clear share in five steps, each row shown on its date by the temporal controller."""
    temporal = (
        '<temporal enabled="1" mode="1" startField="date" endField="" durationField="" durationUnit="d" '
        'fixedDuration="1" accumulate="0" limitMode="0" startExpression="" endExpression=""/>'
    )
    steps = [(low, high, f"{low:.0%} to {high:.0%} clear", colour) for low, high, colour in STEPS]
    return graduated("clear", steps, "Symbology|Temporal", temporal)


def summary_style(most: int) -> str:
    """QGIS style (QML): number of usable dates in five steps up to the most there are."""
    size = max(most, 1) / len(STEPS)
    steps = [
        (number * size, (number + 1) * size, f"{number * size:.3g} to {(number + 1) * size:.3g} usable dates", colour)
        for number, (_, _, colour) in enumerate(STEPS)
    ]
    return graduated("usable", steps, "Symbology")


def calendar(
    layer: PolygonLayer, dates: Sequence[FieldDate], summaries: Sequence[FieldSummary], threshold: float
) -> str:
    """A page with a row a polygon and a column a date, to print or to send: HTML without scripts or outside files."""
    days = sorted({date.day for date in dates})
    by_place = {(date.polygon, date.day): date for date in dates}
    rows = [
        {"id": layer.ids[summary.polygon], "summary": summary,
         "cells": [_cell(by_place.get((summary.polygon, day))) for day in days]}
        for summary in summaries
    ]  # fmt: skip
    return page(
        Path(__file__).with_name("field_calendar.html"),
        name=Path(layer.path).stem, months=_months(days), days=days, rows=rows, threshold=threshold,
    )  # fmt: skip


def _months(days: Sequence[int]) -> list[tuple[str, int]]:
    """Month and number of dates in it, in order."""
    months: dict[str, int] = {}
    for day in days:
        name = datetime.date(day // 10000, day // 100 % 100, 1).strftime("%Y-%m")
        months[name] = months.get(name, 0) + 1
    return list(months.items())


def _cell(date: FieldDate | None) -> dict[str, str]:
    if date is None:
        return {"kind": "none", "text": "", "title": "not seen"}
    clear = date.shares[0] or 0.0
    kind = "usable" if date.usable else "partly" if clear >= PARTLY else "hidden"
    shares = {name: share for name, share in zip(NAMES, date.shares, strict=True) if share is not None}
    named = [f"{name.replace('_', ' ')} {share:.0%}" for name, share in shares.items()]
    title = ", ".join([*named, f"no data {date.no_data:.0%}", date.product])
    return {"kind": kind, "text": f"{clear * 100:.0f}", "title": title}
