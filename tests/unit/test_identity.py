"""What is "done already" is decided by what a mask is, never by its name: product, weights, precision, settings."""

import json
import os
import shutil
import socket
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
from networks_samples import quick_network
from rasterio.transform import from_origin

from s2cloudmask.bridge.mask_result import result_from_event
from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.events import Reporter
from s2cloudmask.core.mask_result import MaskResult
from s2cloudmask.core.masking.mask_identity import MASK_VERSION, MaskIdentity
from s2cloudmask.core.masking.refinement import Refinement
from s2cloudmask.core.masking.settings import MaskSettings
from s2cloudmask.core.networks.catalog import find_model
from s2cloudmask.core.products.product import open_product
from s2cloudmask.core.rasters.unfinished import _born
from s2cloudmask.core.runs.mask_request import MaskRequest
from s2cloudmask.core.runs.predictors import Predictors
from s2cloudmask.core.simulation.simulate import LAYOUTS
from s2cloudmask.core.system import files


class Told(Reporter):
    """Keeps what a run says."""

    def __init__(self):
        super().__init__()
        self.events = []

    def _emit(self, event):
        self.events.append(event)

    def of(self, kind):
        return [event for event in self.events if event["event"] == kind]


@pytest.fixture(scope="module")
def predictors():
    return Predictors("cpu", "float32", 2)


def run(
    products, out, predictors=None, *, model="ukis_l1c", precision="float32", mask_file=None, models=None, **settings
):
    """Mask products in this process at 60 m; the events."""
    told = Told()
    request = MaskRequest(
        models or (str(model),), MaskSettings(resolution=60, **settings), None if mask_file else str(out), mask_file,
        "cpu", precision,
    )  # fmt: skip
    request.mask([str(product) for product in products], told, predictors)
    return told


def refusal(told):
    (error,) = told.of("error")
    assert error["code"] == "exists" and not told.of("result"), told.events
    return error["message"]


def test_the_same_mask_is_known_wherever_its_product_lies(simulated, predictors, tmp_path):
    """A copy, a zip and another name of the folder above change nothing."""
    product = simulated().path
    first = run([product], tmp_path / "out", predictors)
    copy = shutil.copytree(product, tmp_path / "elsewhere" / product.name)
    for other in (product, copy, simulated(layout="zip").path):
        (result,) = run([other], tmp_path / "out", predictors).of("result")
        assert result["skipped"] and result["product"] == str(other)
        assert result["fractions"] == first.of("result")[0]["fractions"]


def test_what_a_run_left_that_was_killed_after_its_mask_had_its_name_goes_too(simulated, predictors, tmp_path):
    out = tmp_path / "out"
    (result,) = run([simulated().path], out, predictors).of("result")
    mask = Path(result["mask"])
    killed, alive = {"process": 2**22 + 1, "born": "1"}, {"process": os.getpid(), "born": _born(os.getpid())}
    part = mask.with_name(f".{mask.stem}.part")
    for owner in (alive, killed):
        part.mkdir(exist_ok=True)
        (part / "owner.json").write_text(json.dumps({"host": socket.gethostname(), "run": None, **owner}), "utf-8")
        assert run([simulated().path], out, predictors).of("result")[0]["skipped"]
        assert part.is_dir() == (owner is alive)


def test_a_stack_is_known_by_its_files_size_and_time(predictors, tmp_path):
    stack = _stack(tmp_path / "a.tif")
    assert run([stack], tmp_path / "out", predictors).of("result")
    moved = tmp_path / "there" / "a.tif"
    moved.parent.mkdir()
    shutil.copy2(stack, moved)
    assert run([moved], tmp_path / "out", predictors).of("result")[0]["skipped"]
    os.utime(moved, (1, 1))
    assert "from another product" in refusal(run([moved], tmp_path / "out", predictors))


