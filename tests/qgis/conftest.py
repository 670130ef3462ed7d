"""Real QGIS for the tests: the plugin's package under its name, a throw-away profile, a real engine where there is one."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

os.environ.setdefault("QGIS_CUSTOM_CONFIG_PATH", tempfile.mkdtemp(prefix="s2cloudmask-profile-"))
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
            "def event(name, **fields):\n"
            "    print(json.dumps({'event': name, **fields}), flush=True)\n" + body,
            encoding="utf-8",
        )
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        return str(program)

    return make
