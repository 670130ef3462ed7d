"""cloud-free: counts and dates over masks of several days, resolutions and extents of one tile."""

import argparse
import json

import numpy as np
import pytest
import rasterio
from rasterio.transform import from_origin

from s2cloudmask.core.aftermask.cloud_free import cloud_free, dated_mask, find_masks
from s2cloudmask.core.commands import cloud_free as command
from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.events import JsonReporter


def write_mask(path, classes, time="2024-07-15T16:48:49.024Z", *, tile="33UUP", side=10.0, left=300000.0, top=5400000.0,
               crs="EPSG:32633"):  # fmt: skip
    classes = np.asarray(classes, np.uint8)
    with rasterio.open(
        path, "w", driver="GTiff", width=classes.shape[1], height=classes.shape[0], count=1, dtype="uint8", nodata=255,
        crs=crs, transform=from_origin(left, top, side, side),
    ) as target:  # fmt: skip
        target.write(classes, 1)
        if time:
            target.update_tags(sensing_time=time, tile=tile)
    return str(path)


def run_on(tmp_path, paths, resolution=None):
    made = cloud_free(
        [dated_mask(path) for path in paths], str(tmp_path / "count.tif"), str(tmp_path / "latest.tif"), resolution
    )
    with rasterio.open(made.count) as count, rasterio.open(made.latest) as latest:
        return made, count, count.read(1), latest, latest.read(1)


def test_a_resolution_is_in_metres_for_masks_in_degrees_too(tmp_path):
    paths = [write_mask(tmp_path / "a.tif", np.zeros((60, 60)), crs="EPSG:4326", left=1, top=44, side=0.0001)]
    made, file, count, _, _ = run_on(tmp_path, paths, 30)
    assert made.resolution == 30 and count.shape == (20, 20) and file.res == pytest.approx((0.0003, 0.0003))
    assert run_on(tmp_path, paths)[0].resolution == 10


def test_count_and_latest_day(tmp_path):
    a = write_mask(tmp_path / "a.tif", [[0, 0, 1, 255, 3]], "2024-07-01T10:00:00Z")
    b = write_mask(tmp_path / "b.tif", [[0, 2, 1, 255, 255]], "2024-07-11T10:00:00Z")
    c = write_mask(tmp_path / "c.tif", [[0, 0, 2, 255, 0]], "2023-12-31T10:00:00Z")
    made, count_file, count, latest_file, latest = run_on(tmp_path, [a, b, c])
    assert count.tolist() == [[3, 2, 0, 255, 1]]
    assert latest.tolist() == [[20240711, 20240701, 0, 0, 20231231]]
    assert (count_file.nodata, latest_file.nodata) == (255, 0)
    assert (count_file.dtypes, latest_file.dtypes) == (("uint8",), ("int32",))
    assert made.days == (20231231, 20240701, 20240711)
    assert made.mean_count == pytest.approx(6 / 4)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.tif", "b.tif", "c.tif", "count.tif", "latest.tif"]


def test_two_masks_of_one_day_are_one_observation(tmp_path):
    a = write_mask(tmp_path / "a.tif", [[0, 0, 255, 1]], "2024-07-01T10:00:00Z")
    b = write_mask(tmp_path / "b.tif", [[255, 0, 0, 0]], "2024-07-01T10:00:05Z")
    _, _, count, _, latest = run_on(tmp_path, [a, b])
    assert count.tolist() == [[1, 1, 1, 0]]
    assert latest.tolist() == [[20240701, 20240701, 20240701, 0]]


def test_masks_of_differing_resolution_and_extent_meet_on_the_finest_grid(tmp_path):
    coarse = write_mask(tmp_path / "coarse.tif", [[0, 1], [1, 0]], "2024-07-01T10:00:00Z", side=20.0)
    part = write_mask(tmp_path / "part.tif", [[0, 0], [0, 1]], "2024-07-05T10:00:00Z", left=300010.0, top=5399990.0)
    made, count_file, count, _, latest = run_on(tmp_path, [coarse, part])
    assert made.resolution == 10
    assert count_file.transform == from_origin(300000, 5400000, 10, 10)
    assert count.tolist() == [[1, 1, 0, 0], [1, 2, 1, 0], [0, 1, 1, 1], [0, 0, 1, 1]]
    assert latest[1, 1] == 20240705
    assert latest[2, 2] == 20240701