def _stack(path):
    """A GeoTIFF of the bands that UKIS needs."""
    bands = find_model("ukis_l1c").bands
    numbers = np.random.default_rng(0).integers(500, 4000, (len(bands), 128, 128), dtype=np.uint16)
    grid = {"crs": "EPSG:32631", "transform": from_origin(300000, 4900000, 60, 60), "width": 128, "height": 128}
    with rasterio.open(path, "w", driver="GTiff", count=len(bands), dtype="uint16", **grid) as file:
        file.write(numbers)
        file.descriptions = bands
    return path


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_granule_has_a_hash_of_its_metadata(simulated, layout):
    granules = open_product(simulated(layout=layout, level="L2A" if layout == "cogs" else "L1C").path).granules
    assert all(len(granule.metadata_sha256) == 64 for granule in granules)
    assert len({granule.identity for granule in granules}) == len(granules)


@pytest.mark.parametrize(
    ("changed", "words"),
    [({"buffer": 1}, "buffer 0, not 1"), ({"overlap": 7}, "overlap"),
     ({"refinement": Refinement(cloud=0.4, shadow_margin=60)},
      "refinement none, not (cloud 0.4, shadow-margin 60)"),
     ({"tta": 1}, "tta 0, not 1"), ({"confidence": True}, "without its confidence")],
)  # fmt: skip
def test_other_settings_are_refused_in_words(simulated, predictors, masked, changed, words):
    product, out = masked
    assert words in refusal(run([product], out, predictors, **changed))


@pytest.fixture(scope="module")
def masked(simulated, predictors, tmp_path_factory):
    """A product and the folder with its mask."""
    out = tmp_path_factory.mktemp("masked")
    assert run([simulated().path], out, predictors).of("result")
    return simulated().path, out


def test_another_area_is_refused(masked, predictors):
    product, out = masked
    grid = open_product(product).granules[0].bands["B01"].transform
    bounds = (grid.c, grid.f - 600, grid.c + 600, grid.f)
    assert "bounds none, not" in refusal(run([product], out, predictors, bounds=bounds))


def test_weights_trained_again_under_one_name_are_other_weights(simulated, predictors, tmp_path):
    product, weights = simulated().path, tmp_path / "mynet.onnx"
    quick_network(tmp_path, weights.name, "one")
    (first,) = run([product], tmp_path / "out", predictors, model=weights).of("result")
    quick_network(tmp_path, weights.name, "two")
    assert "with other weights" in refusal(run([product], tmp_path / "out", predictors, model=weights))
    (second,) = run([product], tmp_path / "out", predictors, model=weights, overwrite=True).of("result")
    assert second["weights_sha256"] != first["weights_sha256"]
    assert json.loads(Path(second["json"]).read_text())["weights_sha256"] == second["weights_sha256"]
    description = weights.with_suffix(".toml")
    description.write_text(description.read_text() + "scale = 2\n")
    assert "another description of the network" in refusal(run([product], tmp_path / "out", predictors, model=weights))


def test_another_precision_version_or_metadata_is_another_mask(masked, tmp_path):
    granule = open_product(masked[0]).granules[0]
    identity = MaskIdentity.of(granule, find_model("ukis_l1c"), "float32", MaskSettings(resolution=60))
    assert MaskIdentity.from_json(json.loads(json.dumps(identity.to_json()))) == identity
    for other, words in (
        (replace(identity, precision="bfloat16"), "in bfloat16, not float32"),
        (replace(identity, mask_version=MASK_VERSION - 1), "an earlier version"),
        (replace(identity, product=replace(identity.product, sensing_time="2020")), "sensed 2020, not 2024-07-15"),
        (replace(identity, product=replace(identity.product, content="0")), "another delivery"),
    ):  # fmt: skip
        (said,) = identity.differences(other)
        assert words in said
    assert identity.differences(identity) == []
    told = identity.to_json()
    for strange in ({"mask_version": "2"}, {"weights_sha256": 7}, {"product": {**told["product"], "tile": ["T33TUG"]}}):
        with pytest.raises(ValueError, match="no identity"):  # a provenance that was edited
            MaskIdentity.from_json({**told, **strange})


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (lambda facts: {**facts, "identity": None}, "another version"),
        (lambda facts: {**facts, "fractions": 7}, "not tell"),
        (lambda facts: {key: facts[key] for key in facts if key != "identity"}, "an earlier version"),
        (lambda facts: {**facts, "software": "another"}, "missing or damaged"),
        (lambda facts: "text", "missing or damaged"),
    ],
)
def test_a_mask_whose_provenance_tells_nothing_is_not_passed_off(masked, predictors, tmp_path, facts, words):
    product, out = masked
    shutil.copytree(out, tmp_path / "out")
    (provenance,) = (tmp_path / "out").glob("*_cloudmask.json")
    provenance.write_text(json.dumps(facts(json.loads(provenance.read_text()))))
    assert words in refusal(run([product], tmp_path / "out", predictors))
    assert run([product], tmp_path / "out", predictors, overwrite=True).of("result")


