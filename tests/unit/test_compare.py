"""A mask against references on other grids and in other classes, checked against scikit-learn and numpy."""

import argparse
import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.transform import Affine

from s2cloudmask.core.accuracy import comparison, comparison_report
from s2cloudmask.core.accuracy.agreement_raster import CODES
from s2cloudmask.core.commands import compare as command
from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.events import JsonReporter, SilentReporter
from s2cloudmask.core.rasters import class_maps

GRID = Affine(20, 0, 300000, 0, -20, 5000040)
UTM33 = "EPSG:32633"


def write(path: Path, values: np.ndarray, transform=GRID, crs=UTM33, nodata=255, tags=None) -> str:
    with rasterio.open(
        path, "w", driver="GTiff", count=1, height=values.shape[0], width=values.shape[1], dtype=values.dtype,
        crs=crs, transform=transform, nodata=nodata,
    ) as file:  # fmt: skip
        file.write(values, 1)
        file.update_tags(**(tags or {}))
    return str(path)


def random_classes(shape, seed, no_data=0.1) -> np.ndarray:
    random = np.random.default_rng(seed)
    classes = random.choice(4, shape, p=[0.5, 0.2, 0.1, 0.2]).astype(np.uint8)
    classes[random.random(shape) < no_data] = 255
    return classes


def settings(reference="ours", mask="ours", **more) -> comparison.CompareSettings:
    return comparison.CompareSettings(class_maps.preset(reference), class_maps.preset(mask), **more)


def run(*words) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args([str(word) for word in words]), SilentReporter())


def test_figures_are_those_of_scikit_learn(tmp_path, monkeypatch, metrics):
    monkeypatch.setattr(comparison, "STRIP", 37)  # several strips, the last one shorter
    mask, reference = random_classes((211, 173), 1), random_classes((211, 173), 2)
    reference = np.where(np.random.default_rng(3).random(mask.shape) < 0.6, mask, reference)
    result = comparison.compare(write(tmp_path / "m.tif", mask), write(tmp_path / "r.tif", reference), settings())
    both = (mask != 255) & (reference != 255)
    truth, told = reference[both], mask[both]
    np.testing.assert_array_equal(result.matrix, metrics.confusion_matrix(truth, told, labels=range(4)))
    assert result.no_data == np.count_nonzero(~both)
    got = comparison_report.figures(result)
    assert got["overall_accuracy"] == pytest.approx(metrics.accuracy_score(truth, told))
    assert got["kappa"] == pytest.approx(metrics.cohen_kappa_score(truth, told))
    ua, pa, f1, _ = metrics.precision_recall_fscore_support(truth, told, labels=range(4))
    for index, name in enumerate(("clear", "thick_cloud", "thin_cloud", "cloud_shadow")):
        assert got["classes"][name]["pa"] == pytest.approx(pa[index])
        assert got["classes"][name]["ua"] == pytest.approx(ua[index])
        assert got["classes"][name]["f1"] == pytest.approx(f1[index])
        assert got["classes"][name]["iou"] == pytest.approx(metrics.jaccard_score(truth == index, told == index))
    for name, classes in {"cloud": (1, 2), "shadow": (3,), "invalid": (1, 2, 3)}.items():
        yes, said = np.isin(truth, classes), np.isin(told, classes)
        assert got["experiments"][name]["boa"] == pytest.approx(metrics.balanced_accuracy_score(yes, said))


@pytest.mark.parametrize("factor", [2, 3])
def test_a_coarser_reference_counts_as_each_of_its_pixels_repeated(tmp_path, factor):
    reference = random_classes((40, 30), 4)
    fine = np.kron(reference, np.ones((factor, factor), np.uint8))
    mask = random_classes(fine.shape, 5)
    coarse = write(tmp_path / "r.tif", reference, GRID @ Affine.scale(factor))
    result = comparison.compare(write(tmp_path / "m.tif", mask), coarse, settings())
    expected = comparison.compare(write(tmp_path / "m.tif", mask), write(tmp_path / "f.tif", fine), settings())
    np.testing.assert_array_equal(result.matrix, expected.matrix)
    assert result.no_data == expected.no_data


