"""Choosing a network: those of the engine with their state, or a file of the user's own."""

from __future__ import annotations

import os

from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QLabel, QPushButton

from ...bridge.engine_texts import in_words
from ...bridge.model_info import ModelInfo

translate = QCoreApplication.translate

AUTO = "auto"


class ModelPicker(QObject):
    """Fills a combo box with models and says their state below it.

    `changed` tells that another model is chosen, `download_asked` (ModelInfo) that its button was pressed.
    """

    changed = pyqtSignal()
    download_asked = pyqtSignal(object)

    def __init__(self, combo: QComboBox, note: QLabel, download: QPushButton, file: QPushButton) -> None:
        super().__init__(combo)
        self._combo, self._note, self._download, self._file = combo, note, download, file
        self._models: list[ModelInfo] = []
        self._resolution = 20
        combo.currentIndexChanged.connect(self._tell)
        download.clicked.connect(lambda: self.download_asked.emit(self.to_download or self.better))
        file.clicked.connect(self._choose_file)
        self.set_models([])

    @property
    def name(self) -> str:
        """The chosen model as the engine's `--model` takes it; "auto" for the engine's choice."""
        return self._combo.currentData() or AUTO

    @property
    def model(self) -> ModelInfo | None:
        """The chosen model; None for the engine's choice and for a file."""
        return next((model for model in self._models if model.name == self.name), None)

    @property
    def to_download(self) -> ModelInfo | None:
        """The chosen model while its weights are still to be downloaded."""
        model = self.model
        return model if model is not None and model.state == "missing" else None

    def set_resolution(self, metres: int) -> None:
        """Automatic takes another network at another resolution."""
        self._resolution = metres
        self._tell()

    @property
    def used(self) -> list[ModelInfo]:
        """The networks that a run would use on a Level-1C product; empty for a file, or while they are not known."""
        if self.name == AUTO:
            return [model for model in self._models if self._resolution in model.automatic]
        return [model for model in self._models if model.name == self.name]

    @property
    def better(self) -> ModelInfo | None:
        """The first network to download that tells thin cloud, where Automatic takes one that does not; else None."""
        if self.name != AUTO or not self._models or any(model.tells_thin_cloud for model in self.used):
            return None
        wanted = (model for model in self._models if model.tells_thin_cloud and model.addresses)
        return next((model for model in wanted if model.state == "missing"), None)

    def choose(self, name: str) -> None:
        """Choose a model by name or a file by path; while there is no list, any name is taken."""
        if name != AUTO and self._combo.findData(name) < 0 and (not self._models or os.path.isfile(name)):
            self._combo.addItem(os.path.basename(name), name)
        self._combo.setCurrentIndex(max(0, self._combo.findData(name)))
        self._tell()

    def set_models(self, models: list[ModelInfo]) -> None:
        """Show the engine's models; the choice stays."""
        wanted = self.name
        self._models = models
        self._combo.blockSignals(True)
        self._combo.clear()
        self._combo.addItem(translate("ModelPicker", "Automatic (best available)"), AUTO)
        for model in models:
            text = model.title
            if model.state == "missing":
                text = translate("ModelPicker", "{title} (to download)").format(title=model.title)
            self._combo.addItem(text, model.name)
            self._combo.setItemData(self._combo.count() - 1, text, Qt.ItemDataRole.ToolTipRole)
        self._combo.blockSignals(False)
        self.choose(wanted)

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self._combo.window(),
            translate("ModelPicker", "Network of your own"),
            "",
            translate("ModelPicker", "Networks (*.pt *.pth *.ckpt *.safetensors *.onnx);;All files (*)"),
        )
        if path:
            self.choose(os.path.normpath(path))

    def _tell(self) -> None:
        better = self.better
        self._download.setVisible(self.to_download is not None or better is not None)
        text = translate("ModelPicker", "Download…")
        if better is not None:
            text = translate("ModelPicker", "Get {label}…").format(label=better.label)
        self._download.setText(text)
        self._combo.setToolTip(self._combo.currentText())
        self._note.setText(self._state_text())
        self.changed.emit()

    def _state_text(self) -> str:
        model = self.model
        if model is not None:
            state = {
                "ready": translate("ModelPicker", "Ready."),
                "embedded": translate("ModelPicker", "Embedded, nothing to download."),
                "missing": translate("ModelPicker", "To be downloaded: {size} MB, {licence}."),
            }.get(model.state, "")
            parts = [state.format(size=round(model.size_bytes / 1e6), licence=model.licence), in_words(model.note)]
            if not model.tells_thin_cloud:
                parts.append(translate("ModelPicker", "It misses most thin cloud."))
            return " ".join(part for part in parts if part)
        if self.name != AUTO:
            return self.name
        if not self._models:
            return translate("ModelPicker", "The list of models appears when the engine is set up.")
        if not self.used:
            return translate("ModelPicker", "No network is here yet: choose one and download it.")
        titles = translate("ModelPicker", " and ").join(model.title for model in self.used)
        text = translate("ModelPicker", "Will use {title}.")
        if not any(model.tells_thin_cloud for model in self.used):
            text = translate("ModelPicker", "Will use {title}, which misses most thin cloud.")
        text = text.format(title=titles)
        if self.better is not None:
            better = translate("ModelPicker", "{label} tells thin cloud and is not downloaded yet ({size} MB).")
            text += " " + better.format(label=self.better.label, size=round(self.better.size_bytes / 1e6))
        return text
