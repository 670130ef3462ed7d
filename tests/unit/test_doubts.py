"""Numbers, pixels and metadata that a user should know of before trusting a mask."""

import re
import shutil
from dataclasses import replace

import numpy as np
import pytest
import rasterio
from affine import Affine
from real_chips import every_chip
from test_validity import PLACE, SIDE, scene, write

from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.products.doubts import doubts, sample
from s2cloudmask.core.products.metadata import BAND_IDS
from s2cloudmask.core.products.product import open_product


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        (lambda numbers: numbers + np.uint16(1000), "offset"),
        (lambda numbers: np.where(numbers < 500, numbers - np.uint16(600), numbers), "without a sign"),
        (lambda numbers: (numbers / 4000 * 255).astype("uint8"), "x 10000"),
        (lambda numbers: numbers.astype("uint32") * 10, "x 10000"),
        (lambda numbers: (numbers / 10000).astype("uint16"), None),
        (lambda numbers: numbers.astype("float32") / 100, "x 10000"),
        (lambda numbers: np.where(numbers < 320, 3.4e38, numbers / 10000).astype("float32"), "not declare"),
        (lambda numbers: numbers.astype("int16") - 5000, "becomes no data"),
        (lambda numbers: -numbers.astype("float32") - 1e4, "100.0% of"),
        (lambda numbers: numbers.astype("float32") / 1000 - 2, "becomes no data"),
        (lambda numbers: np.where(numbers < 320, -9999, numbers).astype("int16"), None),
    ],
    ids=["offset left in", "wrapped", "bytes", "another scale", "all gone", "percent", "undeclared fill", "below zero",
         "all negative", "standardised", "undeclared negative fill"],
)  # fmt: skip
def test_numbers_that_cannot_be_reflectance_are_doubted(tmp_path, numbers, words):
    base = scene(least=20)
    path = write(tmp_path / "stack.tif", numbers(base))
    (granule,) = open_product(path).granules
    said = " ".join(doubts(granule, BAND_IDS, 10))
    assert (words in said) if words else not said
    assert not doubts(open_product(write(tmp_path / "good.tif", base)).granules[0], BAND_IDS, 10)


def ground(level, clouds=0.0):
    """A stack of fields, half in shade, under an air of its own in Level-1C; `clouds`: their share."""
    draws = np.random.default_rng(5)
    air = {"B01": 900, "B02": 600, "B03": 300, "B04": 200} if level == "L1C" else {}
    land = {"B01": 300, "B02": 400, "B03": 700, "B04": 500, "B08": 3000, "B8A": 3200, "B11": 2000, "B12": 1000}
    numbers = {name: value * draws.uniform(0.5, 1.5, (SIDE, SIDE)) + air.get(name, 0) for name, value in land.items()}
    cloudy = draws.random((SIDE, SIDE)) < clouds
    return tuple(numbers), np.stack([np.where(cloudy, 7000, band) for band in numbers.values()])


@pytest.mark.parametrize("level", ["L1C", "L2A"])
@pytest.mark.parametrize("clouds", [0, 0.3])
@pytest.mark.parametrize(("factor", "words"), [(0.1, "x 10000"), (10, "x 10000"), (6.5535, "x 10000"), (1, None)])
def test_a_stack_of_another_scale_is_doubted(tmp_path, level, clouds, factor, words):
    names, numbers = ground(level, clouds)
    path = write(
        tmp_path / f"S2A_MSI{level}_stack.tif", (numbers * factor).clip(1, 65535).astype("uint16"), names=names
    )
    said = " ".join(doubts(open_product(path).granules[0], names, 10))
    assert words in said if words else not said