@pytest.mark.parametrize("nodata", [None, 255, 0])
def test_outside_the_reference_there_is_no_data_whether_it_declares_any_or_not(tmp_path, nodata):
    mask = np.zeros((60, 60), np.uint8)
    reference = np.full((20, 20), 4, np.uint8)  # Fmask: cloud; 0 is its clear land
    placed = write(tmp_path / "r.tif", reference, GRID @ Affine.translation(10, 30), nodata=nodata)
    result = comparison.compare(write(tmp_path / "m.tif", mask), placed, settings("fmask"))
    assert result.pixels == 400
    assert result.matrix[1, 0] == 400
    assert result.no_data == 3200


def test_a_reference_in_another_projection_lies_where_it_should(tmp_path):
    from rasterio.warp import Resampling, calculate_default_transform, reproject

    mask = np.kron(random_classes((12, 12), 6, no_data=0), np.ones((20, 20), np.uint8))
    there, width, height = calculate_default_transform(UTM33, "EPSG:4326", 240, 240, *_bounds(240, 240))
    moved = np.full((height, width), 255, np.uint8)
    reproject(mask, moved, src_transform=GRID, src_crs=UTM33, dst_transform=there, dst_crs="EPSG:4326",
              src_nodata=255, dst_nodata=255, resampling=Resampling.nearest)  # fmt: skip
    result = comparison.compare(
        write(tmp_path / "m.tif", mask), write(tmp_path / "r.tif", moved, there, "EPSG:4326"), settings()
    )
    # Two roundings to the nearest pixel: only cell edges may differ, 1 pixel in 10 lies on one.
    assert np.trace(result.matrix) / result.pixels > 0.93
    assert result.pixels > 0.97 * mask.size


def _bounds(width, height):
    left, top = GRID @ (0, 0)
    right, bottom = GRID @ (width, height)
    return left, bottom, right, top


def test_every_preset_speaks_of_our_classes():
    values = np.arange(13, dtype=np.uint8)
    assert class_maps.preset("ours").apply(np.array([0, 1, 2, 3, 4, 255])).tolist() == [0, 1, 2, 3, 255, 255]
    assert class_maps.preset("scl").apply(values).tolist() == [255, 255, 0, 3, 0, 0, 0, 0, 1, 1, 2, 0, 255]
    assert class_maps.preset("fmask").apply(values[:6]).tolist() == [0, 0, 3, 0, 1, 255]
    assert class_maps.preset("kappamask").apply(values[:7]).tolist() == [255, 0, 3, 2, 1, 255, 255]
    assert class_maps.preset("s2cloudless").apply(values[:3]).tolist() == [0, 1, 255]
    assert class_maps.preset("s2cloudless_probability").apply(np.array([0, 40, 41, 100, 255])).tolist() == [
        0,
        0,
        1,
        1,
        255,
    ]
    assert class_maps.preset("ukis").apply(values[:4]).tolist() == [0, 1, 3, 255]
    assert class_maps.preset("qa60").apply(np.array([0, 1024, 2048, 7], np.uint16)).tolist() == [0, 1, 2, 255]
    assert class_maps.preset("qa60").lacks == ("cloud_shadow",)
    assert class_maps.preset("fmask").lacks == ("thin_cloud",)
    assert class_maps.preset("s2cloudless").lacks == ("thin_cloud", "cloud_shadow")
    assert set(class_maps.preset_names()) >= {"ours", "scl", "fmask", "kappamask", "s2cloudless", "ukis"}


