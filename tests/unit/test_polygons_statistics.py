"""polygons and statistics: outlines and areas of a mask's classes; cloud by month of a folder of masks."""

import csv
import json

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from PIL import Image
from rasterio.transform import from_origin

from s2cloudmask.core.aftermask.archive_statistics import statistics, table_rows
from s2cloudmask.core.aftermask.class_polygons import class_polygons
from s2cloudmask.core.aftermask.cloud_free import DatedMask
from s2cloudmask.core.aftermask.outputs import check_outputs
from s2cloudmask.core.aftermask.polygon_layer import read_polygons
from s2cloudmask.core.errors import EngineError

LEFT, TOP = 500000, 4900000


def write_mask(path, classes, *, side=20.0, crs="EPSG:32631", time="2024-07-01T10:00:00Z", tile="31TCJ", dtype="uint8"):
    classes = np.asarray(classes, dtype)
    with rasterio.open(
        path, "w", driver="GTiff", width=classes.shape[1], height=classes.shape[0], count=1, dtype=dtype, nodata=255,
        crs=crs, transform=from_origin(LEFT, TOP, side, side) if crs != "EPSG:4326" else from_origin(3, 44, 2e-4, 2e-4),
    ) as file:  # fmt: skip
        file.write(classes, 1)
        file.update_tags(sensing_time=time, tile=tile)
    return str(path)


