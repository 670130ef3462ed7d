"""A part of a refined mask, as it is shown before it is written: that of `refine` to the pixel, or coarser."""

import numpy as np
import pytest
import rasterio
from rasterio.transform import from_origin
from rasterio.warp import transform_bounds

from s2cloudmask.core.aftermask.refine import refine
from s2cloudmask.core.aftermask.refined_part import refined_part
from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.masking.refinement import Refinement

SIDE, SHAPE = 20.0, (120, 150)


@pytest.fixture(scope="module")
def confidence(tmp_path_factory):
    random = np.random.default_rng(2)
    shares = random.dirichlet((4, 1, 1, 1), (SHAPE[0] // 6, SHAPE[1] // 6)).transpose(2, 0, 1)
    values = np.rint(shares * 250).astype(np.uint8).repeat(6, axis=1).repeat(6, axis=2)
    values[:, :20, :30] = 255
    path = tmp_path_factory.mktemp("confidence") / "P_confidence.tif"
    profile = {"driver": "GTiff", "dtype": "uint8", "nodata": 255, "crs": "EPSG:32631", "count": 4}
    with rasterio.open(
        path, "w", height=SHAPE[0], width=SHAPE[1], transform=from_origin(500000, 4900000, SIDE, SIDE), **profile
    ) as file:
        file.write(values)
    return str(path)


@pytest.mark.parametrize(
    "asked",
    [Refinement(cloud=0.2, shadow=0.3, cloud_margin=50, shadow_margin=130),
     Refinement(thin=0.3, thin_margin=40, smallest=20000, holes=20000)],
)  # fmt: skip
def test_a_part_is_that_of_the_whole(confidence, tmp_path, asked):
    made = refine(confidence, str(tmp_path / "m.tif"), asked)
    bounds = 500000 + 40 * SIDE, 4900000 - 90 * SIDE, 500000 + 110 * SIDE, 4900000 - 30 * SIDE
    part = refined_part(confidence, asked, bounds, None, (700, 600))
    assert part.grid.bounds == bounds and part.grid.resolution == 20
    with rasterio.open(made.mask) as mask:
        np.testing.assert_array_equal(part.classes, mask.read(1)[30:90, 40:110])
    assert len(np.unique(part.classes)) > 2
    degrees = transform_bounds("EPSG:32631", "EPSG:4326", *bounds)
    around = refined_part(confidence, asked, degrees, "EPSG:4326", (700, 600))
    assert around.classes.shape >= part.classes.shape and around.grid.crs == "EPSG:32631"
    whole = refined_part(confidence, asked, (0, 0, 1e7, 1e7), None, (700, 600))
    with rasterio.open(made.mask) as mask:
        np.testing.assert_array_equal(whole.classes, mask.read(1))


def test_a_small_screen_gets_fewer_pixels_and_the_same_metres(confidence):
    asked = Refinement(cloud=0.2, cloud_margin=200)
    fine, coarse = (refined_part(confidence, asked, (0, 0, 1e7, 1e7), None, size) for size in ((500, 400), (50, 40)))
    assert fine.classes.shape == SHAPE and coarse.classes.shape == (40, 50) and coarse.grid.resolution == 60
    assert coarse.grid.bounds == fine.grid.bounds
    assert coarse.fractions["clear"] == pytest.approx(fine.fractions["clear"], abs=0.05)
    assert (coarse.classes == fine.classes[1::3, 1::3]).mean() > 0.9


def test_what_cannot_be_shown_is_refused(confidence, tmp_path):
    for bounds, source, code in (((0, 0, 1, 1), confidence, "outside-product"),
                                 ((0, 0, 1e7, 1e7), str(tmp_path / "no.tif"), "bad-raster")):  # fmt: skip
        with pytest.raises(EngineError) as caught:
            refined_part(source, Refinement(cloud=0.2), bounds, None, (10, 10))
        assert caught.value.code == code
