"""Processing algorithm: the classes of a mask as polygons."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
)

from ..bridge.command_words import number_word
from .engine_algorithm import EngineAlgorithm
from .layer_styles import ClassStyle, style_when_loaded
from .qgis_enums import POLYGONS
from .sections import using_masks

CLASSES = {"clear": "0", "thick_cloud": "1", "thin_cloud": "2", "cloud_shadow": "3"}
REAL = QgsProcessingParameterNumber.Type.Double


class MaskPolygons(EngineAlgorithm):
    """The classes of a mask as polygons with their area."""

    INPUT = "INPUT"
    CLASSES = "CLASSES"
    SMALLEST = "SMALLEST"
    SIMPLIFY = "SIMPLIFY"
    OUTPUT = "OUTPUT"
    COUNT = "COUNT"
    HECTARES = "HECTARES"

    def name(self) -> str:
        """Id within the provider."""
        return "maskpolygons"

    def title(self) -> str:
        """Name in the toolbox."""
        return self.tr("Mask to polygons")

    def section(self) -> tuple[str, str]:
        """Group in the toolbox."""
        return using_masks()

    def tags(self) -> list[str]:
        """Words that find it in the toolbox."""
        return self.tr("polygon,vector,polygonize,outline,area,geojson,geopackage").split(",")

    def shortDescription(self) -> str:
        """Tooltip in the toolbox."""
        return self.tr("Cloud, thin cloud and shadow as valid polygons with their area.")

    def shortHelpString(self) -> str:
        """Text beside the dialog."""
        return self.tr(
            "<p>Turns the classes of a mask into polygons: pixels of one class that touch by a side become one, "
            "with its class and its area in hectares. Small ones can be left out; borders can be simplified, and "
            "those that classes share stay shared. All polygons are valid.</p>"
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        self.add(
            QgsProcessingParameterRasterLayer(self.INPUT, self.tr("Cloud mask")),
            self.tr("A mask by this plugin, or any raster of bytes with the same classes."),
        )
        self.add(
            QgsProcessingParameterEnum(
                self.CLASSES,
                self.tr("Classes"),
                options=list(CLASSES),
                allowMultiple=True,
                defaultValue=list(CLASSES)[1:],
                usesStaticStrings=True,
            ),
            self.tr("Which classes become polygons. In scripts by name: thick_cloud,cloud_shadow."),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.SMALLEST, self.tr("Smallest area (square metres)"), type=REAL, defaultValue=0.0, minValue=0.0
            ),
            self.tr("Smaller polygons are left out."),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.SIMPLIFY, self.tr("Simplify borders (metres)"), type=REAL, defaultValue=0.0, minValue=0.0
            ),
            self.tr("0 keeps the outlines of the pixels."),
        )
        self.add(
            QgsProcessingParameterVectorDestination(self.OUTPUT, self.tr("Polygons of the mask"), type=POLYGONS),
            self.tr("A GeoPackage (.gpkg) in the mask's CRS, or GeoJSON (.geojson) in WGS 84."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.COUNT, self.tr("Number of polygons")))
        self.addOutput(QgsProcessingOutputNumber(self.HECTARES, self.tr("Their area (hectares)")))

    def problem(self, parameters: dict, context: QgsProcessingContext) -> str:
        """Why these values cannot work."""
        return self.output_problem(parameters, {self.OUTPUT: (".gpkg", ".geojson")}, context)

    def read_inputs(self, parameters: dict, context: QgsProcessingContext) -> None:
        """Copy the inputs."""
        chosen = [CLASSES[name] for name in self.parameterAsEnumStrings(parameters, self.CLASSES, context)]
        self._words = ["polygons", self.raster_path(parameters, self.INPUT, context), "--overwrite"]
        self._words += ["--classes", ",".join(chosen)]
        for name, option in ((self.SMALLEST, "--smallest-area"), (self.SIMPLIFY, "--simplify")):
            self._words += [option, number_word(self.parameterAsDouble(parameters, name, context))]

    def processAlgorithm(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Write the polygons."""
        output = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        result = self.run_one([*self._words, "--out", output], feedback)
        style_when_loaded(output, ClassStyle(), context)
        return {
            self.OUTPUT: output,
            self.COUNT: sum(result["counts"].values()),
            self.HECTARES: round(sum(result["hectares"].values()), 4),
        }
