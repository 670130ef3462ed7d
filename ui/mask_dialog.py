"""The dialog: products, choices, progress. It starts runs and shows them; the runs themselves belong to the queue."""

from __future__ import annotations

import os
import tempfile

from qgis.core import QgsApplication, QgsProcessingUtils, QgsSettings
from qgis.gui import QgsFileWidget, QgsMessageBar
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QCoreApplication, QTimer, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QPushButton

from ..bridge.environment import ROOT, engine_interpreter
from ..bridge.mask_result import MaskResult
from ..bridge.product_search import is_product_folder, product_of
from ..bridge.settings import MaskSettings, load_mask_settings, save_mask_settings
from .area_picker import AreaPicker
from .engine_errands import EngineErrands
from .mask_task import MaskRun, ProductError, RunSummary
from .model_picker import ModelPicker
from .product_model import ProductModel, State
from .product_view import ProductView
from .run_queue import RunQueue, outcome_of, short_outcome_of
from .search_task import SearchTask
from .setup_page import SetupPage

GEOMETRY_KEY = "s2cloudmask/geometry"
FOLDER_KEY = "s2cloudmask/last_folder"
GUIDE = os.path.join(ROOT, "docs", "README.md")
RESOLUTIONS = (10, 20, 30, 60)

translate = QCoreApplication.translate


