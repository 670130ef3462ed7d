"""fields: shares of classes per polygon and date, what is predicted for them, and the files that come of it."""

import json
import sqlite3
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely

from s2cloudmask.core.aftermask import field_windows
from s2cloudmask.core.aftermask.field_files import calendar, write_geopackage
from s2cloudmask.core.aftermask.field_run import FieldRun
from s2cloudmask.core.aftermask.field_windows import plan_around
from s2cloudmask.core.aftermask.fields import FieldDate, FieldMask, one_a_day, shares, summaries
from s2cloudmask.core.aftermask.known_masks import open_granules
from s2cloudmask.core.aftermask.polygon_layer import read_polygons
from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.events import Reporter
from s2cloudmask.core.masking.mask_granule import MaskSettings, mask_granule
from s2cloudmask.core.masking.patch_source import MaskPlan, PatchSource
from s2cloudmask.core.masking.patches import PatchPlan, PatchRow
from s2cloudmask.core.networks.ensemble import find_network, open_network
from s2cloudmask.core.products.grid import PixelWindow, product_grid
from s2cloudmask.core.rasters.class_raster import product_facts, write_classes
from s2cloudmask.core.runs.mask_request import MaskRequest
from s2cloudmask.core.simulation.simulate import simulate

SIZE = 732
TITLES = {0: "Clear", 1: "Thick cloud", 2: "Thin cloud", 3: "Cloud shadow"}


