"""A view: a window of a whole run, whose patches it is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..classes import NO_DATA
from ..masking.part import Part, Place, levels_of, network_key, part_of
from ..masking.patch_source import MaskPlan
from ..networks.model import Model
from ..networks.predictor import Predictor
from ..products.grid import PixelWindow
from .answer import Answer
from .warm_product import WarmGranule


@dataclass(frozen=True)
class View:
    """A window of a whole run's plan."""

    product: str
    warm: WarmGranule
    model: Model
    plan: MaskPlan
    window: PixelWindow

    @property
    def key(self) -> tuple[Any, ...]:
        """The name of this view's classes among all that are held."""
        return *self._subject, network_key(self.model), self.plan.grid.resolution, self.window

    def of(self, place: Place) -> tuple[Any, ...]:
        """The name of a patch among all that are held: runs at several resolutions may share it."""
        return *self._subject, place

    @property
    def _subject(self) -> tuple[str, str]:
        return self.product, self.plan.granule.name

    def plan_of(self, place: Place) -> MaskPlan:
        """The plan, or its second part, whose patch this is."""
        return next(plan for plan in levels_of(self.plan) if network_key(plan.model) == place.network)

    def from_middle(self, part: Part) -> list[Place]:
        """The patches of a part, those in the middle of the view first; before each what it is joined with."""

        def distance(place: Place) -> float:
            window = self._window_of(place)
            down = window.row + window.height / 2 - self.window.row - self.window.height / 2
            across = window.col + window.width / 2 - self.window.col - self.window.width / 2
            return down**2 + across**2

        ordered: dict[Place, None] = {}
        for place in sorted(part.levels[0], key=distance):
            beside = part_of(self.plan, self._window_of(place)).levels[1:]
            ordered |= dict.fromkeys([*(other for level in beside for other in level), place])
        return list(dict.fromkeys([*ordered, *part.places]))

    def around(self, moved: tuple[float, float]) -> list[Place]:
        """The patches that views half a view away need too, those nearest to where the map moves first.

        moved: rows and columns from the view before to this one; half a view of it counts at most.
        """
        window, grid = self.window, self.plan.grid
        sides = []
        for first, count, size in ((window.row, window.height, grid.height), (window.col, window.width, grid.width)):
            begin = max(0, first - count // 2)
            sides.append((begin, min(size, first + count + count // 2) - begin))
        (row, height), (col, width) = sides
        down, across = (
            max(-side / 2, min(side / 2, by)) for by, side in zip(moved, (window.height, window.width), strict=True)
        )
        middle = window.row + window.height / 2 + down, window.col + window.width / 2 + across

        def distance(place: Place) -> float:
            coarse = self.plan_of(place).network_grid
            at_row = (place.top + place.height / 2) * grid.height / coarse.height
            at_col = (place.left + place.width / 2) * grid.width / coarse.width
            return (at_row - middle[0]) ** 2 + (at_col - middle[1]) ** 2

        there = set(part_of(self.plan, window).places)
        wider = part_of(self.plan, PixelWindow(row, col, height, width)).places
        return sorted((place for place in wider if place not in there), key=distance)

    def paste(self, place: Place, held: Mapping[Place, np.ndarray], shown: np.ndarray) -> bool:
        """Put the classes of one patch into what is shown, except where that has no data.

        Parameters
        ----------
        held : mapping of Place to (4, height, width) float32
            Probabilities of the patches that are predicted.
        shown : (rows, cols) uint8
            Classes of the view, changed in place.

        Returns
        -------
        bool
            False when the patch is not held, or not what it is joined with, or when it is no patch of the first level.
        """
        window = self._window_of(place)
        if not window.height or not window.width:  # it is there for the interpolation beside it
            return False
        part = part_of(self.plan, window, only=(place,))
        if place not in part.levels[0] or not all(other in held for other in part.places):
            return False
        row, col = window.row - self.window.row, window.col - self.window.col
        under = shown[row : row + window.height, col : col + window.width]
        there = part.covered() & (under != NO_DATA)
        np.copyto(under, part.classes(held.__getitem__, there), where=there)
        return True

    def _window_of(self, place: Place) -> PixelWindow:
        """The part of the view that lies in a patch."""
        coarse, fine, view = self.plan_of(place).network_grid, self.plan.grid, self.window
        top, bottom = _within(place.top, place.height, coarse.height, fine.height, view.row, view.height)
        left, right = _within(place.left, place.width, coarse.width, fine.width, view.col, view.width)
        return PixelWindow(top, left, bottom - top, right - left)

    def answer(self, stage: str, classes: np.ndarray, predictor: Predictor) -> Answer:
        """The answer for the whole view.

        Parameters
        ----------
        classes : (rows, cols) uint8
            Of the view.
        """
        window = self.window
        grid = self.plan.grid.crop(window)
        return Answer(stage, classes, grid, self.plan.granule.name, predictor)


def _within(begin: int, size: int, coarse: int, fine: int, first: int, count: int) -> tuple[int, int]:
    """The fine pixels, begin and end, of `count` from `first` that lie in `size` coarse ones from `begin`."""
    low, high = max(first, -(-begin * fine // coarse)), min(first + count, (begin + size) * fine // coarse)
    return low, max(low, high)
