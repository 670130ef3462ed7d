"""What the warm engine does with a view: a glance at once, then patch by patch from the middle of the view outwards.

Then, while nothing is asked for, the patches around it: the map mostly moves by less than a view.
"""

from __future__ import annotations

import contextlib
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet

import numpy as np
from rasterio.warp import transform_bounds

from ..classes import CLASS_COUNT
from ..masking.glance import glance_classes, nearest
from ..masking.part import Place, levels_of, part_of
from ..masking.patch_source import MaskPlan
from ..masking.stream import network_patch
from ..networks.model import Model
from ..networks.predictor import Predictor
from ..products.area import area_window
from ..products.granule import Granule
from ..products.grid import RESOLUTIONS, PixelWindow, product_grid
from ..runs.predictors import Predictors
from .answer import COARSE, FINAL, PARTIAL, Answer
from .glance import Glance
from .patch_memory import PatchMemory
from .view import View
from .view_request import ViewRequest, resolution_for
from .warm_models import WarmModels
from .warm_product import WarmGranule, WarmProduct

PATCH_BYTES = 112 << 20  # of probabilities: 16 patches of 672 px, all of a whole tile at 60 m
CLASS_BYTES = 24 << 20  # of classes: glances, and answers that may be asked for again
MOST_PATCHES = 36  # of one view; one that needs more is answered on a coarser grid
MOST_PRODUCTS = 3  # held open
POLL_S = 0.03
MOST_AHEAD = PATCH_BYTES * 3 // 4  # of a view's patches and those around it: the view's own stay for sure


Answers = Generator[Answer, None, None]


class Superseded(Exception):
    """A newer request has taken the place of the one at work."""


