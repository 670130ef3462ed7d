"""The picture under a mask: one layer in a group of its own, which goes when the review ends."""

from __future__ import annotations

import contextlib
import os

from qgis.core import (
    QgsContrastEnhancement,
    QgsLayerTreeGroup,
    QgsMultiBandColorRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsSingleBandGrayRenderer,
)
from qgis.PyQt.QtCore import QCoreApplication, QTemporaryDir, QTimer
from qgis.PyQt.QtGui import QColor

from ...bridge.product_vrt import GranuleBands, Picture, picture_vrt

GROUP_PROPERTY = "s2cloudmask/review"

translate = QCoreApplication.translate


class ReviewBackground:
    """Holds at most one layer in the project. What a user does to the group (move it, rename it) stays."""

    def __init__(self) -> None:
        # A file: QGIS (3.22) crashes on a layer whose source is the XML text itself.
        self._folder = QTemporaryDir()
        self._layer_id = ""
        self._count = 0

    @property
    def layer(self) -> QgsRasterLayer | None:
        """The layer, None when there is none or the user has removed it."""
        return QgsProject.instance().mapLayer(self._layer_id) if self._layer_id else None

    def show(self, granule: GranuleBands, picture: Picture, title: str, brightness: float) -> None:
        """Show a picture of a granule in place of the one before. ValueError with a sentence when it cannot be opened.

        `brightness` 1 shows the picture as it is meant, 2 twice as bright.
        """
        self._count += 1
        path = os.path.join(self._folder.path(), f"{picture.name}_{self._count}.vrt")
        with open(path, "w", encoding="utf-8") as file:
            file.write(picture_vrt(granule, picture))
        layer = QgsRasterLayer(path, title)
        if not layer.isValid():
            raise ValueError(
                translate(
                    "ReviewBackground", "The bands of {name} cannot be opened. Find the product, or download it again."
                ).format(name=granule.name)
            )
        _stretch(layer, granule, picture, brightness)
        project = QgsProject.instance()
        before = self.layer
        with unchanged(project):
            project.addMapLayer(layer, False)
            self._group(project).insertLayer(0, layer).setExpanded(False)
            self._layer_id = layer.id()
            if before is not None:
                _remove(before)

    def set_brightness(self, granule: GranuleBands, picture: Picture, brightness: float) -> None:
        """Stretch the layer again."""
        layer = self.layer
        if layer is not None:
            with unchanged(QgsProject.instance()):
                _stretch(layer, granule, picture, brightness)
                layer.triggerRepaint()

    def clear(self) -> None:
        """Take the layer and its group away."""
        project = QgsProject.instance()
        with unchanged(project):
            if self.layer is not None:
                _remove(self.layer)
            self._layer_id = ""
            group = _find_group(project)
            if group is not None and not group.children():
                group.parent().removeChildNode(group)

    @staticmethod
    def _group(project: QgsProject) -> QgsLayerTreeGroup:
        group = _find_group(project)
        if group is None:
            group = project.layerTreeRoot().insertGroup(0, translate("ReviewBackground", "Cloud mask review"))
            group.setCustomProperty(GROUP_PROPERTY, True)
        return group


@contextlib.contextmanager
def unchanged(project: QgsProject):
    """Looking at a mask is no change that asks to be saved: a project that was clean stays so."""
    was_clean = not project.isDirty()
    yield
    if was_clean:
        project.setDirty(False)
        # The canvas takes over new layers, and the first one's CRS, only when the events at hand are done.
        QTimer.singleShot(0, lambda: project.setDirty(False))


def _find_group(project: QgsProject) -> QgsLayerTreeGroup | None:
    for group in project.layerTreeRoot().findGroups():
        if group.customProperty(GROUP_PROPERTY):
            return group
    return None


def _remove(layer: QgsRasterLayer) -> None:
    path = layer.source()
    QgsProject.instance().removeMapLayer(layer.id())
    with contextlib.suppress(OSError):  # still open on Windows: it goes with its folder
        os.remove(path)


def _stretch(layer: QgsRasterLayer, granule: GranuleBands, picture: Picture, brightness: float) -> None:
    """Show reflectance from 0 to the picture's brightest, without QGIS reading the file for statistics."""
    provider = layer.dataProvider()
    enhancements = []
    for number, (name, brightest) in enumerate(zip(picture.bands, picture.brightest), 1):
        band = granule.bands[name]
        enhancement = QgsContrastEnhancement(provider.dataType(number))
        enhancement.setMinimumValue(band.number_of(0.0))
        enhancement.setMaximumValue(band.number_of(brightest / brightness))
        enhancement.setContrastEnhancementAlgorithm(
            QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum
        )
        enhancements.append(enhancement)
    if len(enhancements) == 1:
        renderer = QgsSingleBandGrayRenderer(provider, 1)
        renderer.setContrastEnhancement(enhancements[0])
    else:
        renderer = QgsMultiBandColorRenderer(provider, 1, 2, 3)
        renderer.setRedContrastEnhancement(enhancements[0])
        renderer.setGreenContrastEnhancement(enhancements[1])
        renderer.setBlueContrastEnhancement(enhancements[2])
    # Masks of other layers must not show through where the picture has no data.
    renderer.setNodataColor(QColor("white"))
    layer.setRenderer(renderer)
