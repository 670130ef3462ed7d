"""The algorithms and models after the mask, in QGIS and by `qgis_process`, with the real engine."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsTemporalNavigationObject,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QDateTime, QSize
from qgis.PyQt.QtGui import QColor


def run(name: str, **parameters) -> dict:
    import processing

    return processing.run(f"s2cloudmask:{name}", parameters, feedback=QgsProcessingFeedback())


def values(**parameters) -> list[str]:
    return ["--", *(f"{name}={value}" for name, value in parameters.items())]


@pytest.fixture(scope="session")
def place(make_products, once, engine):
    """A folder of two products, one broken; a folder of the masks of both with confidence; polygons on them."""

    def fill(top: Path) -> None:
        same = {"folder": top / "products", "size": 300, "cloud_share": 0.4}
        second = {**same, "seed": 4, "time": "20240720T105031", "baseline": "02.06"}
        products = make_products({**same, "seed": 3}, second)
        broken = top / "products" / "S2A_MSIL1C_20240725T105031_N0511_R051_T31TCJ_20240725T105031.SAFE"
        broken.mkdir()
        (broken / "MTD_MSIL1C.xml").write_text("<broken")
        options = ["--out", top / "masks", "--resolution", 60, "--model", "ukis_l1c", "--confidence"]
        engine(["mask", *products, *options])

    top = once("place", fill)
    mask = next((top / "masks").glob("*_cloudmask.tif"))
    return top / "products", top / "masks", mask, QgsRasterLayer(str(mask), "mask").extent()


def parcels(extent: QgsRectangle) -> QgsVectorLayer:
    """A layer in memory: two squares in the place."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:32631&field=name:string", "parcels", "memory")
    for number in (1, 2):
        corner = extent.xMinimum() + 700 * number, extent.yMaximum() - 700 * number
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(corner[0], corner[1] - 400, corner[0] + 400, corner[1])))
        feature.setAttributes([f"parcel {number}"])
        layer.dataProvider().addFeature(feature)
    return layer


def settings_for(layer: QgsRasterLayer) -> QgsMapSettings:
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setExtent(layer.extent())
    settings.setDestinationCrs(layer.crs())
    settings.setOutputSize(QSize(100, 100))
    settings.setBackgroundColor(QColor("white"))
    return settings


def test_a_composite_of_a_folder_with_its_receipt_and_style(provider, with_engine, place, tmp_path):
    folder, masks, _, _ = place
    context, project = QgsProcessingContext(), QgsProject()
    context.setProject(project)
    output = str(tmp_path / "c.tif")
    context.addLayerToLoadOnCompletion(output, QgsProcessingContext.LayerDetails("layer", project, "OUTPUT"))
    feedback = QgsProcessingFeedback()
    parameters = {"FOLDER": str(folder), "MASKS": str(masks), "METHOD": "latest", "RESOLUTION": "60", "OUTPUT": output}
    results, good = provider.algorithm("composite").run(parameters, context, feedback)
    assert good, feedback.textLog()
    assert "20240725T105031" in feedback.textLog()  # the broken one is named
    assert results["FILLED_PERCENT"] > 5 and results["DAYS"] in (1, 2)
    layer = QgsRasterLayer(output, "composite")
    layer.setRenderer(None)
    context.layerToLoadOnCompletionDetails(output).postProcessor().postProcessLayer(layer, context, feedback)
    assert layer.renderer().type() == "multibandcolor" and layer.renderer().redBand() == 1
    job = QgsMapRendererSequentialJob(settings_for(layer))
    job.start()
    job.waitForFinished()
    picture = job.renderedImage()
    shades = [QColor(picture.pixel(x, y)).lightness() for x in range(0, 100, 3) for y in range(0, 100, 3)]
    shown = [shade for shade in shades if shade < 255]  # white is no data
    assert len(shown) > 50 and 25 < sum(shown) / len(shown) < 230
    receipt = QgsRasterLayer(results["RECEIPT"], "receipt")
    assert receipt.isValid() and receipt.bandCount() == 3
    del context
    gc.collect()


