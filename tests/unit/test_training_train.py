"""Training: the run's TOML, what it refuses, what it writes, and that an interrupted run ends like an unbroken one."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.events import Reporter
from s2cloudmask.core.products.grid import product_grid
from s2cloudmask.core.products.product import open_product
from s2cloudmask.core.training.config import file_digest, read_config, refuse_held_out, run_digests
from s2cloudmask.core.training.labels import CLOUD, NO_LABEL, REPLAY, groups
from s2cloudmask.core.training.reference import open_teacher, raster_labels, teacher_labels
from s2cloudmask.core.training.train import train


@pytest.fixture(scope="module")
def one_thread():
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def data(simulated) -> tuple[Path, Path]:
    """A simulated product and its truth."""
    made = simulated(size=360, valid_share=1)
    return made.path, made.truth


@pytest.fixture
def config(data, tmp_path):
    """Write a run's TOML: `config(steps=4)`."""
    product, truth = data

    def write(extra: str = "", **settings) -> Path:
        settings = {"steps": 4, "batch": 2, "crop": 64, "resolutions": [20], "validate_every": 2, **settings}
        lines = [f"{key} = {json.dumps(value)}" for key, value in settings.items()]
        path = tmp_path / "run.toml"
        path.write_text(
            "\n".join(lines) + f'\n[[source]]\nfile = "{product.as_posix()}"\nlabels = "{truth.as_posix()}"\n'
            'simulate = 0.5\nrole = "fields"\nlicence = "made up"\n' + extra, "utf-8",
        )  # fmt: skip
        return path

    return write


def weights(path: Path) -> dict:
    from safetensors.torch import load_file

    return load_file(path)


class Interrupted(Reporter):
    """Ends the run, as a user does, when a share of it is done."""

    def progress(self, product: str, stage: str, fraction: float) -> None:
        if stage == "train" and fraction > 0.7:
            raise KeyboardInterrupt


def test_an_interrupted_run_ends_like_an_unbroken_one_and_leaves_what_the_docs_name(config, tmp_path, one_thread):
    path, unbroken, broken = config(), tmp_path / "unbroken", tmp_path / "broken"
    figures = train(read_config(path), tmp_path, unbroken, Reporter(), device="cpu", precision="float32")
    with pytest.raises(KeyboardInterrupt):
        train(read_config(path), tmp_path, broken, Interrupted(), device="cpu", precision="float32")
    assert not (broken / "unetmobv2.safetensors").exists()
    with pytest.raises(EngineError, match="--resume") as refused:
        train(read_config(path), tmp_path, broken, Reporter(), device="cpu", precision="float32")
    assert refused.value.code == "exists"
    with pytest.raises(EngineError, match="other settings"):
        train(read_config(path, seed=9), tmp_path, broken, Reporter(), device="cpu", precision="float32", resume=True)
    train(read_config(path), tmp_path, broken, Reporter(), device="cpu", precision="float32", resume=True)
    first, second = (weights(folder / "unetmobv2.safetensors") for folder in (unbroken, broken))
    assert all((first[name] == second[name]).all() for name in first)
    assert figures["steps"] == 4 and figures["path"] == str(unbroken / "unetmobv2.safetensors")
    assert (unbroken / "unetmobv2.safetensors").stat().st_size <= 13_500_000
    assert (broken / "curves.csv").read_text().count("\n") == 3  # its head, steps 2 and 4
    assert (broken / "curves.png").read_bytes().startswith(b"\x89PNG")
    assert [item.name for item in broken.glob("checkpoint-*")] == ["checkpoint-00000004"]
    entry = json.loads((unbroken / "manifest.json").read_text("utf-8"))[0]
    product = read_config(path).sources[0].file
    assert entry["sha256"] == file_digest(product) and entry["file"] == product.name
    assert (entry["licence"], entry["role"], entry["use"]) == ("made up", "fields", "train")


def test_a_trained_network_is_one_that_masks(config, tmp_path, one_thread, without_openvino):
    from s2cloudmask.core.networks.catalog import find_model
    from s2cloudmask.core.networks.engines import open_predictor

    train(read_config(config(steps=1, name="ours")), tmp_path, tmp_path / "run", Reporter(), device="cpu")
    model = find_model(str(tmp_path / "run" / "ours.safetensors"))
    assert model.finest_resolution == 20 and "made up" in model.licence
    probabilities = open_predictor(model, device="cpu").predict(np.full((1, 13, 64, 64), 0.2, np.float32))
    assert probabilities.shape == (1, 4, 64, 64)


def test_a_damaged_checkpoint_is_refused_and_nothing_in_it_runs(config, tmp_path, one_thread):
    import pickle

    path, out = config(steps=1), tmp_path / "run"
    train(read_config(path), tmp_path, out, Reporter(), device="cpu", precision="float32")
    state = out / "checkpoint-00000001" / "optimiser.pt"
    state.write_bytes(pickle.dumps({"state": Path, "call": print}, protocol=2))
    with pytest.raises(EngineError, match="damaged") as refused:
        train(read_config(path), tmp_path, out, Reporter(), device="cpu", precision="float32", resume=True)
    assert refused.value.code == "wrong-network"


