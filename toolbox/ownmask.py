"""Processing algorithm: the cloud mask that came with a product."""

from __future__ import annotations

import os
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFile,
    QgsProcessingParameterRasterDestination,
)

from ..bridge.product_search import product_of
from .engine_algorithm import EngineAlgorithm
from .layer_styles import MaskStyle, style_when_loaded
from .sections import making_masks


class OwnMask(EngineAlgorithm):
    """The product's own mask (MSK_CLASSI, MSK_CLOUDS or SCL) in our classes."""

    INPUT = "INPUT"
    OUTPUT = "OUTPUT"

    def name(self) -> str:
        """Id within the provider."""
        return "ownmask"

    def title(self) -> str:
        """Name in the toolbox."""
        return self.tr("Extract the product's own mask")

    def section(self) -> tuple[str, str]:
        """Group in the toolbox."""
        return making_masks()

    def tags(self) -> list[str]:
        """Words that find it in the toolbox."""
        return self.tr("sentinel-2,cloud,mask,msk_classi,msk_clouds,scl,sen2cor,scene classification").split(",")

    def shortDescription(self) -> str:
        """Tooltip in the toolbox."""
        return self.tr("Writes the cloud mask that came with a Sentinel-2 product, in the classes of this plugin.")

    def shortHelpString(self) -> str:
        """Text beside the dialog."""
        return self.tr(
            "<p>Every Sentinel-2 product brings a cloud mask of its own: MSK_CLASSI (Level-1C since baseline 04.00), "
            "MSK_CLOUDS polygons (Level-1C before), or the scene classification SCL (Level-2A). This writes it as a "
            "raster with the classes and colours of this plugin, to compare the two. What it does not tell apart "
            "(Level-1C masks have no cloud shadow) is said in the log.</p>"
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        self.add(
            QgsProcessingParameterFile(
                self.INPUT,
                self.tr("Product (SAFE folder, its zip, or its metadata file)"),
                behavior=QgsProcessingParameterFile.Behavior.File,
                fileFilter=self.tr("Sentinel-2 products") + " (*)",  # a folder's name needs no dot
            ),
            self.tr("A Level-1C or Level-2A product that still holds its masks (folder QI_DATA or qi, or band SCL)."),
        )
        self.add(
            QgsProcessingParameterRasterDestination(self.OUTPUT, self.tr("Own mask")),
            self.tr("The mask, a GeoTIFF (.tif): 0 clear, 1 thick cloud, 2 thin cloud, 3 cloud shadow, 255 no data."),
        )

    def problem(self, parameters: dict, context: QgsProcessingContext) -> str:
        """Why these values cannot work."""
        product = self.parameterAsString(parameters, self.INPUT, context)
        if not (os.path.exists(product) or product_of(product)):
            return self.tr("The product {path} is not there. Choose an existing folder or zip.").format(path=product)
        return self.output_problem(parameters, {self.OUTPUT: ".tif"}, context)

    def read_inputs(self, parameters: dict, context: QgsProcessingContext) -> None:
        """Copy the inputs."""
        self._product = self.parameterAsString(parameters, self.INPUT, context)

    def processAlgorithm(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Write the mask."""
        mask = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        self.run_one(["own-mask", self._product, "--out", mask, "--overwrite"], feedback)
        style_when_loaded(mask, MaskStyle(), context)
        return {self.OUTPUT: mask}
