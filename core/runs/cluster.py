"""`mask --dask ADDRESS`: a task a product on a Dask cluster that is there already. Its workers need this engine, too.

Dask sends a task and its events between our own processes as pickles; who may talk to a scheduler may run any code on
its cluster, so it belongs in a network of its own, or behind Dask's TLS.
"""

from __future__ import annotations

import contextlib
import importlib
import threading
import time
import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ..errors import EngineError
from ..events import Reporter
from ..rasters import unfinished
from ..system.memory import cores
from ..version import version
from .event_stream import EventStream
from .jobs import shared_names
from .mask_request import MaskRequest, absolute, distinct
from .predictors import Predictors

CONNECT_SECONDS = 30
TELL_SECONDS = 1.0  # between two progress events of a task
_opened = threading.local()  # networks that earlier tasks of this thread have opened, by request


def mask_on_cluster(products: Sequence[str], request: MaskRequest, address: str, reporter: Reporter) -> int:
    """Mask the products on the cluster at `address`; returns the exit status.

    With device `cuda` a task asks for the worker resource GPU, so one runs on a card at a time. A task whose worker is
    lost runs again on another. EngineError `cluster` when the cluster cannot be reached or used.
    """
    task = _installed_task()
    products, refused = distinct(products)
    request = replace(request, named_apart=shared_names(products))
    stream = EventStream(products, refused, reporter)
    run = uuid.uuid4().hex
    names = {f"mask-{run}-{number}": product for number, product in enumerate(products)}
    with _connected(address) as client:
        workers = client.scheduler_info(n_workers=-1)["workers"].values()
        resources = {"GPU": 1} if request.device == "cuda" else None
        if resources and workers and not any(worker["resources"].get("GPU") for worker in workers):
            raise EngineError(
                "cluster", f"No worker of {address} offers a GPU. Start them with `dask worker … --resources GPU=1`, "
                "or take --device auto.",
            )  # fmt: skip
        if not workers:
            reporter.note(f"The cluster at {address} has no worker yet; waiting for one.")
        sharing = Counter(worker["host"] for worker in workers)
        client.subscribe_topic(run, lambda event: stream.take(names[event[1]["task"]], event[1]["event"]))
        futures = [
            client.submit(
                task, request.to_json(), absolute(product), run, dict(sharing), version(), key=key,
                pure=False, retries=1, resources=resources,
            )
            for key, product in names.items()
        ]  # fmt: skip
        _collect(futures, names, stream)
        client.unsubscribe_topic(run)
    return stream.finish()


def _collect(futures: Sequence[Any], names: dict[str, str], stream: EventStream) -> None:
    """Pass on what each task returns, as they come to their end."""
    from distributed import as_completed

    for future in as_completed(futures):
        product = names[future.key]
        if future.status == "finished":
            events = future.result()
        else:
            events = [{"event": "error", "code": "cluster", "message": _loss(product, future)}, {"event": "end"}]
        for event in events:
            stream.take(product, event)
        future.release()


def _loss(product: str, future: Any) -> str:
    if future.status == "cancelled":
        return f"{product} was cancelled by the cluster."
    return (
        f"{product} could not be masked by the cluster ({type(future.exception()).__name__}): its workers died, as "
        "happens when memory runs out, or lack this engine. See their logs."
    )


def _installed_task() -> Any:
    """`mask_task` under the name that workers know it by. EngineError `cluster` where a package is missing."""
    try:
        importlib.import_module("distributed")
    except ImportError as error:
        raise EngineError(
            "cluster", "Dask is not installed. Install it here and on the workers: pip install 'distributed>=2025.7'."
        ) from error
    try:
        return importlib.import_module("s2cloudmask.core.runs.cluster").mask_task
    except ImportError as error:
        raise EngineError(
            "cluster", "The engine must be installed as a package, here and on the workers (`pip install .`)."
        ) from error


@contextlib.contextmanager
def _connected(address: str) -> Iterator[Any]:
    from distributed import Client

    try:
        client = Client(address, timeout=CONNECT_SECONDS)
    except (OSError, ValueError, RuntimeError) as error:
        raise EngineError(
            "cluster", f"No Dask scheduler answers at {address} ({type(error).__name__}). Check the address, such as "
            "tcp://host:8786, and that the cluster runs.",
        ) from error  # fmt: skip
    with client:
        yield client


# -- on a worker ------------------------------------------------------------------------------------------------------


def mask_task(
    asked: dict[str, Any], product: str, run: str, sharing: dict[str, int], client_version: str
) -> list[dict[str, Any]]:
    """Mask one product on a worker; returns its events but for the progress, which is told while it works.

    asked: MaskRequest.to_json. run: name of the whole run. sharing: workers at each host, which divide its cores.
    """
    from distributed import get_worker

    worker = get_worker()
    key = str(worker.get_current_task())
    if version() != client_version:
        sentence = f"A worker has version {version()} of the engine, not {client_version}. Install the same everywhere."
        return [{"event": "error", "code": "cluster", "message": sentence}, {"event": "end"}]
    host = worker.address.partition("://")[2].rpartition(":")[0]
    request = MaskRequest.from_json(asked)
    request = replace(request, settings=replace(request.settings, threads=max(1, cores() // sharing.get(host, 1))))
    events = _TaskReporter(worker, key, run)
    unfinished.RUN.set(run)
    try:
        request.mask([product], events, _predictors(request))
    except EngineError as error:
        events.error(product, error.code, error.message)
        events.end(0, 1)
    return events.told


def _predictors(request: MaskRequest) -> Any:

    wanted = (request.device, request.precision, request.settings.threads)
    if getattr(_opened, "wanted", None) != wanted:
        _opened.wanted, _opened.predictors = wanted, Predictors(*wanted)
    return _opened.predictors


class _TaskReporter(Reporter):
    """Keeps the events of a task; tells its progress to the client, and learns that the client has cancelled it."""

    def __init__(self, worker: Any, key: str, run: str) -> None:
        super().__init__()
        self.told: list[dict[str, Any]] = []
        self._worker, self._key, self._run = worker, key, run
        self._last = 0.0

    def progress(self, product: str, stage: str, fraction: float) -> None:
        """At most one event in TELL_SECONDS. EngineError `cancelled`."""
        task = self._worker.state.tasks.get(self._key)
        if task is None or task.state != "executing":
            raise EngineError("cancelled", f"{product} was cancelled.")
        if time.monotonic() - self._last >= TELL_SECONDS:
            self._last = time.monotonic()
            event = {"event": "progress", "product": product, "stage": stage, "fraction": fraction}
            self._worker.log_event(self._run, {"task": self._key, "event": event})

    def _emit(self, event: dict[str, Any]) -> None:
        if event["event"] == "start":  # which names the model, and so must come before the progress
            self._worker.log_event(self._run, {"task": self._key, "event": event})
        self.told.append(event)
