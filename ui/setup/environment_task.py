"""Making, measuring and removing the engine's environment as background tasks of QGIS."""

from __future__ import annotations

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal

from ...bridge.environment_maker import check_engine, disk_use, make_environment, remove_environments
from ...bridge.package_installer import SetupPlan
from ...bridge.python_finder import Python, find_pythons
from ...bridge.setup_step import SetupCancelled, SetupFailure, Watcher
from ..runs.engine_task import quiet_flags

translate = QCoreApplication.translate


class EnvironmentTask(QgsTask):
    """Makes the environment. `step` is what it does now, `line` a line of the log, `ended` the sentence of a failure,
    empty when the engine is ready; a cancelled task ends with an empty sentence too (see `isCanceled`)."""

    step = pyqtSignal(str)
    line = pyqtSignal(str)
    ended = pyqtSignal(str)

    def __init__(self, plan: SetupPlan) -> None:
        super().__init__(translate("EnvironmentTask", "Set up the cloud mask engine"), QgsTask.Flag.CanCancel)
        self._plan = plan
        self._problem = ""

    def run(self) -> bool:
        """Called by QGIS in a thread of its own."""
        try:
            make_environment(self._plan, Watcher(self._progress, self.line.emit, self.isCanceled))
        except SetupCancelled:
            return False
        except SetupFailure as failure:
            self._problem = str(failure)
            return False
        except OSError as error:
            self._problem = translate("EnvironmentTask", "The set-up failed: {reason}. Try again.").format(reason=error)
            return False
        return True

    def finished(self, _result: bool) -> None:
        """Called by QGIS in the main thread, at whatever end."""
        self.ended.emit(self._problem)

    def _progress(self, fraction: float, text: str) -> None:
        self.setProgress(100.0 * fraction)
        self.step.emit(text)


class RemoveTask(QgsTask):
    """Removes the private environments; `ended` carries the sentence of a failure or an empty one."""

    ended = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__(translate("EnvironmentTask", "Remove the cloud mask engine"), QgsTask.Flag(0))
        self._problem = ""

    def run(self) -> bool:
        """Called by QGIS in a thread of its own."""
        try:
            remove_environments()
        except SetupFailure as failure:
            self._problem = str(failure)
        return not self._problem

    def finished(self, _result: bool) -> None:
        """Called by QGIS in the main thread."""
        self.ended.emit(self._problem)


class CheckTask(QgsTask):
    """Checks an existing engine as a new one is checked; `ended` carries the sentence of a failure, and the version."""

    ended = pyqtSignal(str, str)

    def __init__(self, interpreter: str) -> None:
        super().__init__(translate("EnvironmentTask", "Check the cloud mask engine"), quiet_flags())
        self._interpreter = interpreter
        self._problem = self._version = ""

    def run(self) -> bool:
        """Called by QGIS in a thread of its own."""
        try:
            self._version = check_engine(self._interpreter, Watcher(_nobody, _nobody, self.isCanceled))
        except SetupCancelled:
            return False
        except SetupFailure as failure:
            self._problem = str(failure)
        return not self._problem

    def finished(self, _result: bool) -> None:
        """Called by QGIS in the main thread."""
        if not self.isCanceled():
            self.ended.emit(self._problem, self._version)


def _nobody(*_arguments: object) -> None:
    """Nobody looks on."""


class SurveyTask(QgsTask):
    """Looks for Pythons and measures the private environments; `ended` carries the Pythons and the bytes."""

    ended = pyqtSignal(object, object)

    def __init__(self) -> None:
        super().__init__(translate("EnvironmentTask", "Look for Python"), quiet_flags())
        self._pythons: list[Python] = []
        self._bytes = 0

    def run(self) -> bool:
        """Called by QGIS in a thread of its own."""
        self._pythons = find_pythons()
        self._bytes = disk_use()
        return True

    def finished(self, _result: bool) -> None:
        """Called by QGIS in the main thread."""
        self.ended.emit(self._pythons, self._bytes)
