"""The warm engine: a view's last answer is the whole run's mask there, and nothing stale or half-made comes out."""

import json
import os
import shutil
import signal
import subprocess
import tempfile
from concurrent.futures import CancelledError
from itertools import count
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.windows import Window

from s2cloudmask.core.classes import NO_DATA
from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.live.answer import COARSE, FINAL, PARTIAL
from s2cloudmask.core.live.session import Session, Superseded
from s2cloudmask.core.live.view import View
from s2cloudmask.core.live.view_request import ViewRequest, resolution_for
from s2cloudmask.core.masking.mask_granule import mask_granule
from s2cloudmask.core.masking.part import part_of
from s2cloudmask.core.masking.patch_source import MaskPlan
from s2cloudmask.core.masking.patches import PatchPlan, PatchRow
from s2cloudmask.core.masking.settings import MaskSettings
from s2cloudmask.core.networks.catalog import find_model
from s2cloudmask.core.products.grid import Grid, PixelWindow, product_grid
from s2cloudmask.core.products.product import open_product
from s2cloudmask.core.products.reader import Reader
from s2cloudmask.core.runs.predictors import Predictors

numbers = count()


@pytest.fixture(scope="module")
def product(simulated):
    """Four patches of UKIS, with a corner without data."""
    return str(simulated(size=840, valid_share=0.8).path)


@pytest.fixture(scope="module")
def predictors():
    return Predictors("cpu", "float32")


@pytest.fixture
def session(predictors):
    session = Session(predictors, threads=2)
    yield session
    session.close()


@pytest.fixture(scope="module")
def whole(product, predictors, tmp_path_factory):
    """The mask of a whole run, opened: `whole("ukis_l1c", 20)`."""
    folder, made = tmp_path_factory.mktemp("whole"), {}

    def make(model: str, resolution: int):
        if (model, resolution) not in made:
            predictor = predictors.get(find_model(model))
            target = folder / f"{model}_{resolution}.tif"
            mask_granule(open_product(product).granules[0], target, predictor, MaskSettings(resolution))
            made[model, resolution] = rasterio.open(target)
        return made[model, resolution]

    yield make
    for dataset in made.values():
        dataset.close()


def view(product, dataset, window: Window, **fields) -> ViewRequest:
    """A request whose screen pixels are those of a mask."""
    left, top = dataset.transform @ (window.col_off, window.row_off)
    right, bottom = dataset.transform @ (window.col_off + window.width, window.row_off + window.height)
    bounds = left, bottom, right, top
    fields = {"finest": round(dataset.transform.a), "model": "ukis_l1c", **fields}
    return ViewRequest(next(numbers), "map", product, bounds, None, (window.width, window.height), **fields)


# Interpolated by a whole number, by another, and not at all; then two networks, each on its own grid.
@pytest.mark.parametrize(
    "model, resolution",
    [
        ("ukis_l1c", 10),
        pytest.param("ukis_l1c", 20, marks=pytest.mark.slow),
        ("ukis_l1c", 30),
        pytest.param("UKIS+UNetMobV2", 20, marks=pytest.mark.slow),
    ],
)
def test_views_are_those_of_the_whole_run_to_the_pixel(product, session, whole, model, resolution):
    dataset = whole(model, resolution)
    rng = np.random.default_rng(resolution)
    for _ in range(10 if resolution == 10 else 4):
        height, width = rng.integers(20, [dataset.height + 1, dataset.width + 1])
        row, col = rng.integers(0, [dataset.height - height + 1, dataset.width - width + 1])
        window = Window(int(col), int(row), int(width), int(height))
        *_, last = session.answer(view(product, dataset, window, model=model))
        assert last.stage == FINAL and last.grid.resolution == resolution
        assert last.grid.transform.almost_equals(dataset.transform @ Affine.translation(window.col_off, window.row_off))
        assert np.array_equal(last.classes, dataset.read(1, window=window))


def planned(rows: tuple[PatchRow, ...], window: PixelWindow) -> MaskPlan:
    """Patches on a grid of 100 x 100 px, which nobody reads."""
    grid = Grid("EPSG:32631", Affine(60, 0, 500000, 0, -60, 4800000), 100, 100, 60)
    return MaskPlan(None, find_model("ukis_l1c"), grid, grid, window, PatchPlan(rows))


