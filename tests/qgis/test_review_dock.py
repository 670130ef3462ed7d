"""The review dock in real QGIS: masks of the real engine over a simulated product."""

from __future__ import annotations

import csv
import os
import shutil
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QImage


@pytest.fixture
def folder(review_masks, tmp_path) -> str:
    """A copy that the test may write into; the product lies beside it."""
    (product,) = review_masks.parent.glob("*.SAFE")
    (tmp_path / product.name).symlink_to(product)
    return str(shutil.copytree(review_masks, tmp_path / "masks"))


@pytest.fixture
def dock(qgis_iface, settings, project, remembering_engine, monkeypatch, wait_until):
    """The dock beside a canvas, as the plugin shows it."""
    from s2cloudmask.ui.review.dock import ReviewDock

    monkeypatch.setenv("S2CLOUDMASK_PYTHON", remembering_engine)
    canvas = qgis_iface.mapCanvas()
    canvas.setFixedSize(500, 400)
    canvas.window().show()
    wait_until(lambda: canvas.mapSettings().outputSize().width() > 450, 5)
    dock = ReviewDock(qgis_iface)
    dock.open()
    yield dock
    dock.end()
    dock.deleteLater()
    canvas.window().hide()


@pytest.fixture
def opened(dock, folder, wait_until):
    """The dock with a folder whose first mask is shown, scored and painted."""
    dock.open_folder(folder)
    wait_until(lambda: not dock._engine.is_busy)
    wait_until(lambda: dock._view.is_ready)
    assert dock._panel.masks.topLevelItemCount() == 2
    return dock


def press(widget, key, modifier=None):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    QTest.keyClick(widget, getattr(Qt.Key, f"Key_{key}"), modifier or Qt.KeyboardModifier.NoModifier)


