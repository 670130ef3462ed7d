"""Makes, checks and removes the engine's private environment. Nothing is ever installed into QGIS' own Python."""

from __future__ import annotations

import json
import os
import shutil
import time
from dataclasses import replace

from qgis.PyQt.QtCore import QCoreApplication, QLockFile

from .engine_process import EngineFailure, EngineProcess
from .environment import MARKER, data_folder, environment_folder, environment_python
from .package_installer import FETCHED, SetupPlan, install_packages
from .python_finder import OLDEST, TOO_NEW, Python, examine_python
from .setup_step import SetupCancelled, SetupFailure, Watcher, downloads_folder, run_step
from .uv_fetcher import PYTHON, fetch_uv
from .warm_engine import warm_engine

# Room the packages take when installed, and as much again for downloads and unpacking (measured; CUDA by its wheels).
NEEDED_BYTES = {"cpu": 3_000_000_000, "cuda": 12_000_000_000}
DOWNLOAD_MEGABYTES = {"cpu": 560, "cuda": 3560}
# The self-check: each module brings libraries of its own that can be missing or broken on a system. OpenVINO would
# report its import to its makers' statistics (core/networks/openvinoengine.py).
SELF_CHECK = "import sys; sys.modules['openvino_telemetry'] = None; import numpy, rasterio, torch, openvino"

translate = QCoreApplication.translate


def make_environment(plan: SetupPlan, watcher: Watcher) -> str:
    """Make the environment by `plan` and return its interpreter. Downloads of an earlier, failed try are used again.

    Raises SetupFailure with a sentence, SetupCancelled.
    """
    folder = environment_folder()
    with _Lock():
        _check_space(plan.packages)
        # A virtual environment cannot be moved: its scripts carry its path, and Windows refuses to rename a folder with
        # an open file. So it is made where it will stay, and counts as complete only by the marker written last.
        # A half-made one is thrown away rather than mended: the downloads are kept apart, and they are what takes time.
        warm_engine.close()  # it has files of the environment open
        _remove_folder(folder)
        os.makedirs(os.path.dirname(folder), exist_ok=True)
        watcher.progress(0.02, translate("EnvironmentMaker", "Making the environment"))
        python = environment_python(folder)
        if plan.uv == FETCHED:
            plan = replace(plan, uv=fetch_uv(plan.index, plan.packages, watcher))
            # Its Python lies beside the environment, which stands on it, and goes with it.
            words = ["venv", "--python", PYTHON, "--managed-python", folder]
            run_step(plan.uv, words, watcher, {"UV_PYTHON_INSTALL_DIR": python_folder()})
        elif plan.uv:
            version = plan.python or f">={OLDEST[0]}.{OLDEST[1]},<{TOO_NEW[0]}.{TOO_NEW[1]}"
            run_step(plan.uv, ["venv", "--python", version, folder], watcher)
        else:
            problem = _examine(plan.python, watcher).problem
            if problem:
                raise SetupFailure(problem)
            run_step(plan.python, ["-m", "venv", folder], watcher)
        install_packages(plan, python, watcher)
        watcher.progress(0.94, translate("EnvironmentMaker", "Checking the engine"))
        version = check_engine(python, watcher)
        _write_marker(folder, {"python": version, "packages": plan.packages, "made": time.strftime("%Y-%m-%d %H:%M")})
        _remove_others(folder)
        shutil.rmtree(downloads_folder(), ignore_errors=True)
        watcher.progress(1.0, translate("EnvironmentMaker", "Ready"))
    return python


def remove_environments() -> None:
    """Delete the private environments of this and earlier versions. Raises SetupFailure when files are in use."""
    with _Lock():
        warm_engine.close()  # it has files of the environment open
        for folder in environment_folders():
            _remove_folder(folder)
        for folder in (downloads_folder(), python_folder()):
            shutil.rmtree(folder, ignore_errors=True)


