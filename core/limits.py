"""The limits of what a user can choose. They stand in limits.json, which the QGIS side reads as well."""

from __future__ import annotations

import json
from pathlib import Path

_LIMITS = json.loads(Path(__file__).with_name("limits.json").read_text("utf-8"))

RESOLUTIONS: tuple[int, ...] = tuple(_LIMITS["resolutions"])
DEFAULT_RESOLUTION: int = _LIMITS["default_resolution"]
# Measured on the real scene at 10 m with test weights: patches of 512 px agree 98.9 % with one prediction of the whole
# image, of 544 px 99.6 %, 672 px 99.86 %, 768 px 99.91 %, 1024 px 99.9 %, for the same time a pixel. Far context
# matters more than overlap: patches of 544 px with 48 px in common agree 99.6 %, with 213 px 99.0 %.
DEFAULT_PATCH: int = _LIMITS["default_patch"]
MOST_PATCH: int = _LIMITS["most_patch"]
MOST_VIEWS: int = _LIMITS["most_views"]  # the square has eight symmetries, one of which changes nothing
MOST_BUFFER: int = _LIMITS["most_buffer"]
MOST_MARGIN: float = _LIMITS["most_margin"]  # metres around a class
MOST_AREA: float = _LIMITS["most_area"]  # square metres of a smallest object or gap
MOST_COMPOSITE_MARGIN: float = _LIMITS["most_composite_margin"]  # metres; the distance to cloud is measured as far


def default_overlap(patch: int) -> int:
    """Pixels that neighbouring patches of `patch` px have in common where nobody chose them."""
    return patch // _LIMITS["default_overlap_of_patch"]


def most_overlap(patch: int) -> int:
    """Most pixels that neighbouring patches of `patch` px may have in common."""
    return patch // 2
