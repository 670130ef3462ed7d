"""Faults of the world around a run: signals, memory, disks, other runs, the network, the clock, broken packages."""

from __future__ import annotations

import ctypes
import json
import os
import resource
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from .bad_inputs import Row, left_in_words
from .downloads import download_faults
from .early_ends import early_ends
from .faulty_run import STAGES, Fault, command, start_until, wrong_about_end, wrong_about_next_run
from .fragile import FragileEnvironment
from .measured import PROGRAM, Finished, Workplace, listing, problems_of, run
from .qgis_runs import qgis_faults
from .samples import zip_of


def faults() -> Iterator[Fault]:
    """All of them. Each `make` takes a larger product, so that there is time to meet the fault."""
    yield from early_ends()
    for stage in ("start", *STAGES):
        yield Fault("memory", f"no more memory from stage {stage} on", _out_of_memory(stage))
    for megabytes in (600, 900, 1200):
        yield Fault("memory", f"{megabytes} MB of addresses in all", _little_memory(megabytes))
    for kilobytes in (16, 64, 256):
        yield Fault("disk", f"a disk of {kilobytes} kB", _small_disk(kilobytes))
    yield Fault("disk", "the output folder vanishes while it predicts", _output_vanishes)
    yield Fault("disk", "the output folder may not be written", _read_only_output)
    yield Fault("disk", "the output folder is made read-only while it predicts", _made_read_only)
    yield Fault("disk", "the product vanishes while it predicts", _product_vanishes)
    yield Fault("two runs", "the same mask at once", _two_at_once)
    yield Fault("two runs", "what a killed run on another computer left", _other_computer)
    yield Fault("two runs", "a product and its zip in one batch", _folder_and_zip)
    yield Fault("clock", "jumps a year back and forth while it runs", _jumping_clock)
    yield Fault("clock", "set back by a year: what a killed run left is from the future", _from_the_future)
    yield Fault("clock", "a product with dates of 1970 and of 2100", _strange_dates)
    yield Fault("environment", "no packages at all", _no_packages)
    yield Fault("environment", "PYTHONPATH with a package that does not load", _broken_package)
    yield Fault("environment", "the packages vanish while it predicts", _packages_vanish)
    yield Fault("environment", "a cache that is a file", _broken_cache)
    yield from qgis_faults()
    for name, make in download_faults():
        yield Fault("download", name, lambda product, place, make=make: make(place))


def try_fault(fault: Fault, product: Path, root: Path, cache: Path) -> Row:
    """Let a fault happen on a copy of `product`, judge the end, and remove what was made."""
    place = Workplace(root, cache)
    copy = Path(shutil.copytree(product, place.inputs / product.name))
    finished, problems = fault.make(copy, place)
    errors = finished.of("error")
    died = f"died of signal {-finished.status}" if finished.status < 0 else "ended"
    happened = f"`{errors[0]['code']}`" if errors else "a mask" if finished.status == 0 else died
    row = Row(
        fault.group, fault.name, happened, finished.status, finished.seconds, finished.megabytes,
        left_in_words(finished.left), tuple(problems),
    )  # fmt: skip
    shutil.rmtree(root)
    return row


def _out_of_memory(stage: str) -> Callable:
    """From `stage` on the process may map 16 MB more than it has, as under a limit of the system."""

    def make(product: Path, place: Workplace) -> tuple[Finished, list[str]]:
        started = start_until(stage, product, place)
        pages = int(Path(f"/proc/{started.process.pid}/statm").read_text().split()[0])
        limit = pages * resource.getpagesize() + (16 << 20)
        resource.prlimit(started.process.pid, resource.RLIMIT_AS, (limit, limit))
        finished = started.finish()
        if finished.status == 0:  # it had all it needed
            return finished, wrong_about_end(finished, place, 0)
        problems = problems_of(finished, codes=frozenset({"out-of-memory"}), status=frozenset({1}))
        shown = [name for name in listing(place.out) if not name.startswith(".")]
        return finished, problems + ([f"shows {shown}"] if shown else []) + wrong_about_next_run(product, place)

    return make


def _little_memory(megabytes: int) -> Callable:
    """Native code may die of it: then nothing may show under a final name, and the next run must go well."""

    def make(product: Path, place: Workplace) -> tuple[Finished, list[str]]:
        finished = run(command(product, place), place, addresses=megabytes << 20)
        died = frozenset({-signal.SIGSEGV, -signal.SIGABRT})
        problems = problems_of(finished, codes=frozenset({"out-of-memory"}), status=frozenset({1}) | died)
        shown = [name for name in listing(place.out) if not name.startswith(".")]
        return finished, problems + ([f"shows {shown}"] if shown else []) + wrong_about_next_run(product, place)

    return make


