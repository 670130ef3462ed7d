"""Clouds laid over real ground, many crops at a time on any device: simulated layers, clouds cut from real images, and
the shadows both cast. Arrays are torch tensors; what is drawn at random comes from numpy, what is noise from torch.

A cloud is opacity, the share of light it hides, and light, what it sends itself: over `ground` a sensor sees
`ground * (1 - opacity) + light`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import avg_pool2d

from ..simulation.sky import DIRECT_LIGHT, HIGH_CLOUD, LOW_CLOUD, MIDDLE_CLOUD, PATH
from .labels import CLOUD, NO_DATA, NO_LABEL

HEIGHTS = (1200.0, 3000.0, 9000.0)  # metres, of the three measured spectra
B02, B09, B10 = 1, 9, 10
NATIVE = (60, 10, 10, 10, 20, 20, 20, 10, 20, 60, 60, 20, 20)  # metres a band, B01 … B08 B8A B09 … B12
SLICES = 4  # of a cloud between its base and its top, for its shadow
# What makes a class: by how much a cloud brightens dark ground (0.1) in B02, as the rule of the real labels says it, or
# what it adds in B10; so near to a limit that no person could tell, there is no label, or "cloud".
DARK_GROUND = 0.10
FAINT, THIN, NEARLY_THICK, THICK, OPAQUE = 0.018, 0.04, 0.11, 0.19, 0.65
FAINT_CIRRUS, CIRRUS = 0.004, 0.009  # reflectance in B10
NO_SHADOW, SHADOW = 0.2, 0.4  # share of direct light taken from the ground
SEEN_SHADOW = 0.012  # least loss of reflectance in the band that loses most: on black water nobody sees a shadow


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
        """Of some of the crops."""
        return Sun(self.down[there], self.right[there])


def draw_suns(rng: np.random.Generator, count: int, resolution: np.ndarray) -> Sun:
    """Suns of any direction, 15 to 70 degrees from the zenith, for crops of `resolution` metres (count,)."""
    length = np.tan(np.deg2rad(rng.uniform(15, 70, count))) / resolution
    azimuth = rng.uniform(0, 2 * np.pi, count)
    return Sun(length * np.cos(azimuth), -length * np.sin(azimuth))


def spectrum_at(height: float) -> np.ndarray:
    """TOA reflectance (13,) float32 of opaque cloud at a height in metres, between the spectra measured."""
    measured = np.stack((LOW_CLOUD, MIDDLE_CLOUD, HIGH_CLOUD))
    return np.array([np.interp(height, HEIGHTS, band) for band in measured.T], np.float32)


def noise(
    generator: torch.Generator, size: int, longest: np.ndarray, shortest: float, slope: np.ndarray, stretch: np.ndarray
) -> Tensor:
    """Fractal noise (n, size, size) float32 that repeats without a seam; mean 0, deviation 1. As
    `simulatedpattern.noise`, with lengths in pixels and slopes (n,) of its own for each."""
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
    """A layer of simulated cloud for each crop of `resolution` metres (n,): cumulus, a bank, cirrus or a veil."""
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

    cut: (m, 14, rows, cols) float16, light of thirteen bands and opacity, at 10 m, as `pairs.cutout` gives them.
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
    """Share 0…1 of direct light (n, size, size) that a cloud takes; the higher, the smaller its part that reaches it.

    moved: the opacity as it is seen so many pixels (n,) below and to the right.
    """
    reaches = []
    for share in np.linspace(0, 1, SLICES):
        metres = height + share * np.minimum(depth, 0.5 * height)
        opacity = moved(*(-metres * along for along in (sun.down, sun.right)))
        reaches.append(torch.clamp(1.25 * opacity - 0.5 * float(share), 0, 1) if share else opacity)
    return reduce(torch.maximum, reaches)


def cover(ground: Tensor, layers: Sequence[Clouds], resolution: np.ndarray, blocks: np.ndarray) -> tuple[Tensor, ...]:
    """The sky over crops of ground.

    Parameters: ground (n, 13, size, size) float32 TOA reflectance; layers, the lowest first; resolution (n,) metres;
    blocks (n,) bool, where the coarse bands show what was added in pixels of their own.
    Returns: reflectance of the same shape; label codes (n, size, size) uint8; by how much it brightens B02, float32.
    """
    device = ground.device
    path, direct = (torch.as_tensor(band, device=device)[None, :, None, None] for band in (PATH, DIRECT_LIGHT))
    lit = torch.ones_like(layers[0].shadow)
    for layer in layers:
        lit = lit * (1 - 0.95 * layer.shadow)
    shade = (1 - lit)[:, None]
    value = ground - torch.clamp(ground - path, min=0) * direct * shade - 0.15 * path * shade
    value = value.clamp(min=0)
    loss = (ground - value).amax(1)
    passed, glow, cirrus = torch.ones_like(lit), torch.zeros_like(lit), torch.zeros_like(lit)
    for layer in layers:
        value = value * (1 - layer.opacity)[:, None] + layer.light
        passed = passed * (1 - layer.opacity)
        glow = glow * (1 - layer.opacity) + layer.light[:, B02]
        cirrus = cirrus * (1 - layer.opacity) + layer.light[:, B10]
    value = ground + coarsened(value - ground, resolution, blocks)
    brighter = glow - (1 - passed) * DARK_GROUND
    return value, labels_of(brighter, cirrus, 1 - passed, shade[:, 0], loss), brighter


def coarsened(change: Tensor, resolution: np.ndarray, blocks: np.ndarray) -> Tensor:
    """What was added to each band (n, 13, size, size), averaged over the native pixels of coarse bands where asked."""
    out = change
    for metres in sorted(set(resolution[blocks].tolist())):
        crops = torch.as_tensor(np.flatnonzero(blocks & (resolution == metres)), device=change.device)
        for native in (20, 60):
            factor = round(native / metres)
            bands = torch.tensor([band for band, own in enumerate(NATIVE) if own == native], device=change.device)
            if factor > 1:
                part = change[crops[:, None], bands[None]]
                size = part.shape[-1]
                mean = avg_pool2d(part, factor, ceil_mode=True, count_include_pad=False)
                mean = mean.repeat_interleave(factor, 2).repeat_interleave(factor, 3)[..., :size, :size]
                out = out.index_put((crops[:, None], bands[None]), mean)
    return out


def labels_of(brighter: Tensor, cirrus: Tensor, opacity: Tensor, shadow: Tensor, loss: Tensor) -> Tensor:
    """Label codes uint8 of all layers together. brighter: reflectance added to dark ground in B02; cirrus: to B10;
    shadow: share of direct light the ground lacks; loss: reflectance it lost in some band."""
    out = torch.zeros(brighter.shape, dtype=torch.uint8, device=brighter.device)
    out[shadow >= NO_SHADOW] = NO_LABEL
    out[(shadow >= SHADOW) & (loss >= SEEN_SHADOW)] = 3
    out[(brighter >= FAINT) | (cirrus >= FAINT_CIRRUS)] = NO_LABEL
    out[(brighter >= THIN) | (cirrus >= CIRRUS)] = 2
    out[brighter >= NEARLY_THICK] = CLOUD
    out[(brighter >= THICK) | (opacity >= OPAQUE)] = 1
    return out


def with_clouds(ground: Tensor, sky: Tensor) -> Tensor:
    """Label codes uint8 of ground of known `ground` codes onto which clouds of codes `sky` were laid.

    A thick cloud hides what was there; a thin one over what may be a cloud is a cloud of some kind. A shadow is told
    where the ground was clear. Where nothing was laid the ground's own label stands; where something too faint to tell
    was laid over free ground there is none.
    """
    out = ground.clone()
    free = (ground == 0) | (ground == 3)
    thin = (sky == 2) | (sky == CLOUD)
    out[sky == 1] = 1
    out[thin] = torch.where(free, sky, CLOUD)[thin]
    out[(sky == 3) & (ground == 0)] = 3
    out[(sky == NO_LABEL) & free] = NO_LABEL
    out[ground == NO_DATA] = NO_DATA
    return out


def mirrored(places, size):
    """Whole numbers folded into 0 … size-1, as in a row of mirrors: tensors or arrays."""
    return (2 * size - 1 - abs(2 * (places % (2 * size)) - 2 * size + 1)) // 2


def rolled(field: Tensor, down: np.ndarray, right: np.ndarray) -> Tensor:
    """`field` (n, size, size) as it is seen so many pixels below and to the right, (n,) each; it repeats."""
    size = field.shape[-1]
    along = torch.arange(size, device=field.device)
    row, col = (along[None] + torch.as_tensor(np.rint(by), device=field.device).long()[:, None] for by in (down, right))
    place = (row % size)[:, :, None] * size + (col % size)[:, None, :]
    return field.flatten(1).gather(1, place.flatten(1)).view_as(field)


def _column(values: np.ndarray, device: torch.device) -> Tensor:
    return torch.as_tensor(np.asarray(values, np.float32), device=device)[:, None, None]
