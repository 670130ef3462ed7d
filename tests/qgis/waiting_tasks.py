"""Converts a large image in the main thread while every kind of task of ours waits, in a process of its own.

    python tests/qgis/waiting_tasks.py THREADS

THREADS is the size of the pools of Qt and of QGIS' tasks. Prints one JSON object: the tasks that were still waiting
when the image was done, and the milliseconds it took at rest and then. Where a task holds a thread while it waits, the
main thread waits for that task, and nothing is printed.
"""

from __future__ import annotations

import json
import os
import stat
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging" / "types"))  # the plugin under its name
os.environ["QGIS_CUSTOM_CONFIG_PATH"] = tempfile.mkdtemp()
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from python_script import first_lines
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsTask,
)
from qgis.PyQt.QtCore import QThreadPool
from qgis.PyQt.QtGui import QImage

from s2cloudmask.bridge.background import start_task, task_pool
from s2cloudmask.bridge.package_installer import SetupPlan
from s2cloudmask.bridge.product_info import info_from_name
from s2cloudmask.bridge.settings import MaskSettings
from s2cloudmask.toolbox import maskfolder
from s2cloudmask.toolbox.provider import CloudMaskProvider
from s2cloudmask.ui.dialog import search_task
from s2cloudmask.ui.runs.engine_task import EngineTask
from s2cloudmask.ui.runs.mask_task import MaskRun, MaskTask
from s2cloudmask.ui.setup import environment_task
from s2cloudmask.ui.teaching.teach_task import TeachRun, TeachTask

PRODUCT = "S2A_MSIL1C_20240713T105031_N0510_R051_T31TCJ_20240713T143015.SAFE"
ENGINE = """{first_lines}import os, time
open(os.path.join({signs!r}, "engine%d" % os.getpid()), "w").close()
while os.getppid() == {parent}:
    time.sleep(0.2)
"""
SIDE = 2000  # pixels; Qt converts it in several threads


class Waiting:
    """The tasks, each waiting for an engine or a disk that never answers; `signs` has a file for each that waits."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._signs = folder, folder / "signs"
        self._signs.mkdir()
        (folder / PRODUCT).mkdir()
        (folder / PRODUCT / "MTD_MSIL1C.xml").write_text("<x/>")
        engine = folder / "engine"
        engine.write_text(
            ENGINE.format(first_lines=first_lines(sys.executable), signs=str(self._signs), parent=os.getpid())
        )
        engine.chmod(engine.stat().st_mode | stat.S_IXUSR)
        self._engine = os.environ["S2CLOUDMASK_PYTHON"] = str(engine)
        self._released = threading.Event()
        self._feedbacks: list[QgsProcessingFeedback] = []
        self._context = QgsProcessingContext()
        self._provider = CloudMaskProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)
        for module in (search_task, maskfolder):
            module.find_products = self._never_ends
        environment_task.find_pythons = environment_task.remove_environments = self._never_ends
        run = MaskRun(self._engine, (info_from_name("/a.SAFE"),), MaskSettings(), str(folder))
        teaching = TeachRun(self._engine, (), (), "mine", "net.pt", 60)
        self.tasks: dict[str, QgsTask] = {
            "mask": MaskTask(run),
            "errand": EngineTask("errand", self._engine, [["models", "list"]]),
            "scan": search_task.SearchTask("/data"),
            "set-up": environment_task.EnvironmentTask(SetupPlan(self._engine)),
            "survey": environment_task.SurveyTask(),
            "check": environment_task.CheckTask(self._engine),
            "removal": environment_task.RemoveTask(),
            "teaching": TeachTask(teaching, tempfile.TemporaryDirectory()),
            "algorithm at its engine": self._algorithm("maskproduct", str(folder / PRODUCT), str(folder / "m.tif")),
            "algorithm at a scan": self._algorithm("maskfolder", str(folder), str(folder)),
        }

    def start(self) -> None:
        """Start all; QGIS starts algorithms itself."""
        for task in self.tasks.values():
            if isinstance(task, QgsProcessingAlgRunnerTask):
                QgsApplication.taskManager().addTask(task)
            else:
                start_task(task)

    def are_at_it(self) -> bool:
        """Whether each of them waits."""
        return len(os.listdir(self._signs)) == len(self.tasks)

    def still(self) -> list[str]:
        """Those that have not come to an end."""
        return [kind for kind, task in self.tasks.items() if task.status() == QgsTask.TaskStatus.Running]

    def end(self) -> None:
        """Let go of all."""
        self._released.set()
        for task in self.tasks.values():
            task.cancel()
        for feedback in self._feedbacks:
            feedback.cancel()

    def _never_ends(self, *_arguments) -> list:
        (self._signs / f"thread{threading.get_ident()}").touch()
        self._released.wait()
        return []

    def _algorithm(self, name: str, product: str, output: str) -> QgsProcessingAlgRunnerTask:
        feedback = QgsProcessingFeedback()
        self._feedbacks.append(feedback)
        wanted = {"INPUT": product, "OUTPUT": output}
        return QgsProcessingAlgRunnerTask(self._provider.algorithm(name), wanted, self._context, feedback)


def convert() -> float:
    """Convert an image as painting does; the milliseconds it takes."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32)
    start = time.perf_counter()
    image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    return round(1000 * (time.perf_counter() - start), 1) if image.width() == SIDE else -1.0


def main(threads: int) -> None:
    """Start the tasks, convert, let go of the tasks, tell."""
    application = QgsApplication([], True)
    application.initQgis()
    pools = (QThreadPool.globalInstance(), task_pool())
    for pool in pools:
        pool.setMaxThreadCount(threads)
    waiting = Waiting(Path(tempfile.mkdtemp()))
    at_rest = convert()
    waiting.start()
    while not waiting.are_at_it():
        application.processEvents()
        time.sleep(0.01)
    told = {"at_rest_ms": at_rest, "while_tasks_wait_ms": convert(), "still_waiting": waiting.still()}
    waiting.end()
    while QgsApplication.taskManager().countActiveTasks() or any(pool.activeThreadCount() for pool in pools):
        application.processEvents()
        time.sleep(0.01)
    kinds = sorted({type(task).__name__ for task in waiting.tasks.values()})
    print(json.dumps({**told, "tasks": list(waiting.tasks), "kinds": kinds}), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]))
