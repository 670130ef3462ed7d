"""Runs in the background: real engine to the end, engines that fail in every way, cancel, queue, project changes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from open_files import can_count, times_opened_by_threads
from qgis.PyQt.QtCore import QSize


@pytest.fixture
def queue(qgis_app, project, settings):
    from s2cloudmask.ui.runs.run_queue import RunQueue

    made = RunQueue(None)
    yield made
    made.close()


@pytest.fixture
def run_of(tmp_path):
    """A run over some paths with an interpreter."""
    from s2cloudmask.bridge.product_info import info_from_name
    from s2cloudmask.bridge.settings import MaskSettings
    from s2cloudmask.ui.runs.mask_task import MaskRun

    def make(interpreter, *paths, folder=None, **choices):
        products = tuple(info_from_name(str(path)) for path in paths)
        bounds = choices.pop("bounds", None)
        return MaskRun(interpreter, products, MaskSettings(**choices), str(folder or tmp_path / "out"), bounds)

    return make


@pytest.fixture
def summary_of(queue, wait_until):
    """Run to the end and return what became of it."""

    def finish(run, seconds=90):
        ends = []
        queue.run_ended.connect(ends.append)
        queue.add(run)
        wait_until(lambda: ends, seconds)
        queue.run_ended.disconnect(ends.append)
        return ends[0]

    return finish


def assert_shown_without_a_lock_for_all(layer, product):
    """Of a JPEG 2000 file opened by OpenJPEG, QGIS shares one data set, and the window waits for whoever reads it."""
    from osgeo import gdal

    from s2cloudmask.bridge.product_search import product_of
    from s2cloudmask.toolbox.engine_algorithm import gdal_path

    assert gdal.Open(layer.source()).GetDriver().ShortName == "VRT"
    assert product_of(layer.source()) == str(product)
    assert os.path.isfile(gdal_path(layer))


def test_a_simulated_product_becomes_a_group_with_its_layers(
    engine_python, simulated_product, run_of, summary_of, project
):
    from qgis.core import QgsPalettedRasterRenderer

    project.setDirty(False)
    summary = summary_of(run_of(engine_python, simulated_product, resolution=60, confidence=True))
    assert summary.failure is None
    assert not summary.errors
    (group,) = project.layerTreeRoot().children()
    assert group.name() == "2024-07-15 31TCJ · UKIS 60 m"
    names = [f"{kind} 2024-07-15 31TCJ" for kind in ("Cloud mask", "Confidence", "True colour")]
    assert [node.layer().name() for node in group.children()] == names
    assert [node.itemVisibilityChecked() for node in group.children()] == [True, False, True]
    assert group.isExpanded()
    mask, confidence, true_colour = (node.layer() for node in group.children())
    assert all(layer.isValid() for layer in (mask, confidence, true_colour))
    assert isinstance(mask.renderer(), QgsPalettedRasterRenderer)
    classes = {item.value: item for item in mask.renderer().classes()}
    assert classes[0].color.alpha() == 0
    assert {1, 3} <= set(classes)
    assert all(item.label for item in classes.values())
    assert mask.dataProvider().sourceNoDataValue(1) == 255
    assert mask.dataProvider().bandStatistics(1).maximumValue <= 3
    assert confidence.bandCount() == 4
    assert true_colour.dataProvider().userNoDataValues(1)
    assert_shown_without_a_lock_for_all(true_colour, simulated_product)
    assert project.isDirty()
    assert summary.masks[0].fractions["no_data"] > 0

    # What the mouse tells: the tip's expressions are QGIS' own in every version, though 3.22 shows no tips of rasters.
    from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextScope, QgsGeometry, QgsPointXY

    from s2cloudmask.bridge.layer_words import map_tip

    assert mask.abstract() == "2024-07-15 31TCJ · UKIS 60 m"
    titles = {str(int(value)): item.label for value, item in classes.items()}
    tip = map_tip(titles, mask.abstract(), confidence.id())
    if hasattr(mask, "mapTipTemplate"):
        assert mask.mapTipTemplate() == tip
    extent = mask.extent()
    seen = set()
    for number in range(60):
        place = QgsPointXY(extent.xMinimum() + 60 * (2 * number + 0.5), extent.center().y())
        value, _ = mask.dataProvider().sample(place, 1)
        context = QgsExpressionContext()
        context.appendScope(QgsExpressionContextScope())
        context.lastScope().setVariable("layer_id", mask.id())
        context.lastScope().setVariable("layer_cursor_point", QgsGeometry.fromPointXY(place))
        told = QgsExpression.replaceExpressionText(tip, context)
        seen.add(told.split("<")[1])
        if value == value:  # a class, not NaN
            share, _ = confidence.dataProvider().sample(place, 1 + int(value))
            assert told == f"<b>{titles[str(int(value))]}</b>, {round(share / 2.5)} %<br>{mask.abstract()}"
    assert len(seen) > 1


def test_running_again_shows_the_mask_anew_and_adds_no_second_group(
    recorded_engine, simulated_product, run_of, summary_of, project
):
    summary_of(run_of(recorded_engine, simulated_product, resolution=60))
    summary = summary_of(run_of(recorded_engine, simulated_product, resolution=60, buffer=3, overwrite=True))
    assert not summary.errors
    assert len(project.layerTreeRoot().children()) == 1


@pytest.mark.slow
def test_the_real_scene_is_masked_in_its_zip(engine_python, run_of, summary_of, project):
    data = Path(__file__).resolve().parents[3] / "shared" / "data"
    archive = data / "S2B_OPER_MSI_L1C_TL_EPAE_20180617T013729_A006677_T55JGF_N02.06.zip"
    if not archive.exists():
        pytest.skip(f"{archive.name} is not beside the repository")
    summary = summary_of(run_of(engine_python, archive, resolution=60))
    assert not summary.errors
    (group,) = project.layerTreeRoot().children()
    assert [node.layer().name() for node in group.children()] == [
        "Cloud mask 2018-06-17 55JGF",
        "True colour 2018-06-17 55JGF",
    ]
    assert all(node.layer().isValid() for node in group.children())


def test_the_map_stays_where_it_is_unless_it_was_empty(recorded_engine, simulated_product, run_of, qgis_app, project,
                                                       settings, wait_until, tmp_path):  # fmt: skip
    """Real canvas and message bar; only what joins them to a main window is left out."""
    from types import SimpleNamespace

    from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsRectangle
    from qgis.gui import QgsMapCanvas, QgsMessageBar

    from s2cloudmask.ui.runs.run_queue import RunQueue

    canvas, bar = QgsMapCanvas(), QgsMessageBar()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32631"))
    queue = RunQueue(SimpleNamespace(mapCanvas=lambda: canvas, messageBar=lambda: bar, openMessageLog=lambda: None))
    ends = []
    queue.run_ended.connect(ends.append)

    def masked(folder) -> QgsRectangle:
        before = len(ends)
        queue.add(run_of(recorded_engine, simulated_product, folder=tmp_path / folder, resolution=60))
        wait_until(lambda: len(ends) > before, 90)
        return canvas.extent()

    mask = masked("first")
    assert ends[0].masks and mask.width() > 5000
    assert "UKIS often misses thin cloud" in bar.currentItem().text()
    corner = QgsRectangle(
        mask.xMinimum() + 1000, mask.yMinimum() + 1000, mask.xMinimum() + 2000, mask.yMinimum() + 2000
    )
    canvas.setExtent(corner)
    zoomed_in = canvas.extent()
    assert masked("second") == zoomed_in
    canvas.setExtent(QgsRectangle(100000, 100000, 101000, 101000))
    assert masked("third").intersects(mask)
    (tmp_path / "file").touch()
    masked("file")
    failure = bar.currentItem()
    assert failure.level() == Qgis.MessageLevel.Critical
    project.clear()
    assert failure not in bar.items(), "what failed belongs to the project that was open"
    queue.close()


def test_without_a_true_colour_image_the_bands_stand_in(recorded_engine, simulated_product, run_of, summary_of):
    from dataclasses import replace

    from qgis.core import QgsMultiBandColorRenderer

    from s2cloudmask.bridge.layers import make_layers

    (mask,) = summary_of(run_of(recorded_engine, simulated_product, resolution=60)).masks
    before = os.listdir(os.path.dirname(mask.mask))
    layer = make_layers(replace(mask, true_colour=""), (1000.0, 4000.0)).true_colour
    assert isinstance(layer.renderer(), QgsMultiBandColorRenderer)
    assert layer.renderer().redContrastEnhancement().minimumValue() == 1000.0
    picture = layer.previewAsImage(QSize(64, 64))
    assert len({picture.pixel(x, y) for x in range(64) for y in range(64)}) > 50
    assert sorted(os.listdir(os.path.dirname(mask.mask))) == sorted([*before, os.path.basename(layer.source())])
    if can_count:  # a file that a thread opens for itself is decoded once more: three times the work of a view
        del layer
        (vrt,) = Path(mask.mask).parent.glob("*_truecolour.vrt")
        assert times_opened_by_threads(vrt, mask.bands["B04"]) == 1


def test_a_true_colour_image_is_shown_wherever_it_lies(qgis_app, simulated_product, tmp_path):
    import zipfile

    from s2cloudmask.bridge.layers import true_colour_layer

    image = next(Path(simulated_product).glob("GRANULE/*/IMG_DATA/*_TCI.jp2"))
    os.symlink(image, tmp_path / "what?.jp2")
    os.symlink(image, tmp_path / "20 % & more=ü#.jp2")
    with zipfile.ZipFile(tmp_path / "p.zip", "w") as archive:
        archive.write(image, "TCI.jp2")
    for path in (tmp_path / "what?.jp2", tmp_path / "20 % & more=ü#.jp2", f"/vsizip/{tmp_path}/p.zip/TCI.jp2"):
        layer = true_colour_layer(str(path), "scene")
        assert layer.bandCount() == 3 and layer.crs().authid() == "EPSG:32631", path
        picture = layer.previewAsImage(QSize(64, 64))
        assert len({picture.pixel(x, y) for x in range(64) for y in range(64)}) > 50
    assert true_colour_layer(str(tmp_path / "none.jp2"), "scene") is None


def test_a_stack_of_bands_is_shown_by_its_descriptions(engine_python, run_of, summary_of, project, tmp_path):
    from osgeo import gdal, osr

    path = tmp_path / "stack.tif"
    names = ["B12", "B02", "B03", "B8A", "B04", "B11"]
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 300, 300, len(names), gdal.GDT_UInt16)
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32631)
    dataset.SetProjection(crs.ExportToWkt())
    dataset.SetGeoTransform((500000, 20, 0, 5000000, 0, -20))
    for number, name in enumerate(names, 1):
        dataset.GetRasterBand(number).SetDescription(name)
        dataset.GetRasterBand(number).Fill(500 * number)
    del dataset
    summary = summary_of(run_of(engine_python, path, resolution=20, model="ukis_l1c"))
    assert not summary.errors
    renderer = project.layerTreeRoot().children()[0].children()[-1].layer().renderer()
    assert (renderer.redBand(), renderer.greenBand(), renderer.blueBand()) == (5, 3, 2)


def test_one_broken_product_does_not_stop_the_others(
    engine_python, make_product, run_of, summary_of, project, tmp_path
):
    zipped = make_product(size=300, layout="zip", seed=3)
    broken = tmp_path / "S2A_MSIL1C_20240715T164849_N0511_R026_T15TVG_20240715T164849.SAFE"
    broken.mkdir()
    summary = summary_of(run_of(engine_python, broken, zipped, resolution=60))
    assert [error.product for error in summary.errors] == [str(broken)]
    assert [mask.product for mask in summary.masks] == [zipped]
    (group,) = project.layerTreeRoot().children()
    layers = [node.layer() for node in group.children()]
    assert [layer.name() for layer in layers] == ["Cloud mask 2024-07-15 31TCJ", "True colour 2024-07-15 31TCJ"]
    assert all(layer.isValid() for layer in layers) and "/vsizip/" in layers[1].source()


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("event('progress', fraction=0.5)\nos.kill(os.getpid(), signal.SIGKILL)", "engine-killed"),
        ("event('progress', fraction=0.5)\nos.abort()", "engine-died"),
        ("print('Segmentation fault')\ntime.sleep(30)", "engine-output"),
        (
            "import resource\nresource.setrlimit(resource.RLIMIT_AS, (1 << 28, 1 << 28))\nbytearray(1 << 30)",
            "engine-memory",
        ),
        ("event('result', product=arguments[1], mask='/etc/passwd')\ntime.sleep(30)", "engine-output"),
        ("event('error', product='', code='internal', message='There is no numpy.')\nsys.exit(3)", "internal"),
    ],
    ids=["killed", "crashed", "rubbish", "out of memory", "a file elsewhere", "nothing can run"],
)
def test_a_failing_engine_is_a_sentence(scripted_engine, run_of, summary_of, project, body, code):
    summary = summary_of(run_of(scripted_engine(body), "/data/a.SAFE"), 10)
    assert summary.failure.code == code
    assert summary.failure.message.endswith(".")
    assert summary.unfinished == ["/data/a.SAFE"]
    assert project.layerTreeRoot().children() == []


def test_an_engine_that_says_nothing_is_an_error_of_the_product(scripted_engine, run_of, summary_of):
    summary = summary_of(run_of(scripted_engine("event('end', ok=1, failed=0)"), "/data/a.SAFE"), 10)
    assert [error.code for error in summary.errors] == ["no-answer"]


@pytest.mark.parametrize("stage", [pytest.param("read", marks=pytest.mark.slow), "predict", "write"])
def test_cancel_in_each_stage_leaves_no_file_and_no_process(
    engine_python, simulated_product, run_of, queue, wait_until, tmp_path, stage
):
    """Each stage lasts long enough to be met: extra views for predicting, then the first event of the stage cancels."""
    out = tmp_path / "cancelled"
    stages, ends = [], []
    queue.run_ended.connect(ends.append)

    def cancel_at(_product, name):
        stages.append(name)
        if name == stage:
            queue.cancel()

    queue.stage.connect(cancel_at)
    queue.add(run_of(engine_python, simulated_product, folder=out, resolution=10, tta=7 if stage == "predict" else 0))
    wait_until(lambda: ends, 120)
    if stage not in stages:
        pytest.fail(f"the engine never said it was at {stage}: {stages}")
    left = [path.name for path in out.rglob("*")] if out.exists() else []
    if ends[0].masks:
        assert stage == "write", "only what was already being written may have been finished"
    else:
        assert ends[0].cancelled
        assert left == []
    assert engines() == []


def engines() -> list[int]:
    """Processes of our engine that are alive."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                command = (entry / "cmdline").read_bytes()
                state = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if b"core/__main__.py" in command and int(state[1]) == os.getpid() and state[0] != "Z":
                found.append(int(entry.name))
    return found


