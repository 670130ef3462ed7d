"""The page of random points: draw, label by key, see how right the mask is."""

from __future__ import annotations

import random

from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal

from .accuracy import CLEAR, CLOUD, SHADOW, UNSURE, Accuracy, Estimate, estimate
from .engine import ReviewEngine
from .labels import LabelFile, PointSet, points_from_event
from .mask_list import ReviewMask

translate = QCoreApplication.translate


class ReviewPoints(QObject):
    """Holds the points of the present mask. `reached` (x, y, whether they were just begun) asks the map to show a
    point, `saved` (path) tells that a label is on the disk, `problem` (a sentence) that something failed."""

    reached = pyqtSignal(float, float, bool)
    saved = pyqtSignal(str)
    problem = pyqtSignal(str)

    def __init__(self, panel, engine: ReviewEngine) -> None:
        super().__init__(panel)
        self._panel, self._engine = panel, engine
        self._file: LabelFile | None = None
        self._mask: ReviewMask | None = None
        self._points: PointSet | None = None
        self._place = 0
        self._buttons = {
            CLEAR: panel.label_clear,
            CLOUD: panel.label_cloud,
            SHADOW: panel.label_shadow,
            UNSURE: panel.label_unsure,
        }
        for label, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, label=label: self.label(label))
        panel.draw.clicked.connect(self.draw)
        panel.point_back.clicked.connect(lambda: self.step(-1))
        panel.point_forward.clicked.connect(lambda: self.step(1))
        self._show()

    @property
    def points(self) -> PointSet | None:
        """The points of the present mask, None when none were drawn."""
        return self._points

    @property
    def place(self) -> int:
        """Which of the points is looked at, from 0."""
        return self._place

    def set_mask(self, mask: ReviewMask | None, file: LabelFile | None) -> None:
        """Take the points that were drawn on a mask before, at the first one without a label."""
        self._engine.forget("points")
        self._mask, self._file, self._points, self._place = mask, file, None, 0
        if mask is not None and file is not None:
            try:
                self._points = file.of(mask.name)
            except (OSError, ValueError, KeyError) as error:
                self.problem.emit(str(error))
            if self._points is not None:
                self._place = self._points.first_open()
        self._show()

    def draw(self) -> None:
        """Draw points, beside those there are. They are kept before the first is shown: the next session goes on."""
        mask, file = self._mask, self._file
        if mask is None or file is None:
            return
        self._panel.draw.setEnabled(False)
        seed = random.SystemRandom().randrange(2**31)
        command = ["sample-points", mask.path, "--count", str(self._panel.count.value()), "--seed", str(seed)]
        text = translate("ReviewPoints", "Draw random points")
        self._engine.ask(
            "points", text, [*command, "--progress", "json"], lambda event: self._take(mask, file, event), self._fail
        )

    def show_present(self) -> None:
        """Bring the present point to the middle of the map."""
        if self._points is not None:
            point = self._points.points[self._place]
            self.reached.emit(point.x, point.y, True)

    def step(self, by: int) -> None:
        """Go to the next point or the one before."""
        if self._points is not None and 0 <= self._place + by < len(self._points.points):
            self._place += by
            self._go(self._points)

    def label(self, label: str) -> None:
        """Label the present point and go on; the label is on the disk before the next point is shown."""
        if self._points is None or self._mask is None or self._file is None:
            return
        points = self._points.labelled(self._place, label)
        try:
            self._file.put(self._mask.name, points, range(self._place, self._place + 1))
        except (OSError, ValueError) as error:
            self.problem.emit(
                translate(
                    "ReviewPoints",
                    "The label could not be saved ({reason}). Close the file elsewhere, then label again.",
                ).format(reason=error)
            )
            self._show()
            return
        self.saved.emit(self._file.path)
        self._points = points
        self._place = min(self._place + 1, len(points.points) - 1)
        self._go(points)

    def _go(self, points: PointSet) -> None:
        point = points.points[self._place]
        self._show()
        self.reached.emit(point.x, point.y, False)

    def _take(self, mask: ReviewMask, file: LabelFile, event: dict) -> None:
        points = points_from_event(event)
        first = 0
        if self._points is not None:
            first = len(self._points.points)
            points = self._points.with_more(points)
        try:
            file.put(mask.name, points, range(first, len(points.points)))
        except (OSError, ValueError) as error:
            self._fail(str(error))
            return
        self._points = points
        self._place = min(first, len(points.points) - 1)
        self._show()
        self.show_present()

    def _fail(self, sentence: str) -> None:
        self._show()
        self.problem.emit(sentence)

    def _show(self) -> None:
        panel, points = self._panel, self._points
        panel.draw.setEnabled(self._mask is not None)
        total = len(points.points) if points is not None else 0
        panel.draw.setText(
            translate("ReviewPoints", "Dra&w more points") if total else translate("ReviewPoints", "Dra&w points")
        )
        panel.point_progress.setVisible(total > 0)
        present = points.points[self._place].label if points is not None else ""
        for label, button in self._buttons.items():
            button.setEnabled(total > 0)
            button.setChecked(bool(present) and label == present)
        panel.point_back.setEnabled(total > 0 and self._place > 0)
        panel.point_forward.setEnabled(self._place < total - 1)
        if points is None:
            panel.point_note.setText(
                translate(
                    "ReviewPoints",
                    "Points are drawn at random in each class of the mask. Label what you see in the picture; "
                    "the mask stays hidden meanwhile, so that it cannot bias you.",
                )
            )
            panel.accuracy.setText("")
            return
        panel.point_progress.setMaximum(total)
        panel.point_progress.setValue(points.done)
        panel.point_progress.setFormat(
            translate("ReviewPoints", "{done} of {total} labelled").format(done=points.done, total=total)
        )
        panel.point_note.setText(
            translate("ReviewPoints", "Point {number} of {total}: what lies in the yellow square's middle?").format(
                number=self._place + 1, total=total
            )
        )
        accuracy = estimate(((point.stratum, point.label) for point in points.points), points.pixels)
        panel.accuracy.setText(accuracy_text(accuracy, points))


