"""What the warm engine does with a view: a glance at once, then patch by patch from the middle of the view outwards."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from dataclasses import dataclass
from typing import Any

import numpy as np
from rasterio.warp import transform_bounds

from ..classes import NO_DATA, class_fractions
from ..masking.patch_source import MaskPlan
from ..masking.rows import network_patch
from ..networks.model import Model
from ..networks.predictor import Predictor
from ..products import no_data
from ..products.area import PixelWindow, area_window
from ..products.granule import Granule
from ..products.grid import RESOLUTIONS, Grid, product_grid
from ..runs.batch import Predictors
from .part import Part, Place, part_of
from .patch_memory import PatchMemory
from .view_request import ViewRequest, resolution_for
from .warm_models import WarmModels
from .warm_product import WarmGranule, WarmProduct

PATCH_BYTES = 192 << 20  # of probabilities: 26 patches of 672 px
CLASS_BYTES = 24 << 20  # of classes: glances, and answers that may be asked for again
MOST_PATCHES = 36  # of one view; one that needs more is answered on a coarser grid
MOST_PRODUCTS = 3  # held open
POLL_S = 0.03

COARSE, PARTIAL, FINAL = "coarse", "partial", "final"


class Superseded(Exception):
    """A newer request has taken the place of the one at work."""


@dataclass(frozen=True)
class Answer:
    """Classes (rows, cols) uint8 on `grid`, of a granule of a product, by a network."""

    stage: str
    classes: np.ndarray
    grid: Grid
    granule: str
    model: Model
    predictor: Predictor

    @property
    def fractions(self) -> dict[str, float]:
        """Shares of the classes in the view."""
        return class_fractions(np.bincount(self.classes.ravel(), minlength=256))


class Session:
    """Holds products, networks and patches. `answer` is called in one thread."""

    def __init__(self, predictors: Predictors, threads: int) -> None:
        self._predictors, self._threads = predictors, threads
        self._models = WarmModels()
        self._products: dict[str, WarmProduct] = {}
        self._patches = PatchMemory(PATCH_BYTES)
        self._classes = PatchMemory(CLASS_BYTES)
        self._reading = ThreadPoolExecutor(1, thread_name_prefix="read")

    def close(self) -> None:
        """Let go of everything; waits for a read under way."""
        self._reading.shutdown(wait=True, cancel_futures=True)
        for product in self._products.values():
            product.close()

    def granule(self, request: ViewRequest) -> Granule:
        """What a view is answered from, whether it touches it or not. EngineError as opening raises it."""
        return self._product(request.product).under(request.bounds, request.bounds_crs).granule

    def answer(self, request: ViewRequest, is_stale: Callable[[], bool] = lambda: False) -> Iterator[Answer]:
        """Answers to a request, each better than the one before; the last one is FINAL.

        Superseded as soon as `is_stale` says so. EngineError as product, area, network and bands raise it.
        """
        warm = self._product(request.product).under(request.bounds, request.bounds_crs)
        model = self._models.get(request.model, warm.granule.level, request.finest)
        plan, window = _plan_for(request, warm, model)
        view = _View(request.product, warm, plan, window)
        if view.key in self._classes:
            yield view.answer(FINAL, self._classes.get(view.key), self._predictors.get(model))
            return
        part = part_of(plan, window)
        held = {at: self._patches.get(view.of(at)) for at in part.places if view.of(at) in self._patches}
        missing = sorted((at for at in part.places if at not in held), key=view.from_middle)
        glance = _Glance(request.product, warm, warm.glance(model))
        if missing and glance.key not in self._classes:  # read while the network is loaded
            glance.numbers = self._reading.submit(glance.read)
        predictor = self._predictors.get(model)
        if missing:
            whole = self._glance_classes(glance, predictor, is_stale)
            yield glance.answer(COARSE, whole, predictor, area_window(
                glance.plan.grid, request.bounds, request.bounds_crs, request.product))  # fmt: skip
            shown = glance.on(whole, plan.grid, window)
            for at in held:
                view.paste(at, held[at], shown)
            for at, probabilities in self._predict(view, missing, predictor, is_stale):
                held[at] = probabilities
                self._patches.put(view.of(at), probabilities)
                if len(held) < len(part.places):
                    view.paste(at, probabilities, shown)
                    yield view.answer(PARTIAL, shown, predictor)
        valid = _awaited(self._reading.submit(warm.valid, plan, window), is_stale)
        classes = part.classes(held.__getitem__, valid)
        self._classes.put(view.key, classes)
        yield view.answer(FINAL, classes, predictor)

    def _product(self, path: str) -> WarmProduct:
        """The product, opened anew when its files have changed. EngineError as opening raises it."""
        held = self._products.pop(path, None)
        if held and not held.is_as_opened:
            self._let_go(held)
            held = None
        self._products[path] = held or WarmProduct(path, self._threads)
        while len(self._products) > MOST_PRODUCTS:
            self._let_go(self._products.pop(next(iter(self._products))))
        return self._products[path]

    def _let_go(self, product: WarmProduct) -> None:
        for memory in (self._patches, self._classes):
            memory.drop(lambda key: key[0] == product.path)
        self._reading.submit(product.close).result()  # after the reads that are under way

    def _glance_classes(self, glance: _Glance, predictor: Predictor, is_stale: Callable[[], bool]) -> np.ndarray:
        if glance.key not in self._classes:
            numbers = _awaited(glance.numbers, is_stale)
            self._classes.put(glance.key, glance.classes(numbers, predictor))
        return self._classes.get(glance.key)

    def _predict(
        self, view: _View, places: list[Place], predictor: Predictor, is_stale: Callable[[], bool]
    ) -> Iterator[tuple[Place, np.ndarray]]:
        """Probabilities (4, height, width) float32 of patches, the next one read while one is predicted."""
        todo, ahead = deque(places), deque()

        def order() -> None:
            if todo:
                at = todo.popleft()
                ahead.append(
                    (at, self._reading.submit(view.warm.read, view.plan, at.top, at.left, at.height, at.width))
                )

        order()
        try:
            while ahead:
                at, read = ahead.popleft()
                order()
                numbers = _awaited(read, is_stale)
                predicted = predictor.predict(network_patch(numbers, view.plan)[None])[0]
                yield at, np.ascontiguousarray(predicted[:, : at.height, : at.width])
                if is_stale():
                    raise Superseded
        finally:
            for _, read in ahead:
                read.cancel()


@dataclass(frozen=True)
class _View:
    """A window of a whole run's plan."""

    product: str
    warm: WarmGranule
    plan: MaskPlan
    window: PixelWindow

    @property
    def key(self) -> tuple[Any, ...]:
        """The name of this view's classes among all that are held."""
        return *self._subject, self.plan.grid.resolution, self.window

    def of(self, place: Place) -> tuple[Any, ...]:
        """The name of a patch among all that are held: runs at several resolutions may share it."""
        return *self._subject, self.plan.network_grid.resolution, place

    @property
    def _subject(self) -> tuple[str, str, str]:
        return self.product, self.plan.granule.name, self.plan.model.sha256

    def from_middle(self, place: Place) -> float:
        """How far a patch lies from the middle of the view."""
        coarse, fine = self.plan.network_grid, self.plan.grid
        down = (self.window.row + self.window.height / 2) * coarse.height / fine.height - place.top - place.height / 2
        across = (self.window.col + self.window.width / 2) * coarse.width / fine.width - place.left - place.width / 2
        return down**2 + across**2

    def paste(self, place: Place, probabilities: np.ndarray, shown: np.ndarray) -> None:
        """Put the classes of one patch by itself into `shown`, (rows, cols) uint8, but where that has no data."""
        part = part_of(self.plan, self.window, only=(place,))
        there = part.covered() & (shown != NO_DATA)
        classes = part.classes(lambda _place: probabilities, there)
        np.copyto(shown, classes, where=there)

    def answer(self, stage: str, classes: np.ndarray, predictor: Predictor) -> Answer:
        window = self.window
        grid = self.plan.grid.crop(window.row, window.col, window.height, window.width)
        return Answer(stage, classes, grid, self.plan.granule.name, self.plan.model, predictor)


