"""`make faults`: every bad input and fault, the fuzzing and the long run, written up in docs/reliability.md."""

from __future__ import annotations

import argparse
import datetime
import multiprocessing
import os
import platform
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from .bad_inputs import Row, bad_inputs, try_bad_input
from .faults import faults, try_fault
from .fuzz import TARGETS, Fuzzed, fuzz
from .long_run import Sample, long_run
from .measured import MOST_MEGABYTES, MOST_SECONDS, ROOT, Finished
from .real_products import real_inputs
from .samples import make_samples

REPORT = ROOT / "docs" / "reliability.md"
SIDE_BY_SIDE = 4
FUZZED = {"XML reading": 40_000, "events": 25_000, "model TOML": 20_000, "product opening": 15_000}


def main(arguments: list[str] | None = None) -> int:
    """Run everything and write the report; 1 when something was wrong."""
    parser = argparse.ArgumentParser(prog="make faults", description=__doc__)
    parser.add_argument("--only", choices=("inputs", "faults", "fuzz", "long-run"), action="append", default=[],
                        help="run these parts alone and write no report")  # fmt: skip
    parser.add_argument("--matching", default="", help="of the inputs and faults, those whose name holds this")
    args = parser.parse_args(arguments)
    parts = set(args.only or ("inputs", "faults", "fuzz", "long-run"))
    began = time.monotonic()
    with (
        tempfile.TemporaryDirectory(prefix="s2cloudmask-faults-") as name,
        # Side by side; forked, so that the children know this package by the name it was given.
        ProcessPoolExecutor(SIDE_BY_SIDE, multiprocessing.get_context("fork")) as pool,
    ):
        folder = Path(name)
        batch = pool.submit(_long_run, folder / "long") if "long-run" in parts else None
        halves = [
            pool.submit(_inputs, folder / f"inputs{half}", args.matching, half)
            for half in range(2)
            if "inputs" in parts
        ]
        faulty = pool.submit(_faults, folder / "faults", args.matching) if "faults" in parts else None
        thrown = [pool.submit(_fuzz, folder / target, target) for target in TARGETS if "fuzz" in parts]
        inputs = [row for half in halves for row in half.result()]
        met = faulty.result() if faulty else []
        fuzzed = [target.result() for target in thrown]
        long = batch.result() if batch else None
    wrong = [row for row in inputs + met if row.problems]
    if not args.only and not args.matching:
        REPORT.write_text(_report(inputs, met, fuzzed, long, time.monotonic() - began), "utf-8")
        print(f"{REPORT} is written.")
    return 1 if wrong or (long and long[2]) else 0


def _inputs(folder: Path, matching: str, half: int) -> list[Row]:
    samples = make_samples(folder / "samples")
    cases = [case for case in (*bad_inputs(), *real_inputs()) if matching in f"{case.group}: {case.name}"]
    middle = (len(cases) + 1) // 2
    cases = cases[middle:] if half else cases[:middle]
    return _told(try_bad_input(case, samples, folder / str(n), folder / "cache") for n, case in enumerate(cases))


def _faults(folder: Path, matching: str) -> list[Row]:
    from s2cloudmask.core.simulate import simulate

    product = simulate(folder / "product", size=1098, seed=5).path
    cases = [fault for fault in faults() if matching in f"{fault.group}: {fault.name}"]
    return _told(try_fault(fault, product, folder / str(n), folder / "cache") for n, fault in enumerate(cases))


def _fuzz(folder: Path, target: str) -> Fuzzed:
    folder.mkdir()
    fuzzed = fuzz(target, FUZZED[target], folder)
    print(f"ok   {fuzzed}", flush=True)
    return fuzzed


def _long_run(folder: Path) -> tuple[Finished, list[Sample], list[str]]:
    from s2cloudmask.core.simulate import simulate

    product = simulate(folder / "product", size=120, seed=5).path
    finished, samples, problems = long_run(product, folder / "batch", folder / "cache")
    print(f"{'BAD ' if problems else 'ok  '} long run: {samples}", *problems, sep="\n       ", flush=True)
    return finished, samples, problems


def _told(rows: Iterable[Row]) -> list[Row]:
    told = []
    for row in rows:
        told.append(row)
        print(
            f"{'BAD ' if row.problems else 'ok  '} {row.group}: {row.name}: {row.happened}, exit {row.status}, "
            f"{row.seconds:.1f} s, {row.megabytes:.0f} MB", *row.problems, sep="\n       ", flush=True,
        )  # fmt: skip
    return told


def _report(
    inputs: list[Row],
    met: list[Row],
    fuzzed: list[Fuzzed],
    long: tuple[Finished, list[Sample], list[str]],
    seconds: float,
) -> str:
    finished, samples, problems = long
    wrong = sum(bool(row.problems) for row in inputs + met) + len(problems)
    slowest, largest = max(row.seconds for row in inputs), max(row.megabytes for row in inputs)
    return f"""# Reliability

Made by `make faults` on {datetime.date.today().isoformat()} ({platform.system()}, Python {platform.python_version()}, {os.cpu_count()} cores that did other
things as well, {seconds / 60:.0f} minutes). Each line is a run of the command as users run it, in a process of its own, on a small
simulated product. Checked after each: the exit status is the promised one; there is one clear sentence with a stable code and
no traceback, or the mask is right; it took less than {MOST_SECONDS} s and {MOST_MEGABYTES} MB; no file and no process is left; the
input is as it was; no program inside the input was run; a file beside the product was never opened (inotify tells).

**{len(inputs)} bad inputs, {len(met)} faults, {sum(item.cases for item in fuzzed):,} fuzzed inputs, {len(samples) and samples[-1].done} and more products in one batch: {wrong or "nothing"} went wrong.**
Slowest bad input {slowest:.0f} s, largest {largest:.0f} MB.

## Bad inputs

{_table(inputs)}

## Faults

Where a run was killed or ended early, it was then started again on what was left and had to make the whole mask.

{_table(met)}

## Fuzzing

Property-based (hypothesis): an answer or a clear sentence, nothing else. What it found is in `tests/unit/test_faults.py`.

| target | inputs | taken for good | seconds |
|---|---|---|---|
{_lines(f"| {item.name} | {item.cases:,} | {item.taken:,} | {item.seconds:.0f} |" for item in fuzzed)}

## Long run

One batch of {len(finished.of("result"))} products, exit status {finished.status}, {finished.seconds:.0f} s{"; " + "; ".join(problems) if problems else ""}.

| products done | seconds | resident MB | open files | threads |
|---|---|---|---|---|
{_lines(f"| {s.done} | {s.seconds:.0f} | {s.megabytes:.0f} | {s.files} | {s.threads} |" for s in samples)}
"""  # noqa: E501


def _table(rows: list[Row]) -> str:
    head = "| what | input or fault | what happened | exit | seconds | MB | left behind | |"
    return "\n".join([head, "|---" * 8 + "|", *(_line(row) for row in rows)])


def _line(row: Row) -> str:
    cells = (
        row.group, row.name, row.happened, str(row.status), f"{row.seconds:.1f}",
        f"{row.megabytes:.0f}" if row.megabytes > 20 else "", row.left, "; ".join(row.problems) or "ok",
    )  # fmt: skip
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(lines)
