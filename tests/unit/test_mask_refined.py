"""mask with thresholds, margins, smallest object and holes: what refine makes of the confidence, to the pixel."""

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio

from s2cloudmask.core.aftermask.refine import refine
from s2cloudmask.core.masking.buffer import buffer_rows
from s2cloudmask.core.masking.refinement import Refinement, classify, cleaned, refined_rows, with_margins
from s2cloudmask.core.masking.settings import MaskSettings
from s2cloudmask.core.runs.mask_request import MaskRequest

ASKED = {
    "thresholds": Refinement(cloud=0.3, shadow=0.15),
    "one margin": Refinement(cloud_margin=130),
    "margins": Refinement(thin=0.1, cloud_margin=250, thin_margin=60, shadow_margin=700),
    "cleaned": Refinement(cloud=0.4, shadow_margin=180, smallest=40000, holes=30000),
}


def classes_of(path):
    with rasterio.open(path) as mask:
        return mask.read(1)


@pytest.fixture(scope="module")
def product(simulated):
    return simulated(size=546).path


@pytest.fixture(scope="module")
def plain(product, masks, tmp_path_factory):
    """A mask with its confidence, by patches that give rows of many heights."""
    (result,) = masks(product, out=tmp_path_factory.mktemp("plain"), confidence=True, patch=256, overlap=32).of(
        "result"
    )
    return result


@pytest.mark.parametrize(
    ("asked", "with_confidence"),
    [(ASKED["thresholds"], False), (ASKED["margins"], True), (ASKED["cleaned"], True), (ASKED["one margin"], False)],
)
def test_a_refined_mask_is_what_refine_makes_of_the_confidence(product, plain, masks, tmp_path, asked, with_confidence):
    (made,) = masks(
        product, out=tmp_path / "at_once", refinement=asked, confidence=with_confidence, patch=256, overlap=32
    ).of("result")
    after = refine(plain["confidence"], str(tmp_path / "after.tif"), asked)
    np.testing.assert_array_equal(classes_of(made["mask"]), classes_of(after.mask))
    assert (classes_of(made["mask"]) != classes_of(plain["mask"])).any()
    assert made["fractions"] == after.fractions
    facts = json.loads((tmp_path / "after.json").read_text())["refined"]
    told = json.loads(Path(made["json"]).read_text("utf-8"))
    assert told["refined"] == {name: value for name, value in facts.items() if name not in ("from", "version")}
    assert (made["confidence"] is not None) == with_confidence
    if with_confidence:
        with rasterio.open(made["confidence"]) as new, rasterio.open(plain["confidence"]) as old:
            np.testing.assert_array_equal(new.read(), old.read())


def test_a_buffer_widens_the_refined_mask(product, plain, masks, tmp_path):
    asked = ASKED["cleaned"]
    (made,) = masks(product, out=tmp_path, refinement=asked, buffer=3, patch=256, overlap=32).of("result")
    after = classes_of(refine(plain["confidence"], str(tmp_path / "after.tif"), asked).mask)
    wanted = np.concatenate(list(buffer_rows(iter([after]), 3)))
    np.testing.assert_array_equal(classes_of(made["mask"]), wanted)


@pytest.mark.parametrize("height", [1, 3, 7, 40])
@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
def test_rows_that_stream_by_are_refined_as_the_whole(height, asked):
    random = np.random.default_rng(height)
    confidence = np.rint(random.dirichlet((9, 1, 1, 1), (40, 30)).transpose(2, 0, 1) * 250).astype(np.uint8)
    confidence[:, random.random((40, 30)) < 0.1] = 255
    strips = (confidence[:, top : top + height] for top in range(0, 40, height))
    whole = np.concatenate(list(with_margins(cleaned(classify(confidence, asked), asked, 3600.0), asked, (60.0, 60.0))))
    given = np.concatenate(list(refined_rows(strips, asked, (60.0, 60.0))))
    np.testing.assert_array_equal(given, whole)
    assert ((given == 255) == (classify(confidence, asked) == 255)).all()


def test_a_refinement_goes_to_other_machines():
    request = MaskRequest(("auto",), MaskSettings(refinement=ASKED["cleaned"]), "/out", None, "cpu", "auto")
    assert MaskRequest.from_json(json.loads(json.dumps(request.to_json()))) == request


def test_the_command_takes_the_options_of_refine(simulated, tmp_path, command):
    product = simulated(size=366).path
    options = ("--cloud-threshold", 0.3, "--thin-margin", 20, "--shadow-margin", 240)
    options += ("--smallest-object", 20000, "--fill-holes", 20000)
    mask = ("mask", product, "--resolution", 60, "--model", "quick", "--progress", "json")
    (plain,) = command(*mask, "--out", tmp_path / "plain", "--confidence").of("result")
    (made,) = command(*mask, "--out", tmp_path / "made", *options).of("result")
    done = command("refine", plain["confidence"], "--out", tmp_path / "after.tif", *options, "--progress", "json")
    np.testing.assert_array_equal(classes_of(made["mask"]), classes_of(done.of("result")[0]["mask"]))
    assert any("does not tell thin cloud" in note for note in json.loads(Path(made["json"]).read_text())["notes"])
    assert command(*mask, "--out", tmp_path / "made", *options).of("result")[0]["skipped"]
    (error,) = command(*mask, "--out", tmp_path / "made").of("error")
    said = "with refinement (cloud 0.3, thin-margin 20, shadow-margin 240"
    assert error["code"] == "exists" and said in error["message"]
    (wrong,) = command(*mask, "--out", tmp_path / "other", "--thin-threshold", 2).of("error")
    assert wrong["code"] == "bad-settings" and not (tmp_path / "other").exists()
