"""Real QGIS for the tests: the package under its name, a throw-away profile, a real engine where there is one."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

if "QGIS_CUSTOM_CONFIG_PATH" not in os.environ or "PYTEST_XDIST_WORKER" in os.environ:  # a profile for each process
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = tempfile.mkdtemp(prefix="s2cloudmask-profile-")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The folder of the repository may have any name; the plugin's package is called s2cloudmask.
_plugins = Path(tempfile.mkdtemp(prefix="s2cloudmask-plugins-"))
(_plugins / "s2cloudmask").symlink_to(ROOT, target_is_directory=True)
sys.path.insert(0, str(_plugins))


def _engine_python() -> str | None:
    for candidate in (os.environ.get("S2CLOUDMASK_PYTHON"), ROOT / ".venv" / "bin" / "python"):
        if candidate and Path(candidate).is_file():
            return str(candidate)
    return None


ENGINE_PYTHON = _engine_python()


@pytest.fixture(scope="session")
def engine_python() -> str:
    """The interpreter of the real engine; tests that need it skip where there is none."""
    if ENGINE_PYTHON is None:
        pytest.skip("no engine interpreter: set S2CLOUDMASK_PYTHON or make .venv with the engine's requirements")
    return ENGINE_PYTHON


@pytest.fixture(autouse=True)
def no_engine_variable(monkeypatch):
    """Each test says itself which engine it uses."""
    monkeypatch.delenv("S2CLOUDMASK_PYTHON", raising=False)


@pytest.fixture
def scripted_engine(tmp_path):
    """Make an executable that stands where the engine's Python would: a real child process that does what a test needs.

    Called with the body of a Python program; `arguments` in it are those after the path of the engine.
    """

    def make(body: str) -> str:
        program = tmp_path / "scripted_engine.py"
        program.write_text(
            f"#!{sys.executable}\n"
            "import json, os, signal, sys, time\n"
            "arguments = sys.argv[2:]\n"
            "def event(kind, /, **fields):\n"
            "    print(json.dumps({'event': kind, **fields}), flush=True)\n" + body,
            encoding="utf-8",
        )
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        return str(program)

    return make


@pytest.fixture(scope="session")
def simulated_product(engine_python, tmp_path_factory) -> str:
    """A small SAFE folder with clouds, made by the engine; its no-data corner is beyond the swath."""
    folder = tmp_path_factory.mktemp("simulated")
    command = [engine_python, str(ROOT / "core" / "__main__.py"), "simulate", str(folder), "--size", "768"]
    subprocess.run([*command, "--progress", "none"], check=True, capture_output=True)
    return str(next(folder.glob("*.SAFE")))


@pytest.fixture
def settings(qgis_app):
    """Nothing remembered before the test, nothing after it."""
    from qgis.core import QgsSettings

    QgsSettings().remove("s2cloudmask")
    yield
    QgsSettings().remove("s2cloudmask")


@pytest.fixture
def project(qgis_app):
    """The project of QGIS, empty before and after the test."""
    from qgis.core import QgsProject

    QgsProject.instance().clear()
    yield QgsProject.instance()
    QgsProject.instance().clear()


@pytest.fixture
def alive():
    """Whether the process of a number is there."""

    def is_there(pid: int) -> bool:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        return True

    return is_there


@pytest.fixture
def wait_until(qgis_app):
    """Let the event loop run until a condition holds; fails after `seconds`."""

    def wait(condition, seconds: float = 30) -> None:
        until = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > until:
                pytest.fail(f"waited {seconds} s in vain")
            qgis_app.processEvents()
            time.sleep(0.005)

    return wait
