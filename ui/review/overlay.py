"""A mask painted over the map canvas: opacity, outlines, single classes, flicker and swipe cost no new rendering.

It is no layer of the project, so that a review leaves the user's layers as they are.
"""

from __future__ import annotations

import os

from qgis.core import QgsMapRendererParallelJob, QgsMapSettings, QgsPalettedRasterRenderer, QgsPointXY, QgsRasterLayer
from qgis.gui import QgsMapCanvasItem
from qgis.PyQt.QtCore import QPointF, QRectF, Qt, QTimer
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPen

# As the engine writes them (CLASSES of the mask file): thick cloud, thin cloud, cloud shadow.
CLASS_COLOURS = {1: QColor(230, 159, 0), 2: QColor(86, 180, 233), 3: QColor(204, 0, 119)}
_OUTLINE = 2  # pixels of the screen
_WAIT_MS = 60  # a canvas that is being zoomed changes many times


def open_mask(path: str) -> QgsRasterLayer:
    """A mask as a layer of plain class colours, not in any project. ValueError when it cannot be opened."""
    layer = QgsRasterLayer(path, os.path.basename(path))
    if not layer.isValid():
        raise ValueError(f"{path} cannot be opened as a raster. Make the mask again.")
    classes = [QgsPalettedRasterRenderer.Class(value, colour, "") for value, colour in CLASS_COLOURS.items()]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes))
    return layer


