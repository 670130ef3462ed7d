"""UNetMobV2: every published layout of the weights loads, and whatever is not a whole network is refused."""

import os
import pickle
import zipfile

import numpy as np
import pytest
import torch
from networks_samples import FIXTURE, needs_fixture, random_state_dict, reflectance, run_python

from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.networks.unetmobv2 import build_unetmobv2, load_unetmobv2


@pytest.fixture(scope="module")
def state_dict():
    return random_state_dict()


def logits(module, patches):
    with torch.no_grad():
        return module(torch.from_numpy(patches)).numpy()


def test_it_has_the_published_size(state_dict):
    assert len(state_dict) == 374
    assert sum(weights.numel() for weights in build_unetmobv2().parameters()) == 6_632_260


@pytest.mark.parametrize("layout", ["raw", "lightning", "prefixed", "safetensors", "pickled before torch 1.6"])
def test_every_layout_gives_the_same_network(layout, state_dict, tmp_path):
    prefixed = {f"model.{name}": weights for name, weights in state_dict.items()}
    path = tmp_path / ("weights.safetensors" if layout == "safetensors" else "weights.pt")
    if layout == "raw":
        torch.save(state_dict, path)
    elif layout == "lightning":
        torch.save({"epoch": 3, "state_dict": prefixed | {"loss.weight": torch.ones(4)}, "lr": 0.1}, path)
    elif layout == "prefixed":
        torch.save(prefixed, path)
    elif layout == "safetensors":
        from safetensors.torch import save_file

        save_file(state_dict, path)
    else:
        torch.save(state_dict, path, _use_new_zipfile_serialization=False)
    patches = reflectance(1, 13, 64, 96)
    plain = build_unetmobv2()
    plain.load_state_dict(state_dict)
    np.testing.assert_array_equal(logits(load_unetmobv2(path), patches), logits(plain, patches))


@needs_fixture
def test_the_official_layout_loads():
    given = logits(load_unetmobv2(FIXTURE), reflectance(1, 13, 64, 64))
    assert given.shape == (1, 4, 64, 64) and np.isfinite(given).all()


class Dangerous:
    """Pickled, it makes a file when it is unpickled carelessly."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return os.mkdir, (str(self.path),)


def without(state_dict, name):
    return {key: value for key, value in state_dict.items() if key != name}


FIRST = "encoder.features.0.0.weight"
LAST = "segmentation_head.0.bias"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (lambda d: without(d, LAST), "1 of its 374 tensors are missing"),
        (lambda d: d | {"decoder.extra": torch.ones(1)}, "1 tensors more"),
        (lambda d: d | {FIRST: torch.zeros(32, 3, 3, 3)}, "is 32 x 3 x 3 x 3, where 32 x 13 x 3 x 3 is needed"),
        (lambda d: d | {FIRST: d[FIRST] * float("nan")}, "not finite"),
        (lambda d: d | {FIRST: "text"}, "not a dense tensor"),
        (lambda d: d | {LAST: d[LAST].to_sparse()}, "not a dense tensor"),
        (lambda d: d | {LAST: d[LAST].to(torch.complex64)}, "no plain numbers"),
        (lambda d: {f"backbone.{name}": value for name, value in d.items()}, "another architecture"),
        (lambda d: {}, "another architecture"),
        (lambda d: {"state_dict": 7}, "another architecture"),
        (lambda d: list(d.values()), "not a state dict"),
        (lambda d: torch.ones(3), "not a state dict"),
        # a tensor that claims 4 TB: one number, never laid out
        (lambda d: d | {LAST: torch.zeros(1).expand(1 << 40)}, "is 1099511627776, where 4 is needed"),
    ],
)
def test_what_is_not_the_network_is_refused(content, why, state_dict, tmp_path):
    path = tmp_path / "weights.pt"
    torch.save(content(state_dict), path)
    with pytest.raises(EngineError) as caught:
        load_unetmobv2(path)
    assert caught.value.code == "wrong-network"
    assert why in caught.value.message and str(path) in caught.value.message


@pytest.mark.parametrize("as_zip", [True, False])
def test_pickled_code_is_refused_and_never_run(as_zip, tmp_path):
    made = tmp_path / "made"
    path = tmp_path / "weights.pt"
    torch.save({"state_dict": Dangerous(made)}, path, _use_new_zipfile_serialization=as_zip)
    with pytest.raises(EngineError, match="more than weights") as caught:
        load_unetmobv2(path)
    assert caught.value.code == "wrong-network"
    assert not made.exists()


def test_a_plain_pickle_is_refused_and_never_run(tmp_path):
    made = tmp_path / "made"
    path = tmp_path / "weights.pt"
    path.write_bytes(pickle.dumps(Dangerous(made)))
    with pytest.raises(EngineError) as caught:
        load_unetmobv2(path)
    assert caught.value.code == "wrong-network"
    assert not made.exists()


@pytest.fixture(scope="module")
def whole_files(state_dict, tmp_path_factory):
    from safetensors.torch import save_file

    folder = tmp_path_factory.mktemp("whole")
    torch.save(state_dict, folder / "weights.pt")
    save_file(state_dict, folder / "weights.safetensors")
    return {path.suffix: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("keep", [0, 1, 100, 0.5, 0.999])
@pytest.mark.parametrize("suffix", [".pt", ".safetensors"])
def test_a_cut_off_file_is_refused(keep, suffix, whole_files, tmp_path):
    path, content = tmp_path / f"weights{suffix}", whole_files[suffix]
    path.write_bytes(content[: int(keep if keep >= 1 else keep * len(content))])
    with pytest.raises(EngineError) as caught:
        load_unetmobv2(path)
    assert caught.value.code == "wrong-network"


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path):
    path = tmp_path / "weights.pt"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("weights/data.pkl", b"\x80\x02}q\x00.")
        archive.writestr("weights/data/0", bytes(1 << 20))
        archive.infolist()[-1].file_size = 600 << 20  # what its list tells is what counts
    with pytest.raises(EngineError, match="unpacks to 600 MB"):
        load_unetmobv2(path)


def test_a_working_torchvision_is_left_alone(tmp_path):
    """A build whose operators load must not find them declared already: it would fail to register its own."""
    (tmp_path / "torchvision.py").write_text("import torch\n")
    code = (
        "import torch\n"
        "from s2cloudmask.core.networks.unetmobv2 import import_torchvision\n"
        "import_torchvision()\n"
        "import torchvision\n"
        f"assert torchvision.__file__.startswith({str(tmp_path)!r})\n"
        "assert not hasattr(torch.ops.torchvision, 'nms')\n"
    )
    run_python(code, tmp_path)
