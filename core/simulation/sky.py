"""The sky of a simulated product: clear air, three layers of cloud, and the shadows the sun makes of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .pattern import above, noise

# B01 … B08 B8A B09 … B12. Clear air: reflectance of the path, transmittance down and up, share of direct light.
PATH = np.array(
    [0.106, 0.068, 0.038, 0.020, 0.016, 0.012, 0.010, 0.009, 0.007, 0.002, 0.0012, 0.002, 0.001], np.float32
)
TRANSMITTANCE = np.array([0.78, 0.83, 0.87, 0.91, 0.92, 0.93, 0.95, 0.89, 0.96, 0.22, 0, 0.93, 0.92], np.float32)
DIRECT_LIGHT = np.array([0.50, 0.58, 0.66, 0.72, 0.75, 0.78, 0.80, 0.82, 0.83, 0.85, 0, 0.90, 0.92], np.float32)

# Top-of-atmosphere reflectance of opaque cloud. Its shape follows cumulus and high cloud measured on real Level-1C
# images: low cloud is dark in B09 (water vapour above it) and black in B10, high cloud is not; ice absorbs in B11, B12.
LOW_CLOUD = np.array([0.58, 0.59, 0.585, 0.61, 0.61, 0.66, 0.70, 0.66, 0.72, 0.105, 0.0018, 0.57, 0.43], np.float32)
MIDDLE_CLOUD = np.array([0.60, 0.595, 0.58, 0.60, 0.60, 0.63, 0.66, 0.63, 0.69, 0.20, 0.010, 0.47, 0.34], np.float32)
HIGH_CLOUD = np.array([0.58, 0.57, 0.55, 0.56, 0.56, 0.58, 0.60, 0.58, 0.62, 0.36, 0.110, 0.36, 0.25], np.float32)

LOW_BASE, LOW_TOP, MIDDLE_HEIGHT, HIGH_HEIGHT = 800, 1500, 2600, 8000  # metres above the ground


@dataclass(frozen=True)
class Sun:
    """Mean sun angles in degrees: zenith, and azimuth clockwise from north."""

    zenith: float
    azimuth: float


@dataclass(frozen=True)
class Sky:
    """Layers of (rows, cols) float32: opacity 0…1 of low, middle and high cloud, brightness of the lower two as a
    factor, and the share 0…1 of direct light that shadows take from the ground."""

    low: np.ndarray
    middle: np.ndarray
    high: np.ndarray
    brightness: np.ndarray
    shadow: np.ndarray


def make_sky(seed: int, size: int, scale: float, sun: Sun, cloud_share: float) -> Sky:
    """The sky over a scene `size` pixels of 10 m wide that repeats without a seam.

    `cloud_share` is about the share of the scene under thick cloud, 0 a clear sky. In small scenes everything, heights
    too, is `scale` times smaller, so that all of it is there.
    """
    if cloud_share <= 0:
        return Sky(*(np.zeros((size, size), np.float32) for _ in range(5)))
    rng = np.random.default_rng([seed, 2])
    cluster = noise(rng, size, 1100 * scale, 250 * scale, slope=2.0)
    texture = noise(rng, size, 70 * scale, 3.0, slope=1.4)
    ragged = np.clip(1 + 0.3 * texture, 0.4, None)

    puffs = noise(rng, size, 230 * scale, 3.0, slope=2.0) + 0.7 * cluster
    low_depth = np.clip(above(puffs, 0.66 * cloud_share), 0, None)
    low = -np.expm1(-6 * low_depth * ragged)
    bank = noise(rng, size, 1500 * scale, 6 * scale, slope=2.1) - 0.5 * cluster
    middle_depth = np.clip(above(bank, 0.56 * cloud_share), 0, None)
    middle = -np.expm1(-3.4 * middle_depth * ragged)
    streaks = noise(rng, size, 900 * scale, 6 * scale, slope=1.7, stretch=5.0)
    streaks += 0.9 * noise(rng, size, 1500 * scale, 300 * scale, slope=2.0)
    high = 0.42 * -np.expm1(-0.8 * np.clip(above(streaks, 0.8 * cloud_share), 0, None))

    depth = 1.5 * low_depth + middle_depth
    lit = towards(depth, sun, -3 * scale) - towards(depth, sun, 3 * scale)
    brightness = 0.62 + 0.36 * np.tanh(1.1 * depth) + np.clip(0.45 * lit, -0.18, 0.15) + 0.055 * texture

    light = np.ones((size, size), np.float32)
    for height in np.linspace(LOW_BASE, LOW_TOP, 4):  # the higher, the smaller the part of a cumulus that reaches it
        reach = np.clip(1.3 * low - (height - LOW_BASE) / (LOW_TOP - LOW_BASE) * 0.8, 0, 1)
        np.minimum(light, 1 - towards(reach, sun, -shadow_length(sun, height) * scale), out=light)
    light *= 1 - 0.9 * towards(middle, sun, -shadow_length(sun, MIDDLE_HEIGHT) * scale)
    light *= 1 - 0.3 * towards(high, sun, -shadow_length(sun, HIGH_HEIGHT) * scale)
    return Sky(low, middle, high, brightness.astype(np.float32), 1 - light)


def shadow_length(sun: Sun, height: float) -> float:
    """Pixels of 10 m between a cloud `height` metres up and its shadow on flat ground."""
    return height * float(np.tan(np.deg2rad(sun.zenith))) / 10


def towards(field: np.ndarray, sun: Sun, pixels: float) -> np.ndarray:
    """A field moved this many pixels towards the sun (negative: away from it), wrapping round.

    Parameters
    ----------
    field : (rows, cols), any type

    Returns
    -------
    (rows, cols), same type
    """
    azimuth = np.deg2rad(sun.azimuth)
    return np.roll(field, (-round(pixels * np.cos(azimuth)), round(pixels * np.sin(azimuth))), axis=(0, 1))


def top_of_atmosphere(band: int, surface: np.ndarray, sky: Sky) -> np.ndarray:
    """Reflectance of the ground under a sky, in band number `band`.

    Parameters
    ----------
    surface : (rows, cols) float32
        Reflectance at the ground.

    Returns
    -------
    (rows, cols) float32
        TOA reflectance.
    """
    value = PATH[band] * (1 - 0.15 * sky.shadow)
    value += TRANSMITTANCE[band] * surface * (1 - DIRECT_LIGHT[band] * sky.shadow)
    value += (LOW_CLOUD[band] * sky.brightness - value) * sky.low
    value += (MIDDLE_CLOUD[band] * sky.brightness - value) * sky.middle
    value += (HIGH_CLOUD[band] - value) * sky.high
    return value


def classes(sky: Sky) -> np.ndarray:
    """The true classes under a sky.

    Returns
    -------
    (rows, cols) uint8
        0 clear, 1 thick cloud, 2 thin cloud, 3 cloud shadow.
    """
    opacity = 1 - (1 - sky.low) * (1 - sky.middle) * (1 - sky.high)
    return np.select([opacity >= 0.5, opacity >= 0.12, sky.shadow >= 0.35], [1, 2, 3], 0).astype(np.uint8)
