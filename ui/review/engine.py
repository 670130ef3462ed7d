"""A review's short questions to the engine, each a background task that ends with a result or a sentence."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QCoreApplication, QObject

from ...bridge.background import start_task
from ...bridge.environment import engine_interpreter, how_to_set_up
from ..runs.engine_task import EngineTask
from ..runs.late_events import connect_while_alive

translate = QCoreApplication.translate


class ReviewEngine(QObject):
    """Asks one question of a kind at a time: a new one takes the place of the one before."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks: dict[str, EngineTask] = {}

    @property
    def is_busy(self) -> bool:
        """Whether an answer is awaited."""
        return bool(self._tasks)

    def ask(
        self,
        kind: str,
        text: str,
        command: list[str],
        on_answer: Callable[[dict], None],
        on_problem: Callable[[str], None],
    ) -> None:
        """Run a command; its `result` or `product` event, or a sentence why there is none, comes in the main thread."""
        self.forget(kind)
        interpreter = engine_interpreter()
        if interpreter is None:
            on_problem(how_to_set_up())
            return
        task = EngineTask(text, interpreter, [command])
        events: list[dict] = []
        task.arrived.connect(events.append)
        connect_while_alive(
            self, task.ended, lambda failure: self._end(kind, task, failure, events, on_answer, on_problem)
        )
        self._tasks[kind] = task
        start_task(task)

    def forget(self, kind: str) -> None:
        """Drop a question; its answer comes no more."""
        task = self._tasks.pop(kind, None)
        if task is not None:
            task.arrived.disconnect()
            task.ended.disconnect()
            task.cancel()

    def close(self) -> None:
        """Drop all of them."""
        for kind in list(self._tasks):
            self.forget(kind)

    def _end(self, kind: str, task: EngineTask, failure, events: list[dict], on_answer, on_problem) -> None:
        if self._tasks.get(kind) is not task:
            return
        del self._tasks[kind]
        problem = failure.message if failure is not None else ""
        for event in events:
            if event["event"] == "error":
                problem = problem or str(event.get("message", ""))
            elif event["event"] in ("result", "product"):
                try:
                    on_answer(event)
                    return
                except ValueError as error:
                    problem = str(error)
        on_problem(problem or translate("ReviewEngine", "The engine gave no answer. See the log panel."))
