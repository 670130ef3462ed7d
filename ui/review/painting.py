"""Painting to correct a mask: strokes of a brush on the map, undone one by one, burnt into a new mask by the engine."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
)
from qgis.gui import QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, QTemporaryDir, pyqtSignal
from qgis.PyQt.QtGui import QColor, QCursor

from ...bridge.command_words import crs_word
from ...bridge.engine_texts import in_words
from ..runs.late_events import connect_while_alive
from .engine import ReviewEngine
from .mask_list import ReviewMask
from .overlay import CLASS_COLOURS

LABELS = ("clear", "thick_cloud", "thin_cloud", "cloud_shadow")  # by the value of the class
ENDING = "_corrected.tif"
_COLOURS = {0: QColor(255, 255, 255), **CLASS_COLOURS}
_OPACITY = 150
_SEGMENTS = 6  # of a quarter of a circle
_DECIMALS = 3  # of a metre, in a file of the mask's CRS

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Stroke:
    """One stroke: its way and the brush's radius in the units of `crs`, and the value of its class."""

    way: tuple[QgsPointXY, ...]
    radius: float
    value: int
    crs: QgsCoordinateReferenceSystem

    def area(self) -> QgsGeometry:
        """What the brush has covered, in `crs`."""
        is_dot = all(place == self.way[0] for place in self.way)
        line = QgsGeometry.fromPointXY(self.way[0]) if is_dot else QgsGeometry.fromPolylineXY(self.way)
        return line.buffer(self.radius, _SEGMENTS)


