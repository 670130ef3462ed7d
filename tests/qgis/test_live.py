"""The live mask on a real canvas with a real engine: it follows the map, and whatever dies or goes, nothing hangs."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QMimeData, QObject, QPoint, Qt, QTimer, QTranslator, QUrl
from qgis.PyQt.QtGui import QColor, QDropEvent, QImage
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMainWindow

ROOT = Path(__file__).resolve().parents[2]
UTM = QgsCoordinateReferenceSystem("EPSG:32631")


class Window:
    """What the plugin needs of QGIS' window: a canvas, bars for messages and tools."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        self.canvas = QgsMapCanvas(self.window)
        self.window.setCentralWidget(self.canvas)
        self.window.resize(700, 600)
        self.bar = QgsMessageBar(self.window)
        self.canvas.setCanvasColor(QColor(255, 255, 255))
        self.canvas.setDestinationCrs(UTM)
        self.window.show()

    def mapCanvas(self):
        return self.canvas

    def mainWindow(self):
        return self.window

    def messageBar(self):
        return self.bar

    def activeLayer(self):
        return None

    def openMessageLog(self):
        pass

    @property
    def warnings(self) -> list[str]:
        return [item.text() for item in self.bar.items()]


@pytest.fixture(scope="session")
def products(make_product) -> list[str]:
    """Two products of 366 px on one place, of other dates."""
    return [make_product(size=366, seed=seed) for seed in (3, 4)]


@pytest.fixture(scope="module")
def lasting(qgis_app, engine_python):
    """A window with a live mask that stays on from test to test: one start of the engine for all that only look."""
    from s2cloudmask.ui.live.live_mask import LiveMask

    window = Window()
    live = LiveMask(window, list)
    yield window, live
    live.turn_off()
    window.window.close()
    window.window.deleteLater()


@pytest.fixture
def window(lasting):
    window, _ = lasting
    window.bar.clearWidgets()
    window.canvas.setRotation(0)
    window.canvas.setDestinationCrs(UTM)
    return window


@pytest.fixture
def chosen(settings, project, with_engine):
    """The engine, the network and the resolution of these tests."""
    from s2cloudmask.bridge.settings import MaskSettings, save_mask_settings

    save_mask_settings(MaskSettings(model="ukis_l1c", resolution=20))


@pytest.fixture
def live(lasting, window, chosen):
    return lasting[1]


@pytest.fixture
def own_window(qgis_app):
    window = Window()
    yield window
    window.window.close()
    window.window.deleteLater()


@pytest.fixture
def own_live(own_window, chosen):
    """For what ends the engine, or needs one that has seen nothing."""
    from s2cloudmask.ui.live.live_mask import LiveMask

    live = LiveMask(own_window, list)
    yield live
    live.turn_off()


def band(product: str, name: str = "B02") -> QgsRasterLayer:
    return QgsRasterLayer(str(next(Path(product).glob(f"GRANULE/*/IMG_DATA/*_{name}.jp2"))), name)


def look_at(window, extent: QgsRectangle) -> None:
    window.canvas.setExtent(extent)
    window.canvas.refresh()


def picture(window) -> QImage:
    """What the canvas shows."""
    return window.canvas.viewport().grab().toImage()


def class_pixels(window) -> int:
    """Pixels of the canvas that have one of the classes' colours, at full opacity."""
    image, found = picture(window), 0
    colours = {QColor(*colour).rgb() for colour in ((230, 159, 0), (86, 180, 233), (204, 0, 119))}
    for x in range(0, image.width(), 4):
        for y in range(0, image.height(), 4):
            found += image.pixelColor(x, y).rgb() in colours
    return found


def on(live, window, wait_until, product: str) -> None:
    look_at(window, band(product).extent())
    assert live.turn_on(product)
    live._parts.bar.opacity.setValue(100)
    wait_until(lambda: live.is_ready, 120)


