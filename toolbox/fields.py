"""Processing algorithm: on which dates each polygon of a layer is clear enough."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputHtml,
    QgsProcessingOutputNumber,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterVectorDestination,
)

from ..bridge.command_words import number_word
from .engine_algorithm import EngineAlgorithm
from .layer_styles import DatesStyle, style_when_loaded
from .qgis_enums import POLYGONS
from .sections import using_masks
from .source_options import add_source_options, polygon_words, products_of, run_over, source_words, sources_problem


class Fields(EngineAlgorithm):
    """Shares of clear, cloud and shadow of every polygon on every date."""

    POLYGONS = "POLYGONS"
    ID = "ID"
    USABLE = "USABLE"
    OUTPUT = "OUTPUT"
    SUMMARY = "SUMMARY"
    CALENDAR = "CALENDAR"
    DAYS = "DAYS"
    USABLE_COUNT = "USABLE_COUNT"

    def name(self) -> str:
        """Id within the provider."""
        return "fields"

    def title(self) -> str:
        """Name in the toolbox."""
        return self.tr("Usable dates of fields")

    def section(self) -> tuple[str, str]:
        """Group in the toolbox."""
        return using_masks()

    def tags(self) -> list[str]:
        """Words that find it in the toolbox."""
        return self.tr("field,parcel,polygon,agriculture,calendar,usable,clear,dates,share").split(",")

    def shortDescription(self) -> str:
        """Tooltip in the toolbox."""
        return self.tr(
            "On which dates each polygon of a layer is clear enough to be used; table, summary and calendar."
        )

    def shortHelpString(self) -> str:
        """Text beside the dialog."""
        return self.tr(
            "<p>Takes a layer of polygons in any CRS and all products in a folder, and finds for each polygon "
            "and date the shares of clear, thick cloud, thin cloud, shadow and no data, and whether it is clear "
            "enough. Masks that are there are taken; else only patches around the polygons are predicted, which "
            "is much faster than masking whole products.</p><p>The GeoPackage has a layer <b>fields</b>, a row a "
            "polygon and date, set for the temporal controller, and a layer <b>summary</b>, a row a polygon with "
            "its usable dates and longest gap. Beside it lies a <b>calendar</b> to print (.html).</p>"
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        self.add(
            QgsProcessingParameterFeatureSource(self.POLYGONS, self.tr("Polygons"), [POLYGONS]),
            self.tr("Fields, parcels, sites: polygons in any CRS. Invalid ones are mended."),
        )
        self.add(
            QgsProcessingParameterField(
                self.ID, self.tr("Field that names the polygons"), parentLayerParameterName=self.POLYGONS, optional=True
            ),
            self.tr("Its values must tell the polygons apart. Empty: their number."),
        )
        add_source_options(self)
        self.add(
            QgsProcessingParameterNumber(
                self.USABLE,
                self.tr("Usable from (% clear)"),
                type=QgsProcessingParameterNumber.Type.Double,
                defaultValue=90.0,
                minValue=1.0,
                maxValue=100.0,
            ),
            self.tr("A date is usable when so much of the polygon's whole area is clear."),
        )
        self.add(
            QgsProcessingParameterVectorDestination(self.OUTPUT, self.tr("Dates of fields"), type=POLYGONS),
            self.tr("A GeoPackage (.gpkg); the calendar (.html) and the provenance (.json) go beside it."),
        )
        self.addOutput(QgsProcessingOutputVectorLayer(self.SUMMARY, self.tr("Summary"), type=POLYGONS))
        self.addOutput(QgsProcessingOutputHtml(self.CALENDAR, self.tr("Calendar")))
        self.addOutput(QgsProcessingOutputNumber(self.DAYS, self.tr("Days seen")))
        self.addOutput(QgsProcessingOutputNumber(self.USABLE_COUNT, self.tr("Usable polygons and dates")))

    def problem(self, parameters: dict, context: QgsProcessingContext) -> str:
        """Why these values cannot work."""
        return sources_problem(self, parameters, context) or self.output_problem(
            parameters, {self.OUTPUT: ".gpkg"}, context
        )

    def read_inputs(self, parameters: dict, context: QgsProcessingContext) -> None:
        """Copy the inputs."""
        self._products = products_of(self, parameters, context)
        self._words = ["fields", *source_words(self, parameters, context)]
        self._words += polygon_words(self, parameters, self.POLYGONS, self.ID, context)
        self._words += ["--usable", number_word(self.parameterAsDouble(parameters, self.USABLE, context) / 100)]

    def processAlgorithm(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Find the usable dates."""
        output = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        result = run_over(self, self._products, [*self._words, "--out", output, "--overwrite"], feedback)
        style_when_loaded(output, DatesStyle(result["days"]), context)
        return {
            self.OUTPUT: output,
            self.SUMMARY: f"{output}|layername=summary",
            self.CALENDAR: str(result["calendar"]),
            self.DAYS: len(result["days"]),
            self.USABLE_COUNT: int(result["usable"]),
        }
