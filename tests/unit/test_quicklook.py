"""Quicklooks: a PNG with the classes in their colours beside true colour, only of a mask and its own product."""

import json

import numpy as np
import pytest
import rasterio
from affine import Affine
from PIL import Image

from s2cloudmask.core.aftermask.quicklook import NO_DATA_COLOUR, OPACITY, matching_granule, quicklook
from s2cloudmask.core.classes import CLASSES, NO_DATA
from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.products.grid import PixelWindow, product_grid
from s2cloudmask.core.products.product import open_product

WIDTH = 800
MARGIN = 12


def write_mask(path, classes: np.ndarray, grid=None, **tags: str):
    place = {"crs": grid.crs, "transform": grid.transform} if grid else {"transform": Affine(20, 0, 0, 0, -20, 0)}
    with rasterio.open(
        path, "w", driver="GTiff", width=classes.shape[1], height=classes.shape[0], count=1, dtype=classes.dtype,
        nodata=NO_DATA, **place,
    ) as dataset:  # fmt: skip
        dataset.write(classes, 1)
        dataset.update_tags(**tags)
    return path


def quarters(side: int) -> np.ndarray:
    """Thick and thin cloud above, shadow and no data below."""
    half = side // 2
    return np.kron(np.array([[1, 2], [3, NO_DATA]], np.uint8), np.ones((half, half), np.uint8))


def picture(path) -> np.ndarray:
    with Image.open(path) as image:
        assert (image.format, image.mode) == ("PNG", "RGB")
        return np.asarray(image)


def panel_top(pixels: np.ndarray, left: int, side: int) -> int:
    """First row of a panel whose lower right quarter shows no data."""
    grey = (pixels[:, left + side - 3] == NO_DATA_COLOUR).all(axis=1)
    return int(np.flatnonzero(grey)[-1]) + 1 - side


def test_a_mask_alone_is_shown_in_its_colours(tmp_path):
    mask = write_mask(tmp_path / "m.tif", quarters(300))
    quicklook(mask, rgb=None, out=tmp_path / "q.png", width=WIDTH)
    pixels = picture(tmp_path / "q.png")
    side = WIDTH - 2 * MARGIN
    assert pixels.shape[1] == WIDTH and pixels.shape[0] > side
    top = panel_top(pixels, MARGIN, side)
    for value, row, col in ((1, 0.25, 0.25), (2, 0.25, 0.75), (3, 0.75, 0.25)):
        shown = pixels[top + int(row * side), MARGIN + int(col * side)]
        assert tuple(shown) == CLASSES[value].colour[:3]
    legend = pixels[top + side :]
    for colour in [item.colour[:3] for item in CLASSES[1:]] + [NO_DATA_COLOUR]:
        assert (legend == colour).all(axis=2).sum() > 50  # a swatch each


@pytest.fixture(scope="module")
def product(simulated):
    return open_product(simulated(size=360, valid_share=1.0, cloud_share=0.0).path)


def test_true_colour_lies_beside_the_mask_over_it(tmp_path, product):
    granule = product.granules[0]
    mask = write_mask(tmp_path / "m.tif", quarters(180), product_grid(granule, 20))
    quicklook(mask, rgb=granule, out=tmp_path / "q.png", width=WIDTH)
    pixels = picture(tmp_path / "q.png").astype(float)
    side = (WIDTH - 3 * MARGIN) // 2
    right = WIDTH - MARGIN - side
    top = panel_top(pixels, right, side)
    ground, over = (pixels[top + 5 : top + side - 5, left + 5 : left + side - 5] for left in (MARGIN, right))
    half = side // 2 - 10
    assert ground[:half, :half].std() > 3  # an image, not a plane
    expected = (1 - OPACITY) * ground[:half, :half] + OPACITY * np.array(CLASSES[1].colour[:3])
    assert np.abs(over[:half, :half] - expected).max() < 2
    with rasterio.open(granule.true_colour) as dataset:
        mean = dataset.read().mean(axis=(1, 2))
    assert np.argsort(ground[:half, :half].mean(axis=(0, 1))).tolist() == np.argsort(mean).tolist()


def test_without_a_true_colour_image_the_bands_make_one(tmp_path, simulated):
    pictures = []
    for layout in ("safe", "old"):
        granule = open_product(simulated(baseline="02.04", layout=layout).path).granules[0]
        assert bool(granule.true_colour) == (layout == "safe")
        classes = np.zeros((180, 180), np.uint8)
        mask = write_mask(tmp_path / f"{layout}.tif", classes, product_grid(granule, 20), PRODUCT="S2A.SAFE")
        quicklook(mask, rgb=granule, out=tmp_path / f"{layout}.png", width=WIDTH)
        pictures.append(picture(tmp_path / f"{layout}.png").astype(float))
    assert np.abs(pictures[0] - pictures[1]).mean() < 1.5


def test_the_offset_does_not_change_the_picture(tmp_path, simulated):
    pictures = []
    for baseline in ("02.04", "05.11"):
        granule = open_product(simulated(baseline=baseline, layout="zip").path).granules[0]
        mask = write_mask(
            tmp_path / "m.tif", np.zeros((90, 90), np.uint8), product_grid(granule, 20), PRODUCT="S2A.SAFE"
        )
        quicklook(mask, rgb=granule, out=tmp_path / "q.png", width=WIDTH)
        pictures.append(picture(tmp_path / "q.png"))
    assert np.array_equal(*pictures)