def test_cancel_from_the_task_manager_is_as_good(scripted_engine, run_of, queue, wait_until, alive, tmp_path):
    from qgis.core import QgsApplication

    ends = []
    queue.run_ended.connect(ends.append)
    pid = tmp_path / "pid"
    queue.add(
        run_of(
            scripted_engine(f"open({str(pid)!r}, 'w').write(str(os.getpid()))\nevent('start')\ntime.sleep(60)"),
            "/a.SAFE",
        )
    )
    wait_until(lambda: pid.exists() and pid.read_text(), 10)
    (task,) = [task for task in QgsApplication.taskManager().activeTasks() if "1" in task.description()]
    task.cancel()
    wait_until(lambda: ends, 3)
    assert ends[0].cancelled
    assert not alive(int(pid.read_text()))


def test_runs_queue(scripted_engine, run_of, queue, wait_until, tmp_path):
    log = tmp_path / "log"
    engine = scripted_engine(
        f"with open({str(log)!r}, 'a') as f: f.write('+')\ntime.sleep(0.3)\n"
        f"with open({str(log)!r}, 'a') as f: f.write('-')\n"
        "event('error', product=arguments[1], code='x', message='X.')\nsys.exit(1)"
    )
    ends = []
    queue.run_ended.connect(ends.append)
    for number in range(3):
        queue.add(run_of(engine, f"/{number}.SAFE"))
    assert queue.waiting == 2
    wait_until(lambda: len(ends) == 3, 10)
    assert log.read_text() == "+-+-+-"
    assert queue.present is None


