"""A plain GeoTIFF stack as a product: named bands, any order, any number type, with and without georeference."""

import numpy as np
import pytest
import rasterio
from rasterio.transform import Affine
from real_chips import every_chip

from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.products.grid import product_grid
from s2cloudmask.core.products.metadata import BAND_IDS
from s2cloudmask.core.products.product import open_product
from s2cloudmask.core.products.reader import read_footprint, read_window

NAMES = BAND_IDS
UTM = Affine(10, 0, 500000, 0, -10, 5000000)


@pytest.fixture
def reflectance() -> np.ndarray:
    """(13, 40, 50) float64, 0 to 1.2, a few pixels without data."""
    values = np.random.default_rng(2).integers(1, 12000, (13, 40, 50)) / 10000
    values[:, 5:9, 7:20] = 0
    return values


def write(
    path, planes, *, names=NAMES, transform=UTM, crs="EPSG:32633", scales=None, offsets=None, nodata=0, tags=None
):
    count, height, width = planes.shape
    with rasterio.open(
        path, "w", driver="GTiff", count=count, height=height, width=width, dtype=planes.dtype, crs=crs,
        transform=transform, nodata=nodata,
    ) as file:  # fmt: skip
        file.write(planes)
        file.descriptions = names
        file.update_tags(**(tags or {}))
        if scales:
            file.scales, file.offsets = scales, offsets
    return path


def whole(path, bands=NAMES):
    (granule,) = open_product(path).granules
    return read_window(granule, bands, product_grid(granule, 10))


def test_a_stack_of_digital_numbers_is_read_by_name_in_any_order(tmp_path, reflectance):
    order = np.random.default_rng(4).permutation(13)
    names = tuple(f"B{int(NAMES[i][1:])} - something" if NAMES[i] != "B8A" else "b8a" for i in order)
    numbers = np.round(reflectance * 10000).astype(np.uint16)[order]
    more = np.concatenate([numbers, np.full((2, 40, 50), 7, np.uint16)])
    path = write(tmp_path / "S2B_20230518T101031_T33TUL_x.tif", more, names=(*names, "dataMask", "B13"))
    (granule,) = open_product(path).granules
    assert tuple(granule.bands) == NAMES
    assert (granule.mission, granule.level, granule.tile) == ("S2B", "L1C", "33TUL")
    assert granule.sensing_time == "2023-05-18T10:10:31Z"
    assert granule.name == "S2B_20230518T101031_T33TUL_x"
    values, valid = whole(path)
    np.testing.assert_allclose(values, reflectance, atol=1e-6)
    np.testing.assert_array_equal(valid, reflectance[0] > 0)


@pytest.mark.parametrize("of_image", ["T33TUL_20230518T101031_", "20230518T101031_20230518T101559_T33TUL_", "band "])
def test_a_band_named_as_its_file_or_as_earth_engine_names_it_is_known(tmp_path, reflectance, of_image):
    path = write(tmp_path / "x.tif", reflectance, names=tuple(f"{of_image}{name}" for name in NAMES))
    assert tuple(open_product(path).granules[0].bands) == NAMES


@pytest.mark.parametrize("count", [9, 13])
def test_bands_that_are_only_counted_are_not_taken_for_names(tmp_path, reflectance, count):
    path = write(tmp_path / "x.tif", reflectance[:count], names=tuple(f"B{number + 1}" for number in range(count)))
    with pytest.raises(EngineError, match=f"B1 … B{count}, which can only be their numbers"):
        open_product(path)


@pytest.mark.parametrize(("tag", "offset"), [("05.11", -1000), ("02.06", 0), ("", 0), ("99.99", -1000)])
@pytest.mark.parametrize("inside", [True, False])
def test_a_copy_of_gdal_that_names_its_baseline_has_the_offset_that_its_numbers_show(
    tmp_path, reflectance, tag, offset, inside
):
    numbers = np.round(reflectance * 10000).astype(np.uint16)
    numbers[numbers > 0] += 1000 * inside
    path = write(tmp_path / "x.tif", numbers, tags={"PROCESSING_BASELINE": tag, "PROCESSING_LEVEL": "Level-1C"})
    (granule,) = open_product(path).granules
    applied = bool(offset and inside)
    assert {band.offset for band in granule.bands.values()} == {-1000 * applied}
    assert (granule.notes != ()) == applied


def test_scale_and_offset_of_the_file_are_heeded(tmp_path, reflectance):
    numbers = np.where(reflectance > 0, np.round(reflectance * 10000) + 1000, 0).astype(np.uint16)
    path = write(tmp_path / "s.tif", numbers, scales=(0.0001,) * 13, offsets=(-0.1,) * 13)
    values, valid = whole(path)
    np.testing.assert_allclose(values[:, valid], reflectance[:, reflectance[0] > 0], atol=1e-6)
    np.testing.assert_array_equal(valid, reflectance[0] > 0)


