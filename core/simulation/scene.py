"""What a simulated granule shows, by strips of rows, in bounded memory whatever its size.

Every pattern repeats without a seam, so a scene of at most LAND_PERIOD pixels fills a granule of any size; clouds
repeat at another period than the land, so no two places of a full tile are the same.
"""

from __future__ import annotations

from dataclasses import fields

import numpy as np

from ..products.metadata import BAND_IDS
from .land import RIPE_CROP, SURFACE, WATER, make_land
from .sky import PATH, TRANSMITTANCE, Sky, Sun, classes, make_sky, top_of_atmosphere

LAND_PERIOD = 2196  # px of 10 m; a granule no larger than this does not repeat at all
SKY_PERIOD = 2748
EDGE_SLOPE = 0.25  # columns a row: the edge of a swath runs some 14 degrees off north
NOISE = (0.0003, 0.0006)  # of the sensor at 10 m: reflectance in the dark, and a factor of the root of the reflectance


class Scene:
    """Land and sky of one granule `size` pixels of 10 m wide, the same for the same `seed`.

    `cloud_share`: about the share under thick cloud. `valid_share`: the share inside the swath, 1 for no edge.
    """

    def __init__(self, seed: int, size: int, sun: Sun, cloud_share: float, valid_share: float) -> None:
        scale = min(1.0, size / 1098)
        self.seed, self.size, self.sun = seed, size, sun
        self._land = make_land(seed, min(size, LAND_PERIOD), scale, sun)
        self._skies = {1: make_sky(seed, min(size, SKY_PERIOD), scale, sun, cloud_share)}
        self._surface: tuple[tuple[str, int], np.ndarray] | None = None  # the last band asked for
        self._edge = np.quantile(self._across(slice(0, size // 6), 60), valid_share)

    def valid(self, rows: slice, step: int) -> np.ndarray:
        """Where the grid of `step` metres lies inside the swath; its edge keeps to the 60 m grid of all bands.

        Returns
        -------
        (rows, cols) bool
        """
        return self._across(rows, step) <= self._edge

    def _across(self, rows: slice, step: int) -> np.ndarray:
        """How far each pixel lies across the swath, in pixels of 60 m."""
        row = np.arange(rows.start, rows.stop) * step // 60
        return np.arange(self.size * 10 // step) * step // 60 + EDGE_SLOPE * row[:, None]

    def sky(self, rows: slice, step: int) -> Sky:
        """The sky over these rows of the grid of `step` metres."""
        factor = step // 10
        if factor not in self._skies:
            self._skies[factor] = Sky(*(coarser(layer, factor) for layer in _layers(self._skies[1])))
        return Sky(*(self._repeated(layer, rows, factor) for layer in _layers(self._skies[factor])))

    def digital_numbers(
        self, band: str, rows: slice, step: int, *, offset: int, darkest: int, ground_level: bool
    ) -> np.ndarray:
        """Digital numbers of a band on the grid of `step` metres.

        DN = 10000 reflectance - `offset`, of the top of the atmosphere or, as in L2A, of `ground_level`.

        Returns
        -------
        (rows, cols) uint16
            0 outside the swath, `darkest` or more inside.
        """
        number, factor = BAND_IDS.index(band), step // 10
        if self._surface is None or self._surface[0] != (band, step):
            self._surface = (band, step), coarser(self._land.reflectance(number), factor)
        value = top_of_atmosphere(number, self._repeated(self._surface[1], rows, factor), self.sky(rows, step))
        random = np.random.default_rng([self.seed, 3, number, step, rows.start])
        spread = np.sqrt(NOISE[0] ** 2 + NOISE[1] ** 2 * value) / np.float32(factor**0.5)
        value += random.standard_normal(value.shape, np.float32) * spread
        if ground_level:
            value = (value - PATH[number]) / TRANSMITTANCE[number]
        numbers = np.clip(np.rint(value * 10000) - offset, darkest, 65534)
        return np.where(self.valid(rows, step), numbers, 0).astype(np.uint16)

    def truth(self, rows: slice) -> np.ndarray:
        """True classes at 10 m.

        Returns
        -------
        (rows, cols) uint8
            255 outside the swath.
        """
        return np.where(self.valid(rows, 10), classes(self.sky(rows, 10)), 255).astype(np.uint8)

    def own_mask(self) -> tuple[np.ndarray, np.ndarray]:
        """Opaque cloud and cirrus at 60 m, as coarse and incomplete as products' own masks are.

        Returns
        -------
        (rows, cols) bool, twice
        """
        rows = slice(0, self.size // 6)
        sky, valid = self.sky(rows, 60), self.valid(rows, 60)
        opaque = valid & ((sky.low > 0.6) | (sky.middle > 0.5))
        return opaque, valid & ~opaque & ((sky.high > 0.16) | (sky.middle > 0.2))

    def scene_classification(self, rows: slice, step: int) -> np.ndarray:
        """The scene classification (SCL).

        Returns
        -------
        (rows, cols) uint8
            0 no data, 3 shadow, 4 vegetation, 5 bare, 6 water, 8 and 9 cloud, 10 thin cirrus.
        """
        kinds = np.full(len(SURFACE), 4, np.uint8)
        kinds[WATER], kinds[RIPE_CROP:] = 6, 5
        sky, factor = self.sky(rows, step), step // 10
        ground = kinds[self._repeated(self._land.cover[::factor, ::factor], rows, factor)]
        true = classes(sky)
        scl = np.select([true == 1, true == 2, true == 3], [9, np.where(sky.high > 0.1, 10, 8), 3], ground)
        return np.where(self.valid(rows, step), scl, 0).astype(np.uint8)

    def _repeated(self, field: np.ndarray, rows: slice, factor: int) -> np.ndarray:
        """These rows of a field that repeats, as wide as the granule is at `factor` times 10 m."""
        period, width = field.shape[0], self.size // factor
        if period == width:
            return field[rows]
        return field[np.arange(rows.start, rows.stop) % period][:, np.arange(width) % period]


def _layers(sky: Sky) -> list[np.ndarray]:
    return [getattr(sky, field.name) for field in fields(sky)]


def coarser(field: np.ndarray, factor: int) -> np.ndarray:
    """Means of `factor` x `factor` pixels.

    Parameters
    ----------
    field : (rows, cols) floats
        Sides are multiples of `factor`.

    Returns
    -------
    (rows / factor, cols / factor) floats
    """
    if factor == 1:
        return field
    rows, cols = field.shape
    return field.reshape(rows // factor, factor, cols // factor, factor).mean(axis=(1, 3))
