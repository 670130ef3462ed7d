"""How quick the interface is, in the QGIS desktop itself: loading, the dialog with 200 products, stalls of a run,
of the live mask, of everything at once and of QGIS by itself, seconds from Cancel to the end of the processes, and
a large image drawn while every kind of task waits.

    S2CLOUDMASK_PYTHON=.venv/bin/python xvfb-run -a /usr/bin/python3 benchmarks/interface.py PRODUCT...

Prints one JSON object. A stall is the time between two turns of the event loop, seen by a timer of 5 ms, less these
5 ms. `…less_waiting_for_a_core…` leaves out what the main thread waited for a core of a busy machine, as Linux counts
it; the loop of the same QGIS at rest is measured beside it. `stalls` tells of each above 50 ms what the main thread
waited, what it worked, and what a virtual machine's host took from all cores together in that time (in tens of ms).
`…_cpu_s` is the interface's own work.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "qgis"))

import desktop_session

WATCH = """
import ctypes, faulthandler, importlib
from qgis.PyQt.QtCore import Qt

TICK_MS = 5
LIMIT_MS = 50
gaps = []  # milliseconds between two turns, and of them: waited for a core, worked, stolen by a virtual machine's host
beat = [0.0, 0.0, 0.0, 0.0]
stacks = open(STACKS, "w") if STACKS else None

try:  # read without letting go of the interpreter: taking it back would be a wait that only the measuring makes
    schedstat, pread = os.open("/proc/thread-self/schedstat", os.O_RDONLY), ctypes.PyDLL(None).pread
    stat = os.open("/proc/stat", os.O_RDONLY)
    room = ctypes.create_string_buffer(200)
except OSError:  # not Linux
    schedstat = None

def clocks():
    waited = stolen = 0.0
    if schedstat is not None:
        waited = int(room[: pread(schedstat, room, len(room), 0)].split()[1]) / 1e6
        stolen = int(room[: pread(stat, room, len(room), 0)].split()[8]) * 1000 / os.sysconf("SC_CLK_TCK")
    return 1000 * time.perf_counter(), waited, 1000 * time.thread_time(), stolen

def tick():
    now = clocks()
    gap, *rest = (after - before for before, after in zip(beat, now))
    gaps.append((gap - TICK_MS, *rest))
    beat[:] = now
    if stacks:
        if gaps[-1][0] > LIMIT_MS:
            print("^^^ a stall of %d ms, %d of them waiting for a core" % gaps[-1][:2], file=stacks, flush=True)
        faulthandler.dump_traceback_later(LIMIT_MS / 1000, file=stacks)

ticker = QTimer()
ticker.setTimerType(Qt.TimerType.PreciseTimer)
ticker.setInterval(TICK_MS)
ticker.timeout.connect(tick)

def watch():
    gaps.clear()
    beat[:] = clocks()
    ticker.start()

def report():
    ticker.stop()
    faulthandler.cancel_dump_traceback_later()
    ordered = sorted(gap for gap, *_ in gaps)
    own = sorted(gap - waited for gap, waited, *_ in gaps)
    parts = ("ms", "waited_for_a_core", "worked", "stolen_of_all_cores")
    return {
        "longest_ms": round(ordered[-1], 1),
        "over_50_ms": sum(gap > LIMIT_MS for gap in ordered),
        "longest_less_waiting_for_a_core_ms": round(own[-1], 1),
        "over_50_ms_less_waiting_for_a_core": sum(gap > LIMIT_MS for gap in own),
        "stalls": [dict(zip(parts, map(round, gap))) for gap in gaps if gap[0] > LIMIT_MS],
        "99th_percentile_ms": round(ordered[int(0.99 * len(ordered))], 1),
        "waiting_for_a_core_s": round(sum(waited for _, waited, *_ in gaps) / 1000, 1),
        "seconds": round((sum(ordered) + TICK_MS * len(gaps)) / 1000, 1),
    }

