"""Processing algorithm: a new mask by own thresholds and margins."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..bridge.command_words import number_word
from .engine_algorithm import EngineAlgorithm
from .layer_styles import MaskStyle, style_when_loaded
from .sections import using_masks

translate = QCoreApplication.translate

REAL = QgsProcessingParameterNumber.Type.Double
OPTIONS = {
    "CLOUD": "--cloud-threshold",
    "THIN": "--thin-threshold",
    "SHADOW": "--shadow-threshold",
    "CLOUD_MARGIN": "--cloud-margin",
    "THIN_MARGIN": "--thin-margin",
    "SHADOW_MARGIN": "--shadow-margin",
    "SMALLEST": "--smallest-object",
    "HOLES": "--fill-holes",
}


class RefineMask(EngineAlgorithm):
    """A new mask by own thresholds and margins."""

    INPUT = "INPUT"
    CLOUD = "CLOUD"
    THIN = "THIN"
    SHADOW = "SHADOW"
    CLOUD_MARGIN = "CLOUD_MARGIN"
    THIN_MARGIN = "THIN_MARGIN"
    SHADOW_MARGIN = "SHADOW_MARGIN"
    SMALLEST = "SMALLEST"
    HOLES = "HOLES"
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
        for name, title in (
            (self.CLOUD, self.tr("Threshold of thick cloud")),
            (self.THIN, self.tr("Threshold of thin cloud")),
            (self.SHADOW, self.tr("Threshold of cloud shadow")),
        ):
            self.add(
                QgsProcessingParameterNumber(
                    name, title, type=REAL, defaultValue=None, optional=True, minValue=0.01, maxValue=1.0
                ),
                self.tr(
                    "Probability, 0.01 to 1, from which on a pixel is of this class. Empty: where it is the likeliest."
                ),
            )
        for name, title in (
            (self.CLOUD_MARGIN, self.tr("Margin around thick cloud (metres)")),
            (self.THIN_MARGIN, self.tr("Margin around thin cloud (metres)")),
            (self.SHADOW_MARGIN, self.tr("Margin around cloud shadow (metres)")),
        ):
            self.add(
                QgsProcessingParameterNumber(name, title, type=REAL, defaultValue=0.0, minValue=0.0, maxValue=5000.0),
                self.tr("Clear pixels within this distance become of this class."),
            )
        for name, title, text in (
            (
                self.SMALLEST,
                self.tr("Smallest object (square metres)"),
                self.tr("Smaller cloud or shadow becomes clear."),
            ),
            (self.HOLES, self.tr("Smallest gap (square metres)"), self.tr("Smaller clear gaps in cloud are filled.")),
        ):
            self.add(QgsProcessingParameterNumber(name, title, type=REAL, defaultValue=0.0, minValue=0.0), text)
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
        for name, option in OPTIONS.items():
            if self.parameterAsString(parameters, name, context):
                self._words += [option, number_word(self.parameterAsDouble(parameters, name, context))]

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