def test_two_products_of_one_name_are_named_apart_by_tile_and_time(simulated, predictors, tmp_path):
    """As in a mirror of an archive: `…/15/0` and `…/20/0`."""
    places = []
    for day in ("15", "20"):
        place = tmp_path / day / "0"
        shutil.copytree(simulated(layout="archive", time=f"202407{day}T105031").path, place)
        places.append(place)
    told = run(places, tmp_path / "out", predictors)
    assert [Path(event["mask"]).name for event in told.of("result")] == [
        "0_T31TCJ_20240715T105031_cloudmask.tif", "0_T31TCJ_20240720T105031_cloudmask.tif",
    ]  # fmt: skip
    assert len(run(places, tmp_path / "out", predictors).of("result")) == 2
    assert run(places[:1], tmp_path / "one", predictors).of("result")
    said = refusal(run(places[1:], tmp_path / "one", predictors))
    assert "from another product (sensed 2024-07-15T" in said and "not 2024-07-20T" in said


def test_what_is_there_is_told_before_the_first_mask_is_made(simulated, predictors, tmp_path):
    """Whoever started the run still looks on, and can say what to do with a mask that is in the way."""
    fresh, same, other = (simulated(time=f"202407{day}T105031").path for day in (15, 20, 25))
    run([same], tmp_path / "out", predictors)
    run([other], tmp_path / "out", predictors, buffer=1)
    events = run([fresh, same, other], tmp_path / "out", predictors).events
    told = [(event["event"], event.get("product")) for event in events if event["event"] in ("result", "error")]
    assert told == [("result", str(same)), ("error", str(other)), ("result", str(fresh))]
    first = next(number for number, event in enumerate(events) if event["event"] == "progress")
    assert first > events.index(next(event for event in events if event["event"] == "error"))
    assert events[-1]["ok"] == 2 and events[-1]["failed"] == 1


def test_a_product_given_twice_is_masked_once(simulated, predictors, tmp_path):
    told = run([simulated().path, simulated(layout="zip").path], tmp_path / "out", predictors)
    assert len(told.of("result")) == 1 and told.of("error")[0]["code"] == "name-taken"


def test_one_network_named_twice_makes_one_mask(simulated, predictors, tmp_path):
    told = run([simulated().path], tmp_path / "out", predictors, models=("ukis_l1c", "UKIS_L1C", "ukis_l1c"))
    assert [Path(event["mask"]).name for event in told.of("result")] == [f"{simulated().path.stem}_cloudmask.tif"]
    assert not told.of("error")


def test_one_mask_file_for_several_granules_is_refused_before_any_is_made(simulated, predictors, tmp_path):
    product = simulated(layout="old", granules=2).path
    told = run([product], None, predictors, mask_file=str(tmp_path / "out" / "m.tif"))
    (error,) = told.of("error")
    assert error["code"] == "bad-settings" and "2 granules" in error["message"]
    assert not told.of("result") and not (tmp_path / "out").exists()


def test_a_mask_without_confidence_takes_the_former_ones_away(simulated, predictors, tmp_path):
    product, out = simulated().path, tmp_path / "out"
    (first,) = run([product], out, predictors, confidence=True, buffer=1).of("result")
    assert Path(first["confidence"]).exists()
    assert run([product], out, predictors, overwrite=True).of("result")[0]["confidence"] is None
    assert not Path(first["confidence"]).exists()
    shutil.copy(first["mask"], first["confidence"])  # not this mask's, whatever its name
    assert "without its confidence" in refusal(run([product], out, predictors, confidence=True))


