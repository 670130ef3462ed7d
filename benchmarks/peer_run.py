"""Run one peer on one product; `peers.py` calls this in the environment it made for them.

    python peer_run.py clouds2mask|omnicloudmask PRODUCT OUT RESOLUTION WEIGHTS

CloudS2Mask runs its own pipeline with our network in place of its own, whose weights cannot be had offline: what loads
and fetches them is replaced, nothing else; it imports fastai for the name of a type only. OmniCloudMask runs its two
networks with random weights, so its time is right and its mask means nothing.
"""

from __future__ import annotations

import importlib.machinery
import sys
import types
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

CLOUDS2MASK_PATCH = 512  # its default of 500 is no multiple of 32, which our network needs
OMNICLOUDMASK_NETWORKS = ("tu-regnety_004", "tu-edgenext_small")  # version 4 of its model_download_links.csv


def clouds2mask(product: Path, out: Path, resolution: int, weights: Path) -> None:
    """CloudS2Mask in float32 with its defaults, and batches of one as its README advises for a CPU."""
    for name in ("fastai", "fastai.vision", "fastai.vision.models"):
        _stand_in(name)
    _stand_in("fastai.vision.models.unet").DynamicUnet = object
    _stand_in("clouds2mask.download_model_weights").download_model_weights = lambda: None
    from core.networks.unetmobv2 import load_unetmobv2

    network = load_unetmobv2(weights)
    from clouds2mask import batch_process_scenes, create_settings, processing_settings

    processing_settings.find_models = lambda **_: [weights]
    processing_settings.load_models = lambda **_: [network]
    settings = create_settings(
        sent_safe_dirs=[product], output_dir=out, processing_res=resolution, patch_size=CLOUDS2MASK_PATCH, batch_size=1,
        fp16_mode=False, pytorch_device="cpu",
    )  # fmt: skip
    masks = batch_process_scenes(settings)
    if not masks[0].is_file():  # an error in its threads does not end it
        raise RuntimeError("CloudS2Mask wrote no mask")


def omnicloudmask(product: Path, out: Path, resolution: int, weights: Path) -> None:
    """OmniCloudMask with its defaults; `weights` is not used."""
    from functools import partial

    from core.networks.unetmobv2 import build_unetmobv2

    _stand_in("gdown")  # fetches weights
    build_unetmobv2()  # gets torchvision imported where its compiled operators are missing
    import segmentation_models_pytorch as smp
    from omnicloudmask import load_s2, predict_from_load_func

    networks = [
        smp.Unet(name, encoder_weights=None, in_channels=3, classes=4).eval() for name in OMNICLOUDMASK_NETWORKS
    ]
    predict_from_load_func(
        [product],
        partial(load_s2, resolution=resolution),
        output_dir=out,
        custom_models=networks,
        inference_device="cpu",
    )


def _stand_in(name: str) -> types.ModuleType:
    """An empty module under the name of one that is not needed here."""
    module = sys.modules[name] = types.ModuleType(name)
    module.__spec__ = importlib.machinery.ModuleSpec(name, None)
    return module


if __name__ == "__main__":
    peer, product, out, resolution, weights = sys.argv[1:]
    run = {"clouds2mask": clouds2mask, "omnicloudmask": omnicloudmask}[peer]
    run(Path(product), Path(out), int(resolution), Path(weights))
