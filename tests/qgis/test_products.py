"""Products as the dialog meets them: found in folders, dropped from anywhere, guessed from names, read from events."""

from __future__ import annotations

import json
import os
import zipfile

import pytest


@pytest.fixture
def tree(tmp_path):
    """A folder tree with products of each container and things that only look like one."""
    compact = tmp_path / "a" / "S2A_MSIL1C_20240715T164849_N0511_R026_T15TVG_20240715T164849.SAFE"
    (compact / "GRANULE" / "L1C_T15TVG" / "IMG_DATA").mkdir(parents=True)
    (compact / "MTD_MSIL1C.xml").touch()
    (compact / "GRANULE" / "L1C_T15TVG" / "IMG_DATA" / "T15TVG_B04.jp2").touch()
    renamed = tmp_path / "b" / "my favourite scene"
    renamed.mkdir(parents=True)
    (renamed / "MTD_MSIL2A.xml").touch()
    old = tmp_path / "b" / "S2A_OPER_PRD_MSIL1C_PDMC_20160101T000000.SAFE"
    old.mkdir()
    (old / "S2A_OPER_MTD_SAFL1C_PDMC_20160101T000000.xml").touch()
    flat = tmp_path / "c" / "55JGF"
    flat.mkdir(parents=True)
    (flat / "metadata.xml").touch()
    (flat / "B04.jp2").touch()
    (flat / "tileInfo.json").touch()
    with zipfile.ZipFile(tmp_path / "c" / "download.zip", "w") as archive:
        archive.writestr("X.SAFE/MTD_MSIL1C.xml", "")
    band = tmp_path / "d" / "scene.zarr" / "measurements" / "reflectance" / "r10m" / "b04"
    band.mkdir(parents=True)
    for name in (".zarray", "0.0", "../../../../.zmetadata"):
        (band / name).touch()
    (tmp_path / "d" / "rain.zarr").mkdir()
    (tmp_path / "d" / "rain.zarr" / "zarr.json").touch()
    with zipfile.ZipFile(tmp_path / "d" / "packed.zarr.zip", "w") as archive:
        archive.writestr("zarr.json", "")
        archive.writestr("measurements/reflectance/r20m/b05/zarr.json", "")
    with zipfile.ZipFile(tmp_path / "c" / "photos.zip", "w") as archive:
        archive.writestr("a.jpg", "")
    (tmp_path / "c" / "S2B_MSIL1C_broken.zip").write_bytes(b"no zip")
    return tmp_path


def test_a_scan_finds_every_container_and_nothing_else(qgis_app, tree):
    from s2cloudmask.bridge.product_search import find_products

    found = {path[len(str(tree)) + 1 :] for path in find_products(str(tree))}
    assert found == {
        "a/S2A_MSIL1C_20240715T164849_N0511_R026_T15TVG_20240715T164849.SAFE",
        "b/my favourite scene",
        "b/S2A_OPER_PRD_MSIL1C_PDMC_20160101T000000.SAFE",
        "c/55JGF",
        "c/download.zip",
        "c/S2B_MSIL1C_broken.zip",
        "d/scene.zarr",
        "d/packed.zarr.zip",
    }


def test_a_scan_waits_for_no_pipe(qgis_app, tree):
    """Opened, a pipe that nobody writes to never answers; neither does one that is called like metadata."""
    from s2cloudmask.bridge.product_search import find_products

    before = list(find_products(str(tree)))
    os.mkfifo(tree / "S2A_MSIL1C_20240713T105031_N0510_R051_T31TCJ_20240713T143015.zip")
    (tree / "piped").mkdir()
    os.mkfifo(tree / "piped" / "MTD_MSIL1C.xml")
    assert list(find_products(str(tree))) == before


def test_a_scan_tells_where_it_looks(qgis_app, tree, monkeypatch):
    from s2cloudmask.bridge import product_search

    monkeypatch.setattr(product_search, "TELL_EVERY_S", -1)
    places = []
    list(product_search.find_products(str(tree), on_folder=places.append))
    assert str(tree) in places and len(places) > 1


def test_a_scan_can_be_cancelled(qgis_app, tree):
    from s2cloudmask.bridge.product_search import find_products

    assert list(find_products(str(tree), lambda: True)) == []


@pytest.mark.parametrize(
    "source",
    [
        "{safe}",
        "{safe}/MTD_MSIL1C.xml",
        "{safe}/GRANULE/L1C_T15TVG/IMG_DATA/T15TVG_B04.jp2",
        "SENTINEL2_L1C:{safe}/MTD_MSIL1C.xml:10m:EPSG_32615",
        "vrt://{safe}/GRANULE/L1C_T15TVG/IMG_DATA/T15TVG_B04.jp2",
    ],
)
def test_a_dropped_file_or_layer_leads_to_its_product(qgis_app, tree, source):
    from s2cloudmask.bridge.product_search import product_of

    safe = str(tree / "a" / "S2A_MSIL1C_20240715T164849_N0511_R026_T15TVG_20240715T164849.SAFE")
    assert product_of(source.format(safe=safe)) == safe


