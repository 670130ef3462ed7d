"""The command `mask-worker`: its arguments, and what it prints."""

from __future__ import annotations

import argparse
import json
import os
import queue
import threading
from typing import TYPE_CHECKING, Any

from ..errors import EngineError

if TYPE_CHECKING:
    from ..events import Reporter


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`mask-worker` has none: it is started by `mask --workers` only."""


def run(args: argparse.Namespace, reporter: Reporter) -> int:
    """Mask what standard input names, a line a product, until it closes. Does not return."""
    from ..events import JsonReporter
    from ..runs.mask_request import MaskRequest
    from ..runs.predictors import Predictors

    lines: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(lines,), name="parent", daemon=True).start()
    request = MaskRequest.from_json(lines.get())
    predictors = Predictors(request.device, request.precision, request.settings.threads)
    while True:
        product = lines.get()["product"]
        events = JsonReporter()  # a new one: each product's progress begins at 0
        try:
            request.mask([product], events, predictors)
        except EngineError as error:
            events.error(product, error.code, error.message)
            events.end(0, 1)


def _listen(lines: queue.SimpleQueue[dict[str, Any]]) -> None:
    from ..system import stopping

    with open(os.dup(0), encoding="utf-8") as told:
        for line in told:
            lines.put(json.loads(line))
    stopping.end_now(silent=True)