@pytest.mark.parametrize(
    ("kind", "factor", "nodata"),
    [
        ("float32", 1, 0),
        ("float32", 10000, 0),
        ("float64", 1, np.nan),
        ("int16", 10000, -32768),
        ("uint16", 10000, 65535),
    ],
)
def test_other_number_types_and_no_data_values_give_the_same_reflectance(tmp_path, reflectance, kind, factor, nodata):
    values = np.where(reflectance > 0, reflectance * factor, nodata)
    numbers = (np.round(values) if np.dtype(kind).kind in "iu" else values).astype(kind)
    got, valid = whole(write(tmp_path / "n.tif", numbers, nodata=nodata))
    np.testing.assert_array_equal(valid, reflectance[0] > 0)
    np.testing.assert_allclose(got[:, valid], reflectance[:, valid], atol=1e-5)


def test_reflectance_below_zero_is_zero_and_not_a_huge_number(tmp_path):
    path = write(tmp_path / "n.tif", np.full((13, 4, 4), -0.02, np.float32), nodata=np.nan)
    values, valid = whole(path)
    assert (values == 0).all()
    assert valid.all()


def test_a_stack_without_georeference_has_pixels_of_ten_metres(tmp_path, reflectance):
    path = write(tmp_path / "bare.tif", np.round(reflectance * 10000).astype(np.uint16), transform=None, crs=None)
    (granule,) = open_product(path).granules
    assert granule.crs == ""
    grid = product_grid(granule, 10)
    assert (grid.height, grid.width) == (40, 50)
    assert product_grid(granule, 20).width == 25


@pytest.mark.parametrize(("pixel", "nominal"), [(8.983152841195215e-05, 10), (2.69e-4, 30), (1.08e-3, 120)])
def test_pixels_in_degrees_are_measured_on_the_ground(tmp_path, reflectance, pixel, nominal):
    numbers = np.round(reflectance * 10000).astype(np.uint16)
    path = write(tmp_path / "d.tif", numbers, transform=Affine(pixel, 0, 1.0, 0, -pixel, 3.0), crs="EPSG:4326")
    (granule,) = open_product(path).granules
    assert granule.bands["B02"].resolution == nominal


@pytest.mark.parametrize(
    ("name", "tags", "names", "level"),
    [
        ("x.tif", {}, NAMES, "L1C"),
        ("S2A_MSIL2A_20200101T101031_x.tif", {}, [band for band in NAMES if band != "B10"], "L2A"),
        ("x.tif", {"level": "L2A"}, [band for band in NAMES if band != "B10"], "L2A"),
        ("x.tif", {"level": "L1C?"}, [band for band in NAMES if band != "B10"], "L1C"),
        ("x.tif", {}, [band for band in NAMES if band != "B10"], "L1C"),
        ("20240715T105031_T31TCJ.tif", {}, [*(band for band in NAMES if band != "B10"), "AOT", "SCL"], "L2A"),
        ("x.tif", {}, [*NAMES, "SCL"], "L1C"),
    ],
)
def test_the_level_is_what_the_bands_the_tag_or_the_name_say(tmp_path, name, tags, names, level):
    path = write(tmp_path / name, np.ones((len(names), 4, 4), np.uint16), names=names, tags=tags)
    (granule,) = open_product(path).granules
    assert granule.level == level
    assert {band.flat_edge for band in granule.bands.values()} == {level == "L2A"}
    guessed = level == "L1C" and not tags and "B10" not in names
    assert any("taken for Level-1C" in note for note in granule.notes) == guessed
    names = [name for name in names if name in NAMES]
    assert granule.missing == (() if len(names) == 13 or level == "L2A" else ("B10",))


@pytest.mark.parametrize(
    ("names", "word"),
    [
        ((None,) * 3, "described"),
        (("red", "green", "blue"), "described"),
        (("B02", "B2", "B03"), "B02"),
        (("Band 99",) * 3, "B01"),
    ],
)
def test_a_raster_whose_bands_are_not_known_is_no_product(tmp_path, names, word):
    path = write(tmp_path / "x.tif", np.ones((3, 4, 4), np.uint16), names=names)
    with pytest.raises(EngineError, match=word) as error:
        open_product(path)
    assert error.value.code == "not-a-product"


@pytest.mark.parametrize("scale", [0.0, float("nan")])
def test_a_scale_that_cannot_be_is_said(tmp_path, scale):
    ones = np.ones((13, 4, 4), np.uint16)
    path = write(tmp_path / "x.tif", ones, scales=(scale,) * 13, offsets=(0.0,) * 13)
    with pytest.raises(EngineError, match="the scale") as error:
        open_product(path)
    assert error.value.code == "broken-metadata"


def test_a_file_that_is_missing_or_no_raster_says_so(tmp_path):
    with pytest.raises(EngineError, match="does not exist"):
        open_product(tmp_path / "none.tif")
    (tmp_path / "text.tif").write_text("hello")
    with pytest.raises(EngineError) as error:
        open_product(tmp_path / "text.tif")
    assert error.value.code == "broken-band"


