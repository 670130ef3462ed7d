"""Containers and layouts that archives and tools hand out: each is opened as the product it holds."""

import json
import re
import shutil
import tarfile
import zipfile

import numpy as np
import pytest
import rasterio

from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.products.grid import product_grid
from s2cloudmask.core.products.metadata import BAND_IDS
from s2cloudmask.core.products.product import open_product
from s2cloudmask.core.products.reader import read_window
from s2cloudmask.tests.faults.samples import write_band

L2A_BANDS = tuple(band for band in BAND_IDS if band != "B10")


def reflectance(path, metres=20):
    (granule,) = open_product(path).granules
    return read_window(granule, L2A_BANDS, product_grid(granule, metres))


@pytest.mark.parametrize("baseline", [pytest.param("02.12", marks=pytest.mark.slow), "05.11"])
def test_the_archive_layout_of_level_2a_is_the_product(simulated, baseline):
    safe, archive = (simulated(level="L2A", layout=layout, baseline=baseline).path for layout in ("safe", "archive"))
    assert (archive / "R10m" / "B02.jp2").exists() and (archive / "R60m" / "B09.jp2").exists()
    (granule,) = open_product(archive).granules
    assert (granule.level, granule.tile, granule.baseline) == ("L2A", "31TCJ", baseline)
    assert {name: band.resolution for name, band in granule.bands.items()} == {
        name: band.resolution for name, band in open_product(safe).granules[0].bands.items()
    }
    assert {mask.kind for mask in granule.own_masks} >= {"scl"}
    for got, wanted in zip(reflectance(archive), reflectance(safe), strict=True):
        assert np.array_equal(got, wanted)


@pytest.fixture
def cogs(simulated, tmp_path):
    return shutil.copytree(simulated(level="L2A", layout="cogs").path, tmp_path / "S2A_31TCJ_20240715_0_L2A")


def said(cogs, **properties):
    path = next(cogs.glob("*.json"))
    item = json.loads(path.read_text())
    item["properties"] |= properties
    for name in [name for name, value in properties.items() if value is None]:
        del item["properties"][name]
    path.write_text(json.dumps(item))


def put_offset_back(cogs):
    for path in cogs.glob("B*.tif"):
        with rasterio.open(path) as source:
            numbers, profile = source.read(), source.profile
        profile.update(driver="GTiff")
        with rasterio.open(path, "w", **profile) as target:
            target.write(np.where(numbers, numbers + 1000, 0).astype("uint16"))


@pytest.mark.parametrize("flag", [True, False, pytest.param(None, marks=pytest.mark.slow)])
@pytest.mark.parametrize("inside", [False, True])
def test_the_offset_of_sentinel_cogs_is_what_the_numbers_show(simulated, cogs, flag, inside):
    if inside:
        put_offset_back(cogs)
    said(cogs, **{"earthsearch:boa_offset_applied": flag})
    (granule,) = open_product(cogs).granules
    assert {band.offset for band in granule.bands.values()} == {-1000.0 if inside else 0.0}
    (note,) = granule.notes
    assert f"the numbers show that the offset of -1000 {'is still in' if inside else 'was taken off'}" in note
    # Without the flag the item still says so: its raster:bands have an offset of 0.
    assert ("though its item says" in note) == ((flag is not False) == inside)
    values, valid = reflectance(cogs, 10)
    wanted, also = reflectance(simulated(level="L2A").path, 10)
    assert np.array_equal(valid, also) and np.abs(values - wanted)[:, valid].max() < 2e-4