def rows_of(folder, name):
    with open(Path(folder) / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def colours_of(image, part=(0.0, 1.0)):
    """How many pixels of each class colour an image has, between two shares of its width."""
    from s2cloudmask.ui.review.overlay import CLASS_COLOURS

    wanted = {colour.rgb(): value for value, colour in CLASS_COLOURS.items()}
    counts = dict.fromkeys(wanted.values(), 0)
    for x in range(int(part[0] * image.width()), int(part[1] * image.width())):
        for y in range(image.height()):
            value = wanted.get(image.pixel(x, y) | 0xFF000000)
            if value and image.pixel(x, y) >> 24 == 255:
                counts[value] += 1
    return counts


def painted(dock):
    """The overlay alone, at full opacity."""
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtGui import QImage, QPainter

    overlay = dock._view._overlay
    image = QImage(overlay._canvas.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    if overlay.isVisible():
        painter.translate(overlay.pos())
        overlay.paint(painter)
    painter.end()
    return image


def test_a_folder_shows_its_masks_over_their_product(opened, project):
    panel = opened._panel
    assert [panel.masks.topLevelItem(row).text(2) for row in range(2)] == ["UKIS 20 m", "own:classi 20 m"]
    assert "cloud" in panel.shares.text() and "%" in panel.shares.text()
    assert not panel.find_product.isVisible()
    (layer,) = project.mapLayers().values()
    assert layer.isValid() and layer.bandCount() == 3
    statistics = layer.dataProvider().bandStatistics(1)
    assert statistics.maximumValue > statistics.minimumValue > 0
    assert panel.order_note.text() == "The most uncertain tiles first"
    scores = [float(panel.tiles.topLevelItem(row).text(1)[:-2]) for row in range(1, panel.tiles.topLevelItemCount())]
    assert len(scores) > 10 and scores == sorted(scores, reverse=True)
    assert not project.isDirty(), "looking at masks is no change to save"


def test_pictures_replace_one_another_and_go_with_the_dock(opened, project):
    panel = opened._panel
    titles = [panel.picture.itemText(row) for row in range(panel.picture.count())]
    assert len(titles) == 5
    for row, bands in enumerate((3, 3, 3, 1)):
        panel.picture.setCurrentIndex(row)
        (layer,) = project.mapLayers().values()
        assert (layer.isValid(), layer.bandCount()) == (True, bands)
    panel.picture.setCurrentIndex(4)
    assert not project.mapLayers()
    panel.picture.setCurrentIndex(0)
    opened.close()
    assert not project.mapLayers() and not project.layerTreeRoot().children()
    opened.open()
    assert len(project.mapLayers()) == 1


@pytest.mark.parametrize("before", [True, False])
def test_views_beside_the_one_that_is_judged_are_not_drawn(dock, folder, before, qgis_iface):
    """A review jumps: what QGIS draws around a view, for a map that is dragged, took most of its work."""
    canvas = qgis_iface.mapCanvas()
    canvas.setPreviewJobsEnabled(before)
    dock.open_folder(folder)
    assert not canvas.previewJobsEnabled()
    dock.close()
    assert canvas.previewJobsEnabled() == before
    dock.open()
    dock.open_folder(folder)
    assert not canvas.previewJobsEnabled()
    dock.open_folder(os.path.dirname(folder))  # no mask: no review
    assert canvas.previewJobsEnabled() == before


def test_opacity_classes_outline_flicker_and_swipe(opened, wait_until):
    panel, view = opened._panel, opened._view
    panel.opacity.setValue(100)
    whole = colours_of(painted(opened))
    assert whole[1] > 500 and whole[3] > 500
    panel.only_class.setCurrentIndex(panel.only_class.findData(3))
    assert colours_of(painted(opened)) == {1: 0, 2: 0, 3: whole[3]}
    panel.outline.setChecked(True)
    assert 0 < colours_of(painted(opened))[3] < whole[3] / 2
    assert not panel.opacity.isEnabled()
    panel.outline.setChecked(False)
    panel.only_class.setCurrentIndex(0)
    assert colours_of(painted(opened)) == whole
    press(opened._canvas, "Space")
    assert sum(colours_of(painted(opened)).values()) == 0 and not panel.flicker.isChecked()
    press(panel.tiles, "Space")
    assert colours_of(painted(opened)) == whole
    panel.swipe.setChecked(True)
    left, right = colours_of(painted(opened), (0, 0.48)), colours_of(painted(opened), (0.52, 1))
    assert sum(left.values()) == 0 and sum(right.values()) > 500
    from qgis.PyQt.QtCore import Qt

    for _ in range(30):
        press(opened._canvas, "Left", Qt.KeyboardModifier.ShiftModifier)
    assert colours_of(painted(opened), (0.02, 1)) == colours_of_without_line(whole, painted(opened), (0.02, 1))
    panel.swipe.setChecked(False)
    assert opened._canvas.mapTool() is not view._tool
    panel.opacity.setValue(0)
    assert sum(colours_of(painted(opened)).values()) == 0


def colours_of_without_line(whole, image, part):
    """All of the mask is to be seen when the line is at the left edge."""
    now = colours_of(image, part)
    assert sum(now.values()) > 0.95 * sum(whole.values())
    return now


def test_two_masks_are_compared(opened, wait_until):
    panel = opened._panel
    panel.opacity.setValue(100)
    assert colours_of(painted(opened))[2] == 0, "this network has no thin cloud"
    panel.other.setCurrentIndex(1)
    wait_until(lambda: not opened._engine.is_busy and opened._view.is_ready)
    assert panel.order_note.text() == "The tiles where the two masks differ most first"
    press(opened._canvas, "Space")
    assert colours_of(painted(opened))[2] > 100 and colours_of(painted(opened))[3] == 0
    assert panel.status.text() == "Shown now: own:classi 20 m"
    press(opened._canvas, "Space")
    assert colours_of(painted(opened))[3] > 100


def test_the_overlay_follows_the_map(opened, wait_until):
    opened._panel.opacity.setValue(100)
    opened._tiles.step(1)
    bounds = opened._tiles.subject.bounds
    wait_until(lambda: opened._view.is_ready)
    extent = opened._canvas.extent()
    assert extent.xMinimum() <= bounds[0] and extent.yMaximum() >= bounds[3] and extent.width() < 3000
    # What is painted is the class of the mask at that place, pixel for pixel.
    from qgis.core import QgsPointXY

    image, provider = painted(opened), opened._view._mask.dataProvider()
    transform = opened._canvas.getCoordinateTransform()
    seen = set()
    for along in range(1, 20):
        for down in range(1, 20):
            x, y = int(image.width() * along / 20), int(image.height() * down / 20)
            point = transform.toMapCoordinates(x, y)
            value, there = provider.sample(QgsPointXY(point), 1)
            clear = not there or value in (0, 255)
            seen.add(value)
            assert (image.pixel(x, y) >> 24 == 0) == clear, (x, y, value)
    assert len(seen) > 1


def test_verdicts_and_notes_are_kept_and_come_back(opened, folder, dock, wait_until):
    from qgis.PyQt.QtTest import QTest

    panel = opened._panel
    press(panel.tiles, "G")
    assert rows_of(folder, "review_verdicts.csv")[0]["verdict"] == "good"
    assert panel.masks.topLevelItem(0).text(3) == "good"
    press(panel.tiles, "N")
    press(opened._canvas, "W")
    QTest.keyClicks(panel.note, "Bright roofs, good guess")
    tile = opened._tiles.subject.tile
    press(panel.tiles, "N")
    rows = rows_of(folder, "review_verdicts.csv")
    assert [(row["tile"], row["verdict"], row["note"]) for row in rows] == [
        ("", "good", ""), (tile, "wrong", "Bright roofs, good guess"),
    ]  # fmt: skip
    press(panel.tiles, "B")
    assert panel.note.text() == "Bright roofs, good guess" and panel.wrong.isChecked()
    press(panel.tiles, "W")
    assert rows_of(folder, "review_verdicts.csv")[1]["verdict"] == "", "the same key again takes it back"
    opened.open_folder(folder)
    wait_until(lambda: not opened._engine.is_busy)
    assert panel.good.isChecked() and panel.masks.topLevelItem(0).text(3) == "good"


def test_a_verdict_that_cannot_be_saved_says_so(opened, folder):
    (Path(folder) / "review_verdicts.csv").write_text("name,price\n")
    press(opened._panel.tiles, "G")
    assert "could not be saved" in opened._panel.status.text()
    assert opened._panel.status_icon.isVisibleTo(opened)
    assert not opened._panel.good.isChecked(), "what is not kept is not shown as kept"


def test_more_points_can_be_drawn_beside_those_labelled(opened, folder, wait_until):
    panel = opened._panel
    panel.tabs.setCurrentWidget(panel.points_page)
    for count, total in ((6, 6), (20, 26)):
        panel.count.setValue(count)
        assert panel.draw.isEnabled()
        panel.draw.click()
        wait_until(lambda: not opened._engine.is_busy)
        rows = rows_of(folder, "review_points.csv")
        assert total - 2 <= len(rows) <= total, "a place that is drawn twice is one point"
        assert [row["point"] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]
        assert opened._points.place == len(rows) - len(rows[total - count :])
        opened._points.label("clear")
    assert rows_of(folder, "review_points.csv")[0]["label"] == "clear"


def test_points_are_labelled_by_key_and_give_the_accuracy(opened, folder, wait_until):
    panel = opened._panel
    panel.tabs.setCurrentWidget(panel.points_page)
    panel.count.setValue(40)
    panel.draw.click()
    wait_until(lambda: not opened._engine.is_busy)
    rows = rows_of(folder, "review_points.csv")
    assert len(rows) == 40 and {row["label"] for row in rows} == {""}
    assert not panel.flicker.isChecked(), "the mask is hidden while points are labelled"
    keys = {"clear": "1", "cloud": "2", "shadow": "3"}
    for number in range(40):
        point = opened._points.points.points[opened._points.place]
        centre = opened._canvas.center()
        assert (centre.x(), centre.y()) == pytest.approx((point.x, point.y), abs=1)
        value, _ = opened._view._mask.dataProvider().sample(centre, 1)
        assert {"clear": (0,), "cloud": (1, 2), "shadow": (3,)}[point.stratum].count(int(value)) == 1
        wrong = "clear" if point.stratum == "cloud" else "cloud"
        press(opened._canvas, keys[wrong if number == 7 else point.stratum])
        assert rows_of(folder, "review_points.csv")[number]["label"], "each label is on the disk at once"
    assert panel.point_progress.value() == 40
    text = panel.accuracy.text()
    assert "Overall accuracy" in text and "±" in text and "Olofsson" in text
    opened.open_folder(folder)
    assert opened._points.points.done == 40, "a second session continues"


def test_a_product_elsewhere_is_found_once_named(dock, review_masks, tmp_path, project, wait_until):
    shutil.copytree(review_masks, tmp_path / "alone" / "masks")
    dock.open_folder(str(tmp_path / "alone" / "masks"))
    wait_until(lambda: not dock._engine.is_busy)
    assert dock._panel.find_product.isVisibleTo(dock) and not project.mapLayers()
    assert "was not found" in dock._panel.product_note.text()
    dock._below.add_folder(str(review_masks.parent))
    wait_until(lambda: len(project.mapLayers()) == 1)
    assert not dock._panel.find_product.isVisibleTo(dock)


def test_without_an_engine_masks_are_still_shown_and_judged(dock, folder, monkeypatch, wait_until):
    monkeypatch.setenv("S2CLOUDMASK_PYTHON", "/nowhere/python")
    dock.open_folder(folder)
    wait_until(lambda: dock._view.is_ready)
    assert "/nowhere/python" in dock._panel.order_note.text()
    dock._panel.opacity.setValue(100)
    assert colours_of(painted(dock))[1] > 500
    press(dock._panel.tiles, "U")
    assert rows_of(folder, "review_verdicts.csv")[0]["verdict"] == "usable"


def test_a_folder_without_masks_says_so(dock, tmp_path):
    dock.open_folder(str(tmp_path))
    assert "no cloud mask" in dock._panel.status.text()
    assert not dock._panel.tabs.isEnabled()


def test_another_project_gets_the_picture_again(opened, project, wait_until):
    project.clear()
    wait_until(lambda: len(project.mapLayers()) == 1)
    wait_until(lambda: opened._view.is_ready)


def test_the_scene_forgets_the_overlay_at_whatever_zoom(qgis_iface, project, folder, wait_until):
    """What the scene does not forget, it asks for its area at the next painting: a crash, if memory is then in use."""
    from qgis.PyQt.QtCore import QRectF

    from s2cloudmask.ui.review.overlay import ReviewOverlay, open_mask

    mask = open_mask(str(next(Path(folder).glob("*_cloudmask*.tif"))))
    canvas = qgis_iface.mapCanvas()
    canvas.setFixedSize(500, 400)
    project.setCrs(mask.crs())
    canvas.setDestinationCrs(mask.crs())
    everywhere = QRectF(-1e5, -1e5, 2e5, 2e5)
    for factor in (0.2, 5.0):
        canvas.setExtent(mask.extent())
        overlay = ReviewOverlay(canvas)
        overlay.set_masks(mask)
        wait_until(lambda overlay=overlay: overlay.is_ready)
        assert overlay in canvas.scene().items(everywhere)
        canvas.zoomByFactor(factor)
        overlay.updatePosition()
        overlay.close()
        assert overlay not in canvas.scene().items(everywhere)


def test_paint_to_correct(opened, folder, wait_until, qgis_app):
    """By mouse and keys: two strokes, one undone, saved as a mask of its own with the strokes beside it."""
    import json

    from qgis.core import QgsPointXY, QgsRasterLayer
    from qgis.gui import QgsRubberBand
    from qgis.PyQt.QtCore import QPoint, Qt
    from qgis.PyQt.QtTest import QTest

    dock, panel, canvas = opened, opened._panel, opened._canvas
    mask = dock._mask
    layer = QgsRasterLayer(mask.path, "")
    extent = layer.extent()
    dock._view.zoom_to((extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()))
    panel.tabs.setCurrentWidget(panel.paint_page)
    QTest.mouseClick(panel.paint, Qt.MouseButton.LeftButton)
    viewport, none = canvas.viewport(), Qt.KeyboardModifier.NoModifier

    def paint(value, *places):
        panel.paint_class.setCurrentIndex(panel.paint_class.findData(value))
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, none, QPoint(*places[0]))
        for place in places[1:]:
            QTest.mouseMove(viewport, QPoint(*place))
            qgis_app.processEvents()
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, none, QPoint(*places[-1]))

    def bands() -> int:
        return sum(isinstance(item, QgsRubberBand) and item.numberOfVertices() > 5 for item in canvas.items())

    before = bands()
    paint(3, (200, 200), (230, 200), (260, 200))
    paint(2, (240, 150))
    assert bands() == before + 2 and "2 stroke(s)" in panel.paint_note.text()
    QTest.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bands() == before + 1 and len(dock._painting.strokes) == 1
    middle = canvas.getCoordinateTransform().toMapCoordinates(230, 200)
    aside = canvas.getCoordinateTransform().toMapCoordinates(240, 150)
    QTest.mouseClick(panel.paint_save, Qt.MouseButton.LeftButton)
    corrected = Path(mask.path.replace(".tif", "_corrected.tif"))
    wait_until(lambda: dock._mask is not None and dock._mask.path == str(corrected))
    assert bands() == before and panel.status.text() == f"Saved in {corrected.name}"

    def value_at(path, place) -> float:
        raster = QgsRasterLayer(str(path), "")
        return raster.dataProvider().sample(QgsPointXY(place), 1)[0]

    assert value_at(corrected, middle) == 3
    assert value_at(corrected, aside) == value_at(mask.path, aside)
    told = json.loads(corrected.with_suffix(".json").read_text("utf-8"))["corrected"]
    assert told["from"] == Path(mask.path).name and told["strokes"] == 1 and set(told["painted"]) == {"cloud_shadow"}
    labels = json.loads(corrected.with_suffix(".geojson").read_text("utf-8"))["features"]
    assert [feature["properties"] for feature in labels] == [{"label": "cloud_shadow", "mask": corrected.name}]

    # A correction is corrected further in its place; the first mask leads to it.
    there = canvas.getCoordinateTransform().transform(middle)
    paint(0, (round(there.x()), round(there.y())))
    QTest.mouseClick(panel.paint_save, Qt.MouseButton.LeftButton)
    wait_until(lambda: not dock._painting.strokes)
    assert value_at(corrected, middle) == 0
    dock._show_mask(mask)
    paint(0, (230, 200))
    QTest.mouseClick(panel.paint_save, Qt.MouseButton.LeftButton)
    assert "choose it in the list" in panel.status.text() and len(dock._painting.strokes) == 1
    panel.tabs.setCurrentWidget(panel.tiles_page)
    assert not panel.paint.isChecked()


