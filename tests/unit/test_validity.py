"""Where a product says that it holds no data, in whichever way."""

import json
import re
import shutil
from dataclasses import replace

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.enums import ColorInterp

from s2cloudmask.core.products import quality
from s2cloudmask.core.products.doubts import doubts
from s2cloudmask.core.products.granule import Band
from s2cloudmask.core.products.grid import Grid, PixelWindow, product_grid
from s2cloudmask.core.products.metadata import BAND_IDS
from s2cloudmask.core.products.no_data import DATA, EMPTY, _tiles, is_blurred, seen, widened
from s2cloudmask.core.products.product import open_product
from s2cloudmask.core.products.reader import read_window
from s2cloudmask.core.simulation.eopf_zarr import write_zarr
from s2cloudmask.tests.faults.samples import write_band

SIDE = 96
PLACE = {"crs": "EPSG:32631", "transform": Affine(10, 0, 500000, 0, -10, 4800000)}


def scene(dtype="uint16", least=300):
    return np.random.default_rng(3).integers(least, 4000, (13, SIDE, SIDE)).astype(dtype)


def write(path, numbers, *, names=BAND_IDS, nodata=None, extra=(), **profile):
    count = len(numbers)
    with rasterio.open(
        path, "w", driver="GTiff", width=SIDE, height=SIDE, count=count, dtype=numbers.dtype, nodata=nodata,
        **{**PLACE, **profile},
    ) as target:  # fmt: skip
        target.write(numbers)
        for number, name in enumerate((*names, *extra), 1):
            target.set_band_description(number, name)
    return path


def gone_half():
    kept = np.full((SIDE, SIDE), 255, "uint8")
    kept[:, 50:] = 0
    kept[10:14, 10:14] = 0
    return kept


def internal(path, kept):
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True):
        write(path, scene())
        with rasterio.open(path, "r+") as target:
            target.write_mask(kept)


def beside(path, kept):
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=False):
        write(path, scene())
        with rasterio.open(path, "r+") as target:
            target.write_mask(kept)
    assert path.with_name(path.name + ".msk").exists()


def alpha(path, kept):
    write(path, np.concatenate([scene(), np.where(kept, 65535, 0)[None].astype("uint16")]))
    with rasterio.open(path, "r+") as target:
        target.colorinterp = [ColorInterp.gray, *[ColorInterp.undefined] * 12, ColorInterp.alpha]


def half_transparent(path, kept):
    write(path, np.concatenate([scene(), np.where(kept, 40, 0)[None].astype("uint16")]))
    with rasterio.open(path, "r+") as target:
        target.colorinterp = [ColorInterp.gray, *[ColorInterp.undefined] * 12, ColorInterp.alpha]


def data_mask(path, kept):
    write(path, np.concatenate([scene(), (kept > 0)[None].astype("uint16")]), extra=["dataMask"])


def no_data_value(path, kept):
    write(path, np.where(kept, scene(), 65535).astype("uint16"), nodata=65535)


def not_a_number(path, kept):
    write(path, np.where(kept, scene("float32") / 10000, np.nan).astype("float32"))


def negative(path, kept):
    write(path, np.where(kept, scene("int16"), -9999).astype("int16"), nodata=-9999)


def impossible_value(path, kept):
    """A no-data value that the type cannot hold declares nothing: 0 stays no data."""
    write(path, np.where(kept, scene(), 0).astype("uint16"))
    with rasterio.Env(GDAL_PAM_ENABLED="NO"), rasterio.open(path, "r+") as target:
        target.update_tags(nodata_of_the_maker="-9999")


def mask_of_floats(path, kept):
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True):
        write(path, scene("float32") / np.float32(10000))
        with rasterio.open(path, "r+") as target:
            target.write_mask(kept)


def mask_and_scale(path, kept):
    internal(path, kept)
    with rasterio.open(path, "r+") as target:
        target.scales, target.offsets = [0.0001] * 13, [-0.01] * 13


WAYS = [
    internal, beside, alpha, half_transparent, data_mask, no_data_value, not_a_number, negative, impossible_value,
    mask_of_floats, mask_and_scale,
]  # fmt: skip


