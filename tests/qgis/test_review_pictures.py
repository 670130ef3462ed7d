"""Pictures of a product built on the fly: the right bands, in their places, whatever the container."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from open_files import can_count, times_opened_by_threads

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def info(engine_python):
    """The engine's `product` event of a product."""

    def ask(path) -> dict:
        command = [engine_python, str(ROOT / "core" / "__main__.py"), "info", str(path), "--json"]
        return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    return ask


def value(layer, band, x, y) -> float:
    from qgis.core import QgsPointXY

    return layer.dataProvider().sample(QgsPointXY(x, y), band)[0]


@pytest.mark.parametrize("zipped", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["folder", "zip"])
def test_each_picture_shows_its_bands_at_their_own_resolution(qgis_app, simulated_product, info, tmp_path, zipped):
    from qgis.core import QgsRasterLayer

    from s2cloudmask.bridge.product_vrt import PICTURES, granules_from_event, picture_vrt

    source = Path(simulated_product)
    if zipped:
        source = Path(shutil.make_archive(str(tmp_path / source.name), "zip", source.parent, source.name))
    event = info(source)
    (granule,) = granules_from_event(event)
    left, bottom, right, top = granule.bounds
    for picture in PICTURES:
        path = tmp_path / f"{picture.name}.vrt"
        path.write_text(picture_vrt(granule, picture), encoding="utf-8")
        layer = QgsRasterLayer(str(path), picture.name)
        assert layer.isValid(), picture.name
        assert layer.crs().authid() == granule.crs
        assert layer.extent().xMinimum() == left and layer.extent().yMaximum() == top
        assert layer.width() == max(granule.bands[name].width for name in picture.bands)
        for number, name in enumerate(picture.bands, 1):
            band = QgsRasterLayer(re.sub(r"\{(.*?)\}", r"\1", granule.bands[name].path), name)
            assert band.isValid(), granule.bands[name].path
            for along, down in ((0.31, 0.33), (0.5, 0.7), (0.12, 0.9)):
                x, y = left + along * (right - left), top - down * (top - bottom)
                assert value(layer, number, x, y) == value(band, 1, x, y), (picture.name, name)


@pytest.mark.skipif(not can_count, reason="needs /proc to count open files")
def test_threads_one_after_the_other_decode_with_the_band_files_that_are_open(
    qgis_app, simulated_product, info, tmp_path
):
    """Each file that a thread opens for itself is decoded once more: 2.7 times the work of panning a review."""
    from s2cloudmask.bridge.product_vrt import TRUE_COLOUR, granules_from_event, picture_vrt

    (granule,) = granules_from_event(info(simulated_product))
    path = tmp_path / "picture.vrt"
    path.write_text(picture_vrt(granule, TRUE_COLOUR), encoding="utf-8")
    assert times_opened_by_threads(path, granule.bands["B04"].path) == 1


def test_level_2a_has_no_cirrus_picture(qgis_app, simulated_product, info):
    from s2cloudmask.bridge.product_vrt import CIRRUS, SWIR, granules_from_event

    event = info(simulated_product)
    event["granules"][0]["bands"] = [band for band in event["granules"][0]["bands"] if band["name"] != "B10"]
    (granule,) = granules_from_event(event)
    assert not granule.can_show(CIRRUS)
    assert granule.can_show(SWIR)


def test_the_stretch_counts_the_radiometric_offset_in(qgis_app, simulated_product, info):
    from s2cloudmask.bridge.product_vrt import granules_from_event

    event = info(simulated_product)
    (granule,) = granules_from_event(event)
    assert event["granules"][0]["bands"][3]["offset"] == -1000
    assert granule.bands["B04"].number_of(0.0) == 1000
    assert granule.bands["B04"].number_of(0.35) == 4500


def test_a_band_outside_the_product_is_refused(qgis_app, simulated_product, info):
    from s2cloudmask.bridge.product_vrt import granules_from_event

    event = info(simulated_product)
    event["granules"][0]["bands"][0]["path"] = "/etc/hostname"
    with pytest.raises(ValueError, match="does not lie in"):
        granules_from_event(event)
    with pytest.raises(ValueError, match="product event"):
        granules_from_event({"path": "/x"})


@pytest.mark.parametrize("kind", ["UInt16", "Float32"])
def test_a_stack_shows_its_bands_whatever_their_order_and_type(qgis_app, simulated_product, info, tmp_path, kind):
    from osgeo import gdal
    from qgis.core import QgsRasterLayer

    from s2cloudmask.bridge.product_vrt import SWIR, granules_from_event, picture_vrt

    names = ["B12", "B02", "B8A", "B03", "B04", "B08", "B11"]
    safe = {band["name"]: band["path"] for band in info(simulated_product)["granules"][0]["bands"]}
    warped = [gdal.Translate(f"/vsimem/{name}.tif", safe[name], width=360, height=360) for name in names]
    gdal.BuildVRT("/vsimem/stack.vrt", warped, options=gdal.BuildVRTOptions(separate=True))
    stack = gdal.Translate(str(tmp_path / "stack.tif"), "/vsimem/stack.vrt", outputType=getattr(gdal, f"GDT_{kind}"))
    for number, name in enumerate(names, 1):
        stack.GetRasterBand(number).SetDescription(name)
    stack = None
    event = info(tmp_path / "stack.tif")
    (granule,) = granules_from_event(event)
    path = tmp_path / "picture.vrt"
    path.write_text(picture_vrt(granule, SWIR), encoding="utf-8")
    layer = QgsRasterLayer(str(path), "picture")
    assert layer.isValid()
    source = QgsRasterLayer(str(tmp_path / "stack.tif"), "stack")
    centre = layer.extent().center()
    added = 1000 if kind == "Float32" else 0
    for number, name in enumerate(SWIR.bands, 1):
        wanted = value(source, names.index(name) + 1, centre.x(), centre.y())
        assert value(layer, number, centre.x(), centre.y()) == wanted + added
