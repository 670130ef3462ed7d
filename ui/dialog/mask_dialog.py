"""The dialog: products, choices, progress. It starts runs and shows them; the runs themselves belong to the queue."""

from __future__ import annotations

import contextlib
import os
import tempfile

from qgis.core import QgsApplication, QgsProcessingUtils, QgsSettings
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QCoreApplication, QTimer
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QPushButton

from ...bridge.environment import ROOT, engine_interpreter
from ...bridge.mask_result import MaskResult
from ...bridge.model_info import ModelInfo
from ..elided_text import ElidedText
from ..runs.engine_errands import EngineErrands
from ..runs.mask_task import MaskRun, ProductError, RunSummary
from ..runs.run_queue import RunQueue, outcome_of, short_outcome_of
from ..runs.sentences import short_error
from ..setup.setup_page import SetupPage
from .after_mask import AfterMaskButton
from .choice_panel import ChoicePanel, can_write
from .dialog_messages import DialogMessages
from .guide_window import GuideWindow
from .masks_there import MasksThere
from .product_menu import ProductMenu
from .product_model import State
from .product_panel import ProductPanel
from .progress_row import ProgressRow

GEOMETRY_KEY = "s2cloudmask/geometry"

translate = QCoreApplication.translate


class MaskDialog(QDialog):
    """Non-modal; lives as long as the plugin, so that it opens as it was left."""

    def __init__(self, iface, queue: RunQueue, parent=None) -> None:
        super().__init__(parent)
        uic.loadUi(os.path.join(os.path.dirname(__file__), "mask_dialog.ui"), self)
        self.setWindowIcon(QIcon(os.path.join(ROOT, "ui", "icons", "s2cloudmask.svg")))
        self.queue = queue
        self.messages = DialogMessages(self)
        self.outer.insertWidget(0, self.messages)
        canvas = iface.mapCanvas() if iface is not None else None
        self.products = ProductPanel(self)
        self.menu = ProductMenu(self.products.model, self.products.view, canvas)
        self.choices = ChoicePanel(canvas, self)
        self.after_mask = AfterMaskButton(self.products, self.choices.folder.filePath)
        self.choices.areas.message_bar = iface.messageBar() if iface is not None else None
        self.mask_layout.insertWidget(0, self.products, 1)
        self.mask_layout.insertWidget(1, self.choices)
        self.setup = SetupPage(self)
        self.tabs.addTab(self.setup, translate("MaskDialog", "Set-&up"))
        self.run_button = QPushButton(translate("MaskDialog", "&Run"), self)
        self.run_button.setDefault(True)
        self.run_button.setIcon(QgsApplication.getThemeIcon("/mActionStart.svg"))
        self.buttons.addButton(self.run_button, QDialogButtonBox.ButtonRole.ActionRole)
        for button in self.buttons.buttons():  # else the one clicked last takes the Enter key from Run
            button.setAutoDefault(button is self.run_button)
        self.errands = EngineErrands(self)
        self.progress_text = ElidedText(self)
        self.progress_row.insertWidget(0, self.progress_text, 1)
        self.row = ProgressRow(
            self.progress_text, self.progress, self.cancel_run, self.products.model, queue, self.errands
        )
        self.masks_there = MasksThere(
            self.messages, self._run_again, lambda paths: self.products.model.check(paths, False)
        )
        self._guide: GuideWindow | None = None
        self._offer_network = False
        # What costs a child process waits until the window is painted; products added one after the other share one.
        self._meet_soon = self._timer(self.meet_engine, 50)
        self._read_soon = self._timer(self._read_new, 100)
        geometry = QgsSettings().value(GEOMETRY_KEY)
        if geometry:
            self.restoreGeometry(geometry)
        self._connect()
        self._count()

    # What the plugin calls.

    def bring_up(self) -> None:
        """Show the dialog, or bring it to the front."""
        self.show()
        self.raise_()
        self.activateWindow()
        if engine_interpreter() is None:
            self.meet_engine()
        else:
            self._meet_soon.start()

    def bring_up_setup(self) -> None:
        """Show the dialog at its set-up page."""
        self.bring_up()
        self.tabs.setCurrentWidget(self.setup)

    def end(self) -> None:
        """Let go of everything for the unloading of the plugin."""
        self._remember()
        self.errands.cancel()
        self.setup.cancel()
        self.choices.areas.close()
        self.products.cancel()
        self.close()

    def run(self) -> None:
        """Start a run over the checked products, or wait for those before it."""
        self.messages.forget_refusal()
        interpreter = engine_interpreter()
        if interpreter is None:
            self.messages.refuse(
                translate("MaskDialog", "Set up the engine first. This is done once and takes a few minutes.")
            )
            self.tabs.setCurrentWidget(self.setup)
            return
        products = self.products.model.chosen()
        if not products:
            self.messages.refuse(
                translate(
                    "MaskDialog",
                    "Tick at least one product that can be processed; the State column says why others cannot.",
                )
            )
            return
        if self.choices.models.to_download is not None:
            self.errands.offer_download(self.choices.models.to_download)
            return
        try:
            area = self.choices.areas.bounds()
        except ValueError as error:
            self.messages.refuse(str(error))
            return
        settings = self.choices.settings()
        folder = settings.folder or tempfile.mkdtemp(prefix="cloudmask_", dir=QgsProcessingUtils.tempFolder())
        if not can_write(folder):
            text = translate("MaskDialog", "{folder} cannot be written to. Choose another folder.")
            self.messages.refuse(text.format(folder=folder))
            return
        self.choices.remember()
        bounds, crs = area if area is not None else (None, "")
        for product in products:
            self.products.model.set_state(product.path, State.WAITING)
        self.queue.add(MaskRun(interpreter, tuple(products), settings, folder, bounds, crs))

    def meet_engine(self) -> None:
        """Learn whether there is an engine; with one, list its models and read what is not read yet."""
        self._choose_model()
        if engine_interpreter() is None:
            self._ask_for_setup()
            return
        self.messages.forget_setup()
        self.errands.list_models()
        self._read_new()

    # How it does it.

    def closeEvent(self, event) -> None:
        self._remember()
        super().closeEvent(event)

    def _timer(self, action, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(action)
        return timer

    def _connect(self) -> None:
        self.products.added.connect(self._read_soon.start)
        self.products.changed.connect(self._count)
        self.products.changed.connect(self.messages.forget_refusal)
        self.choices.folder.fileChanged.connect(lambda _: self.messages.forget_refusal())
        self.choices.areas.changed.connect(self._take_area)
        self.products.refused.connect(self.messages.warn)
        self.choices.model_changed.connect(self._choose_model)
        self.choices.models.download_asked.connect(self.errands.offer_download)
        self.errands.models_listed.connect(self._take_models)
        self.errands.product_read.connect(self.products.model.set_info)
        self.errands.failed.connect(self.messages.tell_failure)
        self.errands.downloaded.connect(self._read_again)
        self.setup.engine_changed.connect(self.messages.forget_failure)
        self.setup.engine_changed.connect(self.meet_engine)
        self.setup.made.connect(self._welcome)
        self.run_button.clicked.connect(self.run)
        self.buttons.rejected.connect(self.close)
        self.buttons.helpRequested.connect(self._show_guide)
        self.tabs.currentChanged.connect(self._turn_page)
        self.queue.finished_mask.connect(self._show_mask)
        self.queue.failed_product.connect(self._show_error)
        self.queue.run_ended.connect(self._show_end)

    def _turn_page(self, *_) -> None:
        """The way to the set-up is not shown on its page."""
        is_mask = self.tabs.currentWidget() is self.mask_page
        self.run_button.setVisible(is_mask)
        if is_mask and engine_interpreter() is None:
            self._ask_for_setup()
        else:
            self.messages.forget_setup()

    def _ask_for_setup(self) -> None:
        self.messages.forget_setup()
        if self.tabs.currentWidget() is self.mask_page:
            self.messages.ask_for_setup(lambda: self.tabs.setCurrentWidget(self.setup))

    def _remember(self) -> None:
        QgsSettings().setValue(GEOMETRY_KEY, self.saveGeometry())
        self.choices.remember()

    def _show_guide(self) -> None:
        if self._guide is None:
            self._guide = GuideWindow(self)
        self._guide.show()
        self._guide.raise_()

    def _take_area(self) -> None:
        self.messages.forget_refusal()
        area = None
        with contextlib.suppress(ValueError):  # none yet
            area = self.choices.areas.bounds()
        self.products.model.set_area(area)

    def _welcome(self) -> None:
        """After the set-up: back to the products, and once the offer of a network that tells thin cloud."""
        self.tabs.setCurrentWidget(self.mask_page)
        self._offer_network = True

    def _take_models(self, models: list[ModelInfo]) -> None:
        self.choices.models.set_models(models)
        better = self.choices.models.better
        if self._offer_network and better is not None:
            self.messages.offer_network(better, lambda: self.errands.offer_download(better))
        self._offer_network = False

    def _read_new(self) -> None:
        self.errands.read_products(self.products.model.paths(State.READING))

    def _read_again(self) -> None:
        self.errands.list_models()
        self.errands.read_products(self.products.model.paths())

    def _choose_model(self) -> None:
        models = self.choices.models
        levels = models.to_download.levels if models.to_download is not None else ()
        self.products.model.set_choice(models.name, levels, engine_interpreter() is not None)

    def _count(self) -> None:
        chosen = self.products.model.chosen()
        text = translate("MaskDialog", "&Run ({count})").format(count=len(chosen))
        self.run_button.setText(text if chosen else translate("MaskDialog", "&Run"))
        self.choices.offer_folder([product.path for product in chosen])

    def _show_mask(self, result: MaskResult) -> None:
        self.products.model.set_state(result.product, State.DONE, short_outcome_of(result), outcome_of(result))

    def _show_error(self, error: ProductError) -> None:
        text = short_error(error.code, error.message, error.product)
        self.products.model.set_state(error.product, State.FAILED, text, error.message)
        run = self.queue.present
        if error.code == "exists" and run is not None and not run.settings.overwrite:
            self.masks_there.add(run, error.product)

    def _show_end(self, summary: RunSummary) -> None:
        """Products of the run that have neither a mask nor an error are as they were before it."""
        problem = summary.failure.message if summary.failure is not None else ""
        for path in summary.unfinished:
            self.products.model.set_state(path, State.FAILED if problem else State.KNOWN, problem)
        if problem:
            self.messages.warn(problem)

    def _run_again(self, run: MaskRun) -> None:
        for product in run.products:
            self.products.model.set_state(product.path, State.WAITING)
        self.queue.add(run)
