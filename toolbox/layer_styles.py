"""Styles of outputs when Processing loads them."""

from __future__ import annotations

from qgis import utils
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsColorRampShader,
    QgsDateTimeRange,
    QgsFillSymbol,
    QgsGradientColorRamp,
    QgsGradientStop,
    QgsInterval,
    QgsPalettedRasterRenderer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterLayer,
    QgsRasterShader,
    QgsRendererCategory,
    QgsSingleBandPseudoColorRenderer,
    QgsTemporalNavigationObject,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QDateTime
from qgis.PyQt.QtGui import QColor

from ..bridge.layers import style_mask

translate = QCoreApplication.translate

_DAY_S = 86400


class MaskStyle(QgsProcessingLayerPostProcessorInterface):
    """Gives a raster the style that the engine wrote beside it, and a name."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._name = name

    def postProcessLayer(
        self, layer: QgsRasterLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Called by QGIS in the main thread when the layer is loaded."""
        style_mask(layer)
        if self._name:
            layer.setName(self._name)
        layer.triggerRepaint()


class CountStyle(QgsProcessingLayerPostProcessorInterface):
    """Gives a raster of counts a colour ramp from 0 to the most there can be."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def postProcessLayer(
        self, layer: QgsRasterLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Called by QGIS in the main thread when the layer is loaded."""
        function = QgsColorRampShader(0, self._most, _ramp())
        function.classifyColorRamp(min(self._most, 5) + 1)
        shader = QgsRasterShader()
        shader.setRasterShaderFunction(function)
        layer.setRenderer(QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader))
        layer.triggerRepaint()


class DayStyle(QgsProcessingLayerPostProcessorInterface):
    """Gives each day (YYYYMMDD) of a raster its colour, from early to late, and its date as the legend's text."""

    def __init__(self, days: list[int]) -> None:
        super().__init__()
        self._days = days

    def postProcessLayer(
        self, layer: QgsRasterLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Called by QGIS in the main thread when the layer is loaded."""
        ramp, last = _ramp(), max(len(self._days) - 1, 1)
        classes = [
            QgsPalettedRasterRenderer.Class(
                day, ramp.color(index / last), f"{day // 10000}-{day // 100 % 100:02}-{day % 100:02}"
            )
            for index, day in enumerate(self._days)
        ]
        layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes))
        layer.triggerRepaint()


class DatesStyle(QgsProcessingLayerPostProcessorInterface):
    """Gives the layer of fields the style in its GeoPackage, and the temporal controller the days (YYYYMMDD) in it."""

    def __init__(self, days: list[int]) -> None:
        super().__init__()
        self._days = days

    def postProcessLayer(
        self, layer: QgsVectorLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Called by QGIS in the main thread when the layer is loaded."""
        layer.loadDefaultStyle()
        if self._days and context.project():
            dates = [QDateTime.fromString(str(day), "yyyyMMdd") for day in sorted(set(self._days))]
            whole = QgsDateTimeRange(dates[0], dates[-1].addSecs(_DAY_S - 1))
            context.project().timeSettings().setTemporalRange(whole)
            _show_by_date(whole, min((a.daysTo(b) for a, b in zip(dates, dates[1:])), default=1))
        layer.triggerRepaint()


def _show_by_date(whole: QgsDateTimeRange, days: int) -> None:
    """Set the temporal controller of QGIS' window, where there is one, to frames of some days, with one date at most.

    By itself it starts with the hours of yesterday.
    """
    controller = utils.iface.mapCanvas().temporalController() if utils.iface is not None else None
    if isinstance(controller, QgsTemporalNavigationObject):
        controller.setTemporalExtents(whole)
        controller.setFrameDuration(QgsInterval(0, 0, 0, days, 0, 0, 0))


class ClassStyle(QgsProcessingLayerPostProcessorInterface):
    """Gives polygons of classes the colours that the mask has."""

    def postProcessLayer(
        self, layer: QgsVectorLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Called by QGIS in the main thread when the layer is loaded."""
        categories = []
        for value, colour, title in (
            (0, "#ffffff", translate("ClassStyle", "Clear")),
            (1, "#e69f00", translate("ClassStyle", "Thick cloud")),
            (2, "#56b4e9", translate("ClassStyle", "Thin cloud")),
            (3, "#cc0077", translate("ClassStyle", "Cloud shadow")),
        ):
            symbol = QgsFillSymbol.createSimple({"color": colour, "outline_color": "60,60,60", "outline_width": "0.1"})
            symbol.setOpacity(0.7)
            categories.append(QgsRendererCategory(value, symbol, title))
        layer.setRenderer(QgsCategorizedSymbolRenderer("class", categories))
        layer.triggerRepaint()


def _ramp() -> QgsGradientColorRamp:
    """Viridis, from its two ends and its middle: light and dark tell the order in grey and to the colour-blind."""
    middle = QgsGradientStop(0.5, QColor(33, 145, 140))
    return QgsGradientColorRamp(QColor(68, 1, 84), QColor(253, 231, 37), False, [middle])


# A post-processor belongs to the context, which deletes it: each output gets one of its own. Its Python half would go
# at once, though: it is kept here until QGIS has deleted the other.
_alive: list[QgsProcessingLayerPostProcessorInterface] = []


def style_when_loaded(
    path: str, style: QgsProcessingLayerPostProcessorInterface, context: QgsProcessingContext
) -> None:
    """Have an output styled, in case Processing loads it. `style` is for this output alone."""
    _alive[:] = [processor for processor in _alive if not sip.isdeleted(processor)]
    if context.willLoadLayerOnCompletion(path):
        _alive.append(style)
        context.layerToLoadOnCompletionDetails(path).setPostProcessor(style)
