"""Which Python runs the engine, and where the private one lies."""

from __future__ import annotations

import hashlib
import json
import os

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# PyTorch has a file of its own: it has no hashes, and pip wants all of a file hashed or none.
REQUIREMENTS = (os.path.join(ROOT, "requirements-torch.txt"), os.path.join(ROOT, "requirements.txt"))
INTERPRETER_VARIABLE = "S2CLOUDMASK_PYTHON"
INTERPRETER_SETTING = "s2cloudmask/interpreter"
MARKER = "complete.json"


translate = QCoreApplication.translate


def engine_interpreter() -> str | None:
    """The Python that runs the engine: the variable S2CLOUDMASK_PYTHON, else the one named in the settings, else the
    private environment when it is complete. None when there is none yet, or the named one does not exist."""
    named = named_interpreter()
    if named:
        return named if os.path.isfile(named) else None
    folder = environment_folder()
    return environment_python(folder) if is_complete(folder) else None


def named_interpreter() -> str:
    """The interpreter the user named by variable or setting; empty when the private environment is to be used."""
    return os.environ.get(INTERPRETER_VARIABLE, "") or str(QgsSettings().value(INTERPRETER_SETTING, "") or "")


def how_to_set_up() -> str:
    """One sentence for where the engine is missing: what is wrong and what to do."""
    named = named_interpreter()
    if named and not os.path.isfile(named):
        return translate(
            "Environment",
            "The engine's Python {path} does not exist. Correct the variable S2CLOUDMASK_PYTHON or name another one in "
            "Raster, Sentinel-2 Cloud Mask, Set up the engine.",
        ).format(path=named)
    return translate(
        "Environment",
        "The engine is not set up yet. Open Raster, Sentinel-2 Cloud Mask, Set up the engine (this is done once and "
        "takes a few minutes), or name an existing Python in the variable S2CLOUDMASK_PYTHON.",
    )


def data_folder() -> str:
    """The plugin's folder in the user's profile."""
    return os.path.join(os.path.normpath(QgsApplication.qgisSettingsDirPath()), "s2cloudmask")


def environment_folder() -> str:
    """Where the private environment of this version of the plugin lies: other requirements, another folder."""
    key = hashlib.sha256()
    for path in REQUIREMENTS:
        with open(path, "rb") as file:
            key.update(file.read().replace(b"\r\n", b"\n"))
    return os.path.join(data_folder(), "engine-" + key.hexdigest()[:10])


def environment_python(folder: str) -> str:
    """The interpreter inside an environment folder."""
    if os.name == "nt":
        return os.path.join(folder, "Scripts", "python.exe")
    return os.path.join(folder, "bin", "python")


def read_marker(folder: str) -> dict | None:
    """What `complete.json` says (python, packages, made); None while the environment is not complete."""
    try:
        with open(os.path.join(folder, MARKER), encoding="utf-8") as file:
            marker = json.load(file)
    except (OSError, ValueError):
        return None
    return marker if isinstance(marker, dict) else None


def is_complete(folder: str) -> bool:
    """Whether the environment was made to its end and its interpreter is still there."""
    return read_marker(folder) is not None and os.path.isfile(environment_python(folder))
