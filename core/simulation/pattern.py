"""Seamless patterns a simulated scene is made of: filtered noise, and numbers drawn by place."""

from __future__ import annotations

from typing import Any

import numpy as np


def noise(
    rng: np.random.Generator,
    size: int,
    longest: float,
    shortest: float = 2.0,
    *,
    slope: float = 1.6,
    stretch: float = 1.0,
) -> np.ndarray:
    """Fractal noise that repeats without a seam.

    Its waves are `shortest` to `longest` pixels long; `slope` is how fast small ones fade, and a `stretch` above 1
    draws the pattern out into streaks.

    Returns
    -------
    (size, size) float32
        Mean 0, deviation 1.
    """
    spectrum = np.fft.rfft2(rng.standard_normal((size, size), dtype=np.float32))
    rows = np.fft.fftfreq(size).astype(np.float32)[:, None]
    cols = np.fft.rfftfreq(size).astype(np.float32)[None, :]
    across, along = rows * 0.8 + cols * 0.6, (cols * 0.8 - rows * 0.6) * np.float32(stretch)
    frequency = across**2 + along**2
    frequency[0, 0] = 1
    weight = frequency ** np.float32(-slope / 2) * np.exp(-frequency * np.float32(shortest) ** 2)
    weight *= -np.expm1(-((frequency * np.float32(longest) ** 2) ** 2))
    weight[0, 0] = 0
    field = np.fft.irfft2(spectrum * weight, s=(size, size)).astype(np.float32)
    return field / field.std()


def above(field: np.ndarray, share: float) -> np.ndarray:
    """A field shifted so that `share` of it lies above 0.

    Parameters
    ----------
    field : (rows, cols) float32

    Returns
    -------
    (rows, cols) float32
    """
    return field - np.float32(np.quantile(field[::3, ::3], 1 - share))


def chance(*keys: np.ndarray | int) -> np.ndarray:
    """A number for each combination of keys, the same every time.

    Parameters
    ----------
    keys : integers, or arrays of them
        Of shapes that go together.

    Returns
    -------
    array of float32
        0…1, of the keys' shape.
    """
    mixed: Any = np.uint32(2166136261)
    with np.errstate(over="ignore"):
        for key in keys:
            mixed = (mixed ^ np.asarray(key).astype(np.int32).view(np.uint32)) * np.uint32(16777619)
            mixed = (mixed ^ (mixed >> np.uint32(15))) * np.uint32(2246822519)
            mixed = mixed ^ (mixed >> np.uint32(13))
    return (mixed >> np.uint32(8)).astype(np.float32) / np.float32(1 << 24)


def wrapped(distance: np.ndarray, size: int) -> np.ndarray:
    """Distance along an axis that repeats after `size`.

    Parameters
    ----------
    distance : any shape, float32
        Pixels.

    Returns
    -------
    float32, same shape
        Between -size/2 and size/2.
    """
    return distance - np.float32(size) * np.round(distance * np.float32(1 / size))


def regions(
    x: np.ndarray, y: np.ndarray, size: int, width: float, salt: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Voronoi regions about `width` pixels wide that repeat after `size`.

    Parameters
    ----------
    x, y : (rows, cols) float32
        Places in pixels.

    Returns
    -------
    (rows, cols) int32
        Number of the region at each place.
    (rows, cols) float32, twice
        Offset in x and in y from the region's centre, in pixels.
    (rows, cols) float32
        Distance to the region's border, in pixels.
    """
    count = max(2, round(size / width))
    step = np.float32(size / count)
    column, row = np.floor(x / step).astype(np.int32), np.floor(y / step).astype(np.int32)
    centre_x, centre_y = (0.1 + 0.8 * chance(np.arange(count * count), salt + n) for n in (0, 1))
    nearest = np.full(x.shape, np.inf, dtype=np.float32)
    second = nearest.copy()
    number = np.zeros(x.shape, dtype=np.int32)
    to_x, to_y = np.zeros(x.shape, dtype=np.float32), np.zeros(x.shape, dtype=np.float32)
    for down in (-1, 0, 1):
        for right in (-1, 0, 1):
            key = (row + down) % count * count + (column + right) % count
            off_x = x - (column + right + centre_x[key]) * step
            off_y = y - (row + down + centre_y[key]) * step
            distance = np.hypot(off_x, off_y)
            closer = distance < nearest
            second = np.where(closer, nearest, np.minimum(second, distance))
            for kept, new in ((nearest, distance), (number, key), (to_x, off_x), (to_y, off_y)):
                np.copyto(kept, new, where=closer, casting="same_kind")
    return number, to_x, to_y, second - nearest
