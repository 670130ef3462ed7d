"""What a finetuning stands on: scenes with the user's labels and replayed ones, and windows to measure in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from torch import nn

from ..accuracy.agreement import binary, confusion_matrix, overall_accuracy
from ..errors import EngineError
from ..networks.engines import open_predictor
from ..networks.model import Model
from ..products.granule import Granule
from ..products.grid import Grid, product_grid
from ..products.product import open_product
from .cloud_layers import mirrored
from .finetune_settings import FinetuneSettings, finite
from .label_files import labels_on
from .labels import NO_DATA, NO_LABEL, REPLAY, groups
from .places import Split, split
from .reference import confidences, open_teacher, sure_labels
from .scene import SCALE, Scene, write_scene
from .trainer import predict

REPLAY_HELD_OUT = 4  # one square in so many is not replayed, but measured in
MOST_REPLAY_WINDOWS = 24
CENTRES = 2000  # a class


@dataclass(frozen=True)
class Window:
    """A crop to measure in: its scene, row and column of its middle, and what is right there, codes (side, side)."""

    scene: Scene
    row: int
    col: int
    truth: np.ndarray


@dataclass(frozen=True)
class Groundwork:
    """Scenes to learn from, windows with held-out labels, windows with held-out replay; labelled pixels a use."""

    scenes: tuple[Scene, ...]
    labelled: tuple[Window, ...]
    replayed: tuple[Window, ...]
    crop: int
    counts: dict[str, dict[str, int]]

    def sentence(self) -> str:
        """How many labels there are, in words."""
        told = [
            f"{use.replace('_', ' ')} {', '.join(f'{count} {name}' for name, count in numbers.items())}"
            for use, numbers in self.counts.items()
        ]
        return f"Labelled pixels: {'; '.join(told)}. {len(self.replayed)} tiles measure what is kept."

    def accuracy(self, network: nn.Module, device: str) -> dict[str, float | None]:
        """Balanced accuracy of `cloud` and of `shadow` on the held-out labels, None for what they do not hold; and
        `overall`, the share of them that is right."""

        matrix = np.zeros((3, 3), np.int64)
        for window in self.labelled:
            matrix += confusion_matrix(groups(window.truth), groups(self._classes(network, window, device)), 3)
        return {
            "cloud": finite(binary(matrix, (1,)).boa),
            "shadow": finite(binary(matrix, (2,)).boa),
            "overall": finite(overall_accuracy(matrix)),
        }

    def agreement(self, network: nn.Module, start: nn.Module, device: str) -> float | None:
        """Share of the replayed pixels held out that two networks give the same class; None where there are none."""
        same = counted = 0
        for window in self.replayed:
            known = window.truth != NO_LABEL
            classes = [self._classes(each, window, device) for each in (network, start)]
            same += int((classes[0] == classes[1])[known].sum())
            counted += int(known.sum())
        return round(same / counted, 4) if counted else None

    def _classes(self, network: nn.Module, window: Window, device: str) -> np.ndarray:
        reflectance, _ = window.scene.arrays()
        rows, cols = _around(window.row, window.col, self.crop, reflectance.shape[1:])
        image = reflectance[:, rows[:, None], cols].astype(np.float32) / SCALE
        inner = _inner(self.crop, window.truth.shape[0])
        return predict(network, image, device)[inner, inner]


@dataclass(frozen=True)
class _Place:
    """One granule under way."""

    granule: Granule
    grid: Grid
    labels: np.ndarray


def prepare(
    products: list[str],
    labels: list[str],
    replay: list[str],
    network: nn.Module,
    model: Model,
    settings: FinetuneSettings,
    folder: Path,
    *,
    field: str,
    classes: str,
    threads: int | None,
    on_progress: Callable[[float], None],
) -> Groundwork:
    """Lay the labels on the products, hold some out by place, and find what the network should keep.

    That is its own class wherever the embedded teacher, another network, is sure of the same: what both see alike is
    worth keeping, and where the start is wrong in the user's eyes the two mostly differ.
    """
    granules = [granule for product in products for granule in open_product(product).granules]
    others = [granule for product in replay for granule in open_product(product).granules]
    places = []
    for granule in granules:
        grid = product_grid(granule, settings.resolution)
        codes = np.full((grid.height, grid.width), NO_LABEL, np.uint8)
        for path in labels:
            laid = labels_on(granule, grid, path, field, classes, len(granules) == 1)
            codes = np.where(laid == NO_LABEL, codes, laid)
        places.append(_Place(granule, grid, codes))
    if not any((groups(place.labels) != 255).any() for place in places):
        raise EngineError("bad-settings", f"No label of {', '.join(labels)} lies on {', '.join(products)}. Check both.")
    side = max(2, round(settings.block / settings.resolution))
    splits = split([place.labels for place in places], side, settings.held_out, settings.seed)
    predictors = open_teacher(threads), _start_predictor(model, threads)
    scenes: list[Scene] = []
    labelled: list[Window] = []
    replayed: list[Window] = []
    every = len(places) + len(others)
    for number, granule in enumerate([*granules, *others]):
        on_progress(number / every)
        own = splits[number] if number < len(splits) else None
        scene, known = _write(granule, settings.resolution, own, side, predictors, folder / str(number))
        replayed += _replay_windows(scene, known, side)
        scenes.append(scene)
        if own is not None:
            scenes.append(Scene(scene.folder, scene.resolution, centres=_centres(own.train, settings.seed)))
            labelled += _label_windows(scene, own)
    weights = _balanced(scenes)
    chosen = np.random.default_rng([settings.seed, 1]).permutation(len(replayed))[:MOST_REPLAY_WINDOWS]
    return Groundwork(
        tuple(weights),
        tuple(labelled),
        tuple(replayed[number] for number in sorted(chosen)),
        settings.crop,
        {"train": _count(item.train for item in splits), "held_out": _count(item.held_out for item in splits)},
    )


def _start_predictor(model: Model, threads: int | None) -> Any:

    return open_predictor(model, device="cpu", threads=threads)


def _write(
    granule: Granule, resolution: int, own: Split | None, side: int, predictors: tuple, folder: Path
) -> tuple[Scene, np.ndarray]:
    """The scene of a granule: labels to learn from, replayed ones elsewhere; and the replayed classes held out,
    (rows, cols) uint8, NO_LABEL elsewhere."""
    held: list[np.ndarray] = []

    def codes(grid: Grid, valid: np.ndarray) -> np.ndarray:
        teacher, start = predictors
        sure = sure_labels(confidences(granule, grid, teacher))
        classes = confidences(granule, grid, start).argmax(0).astype(np.uint8)
        known = np.where((groups(sure) == groups(classes)) & (sure != NO_LABEL) & valid, classes, NO_LABEL)
        out = np.where(known == NO_LABEL, NO_LABEL, known + REPLAY)
        apart = _squares(known.shape, side)
        held.append(np.where(apart, known, NO_LABEL).astype(np.uint8))
        out[apart] = NO_LABEL
        if own is not None:
            for row, col in own.squares:
                out[row * side : (row + 1) * side, col * side : (col + 1) * side] = NO_LABEL
            out = np.where(own.train == NO_LABEL, out, own.train)
            held[0][groups(own.train) != 255] = NO_LABEL
            held[0][groups(own.held_out) != 255] = NO_LABEL
        return out

    write_scene(granule, resolution, folder, codes)
    return Scene(folder, resolution), held[0]


def _squares(shape: tuple[int, int], side: int) -> np.ndarray:
    """Where a square of a loose regular pattern lies: (rows, cols) bool, one in REPLAY_HELD_OUT of them."""
    row, col = np.arange(shape[0])[:, None] // side, np.arange(shape[1])[None, :] // side
    return (row + 2 * col) % REPLAY_HELD_OUT == REPLAY_HELD_OUT - 1


def _replay_windows(scene: Scene, known: np.ndarray, side: int) -> list[Window]:
    return [
        _window(scene, row * side, col * side, side, known)
        for row in range(known.shape[0] // side)
        for col in range(known.shape[1] // side)
        if (known[row * side : (row + 1) * side, col * side : (col + 1) * side] != NO_LABEL).mean() > 0.2
    ]


def _label_windows(scene: Scene, own: Split) -> list[Window]:
    return [_window(scene, row * own.side, col * own.side, own.side, own.held_out) for row, col in own.squares]


def _window(scene: Scene, top: int, left: int, side: int, codes: np.ndarray) -> Window:
    truth = np.full((side, side), NO_LABEL, np.uint8)
    part = codes[top : top + side, left : left + side]
    truth[: part.shape[0], : part.shape[1]] = np.where(part == NO_DATA, NO_LABEL, part)
    return Window(scene, top + side // 2, left + side // 2, truth)


def _around(row: int, col: int, crop: int, shape: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
    """Rows and columns of a crop around a pixel, folded back at the edges of the image."""
    along = np.arange(crop) - crop // 2
    return mirrored(row + along, shape[0]), mirrored(col + along, shape[1])


def _inner(crop: int, side: int) -> slice:
    first = crop // 2 - side // 2
    return slice(first, first + side)


def _centres(codes: np.ndarray, seed: int) -> np.ndarray:
    """Row and column of pixels to draw crops around, as many of each class however few are labelled: (n, 2)."""
    rng = np.random.default_rng([seed, 2])
    places = [np.argwhere(groups(codes) == group) for group in range(3)]
    return np.concatenate([rng.choice(place, CENTRES) for place in places if len(place)] or [np.empty((0, 2), int)])


def _balanced(scenes: list[Scene]) -> list[Scene]:
    """Half of all crops around labels, half anywhere."""
    scenes = [scene for scene in scenes if scene.centres is None or len(scene.centres)]
    around = sum(scene.centres is not None for scene in scenes)
    anywhere = len(scenes) - around
    return [
        Scene(scene.folder, scene.resolution, 1 / (anywhere if scene.centres is None else around), 0.0, scene.centres)
        for scene in scenes
    ]


def _count(codes: Any) -> dict[str, int]:
    total = np.zeros(256, np.int64)
    for array in codes:
        total += np.bincount(groups(array).ravel(), minlength=256)
    return {name: int(total[number]) for number, name in enumerate(("clear", "cloud", "shadow"))}
