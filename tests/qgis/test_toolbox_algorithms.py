"""The algorithms inside QGIS: what they declare, what they refuse, how they chain, and how they end when cancelled."""

from __future__ import annotations

import gc
import json
import re
import subprocess
import threading
import time
from pathlib import Path

import pytest
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFile,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)

ROOT = Path(__file__).resolve().parents[2]
ALGORITHMS = (
    *("applymask", "cloudfree", "comparemasks", "composite", "fields", "maskfolder", "maskpolygons", "maskproduct"),
    *("ownmask", "refinemask", "statistics"),
)
MODELS = ("clearskycount", "foldercalendar", "foldercomposite", "maskthenapply")


@pytest.fixture(scope="session")
def large_product(make_product) -> str:
    return make_product(size=900, seed=4)


@pytest.fixture(scope="session")
def product(make_product) -> str:
    return make_product(size=300, seed=3, cloud_share=0.4)


def run(name: str, feedback: QgsProcessingFeedback | None = None, **parameters) -> dict:
    import processing

    return processing.run(f"s2cloudmask:{name}", parameters, feedback=feedback or QgsProcessingFeedback())


def test_everything_is_explained(provider):
    page = (ROOT / "toolbox" / "help.html").read_text(encoding="utf-8")
    assert {algorithm.name() for algorithm in provider.algorithms()} == {*ALGORITHMS, *MODELS}
    for algorithm in provider.algorithms():
        assert algorithm.displayName()
        assert algorithm.group()
        assert len(algorithm.shortHelpString()) > 100, algorithm.name()
        assert f'id="{algorithm.name()}"' in page
        assert algorithm.helpUrl().startswith("file:")
        assert algorithm.helpUrl().endswith(f"toolbox/help.html#{algorithm.name()}")
        if algorithm.name() in ALGORITHMS:
            assert algorithm.shortDescription()
            assert len(algorithm.tags()) > 3
        for parameter in algorithm.parameterDefinitions():
            text = parameter.help()
            if not text and algorithm.name() in MODELS:  # an output of QGIS' own step: the model explains it
                text = algorithm.helpContent().get(parameter.name().split(":")[-1], "")
            assert len(text) > 15, (algorithm.name(), parameter.name())
        if algorithm.name() in ALGORITHMS:
            assert not algorithm.flags() & algorithm.FlagNoThreading
    assert not provider.icon().isNull()
    assert Path(provider.svgIconPath()).is_file()


