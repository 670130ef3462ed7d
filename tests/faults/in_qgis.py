"""A QGIS without windows that masks what it is told, one JSON object a line, by the task of the plugin's dialog.

Run by QGIS' Python, with the folder that holds the plugin's package as argument; tests/faults/qgis_runs.py starts it.
"""

from __future__ import annotations

import json
import os
import sys
import time


def main() -> None:
    """Read a run a line: {"engine": Python, "products": [], "out": FOLDER, "resolution": METRES, "samples": COUNT}."""
    sys.path.insert(0, sys.argv[1])
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    for line in sys.stdin:
        mask(json.loads(line), application)
    application.exitQgis()


def mask(wanted: dict, application) -> None:
    """Run the task to its end; tell what this process holds after every so many products, then how it ended."""
    from s2cloudmask.bridge.background import start_task
    from s2cloudmask.bridge.product_info import info_from_name
    from s2cloudmask.bridge.settings import MaskSettings
    from s2cloudmask.ui.runs.mask_task import MaskRun, MaskTask

    products = tuple(info_from_name(path) for path in wanted["products"])
    settings = MaskSettings(resolution=wanted["resolution"])
    task = MaskTask(MaskRun(wanted["engine"], products, settings, wanted["out"]))
    began, done, ends = time.monotonic(), [], []
    marks = {len(products) * part // (wanted["samples"] + 1) for part in range(1, wanted["samples"] + 1)}

    def count(_finished: object) -> None:
        done.append(True)
        if len(done) in marks:
            tell("sample", done=len(done), seconds=time.monotonic() - began, **held())

    task.finished_mask.connect(count)
    task.stage.connect(lambda _product, name: tell("stage", stage=name))
    task.ended.connect(ends.append)
    start_task(task)
    while not ends:
        application.processEvents()
        time.sleep(0.01)
    failures = [ends[0].failure] if ends[0].failure else ends[0].errors
    tell("ended", masks=len(ends[0].masks), failures=[[failure.code, failure.message] for failure in failures])


def held() -> dict[str, float]:
    """Resident megabytes, open files and threads of this process."""
    with open("/proc/self/status", encoding="ascii") as file:
        status = file.read()
    resident, threads = (int(status.partition(name + ":")[2].split()[0]) for name in ("VmRSS", "Threads"))
    return {"megabytes": resident / 1024, "files": len(os.listdir("/proc/self/fd")), "threads": threads}


def tell(event: str, **facts: object) -> None:
    """Print an event."""
    print(json.dumps({"event": event, **facts}), flush=True)


if __name__ == "__main__":
    main()
