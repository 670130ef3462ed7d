"""Plays a scenario in the QGIS desktop itself, with the plugin in a throw-away profile. Tests, benchmarks and the
pictures of the documentation stand on it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# A scenario is a generator function: it yields conditions and goes on when they hold. `say` adds to what comes back.
_HARNESS = """
import json, os, sys, time, traceback
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QMessageBox, QPushButton
from qgis.utils import iface, plugins, reloadPlugin, unloadPlugin

told = {}

def say(**facts):
    told.update(facts)

def plugin():
    return plugins["s2cloudmask"]

def after(seconds):
    until = time.monotonic() + seconds
    return lambda: time.monotonic() > until

def states(dialog):
    model = dialog.products.model
    return [model.data(model.index(row, model.STATE)) for row in range(model.rowCount())]

#BODY#

def finish():
    with open(#OUTPUT#, "w") as file:
        json.dump(told, file)
    QgsProject.instance().setDirty(False)
    QgsProject.instance().clear()
    QApplication.instance().exit(0)

steps = scenario()
condition = [after(1)]

def poll():
    try:
        if condition[0]():
            condition[0] = next(steps)
    except StopIteration:
        timer.stop()
        finish()
    except Exception:
        timer.stop()
        say(traceback=traceback.format_exc())
        finish()

timer = QTimer()
timer.timeout.connect(poll)
timer.start(20)
"""


def start(
    body: str, folder: Path, engine: str = "", theme: str = "default", language: str = "", installed: bool = True
) -> subprocess.Popen:
    """Start QGIS with the scenario in `body`; `folder` gets the profile and, at the end, `told.json`.

    `engine` is the interpreter of the engine, empty for none; `installed` is False for a profile without the plugin.
    Needs a display, such as Xvfb's.
    """
    default = folder / "profile" / "profiles" / "default"
    plugins = default / "python" / "plugins"
    plugins.mkdir(parents=True, exist_ok=True)
    (default / "QGIS").mkdir(exist_ok=True)
    settings = ["[qgis]", "checkVersion=false", "showTips=false"]
    if installed:
        settings += ["[PythonPlugins]", "s2cloudmask=true"]
        if not (plugins / "s2cloudmask").exists():
            (plugins / "s2cloudmask").symlink_to(ROOT, target_is_directory=True)
    settings += ["[UI]", f"UITheme={theme}"]
    if language:
        settings += ["[locale]", "overrideFlag=true", f"userLocale={language}"]
    (default / "QGIS" / "QGIS3.ini").write_text("\n".join(settings) + "\n", encoding="utf-8")
    script = folder / "scenario.py"
    text = _HARNESS.replace("#BODY#", textwrap.dedent(body)).replace("#OUTPUT#", repr(str(folder / "told.json")))
    script.write_text(text, encoding="utf-8")
    environment = {**os.environ, "QGIS_CUSTOM_CONFIG_PATH": str(folder / "profile"), "QT_QPA_PLATFORM": "xcb"}
    environment["S2CLOUDMASK_PYTHON"] = engine
    # QGIS takes the first python3 of PATH for its own home: the folder of another Python must not come first.
    own = os.path.dirname(sys.executable)
    parts = os.environ["PATH"].split(os.pathsep)
    environment["PATH"] = os.pathsep.join(part for part in parts if part == "/usr/bin" or part != own)
    return subprocess.Popen(
        ["qgis", "--nologo", "--code", str(script)],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def play(body: str, folder: Path, seconds: float = 400, **options: str) -> dict:
    """Play a scenario to its end and return what it said. RuntimeError with the reason when QGIS did not get there."""
    process = start(body, folder, **options)
    try:
        _, errors = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        raise RuntimeError("QGIS did not end: " + process.communicate()[1][-2000:]) from None
    output = folder / "told.json"
    if not output.exists():
        raise RuntimeError("QGIS ended without a word: " + errors[-2000:])
    told = json.loads(output.read_text())
    if "traceback" in told:
        raise RuntimeError(told["traceback"])
    return told
