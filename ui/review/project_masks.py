"""How masks are listed in the dock, and what their classes are in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QTreeWidget, QTreeWidgetItem

from .mask_list import ReviewMask
from .overlay import CLASS_COLOURS
from .verdicts import Subject

_MOST_ROWS = 6  # the others scroll

translate = QCoreApplication.translate


def fill_masks(tree: QTreeWidget, masks: Iterable[ReviewMask], word_of: Callable[[Subject], str]) -> None:
    """List masks with the word of their verdict, in rows as high as they need, and choose the first."""
    tree.blockSignals(True)
    tree.clear()
    for mask in masks:
        item = QTreeWidgetItem([mask.sensing_time[:10], mask.tile, mask.made_by, ""])
        item.setText(3, word_of(Subject(mask)))
        item.setToolTip(0, mask.name)
        item.setToolTip(2, mask.name)
        tree.addTopLevelItem(item)
    for column in range(3):
        tree.resizeColumnToContents(column)
    tree.blockSignals(False)
    rows = min(_MOST_ROWS, max(2, tree.topLevelItemCount()))
    row_height = max(tree.sizeHintForRow(0), tree.fontMetrics().height())
    tree.setFixedHeight(tree.header().sizeHint().height() + rows * row_height + 2 * tree.frameWidth() + 2)
    if tree.topLevelItemCount():
        tree.setCurrentItem(tree.topLevelItem(0))


def shares_text(mask: ReviewMask) -> str:
    """The class shares as rich text, each with its colour."""
    names = (
        (None, "clear", translate("ReviewMasks", "clear")),
        (1, "thick_cloud", translate("ReviewMasks", "thick cloud")),
        (2, "thin_cloud", translate("ReviewMasks", "thin cloud")),
        (3, "cloud_shadow", translate("ReviewMasks", "shadow")),
    )
    parts = []
    for value, name, title in names:
        if value is not None and value not in mask.titles:
            continue
        if value == 1 and 2 not in mask.titles:
            title = translate("ReviewMasks", "cloud")
        swatch = "" if value is None else f"<span style='color:{CLASS_COLOURS[value].name()}'>&#9632;</span>&nbsp;"
        part = f"{title} {100 * mask.shares.get(name, 0.0):.1f} %"
        parts.append(swatch + part.replace(" ", "&nbsp;"))
    return " &nbsp; ".join(parts)
