"""The table of situations in docs/reliability.md: `python tests/faults --only situations` writes it anew."""

from __future__ import annotations

import datetime
import json
import re
import shutil
import tempfile
from pathlib import Path

from .measured import Workplace
from .qgis_runs import DialogAndToolbox, qgis_python
from .situation_runs import Outcome, try_situation
from .situation_scenes import Scenes
from .situations import ASKED, Situation, situations

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
wrong. Each is run by the command (`mask` and `info`), looked for by the search behind the QGIS dialog's list, added to
that list, and masked by the toolbox: *the same* stands where all take it or say the same sentence, and the mask of
the toolbox is that of the command, byte for byte (– where nothing is given that QGIS takes). More members of every kind
are unit tests.

| kind | situation | source | by the command | dialog and toolbox | |
|---|---|---|---|---|---|"""


def report_situations(report: Path, matching: str = "") -> int:
    """Run every situation and write the table into `report`, after its other parts; 1 when one went wrong.

    With `matching` only those whose title holds it, and no table.
    """
    rows, wrong = [], 0
    with tempfile.TemporaryDirectory(prefix="s2cloudmask-situations-") as name:
        folder = Path(name)
        scenes, cache = Scenes(folder / "scenes"), folder / "cache"
        cache.mkdir()
        qgis = DialogAndToolbox(Workplace(folder / "qgis", cache)) if qgis_python() else None
        for number, case in enumerate(case for case in situations() if matching in case.title):
            place = Workplace(folder / str(number), cache)
            outcome = try_situation(case, scenes, place, qgis)
            shutil.rmtree(place.root)
            rows.append((case, outcome))
            wrong += bool(outcome.problems)
            said = ("BAD " if outcome.problems else "ok  ", case.kind, case.title, *outcome.problems)
            print(*said, sep="\n       ", flush=True)
        if qgis:
            qgis.close()
    if not matching:
        text = report.read_text("utf-8") if report.exists() else "# Reliability\n"
        report.write_text(text.partition(HEADING)[0].rstrip() + "\n\n" + _table(rows, wrong), "utf-8")
    return 1 if wrong else 0


def build_situations(folder: Path, matching: str = "", every: int = 1) -> int:
    """Build every situation, smaller, in a folder of its own and print what it is, for who looks at it otherwise.

    With `every` an Nth of them, yet of each kind two that are masked and two that are refused, where it has them.
    """
    scenes = Scenes(folder / "scenes", 120)
    for number, case in enumerate(_an_nth([case for case in situations() if matching in case.title], every)):
        place = folder / str(number)
        place.mkdir(parents=True)
        arguments = [str(word) for word in case.make(scenes, place)]
        said = {
            "kind": case.kind,
            "title": case.title,
            "command": case.command,
            "arguments": arguments,
            "expected": case.expected,
        }
        print(json.dumps({**said, "environment": case.environment}), flush=True)
    return 0


def _an_nth(cases: list[Situation], every: int) -> list[Situation]:
    alike: dict[tuple, list[Situation]] = {}
    for case in cases:
        alike.setdefault((case.kind, case.expected == "mask"), []).append(case)
    return [case for some in alike.values() for case in some[:: max(1, min(every, len(some) - 1))]]


def _table(rows: list[tuple[Situation, Outcome]], wrong: int) -> str:
    lines = [_INTRODUCTION.format(heading=HEADING, date=datetime.date.today(), count=len(rows), wrong=wrong or "none")]
    for case, outcome in sorted(rows, key=lambda row: row[0].kind or 99):
        cells = (
            KINDS[case.kind],
            case.title,
            _source(case.source),
            outcome.happened,
            outcome.in_qgis,
            "; ".join(outcome.problems) or "ok",
        )
        lines.append(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |")
    return "\n".join(lines) + "\n"


def _source(source: str) -> str:
    match = re.fullmatch(r"([\w.-]+/[\w.-]+)#(\d+)", source)
    if match:
        return f"[{source}](https://github.com/{match[1]}/issues/{match[2]})"
    return "–" if source == ASKED else source
