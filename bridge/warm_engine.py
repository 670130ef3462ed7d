"""An engine that stays warm between runs of the toolbox, so that many small masks do not each wait for its start."""

from __future__ import annotations

import atexit
import contextlib
import json
import queue
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

from .child_environment import clean_environment
from .child_process import CannotStart, ChildProcess
from .engine_process import ENGINE_MAIN, MAX_LINE_BYTES

SOON_S = 120  # a second run within this time of the first is taken for a loop
IDLE_MINUTES = 1
POLL_S = 0.05


class NotWarm(Exception):
    """The run is to be done by the ordinary command."""


class _Running:
    """A process that runs, in a thread of its own; requests and lines go by queues."""

    def __init__(self, interpreter: str) -> None:
        self.interpreter = interpreter
        self.lines: queue.SimpleQueue = queue.SimpleQueue()  # of bytes; None: the process has ended
        self.requests: queue.SimpleQueue = queue.SimpleQueue()  # of bytes
        self._rest = b""
        self._closing = threading.Event()
        words = [ENGINE_MAIN, "serve", "--idle", str(IDLE_MINUTES), "--stop-on-eof"]
        self._child = ChildProcess(interpreter, words, clean_environment(), background=True)
        self._thread = threading.Thread(target=self._work, name="warm engine", daemon=True)
        self._thread.start()

    @property
    def process_id(self) -> int:
        """Of the engine; 0 when none runs."""
        return self._child.process_id if self._thread.is_alive() else 0

    def close(self) -> None:
        """End the process, which takes away what is unfinished."""
        self._closing.set()
        self._thread.join()

    def _work(self) -> None:
        try:
            self._child.run(self._take, self._closing.is_set, to_write=self._next_request)
        except (CannotStart, ValueError):
            pass
        finally:
            self.lines.put(None)

    def _next_request(self) -> bytes:
        try:
            return self.requests.get_nowait()
        except queue.Empty:
            return b""

    def _take(self, output: bytes) -> None:
        *lines, self._rest = (self._rest + output).split(b"\n")
        if len(self._rest) > MAX_LINE_BYTES:
            raise ValueError("no event")
        for line in lines:
            self.lines.put(line)


class WarmEngine:
    """Usable from any thread, one run at a time. The process starts with the second run of a row of them."""

    def __init__(self) -> None:
        self._busy = threading.Lock()
        self._running: _Running | None = None
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
            running = self._ready(interpreter)
            self._number += 1
            request = {"request": "mask", "id": self._number, "words": words[1:]}
            running.requests.put(json.dumps(request).encode("ascii") + b"\n")
            for event in self._events(running, is_cancelled):
                on_event(event)
            self._last = time.monotonic()
        except (ValueError, RecursionError) as error:
            self.close()
            raise NotWarm from error
        finally:
            self._busy.release()

    @property
    def process_id(self) -> int:
        """Of the engine; 0 when none runs."""
        return self._running.process_id if self._running is not None else 0

    def close(self) -> None:
        """End the process; a run at work is done by the ordinary command."""
        running, self._running = self._running, None
        if running is not None:
            running.close()

    def _ready(self, interpreter: str) -> _Running:
        running = self._running
        if running is None or not running.process_id or running.interpreter != interpreter:
            self.close()
            running = self._running = _Running(interpreter)
        return running

    def _events(self, running: _Running, is_cancelled: Callable[[], bool]) -> Iterator[dict[str, Any]]:
        """Events of this run up to its `end`. Ends early, and the process with it, when cancelled. ValueError."""
        while True:
            if is_cancelled():
                self.close()
                return
            line = b""
            with contextlib.suppress(queue.Empty):
                line = running.lines.get(timeout=POLL_S)
            if line is None:
                raise ValueError("the engine has ended")
            if not line.strip():
                continue
            event = json.loads(line.decode("utf-8"))
            if not isinstance(event, dict) or not isinstance(event.get("event"), str):
                raise ValueError("no event")
            if event.get("id") != self._number:
                continue
            yield event
            if event["event"] == "end":
                return


warm_engine = WarmEngine()
atexit.register(warm_engine.close)
