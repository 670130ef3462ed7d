"""The sentences on top of the dialog; each goes when it is no longer true."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace

from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QPushButton

from ...bridge.model_info import ModelInfo
from ..runs.mask_task import MaskRun

translate = QCoreApplication.translate


class DialogMessages(QgsMessageBar):
    """A message bar that knows which of its messages has become untrue."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._refusal = None
        self._setup = None

    def warn(self, text: str) -> None:
        """Show a sentence in place of all others."""
        self.clearWidgets()
        self._setup = self._refusal = None
        self.pushWarning("", text)

    def refuse(self, text: str) -> None:
        """Say why a run cannot start; `forget_refusal` when something that it may be about has changed."""
        self.warn(text)
        self._refusal = self.currentItem()

    def forget_refusal(self) -> None:
        """Take away why the last run could not start."""
        self._refusal = self._take_away(self._refusal)

    def ask_for_setup(self, action: Callable[[], object]) -> None:
        """Say that there is no engine yet."""
        text = translate(
            "MaskDialog",
            "The engine is not set up yet. This is done once and takes a few minutes. You can add products meanwhile.",
        )
        self._setup = self._ask(text, ((translate("MaskDialog", "Set up…"), action),))

    def forget_setup(self) -> None:
        """Take away that there is no engine."""
        self._setup = self._take_away(self._setup)

    def offer_network(self, model: ModelInfo, action: Callable[[], object]) -> None:
        """Offer the download of a network that tells thin cloud."""
        text = translate(
            "MaskDialog",
            "The engine is ready. {label} tells thin cloud, which the network that is here often misses ({size} MB).",
        ).format(label=model.label, size=round(model.size_bytes / 1e6))
        self._ask(text, ((translate("MaskDialog", "Download…"), action),))

    def ask_about_masks_there(
        self, run: MaskRun, paths: tuple[str, ...], run_again: Callable[[MaskRun], object]
    ) -> None:
        """Masks of other settings are there: replace them, or keep both by writing the new ones into a folder below."""
        products = tuple(product for product in run.products if product.path in paths)
        text = translate("MaskDialog", "%n mask(s) exist already, made with other settings.", None, len(products))
        beside = os.path.join(run.folder, f"{os.path.basename(run.settings.model)} {run.settings.resolution} m")
        anew = replace(run, products=products, settings=replace(run.settings, overwrite=True))
        both = replace(run, products=products, folder=beside)
        self._ask(
            text,
            (
                (translate("MaskDialog", "Overwrite"), lambda: run_again(anew)),
                (translate("MaskDialog", "Keep both"), lambda: run_again(both)),
                (translate("MaskDialog", "Skip"), lambda: None),
            ),
            Qgis.MessageLevel.Warning,
        )

    def _ask(self, text: str, answers: tuple, level=Qgis.MessageLevel.Info):
        message = self.createMessage(text)
        item = self.pushWidget(message, level)
        for label, action in answers:
            button = QPushButton(label, message)
            button.clicked.connect(lambda _checked=False, action=action: (self._take_away(item), action()))
            message.layout().addWidget(button)
        return item

    def _take_away(self, item) -> None:
        if item is not None and not sip.isdeleted(item):
            self.popWidget(item)
