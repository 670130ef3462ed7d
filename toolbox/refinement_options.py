"""Thresholds, margins, smallest object and holes, shared by the algorithms that mask and the one that refines."""

from __future__ import annotations

from qgis.core import QgsProcessingContext, QgsProcessingParameterNumber
from qgis.PyQt.QtCore import QCoreApplication

from ..bridge.command_words import number_word
from ..bridge.limits import MOST_AREA, MOST_MARGIN
from .engine_algorithm import EngineAlgorithm

translate = QCoreApplication.translate

OPTIONS = {
    "CLOUD": "--cloud-threshold",
    "THIN": "--thin-threshold",
    "SHADOW": "--shadow-threshold",
    "CLOUD_MARGIN": "--cloud-margin",
    "THIN_MARGIN": "--thin-margin",
    "SHADOW_MARGIN": "--shadow-margin",
    "SMALLEST": "--smallest-object",
    "HOLES": "--fill-holes",
}


def add_refinement(algorithm: EngineAlgorithm, advanced: bool = False) -> None:
    """Declare the options on an algorithm."""
    for name, title in (
        ("CLOUD", translate("RefineMask", "Threshold of thick cloud")),
        ("THIN", translate("RefineMask", "Threshold of thin cloud")),
        ("SHADOW", translate("RefineMask", "Threshold of cloud shadow")),
    ):
        algorithm.add(
            _number(name, title, None, 0.01, 1.0),
            translate(
                "RefineMask",
                "Probability, 0.01 to 1, from which on a pixel is of this class. Empty: where it is the likeliest.",
            ),
            advanced=advanced,
        )
    for name, title in (
        ("CLOUD_MARGIN", translate("RefineMask", "Margin around thick cloud (metres)")),
        ("THIN_MARGIN", translate("RefineMask", "Margin around thin cloud (metres)")),
        ("SHADOW_MARGIN", translate("RefineMask", "Margin around cloud shadow (metres)")),
    ):
        algorithm.add(
            _number(name, title, 0.0, 0.0, MOST_MARGIN),
            translate("RefineMask", "Clear pixels within this distance become of this class."),
            advanced=advanced,
        )
    for name, title, text in (
        (
            "SMALLEST",
            translate("RefineMask", "Smallest object (square metres)"),
            translate("RefineMask", "Smaller cloud or shadow becomes clear."),
        ),
        (
            "HOLES",
            translate("RefineMask", "Smallest gap (square metres)"),
            translate("RefineMask", "Smaller clear gaps in cloud are filled."),
        ),
    ):
        algorithm.add(_number(name, title, 0.0, 0.0, MOST_AREA), text, advanced=advanced)


def refinement_words(algorithm: EngineAlgorithm, parameters: dict, context: QgsProcessingContext) -> list[str]:
    """The options that are given as words of the engine's command line."""
    words = []
    for name, option in OPTIONS.items():
        if algorithm.parameterAsString(parameters, name, context):
            words += [option, number_word(algorithm.parameterAsDouble(parameters, name, context))]
    return words


def _number(
    name: str, title: str, default: float | None, least: float, most: float | None
) -> QgsProcessingParameterNumber:
    limits = {"minValue": least} if most is None else {"minValue": least, "maxValue": most}
    return QgsProcessingParameterNumber(
        name,
        title,
        type=QgsProcessingParameterNumber.Type.Double,
        defaultValue=default,
        optional=default is None,
        **limits,
    )
