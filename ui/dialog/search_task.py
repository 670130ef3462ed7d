"""Scanning a folder for products as a background task of QGIS."""

from __future__ import annotations

import time

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal

from ...bridge.product_search import find_products
from ..runs.engine_task import quiet_flags

WORK_S = REST_S = 0.005  # in turn: two threads of Python take the interpreter from one another at every call


class SearchTask(QgsTask):
    """Looks for products in a folder and below; `found` carries them in portions, `place` where it looks now, `ended`
    how many there were."""

    found = pyqtSignal(list)
    place = pyqtSignal(str)
    ended = pyqtSignal(int)
    _PORTION = 20

    def __init__(self, folder: str) -> None:
        super().__init__(
            QCoreApplication.translate("SearchTask", "Look for products in {folder}").format(folder=folder),
            quiet_flags(),
        )
        self._folder = folder
        self._count = 0
        self._rested_at = 0.0

    def run(self) -> bool:
        """Called by QGIS in a thread of its own."""
        portion: list[str] = []
        for path in find_products(self._folder, self._is_stopped, self.place.emit):
            portion.append(path)
            self._count += 1
            if len(portion) == self._PORTION:
                self.found.emit(portion)
                portion = []
        if portion:
            self.found.emit(portion)
        return True

    def _is_stopped(self) -> bool:
        """Asked at every name: a good place to leave the interpreter to the window for a moment."""
        if time.monotonic() - self._rested_at > WORK_S:
            time.sleep(REST_S)
            self._rested_at = time.monotonic()
        return self.isCanceled()

    def finished(self, _result: bool) -> None:
        """Called by QGIS in the main thread."""
        self.ended.emit(self._count)