def test_what_rows_of_patches_cover_is_classified_where_a_row_ends_before_the_one_above():
    """As at a slanted edge of the swath: a glance there is none the less an answer."""
    rows = PatchRow(0, (0, 40), 60, 60, 20, 20), PatchRow(40, (0, 20), 60, 60, 20, 40)
    window = PixelWindow(0, 0, 100, 100)
    part = part_of(planned(rows, window), window)
    classes = part.classes(lambda place: np.full((4, place.height, place.width), 0.25, np.float32), part.covered())
    assert np.array_equal(classes == NO_DATA, ~part.covered()) and part.covered().mean() == 0.88


def test_a_view_is_coarse_first_then_grows_from_the_middle_and_comes_at_once_again(product, session, whole):
    dataset = whole("ukis_l1c", 20)
    everything = Window(0, 0, dataset.width, dataset.height)
    answers = [(answer.stage, answer.classes.copy()) for answer in session.answer(view(product, dataset, everything))]
    assert [stage for stage, _ in answers] in ([COARSE, *[PARTIAL] * patches, FINAL] for patches in (2, 3))
    final = answers[-1][1]
    agree = [np.mean(classes == final) for stage, classes in answers if stage == PARTIAL]
    assert agree == sorted(agree) and agree[-1] > 0.9
    assert [answer.stage for answer in session.answer(view(product, dataset, everything))] == [FINAL]
    shifted = Window(100, 100, 200, 200)  # new, but all of its patches are there
    assert [answer.stage for answer in session.answer(view(product, dataset, shifted))] == [FINAL]


def test_the_middle_of_a_view_comes_first(product, session, whole):
    dataset = whole("ukis_l1c", 20)
    lower_right = Window(150, 150, dataset.width - 150, dataset.height - 150)
    answers = session.answer(view(product, dataset, lower_right))
    assert next(answers).stage == COARSE
    first, mask = next(answers), dataset.read(1, window=lower_right)
    middle = slice(90, 180), slice(90, 180)
    assert first.stage == PARTIAL and np.mean(first.classes[middle] == mask[middle]) > 0.9


def test_what_lies_around_a_view_is_predicted_while_nothing_is_asked(product, session, whole):
    dataset = whole("ukis_l1c", 20)
    corner, beside = Window(0, 0, 32, 32), Window(14, 14, 32, 32)

    def stages(window: Window) -> list[str]:
        return [answer.stage for answer in session.answer(view(product, dataset, window))]

    stages(corner)
    session.look_ahead(lambda: True)
    answers = session.answer(view(product, dataset, beside))
    assert next(answers).stage == COARSE, "a patch was there that nobody had asked for"
    answers.close()
    session.look_ahead(lambda: False)
    assert stages(beside) == [FINAL] and session._moved == (14, 14)


def test_patches_around_a_view_come_first_where_the_map_moves():
    rows = tuple(PatchRow(top, (0, 40), 60, 60, 20, 20) for top in (0, 40))
    window = PixelWindow(12, 12, 24, 24)
    lying = View("p", None, find_model("ukis_l1c"), planned(rows, window), window)
    for moved, first in (((20, 0), (40, 0)), ((0, 20), (0, 40)), ((0, 900), (0, 40))):
        around = [(place.top, place.left) for place in lying.around(moved)]
        assert around[0] == first and sorted(around) == [(0, 40), (40, 0), (40, 40)]


def test_a_read_that_is_no_longer_wanted_ends_between_two_bands(product):
    granule = open_product(product).granules[0]
    asked, part = [], PixelWindow(0, 0, 20, 20)
    with Reader(granule, list(granule.bands), product_grid(granule, 60), threads=1) as reader:
        with pytest.raises(CancelledError):
            reader.read(part, lambda: len(asked) < 3 and not asked.append(None))
        assert len(asked) == 3 and reader.read(part).any()


def test_a_newer_request_ends_the_older_one_within_a_patch(product, session, whole):
    dataset = whole("ukis_l1c", 20)
    asked = []

    def is_stale() -> bool:
        asked.append(None)
        return len(asked) > 1

    answers = session.answer(view(product, dataset, Window(0, 0, dataset.width, dataset.height)), is_stale)
    with pytest.raises(Superseded):
        list(answers)
    assert len(asked) <= 3


def test_a_changed_product_is_read_anew_and_a_removed_one_is_an_error(simulated, session, whole, tmp_path):
    first, second = (simulated(size=360, seed=seed) for seed in (5, 6))
    place = tmp_path / Path(first.path).name
    shutil.copytree(first.path, place)
    bounds = open_product(place).granules[0].bands["B02"]
    left, top = bounds.transform @ (0, 0)
    request = ViewRequest(0, "map", str(place), (left, top - 3600, left + 3600, top), None, (180, 180), 20, "ukis_l1c")
    *_, before = session.answer(request)
    shutil.rmtree(place)
    shutil.copytree(second.path, place)
    *_, after = session.answer(request)
    assert not np.array_equal(before.classes, after.classes)
    shutil.rmtree(place)
    with pytest.raises(EngineError) as caught:
        list(session.answer(request))
    assert caught.value.code == "not-a-product"


