"""The map tool that drags the line between a mask and the bare picture."""

from __future__ import annotations

from qgis.gui import QgsMapTool
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QCursor


class SwipeTool(QgsMapTool):
    """Tells where the line is (`moved`, 0…1 of the canvas' width) while the left button is down."""

    moved = pyqtSignal(float)

    def __init__(self, canvas) -> None:
        super().__init__(canvas)
        self.setCursor(QCursor(Qt.CursorShape.SplitHCursor))

    def canvasPressEvent(self, event) -> None:
        """Called by the canvas."""
        self._move(event)

    def canvasMoveEvent(self, event) -> None:
        """Called by the canvas."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move(event)

    def _move(self, event) -> None:
        width = max(1, self.canvas().width())
        self.moved.emit(min(1.0, max(0.0, event.pos().x() / width)))