@pytest.mark.parametrize(
    ("way", "metres"),
    [
        *((way, 10) for way in WAYS),
        *(pytest.param(way, 20, marks=() if way in (alpha, negative) else pytest.mark.slow) for way in WAYS),
    ],
    ids=lambda value: getattr(value, "__name__", str(value)),
)
def test_every_way_a_stack_declares_no_data_is_read(tmp_path, way, metres):
    kept, path = gone_half(), tmp_path / "S2A_stack.tif"
    way(path, kept)
    (granule,) = open_product(path).granules
    with rasterio.Env(GDAL_DISABLE_READDIR_ON_OPEN="EMPTY_DIR", GDAL_PAM_ENABLED="NO"):
        values, valid = read_window(granule, BAND_IDS, product_grid(granule, metres))
    step = metres // 10
    expected = (kept.reshape(SIDE // step, step, SIDE // step, step) > 0).all((1, 3))
    assert np.array_equal(valid, expected)
    if metres == 10:
        shift = 0.01 if way is mask_and_scale else 0
        assert np.allclose(values[:, valid], (scene() / 10000)[:, valid] - shift, atol=1.1e-4)


def quality_mask(product, band, layers, side):
    folder = next(product.rglob("QI_DATA"))
    like = next(path for path in product.rglob(f"*_{band}.jp2") if "IMG_DATA" in str(path))
    with rasterio.open(like) as dataset:
        place = {"crs": dataset.crs, "transform": dataset.transform @ rasterio.Affine.scale(dataset.width / side)}
    numbers = np.zeros((8, side, side), "uint8")
    for layer, (rows, cols) in layers.items():
        numbers[layer - 1, rows, cols] = 1
    with rasterio.open(
        folder / f"MSK_QUALIT_{band}.jp2", "w", driver="JP2OpenJPEG", count=8, width=side, height=side, dtype="uint8",
        QUALITY=100, REVERSIBLE="YES", **place,
    ) as target:  # fmt: skip
        target.write(numbers)


@pytest.fixture
def lossy(simulated, tmp_path):
    product = shutil.copytree(simulated(valid_share=1).path, tmp_path / "lossy.SAFE")
    quality_mask(product, "B04", {3: (slice(60, 120), slice(0, 180)), 4: (slice(300, 330), slice(0, 360))}, 360)
    quality_mask(product, "B11", {5: (slice(0, 9), slice(0, 9)), 7: (slice(0, 9), slice(0, 9))}, 180)
    return product


@pytest.mark.parametrize("metres", [10, 20, 60])
def test_lost_packets_are_no_data_and_degraded_ones_are_told(lossy, metres):
    (granule,) = open_product(lossy).granules
    _, valid = read_window(granule, ["B02", "B04", "B11"], product_grid(granule, metres))
    step = metres // 10
    expected = np.ones((360 // step, 360 // step), bool)
    expected[60 // step : 120 // step, : 180 // step] = False
    assert np.array_equal(valid, expected)
    said = " ".join(doubts(granule, ["B02", "B04", "B11"], metres))
    assert re.search(r"8\.33 %|8\.33%", said) and "degraded" in said and "lost" in said
    assert not doubts(granule, ["B02", "B11"], metres), "defective pixels are filled and cross-talk is small"


def test_a_quality_mask_that_cannot_be_read_is_told(lossy):
    next(lossy.rglob("MSK_QUALIT_B04.jp2")).write_bytes(b"404")
    (granule,) = open_product(lossy).granules
    assert any("cannot be read" in note for note in doubts(granule, ["B04"], 20))


@pytest.mark.parametrize("strip", [1024, 70])
@pytest.mark.parametrize("placed", [True, False])
def test_a_large_mask_is_read_where_the_metadata_states_degraded_data(lossy, tmp_path, monkeypatch, strip, placed):
    (granule,) = open_product(lossy).granules
    granule = replace(granule, degraded=0.01)
    if not placed:  # it lies over all of the granule
        with (
            rasterio.open(granule.quality["B04"]) as source,
            rasterio.open(
                tmp_path / "bare.tif", "w", driver="GTiff", count=8, dtype="uint8", width=360, height=360
            ) as target,
        ):
            target.write(source.read())
        granule = replace(granule, quality={"B04": str(tmp_path / "bare.tif")})
    monkeypatch.setattr(quality, "STRIP", strip)
    monkeypatch.setattr(quality, "SMALL", 360 * 360)
    for stated in (0.0, 0.02):
        found = quality.quality_of(replace(granule, degraded=stated), ("B04",))
        assert np.argwhere(found.lost).tolist() == [[row, col] for row in range(10, 20) for col in range(30)]
        assert found.degraded_share == pytest.approx(5 / 60)
    monkeypatch.setattr(quality, "SMALL", 360 * 360 - 1)
    quality._read.cache_clear()
    assert quality.quality_of(replace(granule, degraded=0.009), ("B04",)).lost is None
    for stated in (0.01, None):
        assert quality.quality_of(replace(granule, degraded=stated), ("B04",)).lost.sum() == 300


def test_a_lone_pixel_of_a_mask_that_is_not_large_is_seen(simulated, tmp_path):
    (granule,) = open_product(simulated(valid_share=1).path).granules
    numbers = np.zeros((8, 1500, 1500), "uint8")
    numbers[2, 1027, 2] = 1
    with rasterio.open(
        tmp_path / "m.tif", "w", driver="GTiff", count=8, dtype="uint8", width=1500, height=1500, compress="deflate"
    ) as target:
        target.write(numbers)
    found = quality.quality_of(replace(granule, quality={"B04": str(tmp_path / "m.tif")}), ("B04",))
    assert np.argwhere(found.lost).tolist() == [[41, 0]]


TECQUA = """<eop:Mask xmlns:eop="http://www.opengis.net/eop/2.0" xmlns:gml="http://www.opengis.net/gml/3.2">
  <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG:8.7:{code}"/></gml:boundedBy><eop:maskMembers>{features}
</eop:maskMembers></eop:Mask>"""
FEATURE = """<eop:MaskFeature><eop:maskType codeSpace="urn:gs2:S2PDGS:maskType">{kind}</eop:maskType><eop:extentOf>
  <gml:Polygon><gml:exterior><gml:LinearRing><gml:posList srsDimension="2">{points}</gml:posList></gml:LinearRing>
  </gml:exterior></gml:Polygon></eop:extentOf></eop:MaskFeature>"""


def technical_mask(product, band, polygons, code=None):
    """MSK_TECQUA of a band; polygons: (type, rows, cols) as slices of pixels of 10 m."""
    like = next(path for path in product.rglob(f"*_{band}.jp2") if "IMG_DATA" in str(path))
    features = []
    with rasterio.open(like) as dataset:
        place = dataset.transform @ rasterio.Affine.scale(dataset.width / 360)
        code = code or dataset.crs.to_epsg()
    for kind, rows, cols in polygons:
        corners = [(cols.start, rows.start), (cols.stop, rows.start), (cols.stop, rows.stop), (cols.start, rows.stop)]
        points = " ".join(f"{x} {y}" for x, y in (place @ corner for corner in [*corners, corners[0]]))
        features.append(FEATURE.format(kind=kind, points=points))
    text = TECQUA.format(code=code, features="".join(features))
    (next(product.rglob("QI_DATA")) / f"MSK_TECQUA_{band}.gml").write_text(text, "utf-8")


@pytest.mark.parametrize("packed", [False, True])
def test_polygons_of_lost_packets_before_baseline_4_are_no_data(simulated, tmp_path, packed):
    product = shutil.copytree(simulated(valid_share=1, baseline="02.06").path, tmp_path / "lossy.SAFE")
    inner = slice(61, 119), slice(1, 179)  # all cells of 60 m that they touch are lost
    technical_mask(product, "B04", [("MSI_LOST", *inner), ("MSI_DEG", slice(300, 330), slice(0, 360))])
    technical_mask(product, "B11", [("ANC_LOST", slice(0, 90), slice(0, 90))])
    if packed:
        product = shutil.make_archive(str(tmp_path / "lossy"), "zip", tmp_path, "lossy.SAFE")
    (granule,) = open_product(product).granules
    _, valid = read_window(granule, ["B02", "B04", "B11"], product_grid(granule, 20))
    expected = np.ones((180, 180), bool)
    expected[30:60, :90] = False
    assert np.array_equal(valid, expected)
    said = " ".join(doubts(granule, ["B02", "B04", "B11"], 20))
    assert "8.33%" in said and "degraded" in said and "lost" in said
    small = quality.quality_of(replace(granule, degraded=0.0), ("B04",))
    assert small.lost_share == pytest.approx(1 / 12), "polygons here are read whatever the metadata states"


@pytest.mark.parametrize("code", [32632, None])
def test_polygons_that_cannot_be_read_are_told(simulated, tmp_path, code):
    product = shutil.copytree(simulated(baseline="02.06").path, tmp_path / "lossy.SAFE")
    technical_mask(product, "B04", [("MSI_LOST", slice(0, 9), slice(0, 9))], code)
    if code is None:
        next(product.rglob("MSK_TECQUA_B04.gml")).write_text("404")
    (granule,) = open_product(product).granules
    assert any("B04 cannot be read" in note for note in doubts(granule, ["B04"], 20))


@pytest.mark.parametrize("zarr_format", [pytest.param(2, marks=pytest.mark.slow), 3])
def test_lost_packets_in_zarr_are_no_data_as_in_safe(lossy, tmp_path, zarr_format):
    (granule,) = open_product(lossy).granules
    write_zarr(granule, tmp_path / "lossy.zarr", zarr_format=zarr_format)
    (other,) = open_product(tmp_path / "lossy.zarr").granules
    bands = ["B02", "B04", "B11"]
    for one, two in zip(*(read_window(part, bands, product_grid(part, 20)) for part in (granule, other)), strict=True):
        assert np.array_equal(one, two)
    told = [
        [note.partition(": ")[2].replace(name, "") for note in doubts(part, bands, 20)]
        for part, name in ((granule, "MSK_QUALIT"), (other, "quality/mask"))
    ]
    assert told[0] == told[1] and len(told[0]) == 2
    described = tmp_path / f"lossy.zarr/quality/mask/r10m/b04/{'.zattrs' if zarr_format == 2 else 'zarr.json'}"
    facts = json.loads(described.read_text())
    named = facts.get("attributes", facts)
    named["flag_meanings"] = named["flag_meanings"][1:]
    described.write_text(json.dumps(facts))
    quality._read.cache_clear()
    (other,) = open_product(tmp_path / "lossy.zarr").granules
    assert quality.quality_of(other, ("B04",)).unread == ("B04",), "flags that have no bit each are not guessed"


@pytest.mark.parametrize(
    ("baseline", "constant"),
    [
        pytest.param("05.11", 1, marks=pytest.mark.slow),
        pytest.param("05.11", 1001, marks=pytest.mark.slow),
        pytest.param("02.12", 1, marks=pytest.mark.slow),
        ("02.12", 40),
    ],
)
def test_the_flat_edge_of_level_2a_is_no_data(simulated, tmp_path, baseline, constant):
    product = shutil.copytree(simulated(level="L2A", baseline=baseline, valid_share=1).path, tmp_path / "flat.SAFE")
    for path in product.rglob("*_B*_?0m.jp2"):

        def edge(numbers):
            numbers[:, :, : numbers.shape[2] // 6] = constant
            return numbers

        write_band(path, edge)
    (granule,) = open_product(product).granules
    _, valid = read_window(granule, ["B02", "B03", "B04", "B8A", "B11"], product_grid(granule, 20))
    assert not valid[:, :29].any() and valid[:, 30:].all()  # a lower level mixes the last column


def as_geotiff(band, dtype, fill, nodata=None, masked=False):
    """A band as someone converted it: its right half is `fill`."""
    with rasterio.open(band) as source:
        numbers, place = source.read().astype("int32"), {"crs": source.crs, "transform": source.transform}
    numbers[:, :, numbers.shape[2] // 2 :] = fill
    path = band.with_suffix(".tif")
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True), rasterio.open(
        path, "w", driver="GTiff", count=1, dtype=dtype, nodata=nodata, height=numbers.shape[1],
        width=numbers.shape[2], **place,
    ) as target:  # fmt: skip
        target.write(numbers.astype(dtype))
        if masked:
            kept = np.full(numbers.shape[1:], 255, "uint8")
            kept[:, kept.shape[1] // 2 :] = 0
            target.write_mask(kept)
    band.unlink()


@pytest.mark.parametrize(
    ("dtype", "fill", "how"),
    [
        ("uint16", 65535, {"nodata": 65535}),
        ("int16", -9999, {"nodata": -9999}),
        ("int16", -9999, {}),
        ("int16", -32768, {"nodata": -32768}),
        ("uint16", 4000, {"masked": True}),
    ],
)
def test_bands_of_a_product_that_were_converted_keep_their_no_data(simulated, tmp_path, dtype, fill, how):
    product = shutil.copytree(simulated(valid_share=1).path, tmp_path / "P.SAFE")
    for band in list(product.rglob("IMG_DATA/*_B*.jp2")):
        as_geotiff(band, dtype, fill, **how)
    (granule,), (whole,) = open_product(product).granules, open_product(simulated(valid_share=1).path).granules
    grid = product_grid(granule, 10)
    (numbers, valid), (wanted, _) = (read_window(one, ["B02", "B8A"], grid) for one in (granule, whole))
    half = grid.width // 2
    assert valid[:, :half].all() and not valid[:, half + 1 :].any()
    assert np.array_equal(numbers[:, :, :half], wanted[:, :, :half])


def test_a_converted_band_with_numbers_a_little_below_zero_holds_data_there(simulated, tmp_path):
    product = shutil.copytree(simulated(valid_share=1).path, tmp_path / "P.SAFE")
    for band in list(product.rglob("IMG_DATA/*_B*.jp2")):
        as_geotiff(band, "int16", -30)
    (granule,) = open_product(product).granules
    reflectance, valid = read_window(granule, ["B04"], product_grid(granule, 10))
    assert valid.all() and (reflectance[0, :, -5:] == 0).all()


@pytest.mark.parametrize(("offset", "last"), [(0.0, 100), (-1000.0, 1100)])
def test_one_small_number_in_all_bands_is_no_data_up_to_a_hundredth(offset, last):
    place = rasterio.Affine(10, 0, 0, 0, -10, 0)
    bands = [Band(name, "x", 10, 4, 1, place, "", offset, 10000, flat_edge=True) for name in ("B02", "B03", "B04")]
    grid = Grid("", place, 4, 1, 10)
    raw = np.array([[[last, last + 1, 0, last]]] * 3, np.uint16)
    raw[2, 0, 3] -= 1
    assert seen(raw, bands, grid).tolist() == [[EMPTY, DATA, EMPTY, DATA]]
    ground = [replace(band, flat_edge=False) for band in bands]
    assert seen(raw, ground, grid).tolist() == seen(raw[:2], bands[:2], grid).tolist() == [[DATA, DATA, EMPTY, DATA]]


def test_all_pixels_that_touch_a_lost_cell_are_lost():
    lost = np.zeros((2, 3), bool)
    lost[1, 2] = lost[0, 1] = True
    grid = Grid("", rasterio.Affine(1, 0, 0, 0, -1, 0), 10, 8, 10)
    there = quality.present(quality.Quality(lost), grid, PixelWindow(2, 4, 6, 6))
    expected = np.ones((6, 6), bool)
    expected[2:, 2:] = expected[:2, :3] = False  # a cell is 4 rows and 3.33 columns: column 6 touches two of them
    assert np.array_equal(there, expected)
    assert quality.present(quality.Quality(), grid, PixelWindow(2, 4, 6, 6)) is None


def test_widening_reaches_as_many_rows_and_columns_as_asked():
    mask = np.zeros((7, 9), bool)
    mask[3, 4] = True
    for cells in (0, 1, 2):
        expected = np.zeros_like(mask)
        expected[3 - cells : 4 + cells, 4 - cells : 5 + cells] = True
        assert np.array_equal(widened(mask, cells), expected)
    assert widened(mask, 20).all() and mask.sum() == 1


def band(path, resolution=10):
    place = Affine(resolution, 0, 500000, 0, -resolution, 4800000)
    return Band("B04", path, resolution, 600 // resolution, 600 // resolution, place, "EPSG:32631", 0.0, 10000.0)


@pytest.mark.parametrize(
    "path, blurred",
    [
        ("B04.jp2", True),
        ("/vsizip/{product.zip}/B04.JP2", True),
        ("https://a.example/B04.jp2?signature=x.tif", True),
        ("B04.tif", False),
        ("https://a.example/B04.tif?signature=x.jp2", False),
    ],
)
def test_the_levels_of_jpeg_2000_alone_blur_no_data(path, blurred):
    grid = Grid("EPSG:32631", Affine(60, 0, 500000, 0, -60, 4800000), 10, 10, 60)
    assert is_blurred(band(path), grid) is blurred
    assert not is_blurred(band(path, 60), grid), "read as it is"
    assert not band(path).flat_edge, "of Level-2A only"


def test_a_window_far_into_a_file_meets_its_own_tiles_only():
    """Cells 60 to 79 of 120 over a file of 1200 pixels in tiles of 256: pixels 600 to 799."""
    first, second = _tiles(60, 20, 120, 1200, 256)
    assert (first.first, first.count, first.cells) == (600, 168, slice(0, 17))
    assert (second.first, second.count, second.cells) == (768, 32, slice(16, 20))
