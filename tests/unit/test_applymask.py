"""apply-mask: which pixels become no data, on real GeoTIFFs of differing grids, types and no-data values."""

import argparse
import json
import math
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.transform import from_origin

import s2cloudmask.core.aftermask.apply_mask as applying
from s2cloudmask.core.accuracy.comparison import CompareSettings, compare
from s2cloudmask.core.aftermask.apply_mask import ApplySettings, apply_mask
from s2cloudmask.core.aftermask.class_polygons import class_polygons
from s2cloudmask.core.aftermask.cloud_free import DatedMask, cloud_free, dated_mask
from s2cloudmask.core.aftermask.refine import refine
from s2cloudmask.core.commands import apply_mask as apply_command
from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.events import JsonReporter
from s2cloudmask.core.masking.refinement import Refinement
from s2cloudmask.core.rasters.class_maps import preset
from s2cloudmask.core.rasters.dilation import dilate
from s2cloudmask.core.rasters.mask_values import check_classes

UTM = "EPSG:32633"


def write(path, values, *, side=10.0, left=500000.0, top=5400000.0, crs=UTM, transform=None, **profile):
    """Write (bands, rows, cols) as a GeoTIFF."""
    bands, rows, cols = values.shape
    transform = transform or from_origin(left, top, side, side)
    with rasterio.open(
        path, "w", driver="GTiff", width=cols, height=rows, count=bands, dtype=values.dtype, crs=crs,
        transform=transform, **profile,
    ) as target:  # fmt: skip
        target.write(values)
    return str(path)


def write_mask(path, classes, **grid):
    return write(path, classes[None].astype(np.uint8), nodata=255, **grid)


def read(path):
    with rasterio.open(path) as raster:
        return raster.read(), raster.nodata


def near(chosen, radius_rows, radius_cols):
    """Distance to every chosen pixel, one by one: the definition of a buffer."""
    rows, cols = np.indices(chosen.shape)
    buffered = np.zeros_like(chosen)
    for row, col in np.argwhere(chosen):
        buffered |= ((rows - row) / radius_rows) ** 2 + ((cols - col) / radius_cols) ** 2 <= 1 + 1e-9
    return buffered


@pytest.mark.parametrize("radii", [(1, 1), (1.5, 1.5), (5, 5), (7.3, 2.2), (2.2, 7.3), (90, 90)])
def test_dilate_is_the_euclidean_buffer(radii):
    chosen = np.random.default_rng(1).random((60, 80)) > 0.995
    assert chosen.any()
    np.testing.assert_array_equal(dilate(chosen, *radii), near(chosen, *radii))


def test_a_radius_below_a_pixel_adds_nothing():
    chosen = np.eye(5, dtype=bool)
    np.testing.assert_array_equal(dilate(chosen, 0.9, 0.0), chosen)


def test_chosen_classes_become_no_data_and_nothing_else_changes(tmp_path):
    classes = np.array([[0, 1, 2], [3, 255, 0]])
    values = np.arange(1, 13, dtype=np.uint16).reshape(2, 2, 3)
    raster = write(tmp_path / "r.tif", values, nodata=0)
    mask = write_mask(tmp_path / "m.tif", classes)
    applied = apply_mask(raster, mask, str(tmp_path / "out.tif"), ApplySettings(classes=(1, 3)))
    expected = values.copy()
    expected[:, (classes == 1) | (classes == 3)] = 0
    got, no_data = read(tmp_path / "out.tif")
    np.testing.assert_array_equal(got, expected)
    assert no_data == 0
    assert applied.masked_share == pytest.approx(2 / 6)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["m.tif", "out.tif", "r.tif"]


