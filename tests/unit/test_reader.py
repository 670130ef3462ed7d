"""Reading: radiometry a band, grids that come from the files, and the valid mask before the offset."""

import numpy as np
import pytest
import rasterio
from affine import Affine
from nodata_by_hand import valid_by_hand

from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.products.granule import RESOLUTIONS, Band, Granule, check_grids
from s2cloudmask.core.products.grid import PixelWindow, product_grid
from s2cloudmask.core.products.metadata import BAND_IDS
from s2cloudmask.core.products.reader import Reader, read_footprint, read_window, to_reflectance

EXTENT = 1200.0  # metres


@pytest.fixture
def make_granule(tmp_path):
    """A granule of lossless JPEG 2000 bands whose numbers the test gives: {band: (rows, cols) uint16}."""

    def make(numbers: dict[str, np.ndarray], offsets: dict[str, float] | None = None, levels: int = 1) -> Granule:
        bands = {}
        for name, array in numbers.items():
            path = tmp_path / f"{name}.jp2"
            transform = Affine(EXTENT / array.shape[1], 0, 600000, 0, -EXTENT / array.shape[0], 5000000)
            with rasterio.open(
                path, "w", driver="JP2OpenJPEG", width=array.shape[1], height=array.shape[0], count=1, dtype="uint16",
                crs="EPSG:32632", transform=transform, QUALITY="100", REVERSIBLE="YES", RESOLUTIONS=str(levels),
                BLOCKXSIZE="256", BLOCKYSIZE="256",
            ) as dataset:  # fmt: skip
                dataset.write(array.astype(np.uint16), 1)
            bands[name] = Band(
                name, str(path), RESOLUTIONS[name], array.shape[1], array.shape[0], transform, "EPSG:32632",
                (offsets or {}).get(name, 0.0), 10000.0,
            )  # fmt: skip
        return Granule("g", str(tmp_path), "S2A", "L1C", "32TLS", "05.11", "2024-07-15T10:00:00Z", "EPSG:32632", bands)

    return make


def numbers(rng, low=1, high=9000):
    sizes = {10: 120, 20: 60, 60: 20}
    return {name: rng.integers(low, high, (sizes[RESOLUTIONS[name]],) * 2) for name in BAND_IDS}


def test_reflectance_takes_each_bands_own_offset_and_never_goes_below_zero(make_granule):
    raw = {"B02": np.array([[1, 999], [1000, 11000]]), "B03": np.array([[1, 999], [1000, 11000]])}
    granule = make_granule(raw, {"B02": -1000.0, "B03": -30.0})
    reflectance, valid = read_window(granule, ["B02", "B03"], product_grid(granule, 10))
    assert valid.all()
    assert np.allclose(reflectance[0], [[0, 0], [0, 1.0]])
    assert np.allclose(reflectance[1], [[0, 0.0969], [0.097, 1.097]])


def test_no_data_is_a_raw_zero_below_one_micrometre_only(make_granule):
    raw = {"B02": np.full((4, 4), 500), "B12": np.full((2, 2), 500)}
    raw["B02"][0, 0] = 0
    raw["B12"][1, 1] = 0
    granule = make_granule(raw, {"B02": -1000.0, "B12": -1000.0})
    _, valid = read_window(granule, ["B02", "B12"], product_grid(granule, 10))
    assert not valid[0, 0] and valid.sum() == 15


def test_coarser_bands_are_upsampled_by_nearest_neighbour(make_granule):
    raw = numbers(np.random.default_rng(0))
    granule = make_granule(raw)
    reflectance, _ = read_window(granule, BAND_IDS, product_grid(granule, 10))
    for plane, name in zip(reflectance, BAND_IDS, strict=True):
        times = RESOLUTIONS[name] // 10
        assert np.array_equal(np.rint(plane * 10000), np.kron(raw[name], np.ones((times, times)))), name


def test_finer_bands_are_averaged(make_granule):
    raw = numbers(np.random.default_rng(1))
    granule = make_granule(raw)
    reflectance, _ = read_window(granule, ["B02", "B05"], product_grid(granule, 60))
    blocks = raw["B02"].reshape(20, 6, 20, 6).mean(axis=(1, 3))
    assert np.abs(reflectance[0] * 10000 - blocks).max() <= 1
    assert np.abs(reflectance[1] * 10000 - raw["B05"].reshape(20, 3, 20, 3).mean(axis=(1, 3))).max() <= 1


