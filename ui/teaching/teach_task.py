"""Teaching a network as a background task of QGIS."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from tempfile import TemporaryDirectory

from qgis.PyQt.QtCore import QCoreApplication

from ..runs.engine_task import EngineTask, silent_flags

translate = QCoreApplication.translate


@dataclass(frozen=True)
class TeachRun:
    """Everything a teaching needs. `labels` are files; `start` is a network's name or file."""

    interpreter: str
    products: tuple[str, ...]
    labels: tuple[str, ...]
    name: str
    start: str
    steps: int
    keep_worse: bool = False

    def arguments(self) -> list[str]:
        """The engine's command line."""
        command = ["finetune", *self.products, "--labels", *self.labels, "--name", self.name, "--model", self.start]
        command += ["--steps", str(self.steps), *(["--keep-worse"] if self.keep_worse else [])]
        return [*command, "--progress", "json"]


class TeachTask(EngineTask):
    """One run of the engine's `finetune`; the folder with the labels goes with it, at whatever end."""

    def __init__(self, run: TeachRun, folder: TemporaryDirectory) -> None:
        text = translate("TeachTask", "Teach the network {name}").format(name=run.name)
        super().__init__(text, run.interpreter, [run.arguments()], flags=silent_flags())
        self.settings = run
        self.folder = folder.name
        self._folder = folder
        self.is_at_work = False
        self._is_taught = False

    def run(self) -> bool:
        """Called by QGIS in a thread of its own."""
        self.is_at_work = True
        try:
            return super().run() and self._is_taught
        finally:
            self._clear()
            self.is_at_work = False

    def finished(self, result: bool) -> None:
        """Called by QGIS in the main thread, also when it was cancelled before its turn came."""
        self._clear()
        super().finished(result)

    def _take(self, event: dict) -> None:
        self._is_taught = self._is_taught or event["event"] == "result"
        super()._take(event)

    def _clear(self) -> None:
        with contextlib.suppress(OSError):
            self._folder.cleanup()
