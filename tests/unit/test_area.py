"""An area in any CRS as pixels of a product: the world, across 180°, beyond a projection's domain."""

import math

import pytest
from affine import Affine

from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.products.area import area_window
from s2cloudmask.core.products.grid import Grid, is_upright

SIDE = 1830


def tile(epsg: int, left: float, top: float) -> Grid:
    return Grid(f"EPSG:{epsg}", Affine(60, 0, left, 0, -60, top), SIDE, SIDE, 60)


TILES = {
    "Toulouse": tile(32631, 300000, 4900020),
    "Fiji west of 180°": tile(32760, 809760, 8100040),
    "Fiji, over 180°": tile(32701, 140040, 8100040),
    "Greenwich": tile(32630, 699960, 5700000),
    "Svalbard": tile(32633, 500000, 8800020),
    "Ross Sea": tile(32758, 500000, 2300000),
}  # fmt: skip
WORLDS = {
    "degrees": ((-180, -90, 180, 90), "EPSG:4326"),
    "degrees, more than the world": ((-200, -120, 200, 120), "EPSG:4326"),
    "degrees, thrice round": ((-540, -90, 540, 90), "EPSG:4326"),
    "degrees, CRS84": ((-180, -90, 180, 90), "OGC:CRS84"),
    "degrees, ETRS89": ((-180, -90, 180, 90), "EPSG:4258"),
    "Web Mercator": ((-20037508.34, -20037508.34, 20037508.34, 20037508.34), "EPSG:3857"),
    "Web Mercator, beyond 180°": ((-6e7, -4e7, 6e7, 4e7), "EPSG:3857"),
    "World Mercator": ((-3e7, -3e7, 3e7, 3e7), "EPSG:3395"),
    "Equal Earth": ((-3e7, -3e7, 3e7, 3e7), "EPSG:8857"),
    "Equal Earth, as the canvas shows it": ((-17243960, -8392930, 17243960, 8392930), "EPSG:8857"),
    "Robinson": ((-2e7, -1e7, 2e7, 1e7), "ESRI:54030"),
    "Mollweide": ((-2e7, -1e7, 2e7, 1e7), "ESRI:54009"),
    "plate carrée": ((-3e7, -1.5e7, 3e7, 1.5e7), "EPSG:4087"),
    "UTM": ((-1e8, -1e8, 1e8, 1e8), "EPSG:32631"),
    "polar, north": ((-1e10, -1e10, 1e10, 1e10), "EPSG:3413"),
    "polar, south": ((-1e10, -1e10, 1e10, 1e10), "EPSG:3031"),
    "LAEA Europe": ((-2e7, -2e7, 2e7, 2e7), "EPSG:3035"),
}


@pytest.mark.parametrize(
    ("place", "world"),
    [
        # Those that need seconds: Equal Earth stands for Mollweide, and for Robinson over 180°.
        pytest.param(place, world, marks=pytest.mark.slow)
        if world == "Mollweide" or (world == "Robinson" and place.startswith("Fiji"))
        else (place, world)
        for place in TILES
        for world in WORLDS
    ],
)
def test_the_world_holds_the_whole_product(place, world):
    bounds, crs = WORLDS[world]
    window = area_window(TILES[place], bounds, crs, "P")
    assert (window.row, window.col, window.height, window.width) == (0, 0, SIDE, SIDE)


@pytest.mark.parametrize(
    "bounds",
    [(179.9, -18, -179.9, -17), (179.9, -18, 180.1, -17), (-180.1, -18, -179.9, -17), (539.9, -18, 540.1, -17)],
)
def test_an_area_across_180_degrees_in_every_form_is_one_area(bounds):
    window = area_window(TILES["Fiji, over 180°"], bounds, "EPSG:4326", "P")
    assert window == area_window(TILES["Fiji, over 180°"], (179.9, -18, 180.1, -17), "EPSG:4326", "P")
    assert 300 < window.width < 450 and window.col > 0 and window.height > 1000


def test_a_small_area_is_cut_to_the_pixel_and_its_edges_are_not_lost():
    import numpy as np
    from rasterio.warp import transform

    grid, bounds = TILES["Toulouse"], (0.8, 43.5, 1.3, 43.9)
    window = area_window(grid, bounds, "EPSG:4326", "P")
    edge = np.linspace(0, 1, 500)
    xs = np.concatenate([0.8 + 0.5 * edge, 0.8 + 0.5 * edge, np.full(500, 0.8), np.full(500, 1.3)])
    ys = np.concatenate([np.full(500, 43.5), np.full(500, 43.9), 43.5 + 0.4 * edge, 43.5 + 0.4 * edge])
    east, north = map(np.array, transform("EPSG:4326", grid.crs, xs, ys))
    cols, rows = (east - 300000) / 60, (4900020 - north) / 60
    assert window.col == math.floor(cols.min()) and window.col + window.width == math.ceil(cols.max())
    assert window.row == math.floor(rows.min()) and window.row + window.height == math.ceil(rows.max())


