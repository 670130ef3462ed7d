"""Many products, one after the other: what fails is said and the others go on; what is there already is not redone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from ..errors import EngineError, internal_sentence, lacks_memory
from ..events import Reporter
from ..masking.mask_granule import MaskSettings, confidence_name, mask_granule
from ..networks.catalog import Model
from ..networks.engines import Predictor
from ..networks.ensemble import open_network
from ..system import gdal_settings
from .jobs import Job, _jobs
from .read_ahead import ReadAhead

OK, SOME_FAILED, NOTHING_RAN = 0, 1, 3


class Predictors:
    """Opens each model once; what fails once fails for all its products, with the same sentence."""

    def __init__(self, device: str, precision: str, threads: int | None = None) -> None:
        self._device, self._precision, self._threads = device, precision, threads
        self._open: dict[str, Predictor | EngineError] = {}

    def get(self, model: Model) -> Predictor:
        """Predictor of `model`. EngineError as `open_network` raises it."""

        if model.name not in self._open:
            try:
                self._open[model.name] = open_network(
                    model, device=self._device, precision=self._precision, threads=self._threads
                )
            except EngineError as error:
                self._open[model.name] = error
        found = self._open[model.name]
        if isinstance(found, EngineError):
            raise found
        return found


def mask_products(
    products: Sequence[str],
    *,
    models: Sequence[str],
    settings: MaskSettings,
    out: str | None = None,
    mask_file: str | None = None,
    device: str = "auto",
    precision: str = "auto",
    reporter: Reporter,
    predictors: Predictors | None = None,
) -> int:
    """Mask every granule of every product with every model, into folder `out` or the one file `mask_file`.

    predictors: networks that an earlier call has opened already.
    Returns the exit status: 0 all done, 1 some failed, 3 nothing could run.
    """
    gdal_settings.hold_tiles(settings.resolution)
    jobs, refused = _jobs(products, models, settings, out, mask_file)
    predictors = predictors or Predictors(device, precision)
    with ReadAhead(jobs, settings) as ahead:
        return _run(jobs, refused, settings, predictors, ahead, reporter)


def _run(
    jobs: Sequence[Job],
    refused: Sequence[tuple[str, EngineError]],
    settings: MaskSettings,
    predictors: Predictors,
    ahead: ReadAhead,
    reporter: Reporter,
) -> int:

    ahead.begin_after(-1)  # reads while the network is loaded
    first = _first_predictor(jobs, predictors)
    started: dict[str, Any] = {"products": len(jobs) + len(refused)}
    if first:
        started |= {
            "model": first.model.name, "device": first.device, "precision": first.precision, "engine": first.engine,
            "reason": jobs[0].reason,
        }  # fmt: skip
    reporter.start(**started)
    for product, error in refused:
        reporter.error(product, error.code, error.message)
    done = 0
    codes = [error.code for _, error in refused]
    for number, job in enumerate(jobs):

        def on_progress(stage: str, fraction: float, number: int = number, job: Job = job) -> None:
            reporter.progress(job.product, stage, (number + fraction) / len(jobs))

        try:
            finished = _finished(job, settings)
            if finished:
                reporter.result(**finished)
            else:
                predictor = predictors.get(job.model)
                source = ahead.take(number)
                result = mask_granule(job.granule, job.target, predictor, settings, on_progress, source)
                for note in result.facts["notes"]:
                    reporter.note(note)
                reporter.result(**_result_event(job, result))
            done += 1
        except EngineError as error:
            codes.append(error.code)
            reporter.error(job.product, error.code, error.message)
        except Exception as error:
            code, sentence = _unforeseen(job.product, error)
            codes.append(code)
            reporter.error(job.product, code, sentence)
    reporter.end(done, len(codes))
    return exit_status(done, codes)


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


def _finished(job: Job, settings: MaskSettings) -> dict[str, Any] | None:
    """Result event of a mask that an earlier run made just so; None when it is to be made.

    EngineError `exists` when another file is there and overwriting was not asked for.
    """
    if settings.overwrite or not job.target.exists():
        return None
    wanted = settings.checked_for(job.model)
    try:
        facts = json.loads(job.target.with_suffix(".json").read_text("utf-8"))
        same = facts["model"] == job.model.name and all(
            facts[name] == (list(value) if isinstance(value, tuple) else value)
            for name in ("resolution", "patch", "overlap", "tta", "buffer", "bounds", "bounds_crs")
            for value in (getattr(wanted, name),)
        )
        fractions = facts["fractions"]
    except (OSError, ValueError, KeyError, TypeError):
        same = False

    confidence = job.target.with_name(f"{confidence_name(job.target.stem)}.tif")
    if not same or (settings.confidence and not confidence.exists()):
        raise EngineError(
            "exists", f"{job.target} is there already, made with other settings. Ask to overwrite it, or choose "
            "another output folder.",
        )  # fmt: skip
    return {
        **_event_of(job, facts),
        "confidence": str(confidence) if settings.confidence else None,
        "seconds": 0.0,
        "fractions": fractions,
        "skipped": True,
    }


def _event_of(job: Job, facts: dict[str, Any]) -> dict[str, Any]:
    return {
        "product": job.product,
        "granule": job.granule.name,
        "mask": str(job.target),
        "qml": str(job.target.with_suffix(".qml")),
        "json": str(job.target.with_suffix(".json")),
        "model": facts["model"],
        "weights_sha256": facts["weights_sha256"],
        "resolution": facts["resolution"],
        "notes": facts.get("notes", []),
        "true_colour": job.granule.true_colour,
        "bands": {name: band.path for name, band in job.granule.bands.items()},
    }


def _result_event(job: Job, result: Any) -> dict[str, Any]:
    return {
        **_event_of(job, result.facts),
        "confidence": result.confidence,
        "seconds": round(result.seconds, 3),
        "stages": {name: round(seconds, 3) for name, seconds in result.stages.items()},
        "patches": result.patches,
        "fractions": result.fractions,
    }


def _unforeseen(product: str, error: Exception) -> tuple[str, str]:
    """Code and sentence of what is no EngineError: memory ran out, or a fault of ours."""
    if lacks_memory(error):
        return "out-of-memory", (
            f"{product} needs more memory than there is. Choose a coarser resolution or a smaller patch."
        )
    return "internal", internal_sentence(product, error)
