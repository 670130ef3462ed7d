"""Roofs on a real image: what they change, and that they are never drawn where a label says cloud."""

import numpy as np
import pytest

from s2cloudmask.core.training.crops import Augmentation, Crops
from s2cloudmask.core.training.labels import NO_DATA
from s2cloudmask.core.training.scene import Scene
from s2cloudmask.core.training.town import built_up

B02, B08, B09, B10, B11 = 1, 7, 9, 10, 11
ONLY_TOWN = Augmentation(zoom=1, turn=0, radiometry=0, bright=0, town=1)


def town(resolution: int, seed: int = 3) -> tuple[np.ndarray, np.ndarray]:
    """A town on grey ground, and where it is."""
    ground = np.full((13, 192, 192), 0.1, np.float32)
    made = built_up(ground, resolution, np.random.default_rng(seed))
    return made, np.abs(made[B02] - 0.1) > 0.01


def test_roofs_are_bright_in_some_pixels_and_dark_in_b09_and_b10_as_ground_is():
    made, there = town(10)
    assert made.shape == (13, 192, 192) and made.dtype == np.float32
    assert 0.005 < there.mean() < 0.9
    brightest = there & (made[B08] >= np.quantile(made[B08][there], 0.9))
    assert made[B08][brightest].mean() > 0.25
    assert made[B09][brightest].mean() < 0.5 * made[B08][brightest].mean()
    assert made[B10][there].max() <= 0.1 and made.max() < 1.2


@pytest.mark.parametrize(("resolution", "side"), [(10, 6), (20, 3), (60, 1)])
def test_coarse_bands_show_roofs_in_pixels_of_60_m(resolution, side):
    made, _ = town(resolution)
    changes = np.flatnonzero((np.diff(made[B09], axis=0) != 0).any(axis=1))
    assert len(changes) and len(set((changes + 1) % side)) == 1


def test_a_town_of_the_same_seed_is_the_same():
    np.testing.assert_array_equal(town(10)[0], town(10)[0])
    assert (town(10)[0] != town(10, seed=4)[0]).any()


@pytest.mark.parametrize(("label", "built"), [(0, True), (1, False), (3, False)])
def test_only_ground_that_is_clear_is_built_up(tmp_path, label, built):
    np.save(tmp_path / "reflectance.npy", np.full((13, 100, 100), 1000, np.uint16))
    labels = np.zeros((100, 100), np.uint8)
    labels[:90, :90] = label
    labels[95:] = NO_DATA
    np.save(tmp_path / "labels.npy", labels)
    crops = Crops([Scene(tmp_path, 10)], 96, 0, ONLY_TOWN)
    images = [crops.draw(number)[0] for number in range(4)]
    assert any((np.abs(image[B02][image[B02] > 0] - 0.1) > 0.01).any() for image in images) == built
    assert all((image[:, image[B02] == 0] == 0).all() for image in images)
