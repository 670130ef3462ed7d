"""A mask only where polygons lie: only patches around them are read and predicted; neighbours share patches."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import shapely
from affine import Affine
from rasterio.features import rasterize

from ..errors import EngineError
from ..masking.mask_granule import MaskSettings, network_grid
from ..masking.patch_source import MaskPlan, PatchSource
from ..masking.patches import PatchPlan, plan_patches
from ..masking.rows import mask_rows
from ..masking.views import Augmented
from ..networks.predictor import Predictor
from ..products.area import PixelWindow
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
    """Patches that cover the polygons (n,), in the granule's CRS, with some context. EngineError as the road has it."""
    model = predictor.model
    granule.require(model.bands)
    if granule.level not in model.levels:
        raise EngineError(
            "wrong-level", f"{model.name} runs on {' and '.join(model.levels)}; {granule.product_path} is "
            f"{granule.level}. Choose another model or product.",
        )  # fmt: skip
    grid, coarse = product_grid(granule, settings.resolution), network_grid(granule, model, settings.resolution)
    footprint = read_footprint(granule, model.bands)
    footprint &= _cells_near(polygons, footprint.shape, coarse)
    sides = [side for side in SIDES if side % model.multiple == 0] if not (settings.patch or model.patch) else [None]
    plans = []
    for side in sides:
        chosen = settings if side is None else MaskSettings(resolution=settings.resolution, patch=side)
        checked = chosen.checked_for(model)
        least = checked.least_patch(model)
        plans.append(plan_patches(footprint, coarse.shape, checked.patch, checked.overlap, least, model.multiple))
    best = min(plans, key=_pixels)
    whole = PixelWindow(0, 0, grid.height, grid.width)
    return MaskPlan(granule, model, grid, coarse, whole, best)


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
    """A scratch mask in `folder` on the granule's grid: classes where polygons lie, no data elsewhere."""
    plan = plan_around(granule, predictor, settings, polygons)
    path = folder / f"{granule.name}.tif"
    with ExitStack() as stack:
        writer = RowWriter(path, plan.grid)
        stack.callback(writer.close)
        source = stack.enter_context(PatchSource(plan, settings.threads))
        for classes, _ in mask_rows(source, Augmented(predictor, 0), False, on_progress, Stopwatch("blend")):
            writer.write(classes[None])
        writer.finish()
    return path