class _Glance:
    """A whole granule on a coarse grid: what is shown until something better is there."""

    def __init__(self, product: str, warm: WarmGranule, plan: MaskPlan) -> None:
        self.plan, self._warm = plan, warm
        self.key = product, plan.granule.name, plan.model.sha256, "glance"
        self.numbers: Future[np.ndarray] | None = None

    def read(self) -> np.ndarray:
        """All of it, (bands, rows, cols) uint16."""
        return self._warm.read(self.plan, 0, 0, *self.plan.grid.shape)

    def classes(self, numbers: np.ndarray, predictor: Predictor) -> np.ndarray:
        """(rows, cols) uint8. No data is what the level read shows as such: an edge may lie two pixels beside it."""
        plan = self.plan
        part: Part = part_of(plan, plan.window)
        predicted = {}
        for at in part.places:
            patch = network_patch(numbers[:, at.top : at.top + at.height, at.left : at.left + at.width], plan)
            predicted[at] = predictor.predict(patch[None])[0]
        bands = [plan.granule.bands[name] for name in plan.model.bands]
        seen = no_data.seen(numbers, bands, plan.grid) == no_data.DATA
        return part.classes(predicted.__getitem__, seen & part.covered())

    def on(self, classes: np.ndarray, grid: Grid, window: PixelWindow) -> np.ndarray:
        """The glance's classes in a window of another grid of the granule: (rows, cols) uint8, the nearest ones."""
        rows = (np.arange(window.row, window.row + window.height) + 0.5) * classes.shape[0] / grid.height
        cols = (np.arange(window.col, window.col + window.width) + 0.5) * classes.shape[1] / grid.width
        return classes[np.ix_(rows.astype(np.intp), cols.astype(np.intp))]

    def answer(self, stage: str, classes: np.ndarray, predictor: Predictor, window: PixelWindow) -> Answer:
        part = slice(window.row, window.row + window.height), slice(window.col, window.col + window.width)
        grid = self.plan.grid.crop(window.row, window.col, window.height, window.width)
        return Answer(stage, classes[part], grid, self.plan.granule.name, self.plan.model, predictor)