def test_the_choices_are_those_of_the_engine(provider, engine_python):
    def choices(algorithm: str, parameter: str) -> list[str]:
        return provider.algorithm(algorithm).parameterDefinition(parameter).options()

    listed = subprocess.run(
        [engine_python, ROOT / "core" / "__main__.py", "models", "list", "--json"], capture_output=True, text=True
    )
    names = [json.loads(line)["name"] for line in listed.stdout.splitlines() if '"model"' in line]
    assert choices("maskproduct", "MODEL") == ["auto", *names]
    presets = re.findall(
        r"^\[(\w+)\]", (ROOT / "core" / "rasters" / "class_maps.toml").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert choices("comparemasks", "PRESET") == presets
    for algorithm in MODELS:
        assert choices(algorithm, "model") == ["auto", *names]
    for algorithm in ("composite", "fields"):
        assert choices(algorithm, "MODEL") == ["auto", *names]


def test_without_an_engine_all_are_listed_and_say_how_to_set_it_up(provider):
    for algorithm in provider.algorithms():
        possible, sentence = algorithm.canExecute()
        assert not possible
        assert "Set up the engine" in sentence


def test_with_an_engine_all_can_run(provider, with_engine):
    assert all(algorithm.canExecute()[0] for algorithm in provider.algorithms())


@pytest.mark.parametrize(
    ("algorithm", "changed", "said"),
    [
        ("maskproduct", {"INPUT": "/nowhere/S2A.SAFE"}, "is not there"),
        ("maskproduct", {"OUTPUT": "/tmp/mask.png"}, "must end with .tif"),
        ("maskproduct", {"CONFIDENCE": "/tmp/confidence.jp2"}, "must end with .tif"),
        ("maskproduct", {"MODEL_FILE": "/nowhere/own.pt"}, "is not there"),
        ("maskproduct", {"EXTENT": QgsRectangle(5, 5, 5, 9)}, "area is empty"),
        ("maskproduct", {"RESOLUTION": "15"}, "RESOLUTION"),
        ("maskproduct", {"TTA": 8}, "TTA"),
        ("maskfolder", {"INPUT": "/nowhere"}, "is not there"),
        ("maskfolder", {"FROM": "2024-07-02", "TO": "2024-07-01"}, "later than"),
        ("ownmask", {"INPUT": "/nowhere/S2A.zip"}, "is not there"),
        ("applymask", {"CLASSES": []}, "CLASSES"),
        ("applymask", {"BUFFER": -1}, "BUFFER"),
        ("applymask", {"MORE_RASTERS": ["{raster}"]}, "no folder for them"),
        ("applymask", {"OUTPUT": "{raster}/below_a_file.tif"}, "cannot be written"),
        ("cloudfree", {"MASKS": [], "FOLDER": ""}, "No mask is given"),
        ("cloudfree", {"MASKS": [], "FOLDER": "/nowhere"}, "is not there"),
        ("comparemasks", {"REPORT": "/tmp/report.pdf"}, "must end with .html"),
        ("comparemasks", {"CLASSES_FILE": "/nowhere/map.toml"}, "is not there"),
    ],
)
def test_values_that_cannot_work_are_refused_before_any_work(provider, tmp_path, algorithm, changed, said):
    raster = _write_raster(tmp_path / "raster.tif")
    sound = {
        "maskproduct": {"INPUT": str(tmp_path), "OUTPUT": "TEMPORARY_OUTPUT"},
        "maskfolder": {"INPUT": str(tmp_path), "OUTPUT": str(tmp_path / "masks")},
        "ownmask": {"INPUT": str(tmp_path), "OUTPUT": "TEMPORARY_OUTPUT"},
        "applymask": {"INPUT": raster, "MASK": raster, "OUTPUT": "TEMPORARY_OUTPUT"},
        "cloudfree": {"MASKS": [raster], "COUNT": "TEMPORARY_OUTPUT", "LATEST": "TEMPORARY_OUTPUT"},
        "comparemasks": {"MASK": raster, "REFERENCE": raster},
    }[algorithm]
    changed = {
        name: [raster] if value == ["{raster}"] else value.format(raster=raster) if isinstance(value, str) else value
        for name, value in changed.items()
    }
    created = provider.algorithm(algorithm).create()
    context = QgsProcessingContext()
    assert created.checkParameterValues(sound, context) == (True, "")
    accepted, sentence = created.checkParameterValues({**sound, **changed}, context)
    assert not accepted
    assert said in sentence


def _write_raster(path: Path, side: int = 4, values: bytes = b"") -> str:
    from osgeo import gdal, osr

    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32631)
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), side, side, 1, gdal.GDT_Byte)
    dataset.SetGeoTransform((300000, 10, 0, 4900020, 0, -10))
    dataset.SetProjection(reference.ExportToWkt())
    if values:
        dataset.GetRasterBand(1).SetNoDataValue(255)
        dataset.GetRasterBand(1).WriteRaster(0, 0, side, side, values)
    dataset.FlushCache()
    return str(path)


