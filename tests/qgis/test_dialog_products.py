"""The list of products by key and mouse: drops, scans, the table and its menu."""

from __future__ import annotations

import time

from dialog_by_hand import COMPACT, cell, drop, message, press, products, states
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QMimeData, Qt, QTimer, QUrl
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMessageBox


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
    wait_until(lambda: sip.isdeleted(task) or not task.isActive(), 2)  # QGIS deletes a task that has ended


def test_words_that_change_while_work_goes_on_leave_the_dialog_as_wide_as_it_is(dialog, qgis_app):
    """Each step of its width would lay it out and paint it whole, while the user pans the map."""
    changing = (dialog.products.count, dialog.products.search_place, dialog.progress_text)
    for words in changing:
        words.setText("1 of 1 products chosen")
        words.show()
    qgis_app.processEvents()
    before, width = dialog.minimumSizeHint(), dialog.width()
    for words in changing:
        words.setText(" ".join(100 * ["149 of 151 products chosen, 1 running, 100 cannot run"]))
    qgis_app.processEvents()
    assert (dialog.minimumSizeHint(), dialog.width()) == (before, width)


def test_words_that_change_have_the_colour_that_a_theme_gives_to_labels(dialog):
    """QGIS' dark theme colours labels and no plain widgets: the number of products was black on dark grey."""
    words = dialog.products.count
    words.setText("1 of 1 products chosen")
    words.show()
    dialog.setStyleSheet("QLabel { color: #ff0000 }")
    image = words.grab().toImage()
    dialog.setStyleSheet("")
    shades = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert "#ff0000" in shades


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


def test_the_menu_shows_the_image_of_a_product(dialog, with_engine, simulated_product, project, wait_until):
    dialog.products.add([simulated_product])
    dialog.meet_engine()
    wait_until(lambda: states(dialog) == ["Ready"])
    dialog.products.view.selectRow(0)
    next(action for action in dialog.menu.menu().actions() if action.text() == "Show image").trigger()
    (layer,) = project.mapLayers().values()
    assert layer.name() == "True colour 2024-07-15 31TCJ" and layer.bandCount() == 3
    assert layer.dataProvider().userNoDataValues(1)[0].contains(0)


def test_a_review_finds_products_that_were_dropped(dialog, tmp_path):
    from s2cloudmask.ui.review.mask_list import ReviewMask
    from s2cloudmask.ui.review.products import product_of

    (tmp_path / "archive").mkdir()
    (path,) = products(tmp_path / "archive", COMPACT)
    mask = tmp_path / "elsewhere" / "masks" / "a_cloudmask.tif"
    reviewed = ReviewMask(str(mask), "a", COMPACT, "ukis_l1c", "UKIS", 20, "", "", "", {}, {})
    assert product_of(reviewed) == ""
    dialog.products.add([path])
    assert product_of(reviewed) == path


def test_products_are_read_by_one_engine_at_a_time(dialog, tmp_path, with_scripted_engine, wait_until, monkeypatch):
    """A scan finds them portion by portion: an engine for each would take the cores from the window."""
    from s2cloudmask.ui.runs import engine_errands

    started, start = [], engine_errands.start_task

    def counted(task):
        started.append(task)
        start(task)

    with_scripted_engine()
    monkeypatch.setattr(engine_errands, "start_task", counted)
    paths = products(tmp_path, *(f"{number}.SAFE" for number in range(6)))
    for path in paths:
        dialog.errands.read_products([path])
    assert len(started) == 1
    read = []
    dialog.errands.product_read.connect(lambda info: read.append(info.path))
    wait_until(lambda: len(read) == 6)
    assert read == paths and len(started) == 2
    dialog.errands.read_products(paths[:1])
    wait_until(lambda: len(read) == 7)


def test_a_product_that_is_read_paints_its_own_cells_only(dialog, tmp_path, qgis_app):
    """A whole table takes half a frame to paint, a hundred products are read one after the other."""
    from s2cloudmask.bridge.product_info import ProductInfo

    paths = products(tmp_path, *(f"{number}.SAFE" for number in range(5)))
    dialog.products.add(paths)
    model, changed = dialog.products.model, []
    model.dataChanged.connect(lambda first, last, *_: changed.append((first.row(), last.row())))
    model.set_info(ProductInfo(paths[3], "another", read=True))
    assert set(changed) == {(3, 3)}
    assert cell(dialog, 3, 0) == "another"


def test_many_products_are_laid_out_once(dialog, tmp_path):
    """With rows set cell by cell the whole table is laid out for each: 0.4 s for 150 products beside 450."""
    from qgis.PyQt.QtCore import Qt

    model, view = dialog.products.model, dialog.products.view
    view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    laid_out, told = [], []
    model.layoutChanged.connect(lambda *_: laid_out.append(1))
    model.dataChanged.connect(lambda *_: told.append(1))
    names = [f"S2A_MSIL1C_20240715T164849_N0511_R026_T15TVG_20240715T{i * 7 % 20:06d}" for i in range(20)]
    dialog.products.take([str(tmp_path / f"{name}.SAFE") for name in names])
    assert not laid_out and len(told) == 1
    shown = [view.model().index(row, 0).data() for row in range(20)]
    assert shown == sorted(names, reverse=True)


def test_a_product_of_which_the_engine_says_nothing_does_not_read_for_ever(
    dialog, tmp_path, monkeypatch, scripted_engine, wait_until
):
    other = "if arguments[0] == 'info':\n    event('product', path='/elsewhere', name='x', level='L1C')\n"
    monkeypatch.setenv("S2CLOUDMASK_PYTHON", scripted_engine(other))
    dialog.products.add(products(tmp_path, "a.SAFE"))
    dialog.errands.read_products(dialog.products.model.paths())
    wait_until(lambda: states(dialog) == ["The engine gave no answer"])
