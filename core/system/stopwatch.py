"""Where the time of a run goes."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager


class Stopwatch:
    """Seconds of one thread, stage by stage; a stage inside another stops the outer one. For one thread only."""

    def __init__(self, stage: str) -> None:
        self._seconds: defaultdict[str, float] = defaultdict(float)
        self._stage, self._since = stage, time.monotonic()

    @property
    def seconds(self) -> dict[str, float]:
        """Seconds of each stage until now."""
        self._go_to(self._stage)
        return dict(self._seconds)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time in a `with` block as stage `name`."""
        outer = self._stage
        self._go_to(name)
        try:
            yield
        finally:
            self._go_to(outer)

    def _go_to(self, stage: str) -> None:
        now = time.monotonic()
        self._seconds[self._stage] += now - self._since
        self._stage, self._since = stage, now