def test_a_class_that_one_side_lacks_is_not_held_against_the_other(tmp_path):
    mask = np.array([[0, 1, 2, 3, 0, 2]], np.uint8)
    cloudless = np.array([[0, 1, 1, 0, 1, 0]], np.uint8)
    result = comparison.compare(
        write(tmp_path / "m.tif", mask), write(tmp_path / "r.tif", cloudless), settings("s2cloudless")
    )
    got = comparison_report.figures(result)
    assert got["reference_lacks"] == ["thin_cloud", "cloud_shadow"]
    assert got["compared_classes"] == ["not_cloud", "cloud"]
    assert got["confusion"] == [[2, 1], [1, 2]]
    assert got["overall_accuracy"] == pytest.approx(4 / 6)
    assert got["experiments"]["cloud"]["pa"] == pytest.approx(2 / 3)
    assert got["experiments"]["shadow"] is None
    assert got["experiments"]["invalid"] is None
    assert "shadow" in comparison_report.text_report(result)


def test_our_masks_say_themselves_which_classes_they_lack(tmp_path):
    mask = np.array([[0, 1, 3]], np.uint8)
    tags = {"CLASSES": json.dumps({"0": "Clear", "1": "Cloud", "3": "Cloud shadow"}), "MODEL_TITLE": "UKIS"}
    result = comparison.compare(
        write(tmp_path / "m.tif", mask, tags=tags),
        write(tmp_path / "r.tif", np.array([[0, 2, 3]], np.uint8)),
        settings(),
    )
    assert result.mask_lacks == ("thin_cloud",)
    assert "(UKIS)" in comparison_report.text_report(result)
    assert comparison_report.figures(result)["overall_accuracy"] == 1.0


def test_a_class_map_of_ones_own(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(
        'title = "Mine"\nclear = ["0..9"]\nthick_cloud = ["10..99.5"]\ncloud_shadow = [-1]\nno_data = [-9999]\n'
    )
    values = np.array([[0.0, 9, 10, 50, 99.5, -1, -9999, 9.5]], np.float32)
    read = class_maps.read_class_map(str(own))
    assert read.apply(values).tolist() == [[0, 0, 1, 1, 1, 3, 255, 255]]
    assert read.unlisted(values).tolist() == [[False] * 7 + [True]]
    mask = write(tmp_path / "m.tif", np.array([[0, 1, 1, 1, 1, 3, 0, 0]], np.uint8))
    assert (
        run(mask, write(tmp_path / "r.tif", values, nodata=-9999), "--classes", own, "--csv", tmp_path / "c.csv") == 0
    )
    table = list(csv.reader(io.StringIO((tmp_path / "c.csv").read_text())))
    assert table[0] == ["reference \\ mask", "Clear", "Cloud", "Cloud shadow", "total", "PA %"]
    assert [line[1:] for line in table[1:]] == [
        ["1", "1", "0", "2", "50.00"],
        ["0", "3", "0", "3", "100.00"],
        ["0", "0", "1", "1", "100.00"],
        ["1", "4", "1", "6", ""],
        ["100.00", "75.00", "100.00", "", "83.33"],
    ]


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("clear = [0]\nthick_cloud = [0]\n", "two classes"),
        ('clear = ["0..5"]\nthick_cloud = [3]\n', "two classes"),
        ("clear = [0]\nsnow = [1]\nthick_cloud = [2]\n", "snow"),
        ("clear = [0]\n", "thick_cloud"),
        ("clear = 0\nthick_cloud = [1]\n", "list"),
        ('clear = ["5..1"]\nthick_cloud = [9]\n', "range"),
        ("clear = [", "own"),
    ],
)
def test_a_class_map_that_cannot_be_is_refused(tmp_path, content, named):
    own = tmp_path / "own.toml"
    own.write_text(content)
    with pytest.raises(EngineError, match=named) as error:
        class_maps.read_class_map(str(own))
    assert error.value.code == "bad-settings"