def test_a_view_beside_the_product_says_so(product, session):
    request = ViewRequest(0, "map", product, (1.0, 1.0, 1.1, 1.1), "EPSG:4326", (100, 100), 20, "ukis_l1c")
    with pytest.raises(EngineError) as caught:
        list(session.answer(request))
    assert caught.value.code == "outside-product"


@pytest.mark.parametrize(
    "metres, finest, expected", [(4, 10, 10), (15.9, 10, 10), (16, 10, 20), (30, 10, 30), (110, 10, 60), (5, 60, 60)]
)
def test_the_resolution_suits_the_screen(metres, finest, expected):
    assert resolution_for(metres, finest) == expected


@pytest.mark.parametrize("change", [{"bounds": [0, 0, 1]}, {"bounds": [0, 0, 1, float("nan")]}, {"size": [0, 5]},
                                    {"finest": 15}, {"id": "x"}, {"size": None}])  # fmt: skip
def test_an_impossible_request_is_an_error(change):
    good = {"id": 1, "product": "p", "bounds": [0, 0, 1, 1], "size": [5, 5]}
    assert ViewRequest.from_json(good).model == "auto"
    with pytest.raises(EngineError) as caught:
        ViewRequest.from_json({**good, **change})
    assert caught.value.code == "bad-settings"


class Warm:
    """`s2cloudmask serve` as a program uses it."""

    def __init__(self, process: subprocess.Popen) -> None:
        self.process = process
        self.ready = self.event()

    def ask(self, **request) -> None:
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()

    def event(self) -> dict:
        return json.loads(self.process.stdout.readline())

    def until(self, is_last) -> list[dict]:
        events = [self.event()]
        while not is_last(events[-1]):
            events.append(self.event())
        return events

    def final(self, number: int) -> dict:
        ends = ("error", "superseded")
        return self.until(
            lambda event: event["id"] == number and (event["event"] in ends or event.get("stage") == FINAL)
        )[-1]


@pytest.fixture
def serve(command):
    started = []

    def start(*arguments) -> Warm:
        process = command.start("serve", *arguments, stdin=subprocess.PIPE)
        started.append(process)
        return Warm(process)

    yield start
    for process in started:
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout, process.stderr):
            stream.close()


def folders() -> set[Path]:
    return set(Path(tempfile.gettempdir()).glob("s2cloudmask_live_*"))


def test_the_command_answers_refuses_and_goes_on_and_ends_with_its_input(serve, product, whole, tmp_path):
    dataset = whole("ukis_l1c", 20)
    before = folders()
    warm = serve("--precision", "float32")
    assert warm.ready["event"] == "ready"
    asked = {"request": "view", "view": "map", "product": product, "bounds": list(dataset.bounds),
             "size": [dataset.width, dataset.height], "finest": 20, "model": "ukis_l1c"}  # fmt: skip
    warm.process.stdin.write("no json\n[1]\n")
    warm.process.stdin.flush()
    assert [warm.event()["code"] for _ in range(2)] == ["bad-settings"] * 2
    warm.ask(**asked, id=1)
    warm.ask(**{**asked, "id": 2, "product": str(tmp_path)})
    warm.ask(**{**asked, "view": "other", "id": 3})
    events = warm.until(lambda event: event["id"] == 3 and event.get("stage") == FINAL)
    assert [event["event"] for event in events if event["id"] == 1][-1] == "superseded"
    assert [(event["event"], event["code"]) for event in events if event["id"] == 2] == [("error", "not-a-product")]
    final, place = events[-1], next(event for event in events if event["event"] == "where")
    assert place["bounds"] == pytest.approx(list(dataset.bounds)) and place["crs"] == dataset.crs.to_string()
    with rasterio.open(final["raster"]) as raster:
        assert np.array_equal(raster.read(1), dataset.read(1)) and raster.crs == dataset.crs
    assert final["fractions"] == json.loads(Path(dataset.name).with_suffix(".json").read_text())["fractions"]
    assert (final["model"], final["resolution"], final["classes"]["1"]) == (
        "ukis_l1c",
        20,
        "Cloud (thin cloud often missed)",
    )
    refined = {**asked, "request": "refine", "product": dataset.name, "refinement": {"cloud_margin": 100}}
    warm.ask(**refined, id=4)
    warm.ask(**{**refined, "refinement": {"unknown": 1}, "view": "other", "id": 5})
    events = warm.until(lambda event: event["id"] == 5)
    assert events[-1]["code"] == "bad-settings"
    assert events[0]["fractions"]["thick_cloud"] > final["fractions"]["thick_cloud"]
    with rasterio.open(events[0]["raster"]) as raster:
        wider, cloud = raster.read(1) == 1, dataset.read(1) == 1
    assert (wider >= cloud).all() and wider.sum() > cloud.sum()
    warm.ask(**{**asked, "id": 6, "finest": 10})
    warm.process.stdin.close()  # all that a killed parent leaves: it ends in the middle of its work
    warm.process.wait(timeout=240)
    assert folders() <= before


