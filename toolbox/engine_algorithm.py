"""What the algorithms share: the engine as a child process, its events as feedback, its sentences as errors."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProviderRegistry,
)
from qgis.PyQt.QtCore import QCoreApplication, QUrl
from qgis.PyQt.QtGui import QIcon

from ..bridge.background import waiting
from ..bridge.engine_process import EngineFailure, EngineProcess
from ..bridge.environment import engine_interpreter, how_to_set_up
from ..bridge.product_search import AS_VRT
from ..bridge.warm_engine import NotWarm, warm_engine
from .qgis_enums import ADVANCED

translate = QCoreApplication.translate
HELP_PAGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "help.html")


@dataclass
class EngineRun:
    """What one or several runs of the engine said: `result` and `error` events in the order they came."""

    results: list[dict[str, Any]] = field(default_factory=list)
    errors: list[dict[str, Any]] = field(default_factory=list)


class EngineAlgorithm(QgsProcessingAlgorithm):
    """An algorithm whose work is done by a command of the engine.

    A child declares itself with `name`, `title`, `section` and help, refuses in `problem`, reads its inputs in
    `read_inputs` (main thread) and works in `processAlgorithm` (any thread).
    """

    def createInstance(self) -> EngineAlgorithm:
        """Called by QGIS for every run."""
        return type(self)()

    def tr(self, text: str) -> str:
        """Translate in the context of the algorithm's class."""
        return translate(type(self).__name__, text)

    def title(self) -> str:
        """The name that people read."""
        raise NotImplementedError

    def section(self) -> tuple[str, str]:
        """Id and name of the group in the toolbox."""
        raise NotImplementedError

    def problem(self, parameters: dict, context: QgsProcessingContext) -> str:
        """One sentence why these values cannot work; empty when they can. Asked before any work starts."""
        return ""

    def read_inputs(self, parameters: dict, context: QgsProcessingContext) -> None:
        """Copy what the run needs out of live layers and the project. Called in the main thread."""

    def displayName(self) -> str:
        """Called by QGIS."""
        return self.title()

    def groupId(self) -> str:
        """Called by QGIS."""
        return self.section()[0]

    def group(self) -> str:
        """Called by QGIS."""
        return self.section()[1]

    def icon(self) -> QIcon:
        """The provider's icon."""
        return self.provider().icon() if self.provider() else super().icon()

    def svgIconPath(self) -> str:
        """The provider's icon as a file."""
        return self.provider().svgIconPath() if self.provider() else super().svgIconPath()

    def helpUrl(self) -> str:
        """The part of the help page on this algorithm."""
        return help_url(self.name())

    def canExecute(self) -> tuple[bool, str]:
        """Whether the engine is set up, and how to do it when not."""
        return (True, "") if engine_interpreter() else (False, how_to_set_up())

    def add(self, parameter: QgsProcessingParameterDefinition, help_text: str, advanced: bool = False) -> None:
        """Declare a parameter with its help."""
        parameter.setHelp(help_text)
        if advanced:
            parameter.setFlags(parameter.flags() | ADVANCED)
        self.addParameter(parameter)

    def checkParameterValues(self, parameters: dict, context: QgsProcessingContext) -> tuple[bool, str]:
        """Called by QGIS before a run: QGIS' own checks, then ours."""
        accepted, sentence = super().checkParameterValues(parameters, context)
        if accepted:
            sentence = self.problem(parameters, context)
        return not sentence, sentence

    def prepareAlgorithm(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Called by QGIS in the main thread. A step of a model comes here without `checkParameterValues`."""
        sentence = self.problem(parameters, context)
        if sentence:
            raise QgsProcessingException(sentence)
        self.read_inputs(parameters, context)
        return True

    def raster_path(self, parameters: dict, name: str, context: QgsProcessingContext) -> str:
        """GDAL path of a raster input. QgsProcessingException when it is no file that the engine can open."""
        layer = self.parameterAsRasterLayer(parameters, name, context)
        if layer is None:
            raise QgsProcessingException(self.invalidRasterError(parameters, name))
        return gdal_path(layer)

    def output_problem(
        self, parameters: dict, endings: Mapping[str, str | tuple[str, ...]], context: QgsProcessingContext
    ) -> str:
        """Why an output cannot be written where it should be; empty when it can. `endings`: of each parameter."""
        for name, ending in endings.items():
            path = _destination(parameters.get(name))
            if not path or path == QgsProcessing.TEMPORARY_OUTPUT:
                continue
            if not path.lower().endswith(ending):
                return translate("EngineAlgorithm", "{path} must end with {ending}. Choose another name.").format(
                    path=path, ending=ending if isinstance(ending, str) else " / ".join(ending)
                )
            folder = _existing(os.path.dirname(os.path.abspath(path)))
            if not (os.path.isdir(folder) and os.access(folder, os.W_OK)):
                return translate("EngineAlgorithm", "{folder} cannot be written. Choose another output folder.").format(
                    folder=folder
                )
        return ""

    def run_engine(
        self,
        arguments: list[str],
        feedback: QgsProcessingFeedback,
        share: tuple[float, float] = (0.0, 1.0),
        show_errors: bool = True,
        may_be_warm: bool = False,
    ) -> EngineRun:
        """Run a command to its end; its progress is the part of the whole from share[0] to share[1].

        may_be_warm: let an engine do it that stays between runs, where they follow each other.

        Failures of single products come back as errors, and are shown as they happen. QgsProcessingException when the
        user cancelled or the engine as a whole failed.
        """
        interpreter = engine_interpreter()
        if not interpreter:
            raise QgsProcessingException(how_to_set_up())
        feedback.pushCommandInfo("s2cloudmask " + " ".join(shlex.quote(word) for word in arguments))
        said = EngineRun()
        try:
            with waiting():
                if may_be_warm:
                    try:
                        take = _Listener(said, feedback, share, show_errors).take
                        warm_engine.run(interpreter, arguments, take, feedback.isCanceled)
                    except NotWarm:
                        said, may_be_warm = EngineRun(), False
                if not may_be_warm:
                    process = EngineProcess(interpreter, [*arguments, "--progress", "json"])
                    process.run(_Listener(said, feedback, share, show_errors).take, feedback.isCanceled)
        except EngineFailure as failure:
            if failure.details:
                feedback.pushDebugInfo(failure.details)
            raise QgsProcessingException(failure.message) from failure
        if feedback.isCanceled():
            raise QgsProcessingException(translate("EngineAlgorithm", "Cancelled. Nothing unfinished was left behind."))
        return said

    def run_one(
        self,
        arguments: list[str],
        feedback: QgsProcessingFeedback,
        share: tuple[float, float] = (0.0, 1.0),
        may_be_warm: bool = False,
    ) -> dict[str, Any]:
        """Run a command that gives one result. QgsProcessingException with the engine's sentence when it gives none."""
        said = self.run_engine(arguments, feedback, share, show_errors=False, may_be_warm=may_be_warm)
        if said.errors:
            raise QgsProcessingException(str(said.errors[0]["message"]))
        if not said.results:
            raise QgsProcessingException(
                translate("EngineAlgorithm", "The engine ended without a result. Repair it in Set-up.")
            )
        return said.results[-1]


class _Listener:
    """Turns the engine's events into feedback and keeps what came of the run."""

    def __init__(
        self, said: EngineRun, feedback: QgsProcessingFeedback, share: tuple[float, float], show_errors: bool
    ) -> None:
        self._said = said
        self._show_errors = show_errors
        self._feedback = feedback
        self._start, self._stop = share
        self._stage = ""

    def take(self, event: dict[str, Any]) -> None:
        name = event["event"]
        if name == "start":
            facts = [f"{fact}: {event[fact]}" for fact in ("model", "engine", "device", "precision") if event.get(fact)]
            for line in (", ".join(facts), event.get("reason")):
                if line:
                    self._feedback.pushInfo(str(line))
        elif name == "progress":
            self._progress(event)
        elif name in ("result", "product"):
            self._said.results.append(event)
        elif name == "error":
            self._said.errors.append(event)
            if self._show_errors:
                self._feedback.reportError(str(event["message"]))

    def _progress(self, event: dict[str, Any]) -> None:
        fraction = min(1.0, max(0.0, float(event.get("fraction") or 0.0)))
        self._feedback.setProgress(100.0 * (self._start + (self._stop - self._start) * fraction))
        stages = {
            "read": translate("EngineAlgorithm", "Reading {product}…"),
            "predict": translate("EngineAlgorithm", "Predicting {product}…"),
            "write": translate("EngineAlgorithm", "Writing {product}…"),
        }
        name = str(event.get("stage", ""))
        stage = stages.get(name, name).format(product=os.path.basename(str(event.get("product", ""))))
        if stage != self._stage:
            self._stage = stage
            self._feedback.setProgressText(stage)


def help_url(algorithm: str) -> str:
    """Address of the part of the help page on an algorithm."""
    url = QUrl.fromLocalFile(HELP_PAGE)
    url.setFragment(algorithm)
    return url.toString()


def gdal_path(layer: Any) -> str:
    """What GDAL opens for a raster layer. QgsProcessingException when the layer is not read by GDAL."""
    if layer.providerType() != "gdal":
        raise QgsProcessingException(
            translate(
                "EngineAlgorithm", "{layer} is no raster file (its source is {provider}). Save it as a GeoTIFF first."
            ).format(layer=layer.name(), provider=layer.providerType())
        )
    source = layer.source().removeprefix(AS_VRT)
    parts = QgsProviderRegistry.instance().decodeUri("gdal", source)
    path = str(parts.get("path") or "")
    return path if path and not parts.get("layerName") else source


def _existing(path: str) -> str:
    """The path, or the first above it that is there."""
    while not os.path.exists(path) and os.path.dirname(path) != path:
        path = os.path.dirname(path)
    return path


def _destination(value: Any) -> str:
    """Path of an output parameter, whichever of QGIS' forms it has."""
    value = getattr(value, "sink", value)  # QgsProcessingOutputLayerDefinition
    value = value.staticValue() if hasattr(value, "staticValue") else value  # QgsProperty
    return str(value or "")
