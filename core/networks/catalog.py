"""The catalogue of networks: what can run, what a name or a file means, and which network `auto` picks."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from ..errors import EngineError
from ..system.files import file_sha256, read_toml
from .model import Model, model_state, models_folder
from .own_network import WEIGHT_SUFFIXES, describe_file

__all__ = ["AUTO_MODEL", "Model", "auto_model", "find_model", "model_state", "models"]

AUTO_MODEL = "UNetMobV2_V2"


@cache
def catalogue() -> tuple[Model, ...]:
    """The networks of catalog.toml, in its order."""
    entries = read_toml(Path(__file__).with_name("catalog.toml"))["model"]
    return tuple(_from_entry(entry) for entry in entries)


def _from_entry(entry: Mapping[str, object]) -> Model:
    fields = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    return Model(sha256=fields.pop("hash").removeprefix("sha256:"), **fields)


def imported_models() -> tuple[Model, ...]:
    """The user's own networks in the models folder: weights with a TOML beside them. Unreadable ones are left out."""
    published = {model.file for model in catalogue()}
    found = []
    for path in sorted(models_folder().glob("*")):
        if (
            path.suffix.lower() in WEIGHT_SUFFIXES
            and path.name not in published
            and path.with_suffix(".toml").is_file()
        ):
            try:
                found.append(describe_file(path))
            except EngineError:  # `models verify` names it
                continue
    return tuple(found)


def models() -> tuple[Model, ...]:
    """Every network known here: the catalogue, then the user's imported ones."""
    return catalogue() + imported_models()


def find_model(name_or_path: str) -> Model:
    """The network of that name (any case), or of the weights file at that path.

    A file with the hash of a published one is that network, wherever it lies and whatever it is called.
    Errors: missing-model (no such name or file), wrong-network (a file that cannot be one), bad-settings (its TOML).
    """
    for model in models():
        if model.name.lower() == name_or_path.lower():
            return model
    path = Path(os.path.expanduser(name_or_path))
    if not os.path.isfile(path):  # also for what no path can be
        names = ", ".join(model.name for model in models())
        raise EngineError(
            "missing-model",
            f"{name_or_path[:200]} is neither a known network ({names}) nor a weights file. Give one or the other.",
        )
    return published_file(path) or describe_file(path)


def published_file(path: Path) -> Model | None:
    """The catalogue's network whose weights `path` holds, with that path; None for any other file."""
    digest = file_sha256(path)
    for model in catalogue():
        if model.sha256 == digest:
            return replace(model, path=path.resolve(), package=None)
    return None


def auto_model(level: str, resolution: int) -> tuple[Model, str]:
    """The network for a product of `level` at `resolution` metres, and a sentence that says which and why.

    UNetMobV2_V2 where its weights are and the level allows it, else the embedded network of that level: the first
    that predicts as finely as is asked for, and is not experimental.
    Errors: wrong-level (no network takes it), missing-model (none is installed).
    """
    best = next(model for model in catalogue() if model.name == AUTO_MODEL)
    fits = level in best.levels
    if fits and model_state(best) == "ready":
        return best, f"{best.name}: its weights are here, and it takes {level} with all four classes."
    candidates = [model for model in catalogue() if level in model.levels and not model.experimental]
    if not candidates:
        raise EngineError("wrong-level", f"No network takes a {level} product. Use a Level-1C or Level-2A product.")
    here = [model for model in candidates if model_state(model) == "embedded"]
    if not here:
        raise EngineError(
            "missing-model",
            "No network is here: the package ukis-csmask is not installed and no weights were fetched. "
            f"Repair the installation, or run: s2cloudmask models fetch {best.name}",
        )
    embedded = next((model for model in here if model.finest_resolution <= resolution), here[0])
    if fits:
        reason = f"the weights of {best.name} are not here (s2cloudmask models fetch {best.name})"
    else:
        reason = f"{best.name} cannot run on {level}, which has no B10"
    finest = embedded.finest_resolution
    grid = f" It predicts at {finest} m, interpolated to {resolution} m." if resolution < finest else ""
    lacks = "" if 2 in embedded.classes else ", without a thin cloud class"
    return embedded, f"{embedded.name}: {reason}; this one is embedded{lacks}.{grid}"
