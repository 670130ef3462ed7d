"""QGIS styles (QML) of polygons, as text."""

from __future__ import annotations

from collections.abc import Sequence

from ..classes import CLASSES


def graduated(field: str, steps: Sequence[tuple[float, float, str, str]], categories: str, more: str = "") -> str:
    """Steps of a number, each (from, to, label, "r,g,b"). `categories`: what of a layer the style holds."""
    ranges = "".join(
        f'<range lower="{low:.6f}" upper="{high:.6f}" symbol="{number}" render="true" label="{label}"/>'
        for number, (low, high, label, _) in enumerate(steps)
    )
    return _qml(
        categories,
        f'{more}<renderer-v2 type="graduatedSymbol" attr="{field}" graduatedMethod="GraduatedColor" symbollevels="0" '
        f'forceraster="0" enableorderby="0"><ranges>{ranges}</ranges>{_symbols([step[3] for step in steps], 0.8, 0.2)}'
        "</renderer-v2>",
    )


def classes_style(field: str) -> str:
    """The classes of a mask in its colours, by their values in a field."""
    entries = "".join(
        f'<category value="{item.value}" type="long" symbol="{number}" render="true" label="{item.title}"/>'
        for number, item in enumerate(CLASSES)
    )
    # What is transparent in the mask, clear, is white here.
    colours = [",".join(map(str, item.colour[:3])) if item.colour[3] else "255,255,255" for item in CLASSES]
    return _qml(
        "Symbology",
        f'<renderer-v2 type="categorizedSymbol" attr="{field}" symbollevels="0" forceraster="0" enableorderby="0">'
        f"<categories>{entries}</categories>{_symbols(colours, 0.7, 0.1)}</renderer-v2>",
    )


def _symbols(colours: Sequence[str], opacity: float, outline: float) -> str:
    symbols = "".join(
        f'<symbol type="fill" name="{number}" alpha="{opacity}" clip_to_extent="1" force_rhr="0"><layer '
        'class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map">'
        f'<Option name="color" type="QString" value="{colour},255"/>'
        '<Option name="outline_color" type="QString" value="60,60,60,255"/>'
        f'<Option name="outline_width" type="QString" value="{outline}"/>'
        '<Option name="style" type="QString" value="solid"/></Option></layer></symbol>'
        for number, colour in enumerate(colours)
    )
    return f"<symbols>{symbols}</symbols>"


def _qml(categories: str, content: str) -> str:
    return (
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
        f'<qgis version="3.22.0" styleCategories="{categories}">{content}<blendMode>0</blendMode>'
        "<layerGeometryType>2</layerGeometryType></qgis>\n"
    )
