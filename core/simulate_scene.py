"""What a simulated product shows: fields, woods, a river and towns, and the clouds and shadows over them.

Every pattern is filtered noise that repeats without a seam, so one scene of at most `PERIOD` pixels fills a product of any
size in bounded memory; clouds repeat at another period than the land, so no two places of a full tile are the same.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

LAND_PERIOD = 2196  # px of 10 m; a scene no larger than this does not repeat at all
CLOUD_PERIOD = 2748
BANDS = ("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B10", "B11", "B12")

# Surface reflectance of each cover in BANDS, as bottom-of-atmosphere values of real scenes have it (typical, not measured).
COVERS = ("water", "forest", "grass", "maize", "young crop", "ripe crop", "stubble", "soil", "roofs", "road", "bright roof")
SURFACE = np.array(
    [
        [0.030, 0.036, 0.045, 0.032, 0.026, 0.016, 0.014, 0.011, 0.010, 0.010, 0, 0.006, 0.004],
        [0.012, 0.018, 0.036, 0.020, 0.055, 0.185, 0.235, 0.255, 0.270, 0.270, 0, 0.120, 0.055],
        [0.028, 0.040, 0.078, 0.055, 0.115, 0.260, 0.305, 0.325, 0.340, 0.340, 0, 0.220, 0.115],
        [0.018, 0.028, 0.068, 0.032, 0.098, 0.320, 0.405, 0.430, 0.445, 0.445, 0, 0.190, 0.085],
        [0.038, 0.052, 0.092, 0.080, 0.130, 0.235, 0.275, 0.295, 0.310, 0.310, 0, 0.250, 0.160],
        [0.055, 0.078, 0.122, 0.150, 0.185, 0.220, 0.245, 0.262, 0.278, 0.280, 0, 0.330, 0.235],
        [0.068, 0.092, 0.136, 0.170, 0.196, 0.222, 0.240, 0.258, 0.274, 0.276, 0, 0.360, 0.275],
        [0.050, 0.064, 0.090, 0.118, 0.138, 0.154, 0.166, 0.182, 0.196, 0.198, 0, 0.275, 0.225],
        [0.070, 0.084, 0.104, 0.120, 0.134, 0.158, 0.170, 0.184, 0.192, 0.195, 0, 0.195, 0.165],
        [0.080, 0.090, 0.104, 0.112, 0.118, 0.126, 0.132, 0.140, 0.146, 0.148, 0, 0.170, 0.150],
        [0.190, 0.205, 0.220, 0.232, 0.238, 0.245, 0.250, 0.255, 0.260, 0.260, 0, 0.250, 0.220],
    ],
    dtype=np.float32,
)
WATER, FOREST, GRASS, MAIZE, YOUNG, RIPE, STUBBLE, SOIL, ROOFS, ROAD, BRIGHT_ROOF = range(len(COVERS))

# Clear air, in BANDS: reflectance of the path, transmittance to the ground and back, share of the light that is the direct beam.
PATH = np.array([0.112, 0.074, 0.042, 0.022, 0.017, 0.013, 0.011, 0.010, 0.008, 0.003, 0.0012, 0.002, 0.001], dtype=np.float32)
TRANSMITTANCE = np.array([0.78, 0.83, 0.87, 0.91, 0.92, 0.93, 0.95, 0.94, 0.95, 0.34, 0, 0.93, 0.92], dtype=np.float32)
DIRECT_BEAM = np.array([0.50, 0.58, 0.66, 0.72, 0.75, 0.78, 0.80, 0.82, 0.83, 0.85, 0, 0.90, 0.92], dtype=np.float32)

# Top-of-atmosphere reflectance of opaque cloud in BANDS. The shapes follow real cumulus and high cloud: low cloud is dark in
# B09 (water vapour above it) and black in B10, high cloud is not, and ice absorbs in B11 and B12.
LOW_CLOUD = np.array([0.58, 0.59, 0.585, 0.61, 0.61, 0.65, 0.68, 0.655, 0.70, 0.105, 0.0018, 0.56, 0.42], dtype=np.float32)
MIDDLE_CLOUD = np.array([0.60, 0.595, 0.58, 0.595, 0.595, 0.62, 0.65, 0.625, 0.67, 0.22, 0.012, 0.44, 0.30], dtype=np.float32)
HIGH_CLOUD = np.array([0.56, 0.55, 0.53, 0.54, 0.54, 0.56, 0.58, 0.56, 0.60, 0.36, 0.090, 0.33, 0.22], dtype=np.float32)
NOISE = (0.0006, 0.0020)  # reflectance noise at 10 m: of the dark, and times the square root of the reflectance


@dataclass(frozen=True)
class Sun:
    """Mean sun angles in degrees: zenith, and azimuth clockwise from north."""

    zenith: float
    azimuth: float


@dataclass(frozen=True)
class Land:
    """Cover of the ground at 10 m: `cover` and `other` (rows, cols) uint8 rows of SURFACE, `mix` the share of `other`, `tone` a factor."""

    cover: np.ndarray
    other: np.ndarray
    mix: np.ndarray
    tone: np.ndarray

    def reflectance(self, band: int) -> np.ndarray:
        """Surface reflectance (rows, cols) float32 in the band numbered `band` of BANDS."""
        spectrum = SURFACE[:, band]
        first = spectrum[self.cover]
        return (first + (spectrum[self.other] - first) * self.mix) * self.tone


@dataclass(frozen=True)
class Clouds:
    """Opacity 0…1 of each layer, brightness factor of the lower two, and the light that shadows take away, (rows, cols) float32 at 10 m."""

    low: np.ndarray
    middle: np.ndarray
    high: np.ndarray
    brightness: np.ndarray
    shadow: np.ndarray


def noise(rng: np.random.Generator, size: int, longest: float, shortest: float = 2.0, slope: float = 1.6, stretch: float = 1.0) -> np.ndarray:
    """Seamless fractal noise (size, size) float32, mean 0, deviation 1, with waves between `shortest` and `longest` pixels.

    `slope` is how fast small waves fade; `stretch` > 1 draws the pattern out into streaks.
    """
    spectrum = np.fft.rfft2(rng.standard_normal((size, size), dtype=np.float32))
    rows = np.fft.fftfreq(size).astype(np.float32)[:, None]
    cols = np.fft.rfftfreq(size).astype(np.float32)[None, :]
    across, along = rows * 0.8 + cols * 0.6, (cols * 0.8 - rows * 0.6) * stretch
    frequency = np.sqrt(across**2 + along**2) if stretch != 1 else np.sqrt(rows**2 + cols**2)
    frequency[0, 0] = 1
    weight = frequency**-slope * np.exp(-((frequency * shortest) ** 2)) * -np.expm1(-((frequency * longest) ** 4))
    weight[0, 0] = 0
    field = np.fft.irfft2(spectrum * weight, s=(size, size)).astype(np.float32)
    return field / field.std()


def above(field: np.ndarray, share: float) -> np.ndarray:
    """`field` shifted so that `share` of it lies above 0."""
    return field - np.float32(np.quantile(field[::3, ::3], 1 - share))


def chance(*keys: np.ndarray) -> np.ndarray:
    """A number in 0…1 (float32) for each combination of integer keys, the same every time."""
    mixed = np.uint32(2166136261)
    for key in keys:
        mixed = (mixed ^ np.asarray(key).astype(np.int64).astype(np.uint32)) * np.uint32(16777619)
        mixed ^= mixed >> np.uint32(15)
        mixed *= np.uint32(2246822519)
        mixed ^= mixed >> np.uint32(13)
    return (mixed >> np.uint32(8)).astype(np.float32) / np.float32(1 << 24)


def estates(x: np.ndarray, y: np.ndarray, size: int, cell: float, salt: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Voronoi regions about `cell` pixels wide that repeat after `size`: identity, offset x and y from the centre, distance to the border."""
    count = max(2, round(size / cell))
    step = size / count
    column, row = np.floor(x / step).astype(np.int32), np.floor(y / step).astype(np.int32)
    nearest = second = np.full(x.shape, np.inf, dtype=np.float32)
    identity = np.zeros(x.shape, dtype=np.int32)
    to_x = to_y = np.zeros(x.shape, dtype=np.float32)
    for d_row in (-1, 0, 1):
        for d_column in (-1, 0, 1):
            key = (row + d_row) % count * count + (column + d_column) % count
            off_x = x - (column + d_column + 0.1 + 0.8 * chance(key, salt)) * step
            off_y = y - (row + d_row + 0.1 + 0.8 * chance(key, salt + 1)) * step
            distance = np.hypot(off_x, off_y).astype(np.float32)
            closer = distance < nearest
            second = np.where(closer, nearest, np.minimum(second, distance))
            nearest = np.where(closer, distance, nearest)
            identity = np.where(closer, key, identity)
            to_x, to_y = np.where(closer, off_x, to_x), np.where(closer, off_y, to_y)
    return identity, to_x.astype(np.float32), to_y.astype(np.float32), second - nearest