class Session:
    """Holds products, networks and patches. `answer` is called in one thread."""

    def __init__(self, predictors: Predictors, threads: int) -> None:
        self._predictors, self._threads = predictors, threads
        self._models = WarmModels()
        self._products: dict[str, WarmProduct] = {}
        self._patches = PatchMemory(PATCH_BYTES)
        self._classes = PatchMemory(CLASS_BYTES)
        self._reading = ThreadPoolExecutor(1, thread_name_prefix="read")
        self._last: View | None = None  # that had its last answer
        self._moved = (0.0, 0.0)  # rows and columns from the view before

    def close(self) -> None:
        """Let go of everything; waits for a read under way."""
        self._reading.shutdown(wait=True, cancel_futures=True)
        for product in self._products.values():
            product.close()

    def granule(self, request: ViewRequest) -> Granule:
        """What a view is answered from, whether it touches it or not. EngineError as opening raises it."""
        return self._product(request.product).under(request.bounds, request.bounds_crs).granule

    def answer(self, request: ViewRequest, is_stale: Callable[[], bool] = lambda: False) -> Answers:
        """Answers to a request, each better than the one before; the last one is FINAL.

        Superseded as soon as `is_stale` says so. EngineError as product, area, network and bands raise it.
        """
        self._predictors.begin_run()  # what failed before may be mended by now
        warm = self._product(request.product).under(request.bounds, request.bounds_crs)
        model = self._models.get(request.model, warm.granule, request.finest)
        plan, window = _plan_for(request, warm, model)
        view = View(request.product, warm, model, plan, window)
        if view.key in self._classes:
            self._remember(view)
            yield view.answer(FINAL, self._classes.get(view.key), self._predictors.get(model))
            return
        part = part_of(plan, window)
        held = {at: self._patches.get(view.of(at)) for at in part.places if view.of(at) in self._patches}
        missing = [at for at in view.from_middle(part) if at not in held]
        glance = Glance(request.product, warm, model)
        if missing and glance.key not in self._classes:  # read while the network is loaded
            glance.numbers = self._reading.submit(glance.read)
        predictor = self._predictors.get(model)
        if missing:
            whole = self._glance_classes(glance, predictor, is_stale)
            yield glance.answer(COARSE, whole, predictor, area_window(
                glance.plan.grid, request.bounds, request.bounds_crs, request.product))  # fmt: skip
            shown = nearest(whole, plan.grid, window)
            for at in part.levels[0]:
                view.paste(at, held, shown)
            for at, probabilities in self._predict(view, missing, predictor, is_stale):
                held[at] = probabilities
                self._patches.put(view.of(at), probabilities)
                if len(held) < len(part.places) and view.paste(at, held, shown):
                    yield view.answer(PARTIAL, shown, predictor)
        valid = _awaited(self._reading.submit(warm.valid, plan, window), is_stale)
        classes = part.classes(held.__getitem__, valid)
        self._classes.put(view.key, classes)
        self._remember(view)
        yield view.answer(FINAL, classes, predictor)

    def look_ahead(self, is_asked: Callable[[], bool]) -> None:
        """Predict the patches around the last view, until `is_asked` says that something else is wanted.

        EngineError as bands and network raise it.
        """
        view, asked = self._last, threading.Event()
        if view is None or not self._products[view.product].is_as_opened:
            return

        def is_stale() -> bool:
            if is_asked():
                asked.set()  # for good: what was asked is taken while a read still ends
            return asked.is_set()

        room = MOST_AHEAD - sum(map(_bytes_of, part_of(view.plan, view.window).places))
        wanted = []
        for at in view.around(self._moved):
            room -= _bytes_of(at)
            if room < 0:
                break
            if view.of(at) not in self._patches:
                wanted.append(at)
        with contextlib.suppress(Superseded):
            for at, probabilities in self._predict(view, wanted, self._predictors.get(view.model), is_stale):
                self._patches.put(view.of(at), probabilities)

    def _remember(self, view: View) -> None:
        former, self._last, self._moved = self._last, view, (0.0, 0.0)
        if former and former.plan is view.plan:
            now, before = view.window, former.window
            self._moved = (
                now.row + now.height / 2 - before.row - before.height / 2,
                now.col + now.width / 2 - before.col - before.width / 2,
            )

    def _product(self, path: str) -> WarmProduct:
        """The product, reopened when its files have changed. EngineError as opening raises it."""
        held = self._products.pop(path, None)
        if held and not held.is_as_opened:
            self._let_go(held)
            held = None
        self._products[path] = held or WarmProduct(path, self._threads)
        while len(self._products) > MOST_PRODUCTS:
            self._let_go(self._products.pop(next(iter(self._products))))
        return self._products[path]

    def _let_go(self, product: WarmProduct) -> None:
        if self._last and self._last.product == product.path:
            self._last = None
        for memory in (self._patches, self._classes):
            memory.drop(lambda key: key[0] == product.path)
        self._reading.submit(product.close).result()  # after the reads that are under way

    def _glance_classes(self, glance: Glance, predictor: Predictor, is_stale: Callable[[], bool]) -> np.ndarray:
        if glance.key not in self._classes:
            numbers = _awaited(glance.numbers or self._reading.submit(glance.read), is_stale)
            self._classes.put(glance.key, glance_classes(glance.plan, numbers, predictor))
        return self._classes.get(glance.key)

    def _predict(
        self, view: View, places: list[Place], predictor: Predictor, is_stale: Callable[[], bool]
    ) -> Iterator[tuple[Place, np.ndarray]]:
        """Probabilities (4, height, width) float32 of patches, the next one read while one is predicted."""
        todo = deque(places)
        ahead: deque[tuple[Place, Future[np.ndarray]]] = deque()

        def order() -> None:
            if todo:
                at = todo.popleft()
                read = self._reading.submit(view.warm.read, view.plan_of(at), at.window, lambda: not is_stale())
                ahead.append((at, read))

        order()
        try:
            while ahead:
                at, read = ahead.popleft()
                order()
                numbers = _awaited(read, is_stale)
                plan = view.plan_of(at)
                network = predictor.parts[levels_of(view.plan).index(plan)]
                predicted = network.predict(network_patch(numbers, plan)[None])[0]
                yield at, np.ascontiguousarray(predicted[:, : at.height, : at.width])
                if is_stale():
                    raise Superseded
        finally:
            for _, read in ahead:
                read.cancel()


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
    part = grid.crop(window).bounds
    shown = transform_bounds(grid.crs, request.bounds_crs, *part) if request.bounds_crs and grid.crs else part
    left, bottom, right, top = request.bounds
    wide, high = min(right, shown[2]) - max(left, shown[0]), min(top, shown[3]) - max(bottom, shown[1])
    share = wide * high / ((right - left) * (top - bottom)) if min(wide, high) > 0 else 1.0
    pixels = share * request.size[0] * request.size[1]
    return ((part[2] - part[0]) * (part[3] - part[1]) / pixels) ** 0.5


def _bytes_of(place: Place) -> int:
    return CLASS_COUNT * np.dtype(np.float32).itemsize * place.height * place.width


def _awaited(read: Future[np.ndarray], is_stale: Callable[[], bool]) -> np.ndarray:
    """The result of a read, once it is done. Superseded when it is no longer wanted."""
    while True:
        if is_stale():
            read.cancel()
            raise Superseded
        try:
            return read.result(POLL_S)
        except CancelledError:  # a band was no longer wanted
            raise Superseded from None
        except NotYet:
            if read.done():  # the read itself timed out
                raise
