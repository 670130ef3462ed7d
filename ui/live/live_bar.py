"""The toolbar of the live mask: which product, how strong, what to do with it, and what it says."""

from __future__ import annotations

import os

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QSizePolicy, QSlider, QToolBar

from ...bridge.product_info import info_from_name
from ...bridge.product_search import product_of
from ..elided_text import ElidedText

_LONGEST_NAME = 34  # characters
_CLASS_NAME = 12  # for which there is always room

translate = QCoreApplication.translate


class LiveBar(QToolBar):
    """Signals: `chosen` (path of a product), `opacity_changed` (0…1), `keep_asked`, `zoom_asked`, `add_asked`."""

    chosen = pyqtSignal(str)
    opacity_changed = pyqtSignal(float)
    keep_asked = pyqtSignal()
    zoom_asked = pyqtSignal()
    add_asked = pyqtSignal()

    def __init__(self, parent=None) -> None:
        super().__init__(translate("LiveBar", "Live cloud mask"), parent)
        self.setObjectName("s2cloudmask_live")
        self.setAcceptDrops(True)
        self.products = QComboBox(self)
        self.products.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.products.setToolTip(translate("LiveBar", "Product that is masked live. Drop others here."))
        self.products.setAccessibleName(translate("LiveBar", "Product"))
        self.addWidget(self.products)
        self.back = self._button(
            "/mActionArrowLeft.svg", translate("LiveBar", "Previous product (Shift+B)"), lambda: self.step(-1)
        )
        self.forward = self._button(
            "/mActionArrowRight.svg", translate("LiveBar", "Next product (Shift+N)"), lambda: self.step(1)
        )
        self.add = self._button("/symbologyAdd.svg", translate("LiveBar", "Add a product…"), self.add_asked.emit)
        self.opacity = QSlider(Qt.Orientation.Horizontal, self)
        self.opacity.setRange(0, 100)
        self.opacity.setValue(70)
        self.opacity.setFixedWidth(90)
        self.opacity.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.opacity.setToolTip(translate("LiveBar", "Opacity of the live mask"))
        self.opacity.setAccessibleName(translate("LiveBar", "Opacity"))
        self.addWidget(self.opacity)
        self.zoom = self._button("/mActionZoomToLayer.svg", translate("LiveBar", "Zoom to the product"),
                                 self.zoom_asked.emit)  # fmt: skip
        self.keep = self._button("/mActionFileSave.svg", translate("LiveBar", "Keep: mask the whole product"),
                                 self.keep_asked.emit)  # fmt: skip
        self.words = ElidedText(self, least=_CLASS_NAME)
        self.addWidget(self.words)
        self.products.currentIndexChanged.connect(self._choose)
        self.opacity.valueChanged.connect(lambda percent: self.opacity_changed.emit(percent / 100))
        self._enable()

    @property
    def product(self) -> str:
        """The path of the product that is chosen; empty when there is none."""
        return self.products.currentData() or ""

    @property
    def paths(self) -> list[str]:
        """The products to choose from."""
        return [self.products.itemData(row) for row in range(self.products.count())]

    def offer(self, paths: list[str]) -> None:
        """Add products to choose from; those that are there stay as they are."""
        there = {os.path.normcase(path) for path in self.paths}
        self.products.blockSignals(True)
        for path in paths:
            if os.path.normcase(path) not in there:
                there.add(os.path.normcase(path))
                self.products.addItem(_short_name(path), path)
                self.products.setItemData(self.products.count() - 1, path, Qt.ItemDataRole.ToolTipRole)
        self.products.blockSignals(False)
        self._enable()

    def choose(self, path: str) -> None:
        """Choose a product, added if it is new."""
        self.offer([path])
        row = next(row for row, other in enumerate(self.paths) if os.path.normcase(other) == os.path.normcase(path))
        if row == self.products.currentIndex():
            self._choose()
        else:
            self.products.setCurrentIndex(row)

    def step(self, by: int) -> None:
        """Choose the next product, or the one before; after the last comes the first."""
        count = self.products.count()
        if count > 1:
            self.products.setCurrentIndex((self.products.currentIndex() + by) % count)

    def dragEnterEvent(self, event) -> None:
        """Called by Qt."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event) -> None:
        """Called by Qt."""
        paths = [product_of(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        paths = [path for path in paths if path]
        if paths:
            event.acceptProposedAction()
            self.offer(paths)
            self.choose(paths[0])

    def _choose(self, *_) -> None:
        self._enable()
        if self.product:
            self.chosen.emit(self.product)

    def _enable(self) -> None:
        for action in (self.back, self.forward):
            action.setEnabled(self.products.count() > 1)
        for action in (self.zoom, self.keep):
            action.setEnabled(bool(self.product))

    def _button(self, icon: str, text: str, slot):
        action = self.addAction(QgsApplication.getThemeIcon(icon), text)
        action.triggered.connect(lambda _checked=False: slot())
        return action


def _short_name(path: str) -> str:
    """Date, tile and level where the name tells them, else the name."""
    info = info_from_name(path)
    if info.sensing_time and info.tiles:
        return f"{info.sensing_time[:10]} {info.tiles[0]} {info.level}"
    return info.name if len(info.name) <= _LONGEST_NAME else info.name[: _LONGEST_NAME - 1] + "…"
