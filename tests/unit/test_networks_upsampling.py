"""Doubling folded into the convolution after it gives the same numbers, in whatever order a network joins its parts."""

import numpy as np
import openvino
import pytest
from openvino import opset13 as operations

from s2cloudmask.core.networks.catalog import find_model
from s2cloudmask.core.networks.converted import converted_network
from s2cloudmask.core.networks.openvino_engine import _core
from s2cloudmask.core.networks.upsampling import four_pixels, with_folded_upsampling
from s2cloudmask.core.networks.weights import open_weights

BANDS = 3
SIDE = 4


def test_weights_over_a_doubled_image_as_those_over_the_image():
    rng = np.random.default_rng(0)
    weights, image = rng.integers(-9, 9, (2, 3, 3, 3)), rng.integers(-9, 9, (3, 4, 5))
    padded = np.pad(image.repeat(2, axis=1).repeat(2, axis=2), ((0, 0), (1, 1), (1, 1)))
    expected = np.zeros((2, 8, 10))
    for row, col in np.ndindex(3, 3):
        expected += np.einsum("oi,iyx->oyx", weights[:, :, row, col], padded[:, row : row + 8, col : col + 10])
    four = four_pixels(weights.astype(np.float32)).reshape(2, 2, 2, 3, 2, 2)
    around = np.pad(image, ((0, 0), (1, 1), (1, 1)))
    given = np.zeros((2, 10, 12))
    for row, col, down, across in np.ndindex(2, 2, 2, 2):
        windows = around[:, down : down + 5, across : across + 6]
        given[:, row::2, col::2] += np.einsum("oi,iyx->oyx", four[row, col, :, :, down, across], windows)
    np.testing.assert_array_equal(given[:, 1:-1, 1:-1], expected)


def convolved(image, channels, seed, stride=1, padding=1):
    weights = np.random.default_rng(seed).normal(size=(channels, image.get_partial_shape()[1].get_length(), 3, 3))
    return operations.convolution(
        image, weights.astype(np.float32), [stride, stride], [padding, padding], [padding, padding], [1, 1]
    ).output(0)


def resized(image, factor=2, mode="nearest", coordinates="asymmetric", padding=0):
    attributes = {"mode": mode, "shape_calculation_mode": "scales", "coordinate_transformation_mode": coordinates,
                  "nearest_mode": "floor", "pads_begin": [0, 0, padding, padding], "pads_end": [0]}  # fmt: skip
    scales, axes = np.full(2, factor, np.float32), np.array([2, 3])
    return operations.interpolate(image, scales, axes=axes, **attributes).output(0)


def joined(*parts):
    return operations.concat(list(parts), 1).output(0)


def halved(image):
    return convolved(image, 5, 1, stride=2)


def in_half_precision(image):
    small = operations.convert(halved(image), "f16").output(0)
    doubled = operations.convert(resized(operations.convert(small, "f32").output(0)), "f16").output(0)
    weights = np.random.default_rng(2).normal(size=(4, 5, 3, 3)).astype(np.float16)
    out = operations.convolution(doubled, weights, [1, 1], [1, 1], [1, 1], [1, 1])
    return operations.convert(out, "f32").output(0)


def in_whole_numbers(image):
    whole = operations.convert(operations.convert(resized(halved(image)), "i32"), "f32").output(0)
    return convolved(whole, 4, 2)


def padded(image):
    """Two pixels and a row and column of zeros more become four."""
    return convolved(resized(halved(image), factor=4 / 3, padding=1), 4, 2)


def twice(image):
    doubled = resized(halved(image))
    return joined(convolved(doubled, 2, 2), convolved(joined(image, doubled), 2, 3))


FOLDED = {
    "alone": lambda image: convolved(resized(halved(image)), 4, 2),
    "before another": lambda image: convolved(joined(resized(halved(image)), image), 4, 2),
    "after another": lambda image: convolved(joined(image, resized(halved(image))), 4, 2),
    "between others": lambda image: convolved(joined(image, resized(halved(image)), convolved(image, 2, 4)), 4, 2),
    "two doubled": lambda image: convolved(joined(resized(halved(image)), resized(halved(image))), 4, 2),
    "convolved twice": twice,
    "in half precision": in_half_precision,
}
NOT_FOLDED = {
    "bilinear": lambda image: convolved(resized(halved(image), mode="linear_onnx"), 4, 2),
    "other coordinates": lambda image: convolved(resized(halved(image), coordinates="align_corners"), 4, 2),
    "four times": lambda image: convolved(resized(halved(halved(image)), factor=4), 4, 2),
    "no padding": lambda image: convolved(resized(halved(image)), 4, 2, padding=0),
    "every other pixel": lambda image: convolved(resized(halved(image)), 4, 2, stride=2),
    "no doubling": lambda image: convolved(halved(image), 4, 2),
    "padded to the same size": padded,
    "in whole numbers": in_whole_numbers,
    "something between": lambda image: convolved(operations.relu(resized(halved(image))).output(0), 4, 2),
}


def network_of(build):
    image = operations.parameter([-1, BANDS, -1, -1], np.float32)
    return openvino.Model([operations.result(build(image.output(0)))], [image])


def run(network, image):
    other = network.clone()
    other.reshape(image.shape)
    return _core().compile_model(other, "CPU", {"INFERENCE_PRECISION_HINT": "f32"})(image)[0]


def doublings(network):
    return sum(node.get_type_name() == "Interpolate" for node in network.get_ordered_ops())


@pytest.mark.parametrize("build", FOLDED.values(), ids=FOLDED)
def test_folded_networks_give_the_same_numbers_in_every_size(build):
    plain = network_of(build)
    folded = with_folded_upsampling(plain, (1, BANDS, SIDE, SIDE))
    assert doublings(plain) and not doublings(folded)
    for rows, cols in ((4, 4), (8, 12), (32, 4)):
        image = np.random.default_rng(rows).normal(size=(1, BANDS, rows, cols)).astype(np.float32)
        expected = run(plain, image)
        np.testing.assert_allclose(run(folded, image), expected, atol=1e-5 * np.abs(expected).max())


@pytest.mark.parametrize("build", NOT_FOLDED.values(), ids=NOT_FOLDED)
def test_what_cannot_be_folded_stays_as_it_is(build):
    plain = network_of(build)
    assert with_folded_upsampling(plain, (1, BANDS, SIDE, SIDE)) is plain


def test_a_network_that_does_not_take_the_shape_is_left_alone():
    plain = network_of(FOLDED["alone"])
    assert with_folded_upsampling(plain, (1, BANDS + 1, SIDE, SIDE)) is plain


@pytest.mark.parametrize("model", [pytest.param("unetmobv2", marks=pytest.mark.slow), "ukis_l1c"])
def test_our_networks_double_nothing(model, random_weights):
    if model == "unetmobv2":
        model = str(random_weights)
    found = find_model(model)
    network = converted_network(found, open_weights(found), _core())
    assert doublings(network) == 0
    assert [str(side) for side in network.input(0).get_partial_shape()][2:] == [str(found.patch or "?")] * 2