class Window:
    """QGIS' window, as far as a style asks it."""

    def __init__(self) -> None:
        self._canvas = QgsMapCanvas()
        self._canvas.setTemporalController(QgsTemporalNavigationObject(self._canvas))

    def mapCanvas(self):
        return self._canvas


def test_fields_of_a_layer_in_memory_set_the_time(provider, with_engine, place, tmp_path, monkeypatch):
    window = Window()
    monkeypatch.setattr("qgis.utils.iface", window)
    folder, masks, _, extent = place
    context, project = QgsProcessingContext(), QgsProject()
    context.setProject(project)
    layer = parcels(extent)
    project.addMapLayer(layer)
    output = str(tmp_path / "f.gpkg")
    context.addLayerToLoadOnCompletion(output, QgsProcessingContext.LayerDetails("layer", project, "OUTPUT"))
    feedback = QgsProcessingFeedback()
    parameters = {"POLYGONS": layer.id(), "ID": "name", "FOLDER": str(folder), "MASKS": str(masks), "OUTPUT": output}
    results, good = provider.algorithm("fields").run(parameters, context, feedback)
    assert good, feedback.textLog()
    assert results["DAYS"] == 2 and Path(results["CALENDAR"]).is_file()
    made = QgsVectorLayer(output, "fields", "ogr", QgsVectorLayer.LayerOptions(False))
    context.layerToLoadOnCompletionDetails(output).postProcessor().postProcessLayer(made, context, feedback)
    span = window.mapCanvas().temporalController().temporalExtents()
    assert (span.begin(), span.end()) == (QDateTime(2024, 7, 15, 0, 0), QDateTime(2024, 7, 20, 23, 59, 59))
    assert window.mapCanvas().temporalController().totalFrameCount() == 2, "a date a frame"
    assert made.featureCount() == 4 and {feature["id"] for feature in made.getFeatures()} == {"parcel 1", "parcel 2"}
    assert made.temporalProperties().isActive() and made.temporalProperties().startField() == "date"
    assert made.renderer().type() == "graduatedSymbol" and len(made.renderer().ranges()) == 5
    time = project.timeSettings().temporalRange()
    assert time.begin().toString("yyyyMMdd") == "20240715" and time.end().toString("yyyyMMdd") == "20240720"
    summary = QgsVectorLayer(results["SUMMARY"], "summary", "ogr")
    assert summary.featureCount() == 2 and summary.renderer().type() == "graduatedSymbol"
    del context
    gc.collect()


def test_refined_masks_polygons_and_statistics(provider, with_engine, place, tmp_path):
    _, masks, _, extent = place
    confidence = next(masks.glob("*_confidence.tif"))
    strict = run(
        "refinemask", INPUT=str(confidence), CLOUD=0.01, SHADOW=0.01, SHADOW_MARGIN=120, OUTPUT=str(tmp_path / "s.tif")
    )
    assert QgsRasterLayer(strict["OUTPUT"], "mask").isValid()
    assert 0 < strict["THICK_CLOUD_PERCENT"] + strict["CLOUD_SHADOW_PERCENT"] < 100
    assert strict["THIN_CLOUD_PERCENT"] is None  # UKIS does not tell it
    found = run("maskpolygons", INPUT=strict["OUTPUT"], SIMPLIFY=60, OUTPUT=str(tmp_path / "p.gpkg"))
    layer = QgsVectorLayer(found["OUTPUT"], "polygons", "ogr")
    assert layer.featureCount() == found["COUNT"] > 0 and found["HECTARES"] > 0
    colours = {int(category.value()): category.symbol().color().name() for category in layer.renderer().categories()}
    assert colours == {0: "#ffffff", 1: "#e69f00", 2: "#56b4e9", 3: "#cc0077"}  # the file's own style
    assert all(feature.geometry().isGeosValid() for feature in layer.getFeatures())
    table = run("statistics", FOLDER=str(masks), POLYGONS=parcels(extent), ID="name", OUTPUT=str(tmp_path / "t.csv"))
    assert table["PLACES"] == 2 and Path(table["PLOT"]).read_bytes()[:4] == b"\x89PNG"


