"""How a mask is computed does not change it: threads, streams, order of reading, neighbours in a batch, precision."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest
import rasterio
from networks_samples import reflectance

from s2cloudmask.core.masking.mask_granule import MaskSettings, mask_granule
from s2cloudmask.core.networks.catalog import find_model
from s2cloudmask.core.networks.engines import open_predictor
from s2cloudmask.core.networks.exact_start import split_network
from s2cloudmask.core.products.product import open_product

RUNS = {
    "one thread": ({"threads": 1, "streams": 1}, {"threads": 1}),
    "two streams": ({"threads": 2, "streams": 2}, {"threads": 2}),
    "four streams": ({"threads": 4, "streams": 4}, {"threads": 5}),
}


def mask(product, weights, target, how=None, precision="float32", **settings):
    predictor = open_predictor(find_model(str(weights)), precision=precision, **(how or {}))
    granule = open_product(product.path).granules[0]
    result = mask_granule(granule, target, predictor, MaskSettings(patch=256, confidence=True, **settings))
    with rasterio.open(result.mask) as dataset, rasterio.open(result.confidence) as confidence:
        return dataset.read(1), confidence.read()


@pytest.mark.slow
@pytest.mark.parametrize("run", RUNS)
def test_float32_is_the_same_however_it_is_run(simulated, random_weights, tmp_path, run):
    product = simulated(size=1260, valid_share=0.8)
    how, settings = RUNS[run]
    expected, _ = mask(product, random_weights, tmp_path / "plain.tif")
    found, _ = mask(product, random_weights, tmp_path / "other.tif", how, **settings)
    assert np.array_equal(found, expected)
    assert len(np.unique(expected)) > 3


@pytest.mark.slow
def test_a_mask_is_the_same_alone_and_in_a_batch(simulated, random_weights, command, tmp_path):
    products = [simulated(size=720, seed=seed, time=f"2024071{seed}T105031").path for seed in range(3)]
    options = ["--model", str(random_weights), "--progress", "json"]
    for product in products:
        assert command("mask", str(product), "--out", str(tmp_path / "alone"), *options).code == 0
    assert command("mask", *map(str, products), "--out", str(tmp_path / "batch"), *options).code == 0
    alone = sorted((tmp_path / "alone").iterdir())
    assert len([path for path in alone if path.suffix == ".tif"]) == 3
    for path in alone:
        assert path.read_bytes() == (tmp_path / "batch" / path.name).read_bytes(), path.name


@pytest.mark.parametrize("network", ["trained", "ukis_l1c"])
def test_bfloat16_differs_only_where_the_network_is_of_two_minds(simulated, trained_weights, tmp_path, network):
    import openvino

    if "BF16" not in openvino.Core().get_property("CPU", "OPTIMIZATION_CAPABILITIES"):
        pytest.skip("this CPU does not compute in bfloat16")
    product, weights = simulated(size=1260), trained_weights if network == "trained" else network
    exact, confidence = mask(product, weights, tmp_path / "exact.tif")
    fast, _ = mask(product, weights, tmp_path / "fast.tif", precision="bfloat16")
    differs = fast != exact
    assert 0 < differs.mean() <= 0.001
    best = np.sort(confidence[:, differs].astype(int), axis=0)
    assert ((best[-1] - best[-2]) / 250).max() <= 0.15 + 1 / 250


@pytest.mark.parametrize(("name", "most"), [("unetmobv2", 0), ("ukis_l1c", 1e-3)])  # 82 convolutions add up
def test_its_first_convolutions_apart_give_the_same(random_weights, name, most):
    model = find_model(name if name == "ukis_l1c" else str(random_weights))
    whole, apart = (open_predictor(model, precision="float32") for _ in range(2))
    apart.precision = "bfloat16"  # what makes it two; both are compiled for float32
    bands, side = len(model.bands), model.patch
    for rows, cols in [(side, side)] if side else [(96, 64), (64, 128)]:
        patch = reflectance(1, bands, rows, cols, seed=rows)
        assert np.abs(apart.predict(patch) - whole.predict(patch)).max() <= most
    assert len(apart._compiled) == 2 and len(whole._compiled) == 1


@pytest.mark.parametrize("again", ["block", "input", ""])
def test_a_network_is_cut_whatever_is_handed_on(again):
    import openvino
    from openvino import opset13 as operations

    def network(count):
        given = operations.parameter([1, 4, 8, 8], np.float32)
        arrays = [given]
        for number in range(count):
            weights = operations.constant(np.random.default_rng(number).normal(0, 0.5, (4, 4, 1, 1)).astype(np.float32))
            made = operations.convolution(arrays[-1], weights, [1, 1], [0, 0], [0, 0], [1, 1])
            arrays.append(operations.relu(made) if number != 2 or again != "block" else operations.add(made, arrays[2]))
        late = {"block": arrays[1], "input": given, "": arrays[-1]}[again]  # used on both sides of the cut
        return openvino.Model([operations.add(arrays[-1], late)], [given])

    plain = network(5)
    first, rest = split_network(plain, 3)
    for part, convolutions, sums in ((first, 3, int(again == "block")), (rest, 2, 1)):
        kinds = [node.get_type_name() for node in part.get_ordered_ops()]
        assert kinds.count("Convolution") == convolutions and kinds.count("Add") == sums
    image = np.random.default_rng(9).normal(0, 1, (1, 4, 8, 8)).astype(np.float32)

    def run(part, *arrays):
        request = openvino.Core().compile_model(part, "CPU", {"INFERENCE_PRECISION_HINT": "f32"}).create_infer_request()
        request.infer(dict(enumerate(arrays)))
        return [tensor.data.copy() for tensor in request.output_tensors]

    assert np.allclose(run(rest, *run(first, image))[0], run(plain, image)[0], atol=1e-6)
    assert split_network(network(3), 3) is None


def benchmark(name):
    script = Path(__file__).resolve().parents[2] / "benchmarks" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, script)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_benchmark_of_bfloat16_rounds_what_it_rounds():
    import openvino
    import torch
    from openvino import opset13 as operations

    rounding = benchmark("bfloat16")
    rng = np.random.default_rng(1)
    image = rng.normal(0.2, 1, (1, 4, 8, 8)).astype(np.float32)
    first, last = rng.normal(0, 0.5, (2, 4, 4, 1, 1)).astype(np.float32)
    given = operations.parameter([1, 4, 8, 8], np.float32)

    def convolution(of, weights):
        return operations.convolution(of, operations.constant(weights), [1, 1], [0, 0], [0, 0], [1, 1])

    network = openvino.Model([operations.relu(convolution(convolution(given, first), last))], [given])
    assert rounding.with_rounding(network, 0, 1) == 0.5
    found = openvino.Core().compile_model(network, "CPU", {"INFERENCE_PRECISION_HINT": "f32"})(image)[0]

    def half(array):
        return torch.from_numpy(array).bfloat16().double().numpy()

    middle = half(np.einsum("oi,bihw->bohw", half(first[..., 0, 0]), half(image)).astype(np.float32))
    expected = np.einsum("oi,bihw->bohw", last[..., 0, 0].astype(float), middle).clip(0)
    np.testing.assert_allclose(found, expected, atol=1e-5)
    np.testing.assert_array_equal(rounding.rounded_weights(first), half(first))


@pytest.mark.slow
def test_our_patches_are_never_more_than_those_of_clouds2masks_grid():
    counts = benchmark("patch_counts")
    savings = []
    for seed in range(50):
        valid = counts.swath(seed)
        ours = counts.plan_of(valid, counts.PATCH, counts.OVERLAP).count
        theirs = counts.counted_by_clouds2mask(valid, counts.PATCH, counts.OVERLAP)
        assert ours <= theirs, seed
        savings.append(1 - ours / theirs)
    assert np.mean(savings) > 0.08
