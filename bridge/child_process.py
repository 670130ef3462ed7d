"""A child process that can be run from any thread, with or without an event loop, and that never outlives its run."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import time
from collections.abc import Callable
from typing import cast

from qgis.PyQt.QtCore import QProcess

POLL_S = 0.05
# Seconds from the cancel: the closed input is the polite way (it works on Windows too), then SIGTERM, then SIGKILL.
TERMINATE_AFTER_S = 0.8
KILL_AFTER_S = 1.6
SILENCE_S = 1.0  # after its end, where something that it has started still holds its output
BACKGROUND_NICENESS = 15  # of 19; at 10 the window waits longer for a core (benchmarks/RESULTS.md)
STDERR_TAIL_BYTES = 16384
_ON_WINDOWS = os.name == "nt"
_NO_WINDOW = 0x08000000 if _ON_WINDOWS else 0  # CREATE_NO_WINDOW: none flashes up
_FIRST_CRASH = 0x80000000  # an exit code of Windows' own: an access violation is 0xC0000005
_STDIN, _STDOUT, _STDERR = range(3)

if sys.platform == "win32":
    _EventLoop = asyncio.ProactorEventLoop  # the other has no child processes there
else:
    _EventLoop = asyncio.SelectorEventLoop


class CannotStart(Exception):
    """The program could not be started; the text is what the system says."""


class Outcome:
    """How a child ended: `code` is its exit code or, when it crashed, the signal number (Unix) or status (Windows)."""

    def __init__(self, code: int, crashed: bool, cancelled: bool) -> None:
        self.code = code
        self.crashed = crashed
        self.cancelled = cancelled


class ChildProcess:
    """Runs a program to its end, hands on what it prints, and ends it within two seconds of a cancel.

    `background` gives it a low priority, so that it leaves the processor to the interface when both want it. With
    `has_children` a cancel goes at once to the program and to all that it has started: it does not do that itself.

    Python's asyncio runs it, in a loop of its own, and starts it without a copy of QGIS (by vfork on Linux, from Python
    3.10 on). QProcess of Qt 5 forks: all that QGIS' window wants of its memory waits for that, and then every page is
    copied when it is written to.
    """

    def __init__(
        self,
        program: str,
        arguments: list[str],
        environment: dict[str, str],
        background: bool = False,
        has_children: bool = False,
    ) -> None:
        self._command = [program, *arguments]
        self._environment = environment
        self._background = background
        self._has_children = has_children
        self._stderr = b""
        self.process_id = 0  # of the program that runs, or ran last

    @property
    def stderr_tail(self) -> str:
        """The last part of what the program wrote to its standard error."""
        return self._stderr.decode("utf-8", "replace")

    def run(
        self,
        on_stdout: Callable[[bytes], None],
        is_cancelled: Callable[[], bool],
        on_stderr: Callable[[bytes], None] | None = None,
        limit_s: float | None = None,
        to_write: Callable[[], bytes] | None = None,
    ) -> Outcome:
        """Run the program in the calling thread's time, for `limit_s` seconds at most (then it is killed).

        `to_write` is asked every POLL_S for what the program shall read from its standard input.
        Whatever `on_stdout` or `on_stderr` raises is passed on after the child has been killed.
        Raises CannotStart when the program is missing or may not be run.
        """
        loop = _EventLoop()
        try:
            return loop.run_until_complete(self._run(on_stdout, is_cancelled, on_stderr, limit_s, to_write))
        finally:
            loop.close()

    async def _run(
        self,
        on_stdout: Callable[[bytes], None],
        is_cancelled: Callable[[], bool],
        on_stderr: Callable[[bytes], None] | None,
        limit_s: float | None,
        to_write: Callable[[], bytes] | None,
    ) -> Outcome:
        process, output = await self._start()
        self.process_id = process.get_pid()
        if self._background:
            make_background(self.process_id)
        to_process = cast(asyncio.WriteTransport, process.get_pipe_transport(_STDIN))
        started_at = time.monotonic()
        cancelled_at = None
        terminated = False
        family: list[int] = []
        try:
            while not output.has_ended(without_waiting=cancelled_at is not None):
                if cancelled_at is None and is_cancelled():
                    cancelled_at = time.monotonic()
                    to_process.close()
                    if self._has_children and _ON_WINDOWS:
                        _kill_tree(self.process_id)
                    elif self._has_children:
                        family = [self.process_id, *descendants(self.process_id)]
                        _send(signal.SIGTERM, family)
                words = to_write() if to_write is not None and cancelled_at is None else b""
                if words:
                    to_process.write(words)
                if cancelled_at is not None:
                    waited = time.monotonic() - cancelled_at
                    if waited > TERMINATE_AFTER_S and not terminated and not _ON_WINDOWS:  # there it would be a kill
                        terminated = True
                        _end(process.terminate)
                    if waited > KILL_AFTER_S:
                        break
                if limit_s is not None and time.monotonic() - started_at > limit_s:
                    break
                for stream, text in await output.next():
                    if stream == _STDERR:
                        self._stderr = (self._stderr + text)[-STDERR_TAIL_BYTES:]
                    hand_on = on_stdout if stream == _STDOUT else on_stderr
                    if hand_on is not None:
                        hand_on(text)
        finally:
            while (code := process.get_returncode()) is None:
                _end(process.kill)
                await output.next()
            if family:
                _send(signal.SIGKILL, family[1:])
            process.close()
            for _ in range(3):  # in which its pipes are closed
                await asyncio.sleep(0)
        return Outcome(abs(code), code < 0 or code >= _FIRST_CRASH, cancelled_at is not None)

    async def _start(self) -> tuple[asyncio.SubprocessTransport, _Output]:
        start = asyncio.get_running_loop().subprocess_exec
        try:
            return await start(_Output, *self._command, env=self._environment, creationflags=_NO_WINDOW)
        except (OSError, ValueError) as error:  # ValueError: a null character
            raise CannotStart(getattr(error, "strerror", None) or str(error)) from error


class _Output(asyncio.SubprocessProtocol):
    """What a program has printed and was not yet given, and whether more is to come."""

    def __init__(self) -> None:
        self._printed: list[tuple[int, bytes]] = []
        self._open = {_STDOUT, _STDERR}
        self._is_dead = False
        self._news = asyncio.Event()
        self._heard_at = 0.0

    def has_ended(self, without_waiting: bool) -> bool:
        """Whether the program has, and all that it has printed has been given."""
        if not self._is_dead or self._printed:
            return False
        return not self._open or without_waiting or time.monotonic() - self._heard_at > SILENCE_S

    async def next(self) -> list[tuple[int, bytes]]:
        """What has come, after POLL_S at most."""
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self._news.wait(), POLL_S)
        self._news.clear()
        printed, self._printed = self._printed, []
        return printed

    def pipe_data_received(self, fd: int, data: bytes) -> None:
        """Called by asyncio."""
        self._printed.append((fd, data))
        self._tell()

    def pipe_connection_lost(self, fd: int, exc: Exception | None) -> None:
        """Called by asyncio."""
        self._open.discard(fd)
        self._tell()

    def process_exited(self) -> None:
        """Called by asyncio."""
        self._is_dead = True
        self._tell()

    def _tell(self) -> None:
        self._heard_at = time.monotonic()
        self._news.set()


def _end(how: Callable[[], None]) -> None:
    with contextlib.suppress(ProcessLookupError):  # it has ended already
        how()


def make_background(process_id: int) -> None:
    """Give a process a low priority, so that QGIS has the processor when both want it."""
    if hasattr(os, "setpriority"):
        with contextlib.suppress(OSError):  # it may have ended already
            os.setpriority(os.PRIO_PROCESS, process_id, BACKGROUND_NICENESS)


def descendants(process_id: int) -> list[int]:
    """The processes that a process has started, and those they have, by `ps`; none where it does not answer."""
    ps = QProcess()
    ps.start("ps", ["-A", "-o", "pid=,ppid="])
    if not ps.waitForFinished(int(1000 * TERMINATE_AFTER_S)):
        return []
    children: dict[int, list[int]] = {}
    for line in bytes(ps.readAllStandardOutput()).decode("ascii", "replace").splitlines():
        child, parent = map(int, line.split())
        children.setdefault(parent, []).append(child)
    found = list(children.get(process_id, ()))
    for child in found:
        found += children.get(child, ())
    return found


def _kill_tree(process_id: int) -> None:
    """End a process and all that it has started, by the program of Windows for it."""
    taskkill = QProcess()
    taskkill.start("taskkill", ["/F", "/T", "/PID", str(process_id)])
    taskkill.waitForFinished(int(1000 * TERMINATE_AFTER_S))


def _send(number: int, process_ids: list[int]) -> None:
    for process_id in process_ids:
        with contextlib.suppress(OSError):  # it has ended already
            os.kill(process_id, number)