class ReviewOverlay(QgsMapCanvasItem):
    """Shows a mask, or none, or one mask on either side of a line. Lives until `close`."""

    def __init__(self, canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._layers: list[QgsRasterLayer | None] = [None, None]
        self._rendered: list[QImage | None] = [None, None]
        self._painted: list[QImage | None] = [None, None]
        self._jobs: list[QgsMapRendererParallelJob] = []
        self._cancelled: list[QgsMapRendererParallelJob] = []  # that have not ended yet
        self._corner, self._scale, self._size = QgsPointXY(), 1.0, QRectF()
        self._area = QRectF()  # in pixels of the canvas as it was zoomed when it last told its items to move
        self._opacity, self._outline, self._class = 0.7, False, 0
        self._side: int | None = 0
        self._split: float | None = None
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._render)
        self.setZValue(5)  # above the map, below rubber bands and markers
        canvas.extentsChanged.connect(self._timer.start)
        canvas.destinationCrsChanged.connect(self._timer.start)
        self.hide()

    # What is shown.

    def set_masks(self, mask: QgsRasterLayer | None, other: QgsRasterLayer | None = None) -> None:
        """Show a mask; `other` is what flicker and swipe show in its place, None for the bare picture."""
        self._layers = [mask, other]
        self._rendered, self._painted = [None, None], [None, None]
        self._side = 0
        self._render()

    def replace_masks(self, mask: QgsRasterLayer, other: QgsRasterLayer | None) -> None:
        """Show others in the place of those; what is painted stays until they are rendered."""
        self._layers = [mask, other]
        if other is None:
            self._rendered[1] = self._painted[1] = None
        self._render()

    def set_look(self, opacity: float, outline: bool, only_class: int) -> None:
        """Opacity 0…1, outlines in place of areas, one class only (0 for all)."""
        self._opacity, self._outline, self._class = opacity, outline, only_class
        self._paint_images()

    def set_side(self, side: int | None) -> None:
        """Show the mask (0), the other one (1), or neither (None)."""
        self._side = side
        self.update()

    def set_split(self, split: float | None) -> None:
        """Show the mask to the right of a line (0…1 of the canvas' width) and the other, or none, to its left."""
        self._split = split
        self.update()

    @property
    def is_ready(self) -> bool:
        """Whether what is to be shown has been rendered."""
        return not self._jobs and not self._timer.isActive()

    def close(self) -> None:
        """Take the item off the canvas."""
        self._timer.stop()
        self._canvas.extentsChanged.disconnect(self._timer.start)
        self._canvas.destinationCrsChanged.disconnect(self._timer.start)
        self._cancel_jobs()
        for job in list(self._cancelled):
            job.waitForFinished()
        self._layers = [None, None]
        self._canvas.scene().removeItem(self)

    # Rendering: one image a mask, in plain colours, for the canvas as it is.

    def _render(self) -> None:
        self._cancel_jobs()
        self.setVisible(self._layers[0] is not None)
        for side, layer in enumerate(self._layers):
            if layer is None:
                continue
            settings = QgsMapSettings(self._canvas.mapSettings())
            settings.setLayers([layer])
            settings.setBackgroundColor(QColor(0, 0, 0, 0))
            settings.setFlag(QgsMapSettings.Flag.Antialiasing, False)
            if not settings.hasValidSettings():
                continue
            job = QgsMapRendererParallelJob(settings)
            job.finished.connect(lambda side=side, job=job: self._take(side, job))
            self._jobs.append(job)
        for job in list(self._jobs):
            job.start()

    def _take(self, side: int, job: QgsMapRendererParallelJob) -> None:
        if job in self._cancelled:
            self._cancelled.remove(job)
            job.deleteLater()
            return
        if job not in self._jobs:
            return
        self._jobs.remove(job)
        job.deleteLater()  # left to Python's collector, it could be deleted in the thread of a task
        settings = job.mapSettings()
        self._rendered[side] = job.renderedImage()
        self._corner = settings.mapToPixel().toMapCoordinates(0, 0)
        self._scale = settings.mapUnitsPerPixel()
        self._size = QRectF(0, 0, settings.outputSize().width(), settings.outputSize().height())
        self._paint_images()
        self.updatePosition()

    def _cancel_jobs(self) -> None:
        """None is waited for: a raster's rendering can take a while to see that it is cancelled."""
        jobs, self._jobs = self._jobs, []
        for job in jobs:
            if job.isActive():
                self._cancelled.append(job)
                job.cancelWithoutBlocking()
            else:
                job.deleteLater()

    # Painting.

    def _paint_images(self) -> None:
        for side, image in enumerate(self._rendered):
            self._painted[side] = None if image is None else self._painted_image(image)
        self.update()

    def _painted_image(self, rendered: QImage) -> QImage:
        """The classes that are to be seen, as areas or outlines, in full colour; opacity comes when it is drawn."""
        if not self._outline and self._class == 0:
            return rendered  # as a live mask is, at every view
        image = QImage(rendered.size(), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        source = rendered.convertToFormat(QImage.Format.Format_ARGB32)
        source.setDevicePixelRatio(1.0)  # pixel for pixel until the end
        painter = QPainter(image)
        for value, colour in CLASS_COLOURS.items():
            if self._class in (0, value):
                area = _area_of(source, colour)
                painter.drawImage(0, 0, _outline_of(area) if self._outline else area)
        painter.end()
        image.setDevicePixelRatio(rendered.devicePixelRatio())
        return image

    def updatePosition(self) -> None:
        """Called by the canvas when it moves: the image goes along until there is a new one."""
        if self._size.isEmpty():
            return
        now = self._canvas.mapUnitsPerPixel()
        zoom = self._scale / now if now > 0 else 1.0
        self.prepareGeometryChange()
        self._area = QRectF(0, 0, self._size.width() * zoom, self._size.height() * zoom)
        self.setPos(self.toCanvasCoordinates(self._corner))
        self.update()

    def boundingRect(self) -> QRectF:
        """The area announced last. The scene finds an item by it: were it to change of itself when the canvas zooms,
        the scene would keep the address of an item that has gone, and crash on it."""
        return QRectF(self._area)

    def paint(self, painter, _option=None, _widget=None) -> None:
        """Called by Qt."""
        area = self.boundingRect()
        painter.setOpacity(1.0 if self._outline else self._opacity)
        if self._split is None:
            if self._side is not None:
                self._draw(painter, self._side, area)
            return
        line = self._split * self._canvas.width() - self.pos().x()
        for side, part in (
            (1, QRectF(area.left(), area.top(), line - area.left(), area.height())),
            (0, QRectF(line, area.top(), area.right() - line, area.height())),
        ):
            painter.save()
            painter.setClipRect(part)
            self._draw(painter, side, area)
            painter.restore()
        painter.setOpacity(1.0)
        for width, colour in ((4, Qt.GlobalColor.black), (2, Qt.GlobalColor.white)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(QPointF(line, area.top()), QPointF(line, area.bottom()))

    def _draw(self, painter, side: int, area: QRectF) -> None:
        image = self._painted[side]
        if image is not None:
            painter.drawImage(area, image)


def _area_of(source: QImage, colour: QColor) -> QImage:
    """The pixels of one class in its colour, the others transparent."""
    bits = source.createMaskFromColor(colour.rgba(), Qt.MaskMode.MaskInColor)
    bits.setColorTable([QColor(0, 0, 0, 0).rgba(), colour.rgba()])
    return bits.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _outline_of(area: QImage) -> QImage:
    """An area without its inside: what stays where the area is moved a little each way lies inside."""
    inside = area.copy()
    painter = QPainter(inside)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    for right, down in ((-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (-1, 1), (1, -1), (1, 1)):
        painter.drawImage(right * _OUTLINE, down * _OUTLINE, area)
    painter.end()
    outline = area.copy()
    painter = QPainter(outline)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
    painter.drawImage(0, 0, inside)
    painter.end()
    return outline