def _plan_for(request: ViewRequest, warm: WarmGranule, model: Model) -> tuple[MaskPlan, PixelWindow]:
    """The whole run that suits the screen, and the window of it that is looked at."""
    first = resolution_for(_metres_shown(request, warm), request.finest)
    for resolution in (metre for metre in RESOLUTIONS if metre >= first):
        plan = warm.plan(model, resolution)
        window = area_window(plan.grid, request.bounds, request.bounds_crs, request.product)
        if len(part_of(plan, window).places) <= MOST_PATCHES:
            break
    return plan, window


def _metres_shown(request: ViewRequest, warm: WarmGranule) -> float:
    """Metres of ground that a pixel of the screen shows of the granule, in the mean of both directions."""
    grid = product_grid(warm.granule, 60)
    window = area_window(grid, request.bounds, request.bounds_crs, request.product)
    part = grid.crop(window.row, window.col, window.height, window.width).bounds
    shown = transform_bounds(grid.crs, request.bounds_crs, *part) if request.bounds_crs and grid.crs else part
    left, bottom, right, top = request.bounds
    wide, high = min(right, shown[2]) - max(left, shown[0]), min(top, shown[3]) - max(bottom, shown[1])
    share = wide * high / ((right - left) * (top - bottom)) if min(wide, high) > 0 else 1.0
    pixels = share * request.size[0] * request.size[1]
    return ((part[2] - part[0]) * (part[3] - part[1]) / pixels) ** 0.5


def _awaited(read: Future[np.ndarray], is_stale: Callable[[], bool]) -> np.ndarray:
    """What is read, once it is. Superseded when that is no longer wanted."""
    while True:
        if is_stale():
            read.cancel()
            raise Superseded
        try:
            return read.result(POLL_S)
        except NotYet:
            if read.done():  # the read itself timed out
                raise
