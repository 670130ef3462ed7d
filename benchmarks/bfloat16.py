"""How much bfloat16 changes a mask, and which layers would have to stay in float32: on any CPU.

    python benchmarks/bfloat16.py PRODUCT... [--weights FILE] [--resolution 10] [--kept "the first two"]

Computes what a processor with bfloat16 computes, though not as fast: weights and what a convolution hands on are
rounded to 8 significant bits, products are summed in float32, with what is added in the same step (oneDNN, "Data
Types"). The masks of the converted network with and without rounding are compared. "The first ten" is what the engine
does (core/networks/exact_start.py). Where the processor has bfloat16, `test_exactness.py` compares its own.
"""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import openvino
import rasterio
from openvino import opset13 as operations

from s2cloudmask.core.classes import CONFIDENCE_SCALE, NO_DATA
from s2cloudmask.core.masking.mask_granule import MaskSettings, mask_granule
from s2cloudmask.core.networks.catalog import find_model
from s2cloudmask.core.networks.engines import open_predictor
from s2cloudmask.core.networks.predictor import Predictor
from s2cloudmask.core.products.granule import Granule
from s2cloudmask.core.products.product import open_product

CONVOLUTIONS = ("Convolution", "GroupConvolution")
CLOSE = 0.15  # between the two best probabilities in float32, where a class may change
SPLITTER = 2.0**16 + 1  # of 24 significant bits into 8 and 16 (Dekker 1971, doi:10.1007/BF01397083)
KEPT = {  # in float32, of UNetMobV2's convolutions in their order: the first ones, the last ones
    "nothing": (0, 0),
    "the last convolution": (0, 1),
    "the last block of the decoder": (0, 3),
    "the whole decoder": (0, 11),
    "the first convolution": (1, 0),
    "the first two": (2, 0),
    "the first three, up to 16 channels": (3, 0),
    "the first ten, up to a quarter of the sides": (10, 0),
    "the whole encoder": (56, 0),
}


def rounded_weights(weights: np.ndarray) -> np.ndarray:
    """Float32 rounded to the nearest bfloat16, ties to even; still float32."""
    bits = weights.astype(np.float32).view(np.uint32)
    return ((bits + 0x7FFF + ((bits >> 16) & 1)) & 0xFFFF0000).view(np.float32)


def with_rounding(network: openvino.Model, first: int, last: int) -> float:
    """Round in `network` what bfloat16 rounds, but for its `first` and `last` convolutions.

    Returns the share of multiplications that stay in float32. The network must have fixed sides.
    """
    convolutions = [node for node in network.get_ordered_ops() if node.get_type_name() in CONVOLUTIONS]
    exact = [at < first or at >= len(convolutions) - last for at in range(len(convolutions))]
    names = {node.get_friendly_name() for node, kept in zip(convolutions, exact, strict=True) if not kept}
    work = [np.prod(node.get_input_shape(1)) * np.prod(node.get_output_shape(0)[2:]) for node in convolutions]

    def sources(output: openvino.Output) -> list[bool]:
        """Of the convolutions that a number comes from without another between: whether they are in bfloat16."""
        node = output.get_node()
        if node.get_type_name() in CONVOLUTIONS:
            return [node.get_friendly_name() in names]
        return [found for value in node.input_values() for found in sources(value)]

    to_round = []
    for node in network.get_ordered_ops():
        if node.get_type_name() in CONVOLUTIONS:
            found = sources(node.input_value(0))
            if node.get_friendly_name() in names or (found and all(found)):
                to_round.append(node.input(0))
            if node.get_friendly_name() in names:
                constant = operations.constant(rounded_weights(node.input_value(1).get_node().get_data()))
                node.input(1).replace_source_output(constant.output(0))
        elif node.get_type_name() == "Add":
            parts = [sources(value) for value in node.input_values()]
            if all(parts):  # not a bias
                stored = [len(value.get_target_inputs()) > 1 or not _is_biased(value) for value in node.input_values()]
                to_round += [node.input(at) for at, found in enumerate(parts) if any(found) and stored[at]]
    for target in to_round:
        source = target.get_source_output()
        wide = operations.multiply(source, np.float32(SPLITTER))
        target.replace_source_output(operations.subtract(wide, operations.subtract(wide, source)).output(0))
    return float(sum(share for share, kept in zip(work, exact, strict=True) if kept) / sum(work))


def _is_biased(output: openvino.Output) -> bool:
    """Whether that is a convolution's own sum, with or without its bias: one that the next sum joins."""
    node = output.get_node()
    if node.get_type_name() == "Add":
        node = node.input_value(0).get_node()
    return node.get_type_name() in CONVOLUTIONS


@dataclass(frozen=True)
class Mask:
    """classes: (rows, cols) uint8; margin: between the two best probabilities, (rows, cols) float32."""

    classes: np.ndarray
    margin: np.ndarray


def masked(granule: Granule, predictor: Predictor, resolution: int) -> Mask:
    """The mask of a granule."""
    with tempfile.TemporaryDirectory(prefix="masks") as folder:
        settings = MaskSettings(resolution=resolution, confidence=True)
        result = mask_granule(granule, Path(folder) / "x_cloudmask.tif", predictor, settings)
        with rasterio.open(result.mask) as classes, rasterio.open(result.confidence) as confidence:
            best = np.sort(confidence.read(), axis=0)[-2:].astype(np.float32) / CONFIDENCE_SCALE
            return Mask(classes.read(1), best[1] - best[0])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("products", nargs="+")
    parser.add_argument("--weights", default="unetmobv2_s2cm", help="weights of UNetMobV2, or a model's name")
    parser.add_argument("--resolution", type=int, default=10)
    parser.add_argument("--kept", nargs="+", choices=KEPT, default=list(KEPT), help="rows of the table")
    args = parser.parse_args()
    model = find_model(args.weights)
    granules = [granule for product in args.products for granule in open_product(product).granules]
    plain = [masked(granule, open_predictor(model, device="cpu", precision="float32"), args.resolution)
             for granule in granules]  # fmt: skip
    print(
        "| in float32 | of multiplications |" + f" agree | differ by more than {CLOSE} | by at most |" * len(granules)
    )
    print("|---|---|" + "---|---|---|" * len(granules))
    for title in args.kept:
        first, last = KEPT[title]
        predictor = open_predictor(model, device="cpu", precision="float32")
        side = model.multiple * 2
        predictor._network.reshape([1, len(model.bands), side, side])
        share = with_rounding(predictor._network, first, last)
        cells = [title, f"{share:.0%}"]
        for granule, exact in zip(granules, plain, strict=True):
            found = masked(granule, predictor, args.resolution)
            valid = exact.classes != NO_DATA
            differs = valid & (found.classes != exact.classes)
            margins = exact.margin[differs]
            cells += [f"{1 - differs.sum() / valid.sum():.3%}", f"{(margins > CLOSE).sum() / valid.sum():.4%}",
                      f"{margins.max(initial=0):.2f}"]  # fmt: skip
        print("| " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
