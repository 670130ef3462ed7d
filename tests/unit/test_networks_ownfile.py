"""A user's own ONNX or TorchScript network runs by its TOML; the cache of converted networks mends itself."""

import os
import shutil
import warnings

import numpy as np
import openvino
import pytest
from networks_samples import QUICK, QUICK_BIAS, quick_network, reflectance, run_python

from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.networks.catalog import find_model
from s2cloudmask.core.networks.converted import converted_network
from s2cloudmask.core.networks.engines import open_predictor
from s2cloudmask.core.system import memory


def write_toml(path, text):
    path.with_suffix(".toml").write_text(text)
    return find_model(str(path))


def test_a_users_onnx_runs_by_its_toml(tmp_path):
    mean, std = [755, 556, 698, 1343, 1085, 582], [2448, 2275, 2537, 2321, 1487, 1260]  # of digital numbers
    stated = 'bands = ["B02", "B03", "B04", "B8A", "B11", "B12"]\nclasses = [0, 1, 3]\npatch = 64\n'
    stated += f"scale = 10000\nmean = {mean}\nstd = {std}\n"
    model = write_toml(quick_network(tmp_path, "own.onnx"), stated)
    assert (model.name, model.network) == ("own", "onnx")
    patches = reflectance(2, 6, 64, 64)
    given = open_predictor(model, precision="float32").predict(patches)
    scaled = (np.moveaxis(patches, 1, -1) * 10000 - mean) / std
    logits = scaled @ QUICK.T + QUICK_BIAS
    shares = np.exp(logits) / np.exp(logits).sum(axis=-1, keepdims=True)
    np.testing.assert_allclose(np.moveaxis(given[:, [0, 1, 3]], 1, -1), shares, atol=1e-4)
    assert not given[:, 2].any() and len(np.unique(given.argmax(axis=1))) == 3


@pytest.mark.parametrize(
    "stated",
    [
        'bands = ["B02", "B03", "B04"]\nclasses = [0, 1, 3]\npatch = 256',
        'bands = ["B02", "B03", "B04", "B8A", "B11", "B12"]\nclasses = [0, 1]\npatch = 256',
    ],
)
def test_a_toml_that_does_not_fit_the_network_is_refused(stated, tmp_path):
    model = write_toml(quick_network(tmp_path, "own.onnx"), stated)
    with pytest.raises(EngineError) as caught:
        predictor = open_predictor(model, precision="float32")
        predictor.predict(np.zeros((1, len(model.bands), model.patch, model.patch), np.float32))
    assert caught.value.code == "wrong-network"


def scripted(path, channels=3, shrink=False):
    import torch

    class Brightness(torch.nn.Module):
        def forward(self, x):
            grey = x.mean(1, keepdim=True)
            y = torch.cat([1 - grey, grey, 0 * grey], 1)[:, :channels]
            return y[:, :, ::2, ::2] if shrink else y

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        torch.jit.save(torch.jit.trace(Brightness(), torch.zeros(1, 4, 64, 64)), path)


OWN_BANDS = 'bands = ["B02", "B03", "B04", "B08"]\nclasses = [0, 1, 1]\noutput = "probabilities"\nmultiple = 16\n'


def own_torchscript(folder, **wrong):
    scripted(folder / "own.pt", **wrong)
    return write_toml(folder / "own.pt", OWN_BANDS)


def test_a_users_torchscript_runs_by_its_toml(tmp_path):
    model = own_torchscript(tmp_path)
    assert model.network == "torchscript"
    predictor = open_predictor(model, device="cpu", precision="float32")
    for rows, cols in ((64, 64), (16, 48)):
        patches = reflectance(2, 4, rows, cols)
        grey = patches.mean(axis=1)
        given = predictor.predict(patches)
        np.testing.assert_allclose(given[:, 0], 1 - grey, atol=1e-5)
        np.testing.assert_allclose(given[:, 1], grey, atol=1e-5)  # its second and third channel together


