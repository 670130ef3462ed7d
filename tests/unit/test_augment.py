"""Looking again at a patch: turned views come back in place, and only where isolated pixels are."""

from dataclasses import dataclass

import numpy as np
import pytest

from s2cloudmask.core.masking.views import Augmented, isolated_share


@dataclass
class Local:
    """A network without context: each pixel's classes follow from its own bands alone, so every view agrees."""

    model: object = None
    calls: int = 0

    def predict_each(self, patches):
        return (self.predict(patch[None])[0] for patch in patches)

    def predict(self, reflectance):
        self.calls += 1
        return reflectance[:, :4] / reflectance[:, :4].sum(axis=1, keepdims=True)


@dataclass
class Leaning(Local):
    """A network that favours class 1 at the upper left of whatever it sees, and nothing else."""

    def predict(self, reflectance):
        self.calls += 1
        out = np.full((len(reflectance), 4, *reflectance.shape[2:]), 0.25, np.float32)
        out[:, 1, 0, 0] = 1
        return out


def looked_at(augmented, image):
    return np.stack(list(augmented.predict_each(iter(image))))


def noise(count=2, side=64):
    return np.random.default_rng(0).random((count, 4, side, side), np.float32) + 0.01


@pytest.mark.parametrize("views", range(8))
def test_every_view_is_turned_back_to_its_place(views):
    image = noise()
    mean = looked_at(Augmented(Local(), views), image)
    assert np.allclose(mean, Local().predict(image), atol=1e-5)


def test_seven_views_see_every_corner_alike():
    augmented = Augmented(Leaning(), 7)
    mean = looked_at(augmented, noise(1, 32))[0, 1]
    # one pixel in 32 x 32 is alone after the first look: the other views are wanted
    assert augmented.reruns > 0
    corners = mean[[0, 0, -1, -1], [0, -1, 0, -1]]
    assert (corners > 0.25).sum() == min(4, 1 + augmented.reruns)


@dataclass
class Counting(Local):
    """A network whose class 0 has the number of the look; isolated pixels stay."""

    def predict(self, reflectance):
        self.calls += 1
        out = np.full((len(reflectance), 4, *reflectance.shape[2:]), 0.1, np.float32)
        out[:, 0] = self.calls
        out[:, 1, ::3, ::3] = 100  # isolated in every view of a side of 3 n + 1
        return out


@pytest.mark.parametrize("views", [1, 2, 3, 7])
def test_all_views_weigh_the_same(views):
    mean = looked_at(Augmented(Counting(), views), noise(1, 64))[0, 0]
    assert np.allclose(mean, np.mean(range(1, views + 2)))


@pytest.mark.parametrize(("isolated", "reruns"), [(10, 0), (11, 1)])
def test_more_than_ten_isolated_pixels_of_512_x_512_want_another_look(isolated, reruns):
    image = np.zeros((1, 4, 512, 512), np.float32)
    image[:, 0] = 1
    for number in range(isolated):
        image[0, :2, 20 * number + 5, 7] = 0, 1
    augmented = Augmented(Local(), 1)
    looked_at(augmented, image)
    assert augmented.reruns == reruns


def test_a_patch_without_isolated_pixels_is_seen_once():
    smooth = np.zeros((1, 4, 64, 64), np.float32)
    smooth[:, 0, :, :32], smooth[:, 1, :, 32:] = 1, 1
    network = Local()
    augmented = Augmented(network, 7)
    looked_at(augmented, np.concatenate([smooth, noise(1)]))
    assert augmented.reruns == 7 and network.calls == 9


def test_isolated_pixels_are_those_without_a_like_neighbour():
    classes = np.zeros((10, 10), int)
    classes[5, 5] = 1
    classes[0, 0] = 2
    classes[8, 8:] = 3
    assert isolated_share(classes) == pytest.approx(2 / 100)
