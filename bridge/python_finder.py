"""Which Pythons on this machine could carry the engine, and whether one is fit for it."""

from __future__ import annotations

import glob
import json
import ntpath
import os
import posixpath
import sys
from collections.abc import Callable
from dataclasses import dataclass

from qgis.PyQt.QtCore import QCoreApplication, QStandardPaths

from .child_environment import clean_environment
from .child_process import CannotStart, ChildProcess

OLDEST = (3, 11)
TOO_NEW = (3, 15)
_PROBE = (
    "import importlib.util, json, struct, sys; "
    "print(json.dumps({'version': list(sys.version_info[:3]), 'bits': struct.calcsize('P') * 8, "
    "'final': sys.version_info.releaselevel == 'final', "
    "'executable': sys.executable, "
    "'venv': all(importlib.util.find_spec(m) for m in ('venv', 'ensurepip'))}))"
)
_PROBE_SECONDS = 20

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Python:
    """An interpreter and what it says of itself; `problem` is empty when it can carry the engine."""

    path: str  # as it was found, or where it really lies when it was found by a launcher
    version: str
    problem: str


def find_pythons() -> list[Python]:
    """The interpreters of this machine that exist and answer, the fit ones first, each version once."""
    paths = candidate_paths(sys.platform, sys.prefix, sys.executable)
    paths += [QStandardPaths.findExecutable(name) for name in ("python3", "python")]
    found: dict[str, Python] = {}
    for path in paths:
        if path and os.path.isfile(path) and "WindowsApps" not in path:
            python = examine_python(path)
            found.setdefault(os.path.realpath(python.path), python)
    return sorted(found.values(), key=lambda python: bool(python.problem))


def sandbox() -> str:
    """ "flatpak" or "snap" where QGIS runs in one, which sees little of the system; else empty."""
    if os.path.exists("/.flatpak-info"):
        return "flatpak"
    return "snap" if os.environ.get("SNAP") else ""


def find_uv() -> str:
    """The path of `uv` (it makes environments and can fetch a Python of its own); empty where it is not installed."""
    found = QStandardPaths.findExecutable("uv")
    if found:
        return found
    home = os.path.expanduser("~")
    return QStandardPaths.findExecutable("uv", [posixpath.join(home, ".local/bin"), posixpath.join(home, ".cargo/bin")])


def candidate_paths(platform: str, prefix: str, executable: str) -> list[str]:
    """Where a Python may lie on `platform` (sys.platform's words), seen from QGIS' own `prefix` and `executable`.

    On Windows QGIS brings one: `apps/Python3x` of OSGeo4W, beside `bin/qgis-bin.exe`. On macOS QGIS.app has one in
    `Contents/MacOS/bin`. Theirs makes a private environment as well as any other: nothing is installed into it.
    """
    if platform == "win32":
        root = ntpath.dirname(ntpath.dirname(executable))
        own = [
            ntpath.join(prefix, "python.exe"),
            *sorted(glob.glob(ntpath.join(root, "apps", "Python3*", "python.exe"))),
        ]
        local = os.environ.get("LOCALAPPDATA", "")
        programs = os.environ.get("PROGRAMFILES", r"C:\Program Files")
        installed = [
            ntpath.join(folder, f"Python3{minor}", "python.exe")
            for folder in (ntpath.join(local, "Programs", "Python"), programs)
            for minor in range(TOO_NEW[1] - 1, OLDEST[1] - 1, -1)
        ]
        return [*own, *installed, ntpath.join(root, "bin", "python3.exe")]
    names = [f"python3.{minor}" for minor in range(OLDEST[1], TOO_NEW[1])]
    if platform == "darwin":
        contents = posixpath.join(posixpath.dirname(posixpath.dirname(executable)), "MacOS")
        own = [posixpath.join(contents, "bin", "python3"), posixpath.join(prefix, "bin", "python3")]
        return own + [
            posixpath.join(folder, name)
            for folder in ("/opt/homebrew/bin", "/usr/local/bin", "/usr/bin")
            for name in [*names, "python3"]
        ]
    return ["/usr/bin/python3"] + [
        posixpath.join(folder, name) for folder in ("/usr/bin", "/usr/local/bin") for name in names
    ]


def examine_python(path: str, is_cancelled: Callable[[], bool] = lambda: False) -> Python:
    """Ask an interpreter for its version and its `venv` module; a wrong one comes back with its problem."""
    output: list[bytes] = []
    try:
        ChildProcess(path, ["-c", _PROBE], clean_environment()).run(output.append, is_cancelled, limit_s=_PROBE_SECONDS)
        answer = json.loads(b"".join(output).decode("utf-8"))
        version = tuple(int(part) for part in answer["version"])
    except (CannotStart, ValueError, KeyError, TypeError):
        return Python(path, "", translate("PythonFinder", "{path} is not a working Python.").format(path=path))
    executable = str(answer.get("executable") or path)
    if os.path.isfile(executable) and os.path.realpath(executable) != os.path.realpath(path):
        path = executable
    return Python(path, ".".join(map(str, version)), _problem(path, version, answer))


def _problem(path: str, version: tuple[int, ...], answer: dict) -> str:
    values = {
        "path": path,
        "version": ".".join(map(str, version)),
        "oldest": ".".join(map(str, OLDEST)),
        "newest": f"{TOO_NEW[0]}.{TOO_NEW[1] - 1}",
    }
    if version[:2] < OLDEST:
        text = translate(
            "PythonFinder",
            "Python {version} ({path}) is too old for the engine. Install Python {oldest} to {newest}.",
        )
    elif version[:2] >= TOO_NEW:
        text = translate(
            "PythonFinder",
            "Python {version} ({path}) is too new for the engine. Install Python {oldest} to {newest}.",
        )
    elif not answer.get("final", True):  # Ubuntu 22.04 has 3.11.0rc1, which lacks what packages use
        text = translate(
            "PythonFinder",
            "Python {version} ({path}) is a preliminary release. Install Python {oldest} to {newest}.",
        )
    elif answer.get("bits") != 64:
        text = translate("PythonFinder", "{path} is a 32-bit Python. Install a 64-bit Python {oldest} to {newest}.")
    elif not answer.get("venv"):
        text = translate(
            "PythonFinder",
            "Python {version} ({path}) has no venv module. Install it (on Debian and Ubuntu: "
            "sudo apt install python3-venv) or choose another Python.",
        )
    else:
        return ""
    return text.format(**values)
