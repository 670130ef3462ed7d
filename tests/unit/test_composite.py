"""composite: what a pixel shows, its receipt, its radiometry, and what does not belong together."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pystac
import pytest
import rasterio
from test_mask_item import check

from s2cloudmask.core.aftermask import choosing
from s2cloudmask.core.aftermask import composite as road
from s2cloudmask.core.aftermask.composite import CompositeSettings, composite, fitting
from s2cloudmask.core.aftermask.known_masks import granule_key, known_masks, masked, open_granules
from s2cloudmask.core.cli import main
from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.products.grid import product_grid
from s2cloudmask.core.rasters.class_raster import product_facts, write_classes
from s2cloudmask.core.simulation.simulate import simulate

SIZE = 366
DAYS = (20240701, 20240706, 20240711, 20240716, 20240721)
TITLES = {0: "Clear", 1: "Thick cloud", 2: "Thin cloud", 3: "Cloud shadow"}


def coarser(classes: np.ndarray, factor: int) -> np.ndarray:
    """Classes of cells: the first that is not clear, no data where any is."""
    rows, cols = (side // factor for side in classes.shape)
    cells = classes.reshape(rows, factor, cols, factor).transpose(0, 2, 1, 3).reshape(rows, cols, -1)
    return cells.max(axis=2)


def write_mask(folder: Path, granule, classes: np.ndarray, resolution: int) -> str:
    """A mask file of a granule with given classes."""
    target = folder / f"{granule.name}_cloudmask.tif"
    write_classes(target, product_grid(granule, resolution), [classes], product_facts(granule), TITLES, lambda _: None)
    return str(target)


def true_mask(folder: Path, granule, truth: Path, resolution: int) -> str:
    with rasterio.open(truth) as file:
        return write_mask(folder, granule, coarser(file.read(1), resolution // 10), resolution)


@pytest.fixture(scope="module")
def dates(tmp_path_factory):
    """Five dates of a tile, of two baselines; masks are the truth at 20 m: (product, granule, truth, mask)."""
    folder = tmp_path_factory.mktemp("dates")
    made = []
    for number, day in enumerate(DAYS):
        product = simulate(
            folder, size=SIZE, seed=number, time=f"{day}T105031", cloud_share=0.35,
            baseline="02.06" if number == 1 else "05.11",
        )  # fmt: skip
        ((_, granule),), _ = open_granules([str(product.path)])
        made.append(
            (str(product.path), granule, product.truth, true_mask(folder / "masks", granule, product.truth, 20))
        )
    return made


def parts_of(dates):
    return [masked(granule, mask) for _, granule, _, mask in dates]


def read(made):
    with rasterio.open(made.path) as file, rasterio.open(made.receipt) as receipt:
        return file.read(), receipt.read()


def clear_by_truth(dates, factor):
    return np.array([coarser(rasterio.open(truth).read(1), factor) == 0 for _, _, truth, _ in dates])


@pytest.mark.parametrize("method", choosing.METHODS)
def test_what_is_shown_is_clear_in_truth_wherever_any_date_is(dates, tmp_path, method):
    made = composite(parts_of(dates), str(tmp_path / "c.tif"), CompositeSettings(method, margin=0.0))
    values, receipt = read(made)
    clear = clear_by_truth(dates, 2)
    shown = receipt[0] > 0
    assert (shown == clear.any(axis=0)).mean() >= 0.99
    number = np.searchsorted(DAYS, receipt[0][shown])
    assert clear[number, *np.nonzero(shown)].mean() >= 0.99
    assert ((values > 0).all(axis=0) == shown).all()
    assert (receipt[1][shown] == clear.sum(axis=0)[shown]).mean() >= 0.99
    assert made.filled == pytest.approx(shown.mean(), abs=1e-6)
    if method in ("latest", "first"):
        order = clear[::-1] if method == "latest" else clear
        wanted = np.array(DAYS[::-1] if method == "latest" else DAYS)[order.argmax(axis=0)]
        assert (receipt[0] == wanted)[shown].mean() >= 0.99


def test_reflectance_is_that_of_each_dates_own_offset(dates, tmp_path):
    made = composite(
        parts_of(dates), str(tmp_path / "c.tif"), CompositeSettings("latest", ("B08", "B04"), 10, margin=0)
    )
    values, receipt = read(made)
    seen = set()
    for (_, granule, _, _), day in zip(dates, DAYS, strict=True):
        here = receipt[0] == day
        seen.add(granule.bands["B04"].offset if here.any() else None)
        for plane, name in zip(values, ("B08", "B04"), strict=True):
            band = granule.bands[name]
            with rasterio.open(band.path) as file:
                numbers = file.read(1).astype(int)
            wanted = np.clip(np.rint((numbers + band.offset) / band.quantification * 10000), 1, 65535)
            np.testing.assert_array_equal(plane[here], wanted[here])
    assert {0, -1000} <= seen
    with rasterio.open(made.path) as file:
        assert file.scales == (0.0001, 0.0001) and file.nodata == 0 and file.descriptions == ("B08", "B04")
        assert file.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"


@pytest.mark.parametrize("method", ["median", "best"])
def test_blocks_leave_no_seam(dates, tmp_path, monkeypatch, method):
    settings = CompositeSettings(method)
    whole = composite(parts_of(dates), str(tmp_path / "whole.tif"), settings)
    monkeypatch.setattr(road, "LEAST_BLOCK", 64)
    monkeypatch.setattr(road, "BLOCK_METRES", 1280)
    blocks = composite(parts_of(dates), str(tmp_path / "blocks.tif"), settings)
    for one, other in ((whole.path, blocks.path), (whole.receipt, blocks.receipt)):
        assert Path(one).read_bytes() == Path(other).read_bytes()


def test_best_is_farthest_from_cloud_and_edge(dates, tmp_path):
    (_, one, _, _), (_, other, _, _) = dates[0], dates[2]
    shape = product_grid(one, 60).shape
    left, right = np.zeros(shape, np.uint8), np.zeros(shape, np.uint8)
    left[:, 0], right[:, -1] = 1, 1
    parts = [
        masked(one, write_mask(tmp_path / "a", one, left, 60)),
        masked(other, write_mask(tmp_path / "b", other, right, 60)),
    ]
    made = composite(parts, str(tmp_path / "c.tif"), CompositeSettings("best", resolution=60, margin=0))
    day = read(made)[1][0][shape[0] // 2]
    assert day[shape[1] - 4] == DAYS[0] and day[3] == DAYS[2]


@pytest.mark.parametrize(("mask", "picture"), [(10, 20), (60, 20), (30, 20), (20, 60)])
def test_a_pixel_is_clear_only_where_all_mask_pixels_that_it_touches_are(dates, tmp_path, mask, picture):
    _, granule, _, _ = dates[0]
    fine = np.random.default_rng(5).random(product_grid(granule, mask).shape) < 0.1
    parts = [masked(granule, write_mask(tmp_path / "m", granule, fine.astype(np.uint8), mask))]
    made = composite(parts, str(tmp_path / "c.tif"), CompositeSettings("latest", resolution=picture, margin=0))
    at_10 = np.kron(fine, np.ones((mask // 10, mask // 10))) > 0
    wanted = ~(coarser(at_10.astype(np.uint8), picture // 10) > 0)
    truth = coarser(rasterio.open(dates[0][2]).read(1), picture // 10)
    shown = read(made)[1][0] > 0
    inside = truth != 255
    if mask == 30:  # a pixel of 20 m touches two of 30 m: fewer are clear
        assert not (shown & ~wanted)[inside].any() and shown.any()
    else:
        np.testing.assert_array_equal(shown[inside], wanted[inside])


def test_margin_keeps_away_from_cloud(dates, tmp_path):
    _, granule, _, _ = dates[0]
    classes = np.zeros(product_grid(granule, 20).shape, np.uint8)
    classes[90, 40] = 1
    parts = [masked(granule, write_mask(tmp_path / "m", granule, classes, 20))]
    made = composite(parts, str(tmp_path / "c.tif"), CompositeSettings("first", margin=100))
    rows, cols = np.indices(classes.shape)
    near = np.hypot(rows - 90, cols - 40) * 20 <= 100
    shown = read(made)[1][0] > 0
    np.testing.assert_array_equal(shown[80:101, 30:51], ~near[80:101, 30:51])


@pytest.mark.parametrize("method", ["latest", "median"])
def test_a_surer_date_goes_first_and_an_unsure_one_fills_what_is_left(simulated, tmp_path, method):
    parts = []
    for day, percent, cloud in ((20240601, 97, slice(0, 20)), (20240606, 84, slice(0, 10)), (20240611, 60, slice(0))):
        product = simulated(size=366, cloud_share=0.0, valid_share=1.0, time=f"{day}T105031")
        ((_, granule),), _ = open_granules([str(product.path)])
        classes = np.zeros((61, 61), np.uint8)
        classes[:, cloud] = 1
        mask = write_mask(tmp_path, granule, classes, 60)
        confidence = np.full((4, 61, 61), round(2.5 * percent), np.uint8)
        with rasterio.open(mask) as like, rasterio.open(
            mask.replace("_cloudmask", "_confidence"), "w", driver="GTiff", count=4, dtype="uint8", width=61, height=61,
            crs=like.crs, transform=like.transform, nodata=255,
        ) as file:  # fmt: skip
            file.write(confidence)
        parts.append(masked(granule, mask))
    shown = {}
    for sure in (0.95, 0.0):
        settings = CompositeSettings(method, resolution=60, margin=0.0, sure=sure)
        shown[sure] = read(composite(parts, str(tmp_path / f"{sure}.tif"), settings))[1]
    assert (shown[0.95][0][:, 20:] == 20240601).all() and (shown[0.95][2][:, 20:] == 97).all()
    assert (shown[0.95][0][:, 10:20] == 20240606).all()  # of two unsure ones the surer
    assert (shown[0.95][0][:, :10] == 20240611).all() and (shown[0.95][1][:, 20:] == 3).all()
    assert (shown[0.0][0] == 20240611).any() and (method == "median" or (shown[0.0][0] == 20240611).all())


def test_probabilities_of_another_program_beside_a_mask_are_not_taken_for_ours(simulated, tmp_path):
    product = simulated(size=60, cloud_share=0.0, valid_share=1.0)
    ((_, granule),), _ = open_granules([str(product.path)])
    mask = write_mask(tmp_path, granule, np.zeros((10, 10), np.uint8), 60)
    for count, kind, percent in ((4, "uint8", 80), (1, "uint8", -1), (4, "float32", -1)):
        with rasterio.open(mask) as like, rasterio.open(
            mask.replace("_cloudmask", "_confidence"), "w", driver="GTiff", count=count, dtype=kind, width=10,
            height=10, crs=like.crs, transform=like.transform,
        ) as file:  # fmt: skip
            file.write(np.full((count, 10, 10), 200, kind))
        settings = CompositeSettings("latest", resolution=60, margin=0.0)
        made = composite([masked(granule, mask)], str(tmp_path / f"{count}{kind}.tif"), settings)
        assert (read(made)[1][2] == percent).all()


def test_an_area_and_neighbouring_tiles_are_one_mosaic(tmp_path):
    product = simulate(tmp_path, size=SIZE, seed=4, granules=2, valid_share=1.0)
    granules, _ = open_granules([str(product.path)])
    parts = [masked(granule, true_mask(tmp_path / "m", granule, truth, 20))
             for (_, granule), truth in zip(granules, product.truths, strict=True)]  # fmt: skip
    made = composite(parts, str(tmp_path / "c.tif"), CompositeSettings("median", margin=0))
    truth = np.concatenate([coarser(rasterio.open(path).read(1), 2) for path in product.truths], axis=1)
    _, receipt = read(made)
    np.testing.assert_array_equal(receipt[0] > 0, truth == 0)
    with rasterio.open(made.path) as file:
        left, _, _, top = file.bounds
    bounds = (left + 1000, top - 3000, left + 5000, top - 1000)
    part = composite(parts, str(tmp_path / "d.tif"), CompositeSettings("median", margin=0, bounds=bounds))
    np.testing.assert_array_equal(read(part)[1], receipt[:, 50:150, 50:250])


def test_what_does_not_belong_together_is_left_out_with_a_sentence(dates, tmp_path):
    zone = simulate(tmp_path, size=60, seed=1, tile="32TLQ")
    land = simulate(tmp_path, size=60, seed=1, level="L2A")
    broken = tmp_path / "S2A_MSIL1C_broken.SAFE"
    broken.mkdir()
    products = [dates[0][0], str(zone.path), str(land.path), str(broken), dates[0][0] + "/"]
    granules, refused = open_granules(products)
    chosen, misfits = fitting(granules, CompositeSettings(bands=("B04", "B10")))
    assert [product for product, _ in chosen] == [dates[0][0]]
    said = dict([*refused, *misfits])
    assert said[str(zone.path)].code == "grid-mismatch" and "EPSG:32632" in said[str(zone.path)].message
    assert said[str(land.path)].code == "missing-band"
    assert said[str(broken)].code == "not-a-product"
    assert "same product" in said[dates[0][0] + "/"].message
    _, misfits = fitting(granules, CompositeSettings())
    assert dict(misfits)[str(land.path)].code == "wrong-level"
    far = CompositeSettings(bounds=(0.0, 0.0, 10.0, 10.0))
    assert {error.code for _, error in fitting(granules[:1], far)[1]} == {"outside-product"}


@pytest.mark.parametrize("broken", ["confidence", "cloudmask"])
def test_one_product_whose_files_break_off_is_told_and_the_rest_goes_on(simulated, tmp_path, capsys, broken):
    for time in ("20240601T105031", "20240606T105031"):
        product = simulated(size=60, cloud_share=0.0, valid_share=1.0, time=time)
        ((_, granule),), _ = open_granules([str(product.path)])
        mask = Path(write_mask(tmp_path / "m", granule, np.zeros((10, 10), np.uint8), 60))
        confidence = mask.with_name(mask.name.replace("_cloudmask", "_confidence"))
        with rasterio.open(mask) as like, rasterio.open(
            confidence, "w", driver="GTiff", count=4, dtype="uint8", width=10, height=10, crs=like.crs,
            transform=like.transform,
        ) as file:  # fmt: skip
            file.write(np.full((4, 10, 10), 200, "uint8"))
    spoilt = mask.with_name(mask.name.replace("_cloudmask", f"_{broken}"))
    spoilt.write_bytes(spoilt.read_bytes()[: spoilt.stat().st_size - 200] + bytes(20))
    out = tmp_path / "c.tif"
    products = [str(simulated(size=60, cloud_share=0.0, valid_share=1.0, time=time).path)
                for time in ("20240601T105031", "20240606T105031")]  # fmt: skip
    status = main(["composite", *products, "--out", str(out), "--masks", str(tmp_path / "m"), "--resolution", "60",
                   "--margin", "0", "--progress", "json"])  # fmt: skip
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (error,) = [event for event in events if event["event"] == "error"]
    assert status == 1 and error["product"] == str(product.path) and spoilt.name in error["message"]
    (result,) = [event for event in events if event["event"] == "result"]
    assert result["days"] == [20240601]
    assert [entry["code"] for entry in json.loads(out.with_suffix(".json").read_text())["left_out"]] == [error["code"]]


def test_a_product_that_lies_south_up_is_left_out(simulated):
    product = simulated(size=60, cloud_share=0.0, valid_share=1.0, time="20240601T105031")
    ((_, granule),), _ = open_granules([str(product.path)])
    turned = {
        name: replace(band, transform=band.transform @ rasterio.Affine(1, 0, 0, 0, -1, band.height))
        for name, band in granule.bands.items()
    }
    _, ((path, error),) = fitting([("P.tif", replace(granule, bands=turned))], CompositeSettings())
    assert path == "P.tif" and error.code == "grid-mismatch" and "south up" in error.message


def test_without_any_clear_pixel_nothing_is_written(dates, tmp_path):
    _, granule, _, _ = dates[0]
    cloud = np.ones(product_grid(granule, 60).shape, np.uint8)
    parts = [masked(granule, write_mask(tmp_path / "m", granule, cloud, 60))]
    with pytest.raises(EngineError) as caught:
        composite(parts, str(tmp_path / "out" / "c.tif"), CompositeSettings())
    assert caught.value.code == "nothing-clear"
    assert not list((tmp_path / "out").iterdir())


def test_a_mask_is_known_by_its_product_not_by_its_name(dates, tmp_path):
    _, granule, _, mask = dates[3]
    for ending in (".tif", ".json"):
        (tmp_path / f"mine_cloudmask{ending}").write_bytes(Path(mask).with_suffix(ending).read_bytes())
    mine = str(tmp_path / "mine_cloudmask.tif")
    assert known_masks(str(tmp_path)) == {granule_key(granule): mine}
    assert known_masks(str(tmp_path / "absent")) == {}
    # Another delivery of the same name, tile and time is another product.
    facts = json.loads((tmp_path / "mine_cloudmask.json").read_text())
    other = {**facts, "product_identity": {**facts["product_identity"], "content": "0" * 64}}
    (tmp_path / "mine_cloudmask.json").write_text(json.dumps(other))
    assert granule_key(granule) not in known_masks(str(tmp_path))
    # A mask of an area serves only that area.
    (tmp_path / "mine_cloudmask.json").write_text(json.dumps({**facts, "bounds": [1.0, 2.0, 3.0, 4.0]}))
    assert known_masks(str(tmp_path)) == {} and known_masks(str(tmp_path), (1.0, 2.0, 3.0, 4.0)) != {}
    strange = json.dumps({"product_identity": {**facts["product_identity"], "tile": ["T33TUG"]}})
    for text in ("no json", "[]", '{"identity": 1}', '{"product_identity": {"tile": "x"}}', strange):
        (tmp_path / "mine_cloudmask.json").write_text(text)
        assert known_masks(str(tmp_path)) == {}


def test_a_refined_mask_stands_for_its_product(simulated, tmp_path, command):
    product = simulated(size=360)
    command("mask", product.path, "--out", tmp_path / "a", "--resolution", 60, "--model", "quick")
    (mask,) = (tmp_path / "a").glob("*_cloudmask.tif")
    done = command("refine", mask, "--out", tmp_path / "b" / "strict_cloudmask.tif", "--cloud-margin", 60)
    assert done.code == 0, done.err
    ((_, granule),), _ = open_granules([str(product.path)])
    assert known_masks(str(tmp_path / "a")) == {granule_key(granule): str(mask)}
    assert known_masks(str(tmp_path / "b")) == {granule_key(granule): str(tmp_path / "b" / "strict_cloudmask.tif")}


def test_the_command_takes_masks_that_are_there_and_makes_the_others(dates, tmp_path, command):
    masks = tmp_path / "masks"
    masks.mkdir()
    for ending in (".tif", ".json"):
        name = Path(dates[0][3]).with_suffix(ending).name
        (masks / name).write_bytes(Path(dates[0][3]).with_suffix(ending).read_bytes())
    done = command("composite", dates[0][0], dates[1][0], tmp_path / "absent.SAFE", "--out", tmp_path / "c.tif",
                   "--masks", masks, "--model", "quick", "--resolution", 60, "--progress", "json")  # fmt: skip
    assert done.code == 1, done.err
    assert [error["code"] for error in done.of("error")] == ["not-a-product"]
    (result,) = done.of("result")
    assert {"composite", "receipt", "days"} <= set(result) and set(result["days"]) <= set(DAYS[:2])
    fractions = [event["fraction"] for event in done.of("progress")]
    assert fractions == sorted(fractions) and fractions[-1] == 1
    facts = json.loads((tmp_path / "c.json").read_text())
    inputs = [look["inputs"][0] for look in facts["looks"]]
    assert [entry["mask"].get("model") for entry in inputs] == [None, "quick"]
    assert inputs[1]["radiometry"]["B04"]["offset"] == 0 and facts["left_out"][0]["code"] == "not-a-product"
    with rasterio.open(result["receipt"]) as receipt:
        confidence = receipt.read(3)[receipt.read(1) == DAYS[1]]
    assert confidence.size and confidence.min() >= 0 and confidence.max() <= 100
    names = {path.name for path in tmp_path.iterdir()}
    assert {"c.tif", "c.qml", "c.json", "c.stac.json", "c_receipt.tif", "c_receipt.qml", "masks"} == names
    item = pystac.Item.from_file(str(tmp_path / "c.stac.json"))
    check(json.loads((tmp_path / "c.stac.json").read_text()))
    assert item.datetime is None and item.common_metadata.start_datetime < item.common_metadata.end_datetime
    assert all(Path(asset.get_absolute_href()).is_file() for asset in item.assets.values())
    sources = {(tmp_path / link.href).resolve() for link in item.get_links("derived_from")}
    assert sources == {Path(product).resolve() for product, *_ in dates[:2]}
    assert [band["name"] for band in item.assets["composite"].extra_fields["bands"]] == ["B04", "B03", "B02"]


@pytest.mark.parametrize("method", ["median", "best"])
def test_a_grid_in_degrees_has_margins_in_metres(tmp_path, method):
    numbers = np.random.default_rng(1).integers(1000, 3000, (3, 100, 110)).astype(np.uint16)
    path = tmp_path / "stack_2018-07-05.tif"
    with rasterio.open(
        path, "w", driver="GTiff", count=3, dtype="uint16", nodata=0, width=110, height=100, crs="EPSG:4326",
        transform=rasterio.transform.from_origin(12.7, 42.07, 8.98e-5, 8.98e-5),
    ) as file:  # fmt: skip
        file.write(numbers)
        file.descriptions = ("B02", "B03", "B04")
    ((_, granule),), _ = open_granules([str(path)])
    classes = np.zeros((100, 110), np.uint8)
    classes[50, 50] = 1
    parts = [masked(granule, write_mask(tmp_path / "m", granule, classes, 10))]
    made = composite(parts, str(tmp_path / "c.tif"), CompositeSettings(method, resolution=10, margin=50))
    values, receipt = read(made)
    rows, cols = np.indices(classes.shape)
    near = np.hypot((rows - 50) * 9.975, (cols - 50) * 7.43) <= 50
    np.testing.assert_array_equal(receipt[0] < 0, near)
    np.testing.assert_array_equal(values[:, ~near], numbers[::-1][:, ~near])
