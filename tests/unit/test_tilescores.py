"""Which tiles come first: the uncertain, the disagreeing, those full of borders; against figures made by hand."""

import numpy as np
import pytest
import rasterio
from rasterio.transform import from_origin

from s2cloudmask.core.accuracy.tile_scores import score_tiles, tile_side
from s2cloudmask.core.errors import EngineError

TRANSFORM = from_origin(600000, 5000000, 20, 20)


def write(path, array, **options):
    array = np.atleast_3d(array) if array.ndim == 2 else np.moveaxis(array, 0, -1)
    tags = options.pop("tags", {})
    with rasterio.open(
        path, "w", driver="GTiff", width=array.shape[1], height=array.shape[0], count=array.shape[2], dtype=array.dtype,
        crs="EPSG:32631", transform=TRANSFORM, **{"nodata": 255, **options},
    ) as raster:  # fmt: skip
        raster.write(np.moveaxis(array, -1, 0))
        raster.update_tags(**tags)
    return str(path)


def test_uncertain_tiles_come_first_and_no_data_counts_for_nothing(tmp_path):
    classes = np.zeros((100, 90), np.uint8)
    confidence = np.zeros((4, 100, 90), np.uint8)
    confidence[0] = 250
    confidence[:, 64:, 32:64] = np.array([100, 75, 50, 25], np.uint8)[:, None, None]  # the last row of tiles, 36 high
    confidence[:, :32, :32] = 255
    classes[:32, :32] = 255
    confidence[:, 40:, 80:] = 255
    mask, probabilities = write(tmp_path / "m.tif", classes), write(tmp_path / "c.tif", confidence)
    scores = score_tiles(mask, confidence=probabilities, side=32)
    assert (scores.kind, scores.side) == ("uncertainty", 32)
    places = [(tile.row, tile.column) for tile in scores.tiles]
    assert set(places[:2]) == {(2, 1), (3, 1)}
    assert (0, 0) not in places, "a tile without data is none"
    assert scores.tiles[0].score == pytest.approx(0.6)
    first = next(tile for tile in scores.tiles if tile.row == 3 and tile.column == 1)
    assert first.bounds == (600640, 5000000 - 100 * 20, 601280, 5000000 - 96 * 20), "the last row is cut at the edge"
    cut = next(tile for tile in scores.tiles if (tile.row, tile.column) == (2, 2))
    assert cut.valid == pytest.approx(16 / 26, abs=0.001)


@pytest.mark.parametrize(("valid", "listed"), [(10, False), (11, True), (200, True)])
def test_a_tile_with_less_than_a_hundredth_of_data_is_not_listed(tmp_path, valid, listed):
    classes = np.full((32, 64), 255, np.uint8)
    classes[:, 32:] = 0
    classes[:, :32].flat[:valid] = 0  # of 1024
    scores = score_tiles(write(tmp_path / "m.tif", classes), side=32)
    assert ((0, 0) in [(tile.row, tile.column) for tile in scores.tiles]) == listed


def test_tiles_where_two_masks_differ_come_first(tmp_path):
    ours, theirs = np.zeros((64, 64), np.uint8), np.zeros((64, 64), np.uint8)
    ours[:32, 32:] = 1
    theirs[:32, 32:][:16] = 1
    ours[40:, 40:] = 3
    theirs[:, :8] = 255
    mask = write(tmp_path / "a.tif", ours)
    scores = score_tiles(mask, other=write(tmp_path / "b.tif", theirs), side=32)
    by_place = {(tile.row, tile.column): tile.score for tile in scores.tiles}
    assert by_place == {(0, 0): 0, (0, 1): 0.5, (1, 0): 0, (1, 1): pytest.approx(24 * 24 / 1024)}
    assert scores.tiles[0].row == 1 and scores.kind == "difference"
    no_shadow = {"CLASSES": '{"0": "Clear", "1": "Cloud", "2": "Cirrus"}'}
    scores = score_tiles(mask, other=write(tmp_path / "c.tif", theirs, tags=no_shadow), side=32)
    assert {(tile.row, tile.column): tile.score for tile in scores.tiles}[1, 1] == 0, "a class that one mask lacks"


def test_a_mask_alone_is_ordered_by_its_borders(tmp_path):
    classes = np.zeros((64, 64), np.uint8)
    classes[::2, :32] = 1
    classes[32:, 48:] = 255
    scores = score_tiles(write(tmp_path / "m.tif", classes), side=32)
    by_place = {(tile.row, tile.column): tile.score for tile in scores.tiles}
    assert scores.kind == "borders"
    assert by_place[1, 0] == 1.0, "each row differs from the one above, across tiles too"
    assert by_place[0, 0] == pytest.approx(31 / 32)
    assert by_place[1, 1] == pytest.approx(16 / 512), "no data is no class: only the left column has a border"


def test_a_raster_that_is_no_confidence_is_refused(tmp_path):
    mask = write(tmp_path / "m.tif", np.zeros((64, 64), np.uint8))
    for array in (np.zeros((4, 64, 60), np.uint8), np.zeros((3, 64, 64), np.uint8), np.zeros((4, 64, 64), np.uint16)):
        with pytest.raises(EngineError, match="is not the confidence raster") as refused:
            score_tiles(mask, confidence=write(tmp_path / "c.tif", array))
        assert refused.value.code == "bad-raster"


def test_tiles_of_small_masks_are_small():
    assert (tile_side(10980, 10980), tile_side(5490, 5490), tile_side(400, 300), tile_side(20, 20)) == (
        256,
        256,
        50,
        32,
    )


def test_the_command_tells_tiles_as_one_event(command, tmp_path):
    classes = np.zeros((96, 96), np.uint8)
    classes[40:60, 40:60] = 1
    mask = write(tmp_path / "m.tif", classes)
    done = command("tile-scores", mask, "--progress", "json")
    (result,) = done.of("result")
    assert done.code == 0 and result["kind"] == "borders" and result["side"] == 32
    assert result["tiles"][0] == {
        "row": 1, "column": 1, "bounds": [600640, 4998720, 601280, 4999360],
        "score": result["tiles"][0]["score"], "valid": 1.0,
    }  # fmt: skip
    missing = command("tile-scores", tmp_path / "no.tif", "--progress", "json")
    assert missing.code == 1 and "cannot be opened" in missing.of("error")[0]["message"]
