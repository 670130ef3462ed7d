"""Styles of outputs when Processing loads them."""

from __future__ import annotations

from qgis.core import (
    QgsColorRampShader,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterLayer,
    QgsRasterShader,
    QgsSingleBandPseudoColorRenderer,
    QgsStyle,
)

from ..bridge.layers import style_mask


class MaskStyle(QgsProcessingLayerPostProcessorInterface):
    """Gives a raster the style that the engine wrote beside it."""

    def postProcessLayer(
        self, layer: QgsRasterLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Called by QGIS in the main thread when the layer is loaded."""
        style_mask(layer)
        layer.triggerRepaint()


class RampStyle(QgsProcessingLayerPostProcessorInterface):
    """Gives a raster of numbers a colour ramp from its smallest to its largest value."""

    def postProcessLayer(
        self, layer: QgsRasterLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Called by QGIS in the main thread when the layer is loaded."""
        statistics = layer.dataProvider().bandStatistics(1)
        ramp = QgsStyle.defaultStyle().colorRamp("Viridis")
        if ramp is None or statistics.minimumValue > statistics.maximumValue:
            return
        function = QgsColorRampShader(statistics.minimumValue, statistics.maximumValue, ramp)
        function.classifyColorRamp(5)
        shader = QgsRasterShader()
        shader.setRasterShaderFunction(function)
        layer.setRenderer(QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader))
        layer.triggerRepaint()


# QGIS keeps no reference to a post-processor, so these live as long as the plugin.
MASK_STYLE = MaskStyle()
RAMP_STYLE = RampStyle()


def style_when_loaded(
    path: str, style: QgsProcessingLayerPostProcessorInterface, context: QgsProcessingContext
) -> None:
    """Have an output styled, in case Processing loads it."""
    if context.willLoadLayerOnCompletion(path):
        context.layerToLoadOnCompletionDetails(path).setPostProcessor(style)
