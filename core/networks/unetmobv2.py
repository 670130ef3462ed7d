"""UNetMobV2 (Aybar et al. 2022, doi:10.1038/s41597-022-01878-2): a U-Net on MobileNetV2, 13 bands in, 4 classes out."""

from __future__ import annotations

import contextlib
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from ..classes import CLASS_COUNT
from ..errors import EngineError
from ..products.metadata import BAND_IDS

LARGEST_FILE = 512 << 20  # bytes, unpacked; the published checkpoint with its optimizer has 80 MB
PREFIX = "model."  # of a Lightning checkpoint


def build_unetmobv2(bands: int = len(BAND_IDS)) -> nn.Module:
    """An untrained UNetMobV2: (n, bands, rows, cols) reflectance to (n, 4, rows, cols) logits, sides x 32."""
    _import_torchvision()
    import segmentation_models_pytorch as smp  # only now: it imports torchvision itself

    return smp.Unet("mobilenet_v2", encoder_weights=None, in_channels=bands, classes=CLASS_COUNT).eval()


def load_unetmobv2(path: Path, bands: int = len(BAND_IDS)) -> nn.Module:
    """The network with the weights of a state dict: raw, under `state_dict`, with the prefix `model.`; or safetensors.

    Nothing is unpickled but tensors. Errors: wrong-network, with what is wrong about the file.
    """
    tensors = _strip(_read_tensors(path))
    network = build_unetmobv2(bands)
    _check(path, tensors, network.state_dict())
    network.load_state_dict({name: tensors[name] for name in network.state_dict()})
    return network


_declared: list[torch.library.Library] = []  # kept: a library forgets its operators once collected


def _import_torchvision() -> None:
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


def _read_tensors(path: Path) -> Mapping[str, object]:
    """What a weights file holds, read without running anything in it."""

    try:
        size = path.stat().st_size
        if path.suffix.lower() != ".safetensors" and zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                size = sum(entry.file_size for entry in archive.infolist())
        if size > LARGEST_FILE:
            raise _wrong(path, f"it unpacks to {size >> 20} MB, where a UNetMobV2 has 27 MB")
        if path.suffix.lower() == ".safetensors":
            return load_file(path)
        content = torch.load(path, map_location="cpu", weights_only=True)
    except OSError as error:
        if error.errno is not None:
            raise EngineError("missing-model", f"{path} cannot be read ({error.strerror}). Check the file.") from error
        raise _wrong(path, "it is damaged or not a weights file") from error
    except EngineError:
        raise
    except Exception as error:  # torch, zip and safetensors name no common class for a damaged file
        if type(error).__name__ == "UnpicklingError":
            raise _wrong(path, "it is damaged, or holds more than weights; nothing in it was run") from error
        raise _wrong(path, "it is damaged or not a weights file") from error
    if not isinstance(content, Mapping):
        raise _wrong(path, f"it holds a {type(content).__name__}, not a state dict")
    return content


def _strip(content: Mapping[str, object]) -> dict[str, object]:
    """The state dict itself: out of `state_dict`, without the prefix; what has no prefix is then dropped."""
    inner = content.get("state_dict", content)
    tensors = dict(inner) if isinstance(inner, Mapping) else dict(content)
    prefixed = {name[len(PREFIX) :]: value for name, value in tensors.items() if str(name).startswith(PREFIX)}
    return prefixed or tensors


def _check(path: Path, tensors: Mapping[str, object], expected: Mapping[str, Tensor]) -> None:
    """Refuse what is not a complete, finite UNetMobV2."""

    missing = [name for name in expected if name not in tensors]
    surplus = [str(name) for name in tensors if name not in expected]
    if len(missing) == len(expected):
        raise _wrong(path, "it is another architecture, or no state dict")
    if missing:
        raise _wrong(path, f"{len(missing)} of its {len(expected)} tensors are missing ({missing[0]} ...)")
    if surplus:
        raise _wrong(path, f"it has {len(surplus)} tensors more than a UNetMobV2 ({surplus[0]} ...)")
    for name, wanted in expected.items():
        tensor = tensors[name]
        if not isinstance(tensor, torch.Tensor) or tensor.layout != torch.strided:
            raise _wrong(path, f"{name} is not a dense tensor")
        if tensor.shape != wanted.shape:
            raise _wrong(path, f"{name} is {_shape(tensor)}, where {_shape(wanted)} is needed")
        if tensor.is_meta or tensor.is_quantized or tensor.is_complex():
            raise _wrong(path, f"{name} holds no plain numbers")
        if not torch.isfinite(tensor).all():
            raise _wrong(path, f"{name} holds values that are not finite")


def _shape(tensor: Tensor) -> str:
    return " x ".join(map(str, tensor.shape)) or "a single number"


def _wrong(path: Path, why: str) -> EngineError:
    return EngineError("wrong-network", f"{path} is not the UNetMobV2 that is meant: {why}. Give another weights file.")