def test_a_sample_has_its_size_its_seed_and_the_whole_s_shares(tmp_path, monkeypatch):
    monkeypatch.setattr(comparison, "STRIP", 50)
    mask, reference = random_classes((300, 400), 7), random_classes((300, 400), 8)
    paths = write(tmp_path / "m.tif", mask), write(tmp_path / "r.tif", reference)
    whole = comparison.compare(*paths, settings())
    first = comparison.compare(*paths, settings(sample=20000, seed=1))
    again = comparison.compare(*paths, settings(sample=20000, seed=1))
    other = comparison.compare(*paths, settings(sample=20000, seed=2))
    assert first.pixels == other.pixels == 20000
    np.testing.assert_array_equal(first.matrix, again.matrix)
    assert (first.matrix != other.matrix).any()
    # 20000 of 97000: each cell's share stays within five standard deviations of the whole's.
    share = whole.matrix / whole.pixels
    assert (np.abs(first.matrix / 20000 - share) < 5 * np.sqrt(share * (1 - share) / 20000)).all()
    low, high = comparison_report.figures(first)["overall_accuracy_interval"]
    assert low < comparison_report.figures(whole)["overall_accuracy"] < high
    everything = comparison.compare(*paths, settings(sample=10**9))
    np.testing.assert_array_equal(everything.matrix, whole.matrix)


def test_the_agreement_raster_says_of_each_pixel_what_differs(tmp_path):
    mask = np.array([[0, 1, 3, 1, 0, 3, 0, 1, 1, 255, 0]], np.uint8)
    reference = np.array([[0, 1, 3, 0, 2, 0, 3, 3, 2, 0, 255]], np.uint8)
    target = tmp_path / "out" / "agreement.tif"
    assert run(write(tmp_path / "m.tif", mask), write(tmp_path / "r.tif", reference), "--agreement", target) == 0
    with rasterio.open(target) as file:
        assert file.read(1).tolist() == [[0, 1, 2, 3, 4, 5, 6, 7, 8, 255, 255]]
        assert file.nodata == 255
        assert file.crs == UTM33
        assert file.transform == GRID
        assert file.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        colours = file.colormap(1)
    assert colours[3] == CODES[3].colour
    style = target.with_suffix(".qml").read_text()
    assert all(f'value="{item.value}"' in style for item in CODES)
    assert sorted(path.name for path in target.parent.iterdir()) == [
        "agreement.qml",
        "agreement.tif",
        "agreement.tif.aux.xml",
    ]


def test_the_report_is_one_file_that_can_be_read(tmp_path):
    mask, reference = random_classes((90, 120), 9), random_classes((90, 120), 10)
    mask_path = write(tmp_path / "a<b>&'c.tif", mask)
    page = tmp_path / "report.html"
    assert run(mask_path, write(tmp_path / "r.tif", reference), "--report", page, "--json") == 0
    text = page.read_text("utf-8")
    assert not re.search(r"(src|href)=[\"'](?!data:)", text)
    assert "a<b>" not in text
    assert "{{" not in text and "{%" not in text

    class Cells(HTMLParser):
        def __init__(self):
            super().__init__()
            self.words, self.opened = [], []

        def handle_starttag(self, tag, attrs):
            if tag not in ("meta", "br", "img"):
                self.opened.append(tag)

        def handle_endtag(self, tag):
            assert self.opened.pop() == tag

        def handle_data(self, data):
            self.words.append(data.strip())

    cells = Cells()
    cells.feed(text)
    assert cells.opened == []
    both = (mask != 255) & (reference != 255)
    accuracy = (mask == reference)[both].mean()
    assert f"{accuracy:.3f}" in cells.words
    assert f"{np.count_nonzero(both & (mask == 1) & (reference == 0)):,}" in cells.words


def test_programs_get_the_figures_as_one_event(tmp_path):
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    paths = [write(tmp_path / f"{seed}.tif", random_classes((70, 70), seed)) for seed in (1, 2)]
    args = parser.parse_args([*paths, "--csv", str(tmp_path / "c.csv")])
    args.progress = "json"
    stream = io.StringIO()
    assert command.run(args, JsonReporter(stream)) == 0
    events = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [event["event"] for event in events] == ["start", "progress", "result", "end"]
    assert events[2]["csv"] == str(tmp_path / "c.csv")
    assert 0 < events[2]["overall_accuracy"] < 1


