"""The STAC item beside a mask: valid, where the mask lies, what its values mean; it comes and goes with the mask."""

import json
from pathlib import Path

import pystac
import pytest
import rasterio
import rasterio.warp
from affine import Affine

from s2cloudmask.core.products.grid import Grid
from s2cloudmask.core.rasters.mask_files import MaskFiles
from s2cloudmask.core.rasters.mask_item import mask_item, without_local_links

FACTS = {
    "product": "a.SAFE", "mission": "S2B", "tile": "01KAB", "baseline": "05.11", "version": "1", "model": "m",
    "sensing_time": "2024-07-15T10:50:31.024Z", "fractions": {"clear": 0.5, "thick_cloud": 0.25, "thin_cloud": 0.125},
}  # fmt: skip
TITLES = {0: "Clear", 1: "Thick cloud", 3: "Cloud shadow"}


def made(grid: Grid, source: str = "/data/a.SAFE", **facts) -> pystac.Item | None:
    files = MaskFiles(Path("/masks/.x.part/x_cloudmask.tif"))
    return mask_item(files, grid, FACTS | facts, TITLES, source, confidence="x_confidence.tif")


def check(item: dict) -> None:
    """Against the schemas of STAC that pystac carries; those of extensions lie on the network only."""
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is in requirements-test.txt only")
    from pystac.validation.local_validator import get_local_schema_cache
    from referencing import Registry, Resource

    known = get_local_schema_cache()
    registry = Registry().with_resources([(name, Resource.from_contents(schema)) for name, schema in known.items()])
    schema = next(schema for name, schema in known.items() if name.endswith("/item.json"))
    jsonschema.Draft7Validator(schema, registry=registry).validate(item)


@pytest.fixture(scope="module")
def masked(simulated, command, tmp_path_factory):
    out = tmp_path_factory.mktemp("masks")
    product = simulated(size=366, seed=3).path
    done = command("mask", product, "--out", out, "--model", "quick", "--resolution", 60, "--confidence")
    assert done.code == 0, done.err
    return out, product


def test_a_mask_comes_with_an_item_that_leads_to_all_of_it(masked):
    out, product = masked
    (path,) = out.glob("*.stac.json")
    item = pystac.Item.from_file(str(path))
    check(json.loads(path.read_text("utf-8")))
    assert path.name == f"{item.id}.stac.json" and item.properties["platform"] == "sentinel-2a"
    assert item.datetime.isoformat() == "2024-07-15T10:50:31.024000+00:00"
    assert all(Path(asset.get_absolute_href()).is_file() for asset in item.assets.values())
    assert set(item.assets) == {"mask", "confidence", "provenance", "style"}
    (link,) = item.get_links("derived_from")
    assert (out / link.href).resolve() == product
    facts = json.loads((out / f"{item.id}.json").read_text("utf-8"))
    cloud = facts["fractions"]["thick_cloud"]
    assert facts["fractions"]["thin_cloud"] is None  # this network knows one class of cloud
    assert item.properties["eo:cloud_cover"] == pytest.approx(100 * cloud, abs=1e-3)


def test_it_says_where_the_mask_lies_and_what_its_values_mean(masked):
    out, _ = masked
    (path,) = out.glob("*.stac.json")
    item = json.loads(path.read_text("utf-8"))
    with rasterio.open(next(out.glob("*_cloudmask.tif"))) as mask:
        said = item["properties"]
        assert said["proj:code"] == mask.crs.to_string() and said["proj:shape"] == [mask.height, mask.width]
        assert said["proj:transform"][:6] == list(mask.transform)[:6] and said["proj:bbox"] == list(mask.bounds)
        box = rasterio.warp.transform_bounds(mask.crs, "OGC:CRS84", *mask.bounds)
        assert item["bbox"] == pytest.approx(box, abs=1e-4)
        values = {entry["value"] for entry in item["assets"]["mask"]["classification:classes"]}
        assert values == {0, 1, 3, 255} and item["assets"]["mask"]["nodata"] == mask.nodata
    assert set(item["stac_extensions"]) == {
        f"https://stac-extensions.github.io/{name}/schema.json"
        for name in ("projection/v2.0.0", "raster/v2.0.0", "classification/v2.0.0", "processing/v1.2.0", "eo/v2.0.0",
                     "grid/v1.1.0")
    }  # fmt: skip


def test_own_masks_have_one_too(simulated, command, tmp_path):
    done = command("own-mask", simulated(size=366, seed=3).path, "--out", tmp_path, "--resolution", 60)
    assert done.code == 0, done.err
    (path,) = tmp_path.glob("*.stac.json")
    check(json.loads(path.read_text("utf-8")))


def test_across_180_degrees_it_has_two_parts():
    grid = Grid("EPSG:32701", Affine(60, 0, 199980, 0, -60, 8200000), 1830, 1830, 60)  # west of 1°, and beyond
    wide = Grid("EPSG:32701", Affine(60, 0, 99960, 0, -60, 8200000), 1830, 1830, 60)
    item = made(wide).to_dict(include_self_link=False)
    check(item)
    assert item["geometry"]["type"] == "MultiPolygon" and item["bbox"][0] > 170 and item["bbox"][2] < -170
    west, east = (part[0] for part in item["geometry"]["coordinates"])
    assert all(x > 170 for x, _ in west) and all(x < -170 for x, _ in east)
    assert made(grid).to_dict(include_self_link=False)["geometry"]["type"] in ("Polygon", "MultiPolygon")


def test_a_mask_that_lies_nowhere_has_an_item_without_a_place_and_one_without_a_time_has_none():
    nowhere = Grid("", Affine.identity(), 10, 10, 10)
    item = made(nowhere).to_dict(include_self_link=False)
    check(item)
    assert item["geometry"] is None and "bbox" not in item
    assert made(nowhere, sensing_time="") is None


def test_links_are_relative_addresses_stay_and_a_bucket_gets_no_path_of_this_machine():
    grid = Grid("EPSG:32631", Affine(60, 0, 300000, 0, -60, 4900020), 100, 100, 60)
    local, far = (made(grid, source).to_dict(include_self_link=False) for source in ("/data/a.SAFE", "s3://b/a.SAFE"))
    assert [link["href"] for link in local["links"]] == ["../data/a.SAFE"]
    assert [link["href"] for link in far["links"]] == ["s3://b/a.SAFE"]
    assert without_local_links(local)["links"] == [] and without_local_links(far) == far
