"""The plugin: menu, toolbar button, dialog and Processing provider. Works without an interface (`iface=None`) too."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

if TYPE_CHECKING:  # they are imported when they are first needed, so that QGIS starts as fast as without the plugin
    from .toolbox.provider import CloudMaskProvider
    from .ui.dialog.mask_dialog import MaskDialog
    from .ui.live.live_mask import LiveMask
    from .ui.live.run_preview import RunPreview
    from .ui.review.dock import ReviewDock
    from .ui.runs.run_queue import RunQueue

ROOT = os.path.dirname(os.path.abspath(__file__))

translate = QCoreApplication.translate


class CloudMaskPlugin:
    """Adds the plugin's parts to QGIS and takes all of them away again. The dialog is made when it is first opened."""

    def __init__(self, iface) -> None:
        self._iface = iface
        self._provider: CloudMaskProvider | None = None
        self._queue: RunQueue | None = None
        self._dialog: MaskDialog | None = None
        self._review: ReviewDock | None = None
        self._live: LiveMask | None = None
        self._preview: RunPreview | None = None
        self._actions: list[QAction] = []
        self._translator = self._load_translation()

    def initProcessing(self) -> None:
        """Add the Processing provider; called by `qgis_process`, which has no interface."""
        from .toolbox.provider import CloudMaskProvider

        self._provider = CloudMaskProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        """Add everything to QGIS."""
        if self._iface is not None:
            self._init_interface()
        self.initProcessing()

    def _init_interface(self) -> None:
        from .ui.runs.run_queue import RunQueue

        queue = self._queue = RunQueue(self._iface)
        icon = QIcon(os.path.join(ROOT, "ui", "icons", "s2cloudmask.svg"))
        self._menu = translate("CloudMaskPlugin", "Sentinel-2 Cloud Mask")
        mask = self._add_action(icon, translate("CloudMaskPlugin", "Mask clouds…"), self.open_dialog)
        mask.setToolTip(translate("CloudMaskPlugin", "Cloud and cloud-shadow masks of Sentinel-2 products"))
        self._iface.addToolBarIcon(mask)  # the raster toolbar is hidden in a fresh profile
        look = QgsApplication.getThemeIcon("/mActionShowAllLayers.svg")
        self._add_action(look, translate("CloudMaskPlugin", "Review masks…"), self.open_review)
        self._add_live_switch(queue)
        options = QgsApplication.getThemeIcon("/mActionOptions.svg")
        self._add_action(options, translate("CloudMaskPlugin", "Set up the engine…"), self.open_setup)

    def _add_live_switch(self, queue: RunQueue) -> None:
        from .ui.live.live_mask import LiveMask
        from .ui.live.run_preview import RunPreview

        self._preview = RunPreview(queue, self._iface.mapCanvas())
        live = self._live = LiveMask(self._iface, self._listed_products)
        icon = QIcon(os.path.join(ROOT, "ui", "icons", "live.svg"))
        switch = self._add_action(icon, translate("CloudMaskPlugin", "Live cloud mask"), self._switch_live)
        switch.setCheckable(True)
        switch.setToolTip(translate("CloudMaskPlugin", "The cloud mask follows the map while you pan and zoom"))
        self._iface.addToolBarIcon(switch)
        live.switched.connect(switch.setChecked)
        live.keep_asked.connect(lambda product: self._keep(queue, product))

    def unload(self) -> None:
        """Take everything away again and end what runs."""
        if self._live is not None:
            self._live.turn_off()
            self._live.deleteLater()
            self._live = None
        if self._preview is not None:
            self._preview.clear()
            self._preview = None
        if self._queue is not None:
            self._queue.close()
            self._queue.deleteLater()
            self._queue = None
        if self._dialog is not None:
            self._dialog.end()
            self._dialog.deleteLater()
            self._dialog = None
        if self._review is not None:
            self._review.end()
            self._iface.removeDockWidget(self._review)
            self._review.deleteLater()
            self._review = None
        for action in self._actions:
            self._iface.removePluginRasterMenu(self._menu, action)
            self._iface.removeToolBarIcon(action)
            action.deleteLater()
        self._actions = []
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None

    def open_dialog(self) -> None:
        """Open the dialog as it was left."""
        if self._queue is not None:
            self._the_dialog(self._queue).bring_up()

    def open_setup(self) -> None:
        """Open the dialog at its set-up page."""
        if self._queue is not None:
            self._the_dialog(self._queue).bring_up_setup()

    def open_review(self) -> None:
        """Open the dock that checks masks by eye, where it was left."""
        if self._live is not None:
            self._the_review(self._live).open()

    def _the_review(self, live: LiveMask) -> ReviewDock:
        if self._review is None:
            from qgis.PyQt.QtCore import Qt

            from .ui.review.dock import ReviewDock

            self._review = ReviewDock(self._iface, self._iface.mainWindow())
            self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._review)
            self._review.live_asked.connect(self._switch_live)
            live.switched.connect(self._review.show_live)
            self._review.show_live(live.is_on)
        return self._review

    def _switch_live(self, product: str = "") -> None:
        if self._live is None:
            return
        if self._live.is_on:
            self._live.turn_off()
        else:
            self._live.turn_on(product)

    def _listed_products(self) -> list[str]:
        return self._dialog.products.model.paths() if self._dialog is not None else []

    @staticmethod
    def _keep(queue: RunQueue, product: str) -> None:
        """Order the whole mask of a product that was looked at live, as the dialog would."""
        from .ui.live.keep import whole_run

        queue.add(whole_run(product))

    def _the_dialog(self, queue: RunQueue) -> MaskDialog:
        if self._dialog is None:
            from .ui.dialog.mask_dialog import MaskDialog

            self._dialog = MaskDialog(self._iface, queue, self._iface.mainWindow())
        return self._dialog

    def _add_action(self, icon: QIcon, text: str, slot) -> QAction:
        action = QAction(icon, text, self._iface.mainWindow())
        action.triggered.connect(lambda _checked=False: slot())
        self._iface.addPluginToRasterMenu(self._menu, action)
        self._actions.append(action)
        return action

    @staticmethod
    def _load_translation() -> QTranslator | None:
        """The translation into QGIS' language; texts in the program are English (its file has plurals and keys)."""
        settings = QgsSettings()
        override = settings.value("locale/overrideFlag", False, type=bool)
        # What QGIS itself is translated into, from --lang, the settings or the system; empty outside its desktop.
        language = getattr(QgsApplication.instance(), "translation", str)()
        if not language:
            language = settings.value("locale/userLocale", "", type=str) if override else QLocale.system().name()
        translator = QTranslator()
        for name in (language, language[:2], "en"):
            if name and translator.load(os.path.join(ROOT, "i18n", f"s2cloudmask_{name}.qm")):
                QCoreApplication.installTranslator(translator)
                return translator
        return None
