"""How long a run goes on, told from what it has done so far."""

from __future__ import annotations

import time
from collections.abc import Callable

from qgis.PyQt.QtCore import QCoreApplication

_LEAST_SHARE = 0.1  # of what there was to do when the first progress came: before that nobody knows
_CALM = 0.2  # weight of the newest estimate: the time left does not jump

translate = QCoreApplication.translate


class TimeLeft:
    """The seconds left of one run after another. The start of the engine and masks that are there do not count."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self.begin()

    def begin(self) -> None:
        """Another run begins."""
        self._first: tuple[float, float] | None = None
        self._end: float | None = None

    def after(self, percent: float) -> float | None:
        """Seconds left of the run at `percent` of it; None while it cannot be told."""
        now = self._clock()
        if self._first is None:
            self._first = now, percent
        began, from_percent = self._first
        done, all_of_it = percent - from_percent, 100.0 - from_percent
        if done <= 0 or done < _LEAST_SHARE * all_of_it:
            return None
        end = began + (now - began) * all_of_it / done
        self._end = end if self._end is None else self._end + _CALM * (end - self._end)
        return max(0.0, self._end - now)


def time_left_text(seconds: float | None) -> str:
    """The time left in words; empty where it is not known."""
    if seconds is None:
        return ""
    if seconds < 60:
        return translate("TimeLeft", "less than a minute left")
    if seconds < 5400:
        return translate("TimeLeft", "about {minutes} min left").format(minutes=round(seconds / 60))
    return translate("TimeLeft", "about {hours} h left").format(hours=round(seconds / 3600))
