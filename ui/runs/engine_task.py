"""A QgsTask around runs of the engine: the child process in the task's thread, its events in the main thread."""

from __future__ import annotations

from qgis.core import QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ...bridge.engine_process import EngineFailure, EngineProcess


def quiet_flags() -> QgsTask.Flag:
    """Can be cancelled without asking; hidden from the task manager's list where QGIS can (3.26 and later)."""
    flags = QgsTask.Flag.CanCancel | QgsTask.Flag.CancelWithoutPrompt
    hidden = getattr(QgsTask.Flag, "Hidden", None)
    return flags if hidden is None else flags | hidden


def silent_flags() -> QgsTask.Flag:
    """Can be cancelled; the plugin tells the end itself, so QGIS does not where it can keep silent (3.26 and later)."""
    silent = getattr(QgsTask.Flag, "Silent", None)
    return QgsTask.Flag.CanCancel if silent is None else QgsTask.Flag.CanCancel | silent


class EngineTask(QgsTask):
    """Runs commands of the engine one after the other and hands on every event (`arrived`).

    A short background errand (product metadata, list of models, download); `ended` carries the EngineFailure or None.
    """

    arrived = pyqtSignal(dict)
    ended = pyqtSignal(object)

    def __init__(
        self,
        description: str,
        interpreter: str,
        commands: list[list[str]],
        network: bool = False,
        flags: QgsTask.Flag | None = None,
    ) -> None:
        super().__init__(description, quiet_flags() if flags is None else flags)
        self._network = network
        self._interpreter = interpreter
        self._commands = commands
        self._failure: EngineFailure | None = None

    def run(self) -> bool:
        """Called by QGIS in a thread of its own."""
        try:
            for command in self._commands:
                if self.isCanceled():
                    return False
                EngineProcess(self._interpreter, command, network=self._network).run(self._take, self.isCanceled)
        except EngineFailure as failure:
            self._failure = failure
            return False
        return not self.isCanceled()

    def finished(self, _result: bool) -> None:
        """Called by QGIS in the main thread, at whatever end."""
        self.ended.emit(self._failure)

    def _take(self, event: dict) -> None:
        if event["event"] == "progress":
            self.setProgress(100.0 * fraction_of(event))
        self.arrived.emit(event)


def fraction_of(event: dict) -> float:
    """The fraction of a progress event, 0 to 1 whatever it says."""
    try:
        return min(1.0, max(0.0, float(event.get("fraction", 0.0))))
    except (TypeError, ValueError):
        return 0.0