class MaskDialog(QDialog):
    """Non-modal; lives as long as the plugin, so that it opens as it was left."""

    def __init__(self, iface, queue: RunQueue, parent=None) -> None:
        super().__init__(parent)
        uic.loadUi(os.path.join(os.path.dirname(__file__), "mask_dialog.ui"), self)
        self.setWindowIcon(QIcon(os.path.join(ROOT, "ui", "icons", "s2cloudmask.svg")))
        self._queue = queue
        self._search: SearchTask | None = None
        self._active_folder = ""
        self._products = ProductModel(self)
        self._view = ProductView(self._products, self)
        self.table_place.addWidget(self._view)
        self.setTabOrder(self.scan_folder, self._view)
        self.setTabOrder(self._view, self.remove)
        self._messages = QgsMessageBar(self)
        self.outer.insertWidget(0, self._messages)
        self._folder = QgsFileWidget(self)
        self.folder_place.addWidget(self._folder)
        self._setup = SetupPage(self)
        self.tabs.addTab(self._setup, translate("MaskDialog", "Set-&up"))
        self._run_button = QPushButton(translate("MaskDialog", "&Run"), self)
        self._run_button.setDefault(True)
        self.buttons.addButton(self._run_button, QDialogButtonBox.ButtonRole.ActionRole)
        canvas = iface.mapCanvas() if iface is not None else None
        self._area = AreaPicker(self.area, self.area_layer, self.area_draw, self.area_note, canvas)
        self._models = ModelPicker(self.model, self.model_note, self.model_download, self.model_file)
        self._errands = EngineErrands(self)
        # What costs a child process waits until the window is painted; products added one after the other share one.
        self._meet_soon = self._timer(self._meet_engine, 50)
        self._read_soon = self._timer(lambda: self._errands.read_products(self._products.paths(State.READING)), 100)
        self._fill()
        self._restore()
        self._connect()
        self._show_progress()
        self._count()

    # What the plugin calls.

    def open(self) -> None:
        """Show the dialog, or bring it to the front."""
        self.show()
        self.raise_()
        self.activateWindow()
        self._meet_soon.start()

    def open_setup(self) -> None:
        """Show the dialog at its set-up page."""
        self.open()
        self.tabs.setCurrentWidget(self._setup)

    def end(self) -> None:
        """Let go of everything for the unloading of the plugin."""
        self._remember()
        self._errands.cancel()
        self._setup.cancel()
        self._area.close()
        if self._search is not None:
            self._search.cancel()
        self.close()

    def add_products(self, sources: list[str]) -> None:
        """Add products by their paths, or by files and layers that lie in them; folders without one are scanned."""
        paths, unknown = [], []
        for source in sources:
            path = product_of(source)
            if path:
                paths.append(path)
            elif os.path.isdir(source):
                self.scan(source)
            else:
                unknown.append(os.path.basename(source) or source)
        self._take_found(paths)
        if unknown:
            text = translate(
                "MaskDialog", "{names}: not part of a Sentinel-2 product. Add a .SAFE folder or a .zip of it."
            )
            self._warn(text.format(names=", ".join(unknown[:3])))

    def scan(self, folder: str) -> None:
        """Look for products in a folder and below, in the background."""
        if self._search is not None:
            self._search.cancel()
        self._search = SearchTask(folder)
        self._search.found.connect(self._take_found)
        self._search.ended.connect(lambda count: self._end_search(folder, count))
        QgsApplication.taskManager().addTask(self._search)
        self._count()

    def run(self) -> None:
        """Start a run over the checked products, or wait for those before it."""
        interpreter = engine_interpreter()
        if interpreter is None:
            self._warn(translate("MaskDialog", "Set up the engine first: once, some minutes."))
            self.tabs.setCurrentWidget(self._setup)
            return
        products = self._products.chosen()
        if not products:
            self._warn(
                translate("MaskDialog", "No product is checked that can run. Add one, or see its state in the list.")
            )
            return
        if self._models.to_download:
            self._errands.offer_download(self._models.model)
            return
        try:
            area = self._area.bounds()
        except ValueError as error:
            self._warn(str(error))
            return
        settings = self._settings()
        folder = settings.folder or tempfile.mkdtemp(prefix="cloudmask_", dir=QgsProcessingUtils.tempFolder())
        if not _can_write(folder):
            self._warn(
                translate("MaskDialog", "{folder} cannot be written to. Choose another folder.").format(folder=folder)
            )
            return
        save_mask_settings(settings)
        bounds, crs = area if area is not None else (None, "")
        for product in products:
            self._products.set_state(product.path, State.WAITING)
        self._queue.add(MaskRun(interpreter, tuple(products), settings, folder, bounds, crs))

    # Set-up of the window.

    def _timer(self, action, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(action)
        return timer

    def _fill(self) -> None:
        for button, icon in (
            (self.add_folder, "/mIconFolder.svg"),
            (self.add_zip, "/mIconZip.svg"),
            (self.scan_folder, "/search.svg"),
            (self.remove, "/symbologyRemove.svg"),
            (self.clear, "/console/iconClearConsole.svg"),
        ):
            button.setIcon(QgsApplication.getThemeIcon(icon))
        self._run_button.setIcon(QgsApplication.getThemeIcon("/mActionStart.svg"))
        for metres in RESOLUTIONS:
            self.resolution.addItem(translate("MaskDialog", "{metres} m").format(metres=metres), metres)
        for combo, values in (
            (
                self.device,
                (
                    ("auto", translate("MaskDialog", "Automatic")),
                    ("cpu", translate("MaskDialog", "Processor")),
                    ("cuda", translate("MaskDialog", "NVIDIA graphics card (CUDA)")),
                    ("mps", translate("MaskDialog", "Apple graphics (MPS)")),
                ),
            ),
            (
                self.precision,
                (
                    ("auto", translate("MaskDialog", "Automatic")),
                    ("float32", translate("MaskDialog", "Full (float32)")),
                    ("bfloat16", translate("MaskDialog", "Half (bfloat16)")),
                    ("float16", translate("MaskDialog", "Half (float16)")),
                ),
            ),
        ):
            for value, title in values:
                combo.addItem(title, value)
        self._folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self._folder.lineEdit().setPlaceholderText(translate("MaskDialog", "Temporary folder"))
        self.folder_label.setBuddy(self._folder.lineEdit())
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
        self._models.choose(settings.model)
        self._folder.setFilePath(settings.folder)
        self.overlap.setValue(settings.overlap)
        self.tta.setValue(settings.tta)
        self.buffer.setValue(settings.buffer)
        self.confidence.setChecked(settings.confidence)
        self.overwrite.setChecked(settings.overwrite)
        geometry = QgsSettings().value(GEOMETRY_KEY)
        if geometry:
            self.restoreGeometry(geometry)
        self._note_resolution()
        self._note_folder()

    def _connect(self) -> None:
        self.add_folder.clicked.connect(self._ask_folder)
        self.add_zip.clicked.connect(self._ask_zips)
        self.scan_folder.clicked.connect(self._ask_scan)
        self.remove.clicked.connect(lambda: self._products.remove(self._view.selected_numbers()))
        self.clear.clicked.connect(lambda: self._products.remove(list(range(self._products.rowCount()))))
        self.resolution.currentIndexChanged.connect(lambda _: self._note_resolution())
        self._folder.fileChanged.connect(lambda _: self._note_folder())
        self._view.dropped.connect(self.add_products)
        self._view.remove_asked.connect(self.remove.click)
        self._products.checks_changed.connect(self._count)
        self._models.changed.connect(self._choose_model)
        self._models.download_asked.connect(self._errands.offer_download)
        self._errands.models_listed.connect(self._models.set_models)
        self._errands.product_read.connect(self._products.set_info)
        self._errands.failed.connect(self._warn)
        self._errands.downloaded.connect(self._read_again)
        self._errands.busy.connect(self._show_errand)
        self._setup.engine_changed.connect(self._meet_engine)
        self._run_button.clicked.connect(self.run)
        self.cancel_run.clicked.connect(self._cancel)
        self.buttons.rejected.connect(self.close)
        self.buttons.helpRequested.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(GUIDE)))
        self.tabs.currentChanged.connect(
            lambda _: self._run_button.setVisible(self.tabs.currentWidget() is not self._setup)
        )
        self._queue.changed.connect(self._show_progress)
        self._queue.progress.connect(lambda percent: self.progress.setValue(round(percent)))
        self._queue.stage.connect(self._show_stage)
        self._queue.finished_mask.connect(self._show_mask)
        self._queue.failed_product.connect(self._show_error)
        self._queue.run_ended.connect(self._show_end)

    def closeEvent(self, event) -> None:
        self._remember()
        super().closeEvent(event)

    def _remember(self) -> None:
        QgsSettings().setValue(GEOMETRY_KEY, self.saveGeometry())
        save_mask_settings(self._settings())

    def _settings(self) -> MaskSettings:
        return MaskSettings(
            resolution=self.resolution.currentData(),
            model=self._models.name,
            device=self.device.currentData(),
            precision=self.precision.currentData(),
            overlap=self.overlap.value(),
            tta=self.tta.value(),
            buffer=self.buffer.value(),
            confidence=self.confidence.isChecked(),
            overwrite=self.overwrite.isChecked(),
            folder=self._folder.filePath().strip(),
        )

    # Products.

    def _ask_folder(self) -> None:
        folder = self._ask_directory(translate("MaskDialog", "Add a product folder"))
        if folder and (product_of(folder) or is_product_folder(folder)):
            self.add_products([folder])
        elif folder:
            self.scan(folder)

    def _ask_zips(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(
            self,
            translate("MaskDialog", "Add zipped products"),
            str(QgsSettings().value(FOLDER_KEY, "")),
            translate("MaskDialog", "Zipped products (*.zip)"),
        )
        if paths:
            QgsSettings().setValue(FOLDER_KEY, os.path.dirname(paths[0]))
            self.add_products(paths)

    def _ask_scan(self) -> None:
        folder = self._ask_directory(translate("MaskDialog", "Look for products in a folder"))
        if folder:
            self.scan(folder)

    def _ask_directory(self, title: str) -> str:
        folder = QFileDialog.getExistingDirectory(self, title, str(QgsSettings().value(FOLDER_KEY, "")))
        if folder:
            QgsSettings().setValue(FOLDER_KEY, os.path.dirname(folder))
        return folder

    def _take_found(self, paths: list[str]) -> None:
        if self._products.add(paths):
            self._read_soon.start()

    def _end_search(self, folder: str, count: int) -> None:
        self._search = None
        self._count()
        if count == 0:
            self._warn(translate("MaskDialog", "No Sentinel-2 product lies in {folder}.").format(folder=folder))

    def _read_again(self) -> None:
        self._errands.list_models()
        self._errands.read_products(self._products.paths())

    def _count(self) -> None:
        total, runnable = self._products.rowCount(), self._products.runnable()
        chosen = len(self._products.chosen())
        text = translate("MaskDialog", "{chosen} of {total} products chosen").format(chosen=chosen, total=total)
        if runnable < total:
            text += translate("MaskDialog", ", {count} cannot run").format(count=total - runnable)
        if self._search is not None:
            text = translate("MaskDialog", "Looking for products… {total} so far").format(total=total)
        self.count.setText(text if total or self._search is not None else "")
        self.remove.setEnabled(total > 0)
        self.clear.setEnabled(total > 0)
        self._run_button.setText(
            translate("MaskDialog", "&Run ({count})").format(count=chosen)
            if chosen
            else translate("MaskDialog", "&Run")
        )

    # Choices.

    def _meet_engine(self) -> None:
        """Learn whether there is an engine; with one, list its models and read what is not read yet."""
        ready = engine_interpreter() is not None
        self._choose_model()
        self._messages.clearWidgets()
        if ready:
            self._errands.list_models()
            self._errands.read_products(self._products.paths(State.READING))
            return
        message = self._messages.createMessage(
            translate("MaskDialog", "The engine is not set up yet: once, some minutes. Products can be listed already.")
        )
        button = QPushButton(translate("MaskDialog", "Set up…"), message)
        button.clicked.connect(lambda: self.tabs.setCurrentWidget(self._setup))
        message.layout().addWidget(button)
        self._messages.pushWidget(message)

    def _choose_model(self) -> None:
        self._products.set_choice(self._models.name, self._models.to_download, engine_interpreter() is not None)
        self._note_resolution()

    def _note_resolution(self) -> None:
        metres = self.resolution.currentData()
        text = {
            10: translate(
                "MaskDialog", "Finest detail: small cumulus and their shadows. About four times the work of 20 m."
            ),
            20: translate("MaskDialog", "Recommended: good detail in a quarter of the time of 10 m."),
            30: translate("MaskDialog", "Landsat's grid size: quick, small clouds blur."),
            60: translate("MaskDialog", "Quickest: an overview of large clouds, for many products."),
        }[metres]
        model = self._models.model
        if model is not None and metres < model.finest_resolution:
            text += " " + translate(
                "MaskDialog", "This model predicts at {metres} m; its result is interpolated."
            ).format(metres=model.finest_resolution)
        self.resolution_note.setText(text)

    def _note_folder(self) -> None:
        if self._folder.filePath().strip():
            self.folder_note.setText(
                translate("MaskDialog", "A mask, its style (.qml) and its provenance (.json) a product.")
            )
        else:
            self.folder_note.setText(
                translate("MaskDialog", "Deleted when QGIS closes. Choose a folder to keep the masks.")
            )

    # Progress.

    def _show_progress(self) -> None:
        run = self._queue.present
        for widget in (self.progress, self.progress_text, self.cancel_run):
            widget.setVisible(run is not None)
        if run is None:
            self.progress.setValue(0)
            self.progress_text.clear()

    def _show_stage(self, path: str, stage: str) -> None:
        names = {
            "read": translate("MaskDialog", "Reading"),
            "predict": translate("MaskDialog", "Predicting"),
            "write": translate("MaskDialog", "Writing"),
        }
        text = f"{names.get(stage, stage)} {self._products.short_name(path)}"
        if self._queue.waiting:
            text += translate("MaskDialog", " ({count} runs wait)").format(count=self._queue.waiting)
        self.progress_text.setText(text)
        self.progress_text.setToolTip(path)
        self._products.set_state(path, State.WORKING, names.get(stage, stage) + "…")

    def _show_mask(self, result: MaskResult) -> None:
        self._products.set_state(result.product, State.DONE, short_outcome_of(result), outcome_of(result))

    def _show_error(self, error: ProductError) -> None:
        self._products.set_state(error.product, State.FAILED, error.message)

    def _show_end(self, summary: RunSummary) -> None:
        """Products of the run that have neither a mask nor an error are as they were before it."""
        for path in summary.unfinished:
            if summary.failure is not None:
                self._products.set_state(path, State.FAILED, summary.failure.message)
            else:
                self._products.set_state(path, State.KNOWN)
        if summary.failure is not None:
            self._warn(summary.failure.message)

    def _cancel(self) -> None:
        self.progress_text.setText(translate("MaskDialog", "Cancelling…"))
        self._queue.cancel()

    def _show_errand(self, text: str, percent: float) -> None:
        """Show a download in the progress row while no run needs it."""
        if self._queue.present is None:
            self.progress.setVisible(bool(text))
            self.progress_text.setVisible(bool(text))
            self.progress_text.setText(text)
            self.progress.setValue(round(percent))

    def _warn(self, text: str) -> None:
        self._messages.clearWidgets()
        self._messages.pushWarning("", text)


def _can_write(folder: str) -> bool:
    try:
        os.makedirs(folder, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
