"""What a network is given where there is no data: the scene mirrored at the edge."""

import numpy as np
import pytest
import rasterio

from s2cloudmask.core.masking import stream
from s2cloudmask.core.masking.fill import filled
from s2cloudmask.core.masking.mask_granule import MaskSettings, mask_granule
from s2cloudmask.core.networks.catalog import find_model
from s2cloudmask.core.networks.engines import open_predictor
from s2cloudmask.core.products.no_data import widened
from s2cloudmask.core.products.product import open_product


def scene() -> np.ndarray:
    return np.arange(1, 81, dtype=np.uint16).reshape(1, 8, 10)


def test_a_gap_is_mirrored_at_its_edge():
    whole = scene()
    for turn in range(4):  # left, right, top, bottom
        image = np.rot90(whole, turn, axes=(1, 2)).copy()
        expected = image.copy()
        image[:, :, :3] = 0
        expected[:, :, :3] = expected[:, :, 5:2:-1]
        assert np.array_equal(filled(image, [False]), expected)


def test_a_hole_takes_the_nearest_edge_and_data_stays():
    whole = scene()
    image = whole.copy()
    image[:, 3:5, 2:6] = 0
    out = filled(image, [False])
    gap = np.zeros((8, 10), bool)
    gap[3:5, 2:6] = True
    assert np.array_equal(out[:, ~gap], whole[:, ~gap])
    assert np.array_equal(out[0, 3, 2:6], [whole[0, 3, 1], whole[0, 2, 3], whole[0, 2, 4], whole[0, 3, 6]])


def test_what_mirrors_no_data_takes_the_edge_itself():
    image = np.zeros((1, 1, 9), np.uint16)
    image[0, 0, 6:8] = 5, 7
    assert filled(image, [False])[0, 0].tolist() == [5, 5, 5, 5, 7, 5, 5, 7, 7]


def test_corners_whose_rows_and_columns_are_empty_are_filled_too():
    image = np.zeros((1, 6, 6), np.uint16)
    image[0, 2:4, 2:4] = 9
    assert (filled(image, [False]) == 9).all()


def test_bands_have_edges_of_their_own_and_an_empty_one_stays():
    image = np.concatenate([scene(), scene(), np.zeros((1, 8, 10), np.uint16)])
    image[0, :, :2] = 0
    image[1, :, :4] = 0
    out = filled(image, [False] * 3)
    assert np.array_equal(out[0, :, 2:], scene()[0, :, 2:]) and np.array_equal(out[1, :, 3], scene()[0, :, 4])
    assert out[:2].all() and not out[2].any()


def test_a_smeared_pixel_beside_the_gap_is_no_edge():
    image = scene()
    image[:, :, :3] = 0
    image[:, :, 3] = 1  # darkened by the zeros beside it
    assert np.array_equal(filled(image, [True])[0, :, 3], scene()[0, :, 4])


@pytest.fixture(scope="module")
def ukis():
    return open_predictor(find_model("ukis_l1c"), device="cpu", precision="float32")


@pytest.mark.slow
def test_the_mask_beside_no_data_is_that_of_the_whole_scene(simulated, ukis, tmp_path, monkeypatch):
    whole, cut = (
        open_product(simulated(size=1098, seed=3, valid_share=share).path).granules[0] for share in (1.0, 0.6)
    )

    def mask(granule):
        settings = MaskSettings(resolution=20, overwrite=True)
        with rasterio.open(mask_granule(granule, tmp_path / "m.tif", ukis, settings).mask) as file:
            return file.read(1)

    truth, with_fill = mask(whole), mask(cut)
    monkeypatch.setattr(stream, "filled", lambda numbers, _is_smeared: numbers)
    without = mask(cut)
    beside = widened(without == 255, 5) & (without != 255)
    changed = [(truth != other)[beside].mean() for other in (with_fill, without)]
    assert changed[0] < 0.05 and changed[0] < changed[1] / 2