def environment_folders() -> list[str]:
    """Every environment folder in the profile, of whatever version, complete or not."""
    try:
        names = os.listdir(data_folder())
    except OSError:
        return []
    folders = [os.path.join(data_folder(), name) for name in sorted(names) if name.startswith("engine-")]
    return [folder for folder in folders if os.path.isdir(folder)]


def python_folder() -> str:
    """Where a Python lies that uv brought."""
    return os.path.join(data_folder(), "python")


def disk_use() -> int:
    """Bytes taken by the private environments."""
    total = 0
    for top in [*environment_folders(), downloads_folder(), python_folder()]:
        for folder, _, names in os.walk(top):
            for name in names:
                try:
                    total += os.lstat(os.path.join(folder, name)).st_size
                except OSError:
                    continue
    return total


class _Lock:
    """Only one QGIS makes or removes the environment at a time; one that died does not hold it."""

    def __enter__(self) -> None:
        os.makedirs(data_folder(), exist_ok=True)
        self._file = QLockFile(os.path.join(data_folder(), "engine.lock"))
        self._file.setStaleLockTime(0)
        if not self._file.tryLock(200):
            raise SetupFailure(
                translate(
                    "EnvironmentMaker", "Another QGIS is setting up the engine now. Wait for it to end, then try again."
                )
            )

    def __exit__(self, *_) -> None:
        self._file.unlock()


def _check_space(packages: str) -> None:
    free, needed = shutil.disk_usage(data_folder()).free, NEEDED_BYTES[packages]  # Qt knows no disk of a chroot
    if free < needed:
        raise SetupFailure(
            translate(
                "EnvironmentMaker",
                "The engine needs {needed} GB in {folder}, and {free} GB are free. Make room there, then try again.",
            ).format(needed=round(needed / 1e9), folder=data_folder(), free=round(free / 1e9, 1))
        )


def check_engine(python: str, watcher: Watcher) -> str:
    """Run the engine's list of models and import what brings libraries of its own; return the Python's version.

    Raises SetupFailure with a sentence, SetupCancelled.
    """
    run_step(python, ["-c", SELF_CHECK], watcher)
    models: list[str] = []

    def take(event: dict) -> None:
        if event["event"] == "model":
            models.append(str(event.get("name", "")))

    try:
        code = EngineProcess(python, ["models", "list", "--json"]).run(take, watcher.is_cancelled)
    except EngineFailure as failure:
        watcher.log(failure.details)
        raise SetupFailure(failure.message) from failure
    if watcher.is_cancelled():
        raise SetupCancelled
    if code != 0 or not models:
        raise SetupFailure(
            translate("EnvironmentMaker", "The engine is installed but lists no models. Copy the log and report it.")
        )
    watcher.log(translate("EnvironmentMaker", "Models: {names}").format(names=", ".join(models)))
    return _examine(python, watcher).version


def _examine(python: str, watcher: Watcher) -> Python:
    found = examine_python(python, watcher.is_cancelled)
    if watcher.is_cancelled():  # it may have had no time to answer
        raise SetupCancelled
    return found


def _write_marker(folder: str, marker: dict) -> None:
    path = os.path.join(folder, MARKER)
    with open(path + ".part", "w", encoding="utf-8") as file:
        json.dump(marker, file)
    os.replace(path + ".part", path)


def _remove_folder(folder: str) -> None:
    if not os.path.isdir(folder):
        return
    try:
        # The marker first: what is half removed must not look complete.
        if os.path.exists(os.path.join(folder, MARKER)):
            os.remove(os.path.join(folder, MARKER))
        shutil.rmtree(folder)
    except OSError as error:
        raise SetupFailure(
            translate(
                "EnvironmentMaker", "{folder} could not be removed ({reason}). End running masks and try again."
            ).format(folder=folder, reason=error.strerror or error)
        ) from error


def _remove_others(folder: str) -> None:
    for other in environment_folders():
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)
