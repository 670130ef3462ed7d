"""Simulated products: real formats, radiometry and truth that agree with each other, the same bytes every time."""

import hashlib
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
import rasterio
from rasterio.enums import Resampling

import s2cloudmask.core.simulation.scene as scene_module
from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.othermasks.own_mask import own_mask_rows
from s2cloudmask.core.products.granule import RESOLUTIONS
from s2cloudmask.core.products.grid import product_grid
from s2cloudmask.core.products.metadata import BAND_IDS
from s2cloudmask.core.products.product import open_product
from s2cloudmask.core.products.reader import read_window
from s2cloudmask.core.simulation.safe_metadata import tile_grid
from s2cloudmask.core.simulation.scene import Scene
from s2cloudmask.core.simulation.simulate import SUN_AZIMUTH, SUN_ZENITH, simulate
from s2cloudmask.core.simulation.sky import Sun

SIZE = 360
KINDS = {
    "compact": {"baseline": "05.11"},
    "zip": {"baseline": "02.06", "layout": "zip"},
    "archive": {"baseline": "02.06", "layout": "archive"},
    "old": {"baseline": "02.04", "layout": "old", "granules": 2},
    "L2A": {"baseline": "05.11", "level": "L2A"},
}


def raster(path) -> np.ndarray:
    with rasterio.open(path) as dataset:
        return dataset.read(1)


def numbers(product, band: str) -> np.ndarray:
    return raster(open_product(product.path).granules[0].bands[band].path)


def at_60(field: np.ndarray) -> np.ndarray:
    rows, cols = field.shape[0] // 6, field.shape[1] // 6
    return field.reshape(rows, 6, cols, 6).swapaxes(1, 2).reshape(rows, cols, 36)


@pytest.mark.parametrize("kind", KINDS)
def test_the_engine_opens_every_kind_of_product(simulated, kind):
    made = simulated(**KINDS[kind])
    product = open_product(made.path)
    assert len(product.granules) == len(made.truths) == KINDS[kind].get("granules", 1)
    for granule, truth in zip(product.granules, made.truths, strict=True):
        assert (granule.baseline, granule.level) == (KINDS[kind]["baseline"], KINDS[kind].get("level", "L1C"))
        assert granule.sensing_time.startswith("2024-07-15T10:50:31")
        assert not granule.missing and granule.own_masks
        assert {band.offset for band in granule.bands.values()} == {-1000.0 if granule.baseline > "04" else 0.0}
        assert bool(granule.true_colour) == (kind != "old")
        with rasterio.open(truth) as dataset:
            assert (dataset.nodata, dataset.crs) == (255, granule.crs)
            assert dataset.bounds == pytest.approx(product_grid(granule, 10).bounds)


def test_granules_lie_side_by_side(simulated):
    one, two = open_product(simulated(**KINDS["old"]).path).granules
    assert (one.tile, two.tile) == ("31TCJ", "31TDJ")
    assert product_grid(one, 10).bounds[2] == product_grid(two, 10).bounds[0]


