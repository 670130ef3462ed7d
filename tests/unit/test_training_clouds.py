"""Clouds over real ground, simulated and cut from real images: their physics, their labels, the crops made of them."""

import numpy as np
import pytest
import torch

from s2cloudmask.core.networks.missing_bands import MISSING
from s2cloudmask.core.training import crops as crops_module
from s2cloudmask.core.training.cloud_cover import coarsened, cover, labels_of, with_clouds
from s2cloudmask.core.training.cloud_layers import (
    B02,
    B09,
    B10,
    Clouds,
    Sun,
    mirrored,
    rolled,
    shadow_of,
    simulated,
    spectrum_at,
    transplanted,
)
from s2cloudmask.core.training.crops import GENTLE, Augmentation, Crops
from s2cloudmask.core.training.labels import CLOUD, NO_DATA, NO_LABEL
from s2cloudmask.core.training.pairs import cutout, pair_labels
from s2cloudmask.core.training.scene import Scene

SIZE = 96
HIGH_SUN = Sun(np.zeros(1), np.zeros(1))
B8A, B11 = 8, 11


def ground(value: float = 0.15) -> torch.Tensor:
    """Flat ground under clear air, one crop."""
    out = torch.full((1, 13, SIZE, SIZE), value)
    out[:, B10] = 0.001
    return out


def layer(height: float, opacity: float, shadow: float = 0.0) -> Clouds:
    """An even cloud of the spectrum of a height over the whole crop."""
    covered = torch.full((1, SIZE, SIZE), opacity)
    light = covered[:, None] * torch.from_numpy(spectrum_at(height))[None, :, None, None]
    return Clouds(covered, light, torch.full((1, SIZE, SIZE), shadow))


def over(*layers: Clouds, value: float = 0.15) -> tuple[torch.Tensor, torch.Tensor]:
    image, labels, _ = cover(ground(value), layers, np.array([10]), np.zeros(1, bool))
    return image[0], labels[0]


def test_cirrus_is_seen_in_b10_and_low_cloud_is_dark_in_b09_and_b10():
    low, _ = over(layer(1200, 0.95))
    cirrus, labels = over(layer(10000, 0.2))
    assert (labels == 2).all()
    assert cirrus[B10, 0, 0] > 0.01 > 0.004 > low[B10, 0, 0]
    assert low[B09, 0, 0] < 0.15 < 0.4 < low[2, 0, 0]  # as measured on real cumulus


def test_labels_follow_what_a_cloud_adds_as_the_rule_of_the_real_labels_does():
    assert [int(over(layer(1200, opacity))[1][0, 0]) for opacity in (0.0, 0.1, 0.3, 0.5, 0.9)] == [0, 2, CLOUD, 1, 1]
    assert int(over(layer(1200, 0.25), layer(3000, 0.25))[1][0, 0]) == 1  # two thin clouds make a thick one
    faint = torch.tensor([0.0, 0.025, 0.05, 0.15, 0.3])
    none = torch.zeros(5)
    assert labels_of(faint, none, none, none, none).tolist() == [0, NO_LABEL, 2, CLOUD, 1]
    assert labels_of(none, torch.tensor([0.0, 0.005, 0.02, 0, 0]), none, none, none).tolist() == [0, NO_LABEL, 2, 0, 0]


def test_a_shadow_is_labelled_where_it_is_seen_and_darkens_infrared_more_than_blue():
    shaded, labels = over(layer(1200, 0.0, shadow=0.9))
    assert (labels == 3).all() and float(shaded.min()) >= 0
    loss = 1 - shaded[:, 0, 0] / 0.15
    assert loss[B8A] > loss[B02] > 0
    assert (over(layer(1200, 0.9, shadow=0.9))[1] == 1).all()  # the cloud above it hides it


