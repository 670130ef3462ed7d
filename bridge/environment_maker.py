"""Makes, checks and removes the engine's private environment. Nothing is ever installed into QGIS' own Python."""

from __future__ import annotations

import json
import os
import re
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass

from qgis.PyQt.QtCore import QCoreApplication, QLockFile, QStorageInfo

from .child_process import CannotStart, ChildProcess, clean_environment
from .engine_process import EngineFailure, EngineProcess
from .environment import MARKER, REQUIREMENTS, data_folder, environment_folder, environment_python
from .python_finder import OLDEST, TOO_NEW, examine_python
from .setup_reasons import reason_of, without_password

# Room the packages take when installed, and as much again for downloads and unpacking (measured; CUDA by its wheels).
NEEDED_BYTES = {"cpu": 3_000_000_000, "cuda": 12_000_000_000}
DOWNLOAD_MEGABYTES = {"cpu": 500, "cuda": 3500}
# Imported by the self-check: each brings libraries of its own that can be missing or broken on a system.
_CHECKED_MODULES = ("numpy", "rasterio", "torch", "openvino")

translate = QCoreApplication.translate


class SetupFailure(Exception):
    """The environment could not be made; the text is one sentence with a way out."""


class SetupCancelled(Exception):
    """The user cancelled."""


@dataclass(frozen=True)
class SetupPlan:
    """How to make the environment.

    `python` is the base interpreter; empty lets `uv` choose or fetch one. `uv` is the path of uv, or empty for venv and
    pip. `packages` is "cpu" or "cuda". `index` is an extra package index for PyTorch's builds; empty for none.
    """

    python: str
    uv: str = ""
    packages: str = "cpu"
    index: str = ""


@dataclass(frozen=True)
class Watcher:
    """Who follows the making: a fraction with a word, the lines of the log, and whether it was cancelled."""

    progress: Callable[[float, str], None]
    log: Callable[[str], None]
    is_cancelled: Callable[[], bool]


def default_index(packages: str, platform: str) -> str:
    """PyTorch's own index where the registry's build is the other one: CPU on Linux, CUDA on Windows; else empty."""
    if platform == "linux" and packages == "cpu":
        return "https://download.pytorch.org/whl/cpu"
    if platform == "win32" and packages == "cuda":
        return "https://download.pytorch.org/whl/cu130"
    return ""


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
        _remove_folder(folder)
        os.makedirs(os.path.dirname(folder), exist_ok=True)
        watcher.progress(0.02, translate("EnvironmentMaker", "Making the environment"))
        python = environment_python(folder)
        if plan.uv:
            version = plan.python or f">={OLDEST[0]}.{OLDEST[1]},<{TOO_NEW[0]}.{TOO_NEW[1]}"
            _run(plan.uv, ["venv", "--python", version, folder], watcher)
        else:
            problem = examine_python(plan.python).problem
            if problem:
                raise SetupFailure(problem)
            _run(plan.python, ["-m", "venv", folder], watcher)
        watcher.progress(0.06, translate("EnvironmentMaker", "Downloading packages"))
        _install(plan, python, watcher)
        watcher.progress(0.94, translate("EnvironmentMaker", "Checking the engine"))
        version = _check(python, watcher)
        _write_marker(folder, {"python": version, "packages": plan.packages, "made": time.strftime("%Y-%m-%d %H:%M")})
        _remove_others(folder)
        shutil.rmtree(_downloads_folder(), ignore_errors=True)
        watcher.progress(1.0, translate("EnvironmentMaker", "Ready"))
    return python


def remove_environments() -> None:
    """Delete the private environments of this and earlier versions. Raises SetupFailure when files are in use."""
    with _Lock():
        for folder in environment_folders():
            _remove_folder(folder)
        shutil.rmtree(_downloads_folder(), ignore_errors=True)


def environment_folders() -> list[str]:
    """Every environment folder in the profile, of whatever version, complete or not."""
    try:
        names = os.listdir(data_folder())
    except OSError:
        return []
    folders = [os.path.join(data_folder(), name) for name in sorted(names) if name.startswith("engine-")]
    return [folder for folder in folders if os.path.isdir(folder)]


def disk_use() -> int:
    """Bytes taken by the private environments."""
    total = 0
    for top in [*environment_folders(), _downloads_folder()]:
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


def _downloads_folder() -> str:
    """The cache of pip or uv while the environment is made, so that a failed try can be resumed; gone after success."""
    return os.path.join(data_folder(), "downloads")


