"""Random points: in their classes, all of a stratum alike, the same for the same seed."""

import numpy as np
import pytest
import rasterio
from rasterio.transform import from_origin

from s2cloudmask.core.accuracy.sample_points import allocate, sample_points
from s2cloudmask.core.errors import EngineError


def write(path, classes):
    with rasterio.open(
        path, "w", driver="GTiff", width=classes.shape[1], height=classes.shape[0], count=1, dtype="uint8",
        crs="EPSG:32631", transform=from_origin(600000, 5000000, 20, 20), nodata=255,
    ) as raster:  # fmt: skip
        raster.write(classes, 1)
    return str(path)


@pytest.fixture
def mask(tmp_path):
    """1300 rows, so that three strips are read; shadow is rare and lies in the last one."""
    classes = np.random.default_rng(1).choice(np.array([0, 0, 0, 1, 2, 255], np.uint8), (1300, 120))
    classes[1290:, :20] = 3
    return classes, write(tmp_path / "m.tif", classes)


def test_points_lie_in_pixels_of_their_stratum_without_repetition(mask):
    classes, path = mask
    sample = sample_points(path, 300, seed=4)
    strata = {"clear": (0,), "cloud": (1, 2), "shadow": (3,)}
    places = set()
    for point in sample.points:
        column, row = (point.x - 600000) / 20 - 0.5, (5000000 - point.y) / 20 - 0.5
        assert column == int(column) and row == int(row), "the middle of a pixel"
        assert classes[int(row), int(column)] in strata[point.stratum]
        places.add((row, column))
    assert len(places) == 300
    assert sample.pixels == {name: int(np.isin(classes, values).sum()) for name, values in strata.items()}
    assert [point.stratum for point in sample.points] != sorted(point.stratum for point in sample.points)
    assert sample_points(path, 300, seed=4) == sample and sample_points(path, 300, seed=5) != sample


def test_every_pixel_of_a_stratum_is_as_likely(tmp_path):
    classes = np.zeros((8, 8), np.uint8)
    classes[:, 4:] = 1
    path = write(tmp_path / "m.tif", classes)
    counts = np.zeros((8, 8))
    for seed in range(600):
        for point in sample_points(path, 8, seed).points:
            counts[int((5000000 - point.y) // 20), int((point.x - 600000) // 20)] += 1
    assert counts.sum() == 4800
    assert abs(counts - 75).max() < 5 * np.sqrt(75)


def test_half_of_the_points_go_by_area_and_no_class_gets_more_than_it_has():
    assert allocate({"clear": 9000, "cloud": 900, "shadow": 100}, 60) == {"clear": 37, "cloud": 13, "shadow": 10}
    assert allocate({"clear": 9000, "cloud": 0, "shadow": 3}, 60) == {"clear": 57, "cloud": 0, "shadow": 3}
    assert sum(allocate({"clear": 1, "cloud": 1, "shadow": 1}, 60).values()) == 3


def test_what_cannot_be_drawn_is_said(tmp_path):
    path = write(tmp_path / "m.tif", np.full((8, 8), 255, np.uint8))
    with pytest.raises(EngineError, match="no valid pixel"):
        sample_points(path, 10, 0)
    with pytest.raises(EngineError, match="Give 6 to 10000"):
        sample_points(path, 2, 0)


def test_the_command_tells_points_and_pixels(command, mask):
    _, path = mask
    done = command("sample-points", path, "--count", "30", "--seed", "2", "--progress", "json")
    (result,) = done.of("result")
    assert done.code == 0 and len(result["points"]) == 30 and result["pixels"]["shadow"] == 200
    assert done.of("progress")[-1]["fraction"] == 1.0
