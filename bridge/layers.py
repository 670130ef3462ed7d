"""Masks as styled layers: a group a product, the mask over its true-colour image."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass

from qgis.core import (
    QgsContrastEnhancement,
    QgsLayerTreeGroup,
    QgsMultiBandColorRenderer,
    QgsPalettedRasterRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsRasterRange,
)
from qgis.PyQt.QtCore import QCoreApplication

from .engine_texts import in_words
from .layer_words import describe_mask
from .mask_result import MaskResult
from .product_search import AS_VRT

RED_GREEN_BLUE = ("B04", "B03", "B02")

translate = QCoreApplication.translate


@dataclass(frozen=True)
class ResultLayers:
    """The layers of one mask, not yet in a project; `true_colour` and `confidence` may be missing."""

    name: str
    mask: QgsRasterLayer
    confidence: QgsRasterLayer | None
    true_colour: QgsRasterLayer | None


def style_mask(layer: QgsRasterLayer, confidence: QgsRasterLayer | None = None) -> None:
    """Give a mask layer the style that the engine wrote beside it (class names, colours, clear transparent), and the
    words that QGIS shows where the mouse rests. confidence: the layer of its probabilities, if there is one."""
    style = os.path.splitext(layer.source())[0] + ".qml"
    if os.path.isfile(style):
        layer.loadNamedStyle(style)
    renderer = layer.renderer()
    if isinstance(renderer, QgsPalettedRasterRenderer):
        for item in renderer.classes():
            renderer.setLabel(item.value, in_words(item.label))
    describe_mask(layer, confidence)


def mask_layer_name(scene: str) -> str:
    """Name of a mask's layer, the same from the dialog and from Processing."""
    return translate("Layers", "Cloud mask {scene}").format(scene=scene)


def make_layers(result: MaskResult, stretch: tuple[float, float]) -> ResultLayers:
    """Open the files of a mask. Opening JPEG 2000 in a zip takes a moment, so this may run in a task's thread; the
    layers are then moved to the main thread. ValueError when the mask cannot be opened."""
    mask = QgsRasterLayer(result.mask, mask_layer_name(result.scene))
    if not mask.isValid():
        raise ValueError(f"{result.mask} cannot be opened")
    confidence = None
    if result.confidence:
        confidence = QgsRasterLayer(
            result.confidence, translate("Layers", "Confidence {scene}").format(scene=result.scene)
        )
        if confidence.isValid():
            # Thick cloud, thin cloud, shadow as red, green, blue; a probability of 1 is written as 250.
            _show_bands(confidence, (2, 3, 4), (0.0, 250.0))
        else:
            confidence = None
    style_mask(mask, confidence)
    layers = ResultLayers(result.title, mask, confidence, _true_colour(result, stretch))
    for layer in (layers.mask, layers.confidence, layers.true_colour):
        if layer is not None:
            layer.moveToThread(QCoreApplication.instance().thread())
    return layers


def _true_colour(result: MaskResult, stretch: tuple[float, float]) -> QgsRasterLayer | None:
    """The product's own true-colour image, else its red, green and blue bands as one image, else None."""
    if result.true_colour:
        return true_colour_layer(result.true_colour, result.scene)
    name = _true_colour_name(result.scene)
    bands = [path for path in map(result.bands.get, RED_GREEN_BLUE) if path]
    if len(bands) < len(RED_GREEN_BLUE):
        return None
    if len(set(bands)) == 1:
        return _stack_layer(bands[0], name, stretch)
    path = os.path.splitext(result.mask)[0] + "_truecolour.vrt"
    _write_stack(path, bands)
    layer = QgsRasterLayer(path, name)
    if not layer.isValid():
        return None
    _show_bands(layer, (1, 2, 3), stretch)
    return layer


def true_colour_layer(path: str, scene: str) -> QgsRasterLayer | None:
    """A product's true-colour image; None when it cannot be opened.

    It is shown through a VRT: a JPEG 2000 file that QGIS opens itself has one lock for all who read it, and the window
    waits for that lock whenever the map is moved while the former view is still being read (0.3 s measured).
    """
    layer = QgsRasterLayer(AS_VRT + path, _true_colour_name(scene))
    if not layer.isValid():  # GDAL takes a question mark in it for its own
        layer = QgsRasterLayer(path, _true_colour_name(scene))
    if not layer.isValid():
        return None
    # The image declares no no-data value; 0 is left for it in all bands (Sentinel-2 products specification, TCI).
    for band in range(1, layer.bandCount() + 1):
        layer.dataProvider().setUserNoDataValue(band, [QgsRasterRange(0, 0)])
    return layer


