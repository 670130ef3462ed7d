"""What is no product of ours: each is named for what it is, and the way out is the right one."""

import os
import shutil
import zipfile

import pytest
import rasterio

from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.products.foreign import sentence
from s2cloudmask.core.products.product import open_product
from s2cloudmask.core.runs.product_list import expand, read_list
from s2cloudmask.tests.faults.samples import band_file

OTHERS = {
    "S1A_IW_GRDH_1SDV_20240715T174849_20240715T174914_054771_06AB5C_9F3B.SAFE/manifest.safe": "Sentinel-1",
    "S3A_OL_1_EFR____20240715T101517_20240715T101817_20240716T142_0179_053_179_2520_PS1_O_NT_003.SEN3/xfdumanifest.xml":
    "Sentinel-3",
    "S5P_OFFL_L2__NO2____20240715T105031_20240715T123201_34994_03_020600_20240717T030111/x.nc": "Sentinel-5P",
    "LC08_L1TP_198030_20240715_20240722_02_T1/LC08_L1TP_198030_20240715_20240722_02_T1_MTL.txt": "Landsat",
    "LC81980302016197LGN00/LC81980302016197LGN00_B4.TIF": "Landsat",
    "SENTINEL2A_20240715-105031-024_L2A_T31TCJ_C_V3-1/SENTINEL2A_20240715-105031-024_L2A_T31TCJ_C_V3-1_MTD_ALL.xml":
    "MAJA",
    "HLS.S30.T31TCJ.2024197T105031.v2.0/HLS.S30.T31TCJ.2024197T105031.v2.0.B04.tif": "HLS",
    "S2A_MSIL1B_20240715T105031_N0511_R051_20240715T130000.SAFE/MTD_MSIL1B.xml": "Level-1B",
    "S2A_MSIL03_20240715T105031_N9999_R051_T31TCJ_20240715T130000.SAFE/MTD_MSIL03.xml": "Level-3",
    "S2A_MSIL2F_20240715T105031_N9999_R051_T31TCJ_20240716T105031.SAFE/MTD_MSIL2F.xml": "Sen2Like",
    "SENTINEL2X_20240715-000000-000_L3A_T31TCJ_C_V1-0/SENTINEL2X_20240715-000000-000_L3A_T31TCJ_C_V1-0_FRC_B4.tif":
    "MAJA",
    "Sentinel-2_mosaic_2024_Q3_31TCJ_0_0/B04.tif": "mosaic",
    "EO_Browser_images/2024-07-15-00_00_2024-07-15-23_59_Sentinel-2_L1C_B04_(Raw).tiff": "Copernicus Browser",
    "S2B_20200605T105619_31UFS_TOC_V200/S2B_20200605T105619_31UFS_TOC-B02_10M_V200.tif": "Terrascope",
    "ga_s2am_ard_3-2-1_56JKT_2020-01-01_final/ga_s2am_nbart_3-2-1_56JKT_2020-01-01_final_blue.tif": "Digital Earth",
    "X0055_Y0053/20240715_LEVEL2_SEN2A_BOA.tif": "FORCE",
    "acolite/S2A_MSI_2024_07_15_10_50_31_T31TCJ_L2W.nc": "ACOLITE",
    "sen2r/S2A2A_20240715_051_Albufera_BOA_10.tif": "sen2r",
    "resampled/S2A_MSIL1C_resampled.data/B2.hdr": "SNAP",
    "S2A_MSIL1C_resampled.data/B2.img": "SNAP",
    "patch/data/BANDS.npy": "eo-learn",
    "20240715_104512_35_2480_3B_AnalyticMS_8b/20240715_104512_35_2480_3B_AnalyticMS_8b.tif": "PlanetScope",
}  # fmt: skip


def refused(path) -> EngineError:
    with pytest.raises(EngineError) as caught:
        open_product(path)
    assert "Download the product again" not in caught.value.message or "unfinished" in caught.value.message
    return caught.value


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("name", OTHERS, ids=OTHERS.values())
def test_a_product_of_another_mission_or_level_is_named(tmp_path, name, packed):
    file = tmp_path / name
    file.parent.mkdir(parents=True)
    file.write_text("<x/>")
    path = file.parent
    if packed:
        path = tmp_path / "download.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.write(file, name)
    error = refused(path)
    assert error.code == "not-a-product" and OTHERS[name] in error.message and "Level-1C or Level-2A" in error.message


