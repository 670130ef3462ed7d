"""The row below the choices: how far the run is, or a download while there is none."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication, QObject
from qgis.PyQt.QtWidgets import QProgressBar, QPushButton

from ..elided_text import ElidedText
from ..runs.engine_errands import EngineErrands
from ..runs.mask_task import MaskRun
from ..runs.run_queue import RunQueue
from ..runs.time_left import TimeLeft, time_left_text
from .product_model import ProductModel, State

translate = QCoreApplication.translate


class ProgressRow(QObject):
    """Joins text, bar and button with the queue of runs and with the errands; tells the table what is at work."""

    def __init__(
        self, text: ElidedText, bar: QProgressBar, button: QPushButton, products: ProductModel, queue: RunQueue,
        errands: EngineErrands,
    ) -> None:  # fmt: skip
        super().__init__(bar)
        self._text, self._bar, self._button = text, bar, button
        self._products, self._queue = products, queue
        self._time_left = TimeLeft()
        self._doing, self._left, self._path = "", "", ""
        self._run: MaskRun | None = None
        button.clicked.connect(self._cancel)
        queue.changed.connect(self._show)
        queue.progress.connect(self._show_percent)
        queue.stage.connect(self._show_stage)
        errands.busy.connect(self._show_errand)
        self._show()

    def _show(self) -> None:
        run = self._queue.present
        for widget in (self._text, self._bar, self._button):
            widget.setVisible(run is not None)
        if run is not self._run:
            self._run = run
            self._time_left.begin()
            self._path = ""
            self._tell("")
        if run is None:
            self._bar.setValue(0)

    def _show_percent(self, percent: float) -> None:
        self._bar.setValue(round(percent))
        self._tell(self._doing, time_left_text(self._time_left.after(percent)))

    def _show_stage(self, path: str, stage: str) -> None:
        names = {
            "read": translate("MaskDialog", "Reading"),
            "predict": translate("MaskDialog", "Predicting"),
            "write": translate("MaskDialog", "Writing"),
        }
        text = f"{names.get(stage, stage)} {self._products.short_name(path)}"
        if self._queue.waiting:
            text += translate("MaskDialog", " ({count} runs wait)").format(count=self._queue.waiting)
        self._path = path
        self._tell(text, self._left)
        self._products.set_state(path, State.WORKING, names.get(stage, stage) + "…")

    def _cancel(self) -> None:
        self._time_left.begin()
        self._tell(translate("MaskDialog", "Cancelling…"))
        self._queue.cancel()

    def _tell(self, doing: str, left: str = "") -> None:
        """What is done and how long it takes yet: beside the bar, on which QGIS' dark theme writes in black."""
        self._doing, self._left = doing, left
        self._text.setText(" · ".join(filter(None, (doing, left))), *filter(None, [self._path]))

    def _show_errand(self, text: str, percent: float) -> None:
        """Show a download while no run needs the row."""
        if self._queue.present is None:
            self._bar.setVisible(bool(text))
            self._text.setVisible(bool(text))
            self._tell(text)
            self._bar.setValue(round(percent))
