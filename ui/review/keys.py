"""Keys of a review, most without a modifier: they work on the map and in the dock, never while text is typed."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QEvent, QObject, Qt


class ReviewKeys(QObject):
    """Calls functions on keys, in some widgets and only there.

    A filter in place of QShortcut: a shortcut of the window (QGIS has S for snapping) would make a key ambiguous, and
    then neither of the two is heard.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions: dict[tuple, Callable[[], None]] = {}
        self.is_active = False

    def add(self, key: Qt.Key, action: Callable[[], None], modifier=Qt.KeyboardModifier.NoModifier) -> None:
        """Call `action` on a key, alone or with a modifier."""
        self._actions[int(key), modifier] = action

    def eventFilter(self, _watched, event) -> bool:
        """Called by Qt before a watched widget gets an event."""
        kind = event.type()
        if not self.is_active or kind not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        action = self._action_of(event)
        if action is None:
            return False
        event.accept()  # of an override: the key comes to the widget, not to a shortcut of the window
        if kind == QEvent.Type.KeyPress and not event.isAutoRepeat():
            action()
        return kind == QEvent.Type.KeyPress

    def _action_of(self, event) -> Callable[[], None] | None:
        for (key, modifier), action in self._actions.items():
            pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if key == int(event.key()) and pressed == modifier:
                return action
        return None
