"""A signal while a mask gets its name: all of its files and its `result` event, or none of both."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Runs the command with `os.replace` or `os.fsync` slowed down, and signals itself at its first call.
PROGRAM = """
import os, runpy, signal, sys, time
sys.path.insert(0, {root!r})
import conftest
from s2cloudmask.core import cli
where, number, late = sys.argv.pop(1), int(sys.argv.pop(1)), sys.argv.pop(1)
if late:  # the thread that waits for signals hears of none, as on a machine too busy to let it run in time
    signal.set_wakeup_fd = lambda *_, **__: -1
plain, calls = getattr(os, where), []
def slow(*arguments):
    calls.append(arguments)
    if len(calls) == 1:
        os.kill(os.getpid(), number)
    time.sleep(0.2)
    return plain(*arguments)
setattr(os, where, slow)
sys.exit(cli.main(sys.argv[1:]))
"""


@pytest.mark.skipif(os.name != "posix", reason="a signal to oneself")
@pytest.mark.parametrize(
    ("method", "where", "number", "late", "files"),
    [
        ("mask", "fsync", signal.SIGINT, "", 0),
        ("mask", "replace", signal.SIGTERM, "", 6),
        ("mask", "replace", signal.SIGTERM, "late", 6),
        ("own-mask", "fsync", signal.SIGTERM, "", 0),
        ("own-mask", "replace", signal.SIGINT, "", 5),
        ("own-mask", "replace", signal.SIGINT, "late", 5),
    ],
)
def test_a_mask_and_its_event_are_there_both_or_neither(simulated, quick, tmp_path, method, where, number, late, files):
    """Before the first file has its name there is nothing; from then on the mask is finished and told of."""
    options = ["--model", quick, "--confidence"] if method == "mask" else []
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(root=str(ROOT)), where, str(int(number)), late, method, simulated().path,
         "--out", tmp_path / "out", "--resolution", "60", "--progress", "json", *options],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 130, done.stderr
    results = [event for line in done.stdout.splitlines() if (event := json.loads(line))["event"] == "result"]
    left = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert len(left) == files and len(results) == (files > 0), (left, done.stdout)
    for event in results:
        named = [event[name] for name in ("mask", "qml", "json", "confidence") if event[name]]
        assert all(Path(path).exists() for path in named)


# A Python whose `os.replace` is slow and tells of its first call.
SLOW_PYTHON = """#!/bin/sh
'''exec' '{python}' "$0" "$@" # a folder's name may hold a space, which no first line may
'''
import os, runpy, sys, time
plain = os.replace
def slow(*arguments):
    open({marker!r}, "w").close()
    time.sleep(0.03)
    return plain(*arguments)
os.replace = slow
del sys.argv[0]
runpy.run_path(sys.argv[0], run_name="__main__")
"""
WITH_SLOW_WORKERS = """
import sys
sys.path.insert(0, {root!r})
import conftest
from s2cloudmask.core import cli
sys.executable = {python!r}
sys.exit(cli.main(sys.argv[1:]))
"""


@pytest.mark.skipif(os.name != "posix", reason="a signal, and a script as a program")
def test_what_a_worker_finishes_at_an_early_end_is_told_by_its_parent(simulated, quick, tmp_path):
    """A mask without its event, or an event without its mask, must not be."""
    marker, out, python = tmp_path / "renaming", tmp_path / "out", tmp_path / "python"
    python.write_text(SLOW_PYTHON.format(python=sys.executable, marker=str(marker)))
    python.chmod(0o755)
    products = [simulated(time=f"2024071{day}T105031").path for day in (0, 1)]
    process = subprocess.Popen(
        [sys.executable, "-c", WITH_SLOW_WORKERS.format(root=str(ROOT), python=str(python)), "mask", *products, "--out",
         out, "--model", quick, "--resolution", "60", "--workers", "2", "--progress", "json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    while not marker.exists() and process.poll() is None:
        time.sleep(0.005)
    process.send_signal(signal.SIGTERM)
    said, wrong = process.communicate(timeout=240)
    told = {event["mask"] for line in said.splitlines() if (event := json.loads(line))["event"] == "result"}
    assert marker.exists() and process.returncode == 130, wrong
    assert told == {str(path) for path in out.glob("*_cloudmask.tif")}
    assert all(Path(mask).with_suffix(".json").exists() for mask in told)
