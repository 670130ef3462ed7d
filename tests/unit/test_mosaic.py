"""Blending: seamless, in probabilities, the same whatever the strips; and interpolation to a finer grid."""

import numpy as np
import pytest

from s2cloudmask.core.masking.mosaic import Interpolator, Mosaic
from s2cloudmask.core.masking.patches import plan_patches


def mosaic_of(image: np.ndarray, patch: int, overlap: int) -> np.ndarray:
    """Cut `image` (4, rows, cols) into patches and blend them again; NaN where no block lies."""
    plan = plan_patches(np.ones((1, 1), bool), image.shape[1:], patch, overlap)
    mosaic = Mosaic(image.shape[2])
    out = np.full_like(image, np.nan)
    for index, row in enumerate(plan.rows):
        below = plan.rows[index + 1].top if index + 1 < len(plan.rows) else row.top + row.height
        cuts = (image[:, row.top : row.top + row.height, left : left + row.width] for left in row.lefts)
        for left, block in mosaic.blend(row, below, cuts):
            out[:, row.top : below, left : left + block.shape[2]] = block
    return out


@pytest.mark.parametrize(("patch", "overlap"), [(32, 0), (32, 8), (64, 32), (512, 64)])
def test_patches_of_one_image_give_that_image_back(patch, overlap):
    image = np.random.default_rng(1).random((4, 200, 150), np.float32)
    assert np.allclose(mosaic_of(image, patch, overlap), image, atol=1e-6)


@pytest.mark.parametrize("direction", ["across", "down"])
def test_a_border_between_two_patches_fades_linearly(direction):
    shape = (10, 100) if direction == "across" else (100, 10)
    plan = plan_patches(np.ones((1, 1), bool), shape, 60, 20)
    mosaic, values, out = Mosaic(shape[1]), iter([0, 1]), np.full(shape, np.nan)
    for row, below in zip(plan.rows, [100] if direction == "across" else [40, 100], strict=True):
        patches = (np.full((4, row.height, row.width), next(values), np.float32) for _ in row.lefts)
        for left, block in mosaic.blend(row, min(below, shape[0]), patches):
            out[row.top : row.top + block.shape[1], left : left + block.shape[2]] = block[2]
    line = out[5] if direction == "across" else out[:, 5]
    assert line[:40].max() == 0 and line[60:].min() == 1
    assert np.allclose(np.diff(line[40:60]), 1 / 20, atol=1e-6)


def test_rows_of_patches_with_different_spans_leave_no_seam():
    """A slanted edge: each row of patches has columns that the one above lacks, and lacks some of it."""
    image = np.random.default_rng(2).random((4, 300, 400), np.float32)
    edge = np.arange(400)[None] - 1.2 * np.arange(300)[:, None]
    footprint = (edge > -150) & (edge < 120)
    plan = plan_patches(footprint, (300, 400), 64, 16)
    mosaic, out = Mosaic(400), np.full_like(image, np.nan)
    for index, row in enumerate(plan.rows):
        below = plan.rows[index + 1].top if index + 1 < len(plan.rows) else row.top + row.height
        cuts = (image[:, row.top : row.top + row.height, left : left + row.width] for left in row.lefts)
        for left, block in mosaic.blend(row, below, cuts):
            out[:, row.top : below, left : left + block.shape[2]] = block
    assert np.allclose(out[:, footprint], image[:, footprint], atol=1e-6)


@pytest.mark.parametrize("coarse", [(10, 13), (73, 5), (1, 1)])
@pytest.mark.parametrize("scale", [1.5, 3, 2.004])
@pytest.mark.parametrize("step", [1, 3, 100])
def test_interpolation_in_strips_is_that_of_the_whole(coarse, scale, step):
    fine = round(coarse[0] * scale), round(coarse[1] * scale)
    image = np.random.default_rng(3).random((4, *coarse), np.float32)
    whole = Interpolator(coarse, fine).push(image)
    assert whole.shape == (4, *fine)
    strips = Interpolator(coarse, fine)
    parts = [strips.push(image[:, start : start + step]) for start in range(0, coarse[0], step)]
    assert np.array_equal(np.concatenate(parts, axis=1), whole)


def test_interpolation_of_a_plane_is_the_plane():
    rows, cols = np.mgrid[:20, :20].astype(np.float32)
    plane = np.stack([rows + cols] * 4)
    fine = Interpolator((20, 20), (60, 60)).push(plane)[0]
    at = (np.arange(60) + 0.5) / 3 - 0.5
    inside = slice(2, -2)
    assert np.allclose(fine[inside, inside], (at[:, None] + at[None])[inside, inside], atol=1e-4)
