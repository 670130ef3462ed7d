"""The groups of the toolbox: id and name."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

translate = QCoreApplication.translate


def making_masks() -> tuple[str, str]:
    """Algorithms that make masks."""
    return "makemasks", translate("Sections", "Make masks")


def using_masks() -> tuple[str, str]:
    """Algorithms that take masks further."""
    return "usemasks", translate("Sections", "Use masks")


def checking_masks() -> tuple[str, str]:
    """Algorithms that tell how good a mask is."""
    return "checkmasks", translate("Sections", "Check masks")
