"""The table of situations in docs/reliability.md: `python tests/faults --only situations` writes it anew."""

from __future__ import annotations

import datetime
import re
import shutil
import tempfile
from pathlib import Path

from .measured import Workplace
from .situation_scenes import Scenes
from .situations import ASKED, Situation, situations, try_situation

HEADING = "## What analysts really have on their disks"
KINDS = (
    "Real products beside the repository",
    "Files chosen by the product's own list",
    "The unit of failure",
    "Names of an era",
    "Containers of archives",
    "Spelling in archives",
    "What is no product, or only a part of one; another program's environment",
    "Validity that is there",
    "Facts at hand",
    "Areas outside a projection's domain",
    "Numbers as text",
    "Lists as Windows writes them",
    "Silence after a question",
    "ESA's next format",
)


_INTRODUCTION = """{heading}

Made by `python tests/faults --only situations` on {date}. {count} situations from public reports of tools that do this
job (– for one of the same kind without a report at hand), rebuilt small from simulated products, of which {wrong} went
wrong. Each is run by the command (`mask` and `info`) and looked for by the search behind the QGIS dialog's list; the
toolbox and the dialog start the same command. More members of every kind are unit tests.

| kind | situation | source | result | |
|---|---|---|---|---|"""


def report_situations(report: Path, matching: str = "") -> int:
    """Run every situation and write the table into `report`, after its other parts; 1 when one went wrong.

    With `matching` only those whose title holds it, and no table.
    """
    rows, wrong = [], 0
    with tempfile.TemporaryDirectory(prefix="s2cloudmask-situations-") as name:
        folder = Path(name)
        scenes, cache = Scenes(folder / "scenes"), folder / "cache"
        cache.mkdir()
        for number, case in enumerate(case for case in situations() if matching in case.title):
            place = Workplace(folder / str(number), cache)
            happened, problems = try_situation(case, scenes, place)
            shutil.rmtree(place.root)
            rows.append((case, happened, problems))
            wrong += bool(problems)
            print("BAD " if problems else "ok  ", case.kind, case.title, *problems, sep="\n       ", flush=True)
    if not matching:
        text = report.read_text("utf-8") if report.exists() else "# Reliability\n"
        report.write_text(text.partition(HEADING)[0].rstrip() + "\n\n" + _table(rows, wrong), "utf-8")
    return 1 if wrong else 0


def _table(rows: list[tuple[Situation, str, list[str]]], wrong: int) -> str:
    lines = [_INTRODUCTION.format(heading=HEADING, date=datetime.date.today(), count=len(rows), wrong=wrong or "none")]
    for case, happened, problems in sorted(rows, key=lambda row: row[0].kind or 99):
        cells = (KINDS[case.kind], case.title, _source(case.source), happened, "; ".join(problems) or "ok")
        lines.append(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |")
    return "\n".join(lines) + "\n"


def _source(source: str) -> str:
    match = re.fullmatch(r"([\w.-]+/[\w.-]+)#(\d+)", source)
    if match:
        return f"[{source}](https://github.com/{match[1]}/issues/{match[2]})"
    return "–" if source == ASKED else source
