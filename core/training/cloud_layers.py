"""Layers of cloud for crops of real ground, many at a time on any device: simulated, or cut from real images, with the
shadows they cast. Arrays are torch tensors; what is drawn at random comes from numpy, what is noise from torch.

A cloud is opacity, the share of light it hides, and light, what it sends itself: over `ground` a sensor sees
`ground * (1 - opacity) + light`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce

import numpy as np
import torch
from torch import Tensor

from ..simulation.sky import HIGH_CLOUD, LOW_CLOUD, MIDDLE_CLOUD

HEIGHTS = (1200.0, 3000.0, 9000.0)  # metres, of the three measured spectra
B02, B09, B10 = 1, 9, 10
SLICES = 4  # of a cloud between its base and its top, for its shadow


@dataclass(frozen=True)
class Clouds:
    """One cloud a crop. opacity: (n, size, size) float32. light: (n, 13, size, size) float32 reflectance. shadow:
    (n, size, size) float32, share of direct light that does not reach flat ground."""

    opacity: Tensor
    light: Tensor
    shadow: Tensor


@dataclass(frozen=True)
class Sun:
    """Where light comes from, an entry a crop: pixels of shadow a metre of height, down and to the right."""

    down: np.ndarray
    right: np.ndarray

    def of(self, there: np.ndarray) -> Sun:
        """Of some of the crops.

        Parameters
        ----------
        there : (n,) bool or int
            Which crops.
        """
        return Sun(self.down[there], self.right[there])


def draw_suns(rng: np.random.Generator, count: int, resolution: np.ndarray) -> Sun:
    """Suns of any direction, 15 to 70 degrees from the zenith.

    Parameters
    ----------
    resolution : (count,) float
        Metres a pixel of each crop.
    """
    length = np.tan(np.deg2rad(rng.uniform(15, 70, count))) / resolution
    azimuth = rng.uniform(0, 2 * np.pi, count)
    return Sun(length * np.cos(azimuth), -length * np.sin(azimuth))


def spectrum_at(height: float) -> np.ndarray:
    """What opaque cloud reflects at a height in metres, between the spectra measured.

    Returns
    -------
    (13,) float32
        TOA reflectance, B01 … B08 B8A B09 … B12.
    """
    measured = np.stack((LOW_CLOUD, MIDDLE_CLOUD, HIGH_CLOUD))
    return np.array([np.interp(height, HEIGHTS, band) for band in measured.T], np.float32)


def noise(
    generator: torch.Generator, size: int, longest: np.ndarray, shortest: float, slope: np.ndarray, stretch: np.ndarray
) -> Tensor:
    """Fractal noise that repeats without a seam, as that of simulated scenes.

    Parameters
    ----------
    longest : (n,) float
        Pixels of the longest waves.
    shortest : float
        Pixels of the shortest waves.
    slope : (n,) float
        How fast waves grow weaker with their frequency.
    stretch : (n,) float
        By how much they are longer in one direction.

    Returns
    -------
    (n, size, size) float32
        Mean 0, deviation 1.
    """
    device = generator.device
    white = torch.randn((len(longest), size, size), generator=generator, device=device)
    rows = torch.fft.fftfreq(size, device=device)[:, None]
    cols = torch.fft.rfftfreq(size, device=device)[None, :]
    length, falling, wide = (_column(values, device) for values in (longest, slope, stretch))
    across, along = rows * 0.8 + cols * 0.6, (cols * 0.8 - rows * 0.6) * wide
    frequency = across**2 + along**2
    frequency[:, 0, 0] = 1
    weight = frequency ** (-falling / 2) * torch.exp(-frequency * shortest**2)
    weight = weight * -torch.expm1(-((frequency * length**2) ** 2))
    weight[:, 0, 0] = 0
    field = torch.fft.irfft2(torch.fft.rfft2(white) * weight, s=(size, size))
    return field / field.std(dim=(1, 2), keepdim=True)


def simulated(
    rng: np.random.Generator, generator: torch.Generator, size: int, resolution: np.ndarray, sun: Sun
) -> Clouds:
    """A layer of simulated cloud for each crop: cumulus, a bank, cirrus or a veil.

    Parameters
    ----------
    resolution : (n,) float
        Metres a pixel of each crop.
    """
    drawn = [_draw_kind(rng, float(metres), size) for metres in resolution]
    columns = {key: np.array([entry[key] for entry in drawn]) for key in drawn[0]}
    device = generator.device
    pattern = noise(generator, size, columns["longest"], 2.0, columns["slope"], columns["stretch"])
    second = noise(generator, size, columns["second_longest"], 2.0, np.full(len(drawn), 2.2), np.ones(len(drawn)))
    pattern = pattern + _column(columns["second"], device) * second
    texture = noise(generator, size, columns["grain"], 6.0, np.full(len(drawn), 1.6), np.ones(len(drawn)))
    share = torch.as_tensor(columns["share"], dtype=torch.float32, device=device)
    sample = pattern[:, ::3, ::3].flatten(1).sort(1).values
    place = ((1 - share) * (sample.shape[1] - 1)).round().long()
    field = pattern - sample.gather(1, place[:, None])[:, :, None]
    field = torch.clamp(field + _column(columns["lift"], device), min=0)
    thickness = _column(columns["peak"], device) * field * torch.clamp(1 + 0.3 * texture, min=0.2)
    opacity = -torch.expm1(-thickness)
    brightness = _column(columns["brightness"], device) * (0.85 + 0.15 * torch.tanh(field) + 0.05 * texture)
    spectrum = torch.as_tensor(columns["spectrum"], dtype=torch.float32, device=device)
    light = (opacity * brightness)[:, None] * spectrum[:, :, None, None]
    shadow = shadow_of(lambda down, right: rolled(opacity, down, right), columns["height"], columns["depth"], sun)
    return Clouds(opacity, light, shadow)


def _draw_kind(rng: np.random.Generator, resolution: float, size: int) -> dict[str, float | np.ndarray]:
    def metres(least: float, most: float) -> float:
        """A length in pixels, drawn evenly in its logarithm."""
        return float(np.clip(np.exp(rng.uniform(*np.log((least, most)))) / resolution, 6, 2 * size))

    kind = rng.choice(("cumulus", "bank", "cirrus", "veil"), p=(0.35, 0.25, 0.2, 0.2))
    whole = rng.random() < 0.12  # everything is covered
    stretch, second = 1.0, 0.0
    if kind == "cumulus":  # small, dense, low, with hard edges
        height, depth, peak = rng.uniform(500, 2200), rng.uniform(100, 1000), rng.uniform(3, 9)
        longest, slope, second = metres(300, 4000), 2.0, rng.uniform(0, 1.2)
    elif kind == "bank":
        height, depth, peak = rng.uniform(1000, 6500), rng.uniform(100, 800), rng.uniform(1.2, 5)
        longest, slope = metres(2000, 20000), 2.1
    elif kind == "cirrus":  # streaks, seldom opaque
        height, depth = rng.uniform(6000, 12000), 200.0
        peak = rng.uniform(*((0.1, 0.5) if rng.random() < 0.75 else (0.5, 3)))
        longest, slope, stretch = metres(2000, 15000), 1.8, rng.uniform(1.5, 5)
    else:  # a veil of thin low or middle cloud
        height, depth, peak = rng.uniform(500, 5000), 200.0, rng.uniform(0.1, 0.5)
        longest, slope = metres(1000, 15000), 2.0
    spectrum = spectrum_at(float(height)) * np.exp(rng.normal(0, 0.03, 13))
    spectrum *= 1 + np.linspace(-1, 1, 13) * rng.normal(0, 0.05)
    spectrum[B09] *= rng.uniform(0.7, 1.5)  # the vapour above differs from day to day
    spectrum[B10] *= rng.uniform(0.3, 1.5)
    return {
        "height": height, "depth": depth, "peak": peak, "longest": longest, "slope": slope, "stretch": stretch,
        "second": second, "second_longest": metres(3000, 15000), "grain": metres(300, 2000), "spectrum": spectrum,
        "brightness": rng.uniform(0.6, 1.2), "share": 1.0 if whole else rng.beta(1, 2) * 0.9 + 0.03,
        "lift": 0.6 if whole else 0.0,
    }  # fmt: skip


def transplanted(rng: np.random.Generator, cut: Tensor, size: int, resolution: np.ndarray, sun: Sun) -> Clouds:
    """A cloud cut from a real image for each crop, turned, scaled, thinned or thickened; mirrored beyond its edges.

    Parameters
    ----------
    cut : (m, 14, rows, cols) float16
        Light of thirteen bands and opacity, at 10 m, as `pairs.cutout` gives them.
    resolution : (n,) float
        Metres a pixel of each crop.
    """
    device, count = cut.device, len(resolution)
    side = np.array(cut.shape[-2:])
    number = torch.as_tensor(rng.integers(0, len(cut), count), device=device)[:, None, None]
    zoom = np.exp(rng.uniform(np.log(0.6), np.log(1.7), count)) * 10 / resolution
    angle = np.where(rng.random(count) < 0.5, rng.integers(0, 4, count) * np.pi / 2, rng.uniform(0, 2 * np.pi, count))
    cos, sin = (_column(values, device) for values in (np.cos(angle) / zoom, np.sin(angle) / zoom))
    centre = [_column(rng.uniform(0, length, count), device) for length in side]
    mirror = _column(np.where(rng.random(count) < 0.5, 1.0, -1.0), device)
    along = (torch.arange(size, device=device) - (size - 1) / 2)[None, :, None]
    across = along.transpose(1, 2)

    def places(down: np.ndarray, right: np.ndarray) -> Tensor:
        """Which pixel of the cut lies under each pixel of the crop, seen this far (n,) below and to the right."""
        row, col = along + _column(down, device), (across + _column(right, device)) * mirror
        row, col = centre[0] + row * cos - col * sin, centre[1] + row * sin + col * cos
        row, col = mirrored(row.round().long(), int(side[0])), mirrored(col.round().long(), int(side[1]))
        return (number * int(side[0]) + row) * int(side[1]) + col

    flat = cut.permute(1, 0, 2, 3).reshape(14, -1)
    power = _column(np.exp(rng.normal(0, 0.35, count)) * np.where(rng.random(count) < 0.25, 0.3, 1.0), device)

    def thinned(opacity: Tensor) -> Tensor:
        """Opacity of a cloud of another optical thickness, the same everywhere."""
        return 1 - (1 - opacity.float().clamp(0, 0.995)) ** power

    here = flat[:, places(np.zeros(count), np.zeros(count))].float().transpose(0, 1)
    opacity = thinned(here[:, 13])
    brightness = _column(np.exp(rng.normal(0, 0.12, count)), device)
    share = torch.where(here[:, 13] > 1e-3, opacity / here[:, 13].clamp(min=1e-3), power)
    light = here[:, :13] * (share * brightness)[:, None]
    height = np.exp(rng.uniform(np.log(500), np.log(6000), count))
    depth = rng.uniform(100, 800, count)
    shadow = shadow_of(lambda down, right: thinned(flat[13, places(down, right)]), height, depth, sun)
    return Clouds(opacity, light, shadow)


def shadow_of(
    moved: Callable[[np.ndarray, np.ndarray], Tensor], height: np.ndarray, depth: np.ndarray, sun: Sun
) -> Tensor:
    """The share of direct light that a cloud takes; the higher, the smaller its part that reaches it.

    Parameters
    ----------
    moved : callable
        The opacity (n, size, size) as it is seen so many pixels, (n,) each, below and to the right.
    height, depth : (n,) float
        Metres, of the base above the ground and of the cloud itself.

    Returns
    -------
    (n, size, size) float32
        0 … 1.
    """
    reaches = []
    for share in np.linspace(0, 1, SLICES):
        metres = height + share * np.minimum(depth, 0.5 * height)
        opacity = moved(*(-metres * along for along in (sun.down, sun.right)))
        reaches.append(torch.clamp(1.25 * opacity - 0.5 * float(share), 0, 1) if share else opacity)
    return reduce(torch.maximum, reaches)


def mirrored(places, size):
    """Whole numbers folded into 0 … size-1, as in a row of mirrors: tensors or arrays."""
    return (2 * size - 1 - abs(2 * (places % (2 * size)) - 2 * size + 1)) // 2


def rolled(field: Tensor, down: np.ndarray, right: np.ndarray) -> Tensor:
    """A field as it is seen so many pixels below and to the right; it repeats.

    Parameters
    ----------
    field : (n, size, size) float32
        Of any unit.
    down, right : (n,) float
        Pixels, rounded to whole ones.

    Returns
    -------
    (n, size, size) float32
        As `field`.
    """
    size = field.shape[-1]
    along = torch.arange(size, device=field.device)
    row, col = (along[None] + torch.as_tensor(np.rint(by), device=field.device).long()[:, None] for by in (down, right))
    place = (row % size)[:, :, None] * size + (col % size)[:, None, :]
    return field.flatten(1).gather(1, place.flatten(1)).view_as(field)


def _column(values: np.ndarray, device: torch.device) -> Tensor:
    return torch.as_tensor(np.asarray(values, np.float32), device=device)[:, None, None]