def _true_colour_name(scene: str) -> str:
    return translate("Layers", "True colour {scene}").format(scene=scene)


def _stack_layer(path: str, name: str, stretch: tuple[float, float]) -> QgsRasterLayer | None:
    """A plain stack of bands, shown by those that are described as red, green and blue."""
    layer = QgsRasterLayer(path, name)
    if not layer.isValid():
        return None
    numbers: dict[str, int] = {}
    for number in range(1, layer.bandCount() + 1):
        found = re.search(r"\bB0?(\d{1,2}A?)(?![0-9A-Z])", layer.bandName(number).split(":", 1)[-1], re.IGNORECASE)
        if found:
            numbers.setdefault(f"B{found[1]:0>2}".upper(), number)
    if any(band not in numbers for band in RED_GREEN_BLUE):
        return None
    red, green, blue = (numbers[band] for band in RED_GREEN_BLUE)
    _show_bands(layer, (red, green, blue), stretch)
    return layer


def _show_bands(layer: QgsRasterLayer, bands: tuple[int, int, int], stretch: tuple[float, float]) -> None:
    """Show three bands as red, green and blue between two values, without QGIS reading the file for statistics."""
    provider = layer.dataProvider()
    renderer = QgsMultiBandColorRenderer(provider, *bands)
    setters = (
        renderer.setRedContrastEnhancement,
        renderer.setGreenContrastEnhancement,
        renderer.setBlueContrastEnhancement,
    )
    for band, set_enhancement in zip(bands, setters):
        enhancement = QgsContrastEnhancement(provider.dataType(band))
        enhancement.setMinimumValue(stretch[0])
        enhancement.setMaximumValue(stretch[1])
        enhancement.setContrastEnhancementAlgorithm(
            QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum
        )
        set_enhancement(enhancement)
    layer.setRenderer(renderer)


def _write_stack(path: str, bands: list[str]) -> None:
    """Write a VRT with one band a file; it lies beside the mask, so that a saved project finds it again."""
    from osgeo import gdal

    options = gdal.BuildVRTOptions(separate=True, srcNodata=0, VRTNodata=0)
    dataset = gdal.BuildVRT("", bands, options=options)
    if dataset is None:
        return
    # Not "shared", else each thread of QGIS opens the bands and decodes them for itself.
    text = dataset.GetMetadata("xml:VRT")[0].replace("<SourceFilename ", '<SourceFilename shared="0" ')
    with open(path + ".part", "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(path + ".part", path)


def add_to_project(layers: ResultLayers, project: QgsProject) -> QgsRasterLayer:
    """Add the layers on top of the layer tree as a group; a mask that is already there is updated instead.
    Returns the mask's layer in the project.

    Call it in the main thread.
    """
    there = _layer_of(layers.mask.source(), project)
    if there is not None:
        there.dataProvider().reloadData()
        style_mask(there, layers.confidence and _layer_of(layers.confidence.source(), project))
        there.triggerRepaint()
        return there
    group = QgsLayerTreeGroup(layers.name)
    for layer in (layers.mask, layers.confidence, layers.true_colour):
        if layer is None:
            continue
        project.addMapLayer(layer, False)
        node = group.addLayer(layer)
        node.setExpanded(layer is layers.mask)
        node.setItemVisibilityChecked(layer is not layers.confidence)
    project.layerTreeRoot().insertChildNode(0, group)
    # The layer tree of QGIS 3.22 shows the second group folded though it is not; being told again, it unfolds it.
    group.setExpanded(False)
    group.setExpanded(True)
    project.setDirty(True)
    return layers.mask


def _layer_of(source: str, project: QgsProject) -> QgsRasterLayer | None:
    wanted = os.path.normcase(os.path.realpath(source))
    for layer in project.mapLayers().values():
        same = isinstance(layer, QgsRasterLayer) and os.path.normcase(os.path.realpath(layer.source())) == wanted
        if same and project.layerTreeRoot().findLayer(layer.id()) is not None:
            return layer
    return None