def write_polygons(path, polygons, names=None, crs="EPSG:32631", layer="parcels"):
    wkb = np.array([None if polygon is None else shapely.to_wkb(polygon) for polygon in polygons], object)
    names = names or [f"field {number}" for number in range(len(polygons))]
    driver = "GeoJSON" if str(path).endswith(".geojson") else "GPKG"
    pyogrio.raw.write(str(path), wkb, [np.array(names, object)], ["name"], layer=layer, driver=driver,
                      geometry_type="Unknown", crs=crs, append=Path(path).exists())  # fmt: skip
    return str(path)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A simulated granule, its mask of known classes at 20 m, and its corner (left, top)."""
    folder = tmp_path_factory.mktemp("place")
    product = simulate(folder, size=SIZE, seed=2, valid_share=1.0)
    ((_, granule),), _ = open_granules([str(product.path)])
    grid = product_grid(granule, 20)
    classes = (
        np.random.default_rng(1).choice([0, 1, 2, 3, 255], grid.shape, p=[0.5, 0.2, 0.1, 0.1, 0.1]).astype(np.uint8)
    )
    mask = folder / "masks" / f"{granule.name}_cloudmask.tif"
    write_classes(mask, grid, [classes], {**product_facts(granule), "model": "known"}, TITLES, lambda _: None)
    return str(product.path), granule, mask, classes, grid.bounds[0], grid.bounds[3]


def fields_at(left, top):
    hole = shapely.Point(left + 3050, top - 3050).buffer(30)
    return [
        shapely.box(left + 105, top - 411, left + 395, top - 107),
        shapely.affinity.rotate(shapely.box(left + 1003, top - 1507, left + 1511, top - 1201), 31),
        shapely.box(left + 3000, top - 3100, left + 3100, top - 3000) - hole,
        shapely.box(left - 200, top - 700, left + 200, top - 500),  # half outside
    ]  # fmt: skip


def test_shares_are_those_of_a_fine_sampling(place, tmp_path):
    _, granule, mask, classes, left, top = place
    polygons = fields_at(left, top)
    layer = read_polygons(write_polygons(tmp_path / "p.gpkg", polygons), id_field="name")
    found = shares(FieldMask(granule, str(mask), "known"), layer, 0.5)
    assert [date.polygon for date in found] == [0, 1, 2, 3] and {date.day for date in found} == {20240715}
    for date, polygon in zip(found, polygons, strict=True):
        xmin, ymin, xmax, ymax = polygon.bounds
        xs, ys = np.meshgrid(np.arange(xmin, xmax, 0.5) + 0.25, np.arange(ymin, ymax, 0.5) + 0.25)
        inside = shapely.contains_xy(polygon, xs, ys)
        cols, rows = np.floor((xs[inside] - left) / 20).astype(int), np.floor((top - ys[inside]) / 20).astype(int)
        values = np.where(cols >= 0, classes[rows, cols], 255)
        wanted = [(values == value).mean() for value in (0, 1, 2, 3, 255)]
        np.testing.assert_allclose([*date.shares, date.no_data], wanted, atol=0.005)
        assert sum(date.shares) + date.no_data == pytest.approx(1, abs=1e-5)
        assert date.usable == (date.shares[0] >= 0.5)
    assert found[3].no_data > 0.5


def test_any_crs_and_invalid_polygons_are_taken_and_empty_ones_named(place, tmp_path):
    _, granule, mask, _, left, top = place
    xs, ys = rasterio.warp.transform(granule.crs, "EPSG:4326", [left + 100, left + 900], [top - 900, top - 100])
    west, east, south, north = *xs, *ys
    bow_tie = shapely.Polygon([(west, south), (east, north), (east, south), (west, north)])
    polygons = [bow_tie, shapely.Polygon(), None, shapely.box(west, south, east, north)]
    path = write_polygons(tmp_path / "p.geojson", polygons, crs="EPSG:4326")
    layer = read_polygons(path, id_field="name")
    assert layer.ids == ("field 0", "field 3") and len(layer.left_out) == 2 and "field 1" in layer.left_out[0]
    assert all(polygon.is_valid for polygon in layer.geometries)
    found = shares(FieldMask(granule, str(mask), ""), layer, 0.9)
    assert [date.polygon for date in found] == [0, 1] and all(date.no_data < 0.2 for date in found)


def test_names_and_coordinates_that_are_none_spoil_no_other(tmp_path):
    box, broken = shapely.box(0, 0, 10, 10), shapely.Polygon([(0, 0), (1, np.nan), (1, 1)])
    path, wkb = str(tmp_path / "p.gpkg"), shapely.to_wkb(np.array([box, broken, box, box], object))
    mask = np.array([False, True, False, True])
    pyogrio.raw.write(path, wkb, [np.array([101, 0, 7, 0])], ["number"], field_mask=[mask], layer="p", driver="GPKG",
                      geometry_type="Polygon", crs="EPSG:32631")  # fmt: skip
    layer = read_polygons(path, id_field="number")
    assert layer.ids == ("101", "7", "") and layer.left_out == (
        f"Polygon 2 of {path} is empty or has no area; it is left out.",
    )


def test_products_of_two_zones_are_rows_of_one_table(tmp_path):
    """Each product in its own CRS; a polygon that both see on a day has one row."""
    seen, polygons = [], []
    for tile in ("31TCJ", "32TLQ"):
        product = simulate(tmp_path, size=60, tile=tile, valid_share=1.0)
        ((_, granule),), _ = open_granules([str(product.path)])
        grid = product_grid(granule, 20)
        mask = tmp_path / f"{tile}_cloudmask.tif"
        write_classes(mask, grid, [np.zeros(grid.shape, np.uint8)], product_facts(granule), TITLES, lambda _: None)
        left, bottom, right, top = grid.bounds
        xs, ys = rasterio.warp.transform(granule.crs, "EPSG:4326", [left + 105, right - 95], [bottom + 93, top - 111])
        polygons.append(shapely.box(xs[0], ys[0], xs[1], ys[1]))
        seen.append(FieldMask(granule, str(mask), "known"))
    layer = read_polygons(write_polygons(tmp_path / "p.gpkg", polygons, crs="EPSG:4326"), id_field="name")
    rows = one_a_day([date for mask in [*seen, *seen] for date in shares(mask, layer, 0.9)])
    assert [(row.polygon, row.product[38:44], row.usable, row.no_data) for row in rows] == [
        (0, "T31TCJ", True, 0.0), (1, "T32TLQ", True, 0.0),
    ]  # fmt: skip
    assert {mask.granule.crs for mask in seen} == {"EPSG:32631", "EPSG:32632"}


@pytest.mark.parametrize("case", ["absent", "not vector", "field", "layer", "several", "no crs", "points", "twice"])
def test_a_layer_that_cannot_be_used_is_refused_with_a_sentence(tmp_path, case):
    path, options, box = tmp_path / "p.gpkg", {}, shapely.box(0, 0, 10, 10)
    if case == "not vector":
        path.write_text("no vector file")
    elif case in ("points", "no crs", "twice"):
        shapes = [shapely.Point(0, 0)] if case == "points" else [box, box]
        write_polygons(path, shapes, ["a"] * len(shapes), crs=None if case == "no crs" else "EPSG:32631")
        options = {"id_field": "name"} if case == "twice" else {}
    elif case != "absent":
        write_polygons(path, [box])
        if case == "several":
            write_polygons(path, [box], layer="more")
        options = {"field": {"id_field": "other"}, "layer": {"layer": "other"}}.get(case, {})
    with pytest.raises(EngineError) as caught:
        read_polygons(str(path), **options)
    assert caught.value.code == "bad-polygons" and str(path) in caught.value.message


def test_a_class_that_the_network_does_not_tell_has_no_share(place, tmp_path):
    _, granule, mask, classes, left, top = place
    layer = read_polygons(write_polygons(tmp_path / "p.gpkg", fields_at(left, top)), id_field="name")
    with rasterio.open(mask) as file:
        profile = file.profile
    bare = tmp_path / "bare.tif"
    with rasterio.open(bare, "w", **profile) as file:
        file.write(np.where(classes == 2, 1, classes).astype(np.uint8), 1)
    found = shares(FieldMask(granule, str(bare), "UKIS", frozenset({0, 1, 3})), layer, 0.5)
    assert [date.shares[2] for date in found] == [None] * 4
    assert all(sum(share or 0 for share in date.shares) + date.no_data == pytest.approx(1) for date in found)
    write_geopackage(tmp_path / "f.gpkg", layer, found, summaries(found, 4))
    fields = pyogrio.raw.read(tmp_path / "f.gpkg", layer="fields")
    columns = dict(zip(fields[0]["fields"], fields[3], strict=True))
    assert np.isnan(columns["thin_cloud"]).all() and not np.isnan(columns["cloud_shadow"]).any()
    assert "thin" not in calendar(layer, found, summaries(found, 4), 0.5)


def test_summaries_count_dates_and_the_longest_gap():
    def date(polygon, day, clear, no_data=0.0, product="a"):
        return FieldDate(polygon, day, product, "m", (clear, 0, 0, 0), no_data, clear >= 0.9)

    dates = one_a_day([
        date(0, 20240701, 0.2), date(0, 20240711, 1.0), date(0, 20240716, 0.1), date(0, 20240825, 0.95),
        date(1, 20240701, 0.5), date(0, 20240711, 0.3, 0.7, "b"),
    ])  # fmt: skip
    assert [(one.polygon, one.day, one.product) for one in dates][1] == (0, 20240711, "a") and len(dates) == 5
    first, second, third = summaries(dates, 3)
    assert (first.dates, first.usable, first.first_usable, first.last_usable) == (4, 2, 20240711, 20240825)
    assert first.longest_gap == 45 and second.longest_gap == 0 and second.usable == 0
    assert (third.dates, third.longest_gap, third.last_usable) == (0, None, None)


def test_only_what_lies_near_polygons_is_predicted_and_as_the_whole_is(place, tmp_path, monkeypatch):
    _, granule, _, _, left, top = place
    monkeypatch.setattr(field_windows, "SIDES", (96,))
    corners = (200, 200), (6500, 300), (3000, 6600)  # far apart: patches with gaps between them
    polygons = np.array([shapely.box(left + x, top - y - 250, left + x + 250, top - y) for x, y in corners], object)
    predictor = open_network(find_network("UNetMobV2_s2cm"), device="cpu", precision="float32")
    settings = MaskSettings(resolution=20, patch=96)
    plan = plan_around(granule, predictor, MaskSettings(resolution=20), polygons)
    near = field_windows.mask_around(
        tmp_path, granule, predictor, MaskSettings(resolution=20), polygons, lambda _: None
    )
    whole = mask_granule(granule, tmp_path / "whole.tif", predictor, settings)
    area = sum(len(row.lefts) * row.height * row.width for row in plan.patches.rows)
    assert area < 0.8 * plan.network_grid.height * plan.network_grid.width
    with rasterio.open(near) as some, rasterio.open(whole.mask) as every:
        classes, wanted = some.read(1), every.read(1)
    assert (classes == 255).mean() > 0.3
    for polygon in polygons:
        xmin, ymin, xmax, ymax = polygon.bounds
        part = (
            slice(int((top - ymax) / 20), int((top - ymin) / 20)),
            slice(int((xmin - left) / 20), int((xmax - left) / 20)),
        )
        assert (classes[part] != 255).all()
        assert (classes[part] == wanted[part]).mean() > 0.8


def test_between_patches_of_a_coarser_network_there_is_no_data(place):
    _, granule, _, _, _, _ = place
    fine, coarse = product_grid(granule, 20), product_grid(granule, 30)
    rows = (PatchRow(0, (0, 150), 64, 64, 0, 0), PatchRow(60, (30,), 64, 64, 4, 0))
    plan = MaskPlan(granule, find_network("ukis_l1c"), fine, coarse, PixelWindow(0, 0, *fine.shape), PatchPlan(rows))
    with PatchSource(plan, 2) as source:
        for _ in range(3):
            source.take()
        (upper, first), (lower, second) = source.valid(0), source.valid(1)
    assert (first, second, len(upper), len(lower)) == (0, 90, 90, 96)
    wanted = np.zeros(upper.shape, bool)
    wanted[:, :96] = wanted[:, 225:321] = True
    np.testing.assert_array_equal(upper, wanted)
    assert lower[:, 45:141].all() and not lower[:, :45].any() and not lower[:, 141:].any()


def test_the_command_writes_geopackage_calendar_and_provenance(place, tmp_path, command):
    product, _, mask, _, left, top = place
    polygons = [*fields_at(left, top), shapely.box(left - 9000, top, left - 8000, top + 100)]
    path = write_polygons(tmp_path / "p.gpkg", polygons, ["<b>one</b>", "two", "three", "four", "far"])
    other = simulate(tmp_path, size=60, seed=1, tile="31TDJ", time="20240716T105031")
    arguments = ["fields", product, other.path, "--polygons", path, "--id", "name", "--usable", 0.45]
    arguments += ["--masks", mask.parent, "--progress", "json"]
    done = command(*arguments, "--out", tmp_path / "a.gpkg")
    assert done.code == 1 and [error["code"] for error in done.of("error")] == ["outside-product"], done.err
    (result,) = done.of("result")
    assert result["rows"] == 4 and result["unseen"] == 1 and "far" in done.err
    beside = write_polygons(tmp_path / "q.gpkg", [shapely.box(left - 100, top - 300, left, top)])
    run = FieldRun(beside, None, None, 0.9, str(tmp_path / "b.gpkg"))
    request = MaskRequest(("auto",), MaskSettings(20), None, None, "cpu", "auto")
    made, left_out = run.go([product], str(mask.parent), request, Reporter())
    assert not made and [error.code for _, error in left_out] == ["outside-product"]  # it meets the tile's border
    meta, _, _, rows = pyogrio.raw.read(result["polygons"], layer="fields")
    table = dict(zip(meta["fields"], rows, strict=True))
    assert list(table["id"]) == ["<b>one</b>", "two", "three", "four"] and str(table["date"][0]) == "2024-07-15"
    assert meta["crs"] == "EPSG:32631" and list(table["usable"]) == list(table["clear"] >= 0.45)
    meta, _, _, rows = pyogrio.raw.read(result["polygons"], layer="summary")
    assert list(dict(zip(meta["fields"], rows, strict=True))["dates"]) == [1, 1, 1, 1, 0]
    with sqlite3.connect(result["polygons"]) as base:
        styles = dict(base.execute("SELECT f_table_name, styleQML FROM layer_styles").fetchall())
    assert 'startField="date"' in styles["fields"] and "graduatedSymbol" in styles["summary"]
    page = Path(result["calendar"]).read_text("utf-8")
    assert "&lt;b&gt;one&lt;/b&gt;" in page and "<script" not in page and "://" not in page and "2024-07" in page
    facts = json.loads(Path(result["json"]).read_text("utf-8"))
    assert facts["products"][0]["model"] == "known" and facts["left_out"][0]["code"] == "outside-product"
    again = command(*arguments, "--out", tmp_path / "sub" / "a.gpkg")
    assert again.code == 1
    for name in ("a.gpkg", "a.html", "a.json"):
        assert (tmp_path / name).read_bytes() == (tmp_path / "sub" / name).read_bytes()
    assert not list(tmp_path.rglob("*.part"))


def test_products_without_masks_are_predicted_around_the_polygons(place, tmp_path, command):
    product, _, _, _, left, top = place
    path = write_polygons(tmp_path / "p.gpkg", fields_at(left, top))
    done = command("fields", product, "--polygons", path, "--out", tmp_path / "a.gpkg", "--model", "quick",
                   "--mask-resolution", 60, "--progress", "json")  # fmt: skip
    assert done.code == 0, done.err
    assert done.of("result")[0]["rows"] == 4 and done.of("progress")[-1]["fraction"] == 1
    assert {path.name for path in tmp_path.iterdir()} == {"p.gpkg", "a.gpkg", "a.html", "a.json"}
