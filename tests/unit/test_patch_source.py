"""Patches are read ahead in order, valid pixels settle row by row, and the end of reading is told once."""

import queue
import threading
from dataclasses import replace

import numpy as np
import pytest

from s2cloudmask.core.masking.mask_granule import open_source, plan_mask
from s2cloudmask.core.masking.part import cropped
from s2cloudmask.core.masking.settings import MaskSettings
from s2cloudmask.core.networks.catalog import find_model
from s2cloudmask.core.products.grid import PixelWindow
from s2cloudmask.core.products.product import open_product
from s2cloudmask.core.products.reader import Reader, read_window

UKIS = replace(find_model("ukis_l1c"), patch=None)
SETTINGS = MaskSettings(resolution=30, patch=64, overlap=8)


@pytest.fixture
def granule(simulated):
    return open_product(simulated(size=720, valid_share=0.6).path).granules[0]


def area(grid, row, col, height, width):
    """The settings of a mask of some pixels of a grid."""
    left, top = grid.transform @ (col, row)
    return replace(SETTINGS, bounds=(left, top - 30 * height, left + 30 * width, top))


@pytest.mark.parametrize("finest", [30, 60])
@pytest.mark.parametrize("part", ["all", "middle", "from an overlap on"])
def test_patches_come_in_order_and_their_valid_pixels_are_the_products(granule, finest, part):
    model = replace(UKIS, finest_resolution=finest)
    whole = plan_mask(granule, model, SETTINGS)
    grid, settings, inside = whole.grid, SETTINGS, PixelWindow(0, 0, *whole.grid.shape)
    if part != "all":
        row = 31 if part == "middle" else whole.rows[1].top * finest // 30 + 7
        inside = PixelWindow(row, 40, 230 - row, 131)
        settings = area(grid, row, 40, 230 - row, 131)
    with open_source(granule, model, settings) as source:
        plan = source.plan
        assert plan.window == inside
        _, expected = read_window(granule, plan.bands, grid)
        with Reader(granule, plan.bands, plan.network_grid) as reader:
            settled = np.zeros(grid.shape, bool)
            for index, row in enumerate(plan.rows):
                for left in row.lefts:
                    there = PixelWindow(row.top, left, row.height, row.width)
                    assert np.array_equal(source.take(), reader.read(there))
                valid, first = source.valid(index)
                settled[first : first + len(valid)] |= valid
        assert expected[inside.slices].any() and not expected[inside.slices].all()
        assert np.array_equal(settled[inside.slices], expected[inside.slices])


def test_the_end_of_reading_is_told_once_and_after_the_last_patch_only(granule):
    told = queue.Queue()
    with open_source(granule, UKIS, SETTINGS) as source:
        source.when_all_read(lambda: told.put("now"))
        patches = source.plan.patches.count
        for _ in range(patches - 1):
            source.take()
            assert told.empty()
        source.take()
        assert told.get(timeout=60) == "now"
    assert told.empty(), "the source waits for its thread when it is closed"


def test_who_asks_after_the_last_patch_is_told_too(granule):
    told = queue.Queue()
    with open_source(granule, UKIS, SETTINGS) as source:
        for _ in range(source.plan.patches.count):
            source.take()
        source.when_all_read(lambda: told.put("now"))
        assert told.get(timeout=60) == "now"


def test_a_plan_cropped_to_an_area_lies_where_it_is_told(granule):
    whole = plan_mask(granule, UKIS, SETTINGS)
    plan = plan_mask(granule, UKIS, area(whole.grid, 90, 70, 2, 3))
    part, crop = cropped(plan)
    assert part.grid == whole.grid.crop(crop) and crop.width < whole.grid.width and crop.row and crop.col
    assert (part.window.row + crop.row, part.window.col + crop.col) == (90, 70)
    assert (part.window.height, part.window.width) == (2, 3)
    for one, other in zip(part.rows, plan.rows, strict=True):
        assert one.top + crop.row == other.top
        assert tuple(left + crop.col for left in one.lefts) == other.lefts


def test_all_patches_are_read_in_one_thread(granule, monkeypatch):
    """A reader's files are for one thread at a time."""
    threads, read = set(), Reader.read

    def noted(self, *arguments):
        threads.add(threading.current_thread().name)
        return read(self, *arguments)

    monkeypatch.setattr(Reader, "read", noted)
    with open_source(granule, UKIS, SETTINGS) as source:
        for _ in range(source.plan.patches.count):
            source.take()
    assert len(threads) == 1
