"""The button that takes the ticked products on to what masks are made for: composites and the calendar of fields."""

from __future__ import annotations

import os
from collections.abc import Callable

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtWidgets import QMenu, QToolButton, QWidget

from .product_panel import ProductPanel

translate = QCoreApplication.translate


class AfterMaskButton(QToolButton):
    """Stands in the row of a product panel and opens the dialog of a Processing algorithm, filled with what is ticked.

    `masks` gives the folder of the masks, empty for none.
    """

    def __init__(self, panel: ProductPanel, masks: Callable[[], str]) -> None:
        super().__init__(panel)
        self._panel, self._masks = panel, masks
        self._opened: QWidget | None = None
        self.setText(translate("AfterMaskButton", "Use masks…"))
        self.setToolTip(translate("AfterMaskButton", "Make something of the ticked products and their masks"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(self)
        for name, text in (
            ("composite", translate("AfterMaskButton", "Cloud-free &composite…")),
            ("fields", translate("AfterMaskButton", "&Field calendar…")),
        ):
            menu.addAction(text).triggered.connect(lambda _checked=False, name=name: self.open(name))
        self.setMenu(menu)
        panel.product_buttons.insertWidget(panel.product_buttons.indexOf(panel.scan_folder) + 1, self)
        QWidget.setTabOrder(panel.scan_folder, self)
        panel.changed.connect(self._count)
        self._count()

    def open(self, name: str) -> QWidget:
        """Open the dialog of an algorithm, and give it. It stays beside this one, and runs in the background."""
        import processing  # as it is there in QGIS with its Processing plugin only

        products = [product.path for product in self._panel.model.chosen()]
        dialog = processing.createAlgorithmDialog(f"s2cloudmask:{name}", parameters_for(products, self._masks()))
        self._opened = dialog
        dialog.show()
        return dialog

    def _count(self) -> None:
        # Not `algorithmById`: it asks Python for the name of every algorithm there is, at every count.
        there = QgsApplication.processingRegistry().providerById("s2cloudmask") is not None
        self.setEnabled(there and bool(self._panel.model.chosen()))


def parameters_for(products: list[str], masks: str) -> dict[str, object]:
    """What an algorithm's dialog is filled with: products, and the folder of their masks where there is one."""
    return {"PRODUCTS": "\n".join(products), **({"MASKS": masks} if os.path.isdir(masks) else {})}
