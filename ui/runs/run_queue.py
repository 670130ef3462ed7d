"""The runs of the plugin: one after the other, their layers into the project, their outcome into the message bar."""

from __future__ import annotations

import time

from qgis.core import (
    Qgis,
    QgsCoordinateTransform,
    QgsCsException,
    QgsMessageLog,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QObject, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QPushButton

from ...bridge.background import start_task
from ...bridge.layers import ResultLayers, add_to_project
from ...bridge.mask_result import CLASS_NAMES, MaskResult
from .late_events import connect_while_alive
from .mask_task import FinishedMask, MaskRun, MaskTask, ProductError, RunSummary
from .sentences import scene_of_path, short_error

LOG_TAG = "Sentinel-2 Cloud Mask"
_UNLOAD_WAIT_S = 4.0

translate = QCoreApplication.translate


class RunQueue(QObject):
    """Holds the runs. It belongs to the plugin, not to the dialog, so that closing the dialog stops nothing.

    Signals: `changed` (something started, ended or was queued), `progress` (percent of the present run), `stage`
    (product, stage), `previewed` (a rough mask of what is at work), `finished_mask` (MaskResult), `failed_product`
    (ProductError), `run_ended` (RunSummary).
    """

    changed = pyqtSignal()
    progress = pyqtSignal(float)
    stage = pyqtSignal(str, str)
    previewed = pyqtSignal(str)
    finished_mask = pyqtSignal(object)
    failed_product = pyqtSignal(object)
    run_ended = pyqtSignal(object)

    def __init__(self, iface) -> None:
        super().__init__()
        self._iface = iface
        self._waiting: list[MaskRun] = []
        self._task: MaskTask | None = None
        self._closed = False
        # A run adds its layers only to the project in which it was started: QGIS empties and fills one object.
        self._project_number = 0
        self._run_project = 0
        self._shown: list[QgsRasterLayer] = []  # masks of the run
        self._in_view = False  # whether the user sees one of them
        self._kept: list[ResultLayers] = []  # of the run, for another project than the one there is now
        self._offered: list[list[ResultLayers]] = []  # those that a message offers
        self._failures: list = []  # messages that stay until they are closed, or the project is
        QgsProject.instance().cleared.connect(self._count_project)

    @property
    def present(self) -> MaskRun | None:
        """The run that is going on."""
        return self._task.settings if self._task is not None else None

    @property
    def waiting(self) -> int:
        """How many runs wait for their turn."""
        return len(self._waiting)

    def add(self, run: MaskRun) -> None:
        """Start a run, or let it wait for those before it."""
        self._waiting.append(run)
        self._start_next()
        self.changed.emit()

    def cancel(self) -> None:
        """Cancel the present run; the next one starts when it has ended."""
        if self._task is not None:
            self._task.cancel()

    def cancel_all(self) -> None:
        """Cancel the present run and forget those that wait."""
        self._waiting.clear()
        self.cancel()
        self.changed.emit()

    def close(self) -> None:
        """End everything for the unloading of the plugin; returns when no engine is left."""
        if self._closed:
            return
        self._closed = True
        QgsProject.instance().cleared.disconnect(self._count_project)
        for kept in (*self._offered, self._kept):
            kept.clear()  # GDAL crashes at QGIS' end on a VRT that a layer still holds
        task = self._task
        self.cancel_all()
        if task is None:
            return
        for signal in (task.stage, task.previewed, task.finished_mask, task.failed_product, task.noted, task.ended):
            signal.disconnect()
        task.progressChanged.disconnect()
        until = time.monotonic() + _UNLOAD_WAIT_S
        while task.is_at_work and time.monotonic() < until:
            time.sleep(0.02)
        self._task = None

    def _start_next(self) -> None:
        if self._task is not None or not self._waiting or self._closed:
            return
        run = self._waiting.pop(0)
        task = MaskTask(run)
        task.progressChanged.connect(self.progress)
        task.stage.connect(self.stage)
        task.previewed.connect(self.previewed)
        task.finished_mask.connect(self._show_mask)
        task.failed_product.connect(self._show_error)
        task.noted.connect(log)
        connect_while_alive(self, task.ended, lambda summary: self._end(run, summary))
        self._task = task
        self._run_project = self._project_number
        self._shown, self._in_view, self._kept = [], False, []
        start_task(task)

    def _count_project(self) -> None:
        self._project_number += 1
        failures, self._failures = self._failures, []
        for message in failures:
            if not sip.isdeleted(message):
                self._iface.messageBar().popWidget(message)

    def _show_mask(self, finished: FinishedMask) -> None:
        result = finished.result
        log(translate("RunQueue", "{mask}: {outcome}").format(mask=result.mask, outcome=outcome_of(result)))
        if finished.layers is not None:
            if self._run_project == self._project_number:
                self._add_layers(finished.layers)
            else:
                self._kept.append(finished.layers)
        self.finished_mask.emit(result)

    def _add_layers(self, layers: ResultLayers) -> None:
        """Show a mask. The map stays where it is unless there was nothing on it."""
        was_empty = not QgsProject.instance().mapLayers()
        shown = add_to_project(layers, QgsProject.instance())
        if self._iface is None:
            return
        self._shown.append(shown)
        if was_empty:
            self._zoom()
        canvas = self._iface.mapCanvas()
        self._in_view = self._in_view or canvas.extent().intersects(_extent_on(canvas, shown))

    def _add_kept(self, kept: list[ResultLayers]) -> None:
        while kept:
            self._add_layers(kept.pop(0))

    def _zoom(self) -> None:
        """Show the masks of the run that are still in the project."""
        canvas = self._iface.mapCanvas()
        extent = QgsRectangle()
        for layer in self._shown:
            if not sip.isdeleted(layer):
                extent.combineExtentWith(_extent_on(canvas, layer))
        if not extent.isEmpty():
            extent.scale(1.05)
            canvas.setExtent(extent)
            canvas.refresh()

    def _show_error(self, error: ProductError) -> None:
        log(f"{error.product}: {error.message} [{error.code}]", Qgis.MessageLevel.Warning)
        self.failed_product.emit(error)

    def _end(self, run: MaskRun, summary: RunSummary) -> None:
        self._task = None
        if summary.failure is not None:
            log(f"{summary.failure.message}\n{summary.failure.details}", Qgis.MessageLevel.Critical)
        self._tell(run, summary)
        self.run_ended.emit(summary)
        self._start_next()
        self.changed.emit()

    def _tell(self, run: MaskRun, summary: RunSummary) -> None:
        text, level = ending_of(run, summary)
        log(text, level)
        if self._iface is None:
            return
        bar = self._iface.messageBar()
        message = bar.createMessage(LOG_TAG, text)
        if self._shown and not self._in_view:
            self._zoom()
        elif self._shown:
            self._add_button(message, translate("RunQueue", "Zoom to"), self._zoom)
        if summary.masks:
            self._add_button(message, translate("RunQueue", "Open folder"), lambda: open_folder(run.folder))
        if self._kept:
            kept = self._kept
            self._offered.append(kept)
            self._add_button(message, translate("RunQueue", "Add to this project"), lambda: self._add_kept(kept))
        if level != Qgis.MessageLevel.Success:
            self._add_button(message, translate("RunQueue", "Log"), self._iface.openMessageLog)
        is_failure = level == Qgis.MessageLevel.Critical
        item = bar.pushWidget(message, level, 0 if is_failure else 30)
        if is_failure:
            self._failures.append(item)

    @staticmethod
    def _add_button(message, text: str, action) -> None:
        button = QPushButton(text)
        button.clicked.connect(lambda _checked=False: action())
        message.layout().addWidget(button)


def log(text: str, level=Qgis.MessageLevel.Info) -> None:
    """A line in the plugin's tab of QGIS' log panel; nothing for an empty one."""
    if text.strip():
        QgsMessageLog.logMessage(text.strip(), LOG_TAG, level, False)


def outcome_of(result: MaskResult) -> str:
    """Seconds and class shares of a mask in words."""
    titles = {
        "clear": translate("RunQueue", "clear"),
        "thick_cloud": translate("RunQueue", "thick cloud"),
        "thin_cloud": translate("RunQueue", "thin cloud"),
        "cloud_shadow": translate("RunQueue", "shadow"),
    }
    names = list(CLASS_NAMES)
    if not result.tells_thin_cloud:
        names.remove("thin_cloud")
        titles["thick_cloud"] = translate("RunQueue", "cloud")
    shares = [f"{titles[name]} {100 * result.fractions.get(name, 0):.1f} %" for name in names]
    text = translate("RunQueue", "{seconds} s, {shares}")
    if result.is_old:
        text = translate("RunQueue", "exists already, {shares}")
    return text.format(seconds=round(result.seconds), shares=", ".join(shares))


def short_outcome_of(result: MaskResult) -> str:
    """Cloud, shadow and seconds of a mask, for a narrow column."""
    cloud = 100 * (result.fractions.get("thick_cloud", 0) + result.fractions.get("thin_cloud", 0))
    shadow = 100 * result.fractions.get("cloud_shadow", 0)
    text = translate("RunQueue", "Cloud {cloud:.1f} %, shadow {shadow:.1f} %, {seconds} s")
    if result.is_old:
        text = translate("RunQueue", "Cloud {cloud:.1f} %, shadow {shadow:.1f} %, exists already")
    return text.format(cloud=cloud, shadow=shadow, seconds=round(result.seconds))


def ending_of(run: MaskRun, summary: RunSummary):
    """The sentence for the message bar and its level."""
    count, total = len({mask.product for mask in summary.masks}), len(run.products)
    if summary.failure is not None:
        text = summary.failure.message
        if count:
            text += " " + translate("RunQueue", "Finished {count} of {total} products.").format(
                count=count, total=total
            )
        return text, Qgis.MessageLevel.Critical
    if summary.cancelled:
        text = translate("RunQueue", "Cancelled: finished {count} of {total} products.")
        return text.format(count=count, total=total), Qgis.MessageLevel.Warning
    if summary.errors:
        error = summary.errors[0]
        first = f"{scene_of_path(error.product)}: {short_error(error.code, error.message, error.product)}"
        text = translate("RunQueue", "Finished {count} of {total} products. {first}")
        is_asked = all(error.code == "exists" for error in summary.errors)
        level = Qgis.MessageLevel.Warning if count or is_asked else Qgis.MessageLevel.Critical
        return text.format(count=count, total=total, first=first), level
    if total == 1 and summary.masks:
        mask = summary.masks[0]
        text = f"{mask.title}: {outcome_of(mask)}."
    else:
        text = translate("RunQueue", "Finished {total} products.").format(total=total)
    blind = [mask.label for mask in summary.masks if not mask.tells_thin_cloud]
    if blind:
        text += " " + translate("RunQueue", "{label} often misses thin cloud.").format(label=blind[0])
    return text, Qgis.MessageLevel.Success


def _extent_on(canvas, layer: QgsRasterLayer) -> QgsRectangle:
    """Extent of a layer in the map's CRS; empty where it has none there."""
    transform = QgsCoordinateTransform(layer.crs(), canvas.mapSettings().destinationCrs(), QgsProject.instance())
    try:
        return transform.transformBoundingBox(layer.extent())
    except QgsCsException:
        return QgsRectangle()


def open_folder(folder: str) -> None:
    """Show a folder in the file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
