"""Published networks that come as files only are taken by name, kind and shape; random weights stand for them here."""

import warnings

import numpy as np
import pytest
import torch
from networks_samples import reflectance

from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.networks.catalog import find_model, models
from s2cloudmask.core.networks.engines import open_predictor
from s2cloudmask.core.networks.importing import import_file
from s2cloudmask.core.networks.presets import _presets
from s2cloudmask.core.networks.unetmobv2 import build_unetmobv2

FOUR_BANDS = "mobilenetv2_l2a_rgbnir.pth"


@pytest.fixture(autouse=True)
def models_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("S2CLOUDMASK_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("S2CLOUDMASK_CACHE", str(tmp_path / "cache"))
    return tmp_path / "models"


def four_bands(path, bands=4):
    torch.manual_seed(0)
    torch.save(build_unetmobv2(bands).state_dict(), path)
    return path


def scripted(path):
    class Classes(torch.nn.Module):
        def forward(self, x):
            assert x.shape[1] == 12
            return torch.stack([x[:, 0], x[:, 3], x[:, 7], x[:, 11]], 1)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.jit.script(Classes()).save(str(path))
    return path


def test_the_four_band_state_dict_is_imported_with_its_bands_and_runs(tmp_path, models_folder, without_openvino):
    model = import_file(four_bands(tmp_path / FOUR_BANDS))
    assert model.bands == ("B02", "B03", "B04", "B8A") and model.levels == ("L2A",) and model.mean is None
    assert model.classes == (0, 1, 2, 3) and "not stated" in model.licence
    assert model in models() and (models_folder / FOUR_BANDS).with_suffix(".toml").is_file()
    patch = reflectance(1, 4, 64, 64)
    given = open_predictor(model, device="cpu", precision="float32").predict(patch)
    torch.manual_seed(0)
    expected = build_unetmobv2(4)(torch.from_numpy(patch)).softmax(1).detach().numpy()
    np.testing.assert_allclose(given, expected, atol=1e-4)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("cloudsen12l2a.pt", marks=pytest.mark.slow),
        "cloudsen12-s2-l2a-1.0.0.pt",
        pytest.param("cloudsen12l2a (1).pt", marks=pytest.mark.slow),
    ],
)
def test_the_torchscript_for_level_2a_has_twelve_bands(tmp_path, name):
    model = import_file(scripted(tmp_path / name))
    assert model.network == "torchscript" and len(model.bands) == 12 and "B10" not in model.bands
    assert model.levels == ("L2A",) and "CC BY-NC 4.0" in model.licence and "program" in model.note


def test_other_weights_under_the_name_are_refused(tmp_path, models_folder):
    with pytest.raises(EngineError, match="features") as caught:
        import_file(four_bands(tmp_path / FOUR_BANDS, bands=13))
    assert caught.value.code == "wrong-network" and not list(models_folder.glob("*"))


def test_a_toml_beside_the_file_comes_before_the_preset(tmp_path):
    path = four_bands(tmp_path / FOUR_BANDS)
    path.with_suffix(".toml").write_text('bands = ["B04", "B03", "B02", "B8A"]\nlevels = ["L1C"]\n')
    assert find_model(str(path)).bands[0] == "B04" and find_model(str(path)).levels == ("L1C",)


def test_presets_name_no_file_of_the_catalogue_and_all_that_a_reader_needs():
    files = [name for preset in _presets() for name in preset["files"]]
    assert len(files) == len(set(files)) and not {model.file for model in models()} & set(files)
    for preset in _presets():
        assert {"title", "bands", "classes", "levels", "licence", "citation"} <= set(preset["settings"])
