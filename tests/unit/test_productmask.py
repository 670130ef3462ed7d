"""The product's own cloud masks: MSK_CLASSI, MSK_CLOUDS and SCL on our grid, in our classes."""

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.transform import Affine

from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.othermasks import own_mask
from s2cloudmask.core.products.granule import Band, Granule, OwnMask
from s2cloudmask.core.products.grid import product_grid
from s2cloudmask.core.products.product import open_product
from s2cloudmask.core.products.reader import read_window
from s2cloudmask.tests.faults.samples import zip_of

ARCHIVE = "S2B_OPER_MSI_L1C_TL_EPAE_20180617T013729_A006677_T55JGF_N02.06"
GML = """<?xml version="1.0" encoding="UTF-8"?>
<eop:Mask xmlns:eop="http://www.opengis.net/eop/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" gml:id="x">
  <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG:8.7.1:{epsg}"/></gml:boundedBy>
  <eop:maskMembers>{features}</eop:maskMembers>
</eop:Mask>"""
FEATURE = """<eop:MaskFeature gml:id="{kind}.0"><eop:maskType codeSpace="urn:gs2:S2PDGS:maskType">{kind}</eop:maskType>
  <eop:extentOf><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList srsDimension="{dimension}">{outer}</gml:posList>
  </gml:LinearRing></gml:exterior>{holes}</gml:Polygon></eop:extentOf></eop:MaskFeature>"""
HOLE = "<gml:interior><gml:LinearRing><gml:posList>{ring}</gml:posList></gml:LinearRing></gml:interior>"


def write(path: Path, planes: np.ndarray, pixel: float, crs="EPSG:32633", origin=(300000, 5000040)) -> str:
    planes = planes if planes.ndim == 3 else planes[None]
    count, height, width = planes.shape
    with rasterio.open(
        path, "w", driver="GTiff", count=count, height=height, width=width, dtype=planes.dtype, crs=crs,
        transform=Affine(pixel, 0, origin[0], 0, -pixel, origin[1]),
    ) as file:  # fmt: skip
        file.write(planes)
    return str(path)


@pytest.fixture
def granule(tmp_path) -> Granule:
    """A granule of 36 x 36 pixels of 10 m, 18² of 20 m, 6² of 60 m; no data in its last two columns of 10 m."""
    numbers = np.full((36, 36), 1500, np.uint16)
    numbers[:, -2:] = 0
    bands = {}
    for name, resolution in (("B02", 10), ("B05", 20)):
        step = resolution // 10
        plane = numbers[::step, ::step]
        path = write(tmp_path / f"{name}.tif", plane, resolution)
        bands[name] = Band(
            name, path, resolution, plane.shape[1], plane.shape[0],
            Affine(resolution, 0, 300000, 0, -resolution, 5000040), "EPSG:32633", -1000.0, 10000.0,
        )  # fmt: skip
    return Granule("G", str(tmp_path), "S2A", "L1C", "33TVL", "05.11", "", "EPSG:32633", bands)


def with_mask(granule: Granule, kind: str, name: str) -> Granule:
    return replace(granule, own_masks=(OwnMask(kind, str(Path(granule.product_path) / name), name),))


def written(granule: Granule, tmp_path: Path, resolution: int, **more) -> tuple[np.ndarray, dict]:
    target = tmp_path / "out" / "own.tif"
    result = own_mask.write_own_mask(granule, target, resolution=resolution, **more)
    with rasterio.open(target) as file:
        assert file.nodata == 255
        classes, tags = file.read(1), file.tags()
    facts = json.loads(Path(result.json).read_text())
    assert json.loads(tags["CLASSES"]) == facts["classes"]
    assert json.loads(tags["LACKS"]) == facts["lacks"]
    return classes, facts


@pytest.mark.parametrize("resolution", [10, 20, 60])
def test_msk_classi_is_opaque_before_cirrus_and_snow_is_clear(granule, tmp_path, resolution):
    bits = np.random.default_rng(1).integers(0, 2, (3, 6, 6), np.uint8)
    write(tmp_path / "MSK_CLASSI_B00.tif", bits, 60)
    classes, facts = written(with_mask(granule, "classi", "MSK_CLASSI_B00.tif"), tmp_path, resolution)
    coarse = np.where(bits[0], 1, np.where(bits[1], 2, 0))
    factor = 60 // resolution
    expected = np.kron(coarse, np.ones((factor, factor), int))
    grid = product_grid(granule, resolution)
    _, valid = read_window(granule, list(granule.bands), grid)
    np.testing.assert_array_equal(classes, np.where(valid, expected, 255))
    assert facts["lacks"] == ["cloud_shadow"]
    assert "no shadow class" in facts["note"]


