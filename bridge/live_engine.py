"""The warm engine beside QGIS: views go in, answers come out by signals. Nothing here waits."""

from __future__ import annotations

import json
from dataclasses import dataclass

from qgis.PyQt.QtCore import (
    QCoreApplication,
    QIODevice,
    QObject,
    QProcess,
    QProcessEnvironment,
    QTemporaryDir,
    QTimer,
    pyqtSignal,
)

from .box import box_of
from .child_environment import clean_environment
from .child_process import KILL_AFTER_S, make_background
from .engine_process import ENGINE_MAIN, MAX_LINE_BYTES
from .mask_result import path_inside
from .refine_view import RefineView

MOST_DEATHS = 3  # in a row without an answer: a fourth start would not help
COARSE, PARTIAL, FINAL = "coarse", "partial", "final"
STAGES = (COARSE, PARTIAL, FINAL)

translate = QCoreApplication.translate


@dataclass(frozen=True)
class LiveView:
    """What is looked at: bounds (xmin, ymin, xmax, ymax) in `crs` (empty: the product's own), on `size` pixels."""

    product: str
    bounds: tuple[float, float, float, float]
    crs: str
    size: tuple[int, int]
    finest: int
    model: str

    def request(self, number: int) -> bytes:
        """The line that asks the engine for it."""
        request = {
            "request": "view",
            "id": number,
            "view": "map",
            "product": self.product,
            "bounds": list(self.bounds),
            "bounds_crs": self.crs,
            "size": list(self.size),
            "finest": self.finest,
            "model": self.model,
        }
        return json.dumps(request).encode("ascii") + b"\n"


@dataclass(frozen=True)
class LiveAnswer:
    """A raster of classes for the newest view. `stage`: "coarse", "partial" or "final"."""

    stage: str
    product: str
    granule: str
    raster: str
    resolution: int
    model: str
    titles: dict[int, str]
    fractions: dict[str, float]
    seconds: float


@dataclass(frozen=True)
class LivePlace:
    """Where the product lies: bounds in `crs`."""

    product: str
    granule: str
    crs: str
    bounds: tuple[float, float, float, float]


