"""The lower half of the dialog: how the products are masked, and where the masks go."""

from __future__ import annotations

import contextlib
import os
import tempfile

from qgis.gui import QgsFileWidget
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QWidget

from ...bridge.limits import MOST_BUFFER, MOST_OVERLAP, MOST_VIEWS, RESOLUTIONS
from ...bridge.settings import MaskSettings, load_mask_settings, save_mask_settings
from .area_picker import AreaPicker
from .model_picker import ModelPicker
from .refinement_boxes import RefinementBoxes

translate = QCoreApplication.translate


class ChoicePanel(QWidget):
    """Remembers what is chosen. `models` and `areas` are its pickers; `model_changed` tells of another model."""

    model_changed = pyqtSignal()

    def __init__(self, canvas, parent=None) -> None:
        super().__init__(parent)
        uic.loadUi(os.path.join(os.path.dirname(__file__), "choice_panel.ui"), self)
        self.folder = QgsFileWidget(self)
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.lineEdit().setPlaceholderText(translate("ChoicePanel", "Temporary folder"))
        self.folder_place.insertWidget(0, self.folder, 1)
        self.folder_label.setBuddy(self.folder.lineEdit())
        self.areas = AreaPicker(self.area, self.area_layer, self.area_draw, self.area_note, canvas)
        self.models = ModelPicker(self.model, self.model_note, self.model_download, self.model_file)
        self.refinement = RefinementBoxes(self.advanced_layout, self.advanced)
        self._fill()
        self._restore()
        self.setTabOrder(self.model_file, self.area)
        self.setTabOrder(self.area_draw, self.folder)
        self.setTabOrder(self.folder, self.folder_beside)
        self.resolution.currentIndexChanged.connect(lambda _: self.models.set_resolution(self.resolution.currentData()))
        self._beside = ""
        self.folder.fileChanged.connect(lambda _: self._note_folder())
        self.folder_beside.clicked.connect(lambda: self.folder.setFilePath(self._beside))
        self.models.changed.connect(self._change_model)
        self.models.set_resolution(self.resolution.currentData())
        self._note_resolution()
        self._note_folder()

    def settings(self) -> MaskSettings:
        """What is chosen now, but for the area."""
        return MaskSettings(
            resolution=self.resolution.currentData(),
            model=self.models.name,
            device=self.device.currentData(),
            precision=self.precision.currentData(),
            overlap=self.overlap.value(),
            tta=self.tta.value(),
            buffer=self.buffer.value(),
            **self.refinement.values(),
            confidence=self.confidence.isChecked(),
            overwrite=self.overwrite.isChecked(),
            folder=self.folder.filePath().strip(),
        )

    def offer_folder(self, products: list[str]) -> None:
        """Offer a folder beside the products that are to be masked, in place of a temporary one."""
        on_disk = [path for path in products if os.path.isabs(path) and not path.startswith("/vsi")]
        folders = {os.path.dirname(path) for path in on_disk}  # by their names: a share that sleeps must not be asked
        self._beside = ""
        with contextlib.suppress(ValueError):  # on two disks of Windows, or none at all
            self._beside = os.path.join(os.path.commonpath(folders), "cloud_masks")
        self._note_folder()

    def remember(self) -> None:
        """Keep what is chosen for the next time."""
        save_mask_settings(self.settings())

    def _fill(self) -> None:
        for box, most in ((self.overlap, MOST_OVERLAP), (self.tta, MOST_VIEWS), (self.buffer, MOST_BUFFER)):
            box.setMaximum(most)
        for metres in RESOLUTIONS:
            self.resolution.addItem(translate("ChoicePanel", "{metres} m").format(metres=metres), metres)
        _add_items(
            self.device,
            ("auto", translate("ChoicePanel", "Automatic")),
            ("cpu", translate("ChoicePanel", "Processor")),
            ("cuda", translate("ChoicePanel", "NVIDIA graphics card (CUDA)")),
            ("mps", translate("ChoicePanel", "Apple graphics (MPS)")),
        )
        _add_items(
            self.precision,
            ("auto", translate("ChoicePanel", "Automatic")),
            ("float32", translate("ChoicePanel", "Full (float32)")),
            ("bfloat16", translate("ChoicePanel", "Half (bfloat16)")),
            ("float16", translate("ChoicePanel", "Half (float16)")),
        )
        for note in (self.resolution_note, self.model_note, self.area_note, self.folder_note):
            font = note.font()
            font.setPointSizeF(font.pointSizeF() * 0.9)
            note.setFont(font)

    def _restore(self) -> None:
        settings = load_mask_settings()
        for combo, value in (
            (self.resolution, settings.resolution),
            (self.device, settings.device),
            (self.precision, settings.precision),
        ):
            combo.setCurrentIndex(max(0, combo.findData(value)))
        self.models.choose(settings.model)
        self.folder.setFilePath(settings.folder)
        self.overlap.setValue(settings.overlap)
        self.tta.setValue(settings.tta)
        self.buffer.setValue(settings.buffer)
        self.refinement.show(settings)
        self.confidence.setChecked(settings.confidence)
        self.overwrite.setChecked(settings.overwrite)

    def _change_model(self) -> None:
        self._note_resolution()
        self.model_changed.emit()

    def _note_resolution(self) -> None:
        metres = self.resolution.currentData()
        text = {
            10: translate(
                "ChoicePanel", "Finest detail: small cumulus and their shadows. About four times the work of 20 m."
            ),
            20: translate("ChoicePanel", "Recommended: good detail in a quarter of the time of 10 m."),
            30: translate("ChoicePanel", "Landsat's grid size: quick, small clouds blur."),
            60: translate("ChoicePanel", "Quickest: an overview of large clouds, for many products."),
        }[metres]
        finest = max((model.finest_resolution for model in self.models.used), default=0)
        if metres < finest:
            text = translate(
                "ChoicePanel", "The network predicts at {metres} m; the mask is interpolated to this grid."
            ).format(metres=finest)
        self.resolution_note.setText(text)

    def _note_folder(self) -> None:
        if self.folder.filePath().strip():
            text = translate("ChoicePanel", "One mask per product, with its style (.qml) and metadata (.json).")
        else:
            text = translate("ChoicePanel", "Deleted when QGIS closes. Choose a folder to keep the masks.")
        self.folder_beside.setVisible(bool(self._beside) and not self.folder.filePath().strip())
        self.folder_note.setText(text)


def _add_items(combo: QComboBox, *items: tuple[str, str]) -> None:
    for value, title in items:
        combo.addItem(title, value)


def can_write(folder: str) -> bool:
    """Whether a folder can be made and written to."""
    try:
        os.makedirs(folder, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