def test_the_mask_follows_the_map_and_the_status_tells(own_live, own_window, products, wait_until, alive, project):
    on(own_live, own_window, wait_until, products[0])
    process = own_live._parts.engine.process_id
    assert class_pixels(own_window) > 50
    text = own_live._parts.bar.words.text()
    assert "20 m: cloud" in text and "shadow" in text
    bar = own_live._parts.bar
    widths = (bar.sizeHint().width(), own_window.window.minimumSizeHint().width())
    own_live._parts.bar.words.setText(20 * text, "about")
    assert (bar.sizeHint().width(), own_window.window.minimumSizeHint().width()) == widths, "words widen no window"
    assert own_live._parts.bar.words.toolTip() == 20 * text + "\nabout"
    extent = band(products[0]).extent()
    part = QgsRectangle(extent.xMinimum(), extent.yMinimum(), extent.center().x(), extent.center().y())
    look_at(own_window, part)
    assert not own_live.is_ready
    wait_until(lambda: own_live.is_ready, 60)
    shown = own_live._parts.overlay._layers[0].extent()
    assert shown.width() < 0.75 * extent.width() and shown.intersects(part)
    cloudy = [
        value
        for x in range(20)
        for y in range(20)
        for value in [
            own_live._parts.overlay.class_at(
                QgsPointXY(part.xMinimum() + (x + 0.5) * part.width() / 20,
                           part.yMinimum() + (y + 0.5) * part.height() / 20), UTM)
        ]
        if value in (1, 3)
    ]  # fmt: skip
    assert cloudy
    assert not project.mapLayers() and not project.isDirty()
    own_live.turn_off()
    assert class_pixels(own_window) == 0
    wait_until(lambda: not alive(process), 10)


def test_the_class_under_the_cursor_is_named(live, window, products, wait_until):
    on(live, window, wait_until, products[0])
    extent = band(products[0]).extent()
    seen = set()
    for x in range(5, 695, 23):
        for y in range(5, 560, 23):
            QTest.mouseMove(window.canvas.viewport(), QPoint(x, y))
            live._point_at(window.canvas.getCoordinateTransform().toMapCoordinates(x, y))
            seen.add(live._under_cursor)
    assert {"Clear", "Cloud (thin cloud often missed)"} <= seen and not extent.isEmpty()
    translator = QTranslator()
    assert translator.load(str(ROOT / "i18n" / "s2cloudmask_es.qm"))
    QCoreApplication.installTranslator(translator)
    try:
        for x in range(5, 695, 23):
            live._point_at(window.canvas.getCoordinateTransform().toMapCoordinates(x, 300))
            seen.add(live._under_cursor)
    finally:
        QCoreApplication.removeTranslator(translator)
    assert "Despejado" in seen


@pytest.mark.parametrize("crs, rotation", [("EPSG:3857", 0), ("EPSG:4326", 0), ("EPSG:32631", 35)])
def test_another_crs_and_a_turned_map_show_the_mask_in_its_place(live, window, products, wait_until, crs, rotation):
    """Cloud is painted where the mask of the whole product, shown as a layer on the same canvas, paints it."""
    from qgis.core import QgsCoordinateTransform, QgsMapRendererParallelJob

    target = QgsCoordinateReferenceSystem(crs)
    window.canvas.setDestinationCrs(target)
    window.canvas.setRotation(rotation)
    extent = QgsCoordinateTransform(UTM, target, QgsProject.instance()).transformBoundingBox(band(products[0]).extent())
    look_at(window, extent)
    assert live.turn_on(products[0])
    wait_until(lambda: live.is_ready, 120)
    layer = live._parts.overlay._layers[0]
    settings = window.canvas.mapSettings()
    settings.setLayers([layer])
    settings.setBackgroundColor(QColor(0, 0, 0, 0))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    wanted = job.renderedImage()
    live._parts.bar.opacity.setValue(100)
    wait_until(lambda: live.is_ready, 10)
    painted = picture(window)
    checked = wrong = 0
    for x in range(3, wanted.width(), 5):
        for y in range(3, wanted.height(), 5):
            colour = wanted.pixelColor(x, y)
            checked += colour.alpha() == 255
            wrong += colour.alpha() == 255 and painted.pixelColor(x, y).rgb() != colour.rgb()
    assert checked > 50 and wrong < 0.01 * checked, (wrong, checked)


