"""Take in a weights file: a published one, known by its hash, or a user's own that runs."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..errors import EngineError
from ..system import stopping
from ..system.files import file_sha256
from .catalog import catalogue, published_file
from .engines import try_model
from .model import Model, models_folder, weights_path
from .own_network import describe_file
from .presets import kept_name, preset_settings


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
    target = models_folder() / kept_name(path.name, model.network)
    if target.exists() and file_sha256(target) != model.sha256:
        raise EngineError("exists", f"{target} already exists with other weights. Rename your file or delete it.")

    try_model(model)
    beside = path.with_suffix(".toml")
    # The TOML last: it is what makes the file one of the known networks.
    _copy(path, target)
    if beside.is_file():
        _copy(beside, target.with_suffix(".toml"))
    else:
        known = preset_settings(path.name, model.network) or {"finest_resolution": model.finest_resolution}
        _write_toml(target.with_suffix(".toml"), known)
    return describe_file(target)


def _write_toml(target: Path, settings: Mapping[str, object]) -> None:
    with _renamed(target) as temporary:
        # Texts, numbers and lists of them are written alike in TOML and JSON.
        lines = [f"{key} = {json.dumps(value)}\n" for key, value in settings.items()]
        temporary.write_text("".join(lines), encoding="utf-8")


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
