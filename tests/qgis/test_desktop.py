"""The plugin in the QGIS desktop itself: loaded, reloaded, closed and killed while a run goes on."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import textwrap
import time
from pathlib import Path

import desktop_session
import pytest


@pytest.fixture
def desktop(tmp_path):
    """Play a scenario in the QGIS desktop; with `run=False`, only start it and return the process."""
    if shutil.which("qgis") is None or not os.environ.get("DISPLAY"):
        pytest.skip("needs the qgis desktop and a display (xvfb-run)")
    started = []

    def go(body: str, engine: str = "", run: bool = True):
        if run:
            return desktop_session.play(body, tmp_path, engine=engine)
        started.append(desktop_session.start(body, tmp_path, engine=engine))
        return started[0]

    yield go
    for process in started:
        if process.poll() is None:
            process.kill()
            process.communicate()


def gone(pid_file: Path, seconds: float = 60) -> bool:
    """Whether the process named in a file has ended by itself."""
    pid = int(pid_file.read_text())
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


ENGINE = "open({pid!r}, 'w').write(str(os.getpid()))\nevent('start')\nsys.stdin.read()\n"
START_RUN = """
import os
from s2cloudmask.bridge.product_info import info_from_name
from s2cloudmask.bridge.settings import MaskSettings
from s2cloudmask.ui.runs.mask_task import MaskRun

def start_run(folder):
    run = MaskRun(os.environ["S2CLOUDMASK_PYTHON"], (info_from_name("/a.SAFE"),), MaskSettings(), folder)
    plugin()._queue.add(run)
"""


def test_a_reload_during_a_run_ends_the_engine_and_twenty_leave_one_of_everything(desktop, scripted_engine, tmp_path):
    pid = tmp_path / "pid"
    told = desktop(
        START_RUN
        + textwrap.dedent("""
    def count():
        raster = [menu for menu in iface.rasterMenu().actions() if menu.text() == "Sentinel-2 Cloud Mask"]
        return {
            "menus": len(raster),
            "entries": len(raster[0].menu().actions()) if raster else 0,
            "buttons": sum("Mask clouds" in action.text() for action in iface.pluginToolBar().actions()),
            "hidden": iface.pluginToolBar().isHidden(),
            "docks": len(iface.mainWindow().findChildren(QDockWidget)),
            "providers": sum(p.id() == "s2cloudmask" for p in QgsApplication.processingRegistry().providers()),
            "dialogs": sum(type(w).__name__ == "MaskDialog" for w in QApplication.topLevelWidgets()),
        }

    def scenario():
        say(first=count())
        start_run(FOLDER)
        yield lambda: os.path.exists(PID)
        reloadPlugin("s2cloudmask")
        yield after(1)
        say(loaded="s2cloudmask" in plugins, idle=plugin()._queue.present is None)
        os.environ["S2CLOUDMASK_PYTHON"] = ""
        for number in range(20):
            plugin().open_dialog()
            yield after(0.05)
            reloadPlugin("s2cloudmask")
            yield after(0.05)
        yield after(0.5)
        say(last=count())
        unloadPlugin("s2cloudmask")
        yield after(0.5)
        say(unloaded=count())
    """)
        + f"FOLDER, PID = {str(tmp_path)!r}, {str(pid)!r}\n",
        scripted_engine(ENGINE.format(pid=str(pid))),
    )
    assert told["first"] == {
        **told["first"],
        "menus": 1,
        "entries": 4,
        "buttons": 1,
        "hidden": False,
        "providers": 1,
        "dialogs": 0,
    }
    assert told["last"] == told["first"]
    assert told["loaded"] and told["idle"] and gone(pid)
    assert told["unloaded"] == {**told["unloaded"], "menus": 0, "buttons": 0, "providers": 0, "dialogs": 0}


def test_closing_qgis_during_a_run_ends_the_engine(desktop, scripted_engine, tmp_path):
    """QGIS (3.22) asks whether the running task may be cancelled, and closes at the second time of asking."""
    pid, exited = tmp_path / "pid", tmp_path / "exited"
    process = desktop(
        START_RUN
        + textwrap.dedent(f"""
    def answer():
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QMessageBox) and widget.isVisible():
                widget.button(QMessageBox.StandardButton.Yes).click()

    def scenario():
        start_run({str(tmp_path)!r})
        yield lambda: os.path.exists({str(pid)!r})
        open({str(exited)!r}, "w").close()
        asked = QTimer()
        asked.timeout.connect(answer)
        asked.start(200)
        iface.actionExit().trigger()
        yield lambda: plugin()._queue.present is None
        iface.actionExit().trigger()
        yield after(60)
    """),
        scripted_engine(ENGINE.format(pid=str(pid))),
        run=False,
    )
    try:
        process.communicate(timeout=240)
    except subprocess.TimeoutExpired:
        pytest.fail("QGIS did not close")
    assert exited.exists()
    assert process.returncode == 0
    assert gone(pid)


def test_a_killed_qgis_takes_its_engine_with_it(desktop, engine_python, simulated_product, tmp_path):
    """The real engine sees the end of its input and leaves nothing behind."""
    out, pid = tmp_path / "masks", tmp_path / "pid"
    process = desktop(
        f"""
    import os, signal, subprocess
    from s2cloudmask.bridge.product_info import info_from_name
    from s2cloudmask.bridge.settings import MaskSettings
    from s2cloudmask.ui.runs.mask_task import MaskRun

    def die(*_):
        listing = subprocess.run(["ps", "-ewwo", "pid,ppid,args"], capture_output=True, text=True).stdout
        rows = [line.split(None, 2) for line in listing.splitlines()[1:]]
        engines = [r[0] for r in rows if int(r[1]) == os.getpid() and "core/__main__.py" in r[2]]
        if not engines:
            return  # it is not started yet
        with open({str(pid)!r}, "w") as file:
            file.write(" ".join(engines))
        os.kill(os.getpid(), signal.SIGKILL)

    def scenario():
        product = info_from_name({simulated_product!r})
        plugin()._queue.stage.connect(die)
        settings = MaskSettings(resolution=10, tta=7)
        plugin()._queue.add(MaskRun(os.environ["S2CLOUDMASK_PYTHON"], (product,), settings, {str(out)!r}))
        yield after(300)
    """,
        engine_python,
        run=False,
    )
    process.communicate(timeout=240)
    assert process.returncode == -signal.SIGKILL
    assert pid.read_text().isdigit(), "one engine was at work when QGIS was killed"
    assert gone(pid)
    assert list(out.rglob("*")) == []
