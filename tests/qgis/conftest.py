"""Real QGIS for the tests: the package under its name, a throw-away profile, a real engine where there is one."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from made_once import (  # noqa: F401 (fixtures)
    engine,
    make_product,
    make_products,
    once,
    recorded_engine,
    recorded_mask,
    remembering_engine,
    review_masks,
    simulated_product,
)
from python_script import first_lines

ROOT = Path(__file__).resolve().parents[2]
HANGS = 600  # seconds after which a test says that it waits in vain; no test fails for being slow
# Debian's wrapper passes an option to qgis_process that it does not know.
QGIS_PROCESS = shutil.which("qgis_process.bin") or shutil.which("qgis_process")

_made = []  # folders of this process
if "QGIS_CUSTOM_CONFIG_PATH" not in os.environ or "PYTEST_XDIST_WORKER" in os.environ:  # a profile for each process
    _made.append(tempfile.mkdtemp(prefix="s2cloudmask-profile-"))
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = _made[0]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The folder of the repository may have any name; the plugin's package is called s2cloudmask.
_plugins = Path(tempfile.mkdtemp(prefix="s2cloudmask-plugins-"))
(_plugins / "s2cloudmask").symlink_to(ROOT, target_is_directory=True)
sys.path.insert(0, str(_plugins))
_made.append(str(_plugins))


def pytest_unconfigure() -> None:
    """Take away what this process made for itself; the plugins' folder holds a link."""
    for folder in _made:
        shutil.rmtree(folder, ignore_errors=True)


def _engine_python() -> str | None:
    for candidate in (os.environ.get("S2CLOUDMASK_PYTHON"), ROOT / ".venv" / "bin" / "python"):
        if candidate and Path(candidate).is_file():
            return str(candidate)
    return None


ENGINE_PYTHON = _engine_python()


@pytest.fixture(autouse=True, scope="session")
def connected(qgis_app):
    """pytest-qgis cuts this connection at its end, and fails where a project that has gone took it along."""
    yield
    from qgis.core import QgsProject

    QgsProject.instance().legendLayersAdded.connect(qgis_app.processEvents)


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
            first_lines(sys.executable) + "import json, os, signal, sys, time\n"
            "arguments = sys.argv[2:]\n"
            "def event(kind, /, **fields):\n"
            "    print(json.dumps({'event': kind, **fields}), flush=True)\n" + body,
            encoding="utf-8",
        )
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        return str(program)

    return make


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

    def wait(condition, seconds: float = HANGS) -> None:
        until = time.monotonic() + max(seconds, HANGS)
        while not condition():
            if time.monotonic() > until:
                pytest.fail(f"waited {seconds} s in vain")
            qgis_app.processEvents()
            time.sleep(0.005)

    return wait


@pytest.fixture(scope="module")
def provider(qgis_processing):
    """The toolbox's provider. With it goes the engine that it keeps warm, so it stays for all tests of a file."""
    from qgis.core import QgsApplication

    from s2cloudmask.toolbox.provider import CloudMaskProvider

    added = CloudMaskProvider()
    QgsApplication.processingRegistry().addProvider(added)
    yield added
    QgsApplication.processingRegistry().removeProvider(added)


@pytest.fixture
def dialog(qgis_app, project, settings):
    from qgis.PyQt import sip

    from s2cloudmask.ui.dialog.mask_dialog import MaskDialog
    from s2cloudmask.ui.runs.run_queue import RunQueue

    queue = RunQueue(None)
    made = MaskDialog(None, queue)
    made.bring_up()
    yield made
    queue.close()
    made.end()
    # At once and in this thread: left to Python's collector, it could be deleted in the thread of a task.
    sip.delete(made)


@pytest.fixture
def with_scripted_engine(monkeypatch, scripted_engine):
    """An engine that knows three models and reads every product as L1C; what it does with `mask` is up to the test."""

    def make(mask: str = "time.sleep(60)") -> None:
        body = """
def model(name, state, levels, finest):
    event('model', name=name, title=name + ' title', state=state, size_bytes=26796072, licence='CC BY-NC 4.0',
          citation='Somebody 2022', note='A note.', finest_resolution=finest,
          automatic=[10, 20, 30, 60] if name == 'small' else [], levels=levels,
          classes=[0, 1, 3] if name == 'small' else [0, 1, 2, 3], label=name.upper(), addresses=['https://a.example'])
if arguments[:2] == ['models', 'list']:
    model('big', 'missing', ['L1C'], 10)
    model('mine', 'ready', ['L1C'], 10)
    model('small', 'embedded', ['L1C'], 30)
elif arguments[0] == 'info':
    for path in arguments[1:-2]:
        if 'broken' in os.path.basename(path):
            event('error', product=path, code='missing-metadata', message='MTD_MSIL1C.xml is missing in ' + path + '.')
            continue
        event('product', path=path, name=os.path.basename(path), level='L1C', baseline='05.11',
              sensing_time='2024-07-15T16:48:49Z',
              granules=[{'tile': '15TVG', 'missing': [], 'bands': []}],
              models=[{'name': 'big', 'can_run': False, 'reason': 'its weights are not here'},
                      {'name': 'small', 'can_run': 'old' not in os.path.basename(path), 'reason': 'needs B12'}])
    sys.exit(1 if any('broken' in os.path.basename(path) for path in arguments) else 0)
elif arguments[0] == 'mask':
""" + "".join(f"    {line}\n" for line in mask.splitlines())
        monkeypatch.setenv("S2CLOUDMASK_PYTHON", scripted_engine(body))

    return make


@pytest.fixture
def with_engine(engine_python, monkeypatch):
    monkeypatch.setenv("S2CLOUDMASK_PYTHON", engine_python)


@pytest.fixture(scope="session")
def profile(tmp_path_factory) -> Path:
    """A profile in which nothing was ever done but enabling the plugin."""
    folder = tmp_path_factory.mktemp("profile")
    plugins = folder / "profiles" / "default" / "python" / "plugins"
    plugins.mkdir(parents=True)
    (plugins / "s2cloudmask").symlink_to(ROOT, target_is_directory=True)
    settings = folder / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir()
    settings.write_text("[PythonPlugins]\ns2cloudmask=true\nprocessing=true\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def qgis_process(profile, engine_python):
    """Run `qgis_process` with words; returns (exit code, results, everything it printed)."""

    if QGIS_PROCESS is None:
        pytest.skip("qgis_process is not installed")

    def environment(with_engine: bool) -> dict[str, str]:
        variables = {name: value for name, value in os.environ.items() if not name.startswith(("S2CLOUD", "PYTEST"))}
        variables |= {"QGIS_CUSTOM_CONFIG_PATH": str(profile), "QT_QPA_PLATFORM": "offscreen"}
        return variables | ({"S2CLOUDMASK_PYTHON": engine_python} if with_engine else {})

    def run(*words, with_engine: bool = True):
        done = subprocess.run(
            [QGIS_PROCESS, "--json", *map(str, words)], env=environment(with_engine), capture_output=True, text=True
        )
        start = done.stdout.find("{")
        results = json.loads(done.stdout[start:]).get("results") if start >= 0 else None
        return done.returncode, results, done.stdout + done.stderr

    run.environment, run.program = environment, QGIS_PROCESS
    return run
