"""Brings the engine's packages into its environment, by pip or by uv; what was downloaded is not downloaded again."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass

from qgis.PyQt.QtCore import QCoreApplication

from .environment import REQUIREMENTS
from .setup_step import SetupFailure, Watcher, downloads_folder, run_step

translate = QCoreApplication.translate


FETCHED = "fetched"


@dataclass(frozen=True)
class SetupPlan:
    """How to make the environment.

    `python` is the base interpreter; empty lets `uv` choose or fetch one. `uv` is the path of uv, FETCHED for one that
    is fetched first and brings a Python, or empty for venv and pip. `packages` is "cpu" or "cuda". `index` is an extra
    package index for PyTorch's builds; empty for none.
    """

    python: str
    uv: str = ""
    packages: str = "cpu"
    index: str = ""


def default_index(packages: str, platform: str) -> str:
    """PyTorch's own index where the registry's build is the other one: CPU on Linux, CUDA on Windows; else empty."""
    if platform == "linux" and packages == "cpu":
        return "https://download.pytorch.org/whl/cpu"
    if platform == "win32" and packages == "cuda":
        return "https://download.pytorch.org/whl/cu130"
    return ""


def install_packages(plan: SetupPlan, python: str, watcher: Watcher) -> None:
    """Install by `plan` into the environment of `python`. Raises SetupFailure, SetupCancelled."""
    extra = ["--extra-index-url", plan.index] if plan.index else []
    if plan.uv:
        # pip looks for the best version in every index; uv must be told to. It keeps what it downloads by itself.
        command = ["pip", "install", "--python", python, *extra, "--index-strategy", "unsafe-best-match"]
        files = [word for path in REQUIREMENTS for word in ("-r", path)]
        run_step(plan.uv, [*command, "--no-deps", *files], watcher)
        if plan.packages == "cuda" or _lacks_cuda(python, watcher):
            run_step(plan.uv, [*command, _torch()], watcher)
        return
    folder = os.path.join(downloads_folder(), plan.packages)
    pip = ["-m", "pip", "--no-input", "--disable-pip-version-check"]
    # One by one: pip forgets what it has downloaded when it is ended before the last package (its cache depends on what
    # the index's server allows), and this way the progress is a true one.
    wanted = requirements()
    # PyTorch's own index has no other packages: asking it for them costs time, and minutes where it cannot be reached.
    is_pytorch_only = plan.index == default_index(plan.packages, sys.platform)
    for number, entry in enumerate(wanted):
        requirement = entry.split()[0]
        name = requirement.split("==")[0]
        text = translate("PackageInstaller", "Downloading {package} ({number} of {total})")
        share = 0.06 + 0.64 * number / len(wanted)
        watcher.progress(share, text.format(package=name, number=number + 1, total=len(wanted)))
        if _is_downloaded(requirement, folder):
            watcher.log(translate("PackageInstaller", "{package} is downloaded already").format(package=requirement))
            continue
        # PyTorch's CUDA build brings NVIDIA's libraries as packages of their own; which ones, it knows best.
        alone = [] if plan.packages == "cuda" and requirement == _torch() else ["--no-deps"]
        options = ["--only-binary", ":all:", "--progress-bar", "off", "-d", folder, *alone]
        if name.startswith("torch") or not is_pytorch_only:
            options += extra
        # In a file: pip takes hashes from nowhere else.
        run_step(python, [*pip, "download", *options, "-r", _write_entry(entry, folder)], watcher)
    watcher.progress(0.7, translate("PackageInstaller", "Installing the packages"))
    install = [*pip, "install", "--no-user", "--no-index", "--find-links", folder, "--progress-bar", "off"]
    for path in REQUIREMENTS:
        run_step(python, [*install, "--no-deps", "-r", path], watcher)
    if plan.packages == "cuda":
        run_step(python, [*install, _torch()], watcher)
    elif _lacks_cuda(python, watcher):
        options = ["--no-user", "--only-binary", ":all:", "--progress-bar", "off"]
        run_step(python, [*pip, "install", *options, _torch()], watcher)


def _lacks_cuda(python: str, watcher: Watcher) -> bool:
    """Whether torch is the registry's build for Linux, which loads nowhere without CUDA's libraries.

    It comes where PyTorch's own index, which has the build for the processor, cannot be reached.
    """
    if sys.platform != "linux" or not _torch():
        return False
    try:
        run_step(python, ["-c", "import torch"], watcher)
    except SetupFailure:
        watcher.progress(0.8, translate("PackageInstaller", "Downloading what PyTorch's CUDA build needs (3 GB)"))
        return True
    return False


def requirements() -> list[str]:
    """The engine's packages, an entry of a requirements file each: name==version, then the hashes, all in one line."""
    entries = []
    for path in REQUIREMENTS:
        with open(path, encoding="utf-8") as file:
            lines = re.sub(r"\\\n\s*", "", file.read()).splitlines()
        entries += [line for line in lines if line and not line.startswith("#")]
    return entries


def _torch() -> str:
    return next((entry for entry in requirements() if entry.startswith("torch==")), "")


def _write_entry(entry: str, folder: str) -> str:
    """Write one entry as a file that pip reads, and return its path."""
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, "wanted.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write(entry + "\n")
    return path


def _is_downloaded(requirement: str, folder: str) -> bool:
    """Whether the wheel of a pinned requirement lies in the folder; pip moves it there only when it is whole."""
    pinned = re.match(r"([\w.-]+)==([\w.]+)$", requirement)
    if not pinned or not os.path.isdir(folder):
        return False
    wanted = re.sub(r"[-_.]+", "_", pinned[1]).lower()
    for name in os.listdir(folder):
        package, _, rest = name.lower().partition("-")
        if re.sub(r"[-_.]+", "_", package) == wanted and re.match(re.escape(pinned[2]) + r"[-+]", rest):
            return True
    return False
