"""Masks of a real image with thick cloud, thin cloud, shadow and clear ground; see tests/data/real_clouds/README.md."""

import numpy as np
import pytest
import rasterio
from real_chips import REAL_CHIP, REAL_LABELS

CLEAR, THICK, THIN, SHADOW = range(4)


@pytest.fixture(scope="module")
def labels():
    with rasterio.open(REAL_LABELS) as file:
        return file.read(1)


@pytest.fixture(scope="module")
def masked(masks, tmp_path_factory):
    """Mask the image once with a network: its `result` event and its classes."""
    made = {}

    def mask(model):
        if model not in made:
            path = tmp_path_factory.mktemp("mask") / "m.tif"
            (event,) = masks(REAL_CHIP, mask_file=str(path), model=model, resolution=10).of("result")
            with rasterio.open(path) as file:
                made[model] = event, file.read(1)
        return made[model]

    return mask


def shares(classes, labels):
    """Of the pixels of each label, the share of each class: (4 labels, 4 classes)."""
    return np.array([[(classes[labels == label] == value).mean() for value in range(4)] for label in range(4)])


@pytest.mark.parametrize("model", ["UNetMobV2_s2cm", pytest.param("UKIS+UNetMobV2", marks=pytest.mark.slow)])
def test_networks_with_four_classes_find_each_where_it_lies(masked, labels, model):
    found = shares(masked(model)[1], labels)
    assert (found.diagonal() > 0.9).all(), found
    assert found[CLEAR, CLEAR] > 0.98 and found[THICK, THICK] > 0.98


def test_ukis_finds_cloud_and_shadow_and_leaves_the_ground_clear(masked, labels):
    event, classes = masked("ukis_l1c")
    found = shares(classes, labels)
    assert found[CLEAR, CLEAR] > 0.98 and found[THICK, THICK] > 0.95 and found[SHADOW, SHADOW] > 0.7, found
    assert not (classes == THIN).any() and event["fractions"]["thin_cloud"] is None


def test_the_mask_has_the_place_of_the_image_and_counts_its_classes(masked):
    event, classes = masked("UNetMobV2_s2cm")
    with rasterio.open(REAL_CHIP) as image, rasterio.open(event["mask"]) as mask:
        assert (mask.crs, mask.transform, mask.shape) == (image.crs, image.transform, image.shape)
    assert [event["fractions"][name] for name in ("clear", "thick_cloud", "thin_cloud", "cloud_shadow")] == [
        pytest.approx((classes == value).mean(), abs=1e-6) for value in range(4)
    ]


def test_the_image_is_committed_with_its_licence():
    with rasterio.open(REAL_CHIP) as file:
        assert "CC BY 4.0" in file.tags()["licence"] and "Copernicus" in file.tags()["licence"]
    text = REAL_CHIP.with_name("README.md").read_text("utf-8")
    assert REAL_CHIP.name in text and REAL_LABELS.name in text and "creativecommons.org/licenses/by/4.0" in text
