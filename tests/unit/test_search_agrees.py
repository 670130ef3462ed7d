"""What the QGIS side lists is what the engine opens: the same containers, namings and eras."""

import shutil
import tarfile
import zipfile

import pytest

from s2cloudmask.bridge.product_search import find_products, product_of
from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.products.product import open_product


def tree(simulated, place):
    """Products of every container and naming, and what only looks like one; each a path below `place`."""
    safe, level2a = simulated(size=120).path, simulated(size=120, level="L2A").path
    shutil.copytree(safe, place / "a" / "renamed")
    shutil.copytree(simulated(size=120, layout="archive").path, place / "a" / "archive")
    shutil.copytree(simulated(size=120, layout="archive", level="L2A").path, place / "a" / "archive2a")
    shutil.copytree(simulated(size=120, layout="cogs", level="L2A").path, place / "a" / "cogs")
    shutil.copytree(simulated(size=120, layout="old").path, place / "a" / "old.SAFE")
    shutil.copytree(simulated(size=120, layout="zarr").path, place / "a" / "P.zarr")
    for name in ("MTD_MSIL2Ap.xml", "mtd_msil2a.xml", "S2A_USER_MTD_SAFL2A_PDMC_x.xml"):
        product = shutil.copytree(level2a, place / "era" / name[:-4])
        (product / "MTD_MSIL2A.xml").rename(product / name)
    bare = shutil.copytree(simulated(size=120, layout="archive").path, place / "b" / "no tile info")
    (bare / "tileInfo.json").unlink()
    with tarfile.open(place / "b" / "P.tar", "w") as archive:
        archive.add(safe, "P.SAFE")
    only_item = shutil.copytree(simulated(size=120, layout="cogs", level="L2A").path, place / "b" / "bands and item")
    (only_item / "granule_metadata.xml").unlink()
    spellings = {
        "back.zip": lambda name: name.replace("/", "\\"),
        "dot.zip": lambda name: f"./{name}",
        "a zip called.tar": lambda name: name,
    }
    for name, spell in spellings.items():
        with zipfile.ZipFile(place / "b" / name, "w") as archive:
            for path in sorted(path for path in safe.rglob("*") if path.is_file()):
                entry = zipfile.ZipInfo("x")
                entry.filename = spell(f"P.SAFE/{path.relative_to(safe).as_posix()}")
                archive.writestr(entry, path.read_bytes())
    for name, options in (("granule", {}), ("granule2a", {"level": "L2A"}), ("granule of 2016", {"layout": "old"})):
        shutil.copytree(next((simulated(size=120, **options).path / "GRANULE").iterdir()), place / "d" / name)
    shutil.make_archive(str(place / "d" / "granule"), "zip", place / "d", "granule")
    # What only looks like one.
    (place / "c" / "S1A_IW_GRDH_1SDV_20240715.SAFE").mkdir(parents=True)
    (place / "c" / "S1A_IW_GRDH_1SDV_20240715.SAFE" / "manifest.safe").touch()
    (place / "c" / "maven").mkdir()
    (place / "c" / "maven" / "metadata.xml").write_text("<metadata/>")
    with zipfile.ZipFile(place / "c" / "mac.zip", "w") as archive:
        archive.writestr("__MACOSX/P.SAFE/MTD_MSIL1C.xml", "")
    with zipfile.ZipFile(place / "c" / "photos.zip", "w") as archive:
        archive.writestr("B02.jp2", "")


def test_a_scan_lists_exactly_what_the_engine_opens(simulated, tmp_path):
    tree(simulated, tmp_path)
    found = {path[len(str(tmp_path)) + 1 :] for path in find_products(str(tmp_path))}
    candidates = [path for folder in ("a", "b", "c", "d", "era") for path in (tmp_path / folder).iterdir()]
    opened = set()
    for path in candidates:
        try:
            open_product(path)
        except EngineError:
            continue
        opened.add(str(path.relative_to(tmp_path)))
    assert found == opened and len(opened) == 19


@pytest.mark.parametrize(
    "inside", ["GRANULE/*/IMG_DATA/*_B04.jp2", "GRANULE/*/MTD_TL.xml", "GRANULE", "GRANULE/*", "manifest.safe"]
)
def test_what_is_dropped_from_inside_a_product_is_that_product_on_both_sides(simulated, inside):
    path = next(simulated().path.glob(inside))
    assert product_of(str(path)) == open_product(path).path == str(simulated().path)


def test_a_compressed_archive_called_tar_is_named_for_what_it_is(simulated, tmp_path):
    with tarfile.open(tmp_path / "P.tar", "w:gz") as archive:
        archive.add(simulated().path, "P.SAFE")
    with pytest.raises(EngineError, match="compressed archive") as caught:
        open_product(tmp_path / "P.tar")
    assert caught.value.code == "not-a-product"


def test_a_zip_with_doubled_slashes_is_named_for_what_it_is(tmp_path):
    with zipfile.ZipFile(tmp_path / "P.zip", "w") as archive:
        archive.writestr("P.SAFE//MTD_MSIL1C.xml", "")
    with pytest.raises(EngineError, match="doubled slashes") as caught:
        open_product(tmp_path / "P.zip")
    assert caught.value.code == "broken-zip"


def test_a_file_named_as_a_satellite_product_is_left_to_the_engine_to_explain(tmp_path):
    for name in ("S2A_MSIL1C_20240715T105031.SAFE.zip.part", "S1A_IW_GRDH_1SDV.zip.crdownload", "holiday.txt"):
        (tmp_path / name).write_bytes(b"PK")
    assert [bool(product_of(str(path))) for path in sorted(tmp_path.iterdir())] == [True, True, False]