@pytest.mark.parametrize(("azimuth", "zenith"), [(0, 45), (90, 45), (135, 45), (250, 45)])
def test_a_shadow_lies_away_from_the_sun_as_far_as_the_cloud_is_high(azimuth, zenith):
    length = np.tan(np.deg2rad(zenith)) / 20  # pixels of 20 m a metre
    angle = np.deg2rad(azimuth)
    sun = Sun(np.array([length * np.cos(angle)]), np.array([-length * np.sin(angle)]))
    opacity = torch.zeros((1, SIZE, SIZE))
    opacity[:, 44:52, 44:52] = 1
    for height in (300.0, 500.0):
        shadow = shadow_of(lambda *by: rolled(opacity, *by), np.array([height]), np.array([20.0]), sun)[0]
        down, right = ((shadow > 0.8).nonzero().float().mean(0) - 47.5).tolist()
        assert down == pytest.approx(height / 20 * np.cos(angle), abs=2)
        assert right == pytest.approx(-height / 20 * np.sin(angle), abs=2)


def test_a_transplanted_cloud_is_that_of_the_cut_whatever_its_direction():
    cut = torch.zeros((1, 14, SIZE, SIZE), dtype=torch.float16)
    cut[:, :13], cut[:, 13] = 0.5, 0.9
    sun = Sun(np.zeros(3), np.zeros(3))
    clouds = transplanted(np.random.default_rng(1), cut, 64, np.array([10, 10, 20]), sun)
    assert clouds.opacity.shape == clouds.shadow.shape == (3, 64, 64) and clouds.light.shape == (3, 13, 64, 64)
    assert float(clouds.opacity.amin()) > 0.3 and float(clouds.light.amin()) > 0.1


