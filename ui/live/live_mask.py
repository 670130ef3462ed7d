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
from qgis.PyQt.QtWidgets import QFileDialog, QLabel

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
from .live_shares import shares_text

ASK_AFTER_MS = 40  # a canvas that is being zoomed changes many times
NO_DATA = 255
STATUS_CHARACTERS = 54

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
        self._bar: LiveBar | None = None
        self._overlay: LiveOverlay | None = None
        self._engine: LiveEngine | None = None
        self._label: QLabel | None = None
        self._keys = ReviewKeys(self)
        self._keys.add(Qt.Key.Key_N, lambda: self._bar.step(1), Qt.KeyboardModifier.ShiftModifier)
        self._keys.add(Qt.Key.Key_B, lambda: self._bar.step(-1), Qt.KeyboardModifier.ShiftModifier)
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
        return self._bar is not None

    @property
    def is_ready(self) -> bool:
        """Whether the last answer of this view is painted."""
        return (
            self.is_on
            and not self._timer.isActive()
            and not self._engine.is_waiting
            and self._answer is not None
            and self._overlay.is_ready
        )

    def turn_on(self, product: str = "") -> bool:
        """Begin with a product, or with the first that is at hand; asks for one where there is none. False if not."""
        if not self.is_on:
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
            self._begin(interpreter)
            self._bar.offer(offered)
            self.switched.emit(True)
        if product or not self._bar.product:
            self._bar.choose(product or self._bar.paths[0])
        else:
            self._show_product(self._bar.product)
        return True

    def turn_off(self) -> None:
        """Take everything off the map and end the engine."""
        if not self.is_on:
            return
        self._timer.stop()
        self._canvas.extentsChanged.disconnect(self._timer.start)
        self._canvas.destinationCrsChanged.disconnect(self._timer.start)
        self._canvas.xyCoordinates.disconnect(self._point_at)
        self._canvas.removeEventFilter(self._keys)
        self._keys.is_active = False
        self._engine.close()
        self._engine.deleteLater()
        self._overlay.close()
        self._iface.statusBarIface().removeWidget(self._label)
        self._label.deleteLater()
        self._iface.mainWindow().removeToolBar(self._bar)
        self._bar.deleteLater()
        self._engine = self._overlay = self._label = self._bar = None
        self._place = self._answer = None
        self.switched.emit(False)

    # Coming up.

    def _begin(self, interpreter: str) -> None:
        self._bar = LiveBar(self._iface.mainWindow())
        self._iface.mainWindow().addToolBar(self._bar)
        self._overlay = LiveOverlay(self._canvas)
        self._overlay.set_look(self._bar.opacity.value() / 100, False, 0)
        self._label = QLabel()
        self._iface.statusBarIface().addPermanentWidget(self._label, 0)
        self._engine = LiveEngine(interpreter, self)
        self._engine.placed.connect(self._take_place)
        self._engine.answered.connect(self._take_answer)
        self._engine.failed.connect(self._fail)
        self._engine.broke.connect(self._break)
        self._bar.chosen.connect(self._show_product)
        self._bar.opacity_changed.connect(lambda opacity: self._overlay.set_look(opacity, False, 0))
        self._bar.keep_asked.connect(lambda: self.keep_asked.emit(self._bar.product))
        self._bar.zoom_asked.connect(self._zoom)
        self._bar.add_asked.connect(self._add)
        self._canvas.extentsChanged.connect(self._timer.start)
        self._canvas.destinationCrsChanged.connect(self._timer.start)
        self._canvas.xyCoordinates.connect(self._point_at)
        self._canvas.installEventFilter(self._keys)
        self._keys.is_active = True

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
        if product and self.is_on:
            self._bar.choose(product)

    # Asking.

    def _show_product(self, product: str) -> None:
        """Another product: nothing of the one before may stay on the map."""
        self._overlay.clear()
        self._engine.cancel()
        self._answer = None
        self._place = None
        self._zoom_when_placed = not QgsProject.instance().mapLayers()
        self._tell("")
        self._ask()

    def _ask(self) -> None:
        product = self._bar.product if self.is_on else ""
        if not product:
            return
        seen, wanted = CanvasPart.of(self._canvas), load_mask_settings()
        self._engine.ask(LiveView(product, seen.bounds, seen.crs, seen.size, wanted.resolution, wanted.model))
        self._tell(self._told)

    # Answers.

    def _take_place(self, place: LivePlace) -> None:
        self._place = place
        if self._zoom_when_placed:
            self._zoom_when_placed = False
            self._zoom()

    def _take_answer(self, answer: LiveAnswer) -> None:
        try:
            self._overlay.show_answer(answer.raster)
        except ValueError as error:
            self._warn(str(error))
            return
        self._answer = answer
        self._tell(shares_text(answer))

    def _fail(self, code: str, sentence: str) -> None:
        self._overlay.clear()
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
        value = self._overlay.class_at(point, self._canvas.mapSettings().destinationCrs())
        titles = self._answer.titles if self._answer is not None else {}
        title = translate("LiveMask", "no data") if value == NO_DATA else in_words(titles.get(value, ""))
        if title != self._under_cursor:
            self._under_cursor = title
            self._tell(self._told)

    def _tell(self, text: str) -> None:
        self._told = text
        parts = [self._under_cursor] if self._answer is not None else []
        parts += [text, "…" if self._engine.is_waiting else ""]
        whole = " · ".join(filter(None, parts)) or translate("LiveMask", "Live")
        # Beside the other parts of the status bar there is no more room than this; the rest is in the tooltip.
        metrics = self._label.fontMetrics()
        room = STATUS_CHARACTERS * metrics.averageCharWidth()
        self._label.setText(metrics.elidedText(whole, Qt.TextElideMode.ElideRight, room))
        about = [whole]
        if self._answer is not None:
            about += [self._answer.granule, f"{self._answer.model}, {self._answer.resolution} m"]
        self._label.setToolTip("\n".join(about))

    def _warn(self, sentence: str) -> None:
        QgsMessageLog.logMessage(sentence, LOG_TAG, Qgis.MessageLevel.Warning, False)
        self._iface.messageBar().pushMessage(LOG_TAG, sentence, Qgis.MessageLevel.Warning, 15)