def test_level_1b_with_whole_metadata_is_named(simulated, tmp_path):
    product = shutil.copytree(simulated().path, tmp_path / "S2A_MSIL1B_x.SAFE")
    document = product / "MTD_MSIL1C.xml"
    document.write_text(document.read_text().replace("Level-1C</PROCESSING_LEVEL", "Level-1B</PROCESSING_LEVEL"))
    assert "Level-1B" in refused(product).message


@pytest.mark.parametrize("suffix", [".part", ".crdownload", ".incomplete", ".aria2", ".filepart", ".download"])
def test_an_unfinished_download_is_said(simulated, tmp_path, suffix):
    name = f"{simulated(layout='zip').path.name}{suffix}"
    (tmp_path / name).write_bytes(simulated(layout="zip").path.read_bytes()[:4000])
    assert "unfinished download" in refused(tmp_path / name).message
    assert "unfinished download" in refused(tmp_path / name.removesuffix(suffix)).message
    assert "unfinished download" in refused(tmp_path).message


def test_a_band_that_is_still_downloaded_is_said(simulated, tmp_path):
    product = shutil.copytree(simulated().path, tmp_path / "P.SAFE")
    band = band_file(product, "B04")
    band.rename(band.with_name(band.name + ".part"))
    (granule,) = open_product(product).granules
    with pytest.raises(EngineError, match="unfinished download"):
        granule.require(["B04"])
    assert granule.name == "P", "the mask is named after the product, not after the unfinished file"


@pytest.mark.parametrize("name", ["P.tar.gz", "P.tgz", "P.7z", "P.rar", "S2A_MSIL1C_20240715T105031.SAFE.tar.bz2"])
def test_a_compressed_archive_is_to_be_unpacked(tmp_path, name):
    (tmp_path / name).write_bytes(b"7z\xbc\xaf")
    assert "Unpack it" in refused(tmp_path / name).message


def test_an_archive_in_an_archive_is_said(simulated, tmp_path):
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as archive:
        archive.write(simulated(layout="zip").path, "inner.zip")
    assert "inner.zip" in refused(tmp_path / "outer.zip").message
    (tmp_path / "folder").mkdir()
    shutil.copy(simulated(layout="zip").path, tmp_path / "folder")
    assert "Give that." in refused(tmp_path / "folder").message


INSIDE = (
    "GRANULE/*/MTD_TL.xml", "GRANULE", "GRANULE/*", "GRANULE/*/IMG_DATA", "GRANULE/*/IMG_DATA/*_B04.jp2",
    "GRANULE/*/QI_DATA", "GRANULE/*/QI_DATA/MSK_CLASSI_B00.jp2", "manifest.safe", "MTD_MSIL1C.xml",
    "GRANULE/*/IMG_DATA/*_TCI.jp2",
)  # fmt: skip


@pytest.mark.parametrize("inside", INSIDE)
def test_what_lies_inside_a_product_stands_for_it(simulated, inside):
    path = next(simulated().path.glob(inside))
    product = open_product(path)
    assert product.path == str(simulated().path) and len(product.granules[0].bands) == 13


@pytest.mark.parametrize("inside", ["R10m", "R10m/B02.jp2", "metadata.xml", "tileInfo.json", "qi"])
def test_what_lies_inside_an_archive_folder_stands_for_it(simulated, inside):
    path = simulated(layout="archive", level="L2A").path
    assert open_product(path / inside).path == str(path)


def test_the_granule_that_is_left_of_several_is_named_by_its_tile(simulated, tmp_path):
    product = shutil.copytree(simulated(layout="old", granules=2).path, tmp_path / "two.SAFE")
    shutil.rmtree(sorted((product / "GRANULE").iterdir())[0])
    (granule,) = open_product(product).granules
    assert granule.name == "two_T31TDJ"


def test_a_granule_of_several_is_that_one(simulated):
    path = simulated(layout="old", granules=2).path
    folder = sorted((path / "GRANULE").iterdir())[1]
    product = open_product(folder / "IMG_DATA")
    assert [granule.tile for granule in product.granules] == ["31TDJ"] and not product.failures


def test_a_converted_band_in_a_product_stands_for_the_product(simulated, tmp_path):
    product = shutil.copytree(simulated().path, tmp_path / "P.SAFE")
    band = band_file(product, "B04")
    with rasterio.open(band) as source, rasterio.open(
        band.with_suffix(".tif"), "w", driver="GTiff", count=1, dtype="uint16", width=source.width,
        height=source.height, crs=source.crs, transform=source.transform,
    ) as target:  # fmt: skip
        target.write(source.read())
    assert open_product(band.with_suffix(".tif")).path == str(product)