def test_no_data_of_the_mask_is_kept_unless_asked_for(tmp_path):
    classes = np.array([[0, 255, 0, 1]])
    raster = write(tmp_path / "r.tif", np.full((1, 1, 4), 7, np.uint8))
    mask = write_mask(tmp_path / "m.tif", classes)
    apply_mask(raster, mask, str(tmp_path / "a.tif"), ApplySettings())
    apply_mask(raster, mask, str(tmp_path / "b.tif"), ApplySettings(where_mask_is_no_data=True))
    assert read(tmp_path / "a.tif")[0].tolist() == [[[7, 7, 7, 0]]]
    assert read(tmp_path / "b.tif")[0].tolist() == [[[7, 0, 7, 0]]]


@pytest.mark.parametrize(
    ("dtype", "expected"), [("uint8", 0), ("uint16", 0), ("int16", -32768), ("int32", -(2**31)), ("float32", math.nan)]
)
def test_default_no_data_by_type(tmp_path, dtype, expected):
    raster = write(tmp_path / "r.tif", np.full((1, 1, 2), 7, dtype))
    mask = write_mask(tmp_path / "m.tif", np.array([[0, 1]]))
    apply_mask(raster, mask, str(tmp_path / "out.tif"), ApplySettings())
    got, no_data = read(tmp_path / "out.tif")
    np.testing.assert_array_equal(got.ravel(), np.array([7, expected], dtype))
    np.testing.assert_array_equal(no_data, expected)


def test_a_given_no_data_value_replaces_the_raster_s_own(tmp_path):
    raster = write(tmp_path / "r.tif", np.array([[[0, 5, 6]]], np.int16), nodata=0)
    mask = write_mask(tmp_path / "m.tif", np.array([[0, 1, 0]]))
    apply_mask(raster, mask, str(tmp_path / "out.tif"), ApplySettings(no_data=-9999))
    got, no_data = read(tmp_path / "out.tif")
    assert got.ravel().tolist() == [-9999, -9999, 6]
    assert no_data == -9999


@pytest.mark.parametrize("value", [-1.0, 256.0, 0.5, math.nan])
def test_a_no_data_value_that_does_not_fit_is_refused(tmp_path, value):
    raster = write(tmp_path / "r.tif", np.ones((1, 2, 2), np.uint8))
    mask = write_mask(tmp_path / "m.tif", np.zeros((2, 2)))
    with pytest.raises(EngineError, match="does not fit") as refused:
        apply_mask(raster, mask, str(tmp_path / "out.tif"), ApplySettings(no_data=value))
    assert refused.value.code == "bad-settings"
    assert not (tmp_path / "out.tif").exists()


def test_buffer_in_metres_across_strips_is_the_buffer_of_the_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(applying, "TILE", 16)
    classes = np.where(np.random.default_rng(2).random((100, 70)) > 0.998, 1, 0)
    raster = write(tmp_path / "r.tif", np.full((1, 100, 70), 9, np.uint8), nodata=0)
    mask = write_mask(tmp_path / "m.tif", classes)
    apply_mask(raster, mask, str(tmp_path / "out.tif"), ApplySettings(buffer_metres=50))
    np.testing.assert_array_equal(read(tmp_path / "out.tif")[0][0] == 0, near(classes == 1, 5, 5))


def test_a_cloud_just_outside_the_raster_casts_its_buffer_into_it(tmp_path):
    classes = np.zeros((20, 20), int)
    classes[10, 4] = 1  # one pixel left of the raster below
    mask = write_mask(tmp_path / "m.tif", classes)
    raster = write(tmp_path / "r.tif", np.full((1, 10, 10), 9, np.uint8), left=500050.0, top=5400000.0 - 50, nodata=0)
    apply_mask(raster, mask, str(tmp_path / "out.tif"), ApplySettings(buffer_metres=20))
    expected = near(classes == 1, 2, 2)[5:15, 5:15]
    assert expected.sum() == 4
    np.testing.assert_array_equal(read(tmp_path / "out.tif")[0][0] == 0, expected)


