"""The labels a network is taught: points of a review and a layer of the project, as files that the engine reads."""

from __future__ import annotations

import csv
import json
import os
import re
from collections.abc import Mapping

from qgis.core import NULL, QgsCoordinateReferenceSystem, QgsFeatureRequest, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

from ..review.labels import LabelledPoint
from ..review.mask_list import ReviewMask, bare_name

CLASS_FIELDS = ("class", "label")  # what a field with the class is called most often
_OWNER_FIELDS = ("mask", "product")  # a field that names what a feature was drawn on
_DECIMALS = 9  # of a degree: a tenth of a millimetre

translate = QCoreApplication.translate


def write_points(folder: str, points: Mapping[str, list[LabelledPoint]]) -> str:
    """Write the labelled points of some masks, by the masks' names, and return the file. OSError."""
    path = os.path.join(folder, "review_points.csv")
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("mask", "x", "y", "label"))
        for mask, labelled in points.items():
            writer.writerows((mask, f"{point.x:.10g}", f"{point.y:.10g}", point.label) for point in labelled)
    return path


def write_layer(folder: str, layer: QgsVectorLayer, field: str, mask: ReviewMask) -> str:
    """Write the features of a layer as labels of one mask, in degrees, and return the file.

    A feature that says by itself which mask or product it belongs to is left out when that is another one.
    ValueError with a sentence when there is no label, OSError when it cannot be written.
    """
    request = QgsFeatureRequest().setDestinationCrs(
        QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance().transformContext()
    )
    owner_fields = [name for name in _OWNER_FIELDS if layer.fields().indexOf(name) >= 0]
    features = []
    for feature in layer.getFeatures(request):
        word, geometry = _text(feature[field]), feature.geometry()
        owner = next(filter(None, (_text(feature[name]) for name in owner_fields)), "")
        if not word or geometry.isEmpty() or not _belongs(owner, mask):
            continue
        shape = json.loads(geometry.asJson(_DECIMALS))
        features.append(
            {"type": "Feature", "geometry": shape, "properties": {"class": word, "mask": owner or mask.name}}
        )
    if not features:
        text = translate(
            "TeachLabels", "{layer} has no feature with a class in its field “{field}”. Choose another one."
        )
        raise ValueError(text.format(layer=layer.name(), field=field))
    # The engine names a file that it refuses; so it has the layer's name.
    path = os.path.join(folder, re.sub(r"[^\w-]+", "_", layer.name())[:60] + ".geojson")
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"type": "FeatureCollection", "features": features}, file)
    return path


def _text(value) -> str:
    return "" if value is None or value == NULL else str(value).strip()


def _belongs(owner: str, mask: ReviewMask) -> bool:
    stem = re.sub(r"\.tiff?$", "", bare_name(mask.product).lower())
    return os.path.basename(owner).lower().startswith(stem) if owner else True
