"""A simulator of clouds over a real image: layers of thick and thin cloud and cirrus, and the shadows they cast.

A layer has a height, and from it a spectrum (the higher, the less water vapour above: brighter in B09, and seen in
B10), a shadow that lies away from the sun, and an optical thickness, from which the labels follow.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..simulation.pattern import above, noise
from ..simulation.scene import coarser
from ..simulation.sky import DIRECT_LIGHT, HIGH_CLOUD, LOW_CLOUD, MIDDLE_CLOUD, PATH, Sun, towards
from .labels import CLOUD, NO_LABEL

HEIGHTS = (1200.0, 3000.0, 9000.0)  # metres, of the three measured spectra
B09, B10 = 9, 10
NATIVE = (60, 10, 10, 10, 20, 20, 20, 10, 20, 60, 60, 20, 20)  # metres a band, B01 … B08 B8A B09 … B12
BLOCK = 6  # pixels of 10 m in one of 60 m
# Opacity 1 - exp(-optical thickness): from 0.5 on thick, from 0.12 on thin, as in the simulated products; so near to
# a limit that no person could tell, there is no label, or "cloud".
FAINT, THIN, NEARLY_THICK, THICK = 0.08, 0.14, 0.45, 0.55
NO_SHADOW, SHADOW = 0.2, 0.4  # share of direct light taken from the ground


@dataclass(frozen=True)
class Layer:
    """Cloud from `height` up to `depth` (m) more: optical `thickness` and `brightness`, a factor, both (size, size)
    float32, and the TOA `spectrum` (13,) float32 of it when opaque."""

    height: float
    depth: float
    thickness: np.ndarray
    brightness: np.ndarray
    spectrum: np.ndarray

    @property
    def opacity(self) -> np.ndarray:
        """Share of light that does not pass: (size, size) float32."""
        return -np.expm1(-self.thickness)


def spectrum_at(height: float) -> np.ndarray:
    """TOA reflectance (13,) float32 of opaque cloud at a height in metres, between the spectra measured."""
    measured = np.stack((LOW_CLOUD, MIDDLE_CLOUD, HIGH_CLOUD))
    return np.array([np.interp(height, HEIGHTS, band) for band in measured.T], np.float32)


def draw_layers(rng: np.random.Generator, size: int, resolution: int) -> list[Layer]:
    """One to three layers for an image of `size` pixels (a multiple of 6) of `resolution` metres."""
    kinds = rng.permutation(("cumulus", "bank", "cirrus", "veil"))[: rng.choice((1, 2, 3), p=(0.55, 0.35, 0.1))]
    whole = rng.random() < 0.08  # one layer covers everything
    return [_draw(rng, str(kind), size, resolution, whole and number == 0) for number, kind in enumerate(kinds)]


def _draw(rng: np.random.Generator, kind: str, size: int, resolution: int, whole: bool) -> Layer:
    def metres(least: float, most: float) -> float:
        """A length in pixels, drawn evenly in its logarithm."""
        return float(np.clip(np.exp(rng.uniform(*np.log((least, most)))) / resolution, 6, 2 * size))

    if kind == "cumulus":  # small, dense, low, with hard edges
        height, depth, peak = rng.uniform(500, 2200), rng.uniform(100, 1000), rng.uniform(3, 9)
        pattern = noise(rng, size, metres(300, 4000), slope=2)
        pattern = pattern + rng.uniform(0, 1.2) * noise(rng, size, metres(3000, 15000), slope=2.2)
    elif kind == "bank":
        height, depth, peak = rng.uniform(1000, 6500), rng.uniform(100, 800), rng.uniform(1.2, 5)
        pattern = noise(rng, size, metres(2000, 20000), slope=2.1)
    elif kind == "cirrus":  # streaks, seldom opaque
        height, depth = rng.uniform(6000, 12000), 200.0
        peak = rng.uniform(*((0.1, 0.5) if rng.random() < 0.75 else (0.5, 3)))
        pattern = noise(rng, size, metres(2000, 15000), slope=1.8, stretch=rng.uniform(1.5, 5))
    else:  # a veil of thin low or middle cloud
        height, depth, peak = rng.uniform(500, 5000), 200.0, rng.uniform(0.1, 0.5)
        pattern = noise(rng, size, metres(1000, 15000), slope=2)
    if rng.random() < 0.5:
        pattern = np.rot90(pattern, rng.integers(4))
    texture = noise(rng, size, metres(300, 2000), 6.0, slope=1.6)
    field = above(pattern, 1.0) + 0.6 if whole else np.clip(above(pattern, rng.beta(1, 2) * 0.9 + 0.03), 0, None)
    thickness = peak * field * np.clip(1 + 0.3 * texture, 0.2, None)
    brightness = rng.uniform(0.55, 1.1) * (0.85 + 0.15 * np.tanh(field) + 0.05 * texture)
    spectrum = spectrum_at(float(height)) * np.exp(rng.normal(0, 0.03, 13))
    spectrum *= 1 + np.linspace(-1, 1, 13) * rng.normal(0, 0.05)
    spectrum[B09] *= rng.uniform(0.7, 1.5)  # the vapour above differs from day to day
    spectrum[B10] *= rng.uniform(0.3, 1.5)
    fields = (field.astype(np.float32) for field in (thickness, brightness, spectrum))
    return Layer(float(height), float(depth), *fields)


def draw_sun(rng: np.random.Generator) -> Sun:
    """A sun of any direction, 15 to 70 degrees from the zenith."""
    return Sun(float(rng.uniform(15, 70)), float(rng.uniform(0, 360)))


def shadow_of(layers: list[Layer], sun: Sun, resolution: int) -> np.ndarray:
    """Share 0…1 of direct light that the layers take from flat ground: (size, size) float32.

    The higher, the smaller the part of a cloud that reaches it. The image repeats without a seam, so a shadow that
    leaves it on one side comes in on the other, as that of a cloud outside.
    """
    slope = float(np.tan(np.deg2rad(sun.zenith))) / resolution  # pixels of shadow a metre of height
    light = np.ones(layers[0].thickness.shape, np.float32)
    for layer in layers:
        taken = np.zeros_like(light)
        opacity = layer.opacity
        depth = min(layer.depth, 0.5 * layer.height)
        for share in np.linspace(0, 1, int(np.clip(depth * slope / 3, 2, 32))):
            reach = np.clip(1.25 * opacity - 0.5 * share, 0, 1) if share else opacity
            np.maximum(taken, towards(reach, sun, -(layer.height + float(share) * depth) * slope), out=taken)
        light *= 1 - 0.95 * taken
    return 1 - light


def cover(
    ground: np.ndarray, layers: list[Layer], sun: Sun, resolution: int, *, blocks: tuple[int, int] | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """TOA reflectance (13, rows, cols) float32 of the image `ground` under the layers, and label codes (rows, cols).

    Shadow takes direct light from what the ground gives, and some of the light of the air; then the layers hide what
    is below them, the lowest first. blocks: where in a 60 m pixel the image begins; coarse bands are then averaged
    over their own pixels. None leaves them as fine as the others.
    """
    rows, cols = ground.shape[1:]
    layers = sorted(layers, key=lambda layer: layer.height)
    shadow = shadow_of(layers, sun, resolution)
    top, left = blocks or (0, 0)
    part = slice(top, top + rows), slice(left, left + cols)

    def seen(field: np.ndarray, factor: int) -> np.ndarray:
        if factor > 1:
            field = coarser(field, factor).repeat(factor, 0).repeat(factor, 1)
        return field[part]

    planes: dict[int, tuple] = {}
    out = np.empty_like(ground)
    for band, plane in enumerate(ground):
        factor = max(1, NATIVE[band] // resolution) if blocks else 1
        if factor not in planes:
            veils = [(seen(layer.opacity, factor), seen(layer.brightness, factor)) for layer in layers]
            planes[factor] = seen(shadow, factor), veils
        shade, veils = planes[factor]
        value = plane - np.maximum(plane - PATH[band], 0) * DIRECT_LIGHT[band] * shade - 0.15 * PATH[band] * shade
        np.maximum(value, 0, out=value)
        for layer, (opacity, brightness) in zip(layers, veils, strict=True):
            value += (layer.spectrum[band] * brightness - value) * opacity
        out[band] = value
    clear_sky = np.prod([1 - layer.opacity for layer in layers], axis=0)
    return out, labels_of(1 - clear_sky[part], shadow[part])


def labels_of(opacity: np.ndarray, shadow: np.ndarray) -> np.ndarray:
    """Label codes (rows, cols) uint8 of the opacity of all layers together, and the shadow on the ground below."""
    conditions = [opacity >= THICK, opacity >= NEARLY_THICK, opacity >= THIN, opacity >= FAINT]
    conditions += [shadow >= SHADOW, shadow >= NO_SHADOW]
    return np.select(conditions, [1, CLOUD, 2, NO_LABEL, 3, NO_LABEL], 0).astype(np.uint8)
