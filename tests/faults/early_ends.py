"""Runs that are ended early: by a signal, or because the program that started them is gone."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from .faulty_run import STAGES, Fault, command, start_until, wrong_about_end, wrong_about_next_run
from .measured import PROGRAM, Finished, Started, Workplace, listing, problems_of, run

ENDS_WITHIN = 2.0  # seconds, of a signal
ALONE_ENDS_WITHIN = 5.0  # seconds, of the death of the program that started the engine


def early_ends() -> Iterator[Fault]:
    """All of them."""
    for stage in STAGES:
        yield Fault("signal", f"SIGTERM while it is in stage {stage}", _signalled(stage, signal.SIGTERM))
    yield Fault("signal", "SIGINT while it predicts", _signalled("predict", signal.SIGINT))
    for stage in STAGES:
        yield Fault("signal", f"SIGKILL in stage {stage}; then the run again", _killed(stage))
    yield Fault("signal", "SIGKILL after the first of three products; then the batch again", _batch_killed)
    yield Fault("parent", "QGIS killed while it predicts", _orphaned)
    yield Fault("parent", "standard input closed while it predicts", _input_closed)
    yield Fault("parent", "nobody reads its output", _output_unread)


def _signalled(stage: str, number: int) -> Callable:
    def make(product: Path, place: Workplace) -> tuple[Finished, list[str]]:
        started = start_until(stage, product, place)
        asked = time.monotonic()
        started.process.send_signal(number)
        finished = started.finish()
        took = time.monotonic() - asked
        if finished.status == 0 and stage == "write":  # it was done before the signal came
            return finished, wrong_about_end(finished, place, 0)
        late = [f"ended after {took:.1f} s"] if took > ENDS_WITHIN else []
        return finished, [*late, *wrong_about_end(finished, place), *wrong_about_next_run(product, place)]

    return make


def _killed(stage: str) -> Callable:
    def make(product: Path, place: Workplace) -> tuple[Finished, list[str]]:
        started = start_until(stage, product, place)
        started.process.kill()
        finished = started.finish()
        shown = [name for name in listing(place.out) if not name.startswith(".")]
        problems = [f"shows {shown}"] if shown and finished.status else []
        return finished, problems + wrong_about_next_run(product, place)

    return make


def _batch_killed(product: Path, place: Workplace) -> tuple[Finished, list[str]]:
    """Started again, a batch makes only what is missing."""
    others = [shutil.copytree(product, product.with_name(f"{letter}_{product.name}")) for letter in "ab"]
    arguments = ["mask", str(product), *map(str, others), *command(product, place)[2:]]
    started = Started(arguments, place)
    started.wait_for('"event": "result"')
    started.process.kill()
    finished = started.finish()
    done = {path: path.stat().st_mtime_ns for path in place.out.glob("*_cloudmask.tif")}
    again = run(arguments, place)
    problems = problems_of(again, codes=frozenset(), status=frozenset({0}))
    if not done or any(path.stat().st_mtime_ns != made for path, made in done.items()):
        problems.append("made again what was there")
    if len(list(place.out.glob("*_cloudmask.tif"))) != 3 or any(name.startswith(".") for name in listing(place.out)):
        problems.append(f"left {place.left()}")
    return finished, problems


def _orphaned(product: Path, place: Workplace) -> tuple[Finished, list[str]]:
    """A program that starts the engine as QGIS does is killed; the engine must follow it by itself."""
    starter = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE)\n"
        "print('engine', child.pid, flush=True)\n"
        "time.sleep(600)"
    )
    started = Started(
        [*PROGRAM, *command(product, place), "--stop-on-eof"], place, program=(sys.executable, "-c", starter)
    )
    started.wait_for('"stage": "predict"')
    engine = int(started.text().split()[1])
    started.process.kill()
    asked = time.monotonic()
    while Path(f"/proc/{engine}").exists() and time.monotonic() - asked < 20:
        time.sleep(0.02)
    took = time.monotonic() - asked
    finished = started.finish()
    problems = [f"the engine lived on for {took:.1f} s"] if took > ALONE_ENDS_WITHIN else []
    problems += [f"left {place.left()}"] if place.left() else []
    return finished, problems + wrong_about_next_run(product, place)


def _input_closed(product: Path, place: Workplace) -> tuple[Finished, list[str]]:
    started = Started([*command(product, place), "--stop-on-eof"], place, standard_input=subprocess.PIPE)
    started.wait_for('"stage": "predict"')
    asked = time.monotonic()
    started.process.stdin.close()
    finished = started.finish()
    took = time.monotonic() - asked
    return finished, ([f"ended after {took:.1f} s"] if took > ENDS_WITHIN else []) + wrong_about_end(finished, place)


def _output_unread(product: Path, place: Workplace) -> tuple[Finished, list[str]]:
    script = '"$@" | head -n 1 > /dev/null; exit 0'
    finished = run(command(product, place), place, program=("sh", "-c", script, "sh", *PROGRAM))
    shown = [name for name in place.left() if name.startswith(".") or "part" in name]
    problems = problems_of(finished, codes=frozenset(), status=frozenset({0}))
    return finished, problems + ([f"left {shown}"] if shown else [])
