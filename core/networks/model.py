"""One network that can run: its inputs, its outputs, and where its weights are."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

STATES = ("embedded", "ready", "missing")
TIMM_UNET = "unet-"  # before the encoder's name
OWN_PACKAGE = "s2cloudmask"  # of weights that lie in this folder, whatever the folder above is called


@dataclass(frozen=True)
class Model:
    """A network of the catalogue, or a user's own.

    bands: names in the order of the input channels. classes: mask class of each output channel.
    mean, std: per band, in reflectance; the network takes (reflectance - mean) / std, or reflectance itself when None.
    output: "logits" (softmax is ours to do) or "probabilities". finest_resolution: metres.
    patch: the only patch side it takes, in pixels; None is any multiple of `multiple`.
    automatic: resolutions (m) at which `auto` may take it. members: networks that it is made of (`ensemble`, `joined`).
    may_lack: bands that a product need not have; a fixed value stands in for them (missing_bands.py).
    temperature: for each mask class, by what the logits are divided where it is the likeliest (temperature.py); empty
    when the confidence is the network's own. standardised: it takes each band of a patch by the patch's own mean and
    deviation (standardised.py). label: what people call it for short; its name when empty.
    The weights are `file` in the installed `package`, or fetched from `addresses`, or the user's own file at `path`.
    """

    name: str
    title: str
    network: str  # "unetmobv2" | "unet-<encoder>" | "ukis" | "torchscript" | "onnx"; of several "ensemble" | "joined"
    bands: tuple[str, ...]
    classes: tuple[int, ...]
    finest_resolution: int
    levels: tuple[str, ...]
    file: str
    sha256: str
    size_bytes: int
    mean: tuple[float, ...] | None = None
    std: tuple[float, ...] | None = None
    output: str = "logits"
    multiple: int = 32
    patch: int | None = None
    package: str | None = None
    addresses: tuple[str, ...] = ()
    path: Path | None = None
    licence: str = ""
    citation: str = ""
    note: str = ""
    automatic: tuple[int, ...] = ()
    label: str = ""
    members: tuple[Model, ...] = ()
    may_lack: tuple[str, ...] = ()
    temperature: tuple[float, ...] = ()
    standardised: bool = False

    @property
    def short_name(self) -> str:
        """What people call it in a layer's name or a message."""
        return self.label or self.name

    @property
    def parts(self) -> tuple[Model, ...]:
        """What predicts, each on a grid and patches of its own: this one, or the members of a joined network."""
        return self.members if self.network == "joined" else (self,)

    @property
    def description_sha256(self) -> str:
        """Hash of how the weights are used: with them it decides what the network says, whatever its name."""
        used = {name: value for name, value in asdict(self).items() if name not in _NO_PART_OF_WHAT_IT_SAYS}
        for name in ("temperature", "standardised"):  # what a network without them says has not changed
            if not used[name]:
                del used[name]
        used["members"] = [member.description_sha256 for member in self.members]
        return hashlib.sha256(json.dumps(used, default=str, sort_keys=True).encode()).hexdigest()


_NO_PART_OF_WHAT_IT_SAYS = {
    *("name", "title", "levels", "file", "sha256", "size_bytes", "package", "addresses", "path"),
    *("licence", "citation", "note", "automatic", "label", "members"),
}


def models_folder() -> Path:
    """Where weights are kept: S2CLOUDMASK_MODELS, else `models` in the per-user data folder. Not made here."""
    named = os.environ.get("S2CLOUDMASK_MODELS")
    if named:
        return Path(named).expanduser()
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return base / "s2cloudmask" / "models"


def cache_folder() -> Path:
    """Where converted networks are kept: S2CLOUDMASK_CACHE, else the per-user cache folder. Not made here."""
    named = os.environ.get("S2CLOUDMASK_CACHE")
    if named:
        return Path(named).expanduser()
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "s2cloudmask" / "cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "s2cloudmask"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "s2cloudmask"


def weights_path(model: Model) -> Path:
    """Where the weights of `model` are, or will be once fetched. A package is located, never imported."""
    if model.path is not None:
        return model.path
    if model.package is None:
        return models_folder() / model.file
    if model.package == OWN_PACKAGE:
        return Path(__file__).with_name(model.file)
    spec = importlib.util.find_spec(model.package)
    folders = list(spec.submodule_search_locations or ()) if spec else []
    return Path(folders[0] if folders else model.package) / model.file


def model_state(model: Model) -> str:
    """ "embedded" (in an installed package), "ready" (the weights file is here) or "missing"; of members the worst."""
    if model.members:
        return max((model_state(one) for one in model.members), key=STATES.index)
    if not weights_path(model).is_file():
        return "missing"
    return "embedded" if model.package else "ready"
