"""An engine that stays warm between runs of the toolbox, so that many small masks do not each wait for its start."""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import queue
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from typing import IO, Any

from .child_process import BACKGROUND_NICENESS, clean_environment
from .engine_process import ENGINE_MAIN, MAX_LINE_BYTES

SOON_S = 120  # a second run within this time of the first is taken for a loop
IDLE_MINUTES = 1
POLL_S = 0.05
END_S = 1.6  # from its closed input; then it is killed


class NotWarm(Exception):
    """The run is to be done by the ordinary command."""


class WarmEngine:
    """Usable from any thread, one run at a time. The process starts with the second run of a row of them."""

    def __init__(self) -> None:
        self._busy = threading.Lock()
        self._process: subprocess.Popen | None = None
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()  # an empty one: the process has ended
        self._interpreter = ""
        self._number = 0
        self._last = -SOON_S - 1.0

    def run(
        self,
        interpreter: str,
        words: list[str],
        on_event: Callable[[dict[str, Any]], None],
        is_cancelled: Callable[[], bool],
    ) -> None:
        """Run `mask` with the words of its command line, to the end or until it is cancelled.

        Raises NotWarm where that does not gain or goes wrong: then the events told so far count for nothing.
        """
        if words[0] != "mask" or not self._busy.acquire(blocking=False):
            raise NotWarm
        try:
            former, self._last = self._last, time.monotonic()
            if self._last - former > SOON_S:
                raise NotWarm
            self._ask(interpreter, words[1:])
            for event in self._events(is_cancelled):
                on_event(event)
            self._last = time.monotonic()
        except (OSError, ValueError) as error:
            self._end()
            raise NotWarm from error
        finally:
            self._busy.release()

    @property
    def process_id(self) -> int:
        """Of the engine; 0 when none runs."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else 0

    def close(self) -> None:
        """End the process; a run at work is done by the ordinary command."""
        self._end()

    def _ask(self, interpreter: str, words: list[str]) -> None:
        process = self._process
        if process is None or process.poll() is not None or interpreter != self._interpreter:
            self._end()
            process = self._start(interpreter)
        self._number += 1
        request = {"request": "mask", "id": self._number, "words": words}
        process.stdin.write(json.dumps(request).encode("ascii") + b"\n")
        process.stdin.flush()

    def _start(self, interpreter: str) -> subprocess.Popen:
        environment = clean_environment()
        process = subprocess.Popen(
            [interpreter, ENGINE_MAIN, "serve", "--idle", str(IDLE_MINUTES), "--stop-on-eof"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={name: environment.value(name) for name in environment.keys()},  # noqa: SIM118  # no dictionary
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        if hasattr(os, "setpriority"):
            with contextlib.suppress(OSError):  # it may have ended already
                os.setpriority(os.PRIO_PROCESS, process.pid, BACKGROUND_NICENESS)
        self._lines = queue.SimpleQueue()
        threading.Thread(target=_read, args=(process.stdout, self._lines), name="warm engine", daemon=True).start()
        self._process, self._interpreter = process, interpreter
        return process

    def _events(self, is_cancelled: Callable[[], bool]) -> Iterator[dict[str, Any]]:
        """Events of this run up to its `end`. Ends early, and the process with it, when cancelled. ValueError."""
        while True:
            if is_cancelled():
                self._end()
                return
            try:
                line = self._lines.get(timeout=POLL_S)
            except queue.Empty:
                continue
            if not line:
                raise ValueError("the engine has ended")
            event = json.loads(line.decode("utf-8"))
            if not isinstance(event, dict) or not isinstance(event.get("event"), str):
                raise ValueError("no event")
            if event.get("id") != self._number:
                continue
            yield event
            if event["event"] == "end":
                return

    def _end(self) -> None:
        """Close its input, which ends it and takes away what is unfinished; kill it where that does not do."""
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(OSError):
            process.stdin.close()
        try:
            process.wait(END_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _read(stream: IO[bytes], lines: queue.SimpleQueue) -> None:
    with stream:
        for line in iter(lambda: stream.readline(MAX_LINE_BYTES), b""):
            lines.put(line)
    lines.put(b"")


warm_engine = WarmEngine()
atexit.register(warm_engine.close)