def test_nothing_to_refine_is_said(provider, with_engine, place, tmp_path):
    """A test of its own: QGIS' bindings keep what an algorithm raises, and so all variables of its callers, to the end.

    A layer of OGR among these is closed when GDAL has gone: a segmentation fault.
    """
    confidence = next(place[1].glob("*_confidence.tif"))
    with pytest.raises(QgsProcessingException, match="There is nothing to refine"):
        run("refinemask", INPUT=str(confidence), OUTPUT=str(tmp_path / "t.tif"))


def test_products_may_be_named_one_by_one(provider, with_engine, place, tmp_path):
    folder, masks, _, _ = place
    named = [str(path) for path in sorted(folder.glob("*T105031.SAFE"))]
    options = {"MASKS": str(masks), "RESOLUTION": "60", "METHOD": "latest"}
    one = run("composite", PRODUCTS=named[:1], **options, OUTPUT=str(tmp_path / "one.tif"))
    both = run("composite", PRODUCTS="\n".join(named), **options, OUTPUT=str(tmp_path / "both.tif"))
    assert one["DAYS"] == 1 and both["FILLED_PERCENT"] > one["FILLED_PERCENT"] > 0


def test_what_cannot_work_is_refused_before_any_work(provider, with_engine, tmp_path):
    for name, parameters, said in (
        ("composite", {"FOLDER": str(tmp_path / "absent"), "OUTPUT": str(tmp_path / "c.tif")}, "not there"),
        ("composite", {"FOLDER": str(tmp_path), "BANDS": "B04,B99", "OUTPUT": str(tmp_path / "c.tif")}, "B99"),
        ("composite", {"OUTPUT": str(tmp_path / "c.tif")}, "Choose a folder of products, or products"),
        ("composite", {"FOLDER": str(tmp_path), "OUTPUT": str(tmp_path / "c.tif")}, "No Sentinel-2 product"),
        ("statistics", {"FOLDER": str(tmp_path), "OUTPUT": str(tmp_path / "t.txt")}, "must end with .csv"),
    ):
        with pytest.raises(QgsProcessingException, match=said):
            run(name, **parameters)


@pytest.mark.slow
def test_the_models_by_qgis_process(qgis_process, place, tmp_path):
    folder, _, _, extent = place
    outputs = {"masks:Masks": tmp_path / "masks", "masks:Table of masks": tmp_path / "m.gpkg",
               "composite:Composite": tmp_path / "c.tif"}  # fmt: skip
    code, results, said = qgis_process(
        "run", "s2cloudmask:foldercomposite", *values(products=folder, resolution=60, model="ukis_l1c", **outputs)
    )
    assert code == 0, said
    assert QgsRasterLayer(results["composite:Composite"], "c").bandCount() == 3
    assert len(list((tmp_path / "masks").glob("*_cloudmask.tif"))) == 2
    assert not list(tmp_path.glob("*_masks"))  # the composite took the masks that the first step made
    from qgis.core import QgsVectorFileWriter

    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    path = str(tmp_path / "parcels.gpkg")
    QgsVectorFileWriter.writeAsVectorFormatV3(parcels(extent), path, QgsProject.instance().transformContext(), options)
    outputs = {"fields:Dates of fields": tmp_path / "f.gpkg", "usable:Usable dates": tmp_path / "u.gpkg"}
    code, results, said = qgis_process(
        "run", "s2cloudmask:foldercalendar",
        *values(products=folder, polygons=path, id="name", resolution=60, model="ukis_l1c", usable=1, **outputs),
    )  # fmt: skip
    assert code == 0, said
    assert QgsVectorLayer(str(tmp_path / "f.gpkg"), "f", "ogr").featureCount() == 4
    usable = QgsVectorLayer(str(tmp_path / "u.gpkg"), "u", "ogr")
    assert 0 < usable.featureCount() <= 4 and all(feature["usable"] for feature in usable.getFeatures())
    assert (tmp_path / "f.html").is_file()