def test_masks_of_before_refinements_are_the_same_masks(masked, predictors):
    """No refinement leaves no trace in a mask, and one that asks for nothing is none."""
    product, out = masked
    granule, model = open_product(product).granules[0], find_model("ukis_l1c")
    plain = MaskIdentity.of(granule, model, "float32", MaskSettings(resolution=60))
    assert set(plain.to_json()["settings"]) == {"resolution", "patch", "overlap", "tta", "buffer", "bounds",
                                                "bounds_crs"}  # fmt: skip
    (result,) = run([product], out, predictors, refinement=Refinement()).of("result")
    assert result["skipped"] and not {"refined", "refinement"} & set(json.loads(Path(result["json"]).read_text()))
    asked = MaskIdentity.of(granule, model, "float32", MaskSettings(refinement=Refinement(thin=0.2, holes=900)))
    told = json.loads(json.dumps(asked.to_json()))
    assert MaskIdentity.from_json(told) == asked
    told["settings"]["refinement"]["thin"] = 7
    with pytest.raises(ValueError, match="no identity"):
        MaskIdentity.from_json(told)


def test_a_network_that_failed_is_tried_again_by_the_next_run(tmp_path):
    """As on a Dask worker whose weights were fetched meanwhile."""
    predictors, weights = Predictors("cpu", "float32", 2), tmp_path / "net.onnx"
    quick_network(tmp_path, weights.name, "one")
    model = find_model(str(weights))
    weights.rename(tmp_path / "away.onnx")
    for _ in range(2):
        with pytest.raises(EngineError, match="not here"):
            predictors.get(model)
    (tmp_path / "away.onnx").rename(weights)
    with pytest.raises(EngineError, match="not here"):
        predictors.get(model)
    predictors.begin_run()
    assert predictors.get(model).weights_sha256 == model.sha256


def test_every_result_event_is_read_by_the_bridge(simulated, command, tmp_path):
    """Of `mask`, of a mask that was there, and of `own-mask`."""
    product = simulated().path
    options = ("--resolution", "60", "--progress", "json")
    mask = ("mask", product, "--out", tmp_path, "--model", "quick", "--confidence", *options)
    events = [
        event
        for arguments in (mask, mask, ("own-mask", product, "--out", tmp_path, *options))
        for event in command(*arguments).of("result")
    ]
    assert [event.get("skipped", False) for event in events] == [False, True, False]
    for event in events:
        assert MaskResult.from_event(event).to_event() == event
        read = result_from_event(event, str(tmp_path))
        assert read.mask == event["mask"] and Path(read.mask).exists()
        assert read.product == str(product) and read.granule == product.stem
        told = {name: share for name, share in event["fractions"].items() if share is not None}
        assert read.fractions == told and read.tells_thin_cloud == (event["fractions"]["thin_cloud"] is not None)
        assert (
            read.scene == f"{event['sensing_time'][:10]} {event['tile']}"
            and read.model == event["model"]
            and read.resolution == 60
        )
        assert read.true_colour == event["true_colour"] and read.bands == event["bands"] and len(read.bands) == 13
    assert events[0]["confidence"] == events[1]["confidence"] == result_from_event(events[0], str(tmp_path)).confidence


def test_a_network_file_is_hashed_once_a_run_and_again_when_it_changes(tmp_path, monkeypatch):
    """With one imported network twenty products took sixty hashes of its file before the first event."""
    monkeypatch.setenv("S2CLOUDMASK_MODELS", str(tmp_path))
    monkeypatch.setattr(files, "SETTLED_NS", 0)
    hashed = []
    plain = files.file_sha256
    monkeypatch.setattr(files, "file_sha256", lambda path: hashed.append(path) or plain(path))
    weights = tmp_path / "mynet.onnx"
    quick_network(tmp_path, weights.name, "one")
    first = [find_model(name) for name in ("mynet", "ukis_l1c", "mynet", str(weights))]
    assert hashed.count(weights) == 1 and first[0].sha256 == plain(weights)
    quick_network(tmp_path, weights.name, "two")
    assert find_model("mynet").sha256 == plain(weights) != first[0].sha256
