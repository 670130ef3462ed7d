"""The weights on this machine: fetch, import, verify. Nothing of another hash than the published one is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from ..errors import EngineError
from ..system.files import file_sha256, weights_sha256
from .catalog import models
from .download import download
from .model import Model, model_state, models_folder, weights_path
from .own_network import WEIGHT_SUFFIXES, describe_file

__all__ = ["fetch", "models_folder", "open_weights", "verify", "verify_all", "weights_path"]


def fetch(model: Model, progress: Callable[[float], None] | None = None) -> Path:
    """Download the weights of a published network, unless they are here and whole; progress takes 0 to 1.

    Errors: bad-settings (it has no address), download, wrong-hash, disk-full, output-folder.
    """
    if not model.addresses:
        raise EngineError("bad-settings", f"{model.name} has no address to fetch from: {_origin(model)}.")
    target = models_folder() / model.file
    if target.is_file() and file_sha256(target) == model.sha256:
        return target

    return download(model.addresses, target, model.sha256, model.size_bytes, progress)


def _origin(model: Model) -> str:
    if model.members:
        return f"it is made of {' and '.join(one.name for one in model.members)}"
    return f"it comes with the package {model.package}" if model.package else f"it is the file {model.path}"


def verify(model: Model) -> str:
    """ "ok", "missing" or "wrong-hash", from the SHA-256 of the weights as they are on the disk now."""
    path = weights_path(model)
    if not path.is_file():
        return "missing"
    return "ok" if weights_sha256(path) == model.sha256 else "wrong-hash"


def verify_all() -> Iterator[tuple[str, Path, str]]:
    """(name, path, state) of every network that is here; the state is "ok", "wrong-hash" or why a file cannot run."""
    known = [model for model in models() if not model.members]  # which are verified by themselves
    for model in known:
        if model_state(model) != "missing":
            yield model.name, weights_path(model), verify(model)
    paths = {weights_path(model).resolve() for model in known}
    for path in sorted(models_folder().glob("*")):
        if path.suffix.lower() in WEIGHT_SUFFIXES and path.resolve() not in paths:
            try:
                describe_file(path)
                yield path.stem, path, "not imported (no TOML beside it)"
            except EngineError as error:
                yield path.stem, path, error.message


def open_weights(model: Model) -> Path:
    """The path of the weights, whole and of the right hash. Errors: missing-model, wrong-hash."""
    path = weights_path(model)
    state = verify(model)
    if state == "missing":
        how = f"s2cloudmask models fetch {model.name}" if model.addresses else "repair the installation"
        raise EngineError("missing-model", f"The weights of {model.name} are not here ({path}). Run: {how}.")
    if state == "wrong-hash":
        raise EngineError(
            "wrong-hash",
            f"{path} is not the published {model.name} (its SHA-256 differs). Delete it and fetch it again.",
        )
    return path