def blobs(shape=(120, 90), seed=1):
    random = np.random.default_rng(seed)
    field = np.repeat(np.repeat(random.random((shape[0] // 6, shape[1] // 6)), 6, 0), 6, 1)
    field += 0.2 * random.random(shape)
    return np.select([field > 0.9, field > 0.8, field > 0.7], [1, 2, 3], 0).astype(np.uint8)


def read(path):
    meta, _, wkb, fields = pyogrio.raw.read(path)
    return meta["crs"], shapely.from_wkb(wkb), dict(zip(meta["fields"], fields, strict=True))


def test_polygons_cover_their_class_exactly(tmp_path):
    classes = blobs()
    classes[:5] = 255
    mask = write_mask(tmp_path / "m.tif", classes)
    made = class_polygons(mask, str(tmp_path / "p.gpkg"))
    crs, polygons, table = read(made.path)
    assert crs == "EPSG:32631" and shapely.is_valid(polygons).all()
    rows, cols = np.indices(classes.shape)
    xs, ys = LEFT + (cols + 0.5) * 20, TOP - (rows + 0.5) * 20
    for value, name in ((1, "thick_cloud"), (2, "thin_cloud"), (3, "cloud_shadow")):
        mine = shapely.union_all(polygons[table["class"] == value])
        np.testing.assert_array_equal(shapely.contains_xy(mine, xs, ys), classes == value)
        assert made.hectares[name] == pytest.approx((classes == value).sum() * 0.04, rel=1e-6)
        assert made.counts[name] == (table["name"] == name).sum()
    np.testing.assert_allclose(table["area_ha"], shapely.area(polygons) / 1e4, atol=1e-4)


def test_small_ones_go_and_simplified_borders_stay_shared(tmp_path):
    mask = write_mask(tmp_path / "m.tif", blobs())
    few = class_polygons(mask, str(tmp_path / "few.gpkg"), smallest=4000)
    _, polygons, _ = read(few.path)
    assert len(polygons) and shapely.area(polygons).min() >= 4000
    assert sum(few.counts.values()) < sum(class_polygons(mask, str(tmp_path / "all.gpkg")).counts.values())
    rows, cols = np.indices((120, 90))
    round_ones = np.select([np.hypot(rows - 50, cols - 40) < 30, np.hypot(rows - 80, cols - 50) < 25], [1, 3], 0)
    mask = write_mask(tmp_path / "round.tif", round_ones)
    simple = class_polygons(mask, str(tmp_path / "simple.gpkg"), classes=(0, 1, 2, 3), simplify=60)
    _, polygons, _ = read(simple.path)
    assert shapely.is_valid(polygons).all() and shapely.coverage_is_valid(shapely.get_parts(polygons))
    whole = class_polygons(mask, str(tmp_path / "whole.gpkg"), classes=(0, 1, 2, 3))
    assert shapely.get_num_coordinates(polygons).sum() < 0.5 * shapely.get_num_coordinates(read(whole.path)[1]).sum()


def test_geojson_is_in_wgs_84_and_degrees_have_areas(tmp_path):
    classes = np.zeros((10, 10))
    classes[2:7, 3:8] = 1
    made = class_polygons(write_mask(tmp_path / "m.tif", classes), str(tmp_path / "p.geojson"))
    crs, polygons, table = read(made.path)
    assert crs == "EPSG:4326" and table["area_ha"].tolist() == [1.0] and abs(polygons[0].centroid.x - 3) < 0.01
    made = class_polygons(write_mask(tmp_path / "d.tif", classes, crs="EPSG:4326"), str(tmp_path / "d.gpkg"))
    assert made.hectares["thick_cloud"] == pytest.approx(25 * 22.22 * 16.05 / 1e4, rel=0.005)


@pytest.mark.parametrize(
    ("case", "options", "code"),
    [
        ("clear", {}, "nothing-there"),
        ("mask", {"classes": (7,)}, "bad-settings"),
        ("mask", {"out": "p.shp"}, "bad-settings"),
        ("float", {}, "bad-raster"),
        ("bare", {}, "bad-raster"),
        ("mask", {"smallest": 1e9}, "nothing-there"),
        ("mask", {"simplify": float("nan")}, "bad-settings"),
    ],
)
def test_no_file_where_there_are_no_polygons(tmp_path, case, options, code):
    classes = np.zeros((8, 8)) if case == "clear" else np.eye(8)
    kind = "float32" if case == "float" else "uint8"
    mask = write_mask(tmp_path / "m.tif", classes, dtype=kind, crs=None if case == "bare" else "EPSG:32631")
    out = str(tmp_path / options.pop("out", "p.gpkg"))
    with pytest.raises(EngineError) as caught:
        class_polygons(mask, out, **options)
    assert caught.value.code == code and {path.name for path in tmp_path.iterdir()} == {"m.tif"}


def archive(tmp_path):
    """Masks of one tile and, of one date, of another: cloud share 0, 1/2, 1/4 in July and 1 in August 2024."""
    masks = []
    for number, (day, rows) in enumerate(((20230705, 0), (20240701, 10), (20240721, 5), (20240811, 20))):
        classes = np.zeros((20, 20))
        classes[:rows] = 1 + number % 2
        masks.append(DatedMask(write_mask(tmp_path / f"{day}.tif", classes), day, "31TCJ"))
    masks.append(DatedMask(write_mask(tmp_path / "other.tif", np.full((20, 20), 3)), 20240701, "31TDJ"))
    part = np.full((20, 20), 255)
    part[:2] = 1
    masks.append(DatedMask(write_mask(tmp_path / "part.tif", part), 20240721, "31TCJ"))  # sees less of the same day
    return masks


def test_the_table_has_months_years_and_all(tmp_path):
    made, failed = statistics(archive(tmp_path), str(tmp_path / "t.csv"))
    assert not failed and (made.masks, made.places) == (6, 2)
    with open(made.table, encoding="utf-8", newline="") as file:
        rows = {(row["place"], row["year"], row["month"]): row for row in csv.DictReader(file)}
    july = rows["31TCJ", "2024", "7"]
    assert (july["dates"], july["clear"], july["thin_cloud"], july["thick_cloud"]) == ("2", "0.625", "0.25", "0.125")
    assert rows["31TCJ", "", "7"]["clear"] == "0.75" and rows["31TCJ", "", "7"]["dates"] == "3"
    assert rows["31TCJ", "2024", ""]["dates"] == "3" and rows["31TCJ", "", ""]["dates"] == "4"
    assert rows["31TDJ", "", ""]["cloud_shadow"] == "1.0"
    with Image.open(made.plot) as picture:
        assert picture.size == (1080, 540)
    again, _ = statistics(archive(tmp_path), str(tmp_path / "u.csv"))
    for one, other in ((made.table, again.table), (made.plot, again.plot)):
        with open(one, "rb") as first, open(other, "rb") as second:
            assert first.read() == second.read()


def test_places_may_be_polygons_and_a_broken_mask_is_named(tmp_path):
    masks = archive(tmp_path)
    (tmp_path / "broken.tif").write_bytes(b"II*\0")
    boxes = [shapely.box(LEFT, TOP - 200, LEFT + 400, TOP), shapely.box(LEFT + 10, TOP - 400, LEFT + 390, TOP - 210),
             shapely.box(LEFT + 9000, TOP, LEFT + 9100, TOP + 100)]  # fmt: skip
    names = np.array(["north", "south", "far"], object)
    pyogrio.raw.write(str(tmp_path / "p.gpkg"), shapely.to_wkb(np.array(boxes)), [names], ["name"], driver="GPKG",
                      layer="p", geometry_type="Polygon", crs="EPSG:32631")  # fmt: skip
    layer = read_polygons(str(tmp_path / "p.gpkg"), id_field="name")
    made, failed = statistics(
        [*masks[:4], DatedMask(str(tmp_path / "broken.tif"), 20240101, "")], str(tmp_path / "t.csv"), layer
    )
    assert [path for path, _ in failed] == [str(tmp_path / "broken.tif")] and (made.masks, made.places) == (4, 2)
    text = (tmp_path / "t.csv").read_text()
    assert "north,2024,7,2,0.25,0.25,0.5,0.0,1.0" in text and "south,2024,7,2,1.0,0.0,0.0,0.0,1.0" in text
    with pytest.raises(EngineError) as caught:
        statistics(
            [DatedMask(write_mask(tmp_path / "e.tif", np.full((4, 4), 255)), 20240101, "x")], str(tmp_path / "e.csv")
        )
    assert caught.value.code == "nothing-there" and not (tmp_path / "e.csv").exists()


def test_a_class_that_no_network_tells_has_no_share(tmp_path):
    """UKIS knows no thin cloud: 0 would say that there was none."""
    masks = [DatedMask(write_mask(tmp_path / f"{day}.tif", np.eye(20)), day, "31TCJ") for day in (20240701, 20240801)]
    for mask, classes in zip(masks, ({"0": "Clear", "1": "Cloud"}, {"0": "", "1": "", "2": "", "3": ""}), strict=True):
        with rasterio.open(mask.path, "r+") as file:
            file.update_tags(CLASSES=json.dumps(classes))
    made, _ = statistics(masks, str(tmp_path / "t.csv"))
    with open(made.table, encoding="utf-8", newline="") as file:
        rows = {(row["year"], row["month"]): row for row in csv.DictReader(file)}
    assert [rows["2024", month]["thin_cloud"] for month in ("7", "8", "")] == ["", "0.0", "0.0"]
    assert [rows["2024", month]["cloud_shadow"] for month in ("7", "8")] == ["", "0.0"]
    assert {row["thick_cloud"] for row in rows.values()} == {"0.05"}


def test_no_sight_makes_no_rows():
    assert table_rows([]) == []


def test_the_commands(tmp_path, command):

    mask = write_mask(tmp_path / "P_cloudmask.tif", blobs())
    done = command("polygons", mask, "--out", tmp_path / "p.gpkg", "--classes", "1,2", "--smallest-area", 2000,
                   "--progress", "json")  # fmt: skip
    assert done.code == 0 and set(done.of("result")[0]["counts"]) == {"thick_cloud", "thin_cloud"}, done.err
    assert (
        command("polygons", mask, "--out", tmp_path / "p.gpkg", "--progress", "json").of("error")[0]["code"] == "exists"
    )
    done = command("statistics", tmp_path, "--out", tmp_path / "t.csv", "--progress", "json")
    assert done.code == 0 and done.of("result")[0]["places"] == 1, done.err


def test_no_output_takes_the_place_of_another_file(tmp_path):
    main, beside, source = (str(tmp_path / name) for name in ("a.gpkg", "a.json", "parcels.gpkg"))
    check_outputs(main, [beside], [source], False)
    (tmp_path / "a.json").write_text("mine")
    for overwrite in (False, True):  # someone else's file
        with pytest.raises(EngineError) as caught:
            check_outputs(main, [beside], [], overwrite)
        assert caught.value.code == "exists" and "a.json" in caught.value.message
    (tmp_path / "a.gpkg").write_text("an earlier output")
    with pytest.raises(EngineError, match="--overwrite"):
        check_outputs(main, [beside], [], False)
    check_outputs(main, [beside], [], True)
    (tmp_path / "parcels.gpkg").write_text("the input")
    for out, more in ((source, []), (main, [source])):
        with pytest.raises(EngineError, match="one of the inputs"):
            check_outputs(out, more, [source], True)
