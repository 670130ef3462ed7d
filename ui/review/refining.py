"""The page of thresholds and margins: what is chosen shows on the map at once, and is written when the user says so."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDoubleSpinBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from ...bridge.environment import engine_interpreter, how_to_set_up
from ...bridge.live_engine import LiveAnswer, LiveEngine
from ...bridge.refine_view import RefineView, refine_words
from ..dialog.refinement_boxes import refinement_boxes
from ..live.live_shares import shares_text
from .canvas_part import CanvasPart
from .engine import ReviewEngine
from .mask_list import ReviewMask
from .view import ReviewView

ASK_AFTER_MS = 40  # a slider that is dragged changes many times
SLIDER_MARGIN, STEP_MARGIN = 500, 10  # metres; the field beside it takes more

translate = QCoreApplication.translate


class ReviewRefining(QObject):
    """Adds its page to the dock's tabs. `written` (path) tells of a new mask, `problem` (a sentence) of a failure."""

    written = pyqtSignal(str)
    problem = pyqtSignal(str)

    def __init__(self, panel, tasks: ReviewEngine, view: ReviewView, canvas) -> None:
        super().__init__(panel)
        self._panel, self._tasks, self._view, self._canvas = panel, tasks, view, canvas
        self._mask: ReviewMask | None = None
        self._engine: LiveEngine | None = None
        self._page = QWidget()
        self._boxes: dict[str, QDoubleSpinBox] = {}
        self._sliders: dict[str, QSlider] = {}
        self._note, self._shares = QLabel(), QLabel()
        for label in (self._note, self._shares):
            label.setWordWrap(True)
        self._back = QPushButton(translate("ReviewRefining", "Reset"))
        self._apply = QPushButton(translate("ReviewRefining", "Appl&y…"))
        self._apply.setToolTip(
            translate("ReviewRefining", "Write the refined mask to a file; this mask stays as it is")
        )
        self._lay_out()
        panel.tabs.addTab(self._page, translate("ReviewRefining", "Refine"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(ASK_AFTER_MS)
        self._timer.timeout.connect(self._ask)
        for box in self._boxes.values():
            box.valueChanged.connect(lambda _value: self._change())
        self._back.clicked.connect(self.reset)
        self._apply.clicked.connect(self._ask_file)
        panel.tabs.currentChanged.connect(lambda _page: self._timer.start())
        canvas.extentsChanged.connect(self._timer.start)
        canvas.destinationCrsChanged.connect(self._timer.start)
        self._change()

    # What the dock calls.

    def set_mask(self, mask: ReviewMask | None) -> None:
        """Refine another mask; what is chosen stays chosen."""
        self._mask = mask
        has_thresholds = mask is not None and bool(mask.confidence)
        for name, box in self._boxes.items():
            tells = mask is not None and (2 in mask.titles or not name.startswith("thin"))
            tells = tells and (has_thresholds or not name.endswith("threshold"))
            box.setEnabled(tells)
            if name in self._sliders:
                self._sliders[name].setEnabled(tells)
        without = translate(
            "ReviewRefining",
            "No confidence raster lies beside this mask, so it has no thresholds. Mask again with its confidence.",
        )
        self._note.setText("" if mask is None or has_thresholds else without)
        self._note.setVisible(bool(self._note.text()))
        self._change()

    def rest(self) -> None:
        """End the engine; the next look starts it again."""
        self._timer.stop()
        if self._engine is not None:
            self._engine.close()
            self._engine.deleteLater()
            self._engine = None

    def close(self) -> None:
        """Let go of the canvas, which stays."""
        self.rest()
        self._canvas.extentsChanged.disconnect(self._timer.start)
        self._canvas.destinationCrsChanged.disconnect(self._timer.start)

    @property
    def is_waiting(self) -> bool:
        """Whether the map does not show yet what is chosen."""
        return self._timer.isActive() or (self._engine is not None and self._engine.is_waiting)

    def reset(self) -> None:
        """Ask for nothing."""
        for box in self._boxes.values():
            box.setValue(0)

    def write(self, path: str) -> None:
        """Write the refined mask by the command `refine`."""
        mask = self._mask
        if mask is None:
            return
        words = ["refine", _source(mask), "--out", path, "--overwrite", *refine_words(self._values())]
        text = translate("ReviewRefining", "Refine {name}").format(name=mask.name)
        self._apply.setEnabled(False)
        self._tasks.ask("refine", text, [*words, "--progress", "json"], self._take_file, self._fail)

    # The page.

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.addWidget(QLabel(translate("ReviewRefining", "Threshold")), 0, 1, 1, 2)
        grid.addWidget(QLabel(translate("ReviewRefining", "Margin (m)")), 0, 3, 1, 2)
        titles = {
            "cloud": translate("ReviewView", "Thick cloud"),
            "thin": translate("ReviewView", "Thin cloud"),
            "shadow": translate("ReviewView", "Cloud shadow"),
        }
        rows = QVBoxLayout(self._page)
        rows.addWidget(self._note)
        rows.addLayout(grid)
        for name, (title, box) in refinement_boxes(self._page).items():
            self._boxes[name] = box
            kind, _, what = name.partition("_")
            if kind not in titles:
                row = QHBoxLayout()
                row.addWidget(QLabel(title), 1)
                row.addWidget(box)
                rows.addLayout(row)
                continue
            row, column = 1 + list(titles).index(kind), 1 if what == "threshold" else 3
            label = QLabel(titles[kind])
            label.setWordWrap(True)
            grid.addWidget(label, row, 0)
            slider = QSlider(Qt.Orientation.Horizontal)
            slider.setMaximum(100 if what == "threshold" else SLIDER_MARGIN // STEP_MARGIN)
            slider.setPageStep(5)
            slider.setAccessibleName(title)
            slider.setToolTip(box.toolTip())
            _join(slider, box, 0.01 if what == "threshold" else STEP_MARGIN)
            self._sliders[name] = slider
            grid.addWidget(slider, row, column)
            grid.addWidget(box, row, column + 1)
        rows.addWidget(self._shares)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._back)
        row.addWidget(self._apply)
        rows.addLayout(row)
        rows.addStretch(1)

    # Looking.

    def _values(self) -> dict[str, float]:
        """What is asked of this mask."""
        return {name: box.value() for name, box in self._boxes.items() if box.isEnabled() and box.value()}

    def _change(self) -> None:
        asks = bool(self._values())
        self._apply.setEnabled(asks)
        self._back.setEnabled(asks)
        self._timer.start()

    def _ask(self) -> None:
        mask = self._mask if self._panel.tabs.currentWidget() is self._page else None
        values = self._values()
        if mask is not None and self._engine is None:  # it starts while the user looks for a slider
            self._begin()
        if mask is None or not values or self._engine is None:
            if self._engine is not None:
                self._engine.cancel()
            self._view.show_refined(None)
            self._shares.clear()
            return
        seen = CanvasPart.of(self._canvas)
        self._engine.ask(RefineView(_source(mask), seen.bounds, seen.crs, seen.size, values))

    def _begin(self) -> None:
        interpreter = engine_interpreter()
        if interpreter is None:
            self.problem.emit(how_to_set_up())
            return
        self._engine = LiveEngine(interpreter, self)
        self._engine.answered.connect(self._take)
        self._engine.failed.connect(self._refuse)
        self._engine.broke.connect(lambda sentence, _goes_on: self.problem.emit(sentence))
        self._engine.begin()

    def _take(self, answer: LiveAnswer) -> None:
        try:
            self._view.show_refined(answer.raster)
        except ValueError as error:
            self.problem.emit(str(error))
            return
        self._shares.setText(translate("ReviewRefining", "On the map, {shares}").format(shares=shares_text(answer)))

    def _refuse(self, code: str, sentence: str) -> None:
        self._view.show_refined(None)
        self._shares.clear()
        if code != "outside-product":
            self.problem.emit(sentence)

    # Writing.

    def _ask_file(self) -> None:
        if self._mask is None:
            return
        stem = self._mask.path[: -len(".tif")]
        title = translate("ReviewRefining", "Write the refined mask")
        path, _ = QFileDialog.getSaveFileName(self._panel, title, f"{stem}_refined.tif", "GeoTIFF (*.tif)")
        if path:
            self.write(path if path.lower().endswith(".tif") else f"{path}.tif")

    def _take_file(self, event: dict) -> None:
        self.reset()  # else the new mask, which is chosen now, would show it twice
        self.written.emit(str(event.get("mask", "")))

    def _fail(self, sentence: str) -> None:
        self._change()
        self.problem.emit(sentence)


def _source(mask: ReviewMask) -> str:
    return mask.confidence or mask.path


def _join(slider: QSlider, box: QDoubleSpinBox, step: float) -> None:
    """Let a slider and a field follow each other; a step of the slider is `step` in the field, which may hold more."""

    def follow(value: float) -> None:
        slider.blockSignals(True)
        slider.setValue(round(value / step))
        slider.blockSignals(False)

    slider.valueChanged.connect(lambda place: box.setValue(place * step))
    box.valueChanged.connect(follow)
