"""The joined form: a four-class network says what it is sure of on the asked grid, UKIS at 30 m the rest."""

import dataclasses
import functools
import importlib.util
import json
from pathlib import Path

import numpy as np
import pytest
import rasterio

from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.masking.mask_granule import MaskSettings, mask_granule
from s2cloudmask.core.networks.catalog import auto_model, catalogue, find_model, model_state
from s2cloudmask.core.networks.composite import ensemble_model
from s2cloudmask.core.networks.ensemble import find_network, open_network
from s2cloudmask.core.networks.joined import join
from s2cloudmask.core.products.grid import product_grid
from s2cloudmask.core.products.product import open_product

JOINED = "UKIS+UNetMobV2"


def probabilities(seed: int) -> np.ndarray:
    values = np.random.default_rng(seed).gamma(0.4, size=(4, 60, 70)).astype(np.float32)
    return values / values.sum(axis=0)


def ruled(fine: np.ndarray, coarse: np.ndarray) -> np.ndarray:
    """The rule in words, class by class."""
    own_cloud = fine[1] + fine[2]
    theirs = np.stack([coarse[0], coarse[1] + coarse[2], coarse[3]]).argmax(axis=0)
    classes = np.full(theirs.shape, 3)
    classes[theirs == 0] = 2 * (own_cloud > 0.5)[theirs == 0]
    kind = np.where(fine[1] >= fine[2], 1, 2)
    classes[theirs == 1] = kind[theirs == 1]
    classes[(fine[0] > 0.9) & (theirs != 2)] = 0
    classes[fine[3] > 0.9] = 3
    classes[own_cloud > 0.9] = kind[own_cloud > 0.9]
    return classes


def test_the_likeliest_class_is_that_of_the_rule_and_probabilities_sum_to_1():
    fine, coarse = probabilities(1), probabilities(2)
    joined = join(fine, coarse)
    assert joined.dtype == np.float32 and np.allclose(joined.sum(axis=0), 1, atol=1e-5) and joined.min() >= 0
    assert np.array_equal(joined.argmax(axis=0), ruled(fine, coarse))
    assert set(np.unique(joined.argmax(axis=0))) == {0, 1, 2, 3}


def test_what_both_are_sure_of_stays_sure():
    sure = np.eye(4, dtype=np.float32)[:, :, None]
    assert np.allclose(join(sure, sure), sure)


def one(classes: list[int], sure: float) -> np.ndarray:
    """A pixel a class, of that probability; the rest is shared by the others."""
    values = np.full((4, 1, len(classes)), (1 - sure) / 3, np.float32)
    values[classes, 0, range(len(classes))] = sure
    return values


def test_what_the_own_network_is_sure_of_stands_but_clear_in_shadow():
    fine, theirs = [0, 1, 2, 3] * 3, [0] * 4 + [1] * 4 + [3] * 4
    sure = join(one(fine, 0.94), one(theirs, 0.97)).argmax(axis=0)[0]
    assert sure.tolist() == [0, 1, 2, 3, 0, 1, 2, 3, 3, 1, 2, 3]
    unsure = join(one(fine, 0.8), one(theirs, 0.97)).argmax(axis=0)[0]
    assert unsure.tolist() == [0, 2, 2, 0, 1, 1, 2, 1, 3, 3, 3, 3]


@pytest.fixture(scope="module")
def scene(simulated):
    """A cloudy simulated granule with a wedge of no data."""
    return open_product(simulated(size=546, seed=3, valid_share=0.8).path).granules[0]


@pytest.fixture(scope="module")
def made(scene, tmp_path_factory):
    """`made(20, "own")`: classes, confidence and result of the joined form or of one of its members."""
    folder = tmp_path_factory.mktemp("masks")
    opened = {name: open_network(find_network(name), precision="float32") for name in (JOINED, "ukis_l1c")}
    opened["own"] = opened[JOINED].parts[0]

    @functools.cache
    def make(resolution: int, name: str):
        target = folder / f"{opened[name].model.name}_{resolution}m_cloudmask.tif"
        result = mask_granule(scene, target, opened[name], MaskSettings(resolution=resolution, confidence=True))
        with rasterio.open(result.mask) as mask, rasterio.open(result.confidence) as confidence:
            return mask.read(1), confidence.read(), result

    return make


RESOLUTIONS = [pytest.param(10, marks=pytest.mark.slow), 20]


@pytest.mark.parametrize("resolution", RESOLUTIONS)
def test_where_it_departs_from_ukis_the_own_network_says_so(made, resolution):
    joined, theirs, own = (made(resolution, name)[0] for name in (JOINED, "ukis_l1c", "own"))
    valid = theirs != 255
    assert np.array_equal(joined == 255, ~valid)
    assert not (joined[theirs == 3] == 0).any()
    for said, theirs_not in ((0, [1]), (3, [0, 1]), (2, [3])):
        departs = valid & (joined == said) & np.isin(theirs, theirs_not)
        assert departs.any() and (own[departs] == said).all()
    alike = np.array([0, 1, 1, 3])
    assert 0.8 < (alike[joined[valid]] == alike[theirs[valid]]).mean() < 1