def _check_space(packages: str) -> None:
    storage = QStorageInfo(data_folder())
    needed = NEEDED_BYTES[packages]
    if storage.isValid() and storage.bytesAvailable() < needed:
        raise SetupFailure(
            translate(
                "EnvironmentMaker",
                "The engine needs {needed} GB in {folder}, and {free} GB are free. Make room there, then try again.",
            ).format(needed=round(needed / 1e9), folder=data_folder(), free=round(storage.bytesAvailable() / 1e9, 1))
        )


def _install(plan: SetupPlan, python: str, watcher: Watcher) -> None:
    steps = PipSteps(REQUIREMENTS, watcher)
    options = ["-r", REQUIREMENTS, "--no-deps"]
    extra = ["--extra-index-url", plan.index] if plan.index else []
    if plan.uv:
        # pip looks for the best version in every index; uv must be told to.
        command = [plan.uv, "pip", "install", "--python", python, *extra, "--index-strategy", "unsafe-best-match"]
    else:
        command = [python, "-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--no-user", *extra]
        command += ["--progress-bar", "off"]
    _run(command[0], [*command[1:], *options], watcher, steps.take)
    if plan.packages == "cuda":
        # PyTorch's CUDA build brings NVIDIA's libraries as packages of their own; which ones, it knows best.
        with open(REQUIREMENTS, encoding="utf-8") as file:
            torch = next(line.split(";")[0].strip() for line in file if re.match(r"torch\s*==", line))
        _run(command[0], [*command[1:], torch], watcher, steps.take)


class PipSteps:
    """Turns what pip or uv print into progress: a package found is a step, installing is the last part."""

    def __init__(self, requirements: str, watcher: Watcher) -> None:
        with open(requirements, encoding="utf-8") as file:
            self._packages = max(1, sum(1 for line in file if re.match(r"\s*[A-Za-z0-9]", line)))
        self._watcher = watcher
        self._collected = 0

    def take(self, line: str) -> None:
        """Look at one line of the log."""
        found = re.match(r"\s*(Collecting|Processing|Installing collected|Prepared)\s*(\S*)", line)
        if not found:
            return
        if found[1] in ("Collecting", "Processing"):
            self._collected += 1
            share = min(1.0, self._collected / self._packages)
            package = re.split(r"[=-]", os.path.basename(found[2]))[0]
            text = translate("EnvironmentMaker", "Downloading {package}").format(package=package)
            self._watcher.progress(0.06 + 0.64 * share, text)
        else:
            self._watcher.progress(0.72, translate("EnvironmentMaker", "Installing the packages"))


def _check(python: str, watcher: Watcher) -> str:
    """Run the engine's list of models and import what brings libraries of its own; return the Python's version."""
    _run(python, ["-c", "import " + ", ".join(_CHECKED_MODULES)], watcher)
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
    return examine_python(python).version


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


def _run(program: str, arguments: list[str], watcher: Watcher, on_line: Callable[[str], None] | None = None) -> None:
    """Run one step of the set-up with its output in the log. Raises SetupFailure, SetupCancelled."""
    watcher.log("> " + " ".join([program, *(without_password(argument) for argument in arguments)]))
    lines = _Lines(watcher, on_line)
    environment = clean_environment(network=True)
    for name in ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_REQUIRE_VIRTUALENV", "PIP_NO_CACHE_DIR", "UV_NO_CACHE"):
        environment.remove(name)
    for name in ("PIP_CACHE_DIR", "UV_CACHE_DIR"):
        environment.insert(name, _downloads_folder())
    try:
        outcome = ChildProcess(program, arguments, environment).run(lines.take, watcher.is_cancelled, lines.take)
    except CannotStart as error:
        raise SetupFailure(
            translate("EnvironmentMaker", "{program} could not be started ({reason}). Choose another Python.").format(
                program=program, reason=error
            )
        ) from error
    lines.flush()
    if outcome.cancelled:
        raise SetupCancelled
    if outcome.code != 0 or outcome.crashed:
        raise SetupFailure(reason_of(lines.tail))


class _Lines:
    """Cuts what a child prints into lines for the log and keeps the last ones for the reason of a failure."""

    def __init__(self, watcher: Watcher, on_line: Callable[[str], None] | None) -> None:
        self._watcher = watcher
        self._on_line = on_line
        self._rest = b""
        self.tail: list[str] = []

    def take(self, output: bytes) -> None:
        *lines, self._rest = re.split(rb"[\r\n]+", self._rest + output)
        for line in lines:
            self._add(line)

    def flush(self) -> None:
        self._add(self._rest)
        self._rest = b""

    def _add(self, line: bytes) -> None:
        text = without_password(line.decode("utf-8", "replace").rstrip())
        if not text:
            return
        self.tail = [*self.tail[-199:], text]
        self._watcher.log(text)
        if self._on_line is not None:
            self._on_line(text)
