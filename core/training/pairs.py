"""What a cloudy and a clear image of one place tell: labels by rule, and the clouds themselves, to be laid elsewhere.

The rules are those of many change-based masks: a cloud is brighter in blue than the ground it hides and no redder, a
shadow is darker in the near and shortwave infrared and no bluer. Reflectance is x 10000, in the bands of a Level-1C
product.
"""

from __future__ import annotations

from functools import reduce

import numpy as np

from .labels import CLOUD, NO_DATA, NO_LABEL

B02, B04, B8A, B10, B11 = 1, 3, 8, 10, 11
THICK, NEARLY_THICK, THIN, FAINT = 0.17, 0.09, 0.04, 0.018  # brightening in B02
CIRRUS = 0.010  # reflectance in B10
GREATEST_SHIFT = 0.012  # of a whole image against its clear date, in B02: air, not cloud
REDDER = 1.35  # times the brightening in blue: ground that was ploughed, not cloud
SURE, LIKELY = 225, 125  # probability x 250 of the 30 m network


def pair_labels(cloudy: np.ndarray, clear: np.ndarray, confidence: np.ndarray) -> np.ndarray:
    """Label codes of a cloudy image by its clear partner, where the 30 m network does not contradict.

    Parameters
    ----------
    cloudy, clear : (13, rows, cols) uint16, reflectance x 10000; 0 no data
    confidence : (4, rows, cols) uint8, probability x 250 of the 30 m network for the cloudy image

    Returns
    -------
    (rows, cols) uint8 : clear, thick, thin, shadow, "cloud", or no label where the two are in doubt
    """
    now, before = cloudy.astype(np.float32) / 10000, clear.astype(np.float32) / 10000
    brighter = brightening(now, before, confidence)
    ground, shade = confidence[0], confidence[3]
    cloud = confidence[1].astype(np.int16) + confidence[2]
    redder = now[B04] - before[B04] > REDDER * np.maximum(brighter, 0.01)
    changed = [now[band] / np.maximum(before[band], 0.01) for band in (B8A, B11)]
    dark = (changed[0] < 0.68) & (changed[1] < 0.72) & (now[B02] < before[B02] + 0.02) & (before[B8A] > 0.08)
    same = (np.abs(brighter) < FAINT) & (np.abs(changed[0] - 1) < 0.25) & (now[B10] < 0.4 * CIRRUS)
    out = np.full(brighter.shape, NO_LABEL, np.uint8)
    out[same & (ground >= SURE)] = 0
    out[dark & (shade >= LIKELY)] = 3
    out[(brighter >= THIN) & (brighter < NEARLY_THICK) & ~redder & (ground < SURE)] = 2
    out[(now[B10] >= CIRRUS) & (brighter < NEARLY_THICK)] = 2
    out[(brighter >= NEARLY_THICK) & ~redder & (cloud >= LIKELY)] = CLOUD
    out[(brighter >= THICK) & ~redder & (cloud >= LIKELY)] = 1
    out = _without_borders(out)
    out[(cloudy == 0).all(0)] = NO_DATA
    return out


def brightening(now: np.ndarray, before: np.ndarray, confidence: np.ndarray) -> np.ndarray:
    """By how much B02 is brighter than on the clear date, the air of both days set equal.

    Parameters
    ----------
    now, before : (13, rows, cols) float32
        TOA reflectance of the cloudy and the clear date.
    confidence : (4, rows, cols) uint8
        Class probabilities x 250 on the cloudy date.

    Returns
    -------
    (rows, cols) float32
    """
    change = now[B02] - before[B02]
    free = confidence[0] >= SURE
    shift = float(np.median(change[free])) if free.mean() > 0.05 else 0.0
    return change - np.clip(shift, -GREATEST_SHIFT, GREATEST_SHIFT)


def cutout(cloudy: np.ndarray, clear: np.ndarray) -> np.ndarray:
    """The clouds of an image as they can be laid over other ground.

    Parameters
    ----------
    cloudy, clear : (13, rows, cols) uint16
        As `pair_labels` takes them.

    Returns
    -------
    (14, rows, cols) float16
        Light of the thirteen bands in reflectance, and opacity 0…1. Over ground g a sensor sees g * (1 - opacity) +
        light.
    """
    now, before = cloudy.astype(np.float32) / 10000, clear.astype(np.float32) / 10000
    change = now[B02] - before[B02] - 0.012  # what air and fields change is no cloud
    change[_mean(change) < 0.01] = 0
    change[(now[B04] - before[B04] > REDDER * np.maximum(change, 0.01)) & (change < 0.12)] = 0
    bright = now[B02][change > 0.15]
    white = float(np.clip(0.85 * np.median(bright), 0.3, 0.5)) if bright.size > 200 else 0.5
    opacity = np.clip(change / np.maximum(white - before[B02], 0.08), 0, 1)
    light = np.maximum(now - (1 - opacity) * before, 0)
    solid = opacity > 0.25
    if solid.sum() > 200:  # what the ground did meanwhile must not look like cloud
        spectrum = np.array([light[band][solid].sum() for band in range(13)]) / opacity[solid].sum()
    else:
        spectrum = np.full(13, white)
    limits = spectrum[:, None, None].astype(np.float32) * opacity
    cirrus = np.maximum(now[B10] - before[B10], 0)
    light = np.clip(light, 0.6 * limits, 1.6 * limits)
    light[B10] = cirrus
    empty = (cloudy == 0).all(0) | (clear == 0).all(0)
    light[:, empty], opacity[empty] = 0, 0
    return np.concatenate((light, opacity[None])).astype(np.float16)


def _without_borders(codes: np.ndarray) -> np.ndarray:
    """Codes with one pixel along each border of a class unknown, and clear only two pixels away from any other."""
    out = codes.copy()
    other = (codes != 0) & (codes != NO_LABEL)
    out[(codes == 0) & _grown(_grown(other))] = NO_LABEL
    for kind in (np.isin(codes, (1, 2, CLOUD)), codes == 3):
        out[kind & _grown(~kind)] = NO_LABEL
    return out


def _mean(field: np.ndarray) -> np.ndarray:
    """The mean of each pixel and the eight around it."""
    rows, cols = field.shape
    wide = np.pad(field, 1, "edge")
    shifted = (wide[row : row + rows, col : col + cols] for row in range(3) for col in range(3))
    return reduce(np.add, shifted) / np.float32(9)


def _grown(where: np.ndarray) -> np.ndarray:
    """`where` and the four neighbours of each of its pixels."""
    out = where.copy()
    out[1:] |= where[:-1]
    out[:-1] |= where[1:]
    out[:, 1:] |= where[:, :-1]
    out[:, :-1] |= where[:, 1:]
    return out
