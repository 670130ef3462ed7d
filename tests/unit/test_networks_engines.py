"""The engines: OpenVINO gives what torch gives, in any patch size, from a cache that may be cold, damaged or shut."""

import os
import shutil
import threading
import warnings

import numpy as np
import pytest
from networks_samples import (
    FIXTURE,
    needs_fixture,
    own_onnx,
    random_state_dict,
    reflectance,
    run_python,
    ukis_file,
)

from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.networks.catalog import find_model
from s2cloudmask.core.networks.engines import open_predictor


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def unet_file(tmp_path_factory):
    import torch

    path = tmp_path_factory.mktemp("weights") / "random.pt"
    torch.save(random_state_dict(), path)
    return path


@pytest.fixture(scope="module")
def unet(unet_file, cache):
    return open_predictor(find_model(str(unet_file)), device="cpu", precision="float32", cache=cache)


@pytest.fixture(scope="module")
def ukis(cache):
    return open_predictor(find_model("ukis_l1c"), precision="float32", cache=cache)


def by_torch(path, patches):
    """Softmax of the network, by segmentation-models-pytorch and nothing of ours but the import of torchvision."""
    import torch

    from s2cloudmask.core.networks.unetmobv2 import build_unetmobv2

    network = build_unetmobv2()
    network.load_state_dict(torch.load(path, weights_only=True))
    with torch.no_grad():
        return torch.softmax(network(torch.from_numpy(patches)), 1).numpy()


def test_openvino_gives_what_torch_gives_in_every_patch_size(unet, unet_file):
    assert (unet.engine, unet.device, unet.precision) == ("openvino", "cpu", "float32")
    for rows, cols in ((64, 64), (96, 160), (32, 320), (64, 64)):
        patches = reflectance(3, 13, rows, cols, seed=rows)
        given = unet.predict(patches)
        assert given.shape == (3, 4, rows, cols) and given.dtype == np.float32
        np.testing.assert_allclose(given, by_torch(unet_file, patches), atol=1e-5)
        np.testing.assert_allclose(given.sum(axis=1), 1.0, atol=1e-5)


@needs_fixture
def test_trained_weights_give_the_classes_of_torch(cache):
    predictor = open_predictor(find_model(str(FIXTURE)), device="cpu", precision="float32", cache=cache)
    patches = reflectance(1, 13, 256, 256)
    given, expected = predictor.predict(patches), by_torch(FIXTURE, patches)
    np.testing.assert_allclose(given, expected, atol=1e-4)
    assert (given.argmax(1) == expected.argmax(1)).mean() > 0.99999
    assert len(np.unique(given.argmax(1))) > 1


def test_torch_on_the_cpu_gives_the_same(unet, unet_file):
    from s2cloudmask.core.networks.torchengine import TorchPredictor

    predictor = TorchPredictor(unet.model, unet_file, "cpu")
    assert predictor.precision == "float32"
    patches = reflectance(2, 13, 64, 96)
    np.testing.assert_allclose(predictor.predict(patches), unet.predict(patches), atol=1e-5)


@pytest.mark.parametrize(("factor", "precision"), [(1.0, "float16"), (1e5, "float32")])
def test_half_precision_is_taken_only_where_it_holds(factor, precision, unet_file, tmp_path):
    """What a graphics card does on opening, done here on the CPU: weights beyond float16 keep float32, unrounded."""
    import torch

    from s2cloudmask.core.networks.torchengine import TorchPredictor

    weights = torch.load(unet_file, weights_only=True)
    weights["segmentation_head.0.weight"] *= factor
    weights["segmentation_head.0.bias"] += 0.1 * factor
    torch.save(weights, tmp_path / "weights.pt")
    predictor = TorchPredictor(find_model(str(tmp_path / "weights.pt")), tmp_path / "weights.pt", "cpu", "float32")
    patches = reflectance(1, 13, 64, 64)
    exact = predictor.predict(patches)
    predictor._take_half_where_it_holds()
    assert predictor.precision == precision
    if precision == "float32":
        np.testing.assert_array_equal(predictor.predict(patches), exact)
    else:
        np.testing.assert_allclose(predictor.predict(patches), exact, atol=0.05)


def test_ukis_is_scaled_and_ordered_as_its_makers_do(ukis):
    import json

    import openvino

    statistics = json.loads(ukis_file("model_6b_l1c.json").read_text())["data"]["dataset_statistics"]["img"]
    mean, std = (np.float32(values)[None, :, None, None] for values in statistics)
    patches = reflectance(2, 6, 256, 256)
    raw = openvino.Core().compile_model(ukis_file(), "CPU", {"INFERENCE_PRECISION_HINT": "f32"})
    logits = np.concatenate([raw((patch[None] - mean) / std)[0] for patch in patches])
    exponents = np.exp(logits - logits.max(axis=1, keepdims=True))
    background, cloud, shadow = np.moveaxis(exponents / exponents.sum(axis=1, keepdims=True), 1, 0)
    given = ukis.predict(patches)
    np.testing.assert_allclose(given[:, 0], background, atol=1e-4)
    np.testing.assert_allclose(given[:, 1], cloud, atol=1e-4)
    np.testing.assert_array_equal(given[:, 2], 0.0)
    np.testing.assert_allclose(given[:, 3], shadow, atol=1e-4)


