"""The review in the QGIS desktop itself: killed in the middle of labelling, reloaded, its keys beside QGIS' own."""

from __future__ import annotations

import csv
import os
import shutil
import signal
from pathlib import Path

import desktop_session
import pytest
from osgeo import gdal

OPEN = """
import os, signal
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

def press(widget, key):
    QTest.keyClick(widget, getattr(Qt.Key, "Key_" + key))

def review(folder):
    plugin().open_review()
    dock = plugin()._review
    dock.open_folder(folder)
    return dock

def count():
    return {
        "docks": sum("s2cloudmask" in dock.objectName() for dock in iface.mainWindow().findChildren(QDockWidget)),
        "layers": len(QgsProject.instance().mapLayers()),
        "groups": len(QgsProject.instance().layerTreeRoot().children()),
        "items": len(iface.mapCanvas().scene().items()),
    }
"""


@pytest.fixture
def folder(review_masks, tmp_path) -> Path:
    """A copy of a folder of masks that the test may write into; the product lies beside it."""
    if shutil.which("qgis") is None or not os.environ.get("DISPLAY"):
        pytest.skip("needs the qgis desktop and a display (xvfb-run)")
    (product,) = review_masks.parent.glob("*.SAFE")
    (tmp_path / product.name).symlink_to(product)
    return shutil.copytree(review_masks, tmp_path / "masks")


def rows_of(path: Path) -> list:
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_labels_survive_a_killed_qgis_keys_work_beside_its_own_and_a_reload_takes_all_away(
    folder, engine_python, tmp_path
):
    process = desktop_session.start(
        OPEN
        + f"""
def scenario():
    dock = review({str(folder)!r})
    yield lambda: not dock._engine.is_busy
    press(dock._panel.tiles, "U")
    dock._panel.tabs.setCurrentWidget(dock._panel.points_page)
    dock._panel.count.setValue(20)
    dock._panel.draw.click()
    yield lambda: not dock._engine.is_busy
    for key in "12312":
        press(iface.mapCanvas(), key)
    os.kill(os.getpid(), signal.SIGKILL)
    yield after(60)
""",
        tmp_path,
        engine=engine_python,
    )
    process.communicate(timeout=240)
    assert process.returncode == -signal.SIGKILL
    labels = [row["label"] for row in rows_of(folder / "review_points.csv")]
    assert labels == ["clear", "cloud", "shadow", "clear", "cloud"] + [""] * 15
    assert [row["verdict"] for row in rows_of(folder / "review_verdicts.csv")] == ["usable"]
    assert not [name for name in os.listdir(folder) if name.endswith(".part")]

    told = desktop_session.play(
        OPEN
        + f"""
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction

def scenario():
    first = count()
    rivals = []
    for key in ("W", "Space"):
        action = QAction("rival", iface.mainWindow())
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked=False, key=key: rivals.append(key))
        iface.mainWindow().addAction(action)
    dock = review({str(folder)!r})
    panel = dock._panel
    yield lambda: not dock._engine.is_busy and dock._view.is_ready
    say(usable=panel.usable.isChecked())
    iface.mainWindow().activateWindow()
    iface.mapCanvas().setFocus()
    yield after(0.3)
    press(iface.mapCanvas(), "Space")
    press(iface.mapCanvas(), "W")
    say(hidden=not panel.flicker.isChecked(), wrong=panel.wrong.isChecked())
    panel.note.setFocus()
    QTest.keyClicks(panel.note, "now G U 1")
    yield after(0.6)
    say(note=panel.note.text(), still=panel.wrong.isChecked(), rivals=len(rivals))
    panel.tabs.setCurrentWidget(panel.points_page)
    say(place=dock._points.place, done=dock._points.points.done)
    dock.close()
    press(iface.mapCanvas(), "W")
    yield after(0.2)
    say(after=[row for row in open({str(folder / "review_verdicts.csv")!r}, encoding="utf-8-sig")][1].split(",")[2:4])

    for _ in range(2):
        dock = review({str(folder)!r})
        yield lambda: not dock._engine.is_busy and dock._view.is_ready
        dock._panel.swipe.setChecked(True)
        dock._panel.tabs.setCurrentIndex(1)
        dock._tiles.step(1)
        yield after(0.2)
        shown = count()
        dock = panel = None
        reloadPlugin("s2cloudmask")
        yield after(0.3)
    say(first=first, shown=shown, last=count(), dirty=QgsProject.instance().isDirty())
""",
        tmp_path,
        engine=engine_python,
    )
    assert (told["place"], told["done"], told["usable"]) == (5, 5, True)
    assert told["hidden"] and told["wrong"]
    assert told["note"] == "now G U 1" and told["still"]
    assert told["after"] == ["wrong", "now G U 1"]
    # A reload takes the dock and all it shows away.
    assert told["shown"]["docks"] == 1 and told["shown"]["layers"] == 1
    assert told["last"] == told["first"] and told["first"]["docks"] == 0
    assert not told["dirty"]


