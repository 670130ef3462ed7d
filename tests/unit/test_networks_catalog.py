"""The catalogue: what it says of each network is true, and names, files and `auto` lead to the right one."""

import json
import shutil
from pathlib import Path

import pytest
from networks_samples import quick_network, random_state_dict, run_python, ukis_file

from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.networks.catalog import auto_model, find_model, model_state, models
from s2cloudmask.core.networks.weights import verify, weights_path
from s2cloudmask.core.products.metadata import BAND_IDS
from s2cloudmask.core.system.files import file_sha256

SPECTRAL = {"blue": "B02", "green": "B03", "red": "B04", "nir": "B8A", "swir16": "B11", "swir22": "B12"}


@pytest.fixture(autouse=True)
def models_folder(tmp_path, monkeypatch):
    folder = tmp_path / "models"
    monkeypatch.setenv("S2CLOUDMASK_MODELS", str(folder))
    return folder


def test_published_networks_show_both_licences_and_https_addresses():
    for name in ("UNetMobV2_V2", "UNetMobV2_V1"):
        model = find_model(name)
        assert model.bands == BAND_IDS and model.classes == (0, 1, 2, 3) and model.levels == ("L1C",)
        assert model.finest_resolution == 10 and model.mean is None
        assert "CC BY-NC 4.0" in model.licence and "CC0-1.0" in model.licence
        assert len(model.addresses) == 2 and all(address.startswith("https://") for address in model.addresses)
        assert all(address.endswith(model.file) for address in model.addresses)


@pytest.mark.parametrize("level", ["l1c", "l2a"])
def test_the_embedded_networks_are_those_of_the_wheel(level):
    model = find_model(f"ukis_{level}")
    data = json.loads(ukis_file(f"model_6b_{level}.json").read_text())["data"]
    statistics = data["dataset_statistics"]
    assert model.bands == tuple(SPECTRAL[name] for name in statistics["band_names"])
    assert [list(model.mean), list(model.std)] == statistics["img"]
    assert data["target_size"] == [model.patch, model.patch]
    assert model.sha256 == file_sha256(ukis_file(model.file))
    assert model.size_bytes == ukis_file(model.file).stat().st_size
    assert model.classes == (0, 1, 3) and model.finest_resolution == 30 and model.levels == (level.upper(),)
    assert model_state(model) == "embedded"


def test_our_own_network_lies_in_the_package_and_says_what_it_is():
    model = find_model("unetmobv2_s2cm")
    assert model_state(model) == "embedded" and verify(model) == "ok"
    assert model.size_bytes == weights_path(model).stat().st_size <= 13_500_000
    assert model.bands == BAND_IDS and model.classes == (0, 1, 2, 3) and model.finest_resolution == 10
    assert not any(model.automatic for model in models() if "experimental" in model.title)


def test_the_wheel_is_found_without_running_its_code():
    code = "from s2cloudmask.core.networks.catalog import *\n"
    code += "print(model_state(find_model('ukis_l1c')))\nimport sys\nprint('ukis_csmask' in sys.modules)\n"
    code += "print(any(name in sys.modules for name in ('numpy', 'torch', 'openvino')))"
    assert run_python(code).split() == ["embedded", "False", "False"]


def test_a_name_in_any_case():
    assert find_model("unetmobv2_v2").name == "UNetMobV2_V2"


@pytest.mark.parametrize("name", ["UNetMobV2_V3", "nowhere/weights.pt", "", "../../etc/passwd\0", "x" * 5000])
def test_an_unknown_name_lists_the_known_ones(name):
    with pytest.raises(EngineError, match="UNetMobV2_V2") as caught:
        find_model(name)
    assert caught.value.code == "missing-model"


def test_a_published_file_under_another_name_is_known_by_its_hash(tmp_path):
    path = tmp_path / "renamed.onnx"
    shutil.copy(ukis_file(), path)
    model = find_model(str(path))
    assert model.name == "ukis_l1c" and model.path == path.resolve() and model_state(model) == "ready"


def test_auto_takes_the_embedded_network_and_says_why():
    for level, name in (("L1C", "UKIS+UNetMobV2"), ("L2A", "UKIS+UNetMobV2_L2A")):
        model, reason = auto_model(level, 20)
        assert model.name == name
        assert "is sure of stands" in reason
        assert name in reason and "UNetMobV2_V2" in reason and "30 m, interpolated to 20 m" in reason
    assert "models fetch UNetMobV2_V2" in auto_model("L1C", 30)[1]
    assert "interpolated" not in auto_model("L1C", 30)[1]
    assert "B10" in auto_model("L2A", 30)[1]


