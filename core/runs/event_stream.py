"""The events of products that are masked side by side, elsewhere, as one run: one start, one progress, one end."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ..errors import EngineError
from ..events import Reporter
from ..mask_result import MaskResult
from .batch import exit_status


class EventStream:
    """Passes the events of many runs of one product each to `reporter`, under the names the user gave.

    refused: products that do not run, each with its reason. Safe to call from any thread.
    """

    def __init__(self, products: Sequence[str], refused: Sequence[tuple[str, EngineError]], reporter: Reporter) -> None:
        self._reporter = reporter
        self._refused = list(refused)
        self._total = len(products) + len(self._refused)
        self._shares = dict.fromkeys(products, 0.0)
        self._codes: list[str] = []
        self._masks: set[str] = set()
        self._started = self._finished = False
        self._lock = threading.RLock()

    def take(self, product: str, event: dict[str, Any]) -> None:
        """One event of the run that masks `product`."""
        kind = event["event"]
        with self._lock:
            if self._finished:  # progress that was still on its way
                return
            if not self._started:
                self._start({key: value for key, value in event.items() if key != "event"} if kind == "start" else {})
            if kind == "progress":
                self._shares[product] = max(self._shares[product], event["fraction"])
                self._tell(product, event["stage"])
            elif kind == "result" and event["mask"] not in self._masks:  # a second attempt finds what the first made
                self._masks.add(event["mask"])
                self._reporter.mask(replace(MaskResult.from_event(event), product=product))
            elif kind == "error":
                self._fail(product, event["code"], event["message"])
            elif kind == "end" and self._shares[product] < 1:
                self._shares[product] = 1.0
                self._tell(product, "write")

    def finish(self) -> int:
        """The end of the run; returns its exit status."""
        with self._lock:
            if not self._started:
                self._start({})
            self._finished = True
            self._reporter.end(len(self._masks), len(self._codes))
            return exit_status(len(self._masks), self._codes)

    def _start(self, fields: dict[str, Any]) -> None:
        self._started = True
        self._reporter.start(**{**fields, "products": self._total})
        for product, error in self._refused:
            self._fail(product, error.code, error.message)

    def _tell(self, product: str, stage: str) -> None:
        self._reporter.progress(product, stage, sum(self._shares.values()) / len(self._shares))

    def _fail(self, product: str, code: str, message: str) -> None:
        self._codes.append(code)
        self._reporter.error(product, code, message)
