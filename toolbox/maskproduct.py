"""Processing algorithm: the cloud mask of one product."""

from __future__ import annotations

import os
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
    QgsProcessingParameterRasterDestination,
)

from ..bridge.layers import mask_layer_name
from ..bridge.mask_result import scene_name
from ..bridge.product_search import product_of
from .engine_algorithm import EngineAlgorithm
from .layer_styles import MaskStyle, style_when_loaded
from .mask_options import add_mask_options, option_arguments, options_problem
from .sections import making_masks

PERCENTS = {
    "clear": "CLEAR_PERCENT",
    "thick_cloud": "THICK_CLOUD_PERCENT",
    "thin_cloud": "THIN_CLOUD_PERCENT",
    "cloud_shadow": "CLOUD_SHADOW_PERCENT",
    "no_data": "NO_DATA_PERCENT",
}


class MaskProduct(EngineAlgorithm):
    """Clear, thick cloud, thin cloud, cloud shadow of one Sentinel-2 product, as a raster and as numbers."""

    INPUT = "INPUT"
    OUTPUT = "OUTPUT"
    CONFIDENCE = "CONFIDENCE"
    MODEL = "MODEL"
    WEIGHTS_SHA256 = "WEIGHTS_SHA256"

    def name(self) -> str:
        """Id within the provider."""
        return "maskproduct"

    def title(self) -> str:
        """Name in the toolbox."""
        return self.tr("Mask a product")

    def section(self) -> tuple[str, str]:
        """Group in the toolbox."""
        return making_masks()

    def tags(self) -> list[str]:
        """Words that find it in the toolbox."""
        return self.tr("sentinel-2,cloud,shadow,mask,unetmobv2,cloudsen12,ukis,copernicus,l1c,l2a").split(",")

    def shortDescription(self) -> str:
        """Tooltip in the toolbox."""
        return self.tr(
            "Masks clouds and cloud shadows of one Sentinel-2 product (SAFE folder, zip, cloud-archive folder)."
        )

    def shortHelpString(self) -> str:
        """Text beside the dialog."""
        return self.tr(
            "<p>Masks one Sentinel-2 product by a neural network: <b>0</b> clear, <b>1</b> thick cloud, <b>2</b> thin "
            "cloud, <b>3</b> cloud shadow, <b>255</b> no data. The mask is a Cloud Optimized GeoTIFF on the product's "
            "own grid, with its style (.qml) and its provenance (.json) beside it; it is the very file that the "
            "command s2cloudmask writes.</p><p>The numbers are percent: classes of the valid pixels, no data of all "
            "pixels. Work happens in a process of its own; cancelling ends it and leaves no file.</p>"
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        self.add(
            QgsProcessingParameterFile(
                self.INPUT,
                self.tr("Product (SAFE folder, zip, metadata file, GeoTIFF stack, STAC item, or an address)"),
                behavior=QgsProcessingParameterFile.Behavior.File,
                fileFilter=self.tr("Sentinel-2 products") + " (*)",  # a folder's name needs no dot
            ),
            self.tr(
                "A .SAFE folder, the .zip it was downloaded as, a folder in cloud-archive layout, or the metadata "
                "file inside one of them (MTD_MSIL1C.xml, MTD_MSIL2A.xml, metadata.xml), which stands for its folder; "
                "also a .tar, EOPF Zarr, a GeoTIFF stack with named bands, a STAC item, or the address of any of them."
            ),
        )
        add_mask_options(self)
        self.add(
            QgsProcessingParameterRasterDestination(self.OUTPUT, self.tr("Cloud mask")),
            self.tr("The mask, a GeoTIFF (.tif). Its style and provenance are written beside it."),
        )
        self.add(
            QgsProcessingParameterRasterDestination(
                self.CONFIDENCE, self.tr("Confidence"), optional=True, createByDefault=False
            ),
            self.tr("Four bands, one a class: probability times 250, 255 no data (.tif)."),
        )
        for output, title in (
            ("CLEAR_PERCENT", self.tr("Clear (%)")),
            ("THICK_CLOUD_PERCENT", self.tr("Thick cloud (%)")),
            ("THIN_CLOUD_PERCENT", self.tr("Thin cloud (%)")),
            ("CLOUD_SHADOW_PERCENT", self.tr("Cloud shadow (%)")),
            ("NO_DATA_PERCENT", self.tr("No data (%)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(output, title))
        self.addOutput(QgsProcessingOutputString(self.MODEL, self.tr("Model that made the mask")))
        self.addOutput(QgsProcessingOutputString(self.WEIGHTS_SHA256, self.tr("SHA-256 of its weights")))

    def problem(self, parameters: dict, context: QgsProcessingContext) -> str:
        """Why these values cannot work."""
        product = self.parameterAsString(parameters, self.INPUT, context)
        if not (os.path.exists(product) or product_of(product)):
            return self.tr("The product {path} is not there. Choose an existing folder or zip.").format(path=product)
        return options_problem(self, parameters, context) or self.output_problem(
            parameters, {self.OUTPUT: ".tif", self.CONFIDENCE: ".tif"}, context
        )

    def read_inputs(self, parameters: dict, context: QgsProcessingContext) -> None:
        """Copy the inputs."""
        self._command = ["mask", self.parameterAsString(parameters, self.INPUT, context)]
        self._command += option_arguments(self, parameters, context)

    def processAlgorithm(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Mask the product."""
        mask = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        confidence = self.parameterAsOutputLayer(parameters, self.CONFIDENCE, context)
        command = [*self._command, "--mask-file", mask, "--overwrite"]
        if confidence:
            command += ["--confidence-file", confidence]
        result = self.run_one(command, feedback, may_be_warm=True)
        outputs: dict[str, Any] = {self.OUTPUT: mask}
        if confidence:
            outputs[self.CONFIDENCE] = confidence
        scene = scene_name(str(result.get("sensing_time") or ""), str(result.get("tile") or ""), result["granule"])
        style_when_loaded(mask, MaskStyle(mask_layer_name(scene)), context)
        fractions = result["fractions"]
        outputs.update(
            {
                output: None if fractions[name] is None else round(100.0 * fractions[name], 4)
                for name, output in PERCENTS.items()
            }
        )
        outputs[self.MODEL] = result["model"]
        outputs[self.WEIGHTS_SHA256] = result["weights_sha256"]
        return outputs