def test_batches_threads_and_streams_change_nothing(unet, cache):
    patches = reflectance(5, 13, 96, 96)
    expected = unet.predict(patches)
    np.testing.assert_array_equal(unet.predict(patches[2:3])[0], expected[2])
    for threads, streams in ((1, 1), (2, 1), (2, 2)):
        other = open_predictor(
            unet.model, device="cpu", precision="float32", threads=threads, streams=streams, cache=cache
        )
        np.testing.assert_array_equal(other.predict(patches), expected)


def test_patches_come_back_one_by_one_in_order(unet):
    patches = reflectance(6, 13, 64, 64)
    expected = unet.predict(patches)
    taken = []

    def cut():
        for patch in patches:
            taken.append(len(taken))
            yield patch

    for index, given in enumerate(unet.predict_each(cut())):
        np.testing.assert_array_equal(given, expected[index])
        assert len(taken) <= index + unet.parallel + 1


def test_patches_of_mixed_sizes_in_one_go(unet):
    patches = [reflectance(1, 13, side, 64)[0] for side in (64, 96, 64)]
    for patch, given in zip(patches, unet.predict_each(patches), strict=True):
        np.testing.assert_array_equal(given, unet.predict(patch[None])[0])


def test_a_caller_may_stop_early_or_fail(unet):
    def failing():
        yield reflectance(1, 13, 64, 64)[0]
        raise RuntimeError("the reader failed")

    with pytest.raises(RuntimeError, match="the reader failed"):
        list(unet.predict_each(failing()))
    results = unet.predict_each(reflectance(8, 13, 64, 64))
    next(results)
    results.close()
    assert unet.predict(reflectance(1, 13, 64, 64)).shape == (1, 4, 64, 64)


