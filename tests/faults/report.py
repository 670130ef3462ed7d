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
from dataclasses import dataclass
from pathlib import Path

from .bad_inputs import Row, bad_inputs, try_bad_input
from .faults import faults, try_fault
from .fuzz import TARGETS, Fuzzed, fuzz, fuzz_by_coverage
from .long_run import PRODUCTS, Sample, long_run
from .measured import MOST_MEGABYTES, MOST_SECONDS, ROOT, Finished
from .qgis_runs import long_run_in_qgis, qgis_python
from .real_products import real_inputs
from .samples import make_samples
from .situation_report import build_situations, report_situations

REPORT = ROOT / "docs" / "reliability.md"
SIDE_BY_SIDE = 4
LONG_RUNS = ("One batch by the command", "One task in QGIS")
NO_QGIS = "no QGIS on this machine, or not for /usr/bin/python3 (QGIS_SYSTEM_PYTHON names another)."
COVERED = 50_000  # inputs that atheris makes
FUZZED = {"XML reading": 40_000, "events": 25_000, "model TOML": 20_000, "product opening": 15_000}


def main(arguments: list[str] | None = None) -> int:
    """Run everything and write the report; 1 when something was wrong."""
    parser = argparse.ArgumentParser(prog="make faults", description=__doc__)
    parts = ("inputs", "faults", "fuzz", "long-run", "situations")
    parser.add_argument("--only", choices=parts, action="append", default=[],
                        help="run these parts alone and write no report")  # fmt: skip
    parser.add_argument("--matching", default="", help="of the inputs and faults, those whose name holds this")
    parser.add_argument("--build", metavar="FOLDER", type=Path,
                        help="build the situations there, run nothing, and print one JSON object for each")  # fmt: skip
    parser.add_argument("--every", type=int, default=1, metavar="N",
                        help="rehearse: every Nth input and fault, an Nth of the rest; report in build/")  # fmt: skip
    args = parser.parse_args(arguments)
    if args.build:
        return build_situations(args.build, args.matching, args.every)
    parts = set(args.only or parts)
    if parts == {"situations"}:
        return report_situations(REPORT, args.matching)
    chosen = _Chosen(args.matching, args.every)
    began = time.monotonic()
    with (
        tempfile.TemporaryDirectory(prefix="s2cloudmask-faults-") as name,
        # Side by side; forked, so that the children know this package by the name it was given.
        ProcessPoolExecutor(SIDE_BY_SIDE, multiprocessing.get_context("fork")) as pool,
    ):
        folder = Path(name)
        faulty = [
            pool.submit(_faults, folder / f"faults{half}", chosen, half) for half in range(2) if "faults" in parts
        ]
        batches = [
            pool.submit(_long_run, folder / title.split()[-1], title, max(10, PRODUCTS // args.every))
            for title in LONG_RUNS
            if "long-run" in parts
        ]
        halves = [
            pool.submit(_inputs, folder / f"inputs{half}", chosen, half) for half in range(2) if "inputs" in parts
        ]
        thrown = [
            pool.submit(_fuzz, folder / target, target, args.every)
            for target in (*TARGETS, "coverage")
            if "fuzz" in parts
        ]
        inputs = [row for half in halves for row in half.result()]
        met = [row for half in faulty for row in half.result()]
        fuzzed = [item for item in (target.result() for target in thrown) if item]
        long = [batch.result() for batch in batches]
    wrong = [row for row in inputs + met if row.problems]
    if not args.only and not args.matching:
        report = REPORT if args.every == 1 else ROOT / "build" / REPORT.name
        report.parent.mkdir(exist_ok=True)
        report.write_text(_report(inputs, met, fuzzed, long, time.monotonic() - began), "utf-8")
        print(f"{report} is written.")
        wrong += [report] * report_situations(report)
    return 1 if wrong or any(run.problems for run in long) else 0


@dataclass(frozen=True)
class _Chosen:
    """Which inputs and faults are tried."""

    matching: str
    every: int

    def of(self, cases: Iterable) -> list:
        """Those of `cases`."""
        return [case for case in cases if self.matching in f"{case.group}: {case.name}"][:: self.every]


@dataclass(frozen=True)
class _LongRun:
    """A long run; `skipped` says why there was none."""

    title: str
    finished: Finished | None = None
    samples: tuple[Sample, ...] = ()
    problems: tuple[str, ...] = ()
    skipped: str = ""


def _inputs(folder: Path, chosen: _Chosen, half: int) -> list[Row]:
    samples = make_samples(folder / "samples")
    cases = chosen.of((*bad_inputs(), *real_inputs()))
    cases = enumerate(_half(cases, half))
    return _told(try_bad_input(case, samples, folder / str(n), folder / "cache") for n, case in cases)


def _faults(folder: Path, chosen: _Chosen, half: int) -> list[Row]:
    from s2cloudmask.core.simulation.simulate import simulate

    product = simulate(folder / "product", size=1098, seed=5).path
    cases = _half(chosen.of(faults()), half)
    return _told(try_fault(fault, product, folder / str(n), folder / "cache") for n, fault in enumerate(cases))


def _half(cases: list, half: int) -> list:
    middle = (len(cases) + 1) // 2
    return cases[middle:] if half else cases[:middle]


def _fuzz(folder: Path, target: str, every: int) -> Fuzzed | None:
    folder.mkdir()
    if target == "coverage":
        fuzzed = fuzz_by_coverage(COVERED // every, folder)
    else:
        fuzzed = fuzz(target, FUZZED[target] // every, folder)
    print(f"ok   {fuzzed or 'atheris is not installed'}", flush=True)
    return fuzzed


def _long_run(folder: Path, title: str, products: int) -> _LongRun:
    from s2cloudmask.core.simulation.simulate import simulate

    if title == LONG_RUNS[1] and not qgis_python():
        print(f"-    {title}: {NO_QGIS}", flush=True)
        return _LongRun(title, skipped=NO_QGIS)
    product = simulate(folder / "product", size=120, seed=5).path
    run = long_run if title == LONG_RUNS[0] else long_run_in_qgis
    finished, samples, problems = run(product, folder / "batch", folder / "cache", products)
    print(f"{'BAD ' if problems else 'ok  '} {title}: {samples}", *problems, sep="\n       ", flush=True)
    return _LongRun(title, finished, tuple(samples), tuple(problems))


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
    long: list[_LongRun],
    seconds: float,
) -> str:
    wrong = sum(bool(row.problems) for row in inputs + met) + sum(len(run.problems) for run in long)
    done = sum(_masks(run) for run in long)
    slowest, largest = max(row.seconds for row in inputs), max(row.megabytes for row in inputs)
    return f"""# Reliability

Made by `make faults` on {datetime.date.today().isoformat()} ({platform.system()}, Python {platform.python_version()}, {os.cpu_count()} cores that did other
things as well, {seconds / 60:.0f} minutes). Each line is a run of the command as users run it, in a process of its own, on a small
simulated product. Checked after each: the exit status is the promised one; there is one clear sentence with a stable code and
no traceback, or the mask is right; it took less than {MOST_SECONDS} s and {MOST_MEGABYTES} MB; no file and no process is left; the
input is as it was; no program inside the input was run; a file beside the product was never opened (inotify tells). Which changes of a line the unit tests notice: [mutants](mutants.md).

**{len(inputs)} bad inputs, {len(met)} faults, {sum(item.cases for item in fuzzed):,} fuzzed inputs, {done} products in long runs: {wrong or "nothing"} went wrong.**
Slowest bad input {slowest:.0f} s, largest {largest:.0f} MB.

## Bad inputs

{_table(inputs)}

## Faults

Where a run was killed or ended early, it was then started again on what was left and had to make the whole mask.

{_table(met)}

## Fuzzing

Property-based (hypothesis) and, where atheris is installed, guided by coverage: an answer or a clear sentence, nothing else. What it found is in `tests/unit/test_faults.py`.

| target | inputs | taken for good | seconds |
|---|---|---|---|
{_lines(f"| {item.name} | {item.cases:,} | {item.taken:,} | {item.seconds:.0f} |" for item in fuzzed)}

## Long runs

Memory, open files and threads of the process, which must not grow with the products.

{_lines(_table_of(run) for run in long)}"""  # noqa: E501


def _masks(run: _LongRun) -> int:
    if not run.finished:
        return 0
    ended = run.finished.of("ended")  # QGIS tells the number
    return ended[-1]["masks"] if ended else len(run.finished.of("result"))


def _table_of(run: _LongRun) -> str:
    if not run.finished:
        return f"**{run.title}.** Skipped: {run.skipped}\n"
    told = "; ".join(
        (f"{_masks(run)} masks, exit status {run.finished.status}, {run.finished.seconds:.0f} s", *run.problems)
    )
    return f"""**{run.title}**: {told}.

| products done | seconds | resident MB | open files | threads |
|---|---|---|---|---|
{_lines(f"| {s.done} | {s.seconds:.0f} | {s.megabytes:.0f} | {s.files} | {s.threads} |" for s in run.samples)}
"""


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