def test_the_closing_of_the_queue_ends_the_engine(scripted_engine, run_of, queue, wait_until, alive, tmp_path):
    pid = tmp_path / "pid"
    body = f"open({str(pid)!r}, 'w').write(str(os.getpid()))\n"
    body += "signal.signal(signal.SIGTERM, signal.SIG_IGN)\ntime.sleep(60)"
    queue.add(run_of(scripted_engine(body), "/a.SAFE"))
    queue.add(run_of(scripted_engine(body), "/b.SAFE"))
    wait_until(lambda: pid.exists() and pid.read_text(), 10)
    queue.close()
    assert not alive(int(pid.read_text()))


def test_another_project_gets_no_layers_of_a_run_begun_before(
    recorded_engine, simulated_product, run_of, queue, wait_until, project, tmp_path
):
    ends = []
    queue.run_ended.connect(ends.append)
    queue.stage.connect(lambda *_: project.clear() if project.title() == "" else None)
    project.setTitle("")
    begun = []

    def change_project(*_):
        if not begun:
            begun.append(True)
            project.clear()

    queue.stage.connect(change_project)
    queue.add(run_of(recorded_engine, simulated_product, resolution=60, folder=tmp_path / "o"))
    wait_until(lambda: ends, 60)
    assert ends[0].masks
    assert project.mapLayers() == {}


