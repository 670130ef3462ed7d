"""Upsampling folded into the convolution after it: the same numbers for fewer multiplications.

The decoder of a U-Net doubles the sides of an image by nearest neighbour, then convolves it with 3 x 3 weights. Of the
nine numbers under the weights four at most differ: sums of the weights, 2 x 2, over the image as it is give the four
pixels that each one becomes, for 4/9 of the work (Shi et al. 2016, arXiv:1609.07009, section 3). A transposed
convolution with the same sums would be a twentieth faster, but gives other last digits on other numbers of threads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import openvino

ATTRIBUTES: dict[str, dict[str, object]] = {
    "Interpolate": {"mode": "nearest", "coordinate_transformation_mode": "asymmetric", "nearest_mode": "floor"},
    "Convolution": {"strides": [1, 1], "dilations": [1, 1], "pads_begin": [1, 1], "pads_end": [1, 1]},
    "Concat": {"axis": 1},
}
FLOATS = ("f32", "f16", "bf16")


def with_folded_upsampling(network: openvino.Model, shape: Sequence[int]) -> openvino.Model:
    """The network with each doubling by nearest neighbour folded into the 3 x 3 convolutions that follow it.

    shape: (1, bands, rows, cols) with the least sides that it takes; what doubles there doubles in all their multiples.
    A network in which there is nothing to fold, or that does not take that shape, is given back as it is.
    """
    folded = network.clone()
    try:
        own_shape = folded.input(0).get_partial_shape()
        folded.reshape(list(shape))
        changed = False
        while upsampled := next(filter(None, map(_find, folded.get_ordered_ops())), None):
            upsampled.fold()
            changed = True
        folded.reshape(own_shape)
    except (RuntimeError, IndexError):  # of OpenVINO: what it does not take, it says when it is compiled
        return network
    return folded if changed else network


@dataclass(frozen=True)
class _Upsampled:
    """A convolution of `image`, doubled, and of others in the order of its `weights`, (out, in, 3, 3) float32.

    channels: those of the weights that meet the image; the rest meet the `others`.
    """

    convolution: openvino.Node
    weights: np.ndarray
    image: openvino.Output
    channels: slice
    others: list[openvino.Output]

    def fold(self) -> None:
        """Put a convolution of the image as it is in place of the doubling; what else was convolved is added."""
        from openvino import opset13 as operations

        def convolution(image: openvino.Output, weights: np.ndarray) -> openvino.Node:
            image = image if _type(image) == "f32" else operations.convert(image, "f32").output(0)
            return operations.convolution(image, operations.constant(weights), [1, 1], [1, 1], [1, 1], [1, 1])

        four = operations.depth_to_space(convolution(self.image, four_pixels(self.weights[:, self.channels])),
                                         "blocks_first", 2)  # fmt: skip
        # Windows of 2 x 2 begin a row and a column before the image: one pixel too many on every side.
        given = operations.slice(four, [1, 1], [-1, -1], [1, 1], [2, 3])
        if self.others:
            beside = self.others[0] if len(self.others) == 1 else operations.concat(self.others, 1).output(0)
            given = operations.add(convolution(beside, np.delete(self.weights, self.channels, axis=1)), given)
        kind = _type(self.convolution.output(0))
        given = given if kind == "f32" else operations.convert(given, kind)
        for follower in self.convolution.output(0).get_target_inputs():
            follower.replace_source_output(given.output(0))


def four_pixels(weights: np.ndarray) -> np.ndarray:
    """Weights over a doubled image as those over the image itself.

    Parameters
    ----------
    weights : (out, in, 3, 3) float32
        Of a convolution over the doubled image.

    Returns
    -------
    (4 × out, in, 2, 2) float32
        Of a convolution with a padding of 1. A window gives the four pixels around its middle: (row, column) 0 0, 0 1,
        1 0, 1 1, `out` channels each.
    """
    meets = (0, 0, 1), (0, 1, 1)  # of the two numbers in a window, the one that each of three weights meets
    sums = np.zeros((2, 2, *weights.shape[:2], 2, 2))
    for row, col, down, across in np.ndindex(2, 2, 3, 3):
        sums[row, col, :, :, meets[row][down], meets[col][across]] += weights[:, :, down, across]
    return sums.reshape(-1, weights.shape[1], 2, 2).astype(np.float32)


def _find(node: openvino.Node) -> _Upsampled | None:
    if not _is(node, "Convolution"):
        return None
    weights = _before(node.input_value(1)).get_node()
    if weights.get_type_name() != "Constant" or weights.get_output_shape(0)[2:] != [3, 3]:
        return None
    parts = [node.input_value(0)]
    joined = parts[0].get_node()
    if _is(joined, "Concat"):
        parts = list(joined.input_values())
    begin = 0
    for index, part in enumerate(parts):
        channels = part.get_shape()[1]
        doubling = _before(part).get_node()
        if _is(doubling, "Interpolate"):
            image = doubling.input_value(0)
            count, planes, rows, cols = image.get_shape()
            given = doubling.get_attributes()
            padded = any([*given["pads_begin"], *given["pads_end"]])
            if list(part.get_shape()) == [count, planes, 2 * rows, 2 * cols] and not padded:
                return _Upsampled(
                    node, weights.get_data().astype(np.float32), image, slice(begin, begin + channels),
                    parts[:index] + parts[index + 1 :],
                )  # fmt: skip
        begin += channels
    return None


def _is(node: openvino.Node, kind: str) -> bool:
    """Whether a node is of that kind, with the attributes that count."""
    if node.get_type_name() != kind:
        return False
    given = node.get_attributes()
    return all(given.get(name) == value for name, value in ATTRIBUTES[kind].items())


def _before(output: openvino.Output) -> openvino.Output:
    """What floats of one width were made from in another: networks in half precision compute some steps in float32."""
    while output.get_node().get_type_name() == "Convert" and _type(output) in FLOATS:
        source = output.get_node().input_value(0)
        if _type(source) not in FLOATS:
            break
        output = source
    return output


def _type(output: openvino.Output) -> str:
    return output.get_element_type().to_string()
