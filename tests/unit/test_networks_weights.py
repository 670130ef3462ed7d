"""Weights on this machine, and the command `models`: imported, listed, verified; refused when they are not right."""

import argparse
import json
import shutil

import numpy as np
import pytest
from networks_samples import quick_network, random_state_dict, ukis_file

from s2cloudmask.core.commands import models as command
from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.events import JsonReporter
from s2cloudmask.core.networks.catalog import find_model, models
from s2cloudmask.core.networks.engines import open_predictor
from s2cloudmask.core.networks.importing import import_file
from s2cloudmask.core.networks.weights import open_weights, verify, verify_all, weights_path


@pytest.fixture(autouse=True)
def models_folder(tmp_path, monkeypatch):
    folder = tmp_path / "models"
    monkeypatch.setenv("S2CLOUDMASK_MODELS", str(folder))
    return folder


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def shared_cache(cache, monkeypatch):
    monkeypatch.setenv("S2CLOUDMASK_CACHE", str(cache))


@pytest.fixture(scope="module")
def state_dict_file(tmp_path_factory):
    import torch

    path = tmp_path_factory.mktemp("weights") / "mine.pt"
    torch.save(random_state_dict(), path)
    return path


@pytest.fixture
def onnx_file(tmp_path):
    return quick_network(tmp_path, "forest.onnx")


def run(*arguments, capsys):
    """Exit status and JSON lines of `models …`."""
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    status = command.run(parser.parse_args(arguments), JsonReporter())
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_users_onnx_is_taken_in_with_its_toml(onnx_file, models_folder):
    model = import_file(onnx_file)
    assert model.name == "forest" and weights_path(model) == models_folder / "forest.onnx"
    onnx_file.unlink()
    found = find_model("FOREST")
    assert found == model and found in models()
    assert open_predictor(found).predict(np.zeros((1, 6, 256, 256), np.float32)).shape == (1, 4, 256, 256)
    assert sorted(path.name for path in models_folder.iterdir()) == ["forest.onnx", "forest.toml"]
    assert import_file(models_folder / "forest.onnx") == model  # once more, from where it lies


@pytest.mark.slow
def test_a_users_state_dict_is_taken_in(state_dict_file, models_folder):
    model = import_file(state_dict_file)
    assert model.network == "unetmobv2" and verify(model) == "ok"
    assert find_model("mine") == model
    assert sorted(path.name for path in models_folder.iterdir()) == ["mine.pt", "mine.toml"]


def test_a_file_that_does_not_run_is_not_kept(tmp_path, models_folder):
    import torch

    path = tmp_path / "mine.pt"
    torch.save({"weight": torch.ones(3)}, path)
    with pytest.raises(EngineError) as caught:
        import_file(path)
    assert caught.value.code == "wrong-network"
    assert not models_folder.exists()


def test_a_published_file_is_known_by_its_hash(tmp_path, models_folder):
    shutil.copy(ukis_file(), tmp_path / "renamed.onnx")
    assert import_file(tmp_path / "renamed.onnx").name == "ukis_l1c"
    assert not models_folder.exists()  # it is embedded already


def test_a_file_with_a_published_name_and_other_content_is_refused(state_dict_file, tmp_path, models_folder):
    path = tmp_path / "UNetMobV2_V2.pt"
    shutil.copy(state_dict_file, path)
    with pytest.raises(EngineError) as caught:
        import_file(path)
    assert caught.value.code == "wrong-hash"
    assert not models_folder.exists()


def test_another_file_of_the_same_name_is_not_overwritten(onnx_file, models_folder):
    model = import_file(onnx_file)
    onnx_file.write_bytes(onnx_file.read_bytes() + b"\x32\x03new")
    with pytest.raises(EngineError) as caught:
        import_file(onnx_file)
    assert caught.value.code == "exists"
    assert verify(model) == "ok"


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(EngineError, match=r"gone\.pt") as caught:
        import_file(tmp_path / "gone.pt")
    assert caught.value.code == "missing-model"


