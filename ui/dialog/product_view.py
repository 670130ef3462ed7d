"""The view of the product table: takes drops from the file manager and from QGIS' browser, says so while empty."""

from __future__ import annotations

from qgis.core import QgsMimeDataUtils
from qgis.PyQt.QtCore import QCoreApplication, QMimeData, QSortFilterProxyModel, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPainter, QPalette
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from .product_model import ProductModel

translate = QCoreApplication.translate


class ProductView(QTableView):
    """A sortable table; `dropped` carries the paths and layer sources of a drop, `remove_asked` is the Delete key."""

    dropped = pyqtSignal(list)
    remove_asked = pyqtSignal()

    def __init__(self, model: ProductModel, parent=None) -> None:
        super().__init__(parent)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(model)
        self.setModel(self._sorted)
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        character = self.fontMetrics().averageCharWidth()
        for column, characters in ((0, 42), (1, 18), (2, 9), (3, 8), (4, 10)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, characters * character)

    def selected_numbers(self) -> list[int]:
        """The selected rows, as numbers of the product model."""
        return [self._sorted.mapToSource(index).row() for index in self.selectionModel().selectedRows()]

    def keyPressEvent(self, event) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_asked.emit()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event) -> None:
        if sources_of(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event) -> None:
        sources = sources_of(event.mimeData())
        if sources:
            event.acceptProposedAction()
            self.dropped.emit(sources)

    def paintEvent(self, event) -> None:
        super().paintEvent(event)
        if self.model().rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setOpacity(0.6)
        painter.setPen(self.palette().color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text))
        text = translate(
            "ProductView",
            "Drop Sentinel-2 products here: .SAFE folders or .zip downloads,\n"
            "from the file manager or the Browser panel",
        )
        painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, text)
        painter.end()


def sources_of(data: QMimeData) -> list[str]:
    """Local paths of a drop from the file manager, addresses, and sources of items dragged out of QGIS' browser."""
    urls = data.urls() if data.hasUrls() else []
    sources = [url.toLocalFile() if url.isLocalFile() else url.toString() for url in urls]
    if QgsMimeDataUtils.isUriList(data):
        sources += [uri.uri for uri in QgsMimeDataUtils.decodeUriList(data) if uri.uri]
    return list(dict.fromkeys(sources))