def test_outputs_are_loaded_with_their_style(provider, with_engine, product, tmp_path):
    for _ in range(2):  # the context of the first run has died, and its post-processors with it
        context, project = QgsProcessingContext(), QgsProject()
        context.setProject(project)
        mask, count, latest = (str(tmp_path / f"{name}_cloudmask.tif") for name in ("mask", "count", "latest"))
        for path in (mask, count, latest):
            context.addLayerToLoadOnCompletion(path, QgsProcessingContext.LayerDetails("layer", project, "OUTPUT"))
        feedback = QgsProcessingFeedback()
        for algorithm, parameters in (
            ("maskproduct", {"INPUT": product, "RESOLUTION": "60", "OUTPUT": mask}),
            ("cloudfree", {"MASKS": [mask], "COUNT": count, "LATEST": latest}),
        ):
            assert provider.algorithm(algorithm).run(parameters, context, feedback)[1], feedback.textLog()
        gc.collect()
        layers = []
        for path in (mask, count, latest):
            layers.append(QgsRasterLayer(path, "layer"))
            layers[-1].setRenderer(None)
            context.layerToLoadOnCompletionDetails(path).postProcessor().postProcessLayer(layers[-1], context, feedback)
        classes = {item.value: item for item in layers[0].renderer().classes()}
        assert set(classes) >= {0, 1, 3}
        assert classes[0].color.alpha() == 0
        assert classes[3].label == "Cloud shadow"
        assert layers[0].dataProvider().sourceNoDataValue(1) == 255
        assert layers[1].renderer().type() == "singlebandpseudocolor"
        assert [(item.value, item.label) for item in layers[2].renderer().classes()] == [(20240715, "2024-07-15")]
        del context
        gc.collect()


def test_progress_grows_to_the_end_and_the_log_names_the_model(provider, with_engine, product):
    feedback = QgsProcessingFeedback()
    seen = []
    feedback.progressChanged.connect(seen.append)
    run("maskproduct", feedback, INPUT=product, RESOLUTION="20", OUTPUT="TEMPORARY_OUTPUT")
    assert seen == sorted(seen)
    assert seen[-1] == 100
    assert "model: " in feedback.textLog()
    assert "s2cloudmask mask" in feedback.textLog()


class _CancelAt(QgsProcessingFeedback):
    """Cancels when the progress text names a stage; remembers when."""

    def __init__(self, stage: str) -> None:
        super().__init__()
        self.stage = stage
        self.cancelled_at = 0.0

    def setProgressText(self, text: str) -> None:
        if text.startswith(self.stage) and not self.cancelled_at:
            self.cancelled_at = time.monotonic()
            self.cancel()


@pytest.mark.parametrize("stage", ["Reading", pytest.param("Predicting", marks=pytest.mark.slow)])
def test_cancel_ends_it_and_leaves_nothing(provider, with_engine, large_product, tmp_path, stage):
    feedback = _CancelAt(stage)
    out = tmp_path / "out"
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run(
            "maskproduct",
            feedback,
            INPUT=large_product,
            MODEL="ukis_l1c",
            RESOLUTION="10",
            TTA=7,
            OUTPUT=str(out / "mask.tif"),
        )
    assert time.monotonic() - feedback.cancelled_at < 20
    assert feedback.cancelled_at
    assert not (out.exists() and list(out.iterdir()))


def test_it_runs_in_a_thread_without_an_event_loop(provider, with_engine, product, tmp_path):
    algorithm = provider.algorithm("maskproduct").create()
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    parameters = {"INPUT": product, "RESOLUTION": "60", "OUTPUT": str(tmp_path / "mask.tif")}
    assert algorithm.prepare(parameters, context, feedback)
    results = {}
    thread = threading.Thread(target=lambda: results.update(algorithm.runPrepared(parameters, context, feedback)))
    thread.start()
    thread.join()
    algorithm.postProcess(context, feedback)
    assert (tmp_path / "mask.tif").is_file()
    assert results["OUTPUT"] == str(tmp_path / "mask.tif")


def _static(value) -> QgsProcessingModelChildParameterSource:
    return QgsProcessingModelChildParameterSource.fromStaticValue(value)


def _output(child: str, name: str) -> QgsProcessingModelChildParameterSource:
    return QgsProcessingModelChildParameterSource.fromChildOutput(child, name)