@pytest.mark.parametrize("inside", ["", "/.zmetadata", "/measurements/reflectance/r10m/b04/0.0"])
def test_a_file_or_folder_of_eopf_zarr_leads_to_its_product(qgis_app, tree, inside):
    from s2cloudmask.bridge.product_search import product_of

    assert product_of(f"{tree}/d/scene.zarr{inside}") == str(tree / "d" / "scene.zarr")
    assert product_of(f"{tree}/d/rain.zarr/zarr.json") == ""


def test_a_layer_in_a_zip_leads_to_the_zip(qgis_app, tree):
    from s2cloudmask.bridge.product_search import product_of

    path = str(tree / "c" / "download.zip")
    assert product_of(f"SENTINEL2_L1C:/vsizip/{path}/X.SAFE/MTD_MSIL1C.xml:10m:EPSG_32615") == path
    assert product_of(f"/vsizip/{path}/X.SAFE/GRANULE/a.jp2") == path


def test_a_geotiff_is_a_stack_unless_it_lies_in_a_product(qgis_app, tree):
    from s2cloudmask.bridge.product_search import product_of

    (tree / "b" / "stack.tif").touch()
    (tree / "c" / "55JGF" / "B04.tif").touch()
    assert product_of(str(tree / "b" / "stack.tif")) == str(tree / "b" / "stack.tif")
    assert product_of(str(tree / "c" / "55JGF" / "B04.tif")) == str(tree / "c" / "55JGF")


def test_a_stac_item_is_a_product_and_other_json_is_not(qgis_app, tree):
    from s2cloudmask.bridge.product_search import product_of

    item = {"type": "Feature", "stac_version": "1.0.0", "assets": {}}
    for name, text in (("item.json", json.dumps(item)), ("roads.geojson", '{"type": "Feature"}'), ("x.json", "{")):
        (tree / "b" / name).write_text(text, "utf-8")
    (tree / "c" / "55JGF" / "item.json").write_text(json.dumps(item), "utf-8")
    assert product_of(str(tree / "b" / "item.json")) == str(tree / "b" / "item.json")
    assert product_of(str(tree / "b" / "roads.geojson")) == product_of(str(tree / "b" / "x.json")) == ""
    assert product_of(str(tree / "c" / "55JGF" / "item.json")) == str(tree / "c" / "55JGF")


@pytest.mark.parametrize(
    ("typed", "agreed", "listed"),
    [
        (" https://example.com/data/S2A_MSIL1C_x.zip\n", True, ["https://example.com/data/S2A_MSIL1C_x.zip"]),
        ("s3://bucket/tiles/31/T/CJ/item.json", True, ["s3://bucket/tiles/31/T/CJ/item.json"]),
        ("file://{}/c/download.zip", True, ["{}/c/download.zip"]),
        ("file://{}/b/my%20favourite%20scene", True, ["{}/b/my favourite scene"]),
        ("file:/{}/c/download.zip", True, ["/{}/c/download.zip"]),  # on a server, as file://server/share/…
        ("  ", True, []),
        ("https://example.com/data/S2A_MSIL1C_x.zip", False, []),
    ],
)
def test_an_address_that_is_asked_for_is_listed(qgis_app, tree, typed, agreed, listed):
    from qgis.PyQt.QtCore import QTimer
    from qgis.PyQt.QtWidgets import QApplication, QInputDialog

    from s2cloudmask.ui.dialog.product_panel import ProductPanel

    panel, asked = ProductPanel(), []

    def answer():
        dialog = QApplication.activeModalWidget()
        asked.append(dialog)
        assert isinstance(dialog, QInputDialog)
        dialog.setTextValue(typed.format(tree))
        dialog.accept() if agreed else dialog.reject()

    (ask,) = panel.add_zip.menu().actions()
    QTimer.singleShot(0, answer)
    ask.trigger()
    assert len(asked) == 1 and panel.model.paths() == [path.format(tree) for path in listed]


def test_what_is_no_product_leads_nowhere(qgis_app, tree):
    from s2cloudmask.bridge.product_search import product_of

    assert product_of(str(tree / "b")) == ""
    assert product_of("/nowhere/at/all.tif") == ""


