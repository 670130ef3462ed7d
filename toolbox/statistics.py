"""Processing algorithm: cloud by month and year of a folder of masks."""

from __future__ import annotations

import os
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
)

from .engine_algorithm import EngineAlgorithm
from .qgis_enums import POLYGONS
from .sections import using_masks
from .source_options import polygon_words


class Statistics(EngineAlgorithm):
    """Cloud by month and year of a folder of masks."""

    FOLDER = "FOLDER"
    POLYGONS = "POLYGONS"
    ID = "ID"
    OUTPUT = "OUTPUT"
    PLOT = "PLOT"
    PLACES = "PLACES"

    def name(self) -> str:
        """Id within the provider."""
        return "statistics"

    def title(self) -> str:
        """Name in the toolbox."""
        return self.tr("Cloud statistics of an archive")

    def section(self) -> tuple[str, str]:
        """Group in the toolbox."""
        return using_masks()

    def tags(self) -> list[str]:
        """Words that find it in the toolbox."""
        return self.tr("statistics,month,year,cloud cover,climatology,table,plot,archive").split(",")

    def shortDescription(self) -> str:
        """Tooltip in the toolbox."""
        return self.tr("Cloud by month and year of a folder of masks, by tile or polygon, as table and plot.")

    def shortHelpString(self) -> str:
        """Text beside the dialog."""
        return self.tr(
            "<p>Takes all masks in a folder and writes how cloudy each tile was, or each polygon of a layer: the "
            "shares of the classes by month and year, by month over all years, by year and over all, as a "
            "<b>table</b> (.csv) and a <b>plot</b> (.png) beside it. Each date counts alike; shares are of what "
            "was seen.</p>"
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        self.add(
            QgsProcessingParameterFile(
                self.FOLDER, self.tr("Folder of masks"), behavior=QgsProcessingParameterFile.Behavior.Folder
            ),
            self.tr("Every *_cloudmask.tif in this folder and below it is taken."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(self.POLYGONS, self.tr("Polygons"), [POLYGONS], optional=True),
            self.tr("Figures of each of these polygons. Empty: of each tile."),
        )
        self.add(
            QgsProcessingParameterField(
                self.ID, self.tr("Field that names the polygons"), parentLayerParameterName=self.POLYGONS, optional=True
            ),
            self.tr("Its values must tell the polygons apart. Empty: their number."),
        )
        self.add(
            QgsProcessingParameterFileDestination(self.OUTPUT, self.tr("Table"), self.tr("Table (*.csv)")),
            self.tr("Text with commas (.csv); the plot (.png) goes beside it."),
        )
        self.addOutput(QgsProcessingOutputFile(self.PLOT, self.tr("Plot")))
        self.addOutput(QgsProcessingOutputNumber(self.PLACES, self.tr("Tiles or polygons")))

    def problem(self, parameters: dict, context: QgsProcessingContext) -> str:
        """Why these values cannot work."""
        folder = self.parameterAsString(parameters, self.FOLDER, context)
        if not os.path.isdir(folder):
            return self.tr("The folder {path} is not there. Choose an existing one.").format(path=folder)
        return self.output_problem(parameters, {self.OUTPUT: ".csv"}, context)

    def read_inputs(self, parameters: dict, context: QgsProcessingContext) -> None:
        """Copy the inputs."""
        self._words = ["statistics", self.parameterAsString(parameters, self.FOLDER, context)]
        if parameters.get(self.POLYGONS):
            self._words += polygon_words(self, parameters, self.POLYGONS, self.ID, context)

    def processAlgorithm(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Write table and plot."""
        output = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        said = self.run_engine([*self._words, "--out", output, "--overwrite"], feedback)
        if not said.results:
            raise QgsProcessingException(str(said.errors[0]["message"]))
        result = said.results[-1]
        return {self.OUTPUT: output, self.PLOT: str(result["plot"]), self.PLACES: int(result["places"])}
