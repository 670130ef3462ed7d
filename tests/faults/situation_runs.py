"""Situations tried as a user would: by `mask` and `info`, by the list of the QGIS dialog, and by the toolbox."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

import rasterio

from .measured import Finished, Started, Workplace
from .qgis_runs import DialogAndToolbox
from .situation_scenes import Scenes
from .situations import Situation

LEVEL1C, LEVEL2A = "ukis_l1c", "ukis_l2a"
HANGS = 900  # seconds: what a command takes is no part of this table, that it ends is


@dataclass(frozen=True)
class Outcome:
    """What the command made of a situation in words, whether dialog and toolbox did the same, and what is wrong."""

    happened: str
    in_qgis: str
    problems: tuple[str, ...]


def try_situation(case: Situation, scenes: Scenes, place: Workplace, qgis: DialogAndToolbox | None = None) -> Outcome:
    """Build a situation and try it as a user would: by `mask`, by `info`, by the dialog's list and the toolbox."""
    from s2cloudmask.bridge.product_search import find_products, product_of

    arguments = [str(word) for word in case.make(scenes, place.inputs)]
    environment = {**place.environment, **case.environment}
    if case.command != "mask":
        options = ["--out", str(place.out / "out.tif"), "--progress", "json"]
        done = run([case.command, *options, *arguments], place, environment)
        return Outcome(_in_words(done), "–", tuple(_judge(case, done)))
    model = LEVEL2A if "Level-2A" in case.title or "L2A" in Path(arguments[0]).name else LEVEL1C
    options = ["--out", str(place.out), "--resolution", "60", "--model", model, "--progress", "json"]
    done = run(["mask", *options, *arguments], place, environment)
    problems = _judge(case, done)
    if arguments[0].startswith("--"):
        return Outcome(_in_words(done), "–", tuple(problems))
    told = run(["info", "--json", arguments[0]], place, environment)
    can_run = [product for product in told.of("product") if any(model["can_run"] for model in product["models"])]
    if len(can_run) != (case.expected == "mask") and case.expected != "missing-band":
        problems.append(f"info: {told.out[:300]}")
    found = {os.path.realpath(path) for path in find_products(str(place.inputs))}
    there = os.path.realpath(product_of(arguments[0]) or arguments[0])
    if not there.lower().endswith(".tif") and case.listed != (there in found):
        problems.append(f"{'not ' if case.listed else ''}listed by a scan in QGIS")
    differ = _differ_in_qgis(done, arguments, case, place, model, qgis) if qgis else []
    in_qgis = "–" if qgis is None else "; ".join(differ) or "the same"
    return Outcome(_in_words(done), in_qgis, (*problems, *differ))


def run(arguments: list[str], place: Workplace, environment: dict[str, str]) -> Finished:
    """Run the command to its end."""
    return Started(arguments, place, environment=environment).finish(HANGS)


def _differ_in_qgis(
    done: Finished, arguments: list[str], case: Situation, place: Workplace, model: str, qgis: DialogAndToolbox
) -> list[str]:
    """What dialog or toolbox do otherwise than the command: another sentence, another mask."""
    results, errors = done.of("result"), done.of("error")
    said = qgis.ask(arguments=arguments, environment=case.environment, model=model, masks=len(results),
                    out=str(place.root / "toolbox"))  # fmt: skip
    differ = []
    for where in ("dialog", "toolbox"):
        sentence = "" if results else errors[0]["message"] if errors else "ended without a word"
        if said[where] != {"taken": bool(results), "sentence": sentence}:
            differ.append(f"{where}: {said[where]['sentence'] or 'taken'}")
    if len(results) == 1 and said["toolbox"]["taken"]:
        if Path(results[0]["mask"]).read_bytes() != (place.root / "toolbox" / "toolbox.tif").read_bytes():
            differ.append("toolbox: another mask")
    elif said["masks"] != len(results):
        differ.append(f"toolbox: {said['masks']} masks")
    return differ


def _judge(case: Situation, done: Finished) -> list[str]:
    problems = []
    if "Traceback" in done.err:
        problems.append("printed a traceback")
    said = " ".join([done.err, *(event["message"] for event in done.of("error"))])
    if case.words and case.words not in said:
        problems.append(f"did not say {case.words!r}: {said[:300]}")
    if case.expected == "mask":
        if len(done.of("result")) != case.masks:
            problems.append(f"{len(done.of('result'))} masks: {said[:300]}")
        for event in done.of("result") if case.command == "mask" else ():
            with rasterio.open(event["mask"]) as mask:
                if not case.check(mask.read(1)):
                    problems.append("the mask is not right")
    elif [event["code"] for event in done.of("error")] != [case.expected] or done.of("result"):
        problems.append(f"not one {case.expected}: {said[:300]}")
    return problems


def _in_words(done: Finished) -> str:
    """The result as the table tells it: masks, then what was said."""
    masks = len(done.of("result"))
    said = [event["message"] for event in done.of("error")]
    said = said or [note for event in done.of("result") for note in event.get("notes", done.err.splitlines())]
    text = re.sub(r"\S*/(?=[^/\s]+)", "", " ".join(said))
    parts = [f"{masks} mask{'s' if masks > 1 else ''}" if masks else "no mask", *([text] if text else [])]
    return ": ".join(parts)
