"""How quick the interface is, in the QGIS desktop itself: loading, the dialog with 200 products, stalls of a run and
of the live mask.

    S2CLOUDMASK_PYTHON=.venv/bin/python xvfb-run -a python3 benchmarks/interface.py PRODUCT...

Prints one JSON object. A stall is the time between two turns of the event loop, seen by a timer of 5 ms, less these
5 ms; the loop of the same QGIS at rest is measured beside it, for what the machine itself does. `…_cpu_s` is the
interface's own work, whatever else the machine does.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "qgis"))

import desktop_session

SESSION = """
import importlib

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

def report():
    ticker.stop()
    ordered = sorted(gaps)
    return {
        "longest_ms": round(ordered[-1], 1),
        "over_50_ms": sum(gap > 50 for gap in gaps),
        "99th_percentile_ms": round(ordered[int(0.99 * len(ordered))], 1),
        "seconds": round(sum(gaps) / 1000 + len(gaps) * TICK, 1),
    }

def scenario():
    yield after(2)
    unloadPlugin("s2cloudmask")
    for name in [name for name in sys.modules if name.startswith("s2cloudmask")]:
        del sys.modules[name]
    start, worked = time.perf_counter(), time.thread_time()
    plugin = importlib.import_module("s2cloudmask").classFactory(iface)
    plugin.initGui()
    say(load_s=round(time.perf_counter() - start, 3), load_cpu_s=round(time.thread_time() - worked, 3))
    yield after(1)
    names = ["S2A_MSIL1C_20240715T164849_N0511_R026_T15TVG_20240715T%06d.SAFE" % i for i in range(200)]
    start, worked = time.perf_counter(), time.thread_time()
    plugin.open_dialog()
    dialog = plugin._dialog
    dialog.products.take([os.path.join(FOLDER, name) for name in names])
    QApplication.processEvents()
    say(first_open_with_200_s=round(time.perf_counter() - start, 3))
    say(first_open_with_200_cpu_s=round(time.thread_time() - worked, 3))
    yield after(4)
    dialog.close()
    start = time.perf_counter()
    plugin.open_dialog()
    QApplication.processEvents()
    say(open_again_with_200_s=round(time.perf_counter() - start, 3))
    yield after(3)
    dialog.products.clear.click()
    dialog.choices.folder.setFilePath(os.path.join(FOLDER, "masks"))
    dialog.choices.resolution.setCurrentIndex(dialog.choices.resolution.findData(RESOLUTION))
    dialog.products.add(PRODUCTS)
    yield lambda: set(states(dialog)) == {"Ready"}
    yield after(2)
    watch()
    yield after(8)
    say(at_rest=report())
    watch()
    dialog.run_button.click()
    yield lambda: plugin._queue.present is None
    yield after(1)
    say(run=report(), outcomes=states(dialog))
    # The same layers added and drawn by QGIS alone: what of the above is not the plugin's.
    layers = [layer.source() for layer in QgsProject.instance().mapLayers().values()]
    canvas = iface.mapCanvas()
    QgsProject.instance().clear()
    yield after(2)
    watch()
    for source in layers:
        layer = iface.addRasterLayer(source, os.path.basename(source))
        canvas.setExtent(canvas.mapSettings().layerExtentToOutputExtent(layer, layer.extent()))
        canvas.refresh()
        yield after(1.5)
    say(same_layers_added_by_hand=report())
    # And a run whose layers are not drawn: what is the plugin's.
    QgsProject.instance().clear()
    canvas.setRenderFlag(False)
    dialog.choices.folder.setFilePath(os.path.join(FOLDER, "masks_again"))
    model = dialog.products.model
    for row in range(model.rowCount()):
        model.setData(model.index(row, 0), 2, 10)
    yield after(2)
    watch()
    dialog.run_button.click()
    yield lambda: plugin._queue.present is None
    yield after(1)
    say(run_without_drawing=report())
    # The live mask over a map of one band, panned by half a view ten times; beside it the same pans without it.
    dialog.close()
    canvas.setRenderFlag(True)
    layer = iface.addRasterLayer(BAND, "band")
    canvas.setExtent(canvas.mapSettings().layerExtentToOutputExtent(layer, layer.extent()))
    canvas.zoomByFactor(0.1)
    yield after(3)
    live = plugin._live
    for name in ("panning_without_live", "panning_live"):
        if name == "panning_live":
            watch()
            live.turn_on(PRODUCTS[0])
            yield lambda: live.is_ready
            yield after(1)
            say(live_on=report())
        watch()
        for step in range(10):
            extent = canvas.extent()
            centre = extent.center()
            aside = extent.width() / 2 * (1 if step < 5 else -1)
            canvas.setCenter(type(centre)(centre.x() + aside, centre.y()))
            canvas.refresh()
            yield after(2)
            yield lambda: not canvas.isDrawing() and (live.is_ready or not live.is_on)
        say(**{name: report()})
    plugin.unload()
"""


def main() -> None:
    """Start QGIS with a throw-away profile, play the session, print what it measured."""
    parser = argparse.ArgumentParser(description="How quick the interface is, in the QGIS desktop itself.")
    parser.add_argument("products", nargs="+", metavar="PRODUCT")
    parser.add_argument("--resolution", type=int, default=20, choices=(10, 20, 30, 60))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        products = [os.path.abspath(path) for path in arguments.products]
        constants = {"PRODUCTS": products, "RESOLUTION": arguments.resolution, "FOLDER": folder,
                     "BAND": str(next(Path(products[0]).glob("GRANULE/*/IMG_DATA/*_B04.jp2")))}  # fmt: skip
        body = "".join(f"{name} = {value!r}\n" for name, value in constants.items()) + SESSION
        engine = os.path.abspath(os.environ.get("S2CLOUDMASK_PYTHON", ".venv/bin/python"))
        print(json.dumps(desktop_session.play(body, Path(folder), seconds=900, engine=engine), indent=2))


if __name__ == "__main__":
    main()
