"""What a simulated granule shows, by strips of rows, in bounded memory whatever its size.

Every pattern repeats without a seam, so a scene of at most LAND_PERIOD pixels fills a granule of any size; sky repeat at
another period than the land, so no two places of a full tile are the same.
"""

from __future__ import annotations

import numpy as np

from .simulatedland import make_land
from .simulatedsky import PATH, TRANSMITTANCE, Sky, Sun, classes, make_sky, top_of_atmosphere

LAND_PERIOD = 2196  # px of 10 m; a granule no larger than this does not repeat at all
CLOUD_PERIOD = 2748
BANDS = ("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B10", "B11", "B12")
NOISE = (0.0004, 0.0013)  # reflectance noise at 10 m: of the dark, and times the square root of the reflectance


def coarser(field: np.ndarray, factor: int) -> np.ndarray:
    """Means of `factor` x `factor` pixels of `field` (rows, cols); sides must be multiples of `factor`."""
    if factor == 1:
        return field
    rows, cols = field.shape
    return field.reshape(rows // factor, factor, cols // factor, factor).mean(axis=(1, 3))


class Scene:
    """Everything a simulated granule shows, by strips of rows at any of its resolutions."""

    def __init__(
        self, seed: int, size: int, sun_zenith: float, sun_azimuth: float, cloud_share: float, valid_share: float
    ) -> None:
        sun, scale = Sun(sun_zenith, sun_azimuth), min(1.0, size / 1098)
        self.sun, self.seed, self.size, self.valid_share = sun, seed, size, valid_share
        self.land = make_land(seed, min(size, LAND_PERIOD), scale, sun)
        self.sky = make_sky(seed, min(size, CLOUD_PERIOD), scale, sun, cloud_share)
        self._coarse_sky = {1: self.sky}
        self._surface: tuple[tuple[str, int], np.ndarray] | None = None

    def _sky(self, factor: int) -> Sky:
        if factor not in self._coarse_sky:
            c = self.sky
            self._coarse_sky[factor] = Sky(
                *(coarser(field, factor) for field in (c.low, c.middle, c.high, c.brightness, c.shadow))
            )
        return self._coarse_sky[factor]

    def _strip(self, field: np.ndarray, rows: slice, factor: int) -> np.ndarray:
        period = field.shape[0]
        if period == self.size // factor:
            return field[rows]
        return field[np.arange(rows.start, rows.stop) % period][:, np.arange(self.size // factor) % period]

    def sky_of(self, rows: slice, step: int) -> Sky:
        """The cloud layers on rows of the grid of `step` metres."""
        c = self._sky(step // 10)
        return Sky(
            *(self._strip(field, rows, step // 10) for field in (c.low, c.middle, c.high, c.brightness, c.shadow))
        )

    def valid(self, rows: slice, step: int) -> np.ndarray:
        """(rows, cols) bool on the grid of `step` metres: inside the swath. The edge follows the 60 m grid, so all bands agree on it."""
        side = self.size // 6
        if self.valid_share >= 1:
            return np.ones((rows.stop - rows.start, self.size * 10 // step), dtype=bool)
        line = (np.arange(rows.start, rows.stop) * step // 60 + 0.5) / side
        edge = self.valid_share + 0.25 * (0.5 - line)  # real edges run about 14 degrees off north
        columns = (np.arange(self.size * 10 // step) * step // 60 + 0.5) / side
        return columns[None, :] < edge[:, None]

    def digital_numbers(self, band: str, rows: slice, step: int, offset: int, darkest: int, *, boa: bool) -> np.ndarray:
        """DN (rows, cols) uint16 of a band on the grid of `step` metres, 0 outside the swath, never below `darkest` inside it."""
        number, factor = BANDS.index(band), step // 10
        if self._surface is None or self._surface[0] != (band, step):
            self._surface = (band, step), coarser(self.land.reflectance(number), factor)
        surface = self._strip(self._surface[1], rows, factor)
        value = top_of_atmosphere(number, surface, self.sky_of(rows, step))
        random = np.random.default_rng([self.seed, 3, number, step, rows.start])
        value += (
            random.standard_normal(value.shape, dtype=np.float32)
            * np.sqrt(NOISE[0] ** 2 + NOISE[1] ** 2 * value)
            / np.sqrt(factor)
        )
        if boa:
            value = (value - PATH[number]) / max(TRANSMITTANCE[number], 0.1)
        digital = np.clip(np.rint(value * 10000) - offset, darkest, 65534)
        return np.where(self.valid(rows, step), digital, 0).astype(np.uint16)

    def truth(self, rows: slice) -> np.ndarray:
        """True classes (rows, cols) uint8 at 10 m, 255 outside the swath."""
        return np.where(self.valid(rows, 10), classes(self.sky_of(rows, 10)), 255).astype(np.uint8)

    def own_mask(self) -> tuple[np.ndarray, np.ndarray]:
        """The product's own mask on the 60 m grid, (rows, cols) bool: opaque cloud, cirrus. As coarse and as incomplete as real ones."""
        rows = slice(0, self.size // 6)
        sky, valid = self.sky_of(rows, 60), self.valid(rows, 60)
        opaque = valid & ((sky.low > 0.6) | (sky.middle > 0.5))
        return opaque, valid & ~opaque & ((sky.high > 0.16) | (sky.middle > 0.2))

    def scene_classification(self, rows: slice, step: int) -> np.ndarray:
        """SCL (rows, cols) uint8: 0 no data, 3 shadow, 4 vegetation, 5 bare, 6 water, 8 and 9 cloud, 10 thin cirrus."""
        sky, factor = self.sky_of(rows, step), step // 10
        cover = self._strip(self.land.cover[::factor, ::factor], rows, factor)
        ground = np.array([6, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5], dtype=np.uint8)[cover]
        true = classes(sky)
        thin = np.where(sky.high > 0.1, 10, 8)
        scl = np.select([true == 1, true == 2, true == 3], [9, thin, 3], ground)
        return np.where(self.valid(rows, step), scl, 0).astype(np.uint8)
