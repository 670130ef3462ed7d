"""Bad weights and model descriptions: programs in disguise, wrong shapes, numbers that are none, bombs."""

from __future__ import annotations

import json
import os
import pickle  # nosec B403: attacks are written with it, nothing is loaded
import struct
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from .onnx_file import onnx_network
from .samples import BadInput, Samples

WRONG = frozenset({"wrong-network"})
SETTINGS = frozenset({"bad-settings"})


def bad_weights() -> Iterator[BadInput]:
    """All of them."""
    for name, file, write in _WEIGHTS:
        yield BadInput("weights", name, _weights(file, write), WRONG | {"missing-model"})
    for name, text in _TOMLS:
        yield BadInput("model TOML", name, _toml(text), SETTINGS | WRONG)


def _weights(name: str, write: Callable[[Samples, Path], None], toml: str = "") -> Callable:
    def make(samples: Samples, place: Path) -> list[str | Path]:
        write(samples, place / name)
        if name.endswith(".onnx") or toml:
            (place / name).with_suffix(".toml").write_text(toml or GOOD)
        return [samples.product, "--model", place / name]

    return make


GOOD = 'bands = ["B02", "B03"]\nclasses = [0, 1]\npatch = 32\n'


def _toml(text: str | bytes) -> Callable:
    def make(samples: Samples, place: Path) -> list[str | Path]:
        (place / "own.onnx").write_bytes(onnx_network())
        (place / "own.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
        return [samples.product, "--model", place / "own.onnx"]

    return make


class _Program:
    """Unpickled, it makes a file."""

    def __init__(self, target: Path) -> None:
        self._target = target

    def __reduce__(self) -> tuple:
        return os.mkdir, (str(self._target),)


def _pickle(samples: Samples, file: Path) -> None:
    file.write_bytes(pickle.dumps({"encoder": _Program(samples.executed)}))


def _torch_archive(content: bytes, extra: dict[str, bytes] | None = None) -> Callable[[Samples, Path], None]:
    """The zip that torch.save writes, with a data.pkl of our own."""

    def write(samples: Samples, file: Path) -> None:
        with zipfile.ZipFile(file, "w") as archive:
            data = content or pickle.dumps({"x": _Program(samples.executed)}, protocol=2)
            for name, value in {"w/data.pkl": data, "w/version": b"3\n", **(extra or {})}.items():
                archive.writestr(name, value)

    return write


def _state(change: Callable[[dict], object]) -> Callable[[Samples, Path], None]:
    """A state dict of the right layout, changed."""

    def write(samples: Samples, file: Path) -> None:
        import torch

        from s2cloudmask.core.networks.unetmobv2 import build_unetmobv2

        tensors = dict(build_unetmobv2().state_dict())
        torch.save(change(tensors) or tensors, file)

    return write


FIRST = "encoder.features.0.0.weight"


def _set(value: Callable[[object], object]) -> Callable[[dict], None]:
    def change(tensors: dict) -> None:
        tensors[FIRST] = value(tensors[FIRST])

    return change


def _without_first(tensors: dict) -> dict:
    return {name: tensor for name, tensor in tensors.items() if name != FIRST}


def _bomb(samples: Samples, file: Path) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("w/data.pkl", pickle.dumps({}, protocol=2))
        with archive.open("w/data/0", "w", force_zip64=True) as entry:
            for _ in range(512):
                entry.write(bytes(4 << 20))


def _safetensors(header: dict | bytes, length: int | None = None) -> Callable[[Samples, Path], None]:
    def write(samples: Samples, file: Path) -> None:
        text = header if isinstance(header, bytes) else json.dumps(header).encode()
        file.write_bytes(struct.pack("<Q", len(text) if length is None else length) + text)

    return write


def _external_data(samples: Samples, file: Path) -> None:
    file.write_bytes(onnx_network(external=os.path.relpath(samples.secret, file.parent)))


def _absolute_data(samples: Samples, file: Path) -> None:
    file.write_bytes(onnx_network(external=str(samples.secret)))


def _other_network(samples: Samples, file: Path) -> None:
    """OpenVINO's own form under the ending of ONNX, its weights elsewhere."""
    file.write_text('<?xml version="1.0"?><net name="n" version="11"><layers></layers><edges></edges></net>')


def _onnx(content: bytes) -> Callable[[Samples, Path], None]:
    return lambda samples, file: file.write_bytes(content) and None


def _list_in_pickle() -> bytes:
    return pickle.dumps([1, 2, 3], protocol=2)


_WEIGHTS = (
    ("a pickle with a program", "w.pt", _pickle),
    ("a torch archive with a program", "w.pt", _torch_archive(b"")),
    ("a program in a .ckpt", "w.ckpt", _torch_archive(b"")),
    ("zip slip in a torch archive", "w.pt", _torch_archive(_list_in_pickle(), {"../../slip": b"x"})),
    ("a list", "w.pt", _torch_archive(_list_in_pickle())),
    ("a picture", "w.pt", lambda samples, file: file.write_bytes(b"\x89PNG\r\n") and None),
    ("zero bytes", "w.pth", lambda samples, file: file.write_bytes(b"") and None),
    ("2 GB of zeros in a zip", "w.pt", _bomb),
    ("values that are not finite", "w.pt", _state(_set(lambda tensor: tensor * float("nan")))),
    ("a wrong shape", "w.pt", _state(_set(lambda tensor: tensor[:, :3]))),
    ("a tensor missing", "w.pt", _state(_without_first)),
    ("a tensor too many", "w.pt", _state(lambda tensors: tensors.update(more=tensors[FIRST]))),
    ("a tensor that is a text", "w.pt", _state(_set(lambda tensor: "weights"))),
    ("names that are numbers", "w.pt", _state(lambda tensors: dict(enumerate(tensors.values())))),
    ("complex numbers", "w.pt", _state(_set(lambda tensor: tensor.to(dtype=__import__("torch").complex64)))),
    ("a view of 4 TB on one number", "w.pt", _state(_set(lambda tensor: tensor[0, 0, 0, 0].expand(1 << 20, 1 << 20)))),
    ("safetensors that claims 16 EB of header", "w.safetensors", _safetensors(b"{}", (1 << 63) - 1)),
    ("safetensors that is cut off", "w.safetensors", _safetensors(b'{"a":{', None)),
    (
        "safetensors with a tensor of 4 TB",
        "w.safetensors",
        _safetensors({"a": {"dtype": "F32", "shape": [1 << 20, 1 << 20], "data_offsets": [0, 4 << 40]}}),
    ),
    ("an ONNX of random bytes", "w.onnx", _onnx(b"\x08\x08" + bytes(range(256)) * 20)),
    ("an ONNX of zero bytes", "w.onnx", _onnx(b"")),
    ("an ONNX that reads its numbers from ..", "w.onnx", _external_data),
    ("an ONNX that reads its numbers from elsewhere", "w.onnx", _absolute_data),
    ("an ONNX with too few numbers", "w.onnx", _onnx(onnx_network(b"\0\0"))),
    ("an ONNX that is another format", "w.onnx", _other_network),
    ("an ONNX whose numbers are not finite", "w.onnx", _onnx(onnx_network(struct.pack("<4f", *[float("nan")] * 4)))),
    ("an ONNX of another number of classes", "w.onnx", _onnx(onnx_network(channels=5))),
)

_LINES = "bands = {}\nclasses = {}\n"
_TOMLS = (
    ("not TOML", "bands: [B02]"),
    ("random bytes", bytes(range(256))),
    ("2 MB", "# " + "x" * (2 << 20)),
    ("100,000 brackets", "bands = " + "[" * 100_000),
    ("a number of 100,000 digits", GOOD + "scale = " + "9" * 100_000),
    ("bands that are a text", _LINES.format('"B02"', "[0, 1]")),
    ("bands that are numbers", _LINES.format("[2, 3]", "[0, 1]")),
    ("a band that there is not", _LINES.format('["B02", "B99"]', "[0, 1]")),
    ("a band twice", _LINES.format('["B02", "B02"]', "[0, 1]")),
    ("no band", _LINES.format("[]", "[0, 1]")),
    ("a class that there is not", _LINES.format('["B02", "B03"]', "[0, 9]")),
    ("a million classes", _LINES.format('["B02", "B03"]', str([0] * 100_000))),
    ("truth values as classes", _LINES.format('["B02", "B03"]', "[false, true]")),
    ("a patch of 10^18", GOOD.replace("32", "1000000000000000000")),
    ("a patch below 0", GOOD.replace("32", "-32")),
    ("a mean that is not a number", GOOD + "mean = [nan, 0.1]\n"),
    ("a std of 0", GOOD + "std = [0.0, 1.0]\n"),
    ("a std of 1e-320", GOOD + "std = [1e-320, 1.0]\n"),
    ("a scale of infinity", GOOD + "scale = inf\n"),
    ("an unknown key", GOOD + 'run = "rm -rf /"\n'),
    ("a path as weights", GOOD + 'file = "../../secret.jp2"\n'),
    ("a title of two lines", GOOD + 'title = "a\\nb"\n'),
    ("a date as a level", GOOD + "levels = [2024-01-01]\n"),
    ("bands that do not fit the network", _LINES.format('["B02", "B03", "B04"]', "[0, 1]") + "patch = 32\n"),
)