def test_held_out_files_are_refused_by_name_and_by_bytes(config, data, tmp_path):
    product, truth = data
    copied = tmp_path / "renamed.SAFE"
    shutil.copytree(product, copied)
    digest = file_digest(product)
    for entry in (product.name.removesuffix(".SAFE") + ".zip", str(copied), f"sha256:{digest}", truth.name):
        wanted = read_config(config(held_out=[entry]))
        with pytest.raises(EngineError, match="held out") as refused:
            train(wanted, tmp_path, tmp_path / "run", Reporter())
        assert refused.value.code == "bad-settings"
    assert not (tmp_path / "run").exists()
    other = read_config(config(held_out=["Amsterdam.tif", "sha256:00"]))
    refuse_held_out(other, tmp_path, run_digests(other))  # nothing of it is used here


@pytest.mark.parametrize(
    ("settings", "extra", "reason"),
    [
        ({"crop": 50}, "", "crop"),
        ({"steps": 0}, "", "above 0"),
        ({"steps": "many"}, "", "steps must be of type int"),
        ({"resolutions": [15]}, "", "resolutions"),
        ({"speed": 3}, "", "unknown key speed"),
        ({"name": "../up"}, "", "name"),
        ({}, "simulate = 2", "not a readable TOML"),
        ({}, '[[source]]\nfile = "nowhere.tif"\nlabels = "clear"', "there is no"),
        ({}, '[[source]]\nlabels = "clear"', "needs file"),
        ({}, '[[source]]\nfile = "."\nlabels = "pair"', "needs a clear image"),
    ],
)
def test_a_run_that_cannot_be_is_refused_with_a_reason(config, settings, extra, reason):
    with pytest.raises(EngineError, match=reason) as refused:
        read_config(config(extra, **settings))
    assert refused.value.code == "bad-settings"


def test_the_toml_of_the_guide_is_taken_and_has_every_setting(tmp_path):
    import dataclasses
    import re
    import tomllib

    from s2cloudmask.core.training.config import Source, TrainConfig

    page = (Path(__file__).resolve().parents[2] / "docs" / "training.md").read_text("utf-8")
    example = re.search(r"```toml\n(.*?)```", page, re.DOTALL)[1]
    for name in re.findall(r'^(?:file|labels|clear) = "([^"]+\.\w+)"', example, re.MULTILINE):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"its name is all that is asked")
    (tmp_path / "run.toml").write_text(example, "utf-8")
    assert len(read_config(tmp_path / "run.toml").sources) == 4
    told = tomllib.loads(example)
    sources = told.pop("source")
    assert set(told) == {field.name for field in dataclasses.fields(TrainConfig)} - {"sources"}
    assert set().union(*sources) == {field.name for field in dataclasses.fields(Source)}


def test_our_own_run_holds_out_what_it_is_measured_with(shared):
    path = Path(__file__).resolve().parents[2] / "benchmarks" / "own_unetmobv2.toml"
    config = read_config(path)
    refuse_held_out(config, path.parent, run_digests(config))
    assert all((path.parent / entry).exists() for entry in config.held_out) and len(config.held_out) == 8


def test_a_run_prepared_here_learns_where_its_products_are_not(config, data, tmp_path, one_thread):
    from s2cloudmask.core.training.prepare import prepare

    path, out = config(steps=1), tmp_path / "run"
    prepare(read_config(path), tmp_path, out, Reporter())
    away = tmp_path / "elsewhere" / "run.toml"
    away.parent.mkdir()
    away.write_text(path.read_text("utf-8").replace(data[0].parent.as_posix(), "gone"), "utf-8")
    with pytest.raises(EngineError, match="there is no"):
        read_config(away)
    figures = train(read_config(away, files=False), tmp_path, out, Reporter(), device="cpu", precision="float32")
    assert Path(figures["path"]).is_file()
    assert json.loads((out / "manifest.json").read_text("utf-8"))[0]["licence"] == "made up"


def test_validation_scenes_choose_the_state_that_is_kept(config, data, tmp_path, one_thread):
    product, truth = data
    extra = (
        f'[[source]]\nfile = "{product.as_posix()}"\nlabels = "{truth.as_posix()}"\nuse = "validation"\nrole = "town"\n'
    )
    out = tmp_path / "run"
    figures = train(read_config(config(extra, steps=2, validate_every=1)), tmp_path, out, Reporter(), device="cpu")
    rows = (out / "validation.csv").read_text().splitlines()
    assert len(rows) == 1 + 2 * 3 and rows[0].startswith("step,scene,view,thick_found")
    assert {row.split(",")[2] for row in rows[1:]} == {"L1C 10 m", "L1C 20 m", "L2A 10 m"}
    assert (out / "best.safetensors").is_file() and -6 < figures["score"] <= 1