@pytest.mark.parametrize(
    ("name", "time", "tile", "level", "baseline"),
    [
        (
            "S2A_MSIL1C_20240715T164849_N0511_R026_T15TVG_20240715T164849.SAFE.zip",
            "2024-07-15T16:48:49Z",
            "15TVG",
            "L1C",
            "05.11",
        ),
        (
            "S2B_MSIL2A_20220413T150759_N0400_R025_T33XWJ_20220414T082126.SAFE",
            "2022-04-13T15:07:59Z",
            "33XWJ",
            "L2A",
            "04.00",
        ),
        (
            "S2B_OPER_MSI_L1C_TL_EPAE_20180617T013729_A006677_T55JGF_N02.06",
            "",
            "55JGF",
            "L1C",
            "02.06",
        ),
    ],
)
def test_the_name_tells_a_first_row(qgis_app, name, time, tile, level, baseline):
    from s2cloudmask.bridge.product_info import info_from_name

    info = info_from_name("/data/" + name)
    assert (info.sensing_time, info.tiles, info.level, info.baseline) == (time, (tile,), level, baseline)
    assert not info.read


def test_a_renamed_product_tells_nothing_by_its_name(qgis_app):
    from s2cloudmask.bridge.product_info import info_from_name

    info = info_from_name("/data/my favourite scene")
    assert (info.name, info.level, info.tiles) == ("my favourite scene", "", ())


def event(**changes):
    fields = {
        "event": "product",
        "path": "/data/a.SAFE",
        "name": "a",
        "level": "L1C",
        "baseline": "05.11",
        "sensing_time": "2024-07-15T16:48:49Z",
        "granules": [
            {
                "tile": "15TVG",
                "missing": ["B10"],
                "bands": [{"name": "B04", "offset": -1000.0, "quantification": 10000.0}],
            }
        ],
        "models": [
            {"name": "UNetMobV2_V2", "can_run": False, "reason": "needs B10"},
            {"name": "ukis_l1c", "can_run": True, "reason": ""},
        ],
    }
    return {**fields, **changes}


def test_an_event_tells_all(qgis_app):
    from s2cloudmask.bridge.product_info import info_from_event

    info = info_from_event(event())
    assert info.read
    assert info.missing == ("B10",)
    assert info.reason_against("UNetMobV2_V2") == "needs B10"
    assert info.reason_against("ukis_l1c") == ""
    assert info.reason_against("auto") == ""
    assert info.reason_against("/my/own.onnx") == ""
    # Baseline 04.00 and later: a reflectance of 0 is written as 1000.
    assert info.stretch == (1000.0, 4000.0)


def test_an_event_tells_what_failed_what_is_broken_and_what_is_doubted(qgis_app):
    from s2cloudmask.bridge.product_info import info_from_event

    told = event(failures=["Tile 31TDJ: it holds none."])
    told["granules"][0].update(broken={"B01": "B01 cannot be opened."}, notes=["8 % of it is lost."])
    assert info_from_event(told).notes == ("Tile 31TDJ: it holds none.", "B01 cannot be opened.", "8 % of it is lost.")
    assert info_from_event(event()).notes == ()


def test_bounds_that_are_not_four_are_refused_where_they_arrive(qgis_app):
    from s2cloudmask.bridge.product_info import info_from_event

    told = event()
    told["granules"][0].update(crs="EPSG:32631", bounds=[1, 2, 3])
    with pytest.raises(ValueError):
        info_from_event(told)


@pytest.mark.parametrize("changes", [{"granules": None}, {"granules": [{}]}, {"models": 3}])
def test_an_event_of_another_shape_is_refused(qgis_app, changes):
    from s2cloudmask.bridge.product_info import info_from_event

    with pytest.raises(ValueError, match="not a product event"):
        info_from_event(event(**changes))


def result(tmp_path, **changes):
    product = tmp_path / "p.SAFE"
    product.mkdir(exist_ok=True)
    fields = {
        "event": "result",
        "product": str(product),
        "mask": str(tmp_path / "out" / "p_cloudmask.tif"),
        "true_colour": str(product / "TCI.jp2"),
        "bands": {"B02": f"/vsizip/{product}/B02.jp2"},
        "seconds": 3.4,
        "fractions": {"clear": 1},
    }
    return {**fields, **changes}


def test_a_result_with_its_files_where_they_belong(qgis_app, tmp_path):
    from s2cloudmask.bridge.mask_result import result_from_event

    mask = result_from_event(result(tmp_path), str(tmp_path / "out"))
    assert mask.mask.endswith("p_cloudmask.tif")
    assert mask.confidence == ""
    assert mask.fractions == {"clear": 1.0}


