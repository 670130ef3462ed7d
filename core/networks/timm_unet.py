"""U-Nets of segmentation-models-pytorch on an encoder of timm, as OmniCloudMask's networks since version 4 are.

A Model's `network` names the encoder: "unet-regnety_004" is a U-Net on timm's regnety_004.
"""

from __future__ import annotations

from pathlib import Path

from torch import nn

from ..classes import CLASS_COUNT
from .state_dict import with_weights
from .unetmobv2 import import_torchvision


def build_timm_unet(network: str, bands: int) -> nn.Module:
    """Untrained: (n, bands, rows, cols) to (n, 4, rows, cols) logits, sides x 32."""
    import_torchvision()
    import segmentation_models_pytorch as smp

    encoder = f"tu-{network.partition('-')[2]}"
    return smp.Unet(encoder, encoder_weights=None, in_channels=bands, classes=CLASS_COUNT).eval()


def load_timm_unet(network: str, path: Path, bands: int) -> nn.Module:
    """The network with the weights of a state dict. Errors: as `load_unetmobv2`."""
    return with_weights(build_timm_unet(network, bands), path, f"U-Net on {network.partition('-')[2]}")