def test_outputs_feed_native_and_gdal_algorithms_in_a_model(provider, with_engine, product, tmp_path):
    model = QgsProcessingModelAlgorithm("chain", "test", "test")
    model.addModelParameter(QgsProcessingParameterFile("product", "Product"), QgsProcessingModelParameter("product"))

    def step(name: str, algorithm: str, outputs: dict[str, str] | None = None, **sources) -> None:
        child = QgsProcessingModelChildAlgorithm(algorithm)
        child.setChildId(name)
        for parameter, source in sources.items():
            child.addParameterSources(parameter, [source])
        made = {}
        for title, output in (outputs or {}).items():
            made[title] = QgsProcessingModelOutput(title)
            made[title].setChildId(name)
            made[title].setChildOutputName(output)
        child.setModelOutputs(made)
        model.addChildAlgorithm(child)

    source = QgsProcessingModelChildParameterSource.fromModelParameter("product")
    step("mask", "s2cloudmask:maskproduct", {"mask": "OUTPUT"}, INPUT=source, RESOLUTION=_static("60"))
    step("report", "native:rasterlayeruniquevaluesreport", {"counts": "OUTPUT_TABLE"}, INPUT=_output("mask", "OUTPUT"))
    step("warp", "gdal:warpreproject", {"warped": "OUTPUT"}, INPUT=_output("mask", "OUTPUT"),
         TARGET_CRS=_static("EPSG:4326"), RESAMPLING=_static(0))  # fmt: skip
    expression = QgsProcessingModelChildParameterSource.fromExpression(
        "@mask_CLEAR_PERCENT + @mask_CLOUD_SHADOW_PERCENT"
    )
    step("constant", "native:createconstantrasterlayer", {"shares": "OUTPUT"}, EXTENT=_output("mask", "OUTPUT"),
         TARGET_CRS=_static("EPSG:32631"), PIXEL_SIZE=_static(60), NUMBER=expression)  # fmt: skip
    model.updateDestinationParameters()
    outputs = {
        f"{child}:{title}": str(tmp_path / f"{title}.{ending}")
        for child, title, ending in (
            ("mask", "mask", "tif"),
            ("report", "counts", "gpkg"),
            ("warp", "warped", "tif"),
            ("constant", "shares", "tif"),
        )
    }
    feedback = QgsProcessingFeedback()
    results, done = model.run({"product": product, **outputs}, QgsProcessingContext(), feedback)
    assert done, feedback.textLog()
    shares = json.loads((tmp_path / "mask.json").read_text(encoding="utf-8"))["fractions"]
    warped = QgsRasterLayer(results["warp:warped"], "warped")
    assert warped.crs().authid() == "EPSG:4326"
    assert warped.dataProvider().sourceNoDataValue(1) == 255
    constant = QgsRasterLayer(results["constant:shares"], "shares")
    assert constant.dataProvider().bandStatistics(1).minimumValue == pytest.approx(
        100 * (shares["clear"] + shares["cloud_shadow"]), abs=1e-3
    )


def test_apply_mask_to_several_rasters(provider, with_engine, product, tmp_path):
    bands = {path.stem[-3:]: str(path) for path in Path(product).glob("GRANULE/*/IMG_DATA/*_B*.jp2")}
    mask = run("maskproduct", INPUT=product, RESOLUTION="20", OUTPUT=str(tmp_path / "mask.tif"))["OUTPUT"]
    results = run(
        "applymask", INPUT=bands["B02"], MASK=mask, BUFFER=40, MORE_RASTERS=[bands["B11"], bands["B01"]],
        OUTPUT=str(tmp_path / "b02.tif"), OUTPUT_FOLDER=str(tmp_path / "more"),
    )  # fmt: skip
    assert results["OUTPUT_LAYERS"] == [
        str(tmp_path / "b02.tif"),
        *(str(tmp_path / "more" / f"{Path(bands[band]).stem}_masked.tif") for band in ("B11", "B01")),
    ]
    assert 0 < results["MASKED_PERCENT"] < 100
    for path in results["OUTPUT_LAYERS"]:
        assert QgsRasterLayer(path, "masked").dataProvider().sourceHasNoDataValue(1)