def test_auto_takes_unetmobv2_where_its_weights_are(models_folder):
    models_folder.mkdir()
    (models_folder / "UNetMobV2_V2.pt").write_bytes(b"checked on opening")
    model, reason = auto_model("L1C", 10)
    assert model.name == "UNetMobV2_V2" and "weights are here" in reason
    assert auto_model("L2A", 10)[0].name == "UKIS+UNetMobV2_L2A"


def test_auto_refuses_a_level_that_no_network_takes():
    with pytest.raises(EngineError) as caught:
        auto_model("L0", 10)
    assert caught.value.code == "wrong-level"


def test_auto_without_any_network_says_what_to_do():
    code = """
import importlib.util as util
find = util.find_spec
util.find_spec = lambda name, *rest: None if name == "ukis_csmask" else find(name, *rest)
from s2cloudmask.core.networks.catalog import auto_model, model_state, models
try:
    auto_model("L1C", 10)
except Exception as error:
    states = {model_state(model) for model in models() if model.automatic}
    print(error.code, "models fetch UNetMobV2_V2" in error.message, states)
"""
    assert run_python(code, S2CLOUDMASK_MODELS="nowhere").split() == ["missing-model", "True", "{'missing'}"]


def test_a_state_dict_needs_no_toml(tmp_path):
    import torch

    path = tmp_path / "mine.pt"
    torch.save(random_state_dict(), path)
    model = find_model(str(path))
    assert (model.name, model.network, model.finest_resolution) == ("mine", "unetmobv2", 10)
    assert model.bands == BAND_IDS and model.classes == (0, 1, 2, 3) and model.sha256 == file_sha256(path)


def test_a_toml_beside_it_says_what_an_own_file_takes(tmp_path):
    path = quick_network(tmp_path, "own.onnx")
    path.with_suffix(".toml").write_text(
        'title = "Forest"\nbands = ["B02", "B8A"]\nclasses = [0, 1, 1]\nlevels = ["L1C", "L2A"]\nscale = 10000\n'
        'mean = [1000, 2000]\nfinest_resolution = 20\noutput = "probabilities"\nmultiple = 64\npatch = 512\n'
        'licence = "MIT"\n'
    )
    model = find_model(str(path))
    assert (model.title, model.network, model.licence) == ("Forest", "onnx", "MIT")
    assert model.bands == ("B02", "B8A") and model.classes == (0, 1, 1) and model.levels == ("L1C", "L2A")
    assert model.mean == pytest.approx((0.1, 0.2)) and model.std == pytest.approx((1e-4, 1e-4))
    assert (model.finest_resolution, model.multiple, model.patch, model.output) == (20, 64, 512, "probabilities")


def test_an_onnx_without_its_toml_is_refused(tmp_path):
    path = quick_network(tmp_path, "own.onnx")
    path.with_suffix(".toml").unlink()
    with pytest.raises(EngineError, match=r"own\.toml") as caught:
        find_model(str(path))
    assert caught.value.code == "bad-settings"


BANDS_AND_CLASSES = 'bands = ["B02", "B03"]\nclasses = [0, 1]\n'


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("bands = [", "not a readable TOML"),
        ("[" * 50_000, "not a readable TOML"),
        ("x = 'a'\n" + " " * (1 << 20), "larger than 1 MB"),
        ("\0", "not a readable TOML"),
        ("classes = [0, 1]", "bands must be a list"),
        ('bands = ["B02", "B17"]\nclasses = [0, 1]', "bands must be a list"),
        ('bands = "B02"\nclasses = [0, 1]', "bands must be a list"),
        ('bands = [["B02"]]\nclasses = [0, 1]', "bands must be a list"),
        ("bands = []\nclasses = [0, 1]", "bands must be a list"),
        ('bands = ["B02", "B02"]\nclasses = [0, 1]', "named twice"),
        ('bands = ["B02"]', "classes must list"),
        ('bands = ["B02"]\nclasses = [0, 4]', "classes must list"),
        ('bands = ["B02"]\nclasses = [0, true]', "classes must list"),
        ('bands = ["B02"]\nclasses = [0]', "2 to 64"),
        ('bands = ["B10"]\nclasses = [0, 1]\nlevels = ["L2A"]', "no B10"),
        (BANDS_AND_CLASSES + 'levels = ["L3"]', "levels must be"),
        (BANDS_AND_CLASSES + "levels = [{}]", "levels must be"),
        (BANDS_AND_CLASSES + 'output = ["logits"]', "output must be"),
        (BANDS_AND_CLASSES + "patch = 100", "multiple of 32"),
        (BANDS_AND_CLASSES + "patch = 100000000", "whole number from 1"),
        (BANDS_AND_CLASSES + "multiple = 0", "whole number from 1"),
        (BANDS_AND_CLASSES + "finest_resolution = true", "whole number from 1"),
        (BANDS_AND_CLASSES + "scale = 0", "above 0"),
        (BANDS_AND_CLASSES + "scale = nan", "above 0"),
        (BANDS_AND_CLASSES + 'scale = "x"', "above 0"),
        (BANDS_AND_CLASSES + "mean = [1]", "one number a band"),
        (BANDS_AND_CLASSES + "mean = [1, inf]", "beyond reason"),
        (BANDS_AND_CLASSES + "mean = [1, nan]", "beyond reason"),
        (BANDS_AND_CLASSES + f"mean = [1, {10**400}]", "beyond reason"),
        (BANDS_AND_CLASSES + "std = [1, 0]", "std must be above 0"),
        (BANDS_AND_CLASSES + 'title = "\\u001b[2J"', "one line of text"),
        (BANDS_AND_CLASSES + "note = 3", "one line of text"),
        (BANDS_AND_CLASSES + 'addresses = ["https://example.com/x"]', "unknown key addresses"),
    ],
)
def test_a_wrong_toml_names_what_is_wrong(text, why, tmp_path):
    path = quick_network(tmp_path, "own.onnx")
    path.with_suffix(".toml").write_text(text)
    with pytest.raises(EngineError, match=why) as caught:
        find_model(str(path))
    assert caught.value.code == "bad-settings"
    assert "own.toml" in caught.value.message and "\n" not in caught.value.message[:100]


