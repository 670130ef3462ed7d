"""The upper half of the dialog: the list of products and the ways into it."""

from __future__ import annotations

import os

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QCoreApplication, QStorageInfo, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QInputDialog, QMenu, QMessageBox, QToolButton, QWidget

from ...bridge.background import start_task
from ...bridge.product_search import is_address, is_named_as_a_product, product_of
from ..elided_text import ElidedText
from ..runs.late_events import connect_while_alive
from .product_model import ProductModel
from .product_view import ProductView
from .search_task import SearchTask

FOLDER_KEY = "s2cloudmask/last_folder"
MOST_TICKED = 50  # found by one scan; of more the user ticks those wanted
NETWORK_FILE_SYSTEMS = ("nfs", "cifs", "smb", "9p", "afp", "davfs", "fuse.sshfs", "fuse.rclone", "fuse.s3")

translate = QCoreApplication.translate


class ProductPanel(QWidget):
    """Adds products by button, drop and scan.

    Signals: `added` (there are products that have not been read), `changed` (another number of products would run),
    `refused` (a sentence).
    """

    added = pyqtSignal()
    changed = pyqtSignal()
    refused = pyqtSignal(str)

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        uic.loadUi(os.path.join(os.path.dirname(__file__), "product_panel.ui"), self)
        self.count = ElidedText(self, side=Qt.AlignmentFlag.AlignRight)
        self.product_buttons.insertWidget(self.product_buttons.indexOf(self.remove), self.count)
        self.search_place = ElidedText(self, cut=Qt.TextElideMode.ElideMiddle)
        self.search_row.insertWidget(0, self.search_place)
        self._searches: list[SearchTask] = []
        self.model = ProductModel(self)
        self.view = ProductView(self.model, self)
        self.rows.addWidget(self.view)
        for button, icon in (
            (self.add_folder, "/mIconFolder.svg"),
            (self.add_zip, "/mIconZip.svg"),
            (self.scan_folder, "/search.svg"),
            (self.remove, "/symbologyRemove.svg"),
            (self.clear, "/console/iconClearConsole.svg"),
        ):
            button.setIcon(QgsApplication.getThemeIcon(icon))
        files = QMenu(self)
        files.addAction(translate("ProductPanel", "Add an address…")).triggered.connect(self._ask_address)
        self.add_zip.setMenu(files)
        self.add_zip.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setTabOrder(self.scan_folder, self.view)
        self.setTabOrder(self.view, self.remove)
        self.add_folder.clicked.connect(self._ask_folder)
        self.add_zip.clicked.connect(self._ask_files)
        self.scan_folder.clicked.connect(self._ask_scan)
        self.remove.clicked.connect(lambda: self.model.remove(self.view.selected_numbers()))
        self.clear.clicked.connect(lambda: self.model.remove(list(range(self.model.rowCount()))))
        self.search_stop.clicked.connect(self.cancel)
        self.view.dropped.connect(self.add)
        self.view.remove_asked.connect(self.remove.click)
        self.model.checks_changed.connect(self._count)
        self._count()

    @property
    def is_searching(self) -> bool:
        """Whether a folder is being scanned."""
        return bool(self._searches)

    def add(self, sources: list[str]) -> None:
        """Add products by their paths, or by files and layers that lie in them; folders without one are scanned."""
        paths, unknown = [], []
        for source in sources:
            path = product_of(source)
            if path:
                paths.append(path)
                self._remember(path)
            elif os.path.isdir(source):
                self._remember(os.path.join(source, ""))
                self.scan(source)
            else:
                unknown.append(os.path.basename(source) or source)
        self.take(paths)
        if unknown:
            text = translate(
                "ProductPanel", "{names}: not part of a Sentinel-2 product. Add a .SAFE folder or a .zip of it."
            )
            self.refused.emit(text.format(names=", ".join(unknown[:3])))

    @staticmethod
    def _remember(path: str) -> None:
        """Where products come from: the next question begins there, and a review looks for them there."""
        if not is_address(path):
            QgsSettings().setValue(FOLDER_KEY, os.path.dirname(path))

    def take(self, paths: list[str]) -> list[str]:
        """Add paths that are known to be products; returns those that were not in the list."""
        added = self.model.add(paths)
        if added:
            self.added.emit()
        return added

    def scan(self, folder: str) -> None:
        """Look for products in a folder and below, in the background."""
        if not self._may_scan(folder):
            return
        search = SearchTask(folder)
        found: list[str] = []
        connect_while_alive(self, search.found, lambda paths: found.extend(self.take(paths)))
        search.place.connect(self._show_place)
        connect_while_alive(self, search.ended, lambda count: self._end_search(search, folder, count, found))
        self._searches.append(search)
        self._show_place(folder)
        start_task(search)
        self._count()

    def _may_scan(self, folder: str) -> bool:
        """Ask before a scan that may take long: of a whole disk, or over the network."""
        storage = QStorageInfo(folder)
        kind = bytes(storage.fileSystemType()).decode("ascii", "replace").lower()
        is_disk = os.path.realpath(folder) == os.path.realpath(storage.rootPath() or os.sep)
        is_remote = folder.startswith(("\\\\", "//")) or kind.startswith(NETWORK_FILE_SYSTEMS)
        if not (is_disk or is_remote):
            return True
        text = translate("ProductPanel", "{folder} is a whole disk. Looking through it may take long. Look there?")
        if is_remote:
            text = translate("ProductPanel", "{folder} lies on the network. Looking there may take long. Look there?")
        title = translate("ProductPanel", "Look for products in a folder")
        answer = QMessageBox.question(self, title, text.format(folder=folder))
        return answer == QMessageBox.StandardButton.Yes

    def cancel(self) -> None:
        """End all scans; what they found so far stays in the list."""
        for search in self._searches:
            search.found.disconnect()
            search.place.disconnect()
            search.ended.disconnect()
            search.cancel()
        self._searches = []
        self._count()

    def _end_search(self, search: SearchTask, folder: str, count: int, found: list[str]) -> None:
        self._searches.remove(search)
        if len(found) > MOST_TICKED:
            self.model.check(found, False)
            text = translate("ProductPanel", "{count} products found. Tick those to mask; right-click for all.")
            self.refused.emit(text.format(count=len(found)))
        self._count()
        if count == 0 and is_named_as_a_product(folder):
            self.take([folder])  # the engine says what it is
        elif count == 0:
            self.refused.emit(
                translate("ProductPanel", "No Sentinel-2 product lies in {folder}.").format(folder=folder)
            )

    def _show_place(self, folder: str) -> None:
        self.search_place.setText(translate("ProductPanel", "Looking in {folder}").format(folder=folder))

    def _ask_folder(self) -> None:
        folder = self._ask_directory(translate("ProductPanel", "Add a product folder"))
        if folder:
            self.add([folder])

    def _ask_scan(self) -> None:
        folder = self._ask_directory(translate("ProductPanel", "Look for products in a folder"))
        if folder:
            self.scan(folder)

    def _ask_files(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(
            self,
            translate("ProductPanel", "Add products"),
            str(QgsSettings().value(FOLDER_KEY, "")),
            translate(
                "ProductPanel",
                "Zipped products, GeoTIFF stacks, STAC items (*.zip *.tar *.tif *.tiff *.json *.geojson)",
            ),
        )
        if paths:
            self.add(paths)

    def _ask_address(self) -> None:
        address, agreed = QInputDialog.getText(
            self,
            translate("ProductPanel", "Add an address"),
            translate("ProductPanel", "Address of a product or STAC item (https://, s3://, gs://, az://):"),
        )
        if agreed and address.strip():
            self.add([address.strip()])

    def _ask_directory(self, title: str) -> str:
        folder = QFileDialog.getExistingDirectory(self, title, str(QgsSettings().value(FOLDER_KEY, "")))
        if folder:
            QgsSettings().setValue(FOLDER_KEY, os.path.dirname(folder))
        return folder

    def _count(self) -> None:
        total, runnable = self.model.rowCount(), self.model.runnable()
        if self._searches:
            text = translate("ProductPanel", "Looking for products… {total} so far").format(total=total)
        else:
            chosen = len(self.model.chosen())
            text = translate("ProductPanel", "{chosen} of {total} products chosen").format(chosen=chosen, total=total)
            running = self.model.running()
            if running:
                text += translate("ProductPanel", ", {count} running").format(count=running)
            if runnable < total:
                text += translate("ProductPanel", ", {count} cannot run").format(count=total - runnable)
        self.count.setText(text if total or self._searches else "")
        self.remove.setEnabled(total > 0)
        self.clear.setEnabled(total > 0)
        for widget in (self.search_place, self.search_stop):
            widget.setVisible(bool(self._searches))
        self.changed.emit()
