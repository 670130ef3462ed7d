"""The weights on this machine: fetch, import, verify. Nothing of another hash than the published one is kept."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from .. import stopping
from ..errors import EngineError
from .catalog import catalogue, models, published_file
from .model import Model, model_state, models_folder, weights_path
from .ownfile import WEIGHT_SUFFIXES, describe_file, file_sha256

__all__ = ["fetch", "import_file", "models_folder", "open_weights", "verify", "verify_all", "weights_path"]


def fetch(model: Model, progress: Callable[[float], None] | None = None) -> Path:
    """Download the weights of a published network, unless they are here and whole; progress takes 0 to 1.

    Errors: bad-settings (it has no address), download, wrong-hash, disk-full, output-folder, busy.
    """
    if not model.addresses:
        raise EngineError("bad-settings", f"{model.name} has no address to fetch from: {_origin(model)}.")
    target = models_folder() / model.file
    if target.is_file() and file_sha256(target) == model.sha256:
        return target
    from .download import download

    return download(model.addresses, target, model.sha256, model.size_bytes, progress)


def _origin(model: Model) -> str:
    return f"it comes with the package {model.package}" if model.package else f"it is the file {model.path}"


def verify(model: Model) -> str:
    """ "ok", "missing" or "wrong-hash", from the SHA-256 of the weights as they are on the disk now."""
    path = weights_path(model)
    if not path.is_file():
        return "missing"
    return "ok" if file_sha256(path) == model.sha256 else "wrong-hash"


def verify_all() -> Iterator[tuple[str, Path, str]]:
    """(name, path, state) of every network that is here; the state is "ok", "wrong-hash" or why a file cannot run."""
    known = models()
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


def import_file(path: str | Path) -> Model:
    """Copy a weights file into the models folder: a published one, known by its hash, or a user's own that runs.

    A user's own file is tried on one small patch first; its TOML goes with it.
    Errors: missing-model, wrong-network, bad-settings, exists (another file of that name is there), disk-full.
    """
    path = Path(os.path.expanduser(path))
    if not os.path.isfile(path):
        raise EngineError("missing-model", f"{path} is not a file. Check the path.")
    same = published_file(path)
    if same is None:
        return _import_own(path)
    published = next(model for model in catalogue() if model.name == same.name)
    if published.package is None:
        _copy(path, weights_path(published))
    return published


def _import_own(path: Path) -> Model:
    model = describe_file(path)
    if any(model.name.lower() == known.name.lower() or path.name == known.file for known in catalogue()):
        raise EngineError(
            "wrong-hash",
            f"{path} has the name of a published network, not its SHA-256. Download it again or rename it.",
        )
    target = models_folder() / path.name
    if target.exists() and file_sha256(target) != model.sha256:
        raise EngineError("exists", f"{target} is there already with other weights. Rename your file or delete it.")
    from .engines import try_model

    try_model(model)
    beside = path.with_suffix(".toml")
    # The TOML last: it is what makes the file one of the known networks.
    _copy(path, target)
    if beside.is_file():
        _copy(beside, target.with_suffix(".toml"))
    else:
        _write_toml(target.with_suffix(".toml"), model)
    return describe_file(target)


def _write_toml(target: Path, model: Model) -> None:
    with _renamed(target) as temporary:
        temporary.write_text(f"finest_resolution = {model.finest_resolution}\n", encoding="utf-8")


def _copy(source: Path, target: Path) -> None:
    """Copy under a temporary name, then rename. The file itself is not copied onto itself."""
    if target.exists() and source.resolve() == target.resolve():
        return
    with _renamed(target) as temporary:
        shutil.copyfile(source, temporary)


@contextlib.contextmanager
def _renamed(target: Path) -> Iterator[Path]:
    """A temporary file that takes the place of `target` when the block ends well. Errors: disk-full, output-folder."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}")
    stopping.register(temporary)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield temporary
        temporary.replace(target)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise EngineError("disk-full", f"The disk of {target.parent} is full. Free some space.") from error
        raise EngineError("output-folder", f"{target.parent} cannot be written ({error.strerror}).") from error
    finally:
        temporary.unlink(missing_ok=True)
        stopping.release(temporary)
