"""Words in a toolbar that take the room there is."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QPainter
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

_LEAST = 12  # characters: the class under the cursor


class LiveWords(QWidget):
    """One line, cut to the width it has; the tooltip has all of it.

    Not a label: each change of its text lays QGIS' window out again, and in the status bar widens it beyond the screen.
    """

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(_LEAST * self.fontMetrics().averageCharWidth())

    @property
    def text(self) -> str:
        """All the words."""
        return self._text

    def show_text(self, text: str, about: list[str]) -> None:
        """Show a text; `about` are more lines for the tooltip."""
        self._text = text
        self.setToolTip("\n".join([text, *about]))
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, event) -> None:
        """Called by Qt."""
        painter = QPainter(self)
        cut = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), cut)
        painter.end()
