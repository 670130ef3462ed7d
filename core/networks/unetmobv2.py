"""UNetMobV2 (Aybar et al. 2022, doi:10.1038/s41597-022-01878-2): a U-Net on MobileNetV2, 13 bands in, 4 classes out."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

import torch
from torch import nn

from ..classes import CLASS_COUNT
from ..products.metadata import BAND_IDS
from .state_dict import with_weights


def build_unetmobv2(bands: int = len(BAND_IDS)) -> nn.Module:
    """An untrained UNetMobV2: (n, bands, rows, cols) reflectance to (n, 4, rows, cols) logits, sides x 32."""
    import_torchvision()
    import segmentation_models_pytorch as smp  # only now: it imports torchvision itself

    return smp.Unet("mobilenet_v2", encoder_weights=None, in_channels=bands, classes=CLASS_COUNT).eval()


def load_unetmobv2(path: Path, bands: int = len(BAND_IDS)) -> nn.Module:
    """The network with the weights of a state dict: raw, under `state_dict`, with the prefix `model.`; or safetensors.

    Nothing is unpickled but tensors. Errors: wrong-network, with what is wrong about the file.
    """
    return with_weights(build_unetmobv2(bands), path, "UNetMobV2")


_declared: list[torch.library.Library] = []  # kept: a library forgets its operators once collected


def import_torchvision() -> None:
    """Import torchvision even where its compiled operators do not load: a CUDA build beside a CPU torch, say.

    smp needs only its MobileNetV2, which is pure Python; the import fails on two operators that only detection
    networks use. Declaring their schemas lets it through.
    """
    try:
        import torchvision
    except RuntimeError:
        library = torch.library.Library("torchvision", "FRAGMENT")
        for name in ("nms", "qnms"):
            with contextlib.suppress(RuntimeError):  # declared before, or by a build that half loaded
                library.define(f"{name}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
        _declared.append(library)
        for name in [name for name in sys.modules if name.partition(".")[0] == "torchvision"]:
            del sys.modules[name]
        import torchvision  # noqa: F401
