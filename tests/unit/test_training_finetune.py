"""Finetuning: labels of an analyst, held out by place, teach a network a ground it took for cloud."""

import json
import os
from pathlib import Path

import numpy as np
import pytest

from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.events import Reporter
from s2cloudmask.core.products.grid import product_grid
from s2cloudmask.core.products.product import open_product
from s2cloudmask.core.products.reader import read_window
from s2cloudmask.core.training.crops import GENTLE, Crops
from s2cloudmask.core.training.finetune import finetune, worse
from s2cloudmask.core.training.finetune_settings import FinetuneSettings
from s2cloudmask.core.training.label_files import labels_on
from s2cloudmask.core.training.labels import CLOUD, NO_LABEL
from s2cloudmask.core.training.places import split
from s2cloudmask.core.training.reference import raster_labels
from s2cloudmask.core.training.scene import Scene, write_scene

QUICK = FinetuneSettings(steps=30, crop=64, block=480, learning_rate=0.001)


@pytest.fixture(scope="module")
def product(simulated):
    return simulated(size=480, valid_share=1)


@pytest.fixture(scope="module")
def granule(product):
    return open_product(product.path).granules[0]


@pytest.fixture(scope="module")
def lessons(product, granule, tmp_path_factory):
    """The losses of a short training whose labels call bare ground, bright in red, cloud; and its weights."""
    import torch

    from s2cloudmask.core.networks.unetmobv2 import build_unetmobv2
    from s2cloudmask.core.training.checkpoint import save_weights
    from s2cloudmask.core.training.trainer import Schedule, Trainer

    def mistaken(grid, valid):
        codes = raster_labels(str(product.truth), "ours", grid)
        red = read_window(granule, ["B04"], grid)[0][0]
        return np.where((codes == 0) & (red > 0.09), 1, codes)

    folder = tmp_path_factory.mktemp("start")
    write_scene(granule, 20, folder / "scene", mistaken)
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    trainer = Trainer(build_unetmobv2(), Schedule(40, 0.003, average=0.9), "cpu", "float32")
    crops = Crops([Scene(folder / "scene", 20)], 64, 0, GENTLE)
    losses = [float(trainer.step(*crops.batch(step, 6))) for step in range(40)]
    save_weights(trainer.averaged, folder / "mistaken.safetensors")
    yield losses, folder / "mistaken.safetensors"
    torch.set_num_threads(before)


@pytest.fixture
def models(tmp_path, monkeypatch, tmp_path_factory):
    """A models folder and a cache of the test's own."""
    monkeypatch.setenv("S2CLOUDMASK_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("S2CLOUDMASK_CACHE", str(tmp_path_factory.getbasetemp() / "finetune_cache"))
    return tmp_path / "models"


def polygons(product, granule, path: Path, **properties) -> Path:
    """The truth of the western two thirds as an analyst draws it: a GeoJSON of polygons, in the product's CRS."""
    import rasterio
    from rasterio.features import shapes

    with rasterio.open(product.truth) as truth:
        classes, transform = truth.read(1), truth.transform
    names = {0: "clear", 1: "cloud", 2: "cloud", 3: "Cloud shadow"}
    features = [
        {"type": "Feature", "geometry": shape, "properties": {"class": names[int(value)], **properties}}
        for shape, value in shapes(classes[:, : classes.shape[1] * 2 // 3], transform=transform)
    ]
    crs = {"type": "name", "properties": {"name": granule.crs}}
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}), "utf-8")
    return path


@pytest.mark.slow
def test_a_few_steps_lower_the_loss(lessons):
    losses, _ = lessons
    assert np.mean(losses[-5:]) < 0.75 * np.mean(losses[:5])


