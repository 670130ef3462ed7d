"""The fields of thresholds, margins, smallest object and holes, as rows of a grid layout."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QDoubleSpinBox, QGridLayout, QLabel, QWidget

from ...bridge.limits import MOST_AREA, MOST_MARGIN

translate = QCoreApplication.translate


def refinement_boxes(parent: QWidget) -> dict[str, tuple[str, QDoubleSpinBox]]:
    """Title and field for each name of `bridge.settings.REFINEMENT`; 0 asks for nothing. The toolbox's texts."""
    threshold = translate(
        "RefineMask",
        "Probability, 0.01 to 1, from which on a pixel is of this class. Empty: where it is the likeliest.",
    )
    margin = translate("RefineMask", "Clear pixels within this distance become of this class.")
    fields = (
        ("cloud_threshold", translate("RefineMask", "Threshold of thick cloud"), threshold),
        ("thin_threshold", translate("RefineMask", "Threshold of thin cloud"), threshold),
        ("shadow_threshold", translate("RefineMask", "Threshold of cloud shadow"), threshold),
        ("cloud_margin", translate("RefineMask", "Margin around thick cloud (metres)"), margin),
        ("thin_margin", translate("RefineMask", "Margin around thin cloud (metres)"), margin),
        ("shadow_margin", translate("RefineMask", "Margin around cloud shadow (metres)"), margin),
        (
            "smallest_object",
            translate("RefineMask", "Smallest object (square metres)"),
            translate("RefineMask", "Smaller cloud or shadow becomes clear."),
        ),
        (
            "fill_holes",
            translate("RefineMask", "Smallest gap (square metres)"),
            translate("RefineMask", "Smaller clear gaps in cloud are filled."),
        ),
    )
    boxes = {}
    for name, title, tip in fields:
        box = QDoubleSpinBox(parent)
        box.setObjectName(name)
        box.setToolTip(tip)
        box.setAccessibleName(title)
        box.setSpecialValueText("–")
        if name.endswith("threshold"):
            box.setDecimals(2)
            box.setMaximum(1.0)
            box.setSingleStep(0.05)
        else:
            box.setDecimals(0)
            box.setMaximum(MOST_MARGIN if name.endswith("margin") else MOST_AREA)
            box.setSingleStep(20 if name.endswith("margin") else 400)
        boxes[name] = title, box
    return boxes


class RefinementBoxes:
    """The fields in a grid layout; `boxes` holds them by name."""

    def __init__(self, layout: QGridLayout, parent: QWidget) -> None:
        """Append the fields to a layout of three labels and three fields a row."""
        self.boxes: dict[str, QDoubleSpinBox] = {}
        first = layout.rowCount()
        for index, (name, (title, box)) in enumerate(refinement_boxes(parent).items()):
            label = QLabel(title, parent)
            label.setWordWrap(True)
            label.setBuddy(box)
            # A class a row: threshold, margin; the areas beside the first two.
            row, pair = (index - 6, 2) if index >= 6 else (index % 3, index // 3)
            layout.addWidget(label, first + row, 2 * pair)
            layout.addWidget(box, first + row, 2 * pair + 1)
            self.boxes[name] = box
        rows = (
            ("cloud_threshold", "cloud_margin", "smallest_object"),
            ("thin_threshold", "thin_margin", "fill_holes"),
            ("shadow_threshold", "shadow_margin"),
        )
        order = [name for row in rows for name in row]
        for before, after in zip(order[:-1], order[1:]):
            QWidget.setTabOrder(self.boxes[before], self.boxes[after])

    def values(self) -> dict[str, float]:
        """What is chosen, by name."""
        return {name: box.value() for name, box in self.boxes.items()}

    def show(self, settings: object) -> None:
        """Fill the fields from the attributes of their names."""
        for name, box in self.boxes.items():
            box.setValue(getattr(settings, name))