def test_a_file_beside_products_stands_for_none(simulated, tmp_path):
    shutil.copytree(simulated().path, tmp_path, dirs_exist_ok=True)
    (tmp_path / "notes.txt").write_text("cloudy")
    (tmp_path / "holiday").mkdir()
    assert refused(tmp_path / "notes.txt").code == "not-a-product"
    assert refused(tmp_path / "holiday").code == "not-a-product"


def annexed(simulated, tmp_path, present: bool):
    """A product whose files are links into git-annex, their content there or not."""
    product = shutil.copytree(simulated().path, tmp_path / "data" / "P.SAFE")
    store = tmp_path / ".git" / "annex" / "objects"
    store.mkdir(parents=True)
    for number, path in enumerate(sorted(product.rglob("*.jp2"))):
        content = store / f"MD5E-{number}.jp2"
        path.rename(content)
        path.symlink_to(os.path.relpath(content, path.parent))
        if not present:
            content.unlink()
    return product


def test_links_into_an_annex_are_files_where_the_content_is_and_told_where_not(simulated, tmp_path):
    (granule,) = open_product(annexed(simulated, tmp_path / "a", True)).granules
    assert len(granule.bands) == 13
    assert "git annex get" in refused(annexed(simulated, tmp_path / "b", False)).message


def test_one_band_in_the_annex_ends_only_what_needs_it(simulated, tmp_path):
    product = shutil.copytree(simulated().path, tmp_path / "P.SAFE")
    band = band_file(product, "B10")
    band.unlink()
    band.symlink_to("../../../../.git/annex/objects/x/y.jp2")
    (granule,) = open_product(product).granules
    with pytest.raises(EngineError, match=r"B10 of .*git annex get"):
        granule.require(["B10"])
    granule.require(["B04"])


@pytest.mark.parametrize(
    ("content", "way_out"),
    [
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 9\n", "git lfs pull"),
        (b"/annex/objects/MD5E-s1--d4.jp2\n", "git annex get"),
    ],
)
def test_a_pointer_in_the_place_of_a_file_is_told(simulated, tmp_path, content, way_out):
    product = shutil.copytree(simulated().path, tmp_path / "P.SAFE")
    band_file(product, "B10").write_bytes(content)
    (granule,) = open_product(product).granules
    with pytest.raises(EngineError, match=way_out):
        granule.require(["B10"])
    (product / "MTD_MSIL1C.xml").write_bytes(content)
    assert way_out in refused(product).message
    (tmp_path / "P.zip").write_bytes(content)
    assert way_out in refused(tmp_path / "P.zip").message


def test_dvc_is_told(tmp_path):
    (tmp_path / "P.SAFE.zip.dvc").write_text("outs:\n- md5: d41d8\n")
    assert "dvc pull" in refused(tmp_path / "P.SAFE.zip").message
    assert "dvc pull" in refused(tmp_path / "P.SAFE.zip.dvc").message
    for number, target in enumerate((".dvc/cache/files/md5/ab/cd", ".dvc/cache/ab/cd", "/store/files/md5/ab/cd")):
        link = tmp_path / f"{number}.SAFE"
        link.symlink_to(target)
        assert "dvc pull" in refused(link).message


def test_the_environment_of_another_program_does_not_reach_the_engine(simulated, command, tmp_path):
    for package in ("numpy", "rasterio", "defusedxml"):
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").write_text("raise ImportError('of another program')")
    (tmp_path / "proj.db").write_bytes(b"of another version")
    foreign = {
        "PYTHONPATH": str(tmp_path), "GDAL_SKIP": "JP2OpenJPEG,GTiff", "GDAL_DRIVER_PATH": "/nowhere",
        "PROJ_LIB": str(tmp_path), "PROJ_DATA": str(tmp_path), "GDAL_DATA": str(tmp_path),
    }  # fmt: skip
    done = command("info", simulated().path, "--json", env=foreign)
    assert done.code == 0 and done.events[0]["granules"][0]["crs"] == "EPSG:32631", done.err


LINES = ("/data/a.SAFE", "/data/Größe 2.zip", "s3://bucket/b.SAFE")