def test_weights_that_are_not_here_say_how_to_get_them():
    with pytest.raises(EngineError, match="models fetch UNetMobV2_V2") as caught:
        open_weights(find_model("UNetMobV2_V2"))
    assert caught.value.code == "missing-model"


def test_weights_of_another_hash_never_run(models_folder, state_dict_file):
    models_folder.mkdir()
    shutil.copy(state_dict_file, models_folder / "UNetMobV2_V2.pt")
    model = find_model("UNetMobV2_V2")
    assert verify(model) == "wrong-hash"
    with pytest.raises(EngineError) as caught:
        open_predictor(model)
    assert caught.value.code == "wrong-hash"


def test_verify_names_all_that_is_here(onnx_file, models_folder):
    import_file(onnx_file)
    (models_folder / "UNetMobV2_V1.pt").write_bytes(b"cut off")
    (models_folder / "loose.pt").write_bytes(b"no toml")
    (models_folder / "broken.onnx").write_bytes(b"")
    (models_folder / "broken.toml").write_text("bands = [")
    states = {name: state for name, _, state in verify_all()}
    assert {name: states[name] for name in ("ukis_l1c", "forest", "UNetMobV2_V1")} == {
        "ukis_l1c": "ok", "forest": "ok", "UNetMobV2_V1": "wrong-hash"
    }  # fmt: skip
    assert "not imported" in states["loose"] and "TOML" in states["broken"]
    assert "UNetMobV2_V2" not in states


def test_the_list_as_json(capsys):
    status, lines = run("list", "--json", capsys=capsys)
    assert status == 0
    by_name = {line["name"]: line for line in lines}
    assert all(line["event"] == "model" for line in lines)
    missing, embedded = by_name["UNetMobV2_V2"], by_name["ukis_l1c"]
    assert (missing["state"], missing["path"]) == ("missing", None)
    assert missing["addresses"][0].startswith("https://") and len(missing["bands"]) == 13
    assert (embedded["state"], embedded["path"]) == ("embedded", str(ukis_file()))
    assert (embedded["classes"], embedded["levels"], embedded["finest_resolution"]) == ([0, 1, 3], ["L1C"], 30)
    assert (missing["mean"], len(embedded["mean"])) == (None, 6)
    assert len(embedded["sha256"]) == 64 and embedded["licence"] == "Apache-2.0"
    automatic = {line["name"]: line["automatic"] for line in lines if line["automatic"]}
    assert automatic == {"UKIS+UNetMobV2": [10, 20], "ukis_l1c": [30, 60]}


@pytest.mark.parametrize("arguments", [(), ("list",)])
def test_the_list_as_text(arguments, capsys, models_folder):
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    assert command.run(parser.parse_args(arguments), JsonReporter()) == 0
    text = capsys.readouterr().out
    for part in (
        "UNetMobV2_V2  (not here",
        "CC BY-NC 4.0",
        "CC0-1.0",
        "ukis_l2a  (ready, embedded)",
        str(models_folder),
    ):
        assert part in text


def test_the_import_as_events(onnx_file, capsys, models_folder):
    status, lines = run("import", str(onnx_file), capsys=capsys)
    assert status == 0
    assert lines == [
        {"event": "result", "model": "forest", "path": str(models_folder / "forest.onnx")},
        {"event": "end", "ok": 1, "failed": 0},
    ]


def test_a_failed_fetch_as_events(capsys, monkeypatch):
    for name in ("no_proxy", "NO_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")  # nobody answers there
    status, lines = run("fetch", "UNetMobV2_V2", "--progress", "json", capsys=capsys)
    assert status == 1
    assert [line["event"] for line in lines] == ["error", "end"]
    assert lines[0]["product"] == "UNetMobV2_V2" and lines[0]["code"] == "download"


def test_verify_fails_when_something_is_wrong(capsys, models_folder):
    assert run("verify", "--json", capsys=capsys)[0] == 0
    models_folder.mkdir()
    (models_folder / "UNetMobV2_V1.pt").write_bytes(b"cut off")
    status, lines = run("verify", "--json", capsys=capsys)
    assert status == 1
    assert {line["name"]: line["state"] for line in lines}["UNetMobV2_V1"] == "wrong-hash"
