"""Masking as a background task of QGIS."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QCoreApplication, QTemporaryDir, pyqtSignal

from ...bridge.command_words import bounds_words
from ...bridge.engine_process import EngineFailure, EngineProcess
from ...bridge.layers import ResultLayers, make_layers
from ...bridge.mask_result import MaskResult, path_inside, result_from_event
from ...bridge.portions import in_portions
from ...bridge.product_info import ProductInfo
from ...bridge.refine_view import refine_words
from ...bridge.settings import REFINEMENT, MaskSettings
from .engine_task import fraction_of, silent_flags

translate = QCoreApplication.translate


@dataclass(frozen=True)
class MaskRun:
    """Everything a run needs, copied in the main thread before it starts. `bounds` in `bounds_crs`, None for all."""

    interpreter: str
    products: tuple[ProductInfo, ...]
    settings: MaskSettings
    folder: str
    bounds: tuple[float, float, float, float] | None = None
    bounds_crs: str = ""

    def arguments(self, products: list[str]) -> list[str]:
        """The engine's command line for some of the products."""
        settings = self.settings
        command = ["mask", *products, "--out", self.folder, "--progress", "json"]
        command += ["--resolution", str(settings.resolution)]
        if settings.model != "auto":
            command += ["--model", settings.model]
        command += ["--device", settings.device, "--precision", settings.precision]
        command += ["--tta", str(settings.tta), "--buffer", str(settings.buffer)]
        command += refine_words({name: getattr(settings, name) for name in REFINEMENT})
        if settings.overlap >= 0:
            command += ["--overlap", str(settings.overlap)]
        if settings.confidence:
            command.append("--confidence")
        if settings.overwrite:
            command.append("--overwrite")
        if self.bounds is not None:
            command += bounds_words(self.bounds, self.bounds_crs)
        return command


@dataclass(frozen=True)
class FinishedMask:
    """A mask and its layers, which wait in the main thread to be added; None when they could not be opened."""

    result: MaskResult
    layers: ResultLayers | None


@dataclass(frozen=True)
class ProductError:
    """A product that could not be masked, with the engine's sentence."""

    product: str
    code: str
    message: str


@dataclass
class RunSummary:
    """What became of a run. `failure` is set when the engine as a whole failed; `cancelled` when the user ended it;
    `unfinished` are the paths with neither a mask nor an error."""

    masks: list[MaskResult] = field(default_factory=list)
    errors: list[ProductError] = field(default_factory=list)
    failure: EngineFailure | None = None
    cancelled: bool = False
    unfinished: list[str] = field(default_factory=list)


class MaskTask(QgsTask):
    """One run of the engine over some products. Everything it needs was copied; it touches no live layer.

    Its signals arrive in the main thread: `stage` (product, stage), `finished_mask` (FinishedMask), `failed_product`
    (ProductError), `previewed` (a rough mask of what is at work), `noted` (a line for the log), `ended` (RunSummary).
    """

    stage = pyqtSignal(str, str)
    finished_mask = pyqtSignal(object)
    failed_product = pyqtSignal(object)
    previewed = pyqtSignal(str)
    noted = pyqtSignal(str)
    ended = pyqtSignal(object)

    def __init__(self, run: MaskRun) -> None:
        text = translate("MaskTask", "Cloud mask of %n product(s)", None, len(run.products))
        super().__init__(text, silent_flags())
        self.settings = run
        self.summary = RunSummary()
        self._previews = QTemporaryDir()
        self._stretches = {product.path: product.stretch for product in run.products}
        self._stage = ("", "")
        self._done_share = (0.0, 1.0)
        self.is_at_work = False

    def run(self) -> bool:
        """Called by QGIS in a thread of its own."""
        self.is_at_work = True
        try:
            return self._mask()
        finally:
            self.is_at_work = False

    def _mask(self) -> bool:
        paths = [product.path for product in self.settings.products]
        done = 0
        try:
            if self.isCanceled():
                return False
            for portion in in_portions(paths):
                self._done_share = (done / len(paths), len(portion) / len(paths))
                command = [*self.settings.arguments(portion), "--previews", self._previews.path()]
                engine = EngineProcess(self.settings.interpreter, command)
                engine.run(self._take, self.isCanceled)
                self.noted.emit(engine.log)
                if self.isCanceled():
                    return False
                done += len(portion)
        except EngineFailure as failure:
            self.summary.failure = failure
            return False
        for path in self._unanswered():
            message = translate("MaskTask", "The engine ended without a mask or an error. See the log panel.")
            self._fail(ProductError(path, "no-answer", message))
        return not self.summary.errors

    def _unanswered(self) -> list[str]:
        answered = {mask.product for mask in self.summary.masks} | {error.product for error in self.summary.errors}
        return [product.path for product in self.settings.products if product.path not in answered]

    def finished(self, _result: bool) -> None:
        """Called by QGIS in the main thread, at whatever end."""
        self.summary.cancelled = self.isCanceled()
        self.summary.unfinished = self._unanswered()
        self.ended.emit(self.summary)

    def _take(self, event: dict) -> None:
        name = event["event"]
        if name == "progress":
            # The stage first: whoever sees the progress knows of what. A product that failed stays so.
            product = str(event.get("product", ""))
            if all(error.product != product for error in self.summary.errors):
                self._enter(product, str(event.get("stage", "")))
            start, share = self._done_share
            self.setProgress(100.0 * (start + share * fraction_of(event)))
        elif name == "result":
            self._finish(event)
        elif name == "preview":
            with contextlib.suppress(ValueError):  # it only serves to look at
                self.previewed.emit(path_inside(str(event.get("raster", "")), self._previews.path()))
        elif name == "error" and not event.get("product"):  # not of one product: nothing can run at all
            raise EngineFailure(str(event.get("code", "")), str(event.get("message", "")))
        elif name == "error":
            self._fail(
                ProductError(str(event.get("product", "")), str(event.get("code", "")), str(event.get("message", "")))
            )
        elif name == "start":
            facts = ("model", "device", "precision", "reason")
            self.noted.emit(", ".join(f"{fact}: {event[fact]}" for fact in facts if event.get(fact)))

    def _enter(self, product: str, stage: str) -> None:
        if (product, stage) != self._stage:
            self._stage = (product, stage)
            self.stage.emit(product, stage)

    def _finish(self, event: dict) -> None:
        try:
            result = result_from_event(event, self.settings.folder)
        except ValueError as error:
            raise EngineFailure(
                "engine-output",
                translate(
                    "MaskTask", "The engine's answer was refused ({reason}). Repair the engine in Set-up."
                ).format(reason=error),
            ) from error
        layers = None
        try:
            layers = make_layers(result, self._stretches.get(result.product, (0.0, 3000.0)))
        except ValueError as error:
            self.noted.emit(str(error))
        self.summary.masks.append(result)
        self.finished_mask.emit(FinishedMask(result, layers))

    def _fail(self, error: ProductError) -> None:
        self.summary.errors.append(error)
        self.failed_product.emit(error)
