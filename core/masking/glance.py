"""A quick look at a whole granule, on a grid so coarse that one or a few patches cover it; shown until more is known.

A whole tile is 915 px at 120 m, read from levels of JPEG 2000 that cost a 36th of the 20 m grid.
"""

from __future__ import annotations

import numpy as np

from ..networks.model import Model
from ..networks.predictor import Predictor
from ..products import no_data
from ..products.granule import Granule
from ..products.grid import Grid, PixelWindow, divided_grid
from .part import levels_of, part_of
from .patch_source import MaskPlan
from .patches import plan_patches
from .stream import network_patch

METRES = 120
MOST_SIDE = 1024  # px of a patch


def glance_plan(granule: Granule, model: Model, footprint: np.ndarray) -> MaskPlan:
    """Plan what is predicted for a glance.

    Parameters
    ----------
    footprint : (rows, cols) bool
        From `read_footprint`, of the bands that are read.
    """
    grid = divided_grid(granule, max(METRES, model.finest_resolution))

    def plan_of(part: Model, second: MaskPlan | None = None) -> MaskPlan:
        side = part.patch or -(-min(MOST_SIDE, max(grid.shape)) // part.multiple) * part.multiple
        patches = plan_patches(footprint, grid.shape, side, side // 25)
        return MaskPlan(granule, part, grid, grid, grid.window, patches, second)

    first, *others = model.parts
    return plan_of(first, plan_of(others[0]) if others else None)


def glance_classes(plan: MaskPlan, numbers: np.ndarray, predictor: Predictor) -> np.ndarray:
    """Classes of a glance. No data is taken from the coarse level itself, so its edge may be off by two pixels.

    Parameters
    ----------
    numbers : (bands, rows, cols) uint16
        Digital numbers of all of the plan's grid, in its bands' order.

    Returns
    -------
    (rows, cols) uint8
    """
    part = part_of(plan, plan.window)
    predicted = {}
    for level, places, network in zip(levels_of(plan), part.levels, predictor.parts, strict=True):
        planes = numbers[[plan.bands.index(name) for name in level.bands]]
        for at in places:
            patch = network_patch(planes[:, *at.window.slices].copy(), level)
            predicted[at] = network.predict(patch[None])[0]
    bands = [plan.granule.bands[name] for name in plan.bands]
    seen = no_data.seen(numbers, bands, plan.grid) == no_data.DATA
    return part.classes(predicted.__getitem__, seen & part.covered())


def nearest(classes: np.ndarray, grid: Grid, window: PixelWindow, step: int = 1) -> np.ndarray:
    """Classes of a glance at every `step`-th pixel of a window of another grid of the granule.

    Parameters
    ----------
    classes : (rows, cols) uint8
        From `glance_classes`.

    Returns
    -------
    (rows, cols) uint8
    """
    rows = np.arange(window.row, window.row + window.height, step) + 0.5
    cols = np.arange(window.col, window.col + window.width, step) + 0.5
    down, across = rows * classes.shape[0] / grid.height, cols * classes.shape[1] / grid.width
    return classes[np.ix_(down.astype(np.intp), across.astype(np.intp))]
