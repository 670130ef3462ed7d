"""Takes the pictures of the live mask, still and animated; docs/make_pictures.py calls it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "qgis"))

import desktop_session  # noqa: E402 (it lies with the tests, which stand on it too)

SESSION = """
from qgis.core import QgsCoordinateReferenceSystem, QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QImage, QPainter

def whole_screen(name):
    QApplication.primaryScreen().grabWindow(0).save(os.path.join(PICTURES, name + "_" + SUFFIX + ".png"))

def side_by_side(images, name):
    width = sum(image.width() for image in images) + 6 * (len(images) - 1)
    joined = QImage(width, images[0].height(), QImage.Format.Format_RGB32)
    joined.fill(0xFFFFFF)
    painter = QPainter(joined)
    at = 0
    for image in images:
        painter.drawImage(at, 0, image)
        at += image.width() + 6
    painter.end()
    joined.save(os.path.join(PICTURES, name + "_" + SUFFIX + ".png"))

def scenario():
    main = iface.mainWindow()
    main.showNormal()
    main.move(0, 0)
    main.resize(1400, 880)
    for dock in main.findChildren(QDockWidget):
        if dock.objectName() == "Browser":
            dock.hide()
    layer = iface.addRasterLayer(TRUE_COLOUR, "True colour")
    canvas = iface.mapCanvas()
    canvas.setExtent(layer.extent())
    canvas.refresh()
    yield after(3)
    iface.messageBar().clearWidgets()
    QgsSettings().setValue("s2cloudmask/mask/resolution", 10)  # so that the view is of several patches
    live = plugin()._live
    live.turn_on(PRODUCT)
    live._parts.bar.opacity.setValue(80)
    series = []

    def small():
        image = canvas.grab().toImage()
        side = min(image.width(), image.height())
        middle = image.copy((image.width() - side) // 2, 0, side, side)
        return middle.scaledToWidth(440)

    def frame(milliseconds):
        image = canvas.grab().toImage().scaledToWidth(520, Qt.TransformationMode.SmoothTransformation)
        number = len(os.listdir(FRAMES))
        image.save(os.path.join(FRAMES, "%02d_%d.png" % (number, milliseconds)))

    def shown(stage):
        return lambda: live.is_ready or (live._answer and live._answer.stage == stage and live._parts.overlay.is_ready)

    for stage in ("coarse", "partial"):
        yield shown(stage)
        series.append(small())
        frame(500)
    yield lambda: live.is_ready
    yield after(0.5)
    series.append(small())
    frame(1500)
    canvas.zoomByFactor(0.35)
    for east, south in ((0, 0), (0.4, 0), (0, 0.4)):
        extent = canvas.extent()
        middle = extent.center()
        canvas.setCenter(type(middle)(middle.x() + east * extent.width(), middle.y() - south * extent.height()))
        canvas.refresh()
        yield lambda: not canvas.isDrawing()
        frame(300)
        for stage in ("coarse", "partial"):
            yield shown(stage)
            yield lambda: not canvas.isDrawing()
            frame(300)
        yield lambda: live.is_ready and not canvas.isDrawing()
        frame(1000)
    canvas.setExtent(layer.extent())
    canvas.refresh()
    yield lambda: live.is_ready and not canvas.isDrawing()
    side_by_side(series, "live_series")
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    canvas.setRotation(25)
    yield after(1)
    canvas.zoomByFactor(0.45)
    yield after(1)
    yield lambda: live.is_ready and not canvas.isDrawing()
    yield after(1)
    live._point_at(canvas.center())
    whole_screen("live")
    live.turn_off()
"""


def take_live(engine: str, product: str, work: Path, pictures: Path, suffix: str, theme: str) -> None:
    """Write live_<suffix>.png, live_series_<suffix>.png and live_<suffix>.gif into `pictures`; `work` is empty."""
    frames = work / "frames"
    frames.mkdir()
    true_colour = next(Path(product).glob("GRANULE/*/IMG_DATA/*_TCI.jp2"))
    constants = {"PICTURES": str(pictures), "SUFFIX": suffix, "PRODUCT": product, "TRUE_COLOUR": str(true_colour)}
    constants["FRAMES"] = str(frames)
    body = "".join(f"{name} = {value!r}\n" for name, value in constants.items()) + SESSION
    desktop_session.play(body, work, seconds=1500, engine=engine, theme=theme)
    # Pillow lies beside the engine, not beside QGIS.
    small = [engine, str(ROOT / "docs" / "pictures_small.py"), "--animated", str(pictures / f"live_{suffix}.gif")]
    subprocess.run([*small, *map(str, sorted(frames.iterdir()))], check=True)
