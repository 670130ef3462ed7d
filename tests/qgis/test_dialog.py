"""The dialog by key and mouse: products in, choices, a run to its end, the way to the set-up page."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QLabel, QMessageBox, QPushButton

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(qgis_app, project, settings):
    from s2cloudmask.ui.dialog.mask_dialog import MaskDialog
    from s2cloudmask.ui.runs.run_queue import RunQueue

    queue = RunQueue(None)
    made = MaskDialog(None, queue)
    made.bring_up()
    yield made
    queue.close()
    made.end()
    # At once and in this thread: left to Python's collector, it could be deleted in the thread of a task.
    sip.delete(made)


@pytest.fixture
def with_engine(monkeypatch, engine_python):
    monkeypatch.setenv("S2CLOUDMASK_PYTHON", engine_python)


@pytest.fixture
def with_scripted_engine(monkeypatch, scripted_engine):
    """An engine that knows three models and reads every product as L1C; what it does with `mask` is up to the test."""

    def make(mask: str = "time.sleep(60)") -> None:
        body = """
def model(name, state, levels, finest):
    event('model', name=name, title=name + ' title', state=state, size_bytes=26796072, licence='CC BY-NC 4.0',
          citation='Somebody 2022', note='A note.', finest_resolution=finest,
          automatic=[10, 20, 30, 60] if name == 'small' else [], levels=levels,
          classes=[0, 1, 3] if name == 'small' else [0, 1, 2, 3], label=name.upper(), addresses=['https://a.example'])
if arguments[:2] == ['models', 'list']:
    model('big', 'missing', ['L1C'], 10)
    model('mine', 'ready', ['L1C'], 10)
    model('small', 'embedded', ['L1C'], 30)
elif arguments[0] == 'info':
    for path in arguments[1:-2]:
        if 'broken' in os.path.basename(path):
            event('error', product=path, code='missing-metadata', message='MTD_MSIL1C.xml is missing in ' + path + '.')
            continue
        event('product', path=path, name=os.path.basename(path), level='L1C', baseline='05.11',
              sensing_time='2024-07-15T16:48:49Z',
              granules=[{'tile': '15TVG', 'missing': [], 'bands': []}],
              models=[{'name': 'big', 'can_run': False, 'reason': 'its weights are not here'},
                      {'name': 'small', 'can_run': 'old' not in os.path.basename(path), 'reason': 'needs B12'}])
    sys.exit(1 if any('broken' in os.path.basename(path) for path in arguments) else 0)
