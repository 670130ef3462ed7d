"""The area to mask: the canvas, a layer, a rectangle drawn with the mouse."""

from __future__ import annotations

import pytest
from dialog_by_hand import LEFT
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLabel, QPushButton


class TestArea:
    """Where the mask is made."""

    @pytest.fixture
    def picker(self, qgis_app, project):
        from qgis.gui import QgsMapCanvas, QgsMapLayerComboBox
        from qgis.PyQt.QtWidgets import QComboBox, QWidget

        from s2cloudmask.ui.dialog.area_picker import AreaPicker

        window = QWidget()
        canvas = QgsMapCanvas()  # of its own, as in QGIS: the window hides while a rectangle is drawn
        canvas.resize(200, 200)
        canvas.show()
        made = AreaPicker(QComboBox(window), QgsMapLayerComboBox(window), QPushButton(window), QLabel(window), canvas)
        made.window, made.canvas = window, canvas
        yield made
        made.close()
        sip.delete(window)
        sip.delete(canvas)

    def test_the_whole_product_has_no_bounds(self, picker):
        assert picker.bounds() is None

    def test_the_canvas(self, picker):
        from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

        from s2cloudmask.ui.dialog.area_picker import Area

        picker.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32615"))
        picker.canvas.setExtent(QgsRectangle(500000, 4600000, 510000, 4610000))
        picker.choose(Area.CANVAS)
        bounds, crs = picker.bounds()
        assert crs == "EPSG:32615"
        assert bounds[0] <= 500000 < 510000 <= bounds[2]

    def test_a_layer(self, picker, project):
        from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

        from s2cloudmask.ui.dialog.area_picker import Area

        picker.choose(Area.LAYER)
        with pytest.raises(ValueError, match="Choose a layer"):
            picker.bounds()
        layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "field", "memory")
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt("POLYGON((10 50, 11 50, 11 52, 10 50))"))
        layer.dataProvider().addFeature(feature)
        layer.updateExtents()
        project.addMapLayer(layer)
        assert picker.bounds() == ((10.0, 50.0, 11.0, 52.0), "EPSG:4326")

    def test_a_rectangle_drawn_with_the_mouse(self, picker, qgis_app):
        from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle
        from qgis.gui import QgsMessageBar, QgsRubberBand

        from s2cloudmask.ui.dialog.area_picker import Area

        def rectangles() -> int:
            return sum(isinstance(item, QgsRubberBand) and item.isVisible() for item in picker.canvas.items())

        picker.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32615"))
        picker.canvas.setExtent(QgsRectangle(0, 0, 1000, 1000))
        picker.window.show()
        picker.choose(Area.DRAWN)
        with pytest.raises(ValueError, match="Draw a rectangle"):
            picker.bounds()
        picker.message_bar = QgsMessageBar(picker.window)
        picker.draw()
        assert not picker.window.isVisible()
        assert "Draw a rectangle on the map." in picker.message_bar.currentItem().text()
        viewport = picker.canvas.viewport()
        QTest.mousePress(viewport, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(50, 50))
        for x in (80, 120, 150):
            QTest.mouseMove(viewport, QPoint(x, x))
            qgis_app.processEvents()
        QTest.mouseRelease(viewport, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(150, 150))
        (xmin, ymin, xmax, ymax), crs = picker.bounds()
        assert crs == "EPSG:32615"
        assert 200 < xmin < 300 < 700 < xmax < 800
        assert 200 < ymin < 300 < 700 < ymax < 800
        assert picker.window.isVisible() and not picker.message_bar.items()
        assert rectangles() == 1
        picker.window.hide()
        assert rectangles() == 0
        picker.window.show()
        assert rectangles() == 1
        picker.choose(Area.WHOLE)
        assert rectangles() == 0