def test_the_next_product_keeps_the_view_and_nothing_of_the_former_stays(live, window, products, wait_until):
    on(live, window, wait_until, products[0])
    live._parts.bar.offer(products)
    extent = window.canvas.extent()
    QTest.keyClick(window.canvas, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    assert live._parts.bar.product == products[1]
    assert class_pixels(window) == 0, "the former product's mask is still there"
    wait_until(lambda: live.is_ready, 60)
    assert live._answer.product == products[1] and window.canvas.extent() == extent
    QTest.keyClick(window.canvas, Qt.Key.Key_B, Qt.KeyboardModifier.ShiftModifier)
    wait_until(lambda: live.is_ready, 60)
    assert live._answer.product == products[0]


def test_switching_faster_than_answers_come_paints_the_last_product_only(live, window, products, wait_until):
    on(live, window, wait_until, products[0])
    live._parts.bar.offer(products)
    painted = []
    live._parts.engine.answered.connect(lambda answer: painted.append((live._parts.bar.product, answer.product)))
    for turn in range(31):
        live._parts.bar.step(1)
        look_at(window, QgsRectangle(band(products[0]).extent().buffered(-10.0 * turn)))
        wait_until(lambda turn=turn: True)
    wait_until(lambda: live.is_ready, 120)
    assert live._answer.product == live._parts.bar.product == products[1]
    assert all(chosen == product for chosen, product in painted)


def test_a_killed_engine_is_started_anew_and_said(own_live, own_window, products, wait_until, alive):
    on(own_live, own_window, wait_until, products[0])
    first = own_live._parts.engine.process_id
    os.kill(first, signal.SIGKILL)
    wait_until(lambda: own_window.warnings, 10)
    assert "restarted" in own_window.warnings[-1] and own_live.is_on
    look_at(own_window, band(products[0]).extent().buffered(-500))
    wait_until(lambda: own_live.is_ready, 120)
    assert own_live._parts.engine.process_id not in (0, first) and not alive(first)


def test_an_engine_that_dies_again_and_again_switches_live_off(
    own_live, own_window, products, wait_until, scripted_engine, monkeypatch
):
    monkeypatch.setenv("S2CLOUDMASK_PYTHON", scripted_engine("os.kill(os.getpid(), signal.SIGKILL)"))
    look_at(own_window, band(products[0]).extent())
    assert own_live.turn_on(products[0])
    wait_until(lambda: not own_live.is_on, 30)
    assert "without an answer" in own_window.warnings[-1] or any(
        "without an answer" in text for text in own_window.warnings
    )


def test_an_engine_that_will_not_end_is_killed_within_two_seconds(qgis_app, scripted_engine, wait_until, alive):
    from s2cloudmask.bridge.live_engine import LiveEngine

    stubborn = "signal.signal(signal.SIGTERM, signal.SIG_IGN)\nwhile True: time.sleep(1)"
    parent = QObject()
    engine = LiveEngine(scripted_engine(stubborn), parent)
    engine.begin()
    wait_until(lambda: engine.process_id)
    pid, process = engine.process_id, engine._process
    engine.close()
    (kill,) = process.findChildren(QTimer)
    assert kill.isActive() and kill.interval() < 2000
    wait_until(lambda: not alive(pid))


def test_rubbish_and_answers_from_elsewhere_are_refused(
    own_live, own_window, products, wait_until, scripted_engine, monkeypatch
):
    body = """
for line in sys.stdin:
    request = json.loads(line)
    event("answer", id=request["id"], view="map", stage="final", product=request.get("product"), granule="g",
          raster="/etc/hostname", resolution=20, model="m", classes={}, fractions={}, seconds=0)
"""
    monkeypatch.setenv("S2CLOUDMASK_PYTHON", scripted_engine(body))
    look_at(own_window, band(products[0]).extent())
    assert own_live.turn_on(products[0])
    wait_until(lambda: not own_live.is_on, 30)
    assert any("not an event" in text for text in own_window.warnings)


def test_a_product_that_is_removed_is_a_sentence_and_live_goes_on(own_live, own_window, products, wait_until, tmp_path):
    gone = tmp_path / Path(products[0]).name
    shutil.copytree(products[0], gone)
    on(own_live, own_window, wait_until, str(gone))
    shutil.rmtree(gone)
    look_at(own_window, band(products[0]).extent().buffered(-600))
    wait_until(lambda: own_window.warnings, 60)
    assert gone.name in own_window.warnings[-1] and own_live.is_on and class_pixels(own_window) == 0
    own_live._parts.bar.choose(products[1])
    wait_until(lambda: own_live.is_ready, 120)
    assert class_pixels(own_window) > 0


def test_a_map_beside_the_product_says_so_and_finds_back(live, window, products, wait_until):
    on(live, window, wait_until, products[0])
    extent = band(products[0]).extent()
    look_at(
        window, QgsRectangle(extent.xMaximum() + 9000, extent.yMinimum(), extent.xMaximum() + 12000, extent.yMaximum())
    )
    wait_until(lambda: "beside" in live._parts.bar.words.text(), 60)
    assert not live._parts.overlay.has_answer
    live._parts.bar.zoom.trigger()
    wait_until(lambda: live.is_ready, 60)
    assert window.canvas.extent().contains(extent.center())


def test_a_closed_project_leaves_live_at_work(live, window, products, wait_until, project):
    layer = band(products[0])
    project.addMapLayer(layer)
    on(live, window, wait_until, products[0])
    project.clear()
    look_at(window, band(products[0]).extent().buffered(-300))
    wait_until(lambda: live.is_ready, 60)
    assert live._answer.product == products[0]


def test_the_products_of_layers_are_offered_and_others_dropped_on_the_bar(
    own_live, own_window, products, wait_until, project
):
    project.addMapLayer(band(products[0]))
    look_at(own_window, band(products[0]).extent())
    assert own_live.turn_on()
    assert own_live._parts.bar.paths == [products[0]]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(products[1])])
    own_live._parts.bar.dropEvent(
        QDropEvent(own_live._parts.bar.rect().center(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                   Qt.KeyboardModifier.NoModifier)
    )  # fmt: skip
    assert own_live._parts.bar.paths == products and own_live._parts.bar.product == products[1]
    wait_until(lambda: own_live.is_ready, 120)


def test_two_at_once_do_not_meet(window, live, own_window, own_live, products, wait_until):
    on(live, window, wait_until, products[0])
    on(own_live, own_window, wait_until, products[1])
    assert live._parts.engine.process_id != own_live._parts.engine.process_id
    own_live.turn_off()
    look_at(window, band(products[0]).extent().buffered(-450))
    wait_until(lambda: live.is_ready, 60)
    assert class_pixels(window) > 0


def test_without_an_engine_it_says_how_to_set_it_up(own_live, own_window, monkeypatch):
    monkeypatch.delenv("S2CLOUDMASK_PYTHON")
    heard = []
    own_live.switched.connect(heard.append)
    assert not own_live.turn_on("/nowhere")
    assert heard == [False] and "Set up the engine" in own_window.warnings[-1]


def test_a_run_shows_first_pixels_until_it_ends(window, settings, project, scripted_engine, wait_until, tmp_path):
    from osgeo import gdal, osr

    from s2cloudmask.bridge.product_info import info_from_name
    from s2cloudmask.bridge.settings import MaskSettings
    from s2cloudmask.ui.live.run_preview import RunPreview
    from s2cloudmask.ui.runs.mask_task import MaskRun
    from s2cloudmask.ui.runs.run_queue import RunQueue

    raster = gdal.GetDriverByName("GTiff").Create(str(tmp_path / "rough.tif"), 40, 40)
    raster.SetGeoTransform((500000, 60, 0, 4800000, 0, -60))
    system = osr.SpatialReference()
    system.ImportFromEPSG(32631)
    raster.SetProjection(system.ExportToWkt())
    raster.GetRasterBand(1).Fill(1)
    del raster
    body = f"""
import shutil
folder = arguments[arguments.index("--previews") + 1]
shutil.copy({str(tmp_path / "rough.tif")!r}, os.path.join(folder, "1.tif"))
event("preview", product="p", raster="/etc/hostname", resolution=120)
event("preview", product="p", raster=os.path.join(folder, "1.tif"), resolution=120)
sys.stdin.read()
"""
    queue = RunQueue(window)
    preview = RunPreview(queue, window.canvas)
    queue.add(MaskRun(scripted_engine(body), (info_from_name("p"),), MaskSettings(), str(tmp_path)))
    try:
        wait_until(lambda: preview.is_shown, 60)
        preview._overlay.set_look(1.0, False, 0)
        assert class_pixels(window) > 1000 and not project.mapLayers() and not project.isDirty()
        queue.cancel()
        wait_until(lambda: queue.present is None, 30)
        assert class_pixels(window) == 0
    finally:
        queue.close()


def test_the_review_dock_has_the_switch(window, settings, project, qgis_app):
    from s2cloudmask.ui.review.dock import ReviewDock

    dock = ReviewDock(window, window.window)
    asked = []
    dock.live_asked.connect(asked.append)
    dock._panel.live.click()
    assert asked == [""] and dock._panel.live.isChecked()
    dock.show_live(False)
    assert not dock._panel.live.isChecked()
    dock.end()
