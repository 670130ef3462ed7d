"""`mask --workers N`: products side by side, each in a process of its own, that may die without harm to the others.

A worker is this command again (`mask-worker`). Its standard input tells it what to do, one JSON line the request and
one a product, and it answers with the events of each. When its input closes it ends itself: none outlives its parent.
"""

from __future__ import annotations

import json
import queue
import sys
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..errors import EngineError
from ..events import Reporter
from ..system import stopping
from ..system.child_process import ChildProcess
from ..system.memory import cores, workers_that_fit
from .event_stream import EventStream
from .jobs import shared_names
from .mask_request import MaskRequest, absolute, distinct

ATTEMPTS = 2  # a worker that dies with the same product twice will do so again
HEARING = 0.2  # seconds for what a worker said last to be passed on; its output is closed by then
PATIENCE = 1.0  # seconds for a worker to end itself before it is killed


class Worker:
    """One child process. `mask` gives it a product; `stop` ends it. For one thread but for `stop`."""

    def __init__(self, request: MaskRequest) -> None:
        program = [sys.executable, str(Path(__file__).parents[1] / "__main__.py"), "mask-worker"]
        self._process = ChildProcess(program)
        self._heard = threading.Event()  # nothing is left in its output of the product that it was given last
        self._heard.set()
        self._say(request.to_json())

    def mask(self, product: str, stream: EventStream) -> int | None:
        """Mask a product, its events going to `stream`. None when it was done or failed, else how the worker died."""
        self._heard.clear()
        try:
            self._say({"product": absolute(product)})
            for line in self._process.lines():
                event = json.loads(line)
                stream.take(product, event)
                if event["event"] == "end":
                    return None
        except (OSError, json.JSONDecodeError):  # died before it was told, or in the middle of a line
            pass
        finally:
            self._heard.set()
        self.stop()
        return self._process.status

    def ask_to_end(self) -> None:
        """Close its input; it takes away what is unfinished and ends."""
        self._process.close_input()

    def hear_out(self, until: float) -> None:
        """Once it has ended: wait for its last events to be passed on, such as a mask's that it finished."""
        self._heard.wait(max(0.0, until - time.monotonic()))

    def stop(self, until: float | None = None) -> None:
        """End it: asked first, killed when it has not gone `until` then (time.monotonic)."""
        self.ask_to_end()
        left = PATIENCE if until is None else max(0.0, until - time.monotonic())
        if not self._process.wait(left):
            self._process.kill()

    def _say(self, line: dict[str, Any]) -> None:
        self._process.write(json.dumps(line).encode() + b"\n")


class Workers:
    """All children of a run."""

    def __init__(self, request: MaskRequest) -> None:
        self._request = request
        self._all: set[Worker] = set()
        self._ended = False
        self._lock = threading.Lock()

    def start(self) -> Worker:
        """Another child. EngineError `cancelled` once the run is over."""
        with self._lock:
            if not self._ended:
                worker = Worker(self._request)
                self._all.add(worker)
                return worker
        _wait_for_an_early_end()
        raise EngineError("cancelled", "The run has ended.")

    def end(self, worker: Worker) -> None:
        """This child has nothing more to do."""
        worker.stop()
        with self._lock:
            self._all.discard(worker)

    def end_all(self) -> None:
        """End every child, side by side, within PATIENCE."""
        with self._lock:
            self._ended = True
            until = time.monotonic() + PATIENCE
            for worker in self._all:
                worker.ask_to_end()
            for worker in self._all:
                worker.stop(until)
            for worker in self._all:
                worker.hear_out(until + HEARING)
            self._all.clear()


def mask_with_workers(products: Sequence[str], request: MaskRequest, asked: int, reporter: Reporter) -> int:
    """Mask the products on up to `asked` workers; returns the exit status. The cores are divided among them."""
    products, refused = distinct(products)
    count, sentence = workers_that_fit(min(asked, len(products)))
    if sentence:
        reporter.note(sentence)
    settings = replace(request.settings, threads=max(1, cores() // count))
    request = replace(request, settings=settings, named_apart=shared_names(products))
    stream = EventStream(products, refused, reporter)
    waiting: queue.SimpleQueue[str] = queue.SimpleQueue()
    for product in products:
        waiting.put(product)
    workers = Workers(request)
    stopping.end_with(workers.end_all)
    try:
        with ThreadPoolExecutor(count, thread_name_prefix="worker") as pool:
            slots = [pool.submit(_work, waiting, workers, stream) for _ in range(count)]
            try:
                for slot in slots:
                    slot.result()
            except BaseException:
                workers.end_all()  # so that the other slots come to their end
                raise
    finally:
        workers.end_all()
    return stream.finish()


def _work(waiting: queue.SimpleQueue[str], workers: Workers, stream: EventStream) -> None:
    """Give one worker product after product, and another worker its place when it dies."""
    worker = None
    while True:
        try:
            product = waiting.get_nowait()
        except queue.Empty:
            break
        status = None
        for _ in range(ATTEMPTS):
            worker = worker or workers.start()
            status = worker.mask(product, stream)
            if status is None:
                break
            _wait_for_an_early_end()
            workers.end(worker)
            worker = None
        if status is not None:
            code, message = _death(product, status)
            stream.take(product, {"event": "error", "code": code, "message": message})
            stream.take(product, {"event": "end"})
    if worker:
        workers.end(worker)


def _wait_for_an_early_end() -> None:
    """Where the run is being ended early, which ends the workers first, its threads must not go on: never returns."""
    with stopping.finishing():
        pass


def _death(product: str, status: int) -> tuple[str, str]:
    if status == -9:  # SIGKILL, which is how Linux ends a process when memory runs out
        return "out-of-memory", (
            f"The worker of {product} was killed {ATTEMPTS} times, as happens when memory runs out. "
            "Take fewer workers, a coarser resolution or a smaller patch."
        )
    return "internal", f"The worker of {product} ended {ATTEMPTS} times (status {status}). Mask it alone to see why."


# -- the child --------------------------------------------------------------------------------------------------------