def test_coarser_mask_on_a_finer_raster_with_another_extent(tmp_path):
    classes = np.array([[0, 1], [2, 0]])
    mask = write_mask(tmp_path / "m.tif", classes, side=60.0)
    raster = write(tmp_path / "r.tif", np.full((3, 14, 12), 9, np.float32), side=10.0)  # two rows more than the mask
    apply_mask(raster, mask, str(tmp_path / "out.tif"), ApplySettings())
    expected = np.zeros((14, 12), bool)
    expected[:12] = np.kron(classes > 0, np.ones((6, 6), bool))
    got = read(tmp_path / "out.tif")[0]
    for band in got:
        np.testing.assert_array_equal(np.isnan(band), expected)


def test_raster_in_degrees_gets_a_round_buffer_on_the_ground(tmp_path):
    from rasterio.warp import transform

    longitude, latitude = (values[0] for values in transform(UTM, "EPSG:4326", [500000.0], [6600000.0]))  # 59.5° north
    classes = np.zeros((201, 201), int)
    classes[100, 100] = 1
    mask = write_mask(tmp_path / "m.tif", classes, left=500000.0 - 1005, top=6600000.0 + 1005)
    step = 1e-4
    raster = write(
        tmp_path / "r.tif", np.full((1, 101, 201), 9, np.uint8), nodata=0, crs="EPSG:4326",
        transform=from_origin(longitude - 100.5 * step, latitude + 50.5 * step, step, step),
    )  # fmt: skip
    apply_mask(raster, mask, str(tmp_path / "out.tif"), ApplySettings(buffer_metres=300))
    taken = read(tmp_path / "out.tif")[0][0] == 0
    height, width = (
        np.ptp(np.flatnonzero(taken.any(1))) * step * 111_400,
        np.ptp(np.flatnonzero(taken.any(0))) * step * 111_400 * math.cos(math.radians(latitude)),
    )
    assert height == pytest.approx(600, abs=25)
    assert width == pytest.approx(600, abs=25)


def test_bands_keep_type_names_scale_colours_and_lose_statistics(tmp_path):
    path = write(tmp_path / "r.tif", np.full((2, 4, 4), 300, np.int16), nodata=-1)
    with rasterio.open(path, "r+") as raster:
        raster.descriptions = ("B04", "B08")
        raster.scales, raster.offsets = (1e-4, 1e-4), (-0.1, -0.1)
        raster.update_tags(product="P")
        raster.update_tags(1, STATISTICS_MEAN="300", wavelength="665")
    mask = write_mask(tmp_path / "m.tif", np.eye(4))
    apply_mask(path, mask, str(tmp_path / "out.tif"), ApplySettings())
    with rasterio.open(tmp_path / "out.tif") as out:
        assert out.descriptions == ("B04", "B08")
        assert out.scales == (1e-4, 1e-4)
        assert out.offsets == (-0.1, -0.1)
        assert out.tags()["product"] == "P"
        assert out.tags(1) == {"wavelength": "665"}
        assert out.dtypes == ("int16", "int16")
        assert out.profile["tiled"]
        assert out.profile["compress"] == "deflate"


def test_palette_and_internal_mask_survive(tmp_path):
    path = write(tmp_path / "r.tif", np.array([[[1, 2, 1, 2]]], np.uint8), photometric="palette")
    with rasterio.open(path, "r+") as raster:
        raster.write_colormap(1, {1: (255, 0, 0, 255), 2: (0, 255, 0, 255)})
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True), rasterio.open(path, "r+") as raster:
        raster.write_mask(np.array([[True, True, False, True]]))
    mask = write_mask(tmp_path / "m.tif", np.array([[1, 0, 0, 0]]))
    apply_mask(path, mask, str(tmp_path / "out.tif"), ApplySettings())
    with rasterio.open(tmp_path / "out.tif") as out:
        assert out.read(1).tolist() == [[0, 2, 0, 2]]
        assert out.colormap(1)[2] == (0, 255, 0, 255)


PLAIN = {"crs": None, "transform": from_origin(0, 30, 1, 1)}


