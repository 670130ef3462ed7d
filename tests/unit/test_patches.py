"""Where the patches lie: coverage, count, and what lies in no-data."""

from itertools import pairwise

import numpy as np
import pytest

from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.masking.patches import fitted, plan_patches, ramp, spread
from s2cloudmask.core.products.grid import PixelWindow


def swath(rng: np.random.Generator, size: int) -> np.ndarray:
    """A footprint with a slanted edge, or two, as orbits leave them."""
    rows, cols = np.mgrid[:size, :size]
    footprint = np.ones((size, size), bool)
    for _ in range(rng.integers(1, 3)):
        angle = rng.uniform(0, 2 * np.pi)
        through = rng.uniform(0.1, 0.9, 2) * size
        footprint &= (cols - through[0]) * np.cos(angle) + (rows - through[1]) * np.sin(angle) > 0
    return footprint


@pytest.mark.parametrize("seed", range(40))
def test_every_valid_pixel_lies_in_a_patch_and_no_patch_in_no_data(seed):
    rng = np.random.default_rng(seed)
    height, width = rng.integers(20, 900, 2)
    cells = swath(rng, int(rng.integers(5, 60)))
    plan = plan_patches(cells, (height, width), 64, int(rng.integers(0, 33)))
    valid = cells[np.arange(height) * cells.shape[0] // height][:, np.arange(width) * cells.shape[1] // width]
    covered = np.zeros((height, width), bool)
    for row in plan.rows:
        assert 0 <= row.top <= height - row.height
        for left in row.lefts:
            assert 0 <= left <= width - row.width
            covered[row.top : row.top + row.height, left : left + row.width] = True
            assert cells[cells_under(row.top, row.height, height, cells.shape[0])][
                :, cells_under(left, row.width, width, cells.shape[1])
            ].any()
    assert not (valid & ~covered).any()


def cells_under(start: int, size: int, pixels: int, cells: int) -> slice:
    """The cells of a footprint that pixels [start, start + size) touch."""
    return slice(start * cells // pixels, -(-(start + size) * cells // pixels))


def test_a_gap_in_the_middle_of_a_row_gets_no_patch():
    footprint = np.zeros((10, 100), bool)
    footprint[:, :10] = footprint[:, 90:] = True
    plan = plan_patches(footprint, (100, 1000), 100, 10)
    (row,) = plan.rows
    assert row.lefts[0] == 0 and row.lefts[-1] == 900
    assert len(row.lefts) < len(spread(0, 1000, 100, 10, 1000))
    assert not any(100 <= left <= 800 for left in row.lefts)


@pytest.mark.parametrize("seed", range(20))
def test_neighbours_overlap_by_what_was_asked_for(seed):
    rng = np.random.default_rng(seed)
    size, overlap = 64, int(rng.integers(0, 33))
    start, stop = sorted(rng.integers(0, 1000, 2))
    begins = spread(start, max(stop, start + 1), size, overlap, 1000)
    assert all(size - (after - before) >= overlap for before, after in pairwise(begins))
    assert begins[0] <= start and begins[-1] + size >= stop


def test_an_empty_footprint_needs_no_patch():
    assert plan_patches(np.zeros((10, 10), bool), (100, 100), 32, 4).count == 0


def test_a_product_smaller_than_a_patch_gets_one_of_its_own_size():
    plan = plan_patches(np.ones((3, 3), bool), (20, 30), 64, 8)
    assert [(row.top, row.lefts, row.height, row.width) for row in plan.rows] == [(0, (0,), 20, 30)]


def test_one_valid_pixel_needs_one_patch():
    footprint = np.zeros((100, 100), bool)
    footprint[99, 0] = True
    plan = plan_patches(footprint, (1000, 1000), 128, 16)
    assert plan.count == 1
    row = next(row for row in plan.rows if row.lefts)
    assert row.top + row.height == 1000 and row.lefts == (0,)


def test_an_overlap_as_large_as_the_patch_is_refused():
    with pytest.raises(EngineError) as caught:
        plan_patches(np.ones((2, 2), bool), (100, 100), 32, 32)
    assert caught.value.code == "bad-settings"


def test_the_ramps_of_two_neighbours_add_up_to_one():
    weights = ramp(64, 16)
    assert np.allclose(weights[-16:] + weights[:16], 1)
    assert weights.max() == 1 and weights.min() > 0


@pytest.mark.parametrize("multiple", [1, 32, 64])
@pytest.mark.parametrize("span", [1, 549, 600, 870, 1280, 2058, 4647, 5490, 10980])
def test_a_fitted_patch_is_as_small_as_takes_no_more_of_them(span, multiple):
    largest, least, overlap = 640, 576, 26
    patch = fitted(span, largest, overlap, least, multiple)
    assert patch % multiple == 0 and least <= patch <= largest

    def count(size):
        return len(spread(0, span, size, overlap, max(span, size)))

    assert count(patch) == count(largest)
    assert patch - multiple < least or count(patch - multiple) > count(patch)


@pytest.mark.parametrize("seed", range(20))
def test_fitted_patches_cover_as_much_and_are_less_to_predict(seed):
    cells = swath(np.random.default_rng(seed), 100)
    shape = (3000, 2500)
    alike = plan_patches(cells, shape, 640, 26)
    plan = plan_patches(cells, shape, 640, 26, 576, 32)

    def pixels(rows):
        return sum(len(row.lefts) * row.height * row.width for row in rows)

    assert len(plan.rows) == len(alike.rows) and pixels(plan.rows) < pixels(alike.rows)
    sides = {side for row in plan.rows for side in (row.height, row.width)}
    assert sides <= {576, 608, 640}
    valid = np.kron(cells, np.ones((30, 25), bool))
    for row in plan.rows:
        for left in row.lefts:
            valid[row.top : row.top + row.height, left : left + row.width] = False
        assert all(row.width - (after - before) >= 26 for before, after in pairwise(row.lefts))
    assert not valid.any()


def test_patches_lie_where_the_cells_of_the_footprint_do():
    footprint = np.zeros((10, 10), bool)
    footprint[2:5, 4:7] = True
    plan = plan_patches(footprint, (1000, 500), 100, 0)
    assert [(row.top, row.lefts, row.overlap_rows, row.overlap_cols) for row in plan.rows] == [
        (200, (200, 250), 0, 50),
        (300, (200, 250), 0, 50),
        (400, (200, 250), 0, 50),
    ]


def test_an_overlap_of_all_but_one_pixel_or_none_is_possible():
    whole = np.ones((1, 1), bool)
    assert plan_patches(whole, (1, 8), 4, 3).rows[0].lefts == (0, 1, 2, 3, 4)
    assert plan_patches(whole, (1, 8), 4, 0).rows[0].lefts == (0, 4)
    with pytest.raises(EngineError):
        plan_patches(whole, (1, 8), 4, -1)


@pytest.mark.parametrize(
    ("window", "count"),
    [
        (PixelWindow(100, 100, 100, 100), 1),
        (PixelWindow(99, 100, 101, 100), 2),
        (PixelWindow(100, 100, 101, 100), 2),
        (PixelWindow(100, 99, 100, 101), 2),
        (PixelWindow(100, 100, 100, 101), 2),
        (PixelWindow(0, 0, 300, 300), 9),
        (PixelWindow(300, 300, 5, 5), 0),
    ],
)
def test_what_borders_on_a_window_does_not_touch_it(window, count):
    assert plan_patches(np.ones((1, 1), bool), (300, 300), 100, 0).touching(window).count == count
