"""Processing algorithm: how well a mask agrees with a reference."""

from __future__ import annotations

import os
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from .engine_algorithm import EngineAlgorithm
from .layer_styles import MaskStyle, style_when_loaded
from .sections import checking_masks

PRESETS = ["ours", "scl", "fmask", "kappamask", "s2cloudless", "s2cloudless_probability", "ukis", "qa60"]
EXPERIMENTS = ("cloud", "shadow", "invalid")  # of CloudSEN12 (Aybar et al. 2022): {1, 2}, {3}, {1, 2, 3}
FIGURES = ("pa", "ua", "f1", "iou", "boa")


class CompareMasks(EngineAlgorithm):
    """Confusion matrix, agreement raster and report of a mask against a reference."""

    MASK = "MASK"
    REFERENCE = "REFERENCE"
    PRESET = "PRESET"
    CLASSES_FILE = "CLASSES_FILE"
    MASK_PRESET = "MASK_PRESET"
    SAMPLE = "SAMPLE"
    SEED = "SEED"
    CONFUSION = "CONFUSION"
    AGREEMENT = "AGREEMENT"
    REPORT = "REPORT"
    PIXELS = "PIXELS"
    OVERALL_ACCURACY = "OVERALL_ACCURACY"
    KAPPA = "KAPPA"

    def name(self) -> str:
        """Id within the provider."""
        return "comparemasks"

    def title(self) -> str:
        """Name in the toolbox."""
        return self.tr("Compare a mask with a reference")

    def section(self) -> tuple[str, str]:
        """Group in the toolbox."""
        return checking_masks()

    def tags(self) -> list[str]:
        """Words that find it in the toolbox."""
        return self.tr("accuracy,confusion,agreement,validation,kappa,f1,iou,balanced,cloudsen12,fmask,scl").split(",")

    def shortDescription(self) -> str:
        """Tooltip in the toolbox."""
        return self.tr("Counts how a mask agrees with another algorithm's mask or with labels: matrix, map, report.")

    def shortHelpString(self) -> str:
        """Text beside the dialog."""
        return self.tr(
            "<p>Compares a mask with a <b>reference</b>: the mask of another algorithm, or labels. The class map says "
            "what the reference's values mean. The reference is laid on the mask's grid by nearest neighbour; pixels "
            "where either has no data are left out.</p><p>Gives a confusion table, a raster of where the two agree and "
            "differ, and a report with producer's accuracy (PA, recall), user's accuracy (UA, precision), F1, IoU and "
            "balanced accuracy (BOA) of the classes and of the three CloudSEN12 experiments: <b>cloud</b> (thick and "
            "thin), <b>shadow</b>, <b>invalid</b> (all three). The figures are shares from 0 to 1; one that is not "
            "defined (no cloud at all, say) is left empty.</p>"
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        self.add(
            QgsProcessingParameterRasterLayer(self.MASK, self.tr("Mask")),
            self.tr("The mask to judge; the comparison is made on its grid."),
        )
        self.add(
            QgsProcessingParameterRasterLayer(self.REFERENCE, self.tr("Reference")),
            self.tr("What is taken for right, on any grid: another mask, or labels."),
        )
        self.add(
            _preset(self.PRESET, self.tr("Class map of the reference")),
            self.tr(
                "What the reference's values mean: this plugin's classes, Sen2Cor's SCL, Fmask … In scripts by name."
            ),
        )
        self.add(
            QgsProcessingParameterFile(
                self.CLASSES_FILE,
                self.tr("Class map of your own (instead of the one above)"),
                behavior=QgsProcessingParameterFile.Behavior.File,
                extension="toml",
                optional=True,
            ),
            self.tr("A TOML file that lists the reference's values for clear, thick_cloud, thin_cloud, cloud_shadow."),
            advanced=True,
        )
        self.add(
            _preset(self.MASK_PRESET, self.tr("Class map of the mask")),
            self.tr("What the mask's values mean, when it is not a mask by this plugin."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                self.SAMPLE,
                self.tr("Random sample (pixels)"),
                type=QgsProcessingParameterNumber.Type.Integer,
                optional=True,
                minValue=1,
            ),
            self.tr("Counts this many valid pixels drawn at random, and gives an interval. Empty: all pixels."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                self.SEED,
                self.tr("Seed of the sample"),
                type=QgsProcessingParameterNumber.Type.Integer,
                defaultValue=0,
                minValue=0,
            ),
            self.tr("The same seed draws the same pixels."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFileDestination(
                self.CONFUSION, self.tr("Confusion table"), self.tr("CSV files (*.csv)"), optional=True
            ),
            self.tr("Pixels by class of the reference (rows) and of the mask (columns), a CSV file."),
        )
        self.add(
            QgsProcessingParameterRasterDestination(self.AGREEMENT, self.tr("Agreement"), optional=True),
            self.tr("Where the two agree and in which way they differ, a GeoTIFF (.tif) with its style."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                self.REPORT, self.tr("Report"), self.tr("HTML files (*.html)"), optional=True
            ),
            self.tr("Figures and a picture to read and to keep, one HTML file."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.PIXELS, self.tr("Pixels compared")))
        self.addOutput(QgsProcessingOutputNumber(self.OVERALL_ACCURACY, self.tr("Overall accuracy")))
        self.addOutput(QgsProcessingOutputNumber(self.KAPPA, self.tr("Cohen's kappa")))
        for experiment in EXPERIMENTS:
            for figure in FIGURES:
                title = self.tr("{figure} of {experiment}").format(figure=figure.upper(), experiment=experiment)
                self.addOutput(QgsProcessingOutputNumber(f"{experiment}_{figure}".upper(), title))

    def problem(self, parameters: dict, context: QgsProcessingContext) -> str:
        """Why these values cannot work."""
        file = self.parameterAsString(parameters, self.CLASSES_FILE, context)
        if file and not os.path.isfile(file):
            return self.tr("The class map {path} is not there. Choose an existing file.").format(path=file)
        endings = {self.CONFUSION: ".csv", self.AGREEMENT: ".tif", self.REPORT: ".html"}
        return self.output_problem(parameters, endings, context)

    def read_inputs(self, parameters: dict, context: QgsProcessingContext) -> None:
        """Copy the inputs."""
        self._command = ["compare"]
        self._command += [self.raster_path(parameters, name, context) for name in (self.MASK, self.REFERENCE)]
        file = self.parameterAsString(parameters, self.CLASSES_FILE, context)
        if file:
            self._command += ["--classes", file]
        else:
            self._command += ["--preset", self.parameterAsString(parameters, self.PRESET, context)]
        self._command += ["--mask-preset", self.parameterAsString(parameters, self.MASK_PRESET, context)]
        sample = self.parameterAsString(parameters, self.SAMPLE, context)
        if sample:
            self._command += ["--sample", sample, "--seed", self.parameterAsString(parameters, self.SEED, context)]

    def processAlgorithm(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Compare the two."""
        written = {
            "--csv": (self.CONFUSION, self.parameterAsFileOutput(parameters, self.CONFUSION, context)),
            "--agreement": (self.AGREEMENT, self.parameterAsOutputLayer(parameters, self.AGREEMENT, context)),
            "--report": (self.REPORT, self.parameterAsFileOutput(parameters, self.REPORT, context)),
        }
        command = list(self._command)
        outputs: dict[str, Any] = {}
        for option, (output, path) in written.items():
            if path:
                command += [option, path]
                outputs[output] = path
        result = self.run_one(command, feedback)
        if self.AGREEMENT in outputs:
            style_when_loaded(outputs[self.AGREEMENT], MaskStyle(), context)
        outputs[self.PIXELS] = result["pixels"]
        outputs[self.OVERALL_ACCURACY] = result["overall_accuracy"]
        outputs[self.KAPPA] = result["kappa"]
        for experiment in EXPERIMENTS:
            figures = result["experiments"].get(experiment) or {}
            outputs.update({f"{experiment}_{figure}".upper(): figures.get(figure) for figure in FIGURES})
        return outputs


def _preset(name: str, title: str) -> QgsProcessingParameterEnum:
    return QgsProcessingParameterEnum(name, title, options=PRESETS, defaultValue="ours", usesStaticStrings=True)
