"""What the map shows during a review: the picture below, the mask above, a frame around what is judged."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.gui import QgsRubberBand, QgsVertexMarker
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal
from qgis.PyQt.QtGui import QColor

from ...bridge.product_vrt import PICTURES, GranuleBands
from ..runs.late_events import connect_while_alive
from .background import ReviewBackground, unchanged
from .covered import CoveredImages
from .mask_list import ReviewMask
from .overlay import CLASS_COLOURS, ReviewOverlay, open_mask
from .swipe import SwipeTool

translate = QCoreApplication.translate

_POINT_PIXELS = 120  # of the mask, across the map, when the first point is shown
_YELLOW = QColor(255, 235, 59)


class ReviewView(QObject):
    """Joins the dock's controls with the canvas. `shown` tells what is seen: the mask (0), the other (1) or none."""

    shown = pyqtSignal(object)
    problem = pyqtSignal(str)

    def __init__(self, panel, canvas) -> None:
        super().__init__(panel)
        self._panel, self._canvas = panel, canvas
        self._background = ReviewBackground()
        self._covered = CoveredImages(canvas, lambda: self._background.layer)
        self._overlay = ReviewOverlay(canvas)
        # Asked of a geometry: the enumeration and its members have other names in each line of QGIS.
        self._polygon = QgsGeometry.fromRect(QgsRectangle(0, 0, 1, 1)).type()
        self._frame = QgsRubberBand(canvas, self._polygon)
        self._frame.setFillColor(QColor(0, 0, 0, 0))
        self._frame.setStrokeColor(_YELLOW)
        self._frame.setSecondaryStrokeColor(QColor(0, 0, 0, 160))
        self._frame.setWidth(2)
        self._marker: QgsVertexMarker | None = None
        self._tool = SwipeTool(canvas)
        self._tool_before = None
        self._tool.moved.connect(self._move_split)
        connect_while_alive(self, self._tool.deactivated, lambda: panel.swipe.setChecked(False))
        self._split = 0.5
        self._mask: QgsRasterLayer | None = None
        self._other: QgsRasterLayer | None = None
        self._resolution = 20
        self._is_refined = False
        self._granule: GranuleBands | None = None
        self._side: int | None = 0
        self._previews_before: bool | None = None
        self._fill_classes({})
        self._fill_pictures()
        for signal in (panel.opacity.valueChanged, panel.outline.toggled, panel.only_class.currentIndexChanged):
            signal.connect(self._look)
        panel.picture.currentIndexChanged.connect(self._show_picture)
        panel.brightness.valueChanged.connect(self._brighten)
        panel.flicker.clicked.connect(self.flicker)
        panel.swipe.toggled.connect(self._swipe)
        self._look()

    # What is shown.

    def show_mask(self, mask: ReviewMask, other: ReviewMask | None) -> None:
        """Show a mask; `other` is what flicker and swipe change to. ValueError when a file cannot be opened."""
        self._mask = open_mask(mask.path)
        self._stop_previews()
        self._resolution = mask.resolution or 20
        self._other, self._is_refined = open_mask(other.path) if other is not None else None, False
        self._fill_classes(mask.titles)
        project = QgsProject.instance()
        if not project.mapLayers() and self._mask.crs().isValid():
            with unchanged(project):
                project.setCrs(self._mask.crs())
        self._overlay.set_masks(self._mask, self._other)
        self._set_side(0)
        self._look()

    def show_refined(self, path: str | None) -> None:
        """Show a raster in place of the mask, which becomes what flicker and swipe change to; None: as it was before.

        ValueError when it cannot be opened.
        """
        if self._mask is None or (path is None and not self._is_refined):
            return
        self._is_refined = path is not None
        if path is not None:
            self._overlay.replace_masks(open_mask(path), self._mask)
        else:
            self._overlay.replace_masks(self._mask, self._other)

    def set_granule(self, granule: GranuleBands | None) -> None:
        """Show pictures of a granule, or none."""
        self._granule = granule
        self._fill_pictures()
        self._show_picture()

    def clear(self) -> None:
        """Show nothing."""
        self._bring_previews_back()
        self._panel.swipe.setChecked(False)
        self._mask = self._other = None
        self._is_refined = False
        self._granule = None
        self._overlay.set_masks(None)
        self._background.clear()
        self.show_frame(None)
        self.show_point(None)

    def close(self) -> None:
        """Let go of the canvas for good."""
        self.clear()
        self._overlay.close()
        self._covered.close()
        self._canvas.scene().removeItem(self._frame)
        self._tool.deleteLater()  # it belongs to the canvas, which stays

    @property
    def is_refined(self) -> bool:
        """Whether a refined mask is shown in the place of the mask."""
        return self._is_refined

    @property
    def is_ready(self) -> bool:
        """Whether the mask is painted as it should be."""
        return self._overlay.is_ready

    # Where the map is.

    def zoom_to(self, bounds: tuple[float, float, float, float] | None) -> None:
        """Show some bounds in the mask's CRS, or the whole mask."""
        if self._mask is None:
            return
        rectangle = self._mask.extent() if bounds is None else QgsRectangle(*bounds)
        try:
            rectangle = self._to_map(self._mask).transformBoundingBox(rectangle)
        except QgsCsException:
            return
        rectangle.scale(1.08)
        self._canvas.setExtent(rectangle)
        self._canvas.refresh()

    def show_frame(self, bounds: tuple[float, float, float, float] | None) -> None:
        """Draw a frame around a tile, or none."""
        self._frame.reset(self._polygon)
        if bounds is not None and self._mask is not None:
            self._frame.setToGeometry(QgsGeometry.fromRect(QgsRectangle(*bounds)), self._mask.crs())

    def show_point(self, point: tuple[float, float] | None, closer: bool = False) -> None:
        """Mark a point in the mask's CRS and bring it to the middle; `closer` zooms in until a pixel can be judged."""
        if self._marker is not None:
            self._canvas.scene().removeItem(self._marker)
            self._marker = None
        if point is None or self._mask is None:
            return
        x, y = point
        try:
            to_map = self._to_map(self._mask)
            centre = to_map.transform(QgsPointXY(x, y))
            if closer:
                half = _POINT_PIXELS / 2 * self._mask.rasterUnitsPerPixelX()
                around = to_map.transformBoundingBox(QgsRectangle(x - half, y - half, x + half, y + half))
                self._canvas.setExtent(around)
        except QgsCsException:
            return
        self._canvas.setCenter(centre)
        self._canvas.refresh()
        self._marker = QgsVertexMarker(self._canvas)
        self._marker.setIconType(QgsVertexMarker.IconType.ICON_BOX)
        self._marker.setIconSize(22)
        self._marker.setPenWidth(3)
        self._marker.setColor(_YELLOW)
        self._marker.setCenter(centre)

    # How it is shown.

    def flicker(self, *_) -> None:
        """Switch the mask off and on; where two are compared, from one to the other."""
        other = 1 if self._other is not None or self._is_refined else None
        self._set_side(0 if self._side != 0 else other)

    def hide_mask(self) -> None:
        """Show the bare picture until the next flicker."""
        self._set_side(None)

    def move_split(self, by: float) -> None:
        """Move the line of the swipe by a share of the canvas."""
        if self._panel.swipe.isChecked():
            self._move_split(min(1.0, max(0.0, self._split + by)))

    def _stop_previews(self) -> None:
        """QGIS draws the eight views beside the one that is seen, too; a review goes from place to place, so they are
        never seen and would slow it down."""
        if self._previews_before is None:
            self._previews_before = self._canvas.previewJobsEnabled()
            self._canvas.setPreviewJobsEnabled(False)

    def _bring_previews_back(self) -> None:
        if self._previews_before is not None:
            self._canvas.setPreviewJobsEnabled(self._previews_before)
            self._previews_before = None

    def _set_side(self, side: int | None) -> None:
        self._side = side
        self._overlay.set_side(side)
        self._panel.flicker.setChecked(side == 0)
        self.shown.emit(side)

    def _look(self, *_) -> None:
        panel = self._panel
        self._overlay.set_look(
            panel.opacity.value() / 100, panel.outline.isChecked(), panel.only_class.currentData() or 0
        )
        panel.opacity.setEnabled(not panel.outline.isChecked())

    def _swipe(self, on: bool) -> None:
        if on:
            self._tool_before = self._canvas.mapTool()
            self._canvas.setMapTool(self._tool)
            self._overlay.set_split(self._split)
            return
        self._overlay.set_split(None)
        if self._canvas.mapTool() is self._tool:
            if self._tool_before is not None:
                self._canvas.setMapTool(self._tool_before)
            else:
                self._canvas.unsetMapTool(self._tool)

    def _move_split(self, split: float) -> None:
        self._split = split
        self._overlay.set_split(split)

    def _show_picture(self, *_) -> None:
        picture = self._panel.picture.currentData()
        if picture is None or self._granule is None:
            self._background.clear()
            return
        title = f"{self._panel.picture.currentText()}: {self._granule.name}"
        try:
            self._background.show(self._granule, picture, title, self._brightness)
        except (ValueError, OSError) as error:
            self._background.clear()
            self.problem.emit(str(error))

    def _brighten(self, *_) -> None:
        picture = self._panel.picture.currentData()
        if picture is not None and self._granule is not None:
            self._background.set_brightness(self._granule, picture, self._brightness)

    @property
    def _brightness(self) -> float:
        return 2.0 ** (self._panel.brightness.value() / 10)

    def _fill_pictures(self) -> None:
        """The pictures whose bands are there; what was chosen stays chosen for the next product."""
        titles = {
            "true_colour": translate("ReviewView", "True colour (B04 B03 B02)"),
            "false_colour": translate("ReviewView", "False colour (B08 B04 B03)"),
            "swir": translate("ReviewView", "Short-wave infrared (B12 B8A B04)"),
            "cirrus": translate("ReviewView", "Cirrus (B10)"),
        }
        combo = self._panel.picture
        chosen = combo.currentText()
        combo.blockSignals(True)
        combo.clear()
        for picture in PICTURES:
            if self._granule is None or self._granule.can_show(picture):
                combo.addItem(titles[picture.name], picture)
        combo.addItem(translate("ReviewView", "None: the map as it is"), None)
        combo.setCurrentIndex(max(0, combo.findText(chosen)))
        combo.blockSignals(False)

    def _fill_classes(self, titles: dict[int, str]) -> None:
        names = {
            1: translate("ReviewView", "Thick cloud"),
            2: translate("ReviewView", "Thin cloud"),
            3: translate("ReviewView", "Cloud shadow"),
        }
        combo = self._panel.only_class
        chosen = combo.currentData()
        combo.blockSignals(True)
        combo.clear()
        combo.addItem(translate("ReviewView", "All classes"), 0)
        for value in CLASS_COLOURS:
            if not titles or value in titles:
                name = names[value] if not titles or 2 in titles or value == 3 else translate("ReviewView", "Cloud")
                combo.addItem(translate("ReviewView", "Only {name}").format(name=name.lower()), value)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
        combo.blockSignals(False)

    def _to_map(self, mask: QgsRasterLayer) -> QgsCoordinateTransform:
        source = mask.crs()
        target = self._canvas.mapSettings().destinationCrs()
        if not source.isValid() or not target.isValid():
            source = target = QgsCoordinateReferenceSystem()
        return QgsCoordinateTransform(source, target, QgsProject.instance())