def test_everything_chosen_reaches_the_command_line(run_of):
    run = run_of(
        "python", "/a.SAFE", resolution=10, model="/my/net.onnx", device="cuda", precision="float16", overlap=64, tta=3,
        buffer=2, cloud_threshold=0.35, shadow_margin=100.0, fill_holes=2000.0, confidence=True, overwrite=True,
        bounds=(1.5, 2.0, 3.25, 4.0), folder="/out",
    )  # fmt: skip
    assert run.arguments(["/a.SAFE"]) == [
        "mask", "/a.SAFE", "--out", "/out", "--progress", "json", "--resolution", "10", "--model", "/my/net.onnx",
        "--device", "cuda", "--precision", "float16", "--tta", "3", "--buffer", "2", "--cloud-threshold", "0.35",
        "--shadow-margin", "100.0", "--fill-holes", "2000.0", "--overlap", "64", "--confidence", "--overwrite",
        "--bounds", "1.5", "2.0", "3.25", "4.0",
    ]  # fmt: skip


@pytest.mark.parametrize("value", [-5e-05, 1e-12, -1.2345678901234567, 5000040.0, 1e22, -0.0, 3])
def test_a_number_reaches_the_engine_to_its_last_digit_and_is_no_option(qgis_app, value):
    from s2cloudmask.bridge.command_words import number_word

    assert float(number_word(value)) == value
    assert set(number_word(value)) <= set("-0123456789.")


def test_an_area_at_greenwich_is_masked(engine_python, simulated_product, run_of, summary_of):
    """A canvas that crosses the prime meridian has corners such as -5e-05; this area is just not on the product."""
    summary = summary_of(run_of(engine_python, simulated_product, resolution=60, bounds=(-5e-05, -5e-05, 1.0, 1.0)))
    assert [error.code for error in summary.errors] == ["outside-product"]


def test_many_products_are_cut_into_command_lines_that_windows_takes(qgis_app):
    from s2cloudmask.bridge.portions import in_portions

    paths = [f"C:/Users/somebody/Downloads/{'x' * 90}{number}.zip" for number in range(500)]
    portions = in_portions(paths)
    assert [path for portion in portions for path in portion] == paths
    assert max(sum(len(path) + 3 for path in portion) for portion in portions) < 24000