@pytest.mark.parametrize("resolution", RESOLUTIONS)
def test_thick_or_thin_is_the_word_of_the_own_network(made, resolution):
    joined, own = made(resolution, JOINED)[0], made(resolution, "own")[0]
    cloud = np.isin(joined, (1, 2)) & np.isin(own, (1, 2)) & (made(resolution, "ukis_l1c")[0] == 1)
    assert np.array_equal(joined[cloud], own[cloud])
    new = (joined == 2) & (made(resolution, "ukis_l1c")[0] == 0)
    assert new.any() and np.isin(own[new], (1, 2)).mean() > 0.95  # the rest: thick and thin together, neither alone


def test_confidence_says_the_class_of_the_mask(made):
    joined, confidence, _ = made(20, JOINED)
    valid = joined != 255
    assert np.abs(confidence[:, valid].astype(int).sum(axis=0) - 250).max() <= 2
    said = np.take_along_axis(confidence[:, valid], joined[valid][None].astype(int), axis=0)[0]
    assert np.array_equal(said, confidence[:, valid].max(axis=0))


def test_provenance_names_both_networks_and_their_grids(made):
    result = made(20, JOINED)[2]
    facts = json.loads(Path(result.json).read_text("utf-8"))
    assert facts["model"] == JOINED and facts["predicted_at"] == 20 and len(facts["classes"]) == 4
    own, ukis = facts["members"]
    assert (own["predicted_at"], ukis["model"], ukis["predicted_at"]) == (20, "ukis_l1c", 30)
    assert facts["weights_sha256"] == f"{own['weights_sha256']}+{ukis['weights_sha256']}"
    assert "Apache-2.0" in facts["licence"] and "members" not in made(20, "ukis_l1c")[2].facts


def test_an_area_with_views_is_the_same_inside(scene, made, tmp_path):
    xmin, _, _, ymax = product_grid(scene, 20).bounds
    bounds = (xmin + 1000, ymax - 4000, xmin + 4000, ymax - 1000)
    predictor = open_network(find_network(JOINED), precision="float32")
    settings = MaskSettings(bounds=bounds, tta=1, patch=96, overlap=16)
    with rasterio.open(mask_granule(scene, tmp_path / "m.tif", predictor, settings).mask) as file:
        part = file.read(1)
    whole = made(20, JOINED)[0][50:200, 50:200]
    assert np.array_equal(part == 255, whole == 255)
    assert ((part == 3) == (whole == 3)).mean() > 0.95


def test_its_name_is_no_ensemble_and_it_joins_no_other():
    assert find_network(JOINED.lower()).network == "joined"
    with pytest.raises(EngineError, match="several networks already") as caught:
        ensemble_model([find_model(JOINED), find_model("ukis_l1c")])
    assert caught.value.code == "bad-settings"


def test_patches_without_a_product_are_refused():
    predictor = open_network(find_network(JOINED), precision="float32")
    with pytest.raises(EngineError, match="ukis_l1c"):
        predictor.predict(np.zeros((1, len(predictor.model.bands), 64, 64), np.float32))


def test_it_is_here_when_both_members_are(monkeypatch):
    joined = find_model(JOINED)
    assert model_state(joined) == "embedded"
    missing = dataclasses.replace(joined.members[0], package="not_installed_here")
    assert model_state(dataclasses.replace(joined, members=(missing, joined.members[1]))) == "missing"


@pytest.mark.parametrize(("resolution", "name"), [(10, JOINED), (20, JOINED), (30, "ukis_l1c"), (60, "ukis_l1c")])
def test_auto_takes_it_at_10_and_20_m(resolution, name):
    model, reason = auto_model("L1C", resolution, find_model(JOINED).bands)
    assert model.name == name and reason.startswith(f"{name}: ") and reason.endswith(".")
    assert "s2cloudmask models fetch UNetMobV2_V2" in reason


def test_auto_passes_it_over_where_a_band_is_missing():
    bands = [band for band in find_model(JOINED).bands if band != "B05"]
    model, reason = auto_model("L1C", 20, bands)
    assert model.name == "ukis_l1c" and f"{JOINED} needs B05, which the product lacks" in reason


def test_auto_passes_it_over_where_it_cannot_be_converted(monkeypatch, tmp_path):
    monkeypatch.setenv("S2CLOUDMASK_CACHE", str(tmp_path))
    find = importlib.util.find_spec
    monkeypatch.setattr("importlib.util.find_spec", lambda name, *rest: None if name == "torch" else find(name, *rest))
    model, reason = auto_model("L1C", 20)
    assert model.name == "ukis_l1c" and f"{JOINED} needs torch" in reason
    (tmp_path / f"{find_model(JOINED).members[0].sha256}-1").mkdir()
    assert auto_model("L1C", 20)[0].name == JOINED


def test_its_second_member_reads_bands_of_the_first():
    for model in catalogue():
        if model.network == "joined":
            first, second = model.members
            assert set(second.bands) <= set(first.bands) and first.levels and model.levels