@pytest.mark.parametrize(
    ("folder", "mask", "inside"),
    [
        ("s3://bucket/masks", "/vsis3/bucket/masks/m.tif", True),
        ("/vsis3/bucket/masks/", "/vsis3/bucket/masks/m.tif", True),
        ("s3://bucket/masks", "/vsis3/evil-bucket/masks/m.tif", False),
        ("s3://bucket/masks", "/vsis3/bucket/masks-of-others/m.tif", False),
        ("s3://bucket/masks", "/vsis3/evil/bucket/masks/m.tif", False),
        ("s3://bucket/masks", "/vsigs/bucket/masks/m.tif", False),
        ("s3://bucket/masks", "/vsicurl/https://example.org/bucket/masks/m.tif", False),
        ("s3://bucket/masks", "/vsis3/bucket/masks/../m.tif", False),
        ("gs://b", "/vsigs/b/m.tif", True),
        ("az://b/c", "/vsiaz/b/c/m.tif", True),
        ("https://host/a.zip?key=1", "/vsizip/{/vsicurl/https://host/a.zip?key=1}/P/m.tif", True),
        ("https://user:word@host/a.zip", "/vsizip/{/vsicurl/https://host/a.zip}/P/m.tif", True),
        ("https://host/a.zip", "/vsizip/{/vsicurl/https://host/ba.zip}/P/m.tif", False),
        ("https://host/a.zip", "/vsizip/{/vsicurl/https://ahost/a.zip}/P/m.tif", False),
        ("/vsizip/{/vsis3/b/a.zip}", "/vsizip/{/vsis3/b/a.zip}/P/m.tif", True),
    ],
)
def test_an_address_lies_in_another_part_by_part(qgis_app, folder, mask, inside):
    from s2cloudmask.bridge.mask_result import path_inside

    if inside:
        assert path_inside(mask, folder) == mask
    else:
        with pytest.raises(ValueError, match="does not lie in"):
            path_inside(mask, folder)


def test_pictures_of_other_places_are_left_out(qgis_app, tmp_path):
    from s2cloudmask.bridge.mask_result import result_from_event

    elsewhere = {
        "true_colour": "/vsicurl/http://example.org/x.tif",
        "bands": {"B02": "/etc/passwd", "B03": "<VRTDataset>"},
    }
    mask = result_from_event(result(tmp_path, **elsewhere), str(tmp_path / "out"))
    assert mask.true_colour == ""
    assert set(mask.bands.values()) == {""}


@pytest.mark.parametrize(
    "changes",
    [
        {"mask": "/etc/passwd"},
        {"mask": ""},
        {"mask": "{out}/../secret.tif"},
        {"confidence": "/tmp/elsewhere.tif"},
        {"seconds": None, "bands": 3},
    ],
)
def test_a_result_that_names_files_elsewhere_is_refused(qgis_app, tmp_path, changes):
    from s2cloudmask.bridge.mask_result import result_from_event

    out = str(tmp_path / "out")
    changes = {key: value.format(out=out) if isinstance(value, str) else value for key, value in changes.items()}
    with pytest.raises(ValueError):
        result_from_event(result(tmp_path, **changes), out)


@pytest.mark.parametrize(
    ("area", "crs", "inside"),
    [
        ((0.0, 43.0, 1.0, 44.0), "EPSG:4326", True),
        ((10.0, 43.0, 11.0, 44.0), "EPSG:4326", False),
        ((-180.0, -90.0, 180.0, 90.0), "EPSG:4326", True),
        ((-4e7, -4e7, 4e7, 4e7), "EPSG:3857", True),
        ((-5e-05, -5e-05, 1.0, 1.0), "EPSG:4326", False),
        ((300000.0, 4790000.0, 310000.0, 4800000.0), "EPSG:32631", True),
        ((300000.0, 4790000.0, 310000.0, 4800000.0), "nonsense", True),
    ],
)
def test_an_area_is_known_to_be_outside_before_a_run(qgis_app, area, crs, inside):
    from s2cloudmask.bridge.footprint import touches

    tile = (("EPSG:32631", (300000.0, 4790220.0, 409800.0, 4900020.0)),)
    assert touches(tile, area, crs) is inside
    assert touches((), area, crs), "what is not known is left to the engine"


def test_many_products_read_at_once_are_told_of_together(qgis_app, tmp_path, wait_until):
    """The chosen products are counted once, not once for each of hundreds, and each paints its own row alone."""
    from dataclasses import replace

    from s2cloudmask.ui.dialog.product_model import ProductModel, State

    model = ProductModel()
    model.add([str(tmp_path / f"{number}.SAFE") for number in range(200)])
    counted, painted = [], []
    model.checks_changed.connect(lambda: counted.append(len(model.chosen())))
    model.dataChanged.connect(lambda first, last: painted.append((first.row(), last.row())))
    for info in model.infos(range(200)):
        model.set_info(replace(info, read=True))
    wait_until(lambda: counted)
    assert counted == [200]
    for path in model.paths()[:50]:
        model.set_state(path, State.DONE)
    wait_until(lambda: len(counted) > 1)
    assert counted == [200, 150] and {first for first, _ in painted} == set(range(200))
    assert all(first == last for first, last in painted)
