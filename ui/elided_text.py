"""A line of words that takes the room there is."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QPainter
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget


class ElidedText(QLabel):
    """One line, cut to the width it has; the tooltip has all of it.

    For words that change while work goes on: each new text of a label lays its window out again, and where the text is
    longer widens it, in QGIS' status bar beyond the screen. A label all the same, without a text of its own: themes
    give labels their colour.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        least: int = 0,
        cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """`least`: characters that there is always room for; `cut`: where the line is cut; `side`: where it lies."""
        super().__init__(parent)
        self._text, self._cut, self._side = "", cut, side
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(least * self.fontMetrics().averageCharWidth())

    def text(self) -> str:
        """All the words."""
        return self._text

    def setText(self, text: str, *about: str) -> None:
        """Show a text; `about` are more lines for the tooltip."""
        self.setToolTip("\n".join([text, *about]))
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.update()

    def sizeHint(self) -> QSize:
        """Called by Qt."""
        return QSize(self.minimumWidth(), self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Called by Qt."""
        return self.sizeHint()

    def paintEvent(self, event) -> None:
        """Called by Qt."""
        painter = QPainter(self)
        words = self.fontMetrics().elidedText(self._text, self._cut, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | self._side), words)
        painter.end()