def test_the_verdict_is_in_sight_on_a_low_screen(opened, qgis_app):
    """QGIS' own bars leave some 600 pixels of 768."""
    from qgis.PyQt.QtCore import QPoint

    opened.setFloating(True)
    heights = []
    for height in (600, 900):
        opened.resize(380, height)
        for _ in range(5):
            qgis_app.processEvents()
        assert opened.height() == height
        for button in (opened._panel.good, opened._panel.note):
            assert button.mapTo(opened, QPoint(0, button.height())).y() < height
        heights.append(opened._panel.tiles.height())
    assert heights[1] > heights[0] + 100, "more room is for the tiles"


class SlowJob(QObject):
    """A renderer's job that does not end by itself."""

    finished = pyqtSignal()

    def __init__(self, settings):
        super().__init__()
        self.settings, self.active, self.is_cancelled, self.waited = settings, False, False, 0

    def start(self):
        self.active = True

    def isActive(self):
        return self.active

    def cancelWithoutBlocking(self):
        self.is_cancelled = True

    def waitForFinished(self):
        self.waited += 1
        self.end()

    def mapSettings(self):
        return self.settings

    def renderedImage(self):
        return QImage(self.settings.outputSize(), QImage.Format.Format_ARGB32_Premultiplied)

    def end(self):
        self.active = False
        self.finished.emit()


def test_a_moved_map_does_not_wait_for_the_rendering_it_cancels(qgis_iface, project, folder, monkeypatch):
    """The canvas may move many times while the first rendering is still reading its raster."""
    from s2cloudmask.ui.review import overlay as module

    jobs = []
    monkeypatch.setattr(
        module, "QgsMapRendererParallelJob", lambda settings: jobs.append(SlowJob(settings)) or jobs[-1]
    )
    canvas = qgis_iface.mapCanvas()
    mask = module.open_mask(str(next(Path(folder).glob("*_cloudmask*.tif"))))
    canvas.setDestinationCrs(mask.crs())
    canvas.setExtent(mask.extent())
    overlay = module.ReviewOverlay(canvas)
    overlay.set_masks(mask)
    overlay.set_masks(mask)
    overlay.set_masks(mask)
    first, second, third = jobs
    assert [job.is_cancelled for job in jobs] == [True, True, False]
    assert [job.waited for job in jobs] == [0, 0, 0]
    first.end()  # late, and of a view that has gone
    assert overlay._rendered == [None, None] and not overlay.is_ready
    third.end()
    assert overlay._rendered[0] is not None and overlay.is_ready
    overlay.close()
    assert second.waited == 1 and third.waited == 0
