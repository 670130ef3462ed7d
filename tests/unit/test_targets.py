"""What is written lies where the result says, and no other file is overwritten: not an input, not a file of another."""

import json
import shutil
from pathlib import Path

import numpy as np
import pystac
import pytest
import rasterio
from rasterio.transform import from_origin

from s2cloudmask.core.aftermask.apply_mask import ApplySettings, apply_mask
from s2cloudmask.core.aftermask.cloud_free import DatedMask, cloud_free
from s2cloudmask.core.aftermask.known_masks import masked
from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.othermasks.own_mask import write_own_mask
from s2cloudmask.core.products.product import open_product
from s2cloudmask.core.rasters.mask_files import MaskFiles


def raster(path, value=0):
    """A small raster of one class."""
    path.parent.mkdir(exist_ok=True)
    grid = {
        "width": 64,
        "height": 64,
        "count": 1,
        "crs": "EPSG:32631",
        "transform": from_origin(300000, 4900000, 60, 60),
    }
    with rasterio.open(path, "w", driver="GTiff", dtype="uint8", nodata=255, **grid) as file:
        file.write(np.full((1, 64, 64), value, np.uint8))
    return path


@pytest.mark.parametrize("ending", ["tiff", "TIF"])
def test_a_mask_file_is_written_under_the_very_name(simulated, masks, tmp_path, ending):
    neighbour, target = tmp_path / "other.tif", tmp_path / f"x.{ending}"
    neighbour.write_bytes(b"mine")
    (result,) = masks(simulated().path, mask_file=str(target)).of("result")
    assert result["mask"] == str(target) and target.exists()
    assert {path.name for path in tmp_path.iterdir()} == {
        "other.tif", target.name, "x.qml", "x.json", "x.stac.json", f"{target.name}.aux.xml",
    }  # fmt: skip
    with rasterio.open(target) as mask:
        assert mask.nodata == 255 and mask.tags()["RESOLUTION"] == "60"
    assert masks(simulated().path, mask_file=str(target)).of("result")[0]["skipped"]
    (again,) = masks(simulated().path, mask_file=str(target), overwrite=True, confidence=True).of("result")
    assert again["confidence"] == str(tmp_path / f"x_confidence.{ending}") and Path(again["confidence"]).exists()


@pytest.mark.parametrize("place", ["p.tif", "beside/p.TIF"])
def test_a_confidence_with_a_name_of_its_own_is_the_one_that_the_mask_tells_of(simulated, masks, tmp_path, place):
    product, mask, confidence = simulated(size=366).path, tmp_path / "m" / "q.tif", tmp_path / "m" / place
    ask = {"mask_file": str(mask), "confidence": True}
    (first,) = masks(product, **ask, confidence_file=str(confidence)).of("result")
    assert first["confidence"] == str(confidence) and confidence.is_file()
    assert json.loads(mask.with_suffix(".json").read_text("utf-8"))["confidence"] == place
    item = pystac.Item.from_file(str(mask.with_suffix(".stac.json")))
    assert Path(item.assets["confidence"].get_absolute_href()) == confidence
    assert masked(open_product(str(product)).granules[0], str(mask)).confidence == str(confidence)
    assert not [path for path in mask.parent.rglob("*") if "_confidence" in path.name or path.suffix == ".part"]
    (again,) = masks(product, **ask, confidence_file=str(confidence)).of("result")
    assert again["skipped"] and again["confidence"] == str(confidence)
    (error,) = masks(product, **ask, confidence_file=str(tmp_path / "other.tif")).of("error")
    assert error["code"] == "exists" and "without its confidence" in error["message"]


def test_a_file_of_another_is_no_confidence(simulated, masks, command, tmp_path):
    product, other = simulated(size=366).path, tmp_path / "p.tif"
    other.write_text("another's")
    for mask, code in ((tmp_path / "q.tif", "exists"), (other, "bad-settings")):
        (error,) = masks(product, mask_file=str(mask), confidence_file=str(other), confidence=True).of("error")
        assert error["code"] == code, error
    for place in (("--out", tmp_path), ("--mask-file", "s3://bucket/q.tif")):
        refused = command("mask", product, "--progress", "json", "--confidence-file", other, *place)
        assert [error["code"] for error in refused.of("error")] == ["bad-settings"]
    assert [path.name for path in tmp_path.iterdir()] == ["p.tif"] and other.read_text() == "another's"


@pytest.mark.parametrize("there", ["x.tif", "x.json", "x.qml", "x.tiff.aux.xml", "x.stac.json", "x_confidence.tiff"])
def test_a_file_of_another_is_never_overwritten(simulated, masks, tmp_path, there):
    """A raster with the other ending would lose its style and provenance; a user's own x.json is no mask's."""
    (tmp_path / there).write_bytes(b"mine")
    target = tmp_path / "x.tiff"
    for done in (
        lambda: masks(simulated().path, mask_file=str(target), overwrite=True).of("error")[0]["code"],
        lambda: _code(write_own_mask, open_product(simulated().path).granules[0], target, overwrite=True),
    ):
        assert done() == "name-taken"
        assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [(there, b"mine")]


def _code(call, *arguments, **options):
    with pytest.raises(EngineError) as refused:
        call(*arguments, **options)
    return refused.value.code


def test_what_a_removed_mask_left_may_be_overwritten(simulated, masks, tmp_path):
    target = tmp_path / "x.tif"
    assert not masks(simulated().path, mask_file=str(target)).of("error")
    target.unlink()
    assert not masks(simulated().path, mask_file=str(target)).of("result")[0].get("skipped")