def polygon(kind, outer, *holes, dimension=2):
    return FEATURE.format(
        kind=kind, outer=outer, dimension=dimension, holes="".join(HOLE.format(ring=ring) for ring in holes)
    )


def test_msk_clouds_polygons_with_holes_and_both_types(granule, tmp_path):
    features = [
        polygon("CIRRUS", "300000 5000040 300120 5000040 300120 4999920 300000 4999920 300000 5000040"),
        polygon(
            "OPAQUE",
            "300060 5000040 300240 5000040 300240 4999860 300060 4999860 300060 5000040",
            "300120 4999980 300180 4999980 300180 4999920 300120 4999920 300120 4999980",
        ),
        polygon(
            "OPAQUE",
            "300000 4999740 0 300060 4999740 0 300060 4999680 0 300000 4999680 0 300000 4999740 0",
            dimension=3,
        ),
    ]
    (tmp_path / "MSK_CLOUDS_B00.gml").write_text(GML.format(epsg=32633, features="".join(features)))
    classes, facts = written(with_mask(granule, "clouds-gml", "MSK_CLOUDS_B00.gml"), tmp_path, 20)
    expected = np.zeros((18, 18), np.uint8)
    expected[0:6, 0:6] = 2
    expected[0:9, 3:12] = 1
    expected[3:6, 6:9] = 0
    expected[15:18, 0:3] = 1
    expected[:, -1:] = 255
    np.testing.assert_array_equal(classes, expected)
    assert facts["lacks"] == ["cloud_shadow"]
    assert facts["fractions"]["thin_cloud"] == pytest.approx((expected == 2).sum() / (expected != 255).sum(), abs=1e-6)


def test_an_empty_msk_clouds_is_a_clear_mask(granule, tmp_path):
    (tmp_path / "MSK_CLOUDS_B00.gml").write_text(GML.format(epsg=32633, features=""))
    classes, _ = written(with_mask(granule, "clouds-gml", "MSK_CLOUDS_B00.gml"), tmp_path, 10)
    assert set(np.unique(classes)) == {0, 255}


@pytest.mark.parametrize(
    ("content", "code", "word"),
    [
        ('<!DOCTYPE x [<!ENTITY a "b">]>' + "<x>&a;</x>", "broken-metadata", "entities"),
        ('<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>', "broken-metadata", "document type"),
        (GML.format(epsg=32633, features=polygon("OPAQUE", "1 2 3 x")), "broken-metadata", "points"),
        (GML.format(epsg=32633, features=polygon("OPAQUE", "1 2 3 4 5 6 7")), "broken-metadata", "points"),
        (GML.format(epsg=32633, features=polygon("OPAQUE", "1 2 3 4", dimension="two")), "broken-metadata", "points"),
        (GML.format(epsg=32633, features=polygon("OPAQUE", "1 nan 3 4 5 1e999")), "broken-metadata", "points"),
        (GML.format(epsg=32755, features=""), "grid-mismatch", "32755"),
        ("<eop:Mask", "broken-metadata", "XML"),
    ],
)
def test_polygons_that_cannot_be_trusted_are_refused(granule, tmp_path, content, code, word):
    (tmp_path / "MSK_CLOUDS_B00.gml").write_text(content)
    with pytest.raises(EngineError, match=word) as error:
        written(with_mask(granule, "clouds-gml", "MSK_CLOUDS_B00.gml"), tmp_path, 20)
    assert error.value.code == code
    assert not (tmp_path / "out").exists() or not list((tmp_path / "out").iterdir())


def test_scl_has_all_classes_and_its_own_no_data(granule, tmp_path):
    values = np.tile(np.arange(12, dtype=np.uint8), (18, 2))[:, :18]
    write(tmp_path / "SCL.tif", values, 20)
    classes, facts = written(with_mask(granule, "scl", "SCL.tif"), tmp_path, 20)
    meaning = np.array([255, 255, 0, 3, 0, 0, 0, 0, 1, 1, 2, 0])
    np.testing.assert_array_equal(classes, meaning[values])
    assert facts["lacks"] == []