def wrapped(distance: np.ndarray, size: int) -> np.ndarray:
    """`distance` along an axis that repeats after `size`, between -size/2 and size/2."""
    return (distance + size / 2) % size - size / 2


def make_land(seed: int, size: int, scale: float, sun: Sun) -> Land:
    """The ground of a scene `size` pixels wide that repeats without a seam; `scale` shrinks everything in small scenes."""
    rng = np.random.default_rng([seed, 1])
    y, x = np.mgrid[0:size, 0:size].astype(np.float32)
    height = noise(rng, size, 900 * scale, 12 * scale, 2.0)
    bend_x, bend_y = (noise(rng, size, 260 * scale, 40 * scale, 1.5) * 9 * scale for _ in range(2))
    fine = noise(rng, size, 14, 1.5, 0.4)

    salt = int(rng.integers(1 << 30))
    estate, to_x, to_y, border = estates(x + bend_x, y + bend_y, size, 110 * scale, salt)
    angle = chance(estate, salt + 2) * np.pi
    width = (9 + 16 * chance(estate, salt + 3)) * scale
    length = (28 + 45 * chance(estate, salt + 4)) * scale
    u = (to_x * np.cos(angle) + to_y * np.sin(angle)) / width
    v = (to_y * np.cos(angle) - to_x * np.sin(angle)) / length
    v += chance(estate, np.floor(u), salt + 5)
    field = (estate, np.floor(u), np.floor(v))
    kind, ripeness, shade = (chance(*field, salt + n) for n in (6, 7, 8))
    cover = np.select([kind < 0.26, kind < 0.46, kind < 0.60, kind < 0.80, kind < 0.90], [MAIZE, GRASS, YOUNG, RIPE, STUBBLE], SOIL).astype(np.uint8)
    other = np.where(cover == SOIL, YOUNG, SOIL).astype(np.uint8)
    other[cover == GRASS] = YOUNG
    mix = np.clip(0.45 * ripeness**2 + 0.07 * noise(rng, size, 60 * scale, 4, 1.0), 0, 1)
    tone = 0.9 + 0.2 * shade + 0.018 * fine
    edge = np.minimum(np.abs(u - np.round(u)) * width, np.abs(v - np.round(v)) * length) < 0.55
    tone = np.where(edge, tone * 0.9, tone)

    wood = above(noise(rng, size, 520 * scale, 7 * scale, 1.5) + 0.45 * height, 0.24) > 0
    hedge = (border < 1.6) & (chance(estate, salt + 9) < 0.45)
    meander = noise(rng, size, 420 * scale, 45 * scale, 2.2) * 130 * scale
    river = wrapped(y - 0.62 * size + meander, size)
    river /= np.hypot(1, np.hypot(*np.gradient(meander)))
    stream = wrapped(x - 0.3 * size + noise(rng, size, 260 * scale, 30 * scale, 2.0) * 60 * scale, size)
    bank = np.abs(river) - (6.5 + 2 * noise(rng, size, 300 * scale, 60 * scale, 1.5)) * max(scale, 0.3)
    lake = above(noise(rng, size, 330 * scale, 40 * scale, 2.2) - 0.6 * height, 0.012) > 0
    meadow = (bank < 45 * scale) & (kind < 0.5)
    cover[meadow], mix[meadow] = GRASS, 0.15
    wood |= hedge | ((bank < 9 * scale) & (fine > -0.4)) | (np.abs(stream) < 2.6)
    tone = np.where(wood, 0.98 + 0.10 * fine + 0.05 * noise(rng, size, 120 * scale, 8, 1.0), tone)
    cover[wood], mix[wood] = FOREST, 0

    lane = (border < 1.1) & ~hedge
    motorway = np.abs(wrapped(x - 0.72 * size - 0.35 * (y - 0.5 * size) * 0 + noise(rng, size, 900 * scale, 200 * scale, 2.5) * 90 * scale, size)) < 1.4
    cover[lane | motorway], mix[lane | motorway], tone[lane] = ROAD, 0, 1.0
    mix[lane], other[lane] = 0.5, GRASS
    _towns(rng, cover, other, mix, tone, x + bend_x, y + bend_y, scale, fine)
    water = (bank < 0) | lake
    cover[water], mix[water] = WATER, 0
    tone = np.where(water, 1 + 0.25 * noise(rng, size, 500 * scale, 80 * scale, 1.5) * 0.4, tone)

    slope_y, slope_x = np.gradient(height * 30 * scale)
    light = np.deg2rad(sun.azimuth)
    relief = 1 - 0.35 * (slope_x * np.sin(light) - slope_y * np.cos(light))
    tone = np.where(water, tone, tone * np.clip(relief, 0.75, 1.25))
    return Land(cover, other, np.asarray(mix, dtype=np.float32), np.asarray(tone, dtype=np.float32))


