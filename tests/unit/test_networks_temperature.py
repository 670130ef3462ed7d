"""A temperature for each class: other confidence, the same classes, another identity."""

from dataclasses import replace

import numpy as np
import pytest
import rasterio

from s2cloudmask.core.classes import CONFIDENCE_SCALE, NO_DATA
from s2cloudmask.core.masking.mask_granule import MaskSettings, mask_granule
from s2cloudmask.core.networks.catalog import catalogue, find_model
from s2cloudmask.core.networks.ensemble import open_network
from s2cloudmask.core.networks.temperature import tempered
from s2cloudmask.core.products.product import open_product

TEMPERATURE = (1.0, 2.5, 1.0, 0.4)


def probabilities() -> np.ndarray:
    logits = np.random.default_rng(4).normal(0, 6, (4, 50, 60)).astype(np.float32)
    powers = np.exp(logits - logits.max(axis=0))
    return powers / powers.sum(axis=0)


@pytest.mark.parametrize("temperature", [TEMPERATURE, (0.25,) * 4, (8.0,) * 4])
def test_the_likeliest_class_stays_and_the_sum_is_1(temperature):
    given = probabilities()
    classes = given.argmax(axis=0)
    made = tempered(given, classes, temperature)
    assert made.dtype == np.float32 and np.allclose(made.sum(axis=0), 1, atol=1e-5)
    assert np.array_equal(made.argmax(axis=0), classes)


def test_it_divides_the_logits_by_the_temperature_of_the_likeliest_class():
    given = probabilities().astype(np.float64)
    classes = given.argmax(axis=0)
    powers = np.exp(np.log(given) / np.array(TEMPERATURE)[classes])
    made = tempered(given.astype(np.float32), classes, TEMPERATURE)
    assert np.allclose(made, powers / powers.sum(axis=0), atol=1e-5)


def test_sure_pixels_stay_sure_and_unseen_ones_0():
    sure = np.concatenate([np.eye(4), np.zeros((4, 1))], axis=1).astype(np.float32)[:, None]
    assert np.array_equal(tempered(sure, sure.argmax(axis=0), TEMPERATURE), sure)


def test_a_probability_a_hair_below_0_counts_as_0():
    given = np.array([1, -1e-7, 0, 1e-7], np.float32)[:, None, None]
    made = tempered(given, given.argmax(axis=0), (3.0,) * 4)
    assert np.isfinite(made).all() and made.min() == 0 and np.isclose(made.sum(), 1)


def test_a_mask_keeps_its_classes_and_gets_the_tempered_confidence(simulated, tmp_path):
    (granule,) = open_product(simulated(size=546, seed=3, valid_share=0.8).path).granules
    plain = find_model("ukis_l1c")
    masks, confidences, identities = [], [], []
    for number, model in enumerate((plain, replace(plain, temperature=TEMPERATURE))):
        settings = MaskSettings(resolution=60, confidence=True)
        result = mask_granule(granule, tmp_path / f"{number}.tif", open_network(model), settings)
        identities.append(result.facts["identity"])
        with rasterio.open(result.mask) as mask, rasterio.open(result.confidence) as confidence:
            masks.append(mask.read(1))
            confidences.append(confidence.read())
    assert np.array_equal(*masks) and identities[0] != identities[1]
    before, after = confidences
    valid = masks[0] != NO_DATA
    assert valid.any() and not valid.all() and (after[:, ~valid] == NO_DATA).all()
    for value, temperature in enumerate(TEMPERATURE):
        of = valid & (masks[0] == value) & (before.max(axis=0) < 0.98 * CONFIDENCE_SCALE)
        if of.any():
            change = after[:, of].max(axis=0).astype(int) - before[:, of].max(axis=0)
            assert (change <= 1).all() if temperature >= 1 else (change >= -1).all()
    assert (masks[0] == 1).any() and (before != after)[:, masks[0] == 1].any()


def test_the_identity_of_a_network_holds_its_temperature():
    model = replace(find_model("ukis_l1c"), temperature=())
    hashes = {replace(model, temperature=one).description_sha256 for one in ((), TEMPERATURE, (2.0,) * 4)}
    assert len(hashes) == 3


def test_temperatures_of_the_catalogue_are_one_a_class_and_above_0():
    for model in catalogue():
        assert len(model.temperature) in (0, 4) and all(one > 0 for one in model.temperature), model.name
