"""The upper part of the dock scrolls where the screen is low, so that what is pressed most stays in sight."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject
from qgis.PyQt.QtWidgets import QScrollArea


class UpperPart(QObject):
    """Keeps the area no higher than what is in it, which changes with the masks that are listed."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        area.widget().installEventFilter(self)

    def fit_width(self) -> None:
        """Nothing is cut off at the side. Call it when fonts and style are known."""
        bar = self._area.verticalScrollBar().sizeHint().width()
        self._area.setMinimumWidth(self._area.widget().minimumSizeHint().width() + bar)

    def eventFilter(self, contents, event) -> bool:
        """Called by Qt: the contents have changed."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            wanted = contents.sizeHint().height()
            if contents.hasHeightForWidth():
                wanted = contents.heightForWidth(contents.width())
            self._area.setMaximumHeight(max(wanted, self._area.minimumHeight()))
        return False