def test_coarse_bands_show_clouds_in_pixels_of_their_own():
    change = torch.rand((2, 13, SIZE, SIZE), generator=torch.Generator().manual_seed(0))
    out = coarsened(change, np.array([10, 10]), np.array([True, False]))
    assert torch.equal(out[1], change[1]) and torch.equal(out[0, B02], change[0, B02])
    for band, factor in ((0, 6), (5, 2), (B10, 6)):
        blocks = out[0, band].reshape(SIZE // factor, factor, SIZE // factor, factor)
        assert float(blocks.amax((1, 3)).sub(blocks.amin((1, 3))).max()) < 1e-6
        assert float(out[0, band].mean()) == pytest.approx(float(change[0, band].mean()), abs=1e-5)


def test_simulated_cover_is_partial_or_whole():
    rng, generator = np.random.default_rng(0), torch.Generator().manual_seed(0)
    sun = Sun(np.zeros(40), np.zeros(40))
    clouds = simulated(rng, generator, 64, np.full(40, 20), sun)
    shares = (clouds.opacity > 0.12).float().mean((1, 2))
    assert bool((shares > 0.99).any()) and int(((shares > 0.03) & (shares < 0.6)).sum()) > 10
    assert bool(torch.isfinite(clouds.light).all()) and float(clouds.shadow.max()) <= 1


def test_what_is_known_of_the_ground_decides_what_a_cloud_means():
    codes = torch.tensor([0, 0, 0, 1, CLOUD, NO_LABEL, NO_LABEL, 3, NO_DATA, 0], dtype=torch.uint8)
    sky = torch.tensor([1, 2, 3, 2, 3, 2, 0, NO_LABEL, 1, NO_LABEL], dtype=torch.uint8)
    expected = [1, 2, 3, CLOUD, CLOUD, CLOUD, NO_LABEL, NO_LABEL, NO_DATA, NO_LABEL]
    assert with_clouds(codes, sky).tolist() == expected


@pytest.fixture
def pair() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A clear and a cloudy image, x 10000, and what a 30 m network is sure of: left cloud, right shadow, ground."""
    clear = np.full((13, 60, 60), 1000, np.uint16)
    clear[B8A:], clear[B10] = 2500, 12
    cloudy = clear.copy()
    cloudy[:, :, :20] = 4500
    cloudy[B10, :, :20] = 15
    cloudy[:, :, 40:] = clear[:, :, 40:] // 2
    confidence = np.zeros((4, 60, 60), np.uint8)
    confidence[1, :, :20], confidence[0, :, 20:40], confidence[3, :, 40:] = 250, 250, 250
    return cloudy, clear, confidence


def test_a_pair_tells_cloud_shadow_and_ground_but_not_their_borders(pair):
    labels = pair_labels(*pair)
    assert (labels[:, :18] == 1).all() and (labels[:, 24:36] == 0).all() and (labels[:, 42:] == 3).all()
    assert (labels[:, 20] == NO_LABEL).all() and (labels[:, 39:41] == NO_LABEL).all()
    contradicted = pair[0], pair[1], np.roll(pair[2], 1, axis=0)
    assert not (pair_labels(*contradicted) == 3).any()


def test_ploughed_ground_is_no_cloud_and_faint_cirrus_is(pair):
    cloudy, clear, confidence = pair
    cloudy[:] = clear
    confidence[:] = 0
    confidence[0] = 250
    ploughed = cloudy.copy()
    ploughed[[1, 2, 3]] += np.array([600, 900, 1400], np.uint16)[:, None, None]
    assert not np.isin(pair_labels(ploughed, clear, confidence), (1, 2, CLOUD)).any()
    cloudy[B10] = 150
    assert (pair_labels(cloudy, clear, confidence) == 2).all()


def test_a_cloud_that_is_cut_and_laid_on_its_own_ground_is_what_was_seen(pair):
    cloudy, clear, _ = pair
    cut = cutout(cloudy, clear).astype(np.float32)
    again = clear / 10000 * (1 - cut[13]) + cut[:13]
    visible = [1, 2, 3]
    np.testing.assert_allclose(again[visible, :, :18], cloudy[visible, :, :18] / 10000, atol=0.01)
    assert (cut[13, :, :18] > 0.9).all() and (cut[:, :, 25:] == 0).all()


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
        assert torch.equal(first, second)
    image, labels = ahead
    assert image.shape == (3, 13, 64, 64) and image.dtype == torch.float32 and labels.shape == (3, 64, 64)
    assert not torch.equal(Crops(scenes, 64, 6, Augmentation()).batch(7, 3)[0], image)
    assert not torch.equal(one.batch(8, 3)[0], image)


def test_scenes_too_large_for_memory_give_the_same_crops_from_the_disk(scenes, monkeypatch):
    packed = Crops(scenes, 64, 5, Augmentation()).batch(1, 3)
    monkeypatch.setattr(crops_module, "LARGEST_PACKED", 100)
    for first, second in zip(packed, Crops(scenes, 64, 5, Augmentation()).batch(1, 3), strict=True):
        assert torch.equal(first, second)


def test_no_data_stays_empty_and_unlabelled(scenes):
    image, labels = Crops(scenes[1:], 64, 1, Augmentation()).batch(0, 6)
    assert bool((labels == NO_LABEL).any())
    assert bool(((labels < 4) | (labels == CLOUD) | (labels == NO_LABEL)).all())
    assert bool((image[:, B8A] == 0).any())


def test_a_band_that_is_missing_is_missing_everywhere_and_gentle_crops_lack_none(scenes):
    lacking = Augmentation(surface=0.5, lacking=1.0)
    image, _ = Crops(scenes, 64, 1, lacking).batch(0, 12)
    gone = image == MISSING
    assert bool((gone.flatten(2).all(2) == gone.flatten(2).any(2)).all())
    shares = gone.flatten(2).all(2).float().mean(0)
    assert bool((shares[[0, B09, B10]] > 0).all()) and float(shares.sum()) == float(shares[[0, B09, B10]].sum())
    assert float(Crops(scenes, 64, 1, GENTLE).batch(0, 4)[0].min()) >= 0


def test_places_beyond_an_edge_are_folded_back():
    assert mirrored(np.arange(-3, 7), 4).tolist() == [2, 1, 0, 0, 1, 2, 3, 3, 2, 1]
    assert mirrored(torch.arange(-3, 7), 4).tolist() == [2, 1, 0, 0, 1, 2, 3, 3, 2, 1]
