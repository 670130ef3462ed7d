"""How quick the interface is, in the QGIS desktop itself: loading, the dialog with 200 products, stalls during a run.

    xvfb-run -a python3 benchmarks/interface.py PRODUCT...      (S2CLOUDMASK_PYTHON names the engine's interpreter)

Prints one JSON object. A stall is the time between two turns of the event loop, seen by a timer of 5 ms, less these
5 ms; the loop of an idle QGIS with the same map is measured beside it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

SESSION = '''
import importlib, json, os, sys, time, traceback
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface, plugins, unloadPlugin

facts = {}
gaps = []
beat = [0.0]
TICK = 0.005

def tick():
    now = time.perf_counter()
    gaps.append(1000 * (now - beat[0] - TICK))
    beat[0] = now

ticker = QTimer()
ticker.setInterval(int(1000 * TICK))
ticker.timeout.connect(tick)

def watch():
    gaps.clear()
    beat[0] = time.perf_counter()
    ticker.start()

def report(name):
    ticker.stop()
    ordered = sorted(gaps)
    facts[name] = {
        "longest_ms": round(ordered[-1], 1),
        "over_50_ms": sum(gap > 50 for gap in gaps),
        "99th_percentile_ms": round(ordered[int(0.99 * len(ordered))], 1),
        "seconds": round(sum(gaps) / 1000 + len(gaps) * TICK, 1),
    }

def after(seconds):
    until = time.monotonic() + seconds
    return lambda: time.monotonic() > until

def scenario():
    unloadPlugin("s2cloudmask")
    for name in [name for name in sys.modules if name.startswith("s2cloudmask")]:
        del sys.modules[name]
    start = time.perf_counter()
    package = importlib.import_module("s2cloudmask")
    plugin = package.classFactory(iface)
    plugin.initGui()
    facts["load_s"] = round(time.perf_counter() - start, 3)
    yield after(1)
    names = ["S2A_MSIL1C_20240715T164849_N0511_R026_T15TVG_20240715T%06d.SAFE" % i for i in range(200)]
    start = time.perf_counter()
    plugin.open_dialog()
    dialog = plugin._dialog
    dialog._take_found([os.path.join(FOLDER, name) for name in names])
    QApplication.processEvents()
    facts["first_open_with_200_s"] = round(time.perf_counter() - start, 3)
    yield after(3)
    dialog.close()
    start = time.perf_counter()
    plugin.open_dialog()
    QApplication.processEvents()
    facts["open_again_with_200_s"] = round(time.perf_counter() - start, 3)
    yield after(3)
    dialog.clear.click()
    dialog._folder.setFilePath(os.path.join(FOLDER, "masks"))
    dialog.resolution.setCurrentIndex(dialog.resolution.findData(RESOLUTION))
    dialog.add_products(PRODUCTS)
    yield lambda: all(dialog._products.data(dialog._products.index(row, 5)) == "Ready" for row in range(len(PRODUCTS)))
    yield after(2)
    watch()
    dialog._run_button.click()
    yield lambda: plugin._queue.present is None
    yield after(1)
    report("run")
    yield after(2)
    watch()
    yield after(5)
    report("idle")
    facts["done"] = [dialog._products.data(dialog._products.index(row, 5)) for row in range(len(PRODUCTS))]
    plugin.unload()

steps = scenario()
condition = [after(3)]

def poll():
    try:
        if condition[0]():
            condition[0] = next(steps)
            return
    except StopIteration:
        pass
    except Exception:
        facts["traceback"] = traceback.format_exc()
    else:
        return
    timer.stop()
    with open(OUTPUT, "w") as file:
        json.dump(facts, file)
    QgsProject.instance().clear()
    QApplication.instance().exit(0)

timer = QTimer()
timer.timeout.connect(poll)
timer.start(50)
'''


def main() -> None:
    """Start QGIS with a throw-away profile, play the session, print what it measured."""
    parser = argparse.ArgumentParser(description="How quick the interface is, in the QGIS desktop itself.")
    parser.add_argument("products", nargs="+", metavar="PRODUCT")
    parser.add_argument("--resolution", type=int, default=20, choices=(10, 20, 30, 60))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        default = Path(folder, "profile", "profiles", "default")
        (default / "python" / "plugins").mkdir(parents=True)
        (default / "QGIS").mkdir()
        (default / "python" / "plugins" / "s2cloudmask").symlink_to(ROOT, target_is_directory=True)
        (default / "QGIS" / "QGIS3.ini").write_text(
            "[PythonPlugins]\ns2cloudmask=true\n[qgis]\ncheckVersion=false\nshowTips=false\n", encoding="utf-8"
        )
        output = Path(folder, "facts.json")
        constants = {
            "PRODUCTS": [os.path.abspath(path) for path in arguments.products],
            "RESOLUTION": arguments.resolution,
            "FOLDER": folder,
            "OUTPUT": str(output),
        }
        script = Path(folder, "session.py")
        script.write_text("".join(f"{name} = {value!r}\n" for name, value in constants.items()) + SESSION, encoding="utf-8")
        environment = {**os.environ, "QGIS_CUSTOM_CONFIG_PATH": str(Path(folder, "profile"))}
        subprocess.run(
            ["qgis", "--nologo", "--code", str(script)], env=environment, timeout=900, stderr=subprocess.DEVNULL
        )
        if not output.exists():
            sys.exit("QGIS ended without figures")
        print(json.dumps(json.loads(output.read_text()), indent=2))


if __name__ == "__main__":
    main()
