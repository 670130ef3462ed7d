"""Layers of cloud laid over real ground: what a sensor sees, and the labels of what was laid."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import avg_pool2d

from ..simulation.sky import DIRECT_LIGHT, PATH
from .cloud_layers import B02, B10, Clouds
from .labels import CLOUD, NO_DATA, NO_LABEL

NATIVE = (60, 10, 10, 10, 20, 20, 20, 10, 20, 60, 60, 20, 20)  # metres, by band: B01 … B08 B8A B09 … B12
# What makes a class: by how much a cloud brightens dark ground (0.1) in B02, as the rule of the real labels says it, or
# what it adds in B10; so near to a limit that no person could tell, there is no label, or "cloud".
DARK_GROUND = 0.10
FAINT, THIN, NEARLY_THICK, THICK, OPAQUE = 0.018, 0.04, 0.11, 0.19, 0.65
FAINT_CIRRUS, CIRRUS = 0.004, 0.009  # reflectance in B10
NO_SHADOW, SHADOW = 0.2, 0.4  # share of direct light taken from the ground
SEEN_SHADOW = 0.012  # least loss of reflectance in the band that loses most: on black water nobody sees a shadow


def cover(ground: Tensor, layers: Sequence[Clouds], resolution: np.ndarray, blocks: np.ndarray) -> tuple[Tensor, ...]:
    """The sky over crops of ground.

    Parameters
    ----------
    ground : (n, 13, size, size) float32
        TOA reflectance.
    layers : sequence of Clouds
        The lowest first.
    resolution : (n,) float
        Metres a pixel.
    blocks : (n,) bool
        Where the coarse bands show what was added in pixels of their own.

    Returns
    -------
    (n, 13, size, size) float32
        TOA reflectance under the sky.
    (n, size, size) uint8
        Label codes.
    (n, size, size) float32
        By how much clouds brighten dark ground in B02, reflectance.
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
    """What was added to each band, averaged over the native pixels of coarse bands where asked.

    Parameters
    ----------
    change : (n, 13, size, size) float32
        Reflectance.
    resolution : (n,) float
        Metres a pixel.
    blocks : (n,) bool
        The crops that are asked for.

    Returns
    -------
    (n, 13, size, size) float32
        Reflectance.
    """
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
    """Label codes of all layers together.

    Parameters
    ----------
    brighter, cirrus : (n, size, size) float32
        Reflectance added to dark ground in B02, and to B10.
    opacity, shadow : (n, size, size) float32
        Shares 0 … 1: of light that clouds hide, of direct light that the ground lacks.
    loss : (n, size, size) float32
        Reflectance that the ground lost in the band that lost most.

    Returns
    -------
    (n, size, size) uint8
        Codes of `labels`.
    """
    out = torch.zeros(brighter.shape, dtype=torch.uint8, device=brighter.device)
    out[shadow >= NO_SHADOW] = NO_LABEL
    out[(shadow >= SHADOW) & (loss >= SEEN_SHADOW)] = 3
    out[(brighter >= FAINT) | (cirrus >= FAINT_CIRRUS)] = NO_LABEL
    out[(brighter >= THIN) | (cirrus >= CIRRUS)] = 2
    out[brighter >= NEARLY_THICK] = CLOUD
    out[(brighter >= THICK) | (opacity >= OPAQUE)] = 1
    return out


def with_clouds(ground: Tensor, sky: Tensor) -> Tensor:
    """Labels of ground onto which clouds were laid.

    A thick cloud hides what was there; a thin one over what may be a cloud is a cloud of some kind. A shadow is told
    where the ground was clear. Where nothing was laid the ground's own label stands; where something too faint to tell
    was laid over free ground there is none.

    Parameters
    ----------
    ground, sky : (n, size, size) uint8
        Codes of `labels`: of the ground itself, and of what was laid over it.

    Returns
    -------
    (n, size, size) uint8
        Codes of `labels`.
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
