"""One step of the set-up: a program run to its end, with what it prints in the log."""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from qgis.PyQt.QtCore import QCoreApplication

from .child_environment import clean_environment
from .child_process import CannotStart, ChildProcess
from .environment import data_folder
from .setup_reasons import reason_of, without_password

translate = QCoreApplication.translate


class SetupFailure(Exception):
    """The environment could not be made; the text is one sentence with a way out."""


class SetupCancelled(Exception):
    """The user cancelled."""


@dataclass(frozen=True)
class Watcher:
    """Who follows the making: a fraction with a word, the lines of the log, and whether it was cancelled."""

    progress: Callable[[float, str], None]
    log: Callable[[str], None]
    is_cancelled: Callable[[], bool]


def downloads_folder() -> str:
    """What was downloaded while the environment is made, so that a failed try can be resumed; gone after success."""
    return os.path.join(data_folder(), "downloads")


def run_step(program: str, arguments: list[str], watcher: Watcher, variables: dict[str, str] | None = None) -> None:
    """Run a program with its output in the log. Raises SetupFailure with the reason, SetupCancelled."""
    watcher.log("> " + " ".join([program, *(without_password(argument) for argument in arguments)]))
    tail: deque[str] = deque(maxlen=200)
    output, errors = _Lines(watcher, tail), _Lines(watcher, tail)
    environment = clean_environment(network=True)
    for name in ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_REQUIRE_VIRTUALENV", "UV_NO_CACHE"):
        environment.pop(name, None)
    environment.update({"UV_CACHE_DIR": downloads_folder(), **(variables or {})})
    try:
        child = ChildProcess(program, arguments, environment, has_children=True)
        outcome = child.run(output.take, watcher.is_cancelled, errors.take)
    except CannotStart as error:
        raise SetupFailure(
            translate("SetupStep", "{program} could not be started ({reason}). Choose another Python.").format(
                program=program, reason=error
            )
        ) from error
    output.flush()
    errors.flush()
    if outcome.cancelled:
        raise SetupCancelled
    if outcome.code != 0 or outcome.crashed:
        raise SetupFailure(reason_of(list(tail)))


class _Lines:
    """Cuts one stream of a child into lines, for the log and for the reason of a failure (`tail`)."""

    def __init__(self, watcher: Watcher, tail: deque[str]) -> None:
        self._watcher = watcher
        self._tail = tail
        self._rest = b""

    def take(self, output: bytes) -> None:
        *lines, self._rest = re.split(rb"[\r\n]+", self._rest + output)
        for line in lines:
            self._add(line)

    def flush(self) -> None:
        self._add(self._rest)
        self._rest = b""

    def _add(self, line: bytes) -> None:
        text = without_password(line.decode("utf-8", "replace").rstrip())
        if text:
            self._tail.append(text)
            self._watcher.log(text)
