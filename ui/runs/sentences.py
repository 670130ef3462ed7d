"""The engine's errors for people: a short reason in QGIS' language by the code; the sentence itself is English."""

from __future__ import annotations

import os
import re

from qgis.PyQt.QtCore import QCoreApplication

translate = QCoreApplication.translate


def reason_of(code: str) -> str:
    """A short reason, for a column or a message bar; empty for a code without one, whose sentence says more."""
    return {
        "not-a-product": translate("Sentences", "Not a Sentinel-2 product"),
        "broken-metadata": translate("Sentences", "Its metadata cannot be read: download it again"),
        "missing-band": translate("Sentences", "A band that the network needs is missing"),
        "broken-band": translate("Sentences", "A band cannot be read: download it again"),
        "grid-mismatch": translate("Sentences", "Its bands do not lie on one grid: download it again"),
        "broken-zip": translate("Sentences", "The archive is damaged: download it again"),
        "wrong-level": translate("Sentences", "The network does not take this processing level"),
        "outside-product": translate("Sentences", "Outside the chosen area"),
        "output-folder": translate("Sentences", "The output folder cannot be written to"),
        "disk-full": translate("Sentences", "The disk is full"),
        "exists": translate("Sentences", "Exists already, made with other settings"),
        "name-taken": translate("Sentences", "Another file or product has this mask's name"),
        "busy": translate("Sentences", "Another run is writing this mask"),
        "missing-model": translate("Sentences", "The network is not downloaded"),
        "out-of-memory": translate("Sentences", "Not enough memory: choose a coarser resolution"),
        "no-answer": translate("Sentences", "The engine gave no answer"),
    }.get(code, "")


def short_error(code: str, message: str, path: str) -> str:
    """The reason of an error first; the engine's sentence without the product's path where there is no short reason."""
    return reason_of(code) or without_path(message, path)


def without_path(sentence: str, path: str) -> str:
    """A sentence of the engine where the product's path need not be said again."""
    for start in (path + os.sep, path + "/"):
        sentence = sentence.replace(start, "")
    sentence = sentence.replace(path, translate("ProductModel", "this product"))
    sentence = sentence.replace(os.path.join(os.path.dirname(path), ""), "")
    return sentence[:1].upper() + sentence[1:]


def scene_of_path(path: str) -> str:
    """Date and tile of a product by its name, else the name."""
    name = os.path.basename(path)
    found = re.search(r"_(\d{4})(\d\d)(\d\d)T\d{6}_.*_T(\d\d[A-Z]{3})", name)
    return f"{found[1]}-{found[2]}-{found[3]} {found[4]}" if found else name
