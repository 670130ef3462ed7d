"""The s2cloudless package as a second opinion: its own mask in our classes, or a sentence where it is not installed."""

import importlib.util
import json
import sys

import numpy as np
import pytest
import rasterio

from s2cloudmask.core.cli import main
from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.othermasks import s2cloudless_mask
from s2cloudmask.core.products.grid import product_grid
from s2cloudmask.core.products.product import open_product
from s2cloudmask.core.products.reader import read_window

INSTALLED = importlib.util.find_spec("s2cloudless") is not None
needs_package = pytest.mark.skipif(not INSTALLED, reason="needs the optional package s2cloudless")


def test_without_the_package_it_says_how_to_get_it(simulated, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "s2cloudless", None)
    (granule,) = open_product(simulated().path).granules
    with pytest.raises(EngineError, match="pip install s2cloudless") as error:
        s2cloudless_mask.write_second_opinion(granule, tmp_path / "out" / "m.tif")
    assert error.value.code == "missing-model"
    assert not (tmp_path / "out").exists()


def test_level_2a_is_refused(simulated, tmp_path):
    (granule,) = open_product(simulated(level="L2A").path).granules
    with pytest.raises(EngineError) as error:
        s2cloudless_mask.write_second_opinion(granule, tmp_path / "m.tif")
    assert error.value.code == "wrong-level"


@needs_package
@pytest.mark.parametrize("resolution", [pytest.param(20, marks=pytest.mark.slow), 60])
def test_it_is_the_package_s_own_mask_on_the_product_s_pixels(simulated, tmp_path, monkeypatch, resolution):
    from s2cloudless import S2PixelCloudDetector

    monkeypatch.setattr(s2cloudless_mask, "STRIP", 32)  # several strips
    (granule,) = open_product(simulated(cloud_share=0.4).path).granules
    result = s2cloudless_mask.write_second_opinion(granule, tmp_path / "m.tif", resolution=resolution)
    reflectance, valid = read_window(granule, s2cloudless_mask.BANDS, product_grid(granule, resolution))
    average, dilation = {20: (11, 6), 60: (4, 2)}[resolution]
    detector = S2PixelCloudDetector(threshold=0.4, average_over=average, dilation_size=dilation)
    probability = detector.get_cloud_probability_maps(np.moveaxis(reflectance, 0, -1)[None])
    probability[:, ~valid] = 0
    expected = np.where(valid, detector.get_mask_from_prob(probability)[0], 255)
    with rasterio.open(tmp_path / "m.tif") as file:
        np.testing.assert_array_equal(file.read(1), expected)
        assert json.loads(file.tags()["LACKS"]) == ["thin_cloud", "cloud_shadow"]
    assert 0.05 < result.fractions["thick_cloud"] < 0.95


@needs_package
def test_as_a_command(simulated, capsys, tmp_path):
    out = tmp_path / "second.tif"
    assert main(["s2cloudless", str(simulated().path), "--out", str(out), "--progress", "json"]) == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (result,) = [event for event in events if event["event"] == "result"]
    assert result["mask"] == str(out)
    assert result["resolution"] == 60
