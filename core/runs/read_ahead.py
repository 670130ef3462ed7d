"""A batch keeps all cores busy: the next product is read while the last patches of this one are predicted."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from ..masking.mask_granule import open_source
from ..masking.patch_source import PatchSource
from ..masking.settings import MaskSettings
from .jobs import Job


class ReadAhead:
    """The sources of jobs, each opened and begun to be read while the last patches of the one before are predicted.

    Use as a context manager.
    """

    def __init__(self, jobs: Sequence[Job], settings: MaskSettings) -> None:
        self._jobs, self._settings = jobs, settings
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="open")
        self._begun: dict[int, Future[PatchSource]] = {}

    def __enter__(self) -> ReadAhead:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)
        for begun in self._begun.values():
            if not begun.cancelled() and not begun.exception():
                begun.result().close()

    def take(self, number: int) -> PatchSource:
        """The source of a job, which the caller closes. EngineError as `open_source` raises it."""
        self._begin(number)
        source = self._begun.pop(number).result()
        source.when_all_read(lambda: self.begin_after(number))
        return source

    def begin_after(self, number: int) -> None:
        """Begin the first job after `number` whose mask is not there yet."""
        for following in range(number + 1, len(self._jobs)):
            if self._settings.overwrite or not self._jobs[following].target.exists():
                self._begin(following)
                return

    def _begin(self, number: int) -> None:

        if number not in self._begun:
            job = self._jobs[number]
            self._begun[number] = self._pool.submit(open_source, job.granule, job.model, self._settings)
