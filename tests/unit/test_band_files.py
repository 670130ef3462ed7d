"""Which files are a granule's bands, and how much of a product one bad file ends."""

import re
import shutil

import numpy as np
import pytest
import rasterio

from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.products.band_files import band_file as band_file_of
from s2cloudmask.core.products.band_files import choose
from s2cloudmask.core.products.metadata import BAND_IDS
from s2cloudmask.core.products.product import open_product
from s2cloudmask.tests.faults.samples import band_file, write_band


@pytest.fixture
def copy(simulated, tmp_path):
    def make(**options):
        return shutil.copytree(simulated(**options).path, tmp_path / "copy.SAFE")

    return make


def names(product) -> dict[str, str]:
    return {band: file.path.rpartition("/")[2] for band, file in product.granules[0].bands.items()}


def strange(path, prefix):
    """A file beside a band, named as one, that holds other numbers."""
    beside = path.with_name(prefix + path.name)
    if beside.suffix == ".tif":
        with rasterio.open(path) as dataset:
            profile = {**dataset.profile, "driver": "GTiff"}
        for name in ("blockxsize", "blockysize", "tiled"):
            profile.pop(name, None)
        with rasterio.open(beside, "w", **profile) as target:
            target.write(np.full((1, profile["height"], profile["width"]), 77, "uint16"))
    else:
        beside.write_bytes(b"\0\5\x16\7 Mac OS X" if prefix == "._" else path.read_bytes())


@pytest.mark.parametrize("level", ["L1C", "L2A"])
@pytest.mark.parametrize("prefix", ["._", "RT_", "AOI_", "00_", "copy of ", ".", "S2_"])
def test_a_file_that_is_not_in_the_products_list_is_no_band(copy, prefix, level):
    product = copy(level=level)
    right = names(open_product(product))
    for path in list(product.rglob("*_B*.jp2")):
        if "IMG_DATA" in str(path):
            strange(path, prefix)
    assert names(open_product(product)) == right


