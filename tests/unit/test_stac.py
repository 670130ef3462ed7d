"""STAC items as products: each catalogue's asset names, scales and offsets, where assets lie, what is refused."""

import http.server
import json
import shutil
import threading
from datetime import datetime
from functools import partial
from pathlib import Path

import pystac
import pytest
import rasterio
from range_server import Ranges

from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.products.grid import product_grid
from s2cloudmask.core.products.product import open_product
from s2cloudmask.core.products.reader import read_window
from s2cloudmask.core.products.stac_items import gdal_path
from s2cloudmask.core.products.stac_product import is_item

EARTH_SEARCH = {
    "B01": "coastal", "B02": "blue", "B03": "green", "B04": "red", "B05": "rededge1", "B06": "rededge2",
    "B07": "rededge3", "B08": "nir", "B8A": "nir08", "B09": "nir09", "B10": "cirrus", "B11": "swir16", "B12": "swir22",
}  # fmt: skip
COMMON = {"B05": "rededge071", "B06": "rededge075", "B07": "rededge078"}


@pytest.fixture(scope="module")
def granules(simulated):
    return {level: open_product(simulated(size=366, seed=3, level=level).path).granules[0] for level in ("L1C", "L2A")}


def feature(granule, assets: dict, **properties) -> dict:
    properties = {
        "datetime": granule.sensing_time,
        "platform": "sentinel-2a",
        "constellation": "sentinel-2",
    } | properties
    ring = [[0, 44], [1, 44], [1, 45], [0, 45], [0, 44]]
    return {
        "type": "Feature", "stac_version": "1.0.0", "id": granule.name, "links": [], "assets": assets,
        "geometry": {"type": "Polygon", "coordinates": [ring]}, "bbox": [0, 44, 1, 45],
        "properties": {key: value for key, value in properties.items() if value is not None},
    }  # fmt: skip


def earth_search(granule, **more) -> dict:
    """As Earth Search v1 describes products: names of colours, raster:bands."""
    raster = {"nodata": 0, "data_type": "uint16", "scale": 0.0001, "offset": -0.1}
    assets = {
        EARTH_SEARCH[name]: {"href": band.path, "raster:bands": [raster], "eo:bands": [{"name": EARTH_SEARCH[name]}]}
        for name, band in granule.bands.items()
    }
    assets |= {f"{key}-jp2": {"href": "s3://elsewhere/B02.jp2"} for key in assets}
    assets |= {"visual": {"href": "s3://elsewhere/TCI.tif", "eo:bands": [{"name": "red"}, {"name": "green"}]}}
    kind = {"L1C": "S2MSI1C", "L2A": "S2MSI2A"}[granule.level]
    facts = {"s2:product_type": kind, "s2:processing_baseline": "05.11", "grid:code": "MGRS-31TCJ"} | more
    return feature(granule, assets, **facts)


def data_space(granule, **more) -> dict:
    """As the Copernicus Data Space does: names with metres, scales at the asset, coarser copies of bands."""
    assets = {}
    for name, band in granule.bands.items():
        facts = {"raster:scale": 0.0001, "raster:offset": -0.1, "bands": [{"name": name}]}
        assets[f"{name}_{band.resolution}m"] = {"href": band.path, **facts}
        if band.resolution == 10:
            assets[f"{name}_60m"] = {"href": "s3://eodata/none.jp2", **facts}
    facts = {"product:type": "S2MSI" + granule.level[1:], "processing:version": "05.11", "grid:code": "MGRS-31TCJ"}
    return feature(granule, assets, **facts | more)


def planetary_computer(granule, **more) -> dict:
    """As the Planetary Computer does: names of bands, nothing on scales."""
    assets = {name: {"href": band.path, "gsd": band.resolution} for name, band in granule.bands.items()}
    facts = {"s2:product_type": "S2MSI" + granule.level[1:], "s2:processing_baseline": "05.11", "s2:mgrs_tile": "31TCJ"}
    return feature(granule, assets, **facts | more)


def other(granule, **more) -> dict:
    """A catalogue with keys of its own: the band is told by eo:bands."""
    assets = {}
    for number, (name, band) in enumerate(granule.bands.items()):
        known = {"common_name": COMMON.get(name, EARTH_SEARCH[name])} if number % 2 else {"name": name.lower()}
        assets[f"image{number}"] = {
            "href": band.path,
            "eo:bands": [known],
            "raster:bands": [{"scale": 1e-4, "offset": -0.1}],
        }
    level = {"processing:level": granule.level}
    return feature(
        granule, assets, **level | {"mgrs:utm_zone": 31, "mgrs:latitude_band": "T", "mgrs:grid_square": "CJ"} | more
    )


