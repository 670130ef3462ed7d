"""Processing algorithm: how often, and when last, each pixel of a tile was clear."""

from __future__ import annotations

import os
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterString,
)

from .engine_algorithm import EngineAlgorithm, gdal_path
from .layer_styles import CountStyle, DayStyle, style_when_loaded
from .qgis_enums import RASTERS
from .sections import using_masks

RESOLUTIONS = ["finest", "10", "20", "30", "60"]


class CloudFree(EngineAlgorithm):
    """Count of clear days and the latest of them, from the masks of several dates."""

    MASKS = "MASKS"
    FOLDER = "FOLDER"
    TILE = "TILE"
    RESOLUTION = "RESOLUTION"
    COUNT = "COUNT"
    LATEST = "LATEST"
    DAYS = "DAYS"
    MEAN_COUNT = "MEAN_COUNT"

    def name(self) -> str:
        """Id within the provider."""
        return "cloudfree"

    def title(self) -> str:
        """Name in the toolbox."""
        return self.tr("Count clear days")

    def section(self) -> tuple[str, str]:
        """Group in the toolbox."""
        return using_masks()

    def tags(self) -> list[str]:
        """Words that find it in the toolbox."""
        return self.tr("cloud free,clear,count,observations,time series,latest,date,composite").split(",")

    def shortDescription(self) -> str:
        """Tooltip in the toolbox."""
        return self.tr("From masks of several dates of a tile: how often each pixel was clear, and when last.")

    def shortHelpString(self) -> str:
        """Text beside the dialog."""
        return self.tr(
            "<p>Takes the masks of several dates of one tile and writes two rasters: the <b>number of days</b> on "
            "which each pixel was clear (no data: never seen), and the <b>latest clear day</b> as a number such as "
            "20240715 (no data 0: never clear). The dates come from the masks themselves. Masks of one day are one "
            "observation: clear where one of them is clear and none is cloud or shadow.</p>"
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        self.add(
            QgsProcessingParameterMultipleLayers(self.MASKS, self.tr("Masks"), layerType=RASTERS, optional=True),
            self.tr("Masks of one tile by this plugin. They may differ in resolution and extent."),
        )
        self.add(
            QgsProcessingParameterFile(
                self.FOLDER,
                self.tr("Folder of masks"),
                behavior=QgsProcessingParameterFile.Behavior.Folder,
                optional=True,
            ),
            self.tr("Every *_cloudmask.tif in this folder and below it is taken, besides the masks chosen above."),
        )
        self.add(
            QgsProcessingParameterString(self.TILE, self.tr("Tile"), optional=True),
            self.tr("Takes only the masks of this tile, such as 55JGF. Needed where the masks are of several tiles."),
        )
        self.add(
            QgsProcessingParameterEnum(
                self.RESOLUTION,
                self.tr("Resolution (metres)"),
                options=RESOLUTIONS,
                defaultValue="finest",
                usesStaticStrings=True,
            ),
            self.tr(
                "Pixel size of the rasters; finest is that of the finest mask. In scripts: finest, 10, 20, 30 or 60."
            ),
        )
        self.add(
            QgsProcessingParameterRasterDestination(self.COUNT, self.tr("Clear days")),
            self.tr("Number of clear days a pixel, a GeoTIFF (.tif)."),
        )
        self.add(
            QgsProcessingParameterRasterDestination(self.LATEST, self.tr("Latest clear day")),
            self.tr("Latest clear day a pixel as YYYYMMDD, a GeoTIFF (.tif)."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.DAYS, self.tr("Days seen")))
        self.addOutput(QgsProcessingOutputNumber(self.MEAN_COUNT, self.tr("Mean number of clear days")))

    def problem(self, parameters: dict, context: QgsProcessingContext) -> str:
        """Why these values cannot work."""
        folder = self.parameterAsString(parameters, self.FOLDER, context)
        if not parameters.get(self.MASKS) and not folder:
            return self.tr("No mask is given. Choose masks, or a folder of masks.")
        if folder and not os.path.isdir(folder):
            return self.tr("The folder {path} is not there. Choose an existing one.").format(path=folder)
        return self.output_problem(parameters, {self.COUNT: ".tif", self.LATEST: ".tif"}, context)

    def read_inputs(self, parameters: dict, context: QgsProcessingContext) -> None:
        """Copy the inputs."""
        self._command = ["cloud-free"]
        self._command += [gdal_path(layer) for layer in self.parameterAsLayerList(parameters, self.MASKS, context)]
        folder = self.parameterAsString(parameters, self.FOLDER, context)
        tile = self.parameterAsString(parameters, self.TILE, context)
        resolution = self.parameterAsString(parameters, self.RESOLUTION, context)
        if folder:
            self._command.append(folder)
        if tile:
            self._command += ["--tile", tile]
        if resolution != "finest":
            self._command += ["--resolution", resolution]

    def processAlgorithm(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Count the clear days."""
        count = self.parameterAsOutputLayer(parameters, self.COUNT, context)
        latest = self.parameterAsOutputLayer(parameters, self.LATEST, context)
        result = self.run_one([*self._command, "--out-count", count, "--out-latest", latest], feedback)
        style_when_loaded(count, CountStyle(len(result["days"])), context)
        style_when_loaded(latest, DayStyle(result["days"]), context)
        return {
            self.COUNT: count,
            self.LATEST: latest,
            self.DAYS: len(result["days"]),
            self.MEAN_COUNT: round(float(result["mean_count"]), 4),
        }