def _towns(rng, cover, other, mix, tone, x, y, scale, fine) -> None:
    """Lay one town and some villages into the arrays of a Land in the making."""
    size = cover.shape[0]
    spread = noise(rng, size, 90 * scale, 6, 1.4)
    places = [(0.56, 0.47, 62.0)] + [(*rng.random(2), 9 + 11 * rng.random()) for _ in range(14)]
    built = np.full(cover.shape, -np.inf, dtype=np.float32)
    for place_x, place_y, radius in places:
        distance = np.hypot(wrapped(x - place_x * size, size), wrapped(y - place_y * size, size)) / (radius * scale)
        built = np.maximum(built, 1 - distance + 0.28 * spread)
    turn = 0.4
    u, v = x * np.cos(turn) + y * np.sin(turn), y * np.cos(turn) - x * np.sin(turn)
    house = chance(np.floor(u / 2.2), np.floor(v / 2.2), 11)
    block = chance(np.floor(u / 11), np.floor(v / 8), 12)
    street = ((u % 11) < 1.2) | ((v % 8) < 1.1)
    town = built > 0
    garden = town & (house < 0.42 - 0.3 * np.clip(built, 0, 1))
    hall = town & (block > 0.93) & (built < 0.55)
    cover[town], other[town] = ROOFS, GRASS
    mix[town] = np.clip(0.45 - 0.5 * built[town], 0.05, 0.5)
    tone[town] = (0.72 + 0.62 * house + 0.03 * fine)[town]
    cover[town & street], tone[town & street] = ROAD, 1.0
    park = town & (block < 0.09)
    cover[garden | park], mix[garden | park], other[garden | park] = GRASS, 0.35, FOREST
    cover[park & (house > 0.4)] = FOREST
    cover[hall & ~street], mix[hall & ~street] = BRIGHT_ROOF, 0.1


