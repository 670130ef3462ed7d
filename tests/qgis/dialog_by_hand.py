"""What the tests of the dialog do by hand, and what they read off it."""

from __future__ import annotations

from qgis.PyQt.QtCore import QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

LEFT = Qt.MouseButton.LeftButton
COMPACT = "S2A_MSIL1C_20240715T164849_N0511_R026_T15TVG_20240715T164849.SAFE"


def press(widget) -> None:
    QTest.mouseClick(widget, LEFT)


def cell(dialog, row, column) -> str:
    return str(dialog.products.view.model().index(row, column).data())


def states(dialog) -> list[str]:
    return [cell(dialog, row, 5) for row in range(dialog.products.view.model().rowCount())]


def products(tmp_path, *names) -> list[str]:
    made = []
    for name in names:
        (tmp_path / name).mkdir()
        (tmp_path / name / "MTD_MSIL1C.xml").touch()
        made.append(str(tmp_path / name))
    return made


def message(dialog) -> str:
    item = dialog.messages.currentItem()
    return item.text() if item is not None else ""


def drop(dialog, data) -> None:
    viewport = dialog.products.view.viewport()
    rest = (Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    enter, move = QDragEnterEvent(QPoint(5, 5), *rest), QDragMoveEvent(QPoint(6, 6), *rest)
    for event in (enter, move, QDropEvent(QPointF(6, 6), *rest)):
        QApplication.sendEvent(viewport, event)