def _small_disk(kilobytes: int) -> Callable:
    """A disk of that size, mounted for the run alone in a name space of its own."""

    def make(product: Path, place: Workplace) -> tuple[Finished, list[str]]:
        place.out.mkdir()
        listed = place.root / "listed"
        script = (
            f'mount -t tmpfs -o size={kilobytes}k none "$OUT" || exit 77; "$@"; code=$?; ls -A "$OUT" > "$LISTED"; '
            "exit $code"
        )
        finished = run(
            command(product, place), place,
            program=("unshare", "--map-root-user", "--mount", "sh", "-c", script, "sh", *PROGRAM),
            environment={**place.environment, "OUT": str(place.out), "LISTED": str(listed)},
        )  # fmt: skip
        if finished.status == 77:
            return _with_limited_files(product, place, kilobytes)
        left = listed.read_text().split()
        problems = problems_of(finished, codes=frozenset({"disk-full"}), status=frozenset({1}))
        return finished, problems + ([f"left {left}"] if left else []) + wrong_about_next_run(product, place)

    return make


def _with_limited_files(product: Path, place: Workplace, kilobytes: int) -> tuple[Finished, list[str]]:
    """Where nothing can be mounted, a limit on the size of a file: writing fails in the same places."""
    limit = kilobytes * 1024 // 4
    finished = run(
        command(product, place), place, prepare=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    )
    problems = problems_of(finished, codes=frozenset({"disk-full"}), status=frozenset({1}))
    return finished, problems + ([f"left {place.left()}"] if place.left() else []) + wrong_about_next_run(
        product, place
    )


def _output_vanishes(product: Path, place: Workplace) -> tuple[Finished, list[str]]:
    started = start_until("predict", product, place)
    shutil.rmtree(place.out)
    finished = started.finish()
    problems = problems_of(finished, codes=frozenset({"output-folder", "disk-full"}), status=frozenset({1}))
    return finished, problems + wrong_about_next_run(product, place)


def _read_only_output(product: Path, place: Workplace) -> tuple[Finished, list[str]]:
    place.out.mkdir(mode=0o555)
    finished = run(command(product, place), place, prepare=_heed_permissions)
    place.out.chmod(0o755)
    problems = problems_of(finished, codes=frozenset({"output-folder"}), status=frozenset({1}))
    return finished, problems + ([f"left {place.left()}"] if place.left() else [])


