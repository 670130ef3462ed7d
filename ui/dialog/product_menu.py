"""The menu on the product table: ticks, the place on the map, the image, the folder."""

from __future__ import annotations

import os
from collections.abc import Callable

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QPoint
from qgis.PyQt.QtWidgets import QApplication, QMenu

from ...bridge.layers import true_colour_layer
from ...bridge.mask_result import scene_name
from ...bridge.product_info import ProductInfo
from ..runs.run_queue import open_folder
from .product_model import ProductModel
from .product_view import ProductView

translate = QCoreApplication.translate
FLASHES = 3


class ProductMenu:
    """Opens at the mouse; `canvas` is None where there is no map."""

    def __init__(self, model: ProductModel, view: ProductView, canvas: QgsMapCanvas | None) -> None:
        self._model, self._view, self._canvas = model, view, canvas
        view.customContextMenuRequested.connect(self.open)

    def open(self, place: QPoint) -> None:
        """Show the menu for the selected products."""
        menu = self.menu()
        if not menu.isEmpty():
            menu.exec(self._view.viewport().mapToGlobal(place))

    def menu(self) -> QMenu:
        """What can be done with the selected products, and with all."""
        menu = QMenu(self._view)
        chosen = self._model.infos(self._view.selected_numbers())
        every = self._model.paths()
        if not every:
            return menu
        paths = [info.path for info in chosen]
        if chosen:
            self._add(menu, translate("ProductMenu", "Tick selected"), lambda: self._model.check(paths, True))
            self._add(menu, translate("ProductMenu", "Untick selected"), lambda: self._model.check(paths, False))
        self._add(menu, translate("ProductMenu", "Tick all"), lambda: self._model.check(every, True))
        self._add(menu, translate("ProductMenu", "Untick all"), lambda: self._model.check(every, False))
        if chosen:
            menu.addSeparator()
            placed = [info for info in chosen if info.footprints]
            canvas = self._canvas
            if canvas is not None and placed:
                self._add(menu, translate("ProductMenu", "Show on the map"), lambda: show_place(canvas, placed))
            pictured = [info for info in chosen if info.images]
            if pictured:
                self._add(menu, translate("ProductMenu", "Show image"), lambda: show_images(pictured))
            folder = os.path.dirname(paths[0])
            self._add(menu, translate("ProductMenu", "Open folder"), lambda: open_folder(folder))
            text = os.linesep.join(paths)
            self._add(menu, translate("ProductMenu", "Copy path"), lambda: QApplication.clipboard().setText(text))
        return menu

    @staticmethod
    def _add(menu: QMenu, text: str, action: Callable[[], object]) -> None:
        menu.addAction(text).triggered.connect(lambda _checked=False: action())


def show_place(canvas: QgsMapCanvas, infos: list[ProductInfo]) -> None:
    """Bring the products' tiles into view and let their outlines flash."""
    wanted = canvas.mapSettings().destinationCrs()
    extent, outlines = QgsRectangle(), []
    for crs, bounds in (place for info in infos for place in info.footprints):
        outline = QgsGeometry.fromRect(QgsRectangle(*bounds)).densifyByCount(8)
        try:
            outline.transform(QgsCoordinateTransform(QgsCoordinateReferenceSystem(crs), wanted, QgsProject.instance()))
        except QgsCsException:
            continue
        outlines.append(outline)
        extent.combineExtentWith(outline.boundingBox())
    if outlines:
        extent.scale(1.1)
        canvas.setExtent(extent)
        canvas.refresh()
        canvas.flashGeometries(outlines, wanted, flashes=FLASHES)


def show_images(infos: list[ProductInfo]) -> None:
    """Add the products' true-colour images to the project."""
    for info in infos:
        for tile, path in info.images:
            layer = true_colour_layer(path, scene_name(info.sensing_time, tile, info.name))
            if layer is not None:
                QgsProject.instance().addMapLayer(layer)
