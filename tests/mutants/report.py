"""docs/mutants.md: how many mutants the tests notice, and why the others are not noticed."""

from __future__ import annotations

import datetime
import platform
import tomllib
from collections.abc import Sequence
from pathlib import Path

from sampled import ROOMS, Mutant

HERE = Path(__file__).resolve().parent
LEAST = 0.9  # of all mutants are killed


def explanations() -> dict[tuple[str, str, str], str]:
    """Why a change is not noticed, by file and the line before and after."""
    told = tomllib.loads((HERE / "explained.toml").read_text("utf-8")).get("mutant", [])
    return {(one["file"], one["before"], one["after"]): one["why"] for one in told}


def killed(done: Sequence[Mutant]) -> int:
    """How many the tests noticed."""
    return sum(one.outcome in ("killed", "hung") for one in done)


def left(done: Sequence[Mutant]) -> list[Mutant]:
    """Those that the tests did not notice."""
    return [one for one in done if one.outcome not in ("killed", "hung")]


def summary(done: Sequence[Mutant], seed: int) -> str:
    """The figures in one sentence."""
    why = explanations()
    same = sum(one.change in why for one in left(done))
    hung = sum(one.outcome == "hung" for one in done)
    return (
        f"{killed(done)} of {len(done)} mutants killed ({killed(done) / len(done):.1%}), {hung} of them by hanging, "
        f"{sum(one.outcome == 'survived' for one in done)} survived, "
        f"{sum(one.outcome == 'uncovered' for one in done)} uncovered; {same} of those left explained, "
        f"{len(left(done)) - same} not; seed {seed}"
    )


def write_report(path: Path, done: Sequence[Mutant], seed: int, processes: int) -> None:
    """Write the page."""
    why = explanations()
    lines = [
        "# Mutants",
        "",
        f"Made by `make mutants` on {datetime.date.today()} (Linux, Python {platform.python_version()}, {processes} "
        "cores). A mutant is the code with one line",
        "changed by [cosmic-ray](https://cosmic-ray.readthedocs.io): another number or comparison, a loop that never "
        "runs. A seeded sample",
        "of all mutants of `core/products` and `core/masking` meets the unit tests that reach its line. Killed: a test "
        "fails. Uncovered:",
        "no test reaches the line in its own process.",
        "",
        f"**{summary(done, seed)}.**",
        "",
        "| room | mutants | killed | survived | uncovered | killed of all |",
        "|---|---|---|---|---|---|",
    ]
    for room in (*ROOMS, ""):
        here = [one for one in done if one.file.startswith(room)]
        if here:
            counts = [sum(one.outcome == outcome for one in here) for outcome in ("survived", "uncovered")]
            lines.append(
                f"| {f'`{room}`' if room else 'both'} | {len(here)} | {killed(here)} | {counts[0]} | {counts[1]} | "
                f"{killed(here) / len(here):.1%} |"
            )
    lines += ["", "## Those that are left", "", "| line | before | after | why |", "|---|---|---|---|"]
    lines += [
        f"| `{one.file}:{one.line}` | {_code(one.before)} | {_code(one.after)} | "
        f"{why.get(one.change, '**unexplained**')} |"
        for one in left(done)
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def _code(text: str) -> str:
    return f"`{text.replace('|', chr(92) + '|')}`" if text else "–"