@pytest.mark.parametrize("suffix", ["RT_{}.tif", "{}_clip.tif", "AOI_{}.TIF", "{}.tif"])
def test_a_converted_band_beside_the_band_is_left_alone(copy, suffix):
    product = copy()
    right = names(open_product(product))
    band = band_file(product, "B04")
    beside = band.with_name(suffix.format(band.stem))
    write_band(shutil.copy(band, beside.with_suffix(".jp2_")), driver="GTiff", change=lambda numbers: numbers // 2)
    beside.with_suffix(".jp2_").rename(beside)
    assert names(open_product(product)) == right


@pytest.mark.parametrize("place", ["__MACOSX/copy.SAFE", "@eaDir", ".trash", ".AppleDouble"])
def test_a_systems_own_copies_are_no_second_product(copy, place):
    product = copy()
    right = names(open_product(product))
    other = product / place / "GRANULE" / next((product / "GRANULE").iterdir()).name / "IMG_DATA"
    other.mkdir(parents=True)
    shutil.copy(product / "MTD_MSIL1C.xml", product / place / "._MTD_MSIL1C.xml")
    shutil.copy(product / "MTD_MSIL1C.xml", product / "._MTD_MSIL1C.xml")
    shutil.copy(band_file(product, "B02"), other / "T31TCJ_20240715T105031_B02.jp2")
    assert names(open_product(product)) == right


def test_bands_that_were_renamed_together_are_taken(copy):
    product = copy()
    for path in [path for path in product.rglob("*.jp2") if "IMG_DATA" in str(path)]:
        path.rename(path.with_name("scene1_" + re.search(r"(B..|TCI)\.jp2$", path.name)[0]))
    assert set(names(open_product(product))) == set(BAND_IDS)


def test_what_is_listed_and_not_there_is_missing_even_where_another_file_has_its_name(copy):
    product = copy()
    band = band_file(product, "B04")
    band.rename(band.with_name("RT_" + band.name))
    (granule,) = open_product(product).granules
    assert granule.missing == ("B04",)


def test_a_broken_band_ends_only_what_needs_it(copy, masks, command, tmp_path):
    product = copy()
    band_file(product, "B10").write_bytes(b"404 not found")
    (granule,) = open_product(product).granules
    granule.require(["B02", "B04"])
    with pytest.raises(EngineError, match=r"B10 of .* cannot be opened"):
        granule.require(BAND_IDS)
    done = masks(product, out=tmp_path)
    assert done.code == 0 and len(done.of("result")) == 1
    assert "B10 of" in command("info", product).out


@pytest.fixture
def three(simulated, tmp_path):
    return shutil.copytree(simulated(layout="old", granules=3).path, tmp_path / "three.SAFE")


@pytest.mark.parametrize("harm", ["broken", "cut", "absent", "no granule", "no images", "another size"])
def test_of_three_granules_the_one_with_a_fault_alone_has_no_mask(three, masks, tmp_path, harm):
    folder = sorted((three / "GRANULE").iterdir())[1]
    band = band_file(folder, "B04")
    if harm == "broken":
        band.write_bytes(b"404 not found")
    elif harm == "cut":
        band.write_bytes(band.read_bytes()[: band.stat().st_size // 2])
    elif harm == "absent":
        band.unlink()
    elif harm == "no granule":
        shutil.rmtree(folder)
    elif harm == "no images":
        shutil.rmtree(folder / "IMG_DATA")
    else:
        write_band(band, change=lambda numbers: numbers[:, :-60])
    done = masks(three, out=tmp_path / "out")
    assert done.code == 1
    assert {event["granule"][-5:] for event in done.of("result")} == {"31TCJ", "31TEJ"}
    (error,) = done.of("error")
    assert "31TDJ" in error["message"] or "B04" in error["message"]
    assert len(list((tmp_path / "out").glob("*_cloudmask.tif"))) == 2


def test_a_model_can_run_where_one_granule_of_several_has_its_bands(three):
    from s2cloudmask.core.runs.product_facts import product_facts

    band_file(sorted((three / "GRANULE").iterdir())[1], "B04").unlink()
    facts = product_facts(open_product(three))
    assert {model["name"]: model["can_run"] for model in facts["models"]}["ukis_l1c"]
    assert [granule["missing"] for granule in facts["granules"]] == [[], ["B04"], []]


@pytest.mark.parametrize(("level", "metres"), [("L1C", 20), ("L2A", 20)])
def test_a_band_made_sharper_beside_the_product_is_not_the_products(copy, level, metres):
    product = copy(level=level)
    right = names(open_product(product))
    for band in ("B11", "B12"):
        file = next(path for path in product.rglob(f"*_{band}*.jp2") if "60m" not in path.name)
        sharper = file.with_name(re.sub(r"(_20m)?\.jp2$", "_10m.jp2", file.name))
        write_band(shutil.copy(file, sharper), change=lambda numbers: numbers // 3 + 1)
    assert names(open_product(product)) == right


@pytest.mark.parametrize("name", ["{} - Copy", "old_{}", "{}_backup"])
def test_a_copy_of_the_granules_folder_is_no_second_granule(copy, name):
    product = copy()
    folder = next((product / "GRANULE").iterdir())
    shutil.copytree(folder, folder.with_name(name.format(folder.name)))
    (granule,) = open_product(product).granules
    assert granule.name == "copy" and all(f"/{folder.name}/" in band.path for band in granule.bands.values())


def test_the_metadata_under_two_names_is_one_product_and_two_products_in_one_folder_are_told(copy, simulated):
    product = copy()
    document = product / "MTD_MSIL1C.xml"
    second = product / "S2A_OPER_MTD_SAFL1C_PDMC_20240715T105031_R051_V20240715T105031_20240715T105031.xml"
    shutil.copy(document, second)
    assert set(names(open_product(product))) == set(BAND_IDS)
    second.unlink()
    shutil.copytree(simulated(level="L2A").path, product, dirs_exist_ok=True)
    with pytest.raises(EngineError, match=r"MTD_MSIL1C\.xml and MTD_MSIL2A\.xml in one folder"):
        open_product(product)


@pytest.mark.parametrize("name", ["MTD_MSIL1C (1).xml", "MTD_MSIL1C_old.xml", "metadata.xml"])
def test_metadata_under_another_name_is_told(copy, name):
    product = copy()
    (product / "MTD_MSIL1C.xml").rename(product / name)
    with pytest.raises(EngineError) as caught:
        open_product(product)
    assert f"under another name, {name}. Rename it MTD_MSIL1C.xml" in caught.value.message


def test_bands_that_lie_beside_the_products_metadata_are_taken(copy):
    product = copy()
    for path in [path for path in product.rglob("*.jp2") if "IMG_DATA" in str(path)]:
        path.rename(product / path.name)
    shutil.rmtree(product / "GRANULE")
    (granule,) = open_product(product).granules
    assert set(granule.bands) == set(BAND_IDS) and granule.tile == "31TCJ" and granule.name == "copy"


def test_a_model_says_what_is_wrong_with_the_band_it_needs(copy):
    from s2cloudmask.core.runs.product_facts import product_facts

    product = copy()
    band_file(product, "B04").write_bytes(b"")
    reasons = {model["name"]: model["reason"] for model in product_facts(open_product(product))["models"]}
    assert "is empty" in reasons["ukis_l1c"] and "lacks" not in reasons["ukis_l1c"]


def test_of_a_product_without_bands_the_list_is_told(copy):
    product = copy()
    for path in product.rglob("*_B*.jp2"):
        if "IMG_DATA" in str(path):
            path.unlink()
    with pytest.raises(EngineError, match=r"has no band files for tile 31TCJ \(14 are listed\)"):
        open_product(product)
    document = product / "MTD_MSIL1C.xml"
    document.write_text(re.sub(r"<IMAGE_FILE>.*?</IMAGE_FILE>", "", document.read_text()))
    with pytest.raises(EngineError, match=r"has no band files for tile 31TCJ\. Download"):
        open_product(product)


def test_two_granules_of_one_tile_have_masks_of_their_own_names(copy):
    product = copy()
    folder = next((product / "GRANULE").iterdir())
    shutil.copytree(folder, folder.with_name("second_T31TCJ_2"))
    folder.rename(folder.with_name("first_T31TCJ_1"))
    assert [granule.name for granule in open_product(product).granules] == ["copy_T31TCJ_1", "copy_T31TCJ_2"]


@pytest.mark.parametrize(
    ("path", "band", "metres"),
    [
        ("a/T31TCJ_x_B04.jp2", "B04", 10),
        ("a/T31TCJ_x_B8A.TIF", "B8A", 20),
        ("a/T31TCJ_x_B10.tiff", "B10", 60),
        ("a/T31TCJ_x_TCI.jp2", "TCI", 10),
        ("a/T31TCJ_x_SCL.jp2", "SCL", 20),
        ("R60m/B02.jp2", "B02", 60),
        ("R60m/T31TCJ_x_B02_20m.jp2", "B02", 20),
        ("S2A_USER_SCL_L2A_TL_SGS__20160101T000000_A000001_T32TQR_60m.jp2", "SCL", 60),
    ],
)
def test_a_band_file_tells_its_band_and_resolution(path, band, metres):
    file = band_file_of(path)
    assert (file.band, file.metres) == (band, metres)


@pytest.mark.parametrize("path", ["B04.png", "B04", "B13.jp2", "B8B.jp2", "TB04.jp2", "B04_30m.jp2", "x_B04_clip.tif"])
def test_what_is_named_otherwise_is_no_band_file(path):
    assert band_file_of(path) is None


def test_of_a_band_at_several_resolutions_the_finest_is_taken_and_of_equals_the_jpeg_2000():
    names = ["R60m/B02.jp2", "R10m/B02.jp2", "R20m/B02.jp2", "R20m/B05.tif", "R20m/B05.jp2"]
    found = choose([band_file_of(name) for name in names], ())
    assert {band: file.path for band, file in found.items()} == {"B02": "R10m/B02.jp2", "B05": "R20m/B05.jp2"}


def test_a_band_of_another_tile_in_a_granules_folder_is_left_alone(three):
    first, second, _ = sorted((three / "GRANULE").iterdir())
    strange = band_file(first, "B04")
    shutil.copy(strange, band_file(second, "B04").with_name(strange.name))
    granule = next(granule for granule in open_product(three).granules if granule.tile == "31TDJ")
    assert "31TDJ" in granule.bands["B04"].path.rpartition("/")[2]
