"""Choosing a network: those of the engine with their state, or a file of the user's own."""

from __future__ import annotations

import os

from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QLabel, QPushButton

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
        self._wanted = AUTO
        combo.currentIndexChanged.connect(self._tell)
        download.clicked.connect(lambda: self.download_asked.emit(self.model))
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
    def to_download(self) -> bool:
        """Whether the weights of the chosen model are still to be downloaded."""
        return self.model is not None and self.model.state == "missing"

    def choose(self, name: str) -> None:
        """Choose a model by name or a file by path; remembered until the list is there."""
        self._wanted = name
        if name != AUTO and self._combo.findData(name) < 0 and os.path.isfile(name):
            self._combo.addItem(os.path.basename(name), name)
        self._combo.setCurrentIndex(max(0, self._combo.findData(name)))
        self._tell()

    def set_models(self, models: list[ModelInfo]) -> None:
        """Show the engine's models; the choice stays."""
        wanted = self._wanted if not self._models else self.name
        self._models = models
        self._combo.blockSignals(True)
        self._combo.clear()
        self._combo.addItem(translate("ModelPicker", "Automatic (the best that is there)"), AUTO)
        for model in models:
            self._combo.addItem(model.title, model.name)
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
        self._download.setVisible(self.to_download)
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
            return " ".join(
                part
                for part in (state.format(size=round(model.size_bytes / 1e6), licence=model.licence), model.note)
                if part
            )
        if self.name != AUTO:
            return self.name
        if not self._models:
            return translate("ModelPicker", "The list of models appears when the engine is set up.")
        best = next((model for model in self._models if model.automatic), None)
        if best is None:
            return translate("ModelPicker", "No model is there yet: choose one and download it.")
        return translate(
            "ModelPicker", "UNetMobV2 where it is downloaded, else the embedded network. Now: {title}."
        ).format(title=best.title)
