"""The teaching of a network from the review dock: asked for in a dialog, run in the background, told at its end."""

from __future__ import annotations

import os
import time
from tempfile import TemporaryDirectory

from qgis.core import Qgis
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal

from ...bridge.background import start_task
from ...bridge.engine_process import EngineFailure
from ..review.labels import LabelFile
from ..review.mask_list import ReviewMask
from ..runs.late_events import connect_while_alive
from ..runs.run_queue import LOG_TAG, log
from .teach_dialog import TeachDialog
from .teach_task import TeachRun, TeachTask

_UNLOAD_WAIT_S = 4.0

translate = QCoreApplication.translate


class Teaching(QObject):
    """Joins the dock's button, progress and cancel with the run, which goes on when the dock is closed or the project
    changes. `told` (a sentence, whether it is a problem) says how it began and ended."""

    told = pyqtSignal(str, bool)

    def __init__(self, panel, iface) -> None:
        super().__init__(panel)
        self._panel, self._iface = panel, iface
        self._dialog: TeachDialog | None = None
        self._task: TeachTask | None = None
        self._answer: dict | None = None
        self._problem = ""
        panel.teach_cancel.clicked.connect(self.cancel)
        self._show()

    @property
    def is_busy(self) -> bool:
        """Whether a network is being taught."""
        return self._task is not None

    def ask(self, masks: list[ReviewMask], shown: ReviewMask | None, labels: LabelFile | None) -> TeachDialog | None:
        """Open the dialog; it starts the teaching when the user agrees."""
        if self._task is not None or self._dialog is not None or shown is None or labels is None:
            return None
        dialog = TeachDialog(masks, shown, labels, self._panel)
        dialog.accepted.connect(lambda: self._start_from(dialog))
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        dialog.open()
        return dialog

    def _start_from(self, dialog: TeachDialog) -> None:
        if dialog.run is not None and dialog.folder is not None:
            self.start(dialog.run, dialog.folder)

    def start(self, run: TeachRun, folder: TemporaryDirectory) -> None:
        """Teach; `folder` holds the labels and goes at the end."""
        self._answer, self._problem = None, ""
        task = TeachTask(run, folder)
        bar = self._panel.teach_progress
        connect_while_alive(self, task.progressChanged, lambda percent: bar.setValue(round(percent)))
        connect_while_alive(self, task.arrived, self._take)
        connect_while_alive(self, task.ended, lambda failure: self._end(task, failure))
        self._task = task
        self._show()
        self.told.emit(
            translate("Teaching", "{name} is being taught; you can go on working.").format(name=run.name), False
        )
        start_task(task)

    def cancel(self) -> None:
        """End the teaching; no model is kept."""
        if self._task is not None:
            self._task.cancel()

    def close(self) -> None:
        """End everything for the unloading of the plugin; returns when no engine is left."""
        if self._dialog is not None:
            self._dialog.reject()
        task, self._task = self._task, None
        if task is None:
            return
        for signal in (task.progressChanged, task.arrived, task.ended):
            signal.disconnect()
        task.cancel()
        until = time.monotonic() + _UNLOAD_WAIT_S
        while task.is_at_work and time.monotonic() < until:
            time.sleep(0.02)

    def _forget_dialog(self, *_) -> None:
        self._dialog = None

    def _show(self) -> None:
        busy = self._task is not None
        self._panel.teach.setVisible(not busy)
        self._panel.teach_progress.setVisible(busy)
        self._panel.teach_cancel.setVisible(busy)
        self._panel.teach_progress.setValue(0)

    def _take(self, event: dict) -> None:
        if event["event"] == "result":
            self._answer = event
        elif event["event"] == "error":
            self._problem = self._problem or str(event.get("message", ""))

    def _end(self, task: TeachTask, failure: EngineFailure | None) -> None:
        self._task = None
        self._show()
        if failure is not None:
            log(f"{failure.message}\n{failure.details}", Qgis.MessageLevel.Critical)
        level = Qgis.MessageLevel.Warning
        if self._answer is not None:
            try:
                text, level = figures_text(self._answer), Qgis.MessageLevel.Success
            except ValueError as error:
                text = str(error)
        elif task.isCanceled():
            text = translate("Teaching", "Cancelled: {name} was not kept.").format(name=task.settings.name)
        else:
            text = (failure.message if failure is not None else "") or self._problem
            text = text or translate("Teaching", "The engine gave no answer. See the log panel.")
        self._tell(text.replace(task.folder + os.sep, ""), level)

    def _tell(self, text: str, level) -> None:
        log(text, level)
        self.told.emit(text, level != Qgis.MessageLevel.Success)
        self._iface.messageBar().pushMessage(LOG_TAG, text, level, 30)


def figures_text(event: dict) -> str:
    """The figures of the engine's result in words. ValueError when it is of another shape."""
    titles = {
        "cloud": translate("Teaching", "balanced accuracy of cloud"),
        "shadow": translate("Teaching", "balanced accuracy of shadow"),
        "overall": translate("Teaching", "overall accuracy"),
    }
    pattern = translate("Teaching", "{figure} {before} → {after}")
    try:
        figures = [
            pattern.format(figure=title, before=_rounded(event["before"][key]), after=_rounded(event["after"][key]))
            for key, title in titles.items()
            if event["before"][key] is not None
        ]
        text = translate(
            "Teaching", "{name} is in the list of models. Before and after, on labels held out by place: {figures}."
        ).format(name=event["model"], figures="; ".join(figures))
        if event["agreement"] is not None:
            text += " " + translate("Teaching", "Elsewhere it agrees with {start} on {share} of the pixels.").format(
                start=event["start"], share=f"{100 * float(event['agreement']):.1f} %"
            )
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"not a result of finetune: {error!r}") from error
    return text


def _rounded(value: float) -> str:
    return f"{float(value):.3f}"