def test_the_score_is_what_was_found_less_what_clear_ground_was_called():
    from s2cloudmask.core.training.scorecard import figures, means, score

    labels = np.repeat(np.array([0, 1, 2, 3], np.uint8), 25).reshape(10, 10)
    assert score(means([figures(labels, labels)])) == 1
    wrong = labels.copy()
    wrong[labels == 0] = np.repeat([0, 2, 3], [20, 4, 1])
    found = figures(wrong, labels)
    assert (found["clear_as_cloud"], found["clear_as_shadow"]) == (0.16, 0.04)
    assert score(means([found])) == pytest.approx(1 - 4 * 0.16 - 0.04)
    thin = np.where(labels == 1, 2, labels)
    assert figures(thin, labels)["thick_found"] == 1 and figures(thin, labels)["thick_as_thick"] == 0
    assert np.isnan(figures(labels, np.zeros_like(labels))["shadow_found"])


def test_level_2a_is_refused(simulated, tmp_path):
    path = tmp_path / "run.toml"
    product = simulated(size=180, level="L2A").path.as_posix()
    path.write_text(f'resolutions = [20]\n[[source]]\nfile = "{product}"\nlabels = "clear"\n', "utf-8")
    with pytest.raises(EngineError, match="B10") as refused:
        train(read_config(path), tmp_path, tmp_path / "run", Reporter())
    assert refused.value.code == "wrong-level"


@pytest.mark.parametrize("resolution", [30, pytest.param(60, marks=pytest.mark.slow)])
def test_the_teacher_labels_what_it_is_sure_of(data, resolution):
    product, truth = data
    granule = open_product(product).granules[0]
    grid = product_grid(granule, resolution)
    labels = teacher_labels(granule, grid, open_teacher(1))
    right = groups(raster_labels(str(truth), "ours", grid))
    told = labels != NO_LABEL
    assert labels.shape == (grid.height, grid.width) and told.mean() > 0.7
    assert set(np.unique(labels[told])) <= {0, 3, CLOUD}
    assert (groups(labels)[told] == right[told]).mean() > 0.7


def test_a_reference_without_thin_cloud_says_only_cloud(data, tmp_path):
    product, truth = data
    grid = product_grid(open_product(product).granules[0], 20)
    (tmp_path / "coarse.toml").write_text("clear = [0]\nthick_cloud = [1, 2]\ncloud_shadow = [3]\n", "utf-8")
    assert set(np.unique(raster_labels(str(truth), str(tmp_path / "coarse.toml"), grid))) == {0, CLOUD, 3}
    assert set(np.unique(raster_labels(str(truth), "ours", grid))) == {0, 1, 2, 3}


def test_the_loss_takes_cloud_for_thick_or_thin_and_weighs_replay_apart():
    import torch

    from s2cloudmask.core.training.labels import loss

    logits = torch.log(torch.tensor([0.2, 0.3, 0.4, 0.1])).view(1, 4, 1, 1).repeat(1, 1, 1, 2)
    weights = torch.ones(5)

    def of(*codes: int, replay: float = 1.0) -> float:
        return float(loss(logits, torch.tensor(codes).view(1, 1, 2), weights, replay))

    assert of(CLOUD, NO_LABEL) == pytest.approx(-np.log(0.7), abs=1e-5)
    assert of(1, 3) == pytest.approx(-(np.log(0.3) + np.log(0.1)) / 2, abs=1e-5)
    assert of(1, REPLAY + 2, replay=0.5) == pytest.approx(-np.log(0.3) - 0.5 * np.log(0.4), abs=1e-5)
    assert of(NO_LABEL, NO_LABEL) == 0


@pytest.mark.slow
def test_bfloat16_learns_as_float32_does():
    import torch

    from s2cloudmask.core.networks.unetmobv2 import build_unetmobv2
    from s2cloudmask.core.training.trainer import Schedule, Trainer

    image = torch.rand(2, 13, 64, 64, generator=torch.Generator().manual_seed(1)).half()
    labels = (image[:, 3] > 0.5).to(torch.uint8)
    losses = []
    for precision in ("float32", "bfloat16"):
        torch.manual_seed(0)
        trainer = Trainer(build_unetmobv2(), Schedule(4), "cpu", precision)
        losses.append([float(trainer.step(image, labels)) for _ in range(4)])
    assert losses[1] == pytest.approx(losses[0], rel=0.1) and losses[0] != losses[1]


@pytest.mark.slow
def test_the_command_tells_its_progress_and_its_result(command, config, tmp_path):
    done = command("train", config(steps=9), "--steps", 2, "--batch", 3, "--out", tmp_path / "run", "--device", "cpu",
                   "--threads", 1, "--progress", "json")  # fmt: skip
    assert done.code == 0, done.err
    assert done.events[0]["event"] == "start" and done.events[-1] == {"event": "end", "ok": 1, "failed": 0}
    assert {event["stage"] for event in done.of("progress")} >= {"train"}
    (result,) = done.of("result")
    assert Path(result["path"]).is_file() and result["loss"] > 0 and result["steps"] == 2
    wrong = command("train", config(crop=3), "--out", tmp_path / "run", "--progress", "json")
    assert wrong.code == 2 and wrong.of("error")[0]["code"] == "bad-settings"