def test_images_that_the_picture_covers_are_not_drawn(folder, engine_python, tmp_path):
    """Half of the work of a view of the review was to draw the images of a run below the picture."""
    band = next(tmp_path.glob("*.SAFE/GRANULE/*/IMG_DATA/*_B02.jp2"))
    mask = next(folder.glob("*_cloudmask.tif"))
    gdal.Translate(str(tmp_path / "wide.vrt"), str(band), options="-srcwin -10 -10 300 300")
    told = desktop_session.play(
        OPEN
        + f"""
from qgis.core import QgsFeature, QgsGeometry, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtGui import QPainter

def drawn():
    return [layer.name().split(":")[0] for layer in iface.mapCanvas().layers()]

def scenario():
    image, mask = QgsRasterLayer({str(band)!r}, "image"), QgsRasterLayer({str(mask)!r}, "mask")
    wide = QgsRasterLayer({str(tmp_path / "wide.vrt")!r}, "wide")
    area = QgsVectorLayer("Polygon?crs=" + image.crs().authid(), "area", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(image.extent()))
    area.dataProvider().addFeature(feature)
    area.updateExtents()
    for layer in (wide, area, image, mask):
        QgsProject.instance().addMapLayer(layer)
    yield after(0.5)
    say(before=drawn())
    dock = review({str(folder)!r})
    yield lambda: not dock._engine.is_busy and dock._view.is_ready and dock._view._background.layer
    yield after(0.5)
    say(reviewed=drawn())
    node = QgsProject.instance().layerTreeRoot().findLayer(dock._view._background.layer.id())
    node.setItemVisibilityChecked(False)
    yield after(0.5)
    say(unticked=drawn())
    node.setItemVisibilityChecked(True)
    yield after(0.5)
    say(ticked=drawn())
    dock._view._background.layer.setOpacity(0.5)
    say(see_through=drawn())
    dock._view._background.layer.setOpacity(1.0)
    say(opaque=drawn())
    dock._view._background.layer.setBlendMode(QPainter.CompositionMode.CompositionMode_Multiply)
    say(mixed=drawn())
    dock._view._background.layer.setBlendMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    QgsProject.instance().removeMapLayer(mask.id())
    dock._view._background.layer.setOpacity(0.5)
    say(without_mask=drawn())
    dock._view._background.layer.setOpacity(1.0)
    dock._panel.picture.setCurrentIndex(1)
    yield after(0.5)
    say(other_picture=drawn())
    foreign = QgsVectorLayer("Polygon", "foreign", "memory")  # another plugin's, on the canvas only
    iface.mapCanvas().setLayers([foreign, *iface.mapCanvas().layers()])
    dock._view._background.layer.setOpacity(0.5)
    say(foreign=drawn()[0])
    dock.close()
    yield after(0.5)
    say(closed=drawn())
""",
        tmp_path,
        engine=engine_python,
    )
    everything = ["mask", "image", "area", "wide"]
    assert told["before"] == told["unticked"] == everything
    assert told["reviewed"] == told["ticked"] == told["opaque"] == ["True colour (B04 B03 B02)", "area", "wide"]
    assert told["see_through"] == told["mixed"] == ["True colour (B04 B03 B02)", *everything]
    assert told["other_picture"] == ["False colour (B08 B04 B03)", "area", "wide"]
    assert told["foreign"] == "foreign"
    assert told["without_mask"] == ["True colour (B04 B03 B02)", *everything[1:]]
    assert told["closed"] == everything[1:]
