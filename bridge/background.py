"""Background tasks that wait: for a child process, a disk, the network. While one waits, its thread counts as free.

QGIS runs its tasks in a pool with one thread a core, in older versions Qt's global one. Qt converts large images in
the global pool too while the main thread waits: tasks that hold every thread stop the windows. So each task of
ours widens the pool by one thread for as long as it lives. The pool is widened in the main thread before the task
starts: a thread that is to do it itself waits for Python's lock first, which the main thread may hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QThreadPool


def task_pool() -> QThreadPool:
    """The pool that QGIS runs its tasks in."""
    own = getattr(QgsApplication.taskManager(), "threadPool", None)
    return own() if own is not None else QThreadPool.globalInstance()


def start_task(task: QgsTask) -> None:
    """Start a task beside all others. Call it in the main thread."""
    pool = task_pool()
    pool.releaseThread()
    ended: list[QgsTask] = []

    def narrow() -> None:
        if not ended:
            ended.append(task)
            pool.reserveThread()

    task.taskCompleted.connect(narrow)
    task.taskTerminated.connect(narrow)
    QgsApplication.taskManager().addTask(task)


@contextmanager
def waiting() -> Iterator[None]:
    """Free the calling thread's place in the pool for a time; for Processing, whose tasks are started by QGIS."""
    pool = task_pool()
    pool.releaseThread()
    try:
        yield
    finally:
        pool.reserveThread()