def test_a_mask_that_lies_elsewhere_or_has_too_few_bands_is_refused(granule, tmp_path):
    write(tmp_path / "one.tif", np.zeros((1, 6, 6), np.uint8), 60)
    write(tmp_path / "far.tif", np.zeros((3, 6, 6), np.uint8), 60, origin=(310000, 5000040))
    for name, code in (("one.tif", "bad-raster"), ("far.tif", "grid-mismatch")):
        with pytest.raises(EngineError) as error:
            written(with_mask(granule, "classi", name), tmp_path, 20)
        assert error.value.code == code


def test_a_product_without_the_mask_asked_for_says_what_it_has(granule, tmp_path):
    with pytest.raises(EngineError, match="without a cloud mask"):
        own_mask.choose_own_mask(granule)
    both = replace(granule, own_masks=(OwnMask("classi", "a", "a"), OwnMask("scl", "b", "b")))
    assert own_mask.choose_own_mask(both).kind == "scl"
    assert own_mask.choose_own_mask(both, "classi").kind == "classi"
    with pytest.raises(EngineError, match="it has classi, scl"):
        own_mask.choose_own_mask(both, "clouds-gml")


def test_a_path_inside_a_zip_stands_for_it(simulated, command, tmp_path):
    product = zip_of(simulated(size=120).path, tmp_path / "P.zip")
    assert command("own-mask", f"{product}/P.SAFE/MTD_MSIL1C.xml", "--out", tmp_path / "own.tif").code == 0
    assert (tmp_path / "own.tif").is_file()


@pytest.mark.parametrize(
    ("options", "kind"),
    [
        ({"baseline": "05.11", "layout": "zip"}, "classi"),
        ({"baseline": "02.06"}, "clouds-gml"),
        ({"baseline": "02.06", "layout": "archive"}, "clouds-gml"),
        ({"level": "L2A"}, "scl"),
    ],
)
def test_own_mask_and_compare_as_commands_on_simulated_products(simulated, command, tmp_path, options, kind):
    product = simulated(**options)
    out = tmp_path / "own.tif"
    done = command("own-mask", product.path, "--out", out, "--resolution", "20", "--progress", "json")
    assert done.code == 0, done.err
    (result,) = done.of("result")
    assert (result["kind"], result["mask"]) == (kind, str(out))
    compared = command("compare", out, product.truth, "--json", "--progress", "none")
    assert compared.code == 0, compared.err
    figures = json.loads(compared.out)
    assert figures["mask_lacks"] == ([] if kind == "scl" else ["cloud_shadow"])
    # A simulated product's own mask is its truth, at 60 m for L1C: edges differ, the middle does not.
    assert figures["experiments"]["cloud"]["boa"] > 0.85


def test_the_real_archive_product_is_gdal_s_rasterisation_pixel_for_pixel(shared, tmp_path):
    if shutil.which("gdal_rasterize") is None:
        pytest.skip("needs gdal_rasterize (Debian: gdal-bin) to compare with")
    import zipfile

    with zipfile.ZipFile(shared / "data" / f"{ARCHIVE}.zip") as archive:
        archive.extractall(tmp_path / "product")
    folder = next(path.parent for path in (tmp_path / "product").rglob("tileInfo.json"))
    (granule,) = open_product(folder).granules
    own = own_mask.choose_own_mask(granule)
    for resolution, pixels in ((10, 81068), (20, 20145), (60, 2237)):
        grid = product_grid(granule, resolution)
        ours = own_mask.rasterise_clouds(granule, own, grid)
        theirs = tmp_path / f"{resolution}.tif"
        subprocess.run(
            ["gdal_rasterize", "-q", "-burn", "1", "-ot", "Byte", "-te", *map(repr, grid.bounds),
             "-ts", str(grid.width), str(grid.height), own.path, str(theirs)], check=True,
        )  # fmt: skip
        with rasterio.open(theirs) as file:
            np.testing.assert_array_equal(ours, file.read(1))
        assert np.count_nonzero(ours) == pixels


@pytest.mark.slow
def test_the_real_archive_product_s_agreement_with_our_mask_is_told(shared, command, tmp_path):
    product = shared / "data" / f"{ARCHIVE}.zip"
    mask, own = tmp_path / "mask.tif", tmp_path / "own.tif"
    weights = shared / "models" / "unetmobv2_fixture.pt"
    assert command("mask", product, "--mask-file", mask, "--model", weights, "--resolution", "10").code == 0
    assert command("own-mask", product, "--out", own, "--resolution", "10").code == 0
    done = command("compare", mask, own)
    assert done.code == 0, done.err
    print(done.out)
    assert "overall accuracy" in done.out
    assert "does not tell apart cloud shadow" in done.out
