"""Choosing the area of a mask: the whole product, the map canvas, a layer's extent, a drawn rectangle."""

from __future__ import annotations

from enum import Enum

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsProject, QgsRectangle
from qgis.gui import QgsMapLayerComboBox, QgsMapToolExtent, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QPushButton

from ...bridge.command_words import crs_word

_YELLOW = QColor(255, 235, 59)

translate = QCoreApplication.translate


class Area(Enum):
    """What the bounds of a run are taken from."""

    WHOLE = "whole"
    CANVAS = "canvas"
    LAYER = "layer"
    DRAWN = "drawn"


class AreaPicker(QObject):
    """Joins the widgets that choose an area; works without a canvas too (then only whole products and layers)."""

    changed = pyqtSignal()

    def __init__(self, combo: QComboBox, layers: QgsMapLayerComboBox, draw: QPushButton, note: QLabel, canvas) -> None:
        super().__init__(combo)
        self._combo, self._layers, self._draw, self._note, self._canvas = combo, layers, draw, note, canvas
        self._drawn: QgsRectangle | None = None
        self._drawn_crs = QgsCoordinateReferenceSystem()
        self._tool: QgsMapToolExtent | None = None
        self._tool_before = None
        self._band: QgsRubberBand | None = None
        self.message_bar = None  # of QGIS, where a hint appears while a rectangle is drawn
        self._hint = None
        combo.installEventFilter(self)
        combo.addItem(translate("AreaPicker", "Whole product"), Area.WHOLE)
        if canvas is not None:
            combo.addItem(translate("AreaPicker", "Map canvas"), Area.CANVAS)
        combo.addItem(translate("AreaPicker", "Extent of a layer"), Area.LAYER)
        if canvas is not None:
            combo.addItem(translate("AreaPicker", "Drawn rectangle"), Area.DRAWN)
            canvas.extentsChanged.connect(self._tell)
        combo.currentIndexChanged.connect(self._tell)
        layers.layerChanged.connect(self._tell)
        draw.clicked.connect(self.draw)
        self._tell()

    @property
    def area(self) -> Area:
        """What is chosen."""
        return self._combo.currentData()

    def choose(self, area: Area) -> None:
        """Choose where the bounds come from."""
        self._combo.setCurrentIndex(max(0, self._combo.findData(area)))

    def bounds(self) -> tuple[tuple[float, float, float, float], str] | None:
        """The bounds and their CRS; None for the whole product. ValueError with a sentence when there are none yet."""
        if self.area is Area.WHOLE:
            return None
        rectangle, crs = self._rectangle()
        if rectangle is None or rectangle.isEmpty() or not rectangle.isFinite():
            raise ValueError(self._missing())
        bounds = (rectangle.xMinimum(), rectangle.yMinimum(), rectangle.xMaximum(), rectangle.yMaximum())
        return bounds, crs_word(crs)

    def draw(self) -> None:
        """Let the user draw a rectangle on the map; the dialog steps aside meanwhile."""
        if self._canvas is None:
            return
        self.choose(Area.DRAWN)
        self._tool_before = self._canvas.mapTool()
        self._tool = QgsMapToolExtent(self._canvas)
        self._tool.extentChanged.connect(self._take)
        self._tool.deactivated.connect(self._show_again)
        self._canvas.setMapTool(self._tool)
        if self.message_bar is not None:
            text = translate("AreaPicker", "Draw a rectangle on the map. Any other map tool leads back without one.")
            self._hint = self.message_bar.pushWidget(self.message_bar.createMessage(text))
        self._combo.window().hide()

    def set_drawn(self, rectangle: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> None:
        """Take a rectangle as if it had been drawn."""
        self._drawn, self._drawn_crs = rectangle, crs
        self.choose(Area.DRAWN)
        self._tell()

    def eventFilter(self, _watched, event) -> bool:
        """Called by Qt: the rectangle is on the map while the window is open."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._show_rectangle(event.type() == QEvent.Type.Show)
        return False

    def close(self) -> None:
        """Let go of the canvas."""
        if self._canvas is not None:
            self._combo.removeEventFilter(self)
            self._show_rectangle(False)
            self._canvas.extentsChanged.disconnect(self._tell)
            if self._tool is not None:
                self._canvas.unsetMapTool(self._tool)

    def _take(self, rectangle: QgsRectangle) -> None:
        if rectangle.isEmpty():
            return
        # A copy: on Ubuntu 26.04 the rectangle of the signal goes with it, and another number stands in its place.
        self.set_drawn(QgsRectangle(rectangle), self._canvas.mapSettings().destinationCrs())
        if self._tool_before is not None:
            self._canvas.setMapTool(self._tool_before)
        else:
            self._canvas.unsetMapTool(self._tool)

    def _show_rectangle(self, is_open: bool) -> None:
        """Show the drawn rectangle on the map, where it is what a run would be cut to."""
        if self._band is not None:
            self._canvas.scene().removeItem(self._band)
            self._band = None
        if is_open and self._canvas and self.area is Area.DRAWN and self._drawn is not None:
            shape = QgsGeometry.fromRect(self._drawn)
            self._band = QgsRubberBand(self._canvas, shape.type())
            self._band.setToGeometry(shape, self._drawn_crs)
            self._band.setFillColor(QColor(0, 0, 0, 0))
            self._band.setStrokeColor(_YELLOW)
            self._band.setSecondaryStrokeColor(QColor(0, 0, 0, 160))
            self._band.setWidth(2)

    def _show_again(self) -> None:
        if self._hint is not None and not sip.isdeleted(self._hint):
            self.message_bar.popWidget(self._hint)
        self._hint = None
        window = self._combo.window()
        window.show()
        window.raise_()
        window.activateWindow()

    def _rectangle(self) -> tuple[QgsRectangle | None, QgsCoordinateReferenceSystem]:
        if self.area is Area.CANVAS:
            return self._canvas.extent(), self._canvas.mapSettings().destinationCrs()
        if self.area is Area.LAYER:
            layer = self._layers.currentLayer()
            return (layer.extent(), layer.crs()) if layer is not None else (None, QgsCoordinateReferenceSystem())
        return self._drawn, self._drawn_crs

    def _missing(self) -> str:
        if self.area is Area.DRAWN:
            return translate("AreaPicker", "Draw a rectangle on the map first, or mask the whole product.")
        if self.area is Area.LAYER:
            return translate("AreaPicker", "Choose a layer that has an extent, or mask the whole product.")
        return translate("AreaPicker", "The map canvas is empty. Add a layer to it, or mask the whole product.")

    def _tell(self, *_) -> None:
        self._layers.setVisible(self.area is Area.LAYER)
        self._draw.setVisible(self.area is Area.DRAWN)
        self._note.setText(self._description())
        self._show_rectangle(self._combo.isVisible())
        self.changed.emit()

    def _description(self) -> str:
        if self.area is Area.WHOLE:
            return translate("AreaPicker", "Everything that the product covers.")
        rectangle, crs = self._rectangle()
        if rectangle is None or rectangle.isEmpty():
            return self._missing()
        digits = 4 if crs.isGeographic() else 0
        corners = "{:.{d}f}, {:.{d}f} : {:.{d}f}, {:.{d}f}".format(
            rectangle.xMinimum(), rectangle.yMinimum(), rectangle.xMaximum(), rectangle.yMaximum(), d=digits
        )
        return f"{corners} ({crs.authid() or QgsProject.instance().crs().authid()})"