@pytest.mark.parametrize("name", ["picture.png", "weights", "weights.pkl"])
def test_a_file_that_is_no_weights_file_is_refused(name, tmp_path):
    (tmp_path / name).write_bytes(b"something")
    with pytest.raises(EngineError) as caught:
        find_model(str(tmp_path / name))
    assert caught.value.code == "wrong-network"


def test_a_broken_own_network_does_not_hide_the_others(models_folder):
    models_folder.mkdir()
    (models_folder / "broken.onnx").write_bytes(b"")
    (models_folder / "broken.toml").write_text("bands = [")
    assert {model.name for model in models()} == {
        "UNetMobV2_V2",
        "UNetMobV2_V1",
        "UKIS+UNetMobV2",
        "UKIS+UNetMobV2_L2A",
        "ukis_l1c",
        "ukis_l2a",
        "UNetMobV2_s2cm",
    }


@pytest.fixture
def own_network(monkeypatch, tmp_path):
    """A function that puts an embedded four-class network that predicts at 10 m into the catalogue, first."""
    from dataclasses import replace

    from s2cloudmask.core.networks import catalog

    known = catalog.catalogue()

    def put(automatic: tuple[int, ...]):
        weights = tmp_path / "mine.safetensors"
        weights.write_bytes(b"checked on opening")
        model = replace(find_model("UNetMobV2_V2"), name="mine", package="somewhere", path=weights, automatic=automatic)
        monkeypatch.setattr(catalog, "catalogue", lambda: (model, *known))

    return put


def test_auto_passes_a_network_over_that_is_not_for_it(own_network):
    own_network(automatic=())
    assert "mine" in {model.name for model in models()}
    for level, resolution in (("L1C", 10), ("L1C", 60), ("L2A", 20)):
        assert auto_model(level, resolution)[0].name != "mine"


def test_auto_takes_the_first_that_is_for_the_resolution(own_network):
    own_network(automatic=(10, 20))
    assert [auto_model("L1C", resolution)[0].name for resolution in (10, 20, 30, 60)] == ["mine"] * 2 + ["ukis_l1c"] * 2
    reason = auto_model("L1C", 10)[1]
    assert "its weights are here" in reason and "thin cloud" not in reason and "interpolated" not in reason
    assert [auto_model("L2A", metres)[0].name for metres in (10, 30)] == ["UKIS+UNetMobV2_L2A", "ukis_l2a"]


def test_a_run_says_why_it_took_each_network_in_its_event_and_beside_each_mask(simulated, masks, tmp_path):
    run = masks(simulated().path, simulated(level="L2A").path, out=tmp_path / "out", model="auto")
    (start,) = run.of("start")
    told = [json.loads(Path(one["json"]).read_text("utf-8")) for one in run.of("result")]
    reasons = {facts["model"]: facts["model_reason"] for facts in told}
    assert set(reasons) == {"ukis_l1c", "ukis_l2a"}
    for model, reason in reasons.items():
        assert reason.startswith(model) and reason in start["reason"]
    (asked_for,) = masks(simulated().path, out=tmp_path / "asked").of("result")
    assert "model_reason" not in json.loads(Path(asked_for["json"]).read_text("utf-8"))
