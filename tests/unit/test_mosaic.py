"""Blending: seamless, in probabilities, the same whatever the strips; and interpolation to a finer grid."""

import numpy as np
import pytest

from s2cloudmask.core.mosaic import Interpolator, Mosaic
from s2cloudmask.core.patches import plan_patches


def mosaic_of(image: np.ndarray, patch: int, overlap: int) -> tuple[np.ndarray, np.ndarray]:
    """Cut `image` (4, rows, cols) into patches and blend them again."""
    plan = plan_patches(np.ones((1, 1), bool), image.shape[1:], patch, overlap)
    mosaic = Mosaic(image.shape[2], plan.rows[0].height)
    parts, covers = [], []
    for index, row in enumerate(plan.rows):
        mosaic.begin(row)
        for left in row.lefts:
            mosaic.add(left, image[:, row.top : row.top + row.height, left : left + row.width])
        below = plan.rows[index + 1].top if index + 1 < len(plan.rows) else row.top + row.height
        part, covered = mosaic.take(below - row.top)
        parts.append(part.copy())
        covers.append(covered)
    return np.concatenate(parts, axis=1), np.concatenate(covers)


@pytest.mark.parametrize(("patch", "overlap"), [(32, 0), (32, 8), (64, 32), (512, 64)])
def test_patches_of_one_image_give_that_image_back(patch, overlap):
    image = np.random.default_rng(1).random((4, 200, 150), np.float32)
    blended, covered = mosaic_of(image, patch, overlap)
    assert covered.all() and blended.shape == image.shape
    assert np.allclose(blended, image, atol=1e-6)


def test_a_border_between_two_patches_fades_linearly():
    mosaic = Mosaic(100, 10)
    plan = plan_patches(np.ones((1, 1), bool), (10, 100), 60, 20)
    mosaic.begin(plan.rows[0])
    zero, one = np.zeros((4, 10, 60), np.float32), np.ones((4, 10, 60), np.float32)
    mosaic.add(0, zero)
    mosaic.add(40, one)
    row = mosaic.take(10)[0][0, 5]
    assert row[:40].max() == 0 and row[60:].min() == 1
    assert np.allclose(np.diff(row[40:60]), 1 / 20, atol=1e-6)


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
