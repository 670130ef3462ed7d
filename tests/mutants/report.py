"""docs/mutants.md: how many mutants the tests notice, and why the others are not noticed."""

from __future__ import annotations

import datetime
import platform
import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from sampled import ROOMS, Mutant

HERE = Path(__file__).resolve().parent
LEAST = 0.9  # of all mutants are killed


def explanations() -> dict[tuple[str, str, str], str]:
    """Why a change is not noticed, by file and the line before and after."""
    told = tomllib.loads((HERE / "explained.toml").read_text("utf-8")).get("mutant", [])
    return {(one["file"], one["before"], one["after"]): one["why"] for one in told}


def is_killed(mutant: Mutant) -> bool:
    """Whether the tests noticed it."""
    return mutant.outcome in ("killed", "hung")


def left(done: Sequence[Mutant]) -> list[Mutant]:
    """Those that the tests did not notice, or have not met."""
    return [one for one in done if not is_killed(one)]


def summary(done: Sequence[Mutant], seed: int) -> str:
    """The figures in one sentence."""
    count = Counter(one.outcome for one in done)
    all_killed = count["killed"] + count["hung"]
    explained = sum(one.change in explanations() for one in left(done))
    return (
        f"{all_killed} of {len(done)} mutants killed ({all_killed / len(done):.1%}; without those explained "
        f"{all_killed / max(1, len(done) - explained):.1%}), {count['hung']} of them by hanging; {count['survived']} "
        f"survived, {explained} of them explained; {count['uncovered']} uncovered; "
        + (f"{count['untried']} not yet tried with all their tests; " if count["untried"] else "")
        + f"seed {seed}"
    )


def write_report(path: Path, done: Sequence[Mutant], seed: int, processes: int, in_parts: bool) -> None:
    """Write the page. in_parts: whether kills of earlier runs are among them."""
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
        "no test reaches the line in its own process. What explained.toml explains is not tried and counts as "
        "survived.",
        *(["What earlier runs killed was not tried again where the line is the same."] if in_parts else []),
        "",
        f"**{summary(done, seed)}.**",
        "",
        "| room | mutants | killed | survived | uncovered | not yet tried | killed of all |",
        "|---|---|---|---|---|---|---|",
    ]
    for room in (*ROOMS, ""):
        here = Counter(one.outcome for one in done if one.file.startswith(room))
        all_killed = here["killed"] + here["hung"]
        lines.append(
            f"| {f'`{room}`' if room else 'both'} | {here.total()} | {all_killed} | {here['survived']} | "
            f"{here['uncovered']} | {here['untried']} | {all_killed / max(1, here.total()):.1%} |"
        )
    lines += ["", "## Those that are left", "", "| line | before | after | why |", "|---|---|---|---|"]
    lines += [
        f"| `{one.file}:{one.line}` | {_code(one.before)} | {_code(one.after)} | "
        f"{why.get(one.change, '**unexplained**')} |"
        for one in left(done)
        if one.outcome != "untried"
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def _code(text: str) -> str:
    return f"`{text.replace('|', chr(92) + '|')}`" if text else "–"