def test_the_command_ends_when_idle_and_by_a_signal_and_leaves_nothing(serve):
    before = folders()
    assert serve("--idle", "0.01").process.wait(timeout=240) == 0
    asked = serve()
    assert len(folders() - before) == 1
    asked.process.send_signal(signal.SIGTERM)
    assert asked.process.wait(timeout=240) == 130
    assert folders() <= before


def test_a_cancelled_view_is_not_answered(serve, product, whole):
    dataset = whole("ukis_l1c", 20)
    warm = serve()
    asked = {"request": "view", "product": product, "bounds": list(dataset.bounds), "size": [420, 420], "finest": 20}
    warm.ask(**asked, view="a", id=1, model="ukis_l1c")
    warm.ask(request="cancel", view="a")
    assert warm.final(1)["event"] == "superseded"


def test_masks_of_the_warm_engine_have_the_same_bytes(serve, command, product, tmp_path):
    run = {"models": ["quick"], "settings": {"resolution": 60}, "out": str(tmp_path / "warm")}
    warm = serve()
    warm.ask(request="mask", id=7, products=[product], run=run)
    events = warm.until(lambda event: event["event"] in ("end", "error"))
    assert {event["id"] for event in events} == {7} and events[-1]["ok"] == 1, events
    done = command("mask", product, "--out", tmp_path / "cold", "--resolution", 60, "--model", "quick")
    assert done.code == 0
    words = [product, "--out", str(tmp_path / "words"), "--resolution", "60", "--model", "quick"]
    warm.ask(request="mask", id=8, words=words)
    assert warm.until(lambda event: event["event"] == "end")[-1]["ok"] == 1
    masks = [next((tmp_path / folder).glob("*_cloudmask.tif")).read_bytes() for folder in ("warm", "cold", "words")]
    assert masks[0] == masks[1] == masks[2]
    for refused in ({"run": {"models": 3}}, {"words": [product]}, {"words": [*words, "--workers", "2"]}):
        warm.ask(request="mask", id=9, products=[product], **refused)
        assert [warm.event().get("code"), warm.event()["event"]] == ["bad-settings", "end"]


def test_a_run_shows_first_pixels_and_then_its_rows(product, command, tmp_path):
    (tmp_path / "previews").mkdir()
    plain = ["mask", product, "--resolution", 10, "--model", "quick", "--progress", "json"]
    run = command(*plain, "--out", tmp_path / "shown", "--previews", tmp_path / "previews")
    assert run.code == 0, run.err
    events = [event for event in run.events if event["event"] in ("preview", "result")]
    assert [event["event"] for event in events][:1] == ["preview"] and events[-1]["event"] == "result"
    with rasterio.open(events[0]["raster"]) as preview, rasterio.open(events[-1]["mask"]) as mask:
        assert preview.bounds == pytest.approx(mask.bounds) and preview.crs == mask.crs
        assert np.mean(preview.read(1) == mask.read(1)) > 0.6
    assert command(*plain, "--out", tmp_path / "plain").code == 0
    masks = [next((tmp_path / folder).glob("*_cloudmask.tif")).read_bytes() for folder in ("shown", "plain")]
    assert masks[0] == masks[1]


def test_the_warm_engine_holds_fewer_tiles_than_a_run_where_the_user_set_no_limit(monkeypatch):
    from s2cloudmask.core.system import gdal_settings

    for set_before, then in (("256", "136"), ("64", "64")):
        monkeypatch.setenv("GDAL_CACHEMAX", set_before)
        gdal_settings.hold_tiles_of_views()
        assert os.environ["GDAL_CACHEMAX"] == then
