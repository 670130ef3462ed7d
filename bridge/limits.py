"""The engine's limits of what a user can choose, read from its own file."""

from __future__ import annotations

import json
import os

from .engine_process import ENGINE_MAIN

with open(os.path.join(os.path.dirname(ENGINE_MAIN), "limits.json"), encoding="utf-8") as _file:
    _LIMITS = json.load(_file)

RESOLUTIONS: tuple[int, ...] = tuple(_LIMITS["resolutions"])
DEFAULT_PATCH: int = _LIMITS["default_patch"]
# The engine's rule is half a patch; the dialog and the toolbox always leave the patch to the engine.
MOST_OVERLAP: int = DEFAULT_PATCH // 2
DEFAULT_OVERLAP: int = DEFAULT_PATCH // _LIMITS["default_overlap_of_patch"]
MOST_VIEWS: int = _LIMITS["most_views"]
MOST_BUFFER: int = _LIMITS["most_buffer"]
MOST_MARGIN: float = float(_LIMITS["most_margin"])
MOST_AREA: float = float(_LIMITS["most_area"])
MOST_COMPOSITE_MARGIN: float = float(_LIMITS["most_composite_margin"])
