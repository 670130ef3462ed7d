"""Texts of the engine that QGIS shows, in QGIS' language. The engine itself speaks English only."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

translate = QCoreApplication.translate


def in_words(text: str) -> str:
    """A class title of a legend or a note on a network, translated; any other text as it is."""
    return {
        "Clear": translate("EngineTexts", "Clear"),
        "Thick cloud": translate("EngineTexts", "Thick cloud"),
        "Thin cloud": translate("EngineTexts", "Thin cloud"),
        "Cloud shadow": translate("EngineTexts", "Cloud shadow"),
        "Cloud (thin cloud often missed)": translate("EngineTexts", "Cloud (thin cloud often missed)"),
        "Four classes at 10 m, Level-1C only (needs B10).": translate(
            "EngineTexts", "Four classes at 10 m, Level-1C only (needs B10)."
        ),
        "Cloud and cloud shadow, no thin cloud class. Predicts at 30 m; finer grids get interpolated probabilities.": (
            translate(
                "EngineTexts",
                "Cloud and cloud shadow, no thin cloud class. Predicts at 30 m; finer grids get interpolated "
                "probabilities.",
            )
        ),
        "What UNetMobV2 is sure of; else cloud and shadow of UKIS at 30 m. Four classes.": translate(
            "EngineTexts",
            "What UNetMobV2 is sure of; else cloud and shadow of UKIS at 30 m. Four classes.",
        ),
        "As UKIS+UNetMobV2, for Level-2A, which has no B10: cirrus that only B10 shows is not found.": translate(
            "EngineTexts", "As UKIS+UNetMobV2, for Level-2A, which has no B10: cirrus that only B10 shows is not found."
        ),
        "Four classes at 10 m, Level-1C and Level-2A; without B10 it misses cirrus that only B10 shows.": translate(
            "EngineTexts",
            "Four classes at 10 m, Level-1C and Level-2A; without B10 it misses cirrus that only B10 shows.",
        ),
    }.get(text, text)