def fill(dialog, products):
    dialog.products.clear.click()
    dialog.choices.folder.setFilePath(os.path.join(FOLDER, "masks"))
    dialog.choices.resolution.setCurrentIndex(dialog.choices.resolution.findData(RESOLUTION))
    dialog.products.add(products)
    return lambda: set(states(dialog)) == {"Ready"}

def show_map(by_plugin):
    canvas = iface.mapCanvas()
    if by_plugin:
        layer = importlib.import_module("s2cloudmask.bridge.layers").true_colour_layer(TRUE_COLOUR, "map")
        QgsProject.instance().addMapLayer(layer)
    else:
        layer = iface.addRasterLayer(BAND, "band")
    canvas.setExtent(canvas.mapSettings().layerExtentToOutputExtent(layer, layer.extent()))
    canvas.zoomByFactor(0.1)
    return canvas

def pan(canvas, step):
    extent = canvas.extent()
    centre = extent.center()
    aside = extent.width() / 2 * (1 if step % 10 < 5 else -1)
    canvas.setCenter(type(centre)(centre.x() + aside, centre.y()))
    canvas.refresh()
"""

ALONE = """
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
    yield fill(dialog, PRODUCTS)
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
    # The live mask over the true-colour image, panned by half a view ten times; beside it the same pans without it.
    dialog.close()
    canvas.setRenderFlag(True)
    show_map(by_plugin=True)
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
            pan(canvas, step)
            yield after(2)
            yield lambda: not canvas.isDrawing() and (live.is_ready or not live.is_on)
        say(**{name: report()})
    plugin.unload()
"""

# A scan of a large tree, a run of the dialog, a run of Processing's dialog, a review and the live mask.
TOGETHER = """
import processing

def tree(folder):
    for i in range(3000):
        place = os.path.join(folder, str(i % 50), str(i))
        os.makedirs(place)
        for j in range(5):
            open(os.path.join(place, "%d.tif" % j), "w").close()
        if i % 20 == 0:  # what the engine then says of each of them
            name = "S2A_MSIL1C_20240715T164849_N0511_R026_T15TVG_20240715T%06d.SAFE" % i
            os.makedirs(os.path.join(place, name))
            open(os.path.join(place, name, "MTD_MSIL1C.xml"), "w").close()

def scenario():
    iface.mainWindow().resize(1280, 960)  # at its 1024 px QGIS' own task button and progress bar widen it to 1187, once
    tree(os.path.join(FOLDER, "tree"))
    plugin().open_dialog()
    dialog = plugin()._dialog
    yield fill(dialog, PRODUCTS[:1])
    dialog.run_button.click()  # the mask to review
    yield lambda: plugin()._queue.present is None
    yield fill(dialog, PRODUCTS)
    dialog.choices.folder.setFilePath(os.path.join(FOLDER, "others"))
    QgsProject.instance().clear()
    canvas = show_map(by_plugin=MAP == "plugin")
    words = {"INPUT": PRODUCTS[-1], "OUTPUT": os.path.join(FOLDER, "processed.tif")}
    toolbox = processing.createAlgorithmDialog("s2cloudmask:maskproduct", words)
    toolbox.show()
    yield after(3)
    for name in ("panning_alone", "all_at_once"):
        if name == "all_at_once":
            start = time.perf_counter()
            plugin().open_review()
            QApplication.processEvents()
            say(first_open_of_the_review_s=round(time.perf_counter() - start, 3))
            plugin()._review.open_folder(os.path.join(FOLDER, "masks"))
            plugin()._live.turn_on(PRODUCTS[0])
            yield lambda: plugin()._live.is_ready and not plugin()._review._engine.is_busy
            yield after(1)
        watch()
        if name == "all_at_once":
            begun = time.monotonic()
            dialog.run_button.click()
            yield after(0.5)
            toolbox.runButton().click()
            yield after(0.5)
            dialog.products.scan(os.path.join(FOLDER, "tree"))
        ends, step = {}, 0
        at_work = {"run": lambda: plugin()._queue.present is not None, "scan": lambda: dialog.products.is_searching}
        at_work["processing"] = lambda: not toolbox.cancelButton().isHidden() and toolbox.cancelButton().isEnabled()
        while step < 10 or name == "all_at_once" and len(ends) < len(at_work):
            pan(canvas, step) if step % 2 else plugin()._review and plugin()._review._tiles.step(1)
            step += 1
            until = time.monotonic() + 1.5
            while time.monotonic() < until:
                yield after(0.05)
                for what, works in at_work.items():
                    if name == "all_at_once" and what not in ends and not works():
                        ends[what] = round(time.monotonic() - begun, 1)
        say(**{name: report(), name + "_ended_after_s": ends})
    say(made=os.path.exists(words["OUTPUT"]), states={state: states(dialog).count(state) for state in states(dialog)})
    toolbox.close()