@pytest.mark.parametrize("kind", ["compact", "archive", "old", "L2A"])
def test_images_are_compressed_as_real_ones(simulated, kind):
    images = [path for path in simulated(**KINDS[kind]).path.rglob("*.jp2") if "MSK" not in path.name]
    steps = {path: re.search(r"(B\d\w|TCI|SCL)(?:_(\d\d)m)?\.jp2$", path.name).groups() for path in images}
    for path, (name, step) in steps.items():
        step = int(step or RESOLUTIONS.get(name, 10))
        with rasterio.open(path, driver="JP2OpenJPEG") as dataset:
            assert dataset.tags(ns="IMAGE_STRUCTURE")["COMPRESSION_REVERSIBILITY"] == "LOSSLESS", path
            assert dataset.shape == (SIZE * 10 // step,) * 2, path
            assert dataset.res == (step, step)
            assert dataset.count == (3 if name == "TCI" else 1)
            assert dataset.dtypes[0] == ("uint8" if name in ("TCI", "SCL") else "uint16")
    assert set(BAND_IDS) - {name for name, _ in steps.values()} == ({"B10"} if kind == "L2A" else set())


@pytest.mark.parametrize("kind", ["compact", "old", "L2A"])
def test_the_manifest_lists_every_file(simulated, kind):
    folder = simulated(**KINDS[kind]).path
    manifest = ElementTree.parse(folder / "manifest.safe").getroot()
    listed = {}
    for item in manifest.iter("byteStream"):
        listed[item.find("fileLocation").get("href")] = (int(item.get("size")), item.find("checksum").text)
    there = {path for path in folder.rglob("*") if path.is_file() and path.name != "manifest.safe"}
    assert listed == {
        f"./{path.relative_to(folder).as_posix()}": (path.stat().st_size, hashlib.md5(path.read_bytes()).hexdigest())
        for path in there
    }


def elements(document: bytes) -> set[str]:
    return {re.sub(r"psd-\d\d", "psd", element.tag) for element in ElementTree.fromstring(document).iter()}


def test_metadata_uses_the_elements_of_real_products(simulated, shared):
    with zipfile.ZipFile(next((shared / "data").glob("S2A_MSIL1C_20180629*.zip"))) as archive:
        name = {Path(name).name: name for name in archive.namelist()}
        real = {file: elements(archive.read(name[file])) for file in ("MTD_MSIL1C.xml", "MTD_TL.xml")}
    folder = simulated(**KINDS["compact"]).path
    for file, known in real.items():
        assert elements(next(folder.rglob(file)).read_bytes()) - known <= {
            "Radiometric_Offset_List",
            "RADIO_ADD_OFFSET",
        }
    real_l2a = elements(next((shared / "data" / "safe_metadata").glob("S2B*L2A*/MTD_MSIL2A.xml")).read_bytes())
    ours = elements(next(simulated(**KINDS["L2A"]).path.glob("MTD_MSIL2A.xml")).read_bytes())
    assert ours - real_l2a == set()


def test_no_data_is_where_the_truth_says(simulated):
    made = simulated(**KINDS["compact"])
    outside = raster(made.truth) == 255
    assert 0 < outside.mean() < 1
    for band, step in RESOLUTIONS.items():
        nothing = numbers(made, band) == 0
        here = outside[:: step // 10, :: step // 10]
        assert nothing[here].all(), band
        assert band in ("B10", "B11", "B12") or not nothing[~here].any(), band


@pytest.mark.parametrize("share", [0.25, 0.91, 1.0])
def test_the_swath_covers_the_share_asked_for(share):
    scene = Scene(0, SIZE, Sun(SUN_ZENITH, SUN_AZIMUTH), 0.0, share)
    valid = scene.valid(slice(0, SIZE), 10)
    assert valid.mean() == pytest.approx(share, abs=0.01)
    assert share == 1 or valid[0].sum() > valid[-1].sum()  # the edge is slanted


def test_offsets_only_move_the_numbers(simulated):
    before, after = simulated(baseline="02.06"), simulated(baseline="05.11")
    odd = simulated(baseline="05.11", offsets={"B04": -700})
    inside = {10: raster(before.truth) != 255}
    for band in ("B02", "B04"):
        reflectance = numbers(before, band)[inside[10]].astype(int)
        assert (numbers(after, band)[inside[10]] - reflectance == 1000).all()
        assert (numbers(odd, band)[inside[10]] - reflectance == (700 if band == "B04" else 1000)).all()
    assert open_product(odd.path).granules[0].bands["B04"].offset == -700
    assert open_product(odd.path).granules[0].bands["B8A"].offset == -1000


def test_the_same_arguments_give_the_same_bytes(tmp_path):
    one, two = (simulate(tmp_path / name, size=120, seed=3, layout="zip") for name in ("one", "two"))
    assert one.path.read_bytes() == two.path.read_bytes() and one.truth.read_bytes() == two.truth.read_bytes()
    other = simulate(tmp_path / "three", size=120, seed=4, layout="zip")
    assert other.path.read_bytes() != one.path.read_bytes()


def test_a_product_made_again_takes_the_place_of_the_old(tmp_path):
    for seed in (1, 2):
        made = simulate(tmp_path, size=120, seed=seed)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([made.path.name, made.truth.name])
    assert np.array_equal(raster(made.truth), raster(simulate(tmp_path / "other", size=120, seed=2).truth))


def test_every_class_is_there(simulated):
    values, counts = np.unique(raster(simulated(size=600).truth), return_counts=True)
    assert values.tolist() == [0, 1, 2, 3, 255]
    assert (counts[:4] > 0.02 * counts.sum()).all()


def test_a_clear_sky_is_clear(simulated):
    assert np.unique(raster(simulated(cloud_share=0.0, valid_share=1.0).truth)).tolist() == [0]


def test_spectra_are_those_of_real_clouds(simulated):
    """Low cloud is bright, but dark in B09 and black in B10; shadow is dark in the infrared; clear land is neither."""
    made = simulated(size=600)
    granule = open_product(made.path).granules[0]
    reflectance, valid = read_window(granule, list(BAND_IDS), product_grid(granule, 60))
    band = dict(zip(BAND_IDS, reflectance, strict=True))
    truth = at_60(raster(made.truth))
    clear, thick, shadow = ((truth == value).all(axis=2) & valid for value in (0, 1, 3))
    low = thick & (band["B10"] < 0.006)
    assert low.sum() > 50
    assert band["B02"][low].mean() > 0.4 > 0.2 > band["B02"][clear].mean()
    assert band["B09"][low].mean() < 0.25 * band["B8A"][low].mean()
    assert band["B10"][thick].max() > 0.01 > 0.004 > band["B10"][clear].mean()  # higher cloud shows in B10
    assert band["B8A"][shadow].mean() < 0.65 * band["B8A"][clear].mean()
    assert band["B11"][shadow].mean() < 0.65 * band["B11"][clear].mean()


def test_shadows_lie_away_from_the_sun():
    scene = Scene(4, 600, Sun(SUN_ZENITH, SUN_AZIMUTH), 0.15, 1.0)
    truth = scene.truth(slice(0, 600))

    def shared(direction: int) -> float:
        """Share of the shadow that thick cloud covers when it moves towards the sun (1) or away from it (-1)."""
        best = 0.0
        for pixels in range(20, 110, 5):
            angle = np.deg2rad(SUN_AZIMUTH)
            step = (round(-direction * pixels * np.cos(angle)), round(direction * pixels * np.sin(angle)))
            best = max(best, float((np.roll(truth == 1, step, (0, 1)) & (truth == 3)).mean()))
        return best

    assert shared(-1) > 1.5 * shared(1)


@pytest.mark.slow
def test_both_forms_of_the_own_mask_tell_the_same(simulated):
    planes = []
    for baseline in ("02.06", "05.11"):
        granule = open_product(simulated(size=600, baseline=baseline).path).granules[0]
        planes.append(np.concatenate(list(own_mask_rows(granule, granule.own_masks[0], product_grid(granule, 60)))))
    assert {1, 2} <= set(np.unique(planes[0]).tolist())
    assert np.array_equal(*planes)


def test_scene_classification_follows_the_truth(simulated):
    made = simulated(**KINDS["L2A"])
    granule = open_product(made.path).granules[0]
    with rasterio.open(next(own.path for own in granule.own_masks if own.kind == "scl")) as dataset:
        scl = dataset.read(1)
    truth = raster(made.truth)[::2, ::2]
    assert ((scl == 0) == (truth == 255)).all()
    assert np.isin(scl[truth == 1], (8, 9, 10)).mean() > 0.9
    assert np.isin(scl[truth == 0], (4, 5, 6)).mean() > 0.9
    assert (scl[truth == 3] == 3).mean() > 0.8


def test_a_granule_larger_than_its_scene_is_filled_by_repetition(monkeypatch):
    monkeypatch.setattr(scene_module, "LAND_PERIOD", 120)
    monkeypatch.setattr(scene_module, "SKY_PERIOD", 180)
    scene = Scene(2, SIZE, Sun(SUN_ZENITH, SUN_AZIMUTH), 0.3, 1.0)
    truth = scene.truth(slice(0, SIZE))
    assert truth.shape == (SIZE, SIZE)
    assert np.array_equal(truth[:180, :180], truth[180:, 180:])
    for band in ("B02", "B11", "B09"):
        side = SIZE * 10 // RESOLUTIONS[band]
        strip = scene.digital_numbers(band, slice(0, side), RESOLUTIONS[band], offset=0, darkest=1, ground_level=False)
        assert strip.shape == (side, side) and strip.min() >= 1


@pytest.mark.parametrize(
    ("tile", "place"),
    [
        ("56JMM", (32756, 399960, 6700000)),
        ("55JGF", (32755, 699960, 6600040)),
        ("01LAC", (32701, 99960, 8300020)),
        ("07HFE", (32707, 600000, 6500020)),
        ("33XWJ", (32633, 499980, 8900040)),
    ],
)
def test_tiles_lie_where_real_ones_do(tile, place):
    grid = tile_grid(tile, 10980)
    assert (grid.epsg, grid.left, grid.top) == place


@pytest.mark.parametrize(
    "options",
    [
        {"size": 100},
        {"size": 0},
        {"layout": "tar"},
        {"level": "L1B"},
        {"layout": "archive", "granules": 2},
        {"baseline": "5.11"},
        {"baseline": "02.06", "offsets": {"B04": -700}},
        {"mission": "L8"},
        {"tile": "99ZZZ"},
        {"time": "2024-07-15"},
    ],
    ids=str,
)
def test_what_no_product_can_be_is_refused(tmp_path, options):
    with pytest.raises(EngineError) as refused:
        simulate(tmp_path / "out", **{"size": 120, **options})
    assert refused.value.code == "bad-settings"
    assert not (tmp_path / "out").exists()


def test_the_command_says_what_it_wrote(command, tmp_path):
    done = command("simulate", tmp_path, "--size", 120, "--baseline", "02.06", "--layout", "zip", "--progress", "json")
    assert done.code == 0, done.err
    result = done.of("result")[0]
    assert zipfile.is_zipfile(result["path"])
    assert raster(result["truths"][0]).shape == (120, 120)
    assert command("simulate", tmp_path, "--size", 100).code == 2


@pytest.mark.slow
def test_the_embedded_network_finds_the_simulated_clouds(command, simulated, tmp_path):
    made = simulated(size=1098, seed=7)
    done = command(
        "mask", made.path, "--out", tmp_path, "--resolution", 30, "--model", "ukis_l1c", "--progress", "json"
    )
    assert done.code == 0, done.err
    mask = raster(done.of("result")[0]["mask"])
    with rasterio.open(made.truth) as dataset:
        truth = dataset.read(1, out_shape=mask.shape, resampling=Resampling.nearest)
    assert (mask[truth == 1] == 1).mean() > 0.95
    assert (mask[truth == 0] == 1).mean() < 0.03
    assert (mask[truth == 3] == 3).mean() > 0.7
    assert ((mask == 255) == (truth == 255)).mean() > 0.999
