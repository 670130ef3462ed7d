"""What browsers, clouds, unpacking and services leave on disks: the true cause is told, and the right way out."""

import argparse
import os
import shutil
import tarfile

import numpy as np
import pytest
import rasterio

from s2cloudmask.bridge.product_search import product_of
from s2cloudmask.core.commands import info
from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.events import JsonReporter
from s2cloudmask.core.products.absent_bands import LONGEST_PATH
from s2cloudmask.core.products.doubts import doubts
from s2cloudmask.core.products.product import open_product
from s2cloudmask.core.runs.product_list import read_list
from s2cloudmask.tests.faults.samples import band_file, write_band, zip_of


def told(path) -> str:
    with pytest.raises(EngineError) as caught:
        open_product(path).granules[0].require(["B02", "B04"])
    return caught.value.message


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty (0 bytes)"),
        (bytes(5000), "holds zeros"),
        (b"<html><body>Sign in</body></html>", "is what a server answered"),
        (b'{"detail":"Expired signature!"}', "is what a server answered"),
    ],
)
def test_metadata_that_never_came_is_told_from_metadata_that_is_broken(simulated, tmp_path, content, words):
    product = shutil.copytree(simulated(size=120).path, tmp_path / "P.SAFE")
    (product / "MTD_MSIL1C.xml").write_bytes(content)
    assert f"MTD_MSIL1C.xml {words}" in told(product)
    if content[:1] != b"\0":
        (tmp_path / "Q.SAFE").write_bytes(content)  # a product's name, but a file
        assert words in told(tmp_path / "Q.SAFE")


@pytest.mark.parametrize(
    "added", [" (1)", " 2", " - Copy", " - Kopie (2)", " copy", " (Ann's conflicted copy 2024-07-15)"]
)
def test_a_band_that_is_there_as_a_copy_only_is_told_and_one_beside_the_band_is_left(simulated, tmp_path, added):
    product = shutil.copytree(simulated(size=120).path, tmp_path / f"P{added}.SAFE")
    band = band_file(product, "B04")
    copy = shutil.copy(band, band.with_name(f"{band.stem}{added}.jp2"))
    shutil.copy(product / "MTD_MSIL1C.xml", product / f"MTD_MSIL1C{added}.xml")
    (granule,) = open_product(product).granules
    assert granule.bands["B04"].path == str(band) and not granule.broken
    band.unlink()
    assert f"is there as a copy only, {copy.relative_to(product).as_posix()}. Rename it {band.name}" in told(product)
    for path in list(product.rglob("IMG_DATA/*_B??.jp2")):
        path.rename(path.with_name(f"{path.stem}{added}.jp2"))
    assert "is there as a copy only" in told(product)


def test_a_zip_that_is_still_downloaded_is_told_though_a_file_of_its_name_is_there(simulated, tmp_path):
    whole = zip_of(simulated(size=120).path, tmp_path / "P.zip").read_bytes()
    (tmp_path / "P.zip.aria2").touch()
    open_product(tmp_path / "P.zip")  # what is whole is taken
    for content in (b"", whole[:5000] + bytes(5000)):
        (tmp_path / "P.zip").write_bytes(content)
        assert "P.zip.aria2 beside it is an unfinished download" in told(tmp_path / "P.zip")
    (tmp_path / "Q.zip.download").mkdir()  # Safari's
    (tmp_path / "Q.zip.download" / "Q.zip").write_bytes(whole[:5000])
    assert "is an unfinished download" in told(tmp_path / "Q.zip.download")


def test_zips_of_one_download_are_told(simulated, tmp_path):
    product = simulated(size=120).path
    first, second = (tmp_path / f"drive-download-20240715T101010Z-00{number}.zip" for number in (1, 2))
    early = ("MTD_MSIL1C.xml", "_B01.jp2", "_B02.jp2")
    zip_of(product, first, lambda name: name if name.endswith(early) else f"rest/{name[7:]}.txt")
    zip_of(product, second, lambda name: f"rest/{name[7:]}.txt" if name.endswith(early) else name)
    for path, other in ((first, second), (second, first)):
        assert f"is one of several zips of one download, as {other.name} is. Unpack them into one folder" in told(path)


def test_info_says_one_reason_of_many_bands_once_and_what_is_unknown(simulated, tmp_path, capsys):
    zip_of(simulated(size=120).path, tmp_path / "P-002.zip")
    early = ("MTD_MSIL1C.xml", "_B01.jp2", "_B02.jp2")
    first = tmp_path / "P-001.zip"
    zip_of(simulated(size=120).path, first, lambda name: name if name.endswith(early) else f"rest/{name[7:]}.txt")
    stack = tmp_path / "stack.tif"
    place = rasterio.Affine(0.000125, 0, 1.25, 0, -0.00009, 44.5)
    with rasterio.open(
        stack, "w", driver="GTiff", count=1, dtype="uint16", width=8, height=8, crs="EPSG:4326", transform=place
    ) as tif:
        tif.descriptions = ["B10"]
    args = argparse.Namespace(products=[str(first), str(stack)], json=False)
    assert info.run(args, JsonReporter()) == 0
    said = capsys.readouterr().out
    assert f"    B03 B04 B05 B06 B07 B08 B8A B09 B10 B11 B12 of {first} is not in it" in said
    assert said.count("is one of several zips") == 1 + said.count("cannot run: B")
    assert "baseline unknown, sensed at an unknown time" in said and "origin 1.25 44.5" in said


