"""The engine as a child process: one JSON event a line comes out, a closed input ends it."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable

from qgis.PyQt.QtCore import QCoreApplication

from .child_environment import clean_environment
from .child_process import CannotStart, ChildProcess
from .product_search import is_address

ENGINE_MAIN = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "core", "__main__.py")
# The longest honest event is an `info` line of a product with several granules, some tens of kilobytes.
MAX_LINE_BYTES = 4 * 1024 * 1024
INTERRUPTED = 130
_SIGKILL = 9


translate = QCoreApplication.translate


class EngineFailure(Exception):
    """The engine did not do its work: `message` is one sentence for the user, `details` what it wrote to its log."""

    def __init__(self, code: str, message: str, details: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.details = details


class EngineProcess:
    """One run of the engine's command, usable from the main thread, a QgsTask or a Processing thread alike.

    `arguments` are those of the command line (`["mask", product, "--out", folder, "--progress", "json"]`); where the
    engine lies and that it ends itself when QGIS dies (`--stop-on-eof`) is added here. `network` passes QGIS' proxy,
    as an address among the arguments does.
    """

    def __init__(self, interpreter: str, arguments: list[str], network: bool = False) -> None:
        self._interpreter = interpreter
        self._child = ChildProcess(
            interpreter,
            [ENGINE_MAIN, *arguments, "--stop-on-eof"],
            clean_environment(network=network or any(map(is_address, arguments))),
            background=True,
        )
        self._rest = b""
        self._error_seen = False

    @property
    def log(self) -> str:
        """The last part of the engine's log (its standard error)."""
        return self._child.stderr_tail

    def run(self, on_event: Callable[[dict], None], is_cancelled: Callable[[], bool]) -> int:
        """Run to the end and return the exit code (0 done, 1 some failed, 2 arguments, 3 nothing ran, 130 cancelled).

        `on_event` gets every event in the calling thread; names it does not know it should ignore.
        Raises EngineFailure when the engine could not start, died, printed something that is no event, or failed
        without saying why in an event. The child has ended when this returns or raises.
        """
        self._rest = b""
        self._error_seen = False
        try:
            outcome = self._child.run(lambda output: self._take(output, on_event), is_cancelled)
        except CannotStart as error:
            raise EngineFailure(
                "engine-start",
                translate(
                    "EngineProcess",
                    "The engine's Python {interpreter} could not be started ({reason}). Repair it in Set-up.",
                ).format(interpreter=self._interpreter, reason=error),
            ) from error
        if outcome.cancelled:
            return INTERRUPTED
        if outcome.crashed:
            raise self._died(outcome.code)
        if self._rest.strip():
            self._handle(self._rest, on_event)
        if outcome.code != 0 and not self._error_seen:
            raise self._failed(outcome.code)
        return outcome.code

    def _take(self, output: bytes, on_event: Callable[[dict], None]) -> None:
        *lines, self._rest = (self._rest + output).split(b"\n")
        for line in lines:
            if line.strip():
                self._handle(line, on_event)
        if len(self._rest) > MAX_LINE_BYTES:
            raise self._rubbish(self._rest)

    def _handle(self, line: bytes, on_event: Callable[[dict], None]) -> None:
        if len(line) > MAX_LINE_BYTES:
            raise self._rubbish(line)
        try:
            event = json.loads(line.decode("utf-8"))
        except (ValueError, RecursionError) as error:
            raise self._rubbish(line) from error
        if not isinstance(event, dict) or not isinstance(event.get("event"), str):
            raise self._rubbish(line)
        if event["event"] == "error":
            self._error_seen = True
        on_event(event)

    def _rubbish(self, line: bytes) -> EngineFailure:
        return EngineFailure(
            "engine-output",
            translate(
                "EngineProcess",
                "The engine printed something that is not an event ({start}) and was stopped. "
                "Repair the engine in Set-up.",
            ).format(start=ascii(line[:60].decode("utf-8", "replace"))),
            self.log,
        )

    def _died(self, signal: int) -> EngineFailure:
        if signal == _SIGKILL or "bad_alloc" in self.log[-2000:]:
            return EngineFailure(
                "engine-killed",
                translate(
                    "EngineProcess",
                    "The engine was killed by the system, most often because memory ran out. "
                    "Close other programs or choose a coarser resolution, then run again.",
                ),
                self.log,
            )
        return EngineFailure(
            "engine-died",
            translate(
                "EngineProcess", "The engine died (signal {signal}). Run again; if it dies again, repair it in Set-up."
            ).format(signal=signal),
            self.log,
        )

    def _failed(self, code: int) -> EngineFailure:
        lines = [line.strip() for line in self.log.splitlines() if line.strip()]
        if lines and re.match(r"\S*MemoryError\b", lines[-1]):
            return EngineFailure(
                "engine-memory",
                translate(
                    "EngineProcess",
                    "The engine ran out of memory. Close other programs or choose a coarser resolution.",
                ),
                self.log,
            )
        return EngineFailure(
            "engine-failed",
            translate("EngineProcess", "The engine stopped: {reason}").format(
                reason=lines[-1][:400]
                if lines
                else translate("EngineProcess", "it gave no reason. Repair it in Set-up."),
            ),
            self.log,
        )
