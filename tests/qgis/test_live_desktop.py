"""The live mask in the QGIS desktop itself, by mouse and keys, on a screen of double density in the dark theme."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import desktop_session
import pytest

SESSION = """
from qgis.core import QgsCoordinateReferenceSystem, QgsSettings
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest

LEFT = Qt.MouseButton.LeftButton

def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True

def press(action, bar):
    QTest.mouseClick(bar.widgetForAction(action), LEFT)

def switch():
    return next(action for action in iface.pluginToolBar().actions() if action.text() == "Live cloud mask")

def picture(name):
    QApplication.primaryScreen().grabWindow(0).save(os.path.join(FOLDER, name + ".png"))

def painted():
    image = iface.mapCanvas().grab().toImage()
    colours = {(230, 159, 0), (86, 180, 233), (204, 0, 119)}
    points = [(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)]
    return sum(image.pixelColor(x, y).getRgb()[:3] in colours for x, y in points) / len(points)

def scenario():
    main, canvas = iface.mainWindow(), iface.mapCanvas()
    main.showNormal()
    main.move(0, 0)
    main.resize(*SIZE)
    settings = QgsSettings()
    settings.setValue("s2cloudmask/mask/resolution", 20)
    settings.setValue("s2cloudmask/mask/model", "ukis_l1c")
    settings.setValue("s2cloudmask/mask/folder", os.path.join(FOLDER, "kept"))
    iface.addRasterLayer(BANDS[0], "B04")
    yield after(0.5)
    press(switch(), iface.pluginToolBar())
    live = plugin()._live
    yield lambda: live.is_ready and not canvas.isDrawing()
    engine = live._parts.engine.process_id
    live._parts.bar.opacity.setValue(100)
    yield lambda: live.is_ready
    say(density=canvas.devicePixelRatioF(), on=switch().isChecked(), first=painted(), size=canvas.width())
    picture("on")
    iface.actionPan().trigger()
    before, view = canvas.extent().center(), canvas.viewport()
    QTest.mousePress(view, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(200, 200))
    QTest.mouseMove(view, QPoint(150, 180))
    QTest.mouseMove(view, QPoint(100, 160))
    QTest.mouseRelease(view, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(100, 160))
    yield lambda: canvas.extent().center() != before
    say(asked_by_the_mouse=not live.is_ready)
    yield lambda: live.is_ready
    scale = canvas.scale()
    QTest.keyClick(canvas, Qt.Key.Key_PageUp)
    yield lambda: canvas.scale() < scale
    yield lambda: live.is_ready
    live._parts.bar.offer(PRODUCTS)
    chosen = [live._parts.bar.product]
    for key in (Qt.Key.Key_N, Qt.Key.Key_B):
        QTest.keyClick(canvas, key, Qt.KeyboardModifier.ShiftModifier)
        yield lambda: live.is_ready
        chosen.append(live._answer.product)
    say(chosen=chosen)
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    canvas.setRotation(30)
    yield after(0.3)
    yield lambda: live.is_ready and not canvas.isDrawing()
    say(turned=painted(), crs=canvas.mapSettings().destinationCrs().authid())
    picture("turned")
    canvas.setRotation(0)
    layers = len(QgsProject.instance().mapLayers())
    press(live._parts.bar.keep, live._parts.bar)
    yield lambda: plugin()._queue.present is None and len(QgsProject.instance().mapLayers()) > layers
    QgsProject.instance().setDirty(False)
    iface.newProject()
    yield after(0.3)
    yield lambda: live.is_ready or not live._parts.engine.is_waiting
    say(on_after_close=live.is_on, same_engine=live._parts.engine.process_id == engine)
    reloadPlugin("s2cloudmask")
    yield lambda: not alive(engine)
    say(after_reload=[plugin()._live.is_on, switch().isChecked()])
"""


def test_by_mouse_and_keys_from_the_switch_to_the_reload(engine_python, make_product, tmp_path, monkeypatch):
    if shutil.which("qgis") is None or not os.environ.get("DISPLAY"):
        pytest.skip("needs the qgis desktop and a display (xvfb-run)")
    monkeypatch.setenv("QT_SCALE_FACTOR", "2")
    monkeypatch.setenv("QT_SCALE_FACTOR_ROUNDING_POLICY", "Round")  # the 100 dpi of Xvfb count in QGIS 3.34: 2.08
    products = [make_product(size=366, seed=seed) for seed in (3, 4)]
    bands = [str(next(Path(product).glob("GRANULE/*/IMG_DATA/*_B04.jp2"))) for product in products]
    constants = {"PRODUCTS": products, "BANDS": bands, "FOLDER": str(tmp_path), "SIZE": (640, 500)}
    body = "".join(f"{name} = {value!r}\n" for name, value in constants.items()) + SESSION
    told = desktop_session.play(body, tmp_path, engine=engine_python, theme="Night Mapping")
    assert told["density"] == 2 and told["on"] and told["first"] > 0.05 and told["turned"] > 0.02
    assert told["asked_by_the_mouse"] and told["crs"] == "EPSG:3857"
    assert told["chosen"] == [products[0], products[1], products[0]]
    assert told["on_after_close"] and told["same_engine"] and told["after_reload"] == [False, False]
    assert list((tmp_path / "kept").glob("*_cloudmask.tif")), "Keep has masked the whole product"
