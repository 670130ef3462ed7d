"""The run that faults happen to: how it is started, brought to a stage, judged at its end, and done again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .bad_inputs import FILES
from .measured import Finished, Started, Workplace, problems_of, run

STAGES = ("read", "predict", "write")


@dataclass(frozen=True)
class Fault:
    """One fault. `make` runs the command into it and gives the finished run and what is wrong about it."""

    group: str
    name: str
    make: Callable[[Path, Workplace], tuple[Finished, list[str]]]


def command(product: Path, place: Workplace) -> list[str]:
    """The run that the faults happen to: 10 m and probabilities, so that every stage takes a while."""
    return ["mask", str(product), "--out", str(place.out), "--resolution", "10", "--confidence", "--progress", "json"]


def start_until(stage: str, product: Path, place: Workplace, **options: object) -> Started:
    """Start the run and wait until it is in `stage`."""
    started = Started(command(product, place), place, **options)
    started.wait_for('"event": "start"' if stage == "start" else f'"stage": "{stage}"')
    return started


def wrong_about_end(finished: Finished, place: Workplace, status: int = 130) -> list[str]:
    """It ended with `status`, and unless that is 0 nothing is left."""
    problems = problems_of(finished, codes=frozenset(), status=frozenset({status}))
    if finished.status and place.left():
        problems.append(f"left {place.left()}")
    return problems


def wrong_about_next_run(product: Path, place: Workplace) -> list[str]:
    """Nothing stands in the way of the next run."""
    finished = run(command(product, place), place)
    problems = problems_of(finished, codes=frozenset(), status=frozenset({0}))
    names = [name for name in place.left() if not name.endswith("_confidence.tif")]
    if len(names) != len(FILES) or not all(name.endswith(FILES) for name in names):
        problems.append(f"the next run left {place.left()}")
    return [f"the next run: {problem}" for problem in problems]
