"""Simulated clouds over real ground: their physics, their labels, and the crops that are made of them."""

import itertools

import numpy as np
import pytest

from s2cloudmask.core.simulation.sky import Sun
from s2cloudmask.core.training.clouds import B09, B10, Layer, cover, draw_layers, labels_of, shadow_of, spectrum_at
from s2cloudmask.core.training.crops import Augmentation, Crops, mirrored
from s2cloudmask.core.training.labels import CLOUD, NO_DATA, NO_LABEL, with_clouds
from s2cloudmask.core.training.scene import Scene

SIZE = 120
GROUND = np.full((13, SIZE, SIZE), 0.15, np.float32)
GROUND[B10] = 0.001


def layer(height: float, thickness: float, rows: slice, cols: slice) -> Layer:
    """A square cloud at a height, with the spectrum of it."""
    field = np.zeros((SIZE, SIZE), np.float32)
    field[rows, cols] = thickness
    return Layer(height, 50.0, field, np.ones_like(field), spectrum_at(height))


def test_cirrus_is_seen_in_b10_and_low_cloud_is_dark_in_b09_and_b10():
    middle = slice(40, 80)
    sun = Sun(30, 150)
    low, _ = cover(GROUND, [layer(1200, 5, middle, middle)], sun, 10)
    cirrus, labels = cover(GROUND, [layer(10000, 0.35, middle, middle)], sun, 10)
    assert (labels[middle, middle] == 2).all()
    assert cirrus[B10, 60, 60] > 0.02 > 0.004 > low[B10, 60, 60]
    assert low[B09, 60, 60] < 0.12 < 0.4 < low[2, 60, 60]  # as measured on real cumulus
    heights = [spectrum_at(height) for height in (500, 2000, 5000, 9000)]
    assert all(a[band] <= b[band] for band in (B09, B10) for a, b in itertools.pairwise(heights))


@pytest.mark.parametrize("azimuth", [0, 90, 135, 250])
def test_a_shadow_lies_away_from_the_sun_as_far_as_the_cloud_is_high(azimuth):
    part = slice(55, 65)
    for height, resolution in ((500, 20), (1000, 20)):
        shadow = shadow_of([layer(height, 8, part, part)], Sun(45, azimuth), resolution)
        rows, cols = np.nonzero(shadow > 0.8)
        down, right = rows.mean() - 59.5, cols.mean() - 59.5
        length = height / resolution  # the sun stands at 45 degrees
        assert down == pytest.approx(length * np.cos(np.deg2rad(azimuth)), abs=3)
        assert right == pytest.approx(-length * np.sin(np.deg2rad(azimuth)), abs=3)


def test_shadow_darkens_the_ground_and_is_labelled_but_not_under_a_cloud():
    part = slice(40, 80)
    image, labels = cover(GROUND, [layer(500, 6, part, part)], Sun(45, 90), 20)
    shaded = labels == 3
    assert shaded.any() and (labels[part, part] == 1).all()
    for band in range(10):
        assert image[band][shaded].max() < GROUND[band, 0, 0] and image[band].min() >= 0
    loss = 1 - image[:, shaded].mean(1) / 0.15
    assert loss[8] > loss[1]  # the sky lights a shadow in blue


def test_labels_follow_optical_thickness_through_all_layers():
    thickness = np.linspace(0, 3, SIZE * SIZE, dtype=np.float32).reshape(SIZE, SIZE)
    one = Layer(3000, 50.0, thickness, np.ones_like(thickness), spectrum_at(3000))
    _, labels = cover(GROUND, [one], Sun(0, 0), 10)
    opacity = 1 - np.exp(-thickness)
    assert (labels[opacity > 0.56] == 1).all() and (labels[(opacity > 0.15) & (opacity < 0.44)] == 2).all()
    assert not (labels[opacity < 0.07] == 2).any()
    thin = [layer(height, 0.45, slice(None), slice(None)) for height in (1000, 9000)]
    assert (cover(GROUND, thin[:1], Sun(0, 0), 10)[1] == 2).all()
    assert (cover(GROUND, thin, Sun(0, 0), 10)[1] == 1).all()  # two thin clouds make a thick one
    assert labels_of(np.float32([0.5]), np.float32([0])).tolist() == [CLOUD]


