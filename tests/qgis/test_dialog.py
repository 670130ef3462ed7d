"""The dialog as a window: what it says without an engine, its keys, its help, the way to the set-up page."""

from __future__ import annotations

import os
import re
from pathlib import Path

from dialog_by_hand import COMPACT, cell, message, press, products
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractButton, QLabel, QPushButton


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


def test_opening_and_filling_the_dialog_leaves_the_project_clean(dialog, project, tmp_path):
    project.setDirty(False)
    dialog.products.add(products(tmp_path, "a.SAFE"))
    dialog.close()
    assert not project.isDirty()


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


def test_the_help_button_shows_the_guide_with_its_pictures(dialog, qgis_app):
    press(next(button for button in dialog.buttons.buttons() if "Help" in button.text()))
    guide = dialog._guide
    assert guide.isVisible()
    assert "The first mask" in guide.toPlainText()
    folder = os.path.dirname(guide.source().toLocalFile())
    pictures = re.findall(r"!\[.*?\]\((.*?)\)", Path(guide.source().toLocalFile()).read_text(encoding="utf-8"))
    assert pictures
    assert all(os.path.isfile(os.path.join(folder, picture)) for picture in pictures)


def test_the_way_to_the_set_up_is_not_shown_on_its_own_page(dialog):
    dialog.bring_up()
    assert len(dialog.messages.items()) == 1
    press(dialog.messages.currentItem().findChild(QPushButton))
    assert dialog.tabs.currentWidget() is dialog.setup and not dialog.messages.items()
    dialog.tabs.setCurrentWidget(dialog.mask_page)
    assert len(dialog.messages.items()) == 1