def write(item: dict, folder: Path) -> Path:
    path = folder / f"{item['id']}.json"
    path.write_text(json.dumps(item), "utf-8")
    return path


@pytest.mark.parametrize("level", ["L1C", "L2A"])
@pytest.mark.parametrize("catalogue", [earth_search, data_space, planetary_computer, other])
def test_each_catalogues_item_is_the_product_it_describes(granules, tmp_path, catalogue, level):
    safe = granules[level]
    product = open_product(write(catalogue(safe), tmp_path))
    (granule,) = product.granules
    assert granule.missing == () and list(granule.bands) == list(safe.bands) and granule.metadata_sha256
    for fact in ("name", "mission", "level", "tile", "baseline", "sensing_time", "crs"):
        assert getattr(granule, fact) == getattr(safe, fact), fact
    grid = product_grid(safe, 60)
    wanted, found = (read_window(one, list(safe.bands), grid) for one in (safe, granule))
    assert (wanted[0] == found[0]).all() and (wanted[1] == found[1]).all()


def test_an_item_names_its_product_as_earth_search_v0_and_digital_earth_africa_do(granules, tmp_path):
    product = {"sentinel:product_id": "S2A_MSIL2A_20220715T105031_N0400_R051_T31TCJ_20220715T170000"}
    item = feature(granules["L2A"], planetary_computer(granules["L2A"])["assets"], **product) | {"id": "ec8f1d7a-1111"}
    (granule,) = open_product(write(item, tmp_path)).granules
    assert (granule.level, granule.baseline, granule.tile) == ("L2A", "04.00", "31TCJ")


@pytest.mark.parametrize("key", ["B02_10m", "SR_10m"])
def test_the_item_of_a_product_in_zarr_names_the_product(granules, tmp_path, key):
    href = "https://objects.eodc.eu/S2A_MSIL2A_x.zarr/measurements/reflectance/r10m"
    item = feature(granules["L2A"], {key: {"href": href}}, **{"processing:level": "L2A", "processing:version": "05.11"})
    with pytest.raises(EngineError, match=r"in EOPF Zarr, https://objects\.eodc\.eu/S2A_MSIL2A_x\.zarr\. Give that"):
        open_product(write(item, tmp_path))


def test_a_signed_item_is_the_same_product(granules, tmp_path):
    item = earth_search(granules["L1C"])
    first = open_product(write(item, tmp_path)).granules[0]
    item["assets"]["visual"]["href"] += "?sig=another"
    again = open_product(write(item, tmp_path)).granules[0]
    item["properties"]["s2:processing_baseline"] = "05.10"
    assert first.identity == again.identity != open_product(write(item, tmp_path)).granules[0].identity


def test_stated_scales_and_offsets_are_obeyed(granules, tmp_path):
    item = earth_search(granules["L1C"])
    item["assets"]["red"]["raster:bands"] = [{"scale": 0.0002, "offset": -0.05}]
    item["assets"]["blue"]["raster:bands"] = [{"scale": 0.0001}]
    bands = open_product(write(item, tmp_path)).granules[0].bands
    assert (bands["B04"].offset, bands["B04"].quantification) == (-250, 5000)
    assert bands["B02"].offset == 0 and bands["B03"].offset == -1000


@pytest.mark.parametrize(("baseline", "offset"), [("05.11", -1000), ("04.00", -1000), ("03.01", 0)])
def test_without_them_the_baseline_tells(granules, tmp_path, baseline, offset):
    item = planetary_computer(granules["L1C"], **{"s2:processing_baseline": baseline})
    assert {band.offset for band in open_product(write(item, tmp_path)).granules[0].bands.values()} == {offset}


@pytest.mark.parametrize("level", ["L1C", "L2A"])
def test_the_numbers_tell_the_offset_of_a_baseline_that_says_none(granules, tmp_path, level):
    """99.x is a user's own processing: with an offset or without."""
    item = planetary_computer(granules[level], **{"s2:processing_baseline": "99.99"})
    (granule,) = open_product(write(item, tmp_path)).granules
    assert {band.offset for band in granule.bands.values()} == {-1000}
    assert "own processing (baseline 99.99) says no offset; the numbers show" in granule.notes[0]


