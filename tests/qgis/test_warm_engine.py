"""Masks in a loop: from the second on a warm engine makes them, with the bytes of the ordinary command."""

from __future__ import annotations

import json
import os
import signal

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingFeedback


@pytest.fixture
def engine():
    from s2cloudmask.bridge.warm_engine import SOON_S, warm_engine

    warm_engine.close()
    warm_engine._last = -SOON_S - 1.0  # no run of another test is near
    yield warm_engine
    warm_engine.close()


def test_masks_in_a_loop_come_warm_with_the_same_bytes(provider, with_engine, engine, make_product, tmp_path, alive):
    product = make_product(size=300, seed=3, cloud_share=0.4)

    def run(name: str, feedback: QgsProcessingFeedback, **more) -> bool:
        parameters = {"INPUT": product, "RESOLUTION": "60", "MODEL": "ukis_l1c", **more}
        parameters["OUTPUT"] = str(tmp_path / name / "mask.tif")
        (tmp_path / name).mkdir()
        return provider.algorithm("maskproduct").run(parameters, QgsProcessingContext(), feedback)[1]

    feedback = QgsProcessingFeedback()
    assert run("cold", feedback), feedback.textLog()
    assert not engine.process_id, "a single run needs no engine that stays"
    assert run("warm", feedback), feedback.textLog()
    first = engine.process_id
    assert first
    assert run("again", feedback) and engine.process_id == first
    assert not run("refused", feedback, MODEL_FILE=__file__) and "own.pt" not in feedback.textLog()
    os.kill(first, signal.SIGKILL)
    assert run("killed", feedback), feedback.textLog()
    masks = [(tmp_path / name / "mask.tif").read_bytes() for name in ("cold", "warm", "again", "killed")]
    facts = [json.loads((tmp_path / name / "mask.json").read_text("utf-8")) for name in ("cold", "warm")]
    assert set(masks) == {masks[0]} and facts[0] == facts[1]
    assert run("awake", feedback)
    last = engine.process_id
    feedback.cancel()
    assert not run("cancelled", feedback) and not list((tmp_path / "cancelled").iterdir())
    assert not engine.process_id and not alive(last)


def test_an_engine_that_talks_nonsense_is_left_for_the_ordinary_command(engine, scripted_engine):
    from s2cloudmask.bridge.warm_engine import NotWarm

    program = scripted_engine("print('no event', flush=True)\nsys.stdin.read()")
    for _ in range(2):
        with pytest.raises(NotWarm):
            engine.run(program, ["mask", "p"], lambda event: None, lambda: False)
    assert not engine.process_id