def test_many_threads_may_predict_at_once(unet):
    patches = [reflectance(3, 13, 64, 64, seed) for seed in range(6)]
    expected = [unet.predict(batch) for batch in patches]
    given = [None] * len(patches)

    def work(index):
        for _ in range(3):
            given[index] = unet.predict(patches[index])

    threads = [threading.Thread(target=work, args=(index,)) for index in range(len(patches))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    for ours, theirs in zip(given, expected, strict=True):
        np.testing.assert_array_equal(ours, theirs)


def test_a_view_of_a_larger_array_is_taken(unet):
    strip = reflectance(1, 13, 64, 256)[0]
    patch = strip[:, :, 64:128]
    np.testing.assert_array_equal(unet.predict(patch[None]), unet.predict(patch[None].copy()))


@pytest.mark.parametrize(
    ("shape", "why"),
    [((1, 12, 64, 64), "takes 13 bands"), ((1, 13, 64, 65), "multiples of 32"), ((1, 13, 0, 64), "multiples of 32")],
)
def test_an_array_it_cannot_take_is_named(shape, why, unet):
    with pytest.raises(EngineError, match=why) as caught:
        unet.predict(np.zeros(shape, np.float32))
    assert caught.value.code == "bad-settings"


def test_ukis_takes_its_own_patch_only(ukis):
    with pytest.raises(EngineError, match="256 px only"):
        ukis.predict(np.zeros((1, 6, 512, 512), np.float32))


@pytest.mark.parametrize(
    "wrong", [{"device": "tpu"}, {"precision": "float8"}, {"device": "cuda"}, {"precision": "float16"}]
)
def test_settings_that_cannot_work_are_refused(wrong, cache):
    with pytest.raises(EngineError) as caught:
        open_predictor(find_model("ukis_l1c"), cache=cache, **wrong)
    assert caught.value.code == "bad-settings"


def test_bfloat16_only_where_the_cpu_has_it(unet_file, cache):
    import openvino

    native = "BF16" in openvino.Core().get_property("CPU", "OPTIMIZATION_CAPABILITIES")
    model = find_model(str(unet_file))
    assert open_predictor(model, device="cpu", cache=cache).precision == ("bfloat16" if native else "float32")
    if not native:
        with pytest.raises(EngineError, match="bfloat16") as caught:
            open_predictor(model, device="cpu", precision="bfloat16", cache=cache)
        assert caught.value.code == "bad-settings"
        return
    patches = reflectance(2, 13, 128, 128)
    given = open_predictor(model, device="cpu", precision="bfloat16", cache=cache).predict(patches)
    exact = open_predictor(model, device="cpu", precision="float32", cache=cache).predict(patches)
    np.testing.assert_allclose(given, exact, atol=0.05)
    np.testing.assert_allclose(given.sum(axis=1), 1.0, atol=1e-3)


USE = """
import sys, numpy as np
from pathlib import Path
from s2cloudmask.core.networks.catalog import find_model
from s2cloudmask.core.networks.engines import open_predictor
predictor = open_predictor(find_model({file!r}), precision="float32", cache=Path({cache!r}))
print(repr(float(predictor.predict(np.full((1, 13, 64, 64), 0.3, np.float32))[0, 0].mean())), "torch" in sys.modules)
"""


def use(unet_file, cache):
    value, torch_was_needed = run_python(USE.format(file=str(unet_file), cache=str(cache))).split()
    return float(value), torch_was_needed == "True"


def test_a_second_run_does_not_need_torch(unet, unet_file, cache):
    value, torch_was_needed = use(unet_file, cache)
    assert not torch_was_needed
    assert value == pytest.approx(float(unet.predict(np.full((1, 13, 64, 64), 0.3, np.float32))[0, 0].mean()))


def write_toml(path, text):
    path.with_suffix(".toml").write_text(text)
    return find_model(str(path))


def test_a_users_onnx_runs_by_its_toml(ukis, tmp_path, cache):
    stated = 'bands = ["B02", "B03", "B04", "B8A", "B11", "B12"]\nclasses = [0, 1, 3]\npatch = 256\n'
    # the same scaling, given for DN as the network's makers might
    stated += "scale = 10000\nmean = [2755.2253, 2556.6444, 2698.0153, 3343.122, 2085.1292, 1582.6508]\n"
    stated += "std = [2448.8002, 2275.7471, 2537.1522, 2321.3787, 1487.3883, 1260.4216]\n"
    model = write_toml(own_onnx(tmp_path), stated)
    assert (model.name, model.network) == ("own", "onnx")
    patches = reflectance(1, 6, 256, 256)
    given = open_predictor(model, precision="float32", cache=cache).predict(patches)
    np.testing.assert_allclose(given, ukis.predict(patches), atol=1e-3)


@pytest.mark.parametrize(
    "stated",
    [
        'bands = ["B02", "B03", "B04"]\nclasses = [0, 1, 3]\npatch = 256',
        'bands = ["B02", "B03", "B04", "B8A", "B11", "B12"]\nclasses = [0, 1]\npatch = 256',
    ],
)
def test_a_toml_that_does_not_fit_the_network_is_refused(stated, tmp_path, cache):
    model = write_toml(own_onnx(tmp_path), stated)
    with pytest.raises(EngineError) as caught:
        predictor = open_predictor(model, precision="float32", cache=cache)
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


def test_a_users_torchscript_runs_by_its_toml(tmp_path, cache):
    model = own_torchscript(tmp_path)
    assert model.network == "torchscript"
    predictor = open_predictor(model, device="cpu", precision="float32", cache=cache)
    for rows, cols in ((64, 64), (16, 48)):
        patches = reflectance(2, 4, rows, cols)
        grey = patches.mean(axis=1)
        given = predictor.predict(patches)
        np.testing.assert_allclose(given[:, 0], 1 - grey, atol=1e-5)
        np.testing.assert_allclose(given[:, 1], grey, atol=1e-5)  # its second and third channel together


@pytest.mark.parametrize("wrong", [{"channels": 2}, {"shrink": True}])
def test_a_torchscript_of_the_wrong_shape_is_refused(wrong, tmp_path, cache):
    model = own_torchscript(tmp_path, **wrong)
    with pytest.raises(EngineError) as caught:
        open_predictor(model, device="cpu", precision="float32", cache=cache).predict(reflectance(1, 4, 64, 64))
    assert caught.value.code == "wrong-network"


@pytest.mark.parametrize("damage", ["cut off", "bit flipped", "no hashes", "emptied"])
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


def test_a_cache_that_cannot_be_written_costs_only_time(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    predictor = open_predictor(own_torchscript(tmp_path), device="cpu", cache=tmp_path / "file" / "cache")
    assert predictor.predict(reflectance(1, 4, 64, 64)).shape == (1, 4, 64, 64)


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


@pytest.mark.parametrize("content", [b"", b"not a network", b"\x08\x07" * 500])
def test_a_damaged_onnx_is_refused(content, tmp_path, cache):
    path = tmp_path / "own.onnx"
    path.write_bytes(content)
    with pytest.raises(EngineError) as caught:
        open_predictor(write_toml(path, 'bands = ["B02", "B03"]\nclasses = [0, 1]'), cache=cache)
    assert caught.value.code == "wrong-network"


def test_weights_that_changed_since_they_were_chosen_are_refused(unet_file, tmp_path, cache):
    path = tmp_path / "weights.pt"
    shutil.copy(unet_file, path)
    model = find_model(str(path))
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(EngineError) as caught:
        open_predictor(model, cache=cache)
    assert caught.value.code == "wrong-hash"