def test_coarse_bands_show_clouds_in_pixels_of_their_own():
    rng = np.random.default_rng(3)
    flat = np.full((13, 114, 114), 0.1, np.float32)
    image, _ = cover(flat, draw_layers(rng, SIZE, 10), Sun(40, 120), 10, blocks=(0, 0))
    for band, factor in ((0, 6), (5, 2), (B10, 6)):
        blocks = image[band].reshape(114 // factor, factor, 114 // factor, factor)
        assert np.ptp(blocks, axis=(1, 3)).max() < 1e-6
    assert np.ptp(image[1].reshape(19, 6, 19, 6), axis=(1, 3)).max() > 1e-4


def test_cover_is_partial_or_whole_and_of_several_layers():
    skies = [draw_layers(np.random.default_rng(seed), 126, 20) for seed in range(60)]
    covered = [1 - np.prod([1 - layer.opacity for layer in sky], axis=0) for sky in skies]
    shares = np.array([(field > 0.12).mean() for field in covered])
    assert (shares > 0.99).any() and ((shares > 0.05) & (shares < 0.6)).sum() > 15
    assert {len(sky) for sky in skies} == {1, 2, 3}


def test_what_is_known_of_the_ground_decides_what_a_simulated_cloud_means():
    ground = np.array([0, 0, 0, 1, CLOUD, NO_LABEL, NO_LABEL, 3, NO_DATA, 0], np.uint8)
    drawn = np.array([1, 2, 3, 2, 3, 2, 0, NO_LABEL, 1, NO_LABEL], np.uint8)
    expected = [1, 2, 3, CLOUD, CLOUD, CLOUD, NO_LABEL, NO_LABEL, NO_DATA, NO_LABEL]
    assert with_clouds(ground, drawn).tolist() == expected


@pytest.fixture
def scenes(tmp_path):
    """Two scenes of noise, half of one without data."""
    rng = np.random.default_rng(0)
    made = []
    for number, resolution in enumerate((10, 60)):
        folder = tmp_path / f"{number}"
        folder.mkdir()
        labels = np.zeros((90, 150), np.uint8)
        labels[:, : 75 * number] = NO_DATA
        np.save(folder / "reflectance.npy", rng.integers(500, 3000, (13, 90, 150)).astype(np.uint16))
        np.save(folder / "labels.npy", labels)
        made.append(Scene(folder, resolution, simulate=0.7))
    return made


def test_the_same_seed_gives_the_same_crops_in_any_order_and_another_seed_others(scenes):
    one, two = (Crops(scenes, 64, 5, Augmentation()) for _ in range(2))
    ahead = one.batch(7, 3)
    one.batch(0, 2)
    for first, second in zip(ahead, two.batch(7, 3), strict=True):
        assert (first == second).all()
    image, labels = ahead
    assert image.shape == (3, 13, 64, 64) and image.dtype == np.float16 and labels.shape == (3, 64, 64)
    assert (Crops(scenes, 64, 6, Augmentation()).batch(7, 3)[0] != image).any()
    assert (one.batch(8, 3)[0] != image).any()


def test_batches_of_worker_processes_are_those_made_here(scenes):
    from s2cloudmask.core.training.batches import batches

    crops = Crops(scenes, 64, 5, Augmentation())
    here, there = (list(batches(crops, 2, 3, 6, workers=workers)) for workers in (0, 2))
    assert len(here) == 3
    for (image, labels), (other, others) in zip(here, there, strict=True):
        assert (image == other).all() and (labels == others).all()


def test_no_data_stays_empty_and_unlabelled(scenes):
    crops = Crops(scenes[1:], 64, 1, Augmentation())
    seen = [crops.draw(0, number) for number in range(6)]
    assert any((labels == NO_LABEL).any() for _, labels in seen)
    assert all(((labels < 4) | (labels == CLOUD) | (labels == NO_LABEL)).all() for _, labels in seen)
    assert any((image == 0).all(0).any() for image, _ in seen)


def test_places_beyond_an_edge_are_folded_back():
    assert mirrored(np.arange(-3, 7), 4).tolist() == [2, 1, 0, 0, 1, 2, 3, 3, 2, 1]
