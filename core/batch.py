"""Many products, one after the other: what fails is said and the others go on; what is there already is not redone."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import gdal
from .errors import EngineError, lacks_memory
from .events import Reporter
from .readahead import ReadAhead

if TYPE_CHECKING:
    from .networks.catalog import Model
    from .networks.engines import Predictor
    from .pipeline import MaskSettings
    from .product import Granule

OK, SOME_FAILED, NOTHING_RAN = 0, 1, 3


@dataclass(frozen=True)
class Job:
    """One mask to make: of `granule`, with `model`, into `target`. `product` is the path as the user gave it."""

    product: str
    granule: Granule
    model: Model
    reason: str
    target: Path


class Predictors:
    """Opens each model once; what fails once fails for all its products, with the same sentence."""

    def __init__(self, device: str, precision: str, threads: int | None = None) -> None:
        self._device, self._precision, self._threads = device, precision, threads
        self._open: dict[str, Predictor | EngineError] = {}

    def get(self, model: Model) -> Predictor:
        """Predictor of `model`. EngineError as `open_network` raises it."""
        from .networks.ensemble import open_network

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
    gdal.hold_tiles(settings.resolution)
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
    from .pipeline import mask_granule

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
                _warn_of_pixel_size(job, settings.resolution, reporter)
                predictor = predictors.get(job.model)
                source = ahead.take(number)
                result = mask_granule(job.granule, job.target, predictor, settings, on_progress, source)
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


def _warn_of_pixel_size(job: Job, resolution: int, reporter: Reporter) -> None:
    from .reader import product_grid

    size = abs(product_grid(job.granule, resolution).transform.a)
    if job.granule.crs and not 0.5 < size / resolution < 2:
        reporter.note(
            f"{job.granule.name}: its pixels are {size:.0f} m, not {resolution} m. The networks were trained on 10 to "
            "60 m; do not trust this mask."
        )


def _jobs(
    products: Sequence[str], models: Sequence[str], settings: MaskSettings, out: str | None, mask_file: str | None
) -> tuple[list[Job], list[tuple[str, EngineError]]]:
    """What there is to do, and the products that cannot run with the reason."""
    from .networks.catalog import auto_model
    from .networks.ensemble import find_network
    from .product import open_product

    jobs: list[Job] = []
    refused: list[tuple[str, EngineError]] = []
    targets: set[Path] = set()
    for product in dict.fromkeys(products):
        try:
            opened = open_product(product)
            for granule in opened.granules:
                for asked in models or ("auto",):
                    reason = ""
                    if asked == "auto":
                        model, reason = auto_model(granule.level, settings.resolution)
                    else:
                        model = find_network(asked)
                    target = (
                        Path(mask_file)
                        if mask_file
                        else Path(out or ".") / mask_name(granule, model, settings.resolution, len(set(models)) > 1)
                    )
                    target = Path(os.path.abspath(target))
                    if target in targets:
                        raise EngineError(
                            "exists", f"{target} would hold the masks of two products; {product} is left out. "
                            "Rename one, or give it another output folder.",
                        )  # fmt: skip
                    targets.add(target)
                    jobs.append(Job(product, granule, model, reason, target))
        except EngineError as error:
            refused.append((product, error))
        except Exception as error:
            refused.append((product, EngineError("internal", internal_sentence(product, error))))
    return jobs, refused


def mask_name(granule: Granule, model: Model, resolution: int, with_model: bool) -> str:
    """File name of a mask: `<product>_cloudmask.tif`, or `<product>_<resolution>m_<model>.tif` among several."""
    if not with_model:
        return f"{granule.name}_cloudmask.tif"
    return f"{granule.name}_{resolution}m_{model.name.replace(os.sep, '_')}.tif"


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
    from .pipeline import confidence_name

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


def internal_sentence(what: str, error: Exception) -> str:
    """A sentence for a fault of ours; S2CLOUDMASK_DEBUG=1 prints the traceback as well."""
    if os.environ.get("S2CLOUDMASK_DEBUG"):
        import traceback

        traceback.print_exception(error, file=sys.stderr)
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "unknown"
    return f"{what} met a fault of the program ({type(error).__name__} at {where}: {error}). Please report it."