def without_georeference(tmp_path, row, col):
    """A raster, and a mask with one pixel of shadow, that both lie nowhere; and the mask's classes."""
    classes = np.zeros((30, 20), int)
    classes[row, col] = 3
    raster = write(tmp_path / "r.tif", np.full((1, 30, 20), 9, np.uint8), **PLAIN)
    return raster, write_mask(tmp_path / "m.tif", classes, **PLAIN), classes


def test_without_georeference_equal_sizes_are_laid_over_one_another(tmp_path):
    raster, mask, classes = without_georeference(tmp_path, 3, 3)
    apply_mask(raster, mask, str(tmp_path / "out.tif"), ApplySettings(buffer_metres=4))
    np.testing.assert_array_equal(read(tmp_path / "out.tif")[0][0] == 0, near(classes == 3, 4, 4))
    other = write_mask(tmp_path / "other.tif", classes[:10], **PLAIN)
    with pytest.raises(EngineError, match="no coordinate reference system"):
        apply_mask(raster, other, str(tmp_path / "out2.tif"), ApplySettings())
    assert not (tmp_path / "out2.tif").exists()


def test_a_mask_says_how_large_pixels_are_that_lie_nowhere(tmp_path):
    raster, mask, classes = without_georeference(tmp_path, 13, 9)
    with rasterio.open(mask, "r+") as file:
        file.update_tags(RESOLUTION=20)
    apply_mask(raster, mask, str(tmp_path / "out.tif"), ApplySettings(buffer_metres=60))
    np.testing.assert_array_equal(read(tmp_path / "out.tif")[0][0] == 0, near(classes == 3, 3, 3))


NORTH_UP, SOUTH_UP = Affine(10, 0, 5e5, 0, -10, 5e6 + 80), Affine(10, 0, 5e5, 0, 10, 5e6)


@pytest.mark.parametrize(
    ("of_raster", "of_mask", "words"),
    [
        (NORTH_UP, SOUTH_UP, "the transform of"),
        (SOUTH_UP, Affine.identity(), "south up"),
        (NORTH_UP, NORTH_UP @ Affine.translation(20, 0), "the transform of"),
        (SOUTH_UP, SOUTH_UP, ""),
        (NORTH_UP, Affine.identity(), ""),
    ],
)
@pytest.mark.parametrize("crs", [None, UTM])
def test_rasters_without_crs_that_do_not_lie_alike_are_not_laid_over_one_another(
    tmp_path, of_raster, of_mask, words, crs
):
    raster = write(tmp_path / "r.tif", np.full((1, 8, 8), 9, np.uint8), transform=of_raster, crs=crs)
    mask = write_mask(tmp_path / "m.tif", np.eye(8), transform=of_mask, crs=None)
    if words:
        with pytest.raises(EngineError, match=words):
            apply_mask(raster, mask, str(tmp_path / "out.tif"), ApplySettings())
    else:
        apply_mask(raster, mask, str(tmp_path / "out.tif"), ApplySettings())
        assert (read(tmp_path / "out.tif")[0][0] == 0).tolist() == (np.eye(8) == 1).tolist()


