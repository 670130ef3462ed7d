"""A product whose metadata is that of another: refused, as offset and quantification would be the other's."""

import re
import shutil

import pytest

from s2cloudmask.bridge.product_search import find_products, product_of
from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.products.product import open_product

OTHERS = {
    "baseline": ({"baseline": "02.06"}, "baseline 02.06"),
    "tile": ({"tile": "32TQR"}, "32TQR"),
    "time": ({"time": "20240625T105031"}, "2024-?06-?25"),
    "mission": ({"mission": "S2B"}, "Sentinel-2B"),
}


@pytest.mark.parametrize("granules_own", [True, False], ids=["with MTD_TL.xml", "without"])
@pytest.mark.parametrize(("other", "words"), OTHERS.values(), ids=OTHERS)
def test_the_metadata_of_another_product_is_refused(simulated, tmp_path, other, words, granules_own):
    product = shutil.copytree(simulated().path, tmp_path / simulated().path.name)
    shutil.copy(simulated(**other).path / "MTD_MSIL1C.xml", product)
    if not granules_own:
        next(product.rglob("MTD_TL.xml")).unlink()
    with pytest.raises(EngineError, match=rf"that of another product: it is of \S* ?.*{words}.*offset") as caught:
        open_product(product)
    assert caught.value.code == "broken-metadata"


def test_level_1c_metadata_over_a_level_2a_granule_is_refused(simulated, tmp_path):
    product = shutil.copytree(simulated(level="L2A").path, tmp_path / "P.SAFE")
    (product / "MTD_MSIL2A.xml").unlink()
    shutil.copy(simulated().path / "MTD_MSIL1C.xml", product)
    with pytest.raises(EngineError, match=r"of L1C, but .* of L2A"):
        open_product(product)


@pytest.mark.parametrize("own", ["99.99", "99.33"])
def test_what_a_users_own_sen2cor_wrote_is_taken_at_its_word(simulated, tmp_path, own):
    product = shutil.copytree(simulated(level="L2A", baseline="02.06").path, tmp_path / "P.SAFE")
    document = product / "MTD_MSIL2A.xml"
    text = document.read_text("utf-8")
    document.write_text(re.sub(r"(<PROCESSING_BASELINE>)[^<]*", rf"\g<1>{own}", text), "utf-8")
    (granule,) = open_product(product).granules
    assert granule.baseline == own and {band.offset for band in granule.bands.values()} == {0}


def test_a_renamed_product_and_renamed_bands_are_no_contradiction(simulated, tmp_path):
    product = shutil.copytree(simulated().path, tmp_path / "S2A_summer.SAFE")
    for path in product.rglob("IMG_DATA/*.jp2"):
        path.rename(path.with_name(f"mine_{path.name[-7:]}"))
    (granule,) = open_product(product).granules
    assert len(granule.bands) == 13


@pytest.mark.parametrize("inside", ["", "MTD_TL.xml", "IMG_DATA", "IMG_DATA/*_B04.jp2"])
@pytest.mark.parametrize(("baseline", "offset"), [("05.11", -1000.0), ("02.06", 0.0)])
def test_a_granule_without_the_product_has_the_offset_of_its_baseline(simulated, tmp_path, inside, baseline, offset):
    granule = next((simulated(baseline=baseline).path / "GRANULE").iterdir())
    granule = shutil.copytree(granule, tmp_path / granule.name)
    (opened,) = open_product(next(granule.glob(inside)) if inside else granule).granules
    assert {band.offset for band in opened.bands.values()} == {offset} and len(opened.bands) == 13
    assert opened.tile == "31TCJ" and opened.own_masks
    assert "MTD_MSIL1C.xml is not there: quantification and offset were taken from the baseline" in opened.notes[0]


@pytest.mark.parametrize(("old", "new"), [("_N05.11</TILE_ID", "_N99.99</TILE_ID"), (">S2A_OPER_MSI", ">S2A_USER_MSI")])
def test_a_granule_of_a_users_own_sen2cor_tells_no_offset_without_the_product(simulated, tmp_path, old, new):
    granule = next((simulated(level="L2A").path / "GRANULE").iterdir())
    granule = shutil.copytree(granule, tmp_path / granule.name)
    document = granule / "MTD_TL.xml"
    document.write_text(document.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(EngineError, match=r"own Sen2Cor \(baseline .*\).* Give the whole product"):
        open_product(granule)


def test_a_granule_inside_its_product_is_that_of_the_product(simulated):
    granule = next((simulated().path / "GRANULE").iterdir())
    (opened,) = open_product(granule).granules
    assert opened.notes == () and opened.name == simulated().path.stem


def headless(source, place):
    product = shutil.copytree(source, place)
    for document in product.glob("*.xml"):
        document.unlink()
    return product


@pytest.mark.parametrize(
    "inside", ["", "GRANULE", "GRANULE/*", "GRANULE/*/MTD_TL.xml", "GRANULE/*/IMG_DATA/**/*_B04*.jp2"]
)
@pytest.mark.parametrize(("level", "bands"), [("L1C", 13), ("L2A", 12)])
def test_a_product_without_its_metadata_is_read_by_that_of_its_granule(simulated, tmp_path, level, bands, inside):
    product = headless(simulated(level=level).path, tmp_path / "P.SAFE")
    opened = open_product(next(product.glob(inside)) if inside else product)
    (granule,) = opened.granules
    assert opened.path == str(product) == product_of(str(next(product.glob(inside)) if inside else product))
    assert granule.name == "P" and len(granule.bands) == bands
    assert {band.offset for band in granule.bands.values()} == {-1000}
    assert f"MTD_MSI{level}.xml is not there" in granule.notes[0]
    assert list(find_products(str(tmp_path))) == [str(product)]


def test_each_granule_of_a_product_without_its_metadata_is_read(simulated, tmp_path):
    product = headless(simulated(layout="old", granules=3).path, tmp_path / "P.SAFE")
    second = sorted((product / "GRANULE").iterdir())[1]
    (document,) = second.glob("*.xml")
    document.write_text("<x/>")
    opened = open_product(product)
    assert len({granule.name for granule in opened.granules}) == 2 and second.name in opened.failures[0].message
    archive = shutil.make_archive(str(tmp_path / "P"), "zip", tmp_path, "P.SAFE")
    assert len(open_product(archive).granules) == 2
    assert set(find_products(str(tmp_path))) == {str(product), archive}


def test_what_tells_why_the_metadata_is_not_there_is_said(simulated, tmp_path):
    product = headless(simulated().path, tmp_path / "P.SAFE")
    (product / "MTD_MSIL1C.xml.part").touch()
    with pytest.raises(EngineError, match=r"unfinished download \(MTD_MSIL1C\.xml\.part\)"):
        open_product(product)
    (product / "MTD_MSIL1C.xml.part").rename(product / "MTD_MSIL1C.xml")
    with pytest.raises(EngineError, match=r"MTD_MSIL1C\.xml is empty"):
        open_product(product)
    (product / "MTD_MSIL1C.xml").unlink()
    shutil.copytree(product, tmp_path / "Q.SAFE")
    with pytest.raises(EngineError, match="holds 2 products"):
        open_product(tmp_path)
