"""The plugin: menu, toolbar button, dialog and Processing provider. Works without an interface (`iface=None`) too."""

from __future__ import annotations

import os

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject

ROOT = os.path.dirname(os.path.abspath(__file__))


class CloudMaskPlugin(QObject):
    """Adds the plugin's parts to QGIS and takes all of them away again."""

    def __init__(self, iface) -> None:
        super().__init__()
        self._iface = iface
        self._provider = None

    def initProcessing(self) -> None:
        """Add the Processing provider; called by `qgis_process`, which has no interface."""
        if os.path.exists(os.path.join(ROOT, "toolbox", "provider.py")):
            from .toolbox.provider import CloudMaskProvider

            self._provider = CloudMaskProvider()
            QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        """Add everything to QGIS."""
        self.initProcessing()

    def unload(self) -> None:
        """Take everything away again."""
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
