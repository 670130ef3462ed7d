"""What QGIS tells of a mask where the mouse rests: on the map class, confidence, network and date; in the layer tree
network and date. Identify shows the class by the attribute table that the engine writes beside the mask."""

from __future__ import annotations

import json
import os

from qgis.core import QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication

from .engine_texts import in_words
from .mask_result import scene_name

MOST_JSON = 1 << 20  # bytes
_HERE = "raster_value(@layer_id, 1, @layer_cursor_point)"

translate = QCoreApplication.translate


def describe_mask(layer: QgsRasterLayer, confidence: QgsRasterLayer | None = None) -> None:
    """Give a mask's layer its words; nothing where the .json beside it does not tell them.

    confidence: the layer of its probabilities, which must be in the project for the map tip to show them.
    """
    facts = _facts(layer.source())
    classes = facts.get("classes")
    if not isinstance(classes, dict):
        return
    made = _made_by(facts)
    layer.setAbstract(made)
    if hasattr(layer, "setMapTipTemplate"):  # QGIS 3.30 and later show tips of rasters
        layer.setMapTipTemplate(map_tip(classes, made, confidence.id() if confidence is not None else ""))


def map_tip(classes: dict[str, str], made: str, confidence: str) -> str:
    """The tip as HTML with QGIS' expressions. classes: titles by value. confidence: a layer's id, or empty."""
    titles = ", ".join(f"{_quoted(value)}, {_quoted(in_words(str(title)))}" for value, title in classes.items())
    nothing = _quoted(translate("Layers", "No data"))
    tip = f"<b>[% coalesce(map_get(map({titles}), to_string(to_int({_HERE}))), {nothing}) %]</b>"
    if confidence:
        # A band for each class, in the order of their values; a probability of 1 is written as 250.
        share = f"raster_value({_quoted(confidence)}, 1 + to_int({_HERE}), @layer_cursor_point) / 2.5"
        tip += f"[% coalesce(', ' || round({share}) || ' %', '') %]"
    return f"{tip}<br>{made}"


def _made_by(facts: dict) -> str:
    scene = scene_name(*(str(facts.get(name) or "") for name in ("sensing_time", "tile", "product")))
    network = str(facts.get("model_label") or facts.get("model") or facts.get("kind") or "")
    parts = [scene, f"{network} {facts.get('resolution') or ''} m".strip() if network else ""]
    return " · ".join(part for part in parts if part)


def _facts(mask: str) -> dict:
    """What the .json beside a mask says; nothing where there is none."""
    try:
        with open(os.path.splitext(mask)[0] + ".json", encoding="utf-8") as file:
            facts = json.loads(file.read(MOST_JSON))
    except (OSError, ValueError, RecursionError):
        return {}
    return facts if isinstance(facts, dict) else {}


def _quoted(text: str) -> str:
    """A text of QGIS' expressions."""
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"
