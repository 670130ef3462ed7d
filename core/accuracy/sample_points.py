"""Random points in the classes of a mask, for a person to label: the sample of an accuracy assessment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..errors import EngineError
from ..rasters.aligned import read_rows
from ..rasters.raster_file import opened_raster

# The classes a person can tell with certainty, each with its values in the mask: thick and thin are one cloud.
STRATA = (("clear", (0,)), ("cloud", (1, 2)), ("shadow", (3,)))
LEAST_POINTS, MOST_POINTS = 6, 10000
_STRIP = 512  # rows in memory at a time


@dataclass(frozen=True)
class SamplePoint:
    """A point in the middle of a pixel, in the mask's CRS, and the stratum that pixel belongs to."""

    x: float
    y: float
    stratum: str


@dataclass(frozen=True)
class Sample:
    """Points in random order, and how many pixels each stratum has: its weight in the estimate."""

    points: tuple[SamplePoint, ...]
    pixels: dict[str, int]


def allocate(pixels: dict[str, int], count: int) -> dict[str, int]:
    """How many points each stratum gets: half of them by equal parts, half by area, never more than it has pixels.

    Between the two as Olofsson et al. 2014 (doi:10.1016/j.rse.2014.02.015, section 5.1) advise: by area alone, a rare
    class gets too few points for an estimate; by equal parts alone, the overall accuracy gets worse than it could be.
    """
    there = {name: size for name, size in pixels.items() if size}
    total = sum(there.values())
    wanted = {name: count / 2 / len(there) + count / 2 * size / total for name, size in there.items()}
    points = {name: min(there[name], int(wanted[name])) for name in there}
    for _ in range(min(count, total) - sum(points.values())):  # what is left over goes where the most is missing
        points[max((name for name in there if points[name] < there[name]), key=lambda n: wanted[n] - points[n])] += 1
    return {name: points.get(name, 0) for name in pixels}


def sample_points(
    mask_path: str, count: int, seed: int, on_progress: Callable[[float], None] = lambda fraction: None
) -> Sample:
    """Draw points at random without repetition, stratified by the mask's classes; the same seed gives the same points.

    The mask is read twice by strips: to count, then to find the pixels drawn. EngineError "bad-raster" when it has no
    valid pixel, "bad-settings" for a count beyond 6…10000.
    """

    if not LEAST_POINTS <= count <= MOST_POINTS:
        raise EngineError("bad-settings", f"{count} points cannot be drawn. Give {LEAST_POINTS} to {MOST_POINTS}.")
    table = np.full(256, len(STRATA), np.uint8)
    for number, (_, values) in enumerate(STRATA):
        table[list(values)] = number
    generator = np.random.default_rng(seed)
    with opened_raster(mask_path) as mask:
        if mask.dtypes[0] != "uint8":
            raise EngineError("bad-raster", f"{mask_path} is not a mask: it holds {mask.dtypes[0]}, not uint8.")

        def strips(begin: float):
            for first in range(0, mask.height, _STRIP):
                classes, valid = read_rows(mask, 1, first, min(_STRIP, mask.height - first))
                on_progress(begin + 0.5 * first / mask.height)
                yield first, np.where(valid, table[classes], len(STRATA))

        sizes = np.zeros(len(STRATA) + 1, np.int64)
        for _, strata in strips(0.0):
            sizes += np.bincount(strata.ravel(), minlength=sizes.size)
        pixels = {name: int(size) for (name, _), size in zip(STRATA, sizes[:-1], strict=True)}
        if not any(pixels.values()):
            raise EngineError("bad-raster", f"{mask_path} has no valid pixel, so there is nothing to label.")
        wanted = allocate(pixels, count)
        # The ranks of the drawn pixels among those of their stratum, counted from the top left.
        ranks = [
            np.sort(generator.choice(pixels[name], wanted[name], replace=False, shuffle=False)) for name, _ in STRATA
        ]
        seen = [0] * len(STRATA)
        points = []
        for first, strata in strips(0.5):
            for number, (name, _) in enumerate(STRATA):
                inside = np.flatnonzero(strata == number)
                low, high = np.searchsorted(ranks[number], (seen[number], seen[number] + inside.size))
                for place in inside[ranks[number][low:high] - seen[number]].tolist():
                    row, column = divmod(place, mask.width)
                    x, y = mask.transform @ (column + 0.5, first + row + 0.5)
                    points.append(SamplePoint(x, y, name))
                seen[number] += inside.size
    on_progress(1.0)
    # In random order: neither the order nor a break in the middle tells the class or favours a place.
    return Sample(tuple(points[place] for place in generator.permutation(len(points))), pixels)