@pytest.mark.parametrize("resolution", [10, 20, 30, 60])
def test_every_resolution_keeps_the_extent(tmp_path, resolution):
    classes = np.kron(np.random.default_rng(4).integers(0, 4, (5, 5)), np.ones((12, 12)))
    paths = [write_mask(tmp_path / "a.tif", classes), write_mask(tmp_path / "b.tif", classes, "2024-08-01T00:00:00Z")]
    made, count_file, count, _, _ = run_on(tmp_path, paths, resolution)
    assert made.resolution == resolution
    assert count_file.bounds == (300000, 5399400, 300600, 5400000)
    assert count.shape == (600 // resolution, 600 // resolution)
    if resolution in (10, 20, 60):  # whole cells of the chequerboard
        cells = np.kron(classes[::12, ::12] == 0, np.ones((120 // resolution, 120 // resolution)))
        np.testing.assert_array_equal(count, 2 * cells)


def test_a_part_of_the_tile_keeps_step_with_the_grid_of_the_whole(tmp_path):
    whole = write_mask(tmp_path / "a.tif", np.zeros((12, 12)), "2024-07-01T10:00:00Z")
    beyond = write_mask(tmp_path / "b.tif", np.zeros((2, 2)), "2024-07-05T10:00:00Z", left=299990.0, top=5400010.0)
    _, count_file, count, _, _ = run_on(tmp_path, [whole, beyond], 60)
    assert count_file.transform == from_origin(299940, 5400060, 60, 60)
    assert count.shape == (3, 3)


def test_more_days_than_a_byte_holds(tmp_path):
    days = np.arange("2020-01-01", "2020-09-12", dtype="datetime64[D]")
    assert len(days) == 255
    paths = [write_mask(tmp_path / f"{day}.tif", [[0, 255]], f"{day}T10:00:00Z") for day in days]
    _, count_file, count, _, latest = run_on(tmp_path, paths)
    assert count_file.dtypes == ("uint16",)
    assert count.tolist() == [[255, 65535]]
    assert latest.tolist() == [[20200911, 0]]


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"tile": "33UVP"}, "several tiles"),
        ({"crs": "EPSG:32632"}, "EPSG:32632"),
        ({"left": 300004.0}, "do not lie on one grid"),
    ],
)
def test_masks_that_do_not_belong_together_are_refused(tmp_path, other, said):
    a = write_mask(tmp_path / "a.tif", np.zeros((4, 4)))
    b = write_mask(tmp_path / "b.tif", np.zeros((4, 4)), "2024-08-01T00:00:00Z", **other)
    with pytest.raises(EngineError, match=said) as refused:
        run_on(tmp_path, [a, b])
    assert refused.value.code == "grid-mismatch"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.tif", "b.tif"]


def test_the_day_comes_from_tags_then_json_then_a_compact_name(tmp_path):
    tagged = write_mask(tmp_path / "S2A_MSIL1C_20180629T000241_N0206_R030_T56JMM_20180629T012042_cloudmask.tif", [[0]])
    assert (dated_mask(tagged).day, dated_mask(tagged).tile) == (20240715, "33UUP")
    told = write_mask(tmp_path / "renamed.tif", [[0]], None)
    (tmp_path / "renamed.json").write_text(json.dumps({"sensing_time": "2019-02-12T19:26:51Z", "tile": "07HFE"}))
    assert (dated_mask(told).day, dated_mask(told).tile) == (20190212, "07HFE")
    named = write_mask(tmp_path / "S2B_MSIL1C_20180629T000241_N0206_R030_T56JMM_20200101T012042_60m.tif", [[0]], None)
    assert (dated_mask(named).day, dated_mask(named).tile) == (20180629, "56JMM")
    # An old name begins with the time of processing, so nothing can be taken from it.
    old = write_mask(tmp_path / "S2A_OPER_PRD_MSIL1C_PDMC_20160101T000000_R030.tif", [[0]], None)
    with pytest.raises(EngineError, match="sensing_time"):
        dated_mask(old)


def test_a_folder_gives_its_masks_and_not_their_confidence(tmp_path):
    (tmp_path / "deep" / "er").mkdir(parents=True)
    wanted = [
        write_mask(tmp_path / "P_cloudmask.tif", [[0]]),
        write_mask(tmp_path / "deep" / "er" / "Q_cloudmask_60m_UNetMobV2_V2.tif", [[0]]),
    ]
    write_mask(tmp_path / "P_confidence.tif", [[0]])
    write_mask(tmp_path / ".P_cloudmask.123.part.tif", [[0]])
    assert sorted(find_masks([str(tmp_path)])) == sorted(wanted)
    assert find_masks([wanted[0], str(tmp_path / "deep"), wanted[0]]) == wanted
    with pytest.raises(EngineError, match="does not exist"):
        find_masks([str(tmp_path / "absent")])


def test_command_takes_one_tile_out_of_a_folder(tmp_path, capsys):
    write_mask(tmp_path / "a_cloudmask.tif", [[0, 1]], "2024-07-01T10:00:00Z")
    write_mask(tmp_path / "b_cloudmask.tif", [[0, 0]], "2024-07-11T10:00:00Z")
    write_mask(tmp_path / "c_cloudmask.tif", [[0, 0]], tile="33UVP", left=399960.0)
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    count, latest = tmp_path / "count.tif", tmp_path / "latest.tif"
    words = [str(tmp_path), "--tile", "T33UUP", "--out-count", str(count), "--out-latest", str(latest)]
    assert command.run(parser.parse_args(words), JsonReporter()) == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    result = next(event for event in events if event["event"] == "result")
    assert result["days"] == [20240701, 20240711]
    assert (result["count"], result["latest"]) == (str(count), str(latest))
    assert events[-1] == {"event": "end", "ok": 1, "failed": 0}
    with rasterio.open(count) as raster:
        assert raster.read(1).tolist() == [[2, 1]]
