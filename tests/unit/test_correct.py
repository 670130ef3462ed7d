"""correct: strokes of a brush burnt into a mask, its provenance, and the strokes as labels for teaching."""

import hashlib
import json

import numpy as np
import pytest
import rasterio
from rasterio.transform import from_origin

from s2cloudmask.core.aftermask.correct import correct
from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.products.grid import product_grid
from s2cloudmask.core.products.product import open_product
from s2cloudmask.core.training.label_files import labels_on
from s2cloudmask.core.training.labels import NO_LABEL

FACTS = {"software": "Sentinel-2 Cloud Mask", "product": "P.SAFE", "tile": "31TCJ", "model": "ukis_l1c",
         "sensing_time": "2024-07-01T10:00:00Z", "resolution": 20, "identity": {"product": {"tile": "31TCJ"}},
         "classes": {"0": "Clear", "1": "Cloud (thin cloud often missed)", "3": "Cloud shadow"}}  # fmt: skip


@pytest.fixture
def mask(tmp_path):
    """10 × 12 pixels of 20 m: thick cloud in the upper half, one row of no data at its top."""
    path = tmp_path / "P_cloudmask.tif"
    classes = np.zeros((10, 12), np.uint8)
    classes[:5] = 1
    classes[0] = 255
    with rasterio.open(
        path, "w", driver="GTiff", dtype="uint8", nodata=255, crs="EPSG:32631", count=1, height=10, width=12,
        transform=from_origin(500000, 4900000, 20, 20),
    ) as file:  # fmt: skip
        file.write(classes, 1)
    path.with_suffix(".json").write_text(json.dumps(FACTS))
    return path