def test_a_band_whose_path_is_too_long_for_windows_is_told(simulated, tmp_path):
    made = simulated(size=120).path
    (tmp_path / "P.SAFE").symlink_to(made)
    letters = LONGEST_PATH + 1 - len(str(band_file(tmp_path / "P.SAFE", "B04"))) - 1
    product = shutil.copytree(made, tmp_path / ("a" * letters) / "P.SAFE")
    assert len(str(band_file(product, "B04"))) == LONGEST_PATH + 1
    band_file(product, "B04").unlink()
    assert "B04 is missing" in told(product)  # its neighbours are there, with paths as long
    for path in [path for path in product.rglob("*") if len(str(path)) > LONGEST_PATH]:
        path.unlink()
    assert "is longer than Windows unpacks" in told(product)
    product = shutil.move(product, tmp_path / "Q.SAFE")
    assert "no band files" in told(product)


def test_a_tar_with_names_of_another_encoding_is_told(simulated, tmp_path):
    with tarfile.open(tmp_path / "P.tar", "w", format=tarfile.GNU_FORMAT, encoding="latin-1") as archive:
        archive.add(simulated(size=120).path, "Données/P.SAFE")
    assert "letters that are not UTF-8" in told(tmp_path / "P.tar")


def band_tifs(product, place):
    """A GeoTIFF a band, as the Planetary Computer, Sentinel Hub and others deliver them."""
    place.mkdir()
    for path in product.rglob("IMG_DATA/**/*_B*.jp2"):
        with rasterio.open(path) as band:
            profile = {"width": band.width, "height": band.height, "crs": band.crs, "transform": band.transform}
            with rasterio.open(
                place / f"{path.stem}.tif", "w", driver="GTiff", count=1, dtype="uint16", **profile
            ) as tif:
                tif.write(band.read())
    return place


def test_a_folder_of_one_geotiff_a_band_is_a_product_with_its_metadata_and_told_without(simulated, tmp_path):
    product = simulated(size=120, level="L2A").path
    folder = band_tifs(product, tmp_path / "bands")
    band = next(folder.glob("*_B04_10m.tif"))
    assert "holds one GeoTIFF for each band and no metadata" in told(folder)
    assert "is one band, and no product is around it" in told(band)
    shutil.copy(product / "MTD_MSIL2A.xml", folder)
    for path in (folder, band):
        (granule,) = open_product(path).granules
        assert granule.product_path == str(folder) and {one.offset for one in granule.bands.values()} == {-1000}


@pytest.mark.parametrize("level", ["L1C", "L2A"])
@pytest.mark.parametrize(
    ("taken_off", "kind"), [(True, "uint16"), (False, "uint16"), (True, "int16"), (True, "float32")]
)
def test_bands_made_into_geotiffs_without_the_offset_do_not_lose_it_twice(simulated, tmp_path, level, taken_off, kind):
    product = shutil.copytree(simulated(level=level, size=120).path, tmp_path / "P.SAFE")
    for path in list(product.rglob("IMG_DATA/**/*_B*.jp2")):
        with rasterio.open(path) as band:
            numbers, profile = band.read(), {"crs": band.crs, "transform": band.transform}
        if taken_off:
            numbers = np.where(numbers > 0, np.maximum(numbers.astype(int) - 1000, 1), 0)
        height, width = numbers.shape[1:]
        profile |= {"driver": "GTiff", "count": 1, "dtype": kind, "height": height, "width": width}
        with rasterio.open(path.with_suffix(".tif"), "w", **profile) as tif:
            tif.write(numbers.astype(kind))
        path.unlink()
    if kind == "float32":
        assert "It was converted to 1 x float32. Give the product as it was downloaded." in told(product)
        return
    (granule,) = open_product(product).granules
    assert {band.offset for band in granule.bands.values()} == {0.0 if taken_off else -1000.0}
    assert any("not applied again" in note for note in granule.notes) == taken_off


def test_bands_made_into_geotiffs_of_another_scale_are_doubted(simulated, tmp_path):
    product = simulated(size=120, level="L2A", baseline="02.14").path
    folder = band_tifs(product, tmp_path / "bands")
    shutil.copy(product / "MTD_MSIL2A.xml", folder)
    for factor in (1, 0.1):
        for path in folder.glob("*.tif"):
            with rasterio.open(path, "r+") as tif:
                tif.write((tif.read() * factor).astype("uint16"))
        (granule,) = open_product(folder).granules
        said = " ".join(doubts(granule, ["B02"], 10))
        assert ("reflectance x 10000" in said) == (factor == 0.1), said