"""

# QGIS by itself: the same map, a second one beside it that goes from place to place of three bands as a review does,
# and programs of low priority that want both cores.
WITHOUT = """
import subprocess

def scenario():
    canvas = show_map(by_plugin=False)
    for band in ("B02", "B03"):
        iface.addRasterLayer(BAND.replace("B04", band), band)
    second = iface.createNewMapCanvas("second")
    yield after(3)
    whole, centre = iface.activeLayer().extent(), canvas.center()
    def jump(step):
        shares = (step * 0.618) % 1, (step * 0.754) % 1
        x, y = whole.xMinimum() + shares[0] * whole.width(), whole.yMinimum() + shares[1] * whole.height()
        second.setCenter(type(centre)(x, y))
        second.zoomScale(canvas.scale())
    for name, programs in (("qgis_alone", 0), ("qgis_beside_busy_programs", 6)):
        busy = [subprocess.Popen(["nice", "-n", "10", ENGINE, "-c", "while True: pass"]) for _ in range(programs)]
        watch()
        for step in range(40):
            pan(canvas, step) if step % 2 else jump(step)
            yield after(1.5)
        say(**{name: report()})
        for program in busy:
            program.kill()
            program.wait()
"""

CANCEL = """
import processing
from qgis.PyQt.QtWidgets import QProgressBar

def below(pid):
    parents = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open("/proc/%s/stat" % name) as file:
                parents.setdefault(int(file.read().rpartition(")")[2].split()[1]), []).append(int(name))
        except OSError:  # it has just ended
            continue
    found = list(parents.get(pid, []))
    for child in found:
        found += parents.get(child, [])
    return found

def lives(pid):
    try:
        with open("/proc/%d/stat" % pid) as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False

def processes():
    return {pid for pid in below(os.getpid()) if lives(pid)}

seconds = {}

def cancelled(name, before, press):
    started = processes() - before
    assert started, name
    start = time.monotonic()
    press()
    yield lambda: not any(map(lives, started))
    seconds.setdefault(name, []).append(round(time.monotonic() - start, 2))

def scenario():
    os.makedirs(os.path.join(FOLDER, "tree"))
    for i in range(8000):
        os.makedirs(os.path.join(FOLDER, "tree", str(i % 100), str(i)))
    plugin().open_dialog()
    dialog = plugin()._dialog
    yield fill(dialog, PRODUCTS)
    queue = plugin()._queue
    yield after(2)
    for share in (0, 5, 15, 30, 60):  # percent of the run at which it is cancelled
        before = processes()
        dialog.run_button.click()
        yield lambda: dialog.progress.value() >= share and processes() - before
        yield from cancelled("run", before, dialog.cancel_run.click)
        yield lambda: queue.present is None
    for share in (1, 20, 50):
        before = processes()
        words = {"INPUT": PRODUCTS[-1], "OUTPUT": os.path.join(FOLDER, "processed%d.tif" % share)}
        toolbox = processing.createAlgorithmDialog("s2cloudmask:maskproduct", words)
        toolbox.show()
        toolbox.runButton().click()
        yield lambda: toolbox.findChild(QProgressBar).value() >= share
        yield from cancelled("processing", before, toolbox.cancelButton().click)
        yield after(0.5)
        toolbox.close()
    for _ in range(3):
        before = processes()
        plugin()._live.turn_on(PRODUCTS[0])
        yield lambda: processes() - before
        yield after(2)
        yield from cancelled("live", before, plugin()._live.turn_off)
    for _ in range(3):
        dialog.products.scan(os.path.join(FOLDER, "tree"))
        (search,) = dialog.products._searches
        ended = []
        search.taskCompleted.connect(lambda: ended.append(True))
        search.taskTerminated.connect(lambda: ended.append(True))
        yield after(0.2)
        start = time.monotonic()
        dialog.products.search_stop.click()
        yield lambda: ended
        seconds.setdefault("scan", []).append(round(time.monotonic() - start, 2))
    del os.environ["S2CLOUDMASK_PYTHON"]
    plugin().open_setup()
    page = dialog.setup
    yield lambda: page.python.count() > 0
    for wait in (0.3, 1.5, 4, 12):  # while the environment is made, pip comes into it, packages are fetched
        before = processes()
        page.set_up.click()
        yield lambda: processes() - before
        yield after(wait)
        yield from cancelled("set_up", before, page.cancel_button.click)
        yield lambda: page._task is None
    say(seconds_from_cancel_to_the_end_of_all_processes=seconds)
