"""The ground of a simulated product: fields, woods, a river and towns, and what each reflects in every band."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .pattern import above, chance, noise, regions, wrapped
from .sky import Sun

# Surface reflectance of each cover in B01 … B08 B8A B09 … B12: typical values, set so that the simulated image lies
# where real summer images of farmland lie.
WATER, FOREST, GRASS, MAIZE, YOUNG_CROP, RIPE_CROP, STUBBLE, SOIL, ROOFS, ROAD, BRIGHT_ROOF = range(11)
SURFACE = np.array(
    [
        [0.030, 0.036, 0.045, 0.032, 0.026, 0.016, 0.014, 0.011, 0.010, 0.010, 0, 0.006, 0.004],
        [0.014, 0.020, 0.042, 0.022, 0.060, 0.200, 0.255, 0.275, 0.290, 0.290, 0, 0.130, 0.060],
        [0.030, 0.042, 0.086, 0.056, 0.120, 0.275, 0.325, 0.345, 0.360, 0.360, 0, 0.220, 0.115],
        [0.020, 0.030, 0.076, 0.034, 0.105, 0.340, 0.430, 0.450, 0.470, 0.470, 0, 0.195, 0.088],
        [0.040, 0.055, 0.100, 0.082, 0.135, 0.250, 0.290, 0.310, 0.325, 0.325, 0, 0.250, 0.160],
        [0.058, 0.080, 0.130, 0.158, 0.195, 0.230, 0.255, 0.272, 0.288, 0.290, 0, 0.330, 0.235],
        [0.068, 0.092, 0.138, 0.170, 0.196, 0.222, 0.240, 0.258, 0.274, 0.276, 0, 0.360, 0.275],
        [0.046, 0.060, 0.086, 0.112, 0.132, 0.148, 0.160, 0.176, 0.190, 0.192, 0, 0.275, 0.225],
        [0.068, 0.082, 0.104, 0.122, 0.136, 0.160, 0.172, 0.186, 0.194, 0.197, 0, 0.195, 0.165],
        [0.076, 0.086, 0.100, 0.110, 0.117, 0.126, 0.132, 0.140, 0.146, 0.148, 0, 0.170, 0.150],
        [0.185, 0.200, 0.215, 0.228, 0.235, 0.243, 0.250, 0.255, 0.260, 0.260, 0, 0.250, 0.220],
    ],
    dtype=np.float32,
)


@dataclass(frozen=True)
class Land:
    """The ground at 10 m, (rows, cols): `cover` and `other` (uint8, rows of SURFACE), the share `mix` of `other` and
    the brightness `tone` as a factor (float32)."""

    cover: np.ndarray
    other: np.ndarray
    mix: np.ndarray
    tone: np.ndarray

    def reflectance(self, band: int) -> np.ndarray:
        """Surface reflectance in band number `band`.

        Returns
        -------
        (rows, cols) float32
        """
        spectrum = SURFACE[:, band]
        first = spectrum[self.cover]
        return (first + (spectrum[self.other] - first) * self.mix) * self.tone

    def put(self, where: np.ndarray, cover: int, other: int, mix: np.ndarray | float, tone: np.ndarray | float) -> None:
        """Lay another cover over the places where `where` is true.

        Parameters
        ----------
        where : (rows, cols) bool
        mix, tone : (rows, cols) float32 or float
            As the fields of that name.
        """
        self.cover[where], self.other[where] = cover, other
        np.copyto(self.mix, mix, where=where, casting="same_kind")
        np.copyto(self.tone, tone, where=where, casting="same_kind")


def make_land(seed: int, size: int, scale: float, sun: Sun) -> Land:
    """The ground of a scene `size` pixels wide that repeats without a seam; `scale` makes all of it smaller."""
    rng = np.random.default_rng([seed, 1])
    y, x = np.mgrid[0:size, 0:size].astype(np.float32)
    height = noise(rng, size, 900 * scale, 12 * scale, slope=2.0)
    fine = noise(rng, size, 20, 5, slope=0.4)
    bend = [noise(rng, size, 400 * scale, 90 * scale, slope=2.0) * np.float32(8 * scale) for _ in range(2)]
    salt = int(rng.integers(1 << 30))

    land, estate, border = _fields(rng, x + bend[0], y + bend[1], scale, salt, fine)
    canopy = 1 + 0.12 * fine + 0.04 * noise(rng, size, 120 * scale, 8, slope=1.0)
    wood = above(noise(rng, size, 520 * scale, 7 * scale) + 0.45 * height, 0.22) > 0
    hedge = (border < 1.6) & (chance(estate, salt + 9) < 0.4)
    lane = (border < 1.1) & ~hedge
    winding = noise(rng, size, 330 * scale, 45 * scale, slope=2.2) * np.float32(scale)
    river = np.abs(_course(rng, x, y, 0.62 * size, 60 * scale, 42 * winding)) - (
        6 + 1.5 * noise(rng, size, 300 * scale, 60 * scale)
    ) * max(scale, 0.4)
    lake = above(noise(rng, size, 330 * scale, 40 * scale, slope=2.2) - 0.6 * height, 0.008) > 0
    motorway = np.abs(_course(rng, y, x, 0.8 * size, 50 * scale, 3 * winding)) < 1.5
    brook = np.abs(_course(rng, y, x, 0.25 * size, 50 * scale, 30 * winding)) < 2.4

    meadow = (river < 40 * scale) & (chance(estate, salt + 10) < 0.6)
    land.put(meadow, GRASS, YOUNG_CROP, 0.3, 0.95 + 0.06 * fine)
    land.put(lane, ROAD, GRASS, 0.45, 1 + 0.06 * fine)
    trees = wood | hedge | brook | ((river < 7 * scale) & (fine > -0.2))
    land.put(trees, FOREST, FOREST, 0.0, canopy)
    land.put(motorway, ROAD, ROAD, 0.0, 1.15)
    _towns(rng, land, x + bend[0], y + bend[1], scale, fine)
    slope_y, slope_x = np.gradient(height * np.float32(30 * scale))
    azimuth = np.deg2rad(sun.azimuth)
    facing = slope_x * np.float32(np.sin(azimuth)) - slope_y * np.float32(np.cos(azimuth))
    land.tone[:] *= np.clip(1 - 0.35 * facing, 0.75, 1.25)
    land.put((river < 0) | lake, WATER, WATER, 0.0, 1 + 0.08 * noise(rng, size, 500 * scale, 80 * scale))
    return land


def _course(
    rng: np.random.Generator, along: np.ndarray, across: np.ndarray, middle: float, swing: float, bend: np.ndarray
) -> np.ndarray:
    """Distance in pixels (rows, cols) to a line that runs the way of `along` and crosses at `middle`; it swings by
    `swing` pixels in long waves and follows `bend` in short ones."""
    size = along.shape[0]
    waves = np.arange(1, max(3, size // 300) + 1)
    angle = np.arange(size) * 2 * np.pi / size
    strength, phase = rng.standard_normal(waves.size) / waves, rng.random(waves.size) * 2 * np.pi
    line = (strength[:, None] * np.sin(waves[:, None] * angle + phase[:, None])).sum(axis=0)
    line *= swing / line.std()
    steep = np.hypot(1, np.gradient(line)).astype(np.float32)
    place = along.astype(np.int32)
    return wrapped(across - np.float32(middle) + line.astype(np.float32)[place] + bend, size) / steep[place]


def _fields(
    rng: np.random.Generator, x: np.ndarray, y: np.ndarray, scale: float, salt: int, fine: np.ndarray
) -> tuple[Land, np.ndarray, np.ndarray]:
    """Farmland: estates of parallel fields. Returns the land, each estate's number and the distance to its border."""
    size = x.shape[0]
    estate, to_x, to_y, border = regions(x, y, size, 120 * scale, salt)
    angle = chance(estate, salt + 2) * np.float32(np.pi)
    width = (10 + 18 * chance(estate, salt + 3)) * np.float32(scale)
    length = (30 + 45 * chance(estate, salt + 4)) * np.float32(scale)
    cos, sin = np.cos(angle), np.sin(angle)
    u, v = (to_x * cos + to_y * sin) / width, (to_y * cos - to_x * sin) / length
    column = np.floor(u)
    v += chance(estate, column, salt + 5)
    kind, ripeness, shade = (chance(estate, column, np.floor(v), salt + n) for n in (6, 7, 8))
    limits = [(0.28, MAIZE), (0.50, GRASS), (0.64, YOUNG_CROP), (0.82, RIPE_CROP), (0.91, STUBBLE)]
    cover = np.select([kind < limit for limit, _ in limits], [crop for _, crop in limits], SOIL).astype(np.uint8)
    other = np.choose(cover, [SOIL, SOIL, YOUNG_CROP, GRASS, SOIL, SOIL, SOIL, YOUNG_CROP, 0, 0, 0]).astype(np.uint8)
    mix = np.clip(0.5 * ripeness**2 + 0.07 * noise(rng, size, 60 * scale, 4, slope=1.0), 0, 1)
    tone = (0.9 + 0.2 * shade) * (1 + 0.06 * fine)
    edge = np.minimum(np.abs(u - np.round(u)) * width, np.abs(v - np.round(v)) * length) < 0.55
    tone[edge] *= 0.9
    return Land(cover, other, mix, tone), estate, border


