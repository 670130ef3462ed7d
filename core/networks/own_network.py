"""A user's own weights file: what kind it is, and the small TOML beside it that describes its inputs and outputs.

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
    standardise = true                     # each band of a patch by the patch's own mean and deviation

A state dict of a 13-band UNetMobV2 needs none: its bands and classes are those of CloudSEN12. Nor do the published
networks of presets.toml.
"""

from __future__ import annotations

import contextlib
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..errors import EngineError
from ..products.metadata import BAND_IDS
from ..system.files import read_toml, weights_sha256
from .model import TIMM_UNET, Model
from .presets import preset_settings, told_by_tensors

WEIGHT_SUFFIXES = frozenset({".pt", ".pth", ".ckpt", ".safetensors", ".onnx"})
CLASS_VALUES = frozenset({0, 1, 2, 3})
LISTS = {"bands": None, "classes": None, "levels": ["L1C"]}  # their defaults
NUMBERS = ("finest_resolution", "scale", "mean", "std", "multiple", "patch")
KEYS = frozenset((*LISTS, *NUMBERS, "may_lack", "output", "standardise", "title", "licence", "citation", "note"))
MOST_CLASSES = 64
LARGEST_PATCH = 8192  # px
LARGEST_NUMBER = 1e9
SMALLEST_STD = 1e-9  # in reflectance; a smaller one would overflow


def file_network(path: Path) -> str:
    """ "unetmobv2" or "unet-<encoder>" (a state dict), "torchscript" or "onnx", by what the file holds.

    Errors: wrong-network.
    """
    suffix = path.suffix.lower()
    if suffix not in WEIGHT_SUFFIXES:
        known = ", ".join(sorted(WEIGHT_SUFFIXES))
        raise EngineError("wrong-network", f"{path} is not a weights file. Give one of these: {known}.")
    if suffix == ".onnx":
        return "onnx"
    if suffix == ".safetensors":
        return told_by_tensors(path) or "unetmobv2"
    if zipfile.is_zipfile(path):
        # A TorchScript archive carries its code in `<name>/code/`; a saved state dict has none.
        with contextlib.suppress(zipfile.BadZipFile, OSError, ValueError, NotImplementedError):  # found out on loading
            with zipfile.ZipFile(path) as archive:
                names = archive.namelist()
            if any(name.partition("/")[2].startswith("code/") for name in names):
                return "torchscript"
    return "unetmobv2"


def describe_file(path: Path) -> Model:
    """The network in a user's own file, named for the file. Errors: wrong-network, bad-settings, missing-model."""
    path = path.resolve()
    network = file_network(path)
    beside = path.with_suffix(".toml")
    settings = read_toml(beside) if beside.is_file() else preset_settings(path.name, network)
    if network == "unetmobv2":
        settings = {"bands": list(BAND_IDS), "classes": [0, 1, 2, 3], **settings}
    elif not settings:
        raise EngineError(
            "bad-settings",
            f"{path.name} needs {beside.name} beside it, with at least its bands and classes. See the user guide.",
        )
    return _checked(path, network, settings, beside)


def _checked(path: Path, network: str, settings: Mapping[str, Any], source: Path) -> Model:
    """The Model that `settings` describe, every value checked."""

    def require(holds: bool, what: str) -> None:
        if not holds:
            raise EngineError("bad-settings", f"{source}: {what}. Correct it.")

    def whole(key: str, default: int, highest: int) -> int:
        value = settings.get(key, default)
        require(type(value) is int and 0 < value <= highest, f"{key} must be a whole number from 1 to {highest}")
        return value

    def numbers(key: str, default: float) -> tuple[float, ...]:
        values = settings.get(key, [default] * len(bands))
        require(_is_list(values, (int, float)) and len(values) == len(bands), f"{key} needs one number a band")
        require(all(abs(value) < LARGEST_NUMBER for value in values), f"{key} holds a number beyond reason")
        return tuple(values)

    def text(key: str) -> str:
        value = settings.get(key, "")
        require(isinstance(value, str) and value.isprintable(), f"{key} must be one line of text")
        return value

    unknown = sorted(set(settings) - KEYS)
    require(not unknown, f"unknown key {', '.join(unknown)}")
    bands, classes, levels = (settings.get(key, default) for key, default in LISTS.items())
    require(_is_list(bands, str) and set(bands) <= set(BAND_IDS), f"bands must be a list of {' '.join(BAND_IDS)}")
    require(len(set(bands)) == len(bands), "a band is named twice")
    require(_is_list(classes, int) and set(classes) <= CLASS_VALUES, "classes must list 0, 1, 2 or 3 a channel")
    require(1 < len(classes) <= MOST_CLASSES, f"classes must list 2 to {MOST_CLASSES} channels")
    if network == "unetmobv2" or network.startswith(TIMM_UNET):
        require(len(classes) == 4, "this network has 4 classes")
    require(_is_list(levels, str) and set(levels) <= {"L1C", "L2A"}, "levels must be L1C, L2A or both")
    may_lack = settings.get("may_lack", [])
    require(isinstance(may_lack, list) and all(band in bands for band in may_lack), "may_lack must list some of bands")
    require("L2A" not in levels or "B10" not in bands or "B10" in may_lack, "Level-2A has no B10")
    output = settings.get("output", "logits")
    require(output in ("logits", "probabilities"), 'output must be "logits" or "probabilities"')
    multiple = whole("multiple", 32, 1024)
    patch = whole("patch", multiple, LARGEST_PATCH) if "patch" in settings else None
    require(patch is None or patch % multiple == 0, f"patch must be a multiple of {multiple}")
    scale = settings.get("scale", 1.0)
    require(type(scale) in (int, float) and 0 < scale < LARGEST_NUMBER, "scale must be a number above 0")
    mean, std = numbers("mean", 0.0), numbers("std", 1.0)
    require(all(value / scale > SMALLEST_STD for value in std), "std must be above 0")
    scaled = bool({"scale", "mean", "std"} & set(settings))
    standardise = settings.get("standardise", False)
    require(isinstance(standardise, bool), "standardise must be true or false")
    require(not (standardise and (scaled or may_lack)), "standardise leaves no room for scale, mean, std and may_lack")
    return Model(
        name=path.stem,
        title=text("title") or path.name,
        network=network,
        bands=tuple(bands),
        classes=tuple(classes),
        finest_resolution=whole("finest_resolution", 10, 1000),
        levels=tuple(levels),
        file=path.name,
        sha256=weights_sha256(path),
        size_bytes=path.stat().st_size,
        # (reflectance x scale - mean) / std, written without the scale
        mean=tuple(value / scale for value in mean) if scaled else None,
        std=tuple(value / scale for value in std) if scaled else None,
        output=output,
        multiple=multiple,
        patch=patch,
        path=path,
        licence=text("licence"),
        citation=text("citation"),
        note=text("note"),
        may_lack=tuple(may_lack),
        standardised=standardise,
    )


def _is_list(values: object, kinds: type | tuple[type, ...]) -> bool:
    """A list of one or more values of these kinds; true and false are no numbers here."""
    return (
        isinstance(values, list)
        and bool(values)
        and all(isinstance(value, kinds) and not isinstance(value, bool) for value in values)
    )
