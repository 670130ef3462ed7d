"""Signals of what outlives a window: tasks, the queue of runs, the map."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject


def connect_while_alive(receiver: QObject, signal, slot: Callable) -> None:
    """Connect a signal to a function that works for `receiver`, and let it rest once Qt has deleted `receiver`.

    Qt does so by itself for the receiver's methods, but not for a lambda that names the receiver.
    """

    def call(*arguments) -> None:
        if not sip.isdeleted(receiver):
            slot(*arguments)

    signal.connect(call)
