"""A user's own weights file: what kind it is, and the small TOML beside it that says what it eats and gives.

Beside `forest.onnx` lies `forest.toml`:

    bands = ["B02", "B03", "B04", "B8A"]   # order of the input channels
    classes = [0, 1, 3]                    # mask class of each output channel
    finest_resolution = 10                 # metres; all from here on can be left out
    levels = ["L1C"]
    scale = 10000                          # the network takes reflectance x scale ...
    mean = [0.1, 0.1, 0.1, 0.2]            # ... then (x - mean) / std
    std = [0.2, 0.2, 0.2, 0.2]
    output = "logits"                      # or "probabilities"
    multiple = 32                          # patch sides must be a multiple of it
    patch = 512                            # the only patch side it takes

A state dict (a 13-band UNetMobV2) needs none: its bands and classes are those of CloudSEN12.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping
from pathlib import Path

from ..errors import EngineError
from .model import BANDS, Model

WEIGHT_SUFFIXES = frozenset({".pt", ".pth", ".ckpt", ".safetensors", ".onnx"})
CLASS_VALUES = frozenset({0, 1, 2, 3})
KEYS = frozenset(
    [
        "title",
        "bands",
        "classes",
        "finest_resolution",
        "levels",
        "scale",
        "mean",
        "std",
        "output",
        "multiple",
        "patch",
        "licence",
        "citation",
        "note",
    ]
)


def file_sha256(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal. Errors: missing-model (it cannot be read)."""
    digest = hashlib.sha256()
    try:
        with open(path, "rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
    except OSError as error:
        raise EngineError("missing-model", f"{path} cannot be read ({error.strerror}). Check the file.") from error
    return digest.hexdigest()


def read_toml(path: Path) -> dict:
    """The table in a TOML file. Errors: bad-settings."""
    try:
        import tomllib
    except ModuleNotFoundError:  # Python 3.10
        import tomli as tomllib
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise EngineError(
            "bad-settings", f"{path} is not a TOML file that can be read: {error}. Correct it."
        ) from error


def file_network(path: Path) -> str:
    """ "unetmobv2" (a state dict), "torchscript" or "onnx", by what the file holds. Errors: wrong-network."""
    suffix = path.suffix.lower()
    if suffix not in WEIGHT_SUFFIXES:
        raise EngineError(
            "wrong-network", f"{path} is not a weights file. Give a {', '.join(sorted(WEIGHT_SUFFIXES))} file."
        )
    if suffix == ".onnx":
        return "onnx"
    if suffix != ".safetensors" and zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            # A TorchScript archive carries its code; a saved state dict has none (torch/csrc/jit/serialization).
            if any(name.partition("/")[2].startswith("code/") for name in archive.namelist()):
                return "torchscript"
    return "unetmobv2"


def describe_file(path: Path) -> Model:
    """The network in a user's own file, named for the file. Errors: wrong-network, bad-settings, missing-model."""
    path = path.resolve()
    network = file_network(path)
    beside = path.with_suffix(".toml")
    settings = read_toml(beside) if beside.is_file() else {}
    if network == "unetmobv2":
        settings = {"bands": list(BANDS), "classes": [0, 1, 2, 3], **settings}
    elif not settings:
        raise EngineError(
            "bad-settings",
            f"{path.name} needs {beside.name} beside it, with at least its bands and classes. See the user guide.",
        )
    return _checked(path, network, settings, beside)


def _checked(path: Path, network: str, settings: Mapping[str, object], source: Path) -> Model:
    """The Model that `settings` describe, every value checked."""

    def require(holds: bool, what: str) -> None:
        if not holds:
            raise EngineError("bad-settings", f"{source}: {what}. Correct it.")

    def numbers(key: str, default: float) -> list[float]:
        values = settings.get(key, [default] * len(bands))
        require(isinstance(values, list) and len(values) == len(bands), f"{key} needs one number a band")
        require(all(isinstance(value, (int, float)) for value in values), f"{key} holds something not a number")
        return values

    unknown = sorted(set(settings) - KEYS)
    require(not unknown, f"unknown key {', '.join(unknown)}")
    bands = settings.get("bands")
    require(isinstance(bands, list) and len(bands) > 0, "bands must be a list of band names")
    require(all(band in BANDS for band in bands), f"bands must be among {' '.join(BANDS)}")
    require(len(set(bands)) == len(bands), "a band is named twice")
    require(network != "unetmobv2" or len(bands) == 13, "a UNetMobV2 has 13 bands")
    classes = settings.get("classes")
    require(isinstance(classes, list) and len(classes) > 1, "classes must list the mask class of each output channel")
    require(all(value in CLASS_VALUES for value in classes), "classes must be among 0, 1, 2, 3")
    require(network != "unetmobv2" or len(classes) == 4, "a UNetMobV2 has 4 classes")
    levels = settings.get("levels", ["L1C"])
    require(isinstance(levels, list) and bool(levels) and set(levels) <= {"L1C", "L2A"}, "levels are L1C, L2A or both")
    require("L2A" not in levels or "B10" not in bands, "Level-2A has no B10")
    output = settings.get("output", "logits")
    require(output in ("logits", "probabilities"), 'output is "logits" or "probabilities"')
    finest, multiple, patch = (
        settings.get(key, other) for key, other in (("finest_resolution", 10), ("multiple", 32), ("patch", None))
    )
    for key, value in (("finest_resolution", finest), ("multiple", multiple), ("patch", patch or 1)):
        require(isinstance(value, int) and value > 0, f"{key} must be a whole number above 0")
    scale = settings.get("scale", 1.0)
    require(isinstance(scale, (int, float)) and scale > 0, "scale must be a number above 0")
    mean, std = numbers("mean", 0.0), numbers("std", 1.0)
    require(all(value > 0 for value in std), "std must be above 0")
    texts = {key: settings.get(key, "") for key in ("title", "licence", "citation", "note")}
    require(all(isinstance(text, str) for text in texts.values()), "title, licence, citation and note are texts")
    scaled = bool({"scale", "mean", "std"} & set(settings))
    return Model(
        name=path.stem,
        title=texts.pop("title") or path.name,
        network=network,
        bands=tuple(bands),
        classes=tuple(classes),
        finest_resolution=finest,
        levels=tuple(levels),
        file=path.name,
        sha256=file_sha256(path),
        size_bytes=path.stat().st_size,
        # (reflectance x scale - mean) / std, written without the scale
        mean=tuple(value / scale for value in mean) if scaled else None,
        std=tuple(value / scale for value in std) if scaled else None,
        output=output,
        multiple=multiple,
        patch=patch,
        path=path,
        **texts,
    )
