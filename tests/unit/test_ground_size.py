"""Pixels in metres on the ground, whatever the projection."""

import math

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.crs import CRS
from rasterio.transform import from_origin

from s2cloudmask.core.aftermask.refine import mask_grid
from s2cloudmask.core.products.ground_size import (
    earthly,
    ground_pixel,
    is_unplaced,
    nominal_metres,
    smallest_ground_pixel,
)


@pytest.fixture()
def raster(tmp_path):
    def make(crs, transform, height=100, width=100):
        path = tmp_path / "r.tif"
        with rasterio.open(path, "w", driver="GTiff", width=width, height=height, count=1, dtype="uint8", crs=crs,
                           transform=transform) as file:  # fmt: skip
            file.write(np.zeros((1, height, width), np.uint8))
        return rasterio.open(path)

    return make


def test_utm_is_taken_as_it_says(raster):
    with raster("EPSG:32633", from_origin(500000, 5000000, 10, 20)) as opened:
        assert ground_pixel(opened, 50) == (20, 10)


def test_a_scale_of_one_percent_is_not_left_out(raster):
    """UTM far outside its zone is stretched: at 800 km from its middle by 0.75 %."""
    with raster("EPSG:32633", from_origin(1_300_000, 1_000_000, 10, 10)) as opened:
        height, width = ground_pixel(opened, 50)
        assert 0.985 < width / 10 < 0.995 and 0.985 < height / 10 < 0.995


def test_mercator_metres_shrink_with_the_cosine_of_latitude(raster):
    with raster("EPSG:3857", from_origin(0, 8_399_738, 10, 10)) as opened:  # 60 degrees north
        height, width = ground_pixel(opened, 50)
        assert width == pytest.approx(10 * math.cos(math.radians(60)), rel=0.01)
        assert height == pytest.approx(5, rel=0.01)


def test_degrees_are_measured_on_the_ellipsoid(raster):
    with raster("EPSG:4326", from_origin(10, 45.005, 0.0001, 0.0001)) as opened:
        height, width = ground_pixel(opened, 50)
        assert height == pytest.approx(11.1132, rel=1e-3)  # 111.132 km per degree at 45 degrees
        assert width == pytest.approx(7.8847, rel=1e-3)


def test_without_a_crs_the_units_count_as_metres(raster):
    with raster(None, from_origin(0, 0, 30, 60)) as opened:
        assert ground_pixel(opened, 50) == (60, 30)


def test_the_smallest_pixel_of_a_tall_raster_is_nearest_the_pole(raster):
    with raster("EPSG:4326", from_origin(10, 70, 0.1, 0.1), height=200, width=10) as opened:
        _, width = smallest_ground_pixel(opened)
        assert width == pytest.approx(ground_pixel(opened, 0)[1]) and width < ground_pixel(opened, 199)[1]


def test_the_smallest_pixel_is_found_south_of_the_equator_too(raster):
    with raster("EPSG:4326", from_origin(10, -50, 0.1, 0.1), height=200, width=10) as opened:
        assert smallest_ground_pixel(opened)[1] == pytest.approx(ground_pixel(opened, 199)[1])
        assert ground_pixel(opened, 199)[1] < ground_pixel(opened, 100)[1]


def test_feet_are_metres(raster):
    with raster("EPSG:2263", from_origin(984_000, 200_000, 10, 20)) as opened:  # New York, US survey feet
        assert ground_pixel(opened, 50) == pytest.approx((6.096012, 3.048006), abs=1e-6)


def test_a_local_crs_lies_nowhere_on_earth(raster):
    local = 'LOCAL_CS["arbitrary",UNIT["metre",1]]'
    with raster(local, from_origin(0, 0, 7, 9)) as opened:
        assert ground_pixel(opened, 50) == (9, 7)
    assert earthly(CRS.from_wkt(local)) is None and earthly(None) is None
    assert earthly(CRS.from_epsg(4326)) and earthly(CRS.from_epsg(32631))


@pytest.mark.parametrize(
    ("numbers", "unplaced"),
    [
        ((1, 0, 0, 0, 1, 0), True),
        ((1, 0, 7, 0, -1, 9), True),
        ((2, 0, 0, 0, 1, 0), False),
        ((1, 0, 0, 0, 2, 0), False),
        ((1, 1, 0, 0, 1, 0), False),
        ((1, 0, 0, 1, 1, 0), False),
    ],
)
def test_pixels_of_one_stand_for_no_georeference(numbers, unplaced):
    assert is_unplaced(Affine(*numbers)) is unplaced


@pytest.mark.parametrize("degrees", [0, 30, 90])
def test_a_turned_raster_has_the_pixels_of_its_whole_transform(raster, degrees):
    turned = Affine.translation(500000, 5000000) @ Affine.rotation(degrees) @ Affine.scale(20, -20)
    with raster("EPSG:32633", turned) as opened:
        assert nominal_metres(opened) == 20
        assert mask_grid(opened, {}).resolution == 20


def test_a_mask_in_degrees_is_of_10_m_and_one_that_lies_nowhere_of_what_it_says(raster):
    with raster("EPSG:4326", from_origin(10, 45.005, 0.000125, 0.00009)) as opened:
        assert mask_grid(opened, {"resolution": 99}).resolution == 10
    with raster(None, Affine.scale(2, -2)) as opened:
        assert mask_grid(opened, {"resolution": 20}).resolution == 20
        assert ground_pixel(opened, 50, 20) == (20, 20)
