"""The same through QGIS itself: the long run by its task, a broken environment under it, its own sudden end."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from .faulty_run import Fault, wrong_about_next_run
from .fragile import FragileEnvironment
from .long_run import SAMPLES, SECONDS_EACH, Sample, growth, linked_products, wrong_about_masks
from .measured import ROOT, Finished, Started, Workplace, listing, problems_of

ENDS_WITHIN = 5.0  # seconds, of the death of QGIS


class DialogAndToolbox:
    """A QGIS without windows that says what dialog and toolbox make of a product; see dialog_and_toolbox.py."""

    def __init__(self, place: Workplace) -> None:
        package = place.root / "plugins"
        package.mkdir()
        (package / "s2cloudmask").symlink_to(ROOT, target_is_directory=True)
        program = [qgis_python(), str(Path(__file__).with_name("dialog_and_toolbox.py")), str(package)]
        environment = {**place.environment, "S2CLOUDMASK_PYTHON": sys.executable, "QT_QPA_PLATFORM": "offscreen",
                       "QGIS_CUSTOM_CONFIG_PATH": str(place.root / "profile")}  # fmt: skip
        self._process = subprocess.Popen(
            program, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True,
        )  # fmt: skip

    def ask(self, **question: object) -> dict:
        """What they say of one product."""
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        while line := self._process.stdout.readline():
            if line.startswith("{"):
                return json.loads(line)
        raise RuntimeError("QGIS ended")

    def close(self) -> None:
        """End it."""
        self._process.stdin.close()
        self._process.wait(60)


@functools.cache
def qgis_python() -> str:
    """The Python that has QGIS; empty where there is none (QGIS_SYSTEM_PYTHON names another than /usr/bin/python3)."""
    python = os.environ.get("QGIS_SYSTEM_PYTHON", "/usr/bin/python3")
    with contextlib.suppress(OSError):
        done = subprocess.run([python, "-c", "import qgis.core"], capture_output=True, check=False)
        return "" if done.returncode else python
    return ""


def qgis_faults() -> Iterator[Fault]:
    """What can happen to QGIS, or under it; none where there is no QGIS."""
    if qgis_python():
        yield Fault("QGIS", "killed while its task masks", _killed)
        yield Fault("QGIS", "the environment broken under it, then repaired", _broken_environment)


def long_run_in_qgis(product: Path, root: Path, cache: Path, products: int) -> tuple[Finished, list[Sample], list[str]]:
    """Mask links to `product` in one task; what QGIS held over time, and what is wrong about that."""
    place = Workplace(root, cache)
    qgis = _started(place)
    _mask(qgis, place, linked_products(product, place, products), resolution=60, samples=SAMPLES)
    finished = _finished(qgis, products * SECONDS_EACH)
    samples = [
        Sample(**{name: value for name, value in event.items() if name != "event"}) for event in finished.of("sample")
    ]
    problems = problems_of(finished, codes=frozenset(), status=frozenset({0}))
    problems += wrong_about_masks(listing(place.out), products) + growth(samples, SAMPLES)
    problems += [f"{failure[0]}: {failure[1]}" for event in finished.of("ended") for failure in event["failures"]]
    shutil.rmtree(root)
    return finished, samples, problems


def _started(place: Workplace) -> Started:
    package, temporary = place.root / "plugins", place.root / "of-qgis"  # a killed QGIS leaves files of its own
    package.mkdir()
    temporary.mkdir()
    (package / "s2cloudmask").symlink_to(ROOT, target_is_directory=True)
    environment = {
        **place.environment,
        "HOME": str(temporary),
        "TMPDIR": str(temporary),
        "QGIS_CUSTOM_CONFIG_PATH": str(place.root / "profile"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    program = (qgis_python(), str(Path(__file__).with_name("in_qgis.py")), str(package))
    return Started([], place, program=program, environment=environment, standard_input=subprocess.PIPE)


def _mask(
    qgis: Started, place: Workplace, products: list[Path], *, resolution: int, samples: int = 0, engine: str = ""
) -> None:
    wanted = {"engine": engine or sys.executable, "products": [str(path) for path in products], "out": str(place.out),
              "resolution": resolution, "samples": samples}  # fmt: skip
    qgis.process.stdin.write(json.dumps(wanted).encode() + b"\n")
    qgis.process.stdin.flush()


def _finished(qgis: Started, seconds: float) -> Finished:
    qgis.process.stdin.close()
    return qgis.finish(seconds)


def _killed(product: Path, place: Workplace) -> tuple[Finished, list[str]]:
    """The engine sees that QGIS has gone and ends, leaving nothing."""
    qgis = _started(place)
    _mask(qgis, place, [product], resolution=10)
    qgis.wait_for('"stage": "predict"')
    engines = _engines_of(qgis.process.pid)
    qgis.process.kill()
    asked = time.monotonic()
    while any(Path(f"/proc/{engine}").exists() for engine in engines) and time.monotonic() - asked < 20:
        time.sleep(0.02)
    took = time.monotonic() - asked
    finished = qgis.finish()
    problems = [] if engines else ["had no engine"]
    problems += [f"the engine lived on for {took:.1f} s"] if took > ENDS_WITHIN else []
    problems += [f"left {place.left()}"] if place.left() else []
    if finished.status != -signal.SIGKILL:
        problems.append(f"exit status {finished.status}")
    return finished, problems + wrong_about_next_run(product, place)


def _engines_of(parent: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        with contextlib.suppress(OSError, ValueError, IndexError):
            its_parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            if its_parent == parent and b"core/__main__.py" in (entry / "cmdline").read_bytes():
                found.append(int(entry.name))
    return found


def _broken_environment(product: Path, place: Workplace) -> tuple[Finished, list[str]]:
    """One QGIS: a mask, then a sentence while the packages are gone, then a mask again."""
    environment = FragileEnvironment(place.inputs / "environment")
    qgis = _started(place)
    for number, change in enumerate((lambda: None, environment.spoil, environment.mend), 1):
        change()
        shutil.rmtree(place.out, ignore_errors=True)
        _mask(qgis, place, [product], resolution=60, engine=environment.python)
        until = time.monotonic() + 120
        while qgis.text().count('"ended"') < number and qgis.process.poll() is None and time.monotonic() < until:
            time.sleep(0.02)
    finished = _finished(qgis, 600)
    ends = [(event["masks"], [code for code, _ in event["failures"]]) for event in finished.of("ended")]
    problems = problems_of(finished, codes=frozenset(), status=frozenset({0}))
    if [masks for masks, _ in ends] != [1, 0, 1] or len(ends[1][1]) != 1:
        problems.append(f"ended in {ends}")
    for event in finished.of("ended")[1:2]:
        problems += [f"no clear sentence: {text!r}" for _, text in event["failures"] if "\n" in text or text[-1] != "."]
    return finished, problems