def without(offset):
    return lambda numbers: np.where(numbers > 0, np.maximum(numbers.astype(int) - offset, 1), 0).astype("uint16")


@pytest.mark.parametrize(("level", "layout"), [("L1C", "safe"), ("L2A", "safe"), ("L1C", "archive")])
@pytest.mark.parametrize("offset", [1000, 0])
def test_jpeg_2000_written_anew_without_the_offset_does_not_lose_it_twice(simulated, tmp_path, level, layout, offset):
    product = shutil.copytree(simulated(level=level, layout=layout, size=120).path, tmp_path / "P")
    for path in [*product.rglob("IMG_DATA/**/*_B*.jp2"), *product.glob("B*.jp2")]:
        write_band(path, without(offset))
    (granule,) = open_product(product).granules
    assert {band.offset for band in granule.bands.values()} == {0.0 if offset else -1000.0}
    assert any("were rewritten" in note for note in granule.notes) == bool(offset)


def test_bands_of_which_some_lost_their_offset_are_refused(simulated, tmp_path):
    product = shutil.copytree(simulated(size=120).path, tmp_path / "P.SAFE")
    write_band(band_file(product, "B04"), without(1500))
    assert "taken off B04, not B10" in told(product)


def test_a_folder_with_products_beside_the_one_in_it_is_not_taken_for_that_one(simulated, tmp_path):
    product = simulated(size=120).path
    one = shutil.copytree(product, tmp_path / "one.SAFE")
    shutil.copytree(simulated(size=120, level="L2A").path, one / "L2A" / "made.SAFE")
    shutil.make_archive(str(tmp_path / "one.SAFE"), "zip", product)
    assert open_product(tmp_path).granules[0].level == "L1C", (
        "the zip of one's own, and what lies in one, are no others"
    )
    others = {
        "deep/two.SAFE": lambda place: shutil.copytree(product, place),
        "two.zarr": lambda place: shutil.copytree(simulated(size=120, layout="zarr").path, place),
        "flat": lambda place: shutil.copytree(simulated(size=120, layout="archive").path, place),
        "S2A_MSIL1C_x.zip": lambda place: zip_of(product, place),
    }
    for name, make in others.items():
        make(tmp_path / name)
        assert f"holds 2 products, such as one.SAFE and {name}. Give one" in told(tmp_path)
        shutil.rmtree(tmp_path / name.split("/")[0], ignore_errors=True)
    (tmp_path / name).unlink()
    headless = shutil.copytree(product, tmp_path / "two.SAFE")
    (headless / "MTD_MSIL1C.xml").unlink()
    assert "such as one.SAFE and two.SAFE" in told(tmp_path)


def test_a_product_of_links_names_what_they_point_to(simulated, tmp_path):
    (tmp_path / "P.SAFE").mkdir()
    for path in simulated(size=120).path.iterdir():
        (tmp_path / "P.SAFE" / path.name).symlink_to(path)
    assert f"a link out of the product to {simulated(size=120).path / 'MTD_MSIL1C.xml'}" in told(tmp_path / "P.SAFE")


def test_the_description_of_a_product_in_an_archive_by_tile_is_told(simulated, tmp_path):
    for name in ("metadata.xml", "manifest.safe", "inspire.xml"):
        shutil.copy(simulated(size=120).path / "MTD_MSIL1C.xml", tmp_path / name)
    (tmp_path / "productInfo.json").write_text('{"tiles": [{"path": "tiles/31/T/CJ/2024/7/15/0"}]}')
    assert "Give the folder of the tile (tiles/31/T/CJ/2024/7/15/0)." in told(tmp_path)


def test_the_queue_of_force_is_a_list_of_products(tmp_path):
    paths = [tmp_path / name for name in ("a b.SAFE", "c.SAFE")]
    for path in paths:
        path.mkdir()
    (tmp_path / "queue.txt").write_text(f"{paths[0]} QUEUED\n{paths[1]} DONE\n")
    assert read_list(str(tmp_path / "queue.txt")) == [str(path) for path in paths]


@pytest.mark.parametrize("name", ["P.zip", "P.zip.1", "$value", "0a1b2c3d-0000"])
def test_a_zip_by_any_name_is_a_product_on_both_sides(simulated, tmp_path, name):
    path = zip_of(simulated(size=120).path, tmp_path / name)
    assert len(open_product(path).granules[0].bands) == 13 and product_of(str(path)) == str(path)
    inside = os.path.join(str(path), "P.SAFE")
    assert product_of(inside) == (str(path) if name.endswith(".zip") else "")
