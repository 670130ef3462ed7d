"""The sentences on top of the dialog; each goes when it is no longer true."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QPushButton

from ...bridge.model_info import ModelInfo

translate = QCoreApplication.translate


class DialogMessages(QgsMessageBar):
    """A message bar that knows which of its messages has become untrue."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._refusal = None
        self._setup = None
        self._failure = None

    def warn(self, text: str) -> None:
        """Show a sentence in place of all others."""
        self.clearWidgets()
        self._setup = self._refusal = self._failure = None
        self.pushWarning("", text)

    def refuse(self, text: str) -> None:
        """Say why a run cannot start; `forget_refusal` when something that it may be about has changed."""
        self.warn(text)
        self._refusal = self.currentItem()

    def forget_refusal(self) -> None:
        """Take away why the last run could not start."""
        self.take_away(self._refusal)
        self._refusal = None

    def tell_failure(self, text: str) -> None:
        """Say what the engine could not do; `forget_failure` when it is another engine."""
        self.warn(text)
        self._failure = self.currentItem()

    def forget_failure(self) -> None:
        """Take away what the engine could not do."""
        self.take_away(self._failure)
        self._failure = None

    def ask_for_setup(self, action: Callable[[], object]) -> None:
        """Say that there is no engine yet."""
        text = translate(
            "MaskDialog",
            "The engine is not set up yet. This is done once and takes a few minutes. You can add products meanwhile.",
        )
        self._setup = self.ask(text, ((translate("MaskDialog", "Set up…"), action),))

    def forget_setup(self) -> None:
        """Take away that there is no engine."""
        self.take_away(self._setup)
        self._setup = None

    def offer_network(self, model: ModelInfo, action: Callable[[], object]) -> None:
        """Offer the download of a network that tells thin cloud."""
        text = translate(
            "MaskDialog",
            "The engine is ready. {label} tells thin cloud, which the network that is here often misses ({size} MB).",
        ).format(label=model.label, size=round(model.size_bytes / 1e6))
        self.ask(text, ((translate("MaskDialog", "Download…"), action),))

    def ask(self, text: str, answers: Sequence[tuple[str, Callable[[], object]]], level=Qgis.MessageLevel.Info):
        """Show a sentence with a button for each answer; the first one pressed takes all away. Returns the item."""
        message = self.createMessage(text)
        item = self.pushWidget(message, level)

        def press(action: Callable[[], object]) -> None:
            self.take_away(item)
            action()

        for label, action in answers:
            button = QPushButton(label, message)
            button.clicked.connect(lambda _checked=False, action=action: press(action))
            message.layout().addWidget(button)
        return item

    def take_away(self, item) -> None:
        """Take a message away, if it is still there."""
        if item is not None and not sip.isdeleted(item):
            self.popWidget(item)
