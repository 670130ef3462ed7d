"""A network as two, one after the other: its first convolutions in float32 where the rest is computed in bfloat16.

Half of what bfloat16 changes in a mask of UNetMobV2 comes from its first three convolutions, which take the reflectance
itself and are 3 % of the multiplications (benchmarks/RESULTS.md). OpenVINO's Python interface marks no single operation
as exact, so they are compiled apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import openvino

EXACT = 3  # convolutions of UNetMobV2: up to 16 channels at half the sides, the smallest array there is to hand on
CONVOLUTIONS = ("Convolution", "GroupConvolution")
BELONGS = ("Add", "Multiply", "Clamp", "Relu")  # what of one convolution's output is computed with it


def split_network(network: openvino.Model, count: int = EXACT) -> tuple[openvino.Model, openvino.Model] | None:
    """`network` up to its `count`-th convolution, and the rest, which takes what the first gives.

    None when there are not so many, or when the rest needs more than that one array.
    """
    import openvino
    from openvino import opset13 as operations

    first, rest = network.clone(), network.clone()
    end, begin = _end(first, count), _end(rest, count)
    if end is None or begin is None:
        return None
    handed_on = operations.parameter(begin.get_partial_shape(), begin.get_element_type())
    for follower in begin.get_target_inputs():
        follower.replace_source_output(handed_on.output(0))
    try:
        return (
            openvino.Model([operations.result(end)], first.get_parameters()),
            openvino.Model(rest.get_results(), [handed_on]),
        )
    except RuntimeError:  # the rest still needs the network's own input
        return None


def _end(network: openvino.Model, count: int) -> openvino.Output | None:
    """What the `count`-th convolution gives, with its bias and activation."""
    convolutions = [node for node in network.get_ordered_ops() if node.get_type_name() in CONVOLUTIONS]
    if len(convolutions) <= count:
        return None
    end = convolutions[count - 1].output(0)
    while len(followers := list(end.get_target_inputs())) == 1:
        node = followers[0].get_node()
        others = [value.get_node() for value in node.input_values() if value.get_node() != end.get_node()]
        if node.get_type_name() not in BELONGS or any(one.get_type_name() != "Constant" for one in others):
            break
        end = node.output(0)
    return end