def test_the_title_and_the_legend_follow_the_masks_own_words(tmp_path):
    classes = json.dumps({"0": "Clear", "1": "Cloud", "3": "Cloud shadow"})
    plain = write_mask(tmp_path / "plain.tif", np.ones((60, 60), np.uint8))
    told = write_mask(tmp_path / "told.tif", np.ones((60, 60), np.uint8), PRODUCT="S2A.SAFE", CLASSES=classes)
    for mask in (plain, told):
        quicklook(mask, rgb=None, out=mask.with_suffix(".png"), width=WIDTH)
    thin = CLASSES[2].colour[:3]
    assert (picture(plain.with_suffix(".png")) == thin).all(axis=2).any()
    assert not (picture(told.with_suffix(".png")) == thin).all(axis=2).any()  # this network has no such class
    ink = [(picture(mask.with_suffix(".png"))[:60].min(axis=2) < 90).sum() for mask in (plain, told)]
    assert ink[0] != ink[1]


def test_shares_count_every_pixel(tmp_path):
    """A class that the decimated picture misses is still in the legend."""
    classes = np.zeros((2000, 2000), np.uint8)
    classes[1001, 3:2000:501] = 3
    titles = json.dumps({"0": "Clear"})
    for name, array in (("with", classes), ("without", np.zeros_like(classes))):
        mask = write_mask(tmp_path / f"{name}.tif", array, CLASSES=titles)
        quicklook(mask, rgb=None, out=tmp_path / f"{name}.png", width=400)
    shadow = CLASSES[3].colour[:3]
    assert (picture(tmp_path / "with.png") == shadow).all(axis=2).any()
    assert not (picture(tmp_path / "without.png") == shadow).all(axis=2).any()


def test_a_mask_of_a_part_shows_that_part(tmp_path, product):
    granule = product.granules[0]
    grid = product_grid(granule, 10)
    quicklook(
        write_mask(tmp_path / "m.tif", np.zeros((95, 190), np.uint8), grid.crop(PixelWindow(60, 120, 95, 190))),
        rgb=granule, out=tmp_path / "q.png", width=2 * 190 + 3 * MARGIN,
    )  # fmt: skip
    with rasterio.open(granule.true_colour) as dataset:
        part = dataset.read()[:, 60:155, 120:310].transpose(1, 2, 0).astype(float)
    pixels = picture(tmp_path / "q.png").astype(float)
    expected = 255 * (part / 255) ** 0.8
    tops = range(pixels.shape[0] - 95)
    assert min(np.abs(pixels[top : top + 95, MARGIN : MARGIN + 190] - expected).mean() for top in tops) < 1


def test_the_granule_is_found_by_its_place(tmp_path, simulated):
    path = simulated(baseline="02.04", layout="old", granules=2).path
    for granule in open_product(path).granules:
        mask = write_mask(tmp_path / "m.tif", np.zeros((60, 60), np.uint8), product_grid(granule, 60))
        assert matching_granule(str(mask), str(path)).tile == granule.tile


def test_another_places_product_is_refused(tmp_path, product, simulated):
    granule = open_product(simulated(tile="33UUP").path).granules[0]
    mask = write_mask(tmp_path / "m.tif", quarters(180), product_grid(product.granules[0], 20))
    with pytest.raises(EngineError, match="does not lie on") as refused:
        quicklook(mask, rgb=granule, out=tmp_path / "q.png")
    assert refused.value.code == "bad-raster"
    with pytest.raises(EngineError, match="does not lie on"):
        matching_granule(str(mask), granule.product_path)
    assert [path.name for path in tmp_path.iterdir()] == ["m.tif"]


@pytest.mark.parametrize("classes", [np.full((9, 9), 7, np.uint8), np.zeros((9, 9), np.uint16)], ids=["7", "uint16"])
def test_what_is_no_mask_is_refused(tmp_path, classes):
    with pytest.raises(EngineError, match="Give a mask file"):
        quicklook(write_mask(tmp_path / "m.tif", classes), rgb=None, out=tmp_path / "q.png")
    assert not (tmp_path / "q.png").exists()


def test_the_command_writes_a_picture_of_a_mask_just_made(command, simulated, tmp_path):
    made = simulated(layout="zip")
    done = command("mask", made.path, "--out", tmp_path, "--model", "quick", "--progress", "json")
    mask = done.of("result")[0]["mask"]
    done = command("quicklook", mask, "--rgb", made.path, "--out", tmp_path / "q.png", "--progress", "json")
    assert done.code == 0, done.err
    assert done.of("result")[0]["path"] == str(tmp_path / "q.png")
    assert picture(tmp_path / "q.png").shape[1] == 1600
    missing = command("quicklook", tmp_path / "nothing.tif", "--out", tmp_path / "p.png")
    assert missing.code == 1 and "cannot be opened" in missing.err and not (tmp_path / "p.png").exists()
