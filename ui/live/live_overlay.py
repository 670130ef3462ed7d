"""The live mask on the map: the newest answer is painted over the canvas until there is a better one."""

from __future__ import annotations

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsPointXY, QgsProject, QgsRasterLayer
from qgis.PyQt.QtGui import QImage

from ..review.overlay import ReviewOverlay, open_mask


class LiveOverlay(ReviewOverlay):
    """Shows one raster of classes after the other; the former stays until the newer one is rendered."""

    def show_answer(self, path: str) -> QgsRasterLayer:
        """Show a raster of classes, and give its layer. ValueError when it cannot be opened."""
        layer = open_mask(path)
        self._layers[0] = layer
        self._render()
        return layer

    def clear(self) -> None:
        """Show nothing."""
        self.set_masks(None)

    @property
    def has_answer(self) -> bool:
        """Whether there is something to show."""
        return self._layers[0] is not None

    def class_at(self, point: QgsPointXY, crs) -> int | None:
        """The class value at a point of the map, given in `crs`; None where there is none."""
        layer: QgsRasterLayer | None = self._layers[0]
        if layer is None:
            return None
        try:
            place = QgsCoordinateTransform(crs, layer.crs(), QgsProject.instance()).transform(point)
        except QgsCsException:
            return None
        value, is_there = layer.dataProvider().sample(place, 1)
        return int(value) if is_there and value == value else None

    def _painted_image(self, rendered: QImage) -> QImage:
        return rendered  # the layer's own colours: nothing is left out or outlined