class LiveEngine(QObject):
    """Asks for one view at a time; the answers of older ones are dropped. The process starts with the first view, ends
    when it has been idle and starts again when it is needed.

    Signals, all of the newest view only: `placed` (LivePlace), `answered` (LiveAnswer), `failed` (code, sentence);
    `broke` (a sentence: the engine died, whether it goes on).
    """

    placed = pyqtSignal(object)
    answered = pyqtSignal(object)
    failed = pyqtSignal(str, str)
    broke = pyqtSignal(str, bool)

    def __init__(self, interpreter: str, parent: QObject, idle_minutes: float = 10) -> None:
        super().__init__(parent)
        self._interpreter = interpreter
        self._idle = idle_minutes
        self._folder = QTemporaryDir()
        self._process: QProcess | None = None
        self._rest = b""
        self._number = 0
        self._newest: LiveView | RefineView | None = None  # until it has its last answer
        self._deaths = 0
        self._log = b""

    @property
    def is_waiting(self) -> bool:
        """Whether a better answer is still to come."""
        return self._newest is not None

    @property
    def process_id(self) -> int:
        """Of the engine; 0 when none runs."""
        return int(self._process.processId()) if self._process is not None else 0

    def begin(self) -> None:
        """Start the engine before there is a view, so that the first answer need not wait for it."""
        if self._process is None:
            self._start()

    def ask(self, view: LiveView | RefineView) -> None:
        """Ask for a view; what was asked before is dropped."""
        self._number += 1
        self._newest = view
        process = self._process if self._process is not None else self._start()
        process.write(view.request(self._number))

    def cancel(self) -> None:
        """Nothing is wanted any more, for now."""
        if self._newest is not None and self._process is not None:
            self._process.write(b'{"request": "cancel", "view": "map"}\n')
        self._number += 1
        self._newest = None

    def close(self) -> None:
        """End the engine: its closed input ends it, and it is killed where that does not do."""
        self._newest = None
        process, self._process = self._process, None
        if process is None:
            return
        for signal in (process.readyReadStandardOutput, process.readyReadStandardError, process.finished):
            signal.disconnect()
        process.errorOccurred.disconnect()
        _end(process)

    def _start(self) -> QProcess:
        process = QProcess(self)
        environment = QProcessEnvironment()
        for name, value in clean_environment().items():
            environment.insert(name, value)
        process.setProcessEnvironment(environment)
        process.setProgram(self._interpreter)
        process.setArguments(
            [ENGINE_MAIN, "serve", "--folder", self._folder.path(), "--idle", str(self._idle), "--stop-on-eof"]
        )
        process.readyReadStandardOutput.connect(lambda: self._read(process))
        process.readyReadStandardError.connect(lambda: self._read_log(process))
        process.finished.connect(lambda *_: self._ended(process))
        process.errorOccurred.connect(lambda error: self._not_started(process, error))
        process.started.connect(lambda: make_background(process.processId()))
        self._rest, self._log = b"", b""
        self._process = process
        process.start(QIODevice.OpenModeFlag.ReadWrite)
        return process

    def _read_log(self, process: QProcess) -> None:
        self._log = (self._log + bytes(process.readAllStandardError()))[-2000:]

    def _read(self, process: QProcess) -> None:
        *lines, self._rest = (self._rest + bytes(process.readAllStandardOutput())).split(b"\n")
        if len(self._rest) > MAX_LINE_BYTES:
            lines, self._rest = [self._rest], b""
        for line in lines:
            if self._process is None:  # a slot has closed us
                return
            if line.strip() and not self._take(line):
                self._refuse(line)
                return

    def _take(self, line: bytes) -> bool:
        """Hand on an event; False for what is none."""
        try:
            event = json.loads(line.decode("utf-8"))
            kind = event["event"]
            view = self._newest
            if event.get("id") != self._number or view is None:
                return True
            if kind == "where":
                self.placed.emit(_place(event))
            elif kind == "answer":
                answer = self._answer(event, view)
                self._deaths = 0
                if answer.stage == FINAL:
                    self._newest = None
                self.answered.emit(answer)
            elif kind == "error":
                self._newest = None
                self.failed.emit(str(event["code"]), str(event["message"]))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
            return False
        return True

    def _answer(self, event: dict, view: LiveView | RefineView) -> LiveAnswer:
        if event["stage"] not in STAGES or event["product"] != view.product:
            raise ValueError("an answer to something else")
        return LiveAnswer(
            stage=event["stage"],
            product=event["product"],
            granule=str(event["granule"]),
            raster=path_inside(str(event["raster"]), self._folder.path()),
            resolution=int(event["resolution"]),
            model=str(event["model"]),
            titles={int(value): str(title) for value, title in event["classes"].items()},
            fractions={str(name): float(share) for name, share in event["fractions"].items() if share is not None},
            seconds=float(event["seconds"]),
        )

    def _refuse(self, line: bytes) -> None:
        start = ascii(line[:60].decode("utf-8", "replace"))
        text = translate(
            "LiveEngine",
            "The engine printed something that is not an event ({start}) and was stopped. Repair the engine in Set-up.",
        )
        self.close()
        self.broke.emit(text.format(start=start), False)

    def _not_started(self, process: QProcess, error) -> None:
        if self._process is None or process is not self._process or error != QProcess.ProcessError.FailedToStart:
            return
        self._process = None
        self._newest = None
        process.deleteLater()
        text = translate(
            "LiveEngine", "The engine's Python {interpreter} could not be started ({reason}). Repair it in Set-up."
        )
        self.broke.emit(text.format(interpreter=self._interpreter, reason=process.errorString()), False)

    def _ended(self, process: QProcess) -> None:
        """It has ended by itself: idle, which nobody needs to know, or killed."""
        if self._process is None or process is not self._process:
            return
        self._process = None
        process.deleteLater()
        wanted, self._newest = self._newest, None
        clean = process.exitStatus() == QProcess.ExitStatus.NormalExit and process.exitCode() == 0
        if clean:
            if wanted is not None:  # it was just falling asleep
                self.ask(wanted)
            return
        self._deaths += 1
        goes_on = self._deaths < MOST_DEATHS
        lines = [line.strip() for line in self._log.decode("utf-8", "replace").splitlines() if line.strip()]
        if goes_on:
            text = translate("LiveEngine", "The engine of the live mask ended unexpectedly and was restarted.")
        else:
            text = translate(
                "LiveEngine",
                "The engine of the live mask ended {count} times without an answer ({reason}). "
                "Close other programs, or repair it in Set-up.",
            ).format(count=self._deaths, reason=lines[-1][:200] if lines else process.exitCode())
        if goes_on and wanted is not None:
            self.ask(wanted)
        self.broke.emit(text, goes_on)


def _place(event: dict) -> LivePlace:
    return LivePlace(str(event["product"]), str(event["granule"]), str(event["crs"]), box_of(event["bounds"]))


def _end(process: QProcess) -> None:
    """Close a process' input, and kill it when it is still there after a while; till then it outlives its owner."""
    if process.state() == QProcess.ProcessState.NotRunning:
        process.deleteLater()
        return
    process.setParent(QCoreApplication.instance())
    process.finished.connect(process.deleteLater)
    process.closeWriteChannel()
    timer = QTimer(process)
    timer.setSingleShot(True)
    timer.timeout.connect(process.kill)
    timer.start(int(1000 * KILL_AFTER_S))