@pytest.mark.parametrize("flag", [True, False])
def test_where_the_numbers_do_not_tell_the_item_decides(cogs, flag):
    for path in cogs.glob("B*.tif"):
        with rasterio.open(path) as source:
            numbers, profile = source.read(), source.profile
        profile.update(driver="GTiff")
        with rasterio.open(path, "w", **profile) as target:
            target.write(np.where(numbers, 2500 + numbers // 8, 0).astype("uint16"))
    said(cogs, **{"earthsearch:boa_offset_applied": flag})
    (granule,) = open_product(cogs).granules
    assert granule.bands["B04"].offset == (0 if flag else -1000) and "do not tell" in granule.notes[0]


def spelled(source, path, spell):
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(file for file in source.rglob("*") if file.is_file()):
            entry = zipfile.ZipInfo("x")
            entry.filename = spell(f"P.SAFE/{file.relative_to(source).as_posix()}")
            archive.writestr(entry, file.read_bytes())
    return path


@pytest.mark.parametrize(
    "spell",
    [
        lambda name: name.replace("/", "\\"),
        lambda name: f"./{name}",
        lambda name: ".\\" + name.replace("/", "\\"),
        lambda name: name.partition("/")[2],
        lambda name: f"a/b/{name}",
        lambda name: f"Größe 雲/{name}",
    ],
    ids=["backslashes", "dot", "dot and backslashes", "no folder", "deeper", "not ASCII"],
)
def test_however_a_zip_spells_its_names_the_product_is_read(simulated, tmp_path, spell):
    path = spelled(simulated().path, tmp_path / "P.zip", spell)
    (granule,) = open_product(path).granules
    assert tuple(granule.bands) == BAND_IDS and granule.own_masks
    assert read_window(granule, ["B04"], product_grid(granule, 20))[1].any()


def test_a_tar_is_read_and_a_compressed_one_is_told_apart(simulated, tmp_path):
    with tarfile.open(tmp_path / "P.tar", "w") as archive:
        archive.add(simulated().path, "./P.SAFE")
    (granule,) = open_product(tmp_path / "P.tar").granules
    assert tuple(granule.bands) == BAND_IDS and granule.name == "P"
    assert read_window(granule, ["B04"], product_grid(granule, 20))[1].any()
    (tmp_path / "Q.tar").write_bytes((tmp_path / "P.tar").read_bytes()[:5000])
    (tmp_path / "R.tar").write_bytes(b"not a tar")
    for name, code in (("Q.tar", None), ("R.tar", "broken-zip")):
        with pytest.raises(EngineError) as caught:
            open_product(tmp_path / name)
        assert code in (None, caught.value.code)


def test_a_tar_that_names_a_file_outside_itself_is_not_opened(simulated, tmp_path):
    with tarfile.open(tmp_path / "P.tar", "w") as archive:
        archive.add(next(simulated().path.glob("MTD*")), "../MTD_MSIL1C.xml")
    with pytest.raises(EngineError, match="outside itself"):
        open_product(tmp_path / "P.tar")


def test_a_file_of_an_archive_that_leads_out_of_it_is_left_out(simulated, tmp_path):
    path = spelled(simulated().path, tmp_path / "P.zip", str)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("../../.bashrc", "x")
        archive.writestr("/P.SAFE/MTD_MSIL2A.xml", "<x/>")
    with tarfile.open(tmp_path / "P.tar", "w") as archive:
        archive.add(simulated().path, "P.SAFE")
        archive.add(next(simulated().path.glob("MTD*")), "../MTD_MSIL1C.xml")
    for name in ("P.zip", "P.tar"):
        (granule,) = open_product(tmp_path / name).granules
        assert tuple(granule.bands) == BAND_IDS
        assert read_window(granule, ["B04"], product_grid(granule, 20))[1].any()


@pytest.mark.parametrize("name", ["P}x.zip", "P{x.zip", "P{1}.zip", "a{b/P.tar"])
def test_braces_in_the_name_of_an_archive(simulated, tmp_path, name):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    if path.suffix == ".tar":
        with tarfile.open(path, "w") as archive:
            archive.add(simulated().path, "P.SAFE")
    else:
        spelled(simulated().path, path, str)
    (granule,) = open_product(path).granules
    assert read_window(granule, ["B04"], product_grid(granule, 20))[1].any()


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_zip_that_is_compressed_otherwise_is_to_be_unpacked(simulated, tmp_path, method):
    with zipfile.ZipFile(tmp_path / "P.zip", "w", method) as archive:
        for file in simulated().path.rglob("*.xml"):
            archive.write(file, file.relative_to(simulated().path.parent))
    with pytest.raises(EngineError, match="Unpack it"):
        open_product(tmp_path / "P.zip")


ERA = (
    ("Product_Info>", "L2A_Product_Info>"), ("Product_Organisation>", "L2A_Product_Organisation>"),
    ("IMAGE_FILE>", "IMAGE_FILE_2A>"), ("PRODUCT_URI>", "PRODUCT_URI_2A>"), ("psd-14", "psd-13"),
    ("QUANTIFICATION_VALUES_LIST", "L1C_L2A_Quantification_Values_List"),
    ("BOA_QUANTIFICATION_VALUE", "L2A_BOA_QUANTIFICATION_VALUE"),
    ('<L2A_BOA_QUANTIFICATION_VALUE', '<L1C_TOA_QUANTIFICATION_VALUE unit="none">1</L1C_TOA_QUANTIFICATION_VALUE>\n'
     '<L2A_BOA_QUANTIFICATION_VALUE'),
)  # fmt: skip


def of_2017(product, metadata="MTD_MSIL2A.xml", level="Level-2Ap", ids=False):
    """A product's metadata and names as Sen2Cor wrote them until 2018: …_2A elements, files that begin with L2A_."""
    document = product / "MTD_MSIL2A.xml"
    text = document.read_text("utf-8")
    for old, new in ERA:
        text = text.replace(old, new)
    text = text.replace("<PROCESSING_LEVEL>Level-2A<", f"<PROCESSING_LEVEL>{level}<")
    (granule,) = (product / "GRANULE").iterdir()
    for path in list(product.rglob("*_?0m.jp2")):
        name = f"L2A_{path.name}"
        if ids:
            name = re.sub(
                r"^L2A_T(\w{5})_(\w{15})_(\w+)_(\d0m)\.jp2$", r"S2A_USER_MSI_L2A_TL_SGS__\2_A000123_T\1_\3_\4.jp2", name
            )
            name = re.sub(r"_MSI_(.*)_SCL_", r"_SCL_\1_", name)
        text = text.replace(f"{path.stem}<", f"{name[:-4]}<")
        path.rename(path.with_name(name))
    if ids:
        text = re.sub(r"<IMAGE_FILE_2A>[^<]*/([^/<]*)</IMAGE_FILE_2A>", r"<IMAGE_ID_2A>\1</IMAGE_ID_2A>", text)
        text = text.replace("<Granule ", "<Granules ").replace("</Granule>", "</Granules>")
    document.unlink()
    (product / metadata).write_text(text, "utf-8")
    tile = granule / "MTD_TL.xml"
    tile.write_text(re.sub(r"(</?)TILE_ID", r"\1TILE_ID_2A", tile.read_text("utf-8")), "utf-8")
    return product


@pytest.mark.parametrize(
    ("metadata", "ids"),
    [
        ("MTD_MSIL2A.xml", False),
        ("MTD_MSIL2Ap.xml", False),
        ("MTD_MSIL2a.xml", False),
        ("mtd_msil2a.XML", False),
        ("S2A_USER_MTD_SAFL2A_PDMC_20170114T175154_R108_V20170116T105012_20170116T105012.xml", True),
        ("S2A_USER_MTD_SAFL2A.xml", True),
    ],
)
def test_level_2a_of_2017_is_read(simulated, tmp_path, metadata, ids):
    source = simulated(level="L2A", baseline="02.05")
    product = of_2017(shutil.copytree(source.path, tmp_path / "era.SAFE"), metadata, ids=ids)
    (granule,) = open_product(product).granules
    assert granule.level == "L2A" and tuple(granule.bands) == L2A_BANDS and granule.tile == "31TCJ"
    assert "scl" in {mask.kind for mask in granule.own_masks}
    assert {band.quantification for band in granule.bands.values()} == {10000.0}
    for got, wanted in zip(reflectance(product), reflectance(source.path), strict=True):
        assert np.array_equal(got, wanted)


@pytest.mark.parametrize("change", [str.lower, str.upper])
def test_names_in_another_case_are_the_same_names(simulated, tmp_path, change):
    product = shutil.copytree(simulated().path, tmp_path / "case.SAFE")
    for path in sorted(product.rglob("*"), key=lambda path: -len(path.parts)):
        path.rename(path.with_name(change(path.name)))
    (granule,) = open_product(product).granules
    assert tuple(granule.bands) == BAND_IDS and granule.tile == "31TCJ" and granule.own_masks


def test_the_real_decimated_products_open(shared):
    for path in sorted((shared / "data" / "safe_more").glob("S2*.zip")):
        (granule,) = open_product(path).granules
        assert tuple(granule.bands) == BAND_IDS and granule.own_masks, path.name


def test_the_bands_that_lack_a_crs_are_named(simulated, tmp_path):
    product = shutil.copytree(simulated().path, tmp_path / "bare.SAFE")
    for band in ("B02", "B11"):
        (path,) = product.glob(f"GRANULE/*/IMG_DATA/*_{band}.jp2")
        write_band(path, crs=None)
    (granule,) = open_product(product).granules
    assert granule.notes == ("CRS of B02 B11 (EPSG:32631) were taken from the tile's metadata: the files carry none.",)


@pytest.mark.parametrize("placed", [False, True])
def test_bands_without_a_crs_take_that_of_the_tiles_metadata(simulated, tmp_path, placed):
    product = shutil.copytree(simulated().path, tmp_path / "bare.SAFE")
    for path in product.rglob("*_B*.jp2"):
        if "IMG_DATA" in str(path):
            write_band(path, crs=None, **({} if placed else {"transform": rasterio.Affine.identity()}))
    (granule,), (whole,) = open_product(product).granules, open_product(simulated().path).granules
    assert granule.crs == "EPSG:32631" and "tile's metadata" in granule.notes[0]
    assert f"CRS{'' if placed else ' and place'} of its bands (EPSG:32631)" in granule.notes[0]
    assert product_grid(granule, 20) == product_grid(whole, 20)
    next(product.rglob("MTD_TL.xml")).unlink()
    (bare,) = open_product(product).granules
    assert bare.crs == "" and "carry none" in bare.notes[0]
    assert product_grid(bare, 20).shape == product_grid(whole, 20).shape


def test_bands_whose_metadata_breaks_off_are_read_by_the_item_beside_them(simulated, tmp_path):
    """As thousands of sentinel-cogs of 2023 do: https://github.com/Element84/earth-search/issues/6."""
    product = shutil.copytree(simulated(layout="cogs", level="L2A", size=120).path, tmp_path / "P")
    (whole,) = open_product(product).granules
    document = product / "granule_metadata.xml"
    document.write_bytes(document.read_bytes()[:700])
    opened = open_product(product)
    assert opened.path == str(product), "as it was asked for: the list in QGIS waits for that"
    (granule,) = opened.granules
    assert granule.bands.keys() == whole.bands.keys() and granule.baseline == whole.baseline
    assert granule.notes[-1] == "Its STAC item was read in place of its metadata, which cannot be read."
    next(product.glob("*.json")).unlink()
    with pytest.raises(EngineError, match="not readable XML"):
        open_product(product)
