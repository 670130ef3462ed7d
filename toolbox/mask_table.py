"""The table of a run over many products: a footprint and the figures of each, one row a mask or failure."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDateTime, Qt

from ..bridge.mask_result import CLASS_NAMES
from ..bridge.product_info import ProductInfo

DONE, SKIPPED, FAILED = "done", "skipped", "failed"
CRS = "EPSG:4326"
CELLS = 128  # the footprint is found on so many cells along and across the tile

# Written as the address of an empty layer, as QGIS' own names of field types differ between Qt 5 and Qt 6.
_FIELDS = (
    "product:string(250) granule:string(250) status:string(10) message:string(1000) sensing_time:datetime "
    "tile:string(10) mission:string(10) level:string(5) baseline:string(10) "
    "clear_percent:double thick_cloud_percent:double thin_cloud_percent:double cloud_shadow_percent:double "
    "no_data_percent:double resolution:integer model:string(100) weights_sha256:string(64) seconds:double "
    "mask:string(1000) confidence:string(1000)"
)


@dataclass(frozen=True)
class TableRow:
    """One row: values by field name, and the mask whose extent is mapped ("" for none)."""

    values: dict[str, Any]
    mask: str = ""


def table_fields() -> QgsFields:
    """The fields of the table."""
    address = f"Polygon?crs={CRS}&" + "&".join(f"field={name}" for name in _FIELDS.split())
    return QgsVectorLayer(address, "fields", "memory").fields()


def mask_row(event: dict[str, Any]) -> TableRow:
    """Row of a mask, from the engine's `result` event and the provenance beside the mask."""
    with open(event["json"], encoding="utf-8") as file:
        facts = json.load(file)
    fractions = event["fractions"]
    values = {
        "product": event["product"],
        "granule": event["granule"],
        "status": SKIPPED if event.get("skipped") else DONE,
        "sensing_time": _moment(facts["sensing_time"]),
        **{f"{name}_percent": _percent(fractions[name]) for name in (*CLASS_NAMES, "no_data")},
        **{
            name: facts[name]
            for name in ("tile", "mission", "level", "baseline", "resolution", "model", "weights_sha256")
        },
        "seconds": event["seconds"],
        "mask": event["mask"],
        "confidence": event.get("confidence"),
    }
    return TableRow(values, event["mask"])


def failure_row(info: ProductInfo, message: str) -> TableRow:
    """Row of a product that could not be masked, with what is known of it."""
    return TableRow(
        {
            "product": info.path,
            "granule": info.name,
            "status": FAILED,
            "message": message,
            "sensing_time": _moment(info.sensing_time),
            "tile": ",".join(info.tiles),
            "level": info.level,
            "baseline": info.baseline,
        }
    )


def feature(row: TableRow, fields: QgsFields) -> QgsFeature:
    """The row as a feature of a layer with `fields` (and perhaps an id of the format's own)."""
    made = QgsFeature(fields)
    for name, value in row.values.items():
        made.setAttribute(name, value)
    if row.mask:
        made.setGeometry(footprint(row.mask))
    return made


def footprint(mask: str) -> QgsGeometry:
    """Where a mask has data, in EPSG:4326: the convex hull of its valid cells (a tile cut by a swath is convex)."""
    layer = QgsRasterLayer(mask, "mask")
    extent, provider = layer.extent(), layer.dataProvider()
    columns, rows = min(CELLS, layer.width()), min(CELLS, layer.height())
    block = provider.block(1, extent, columns, rows)
    wide, high = extent.width() / columns, extent.height() / rows
    corners = []
    for row in range(rows):
        valid = [column for column in range(columns) if not block.isNoData(row, column)]
        for column in (valid[0], valid[-1] + 1) if valid else ():
            x = extent.xMinimum() + column * wide
            corners += [QgsPointXY(x, extent.yMaximum() - (row + down) * high) for down in (0, 1)]
    if not corners:
        return QgsGeometry()
    hull = QgsGeometry.fromMultiPointXY(corners).convexHull().densifyByCount(4)
    if layer.crs().isValid():
        hull.transform(QgsCoordinateTransform(layer.crs(), QgsCoordinateReferenceSystem(CRS), QgsProject()))
    return hull


def _percent(share: float | None) -> float | None:
    """None where the network does not tell the class."""
    return None if share is None else round(100 * share, 4)


def _moment(text: str) -> QDateTime | None:
    moment = QDateTime.fromString(text, Qt.DateFormat.ISODateWithMs)
    return moment if moment.isValid() else None
