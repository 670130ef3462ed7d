"""The dialog's short questions to the engine: its models, what products are, a download."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QMessageBox

from ...bridge.background import start_task
from ...bridge.engine_process import EngineFailure
from ...bridge.engine_texts import in_words
from ...bridge.environment import engine_interpreter
from ...bridge.model_info import ModelInfo, model_from_event
from ...bridge.portions import in_portions
from ...bridge.product_info import ProductInfo, info_from_event, info_from_name, key_of
from .engine_task import EngineTask, fraction_of
from .late_events import connect_while_alive
from .sentences import reason_of

# Failures that another product would not mend.
_OF_THE_ENGINE = ("engine-start", "engine-failed")
_MOST_AT_ONCE = 40  # products read by one engine: the first ones are listed soon, and a cancel is quick

translate = QCoreApplication.translate


class EngineErrands(QObject):
    """Runs errands as background tasks.

    Signals: `models_listed` (list of ModelInfo), `product_read` (ProductInfo), `downloaded`, `failed` (a sentence),
    `busy` (what it does in words, percent; an empty text when it is over).
    """

    models_listed = pyqtSignal(list)
    product_read = pyqtSignal(object)
    downloaded = pyqtSignal()
    failed = pyqtSignal(str)
    busy = pyqtSignal(str, float)

    def __init__(self, window) -> None:
        super().__init__(window)
        self._window = window
        self._tasks: list[EngineTask] = []
        self._models: list[ModelInfo] = []
        self._listing = False
        self._reading: set[str] = set()  # products asked for and not answered for yet
        self._to_read: list[str] = []  # of them those for the next engine: one at a time leaves the cores to QGIS
        self._is_reading = False
        self._fetching: ModelInfo | None = None
        self._fetch_error = ""

    def list_models(self) -> None:
        """Ask the engine for its models."""
        if not self._listing:
            self._listing = True
            self._models = []
            text = translate("EngineErrands", "List cloud mask models")
            self._start(text, [["models", "list", "--json"]], self._take_model, self._end_listing)

    def read_products(self, paths: list[str]) -> None:
        """Ask the engine what the products are; without an engine this waits for the next call."""
        paths = [path for path in paths if path not in self._reading]
        if not paths or engine_interpreter() is None:
            return
        self._reading.update(paths)
        self._to_read += paths
        if not self._is_reading:
            self._read_next()

    def _read_next(self) -> None:
        paths, self._to_read = self._to_read, []
        self._is_reading = bool(paths) and engine_interpreter() is not None
        if not self._is_reading:
            self._reading.difference_update(paths)
            return
        commands = [["info", *portion, "--json"] for portion in in_portions(paths, most=_MOST_AT_ONCE)]
        text = translate("EngineErrands", "Read Sentinel-2 products")
        answered: set[str] = set()
        self._start(
            text,
            commands,
            lambda event: self._take_product(event, answered),
            lambda failure: self._end_reading(failure, paths, answered),
        )

    def offer_download(self, model: ModelInfo | None) -> None:
        """Show licence, size and source of a model, and download it when the user agrees."""
        if model is None or self._fetching is not None:
            return
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(translate("EngineErrands", "Download {title}").format(title=model.title))
        box.setText(
            translate("EngineErrands", "Download {title} ({size} MB)?").format(
                title=model.title, size=round(model.size_bytes / 1e6)
            )
        )
        facts = [
            translate("EngineErrands", "Licence: {licence}").format(licence=model.licence),
            in_words(model.note),
            translate("EngineErrands", "Please cite: {citation}").format(citation=model.citation),
            translate("EngineErrands", "From: {addresses}").format(addresses="\n".join(model.addresses)),
        ]
        box.setInformativeText("\n\n".join(fact for fact in facts if fact))
        box.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
        box.button(QMessageBox.StandardButton.Ok).setText(translate("EngineErrands", "&Download"))
        if box.exec() == QMessageBox.StandardButton.Ok:
            self.download(model)

    def download(self, model: ModelInfo) -> None:
        """Download a model's weights in the background; the engine checks their hash."""
        self._fetching = model
        self._fetch_error = ""
        text = translate("EngineErrands", "Downloading {title}").format(title=model.title)
        self.busy.emit(text, 0.0)
        command = ["models", "fetch", model.name, "--progress", "json"]
        self._start(text, [command], self._take_fetch, self._end_fetch, network=True, quiet=False)

    def cancel(self) -> None:
        """End all errands."""
        for task in list(self._tasks):
            task.arrived.disconnect()
            task.ended.disconnect()
            task.cancel()
        self._tasks = []
        self._reading.clear()
        self._to_read, self._is_reading = [], False

    def _start(self, text, commands, on_event, on_end, network=False, quiet=True) -> None:
        interpreter = engine_interpreter()
        if interpreter is None:
            return
        flags = None if quiet else QgsTask.Flag.CanCancel
        task = EngineTask(text, interpreter, commands, network=network, flags=flags)
        connect_while_alive(self, task.arrived, on_event)
        connect_while_alive(self, task.ended, lambda failure: self._end(task, failure, on_end))
        self._tasks.append(task)
        start_task(task)

    def _end(self, task: EngineTask, failure: EngineFailure | None, on_end) -> None:
        if task in self._tasks:
            self._tasks.remove(task)
        on_end(failure)
        if failure is not None:
            self.failed.emit(failure.message)

    def _take_model(self, event: dict) -> None:
        if event["event"] == "model":
            try:
                self._models.append(model_from_event(event))
            except ValueError as error:
                self.failed.emit(str(error))

    def _end_listing(self, _failure: EngineFailure | None) -> None:
        self._listing = False
        if self._models:
            self.models_listed.emit(self._models)

    def _take_product(self, event: dict, answered: set[str]) -> None:
        try:
            if event["event"] == "product":
                info = info_from_event(event)
            elif event["event"] == "error":
                guess: ProductInfo = info_from_name(str(event.get("product", "")))
                info = replace(guess, problem=str(event.get("message", "")), read=True)
            else:
                return
        except ValueError as error:
            self.failed.emit(str(error))
            return
        answered.add(key_of(info.path))
        self.product_read.emit(info)

    def _end_reading(self, failure: EngineFailure | None, paths: list[str], answered: set[str]) -> None:
        """What is wrong with the engine is said once, of the engine; what a product did to it, of the products."""
        self._reading.difference_update(paths)
        if failure is None or failure.code not in _OF_THE_ENGINE:
            problem = failure.message if failure is not None else reason_of("no-answer")
            for path in paths:
                if key_of(path) not in answered:
                    self.product_read.emit(replace(info_from_name(path), problem=problem, read=failure is None))
        self._read_next()

    def _take_fetch(self, event: dict) -> None:
        if event["event"] == "progress" and self._fetching is not None:
            text = translate("EngineErrands", "Downloading {title}").format(title=self._fetching.title)
            self.busy.emit(text, 100.0 * fraction_of(event))
        elif event["event"] == "error":
            self._fetch_error = str(event.get("message", ""))

    def _end_fetch(self, _failure: EngineFailure | None) -> None:
        self._fetching = None
        self.busy.emit("", 0.0)
        if self._fetch_error:
            self.failed.emit(self._fetch_error)
        self.downloaded.emit()
