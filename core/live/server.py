"""The warm engine's loop: requests as lines come in, answers as events go out; a newer view ends the older at once."""

from __future__ import annotations

import contextlib
import json
import queue
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..aftermask.refined_part import refined_part
from ..errors import EngineError, internal_sentence, lacks_memory
from ..events import JsonReporter, Reporter
from ..masking.mask_granule import model_titles
from ..masking.refinement import Refinement
from ..products.grid import product_grid
from ..rasters.passing import PassingRasters
from ..runs.mask_request import MaskRequest
from ..runs.predictors import Predictors
from .answer import FINAL, Answer
from .session import Session, Superseded
from .view_request import ViewRequest

# What a request for a run may leave out.
SETTINGS = {"bounds": None}
RUN = {"models": (), "out": None, "mask_file": None, "device": "auto", "precision": "auto", "named_apart": None}

RunOf = Callable[[list[str]], tuple[list[str], MaskRequest]]


@dataclass(frozen=True)
class _Arrived:
    """A request, its number in the order of arrival and when that was."""

    number: int
    at: float
    data: dict[str, Any]


class Server:
    """Takes requests from one thread and works on them in another, `work`, the newest of each view only."""

    def __init__(
        self, session: Session, predictors: Predictors, reporter: Reporter, folder: str | None, run_of: RunOf
    ) -> None:
        """`run_of`: products and request of a command line. EngineError `output-folder` when `folder` is none."""
        self._session, self._predictors, self._reporter, self._run_of = session, predictors, reporter, run_of
        self._answers = PassingRasters(folder)
        self._requests: queue.SimpleQueue[_Arrived] = queue.SimpleQueue()
        self._newest: dict[str, int] = {}  # number of the newest request of each view

    def listen(self, lines: Iterable[str]) -> None:
        """Take requests until the lines end."""
        for number, line in enumerate(lines):
            if not line.strip():
                continue
            try:
                data = json.loads(line)
                if not isinstance(data, dict):
                    raise ValueError("no object")
            except (ValueError, RecursionError) as error:
                self._reporter.error("", "bad-settings", f"A request is one JSON object a line ({error}).")
                continue
            if data.get("request") in ("view", "refine", "cancel"):
                self._newest[str(data.get("view", ""))] = number
            self._requests.put(_Arrived(number, time.monotonic(), data))

    def work(self, idle: float) -> None:
        """Answer requests, until none has come for `idle` seconds."""
        with contextlib.closing(self._answers):
            while True:
                if self._requests.empty():
                    with contextlib.suppress(Exception):  # nobody has asked; whoever does is told
                        self._session.look_ahead(lambda: not self._requests.empty())
                try:
                    self._handle(self._requests.get(timeout=idle))
                except queue.Empty:
                    return

    def _handle(self, arrived: _Arrived) -> None:
        data = arrived.data
        kind, product = data.get("request"), str(data.get("product", ""))
        about = {"id": data.get("id"), "view": str(data.get("view", ""))}
        try:
            if kind == "view":
                self._look(arrived, about)
            elif kind == "refine":
                self._refine(arrived, about)
            elif kind == "mask":
                self._mask(data, about)
            elif kind != "cancel":
                raise EngineError("bad-settings", f"A request is a view, refine, a mask or a cancel, not {kind!r}.")
        except Superseded:
            self._reporter.tell("superseded", **about)
        except EngineError as error:
            self._reporter.tell("error", **about, product=product, code=error.code, message=error.message)
        except Exception as error:
            code, message = "internal", internal_sentence(product, error)
            if lacks_memory(error):
                code, message = "out-of-memory", f"{product} needs more memory than there is. Close other programs."
            self._reporter.tell("error", **about, product=product, code=code, message=message)

    def _look(self, arrived: _Arrived, about: Mapping[str, Any]) -> None:
        def is_stale() -> bool:
            return self._newest[about["view"]] != arrived.number

        if is_stale():
            raise Superseded
        request = ViewRequest.from_json(arrived.data)
        granule = self._session.granule(request)
        self._reporter.tell("where", **about, product=request.product, granule=granule.name, crs=granule.crs,
                            bounds=list(product_grid(granule, 60).bounds))  # fmt: skip
        with contextlib.closing(self._session.answer(request, is_stale)) as answers:
            for answer in answers:
                if is_stale():
                    raise Superseded
                seconds = round(time.monotonic() - arrived.at, 3)
                self._reporter.tell("answer", **about, **self._facts(request, answer), seconds=seconds)

    def _facts(self, request: ViewRequest, answer: Answer) -> dict[str, Any]:
        titles = model_titles(answer.predictor.model)
        return {
            "stage": answer.stage,
            "product": request.product,
            "granule": answer.granule,
            "raster": self._answers.write(answer.classes, answer.grid),
            "resolution": answer.grid.resolution,
            "model": answer.predictor.model.name,
            "weights_sha256": answer.predictor.weights_sha256,
            "precision": answer.predictor.precision,
            "classes": {str(value): title for value, title in titles.items()},
            "fractions": answer.fractions,
        }

    def _refine(self, arrived: _Arrived, about: Mapping[str, Any]) -> None:
        """The view of a mask as `refine` would make it: one answer, at once."""
        if self._newest[about["view"]] != arrived.number:
            raise Superseded
        request = ViewRequest.from_json(arrived.data)
        try:
            refinement = Refinement(**arrived.data["refinement"])
        except (KeyError, TypeError) as error:
            raise EngineError("bad-settings", f"A request lacks or misstates a field ({error!r}).") from error
        part = refined_part(request.product, refinement, request.bounds, request.bounds_crs, request.size)
        self._reporter.tell(
            "answer", **about, stage=FINAL, product=request.product, granule=Path(request.product).stem,
            raster=self._answers.write(part.classes, part.grid), resolution=part.grid.resolution, model="",
            classes={str(value): title for value, title in part.titles.items()}, fractions=part.fractions,
            seconds=round(time.monotonic() - arrived.at, 3),
        )  # fmt: skip

    def _mask(self, data: dict[str, Any], about: Mapping[str, Any]) -> None:
        """An ordinary run in this process, with the networks that are loaded; its events carry the request's id.

        The last one is `end`, whatever happens.
        """
        reporter = _Tagged({"id": about["id"]})
        try:
            products, request = self._asked(data)
            fits = self._predictors.serves(request.device, request.precision)
            request.mask(products, reporter, self._predictors if fits else None)
        except EngineError as error:
            reporter.error("", error.code, error.message)
            reporter.end(0, 1)
        except Exception as error:
            code, message = "internal", internal_sentence("mask", error)
            if lacks_memory(error):
                code, message = "out-of-memory", "mask needs more memory than there is."
            reporter.error("", code, message)
            reporter.end(0, 1)

    def _asked(self, data: dict[str, Any]) -> tuple[list[str], MaskRequest]:
        try:
            if "words" in data:
                return self._run_of([str(word) for word in data["words"]])
            run = {**RUN, **data["run"], "settings": {**SETTINGS, **data["run"]["settings"]}}
            return [str(product) for product in data["products"]], MaskRequest.from_json(run)
        except (KeyError, TypeError, ValueError) as error:
            raise EngineError("bad-settings", f"A run lacks or misstates a field ({error!r}).") from error


class _Tagged(JsonReporter):
    """Events that say which request they belong to."""

    def __init__(self, tag: Mapping[str, Any]) -> None:
        super().__init__()
        self._tag = tag

    def _emit(self, event: dict[str, Any]) -> None:
        super()._emit({**event, **self._tag})