def test_a_stack_is_masked_by_the_command_and_bare_pixels_stay_bare(tmp_path, reflectance, command):
    numbers = np.round(np.tile(reflectance, (1, 3, 3)) * 10000).astype(np.uint16)
    for name, more in (("utm", {}), ("bare", {"transform": None, "crs": None})):
        path = write(tmp_path / f"{name}.tif", numbers, **more)
        done = command("mask", path, "--out", tmp_path / "out", "--resolution", "10", "--model", "quick")
        assert done.code == 0, done.err
        assert "Warning" not in done.err
        with rasterio.open(tmp_path / "out" / f"{name}_cloudmask.tif") as file:
            assert file.shape == (120, 150)
            assert bool(file.crs) == (name == "utm")
            np.testing.assert_array_equal(file.read(1) == 255, numbers[0] == 0)


CHIPS_WITHOUT_B10 = {"S2A_MSIL1C_20170527_T33UUB", "S2B_MSIL1C_20171022_T49JGM", "cloudy_12bands"}


@every_chip
def test_a_real_chip_opens_with_its_own_pixels(chip):
    (granule,) = open_product(chip).granules
    assert granule.level == "L1C"
    assert granule.missing == (("B10",) if chip.stem in CHIPS_WITHOUT_B10 else ())
    values, valid = read_window(granule, ("B02", "B8A", "B12"), product_grid(granule, 10))
    with rasterio.open(chip) as file:
        raw = file.read([file.descriptions.index(name) + 1 for name in ("B02", "B8A", "B12")])
    assert valid.shape == raw.shape[1:]
    np.testing.assert_allclose(values, raw / 10000, atol=1e-6)
    assert valid.mean() > 0.85


@pytest.mark.parametrize(
    ("name", "tags", "time"),
    [
        ("x.tif", {}, ""),
        ("S2_2023-05-18_clip.tif", {}, "2023-05-18T00:00:00Z"),
        ("12023-05-189.tif", {}, ""),
        ("20230518T101031_2022-01-02.tif", {}, "2023-05-18T10:10:31Z"),
        ("20230518T101031.tif", {"TIFFTAG_DATETIME": "2024:01:02 03:04:05"}, "2024-01-02T03:04:05Z"),
        ("20230518T101031.tif", {"TIFFTAG_DATETIME": "yesterday"}, "2023-05-18T10:10:31Z"),
    ],
)
def test_the_time_is_that_of_the_tag_or_of_the_name(tmp_path, name, tags, time):
    path = write(tmp_path / name, np.ones((13, 4, 4), np.uint16), tags=tags)
    (granule,) = open_product(path).granules
    assert granule.sensing_time == time


@pytest.mark.parametrize(
    ("pixel", "metres"),
    [(20, 20), (25, 20), (13.4, 10), (45, 60), (90, 90), (999, 999), (1001, 10), (0.5, 10), (0.0001, 10), (0.00018, 20),
     (0.0099, 1102), (0.01, 10), (1e-7, 10)],
)  # fmt: skip
def test_pixels_without_a_crs_are_metres_or_degrees_by_their_number(tmp_path, pixel, metres):
    place = Affine(pixel, 0, 0, 0, -pixel, 0)
    path = write(tmp_path / "x.tif", np.ones((13, 4, 4), np.uint16), transform=place, crs=None)
    (granule,) = open_product(path).granules
    assert granule.bands["B02"].resolution == metres
    assert f"pixels of {pixel:g} are taken for {metres} m" in granule.notes[0]


def test_a_stack_without_a_name_of_sentinels_has_no_tile(tmp_path):
    (granule,) = open_product(write(tmp_path / "x.tif", np.ones((13, 4, 4), np.uint16))).granules
    assert (granule.mission, granule.tile, granule.baseline, granule.crs) == ("S2", "", "", "EPSG:32633")
    assert not granule.notes


def test_a_band_that_is_there_twice_is_named(tmp_path):
    path = write(tmp_path / "x.tif", np.ones((4, 4, 4), np.uint16), names=("B01", "B02", "B2", "B03"))
    with pytest.raises(EngineError, match="has 2 bands described as B02"):
        open_product(path)


def test_the_footprint_of_a_large_stack_holds_a_lone_pixel(tmp_path):
    numbers = np.zeros((1, 2002, 2003), np.uint16)
    places = [(0, 0), (501, 700), (1000, 1301), (2001, 2002), (777, 32)]
    for row, col in places:
        numbers[0, row, col] = 5000
    (granule,) = open_product(write(tmp_path / "x.tif", numbers, names=("B02",), nodata=None)).granules
    footprint = read_footprint(granule, ["B02"])
    assert footprint.shape == (1001, 1002) and footprint.mean() < 0.01
    assert all(footprint[row * 1001 // 2002, col * 1002 // 2003] for row, col in places)