@pytest.mark.parametrize("wrong", [{"channels": 2}, {"shrink": True}])
def test_a_torchscript_of_the_wrong_shape_is_refused(wrong, tmp_path):
    model = own_torchscript(tmp_path, **wrong)
    with pytest.raises(EngineError) as caught:
        open_predictor(model, device="cpu", precision="float32").predict(reflectance(1, 4, 64, 64))
    assert caught.value.code == "wrong-network"


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param("cut off", marks=pytest.mark.slow),
        "bit flipped",
        pytest.param("no hashes", marks=pytest.mark.slow),
        pytest.param("emptied", marks=pytest.mark.slow),
    ],
)
def test_a_damaged_cache_is_made_again(damage, tmp_path):
    model, folder = own_torchscript(tmp_path), tmp_path / "cache"
    patches = reflectance(1, 4, 64, 64)
    expected = open_predictor(model, device="cpu", precision="float32", cache=folder).predict(patches)
    (entry,) = folder.iterdir()
    network = entry / "network.xml"
    if damage == "cut off":
        network.write_bytes(network.read_bytes()[:-1000])
    elif damage == "bit flipped":
        content = bytearray(network.read_bytes())
        content[len(content) // 2] ^= 0x40
        network.write_bytes(content)
    elif damage == "no hashes":
        (entry / "hashes").unlink()
    else:
        shutil.rmtree(entry)
        entry.mkdir()
    given = open_predictor(model, device="cpu", precision="float32", cache=folder).predict(patches)
    np.testing.assert_array_equal(given, expected)
    assert sorted(path.name for path in entry.iterdir()) == ["hashes", "network.bin", "network.xml"]
    assert list(folder.iterdir()) == [entry]


def test_only_what_a_killed_run_left_in_the_cache_is_swept(tmp_path):
    folder = tmp_path / "cache"
    left = folder / f".{'0' * 64}-1.4711"
    others = [folder / ".ssh", folder / f"{'1' * 64}-1", folder / f".{'2' * 64}-1.4712"]
    for path in (left, *others):
        path.mkdir(parents=True)
        (path / "file").write_text("x")
    for path in (left, *others[:2]):
        os.utime(path, (0, 0))
    open_predictor(own_torchscript(tmp_path), device="cpu", cache=folder)
    assert not left.exists()
    assert all((path / "file").is_file() for path in others)


def test_a_conversion_takes_the_place_of_an_older_versions(tmp_path):
    model, folder = own_torchscript(tmp_path), tmp_path / "cache"
    older, others = folder / f"{model.sha256}-0", folder / f"{'1' * 64}-0"
    for path in (older, others):
        path.mkdir(parents=True)
    open_predictor(model, device="cpu", cache=folder)
    (entry,) = (path for path in folder.iterdir() if path != others)
    assert entry.name.startswith(model.sha256) and entry != older and others.is_dir()


def test_a_cache_that_cannot_be_written_costs_only_time(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("S2CLOUDMASK_CACHE", str(tmp_path / "file"))
    monkeypatch.delenv("TORCHINDUCTOR_CACHE_DIR", raising=False)
    predictor = open_predictor(own_torchscript(tmp_path), device="cpu")
    assert predictor.predict(reflectance(1, 4, 64, 64)).shape == (1, 4, 64, 64)
    assert "TORCHINDUCTOR_CACHE_DIR" not in os.environ, "PyTorch would fail to make its folder there"


def test_memory_that_ends_while_a_network_is_read_is_not_laid_to_the_network(tmp_path, monkeypatch):
    """OpenVINO says that it knows no ONNX when it finds no room for its reader, as it says of a damaged file."""
    path = tmp_path / "own.onnx"
    path.write_bytes(b"not a network")
    model = write_toml(path, OWN_BANDS)

    def none_left(size):
        raise MemoryError(f"{size} bytes could not be had")

    monkeypatch.setattr(memory, "require", none_left)
    with pytest.raises(MemoryError):
        converted_network(model, path, openvino.Core(), tmp_path / "cache")


def test_a_conversion_tells_nobody(tmp_path):
    """OpenVINO's conversion otherwise sends statistics and keeps an identity in the home folder."""
    scripted(tmp_path / "own.pt")
    (tmp_path / "own.toml").write_text(OWN_BANDS)
    (tmp_path / "home").mkdir()
    code = f"""
import sys
from pathlib import Path
from s2cloudmask.core.networks.catalog import find_model
from s2cloudmask.core.networks.engines import open_predictor
open_predictor(find_model({str(tmp_path / "own.pt")!r}), device="cpu", cache=Path({str(tmp_path / "cache")!r}))
print("openvino.tools.ovc" in sys.modules, sys.modules["openvino_telemetry"])
"""
    home = str(tmp_path / "home")
    assert run_python(code, HOME=home, USERPROFILE=home, CI="").split() == ["True", "None"]
    assert list((tmp_path / "home").iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a network",
        b"\x08\x07" * 500,
        b'<net name="of OpenVINO" version="11"><layers></layers><edges></edges></net>',
    ],
)
def test_a_damaged_onnx_is_refused(content, tmp_path):
    path = tmp_path / "own.onnx"
    path.write_bytes(content)
    with pytest.raises(EngineError) as caught:
        open_predictor(write_toml(path, 'bands = ["B02", "B03"]\nclasses = [0, 1]'))
    assert caught.value.code == "wrong-network"
