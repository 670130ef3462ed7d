"""State dicts: the tensors of a weights file, read as plain numbers and checked against the intended network."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from ..errors import EngineError

LARGEST_FILE = 512 << 20  # bytes, unpacked; the published checkpoint with its optimizer has 80 MB
PREFIX = "model."  # of a Lightning checkpoint


def with_weights(network: nn.Module, path: Path, name: str) -> nn.Module:
    """`network`, a `name`, with the weights of a state dict: raw, under `state_dict`, with the prefix `model.`; or
    safetensors.

    Nothing is unpickled but tensors. Errors: wrong-network, with what is wrong about the file.
    """
    wrong = _Wrong(path, name)
    tensors = _strip(_read_tensors(wrong))
    _check(wrong, tensors, network.state_dict())
    network.load_state_dict({key: tensors[key] for key in network.state_dict()})
    return network


class _Wrong:
    """Reports that a file is not the intended network."""

    def __init__(self, path: Path, name: str) -> None:
        self.path, self.name = path, name

    def __call__(self, why: str) -> EngineError:
        return EngineError(
            "wrong-network", f"{self.path} is not the expected {self.name}: {why}. Give another weights file."
        )


def _read_tensors(wrong: _Wrong) -> Mapping[str, object]:
    """What a weights file holds, read without running anything in it."""
    path = wrong.path
    try:
        size = path.stat().st_size
        if path.suffix.lower() != ".safetensors" and zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                size = sum(entry.file_size for entry in archive.infolist())
        if size > LARGEST_FILE:
            raise wrong(f"it unpacks to {size >> 20} MB, more than any network here")
        if path.suffix.lower() == ".safetensors":
            return load_file(path)
        content = torch.load(path, map_location="cpu", weights_only=True)
    except OSError as error:
        if error.errno is not None:
            raise EngineError("missing-model", f"{path} cannot be read ({error.strerror}). Check the file.") from error
        raise wrong("it is damaged or not a weights file") from error
    except EngineError:
        raise
    except Exception as error:  # torch, zip and safetensors name no common class for a damaged file
        if type(error).__name__ == "UnpicklingError":
            raise wrong("it is damaged, or holds more than weights; nothing in it was run") from error
        raise wrong("it is damaged or not a weights file") from error
    if not isinstance(content, Mapping):
        raise wrong(f"it holds a {type(content).__name__}, not a state dict")
    return content


def _strip(content: Mapping[str, object]) -> dict[str, object]:
    """The state dict itself: out of `state_dict`, without the prefix; what has no prefix is then dropped."""
    inner = content.get("state_dict", content)
    tensors = dict(inner) if isinstance(inner, Mapping) else dict(content)
    prefixed = {name[len(PREFIX) :]: value for name, value in tensors.items() if str(name).startswith(PREFIX)}
    return prefixed or tensors


def _check(wrong: _Wrong, tensors: Mapping[str, object], expected: Mapping[str, Tensor]) -> None:
    """Refuse what is not a complete, finite network of that kind."""

    missing = [name for name in expected if name not in tensors]
    surplus = [str(name) for name in tensors if name not in expected]
    if len(missing) == len(expected):
        raise wrong("it is another architecture, or no state dict")
    if missing:
        raise wrong(f"{len(missing)} of its {len(expected)} tensors are missing ({missing[0]} ...)")
    if surplus:
        raise wrong(f"it has {len(surplus)} tensors more than a {wrong.name} ({surplus[0]} ...)")
    for name, wanted in expected.items():
        tensor = tensors[name]
        if not isinstance(tensor, torch.Tensor) or tensor.layout != torch.strided:
            raise wrong(f"{name} is not a dense tensor")
        if tensor.shape != wanted.shape:
            raise wrong(f"{name} is {_shape(tensor)}, where {_shape(wanted)} is needed")
        if tensor.is_meta or tensor.is_quantized or tensor.is_complex():
            raise wrong(f"{name} holds no plain numbers")
        if not torch.isfinite(tensor).all():
            raise wrong(f"{name} holds values that are not finite")


def _shape(tensor: Tensor) -> str:
    return " x ".join(map(str, tensor.shape)) or "a single number"
