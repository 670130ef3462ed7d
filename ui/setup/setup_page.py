"""The set-up page: makes, repairs and removes the engine's environment, or names an existing one."""

from __future__ import annotations

import os
import sys

from qgis.core import QgsApplication
from qgis.gui import QgsFileWidget
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from ...bridge.background import start_task
from ...bridge.environment import (
    INTERPRETER_VARIABLE,
    engine_interpreter,
    environment_folder,
    how_to_set_up,
    is_complete,
    named_interpreter,
    read_marker,
)
from ...bridge.environment_maker import DOWNLOAD_MEGABYTES, NEEDED_BYTES
from ...bridge.package_installer import FETCHED, SetupPlan, default_index
from ...bridge.python_finder import Python, find_uv, sandbox
from ...bridge.settings import SetupSettings, load_setup_settings, save_setup_settings
from ...bridge.uv_fetcher import PYTHON, pinned_wheel
from ..runs.late_events import connect_while_alive
from .engine_words import existing_text, sandbox_text
from .environment_task import CheckTask, EnvironmentTask, RemoveTask, SurveyTask

_UV = "uv"

translate = QCoreApplication.translate


class SetupPage(QWidget):
    """Shows whether there is an engine and offers what can be done; `engine_changed` tells that this is another now,
    `made` that it has just been set up."""

    engine_changed = pyqtSignal()
    made = pyqtSignal()

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        uic.loadUi(os.path.join(os.path.dirname(__file__), "setup_page.ui"), self)
        self._task: EnvironmentTask | RemoveTask | None = None
        self._survey: SurveyTask | None = None
        self._check: CheckTask | None = None
        self._checked: dict[str, tuple[str, str]] = {}  # existing engines: what is wrong with them, and their version
        self._bytes = 0
        self._interpreter = QgsFileWidget(self)
        self._interpreter.setStorageMode(QgsFileWidget.StorageMode.GetFile)
        self._interpreter.setDialogTitle(translate("SetupPage", "Python that has the engine's packages"))
        self._interpreter.lineEdit().setPlaceholderText(
            translate("SetupPage", "Only to use an existing Python that has the engine's packages")
        )
        self.interpreter_place.addWidget(self._interpreter)
        self.interpreter_label.setBuddy(self._interpreter.lineEdit())
        self.packages.addItem(translate("SetupPage", "For the processor (CPU): runs everywhere"), "cpu")
        if sys.platform != "darwin":
            self.packages.addItem(
                translate("SetupPage", "For an NVIDIA graphics card (CUDA): several gigabytes"), "cuda"
            )
        if sandbox():
            self.explanation.setText(f"{self.explanation.text()} {sandbox_text(sandbox())}")
        self._restore()
        self.packages.currentIndexChanged.connect(self._suggest_index)
        self._interpreter.fileChanged.connect(self._name_interpreter)
        self.other_python.clicked.connect(self._ask_python)
        self.set_up.clicked.connect(self.start)
        self.remove.clicked.connect(self._ask_removal)
        self.cancel_button.clicked.connect(self.cancel)
        self.copy_log.setEnabled(False)
        self.log.textChanged.connect(lambda: self.copy_log.setEnabled(not self.log.document().isEmpty()))
        self.copy_log.clicked.connect(lambda: QApplication.clipboard().setText(self.log.toPlainText()))
        self._show()

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self._look()
        if self._task is None:
            self._show()

    def start(self) -> None:
        """Make the environment by what is chosen."""
        if self._task is not None:
            return
        chosen = self.python.currentData() or ""
        if not chosen:
            self._show_problem(
                translate("SetupPage", "Choose a Python first: install Python 3.11 to 3.14, or name one with Other.")
            )
            return
        self._remember()
        uv = (find_uv() or FETCHED) if chosen == _UV else ""
        plan = SetupPlan("" if uv else chosen, uv, self.packages.currentData(), self.index.text().strip())
        self.log.clear()
        task = EnvironmentTask(plan)
        task.step.connect(self.step.setText)
        task.line.connect(self.log.appendPlainText)
        task.progressChanged.connect(self._show_progress)
        task.ended.connect(self._end)
        self._begin(task)

    def cancel(self) -> None:
        """Cancel what is going on."""
        if self._task is not None:
            self.step.setText(translate("SetupPage", "Cancelling…"))
            self._task.cancel()

    def _begin(self, task) -> None:
        self._task = task
        self.progress.setValue(0)
        self._show()
        start_task(task)

    def _show_progress(self, percent: float) -> None:
        self.progress.setValue(round(percent))

    def _end(self, problem: str) -> None:
        cancelled = self._task is not None and self._task.isCanceled()
        made = isinstance(self._task, EnvironmentTask)
        self._task = None
        self._show()
        if problem:
            self._show_problem(problem)
        elif cancelled:
            self.step.setText(translate("SetupPage", "Cancelled. What was downloaded is kept for the next try."))
            self.step.show()
        self.engine_changed.emit()
        if made and not problem and not cancelled:
            self.made.emit()
        self._look()

    def _ask_removal(self) -> None:
        answer = QMessageBox.question(
            self,
            translate("SetupPage", "Remove the engine"),
            translate("SetupPage", "Remove the private environment ({size} GB)? Masks and models stay.").format(
                size=round(self._bytes / 1e9, 1)
            ),
        )
        if answer == QMessageBox.StandardButton.Yes:
            task = RemoveTask()
            task.ended.connect(self._end)
            self._begin(task)

    def _look(self) -> None:
        """Look for Pythons, measure the environment and check an existing engine, in the background."""
        self._check_existing()
        if self._survey is None and self._task is None:
            self._survey = SurveyTask()
            self._survey.ended.connect(self._show_survey)
            start_task(self._survey)

    def _show_survey(self, pythons: list[Python], size: int) -> None:
        self._survey = None
        self._bytes = size
        before = self.python.currentData() or load_setup_settings().python
        self.python.clear()
        for python in pythons:
            if not python.problem:
                self._add_python(python)
        if find_uv():
            self.python.addItem(translate("SetupPage", "uv (fetches a Python where needed)"), _UV)
        elif pinned_wheel() is not None:
            self.python.addItem(translate("SetupPage", "Python {version}, downloaded").format(version=PYTHON), _UV)
        if before and before != _UV and self.python.findData(before) < 0 and os.path.isfile(before):
            self.python.addItem(before, before)
        self.python.setCurrentIndex(max(0, self.python.findData(before)))
        if self.python.count() == 0:
            problem = next((python.problem for python in pythons if python.problem), "")
            self._show_problem(
                problem
                or translate("SetupPage", "No Python was found. Install Python 3.11 to 3.14 and name it with Other.")
            )
            return
        self._show()

    def _add_python(self, python: Python) -> None:
        self.python.addItem(
            translate("SetupPage", "Python {version} ({path})").format(version=python.version, path=python.path),
            python.path,
        )

    def _ask_python(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, translate("SetupPage", "Python 3.11 to 3.14"))
        if path:
            path = os.path.normpath(path)
            if self.python.findData(path) < 0:
                self.python.addItem(path, path)
            self.python.setCurrentIndex(self.python.findData(path))

    def _suggest_index(self) -> None:
        self.index.setText(default_index(self.packages.currentData(), sys.platform))

    def _name_interpreter(self) -> None:
        self._remember()
        self._checked.clear()
        self._check_existing()
        self._show()
        self.engine_changed.emit()

    def _check_existing(self) -> None:
        """Check an existing engine once, as a new one is checked."""
        interpreter = named_interpreter()
        if self._check is not None:
            self._check.ended.disconnect()
            self._check.cancel()
            self._check = None
        if interpreter and os.path.isfile(interpreter) and interpreter not in self._checked:
            self._check = CheckTask(interpreter)
            connect_while_alive(self, self._check.ended, lambda *found: self._take_check(interpreter, found))
            start_task(self._check)

    def _take_check(self, interpreter: str, found: tuple[str, str]) -> None:
        self._check = None
        self._checked[interpreter] = found
        if self._task is None:
            self._show()

    def _restore(self) -> None:
        settings = load_setup_settings()
        self._interpreter.setFilePath(settings.interpreter)
        self.packages.setCurrentIndex(max(0, self.packages.findData(settings.packages)))
        self.index.setText(settings.index or default_index(self.packages.currentData(), sys.platform))

    def _remember(self) -> None:
        save_setup_settings(
            SetupSettings(
                interpreter=self._interpreter.filePath().strip(),
                python=self.python.currentData() or "",
                packages=self.packages.currentData(),
                index=self.index.text().strip(),
            )
        )

    def _show(self) -> None:
        """Show the state of the engine and what can be done now."""
        busy = self._task is not None
        folder = environment_folder()
        made = is_complete(folder)
        interpreter = engine_interpreter()
        if interpreter is None:
            text, icon = how_to_set_up(), "/mIconWarning.svg"
            if not self._interpreter.filePath().strip() and not os.environ.get(INTERPRETER_VARIABLE):
                packages = self.packages.currentData()
                text = translate(
                    "SetupPage",
                    "The engine is not set up yet. It downloads {megabytes} MB once and needs {gigabytes} GB of disk.",
                ).format(megabytes=DOWNLOAD_MEGABYTES[packages], gigabytes=round(NEEDED_BYTES[packages] / 1e9))
        elif named_interpreter():
            text, icon = existing_text(interpreter, self._checked.get(interpreter))
        else:
            marker = read_marker(folder) or {}
            text = translate(
                "SetupPage", "Ready: Python {version}, {packages} packages, {size} GB in {folder}, made {made}."
            ).format(
                version=marker.get("python", ""),
                packages=str(marker.get("packages", "")).upper(),
                size=round(self._bytes / 1e9, 1),
                folder=folder,
                made=marker.get("made", ""),
            )
            icon = "/mIconSuccess.svg"
        self.state.setText(text)
        self.state_icon.setPixmap(QgsApplication.getThemeIcon(icon).pixmap(20, 20))
        self.set_up.setText(translate("SetupPage", "&Repair") if made else translate("SetupPage", "&Set up"))
        self.set_up.setEnabled(not busy)
        self.remove.setEnabled(not busy and self._bytes > 0)
        for widget in (self.python, self.other_python, self.packages, self.index, self._interpreter):
            widget.setEnabled(not busy)
        for widget in (self.progress, self.step, self.cancel_button):
            widget.setVisible(busy)
        self.log.setPlaceholderText(
            translate(
                "SetupPage",
                "Set up makes a private Python environment in {folder}, downloads the engine's packages into it and "
                "tries them. This takes two to ten minutes, most of them for the download; QGIS can be used meanwhile. "
                "The log appears here.",
            ).format(folder=folder)
        )

    def _show_problem(self, text: str) -> None:
        self.state.setText(text)
        self.state_icon.setPixmap(QgsApplication.getThemeIcon("/mIconWarning.svg").pixmap(20, 20))
