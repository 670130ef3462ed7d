"""The user guide in a window of its own: the Markdown of `docs/`, as it is."""

from __future__ import annotations

import os

from qgis.PyQt.QtCore import QCoreApplication, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QTextBrowser

from ..bridge.environment import ROOT

GUIDE = os.path.join(ROOT, "docs", "guide.md")


class GuideWindow(QTextBrowser):
    """Shows the guide; links to other pages of `docs/` are followed, links into the web opened outside."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Window)
        self.setWindowTitle(QCoreApplication.translate("GuideWindow", "Sentinel-2 Cloud Mask: user guide"))
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)
        self.resize(1080, 760)
        self.setSource(QUrl.fromLocalFile(GUIDE))

    def _follow(self, link: QUrl) -> None:
        target = self.source().resolved(link)
        if target.isLocalFile() and target.toLocalFile().endswith(".md"):
            self.setSource(target)
        elif link.hasFragment() and not link.path():
            self.scrollToAnchor(link.fragment())
        else:
            QDesktopServices.openUrl(target)