@pytest.mark.parametrize(
    "written",
    [
        lambda text: text.encode(),
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
        lambda text: text.replace("\n", "\r\n").encode("utf-16"),
        lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
        lambda text: text.encode("utf-16-le"),
        lambda text: text.encode("cp1252"),
        lambda text: text.replace("\n", "\r").encode(),
        lambda text: "".join(f'"{line}"\r\n' for line in text.splitlines()).encode(),
        lambda text: "".join(f"  '{line}' ,\n\n" for line in text.splitlines()).encode(),
        lambda text: ("# my products\n\n" + text + "\n# end").encode(),
        lambda text: ("FullName\n--------\n" + text).encode("utf-16"),
        lambda text: text.replace("/data/a", "file:///data/a").encode(),
    ],
    ids=["plain", "BOM", "CRLF", "PowerShell", "UTF-16 BE", "UTF-16 bare", "ANSI", "CR", "quotes", "single quotes",
         "comments", "Get-ChildItem", "file://"],
)  # fmt: skip
def test_a_list_is_read_however_windows_wrote_it(tmp_path, written):
    path = tmp_path / "list.txt"
    path.write_bytes(written("\n".join(LINES)))
    assert read_list(str(path)) == list(LINES)


def test_patterns_are_expanded_in_lists_and_arguments(tmp_path):
    for name in ("b.SAFE", "a.SAFE", "c.zip", "x[1].SAFE"):
        (tmp_path / name).mkdir()
    (tmp_path / "list.txt").write_text(f"{tmp_path}/*.SAFE\nc.zip\n{tmp_path}/*.none\n")
    found = read_list(str(tmp_path / "list.txt"))
    names = [os.path.basename(path) for path in found]
    assert names == ["a.SAFE", "b.SAFE", "x[1].SAFE", "c.zip", "*.none"] and found[3] == str(tmp_path / "c.zip")
    assert expand([str(tmp_path / "x[1].SAFE")]) == [str(tmp_path / "x[1].SAFE")]
    assert "pattern" in refused(found[-1]).message
    assert "pattern" not in refused(r"\\?\C:\data\P.SAFE").message  # how long paths of Windows begin


SPOILT = {
    "empty": (b"", "empty"),
    "zeros": (bytes(9000), "holds zeros"),
    "HTML": (b"\n<!DOCTYPE html><html><title>Sign in</title>", "Check the login"),
    "JSON": (b'{"detail":"Expired signature!"}', "Expired signature!"),
    "XML": (b'<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', "AccessDenied"),
}


@pytest.mark.parametrize("kind", SPOILT)
def test_a_file_that_was_never_whole_says_what_it_holds(simulated, tmp_path, kind):
    content, words = SPOILT[kind]
    (tmp_path / "S2A_MSIL1C_x.SAFE.zip").write_bytes(content)
    error = refused(tmp_path / "S2A_MSIL1C_x.SAFE.zip")
    assert error.code == "broken-zip" and words in error.message
    product = shutil.copytree(simulated().path, tmp_path / "P.SAFE")
    band_file(product, "B04").write_bytes(content)
    (granule,) = open_product(product).granules
    with pytest.raises(EngineError, match=words):
        granule.require(["B04"])


def test_a_band_whose_end_was_never_written_is_no_image_without_data(simulated, tmp_path):
    product = shutil.copytree(simulated().path, tmp_path / "P.SAFE")
    band = band_file(product, "B04")
    data = band.read_bytes()
    band.write_bytes(data[: len(data) // 2] + bytes(len(data) - len(data) // 2))
    (granule,) = open_product(product).granules
    with pytest.raises(EngineError, match="ends in zeros"):
        granule.require(["B04"])


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("S2A_MSIL1C_x.SAFE.lnk", "shortcut"),
        ("P.zip.001", "archive in several"),
        ("P.z01", "archive in several"),
        ("S2A_MSIL1C_resampled.dim", "of SNAP"),
        ("S2A_31TCJ.nc", "is a raster"),
        ("T31TCJ_20240715T105031_B04.jp2", "is one band"),
        ("P.tar.zst", "Unpack it"),
    ],
)
def test_a_file_of_another_kind_is_named(tmp_path, name, words):
    (tmp_path / name).write_bytes(b"abc")
    assert words in refused(tmp_path / name).message


def test_the_last_file_of_a_split_zip_is_told(simulated, tmp_path):
    whole = simulated(layout="zip").path.read_bytes()
    (tmp_path / "P.z01").write_bytes(whole[:9000])
    (tmp_path / "P.zip").write_bytes(whole[9000:])
    assert "P.z01" in refused(tmp_path / "P.zip").message


def test_a_stack_in_a_zip_is_told(tmp_path):
    with zipfile.ZipFile(tmp_path / "P.zip", "w") as archive:
        archive.writestr("export/stack.tif", b"II*")
    assert "holds GeoTIFFs" in refused(tmp_path / "P.zip").message


