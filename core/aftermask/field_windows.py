"""A mask only where polygons lie: only patches around them are read and predicted; neighbours share patches."""

from __future__ import annotations

import math
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import numpy as np
import shapely
from affine import Affine
from rasterio.features import rasterize

from ..errors import EngineError
from ..masking.mask_granule import MaskSettings, network_grid
from ..masking.patch_source import MaskPlan, PatchSource
from ..masking.patches import PatchPlan, plan_patches
from ..masking.stream import mask_rows
from ..masking.views import Augmented
from ..networks.missing_bands import bands_to_read
from ..networks.model import Model
from ..networks.predictor import Predictor
from ..products.granule import Granule
from ..products.grid import Grid, product_grid
from ..products.no_data import widened
from ..products.reader import read_footprint
from ..rasters.mask_file import RowWriter
from ..system.stopwatch import Stopwatch

# Pixels of the network's grid around a polygon that are predicted with it, so that it lies in no patch's outer rim.
CONTEXT = 32
# Sides of patches to choose from: the fewest pixels to predict; smaller ones see too little around a polygon.
SIDES = (672, 512, 384)


def plan_around(granule: Granule, predictor: Predictor, settings: MaskSettings, polygons: np.ndarray) -> MaskPlan:
    """Plan patches that cover the polygons with some context.

    Parameters
    ----------
    polygons : (n,) object
        Shapely geometries in the granule's CRS.

    Raises
    ------
    EngineError
        As product and bands raise it; `wrong-level`.
    """
    model = predictor.model
    bands = bands_to_read(granule, model)
    granule.require(bands)
    if granule.level not in model.levels:
        raise EngineError(
            "wrong-level", f"{model.name} runs on {' and '.join(model.levels)}; {granule.product_path} is "
            f"{granule.level}. Choose another model or product.",
        )  # fmt: skip
    grid = product_grid(granule, settings.resolution)
    valid = read_footprint(granule, bands)

    def plan_of(part: Model, beside: MaskPlan | None = None) -> MaskPlan:
        coarse = network_grid(granule, part, settings.resolution)
        cells = _cells_of(beside, valid.shape) if beside else _cells_near(polygons, valid.shape, coarse)
        patches = _fewest(part, settings, valid & cells, coarse)
        return MaskPlan(granule, part, grid, coarse, grid.window, patches)

    first, *others = model.parts
    plan = plan_of(first)
    return replace(plan, second=plan_of(others[0], plan)) if others else plan


def _fewest(model: Model, settings: MaskSettings, footprint: np.ndarray, grid: Grid) -> PatchPlan:
    """Patches over `footprint` of the side that leaves the fewest pixels to predict."""
    sides = [side for side in SIDES if side % model.multiple == 0] if not (settings.patch or model.patch) else [None]
    plans = []
    for side in sides:
        chosen = settings if side is None else MaskSettings(resolution=settings.resolution, patch=side)
        checked = chosen.checked_for(model)
        least = checked.least_patch(model)
        plans.append(plan_patches(footprint, grid.shape, checked.patch, checked.overlap, least, model.multiple))
    return min(plans, key=_pixels)


def _cells_of(plan: MaskPlan, shape: tuple[int, int]) -> np.ndarray:
    """Cells (rows, cols) bool over the extent of the plan's grid that its patches touch, for a second one."""
    cells = np.zeros(shape, bool)
    down, across = shape[0] / plan.network_grid.height, shape[1] / plan.network_grid.width
    for row in plan.rows:
        rows = slice(int(row.top * down), math.ceil((row.top + row.height) * down))
        for left in row.lefts:
            cells[rows, int(left * across) : math.ceil((left + row.width) * across)] = True
    return cells


def _pixels(plan: PatchPlan) -> int:
    return sum(len(row.lefts) * row.height * row.width for row in plan.rows)


def _cells_near(polygons: np.ndarray, shape: tuple[int, int], grid: Grid) -> np.ndarray:
    """Cells (rows, cols) bool over the extent of `grid` that a polygon, or its context, touches."""
    ratio = grid.width / shape[1], grid.height / shape[0]
    cells = rasterize(
        ((shapely.geometry.mapping(polygon), 1) for polygon in polygons), out_shape=shape, all_touched=True,
        transform=grid.transform @ Affine.scale(*ratio), dtype=np.uint8,
    )  # fmt: skip
    return widened(cells > 0, max(1, -(-CONTEXT // int(min(ratio)))) if min(ratio) >= 1 else CONTEXT)


def mask_around(
    folder: Path,
    granule: Granule,
    predictor: Predictor,
    settings: MaskSettings,
    polygons: np.ndarray,
    on_progress: Callable[[float], None],
) -> Path:
    """Write a scratch mask on the granule's grid: classes where polygons lie, no data elsewhere.

    Parameters
    ----------
    folder : Path
        Where it is written.
    polygons : (n,) object
        Shapely geometries in the granule's CRS.
    """
    plan = plan_around(granule, predictor, settings, polygons)
    path = folder / f"{granule.name}.tif"
    with ExitStack() as stack:
        writer = RowWriter(path, plan.grid)
        stack.callback(writer.close)
        source = stack.enter_context(PatchSource(plan, settings.threads))
        parts = [Augmented(part, 0) for part in predictor.parts]
        for classes, _ in mask_rows(source, parts, False, on_progress, Stopwatch("blend")):
            writer.write(classes[None])
        writer.finish()
    return path