def strokes(path, *painted, crs="EPSG:32631"):
    """A file of rectangles, each given as label and its rows and columns."""
    features = []
    for label, top, bottom, left, right in painted:
        x, y = [500000 + 20 * left, 500000 + 20 * right], [4900000 - 20 * top, 4900000 - 20 * bottom]
        ring = [[x[0], y[0]], [x[1], y[0]], [x[1], y[1]], [x[0], y[1]], [x[0], y[0]]]
        features.append({"type": "Feature", "properties": {"label": label},
                         "geometry": {"type": "Polygon", "coordinates": [ring]}})  # fmt: skip
    table = {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": crs}}, "features": features}
    path.write_text(json.dumps(table))
    return str(path)


def classes_of(path):
    with rasterio.open(path) as file:
        return file.read(1)


@pytest.mark.parametrize("strip", [3, 512])
def test_strokes_are_burnt_in_their_order_and_told(mask, tmp_path, monkeypatch, strip):
    monkeypatch.setattr("s2cloudmask.core.aftermask.refine.STRIP", strip)  # rows that are held at a time
    before = classes_of(mask)
    file = strokes(tmp_path / "s.geojson", ("thin_cloud", 0, 4, 2, 6), ("clear", 3, 6, 4, 8))
    out = tmp_path / "P_cloudmask_corrected.tif"
    made = correct(str(mask), file, str(out))
    wanted = before.copy()
    wanted[1:4, 2:6] = 2
    wanted[3:6, 4:8] = 0
    np.testing.assert_array_equal(classes_of(out), wanted)
    np.testing.assert_array_equal(classes_of(mask), before)
    facts = json.loads(out.with_suffix(".json").read_text())
    told = facts["corrected"]
    assert told["painted"] == {"clear": 12, "thin_cloud": 10} and told["changed"] == {"clear": 8, "thin_cloud": 10}
    assert told["strokes"] == 2 and told["from"] == mask.name
    assert told["from_sha256"] == hashlib.sha256(mask.read_bytes()).hexdigest()
    assert "identity" not in facts and facts["product_identity"] == {"tile": "31TCJ"} and facts["product"] == "P.SAFE"
    assert list(facts["classes"]) == ["0", "1", "2", "3"] and made.fractions["thin_cloud"] == round(10 / 108, 6)
    with rasterio.open(out) as file:
        assert file.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"

    # What is corrected further keeps its labels, and its history.
    more = strokes(tmp_path / "t.geojson", ("cloud_shadow", 8, 9, 0, 12))
    with pytest.raises(EngineError) as refused:
        correct(str(out), more, str(out))
    assert refused.value.code == "exists"
    correct(str(out), more, str(out), overwrite=True)
    wanted[8] = 3
    np.testing.assert_array_equal(classes_of(out), wanted)
    again = json.loads(out.with_suffix(".json").read_text())["corrected"]
    assert again["painted"] == {"cloud_shadow": 12} and again["before"] == told
    labels = json.loads(out.with_suffix(".geojson").read_text())
    assert [feature["properties"]["label"] for feature in labels["features"]] == ["thin_cloud", "clear", "cloud_shadow"]


def test_what_is_no_correction_is_refused_and_nothing_is_written(mask, tmp_path):
    good = strokes(tmp_path / "good.geojson", ("clear", 1, 4, 2, 6))
    off = strokes(tmp_path / "off.geojson", ("clear", 50, 60, 2, 6))
    on_no_data = strokes(tmp_path / "none.geojson", ("clear", 0, 1, 2, 6))
    other = strokes(tmp_path / "other.geojson", ("snow", 1, 4, 2, 6))
    (tmp_path / "text.geojson").write_text("[]")
    (tmp_path / "mine.geojson").write_text("mine")
    before = sorted(path.name for path in tmp_path.iterdir())
    for file, out, code in (
        (off, "c.tif", "nothing-there"), (on_no_data, "c.tif", "nothing-there"), (other, "c.tif", "bad-polygons"),
        (str(tmp_path / "text.geojson"), "c.tif", "bad-polygons"),
        (str(tmp_path / "not.geojson"), "c.tif", "bad-polygons"),
        (good, "c.png", "bad-settings"), (good, "good.tif", "bad-settings"), (good, mask.name, "bad-settings"),
        (good, "mine.tif", "name-taken"),
    ):  # fmt: skip
        with pytest.raises(EngineError) as refused:
            correct(str(mask), file, str(tmp_path / out), overwrite=True)
        assert refused.value.code == code, (file, out, refused.value.message)
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_mask_is_never_without_its_labels(mask, tmp_path):
    file = strokes(tmp_path / "s.geojson", ("thin_cloud", 2, 4, 2, 6))
    out = tmp_path / "P_cloudmask_corrected.tif"
    told = []
    correct(str(mask), file, str(out), announce=lambda made: told.append((made.mask, sorted(tmp_path.iterdir()))))
    ((path, there),) = told
    assert path == str(out) and {out, out.with_suffix(".geojson")} <= set(there)
    before = {path: path.read_bytes() for path in tmp_path.glob("P_*") if path.suffix != ".geojson"}
    out.with_suffix(".geojson").unlink()
    out.with_suffix(".geojson").mkdir()
    with pytest.raises(EngineError) as refused:
        correct(str(mask), file, str(out), overwrite=True)
    assert refused.value.code == "name-taken"
    assert {path: path.read_bytes() for path in before} == before
    assert not list(tmp_path.glob(".*"))


def test_strokes_become_labels_that_a_network_is_taught(simulated, command, tmp_path):
    product = simulated().path
    granule = open_product(str(product)).granules[0]
    grid = product_grid(granule, 60)
    mask = tmp_path / f"{product.stem}_cloudmask.tif"
    assert command("own-mask", product, "--out", mask, "--resolution", "60").code == 0
    left, top = grid.transform * (2, 3)
    ring = [[left, top], [left + 240, top], [left + 240, top - 180], [left, top - 180], [left, top]]
    file = tmp_path / "s.geojson"
    file.write_text(json.dumps({
        "type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": grid.crs}},
        "features": [{"type": "Feature", "properties": {"label": "cloud_shadow"},
                      "geometry": {"type": "Polygon", "coordinates": [ring]}}],
    }))  # fmt: skip
    out = tmp_path / f"{product.stem}_cloudmask_corrected.tif"
    done = command("correct", mask, "--strokes", file, "--out", out, "--progress", "json")
    assert done.code == 0 and done.of("result")[0]["mask"] == str(out), done.events
    labels = labels_on(granule, grid, str(out.with_suffix(".geojson")), "label", "ours", alone=False)
    wanted = np.full((grid.height, grid.width), NO_LABEL, np.uint8)
    wanted[3:6, 2:6] = 3
    np.testing.assert_array_equal(labels, wanted)
    whole = labels_on(granule, grid, str(out), "label", "ours", alone=False)
    np.testing.assert_array_equal(whole[3:6, 2:6], 3)
