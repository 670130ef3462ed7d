"""Many products, one after the other: what fails is said and the others go on; what is there already is not redone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..errors import EngineError, internal_sentence, lacks_memory
from ..events import Reporter
from ..mask_result import MaskResult
from ..masking.mask_granule import mask_granule
from ..masking.mask_identity import MaskIdentity
from ..masking.patch_source import MaskPlan
from ..masking.settings import MaskSettings
from ..networks.predictor import Predictor
from ..rasters.passing import PassingRasters
from ..system import gdal_settings
from .bucket import RemoteFolder
from .finished_mask import finished_mask
from .jobs import Asked, Job, all_jobs
from .predictors import Predictors
from .preview import Preview
from .read_ahead import ReadAhead

OK, SOME_FAILED, NOTHING_RAN = 0, 1, 3


def mask_products(
    products: Sequence[str],
    asked: Asked,
    predictors: Predictors,
    reporter: Reporter,
    bucket: RemoteFolder | None = None,
    previews: PassingRasters | None = None,
) -> int:
    """Mask every granule of every product with every model.

    predictors: networks, some of which an earlier call may have opened already. bucket: where the finished masks go.
    previews: where rough masks of what is at work go, for who looks on.
    Returns the exit status: 0 all done, 1 some failed, 3 nothing could run.
    """
    gdal_settings.hold_tiles(asked.settings.resolution)
    jobs, refused = all_jobs(products, asked)
    predictors.begin_run()
    with ReadAhead(jobs, asked.settings) as ahead:
        return _Run(jobs, asked.settings, predictors, ahead, reporter, bucket, previews).do(refused)


@dataclass(frozen=True)
class _Run:
    jobs: Sequence[Job]
    settings: MaskSettings
    predictors: Predictors
    ahead: ReadAhead
    reporter: Reporter
    bucket: RemoteFolder | None
    previews: PassingRasters | None

    def do(self, refused: Sequence[tuple[str, EngineError]]) -> int:
        """Do all jobs; returns the exit status."""
        self._start(len(refused))
        for product, error in refused:
            self.reporter.error(product, error.code, error.message)
        codes = [error.code for _, error in refused]
        there, in_the_way = self._what_is_there()
        codes += ["exists"] * len(in_the_way)
        done = len(there)
        for number, job in enumerate(self.jobs):
            if number in there or number in in_the_way:
                continue
            try:
                self._mask(number, job)
                done += 1
            except EngineError as error:
                codes.append(error.code)
                self.reporter.error(job.product, error.code, self._at_its_place(error.message))
            except Exception as error:
                code, sentence = _unforeseen(job.product, error)
                codes.append(code)
                self.reporter.error(job.product, code, sentence)
        self.reporter.end(done, len(codes))
        return exit_status(done, codes)

    def _what_is_there(self) -> tuple[set[int], set[int]]:
        """Tell which masks are there, before the first one is made: whoever started the run still looks on and can
        answer. Returns the numbers of jobs that are done, and of those whose place another mask has.
        """
        there, in_the_way = set(), set()
        for number, job in enumerate(self.jobs):
            try:
                if self.settings.overwrite or not job.files.mask.exists():
                    continue
                job.files.refuse_others()
                if self._tell_if_there(job, self.predictors.get(job.model)):
                    there.add(number)
            except EngineError as error:
                if error.code == "exists":
                    in_the_way.add(number)
                    self.reporter.error(job.product, error.code, self._at_its_place(error.message))
            except OSError:
                continue  # told at its own turn
        return there, in_the_way

    def _tell_if_there(self, job: Job, predictor: Predictor) -> bool:
        """Whether the very mask of a job is there, of which its event tells. EngineError `exists` for another one."""
        identity = MaskIdentity.of(job.granule, job.model, predictor.precision, self.settings)
        former = finished_mask(job, identity, self.settings.confidence)
        if former:
            self.reporter.mask(self.bucket.place(former) if self.bucket else former)
        return former is not None

    def _at_its_place(self, message: str) -> str:
        """A sentence on a file that is made here and goes to a bucket names its place there."""
        return message.replace(str(self.bucket.local), self.bucket.address) if self.bucket else message

    def _start(self, refused: int) -> None:
        self.ahead.begin_after(-1)  # reads while the network is loaded
        first = _first_predictor(self.jobs, self.predictors)
        started: dict[str, Any] = {"products": len(self.jobs) + refused}
        if first:
            started |= {
                "model": first.model.name, "device": first.device, "precision": first.precision,
                "engine": first.engine,
                "reason": " ".join(dict.fromkeys(job.reason for job in self.jobs if job.reason)),
            }  # fmt: skip
        self.reporter.start(**started)

    def _mask(self, number: int, job: Job) -> None:
        """Make one mask and tell of it, or tell that another run has made it by now."""
        job.files.refuse_others()
        predictor = self.predictors.get(job.model)
        if not self.settings.overwrite and self._tell_if_there(job, predictor):
            return

        def on_progress(stage: str, fraction: float) -> None:
            self.reporter.progress(job.product, stage, (number + fraction) / len(self.jobs))

        def announce(result: MaskResult) -> None:
            if not self.bucket:  # else it is told once it is there
                self.reporter.mask(replace(result, product=job.product))

        with self.ahead.take(number) as source:
            on_rows = self._preview(job, source.plan, predictor)
            result = mask_granule(
                job.granule, job.target, predictor, self.settings, on_progress, source, announce, on_rows,
                job.confidence_file, job.reason,
            )  # fmt: skip
        for note in result.facts["notes"]:
            self.reporter.note(note)
        if self.bucket:
            self.reporter.mask(replace(self.bucket.send(result), product=job.product))

    def _preview(self, job: Job, plan: MaskPlan, predictor: Predictor) -> Callable[[np.ndarray], None]:
        """Show a rough mask, and give what takes the rows that replace it."""
        if not self.previews:
            return lambda classes: None
        preview = Preview(job.product, plan, self.previews, self.reporter)
        preview.begin(predictor, self.settings.threads)
        return preview.add


def exit_status(done: int, codes: Sequence[str]) -> int:
    """Exit status of a run with `done` masks and the `codes` of its errors."""
    if not codes:
        return OK
    return NOTHING_RAN if not done and set(codes) <= {"missing-model", "cluster"} else SOME_FAILED


def _first_predictor(jobs: Iterable[Job], predictors: Predictors) -> Predictor | None:
    for job in jobs:
        try:
            return predictors.get(job.model)
        except EngineError:
            continue
    return None


def _unforeseen(product: str, error: Exception) -> tuple[str, str]:
    """Code and sentence of what is no EngineError: memory ran out, or a fault of ours."""
    if lacks_memory(error):
        return "out-of-memory", (
            f"{product} needs more memory than there is. Choose a coarser resolution or a smaller patch."
        )
    return "internal", internal_sentence(product, error)
