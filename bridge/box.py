"""Bounds out of the engine's events."""

from __future__ import annotations

from collections.abc import Iterable

Box = tuple[float, float, float, float]  # xmin, ymin, xmax, ymax


def box_of(values: Iterable) -> Box:
    """Four numbers. ValueError or TypeError for anything else."""
    xmin, ymin, xmax, ymax = (float(value) for value in values)
    return xmin, ymin, xmax, ymax
