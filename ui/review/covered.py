"""Images that lie wholly below the picture under review: QGIS would draw them only to paint over them."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsMapLayer, QgsRasterLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtGui import QPainter

_PLAIN = QPainter.CompositionMode.CompositionMode_SourceOver


class CoveredImages(QObject):
    """Leaves them out of what a canvas draws; the layer tree stays as it is, and QGIS itself brings them back when the
    picture goes. Vector layers stay: their labels lie above all."""

    def __init__(self, canvas, picture: Callable[[], QgsRasterLayer | None]) -> None:
        """`picture` gives the layer under review, None when there is none."""
        super().__init__(canvas)
        self._canvas, self._picture = canvas, picture
        self._all: list[QgsMapLayer] = []  # what the canvas draws by the layer tree
        self._watched = ""
        self._is_choosing = False
        canvas.layersChanged.connect(self._take)

    def close(self) -> None:
        """Let go of the canvas."""
        self._canvas.layersChanged.disconnect(self._take)
        self.deleteLater()

    def _take(self) -> None:
        if not self._is_choosing:
            self._all = self._canvas.layers()
            self._choose(self._all)

    def _look_again(self, *_) -> None:
        """The picture can be seen through, or no longer."""
        self._choose([layer for layer in self._all if not sip.isdeleted(layer)])

    def _choose(self, layers: list) -> None:
        picture = self._picture()
        if picture is None or picture not in layers:
            return
        if picture.id() != self._watched:
            self._watched = picture.id()
            picture.opacityChanged.connect(self._look_again)
            picture.blendModeChanged.connect(self._look_again)
        if picture.opacity() == 1 and picture.blendMode() == _PLAIN:
            place = layers.index(picture) + 1
            layers = layers[:place] + [layer for layer in layers[place:] if not _covers(picture, layer)]
        self._is_choosing = True
        self._canvas.setLayers(layers)
        self._is_choosing = False


def _covers(picture: QgsRasterLayer, layer) -> bool:
    """In another CRS a picture does not fill the box around it."""
    is_image = isinstance(layer, QgsRasterLayer) and layer.crs() == picture.crs()
    return is_image and picture.extent().contains(layer.extent())