def make_clouds(seed: int, size: int, scale: float, sun: Sun, share: float) -> Clouds:
    """The cloud layers of a scene `size` pixels wide that repeats without a seam.

    `share` is about the share of the scene under thick cloud; shadows lie where the sun puts them for a cumulus base at 900 m
    and a middle layer at 2600 m (in small scenes everything is `scale` times smaller).
    """
    rng = np.random.default_rng([seed, 2])
    cluster = noise(rng, size, 1100 * scale, 250 * scale, 2.0)
    puffs = noise(rng, size, 170 * scale, 2.0, 1.75)
    low_depth = np.clip(above(puffs + 0.75 * cluster, 0.62 * share + 0.02), 0, None)
    front = noise(rng, size, 1500 * scale, 6.0 * scale, 2.1)
    middle_depth = np.clip(above(front - 0.5 * cluster, 0.5 * share + 0.02), 0, None)
    cirrus = noise(rng, size, 900 * scale, 8 * scale, 1.7, stretch=5.0) + 0.8 * noise(rng, size, 1500 * scale, 300 * scale, 2.0)
    high_depth = np.clip(above(cirrus, 0.24), 0, None)

    low, middle = -np.expm1(-6.5 * low_depth), -np.expm1(-7.0 * middle_depth)
    high = 0.45 * -np.expm1(-0.9 * high_depth)
    depth = 1.6 * low_depth + middle_depth
    lit = _toward(depth, sun, 3 * scale) - _toward(depth, sun, -3 * scale)
    brightness = 0.72 + 0.42 * np.tanh(0.9 * depth) - np.clip(0.5 * lit, -0.16, 0.22) + 0.03 * noise(rng, size, 30 * scale, 2.0, 0.9)

    clear = np.ones((size, size), dtype=np.float32)
    for metres in (900, 1150, 1400):
        reach = np.clip(low * 1.25 - (metres - 900) / 900, 0, 1)
        np.minimum(clear, 1 - _toward(reach, sun, -_shadow_length(sun, metres) * scale), out=clear)
    clear *= 1 - 0.9 * _toward(middle, sun, -_shadow_length(sun, 2600) * scale)
    clear *= 1 - 0.25 * _toward(high, sun, -_shadow_length(sun, 8000) * scale)
    return Clouds(low, middle, high, brightness.astype(np.float32), 1 - clear)