def test_where_neither_tells_an_item_of_own_processing_is_refused(granules, tmp_path, monkeypatch):
    monkeypatch.setattr("s2cloudmask.core.products.stac_offset.offset_inside", lambda numbers: None)
    item = planetary_computer(granules["L1C"], **{"s2:processing_baseline": "99.99"})
    with pytest.raises(EngineError, match=r"own processing .* so its reflectance is not known"):
        open_product(write(item, tmp_path))
    for asset in item["assets"].values():
        asset["raster:bands"] = [{"scale": 0.0001, "offset": -0.1}]
    (granule,) = open_product(write(item, tmp_path)).granules
    assert {band.offset for band in granule.bands.values()} == {-1000} and not granule.notes


def test_a_scale_without_an_offset_leaves_it_to_the_numbers(granules, tmp_path):
    item = planetary_computer(granules["L1C"])
    for asset in item["assets"].values():
        asset["raster:bands"] = [{"scale": 0.0001}]
    (granule,) = open_product(write(item, tmp_path)).granules
    assert {band.offset for band in granule.bands.values()} == {-1000}
    assert "its item states no offset; the numbers show" in granule.notes[0]


@pytest.fixture(scope="module")
def cogs(granules, tmp_path_factory) -> dict[bool, Path]:
    """Level-2A as GeoTIFFs in two folders: with the offset of 1000 taken off, and left in."""
    folders = {}
    for taken in (True, False):
        folders[taken] = tmp_path_factory.mktemp("cogs")
        for name, band in granules["L2A"].bands.items():
            with rasterio.open(band.path) as source:
                numbers, profile = source.read(1), {**source.profile, "driver": "GTiff"}
            if taken:
                numbers[numbers > 0] = (numbers[numbers > 0].astype(int) - 1000).clip(1)
            with rasterio.open(
                folders[taken] / f"{name}.tif", "w", **{**profile, "blockxsize": 256, "blockysize": 256}
            ) as tif:
                tif.write(numbers, 1)
    return folders


@pytest.mark.parametrize("said", [True, False])
@pytest.mark.parametrize("taken", [True, False])
def test_whether_an_offset_was_taken_off_is_said_and_acted_on(granules, cogs, tmp_path, taken, said):
    """The numbers win where the item is wrong, as several of 2025 are."""
    item = earth_search(granules["L2A"], **{"earthsearch:boa_offset_applied": said})
    for key in [key for key in item["assets"] if key.endswith("-jp2")]:
        del item["assets"][key]
    for name in granules["L2A"].bands:
        item["assets"][EARTH_SEARCH[name]]["href"] = f"https://sentinel-cogs.example/some/where/{name}.tif"
    (granule,) = open_product(write(item, cogs[taken])).granules  # the files lie beside their item
    assert {band.offset for band in granule.bands.values()} == {0 if taken else -1000}
    (note,) = granule.notes
    assert "offset" in note and ("though its item says" in note) == (taken != said)


def test_geotiffs_whose_item_says_nothing_of_their_offset_are_looked_at_too(granules, cogs):
    item = earth_search(granules["L2A"])
    for key in [key for key in item["assets"] if key.endswith("-jp2")]:
        del item["assets"][key]
    for name in granules["L2A"].bands:
        item["assets"][EARTH_SEARCH[name]]["href"] = f"https://a.example/{name}.tif?signature=x"
    item["assets"]["scl"] = {"href": "https://a.example/SCL.tif?signature=x"}
    (cogs[True] / "SCL.tif").touch()
    (granule,) = open_product(write(item, cogs[True])).granules
    assert {band.offset for band in granule.bands.values()} == {0}
    assert [(mask.kind, mask.path) for mask in granule.own_masks] == [("scl", str(cogs[True] / "SCL.tif"))]


def test_a_zip_of_bands_and_their_item_is_to_be_unpacked(granules, cogs, tmp_path):
    (cogs[False] / "item.json").write_text(json.dumps(earth_search(granules["L2A"])))
    packed = shutil.make_archive(str(tmp_path / "packed"), "zip", cogs[False])
    with pytest.raises(EngineError, match=r"packed\.zip holds .*\.json\. Unpack it"):
        open_product(packed)


