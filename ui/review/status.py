"""The last line of the dock: what was saved, what went wrong."""

from __future__ import annotations

import os

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

_ICON = 16

translate = QCoreApplication.translate


class ReviewStatus:
    """Owned by the dock; writes into its panel."""

    def __init__(self, panel) -> None:
        self._text, self._icon = panel.status, panel.status_icon
        self.say("")

    def say(self, sentence: str, is_problem: bool = False, details: str = "") -> None:
        """Say a sentence in place of the one before; `details` for the tool tip."""
        self._text.setText(sentence)
        self._text.setToolTip(details)
        self._icon.setVisible(is_problem)
        if is_problem:
            self._icon.setPixmap(QgsApplication.getThemeIcon("/mIconWarning.svg").pixmap(_ICON, _ICON))

    def warn(self, sentence: str) -> None:
        """Say what went wrong."""
        self.say(sentence, is_problem=True)

    def tell_saved(self, path: str) -> None:
        """Say which file something was saved in."""
        self.say(translate("ReviewDock", "Saved in {file}").format(file=os.path.basename(path)), details=path)