class BrushTool(QgsMapTool):
    """Tells where the brush is while the left button is down: `begun`, then `moved` (a point of the map)."""

    begun = pyqtSignal(object)
    moved = pyqtSignal(object)

    def __init__(self, canvas) -> None:
        super().__init__(canvas)
        self.setCursor(QCursor(Qt.CursorShape.CrossCursor))
        self._is_down = False

    def canvasPressEvent(self, event) -> None:
        """Called by the canvas."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._is_down = True
            self.begun.emit(self.toMapCoordinates(event.pos()))

    def canvasMoveEvent(self, event) -> None:
        """Called by the canvas."""
        if self._is_down:
            self.moved.emit(self.toMapCoordinates(event.pos()))

    def canvasReleaseEvent(self, event) -> None:
        """Called by the canvas."""
        if self._is_down and event.button() == Qt.MouseButton.LeftButton:
            self._is_down = False
            self.moved.emit(self.toMapCoordinates(event.pos()))


class ReviewPainting(QObject):
    """Holds the strokes on each mask until they are saved.

    Signals: `saved` (path of the corrected mask), `problem` (a sentence). The brush has its size on the screen:
    whoever zooms in paints finer.
    """

    saved = pyqtSignal(str)
    problem = pyqtSignal(str)

    def __init__(self, panel, canvas, engine: ReviewEngine) -> None:
        super().__init__(panel)
        self._panel, self._canvas, self._engine = panel, canvas, engine
        self._mask: ReviewMask | None = None
        self._strokes: dict[str, list[Stroke]] = {}
        self._bands: list[QgsRubberBand] = []
        self._is_saving = False
        self._tool_before = None
        self._tool = BrushTool(canvas)
        self._tool.begun.connect(self._begin)
        self._tool.moved.connect(self._go_on)
        connect_while_alive(self, self._tool.deactivated, lambda: panel.paint.setChecked(False))
        for value, title in enumerate(("Clear", "Thick cloud", "Thin cloud", "Cloud shadow")):
            panel.paint_class.addItem(in_words(title), value)
        panel.paint_class.setCurrentIndex(1)
        panel.paint.toggled.connect(self._take_brush)
        panel.paint_undo.clicked.connect(self.undo)
        panel.paint_save.clicked.connect(self.save)
        self._show()

    @property
    def strokes(self) -> list[Stroke]:
        """What is painted on the present mask and not saved yet."""
        return self._strokes.setdefault(self._mask.path, []) if self._mask is not None else []

    def set_mask(self, mask: ReviewMask | None) -> None:
        """Show what is painted on a mask."""
        self._mask = mask
        self._clear_bands()
        for stroke in self.strokes:
            self._add_band(stroke)
        self._show()

    def undo(self) -> None:
        """Take the last stroke away."""
        if self.strokes and not self._is_saving:
            self.strokes.pop()
            self._canvas.scene().removeItem(self._bands.pop())
            self._show()

    def save(self) -> None:
        """Have the engine write the corrected mask; one that is a correction already is corrected in its place."""
        mask = self._mask
        if mask is None or not self.strokes or self._is_saving:
            return
        is_corrected = mask.path.endswith(ENDING)
        out = mask.path if is_corrected else os.path.splitext(mask.path)[0] + ENDING
        if not is_corrected and os.path.exists(out):
            text = translate("ReviewPainting", "{file} is there: choose it in the list to correct it further.")
            self.problem.emit(text.format(file=os.path.basename(out)))
            return
        folder = QTemporaryDir()
        file = os.path.join(folder.path(), "strokes.geojson")
        try:
            with open(file, "w", encoding="utf-8") as stream:
                json.dump(_as_geojson(self.strokes, QgsRasterLayer(mask.path, "").crs()), stream)
        except (OSError, QgsCsException) as error:
            self.problem.emit(str(error))
            return
        self._is_saving = True
        self._show()
        command = ["correct", mask.path, "--strokes", file, "--out", out, "--progress", "json"]
        text = translate("ReviewPainting", "Correct {name}").format(name=mask.name)

        def done(problem: str = "") -> None:
            self._is_saving = False
            folder.remove()
            if problem:
                self._show()
                self.problem.emit(problem)
                return
            self._strokes.pop(mask.path, None)
            self.set_mask(self._mask)
            self.saved.emit(out)

        self._engine.ask("correct", text, [*command, *(["--overwrite"] if is_corrected else [])],
                         lambda event: done(), done)  # fmt: skip

    def rest(self) -> None:
        """The dock closes: lay the brush down; what is not saved stays."""
        self._panel.paint.setChecked(False)
        self._is_saving = False
        self._clear_bands()

    def close(self) -> None:
        """Let go of the canvas for good."""
        self._panel.paint.setChecked(False)
        self._clear_bands()
        self._tool.deleteLater()  # it belongs to the canvas, which stays

    # How it does it.

    def _take_brush(self, on: bool) -> None:
        if on:
            self._tool_before = self._canvas.mapTool()
            self._canvas.setMapTool(self._tool)
        elif self._canvas.mapTool() is self._tool:
            if self._tool_before is not None:
                self._canvas.setMapTool(self._tool_before)
            else:
                self._canvas.unsetMapTool(self._tool)

    def _begin(self, place: QgsPointXY) -> None:
        if self._mask is None or self._is_saving:
            return
        radius = self._panel.brush.value() / 2 * self._canvas.mapUnitsPerPixel()
        crs = self._canvas.mapSettings().destinationCrs()
        stroke = Stroke((place,), radius, self._panel.paint_class.currentData(), crs)
        self.strokes.append(stroke)
        self._add_band(stroke)
        self._show()

    def _go_on(self, place: QgsPointXY) -> None:
        if not self.strokes or self._is_saving:
            return
        last = self.strokes[-1]
        self.strokes[-1] = stroke = Stroke((*last.way, place), last.radius, last.value, last.crs)
        self._bands[-1].setToGeometry(stroke.area(), stroke.crs)

    def _add_band(self, stroke: Stroke) -> None:
        area = stroke.area()
        band = QgsRubberBand(self._canvas, area.type())
        colour = QColor(_COLOURS[stroke.value])
        band.setStrokeColor(colour)
        colour.setAlpha(_OPACITY)
        band.setFillColor(colour)
        band.setToGeometry(area, stroke.crs)
        self._bands.append(band)

    def _clear_bands(self) -> None:
        for band in self._bands:
            self._canvas.scene().removeItem(band)
        self._bands = []

    def _show(self) -> None:
        panel, count = self._panel, len(self.strokes)
        panel.paint.setEnabled(self._mask is not None)
        panel.paint_undo.setEnabled(count > 0 and not self._is_saving)
        panel.paint_save.setEnabled(count > 0 and not self._is_saving)
        text = translate(
            "ReviewPainting",
            "Choose a class and paint on the map what the mask has wrong; zoom in to paint finer. The mask stays as it "
            "is: what is saved is a mask of its own, and the strokes beside it teach a network.",
        )
        if count:
            text = translate("ReviewPainting", "%n stroke(s) not saved yet.", None, count)
        if self._is_saving:
            text = translate("ReviewPainting", "Saving…")
        panel.paint_note.setText(text)


def _as_geojson(strokes: list[Stroke], crs: QgsCoordinateReferenceSystem) -> dict:
    """Strokes as areas in the CRS of the mask, in their order. QgsCsException where they cannot be brought there."""
    features = []
    for stroke in strokes:
        area = stroke.area()
        if stroke.crs.isValid() and crs.isValid():
            area.transform(QgsCoordinateTransform(stroke.crs, crs, QgsProject.instance()))
        decimals = 9 if crs.isGeographic() else _DECIMALS
        features.append(
            {
                "type": "Feature",
                "properties": {"label": LABELS[stroke.value]},
                "geometry": json.loads(area.asJson(decimals)),
            }
        )
    table: dict[str, object] = {"type": "FeatureCollection", "features": features}
    if crs.isValid():
        table["crs"] = {"type": "name", "properties": {"name": crs_word(crs)}}
    return table