def test_dark_water_is_not_doubted_and_level_1c_without_its_air_is(tmp_path):
    names = ("B01", "B02", "B03", "B04", "B08", "B8A", "B11", "B12")
    draws = np.random.default_rng(5)
    toa, boa = (1100, 800, 500, 300, 150, 100, 50, 30), (300, 350, 250, 90, 30, 20, 9, 5)
    for level, dark, words in (("L1C", toa, ""), ("L2A", boa, ""), ("L1C", boa, "less than the air alone")):
        sea = np.stack([draws.integers(0.9 * band, 1.1 * band + 1, (SIDE, SIDE)) for band in dark]).astype("uint16")
        path = write(tmp_path / f"S2A_MSI{level}_stack.tif", sea, names=names)
        said = " ".join(doubts(open_product(path).granules[0], names, 10))
        assert words in said and bool(words) == bool(said)


@pytest.mark.parametrize(
    ("element", "value", "words"),
    [
        ("QUANTIFICATION_VALUE", "1000", "a quantification of 1000 and an offset of -1000 for B01"),
        ("RADIO_ADD_OFFSET", "0", "an offset of 0 for B01, where baseline 05.11 has 10000 and -1000"),
        ("RADIO_ADD_OFFSET", "-1000", ""),
    ],
)
def test_metadata_with_another_radiometry_than_its_baseline_is_told(simulated, tmp_path, element, value, words):
    product = shutil.copytree(simulated(size=120).path, tmp_path / "P.SAFE")
    path = product / "MTD_MSIL1C.xml"
    path.write_text(re.sub(rf"(<{element}[^>]*>)[-\d]+", rf"\g<1>{value}", path.read_text("utf-8")), "utf-8")
    said = " ".join(doubts(open_product(product).granules[0], ["B02"], 10))
    assert words in said and bool(words) == bool(said)


def test_a_raster_that_lies_nowhere_on_earth_is_refused(tmp_path):
    """Its numbers are what they should be; its place, which its provenance and STAC item would tell, is not."""
    far = Affine(10, 0, 1e300, 0, -10, 1e300)
    with pytest.raises(EngineError) as caught:
        open_product(write(tmp_path / "stack.tif", scene(least=20), transform=far))
    assert caught.value.code == "grid-mismatch" and "(1e+300, 1e+300) in EPSG:32631" in str(caught.value)


@every_chip
def test_no_real_chip_is_doubted(chip):
    (granule,) = open_product(chip).granules
    notes = doubts(granule, list(granule.bands), 10)
    assert not [note for note in notes if "CRS" not in note and "pixels are" not in note]


@pytest.mark.parametrize(("pixel", "doubted"), [(5, True), (5.2, False), (10, False), (19.8, False), (20, True)])
def test_pixels_of_half_or_twice_their_resolution_are_doubted(tmp_path, pixel, doubted):
    def said(metres, **place):
        transform = rasterio.Affine(pixel, 0, 500000, 0, -pixel, 4800000)
        (granule,) = open_product(write(tmp_path / "s.tif", scene(), transform=transform, **place)).granules
        granule = replace(granule, bands={name: replace(band, resolution=10) for name, band in granule.bands.items()})
        return [note for note in doubts(granule, BAND_IDS, metres) if "pixels are" in note and "not" in note]

    assert [f"its pixels are {pixel} m, not 10 m" in note for note in said(10)] == [True] * doubted
    assert said(None) == said(10) and [f"{2 * pixel} m, not 20 m" in note for note in said(20)] == [True] * doubted
    assert not said(10, crs=None)


def test_numbers_are_looked_at_from_edge_to_edge(tmp_path):
    rows, cols = np.mgrid[1:1001, 1:1001]
    numbers = (rows * 31 + cols).astype("uint16")
    with rasterio.open(tmp_path / "s.tif", "w", driver="GTiff", width=1000, height=1000, count=1, dtype="uint16",
                       **PLACE) as target:  # fmt: skip
        target.write(numbers, 1)
        target.set_band_description(1, "B02")
    (granule,) = open_product(tmp_path / "s.tif").granules
    found = sample(granule.bands["B02"])
    assert found.size == (6 * 48) ** 2 and {found.min(), found.max()} == {numbers.min(), numbers.max()}
    small = replace(granule.bands["B02"], width=100, height=288)
    assert sample(small).size == 100 * 288
    assert sample(replace(small, path=str(tmp_path / "none.tif"))).size == 0
