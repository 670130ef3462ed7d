"""What a review keeps on the disk, the masks it finds, and the accuracy it tells."""

from __future__ import annotations

import csv
import json
import os
import random
import statistics

import pytest

CLASSES = {"0": "Clear", "1": "Thick cloud", "2": "Thin cloud", "3": "Cloud shadow"}


def write_mask(folder, name="S2A_X_cloudmask", product="S2A_X.SAFE", **facts):
    """A mask by its names only: the list opens no raster."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.tif").write_bytes(b"")
    facts = {
        "product": product, "model": "ukis_l1c", "resolution": 20, "sensing_time": "2024-07-15T10:50:31Z",
        "tile": "31TCJ", "classes": CLASSES, "fractions": {"clear": 1.0}, **facts,
    }  # fmt: skip
    (folder / f"{name}.json").write_text(json.dumps(facts))


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def mask(qgis_app, tmp_path):
    """One mask of a folder."""
    from s2cloudmask.ui.review.mask_list import find_masks

    write_mask(tmp_path / "masks")
    return find_masks(str(tmp_path / "masks"))[0]


def test_masks_are_told_from_other_rasters_and_come_by_date(qgis_app, tmp_path):
    from s2cloudmask.ui.review.mask_list import find_masks

    write_mask(tmp_path, "B_cloudmask", sensing_time="2024-01-01T00:00:00Z")
    write_mask(tmp_path, "A_cloudmask", sensing_time="2024-02-01T00:00:00Z")
    (tmp_path / "A_confidence.tif").write_bytes(b"")
    (tmp_path / "other.tif").write_bytes(b"")
    (tmp_path / "strange.tif").write_bytes(b"")
    (tmp_path / "strange.json").write_text("[1, 2")
    masks = find_masks(str(tmp_path))
    assert [mask.name for mask in masks] == ["B_cloudmask", "A_cloudmask"]
    assert [os.path.basename(mask.confidence) for mask in masks] == ["", "A_confidence.tif"]
    assert masks[0].titles[3] == "Cloud shadow"


def test_a_product_is_found_beside_its_masks_zipped_or_not(qgis_app, tmp_path):
    from s2cloudmask.ui.review.mask_list import find_product

    (tmp_path / "masks").mkdir()
    (tmp_path / "masks" / "S2A_X.json").write_text("{}")
    there = tmp_path / "2024" / "july" / "S2A_X.SAFE.zip"
    there.parent.mkdir(parents=True)
    there.write_bytes(b"")
    folders = [str(tmp_path / "masks"), str(tmp_path)]
    assert find_product("S2A_X.SAFE", folders) == str(there)
    assert find_product("S2A_X.zip", folders) == str(there)
    assert find_product("S2A_Y.SAFE", folders) == ""
    assert find_product("S2A_X.SAFE", [str(tmp_path / "nowhere")]) == ""
    assert find_product("S2A_X.SAFE", [str(there)]) == str(there), "the product itself may be named"


def test_a_verdict_is_on_the_disk_and_a_second_session_goes_on(mask, tmp_path):
    from s2cloudmask.ui.review.verdicts import GOOD, WRONG, Subject, Verdict, VerdictFile

    folder = str(tmp_path / "masks")
    first, second = VerdictFile(folder), VerdictFile(folder)
    tile = Subject(mask, "r01c02 / 256 px", (0.0, 1.0, 2.0, 3.0), 0.25)
    first.put(Subject(mask), Verdict(GOOD, ""))
    second.put(tile, Verdict(WRONG, 'roofs; "white", and\nsand é'))
    first.put(Subject(mask), Verdict(GOOD, "but for the south"))
    third = VerdictFile(folder)
    third.load()
    assert third.of(mask) == Verdict(GOOD, "but for the south")
    assert third.of(mask, tile.tile) == Verdict(WRONG, 'roofs; "white", and\nsand é')
    rows = rows_of(third.path)
    assert len(rows) == 2, "one row a subject, whoever wrote it"
    assert rows[1]["score"] == "0.2500"
    assert os.listdir(folder).count("review_verdicts.csv") == 1
    assert not [name for name in os.listdir(folder) if name.endswith(".part")]


def test_a_table_edited_in_a_spreadsheet_keeps_its_rows_and_columns(mask, tmp_path):
    from s2cloudmask.ui.review.verdicts import GOOD, Subject, Verdict, VerdictFile

    path = tmp_path / "masks" / "review_verdicts.csv"
    path.write_text("mask;tile;verdict;note;colleague\nother;;wrong;see mail;Ann\n", encoding="utf-8")
    file = VerdictFile(str(tmp_path / "masks"))
    file.load()
    file.put(Subject(mask), Verdict(GOOD, ""))
    rows = rows_of(path)
    assert [(row["mask"], row["verdict"], row["colleague"]) for row in rows] == [
        ("other", "wrong", "Ann"), (mask.name, "good", ""),
    ]  # fmt: skip


def test_a_foreign_file_of_the_same_name_is_not_overwritten(mask, tmp_path):
    from s2cloudmask.ui.review.verdicts import GOOD, Subject, Verdict, VerdictFile

    path = tmp_path / "masks" / "review_verdicts.csv"
    path.write_text("name,price\napple,1\n")
    with pytest.raises(ValueError, match="not a table of this review"):
        VerdictFile(str(tmp_path / "masks")).put(Subject(mask), Verdict(GOOD, ""))
    assert path.read_text() == "name,price\napple,1\n"


def test_labels_are_kept_point_by_point(mask, tmp_path):
    from s2cloudmask.ui.review.labels import LabelFile, points_from_event

    event = {
        "pixels": {"clear": 600, "cloud": 400, "shadow": 0},
        "points": [{"x": 300010.0, "y": 4900010.0, "stratum": "clear"}, {"x": 1.5, "y": 2.5, "stratum": "cloud"}],
    }
    file = LabelFile(str(tmp_path / "masks"))
    assert file.of(mask.name) is None
    points = points_from_event(event)
    file.put(mask.name, points)
    file.put(mask.name, points.labelled(0, "shadow"), range(1))
    again = LabelFile(str(tmp_path / "masks")).of(mask.name)
    assert [point.label for point in again.points] == ["shadow", ""]
    assert (again.first_open(), again.done) == (1, 1)
    assert (again.points[0].x, again.points[1].y) == (300010.0, 2.5)
    assert again.pixels == {"clear": 600, "cloud": 400}
    with pytest.raises(ValueError, match="sample-points"):
        points_from_event({"points": 3})


def test_accuracies_are_those_of_the_worked_example_of_the_paper(qgis_app):
    """Olofsson et al. 2014, tables 8 and 9: four map classes, 640 points, shares of the map."""
    from s2cloudmask.ui.review.accuracy import estimate

    classes = ("deforestation", "gain", "forest", "other")
    counts = ((66, 0, 5, 4), (0, 55, 8, 12), (1, 0, 153, 11), (2, 1, 9, 313))
    pairs = [(row, column) for row, line in zip(classes, counts) for column, n in zip(classes, line) for _ in range(n)]
    accuracy = estimate(pairs, dict(zip(classes, (0.020, 0.015, 0.320, 0.645))), classes)

    def rounded(estimates):
        return [(round(estimates[name].value, 2), round(estimates[name].half_width, 2)) for name in classes]

    assert (round(accuracy.overall.value, 2), round(accuracy.overall.half_width, 2)) == (0.95, 0.02)
    assert rounded(accuracy.users) == [(0.88, 0.07), (0.73, 0.10), (0.93, 0.04), (0.96, 0.02)]
    assert [value for value, _ in rounded(accuracy.producers)] == [0.75, 0.85, 0.93, 0.96]


def test_intervals_hold_the_spread_of_repeated_samples(qgis_app):
    """The formulas against brute force: the same stratified sample drawn two thousand times."""
    from s2cloudmask.ui.review.accuracy import LABELS, estimate

    pixels = {"clear": 600, "cloud": 300, "shadow": 100}
    truth = {"clear": (0.9, 0.06, 0.04), "cloud": (0.1, 0.85, 0.05), "shadow": (0.2, 0.1, 0.7)}
    draw = random.Random(1)
    drawn = []
    for _ in range(2000):
        labels = [(row, label) for row in LABELS for label in draw.choices(LABELS, truth[row], k=100)]
        drawn.append(estimate(labels, pixels))

    def check(estimates):
        spread = 1.96 * statistics.stdev(item.value for item in estimates)
        assert statistics.mean(item.half_width for item in estimates) == pytest.approx(spread, rel=0.06)

    check([accuracy.overall for accuracy in drawn])
    for name in LABELS:
        check([accuracy.users[name] for accuracy in drawn])
        check([accuracy.producers[name] for accuracy in drawn])


def test_no_accuracy_is_told_before_each_class_has_two_points(qgis_app):
    from s2cloudmask.ui.review.accuracy import estimate

    pixels = {"clear": 50, "cloud": 50, "shadow": 0}
    pairs = [("clear", "clear"), ("clear", "cloud"), ("cloud", "cloud"), ("cloud", "unsure")]
    assert estimate(pairs, pixels).overall is None
    accuracy = estimate([*pairs, ("cloud", "cloud")], pixels)
    assert accuracy.overall.value == pytest.approx(0.75)
    assert accuracy.points == 4, "what one cannot tell is left out"
    assert "shadow" not in accuracy.users, "a class that the mask does not have"