def _towns(rng: np.random.Generator, land: Land, x: np.ndarray, y: np.ndarray, scale: float, fine: np.ndarray) -> None:
    """Build one town and some villages: streets, houses, gardens, parks, and halls with bright roofs."""
    size = x.shape[0]
    ragged = noise(rng, size, 90 * scale, 6, slope=1.4)
    built = np.full(x.shape, -np.inf, dtype=np.float32)
    for place_x, place_y, radius in [(0.54, 0.44, 60.0), *((*rng.random(2), 9 + 11 * rng.random()) for _ in range(14))]:
        away = np.hypot(wrapped(x - np.float32(place_x * size), size), wrapped(y - np.float32(place_y * size), size))
        np.maximum(built, 1 - away / np.float32(radius * scale), out=built)
    built += 0.28 * ragged
    u, v = x * np.float32(0.92) + y * np.float32(0.39), y * np.float32(0.92) - x * np.float32(0.39)
    house = chance(np.floor(u / 2.2), np.floor(v / 2.2), 11)
    block = chance(np.floor(u / 11), np.floor(v / 8), 12)
    street = ((u % 11) < 1.2) | ((v % 8) < 1.1)
    town = built > 0
    land.put(town, ROOFS, GRASS, np.clip(0.45 - 0.5 * built, 0.05, 0.5), 0.72 + 0.6 * house + 0.03 * fine)
    land.put(town & street, ROAD, ROAD, 0.0, 1.0)
    land.put(town & (house < 0.42 - 0.3 * built), GRASS, FOREST, 0.4, 0.95)
    land.put(town & (block < 0.09), FOREST, GRASS, 0.5 * (house < 0.6), 1.0)
    land.put(town & (block > 0.95) & (built < 0.5) & ~street, BRIGHT_ROOF, ROOFS, 0.3 + 0.3 * house, 0.9)