@pytest.fixture
def server(granules):
    """The files of a product on a web server of our own: its address, and what was asked."""
    asked = []
    handler = partial(type("Handler", (Ranges,), {"asked": asked}), directory=granules["L1C"].product_path)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as served:
        threading.Thread(target=served.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{served.server_port}", asked
        served.shutdown()


def test_an_item_on_a_server_is_masked_from_where_it_lies(granules, server, command, masks, quick, tmp_path):
    """In a process of its own: rasterio reads under Python's lock, which the server here needs."""
    safe, (address, asked) = granules["L1C"], server
    item, root = data_space(safe), Path(safe.product_path)
    for number, asset in enumerate(item["assets"].values()):
        if not asset["href"].startswith("s3:"):
            inside = Path(asset["href"]).relative_to(root).as_posix()
            asset["href"] = f"./{inside}" if number % 2 else f"{address}/{inside}?sig=secret"
    path = write(item, root)
    try:
        done = command("mask", f"{address}/{path.name}", "--out", tmp_path, "--model", "quick", "--resolution", 60,
                       "--progress", "json")  # fmt: skip
    finally:
        path.unlink()
    assert done.code == 0, done.err
    (made,) = done.of("result")
    assert made["product"] == f"{address}/{path.name}" and "secret" not in done.err
    assert "secret" not in Path(made["json"]).read_text("utf-8")
    local = masks(root, out=tmp_path / "local", model=quick).of("result")[0]["mask"]
    with rasterio.open(made["mask"]) as one, rasterio.open(local) as other:
        assert (one.read(1) == other.read(1)).all()
    assert {path.partition("?")[0].rpartition("_")[2] for path, _ in asked} >= {"B01.jp2", "B12.jp2"}


@pytest.mark.parametrize("prefix", ["file://", ""])
def test_an_item_from_afar_reads_no_file_of_this_machine(granules, server, command, prefix):
    item = data_space(granules["L1C"])
    for asset in item["assets"].values():
        asset["href"] = prefix + asset["href"] + "?sig=secret"
    path = write(item, Path(granules["L1C"].product_path))
    try:
        done = command("info", "--json", f"{server[0]}/{path.name}")
    finally:
        path.unlink()
    (error,) = done.of("error")
    assert error["code"] == ("not-a-product" if prefix else "broken-band") and "secret" not in done.out + done.err


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        ({"id": "LC08_L1TP", "properties": {"platform": "landsat-8"}}, "not-a-product", "landsat-8"),
        ({"id": "x", "properties": {"platform": "sentinel-1a"}}, "not-a-product", "sentinel-1a"),
        ({"id": "x", "properties": {"platform": "sentinel-2a"}}, "not-a-product", "Level-1C or Level-2A"),
        ({"type": "FeatureCollection"}, "not-a-product", "FeatureCollection"),
        ({"type": "Collection"}, "not-a-product", "Collection"),
        ({"assets": {}}, "missing-band", "no asset"),
        ({"assets": {"red": {"href": "/nowhere/B04.tif"}}}, "broken-band", "B04"),
        ({"assets": {"red": {"href": "ftp://host/B04.tif"}}}, "not-a-product", "ftp"),
        ({"stac_version": None}, "not-a-product", "no"),
    ],
)
def test_what_is_no_item_of_sentinel_2_is_refused_with_a_sentence(granules, tmp_path, change, code, said):
    item = earth_search(granules["L1C"])
    properties = change.pop("properties", None)
    if properties:
        item["properties"] = {"datetime": "2024-01-01T00:00:00Z"} | properties
    item = {key: value for key, value in (item | change).items() if value is not None}
    with pytest.raises(EngineError) as caught:
        open_product(write(item | {"id": item.get("id", "x")}, tmp_path))
    assert caught.value.code == code and said in caught.value.message and caught.value.message.endswith(".")


@pytest.mark.parametrize("text", ["", "[]", "{", "null", '{"type": "Feature", "stac_version": "1.0.0", "assets": 3}'])
def test_a_file_that_is_no_item_is_refused(tmp_path, text):
    (tmp_path / "a.json").write_text(text)
    with pytest.raises(EngineError) as caught:
        open_product(tmp_path / "a.json")
    assert caught.value.code == "not-a-product"


def test_reflectance_is_never_guessed(granules, tmp_path):
    item = planetary_computer(granules["L1C"], **{"s2:processing_baseline": None}) | {"id": "scene"}
    with pytest.raises(EngineError, match="neither a scale") as caught:
        open_product(write(item, tmp_path))
    assert caught.value.code == "broken-metadata"