@pytest.mark.parametrize("kind", ["values", "place", "no raster", "no crs", "other world", "no band"])
def test_what_cannot_be_compared_is_said_and_nothing_is_left_behind(tmp_path, kind):
    mask = write(tmp_path / "m.tif", np.zeros((30, 30), np.uint8))
    reference = tmp_path / "r.tif"
    more = []
    if kind == "values":
        write(reference, np.full((30, 30), 77, np.uint8))
    elif kind == "place":
        write(reference, np.zeros((30, 30), np.uint8), GRID @ Affine.translation(500, 500))
    elif kind == "no raster":
        reference.write_text("nothing")
    elif kind == "no crs":
        write(reference, np.zeros((10, 10), np.uint8), crs=None)
    elif kind == "other world":
        write(reference, np.zeros((30, 30), np.uint8), crs='LOCAL_CS["site",UNIT["metre",1]]')
    else:
        write(reference, np.zeros((30, 30), np.uint8))
        more = ["--reference-band", "2"]
    with pytest.raises(EngineError) as error:
        run(mask, reference, "--agreement", tmp_path / "a.tif", "--csv", tmp_path / "c.csv", *more)
    assert error.value.code == ("bad-settings" if kind == "no band" else "bad-raster")
    assert "r.tif" in error.value.message
    assert sorted(path.name for path in tmp_path.iterdir()) == ["m.tif", "r.tif"]


def test_a_world_file_beside_the_reference_is_heeded(tmp_path, command):
    mask = write(tmp_path / "m.tif", np.tile(np.array([[0, 1]], np.uint8), (20, 10)))
    shifted = np.tile(np.array([[1, 0]], np.uint8), (20, 10))
    reference = write(tmp_path / "r.tif", shifted, transform=None)
    (tmp_path / "r.tfw").write_text("20\n0\n0\n-20\n300030\n5000030\n")  # one pixel to the right of the mask
    done = command("compare", mask, reference, "--json", "--progress", "none")
    assert done.code == 0, done.err
    assert json.loads(done.out)["overall_accuracy"] == 1.0


def test_rasters_without_georeference_are_compared_pixel_by_pixel(tmp_path, metrics):
    mask, reference = random_classes((50, 40), 1), random_classes((50, 40), 2)
    bare = Affine.identity()
    result = comparison.compare(
        write(tmp_path / "m.tif", mask, bare, None), write(tmp_path / "r.tif", reference, bare, None), settings()
    )
    both = (mask != 255) & (reference != 255)
    np.testing.assert_array_equal(result.matrix, metrics.confusion_matrix(reference[both], mask[both], labels=range(4)))


@pytest.mark.slow
def test_the_embedded_network_on_the_real_scene_against_its_reference(shared, command, tmp_path):
    from s2cloudmask.core.products.grid import product_grid
    from s2cloudmask.core.products.product import open_product

    (product,) = (shared / "data").glob("S2A_MSIL1C_20240715*.zip")
    grid = product_grid(open_product(product).granules[0], 30)
    reference = np.load(shared / "data" / "sample_reference.npz")["mask"].astype(np.uint8)
    path = write(tmp_path / "r.tif", reference, grid.transform, grid.crs, nodata=None)
    own = tmp_path / "reference.toml"
    own.write_text('title = "Reference"\nclear = [1, 3]\nthick_cloud = [4]\ncloud_shadow = [0]\n')
    mask = tmp_path / "m.tif"
    done = command("mask", product, "--mask-file", mask, "--model", "ukis_l1c", "--resolution", "30")
    assert done.code == 0, done.err
    done = command("compare", mask, path, "--classes", own, "--json", "--progress", "none")
    assert done.code == 0, done.err
    figures = json.loads(done.out)
    assert figures["mask_lacks"] == ["thin_cloud"]
    assert figures["experiments"]["cloud"]["boa"] == pytest.approx(0.944, abs=0.005)
    assert figures["experiments"]["shadow"]["boa"] == pytest.approx(0.949, abs=0.005)
