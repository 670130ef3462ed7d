"""Tasks that wait leave QGIS its threads: a large image is converted while every kind of ours is at work.

Each case is a process of its own: where it fails, its main thread waits for ever.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CASE = """
import os, sys, tempfile, threading, time
sys.path.insert(0, {tests!r})
import conftest
from qgis.core import QgsApplication, QgsProcessingAlgRunnerTask, QgsProcessingContext, QgsProcessingFeedback
from qgis.PyQt.QtCore import QThreadPool
from qgis.PyQt.QtGui import QImage

application = QgsApplication([], True)
application.initQgis()
pool = QThreadPool.globalInstance()
pool.setMaxThreadCount({threads})
from s2cloudmask.bridge.background import start_task, task_pool
from s2cloudmask.bridge.package_installer import SetupPlan
from s2cloudmask.bridge.product_info import info_from_name
from s2cloudmask.bridge.settings import MaskSettings
from s2cloudmask.ui.dialog import search_task
from s2cloudmask.ui.setup import environment_task
from s2cloudmask.ui.runs.engine_task import EngineTask
from s2cloudmask.ui.runs.mask_task import MaskRun, MaskTask
from s2cloudmask.ui.teaching.teach_task import TeachRun, TeachTask

task_pool().setMaxThreadCount({threads})
engine, pids = {engine!r}, {pids!r}
os.environ["S2CLOUDMASK_PYTHON"] = engine

def slow_scan(folder, is_cancelled, on_folder):
    open(os.path.join(pids, "scan%d" % threading.get_ident()), "w").close()
    while not is_cancelled():
        time.sleep(0.01)
    return iter(())

search_task.find_products = slow_scan
environment_task.find_pythons = lambda: slow_scan("", lambda: released.is_set(), None) or []
released = threading.Event()

def mask(): return MaskTask(MaskRun(engine, (info_from_name("/a.SAFE"),), MaskSettings(), pids))
def errand(): return EngineTask("errand", engine, [["models", "list"]])
def scan(): return search_task.SearchTask("/data")
def survey(): return environment_task.SurveyTask()
def setup(): return environment_task.EnvironmentTask(SetupPlan(engine))
def teaching(): return TeachTask(TeachRun(engine, (), (), "mine", "net.pt", 60), tempfile.TemporaryDirectory())
def algorithm():
    from s2cloudmask.toolbox.provider import CloudMaskProvider
    global provider, context, feedback
    provider, context, feedback = CloudMaskProvider(), QgsProcessingContext(), QgsProcessingFeedback()
    QgsApplication.processingRegistry().addProvider(provider)
    wanted = {{"INPUT": {product!r}, "OUTPUT": os.path.join(pids, "m.tif")}}
    return QgsProcessingAlgRunnerTask(provider.algorithm("maskproduct"), wanted, context, feedback)

tasks = [make() for make in ({kinds})]
for task in tasks:
    if isinstance(task, QgsProcessingAlgRunnerTask):
        QgsApplication.taskManager().addTask(task)
    else:
        start_task(task)
while len(os.listdir(pids)) < len(tasks):
    application.processEvents()
    time.sleep(0.01)
image = QImage(2000, 2000, QImage.Format.Format_ARGB32).convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
assert image.width() == 2000
released.set()
for task in tasks:
    task.cancel()
while QgsApplication.taskManager().countActiveTasks() or pool.activeThreadCount() or task_pool().activeThreadCount():
    application.processEvents()
    time.sleep(0.01)
print("converted", flush=True)
os._exit(0)
"""


EVERY_KIND = "mask, errand, scan, survey, setup, teaching, algorithm"


@pytest.mark.parametrize(("threads", "kinds"), [(1, EVERY_KIND), (2, "mask, algorithm")])
def test_a_large_image_is_painted_while_tasks_wait(scripted_engine, tmp_path, threads, kinds):
    pids = tmp_path / "pids"
    pids.mkdir()
    product = tmp_path / "S2A_MSIL1C_20240713T105031_N0510_R051_T31TCJ_20240713T143015.SAFE"
    product.mkdir()
    (product / "MTD_MSIL1C.xml").write_text("<x/>")
    engine = scripted_engine(f"open(os.path.join({str(pids)!r}, str(os.getpid())), 'w').close()\ntime.sleep(60)")
    case = CASE.format(
        tests=str(Path(__file__).parent), threads=threads, kinds=kinds + ",", engine=engine, pids=str(pids),
        product=str(product),
    )  # fmt: skip
    try:
        done = subprocess.run([sys.executable, "-c", case], capture_output=True, text=True, timeout=60, check=False)
    except subprocess.TimeoutExpired as error:
        pytest.fail(f"the main thread waits for the tasks: {error.stderr}")
    assert "converted" in done.stdout, done.stderr
