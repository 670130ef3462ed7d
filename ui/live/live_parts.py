"""What is there only while the live mask is on."""

from __future__ import annotations

from dataclasses import dataclass

from ...bridge.live_engine import LiveEngine
from .live_bar import LiveBar
from .live_overlay import LiveOverlay


@dataclass(frozen=True)
class LiveParts:
    """The toolbar, what is painted on the map, and the engine."""

    bar: LiveBar
    overlay: LiveOverlay
    engine: LiveEngine
