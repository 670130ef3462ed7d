"""The live mask: while it is on, every view of the map is asked for, and the answers are painted over it."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsMessageLog,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog

from ...bridge.engine_texts import in_words
from ...bridge.environment import engine_interpreter, how_to_set_up
from ...bridge.live_engine import LiveAnswer, LiveEngine, LivePlace, LiveView
from ...bridge.product_search import product_of
from ...bridge.settings import load_mask_settings
from ..review.background import unchanged
from ..review.canvas_part import CanvasPart
from ..review.keys import ReviewKeys
from ..runs.run_queue import LOG_TAG
from .live_bar import LiveBar
from .live_overlay import LiveOverlay
from .live_parts import LiveParts
from .live_shares import shares_text

ASK_AFTER_MS = 40  # a canvas that is being zoomed changes many times
NO_DATA = 255

translate = QCoreApplication.translate


class LiveMask(QObject):
    """Owned by the plugin. Makes nothing before it is first switched on, and takes all of it away when switched off.

    Signals: `switched` (on or off), `keep_asked` (path of the product).
    """

    switched = pyqtSignal(bool)
    keep_asked = pyqtSignal(str)

    def __init__(self, iface, listed: Callable[[], list[str]]) -> None:
        """`listed`: gives the products of the dialog's list."""
        super().__init__()
        self._iface, self._canvas, self._listed = iface, iface.mapCanvas(), listed
        self._parts: LiveParts | None = None
        self._keys = ReviewKeys(self)
        self._keys.add(Qt.Key.Key_N, lambda: self._step(1), Qt.KeyboardModifier.ShiftModifier)
        self._keys.add(Qt.Key.Key_B, lambda: self._step(-1), Qt.KeyboardModifier.ShiftModifier)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(ASK_AFTER_MS)
        self._timer.timeout.connect(self._ask)
        self._place: LivePlace | None = None
        self._answer: LiveAnswer | None = None
        self._zoom_when_placed = False
        self._under_cursor = ""
        self._told = ""

    # What the plugin calls.

    @property
    def is_on(self) -> bool:
        """Whether the mask follows the map."""
        return self._parts is not None

    @property
    def is_ready(self) -> bool:
        """Whether the last answer of this view is painted."""
        return (
            self._parts is not None
            and not self._timer.isActive()
            and not self._parts.engine.is_waiting
            and self._answer is not None
            and self._parts.overlay.is_ready
        )

    def turn_on(self, product: str = "") -> bool:
        """Begin with a product, or with the first that is at hand; asks for one where there is none. False if not."""
        parts = self._parts
        if parts is None:
            interpreter = engine_interpreter()
            if interpreter is None:
                self._warn(how_to_set_up())
                self.switched.emit(False)
                return False
            offered = self._products_at_hand()
            if not product and not offered:
                product = self._ask_product()
                if not product:
                    self.switched.emit(False)
                    return False
            parts = self._begin(interpreter)
            parts.bar.offer(offered)
            self.switched.emit(True)
        if product or not parts.bar.product:
            parts.bar.choose(product or parts.bar.paths[0])
        else:
            self._show_product(parts.bar.product)
        return True

    def turn_off(self) -> None:
        """Take everything off the map and end the engine."""
        parts, self._parts = self._parts, None
        if parts is None:
            return
        self._timer.stop()
        self._canvas.extentsChanged.disconnect(self._timer.start)
        self._canvas.destinationCrsChanged.disconnect(self._timer.start)
        self._canvas.xyCoordinates.disconnect(self._point_at)
        self._canvas.removeEventFilter(self._keys)
        self._keys.is_active = False
        parts.engine.close()
        parts.engine.deleteLater()
        parts.overlay.close()
        self._iface.mainWindow().removeToolBar(parts.bar)
        parts.bar.deleteLater()
        self._place = self._answer = None
        self.switched.emit(False)

    # Coming up.

    def _begin(self, interpreter: str) -> LiveParts:
        bar = LiveBar(self._iface.mainWindow())
        parts = LiveParts(bar, LiveOverlay(self._canvas), LiveEngine(interpreter, self))
        self._parts = parts
        self._iface.mainWindow().addToolBar(bar)
        parts.overlay.set_look(bar.opacity.value() / 100, False, 0)
        parts.engine.placed.connect(self._take_place)
        parts.engine.answered.connect(lambda answer: self._take_answer(parts, answer))
        parts.engine.failed.connect(lambda code, sentence: self._fail(parts, code, sentence))
        parts.engine.broke.connect(self._break)
        bar.chosen.connect(self._show_product)
        bar.opacity_changed.connect(lambda opacity: parts.overlay.set_look(opacity, False, 0))
        bar.keep_asked.connect(lambda: self.keep_asked.emit(bar.product))
        bar.zoom_asked.connect(self._zoom)
        bar.add_asked.connect(self._add)
        self._canvas.extentsChanged.connect(self._timer.start)
        self._canvas.destinationCrsChanged.connect(self._timer.start)
        self._canvas.xyCoordinates.connect(self._point_at)
        self._canvas.installEventFilter(self._keys)
        self._keys.is_active = True
        return parts

    def _products_at_hand(self) -> list[str]:
        """Those of the layers, the current one first, and of the dialog's list."""
        current = self._iface.activeLayer()
        layers = [current] if current is not None else []
        layers += [layer for layer in QgsProject.instance().mapLayers().values() if layer is not current]
        rasters = [layer for layer in layers if isinstance(layer, QgsRasterLayer) and layer.providerType() == "gdal"]
        found = [product_of(layer.source()) for layer in rasters]
        # A single GeoTIFF may be anything, such as a mask: a stack of bands is chosen by the user.
        found = [path for path in found if path and not path.lower().endswith((".tif", ".tiff"))]
        return list(dict.fromkeys([*found, *self._listed()]))

    def _ask_product(self) -> str:
        title = translate("LiveMask", "Product to mask live (a .SAFE folder)")
        folder = QFileDialog.getExistingDirectory(self._iface.mainWindow(), title)
        if not folder:
            return ""
        product = product_of(folder)
        if not product:
            text = translate(
                "LiveMask", "{folder} is no Sentinel-2 product. Choose a .SAFE folder, or drop a zip of it."
            )
            self._warn(text.format(folder=folder))
        return product

    def _add(self) -> None:
        product = self._ask_product()
        if product and self._parts is not None:
            self._parts.bar.choose(product)

    def _step(self, by: int) -> None:
        if self._parts is not None:
            self._parts.bar.step(by)

    # Asking.

    def _show_product(self, product: str) -> None:
        """Another product: nothing of the one before may stay on the map."""
        if self._parts is None:
            return
        self._parts.overlay.clear()
        self._parts.engine.cancel()
        self._answer = None
        self._place = None
        self._zoom_when_placed = not QgsProject.instance().mapLayers()
        self._tell("")
        self._ask()

    def _ask(self) -> None:
        if self._parts is None or not self._parts.bar.product:
            return
        product = self._parts.bar.product
        seen, wanted = CanvasPart.of(self._canvas), load_mask_settings()
        self._parts.engine.ask(LiveView(product, seen.bounds, seen.crs, seen.size, wanted.resolution, wanted.model))
        self._tell(self._told)

    # Answers.

    def _take_place(self, place: LivePlace) -> None:
        self._place = place
        if self._zoom_when_placed:
            self._zoom_when_placed = False
            self._zoom()

    def _take_answer(self, parts: LiveParts, answer: LiveAnswer) -> None:
        try:
            parts.overlay.show_answer(answer.raster)
        except ValueError as error:
            self._warn(str(error))
            return
        self._answer = answer
        self._tell(shares_text(answer))

    def _fail(self, parts: LiveParts, code: str, sentence: str) -> None:
        parts.overlay.clear()
        self._answer = None
        if code == "outside-product":
            self._tell(translate("LiveMask", "The map is beside the product."))
            return
        self._tell(sentence)
        self._warn(sentence)

    def _break(self, sentence: str, goes_on: bool) -> None:
        self._warn(sentence)
        if not goes_on:
            self.turn_off()

    # The map.

    def _zoom(self) -> None:
        if self._place is None:
            return
        crs = QgsCoordinateReferenceSystem(self._place.crs)
        project = QgsProject.instance()
        if not project.mapLayers() and crs.isValid():
            with unchanged(project):
                project.setCrs(crs)
        target = self._canvas.mapSettings().destinationCrs()
        try:
            extent = QgsCoordinateTransform(crs, target, project).transformBoundingBox(
                QgsRectangle(*self._place.bounds)
            )
        except QgsCsException:
            return
        extent.scale(1.05)
        self._canvas.setExtent(extent)
        self._canvas.refresh()
        self._timer.start()

    def _point_at(self, point: QgsPointXY) -> None:
        crs = self._canvas.mapSettings().destinationCrs()
        value = self._parts.overlay.class_at(point, crs) if self._parts is not None else None
        titles = {NO_DATA: translate("LiveMask", "no data")}
        if self._answer is not None:
            titles.update({value: in_words(title) for value, title in self._answer.titles.items()})
        title = titles.get(value, "") if value is not None else ""
        if title != self._under_cursor:
            self._under_cursor = title
            self._tell(self._told)

    def _tell(self, text: str) -> None:
        self._told = text
        if self._parts is None:
            return
        words = [self._under_cursor] if self._answer is not None else []
        words += [text, "…" if self._parts.engine.is_waiting else ""]
        whole = " · ".join(filter(None, words)) or translate("LiveMask", "Live")
        about = []
        if self._answer is not None:
            about = [self._answer.granule, f"{self._answer.model}, {self._answer.resolution} m"]
        self._parts.bar.words.setText(whole, *about)

    def _warn(self, sentence: str) -> None:
        QgsMessageLog.logMessage(sentence, LOG_TAG, Qgis.MessageLevel.Warning, False)
        self._iface.messageBar().pushMessage(LOG_TAG, sentence, Qgis.MessageLevel.Warning, 15)