def accuracy_text(accuracy: Accuracy, points: PointSet) -> str:
    """The accuracies as rich text, or what is missing for them."""
    if accuracy.overall is None:
        if not accuracy.points:
            return ""
        return translate("ReviewPoints", "The accuracy appears when each class of the mask has two labelled points.")
    lines = [
        "<b>"
        + translate("ReviewPoints", "Overall accuracy {estimate}").format(estimate=_percent(accuracy.overall))
        + "</b>"
    ]
    titles = {
        CLEAR: translate("ReviewPoints", "Clear"),
        CLOUD: translate("ReviewPoints", "Cloud"),
        SHADOW: translate("ReviewPoints", "Shadow"),
    }
    head = ("", translate("ReviewPoints", "User's"), translate("ReviewPoints", "Producer's"))
    rows = [
        (title, _percent(accuracy.users.get(name)), _percent(accuracy.producers.get(name)))
        for name, title in titles.items()
    ]
    cells = [
        "<tr>" + "".join(f"<{tag} align='left'>{cell}&nbsp;&nbsp;&nbsp;</{tag}>" for cell in row) + "</tr>"
        for tag, row in [("th", head), *(("td", row) for row in rows)]
    ]
    lines.append(f"<table cellspacing='0' cellpadding='1'>{''.join(cells)}</table>")
    unsure = sum(point.label == UNSURE for point in points.points)
    facts = translate("ReviewPoints", "{points} points, 95 % confidence intervals (Olofsson et al. 2014)").format(
        points=accuracy.points
    )
    if unsure:
        facts += translate("ReviewPoints", "; {unsure} left out as one cannot tell").format(unsure=unsure)
    lines.append(f"<small>{facts}.</small>")
    if accuracy.overall.half_width == 0:
        lines.append(
            "<small>"
            + translate("ReviewPoints", "No error was found, so these points cannot tell how wide the interval is.")
            + "</small>"
        )
    return "".join(f"<div>{line}</div>" for line in lines)


def _percent(value: Estimate | None) -> str:
    if value is None:
        return "–"
    if value.half_width == 0:
        return f"{100 * value.value:.1f} %"  # all right, or all wrong: no width can be told
    return f"{100 * value.value:.1f} ± {100 * value.half_width:.1f} %"
