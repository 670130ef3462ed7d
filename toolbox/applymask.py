"""Processing algorithm: rasters without the pixels that a mask takes away."""

from __future__ import annotations

import os
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from .engine_algorithm import EngineAlgorithm, gdal_path
from .qgis_enums import RASTERS
from .sections import using_masks

CLASSES = {"thick_cloud": "1", "thin_cloud": "2", "cloud_shadow": "3"}


class ApplyMask(EngineAlgorithm):
    """No data where a mask has the chosen classes, and within a distance of them."""

    INPUT = "INPUT"
    MASK = "MASK"
    CLASSES = "CLASSES"
    BUFFER = "BUFFER"
    MASK_NO_DATA = "MASK_NO_DATA"
    NO_DATA = "NO_DATA"
    MORE_RASTERS = "MORE_RASTERS"
    OUTPUT = "OUTPUT"
    OUTPUT_FOLDER = "OUTPUT_FOLDER"
    OUTPUT_LAYERS = "OUTPUT_LAYERS"
    MASKED_PERCENT = "MASKED_PERCENT"

    def name(self) -> str:
        """Id within the provider."""
        return "applymask"

    def title(self) -> str:
        """Name in the toolbox."""
        return self.tr("Apply a mask to rasters")

    def section(self) -> tuple[str, str]:
        """Group in the toolbox."""
        return using_masks()

    def tags(self) -> list[str]:
        """Words that find it in the toolbox."""
        return self.tr("cloud,mask,nodata,no data,buffer,remove,clip,band").split(",")

    def shortDescription(self) -> str:
        """Tooltip in the toolbox."""
        return self.tr("Sets rasters to no data where a cloud mask has chosen classes, with a buffer in metres.")

    def shortHelpString(self) -> str:
        """Text beside the dialog."""
        return self.tr(
            "<p>Copies a raster and sets it to <b>no data</b> where the mask has one of the chosen classes, and within "
            "the buffer around them. Any number of bands and any data type; bands keep names, scales and colours. "
            "Raster and mask may differ in resolution, extent and CRS: the mask is laid on the raster's pixels by "
            "nearest neighbour.</p><p>Outside the mask the raster is kept, unless the mask's no data is taken away "
            "too.</p>"
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        self.add(
            QgsProcessingParameterRasterLayer(self.INPUT, self.tr("Raster")),
            self.tr("The raster to mask: a band, a stack, a true-colour image, an index; any data type."),
        )
        self.add(
            QgsProcessingParameterRasterLayer(self.MASK, self.tr("Cloud mask")),
            self.tr("A mask by this plugin, or any raster of whole numbers with the same classes."),
        )
        self.add(
            QgsProcessingParameterEnum(
                self.CLASSES,
                self.tr("Classes to remove"),
                options=list(CLASSES),
                allowMultiple=True,
                defaultValue=list(CLASSES),
                usesStaticStrings=True,
            ),
            self.tr("Pixels of these classes become no data. In scripts by name: thick_cloud,cloud_shadow."),
        )
        buffer = QgsProcessingParameterNumber(
            self.BUFFER,
            self.tr("Buffer (metres)"),
            type=QgsProcessingParameterNumber.Type.Double,
            defaultValue=0.0,
            minValue=0.0,
        )
        self.add(buffer, self.tr("Pixels whose centre is within this distance of a cloud or shadow pixel go too."))
        self.add(
            QgsProcessingParameterBoolean(self.MASK_NO_DATA, self.tr("Also remove where the mask has no data"), False),
            self.tr("Also sets to no data what the mask knows nothing of, and what lies outside it."),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.NO_DATA,
                self.tr("No-data value"),
                type=QgsProcessingParameterNumber.Type.Double,
                optional=True,
            ),
            self.tr(
                "Empty: the raster's own; where it has none, 0 for unsigned, the lowest for signed integers, NaN for "
                "real numbers."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterMultipleLayers(
                self.MORE_RASTERS,
                self.tr("More rasters for the same mask"),
                layerType=RASTERS,
                optional=True,
            ),
            self.tr("Masked in the same way and written to the folder below, such as the other bands of the product."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterRasterDestination(self.OUTPUT, self.tr("Masked raster")),
            self.tr("A tiled, compressed GeoTIFF (.tif) on the raster's own grid."),
        )
        self.add(
            QgsProcessingParameterFolderDestination(
                self.OUTPUT_FOLDER, self.tr("Folder for more rasters"), optional=True, createByDefault=False
            ),
            self.tr("Each of the further rasters becomes <name>_masked.tif in this folder."),
            advanced=True,
        )
        self.addOutput(QgsProcessingOutputMultipleLayers(self.OUTPUT_LAYERS, self.tr("All masked rasters")))
        self.addOutput(QgsProcessingOutputNumber(self.MASKED_PERCENT, self.tr("Taken away by the mask (%)")))

    def problem(self, parameters: dict, context: QgsProcessingContext) -> str:
        """Why these values cannot work."""
        if parameters.get(self.MORE_RASTERS) and not parameters.get(self.OUTPUT_FOLDER):
            return self.tr("More rasters are given, but no folder for them. Choose the folder for more rasters.")
        return self.output_problem(parameters, {self.OUTPUT: ".tif"}, context)

    def read_inputs(self, parameters: dict, context: QgsProcessingContext) -> None:
        """Copy the inputs."""
        self._raster = self.raster_path(parameters, self.INPUT, context)
        self._more = [gdal_path(layer) for layer in self.parameterAsLayerList(parameters, self.MORE_RASTERS, context)]
        chosen = [CLASSES[name] for name in self.parameterAsEnumStrings(parameters, self.CLASSES, context)]
        self._options = ["--mask", self.raster_path(parameters, self.MASK, context), "--classes", ",".join(chosen)]
        self._options += ["--buffer-metres", repr(self.parameterAsDouble(parameters, self.BUFFER, context))]
        if self.parameterAsBoolean(parameters, self.MASK_NO_DATA, context):
            self._options.append("--mask-no-data")
        if self.parameterAsString(parameters, self.NO_DATA, context):
            self._options.append(f"--no-data={self.parameterAsDouble(parameters, self.NO_DATA, context)!r}")

    def processAlgorithm(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Mask the rasters."""
        output = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        share = 1 / (1 + len(self._more))
        first = self.run_one(["apply-mask", self._raster, *self._options, "--out", output], feedback, (0.0, share))
        outputs: dict[str, Any] = {self.OUTPUT: output, self.MASKED_PERCENT: round(100 * first["masked_share"], 4)}
        masked = [output]
        if self._more:
            folder = self.parameterAsFileOutput(parameters, self.OUTPUT_FOLDER, context)
            os.makedirs(folder, exist_ok=True)
            command = ["apply-mask", *self._more, *self._options, "--out", folder]
            said = self.run_engine(command, feedback, (share, 1.0))
            masked += [str(result["raster"]) for result in said.results]
            if said.errors and not said.results:
                raise QgsProcessingException(str(said.errors[0]["message"]))
            outputs[self.OUTPUT_FOLDER] = folder
        outputs[self.OUTPUT_LAYERS] = masked
        return outputs