def test_a_truncated_raster_leaves_no_output(tmp_path):
    noise = np.random.default_rng(3).integers(0, 60000, (1, 400, 400)).astype(np.uint16)
    raster = write(tmp_path / "r.tif", noise)
    whole = (tmp_path / "r.tif").read_bytes()
    (tmp_path / "r.tif").write_bytes(whole[: len(whole) // 2])
    mask = write_mask(tmp_path / "m.tif", np.zeros((400, 400)))
    with pytest.raises(EngineError) as failed:
        apply_mask(raster, mask, str(tmp_path / "out.tif"), ApplySettings())
    assert failed.value.code == "bad-raster"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["m.tif", "r.tif"]


@pytest.mark.parametrize(
    ("classes", "buffer_metres"), [((), 0), ((300,), 0), ((1,), -5), ((1,), math.inf), ((1,), math.nan)]
)
def test_settings_that_cannot_work_are_refused(classes, buffer_metres):
    with pytest.raises(EngineError):
        ApplySettings(classes=classes, buffer_metres=buffer_metres)


def command(*words):
    parser = argparse.ArgumentParser()
    apply_command.add_arguments(parser)
    return apply_command.run(parser.parse_args([str(word) for word in words]), JsonReporter())


def test_command_masks_several_rasters_into_a_folder_and_reports_the_broken_one(tmp_path, capsys):
    good = write(tmp_path / "a.tif", np.full((1, 8, 8), 9, np.float32))
    (tmp_path / "b.tif").write_text("no raster")
    mask = write_mask(tmp_path / "m.tif", np.eye(8))
    out = tmp_path / "masked"
    assert command(good, tmp_path / "b.tif", "--mask", mask, "--classes", "1", "--out", out) == 1
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [event["event"] for event in events if event["event"] != "progress"] == ["start", "result", "error", "end"]
    result = next(event for event in events if event["event"] == "result")
    assert result["raster"] == str(out / "a_masked.tif")
    assert result["no_data"] == "nan"
    assert result["masked_share"] == pytest.approx(1 / 8)
    assert [file.name for file in out.iterdir()] == ["a_masked.tif"]


def test_the_raster_itself_is_never_overwritten(tmp_path):
    raster = write(tmp_path / "r.tif", np.ones((1, 2, 2), np.uint8))
    mask = write_mask(tmp_path / "m.tif", np.ones((2, 2)))
    with pytest.raises(EngineError, match="is one of the inputs"):
        apply_mask(raster, mask, raster, ApplySettings())
    assert read(raster)[0].all()


def test_true_colour_stays_true_colour(tmp_path):
    path = write(tmp_path / "r.tif", np.full((3, 4, 4), 90, np.uint8), photometric="rgb")
    mask = write_mask(tmp_path / "m.tif", np.eye(4))
    apply_mask(path, mask, str(tmp_path / "out.tif"), ApplySettings())
    with rasterio.open(path) as raster, rasterio.open(tmp_path / "out.tif") as out:
        assert [item.name for item in out.colorinterp] == ["red", "green", "blue"]
        assert out.colorinterp == raster.colorinterp


def test_side_car_files_of_a_raster_count_although_those_of_a_product_do_not(tmp_path):
    raster = write(tmp_path / "r.tif", np.array([[[7, 8, 9]]], np.uint8))
    (tmp_path / "r.tif.aux.xml").write_text(
        '<PAMDataset><PAMRasterBand band="1"><NoDataValue>8</NoDataValue></PAMRasterBand></PAMDataset>'
    )
    mask = write_mask(tmp_path / "m.tif", np.array([[1, 0, 0]]))
    words = ["apply-mask", raster, "--mask", mask, "--out", tmp_path / "out.tif"]
    engine = Path(applying.__file__).parents[1] / "__main__.py"
    subprocess.run([sys.executable, engine, *map(str, words)], check=True)
    got, no_data = read(tmp_path / "out.tif")
    assert no_data == 8
    assert got.ravel().tolist() == [8, 8, 9]


@pytest.mark.parametrize("chosen", [(1, 2, 3), (3, 8, 9, 10)], ids=["classes of ours", "classes of SCL by number"])
def test_a_mask_of_other_classes_is_refused_unless_these_are_asked_for(tmp_path, chosen):
    raster = write(tmp_path / "raster.tif", np.full((1, 20, 20), 7, np.uint16))
    classes = np.full((20, 20), 4)
    classes[:5] = 9
    mask = write_mask(tmp_path / "other.tif", classes)
    if 9 in chosen:
        assert apply_mask(raster, mask, str(tmp_path / "out.tif"), ApplySettings(chosen)).masked_share == 0.25
        return
    with pytest.raises(EngineError, match=r"other\.tif holds 4, which is no class of a mask"):
        apply_mask(raster, mask, str(tmp_path / "out.tif"), ApplySettings(chosen))
    assert not (tmp_path / "out.tif").exists()


def named(tmp_path, name="mask.tif", description="", **tags):
    """A raster of the values 0 to 3, as masks of many makers may hold in a part of a scene."""
    path = write_mask(tmp_path / name, np.arange(16).reshape(4, 4) % 4)
    with rasterio.open(path, "r+") as target:
        target.update_tags(**tags)
        target.descriptions = [description]
    return path


@pytest.mark.parametrize(
    ("facts", "what"),
    [
        ({"name": "S2A_MSIL2A_20240715T105031_N0511_R051_T31TCJ_20240715_Fmask4.tif"}, "of Fmask"),
        ({"name": "T31TCJ_20240715T105031_SCL_20m.tif"}, "a scene classification"),
        ({"description": "SCL"}, "a scene classification"),
        ({"TIFFTAG_IMAGEDESCRIPTION": "Fmask 4.7"}, "of Fmask"),
        ({"name": "SENTINEL2A_20240715_L2A_T31TCJ_CLM_R1.tif"}, "of MAJA"),
        ({"name": "20240715_LEVEL2_SEN2A_QAI.tif"}, "of flags"),
        ({"name": "class.tif", "description": "cloud mask"}, ""),
        ({"name": "from_fmask.tif", "SOFTWARE": "Sentinel-2 Cloud Mask"}, ""),
    ],
)
def test_a_mask_of_another_maker_is_refused_where_its_values_may_be_ours(tmp_path, facts, what):
    raster, mask = write(tmp_path / "raster.tif", np.full((1, 4, 4), 7, np.uint16)), named(tmp_path, **facts)
    out = str(tmp_path / "out.tif")
    calls = [
        lambda: apply_mask(raster, mask, out, ApplySettings()),
        lambda: class_polygons(mask, str(tmp_path / "out.gpkg")),
        lambda: refine(mask, out, Refinement(cloud_margin=30), overwrite=True),
        lambda: dated_mask(mask),
        lambda: compare(
            write_mask(tmp_path / "m.tif", np.eye(4)), mask, CompareSettings(preset("ours"), preset("ours"))
        ),
    ]
    for call in calls[:1] if not what else calls:
        if what:
            with pytest.raises(EngineError, match=f"is {what}"):
                call()
        else:
            call()
    assert Path(out).exists() == (not what)


def test_a_mask_that_does_not_say_who_made_it_is_told(tmp_path, command):
    raster = write(tmp_path / "raster.tif", np.full((1, 4, 4), 7, np.uint16))
    for name, facts, said in (("a.tif", {}, 1), ("b.tif", {"description": "cloud mask"}, 0)):
        done = command("apply-mask", raster, "--mask", named(tmp_path, name, **facts), "--out", tmp_path / f"out{name}")
        assert (done.out + done.err).count("does not say who made it") == said
    for bands, words in ((3, "has 3 bands"), (1, "")):
        picture = write(tmp_path / "p.tif", np.zeros((bands, 4, 4), np.uint8))
        done = command("apply-mask", raster, "--mask", picture, "--out", tmp_path / "c.tif")
        assert words in done.out + done.err and done.code == (bands == 3)


def test_cloud_free_refuses_values_of_another_maker(tmp_path):
    mask = write_mask(tmp_path / "m.tif", np.full((4, 4), 4))
    with pytest.raises(EngineError, match="no class of a mask"):
        cloud_free([DatedMask(mask, 20240715, "31TCJ")], str(tmp_path / "n.tif"), str(tmp_path / "l.tif"))


@pytest.mark.parametrize("value, said", [(-1, "-1"), (0.5, "0.5"), (np.nan, "nan")])
def test_values_of_another_data_type_are_refused_as_others_are(value, said):
    values = np.array([[0, 1], [2, value]])
    with pytest.raises(EngineError, match=rf"mask\.tif holds {said}, which is no class"):
        check_classes(values, "mask.tif")
    check_classes(values[:1], "mask.tif")
