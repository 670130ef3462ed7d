"""EOPF Zarr: a product like any other, in both formats and in a zip; where it lies, its numbers, what is refused."""

import json
import shutil
import zipfile
from pathlib import Path

import numpy as np
import pytest
import rasterio

from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.othermasks.own_mask import choose_own_mask, own_mask_rows
from s2cloudmask.core.products.grid import PixelWindow, product_grid
from s2cloudmask.core.products.product import open_product
from s2cloudmask.core.products.reader import read_footprint, read_window
from s2cloudmask.core.simulation.eopf_zarr import write_zarr
from s2cloudmask.core.system.wavelet import levels, lower_level

B04 = "measurements/reflectance/r10m/b04"


@pytest.fixture(scope="module")
def safe(simulated):
    return open_product(simulated(size=366, seed=3).path).granules[0]


@pytest.fixture(scope="module", params=["folder", "format 3", "zip", "zip without a folder"])
def store(request, safe, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("zarr")
    path = folder / f"{safe.name}.zarr"
    write_zarr(safe, path, zarr_format=3 if request.param == "format 3" else 2)
    if not request.param.startswith("zip"):
        return path
    packed = folder / f"{safe.name}.zarr.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for file in sorted(file for file in path.rglob("*") if file.is_file()):
            archive.write(file, file.relative_to(folder if request.param == "zip" else path))
    return packed


@pytest.fixture
def copy(simulated, tmp_path) -> Path:
    path = simulated(size=366, seed=3, layout="zarr").path
    return Path(shutil.copytree(path, tmp_path / path.name))


def change(path: Path, name: str, **values) -> None:
    """Change attributes of an array or group; None takes one away."""
    file = path / name / ".zattrs"
    facts = json.loads(file.read_text("utf-8")) | values
    file.write_text(json.dumps({key: value for key, value in facts.items() if value is not None}), "utf-8")


def refused(path: Path, code: str) -> str:
    with pytest.raises(EngineError) as caught:
        granule = open_product(path).granules[0]
        read_window(granule, ["B04"], product_grid(granule, 20))
    assert caught.value.code == code, caught.value.message
    assert str(path) in caught.value.message and caught.value.message.endswith(".")
    return caught.value.message


def test_it_tells_of_itself_what_the_safe_tells(store, safe):
    product = open_product(store)
    (granule,) = product.granules
    assert product.name == granule.name == safe.name and product.path == str(store)
    for fact in ("mission", "level", "tile", "baseline", "sensing_time", "crs"):
        assert getattr(granule, fact) == getattr(safe, fact), fact
    for name, band in safe.bands.items():
        mine = granule.bands[name]
        assert (mine.offset, mine.quantification, mine.transform) == (band.offset, band.quantification, band.transform)
        assert (mine.width, mine.height, mine.resolution) == (band.width, band.height, band.resolution)


@pytest.fixture(scope="module")
def numbers(safe):
    """Reflectance and validity of the SAFE: of a part of each grid."""
    grids = [product_grid(safe, resolution) for resolution in (10, 20, 30, 60)]
    parts = [(grid, PixelWindow(7, grid.width // 2, grid.height // 2, grid.width // 2)) for grid in grids]
    return [(grid, part, read_window(safe, list(safe.bands), grid, part)) for grid, part in parts]


def test_its_numbers_are_those_of_the_safe_on_every_grid(store, safe, numbers):
    (granule,) = open_product(store).granules
    for grid, part, wanted in numbers:
        found = read_window(granule, list(safe.bands), grid, part)
        assert (wanted[0] == found[0]).all() and (wanted[1] == found[1]).all()
    assert (read_footprint(granule, ["B01", "B02"]) == read_footprint(safe, ["B01", "B02"])).all()


def test_its_mask_is_that_of_the_safe(simulated, masks, tmp_path):
    made = []
    for layout in ("safe", "zarr"):
        run = masks(simulated(size=366, seed=3, layout=layout).path, out=tmp_path / layout)
        with rasterio.open(run.of("result")[0]["mask"]) as mask:
            made.append((mask.read(1), mask.transform, mask.crs, mask.tags() | {"PRODUCT": ""}))
    assert (made[0][0] == made[1][0]).all() and made[0][1:] == made[1][1:]
    assert len(np.unique(made[0][0])) > 2


def test_it_is_the_same_product_wherever_it_lies(safe, tmp_path):
    write_zarr(safe, tmp_path / "a.zarr")
    shutil.copytree(tmp_path / "a.zarr", tmp_path / "b.zarr")
    first, copied = (open_product(tmp_path / name).granules[0].identity for name in ("a.zarr", "b.zarr"))
    change(tmp_path / "b.zarr", B04, add_offset=-0.05)
    assert first == copied != open_product(tmp_path / "b.zarr").granules[0].identity


def test_level_2a_and_its_scene_classification(simulated, tmp_path):
    safe = open_product(simulated(size=366, seed=3, level="L2A").path).granules[0]
    write_zarr(safe, tmp_path / "a.zarr", zarr_format=3)
    (granule,) = open_product(tmp_path / "a.zarr").granules
    assert granule.level == "L2A" and granule.missing == () and list(granule.bands) == list(safe.bands)
    assert [mask.kind for mask in granule.own_masks] == ["classi", "scl"]
    for kind in ("classi", "scl"):
        grid = product_grid(safe, 20)
        wanted, found = (
            np.concatenate(list(own_mask_rows(one, choose_own_mask(one, kind), grid))) for one in (safe, granule)
        )
        assert (wanted == found).all() and len(np.unique(wanted)) > 2


def test_reflectance_is_what_each_array_says_of_itself(copy):
    change(copy, B04, add_offset=-0.05, scale_factor=0.0002)
    change(copy, "measurements/reflectance/r20m/b05", add_offset=-0.07)
    bands = open_product(copy).granules[0].bands
    assert (bands["B04"].offset, bands["B04"].quantification) == (-250.0, 5000.0)
    assert (bands["B05"].offset, bands["B03"].offset) == (-700.0, -1000.0)
    for wrong in (None, 0, 1, "0.0001", float("nan"), -0.0001):
        change(copy, B04, scale_factor=wrong)
        assert "scale_factor" in refused(copy, "broken-metadata")


def test_arrays_without_an_add_offset_have_the_one_that_their_numbers_hold(copy):
    for file in copy.rglob("reflectance/r*/b*/.zattrs"):
        said = json.loads(file.read_text())
        file.write_text(json.dumps({key: value for key, value in said.items() if key != "add_offset"}))
    (granule,) = open_product(copy).granules
    assert {band.offset for band in granule.bands.values()} == {-1000}
    assert "its arrays state no add_offset; the numbers show" in granule.notes[0]


def test_without_consolidated_metadata_and_with_the_coordinates_alone(copy, safe):
    (copy / ".zmetadata").unlink()
    for band in safe.bands.values():
        name = f"measurements/reflectance/r{band.resolution}m/{band.name.lower()}"
        change(copy, name, **{"proj:transform": None, "proj:shape": None, "proj:epsg": None})
    facts = json.loads((copy / ".zattrs").read_text("utf-8"))
    del facts["stac_discovery"]["properties"]["proj:code"], facts["stac_discovery"]["properties"]["proj:bbox"]
    (copy / ".zattrs").write_text(json.dumps(facts), "utf-8")
    bands = open_product(copy).granules[0].bands
    assert all(
        (bands[name].transform, bands[name].crs) == (band.transform, band.crs) for name, band in safe.bands.items()
    )
    del facts["other_metadata"]["horizontal_CRS_code"]
    (copy / ".zattrs").write_text(json.dumps(facts), "utf-8")
    assert "tell where it lies" in refused(copy, "broken-metadata")


@pytest.mark.parametrize(("shift", "found"), [(-5, 0), (600, 600)])
def test_coordinates_are_centres_unless_the_attributes_say_corners_but_win_where_a_product_was_cut(copy, shift, found):
    """A coordinate of corners lies half a pixel off the stated corner; one of a cut product wherever the cut began."""
    import zarr

    for metres in (10, 20, 60):
        group = zarr.open_group(str(copy / f"measurements/reflectance/r{metres}m"), mode="r+")
        group["x"][:] = group["x"][:] + (shift if shift > 0 else -metres // 2)
    granule = open_product(copy).granules[0]
    assert {band.transform.c for band in granule.bands.values()} == {300000.0 + found}


@pytest.mark.parametrize(
    "inside",
    [
        ".zattrs",
        pytest.param(".zmetadata", marks=pytest.mark.slow),
        pytest.param(".zgroup", marks=pytest.mark.slow),
        pytest.param(B04, marks=pytest.mark.slow),
        f"{B04}/.zarray",
        pytest.param("measurements", marks=pytest.mark.slow),
    ],
)
def test_its_metadata_stands_for_the_product(copy, safe, inside):
    assert open_product(copy / inside).name == safe.name


@pytest.mark.parametrize("kind", ["S03OLCEFR", "S01SIWGRD", "S02MSIL1B"])
def test_another_eopf_product_is_named(copy, kind):
    facts = json.loads((copy / ".zattrs").read_text("utf-8"))
    facts["stac_discovery"]["properties"]["product:type"] = kind
    (copy / ".zattrs").write_text(json.dumps(facts), "utf-8")
    assert kind in refused(copy, "not-a-product")
    shutil.rmtree(copy / "measurements/reflectance")
    assert kind in refused(copy, "not-a-product")


def test_a_store_that_is_no_product_is_named(tmp_path):
    import zarr

    zarr.create_group(str(tmp_path / "cube.zarr"), zarr_format=3).create_array("rain", shape=(4, 4), dtype="float32")
    assert "Zarr store" in refused(tmp_path / "cube.zarr", "not-a-product")


@pytest.mark.parametrize(
    "attributes",
    ["", "[]", "{", '{"stac_discovery": 3}', '{"stac_discovery": {"properties": {"platform": "SENTINEL-3A"}}}'],
)
def test_broken_attributes_are_refused(copy, attributes):
    (copy / ".zattrs").write_text(attributes, "utf-8")
    refused(copy, "broken-metadata")


@pytest.mark.parametrize(
    "change_array",
    [
        {"dtype": "<f4"},
        {"filters": [{"id": "pickle", "protocol": 5}]},
        {"compressor": {"id": "jpeg2k"}},
        {"fill_value": 7},
        {"shape": [60000, 60000]},
        {"shape": [300, 366]},
        {"chunks": [9000, 9000], "shape": [9000, 9000]},
        {"shape": [366]},
        {"zarr_format": 9},
    ],
    ids=lambda value: next(iter(value)),
)
def test_an_array_of_another_kind_is_refused(copy, change_array):
    file = copy / B04 / ".zarray"
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | change_array), "utf-8")
    with pytest.raises(EngineError) as caught:
        open_product(copy)
    assert caught.value.code in ("broken-band", "grid-mismatch"), caught.value.message


def test_a_broken_chunk_is_an_error_and_no_mask_of_something_else(copy):
    chunk = copy / B04 / "0.0"
    data = chunk.read_bytes()
    for broken in (data[: len(data) // 2], b"", b"\0" * len(data)):
        chunk.write_bytes(broken)
        refused(copy, "broken-band")


def test_a_chunk_that_only_one_band_lacks_is_a_download_that_broke_off(copy):
    (copy / B04 / "0.0").unlink()
    assert "B04" in refused(copy, "broken-band")


def test_what_no_band_holds_is_no_data(copy):
    for chunk in copy.glob("measurements/reflectance/*/b*/0.0"):
        chunk.unlink()
    granule = open_product(copy).granules[0]
    assert not read_window(granule, ["B02", "B04"], product_grid(granule, 20))[1].any()


@pytest.mark.parametrize(("height", "width"), [(360, 360), (1100, 300), (256, 129), (549, 549), (130, 1200)])
def test_a_lower_level_is_what_a_decoder_of_jpeg_2000_gives(tmp_path, height, width):
    random = np.random.default_rng(4)
    numbers = (random.integers(0, 65536, (height, width)) * (random.random((height, width)) > 0.2)).astype(np.uint16)
    path = tmp_path / "a.jp2"
    options = {
        "QUALITY": 100,
        "REVERSIBLE": "YES",
        "YCC": "NO",
        "BLOCKXSIZE": 1024,
        "BLOCKYSIZE": 1024,
        "RESOLUTIONS": 6,
    }
    with rasterio.open(
        path, "w", driver="JP2OpenJPEG", height=height, width=width, count=1, dtype="uint16", **options
    ) as image:
        image.write(numbers, 1)
    with rasterio.open(path) as image:
        assert len(image.overviews(1)) == levels(height, width)
    for level in range(min(3, levels(height, width))):
        with rasterio.open(path, overview_level=level) as image:
            tiles = [
                [lower_level(numbers[row : row + 1024, col : col + 1024], level + 1) for col in range(0, width, 1024)]
                for row in range(0, height, 1024)
            ]
            assert (image.read(1) == np.block(tiles)).all()


@pytest.mark.slow
def test_the_real_products_mask_alike_as_zarr(shared, tmp_path):
    for path in sorted((shared / "data").glob("S2A_MSIL1C_2024*.zip")):
        granule = open_product(path).granules[0]
        write_zarr(granule, tmp_path / f"{granule.name}.zarr")
        (again,) = open_product(tmp_path / f"{granule.name}.zarr").granules
        grid = product_grid(granule, 20)
        wanted, found = (read_window(one, list(granule.bands), grid) for one in (granule, again))
        assert (wanted[0] == found[0]).all() and (wanted[1] == found[1]).all()


def test_arrays_without_their_own_metadata_are_told(simulated, tmp_path):
    store = shutil.copytree(simulated(layout="zarr").path, tmp_path / "P.zarr")
    for name in (".zarray", ".zattrs", ".zgroup"):
        for file in store.rglob(name):
            file.unlink()
    with pytest.raises(EngineError, match=r"not what describes them: \.zarray .* hidden files") as caught:
        open_product(store)
    assert caught.value.code == "broken-metadata"
