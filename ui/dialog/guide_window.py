"""The user guide in a window of its own: the Markdown of `docs/`, as it is."""

from __future__ import annotations

import os

from qgis.PyQt.QtCore import QCoreApplication, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QImage
from qgis.PyQt.QtWidgets import QTextBrowser

from ...bridge.environment import ROOT

PICTURE_WIDTH = 900
GUIDE = os.path.join(ROOT, "docs", "guide.md")


class GuideWindow(QTextBrowser):
    """Shows the guide; links to other pages of `docs/` are followed, links into the web opened outside."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Window)
        self.setWindowTitle(QCoreApplication.translate("GuideWindow", "Sentinel-2 Cloud Mask: user guide"))
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)
        self.resize(960, 760)
        self.setSource(QUrl.fromLocalFile(GUIDE))

    def loadResource(self, kind: int, name: QUrl):
        """Called by Qt for a page or a picture; pictures are made no wider than the page."""
        if not name.path().endswith(".png"):
            return super().loadResource(kind, name)
        picture = QImage(self.source().resolved(name).toLocalFile())
        if picture.width() > PICTURE_WIDTH:
            picture = picture.scaledToWidth(PICTURE_WIDTH, Qt.TransformationMode.SmoothTransformation)
        return picture

    def _follow(self, link: QUrl) -> None:
        target = self.source().resolved(link)
        if target.isLocalFile() and target.toLocalFile().endswith(".md"):
            self.setSource(target)
        elif link.hasFragment() and not link.path():
            self.scrollToAnchor(link.fragment())
        else:
            QDesktopServices.openUrl(target)