@pytest.mark.parametrize("resolution", [10, 20, 30, 60])
def test_a_window_holds_what_the_whole_holds(make_granule, resolution):
    granule = make_granule(numbers(np.random.default_rng(2)))
    grid = product_grid(granule, resolution)
    assert (grid.height, grid.width) == (1200 // resolution,) * 2
    whole, _ = read_window(granule, BAND_IDS, grid)
    top, left, height, width = grid.height // 3, grid.width // 4, grid.height // 2, grid.width // 2
    with Reader(granule, BAND_IDS, grid) as reader:
        part = to_reflectance(reader.read(PixelWindow(top, left, height, width)), reader.bands)
    assert np.array_equal(part, whole[:, top : top + height, left : left + width])


def test_bands_whose_sizes_are_no_multiples_share_an_extent(make_granule):
    granule = make_granule({"B02": np.ones((43, 43)), "B05": np.full((21, 21), 2), "B01": np.full((7, 7), 3)})
    grid = product_grid(granule, 20)
    assert (grid.width, grid.height) == (21, 21)
    at_30 = product_grid(granule, 30)
    assert at_30.bounds == pytest.approx(product_grid(granule, 10).bounds)
    reflectance, valid = read_window(granule, ["B01", "B02", "B05"], grid)
    assert valid.all() and [round(float(plane.max()) * 1e4) for plane in reflectance] == [3, 1, 2]


def test_an_impossible_resolution_is_refused(make_granule):
    with pytest.raises(EngineError, match="10, 20, 30 or 60"):
        product_grid(make_granule({"B02": np.ones((4, 4))}), 15)


def test_the_footprint_holds_every_valid_pixel(make_granule):
    raw = numbers(np.random.default_rng(4))
    for array in raw.values():
        array[:, : array.shape[1] // 2] = 0
    granule = make_granule(raw)
    _, valid = read_window(granule, BAND_IDS, product_grid(granule, 10))
    footprint = read_footprint(granule, BAND_IDS)
    assert not (valid & ~np.kron(footprint, np.ones((6, 6), bool))).any()
    assert footprint.mean() == 0.5


def with_gaps(seed: int, size: int = 720) -> dict[str, np.ndarray]:
    """Bands with a slanted swath edge a little different in each, gaps of all or of one, and islands in them."""
    rng = np.random.default_rng(seed)
    slope, shift = rng.uniform(-0.6, 0.6), rng.uniform(0.5, 0.8)
    holes = [(rng.uniform(0, 0.5, 2), rng.uniform(0.03, 0.15, 2)) for _ in range(4)]
    raw = {}
    for name in ("B02", "B03", "B05", "B8A", "B01", "B11"):
        side = size * 10 // RESOLUTIONS[name]
        rows, cols = (np.indices((side, side)) + 0.5) / side
        array = rng.integers(1, 4000, (side, side))
        gap = cols > shift + slope * rows + rng.uniform(0, 0.004)
        for number, (place, extent) in enumerate(holes):
            if number < 3 or name == "B03":
                gap |= (abs(rows - place[0]) < extent[0]) & (abs(cols - place[1]) < extent[1])
        array[gap] = 0
        for at in (0.871, 0.96):  # islands beyond the edge: one pixel of 60 m of all bands, one of B03 only
            if at < 0.9 or name == "B03":
                low, high = int(at * side // 6 * 6), int(at * side // 6 * 6) + max(1, 60 // RESOLUTIONS[name])
                array[low:high, low:high] = 3000
        raw[name] = array
    return raw


@pytest.mark.parametrize("resolution", [10, 20, 30, 60])
@pytest.mark.parametrize(
    "seed", [0, 1, pytest.param(2, marks=pytest.mark.slow), pytest.param(3, marks=pytest.mark.slow)]
)
def test_no_data_is_exact_where_the_bands_are_finer_than_the_grid(make_granule, resolution, seed):
    raw = with_gaps(seed)
    granule = make_granule(raw, levels=5)
    grid = product_grid(granule, resolution)
    _, valid = read_window(granule, list(raw), grid)
    expected = valid_by_hand(raw, grid.width)
    assert 0.2 < expected.mean() < 0.9
    assert np.array_equal(valid, expected)


def test_a_windows_no_data_is_that_of_the_whole(make_granule):
    raw = with_gaps(9, 360)
    granule = make_granule(raw, levels=5)
    grid = product_grid(granule, 30)
    _, whole = read_window(granule, list(raw), grid)
    for row in range(0, grid.height, 7):
        _, part = read_window(granule, list(raw), grid, PixelWindow(row, 40, min(7, grid.height - row), 61))
        assert np.array_equal(part, whole[row : row + 7, 40:101])


@pytest.mark.parametrize("change", ["crs", "origin", "size"])
def test_bands_that_do_not_fit_together_are_refused(make_granule, change):
    from dataclasses import replace

    granule = make_granule({"B02": np.ones((40, 40)), "B03": np.ones((40, 40)), "B05": np.ones((20, 20))})
    band = granule.bands["B03"]
    changed = {
        "crs": replace(band, crs="EPSG:32633"),
        "origin": replace(band, transform=band.transform @ Affine.translation(1, 0)),
        "size": replace(band, width=41),
    }[change]
    with pytest.raises(EngineError, match="B03") as caught:
        check_grids([changed if b.name == "B03" else b for b in granule.bands.values()], "P")
    assert caught.value.code == "grid-mismatch"


@pytest.mark.parametrize("resolution", [20, 30, 60])
@pytest.mark.parametrize(
    "offset", [1, pytest.param(2, marks=pytest.mark.slow), pytest.param(3, marks=pytest.mark.slow), 7]
)
def test_an_average_does_not_depend_on_where_a_window_begins(simulated, resolution, offset):
    """Bands with lower levels, as real ones have: GDAL averages from those, and the edge of a window must not show."""
    from s2cloudmask.core.products.product import open_product

    granule = open_product(simulated(size=1098).path).granules[0]
    grid, bands = product_grid(granule, resolution), ["B02", "B05", "B12"]
    with Reader(granule, bands, grid) as reader:
        whole = reader.read(grid.window)
        part = reader.read(PixelWindow(offset, offset, 50, 60))
    assert np.array_equal(part, whole[:, offset : offset + 50, offset : offset + 60])
