"""What a network is taught from, what it starts as and what it will be called."""

from __future__ import annotations

import os
import re
from tempfile import TemporaryDirectory

from qgis.core import QgsApplication, QgsMapLayerProxyModel
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QFileDialog

from ...bridge.environment import engine_interpreter, how_to_set_up
from ...bridge.model_info import ModelInfo
from ..review.labels import LabelFile, LabelledPoint
from ..review.mask_list import ReviewMask
from ..review.products import product_of
from ..runs.engine_errands import EngineErrands
from .teach_labels import CLASS_FIELDS, write_layer, write_points
from .teach_task import TeachRun

NAME = re.compile(r"[A-Za-z0-9][\w-]{0,59}")
_ICON = 16

translate = QCoreApplication.translate


class TeachDialog(QDialog):
    """Asks for labels, a network to start from and a name, and says what is missing. Once it is accepted it has a `run`
    and the `folder` in which the labels of it lie."""

    def __init__(self, masks: list[ReviewMask], shown: ReviewMask, labels: LabelFile, parent=None) -> None:
        super().__init__(parent)
        uic.loadUi(os.path.join(os.path.dirname(__file__), "teach_dialog.ui"), self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.run: TeachRun | None = None
        self.folder: TemporaryDirectory | None = None
        self._shown = shown
        self._points: dict[str, list[LabelledPoint]] = {}
        self._products: dict[str, str] = {}  # path by the product's name, empty for what was not found
        self._models: list[ModelInfo] | None = None
        self._problem = ""
        self._errands = EngineErrands(self)
        self._ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(translate("TeachDialog", "&Teach"))
        self.missing_icon.setPixmap(QgsApplication.getThemeIcon("/mIconWarning.svg").pixmap(_ICON, _ICON))
        for note in (self.points_note, self.layer_note, self.start_note):
            font = note.font()
            font.setPointSizeF(font.pointSizeF() * 0.9)
            note.setFont(font)
        self.layer.setFilters(QgsMapLayerProxyModel.Filter.PointLayer | QgsMapLayerProxyModel.Filter.PolygonLayer)
        self._find_points(masks, labels)
        self._choose_layer()
        self._connect()
        self._errands.list_models()
        self._tell()

    def accept(self) -> None:
        """Called by Qt: write the labels; the dialog stays when that fails."""
        folder = TemporaryDirectory(prefix="s2cloudmask_labels_")
        try:
            self.run = self._run_in(folder.name)
        except (OSError, ValueError) as error:
            folder.cleanup()
            self._show_missing(str(error))
            return
        self.folder = folder
        super().accept()

    def done(self, result: int) -> None:
        """Called by Qt at whatever end."""
        self._errands.cancel()
        super().done(result)

    def _run_in(self, folder: str) -> TeachRun:
        files, products = [], []
        if self.use_points.isChecked():
            files.append(write_points(folder, {mask.name: self._points[mask.name] for mask in self._usable}))
            products += [self._path_of(mask) for mask in self._usable]
        if self.use_layer.isChecked():
            files.append(write_layer(folder, self.layer.currentLayer(), self.field.currentField(), self._shown))
            products.append(self._path_of(self._shown))
        return TeachRun(
            interpreter=engine_interpreter() or "",
            products=tuple(dict.fromkeys(products)),
            labels=tuple(files),
            name=self.name.text().strip(),
            start=self.start.currentData(),
            steps=self.steps.value(),
            keep_worse=self.keep_worse.isChecked(),
        )

    # The labels.

    def _find_points(self, masks: list[ReviewMask], labels: LabelFile) -> None:
        try:
            points = labels.labelled()
        except (OSError, ValueError, KeyError) as error:
            self.points_note.setText(
                translate("TeachDialog", "{file} cannot be read ({reason}).").format(file=labels.path, reason=error)
            )
            self._usable: list[ReviewMask] = []
            return
        labelled = [mask for mask in masks if mask.name in points]
        fit = [mask for mask in labelled if mask.level != "L2A"]
        self._points = points
        self._usable = [mask for mask in fit if self._path_of(mask)]
        count = sum(len(points[mask.name]) for mask in self._usable)
        told = [translate("TeachDialog", "Labelled: {points}, in masks: {masks}.")]
        told[0] = told[0].format(points=count, masks=len(self._usable))
        lost = [mask.product for mask in fit if mask not in self._usable]
        if lost:
            text = translate(
                "TeachDialog", "Left out, as it was not found: {names}. Show its mask, then press Find product."
            )
            told.append(text.format(names=_listed(lost)))
        if len(fit) < len(labelled):
            text = translate("TeachDialog", "Left out, as Level-2A lacks B10: {names}.")
            told.append(text.format(names=_listed(mask.product for mask in labelled if mask not in fit)))
        self.points_note.setText(" ".join(told))
        self.use_points.setChecked(bool(self._usable))

    def _path_of(self, mask: ReviewMask) -> str:
        if mask.product not in self._products:
            self._products[mask.product] = product_of(mask)
        return self._products[mask.product]

    def _choose_layer(self, *_) -> None:
        layer = self.layer.currentLayer()
        self.field.setLayer(layer)
        there = [name for name in CLASS_FIELDS if layer is not None and layer.fields().indexOf(name) >= 0]
        if there:
            self.field.setField(there[0])
        self.layer_note.setText(
            translate(
                "TeachDialog",
                "Points or polygons of {mask}, the mask that is shown. Classes: clear, cloud, thick_cloud, thin_cloud, "
                "shadow.",
            ).format(mask=self._shown.title)
        )
        if not self._usable and layer is not None:
            self.use_layer.setChecked(True)

    # The network.

    def _take_models(self, models: list[ModelInfo]) -> None:
        """Offer those that are here and can be taught, first the one that made the mask which is shown."""
        self._models = models
        is_chosen = self.start.count() > 0  # a file, before the list came
        for model in models:
            if model.can_be_taught and model.state != "missing":
                self.start.addItem(model.title, model.name)
        if not is_chosen:
            self.start.setCurrentIndex(max(0, self.start.findData(self._shown.model)))
        self._tell()

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self,
            translate("TeachDialog", "Network to start from"),
            "",
            translate("TeachDialog", "Networks (*.pt *.pth *.ckpt *.safetensors);;All files (*)"),
        )
        if path:
            self.start.addItem(os.path.basename(path), os.path.normpath(path))
            self.start.setCurrentIndex(self.start.count() - 1)

    def _note_start(self) -> None:
        model = next((model for model in self._models or () if model.name == self.start.currentData()), None)
        text = self.start.currentData() or "" if model is None else model.licence
        if model is not None and text:
            text = translate("TeachDialog", "Licence, also of the new model: {licence}").format(licence=text)
        self.start_note.setText(text)
        self.start_note.setVisible(bool(text))

    # What is missing.

    def _connect(self) -> None:
        # Methods, not lambdas: the list of layers lives on with the project, and Python may take a lambda away first.
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.layer.layerChanged.connect(self._choose_layer)
        self.start_file.clicked.connect(self._choose_file)
        self._errands.models_listed.connect(self._take_models)
        self._errands.failed.connect(self._fail)
        for signal in (self.use_points.toggled, self.use_layer.toggled, self.start.currentIndexChanged,
                       self.name.textChanged, self.layer.layerChanged, self.field.fieldChanged):  # fmt: skip
            signal.connect(self._tell)

    def _fail(self, sentence: str) -> None:
        self._problem = sentence
        self._tell()

    def _tell(self, *_) -> None:
        self._note_start()
        for widget in (self.layer, self.field_label, self.field, self.layer_note):
            widget.setEnabled(self.use_layer.isChecked())
        sentence = self._missing_labels() or self._missing_start() or self._missing_name()
        self._show_missing(sentence)
        self._ok.setEnabled(not sentence)

    def _show_missing(self, sentence: str) -> None:
        self.missing.setText(sentence)
        self.missing_icon.setVisible(bool(sentence))

    def _missing_labels(self) -> str:
        if not self.use_points.isChecked() and not self.use_layer.isChecked():
            return translate("TeachDialog", "Choose labels: the points of this review, or a layer.")
        if self.use_points.isChecked() and not self._usable:
            return translate("TeachDialog", "No point can be used. Draw random points in the dock and label them.")
        if not self.use_layer.isChecked():
            return ""
        layer, shown = self.layer.currentLayer(), self._shown
        if layer is None:
            return translate("TeachDialog", "The project has no layer of points or polygons.")
        if not layer.crs().isValid():
            return translate("TeachDialog", "{layer} has no CRS. Set it in the layer's properties.").format(
                layer=layer.name()
            )
        if not self.field.currentField():
            return translate("TeachDialog", "Choose the field of {layer} that holds the class.").format(
                layer=layer.name()
            )
        if shown.level == "L2A":
            text = translate("TeachDialog", "{name} is Level-2A, which lacks B10. Show the mask of a Level-1C product.")
            return text.format(name=shown.product)
        if not self._path_of(shown):
            return translate("TeachDialog", "{name} was not found. Press Find product in the dock.").format(
                name=shown.product
            )
        return ""

    def _missing_start(self) -> str:
        if engine_interpreter() is None:
            return how_to_set_up()
        if self.start.currentData():
            return ""
        if self._models is None:
            return self._problem or translate("TeachDialog", "The list of networks is being read…")
        return translate(
            "TeachDialog", "No 13-band UNetMobV2 is here. Download one in Mask clouds…, or choose a file of your own."
        )

    def _missing_name(self) -> str:
        name = self.name.text().strip()
        if not name:
            return translate("TeachDialog", "Give the new model a name.")
        if not NAME.fullmatch(name):
            return translate("TeachDialog", "A name has letters, digits, - and _, and begins with a letter or digit.")
        if name.lower() in {"auto", *(model.name.lower() for model in self._models or ())}:
            return translate("TeachDialog", "There is a model {name} already.").format(name=name)
        return ""


def _listed(names) -> str:
    return ", ".join(dict.fromkeys(names))
