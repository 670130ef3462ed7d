"""The safety margin over streamed rows: which class goes first, and that strips do not show."""

import numpy as np
import pytest

from s2cloudmask.core.masking.buffer import buffer_rows


def in_strips(classes: np.ndarray, height: int):
    return (classes[top : top + height] for top in range(0, classes.shape[0], height))


def buffered(strips, radius: int) -> np.ndarray:
    return np.concatenate(list(buffer_rows(strips, radius)))


def test_where_margins_meet_thick_goes_before_thin_before_shadow():
    classes = np.zeros((1, 7), np.uint8)
    classes[0] = [1, 0, 3, 0, 2, 0, 1]
    out = buffered(iter([classes]), 1)
    assert out[0].tolist() == [1, 1, 3, 2, 2, 1, 1]


def test_a_margin_never_covers_another_class_nor_no_data():
    classes = np.array([[1, 2, 3, 255, 0, 0]], np.uint8)
    out = buffered(iter([classes]), 3)
    assert out[0].tolist() == [1, 2, 3, 255, 2, 3]


@pytest.mark.parametrize("height", [1, 3, 7, 40])
@pytest.mark.parametrize("radius", [1, 4])
def test_strips_of_any_height_give_the_margin_of_the_whole(height, radius):
    rng = np.random.default_rng(height)
    classes = rng.choice(np.array([0, 1, 2, 3, 255], np.uint8), (40, 30), p=[0.94, 0.015, 0.015, 0.015, 0.015])
    expected = classes.copy()
    rows, cols = np.mgrid[:40, :30]
    for value in (3, 2, 1):
        for row, col in np.argwhere(classes == value):
            expected[((rows - row) ** 2 + (cols - col) ** 2 <= radius**2) & (classes == 0)] = value
    assert np.array_equal(buffered(in_strips(classes, height), radius), expected)
