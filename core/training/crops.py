"""Crops of scenes as a network is taught with: cut, turned, given clouds and another radiometry, all by a seed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..simulation.sky import PATH
from .clouds import B09, B10, BLOCK, cover, draw_layers, draw_sun
from .labels import NO_DATA, NO_LABEL, with_clouds
from .scene import SCALE, Scene
from .town import built_up

LEAST_VALID = 0.3  # share of a crop that holds data; one with less is drawn anew
TRIES = 8


@dataclass(frozen=True)
class Augmentation:
    """What is done to a crop. `zoom`: greatest factor of its scale. `turn`: share turned by any angle; all others are
    turned by quarters. `radiometry`: 0 leaves reflectance as it is, 1 changes it as light and air do. `bright`: share
    of clear crops made far brighter, `town` of those given roofs, so that bright ground is not taken for cloud."""

    zoom: float = 1.4
    turn: float = 0.25
    radiometry: float = 1.0
    bright: float = 0.15
    town: float = 0.15


GENTLE = Augmentation(zoom=1.0, turn=0.0, radiometry=0.4, bright=0.0, town=0.0)  # for the light of one place


class Crops:
    """Draws crops of `size` pixels a side (a multiple of 32) from scenes. The same numbers give the same crop, in any
    process and any order, so a run that was interrupted goes on with just the crops it would have seen."""

    def __init__(self, scenes: Sequence[Scene], size: int, seed: int, augmentation: Augmentation) -> None:
        self._scenes, self._size, self._seed, self._augmentation = tuple(scenes), size, seed, augmentation
        weights = np.array([scene.weight for scene in scenes], np.float64)
        self._shares = weights / weights.sum()
        self._arrays: dict[int, tuple[np.ndarray, np.ndarray]] = {}

    def __getstate__(self) -> dict:
        return {**self.__dict__, "_arrays": {}}  # a process maps the arrays itself

    def batch(self, step: int, count: int) -> tuple[np.ndarray, np.ndarray]:
        """The crops of one step: reflectance (count, 13, size, size) float16, labels (count, size, size) uint8."""
        drawn = [self.draw(step, number) for number in range(count)]
        return np.stack([image for image, _ in drawn]).astype(np.float16), np.stack([labels for _, labels in drawn])

    def draw(self, *key: int) -> tuple[np.ndarray, np.ndarray]:
        """The crop of this key: reflectance (13, size, size) float32 and label codes (size, size) uint8."""
        rng = np.random.default_rng([self._seed, *key])
        number = int(rng.choice(len(self._scenes), p=self._shares))
        scene = self._scenes[number]
        image, labels = self._cut(number, rng)
        if rng.random() < self._augmentation.town and np.isin(labels, (0, NO_DATA)).all():
            image = built_up(image, scene.resolution, rng)
        image = self._changed(image, labels, rng)
        if rng.random() < scene.simulate:
            image, labels = clouded(image, labels, scene.resolution, rng)
        noise = rng.standard_normal(image.shape, np.float32) * (0.0003 + 0.004 * image * rng.random())
        image = np.maximum(image + noise * self._augmentation.radiometry, 0)
        image[:, labels == NO_DATA] = 0
        return image, np.where(labels == NO_DATA, NO_LABEL, labels)

    def _cut(self, number: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
        """A turned, mirrored, scaled square of a scene by nearest neighbour; beyond its edges it is mirrored."""
        if number not in self._arrays:
            self._arrays[number] = self._scenes[number].arrays()
        reflectance, codes = self._arrays[number]
        rows, cols = codes.shape
        augmentation, size = self._augmentation, self._size
        for _ in range(TRIES):
            angle = rng.uniform(0, 360) if rng.random() < augmentation.turn else 90.0 * rng.integers(4)
            zoom = float(np.exp(rng.uniform(-1, 1) * np.log(augmentation.zoom)))
            centre = self._centre(number, (rows, cols), rng)
            cos, sin = np.cos(np.deg2rad(angle)) / zoom, np.sin(np.deg2rad(angle)) / zoom
            along = np.arange(size) - (size - 1) / 2
            across = along * (1 if rng.random() < 0.5 else -1)
            row = np.rint(centre[0] + along[:, None] * cos - across[None, :] * sin).astype(np.int64)
            col = np.rint(centre[1] + along[:, None] * sin + across[None, :] * cos).astype(np.int64)
            row, col = mirrored(row, rows), mirrored(col, cols)
            labels = codes[row, col]
            if (labels != NO_DATA).mean() >= LEAST_VALID:
                break
        top, left = int(row.min()), int(col.min())
        part = np.asarray(reflectance[:, top : int(row.max()) + 1, left : int(col.max()) + 1])
        return part[:, row - top, col - left].astype(np.float32) / SCALE, labels

    def _centre(self, number: int, shape: tuple[int, int], rng: np.random.Generator) -> tuple[float, float]:
        centres = self._scenes[number].centres
        if centres is None:  # whole crops inside where the scene is large enough
            margin = [min(self._size / 2, side / 2) for side in shape]
            return tuple(float(rng.uniform(gap, side - gap)) for gap, side in zip(margin, shape, strict=True))
        reach = self._size / 4
        row, col = centres[rng.integers(len(centres))] + rng.uniform(-reach, reach, 2)
        return float(row), float(col)

    def _changed(self, image: np.ndarray, labels: np.ndarray, rng: np.random.Generator) -> np.ndarray:
        """Another sun, air and calibration: gains, haze, water vapour in B09."""
        strength = self._augmentation.radiometry
        gain = np.exp(rng.normal(0, 0.08) * strength + rng.normal(0, 0.03, 13) * strength)
        if rng.random() < self._augmentation.bright and not np.isin(labels, (1, 2, 4)).any():
            gain = gain * rng.uniform(1.2, 1.9)
        gain[B09] *= np.exp(rng.normal(0, 0.25) * strength)
        gain[B10] *= np.exp(rng.normal(0, 0.25) * strength)
        haze = PATH * (rng.uniform(-0.1, 0.2) * strength)
        return np.maximum(image * gain.astype(np.float32)[:, None, None] + haze[:, None, None], 0)


def clouded(
    image: np.ndarray, labels: np.ndarray, resolution: int, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """The image under a sky drawn at random, and its label codes; the coarse bands mostly in pixels of their own."""
    size = -(-(image.shape[1] + BLOCK) // BLOCK) * BLOCK
    layers, sun = draw_layers(rng, size, resolution), draw_sun(rng)
    blocks = tuple(int(place) for place in rng.integers(0, BLOCK, 2)) if rng.random() < 0.8 else None
    image, simulated = cover(image, layers, sun, resolution, blocks=blocks)
    return image, with_clouds(labels, simulated)


def mirrored(places: np.ndarray, size: int) -> np.ndarray:
    """Whole numbers folded into 0 … size-1, as in a row of mirrors."""
    folded = places % (2 * size)
    return np.where(folded < size, folded, 2 * size - 1 - folded)
