"""The table of products: what each is, whether it can be masked, and how far it is."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from enum import Enum

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor, QIcon, QStandardItem, QStandardItemModel

from ...bridge.footprint import touches
from ...bridge.product_info import ProductInfo, info_from_name, key_of
from ..runs.sentences import reason_of, without_path

translate = QCoreApplication.translate


class State(Enum):
    """How far a product is."""

    READING = "reading"
    KNOWN = "known"
    WAITING = "waiting"
    WORKING = "working"
    DONE = "done"
    FAILED = "failed"


TELL_EVERY_MS = 100
FAINT = QBrush(QColor(128, 128, 128))  # what cannot run: on light and dark themes, of which the palette knows little
ICON_ROLE = Qt.ItemDataRole.UserRole + 1  # the icon's name
_ICONS = {
    State.DONE: "/mIconSuccess.svg",
    State.FAILED: "/mIconWarning.svg",
    State.WORKING: "/mTaskRunning.svg",
    State.WAITING: "/mTaskQueued.svg",
}


@dataclass
class Row:
    """A product in the table; `text` is the outcome or the error of its last run, `details` the same at length."""

    info: ProductInfo
    state: State = State.READING
    text: str = ""
    details: str = ""
    checked: bool = True
    key: str = field(default="")

    def __post_init__(self) -> None:
        self.key = key_of(self.info.path)


class ProductModel(QStandardItemModel):
    """Rows of products; `checks_changed` tells that another number of products would run now.

    What the table shows lies in items of Qt's, for it is painted again and again: asked of Python cell by cell, twenty
    rows take twice as long and more, and wait for every other thread of Python.
    """

    PRODUCT, DATE, TILE, LEVEL, BASELINE, STATE = range(6)
    checks_changed = pyqtSignal()

    def __init__(self, parent=None) -> None:
        super().__init__(0, 6, parent)
        self.setHorizontalHeaderLabels(
            [
                translate("ProductModel", "Product"),
                translate("ProductModel", "Sensed (UTC)"),
                translate("ProductModel", "Tile"),
                translate("ProductModel", "Level"),
                translate("ProductModel", "Baseline"),
                translate("ProductModel", "State"),
            ]
        )
        self._rows: list[Row] = []
        self._numbers: dict[str, int] = {}
        self._model = "auto"
        self._levels_to_download: tuple[str, ...] = ()
        self._engine = False
        self._area: tuple[tuple[float, float, float, float], str] | None = None
        # Products are read and finished by the dozen: what depends on all of them follows ten times a second at most.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(TELL_EVERY_MS)
        self._soon.timeout.connect(self.checks_changed)

    # What the dialog does with it.

    def add(self, paths: list[str]) -> list[str]:
        """Add products that are not there yet, known by name for now; returns the added paths.

        A scene that is there as folder and as zip is taken once.
        """
        new = list({key_of(path): path for path in paths if key_of(path) not in self._numbers}.values())
        scenes = {row.info.scene for row in self._rows if row.info.scene}
        once = [info for info in map(info_from_name, new) if not info.scene or info.scene not in scenes]
        new = list({info.scene or info.path: info.path for info in reversed(once)}.values())[::-1]
        if new:
            first = len(self._rows)
            self._rows += [Row(info_from_name(path)) for path in new]
            self._number()
            for number in range(first, len(self._rows)):
                items = [QStandardItem() for _ in range(self.columnCount())]
                self._fill(items, self._rows[number])
                self.appendRow(items)  # `setItem` lays the whole table out for each
            # Qt tells of rows while they are empty.
            self.dataChanged.emit(self.index(first, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.checks_changed.emit()
        return new

    def check(self, paths: list[str], checked: bool) -> None:
        """Tick products, or take the tick away."""
        for path in paths:
            row = self._row(path)
            if row is not None:
                row.checked = checked
        self._show_all()

    def remove(self, numbers: list[int]) -> None:
        """Take rows away; those that run or wait stay."""
        for number in sorted(set(numbers), reverse=True):
            if self._rows[number].state not in (State.WORKING, State.WAITING):
                del self._rows[number]
                self.removeRow(number)
        self._number()
        self.checks_changed.emit()

    def set_info(self, info: ProductInfo) -> None:
        """Put what the engine read in place of what the name told."""
        row = self._row(info.path)
        if row is not None:
            row.info = info
            if row.state is State.READING and info.read:
                row.state = State.KNOWN
            self._tell(row)

    def set_state(self, path: str, state: State, text: str = "", details: str = "") -> None:
        """Say how far a product is; a finished one is unchecked, so that the next run takes the others."""
        row = self._row(path)
        if row is None:
            return
        row.state, row.text, row.details = state, text, details
        if state is State.DONE:
            row.checked = False
        self._tell(row)

    def set_choice(self, model: str, levels_to_download: tuple[str, ...], engine: bool) -> None:
        """The chosen model, the levels it is for while it is still to be downloaded, whether there is an engine."""
        choice = (model, levels_to_download, engine)
        if choice != (self._model, self._levels_to_download, self._engine):
            self._model, self._levels_to_download, self._engine = choice
            self._show_all()

    def paths(self, state: State | None = None) -> list[str]:
        """Paths of all products, or of those in a state."""
        return [row.info.path for row in self._rows if state is None or row.state is state]

    def infos(self, numbers: list[int]) -> list[ProductInfo]:
        """What is known of the products in some rows."""
        return [self._rows[number].info for number in numbers]

    def set_area(self, area: tuple[tuple[float, float, float, float], str] | None) -> None:
        """The area that runs are cut to, and its CRS; None for whole products. Products outside it cannot run."""
        if area != self._area:
            self._area = area
            self._show_all()

    def chosen(self) -> list[ProductInfo]:
        """The checked products that can run."""
        return [row.info for row in self._rows if row.checked and self._can_run(row)]

    def short_name(self, path: str) -> str:
        """Tile and date of a product where they are known, else its name."""
        row = self._row(path)
        if row is None:
            return os.path.basename(path)
        parts = (", ".join(row.info.tiles), row.info.sensing_time[:10])
        return " ".join(parts) if all(parts) else row.info.name

    def runnable(self) -> int:
        """How many products can run, checked or not."""
        return sum(1 for row in self._rows if not self._reason(row))

    def running(self) -> int:
        """How many products are at work or wait for it."""
        return sum(1 for row in self._rows if row.state in (State.WORKING, State.WAITING))

    # What Qt asks.

    def setData(self, index, value, role=Qt.ItemDataRole.EditRole) -> bool:
        """A tick is set or taken away by hand."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self._rows[index.row()].checked = Qt.CheckState(value) == Qt.CheckState.Checked
        self._show(index.row())
        self.checks_changed.emit()
        return True

    # How it does it.

    def _text(self, row: Row, column: int) -> str:
        info = row.info
        if column == self.PRODUCT:
            return info.name
        if column == self.DATE:
            return info.sensing_time[:16].replace("T", " ")
        if column == self.TILE:
            return ", ".join(info.tiles)
        if column == self.LEVEL:
            return info.level
        if column == self.BASELINE:
            return info.baseline
        outcome = self._reason(row) or row.text
        return without_path(outcome, info.path) if outcome else self._state_text(row)

    def _state_text(self, row: Row) -> str:
        if row.state is State.READING:
            if not self._engine:
                return translate("ProductModel", "Set up the engine first")
            return translate("ProductModel", "Reading…")
        if self._levels_to_download and row.state is State.KNOWN:
            return translate("ProductModel", "Ready once the model is downloaded")
        return {
            State.KNOWN: translate("ProductModel", "Ready"),
            State.WAITING: translate("ProductModel", "Waiting"),
            State.WORKING: translate("ProductModel", "Working…"),
            State.DONE: translate("ProductModel", "Done"),
            State.FAILED: translate("ProductModel", "Failed"),
        }[row.state]

    def _reason(self, row: Row) -> str:
        """Why the product cannot run with the chosen model; empty when it can or is not known."""
        if row.info.problem:
            return row.info.problem
        if row.info.level in self._levels_to_download:
            return ""  # the engine's reason is that the weights are not there
        reason = row.info.reason_against(self._model)
        if not reason and self._area is not None and not touches(row.info.footprints, *self._area):
            reason = reason_of("outside-product")
        return reason

    def _can_run(self, row: Row) -> bool:
        return row.state not in (State.WORKING, State.WAITING) and not self._reason(row)

    def _row(self, path: str) -> Row | None:
        number = self._numbers.get(key_of(path))
        return None if number is None else self._rows[number]

    def _number(self) -> None:
        self._numbers = {row.key: number for number, row in enumerate(self._rows)}

    def _tell(self, row: Row) -> None:
        self._show(self._numbers[row.key])
        if not self._soon.isActive():  # those that come meanwhile do not put it off
            self._soon.start()

    def _show_all(self) -> None:
        for number in range(len(self._rows)):
            self._show(number)
        self.checks_changed.emit()

    def _show(self, number: int) -> None:
        self._fill([self.item(number, column) for column in range(self.columnCount())], self._rows[number])

    def _fill(self, items: list[QStandardItem], row: Row) -> None:
        """Put into the items of a row what they show now, where it is something else."""
        reason = self._reason(row)
        outcome = reason or row.details or row.text or "\n".join(row.info.notes)
        noted = row.state is State.KNOWN and row.info.notes
        icon = "/mIconWarning.svg" if reason or noted else _ICONS.get(row.state, "")
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        for column, item in enumerate(items):
            item.setText(self._text(row, column))
            item.setToolTip(outcome if outcome and column == self.STATE else row.info.path)
            item.setData(FAINT if reason and column != self.STATE else None, Qt.ItemDataRole.ForegroundRole)
            can_be_ticked = column == self.PRODUCT and self._can_run(row)
            item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable if can_be_ticked else flags)
            if column == self.PRODUCT:
                tick = Qt.CheckState.Checked if row.checked else Qt.CheckState.Unchecked
                item.setData(None if reason else tick, Qt.ItemDataRole.CheckStateRole)
            if column == self.STATE and item.data(ICON_ROLE) != icon:
                item.setIcon(QgsApplication.getThemeIcon(icon) if icon else QIcon())
                item.setData(icon, ICON_ROLE)
