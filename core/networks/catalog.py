"""The catalogue of networks: what can run, what a name or a file means, and which network `auto` picks."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from ..errors import EngineError
from ..system.files import read_toml, weights_sha256
from .composite import ensemble_model, joined_model
from .model import Model, cache_folder, model_state, models_folder
from .own_network import WEIGHT_SUFFIXES, describe_file
from .presets import preset_ensembles

__all__ = ["Model", "auto_model", "find_model", "model_state", "models", "why_missing"]


WITHOUT_TORCH = ("ukis", "onnx")


@cache
def catalogue() -> tuple[Model, ...]:
    """The networks of catalog.toml, in its order."""
    found: dict[str, Model] = {}
    entries = read_toml(Path(__file__).with_name("catalog.toml"))["model"]
    for entry in sorted(entries, key=lambda entry: "members" in entry):  # what others are made of comes first
        found[entry["name"]] = _from_entry(entry, found)
    return tuple(found[entry["name"]] for entry in entries)


def _from_entry(entry: Mapping[str, Any], known: Mapping[str, Model]) -> Model:
    fields: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    if "members" in fields:
        return joined_model(fields, [known[name] for name in fields.pop("members")])
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
    """Every network known here: the catalogue, the user's imported ones, and what those are together."""
    imported = {model.name: model for model in imported_models()}
    ensembles = [
        replace(ensemble_model([imported[name] for name in entry.pop("members")]), **entry)
        for entry in preset_ensembles()
        if all(name in imported for name in entry["members"])
    ]
    return (*catalogue(), *imported.values(), *ensembles)


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
    digest = weights_sha256(path)
    for model in catalogue():
        if model.sha256 == digest:
            return replace(model, path=path.resolve(), package=None)
    return None


def auto_model(level: str, resolution: int, bands: Collection[str] | None = None) -> tuple[Model, str]:
    """The network for a product of `level` at `resolution` metres, and a sentence that says which and why.

    The first of the catalogue that `auto` may take at that resolution, that takes the level and whose weights and bands
    are here. `bands`: those of the product; None for all.
    Errors: wrong-level (no network takes it), missing-model (none is installed).
    """
    passed: list[str] = []  # why not
    unfit = None
    candidates = [model for model in catalogue() if resolution in model.automatic]
    for model in candidates:
        needed = [band for band in model.bands if band not in model.may_lack]
        lacking = [band for band in needed if bands is not None and band not in bands]
        if level not in model.levels:
            if len(model.levels) == 1 and model.addresses:
                passed.append(f"{model.name} cannot run on {level}, which has no B10")
        elif model_state(model) == "missing":
            passed.append(why_missing(model))
        elif lacking:
            passed.append(f"{model.name} needs {' '.join(lacking)}, which the product lacks")
            unfit = model
        elif not _can_be_opened(model):
            passed.append(f"{model.name} needs torch, which is not installed")
        else:
            return model, _sentence(model, resolution, passed)
    if unfit:  # its bands are asked for when it is to run: then the product is named
        return unfit, _sentence(unfit, resolution, passed)
    if not any(level in model.levels for model in candidates):
        raise EngineError("wrong-level", f"No network takes a {level} product. Use a Level-1C or Level-2A product.")
    raise EngineError("missing-model", f"No network can run: {'; '.join(passed)}. Repair the installation.")


def _can_be_opened(model: Model) -> bool:
    """Whether a network is converted already, needs no torch to convert it, or torch is installed."""
    return importlib.util.find_spec("torch") is not None or all(
        one.network in WITHOUT_TORCH or any(cache_folder().glob(f"{one.sha256}-*")) for one in model.members or (model,)
    )


def why_missing(model: Model) -> str:
    """What a network whose state is "missing" lacks, and how to get it."""
    lacking = next(one for one in model.members or (model,) if model_state(one) == "missing")
    if lacking.addresses:
        return f"the weights of {lacking.name} are not here (s2cloudmask models fetch {lacking.name})"
    return f"{lacking.name} is not installed"


def _sentence(model: Model, resolution: int, passed: Sequence[str]) -> str:
    """Which network it is, what it predicts, and why none listed before it."""
    what = []
    if model.network == "joined":
        first, second = model.members
        what.append(
            f"what {first.name} is sure of stands, else {second.name} says cloud, shadow and clear, and {first.name} "
            "thick or thin"
        )
    elif 2 not in model.classes:
        what.append("it is embedded, without a thin cloud class")
    else:
        what.append("its weights are here, with all four classes")
    for part in model.parts:
        if part.finest_resolution > resolution:
            what.append(f"{part.name} predicts at {part.finest_resolution} m, interpolated to {resolution} m")
    return f"{model.name}: {'; '.join([*what, *passed])}."