"""

PARTS = {"alone": ALONE, "together": TOGETHER, "without": WITHOUT, "cancel": CANCEL}


def main() -> None:
    """Start QGIS with a throw-away profile a part, play it, print what it measured."""
    parser = argparse.ArgumentParser(description="How quick the interface is, in the QGIS desktop itself.")
    parser.add_argument("products", nargs="+", metavar="PRODUCT", help="folders, such as `s2cloudmask simulate` makes")
    parser.add_argument("--resolution", type=int, default=20, choices=(10, 20, 30, 60))
    parser.add_argument("--only", choices=tuple(PARTS), action="append", help="repeat for several parts")
    about = (
        "panned with everything at once: true colour as the plugin adds it, or a band's JPEG 2000 file added to QGIS"
    )
    parser.add_argument("--map", choices=("plugin", "qgis"), default="plugin", help=about)
    parser.add_argument("--stacks", default="", metavar="FILE", help="where Python stood in each stall above 50 ms")
    arguments = parser.parse_args()
    products = [os.path.abspath(path) for path in arguments.products]
    engine = os.path.abspath(os.environ.get("S2CLOUDMASK_PYTHON", ".venv/bin/python"))
    told: dict = {"load_before": os.getloadavg()[0]}
    for part in arguments.only or PARTS:
        with tempfile.TemporaryDirectory() as folder:
            constants = {"PRODUCTS": products, "RESOLUTION": arguments.resolution, "FOLDER": folder, "ENGINE": engine,
                         "STACKS": arguments.stacks and f"{os.path.abspath(arguments.stacks)}.{part}",
                         "BAND": str(next(Path(products[0]).glob("GRANULE/*/IMG_DATA/*_B04.jp2"))),
                         "TRUE_COLOUR": str(next(Path(products[0]).glob("GRANULE/*/IMG_DATA/*_TCI.jp2"))),
                         "MAP": arguments.map}  # fmt: skip
            body = "".join(f"{name} = {value!r}\n" for name, value in constants.items()) + WATCH + PARTS[part]
            told[part] = desktop_session.play(body, Path(folder), seconds=900, engine=engine)
    if not arguments.only:
        told["image_beside_waiting_tasks"] = {threads: _image_beside_waiting_tasks(threads) for threads in (1, 2)}
    print(json.dumps({**told, "load_after": os.getloadavg()[0]}, indent=2))


def _image_beside_waiting_tasks(threads: int) -> dict[str, float]:
    """Milliseconds to convert 2000 × 2000 px at rest, and while every kind of task waits in pools of some threads."""
    command = [sys.executable, str(Path(desktop_session.__file__).with_name("waiting_tasks.py")), str(threads)]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[-1])
    return {name: told[name] for name in ("at_rest_ms", "while_tasks_wait_ms")}


if __name__ == "__main__":
    main()
