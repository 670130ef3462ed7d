"""Products in every container, layout and naming; what their metadata says; what is refused."""

import os
import re
import shutil
import zipfile
from functools import partial
from pathlib import Path

import pytest
from affine import Affine

from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.products.around import granule_around, product_around
from s2cloudmask.core.products.container import Container
from s2cloudmask.core.products.granule import Band, check_grids
from s2cloudmask.core.products.metadata import BAND_IDS, parse_xml, product_metadata
from s2cloudmask.core.products.product import open_product
from s2cloudmask.core.products.sealed import read_entry, zip_names


@pytest.mark.parametrize("layout", ["safe", "zip", "archive", "old"])
@pytest.mark.parametrize("baseline", ["02.06", "05.11"])
def test_every_layout_opens_with_its_bands_and_offsets(simulated, layout, baseline):
    product = open_product(simulated(layout=layout, baseline=baseline).path)
    (granule,) = product.granules
    assert tuple(granule.bands) == BAND_IDS and granule.missing == ()
    assert (granule.level, granule.mission, granule.baseline, granule.tile) == ("L1C", "S2A", baseline, "31TCJ")
    assert granule.sensing_time.startswith("2024-07-15T10:50:31")
    assert {band.offset for band in granule.bands.values()} == {-1000.0 if baseline == "05.11" else 0.0}
    assert [mask.kind for mask in granule.own_masks] == ["classi" if baseline == "05.11" else "clouds-gml"]
    assert granule.bands["B02"].width == 360 and granule.bands["B05"].width == 180 and granule.bands["B01"].width == 60


def test_an_odd_offset_on_one_band_is_that_bands_alone(simulated):
    (granule,) = open_product(simulated(offsets={"B8A": -500}).path).granules
    assert {name: band.offset for name, band in granule.bands.items() if band.offset != -1000} == {"B8A": -500.0}


def test_every_granule_is_its_own_mask_named_by_tile(simulated):
    product = open_product(simulated(layout="old", granules=2).path)
    assert len({granule.tile for granule in product.granules}) == 2
    assert [granule.name for granule in product.granules] == [f"{product.name}_T{g.tile}" for g in product.granules]


def test_level_2a_lacks_b10_and_has_a_scene_classification(simulated):
    (granule,) = open_product(simulated(level="L2A").path).granules
    assert granule.level == "L2A" and "B10" not in granule.bands and granule.missing == ()
    assert "scl" in [mask.kind for mask in granule.own_masks]
    with pytest.raises(EngineError, match="Level-1C product") as caught:
        granule.require(BAND_IDS)
    assert caught.value.code == "wrong-level"


@pytest.mark.parametrize("name", ["my scene", "Größe 'quoted' & [brackets]", "a" * 120, "x.zip.SAFE"])
@pytest.mark.parametrize("packed", [False, True])
def test_a_renamed_product_opens_under_its_new_name(simulated, tmp_path, name, packed):
    source = simulated().path
    if packed:
        place = tmp_path / f"{name}.zip"
        with zipfile.ZipFile(place, "w") as archive:
            for file in sorted(source.rglob("*")):
                archive.write(file, f"inner/{file.relative_to(source)}")
    else:
        place = tmp_path / name
        shutil.copytree(source, place)
    product = open_product(place)
    assert product.granules[0].tile == "31TCJ"
    from s2cloudmask.core.products.grid import product_grid
    from s2cloudmask.core.products.reader import read_window

    _, valid = read_window(product.granules[0], ["B01"], product_grid(product.granules[0], 60))
    assert valid.any()


def test_a_metadata_file_or_a_folder_above_stands_for_the_product(simulated):
    path = simulated().path
    assert open_product(path / "MTD_MSIL1C.xml").granules[0].bands == open_product(path).granules[0].bands
    assert open_product(path / "manifest.safe").granules[0].tile == "31TCJ"


