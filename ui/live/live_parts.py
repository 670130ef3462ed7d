"""What is there only while the live mask is on."""

from __future__ import annotations

from dataclasses import dataclass

from ...bridge.live_engine import LiveEngine
from .live_bar import LiveBar
from .live_overlay import LiveOverlay
from .status_words import StatusWords


@dataclass(frozen=True)
class LiveParts:
    """The toolbar, what is painted on the map, the engine, and the words in the status bar."""

    bar: LiveBar
    overlay: LiveOverlay
    engine: LiveEngine
    words: StatusWords