@pytest.mark.parametrize(
    ("bounds", "crs", "code"),
    [
        ((10, 43, 11, 44), "EPSG:4326", "outside-product"),
        ((-180, -90, 180, -60), "EPSG:4326", "outside-product"),
        ((179, 43, -179, 44), "EPSG:4326", "outside-product"),
        ((1.3, 43, 0.8, 44), "EPSG:3857", "bad-settings"),
        ((0.8, 44, 1.3, 43), "EPSG:4326", "bad-settings"),
        ((0, 0, math.inf, 1), "EPSG:4326", "bad-settings"),
        ((0, 0, 1, 1), "EPSG:999999", "bad-settings"),
        ((0, 0, 1, 1), "Mars", "bad-settings"),
    ],
)
def test_what_is_no_area_or_lies_elsewhere_is_said(bounds, crs, code):
    with pytest.raises(EngineError) as caught:
        area_window(TILES["Toulouse"], bounds, crs, "P")
    assert caught.value.code == code


def test_an_area_with_a_crs_is_not_dropped_where_the_product_has_none():
    grid = Grid("", Affine(10, 0, 0, 0, -10, 0), 100, 100, 10)
    with pytest.raises(EngineError, match="has no CRS"):
        area_window(grid, (0, -500, 500, 0), "EPSG:4326", "P")
    assert area_window(grid, (0, -500, 500, 0), None, "P").height == 50


@pytest.mark.parametrize(
    ("bounds", "crs", "words"),
    [
        ((0.8, 43.5, 1.3, 43.9), None, "As degrees it touches"),
        ((43.5, 0.8, 43.9, 1.3), "EPSG:4326", "x and y swapped"),
        ((4850000, 310000, 4890000, 330000), None, "x and y swapped"),
        ((10, 20, 11, 21), "EPSG:4326", "Choose an area"),
    ],
)
def test_an_area_elsewhere_says_what_was_probably_meant(bounds, crs, words):
    with pytest.raises(EngineError, match=words):
        area_window(TILES["Toulouse"], bounds, crs, "P")


def test_a_bare_number_is_an_epsg_code():
    bounds = (0.8, 43.5, 1.3, 43.9)
    assert area_window(TILES["Toulouse"], bounds, "4326", "P") == area_window(
        TILES["Toulouse"], bounds, "EPSG:4326", "P"
    )


def test_no_area_is_all_of_the_product():
    window = area_window(TILES["Toulouse"], None, None, "P")
    assert (window.row, window.col, window.height, window.width) == (0, 0, SIDE, SIDE)


@pytest.mark.parametrize(
    ("crs", "turn"), [("EPSG:4326", 360.0), ("EPSG:3857", 2 * math.pi * 6378137), ("EPSG:4902", 400)]
)
def test_a_map_dragged_round_the_world_shows_the_same_area(crs, turn):
    from rasterio.warp import transform

    grid = TILES["Toulouse"]
    (xmin, xmax), (ymin, ymax) = transform("EPSG:4326", crs, [0.8, 1.3], [43.5, 43.9])
    here = area_window(grid, (xmin, ymin, xmax, ymax), crs, "P")
    assert 0 < here.width < SIDE
    for turns in (-2, -1, 1, 2):
        assert area_window(grid, (xmin + turns * turn, ymin, xmax + turns * turn, ymax), crs, "P") == here


@pytest.mark.parametrize(
    ("bounds", "crs", "words"),
    [
        ((100, 43, 101, 44), None, r"\(EPSG:32631\) lies outside P. Choose an area"),
        ((10, 20, 11, 21), "EPSG:4326", r"\(EPSG:4326\) lies outside P. Choose an area"),
        ((-361, 43.5, 1.3, 43.9), None, r"Choose an area"),
        ((9e6, 9e6, 9.1e6, 9.1e6), "EPSG:3857", r"Choose an area"),
    ],
)
def test_an_area_elsewhere_of_which_nothing_can_be_guessed(bounds, crs, words):
    with pytest.raises(EngineError, match=words):
        area_window(TILES["Toulouse"], bounds, crs, "P")


def test_an_area_on_pixel_borders_takes_in_no_further_pixel():
    grid = TILES["Toulouse"]
    inside = 300000 + 60 * 10, 4900020 - 60 * 30, 300000 + 60 * 25, 4900020 - 60 * 12
    window = area_window(grid, inside, None, "P")
    assert (window.row, window.col, window.height, window.width) == (12, 10, 18, 15)
    beyond = 300000 - 500, 4900020 - 60 * 2, 300000 + 60, 4900020 + 500
    window = area_window(grid, beyond, None, "P")
    assert (window.row, window.col, window.height, window.width) == (0, 0, 2, 1)
    last = 300000 + 60 * (SIDE - 1), 4900020 - 60 * SIDE - 500, 300000 + 60 * SIDE + 500, 4900020 - 60 * (SIDE - 1)
    window = area_window(grid, last, None, "P")
    assert (window.row, window.col, window.height, window.width) == (SIDE - 1, SIDE - 1, 1, 1)


@pytest.mark.parametrize(
    "transform, upright",
    [
        (Affine(10, 0, 0, 0, -10, 0), True),
        (Affine(10, 5e-9, 0, 5e-9, -10, 0), True),  # what reprojected corners leave
        (Affine(10, 1e-6, 0, 0, -10, 0), False),
        (Affine(10, 0, 0, 1e-6, -10, 0), False),
        (Affine(10, 0, 0, 0, 10, 0), False),
        (Affine(-10, 0, 0, 0, -10, 0), False),
    ],
)
def test_a_grid_is_upright_within_rounding(transform, upright):
    assert is_upright(transform) is upright