@pytest.mark.parametrize("spell", [lambda path: f"./{path.parent.name}/{path.name}".replace(" ", "%20"), Path.as_uri])
def test_a_local_href_may_be_an_encoded_path(granules, tmp_path, spell):
    item, folder = planetary_computer(granules["L1C"]), tmp_path / "my bands"
    folder.mkdir()
    for asset in item["assets"].values():
        path = Path(shutil.copy(asset["href"], folder))
        asset["href"] = spell(path)
    (granule,) = open_product(write(item, tmp_path)).granules
    assert granule.missing == () and all(Path(band.path).parent == folder for band in granule.bands.values())


@pytest.mark.parametrize("said", [{"platform": "SENTINEL-2"}, {"platform": None}])
def test_an_item_that_names_no_satellite_is_one_of_sentinel_2(granules, tmp_path, said):
    item = planetary_computer(granules["L1C"], **said)
    item["id"] = "scene"
    assert open_product(write(item, tmp_path)).granules[0].mission == "S2"


@pytest.mark.parametrize("level", ["L1C", "L2A"])
def test_the_edge_of_the_swath_is_flat_in_level_2a(granules, tmp_path, level):
    (granule,) = open_product(write(data_space(granules[level]), tmp_path)).granules
    assert {band.flat_edge for band in granule.bands.values()} == {level == "L2A"}


@pytest.mark.parametrize(
    ("path", "item"),
    [
        ("a/x.json", True), ("a/x.GeoJSON", True), ("a/x.jsonl", False), ("https://host/s2/items/S2A_x", True),
        ("https://host/items/S2A_x.SAFE", False), ("https://host/items/S2A_x.zip", False), ("a/items/S2A_x", False),
        ("https://host/items/a/b", False),
    ],
)  # fmt: skip
def test_what_may_be_an_item(path, item):
    assert is_item(path) is item


@pytest.mark.parametrize("main", ["http://127.0.0.1:9/{}", "/not/here/{}"])
def test_an_asset_out_of_reach_is_read_where_its_alternate_lies(granules, tmp_path, main):
    granule = granules["L1C"]
    item = earth_search(granule)
    for asset in item["assets"].values():
        if "raster:bands" in asset:
            there = asset["href"]
            asset["href"] = main.format(Path(there).name)
            asset["alternate"] = {"odd": "no object", "ftp": {"href": "ftp://x/y"}, "local": {"href": there}}
    (found,) = open_product(write(item, tmp_path)).granules
    assert {name: band.path for name, band in found.bands.items()} == {
        name: band.path for name, band in granule.bands.items()
    }


def test_where_no_way_leads_to_an_asset_its_own_address_is_named(granules, tmp_path):
    item = earth_search(granules["L1C"])
    item["assets"]["coastal"] |= {"href": "/not/here/B01.jp2", "alternate": {"other": {"href": "/nor/here/B01.jp2"}}}
    with pytest.raises(EngineError, match=r"B01 of .* cannot be opened .*not/here") as caught:
        open_product(write(item, tmp_path))
    assert caught.value.code == "broken-band"


def test_the_items_of_a_collection_are_each_a_product(granules, tmp_path):
    items = [earth_search(granules["L1C"]) | {"id": f"scene {number}"} for number in range(3)]
    items[1]["properties"] = items[1]["properties"] | {"platform": "landsat-8"}
    found = open_product(write({"type": "FeatureCollection", "id": "several", "features": items}, tmp_path))
    assert [granule.name.endswith(f"_scene_{at}") for granule, at in zip(found.granules, (0, 2), strict=True)] == [
        True, True,
    ]  # fmt: skip
    assert [error.code for error in found.failures] == ["not-a-product"] and "landsat-8" in found.failures[0].message


@pytest.mark.parametrize("kind", ["Collection", "Catalog"])
def test_a_collection_or_catalogue_of_stac_is_named(tmp_path, kind):
    with pytest.raises(EngineError, match=rf"is a {kind} of STAC .*Give the item of one scene") as caught:
        open_product(write({"type": kind, "stac_version": "1.0.0", "id": "x", "links": []}, tmp_path))
    assert caught.value.code == "not-a-product"


def test_a_file_that_is_named_with_a_percent_sign_is_that_file(tmp_path):
    """Other items write spaces as %20."""
    item = pystac.Item("a", None, None, datetime(2024, 7, 15), {})
    for name in ("B04%20x.tif", "B05 x.tif"):
        (tmp_path / name).touch()
    assert gdal_path(f"{tmp_path}/B04%20x.tif", item, False, "a") == str(tmp_path / "B04%20x.tif")
    assert gdal_path(f"{tmp_path}/B05%20x.tif", item, False, "a") == str(tmp_path / "B05 x.tif")
