"""The first pixels of an ordinary run: a rough mask over the map, until the task's own layer is there."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject

from ..review.background import unchanged
from ..runs.run_queue import RunQueue, log
from .live_overlay import LiveOverlay


class RunPreview(QObject):
    """Shows what a run tells of its work. Adds nothing to the project."""

    def __init__(self, queue: RunQueue, canvas) -> None:
        super().__init__(queue)
        self._canvas = canvas
        self._overlay: LiveOverlay | None = None
        queue.previewed.connect(self._show)
        queue.finished_mask.connect(lambda _mask: self.clear())
        queue.failed_product.connect(lambda _error: self.clear())
        queue.run_ended.connect(lambda _summary: self.clear())

    @property
    def is_shown(self) -> bool:
        """Whether there is a rough mask on the map."""
        return self._overlay is not None and self._overlay.is_ready

    def clear(self) -> None:
        """Take it off the map."""
        if self._overlay is not None:
            self._overlay.close()
            self._overlay = None

    def _show(self, path: str) -> None:
        overlay, is_first = self._overlay, self._overlay is None
        if overlay is None:
            overlay = self._overlay = LiveOverlay(self._canvas)
        try:
            layer = overlay.show_answer(path)
        except ValueError as error:
            log(str(error))
            return
        project = QgsProject.instance()
        if is_first and not project.mapLayers() and layer.crs().isValid():
            with unchanged(project):
                project.setCrs(layer.crs())
            self._canvas.setExtent(layer.extent())
            self._canvas.refresh()