def refused(path, code: str) -> str:
    with pytest.raises(EngineError) as caught:
        open_product(path)
    assert caught.value.code == code, caught.value.message
    assert str(path) in caught.value.message and caught.value.message.rstrip().endswith((".", ")"))
    return caught.value.message


def test_what_is_no_product_is_said(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").write_text("cloudy")
    refused(tmp_path / "empty", "not-a-product")
    refused(tmp_path / "nowhere.SAFE", "not-a-product")
    refused(tmp_path / "notes.txt", "not-a-product")


@pytest.fixture
def copy(simulated, tmp_path) -> Path:
    place = tmp_path / "copy.SAFE"
    shutil.copytree(simulated().path, place)
    return place


def test_a_missing_band_is_listed_and_required_with_a_sentence(copy):
    next(copy.rglob("*_B10.jp2")).unlink()
    (granule,) = open_product(copy).granules
    assert granule.missing == ("B10",)
    with pytest.raises(EngineError, match=r"B10 is missing in .*copy\.SAFE.*Download") as caught:
        granule.require(BAND_IDS)
    assert caught.value.code == "missing-band"


def test_a_product_without_metadata_is_refused(copy):
    (copy / "MTD_MSIL1C.xml").unlink()
    for tile in copy.rglob("MTD_TL.xml"):
        tile.unlink()
    assert "MTD_MSIL1C.xml" in refused(copy, "broken-metadata")


@pytest.mark.parametrize(
    ("pattern", "replacement"),
    [
        (r"<PROCESSING_LEVEL>.*?</PROCESSING_LEVEL>", ""),
        (r"Level-1C</PROCESSING_LEVEL>", "Level-0</PROCESSING_LEVEL>"),
        (r"<QUANTIFICATION_VALUE[^>]*>[^<]*<", '<QUANTIFICATION_VALUE unit="none">0<'),
        (r"<QUANTIFICATION_VALUE[^>]*>[^<]*<", '<QUANTIFICATION_VALUE unit="none">NaN<'),
        (r"<QUANTIFICATION_VALUE[^>]*>[^<]*<", '<QUANTIFICATION_VALUE unit="none">many<'),
        (r"<PROCESSING_BASELINE>[^<]*<", "<PROCESSING_BASELINE>new<"),
        (r"<SPACECRAFT_NAME>[^<]*<", "<SPACECRAFT_NAME>Landsat-8<"),
        (r"<PRODUCT_START_TIME>[^<]*<", "<PRODUCT_START_TIME>yesterday<"),
        (r'band_id="12">[^<]*<', 'band_id="12">1e99<'),
        (r'band_id="12">', 'band_id="77">'),
        (r'<RADIO_ADD_OFFSET band_id="3">[^<]*</RADIO_ADD_OFFSET>', ""),
        (r"</n1:General_Info>", ""),
        (r"<\?xml.*?\?>", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>'),
    ],
)
def test_broken_metadata_is_refused(copy, pattern, replacement):
    document = copy / "MTD_MSIL1C.xml"
    text, changes = re.subn(pattern, replacement, document.read_text("utf-8"), flags=re.DOTALL)
    assert changes
    document.write_text(text, "utf-8")
    refused(copy, "broken-metadata")


def test_another_namespace_version_is_read_alike(simulated):
    text = (simulated().path / "MTD_MSIL1C.xml").read_text("utf-8")
    later = re.sub(r"psd-1\d", "psd-17", text)
    assert product_metadata(parse_xml(later.encode(), "x"), "x") == product_metadata(parse_xml(text.encode(), "x"), "x")


def test_bands_of_differing_origin_are_refused(copy):
    import rasterio

    path = next(copy.rglob("*_B03.jp2"))
    with rasterio.open(path) as dataset:
        numbers, profile = dataset.read(1), dataset.profile
    profile.update(transform=profile["transform"] @ rasterio.Affine.translation(10, 0), QUALITY="100", REVERSIBLE="YES")
    with rasterio.open(path, "w", **profile) as dataset:
        dataset.write(numbers, 1)
    assert "B03" in refused(copy, "grid-mismatch")


@pytest.mark.parametrize(("shift", "fits"), [(0.001, True), (0.03, True), (0.2, False), (0.5, False), (-0.2, False)])
def test_an_origin_may_differ_by_a_rounding_error_only(shift, fits):
    """Metres of a 10 m band: half a hundredth of a pixel passes (0.05 m), more does not."""

    def band(name, left):
        return Band(name, "", 10, 100, 100, Affine(10, 0, left, 0, -10, 5e6), "EPSG:32631", 0, 1e-4)

    bands = [band("B02", 600000.0), band("B03", 600000.0 + shift)]
    if fits:
        check_grids(bands, "product")
    else:
        with pytest.raises(EngineError, match=r"B03 of product does not fit"):
            check_grids(bands, "product")


def test_a_band_that_is_a_vrt_in_disguise_is_not_followed(copy, tmp_path):
    path = next(copy.rglob("*_B03.jp2"))
    path.write_text(
        f'<VRTDataset rasterXSize="360" rasterYSize="360"><SourceFilename>{tmp_path}</SourceFilename></VRTDataset>'
    )
    (granule,) = open_product(copy).granules
    with pytest.raises(EngineError, match=r"B03 of .*cannot be opened") as caught:
        granule.require(["B03"])
    assert caught.value.code == "broken-band" and "B03" not in granule.missing


@pytest.mark.parametrize("cut", [0.1, 0.5, 0.99])
def test_a_zip_that_is_cut_off_is_refused(simulated, tmp_path, cut):
    whole = simulated(layout="zip").path.read_bytes()
    part = tmp_path / "part.zip"
    part.write_bytes(whole[: int(len(whole) * cut)])
    refused(part, "broken-zip")


@pytest.mark.parametrize("name", ["../evil/MTD_MSIL1C.xml", "/etc/MTD_MSIL1C.xml"])
def test_a_zip_that_names_files_outside_itself_is_refused(tmp_path, name):
    place = tmp_path / "slip.zip"
    with zipfile.ZipFile(place, "w") as archive:
        archive.writestr(name, "<a/>")
    refused(place, "broken-zip")


def test_a_link_out_of_a_product_is_not_followed(copy, tmp_path):
    secret = tmp_path / "secret.jp2"
    band = next(copy.rglob("*_B04.jp2"))
    band.rename(secret)
    band.symlink_to(secret)
    assert open_product(copy).granules[0].missing == ("B04",)


def test_real_products_open(shared):
    expected = {
        "S2A_MSIL1C_20180629T000241": ("S2A", "56JMM", "02.06", 439, 0.0),
        "S2A_MSIL1C_20240715T164849": ("S2A", "15TVG", "05.11", 1536, -1000.0),
        "S2B_OPER_MSI_L1C_TL_EPAE_20": ("S2B", "55JGF", "02.06", 439, 0.0),
    }
    for path in (shared / "data").glob("*.zip"):
        (granule,) = open_product(path).granules
        band = granule.bands["B02"]
        wanted = next(value for name, value in expected.items() if path.name.startswith(name))
        assert (granule.mission, granule.tile, granule.baseline, band.width, band.offset) == wanted
        assert len(granule.bands) == 13 and granule.true_colour


@pytest.mark.parametrize(
    ("folder", "level", "baseline", "offset"),
    [
        ("S2A_MSIL1C_2020", "L1C", "02.09", 0.0),
        ("S2A_MSIL2A_2019", "L2A", "02.12", 0.0),
        ("S2B_MSIL2A_2022", "L2A", "04.00", -1000.0),
    ],
)
def test_real_metadata_of_other_baselines(shared, folder, level, baseline, offset):
    (document,) = (shared / "data" / "safe_metadata").glob(f"{folder}*/MTD_MSI*.xml")
    facts = product_metadata(parse_xml(document.read_bytes(), document.name), document.name)
    assert (facts.level, facts.baseline, facts.quantification) == (level, baseline, 10000.0)
    assert {facts.offset(band) for band in BAND_IDS} == {offset}


@pytest.mark.parametrize("level", ["L1C", "L2A"])
@pytest.mark.parametrize(("baseline", "fits"), [("04.00", False), ("05.11", False), ("99.99", True), ("03.01", True)])
def test_offsets_that_a_baseline_has_cannot_all_be_gone(simulated, level, baseline, fits):
    """99.99 is a user's own Sen2Cor: what its XML says holds."""
    document = next(Path(simulated(level=level).path).glob("MTD_MSI*.xml")).read_text()
    document = re.sub(r"<(RADIO|BOA)_ADD_OFFSET .*?</\1_ADD_OFFSET>", "", document)
    document = document.replace("<PROCESSING_BASELINE>05.11<", f"<PROCESSING_BASELINE>{baseline}<")
    root = parse_xml(document.encode(), "MTD.xml")
    if fits:
        assert {product_metadata(root, "MTD.xml").offset(band) for band in BAND_IDS} == {0.0}
        return
    with pytest.raises(EngineError, match=f"ADD_OFFSET.*{baseline}") as refused:
        product_metadata(root, "MTD.xml")
    assert refused.value.code == "broken-metadata"


def test_a_folder_that_cannot_be_read_says_why(copy, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied", "secret")

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(EngineError, match=r"cannot be read \(Permission denied\)\. Check the folder"):
        open_product(copy)


@pytest.mark.parametrize(("shift", "fits"), [(0.9, True), (1.1, False)])
def test_the_far_corners_may_differ_by_a_pixel_of_the_coarser_band(shift, fits):
    place = Affine(10, 0, 500000, 0, -10, 4800000)
    first = Band("B02", "x", 10, 100, 100, place, "EPSG:32631", 0, 10000)
    side = (1000 + 20 * shift * 1.02) / 50
    other = Band("B05", "x", 20, 50, 50, Affine(side, 0, 500000, 0, -side, 4800000), "EPSG:32631", 0, 10000)
    if fits:
        check_grids([first, other], "P")
    else:
        with pytest.raises(EngineError, match="origin or extent"):
            check_grids([first, other], "P")


@pytest.mark.parametrize(
    ("value", "fits"), [("1", True), ("0.5", False), ("1e6", True), ("1000001", False), ("nan", False), ("ten", False)]
)
def test_a_quantification_value_that_cannot_be_is_refused(simulated, value, fits):
    text = (simulated().path / "MTD_MSIL1C.xml").read_text()
    text = re.sub(r"(<QUANTIFICATION_VALUE[^>]*>)[^<]*", rf"\g<1>{value}", text)
    if fits:
        assert product_metadata(parse_xml(text.encode(), "x"), "x").quantification == float(value)
    else:
        with pytest.raises(EngineError, match=r"(?i)quantification"):
            product_metadata(parse_xml(text.encode(), "x"), "x")


@pytest.mark.parametrize("wrong", ["13", "99", "-1", "x", "", "1.0"])
def test_an_offset_of_no_band_is_refused(simulated, wrong):
    text = (simulated().path / "MTD_MSIL1C.xml").read_text()
    assert 'band_id="12"' in text
    text = text.replace('band_id="12"', f'band_id="{wrong}"')
    with pytest.raises(EngineError, match="unknown band_id"):
        product_metadata(parse_xml(text.encode(), "x"), "x")


def test_two_products_in_one_folder_are_told_apart_from_one_put_into_another(copy, simulated, tmp_path):
    shutil.copytree(simulated(level="L2A").path, tmp_path / "other.SAFE")
    with pytest.raises(EngineError, match="holds 2 products"):
        open_product(tmp_path)


def test_a_lone_xml_is_no_product(tmp_path):
    (tmp_path / "inspire.xml").write_text("<a/>")
    with pytest.raises(EngineError, match="xml is not a Sentinel-2 product"):
        open_product(tmp_path / "inspire.xml")
    with pytest.raises(EngineError, match=r"none.SAFE cannot be opened \(No such file or directory\)"):
        open_product(tmp_path / "none.SAFE")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/a/b.zip", "/vsizip/{/a/b.zip}/x"),
        ("/a/{b}.zip", "/vsizip/{/a/{b}.zip}/x"),
        ("/a/{b.zip", "/vsizip//a/{b.zip/x"),
    ],
)
def test_braces_in_the_name_of_a_zip_are_counted_as_gdal_counts_them(path, expected):
    assert Container(Path(path), "zip", ("x",), {"x": "x"}).gdal_path("x") == expected


def test_metadata_that_unpacks_to_a_thousand_times_its_size_is_a_bomb(tmp_path):
    for size, read in ((1024 * 1024, True), (1024 * 1024 + 1, False)):
        with zipfile.ZipFile(tmp_path / "P.zip", "w", zipfile.ZIP_BZIP2) as archive:
            archive.writestr("x", b" " * size)
        if read:
            assert len(read_entry(partial(open, tmp_path / "P.zip", "rb"), "x", "P.zip")) == size
        else:
            with pytest.raises(EngineError, match="zip bomb"):
                read_entry(partial(open, tmp_path / "P.zip", "rb"), "x", "P.zip")


@pytest.mark.parametrize(
    ("method", "name"),
    [(9, "Deflate64"), (12, "BZip2"), (14, "LZMA"), (93, "Zstandard"), (95, "XZ"), (98, "PPMd"), (97, "method 97")],
)
def test_how_a_zip_is_packed_is_named(tmp_path, method, name):
    with zipfile.ZipFile(tmp_path / "P.zip", "w") as archive:
        archive.writestr("x", b"x")
    data = (tmp_path / "P.zip").read_bytes()
    at = data.index(b"PK\x01\x02") + 10
    (tmp_path / "P.zip").write_bytes(data[:at] + method.to_bytes(2, "little") + data[at + 2 :])
    with pytest.raises(EngineError, match=f"compressed by {name}, which"):
        zip_names(partial(open, tmp_path / "P.zip", "rb"), "P.zip")


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (None, "is empty. Give a .SAFE folder"),
        ("notes.txt", "holds no Sentinel-2 product. Give"),
        ("manifest.safe", "has no MTD_MSIL1C.xml"),
        ("B04.jp2", "has no MTD_MSIL1C.xml"),
    ],
)
def test_a_folder_without_a_product_says_what_it_holds(tmp_path, file, words):
    if file:
        (tmp_path / file).touch()
    with pytest.raises(EngineError) as error:
        open_product(tmp_path)
    assert words in error.value.message


@pytest.mark.parametrize("said", [".zmetadata", ".zgroup", "zarr.json"])
def test_a_group_of_a_zarr_product_stands_for_the_product(said, tmp_path):
    bands = tmp_path / "a.zarr" / "measurements" / "reflectance"
    bands.mkdir(parents=True)
    assert product_around(bands) is None
    (tmp_path / "a.zarr" / said).touch()
    assert product_around(bands) == (tmp_path / "a.zarr", "")
    (tmp_path / "a.zarr" / "other").mkdir()
    assert product_around(tmp_path / "a.zarr" / "other") is None


def test_what_lies_in_a_granule_stands_for_the_granule_and_nothing_else(tmp_path):
    granule = tmp_path / "L1C_T31TCJ_A000000_20240715T105031"
    for part in ("IMG_DATA", "QI_DATA", "mine"):
        (granule / part).mkdir(parents=True)
    (granule / "MTD_TL.xml").touch()
    inside = granule / "IMG_DATA", granule / "QI_DATA" / "MSK_CLOUDS.gml", granule / "MTD_TL.xml", granule
    assert [granule_around(path) for path in inside] == [granule] * 4
    assert granule_around(granule / "mine") == granule / "mine"
    assert granule_around(tmp_path) == tmp_path
