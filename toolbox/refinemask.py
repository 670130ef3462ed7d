"""Processing algorithm: a new mask by own thresholds and margins."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from .engine_algorithm import EngineAlgorithm
from .layer_styles import MaskStyle, style_when_loaded
from .refinement_options import add_refinement, refinement_words
from .sections import using_masks

translate = QCoreApplication.translate


class RefineMask(EngineAlgorithm):
    """A new mask by own thresholds and margins."""

    INPUT = "INPUT"
    OUTPUT = "OUTPUT"

    def name(self) -> str:
        """Id within the provider."""
        return "refinemask"

    def title(self) -> str:
        """Name in the toolbox."""
        return self.tr("Refine a mask")

    def section(self) -> tuple[str, str]:
        """Group in the toolbox."""
        return using_masks()

    def tags(self) -> list[str]:
        """Words that find it in the toolbox."""
        return self.tr("threshold,margin,buffer,confidence,probability,sieve,holes,dilate").split(",")

    def shortDescription(self) -> str:
        """Tooltip in the toolbox."""
        return self.tr(
            "Own thresholds, margins in metres, smallest object and holes from a confidence raster, without "
            "predicting again."
        )

    def shortHelpString(self) -> str:
        """Text beside the dialog."""
        return self.tr(
            "<p>Makes a new mask from a <b>confidence raster</b> (made with the mask on request) without "
            "predicting again: own thresholds for each class, a margin in metres around each, the smallest "
            "object that stays and the smallest gap that stays open. From a <b>mask</b> all but thresholds is "
            "possible.</p><p>A class counts where its probability reaches its threshold, without one where it is "
            "the likeliest. The new mask keeps its provenance and says what was changed.</p>"
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        self.add(
            QgsProcessingParameterRasterLayer(self.INPUT, self.tr("Confidence raster or mask")),
            self.tr("<product>_confidence.tif by this plugin; or a mask where no threshold is given."),
        )
        add_refinement(self)
        self.add(
            QgsProcessingParameterRasterDestination(self.OUTPUT, self.tr("Refined mask")),
            self.tr("A mask (.tif) with its style and provenance beside it."),
        )
        for name, title in fraction_outputs():
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def problem(self, parameters: dict, context: QgsProcessingContext) -> str:
        """Why these values cannot work."""
        return self.output_problem(parameters, {self.OUTPUT: ".tif"}, context)

    def read_inputs(self, parameters: dict, context: QgsProcessingContext) -> None:
        """Copy the inputs."""
        self._words = ["refine", self.raster_path(parameters, self.INPUT, context), "--overwrite"]
        self._words += refinement_words(self, parameters, context)

    def processAlgorithm(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Write the new mask."""
        output = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        result = self.run_one([*self._words, "--out", output], feedback)
        style_when_loaded(output, MaskStyle(), context)
        shares = {
            f"{name.upper()}_PERCENT": None if share is None else round(100 * float(share), 4)
            for name, share in result["fractions"].items()
        }
        return {self.OUTPUT: output, **shares}


def fraction_outputs() -> list[tuple[str, str]]:
    """Names and titles of the class shares."""
    return [
        ("CLEAR_PERCENT", translate("RefineMask", "Clear (%)")),
        ("THICK_CLOUD_PERCENT", translate("RefineMask", "Thick cloud (%)")),
        ("THIN_CLOUD_PERCENT", translate("RefineMask", "Thin cloud (%)")),
        ("CLOUD_SHADOW_PERCENT", translate("RefineMask", "Cloud shadow (%)")),
        ("NO_DATA_PERCENT", translate("RefineMask", "No data (%)")),
    ]