def test_a_layer_that_is_no_file_is_refused_in_a_sentence(provider, with_engine, tmp_path):
    address = "type=xyz&url=file:///nowhere/{z}/{x}/{y}.png"
    layer = QgsRasterLayer(address, "tiles", "wms")
    QgsProject.instance().addMapLayer(layer)
    try:
        feedback, mask = QgsProcessingFeedback(), _write_raster(tmp_path / "m.tif")
        with pytest.raises(QgsProcessingException):
            run("applymask", feedback, INPUT=layer, MASK=mask, OUTPUT="TEMPORARY_OUTPUT")
        assert "tiles is no raster file" in feedback.textLog()
    finally:
        QgsProject.instance().clear()


def test_the_engines_death_is_a_sentence(provider, scripted_engine, monkeypatch, tmp_path):
    monkeypatch.setenv("S2CLOUDMASK_PYTHON", scripted_engine("event('start')\nos.kill(os.getpid(), signal.SIGKILL)\n"))
    with pytest.raises(QgsProcessingException, match="memory ran out"):
        run("maskproduct", INPUT=str(tmp_path), OUTPUT=str(tmp_path / "mask.tif"))


def test_footprint_follows_the_swath_edge(qgis_app, tmp_path):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform

    from s2cloudmask.toolbox.mask_table import footprint

    valid = [[column + row // 4 < 90 for column in range(150)] for row in range(150)]
    values = bytes(0 if cell else 255 for row in valid for cell in row)
    path = _write_raster(tmp_path / "mask.tif", 150, values)
    layer = QgsRasterLayer(path, "mask")
    shape = footprint(path)
    assert shape.isGeosValid()
    back = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), layer.crs(), QgsProject())
    shape.transform(back)
    extent = layer.extent()
    share = shape.area() / (extent.width() * extent.height())
    assert share == pytest.approx(values.count(0) / len(values), abs=0.03)


def test_the_table_can_be_queried_and_joined(provider, with_engine, make_products, tmp_path):
    import processing

    make_products(*({"folder": tmp_path, "size": 180, "seed": number, "tile": tile,
                     "time": f"2024071{number}T105031", "cloud_share": 0.3}
                    for number, tile in enumerate(("31TCJ", "31TCJ", "31TDJ"))))  # fmt: skip
    table = run(
        "maskfolder", INPUT=str(tmp_path), RESOLUTION="60", OUTPUT=str(tmp_path / "masks"), TABLE="TEMPORARY_OUTPUT"
    )["TABLE"]
    layer = QgsVectorLayer(table, "masks", "ogr")
    assert layer.storageType() == "GPKG"
    clear = {}
    for row in layer.getFeatures():
        clear.setdefault(row["tile"], []).append(row["clear_percent"])
    QgsProject.instance().addMapLayer(layer)
    try:
        query = "SELECT tile, avg(clear_percent) AS mean, st_union(geometry) AS geometry FROM input1 GROUP BY tile"
        sources = {"INPUT_DATASOURCES": [layer], "INPUT_QUERY": query, "OUTPUT": str(tmp_path / "tiles.gpkg")}
        tiles = processing.run("qgis:executesql", sources)["OUTPUT"]
        joined = processing.run(
            "native:joinattributestable",
            {"INPUT": layer, "FIELD": "tile", "INPUT_2": tiles, "FIELD_2": "tile", "OUTPUT": "TEMPORARY_OUTPUT"},
        )["OUTPUT"]
        assert joined.featureCount() == 3
        for row in joined.getFeatures():
            assert row["mean"] == pytest.approx(sum(clear[row["tile"]]) / len(clear[row["tile"]]))
            assert row.geometry().area() > 0
    finally:
        QgsProject.instance().clear()


def test_table_fields_hold_in_a_geopackage(provider):
    from s2cloudmask.toolbox.mask_table import table_fields

    fields = table_fields()
    assert fields.field("sensing_time").typeName() == "datetime"
    assert fields.field("clear_percent").isNumeric()
    assert provider.algorithm("maskfolder").parameterDefinition("TABLE").dataType() == QgsProcessing.TypeVectorPolygon
