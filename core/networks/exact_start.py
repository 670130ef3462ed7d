"""A network as two, one after the other: its first convolutions in float32 where the rest is computed in bfloat16.

Most of what bfloat16 changes in a mask comes from the first convolutions, which take the reflectance itself: ten in
UNetMobV2, 8 % of its multiplications (benchmarks/RESULTS.md). OpenVINO's Python interface marks no single operation as
exact, so they are compiled apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import openvino

EXACT = {"unetmobv2": 10, "ukis": 82}  # convolutions, each number the end of a block: at 1/4 and 1/16 of the sides
CONVOLUTIONS = ("Convolution", "GroupConvolution")
BELONGS = ("Add", "Multiply", "Clamp", "Relu")  # what of one convolution's output is computed with it


def split_network(network: openvino.Model, count: int) -> tuple[openvino.Model, openvino.Model] | None:
    """`network` up to its `count`-th convolution, and the rest, which takes all that the first gives, in that order.

    None when there are not so many.
    """
    import openvino
    from openvino import opset13 as operations

    first, rest = network.clone(), network.clone()
    given, taken = _handed_on(first, count), _handed_on(rest, count)
    if not given or not taken:
        return None
    inputs = []
    for output, followers in taken:
        inputs.append(operations.parameter(output.get_partial_shape(), output.get_element_type()))
        for follower in followers:
            follower.replace_source_output(inputs[-1].output(0))
    results = [operations.result(output) for output, _ in given]
    return openvino.Model(results, first.get_parameters()), openvino.Model(rest.get_results(), inputs)


def _handed_on(network: openvino.Model, count: int) -> list[tuple[openvino.Output, list[openvino.Input]]]:
    """What is computed up to the `count`-th convolution and used after it, each with its uses there."""
    operations = network.get_ordered_ops()
    convolutions = [node for node in operations if node.get_type_name() in CONVOLUTIONS]
    if len(convolutions) <= count:
        return []
    before = _up_to(_end(convolutions[count - 1].output(0)))
    out = []
    for node in operations:
        if node.get_friendly_name() not in before or node.get_type_name() == "Constant":
            continue
        for output in node.outputs():
            uses = [use for use in output.get_target_inputs() if use.get_node().get_friendly_name() not in before]
            if uses:
                out.append((output, uses))
    return out


def _up_to(output: openvino.Output) -> set[str]:
    """Names of the operations that an output is computed by."""
    names: set[str] = set()
    left = [output.get_node()]
    while left:
        node = left.pop()
        if node.get_friendly_name() not in names:
            names.add(node.get_friendly_name())
            left += [value.get_node() for value in node.input_values()]
    return names


def _end(end: openvino.Output) -> openvino.Output:
    """What a convolution gives, with its bias, its activation and the sum over its block."""
    while len(followers := list(end.get_target_inputs())) == 1:
        node, before = followers[0].get_node(), _up_to(end)
        others = [value.get_node() for value in node.input_values()]
        ready = all(one.get_type_name() == "Constant" or one.get_friendly_name() in before for one in others)
        if node.get_type_name() not in BELONGS or not ready:
            break
        end = node.output(0)
    return end