@pytest.mark.slow
def test_labels_teach_a_ground_that_was_taken_for_cloud_and_the_model_masks(
    lessons, product, granule, models, tmp_path, command
):
    labels = polygons(product, granule, tmp_path / "drawn.geojson")
    figures = finetune(
        [str(product.path)], [str(labels)], "village", QUICK, Reporter(), start=str(lessons[1]), device="cpu"
    )
    before, after = figures["before"], figures["after"]
    assert after["cloud"] > before["cloud"] + 0.03
    assert figures["agreement"] > 0.85
    assert all(
        figures["labelled_pixels"][use][name] > 200 for use in ("train", "held_out") for name in ("clear", "cloud")
    )
    assert figures["path"] == str(models / "village.safetensors")
    mask = tmp_path / "mask.tif"
    done = command(
        "mask", product.path, "--model", "village", "--mask-file", mask, "--progress", "json",
        env={name: os.environ[name] for name in ("S2CLOUDMASK_MODELS", "S2CLOUDMASK_CACHE")},
    )  # fmt: skip
    assert done.code == 0 and mask.is_file(), done.out
    facts = json.loads(mask.with_suffix(".json").read_text("utf-8"))
    assert facts["model"] == "village" and "mistaken" in facts["licence"]
    with pytest.raises(EngineError) as refused:
        finetune([str(product.path)], [str(labels)], "Village", QUICK, Reporter(), start=str(lessons[1]))
    assert refused.value.code == "exists"


@pytest.mark.slow
def test_a_model_that_got_worse_is_not_kept_unless_asked(lessons, simulated, models, tmp_path, command):
    """Steps far too long spoil any network; the labels are points as a review writes them."""
    product = simulated(size=360)
    granule = open_product(product.path).granules[0]
    grid = product_grid(granule, 20)
    classes = raster_labels(str(product.truth), "ours", grid)
    rng = np.random.default_rng(0)
    lines = ["mask,point,x,y,stratum,stratum_pixels,label,time"]
    for number in range(200):
        row, col = rng.integers(0, grid.height), rng.integers(0, grid.width)
        x, y = grid.transform @ (col + 0.5, row + 0.5)
        label = {0: "clear", 1: "cloud", 2: "cloud", 3: "shadow"}.get(int(classes[row, col]), "unsure")
        lines.append(f"{granule.name}_cloudmask.tif,{number},{x},{y},clear,9,{label},")
    table = tmp_path / "review_points.csv"
    table.write_text("\n".join(lines), "utf-8-sig")
    spoilt = FinetuneSettings(steps=2, crop=64, block=640, learning_rate=0.09)
    with pytest.raises(EngineError, match="not kept") as refused:
        finetune([str(product.path)], [str(table)], "odd", spoilt, Reporter(), start=str(lessons[1]), device="cpu")
    assert refused.value.code == "bad-settings" and not list(models.glob("odd*"))
    done = command(
        "finetune", product.path, "--labels", table, "--name", "odd", "--model", lessons[1], "--steps", 2,
        "--crop", 64, "--block", 640, "--learning-rate", 0.09, "--device", "cpu", "--threads", 1, "--keep-worse",
        "--progress", "json", env={name: os.environ[name] for name in ("S2CLOUDMASK_MODELS", "S2CLOUDMASK_CACHE")},
    )  # fmt: skip
    assert done.code == 0, done.out
    (result,) = done.of("result")
    assert sum(result["labelled_pixels"]["train"].values()) > 80 and (models / "odd.safetensors").is_file()
    assert result["after"]["cloud"] + result["after"]["shadow"] < result["before"]["cloud"] + result["before"]["shadow"]
    for first, second, fell in (
        ((0.9, 0.5, 0.7), (0.8, 0.55, 0.8), True),
        ((0.9, None, 0.8), (0.95, None, 0.7), False),
        ((None, None, 0.6), (None, None, 0.5), True),  # only clear was labelled
    ):
        names = ("cloud", "shadow", "overall")
        assert worse(dict(zip(names, first, strict=True)), dict(zip(names, second, strict=True))) == fell


