"""What analysts have on their disks, given to the dialog and the toolbox: both say what the command says."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def situations(engine_python, tmp_path):
    """Those in which a product is given, built by the engine's Python; `said` is the command's answer to each."""

    def make(every: int) -> list[dict]:
        folder = tmp_path / "situations"
        built = lines([engine_python, "-W", "ignore", ROOT / "tests" / "faults", "--build", folder, "--every", every])
        built = [case for case in built if case["command"] == "mask" and not case["arguments"][0].startswith("--")]
        products = [case["arguments"][0] for case in built]
        said = lines([engine_python, ROOT / "core" / "__main__.py", "info", "--json", *products])
        return [{**case, "said": event} for case, event in zip(built, said)]

    return make


def lines(words: list) -> list[dict]:
    done = subprocess.run([*map(str, words)], capture_output=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("every", [3, pytest.param(1, marks=pytest.mark.slow)], ids=["a part", "all"])
def test_dialog_and_toolbox_say_of_every_situation_what_the_command_says(
    qgis_processing, situations, with_engine, settings, tmp_path, every
):
    from s2cloudmask.tests.faults.dialog_and_toolbox import Asked, dialog_says, toolbox_says, toolbox_takes

    situations = situations(every)
    assert len(situations) > 90 / every and {case["said"]["event"] for case in situations} == {"product", "error"}
    asked = [Asked.of(case["arguments"]) for case in situations]
    differ, heard = {}, set()
    for case, one, dialog in zip(situations, asked, dialog_says(asked)):
        sentence = case["said"].get("message", "")
        if not sentence and case["expected"] != "mask":  # opened, and refused by the networks that need what is broken
            reasons = {model["reason"] for model in case["said"]["models"]}
            if dialog.taken or dialog.sentence not in reasons or "lacks" in dialog.sentence:
                differ[f"{case['title']}, dialog"] = dialog.sentence
            continue
        out = str(tmp_path / "mask.tif")
        if sentence:
            # The toolbox starts an engine for each: here for one of a kind and code, `python tests/faults` asks all.
            like = (case["kind"], case["said"]["code"])
            toolbox = dialog if like in heard else toolbox_says(one, out)
            heard.add(like)
        else:
            toolbox, command = toolbox_takes(one, out)
            if command[:2] != ["mask", one.product] or ("--bounds" in command) != bool(one.bounds):
                differ[f"{case['title']}, command"] = command
        for where, answer in (("dialog", dialog), ("toolbox", toolbox)):
            if (answer.taken, answer.sentence) != (not sentence, sentence):
                differ[f"{case['title']}, {where}"] = (answer.sentence, sentence)
    assert not differ, "\n".join(f"{where}: {answer}" for where, answer in differ.items())
