"""The product below the mask under review: found, read by the engine once, and given to the view."""

from __future__ import annotations

import os

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QFileDialog

from ...bridge.product_vrt import GranuleBands, granules_from_event
from .engine import ReviewEngine
from .mask_list import ReviewMask
from .products import product_of, remember_product_folder
from .view import ReviewView

translate = QCoreApplication.translate


class ProductBelow:
    """Owned by the dock; says in its panel why there is no picture."""

    def __init__(self, panel, engine: ReviewEngine, view: ReviewView) -> None:
        self._panel, self._engine, self._view = panel, engine, view
        self._mask: ReviewMask | None = None
        self._granules: dict[str, tuple[GranuleBands, ...]] = {}
        panel.find_product.clicked.connect(lambda _checked=False: self._ask_folder())

    def forget(self) -> None:
        """There is no mask any more."""
        self._mask = None
        self._tell("")

    def add_folder(self, folder: str) -> None:
        """Look for products in another folder, too, from now on."""
        remember_product_folder(folder)
        if self._mask is not None:
            self.look_for(self._mask)

    def look_for(self, mask: ReviewMask) -> None:
        """Show the product of a mask as soon as the engine has read it."""
        self._mask = mask
        if mask.product in self._granules:
            self._take(mask, self._granules[mask.product])
            return
        self._view.set_granule(None)
        path = product_of(mask)
        if not path:
            self._tell(
                translate("ReviewDock", "{name} was not found, so there is no picture of it.").format(name=mask.product)
            )
            return
        self._tell("")
        text = translate("ReviewDock", "Read {name}").format(name=mask.product)
        self._engine.ask(
            "product",
            text,
            ["info", path, "--json"],
            lambda event: self._take(mask, granules_from_event(event)),
            self._tell,
        )

    def _ask_folder(self) -> None:
        title = translate("ReviewDock", "Folder that holds the products")
        start = os.path.dirname(self._mask.path) if self._mask is not None else ""
        folder = QFileDialog.getExistingDirectory(self._panel, title, start)
        if folder:
            self.add_folder(folder)

    def _take(self, mask: ReviewMask, granules: tuple[GranuleBands, ...]) -> None:
        self._granules[mask.product] = granules
        if mask is not self._mask:
            return
        self._tell("")
        named = [granule for granule in granules if mask.name.startswith(granule.name)]
        self._view.set_granule((named or list(granules))[0] if granules else None)

    def _tell(self, sentence: str) -> None:
        self._panel.product_note.setText(sentence)
        self._panel.product_note.setVisible(bool(sentence))
        self._panel.find_product.setVisible(bool(sentence))
