"""The stream in the middle of the road: patches are read, predicted and, row by row, blended and classified."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing

import numpy as np

from ..networks.missing_bands import with_missing
from ..products.no_data import is_blurred
from ..products.reader import to_reflectance
from ..system.stopwatch import Stopwatch
from .fill import filled, gaps
from .part import cropped
from .patch_source import MaskPlan, PatchSource
from .rows import Rows, window_rows
from .views import Augmented


def mask_rows(
    source: PatchSource,
    predictors: Sequence[Augmented],
    with_confidence: bool,
    on_predicted: Callable[[float], None],
    watch: Stopwatch,
) -> Iterator[Rows]:
    """Rows of the mask, of its window, from top to bottom. EngineError as reading and predicting raise it.

    predictors: one, or those of the two members of a joined network. on_predicted: called with the fraction of patches
    that are done. watch: gets the time of `read` and `predict`.
    """
    plan = source.plan
    progress = _Progress(plan.patches.count + (plan.second.patches.count if plan.second else 0), on_predicted, watch)
    with ExitStack() as stack:
        streams = [
            progress.counted(stack.enter_context(closing(one.predict_each(_network_patches(part, one, watch)))))
            for one, part in zip(predictors, [source, source.second] if source.second else [source], strict=True)
        ]
        # What lies beside the patches of an area is neither blended nor classified.
        part, place = cropped(plan)

        def valid_of(index: int) -> tuple[np.ndarray, int]:
            valid, first = source.valid(index)
            return valid[:, place.col : place.col + place.width], first - place.row

        yield from window_rows(part, streams, valid_of, with_confidence)


class _Progress:
    """Counts the patches of all streams of a mask as they are predicted."""

    def __init__(self, count: int, on_predicted: Callable[[float], None], watch: Stopwatch) -> None:
        self._count, self._tell, self._watch = count, on_predicted, watch
        self._done = 0

    def counted(self, predictions: Iterator[np.ndarray]) -> Iterator[np.ndarray]:
        """The same predictions, and their time."""
        while True:
            with self._watch.stage("predict"):
                probabilities = next(predictions, None)
            if probabilities is None:
                return
            self._done += 1
            self._tell(self._done / self._count)
            yield probabilities


def _network_patches(source: PatchSource, predictor: Augmented, watch: Stopwatch) -> Iterator[np.ndarray]:
    """Patches as the network takes them."""
    for row in source.plan.rows:
        for _ in row.lefts:
            with watch.stage("read"):
                numbers = source.take()
            patch = network_patch(numbers, source.plan, square=predictor.views > 0)
            del numbers  # a patch waits here while the network works
            yield patch


def network_patch(numbers: np.ndarray, plan: MaskPlan, square: bool = False) -> np.ndarray:
    """Reflectance of a patch as the network takes it: no data filled, padded by reflection at its end.

    For a network that standardises each patch no data is not a number: it must count in no mean.

    Parameters
    ----------
    numbers : (bands, rows, cols) uint16
        Digital numbers of the plan's bands; filled in place.
    square : bool
        A turned view must have the shape of the patch itself.

    Returns
    -------
    (bands, rows, cols) float32
    """
    model = plan.model
    sizes = numbers.shape[1:]
    sides = [model.patch or -(-side // model.multiple) * model.multiple for side in sizes]
    if square:
        sides = [max(sides)] * 2
    padding = (0, 0), (0, sides[0] - sizes[0]), (0, sides[1] - sizes[1])
    bands = [plan.granule.bands[name] for name in plan.bands]
    smeared = [is_blurred(band, plan.network_grid) for band in bands]
    if model.standardised:
        reflectance = np.where(gaps(numbers, smeared), np.float32("nan"), to_reflectance(numbers, bands))
    else:
        reflectance = to_reflectance(filled(numbers, smeared), bands)
    patch = with_missing(reflectance, plan.bands, model)
    return np.pad(patch, padding, mode="reflect") if any(map(sum, padding)) else patch
