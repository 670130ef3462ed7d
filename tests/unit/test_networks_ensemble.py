"""Several networks as one."""

import numpy as np
import pytest

from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.networks.ensemble import find_network, open_network


@pytest.mark.slow
def test_an_ensemble_is_the_mean_of_its_members(tmp_path, monkeypatch, trained_weights):
    monkeypatch.setenv("S2CLOUDMASK_CACHE", str(tmp_path))
    ensemble = find_network(f"{trained_weights}+ukis_l1c")
    predictor = open_network(ensemble, precision="float32")
    image = np.random.default_rng(0).random((1, len(ensemble.bands), 256, 256), np.float32) * 0.5
    expected = sum(
        open_network(member, precision="float32").predict(image[:, [ensemble.bands.index(b) for b in member.bands]])
        for member in ensemble.members
    ) / len(ensemble.members)
    assert np.allclose(predictor.predict(image), expected, atol=1e-5)
    assert predictor.weights_sha256.count("+") == 1


def test_different_bands_are_joined_and_the_coarsest_grid_is_taken(trained_weights):
    ensemble = find_network(f"{trained_weights}+ukis_l1c")
    assert len(ensemble.bands) == 13 and ensemble.finest_resolution == 30 and ensemble.patch == 256
    assert ensemble.classes == (0, 1, 2, 3) and ensemble.levels == ("L1C",)


def test_networks_of_different_levels_are_refused():
    with pytest.raises(EngineError, match="different product levels") as caught:
        find_network("ukis_l1c+ukis_l2a")
    assert caught.value.code == "bad-settings"


def test_one_name_is_one_network():
    assert find_network("ukis_l1c").network == "ukis"