def _shadow_length(sun: Sun, metres: float) -> float:
    """Pixels of 10 m between a cloud at this height and its shadow on flat ground."""
    return metres * np.tan(np.deg2rad(sun.zenith)) / 10


def _toward(field: np.ndarray, sun: Sun, pixels: float) -> np.ndarray:
    """`field` moved by this many pixels towards the sun (negative: away from it), wrapping round."""
    azimuth = np.deg2rad(sun.azimuth)
    return np.roll(field, (-round(pixels * np.cos(azimuth)), round(pixels * np.sin(azimuth))), axis=(0, 1))


def coarser(field: np.ndarray, factor: int) -> np.ndarray:
    """Means of `factor` x `factor` pixels of `field` (rows, cols); sides must be multiples of `factor`."""
    if factor == 1:
        return field
    rows, cols = field.shape
    return field.reshape(rows // factor, factor, cols // factor, factor).mean(axis=(1, 3))


def top_of_atmosphere(band: int, surface: np.ndarray, clouds: Clouds) -> np.ndarray:
    """TOA reflectance (rows, cols) float32 of `surface` reflectance under `clouds` (same shape) in band `band` of BANDS."""
    shadow = clouds.shadow * DIRECT_BEAM[band]
    value = PATH[band] * (1 - 0.15 * clouds.shadow) + TRANSMITTANCE[band] * surface * (1 - shadow)
    value += (LOW_CLOUD[band] * clouds.brightness - value) * clouds.low
    value += (MIDDLE_CLOUD[band] * clouds.brightness - value) * clouds.middle
    value += (HIGH_CLOUD[band] - value) * clouds.high
    return value


def classes(clouds: Clouds) -> np.ndarray:
    """The truth (rows, cols) uint8: 0 clear, 1 thick cloud, 2 thin cloud, 3 cloud shadow."""
    opacity = 1 - (1 - clouds.low) * (1 - clouds.middle) * (1 - clouds.high)
    return np.select([opacity >= 0.55, opacity >= 0.13, clouds.shadow >= 0.35], [1, 2, 3], 0).astype(np.uint8)


class Scene:
    """Everything a simulated granule shows, by strips of rows at any of its resolutions."""

    def __init__(self, seed: int, size: int, sun_zenith: float, sun_azimuth: float, cloud_share: float, valid_share: float) -> None:
        sun, scale = Sun(sun_zenith, sun_azimuth), min(1.0, size / 1098)
        self.seed, self.size, self.valid_share = seed, size, valid_share
        self.land = make_land(seed, min(size, LAND_PERIOD), scale, sun)
        self.clouds = make_clouds(seed, min(size, CLOUD_PERIOD), scale, sun, cloud_share)
        self._coarse_clouds = {1: self.clouds}
        self._surface: tuple[tuple[str, int], np.ndarray] | None = None

    def _clouds(self, factor: int) -> Clouds:
        if factor not in self._coarse_clouds:
            c = self.clouds
            self._coarse_clouds[factor] = Clouds(*(coarser(field, factor) for field in (c.low, c.middle, c.high, c.brightness, c.shadow)))
        return self._coarse_clouds[factor]

    def _strip(self, field: np.ndarray, rows: slice, factor: int) -> np.ndarray:
        period = field.shape[0]
        if period == self.size // factor:
            return field[rows]
        return field[np.arange(rows.start, rows.stop) % period][:, np.arange(self.size // factor) % period]

    def clouds_of(self, rows: slice, step: int) -> Clouds:
        """The cloud layers on rows of the grid of `step` metres."""
        c = self._clouds(step // 10)
        return Clouds(*(self._strip(field, rows, step // 10) for field in (c.low, c.middle, c.high, c.brightness, c.shadow)))

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
        value = top_of_atmosphere(number, surface, self.clouds_of(rows, step))
        random = np.random.default_rng([self.seed, 3, number, step, rows.start])
        value += random.standard_normal(value.shape, dtype=np.float32) * np.sqrt(NOISE[0] ** 2 + NOISE[1] ** 2 * value) / np.sqrt(factor)
        if boa:
            value = (value - PATH[number]) / max(TRANSMITTANCE[number], 0.1)
        digital = np.clip(np.rint(value * 10000) - offset, darkest, 65534)
        return np.where(self.valid(rows, step), digital, 0).astype(np.uint16)

    def truth(self, rows: slice) -> np.ndarray:
        """True classes (rows, cols) uint8 at 10 m, 255 outside the swath."""
        return np.where(self.valid(rows, 10), classes(self.clouds_of(rows, 10)), 255).astype(np.uint8)

    def own_mask(self) -> tuple[np.ndarray, np.ndarray]:
        """The product's own mask on the 60 m grid, (rows, cols) bool: opaque cloud, cirrus. As coarse and as incomplete as real ones."""
        rows = slice(0, self.size // 6)
        clouds, valid = self.clouds_of(rows, 60), self.valid(rows, 60)
        opaque = valid & ((clouds.low > 0.6) | (clouds.middle > 0.5))
        return opaque, valid & ~opaque & ((clouds.high > 0.16) | (clouds.middle > 0.2))

    def scene_classification(self, rows: slice, step: int) -> np.ndarray:
        """SCL (rows, cols) uint8: 0 no data, 3 shadow, 4 vegetation, 5 bare, 6 water, 8 and 9 cloud, 10 thin cirrus."""
        clouds, factor = self.clouds_of(rows, step), step // 10
        cover = self._strip(self.land.cover[::factor, ::factor], rows, factor)
        ground = np.array([6, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5], dtype=np.uint8)[cover]
        true = classes(clouds)
        thin = np.where(clouds.high > 0.1, 10, 8)
        scl = np.select([true == 1, true == 2, true == 3], [9, thin, 3], ground)
        return np.where(self.valid(rows, step), scl, 0).astype(np.uint8)
