"""Bright built-up ground drawn onto a real image: roofs, paving, plastic, quarries. No network may take it for cloud.

Cities are few among the images to learn from, and what tells a bright roof from a cloud is its form, the vapour above
it and the shadow that it lacks; so roofs of every brightness are drawn, with the spectra of common materials.
"""

from __future__ import annotations

import numpy as np

from ..simulation.pattern import noise
from ..simulation.scene import coarser
from ..simulation.sky import PATH, TRANSMITTANCE
from .clouds import B09, BLOCK, NATIVE

# Ground reflectance of B01 … B12 relative to the brightest band: concrete and asphalt, painted metal, clay tiles,
# plastic sheets, bare soil and quarry. Set by hand as such materials look, not measured.
MATERIALS = np.array(
    [
        [0.60, 0.65, 0.72, 0.78, 0.80, 0.83, 0.85, 0.87, 0.90, 0.92, 0.95, 1.00, 0.97],
        [0.85, 0.90, 0.95, 1.00, 0.99, 0.97, 0.96, 0.95, 0.93, 0.92, 0.90, 0.85, 0.78],
        [0.18, 0.22, 0.32, 0.55, 0.65, 0.72, 0.75, 0.78, 0.82, 0.85, 0.95, 1.00, 0.95],
        [0.70, 0.85, 0.92, 0.95, 0.97, 1.00, 1.00, 1.00, 0.98, 0.95, 0.85, 0.72, 0.55],
        [0.25, 0.32, 0.45, 0.58, 0.64, 0.70, 0.74, 0.78, 0.82, 0.85, 0.95, 1.00, 0.90],
    ],
    np.float32,
)
MOST_ROOFS = 900


def built_up(image: np.ndarray, resolution: int, rng: np.random.Generator) -> np.ndarray:
    """TOA reflectance (13, size, size) float32 of an image of `resolution` metres with a town on it, coarse bands in
    pixels of their own."""
    size = image.shape[1]
    side = -(-(size + BLOCK) // BLOCK) * BLOCK
    share, kind = _roofs(side, resolution, rng)
    brightness = np.float32(rng.uniform(0.25, 0.75)) * np.exp(rng.normal(0, 0.35, kind.max() + 1)).astype(np.float32)
    material = rng.integers(0, len(MATERIALS), len(brightness))
    tint = np.exp(rng.normal(0, 0.06, (len(brightness), 13))).astype(np.float32)
    ground = np.minimum(MATERIALS[material] * brightness[:, None] * tint, 0.9)
    dry = np.ones(13, np.float32)
    dry[B09] = rng.uniform(0.5, 2.0)
    ground = ground * np.minimum(TRANSMITTANCE * dry, 1) + PATH
    top, left = rng.integers(0, BLOCK, 2)
    part = slice(top, top + size), slice(left, left + size)
    out = np.empty_like(image)
    for band, plane in enumerate(image):
        factor = max(1, NATIVE[band] // resolution)
        roofs, light = (
            coarser(field, factor).repeat(factor, 0).repeat(factor, 1)[part]
            for field in (share, share * ground[kind, band])
        )
        out[band] = plane * (1 - roofs) + light
    return out


def _roofs(side: int, resolution: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Share (side, side) float32 of each pixel that roofs cover, and the number of the roof: streets run one way."""
    angle = rng.uniform(0, np.pi / 2)
    half = side * 0.75
    row, col = np.mgrid[:side, :side] - side / 2
    along = np.clip(row * np.cos(angle) - col * np.sin(angle) + half, 0, 2 * half - 1).astype(np.intp)
    across = np.clip(row * np.sin(angle) + col * np.cos(angle) + half, 0, 2 * half - 1).astype(np.intp)
    canvas = int(np.ceil(2 * half))
    numbers = np.zeros((canvas, canvas), np.intp)
    count = int(np.exp(rng.uniform(np.log(20), np.log(MOST_ROOFS))))
    largest = float(np.exp(rng.uniform(np.log(25), np.log(300))))  # metres
    lengths = np.exp(rng.uniform(np.log(12), np.log(largest), (count, 2))) / resolution
    places = rng.integers(0, canvas, (count, 2))
    for number, ((height, width), (y, x)) in enumerate(zip(np.maximum(np.rint(lengths), 1), places, strict=True), 1):
        numbers[y : y + int(height), x : x + int(width)] = number
    kind = numbers[along, across]
    district = noise(rng, side, side, side / 8, slope=2.0) > rng.uniform(-1.5, 1.0)
    cover = rng.uniform(0.4, 1.0, count + 1).astype(np.float32)  # trees and streets between
    cover[0] = 0
    return cover[kind] * district, kind