def test_overviews_of_a_former_mask_go_with_it(simulated, tmp_path):
    granule = open_product(simulated().path).granules[0]
    write_own_mask(granule, tmp_path / "m.tif", resolution=60)
    for ending in ("ovr", "msk"):
        (tmp_path / f"m.tif.{ending}").write_bytes(b"of the former mask")
    write_own_mask(granule, tmp_path / "m.tif", resolution=60, overwrite=True)
    assert {path.name for path in tmp_path.iterdir()} == {"m.tif", "m.qml", "m.json", "m.stac.json", "m.tif.aux.xml"}


@pytest.mark.parametrize("method", ["own-mask", pytest.param("s2cloudless", marks=pytest.mark.slow)])
def test_masks_of_others_ask_before_they_overwrite(simulated, command, tmp_path, method):
    if method == "s2cloudless":
        pytest.importorskip("s2cloudless", reason="the package s2cloudless is an optional extra")
    mask = raster(tmp_path / "m.tif")
    before = mask.read_bytes()
    arguments = (method, simulated().path, "--out", mask, "--resolution", "60", "--progress", "json")
    assert command(*arguments).of("error")[0]["code"] == "exists" and mask.read_bytes() == before
    done = command(*arguments, "--overwrite")
    assert done.code == 0 and done.of("result")[0]["mask"] == str(mask) and mask.read_bytes() != before


def test_a_product_is_never_overwritten_by_its_mask(masks, tmp_path):
    stack = tmp_path / "stack.tif"
    with rasterio.open(
        stack, "w", driver="GTiff", dtype="uint16", width=64, height=64, count=6, crs="EPSG:32631",
        transform=from_origin(300000, 4900000, 60, 60),
    ) as file:  # fmt: skip
        file.write(np.full((6, 64, 64), 2000, np.uint16))
        file.descriptions = ("B02", "B03", "B04", "B8A", "B11", "B12")
    before = stack.read_bytes()
    done = masks(stack, mask_file=str(stack), overwrite=True)
    assert done.of("error")[0]["code"] == "bad-settings" and stack.read_bytes() == before


def test_apply_mask_overwrites_none_of_its_inputs(tmp_path, command):
    image, mask = raster(tmp_path / "r.tif", 7), raster(tmp_path / "m.tif", 1)
    linked = tmp_path / "linked.tif"
    linked.hardlink_to(mask)
    for out in (image, mask, linked):
        before = out.read_bytes()
        with pytest.raises(EngineError, match="one of the inputs"):
            apply_mask(str(image), str(mask), str(out), ApplySettings())
        assert out.read_bytes() == before
    second = raster(tmp_path / "r_masked.tif", 9)  # where the first one's copy would go
    before = second.read_bytes()
    done = command("apply-mask", image, second, "--mask", mask, "--out", tmp_path, "--progress", "json")
    assert done.of("error")[0]["code"] == "bad-settings" and second.read_bytes() == before


@pytest.mark.parametrize("which", ["count", "latest"])
def test_cloud_free_overwrites_none_of_its_inputs(tmp_path, which):
    masks = [raster(tmp_path / f"{day}.tif") for day in (1, 2)]
    outputs = {"count": tmp_path / "count.tif", "latest": tmp_path / "latest.tif", which: masks[1]}
    before = masks[1].read_bytes()
    with pytest.raises(EngineError, match="one of the inputs"):
        cloud_free(
            [DatedMask(str(path), 20240101, "") for path in masks], str(outputs["count"]), str(outputs["latest"])
        )
    assert masks[1].read_bytes() == before


@pytest.mark.parametrize("option", ["--csv", "--report", "--agreement"])
@pytest.mark.parametrize("victim", ["mask", "reference"])
def test_compare_overwrites_none_of_its_inputs(tmp_path, command, option, victim):
    paths = {"mask": raster(tmp_path / "m.tif", 1), "reference": raster(tmp_path / "r.tif", 1)}
    before = paths[victim].read_bytes()
    done = command("compare", paths["mask"], paths["reference"], option, paths[victim], "--progress", "json")
    assert done.of("error")[0]["code"] == "bad-settings" and paths[victim].read_bytes() == before


def test_an_agreement_raster_lies_where_it_was_asked_for(tmp_path, command):
    mask, reference = raster(tmp_path / "m.tif", 1), raster(tmp_path / "r.tif", 1)
    target = tmp_path / "a.TIFF"
    assert command("compare", mask, reference, "--agreement", target, "--progress", "json").code == 0
    assert target.exists() and (tmp_path / "a.TIFF.aux.xml").exists() and not (tmp_path / "a.tif").exists()
    for wrong, code in ((tmp_path / "b.png", "bad-settings"), (tmp_path / "m.TIFF", "name-taken")):
        done = command("compare", mask, reference, "--agreement", wrong, "--progress", "json")
        assert done.of("error")[0]["code"] == code and not wrong.exists() and not wrong.with_suffix(".qml").exists()


def test_a_quicklook_overwrites_none_of_its_inputs(tmp_path, command):
    mask = raster(tmp_path / "m.png", 1)  # GDAL opens it whatever its name
    before = mask.read_bytes()
    done = command("quicklook", mask, "--out", mask, "--progress", "json")
    assert done.of("error")[0]["code"] == "bad-settings" and mask.read_bytes() == before


def test_one_file_under_another_ending_is_that_file(tmp_path):
    """On a disk that knows no case `x.TIF` and `x.tif` are one; here a link stands for that."""
    raster(tmp_path / "x.tif").rename(tmp_path / "x.TIF")
    (tmp_path / "x.tif").symlink_to(tmp_path / "x.TIF")
    MaskFiles(tmp_path / "x.TIF").refuse_others()
    (tmp_path / "x.tif").unlink()
    shutil.copy(tmp_path / "x.TIF", tmp_path / "x.tif")
    with pytest.raises(EngineError, match="style and provenance"):
        MaskFiles(tmp_path / "x.TIF").refuse_others()