def test_what_is_kept_in_icloud_is_told(simulated, tmp_path):
    (tmp_path / ".P.zip.icloud").write_bytes(b"bplist00")
    assert "iCloud" in refused(tmp_path / "P.zip").message
    product = shutil.copytree(simulated().path, tmp_path / "P.SAFE")
    band = band_file(product, "B10")
    band.rename(band.with_name(f".{band.name}.icloud"))
    (granule,) = open_product(product).granules
    with pytest.raises(EngineError, match=r"B10 of .* iCloud"):
        granule.require(["B10"])


def test_json_of_another_program_beside_bands_is_no_stac_item(simulated, tmp_path):
    shutil.copy(band_file(simulated().path, "B04"), tmp_path / "B04.jp2")
    (tmp_path / "userdata.json").write_text('{"a": 1}')
    with pytest.raises(EngineError, match=r"has no MTD_MSIL1C\.xml"):
        open_product(tmp_path)


@pytest.mark.parametrize(
    "spell",
    [
        lambda path: f'"{path}"',
        lambda path: f" '{path}' \r\n",
        lambda path: f"\u202a{path}",
        lambda path: f"{path}{os.sep}",
        lambda path: path.as_uri(),
        lambda path: str(path).replace(" ", "%20"),
        lambda path: f"SENTINEL2_L1C:{path}/MTD_MSIL1C.xml:10m:EPSG_32631",
        lambda path: f"~/{os.path.relpath(path, os.path.expanduser('~'))}",
    ],
    ids=["quotes", "a line of a list", "mark of Windows", "slash", "file URL", "percent", "GDAL", "home"],
)
def test_an_argument_is_what_was_meant_by_it(simulated, tmp_path, spell):
    path = shutil.copytree(simulated().path, tmp_path / "Größe 1.SAFE")
    (found,) = expand([spell(path)])
    assert open_product(found).path == open_product(spell(path)).path == str(path)


def test_of_an_archive_as_gdal_names_it_the_archive_is_taken(tmp_path):
    for name in ("P.zip", "P.tar"):
        (tmp_path / name).write_bytes(b"x")
        gdal = f"/vsi{name[2:]}/{tmp_path / name}"
        assert expand([f"{gdal}/P.SAFE/MTD_MSIL1C.xml"]) == [str(tmp_path / name)] == expand([gdal])
        assert expand([f"SENTINEL2_L1C:{gdal}/P.SAFE/MTD_MSIL1C.xml:10m:EPSG_32631"]) == [str(tmp_path / name)]
        assert expand([f"{tmp_path / name}/P.SAFE"]) == [str(tmp_path / name)]


def test_a_product_given_twice_is_one(tmp_path):
    (tmp_path / "a.SAFE").mkdir()
    path = str(tmp_path / "a.SAFE")
    assert expand([f"{path}/", path, str(tmp_path / "*.SAFE"), f"'{path}'"]) == [f"{path}/"]


@pytest.mark.parametrize(
    "text",
    [
        "name,cloud\n{0},12\n{1},3\n",
        "id;path\n1;{0}\n2;{1}\n",
        '"id","path"\n"1","{0}"\n"2","{1}"\n',
        "{0}\t12\n{1}\t3\n",
        '["{0}", "{1}"]',
        "- {0}\n* {1}\n",
        "{0}  # the best\n{1} # another\n",
        "\u200b{0}\u200b\n\u202a{1}\n",
    ],
    ids=["CSV", "CSV, other order", "CSV in quotes", "tabs", "JSON", "bullets", "remarks", "unseen marks"],
)
def test_a_table_or_a_note_as_a_list_is_read(tmp_path, text):
    paths = [str(tmp_path / name) for name in ("a b.SAFE", "c.zip")]
    for path in paths:
        os.mkdir(path)
    (tmp_path / "list.txt").write_text(text.format(*paths), "utf-8")
    assert read_list(str(tmp_path / "list.txt")) == paths


def test_a_workbook_is_no_list(tmp_path):
    (tmp_path / "list.xlsx").write_bytes(b"PK\x03\x04" + bytes(60))
    with pytest.raises(EngineError, match="Save it as text"):
        read_list(str(tmp_path / "list.xlsx"))


def test_products_beside_one_another_are_counted():
    names = [f"{product}.SAFE/manifest.safe" for product in "ABC"]
    assert "holds 3 products. Give one" in sentence("/data/may", names)
    assert "products" not in sentence("/data/may", names[:1])