elif arguments[0] == 'mask':
""" + "".join(f"    {line}\n" for line in mask.splitlines())
        monkeypatch.setenv("S2CLOUDMASK_PYTHON", scripted_engine(body))

    return make


def press(widget) -> None:
    QTest.mouseClick(widget, LEFT)


def cell(dialog, row, column) -> str:
    return str(dialog.products.view.model().index(row, column).data())


def states(dialog) -> list[str]:
    return [cell(dialog, row, 5) for row in range(dialog.products.view.model().rowCount())]


def products(tmp_path, *names) -> list[str]:
    made = []
    for name in names:
        (tmp_path / name).mkdir()
        (tmp_path / name / "MTD_MSIL1C.xml").touch()
        made.append(str(tmp_path / name))
    return made


def message(dialog) -> str:
    item = dialog.messages.currentItem()
    return item.text() if item is not None else ""


COMPACT = "S2A_MSIL1C_20240715T164849_N0511_R026_T15TVG_20240715T164849.SAFE"


def test_without_an_engine_products_are_listed_and_run_leads_to_the_set_up(dialog, tmp_path):
    dialog.products.add(products(tmp_path, COMPACT))
    assert [cell(dialog, 0, column) for column in range(6)] == [
        COMPACT[:-5], "2024-07-15 16:48", "15TVG", "L1C", "05.11", "Set up the engine first",
    ]  # fmt: skip
    assert "not set up" in message(dialog)
    press(dialog.run_button)
    assert dialog.tabs.currentWidget() is dialog.setup
    assert dialog.queue.present is None


def test_the_banner_leads_to_the_set_up_page(dialog):
    button = dialog.messages.currentItem().findChild(QAbstractButton)
    press(next(b for b in dialog.messages.findChildren(QAbstractButton) if "Set up" in b.text()) or button)
    assert dialog.tabs.currentWidget() is dialog.setup


def test_a_drop_from_the_file_manager_adds_products_and_scans_folders(dialog, tmp_path, wait_until):
    (tmp_path / "many" / "deep").mkdir(parents=True)
    inside = products(tmp_path / "many" / "deep", "A.SAFE", "B.SAFE")
    (single,) = products(tmp_path, COMPACT)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(single), QUrl.fromLocalFile(str(tmp_path / "many"))])
    drop(dialog, data)
    wait_until(lambda: len(states(dialog)) == 3, 5)
    assert {cell(dialog, row, 0) for row in range(3)} == {COMPACT[:-5], "A", "B"}
    drop(dialog, data)
    wait_until(lambda: not dialog.products.is_searching, 5)
    assert len(states(dialog)) == 3, "a product is listed once"
    assert len(inside) == 2


def test_a_drop_from_the_browser_adds_the_product_around_a_layer(dialog, tmp_path):
    from qgis.core import QgsMimeDataUtils

    (path,) = products(tmp_path, COMPACT)
    uri = QgsMimeDataUtils.Uri()
    uri.layerType = "raster"
    uri.providerKey = "gdal"
    uri.uri = f"SENTINEL2_L1C:{path}/MTD_MSIL1C.xml:10m:EPSG_32615"
    drop(dialog, QgsMimeDataUtils.encodeUriList([uri]))
    assert cell(dialog, 0, 0) == COMPACT[:-5]


def test_a_drop_of_something_else_is_refused_in_words(dialog, tmp_path):
    (tmp_path / "photo.jpg").touch()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "photo.jpg"))])
    drop(dialog, data)
    assert "photo.jpg" in message(dialog)
    assert states(dialog) == []


def drop(dialog, data) -> None:
    viewport = dialog.products.view.viewport()
    rest = (Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    enter, move = QDragEnterEvent(QPoint(5, 5), *rest), QDragMoveEvent(QPoint(6, 6), *rest)
    for event in (enter, move, QDropEvent(QPointF(6, 6), *rest)):
        QApplication.sendEvent(viewport, event)


def test_the_table_says_what_is_wrong_at_a_glance(dialog, tmp_path, with_scripted_engine, wait_until):
    with_scripted_engine()
    dialog.products.add(products(tmp_path, "a.SAFE", "broken.SAFE", "old.SAFE"))
    dialog.meet_engine()
    wait_until(lambda: "Reading…" not in states(dialog) and dialog.choices.model.count() == 4)
    assert states(dialog)[0] == "Ready"
    assert states(dialog)[1] == "MTD_MSIL1C.xml is missing in this product."
    assert states(dialog)[2] == "Its weights are not here"
    wait_until(lambda: "1 of 3 products chosen, 2 cannot run" in dialog.products.count.text())
    # A product that cannot run cannot be checked.
    assert not dialog.products.view.model().index(1, 0).flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert dialog.products.view.model().index(0, 0).flags() & Qt.ItemFlag.ItemIsUserCheckable
    dialog.choices.models.choose("small")
    assert states(dialog)[2] == "Needs B12"
    dialog.choices.models.choose("big")
    assert states(dialog)[2] == "Ready once the model is downloaded"


def test_space_unchecks_and_delete_removes(dialog, tmp_path):
    dialog.products.add(products(tmp_path, "a.SAFE", "b.SAFE"))
    view = dialog.products.view
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    assert "2 of 2" in dialog.products.count.text()
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert "1 of 2" in dialog.products.count.text()
    assert dialog.run_button.text() == "&Run (1)"
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert [cell(dialog, 0, 0)] == ["b"]
    press(dialog.products.clear)
    assert states(dialog) == []


def test_a_model_to_be_downloaded_shows_size_licence_and_button(dialog, with_scripted_engine, wait_until, qgis_app):
    with_scripted_engine()
    dialog.meet_engine()
    wait_until(lambda: dialog.choices.model.count() == 4)
    # What the engine takes, not what else is ready; with the way to a better one.
    assert "Will use small title, which misses most thin cloud." in dialog.choices.model_note.text()
    assert "BIG tells thin cloud" in dialog.choices.model_note.text()
    assert dialog.choices.model_download.isVisible() and dialog.choices.model_download.text() == "Get BIG…"
    dialog.choices.resolution.setCurrentIndex(0)
    assert "predicts at 30 m" in dialog.choices.resolution_note.text()
    dialog.choices.models.choose("mine")
    assert not dialog.choices.model_download.isVisible()
    dialog.choices.models.choose("big")
    assert dialog.choices.model_download.isVisible()
    assert "27 MB" in dialog.choices.model_note.text()
    assert "CC BY-NC 4.0" in dialog.choices.model_note.text()
    seen = []

    def answer():
        for box in qgis_app.topLevelWidgets():
            if isinstance(box, QMessageBox) and box.isVisible():
                seen.append(box.text() + box.informativeText())
                press(box.button(QMessageBox.StandardButton.Cancel))

    timer = QTimer()
    timer.timeout.connect(answer)
    timer.start(50)
    press(dialog.choices.model_download)
    timer.stop()
    assert "CC BY-NC 4.0" in seen[0]
    assert "Somebody 2022" in seen[0]
    assert "https://a.example" in seen[0]


def test_the_hint_tells_where_a_model_predicts(dialog, with_scripted_engine, wait_until):
    with_scripted_engine()
    dialog.meet_engine()
    wait_until(lambda: dialog.choices.model.count() == 4)
    dialog.choices.resolution.setCurrentIndex(0)
    dialog.choices.models.choose("big")
    assert "interpolated" not in dialog.choices.resolution_note.text()
    dialog.choices.models.choose("small")
    assert "30 m" in dialog.choices.resolution_note.text()


def test_run_and_cancel_by_mouse(dialog, tmp_path, with_scripted_engine, wait_until):
    with_scripted_engine("event('progress', product=arguments[1], stage='predict', fraction=0.4)\ntime.sleep(60)")
    dialog.products.add(products(tmp_path, COMPACT, "other.SAFE"))
    dialog.meet_engine()
    wait_until(lambda: states(dialog) == ["Ready", "Ready"])
    press(dialog.run_button)
    wait_until(lambda: dialog.progress.value() == 40 and states(dialog) == ["Predicting…", "Waiting"])
    assert dialog.progress_text.text() == "Predicting 15TVG 2024-07-15"
    assert "2 running" in dialog.products.count.text()
    # What runs cannot be removed or started twice.
    press(dialog.products.clear)
    assert len(states(dialog)) == 2
    press(dialog.run_button)
    assert dialog.queue.waiting == 0
    dialog.close()
    assert dialog.queue.present is not None, "closing the dialog stops nothing"
    dialog.bring_up()
    task = dialog.queue._task
    press(dialog.cancel_run)
    assert task.isCanceled(), "in the turn of the click"
    wait_until(lambda: dialog.queue.present is None)
    assert states(dialog) == ["Ready", "Ready"]
    assert not dialog.progress.isVisible()


def test_a_failing_engine_is_shown(dialog, tmp_path, with_scripted_engine, wait_until):
    with_scripted_engine("os.kill(os.getpid(), signal.SIGKILL)")
    dialog.products.add(products(tmp_path, "a.SAFE"))
    dialog.meet_engine()
    wait_until(lambda: states(dialog) == ["Ready"])
    press(dialog.run_button)
    wait_until(lambda: "memory ran out" in message(dialog))
    assert "memory ran out" in states(dialog)[0]
    wait_until(lambda: dialog.run_button.text() == "&Run (1)")  # it can be tried again


def test_a_simulated_product_from_drop_to_layer(dialog, simulated_product, with_engine, wait_until, project, tmp_path):
    dialog.choices.folder.setFilePath(str(tmp_path / "masks"))
    dialog.choices.resolution.setCurrentIndex(dialog.choices.resolution.findData(60))
    dialog.choices.confidence.setChecked(True)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(simulated_product)])
    drop(dialog, data)
    dialog.meet_engine()
    wait_until(lambda: states(dialog) == ["Ready"])
    press(dialog.run_button)
    wait_until(lambda: states(dialog)[0].startswith("Cloud"), 90)
    assert re.fullmatch(r"Cloud [\d.]+ %, shadow [\d.]+ %, \d+ s", states(dialog)[0])
    assert len(project.layerTreeRoot().children()[0].children()) == 3
    assert {path.suffix for path in (tmp_path / "masks").iterdir()} >= {".tif", ".qml", ".json"}
    assert dialog.run_button.text() == "&Run", "what is done is unchecked"


def test_what_was_chosen_is_there_next_time(qgis_app, dialog, tmp_path):
    from s2cloudmask.ui.dialog.mask_dialog import MaskDialog

    dialog.choices.resolution.setCurrentIndex(dialog.choices.resolution.findData(10))
    dialog.choices.precision.setCurrentIndex(dialog.choices.precision.findData("bfloat16"))
    dialog.choices.overlap.setValue(48)
    dialog.choices.tta.setValue(2)
    dialog.choices.buffer.setValue(5)
    for number, box in enumerate(dialog.choices.refinement.boxes.values(), 1):
        box.setValue(number / 10 if box.maximum() == 1 else 100 * number)
    dialog.choices.confidence.setChecked(True)
    dialog.choices.folder.setFilePath(str(tmp_path))
    dialog.resize(1100, 700)
    dialog.close()
    again = MaskDialog(None, dialog.queue)
    assert again.choices.settings() == dialog.choices.settings()
    assert again.choices.settings().resolution == 10
    assert again.choices.settings().folder == str(tmp_path)
    assert abs(again.width() - 1100) < 5
    again.end()
    sip.delete(again)


def test_every_key_in_the_settings_is_the_plugins_own(dialog, tmp_path):
    from qgis.core import QgsSettings

    before = {key for key in QgsSettings().allKeys() if not key.startswith("s2cloudmask/")}
    dialog.products.add(products(tmp_path, "a.SAFE"))
    dialog.close()
    after = {key for key in QgsSettings().allKeys() if not key.startswith("s2cloudmask/")}
    assert after == before


def test_opening_and_filling_the_dialog_leaves_the_project_clean(dialog, project, tmp_path):
    project.setDirty(False)
    dialog.products.add(products(tmp_path, "a.SAFE"))
    dialog.close()
    assert not project.isDirty()


def test_a_folder_that_cannot_be_written_is_said_before_the_run(dialog, tmp_path, with_scripted_engine, wait_until):
    with_scripted_engine()
    dialog.products.add(products(tmp_path, "a.SAFE"))
    dialog.meet_engine()
    wait_until(lambda: states(dialog) == ["Ready"])
    (tmp_path / "file").touch()
    dialog.choices.folder.setFilePath(str(tmp_path / "file" / "masks"))
    press(dialog.run_button)
    assert "cannot be written" in message(dialog)
    assert dialog.queue.present is None


def test_no_two_controls_of_a_page_share_a_key(dialog):
    for page in (dialog.mask_page, dialog.setup):
        keys = []
        for widget in [*page.findChildren(QAbstractButton), *page.findChildren(QLabel)]:
            found = re.search(r"&(\w)", widget.text())
            if found and (not isinstance(widget, QLabel) or widget.buddy() is not None):
                keys.append(found[1].lower())
        for index in range(dialog.tabs.count()):
            keys.append(re.search(r"&(\w)", dialog.tabs.tabText(index))[1].lower())
        keys += ["r"] if page is dialog.mask_page else []
        assert len(keys) == len(set(keys)), sorted(keys)


def test_every_control_is_reached_by_the_tab_key(dialog, qgis_app):
    dialog.choices.advanced.setCollapsed(False)
    qgis_app.processEvents()
    products, choices = dialog.products, dialog.choices
    controls = [
        products.add_folder, products.add_zip, products.scan_folder, products.view, choices.resolution, choices.model,
        choices.model_file, choices.area, choices.device, choices.precision, choices.overlap, choices.tta,
        choices.buffer, choices.confidence, choices.overwrite,
        *(choices.refinement.boxes[name] for name in (
            "cloud_threshold", "cloud_margin", "smallest_object", "thin_threshold", "thin_margin", "fill_holes",
            "shadow_threshold", "shadow_margin",
        )),
        dialog.run_button,
    ]  # fmt: skip
    reached, widget = [], dialog.products.add_folder
    for _ in range(200):
        if widget in controls and widget not in reached:
            reached.append(widget)
        widget = widget.nextInFocusChain()
    assert reached == controls, [widget.objectName() for widget in reached]
    assert all(widget.focusPolicy() & Qt.FocusPolicy.TabFocus for widget in controls)


def test_two_hundred_products_open_quickly(qgis_app, settings, project, tmp_path):
    """No time is tested here (benchmarks/interface.py measures it); all rows must be there at once."""
    from s2cloudmask.ui.dialog.mask_dialog import MaskDialog
    from s2cloudmask.ui.runs.run_queue import RunQueue

    names = [f"S2A_MSIL1C_20240715T164849_N0511_R026_T15TVG_20240715T{number:06}.SAFE" for number in range(200)]
    paths = products(tmp_path, *names)
    dialog = MaskDialog(None, RunQueue(None))
    dialog.products.add(paths)
    dialog.bring_up()
    assert dialog.products.view.model().rowCount() == 200
    dialog.queue.close()
    dialog.end()
    sip.delete(dialog)


class TestArea:
    """Where the mask is made."""

    @pytest.fixture
    def picker(self, qgis_app, project):
        from qgis.gui import QgsMapCanvas, QgsMapLayerComboBox
        from qgis.PyQt.QtWidgets import QComboBox, QPushButton, QWidget

        from s2cloudmask.ui.dialog.area_picker import AreaPicker

        window = QWidget()
        canvas = QgsMapCanvas(window)
        canvas.resize(200, 200)
        made = AreaPicker(QComboBox(window), QgsMapLayerComboBox(window), QPushButton(window), QLabel(window), canvas)
        made.window, made.canvas = window, canvas
        yield made
        made.close()
        sip.delete(window)

    def test_the_whole_product_has_no_bounds(self, picker):
        assert picker.bounds() is None

    def test_the_canvas(self, picker):
        from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

        from s2cloudmask.ui.dialog.area_picker import Area

        picker.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32615"))
        picker.canvas.setExtent(QgsRectangle(500000, 4600000, 510000, 4610000))
        picker.choose(Area.CANVAS)
        bounds, crs = picker.bounds()
        assert crs == "EPSG:32615"
        assert bounds[0] <= 500000 < 510000 <= bounds[2]

    def test_a_layer(self, picker, project):
        from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

        from s2cloudmask.ui.dialog.area_picker import Area

        picker.choose(Area.LAYER)
        with pytest.raises(ValueError, match="Choose a layer"):
            picker.bounds()
        layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "field", "memory")
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt("POLYGON((10 50, 11 50, 11 52, 10 50))"))
        layer.dataProvider().addFeature(feature)
        layer.updateExtents()
        project.addMapLayer(layer)
        assert picker.bounds() == ((10.0, 50.0, 11.0, 52.0), "EPSG:4326")

    def test_a_rectangle_drawn_with_the_mouse(self, picker, qgis_app):
        from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle
        from qgis.gui import QgsMessageBar, QgsRubberBand

        from s2cloudmask.ui.dialog.area_picker import Area

        def rectangles() -> int:
            return sum(isinstance(item, QgsRubberBand) and item.isVisible() for item in picker.canvas.items())

        picker.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32615"))
        picker.canvas.setExtent(QgsRectangle(0, 0, 1000, 1000))
        picker.window.show()
        picker.choose(Area.DRAWN)
        with pytest.raises(ValueError, match="Draw a rectangle"):
            picker.bounds()
        picker.message_bar = QgsMessageBar(picker.window)
        picker.draw()
        assert not picker.window.isVisible()
        assert "Draw a rectangle on the map." in picker.message_bar.currentItem().text()
        viewport = picker.canvas.viewport()
        QTest.mousePress(viewport, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(50, 50))
        for x in (80, 120, 150):
            QTest.mouseMove(viewport, QPoint(x, x))
            qgis_app.processEvents()
        QTest.mouseRelease(viewport, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(150, 150))
        (xmin, ymin, xmax, ymax), crs = picker.bounds()
        assert crs == "EPSG:32615"
        assert 200 < xmin < 300 < 700 < xmax < 800
        assert 200 < ymin < 300 < 700 < ymax < 800
        assert picker.window.isVisible() and not picker.message_bar.items()
        assert rectangles() == 1
        picker.window.hide()
        assert rectangles() == 0
        picker.window.show()
        assert rectangles() == 1
        picker.choose(Area.WHOLE)
        assert rectangles() == 0


class TestSetupPage:
    """Setting up by mouse, with a Python that does what the test says."""

    @pytest.fixture
    def page(self, dialog):
        dialog.tabs.setCurrentWidget(dialog.setup)
        return dialog.setup

    def test_it_finds_pythons_and_says_what_is_needed(self, page, wait_until):
        wait_until(lambda: page._survey is None, 20)
        assert "not set up yet" in page.state.text()
        assert "560 MB" in page.state.text()
        for row in range(page.python.count()):
            assert page.python.itemData(row) == "uv" or os.path.isfile(page.python.itemData(row))

    def test_a_failure_is_shown_with_its_log_and_the_buttons_come_back(self, page, wait_until, tmp_path):
        wait_until(lambda: page._survey is None, 20)
        python = tmp_path / "python"
        python.write_text("#!/bin/sh\necho nonsense\n")
        python.chmod(0o755)
        page.python.addItem("scripted", str(python))
        page.python.setCurrentIndex(page.python.count() - 1)
        press(page.set_up)
        assert not page.set_up.isEnabled()
        assert page.cancel_button.isVisible()
        wait_until(lambda: page._task is None, 20)
        wait_until(lambda: "not a working Python" in page.state.text(), 20)
        assert page.set_up.isEnabled()
        assert not page.cancel_button.isVisible()

    def test_cancel_by_mouse(self, page, wait_until, tmp_path):
        wait_until(lambda: page._survey is None, 20)
        python = tmp_path / "python"
        python.write_text(
            '#!/bin/sh\nif [ "$1" = -c ]; then echo \'{"version": [3, 12, 1], "bits": 64, "venv": true}\'; exit; fi\n'
            "echo making; exec sleep 60\n"
        )
        python.chmod(0o755)
        page.python.addItem("scripted", str(python))
        page.python.setCurrentIndex(page.python.count() - 1)
        press(page.set_up)
        wait_until(lambda: "making" in page.log.toPlainText(), 20)
        press(page.cancel_button)
        assert page._task.isCanceled(), "in the turn of the click"
        wait_until(lambda: page._task is None)
        assert "kept for the next try" in page.step.text()
        press(page.copy_log)
        assert "making" in QApplication.clipboard().text()

    def test_an_existing_engine_can_be_named(self, page, dialog, with_scripted_engine, monkeypatch, wait_until):
        with_scripted_engine()
        python = os.environ["S2CLOUDMASK_PYTHON"]
        monkeypatch.delenv("S2CLOUDMASK_PYTHON")
        page._interpreter.setFilePath(python)
        wait_until(lambda: dialog.choices.model.count() == 4)
        assert python in page.state.text()
        assert message(dialog) == ""

    def test_an_engine_in_a_folder_whose_name_begins_like_the_private_ones_is_an_existing_one(
        self, page, tmp_path, monkeypatch
    ):
        monkeypatch.setattr("s2cloudmask.ui.setup.setup_page.environment_folder", lambda: str(tmp_path / "engine"))
        python = tmp_path / "engine_of_mine" / "python"
        python.parent.mkdir()
        python.write_text("#!/bin/sh\nexit 1\n")
        python.chmod(0o755)
        page._interpreter.setFilePath(str(python))
        assert str(python) in page.state.text()


def test_the_help_button_shows_the_guide_with_its_pictures(dialog, qgis_app):
    press(next(button for button in dialog.buttons.buttons() if "Help" in button.text()))
    guide = dialog._guide
    assert guide.isVisible()
    assert "The first mask" in guide.toPlainText()
    folder = os.path.dirname(guide.source().toLocalFile())
    pictures = re.findall(r"!\[.*?\]\((.*?)\)", Path(guide.source().toLocalFile()).read_text(encoding="utf-8"))
    assert pictures
    assert all(os.path.isfile(os.path.join(folder, picture)) for picture in pictures)


def test_limits_are_the_engines_in_dialog_and_toolbox(dialog, qgis_app):
    import json

    from s2cloudmask.toolbox.maskproduct import MaskProduct

    limits = json.loads((Path(__file__).parents[2] / "core" / "limits.json").read_text("utf-8"))
    most = {"overlap": limits["default_patch"] // 2, "tta": limits["most_views"], "buffer": limits["most_buffer"]}
    algorithm = MaskProduct()
    algorithm.initAlgorithm({})
    for name, value in most.items():
        assert getattr(dialog.choices, name).maximum() == value
        assert algorithm.parameterDefinition(name.upper()).maximum() == value
    assert [int(metres) for metres in algorithm.parameterDefinition("RESOLUTION").options()] == limits["resolutions"]
    default = limits["default_patch"] // limits["default_overlap_of_patch"]
    assert f" {default} px" in algorithm.parameterDefinition("OVERLAP").help()


def test_a_scan_shows_where_it_is_and_stops_by_its_button(dialog, tmp_path, wait_until, monkeypatch):
    from s2cloudmask.ui.dialog import search_task

    def endless(folder, is_cancelled, on_folder):
        yield str(tmp_path / "found.SAFE")
        while not is_cancelled():
            on_folder(str(tmp_path / "deep" / "below"))
            time.sleep(0.01)

    monkeypatch.setattr(search_task, "find_products", endless)
    products = dialog.products
    assert not products.search_stop.isVisible()
    products.scan(str(tmp_path))
    wait_until(lambda: "below" in products.search_place.text(), 5)
    assert products.search_stop.isVisible()
    task = products._searches[0]
    press(products.search_stop)
    assert not products.is_searching and not products.search_stop.isVisible()
    wait_until(lambda: not task.isActive(), 2)


def test_a_scene_is_taken_once_and_a_large_scan_ticks_nothing(dialog, tmp_path, wait_until, monkeypatch):
    from s2cloudmask.ui.dialog import product_panel

    name = "S2A_MSIL1C_20240713T105031_N0510_R051_T31TCJ_20240713T143015"
    monkeypatch.setattr(product_panel, "MOST_TICKED", 2)
    products(tmp_path, f"{name}.SAFE", "other.SAFE")
    dialog.products.scan(str(tmp_path))
    wait_until(lambda: not dialog.products.is_searching, 5)
    assert "2 of 2" in dialog.products.count.text()
    dialog.products.take([str(tmp_path / "copy" / f"{name}.zip")])
    assert dialog.products.model.rowCount() == 2
    (tmp_path / "more").mkdir()
    products(tmp_path / "more", *(f"{letter}.SAFE" for letter in "abc"))
    dialog.products.scan(str(tmp_path / "more"))
    wait_until(lambda: not dialog.products.is_searching, 5)
    assert "2 of 5" in dialog.products.count.text()


def test_a_whole_disk_is_scanned_only_when_the_user_agrees(dialog, qgis_app):
    asked = []

    def refuse():
        for box in qgis_app.topLevelWidgets():
            if isinstance(box, QMessageBox) and box.isVisible():
                asked.append(box.text())
                press(box.button(QMessageBox.StandardButton.No))

    timer = QTimer()
    timer.timeout.connect(refuse)
    timer.start(20)
    dialog.products.scan("/")
    timer.stop()
    assert "whole disk" in asked[0]
    assert not dialog.products.is_searching


def test_why_a_run_cannot_start_is_forgotten_when_it_can(dialog, tmp_path, with_scripted_engine, wait_until):
    with_scripted_engine()
    press(dialog.run_button)
    assert dialog.messages.items()
    dialog.products.add(products(tmp_path, "a.SAFE"))
    assert not dialog.messages.items()


def test_masks_that_are_there_are_asked_about_once_while_the_others_are_made(
    dialog, tmp_path, with_scripted_engine, wait_until
):
    body = """