def _made_read_only(product: Path, place: Workplace) -> tuple[Finished, list[str]]:
    """What is unfinished cannot be taken away then; the next run does it."""
    started = start_until("predict", product, place, prepare=_heed_permissions)
    folders = [place.out, *(path for path in place.out.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    finished = started.finish()
    for folder in folders:
        folder.chmod(0o755)
    problems = problems_of(finished, codes=frozenset({"output-folder"}), status=frozenset({1}))
    shown = [name for name in listing(place.out) if not name.startswith(".")]
    return finished, problems + ([f"shows {shown}"] if shown else []) + wrong_about_next_run(product, place)


def _heed_permissions() -> None:
    """Take from root the right to write where the permissions forbid it (capability CAP_DAC_OVERRIDE)."""
    ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)  # PR_CAPBSET_DROP; others than root may not do it and need not


def _product_vanishes(product: Path, place: Workplace) -> tuple[Finished, list[str]]:
    """What is open stays readable on this system; on others it is an error. Both are honest."""
    started = start_until("read", product, place)
    aside = product.rename(product.with_name("aside"))
    finished = started.finish()
    aside.rename(product)
    problems = problems_of(finished, codes=frozenset({"broken-band"}), status=frozenset({0, 1}))
    return finished, problems if finished.status == 0 else problems + wrong_about_next_run(product, place)


def _two_at_once(product: Path, place: Workplace) -> tuple[Finished, list[str]]:
    first = start_until("predict", product, place)
    second = run(command(product, place), Workplace(place.root / "second", place.cache))
    done = first.finish()
    problems = problems_of(done, codes=frozenset(), status=frozenset({0}))
    problems += problems_of(second, codes=frozenset({"busy"}), status=frozenset({0, 1}))
    return second, problems + wrong_about_next_run(product, place)


def _other_computer(product: Path, place: Workplace) -> tuple[Finished, list[str]]:
    part = place.out / f".{product.stem}_cloudmask.part"
    part.mkdir(parents=True)
    (part / "owner.json").write_text(json.dumps({"host": "another-computer", "process": 1, "born": "1"}))
    finished = run(command(product, place), place)
    problems = problems_of(finished, codes=frozenset({"busy"}), status=frozenset({1}))
    if listing(part) != ["owner.json"]:
        problems.append("took away what is not its own")
    shutil.rmtree(part)
    return finished, problems


def _folder_and_zip(product: Path, place: Workplace) -> tuple[Finished, list[str]]:
    archive = zip_of(product, place.inputs / f"{product.stem}.zip")
    finished = run(["mask", str(product), str(archive), *command(product, place)[2:]], place)
    problems = problems_of(finished, codes=frozenset({"name-taken"}), status=frozenset({1}))
    masks = [name for name in finished.left if name.endswith("_cloudmask.tif")]
    return finished, problems + ([f"{len(masks)} masks"] if len(masks) != 1 else [])


JUMPING = """
import runpy, sys, time
real, calls = time.time, 0
def jumping():
    global calls
    calls += 1
    return real() + 31e6 * (calls % 3 - 1)
time.time = jumping
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def _jumping_clock(product: Path, place: Workplace) -> tuple[Finished, list[str]]:
    """As Python sees it; the machine's own clock is left alone."""
    finished = run(command(product, place), place, program=(sys.executable, "-c", JUMPING, PROGRAM[1]))
    return finished, problems_of(finished, codes=frozenset(), status=frozenset({0}))


def _from_the_future(product: Path, place: Workplace) -> tuple[Finished, list[str]]:
    part = place.out / f".{product.stem}_cloudmask.part"
    part.mkdir(parents=True)
    later = time.time() + 365 * 86400
    os.utime(part, (later, later))
    finished = run(command(product, place), place)
    return finished, problems_of(finished, codes=frozenset(), status=frozenset({0}))


def _strange_dates(product: Path, place: Workplace) -> tuple[Finished, list[str]]:
    for number, path in enumerate(product.rglob("*")):
        os.utime(path, (0, 0) if number % 2 else (4102444800, 4102444800))
    finished = run(command(product, place), place)
    return finished, problems_of(finished, codes=frozenset(), status=frozenset({0}))


def _no_packages(product: Path, place: Workplace) -> tuple[Finished, list[str]]:
    program = (getattr(sys, "_base_executable", sys.executable), "-S", "-I", PROGRAM[1])
    finished = run(command(product, place), place, program=program)
    return finished, problems_of(finished, codes=frozenset({"internal"}), status=frozenset({1, 3}))


def _broken_package(product: Path, place: Workplace) -> tuple[Finished, list[str]]:
    (place.inputs / "packages" / "rasterio").mkdir(parents=True)
    (place.inputs / "packages" / "rasterio" / "__init__.py").write_text("raise ImportError('libgdal.so.36: not found')")
    environment = {**place.environment, "PYTHONPATH": str(place.inputs / "packages")}
    finished = run(command(product, place), place, environment=environment)
    return finished, problems_of(finished, codes=frozenset(), status=frozenset({0}))


def _packages_vanish(product: Path, place: Workplace) -> tuple[Finished, list[str]]:
    """As when the environment is removed under a run: that one ends in a mask or a sentence, the next in a sentence."""
    environment = FragileEnvironment(place.inputs / "environment")
    program = (environment.python, PROGRAM[1])
    started = start_until("predict", product, place, program=program)
    environment.spoil()
    finished = started.finish()
    problems = problems_of(finished, codes=frozenset({"internal"}), status=frozenset({0, 1, 3}))
    shutil.rmtree(place.out, ignore_errors=True)
    next_one = run(command(product, place), place, program=program)
    problems += problems_of(next_one, codes=frozenset({"internal"}), status=frozenset({3}))
    return finished, problems + wrong_about_next_run(product, place)


def _broken_cache(product: Path, place: Workplace) -> tuple[Finished, list[str]]:
    (place.inputs / "cache").write_text("a file")
    finished = run(
        command(product, place), place,
        environment={**place.environment, "S2CLOUDMASK_CACHE": str(place.inputs / "cache")},
    )  # fmt: skip
    return finished, problems_of(finished, codes=frozenset(), status=frozenset({0}))
