"""A part of a mask as `refine` would make it, only as fine as a screen shows it: a preview."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import rasterio
from affine import Affine
from rasterio.windows import Window

from ..classes import class_fractions
from ..masking.refinement import Refinement, classify, cleaned, with_margins
from ..products.area import Bounds, area_window
from ..products.grid import Grid, PixelWindow
from ..products.ground_size import ground_pixel
from ..rasters.raster_file import opened_raster
from .refine import check_source, mask_grid, read_source, source_facts, titles_of

MOST_HALO = 512  # pixels read around the part


@dataclass(frozen=True)
class RefinedPart:
    """Classes (rows, cols) uint8 on `grid`, and the legend text of each class value."""

    classes: np.ndarray
    grid: Grid
    titles: Mapping[int, str]

    @property
    def fractions(self) -> dict[str, float | None]:
        """Shares of the classes in the part."""
        return class_fractions(np.bincount(self.classes.ravel(), minlength=256), self.titles)


def refined_part(
    source: str, refinement: Refinement, bounds: Bounds, bounds_crs: str | None, size: tuple[int, int]
) -> RefinedPart:
    """The part of a confidence raster, or of a mask, that touches `bounds`, shown on `size` (columns, rows) pixels.

    Where the screen shows each pixel, thresholds and margins are those of `refine` to the pixel; an object or gap that
    reaches far out of the part may count as smaller than it is. Of more pixels than the screen has every nth is taken.

    EngineError `bad-raster`, `bad-settings` as `refine` raises them; `outside-product`.
    """
    with opened_raster(source) as raster:
        check_source(raster, source, refinement)
        facts = source_facts(source, raster.tags())
        grid = mask_grid(raster, facts)
        view = area_window(grid, bounds, bounds_crs, source)
        step = max(1, min(view.height // size[1], view.width // size[0]))
        high, wide = ground_pixel(raster, view.row + view.height / 2, grid.resolution)
        pixel = high * step, wide * step
        around = min(MOST_HALO, math.ceil(_reach(refinement) / min(pixel)))
        part, inner = _with_halo(grid, view, step, around)
        classes = _classes(raster, part, step, refinement)
        titles = titles_of(facts)
    classes = cleaned(classes, refinement, pixel[0] * pixel[1])
    classes = np.concatenate(list(with_margins(classes, refinement, pixel)))[inner]
    left, top = part.col + inner[1].start * step, part.row + inner[0].start * step
    transform = grid.transform @ Affine.translation(left, top) @ Affine.scale(step)
    height, width = classes.shape
    return RefinedPart(classes, Grid(grid.crs, transform, width, height, grid.resolution * step), titles)


def _reach(refinement: Refinement) -> float:
    """Metres from which a pixel can change another."""
    return max([*refinement.margins.values(), 0.0]) + 2 * math.sqrt(max(refinement.smallest, refinement.holes))


def _with_halo(grid: Grid, view: PixelWindow, step: int, around: int) -> tuple[PixelWindow, tuple[slice, slice]]:
    """The view and `around` steps more on each side, in whole steps; and the view in steps of that."""
    starts, counts, inner = [], [], []
    for first, count, side in ((view.row, view.height, grid.height), (view.col, view.width, grid.width)):
        begin = first // step
        start = max(0, begin - around)
        stop = min(-(-side // step), -(-(first + count) // step) + around)
        starts.append(start * step)
        counts.append(min(stop * step, side) - start * step)
        inner.append(slice(begin - start, min(stop, -(-(first + count) // step)) - start))
    return PixelWindow(starts[0], starts[1], counts[0], counts[1]), (inner[0], inner[1])


def _classes(raster: rasterio.DatasetReader, part: PixelWindow, step: int, refinement: Refinement) -> np.ndarray:
    """Every `step`th pixel of a part, from the overviews where there are some, classified: (rows, cols) uint8."""
    shape = -(-part.height // step), -(-part.width // step)
    values = read_source(raster, Window(part.col, part.row, part.width, part.height), shape)
    return values[0] if raster.count == 1 else classify(values, refinement)