log = open(os.path.join(os.path.dirname(__file__), 'calls'), 'a')
log.write(' '.join(arguments) + chr(10))
log.close()
taken = [path for path in arguments if path.endswith('.SAFE') and 'free' not in path]
for path in taken:
    event('error', product=path, code='exists', message='There already.')
if len(taken) == 2 and '--overwrite' not in arguments:
    while not os.path.exists(os.path.join(os.path.dirname(__file__), 'go on')):
        time.sleep(0.02)
sys.exit(1)"""
    with_scripted_engine(body)
    dialog.choices.folder.setFilePath(str(tmp_path / "out"))
    paths = products(tmp_path, "a.SAFE", "b.SAFE", "free.SAFE")
    dialog.products.add(paths)
    dialog.meet_engine()
    wait_until(lambda: states(dialog) == ["Ready"] * 3)
    press(dialog.run_button)
    wait_until(lambda: dialog.messages.items())
    assert "2 mask(s) exist already" in message(dialog) and len(dialog.messages.items()) == 1
    assert states(dialog) == ["Exists already, made with other settings"] * 2 + ["Waiting"]
    assert dialog.queue.present is not None  # the third one is at work

    def answer(label):
        buttons = [button for item in dialog.messages.items() for button in item.findChildren(QAbstractButton)]
        press(next(button for button in buttons if button.text() == label))

    answer("Overwrite")
    assert not dialog.messages.items() and dialog.queue.waiting == 1
    (tmp_path / "go on").touch()
    calls = tmp_path / "calls"
    wait_until(lambda: calls.read_text().count("\n") == 2 and dialog.queue.present is None)
    anew = calls.read_text().splitlines()[-1].split()
    assert "--overwrite" in anew and paths[1] in anew and paths[2] not in anew
    assert not dialog.messages.items()  # what overwriting did not help against is not asked again

    press(dialog.run_button)
    wait_until(lambda: dialog.messages.items())
    answer("Keep both")
    wait_until(lambda: calls.read_text().count("\n") == 4 and dialog.messages.items())
    assert f"{tmp_path / 'out' / 'auto 20 m'}" in calls.read_text().splitlines()[-1]
    answer("Skip")
    assert [path.info.path for path in dialog.products.model._rows if path.checked] == [paths[2]]


def test_the_way_to_the_set_up_is_not_shown_on_its_own_page(dialog):
    dialog.bring_up()
    assert len(dialog.messages.items()) == 1
    press(dialog.messages.currentItem().findChild(QPushButton))
    assert dialog.tabs.currentWidget() is dialog.setup and not dialog.messages.items()
    dialog.tabs.setCurrentWidget(dialog.mask_page)
    assert len(dialog.messages.items()) == 1


def test_an_existing_engine_that_cannot_work_is_said_once_of_the_engine(
    dialog, tmp_path, scripted_engine, monkeypatch, wait_until
):
    body = "sys.stderr.write(\"ModuleNotFoundError: No module named 'defusedxml'\")\nsys.exit(3)"
    monkeypatch.setenv("S2CLOUDMASK_PYTHON", scripted_engine(body))
    dialog.products.add(products(tmp_path, "a.SAFE", "b.SAFE"))
    dialog.bring_up_setup()
    wait_until(lambda: "cannot be used" in dialog.setup.state.text())
    assert "lacks the package defusedxml" in dialog.setup.state.text()
    wait_until(lambda: dialog.messages.items())
    assert states(dialog) == ["Reading…", "Reading…"]


def test_an_existing_engine_is_ready_once_it_was_checked(dialog, with_engine, wait_until):
    dialog.bring_up_setup()
    assert "Checking" in dialog.setup.state.text()
    wait_until(lambda: "Ready: the existing engine" in dialog.setup.state.text(), 120)


def test_the_menu_of_the_table_ticks_and_copies(dialog, tmp_path, qgis_app):
    paths = products(tmp_path, "a.SAFE", "b.SAFE", "c.SAFE")
    assert dialog.menu.menu().isEmpty()
    dialog.products.add(paths)
    dialog.products.view.selectRow(1)

    def choose(text):
        menu = dialog.menu.menu()
        next(action for action in menu.actions() if action.text() == text).trigger()
        return dialog.products.count.text()

    assert "2 of 3" in choose("Untick selected")
    assert "0 of 3" in choose("Untick all")
    assert "1 of 3" in choose("Tick selected")
    assert "3 of 3" in choose("Tick all")
    choose("Copy path")
    assert QApplication.clipboard().text() == str(paths[1])


def test_products_outside_the_area_are_greyed_before_the_run(dialog, tmp_path, qgis_app):
    from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

    from s2cloudmask.bridge.product_info import ProductInfo

    (path,) = products(tmp_path, "a.SAFE")
    dialog.products.add([path])
    tile = (("EPSG:32631", (300000.0, 4790220.0, 409800.0, 4900020.0)),)
    dialog.products.model.set_info(ProductInfo(str(path), "a", footprints=tile, read=True))
    areas = dialog.choices.areas
    areas._combo.addItem("Drawn", type(areas.area).DRAWN)
    geographic = QgsCoordinateReferenceSystem("EPSG:4326")
    areas.set_drawn(QgsRectangle(20, 20, 21, 21), geographic)
    assert states(dialog) == ["Outside the chosen area"]
    assert dialog.products.model.chosen() == []
    areas.set_drawn(QgsRectangle(0, 43, 1, 44), geographic)
    assert states(dialog) == ["Ready"]


def test_the_time_left_is_told_once_it_is_known_and_does_not_jump(qgis_app):
    from s2cloudmask.ui.runs.time_left import TimeLeft, time_left_text

    now = [0.0]
    left = TimeLeft(lambda: now[0])
    told = []
    # Half of the products have their mask already; then a second a percent, with a step of twenty in one go.
    for percent, seconds in ((50, 0), (52, 2), (60, 10), (80, 15), (90, 25)):
        now[0] = seconds
        told.append(left.after(percent))
    assert told[:3] == [None, None, pytest.approx(40)]
    assert told[2] > told[3] > 15 and told[3] > told[4]
    assert [time_left_text(seconds) for seconds in (None, 40, 200, 8000)] == [
        "", "less than a minute left", "about 3 min left", "about 2 h left",
    ]  # fmt: skip
    left.begin()
    assert left.after(10) is None


def test_enter_runs_whatever_was_clicked_last(dialog):
    from qgis.PyQt.QtWidgets import QDialogButtonBox

    press(dialog.buttons.button(QDialogButtonBox.StandardButton.Close))
    dialog.bring_up()
    assert dialog.run_button.isDefault()


def test_a_folder_beside_the_products_is_offered_in_place_of_a_temporary_one(dialog, tmp_path):
    assert not dialog.choices.folder_beside.isVisible()
    dialog.products.add(products(tmp_path, "a.SAFE"))
    press(dialog.choices.folder_beside)
    assert dialog.choices.settings().folder == str(tmp_path / "cloud_masks")
    assert not dialog.choices.folder_beside.isVisible()
