"""Crops of scenes as a network is taught with: cut, turned, given clouds and another radiometry, a batch at a time on
the device that learns, all by a seed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import avg_pool2d

from ..networks.missing_bands import MISSING
from ..simulation.sky import PATH, TRANSMITTANCE
from .cloud_cover import THIN, cover, with_clouds
from .cloud_layers import B09, B10, Clouds, draw_suns, mirrored, simulated, transplanted
from .labels import NO_DATA, NO_LABEL
from .scene import SCALE, Scene

LEAST_VALID = 0.3  # share of a crop that holds data; one with less is cut again
TRIES = 8
LARGEST_PACKED = 1 << 26  # pixels of all scenes that are kept on the device; more stay on the disk
B01 = 0


@dataclass(frozen=True)
class Augmentation:
    """What is done to a crop. `zoom`: greatest factor of its scale. `halved`: share shown at half the resolution.
    `turn`: share turned by any angle; all others are turned by quarters. `radiometry`: 0 leaves reflectance as it is,
    1 changes it as light and air do. `bright`: share of clear crops made far brighter or darker. `hazy`: share with
    more haze, which is no cloud. `surface`: share that looks as Level-2A does, haze off every band and B10 missing.
    `lacking`: share of the others that lacks one or more of B01, B09, B10."""

    zoom: float = 1.3
    halved: float = 0.3
    turn: float = 0.25
    radiometry: float = 1.0
    bright: float = 0.25
    hazy: float = 0.3
    surface: float = 0.3
    lacking: float = 0.2


GENTLE = Augmentation(zoom=1.0, halved=0, turn=0, radiometry=0.4, bright=0, hazy=0, surface=0, lacking=0)  # one place


class Crops:
    """Draws batches of crops of `size` pixels a side (a multiple of 32) from scenes, on `device`. The same step gives
    the same batch in any order, so a run that was interrupted goes on with just the crops it would have seen.

    cut: (m, 14, rows, cols) float16 clouds cut from real images, on any device; None where there are none.
    """

    def __init__(
        self,
        scenes: Sequence[Scene],
        size: int,
        seed: int,
        augmentation: Augmentation,
        *,
        cut: Tensor | None = None,
        device: str = "cpu",
    ) -> None:
        self._scenes, self._size, self._seed, self._augmentation = tuple(scenes), size, seed, augmentation
        self._device, self._ground = torch.device(device), _Ground(self._scenes, device)
        self._cut = None if cut is None else cut.to(device)
        weights = np.array([scene.weight for scene in scenes], np.float64)
        self._shares = weights / weights.sum()

    @torch.no_grad()
    def batch(self, step: int, count: int) -> tuple[Tensor, Tensor]:
        """The crops of one step: reflectance (count, 13, size, size) float32, labels (count, size, size) uint8."""
        rng = np.random.default_rng([self._seed, step])
        generator = torch.Generator(self._device).manual_seed(int(rng.integers(1 << 62)))
        change = self._augmentation
        numbers = rng.choice(len(self._scenes), count, p=self._shares)
        small = np.array([min(self._ground.shapes[number]) < 1.25 * self._size for number in numbers])
        halved = rng.random(count) < change.halved * np.where(small, 0.3, 1)  # else it would be mirrors all over
        image, labels = self._cut_all(numbers, halved, rng)
        resolution = np.array([self._scenes[number].resolution for number in numbers]) * np.where(halved, 2, 1)
        clear = torch.isin(labels, torch.tensor([0, NO_DATA], device=self._device)).flatten(1).all(1)
        image = self._lit(image, clear, rng)
        laid = rng.random(count) < np.array([self._scenes[number].simulate for number in numbers])
        faint = torch.zeros_like(labels, dtype=torch.bool)
        if laid.any():
            image, labels, faint = self._clouded(image, labels, resolution, laid, rng, generator)
        strength = torch.as_tensor(rng.random(count), dtype=torch.float32, device=self._device)[:, None, None, None]
        noise = torch.randn(image.shape, generator=generator, device=self._device)
        noise = noise * (0.0003 + 0.004 * image * strength)
        gone = labels == NO_DATA
        image = torch.where(gone[:, None], 0, (image + noise * change.radiometry).clamp(min=0))
        image = self._seen_by_level(image, labels, faint, rng)
        return image, labels.masked_fill(gone, NO_LABEL)

    def _cut_all(self, numbers: np.ndarray, halved: np.ndarray, rng: np.random.Generator) -> tuple[Tensor, Tensor]:
        """Turned, mirrored, scaled squares of scenes by nearest neighbour, mirrored beyond their edges; what is halved
        is the mean of four pixels, labelled where they agree on a label."""
        size = self._size
        image = torch.empty((len(numbers), 13, size, size), device=self._device)
        labels = torch.empty((len(numbers), size, size), dtype=torch.uint8, device=self._device)
        for double in (False, True):
            crops = np.flatnonzero(halved == double)
            if not len(crops):
                continue
            place = torch.as_tensor(crops, device=self._device)
            side = size * (2 if double else 1)
            part, codes = self._squares(numbers[crops], side, rng)
            if double:
                part = avg_pool2d(part, 2)
                quads = codes.unfold(1, 2, 2).unfold(2, 2, 2).flatten(3)
                codes = torch.where((quads == quads[..., :1]).all(-1), quads[..., 0], NO_LABEL)
                codes = torch.where((quads == NO_DATA).any(-1), NO_DATA, codes).to(torch.uint8)
            image[place], labels[place] = part, codes
        return image, labels

    def _squares(self, numbers: np.ndarray, side: int, rng: np.random.Generator) -> tuple[Tensor, Tensor]:
        change, count = self._augmentation, len(numbers)
        for attempt in range(TRIES):
            turned = rng.random(count) < change.turn
            angle = np.where(turned, rng.uniform(0, 2 * np.pi, count), rng.integers(0, 4, count) * np.pi / 2)
            zoom = np.exp(rng.uniform(-1, 1, count) * np.log(change.zoom))
            centre = np.array([self._centre(number, side, rng) for number in numbers])
            mirror = np.where(rng.random(count) < 0.5, 1.0, -1.0)
            columns = (
                torch.as_tensor(values, dtype=torch.float64, device=self._device)[:, None, None]
                for values in (np.cos(angle) / zoom, np.sin(angle) / zoom, centre[:, 0], centre[:, 1], mirror)
            )
            cos, sin, middle, centre_col, flip = columns
            along = torch.arange(side, device=self._device, dtype=torch.float64)[None, :, None] - (side - 1) / 2
            across = along.transpose(1, 2) * flip
            row = (middle + along * cos - across * sin).round().long()
            col = (centre_col + along * sin + across * cos).round().long()
            image, labels = self._ground.take(numbers, row, col)
            if self._ground.whole or attempt == TRIES - 1:  # to ask a card holds it up
                return image, labels
            if bool(((labels != NO_DATA).flatten(1).float().mean(1) >= LEAST_VALID).all()):
                return image, labels
        raise AssertionError

    def _centre(self, number: int, side: int, rng: np.random.Generator) -> tuple[float, float]:
        centres = self._scenes[number].centres
        if centres is None:  # whole crops inside where the scene is large enough
            shape = self._ground.shapes[number]
            row, col = (rng.uniform(gap, length - gap) for length in shape for gap in [min(side, length) / 2])
            return float(row), float(col)
        reach = self._size / 4
        row, col = centres[rng.integers(len(centres))] + rng.uniform(-reach, reach, 2)
        return float(row), float(col)

    def _lit(self, image: Tensor, clear: Tensor, rng: np.random.Generator) -> Tensor:
        """Another sun, air and calibration: gains, haze, water vapour in B09. clear: (n,) bool, no cloud is in it."""
        change, count = self._augmentation, len(clear)
        strength = change.radiometry
        gain = np.exp(rng.normal(0, 0.08, (count, 1)) * strength + rng.normal(0, 0.02, (count, 13)) * strength)
        factor = np.exp(rng.uniform(np.log(0.5), np.log(2.0), count))
        bright = np.where(rng.random(count) < change.bright, factor, 1)
        brighter = torch.where(clear[:, None, None, None], self._bands(bright[:, None]), 1)
        for band in (B09, B10):
            gain[:, band] *= np.exp(rng.normal(0, 0.25, count) * strength)
        haze = np.where(rng.random(count) < change.hazy, rng.uniform(0.1, 0.5, count), rng.uniform(-0.1, 0.15, count))
        haze = PATH[None] * (haze * strength)[:, None]
        return (image * brighter * self._bands(gain) + self._bands(haze)).clamp(min=0)

    def _clouded(
        self, image: Tensor, labels: Tensor, resolution: np.ndarray, laid: np.ndarray,
        rng: np.random.Generator, generator: torch.Generator,
    ) -> tuple[Tensor, Tensor, Tensor]:  # fmt: skip
        """Crops under one to three clouds, simulated or cut from real images; their labels; where only B10 shows a
        cloud, (n, size, size) bool."""
        crops = np.flatnonzero(laid)
        place = torch.as_tensor(crops, device=self._device)
        metres = resolution[crops]
        sun = draw_suns(rng, len(crops), metres)
        some = rng.random((3, len(crops)))
        first = some[0] < (0.6 if self._cut is not None else 1.0)
        layers = [
            _spread(simulated(rng, generator, self._size, metres[there], sun.of(there)), there)
            for there in (first, some[1] < 0.3)
            if there.any()
        ]
        real = ~first | (some[2] < 0.3)
        if self._cut is not None and real.any():
            layers.append(_spread(transplanted(rng, self._cut, self._size, metres[real], sun.of(real)), real))
        covered, sky, brighter = cover(image[place], layers, metres, rng.random(len(crops)) < 0.6)
        told = with_clouds(labels[place], sky)
        faint = torch.zeros_like(labels, dtype=torch.bool)
        faint[place] = (told == 2) & (brighter < THIN)
        image, labels = image.clone(), labels.clone()
        image[place], labels[place] = covered, told
        return image, labels, faint

    def _seen_by_level(self, image: Tensor, labels: Tensor, faint: Tensor, rng: np.random.Generator) -> Tensor:
        """Some crops as Level-2A, some without coarse bands. A cloud that only B10 shows loses its label with B10."""
        change, count = self._augmentation, len(image)
        surface = rng.random(count) < change.surface
        taken = rng.uniform(0.4, 1.05, (count, 1)) * np.exp(rng.normal(0, 0.1, (count, 13)))
        through = np.maximum(TRANSMITTANCE, 0.05)[None] ** rng.uniform(0.2, 1.1, (count, 1))
        path = self._bands(np.where(surface[:, None], PATH[None] * taken, 0))
        image = ((image - path) / self._bands(np.where(surface[:, None], through, 1))).clamp(min=0)
        lacking = ~surface & (rng.random(count) < change.lacking)
        absent = np.zeros((count, 13), bool)
        for band, share in ((B01, 0.4), (B09, 0.5), (B10, 0.7)):
            absent[:, band] = lacking & (rng.random(count) < share)
        absent[:, B10] |= surface
        absent[:, B09] |= surface & (rng.random(count) < 0.15)
        blind = torch.as_tensor(absent[:, B10], device=self._device)[:, None, None]
        labels.masked_fill_(faint & blind, NO_LABEL)
        gone = torch.as_tensor(absent, device=self._device)[:, :, None, None]
        return torch.where(gone, MISSING, image)

    def _bands(self, values: np.ndarray) -> Tensor:
        return torch.as_tensor(values, dtype=torch.float32, device=self._device)[:, :, None, None]


class _Ground:
    """The pixels of all scenes: on the device where they are few, on the disk where they are many."""

    def __init__(self, scenes: Sequence[Scene], device: str) -> None:
        self._arrays = [scene.arrays() for scene in scenes]
        self._device = torch.device(device)
        self.shapes = [codes.shape for _, codes in self._arrays]
        sizes = [rows * cols for rows, cols in self.shapes]
        self.whole = all(bool((codes != NO_DATA).all()) for _, codes in self._arrays)
        self._packed = None
        if sum(sizes) <= LARGEST_PACKED:
            planes = np.concatenate([planes.reshape(13, -1) for planes, _ in self._arrays], axis=1)
            codes = np.concatenate([codes.ravel() for _, codes in self._arrays])
            # torch indexes no uint16: the same bits as int16
            self._packed = torch.from_numpy(planes.view(np.int16)).to(device), torch.from_numpy(codes).to(device)
            self._first = np.cumsum([0, *sizes[:-1]])
            self._arrays = []

    def take(self, numbers: np.ndarray, row: Tensor, col: Tensor) -> tuple[Tensor, Tensor]:
        """Reflectance (n, 13, side, side) float32 and codes (n, side, side) uint8 of scenes at places (n, side, side),
        mirrored beyond their edges."""
        shape = torch.as_tensor(np.array([self.shapes[number] for number in numbers]), device=self._device)
        rows, cols = shape[:, 0, None, None], shape[:, 1, None, None]
        row, col = mirrored(row, rows), mirrored(col, cols)
        if self._packed is None:
            parts = [
                self._from_disk(*entry) for entry in zip(numbers, row.cpu().numpy(), col.cpu().numpy(), strict=True)
            ]
            image, labels = (torch.from_numpy(np.stack(part)).to(self._device) for part in zip(*parts, strict=True))
            return image.float() / SCALE, labels
        planes, codes = self._packed
        place = torch.as_tensor(self._first[numbers], device=self._device)[:, None, None] + row * cols + col
        image = (planes[:, place].to(torch.int32) & 0xFFFF).transpose(0, 1)
        return image.float() / SCALE, codes[place]

    def _from_disk(self, number: int, row: np.ndarray, col: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        planes, codes = self._arrays[number]
        top, left = int(row.min()), int(col.min())
        part = np.asarray(planes[:, top : int(row.max()) + 1, left : int(col.max()) + 1])
        return part[:, row - top, col - left].astype(np.int32), np.asarray(codes)[row, col]


def _spread(clouds: Clouds, there: np.ndarray) -> Clouds:
    """The clouds of some crops as those of all, with none over the others. there: (n,) bool."""
    place = torch.as_tensor(np.flatnonzero(there), device=clouds.opacity.device)
    fields = []
    for field in (clouds.opacity, clouds.light, clouds.shadow):
        out = field.new_zeros((len(there), *field.shape[1:]))
        out[place] = field
        fields.append(out)
    return Clouds(*fields)
