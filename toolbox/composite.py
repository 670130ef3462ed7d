"""Processing algorithm: a cloud-free picture of all products in a folder."""

from __future__ import annotations

import re
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputRasterLayer,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterString,
)

from ..bridge.command_words import bounds_words, crs_word, number_word
from ..bridge.limits import MOST_COMPOSITE_MARGIN, RESOLUTIONS
from .engine_algorithm import EngineAlgorithm
from .layer_styles import MaskStyle, style_when_loaded
from .sections import using_masks
from .source_options import add_source_options, products_of, run_over, source_words, sources_problem

METHODS = ["median", "medoid", "latest", "first", "best"]


class Composite(EngineAlgorithm):
    """A picture of many dates that shows only clear pixels, with a receipt."""

    METHOD = "METHOD"
    BANDS = "BANDS"
    RESOLUTION = "RESOLUTION"
    EXTENT = "EXTENT"
    MARGIN = "MARGIN"
    SURE = "SURE"
    OUTPUT = "OUTPUT"
    RECEIPT = "RECEIPT"
    FILLED_PERCENT = "FILLED_PERCENT"
    DAYS = "DAYS"

    def name(self) -> str:
        """Id within the provider."""
        return "composite"

    def title(self) -> str:
        """Name in the toolbox."""
        return self.tr("Cloud-free composite")

    def section(self) -> tuple[str, str]:
        """Group in the toolbox."""
        return using_masks()

    def tags(self) -> list[str]:
        """Words that find it in the toolbox."""
        return self.tr("composite,mosaic,cloud free,median,medoid,latest,best,picture").split(",")

    def shortDescription(self) -> str:
        """Tooltip in the toolbox."""
        return self.tr("A cloud-free picture of many dates of a tile or several, with a receipt for every pixel.")

    def shortHelpString(self) -> str:
        """Text beside the dialog."""
        return self.tr(
            "<p>Takes all products in a folder, of any dates, orbits and neighbouring tiles of one UTM zone, and their "
            "cloud masks; makes the masks that are missing; and writes a picture that shows only clear pixels: the "
            "<b>median</b> of the clear dates, the <b>medoid</b> (the date most like the others), the <b>latest</b> or "
            "<b>first</b> clear one, or the <b>best</b>, farthest from cloud, shadow and edge. Reflectance × 10000, "
            "harmonised between processing baselines.</p><p>The <b>receipt</b> says of every pixel which day it shows, "
            "how many clear looks there were, and how sure the mask was. Products that do not fit are reported and the "
            "others go on.</p>"
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        add_source_options(self)
        self.add(
            QgsProcessingParameterEnum(
                self.METHOD, self.tr("Method"), options=METHODS, defaultValue="median", usesStaticStrings=True
            ),
            self.tr("What a pixel shows of its clear dates. In scripts: median, medoid, latest, first or best."),
        )
        self.add(
            QgsProcessingParameterString(self.BANDS, self.tr("Bands"), "B04,B03,B02"),
            self.tr("In their order in the picture, with commas between. B04,B03,B02 is true colour."),
        )
        self.add(
            QgsProcessingParameterEnum(
                self.RESOLUTION,
                self.tr("Resolution (metres)"),
                options=[str(value) for value in RESOLUTIONS],
                defaultValue="20",
                usesStaticStrings=True,
            ),
            self.tr("Pixel size of the picture. In scripts: 10, 20, 30 or 60."),
        )
        self.add(
            QgsProcessingParameterExtent(self.EXTENT, self.tr("Area (all when empty)"), optional=True),
            self.tr("Only this area is masked and shown, in any CRS."),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.MARGIN,
                self.tr("Margin around cloud and shadow (metres)"),
                type=QgsProcessingParameterNumber.Type.Double,
                defaultValue=60.0,
                minValue=0.0,
                maxValue=MOST_COMPOSITE_MARGIN,
            ),
            self.tr("Pixels within this distance of cloud or shadow do not count as clear."),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.SURE,
                self.tr("Sure from (% confidence of clear)"),
                type=QgsProcessingParameterNumber.Type.Double,
                defaultValue=95.0,
                minValue=0.0,
                maxValue=100.0,
            ),
            self.tr("Dates of which the mask is so sure are taken before others. 0: all alike."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterRasterDestination(self.OUTPUT, self.tr("Composite")),
            self.tr("A Cloud Optimized GeoTIFF (.tif); its receipt, style and provenance go beside it."),
        )
        self.addOutput(QgsProcessingOutputRasterLayer(self.RECEIPT, self.tr("Receipt")))
        self.addOutput(QgsProcessingOutputNumber(self.FILLED_PERCENT, self.tr("Pixels shown (%)")))
        self.addOutput(QgsProcessingOutputNumber(self.DAYS, self.tr("Days shown")))

    def problem(self, parameters: dict, context: QgsProcessingContext) -> str:
        """Why these values cannot work."""
        words = self.parameterAsString(parameters, self.BANDS, context).replace(" ", "").upper().split(",")
        strange = [word for word in words if not re.fullmatch(r"B(0[1-9]|1[0-2]|8A)", word)]
        if strange or len(set(words)) < len(words):
            return self.tr("The bands {bands} are not possible. Name each once, such as B04,B03,B02.").format(
                bands=",".join(words)
            )
        return sources_problem(self, parameters, context) or self.output_problem(
            parameters, {self.OUTPUT: ".tif"}, context
        )

    def read_inputs(self, parameters: dict, context: QgsProcessingContext) -> None:
        """Copy the inputs."""
        self._products = products_of(self, parameters, context)
        self._words = ["composite", *source_words(self, parameters, context)]
        self._words += ["--method", self.parameterAsString(parameters, self.METHOD, context)]
        self._words += ["--bands", self.parameterAsString(parameters, self.BANDS, context).replace(" ", "")]
        self._words += ["--resolution", self.parameterAsString(parameters, self.RESOLUTION, context)]
        self._words += ["--margin", number_word(self.parameterAsDouble(parameters, self.MARGIN, context))]
        self._words += ["--sure", number_word(self.parameterAsDouble(parameters, self.SURE, context) / 100)]
        area = self.parameterAsExtent(parameters, self.EXTENT, context)
        if not area.isNull():
            corners = (area.xMinimum(), area.yMinimum(), area.xMaximum(), area.yMaximum())
            crs = self.parameterAsExtentCrs(parameters, self.EXTENT, context)
            self._words += bounds_words(corners, crs_word(crs) if crs.isValid() else "")

    def processAlgorithm(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Make missing masks, then the composite."""
        output = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        result = run_over(self, self._products, [*self._words, "--out", output, "--overwrite"], feedback)
        style_when_loaded(output, MaskStyle(), context)
        return {
            self.OUTPUT: output,
            self.RECEIPT: str(result["receipt"]),
            self.FILLED_PERCENT: round(100 * float(result["filled"]), 4),
            self.DAYS: len(result["days"]),
        }
