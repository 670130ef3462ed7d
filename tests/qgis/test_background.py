"""Tasks that wait leave QGIS its threads: a large image is converted while every kind of ours is at work.

Each case is a process of its own: where it fails, its main thread waits for ever.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def kinds_of_task() -> set[str]:
    """Every class of the plugin that QGIS runs as a task."""
    bases: dict[str, set[str]] = {}
    for path in (HERE.parents[1] / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                bases[node.name] = {ast.unparse(base) for base in node.bases}
    kinds = {"QgsTask"}
    while more := {name for name, above in bases.items() if above & kinds} - kinds:
        kinds |= more
    return kinds - {"QgsTask"}


@pytest.mark.parametrize("threads", [1, 2])
def test_a_large_image_is_painted_while_every_kind_of_task_waits(threads):
    command = [sys.executable, str(HERE / "waiting_tasks.py"), str(threads)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    except subprocess.TimeoutExpired as error:
        pytest.fail(f"the main thread waits for the tasks: {error.stderr}")
    assert done.stdout, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    # The image was done before any task was: so none of them held a thread that it needed.
    assert told["still_waiting"] == told["tasks"]
    assert set(told["kinds"]) == kinds_of_task() | {"QgsProcessingAlgRunnerTask"}