def test_squares_are_held_out_with_a_margin_and_every_class_stays_on_both_sides():
    rng = np.random.default_rng(2)
    codes = np.full((160, 160), NO_LABEL, np.uint8)
    for _ in range(300):
        codes[rng.integers(160), rng.integers(160)] = rng.choice([0, 1, CLOUD, 3])
    (made,) = split([codes], 16, 0.3, 4)
    (again,) = split([codes], 16, 0.3, 4)
    assert made.squares == again.squares != split([codes], 16, 0.3, 5)[0].squares
    learned, measured = (np.argwhere(part != NO_LABEL) for part in (made.train, made.held_out))
    assert 0.2 < len(measured) / 300 < 0.45 and len(learned) > 100
    squares = {tuple(place) for place in (measured // 16).tolist()}
    assert squares == set(made.squares) and not squares & {tuple(place) for place in (learned // 16).tolist()}
    distance = np.abs(learned[:, None] - measured[None]).max(2)
    assert distance.min() > 2  # an eighth of a square
    for part in (made.train, made.held_out):
        assert {0, 3} <= set(np.unique(part))
    codes[:], codes[3:9, 3:9] = NO_LABEL, 1
    with pytest.raises(EngineError, match="two places"):
        split([codes], 16, 0.3, 0)


def test_labels_count_on_the_product_that_they_name(granule, tmp_path):
    grid = product_grid(granule, 20)
    x, y = grid.transform @ (10.5, 20.5)
    table = tmp_path / "points.csv"

    def lay(text: str, alone: bool) -> np.ndarray:
        table.write_text(text, "utf-8")
        return labels_on(granule, grid, str(table), "class", "ours", alone)

    mine, other = f"{granule.name}_cloudmask.tif", "S2A_another_cloudmask.tif"
    text = f"mask;x;y;label\n{mine};{x};{y};shadow\n{other};{x};{y};clear\n{mine};{x};{y};unsure\n"
    laid = lay(text, False)
    assert laid[20, 10] == 3 and (laid != NO_LABEL).sum() == 1
    assert lay(f"x,y,class\n{x},{y},cloud\n", True)[20, 10] == CLOUD
    alone = lay(text, True)
    assert (alone == laid).all(), "labels of another date must not count because the product is the only one"
    assert (lay(f"mask,x,y,label\n{other},{x},{y},clear\n", True) == NO_LABEL).all()
    assert lay(f"mask,x,y,label\nrenamed.tif,{x},{y},clear\n", True)[20, 10] == 0
    for wrong, reason in (
        (f"x,y,class\n{x},{y},cloud\n", "which of the products"),
        (f"mask,x,y,class\n{mine},{x},{y},fog\n", "fog is not a class"),
        (f"mask,x,y,class\n{mine},east,{y},clear\n", "numbers"),
        ("a,b\n1,2\n", "no column x, y, label"),
    ):
        with pytest.raises(EngineError, match=reason):
            lay(wrong, False)


@pytest.mark.parametrize("text", ["", "[]", '{"features": [3]}', '{"features": [{"geometry": {}, "properties": 1}]}'])
def test_what_is_no_geojson_is_refused(granule, tmp_path, text):
    path = tmp_path / "drawn.geojson"
    path.write_text(text, "utf-8")
    with pytest.raises(EngineError, match="GeoJSON") as refused:
        labels_on(granule, product_grid(granule, 20), str(path), "class", "ours", True)
    assert refused.value.code == "bad-settings"


def test_polygons_in_degrees_are_laid_on_the_grid_and_points_go_before_them(granule, tmp_path):
    from rasterio.warp import transform_geom

    grid = product_grid(granule, 20)
    corners = [grid.transform @ place for place in ((5, 5), (15, 5), (15, 12), (5, 12), (5, 5))]
    square = {"type": "Polygon", "coordinates": [corners]}
    point = {"type": "Point", "coordinates": grid.transform @ (8.5, 8.5)}
    features = [
        {"geometry": transform_geom(granule.crs, "EPSG:4326", shape), "properties": {"label": label}}
        for shape, label in ((point, "thin"), (square, 1))
    ]
    path = tmp_path / "drawn.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    laid = labels_on(granule, grid, str(path), "class", "ours", True)
    assert laid[8, 8] == 2
    laid[8, 8] = 1
    assert (laid[5:12, 5:15] == 1).all() and (laid != NO_LABEL).sum() == 70


def test_only_a_unetmobv2_can_be_finetuned_and_only_under_a_name(product, models):
    for name, start, code in (("a b", "ukis_l1c", "bad-settings"), ("mine", "ukis_l1c", "wrong-network"),
                              ("ukis_l1c", "ukis_l1c", "exists"), ("mine", "nobody", "missing-model")):  # fmt: skip
        with pytest.raises(EngineError) as refused:
            finetune([str(product.path)], ["x.csv"], name, QUICK, Reporter(), start=start, device="cpu")
        assert refused.value.code == code
