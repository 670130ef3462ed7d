"""The choices of the dialog: network, folder, limits, and what is remembered of them."""

from __future__ import annotations

from pathlib import Path

from dialog_by_hand import press, products
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QMessageBox


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


def test_a_remembered_model_is_the_choice_before_the_list_is_there(dialog, with_scripted_engine, wait_until):
    """Run can be pressed before: it ran Automatic in its place."""
    models = dialog.choices.models
    models.choose("small")
    assert models.name == "small" and dialog.choices.model.currentText() == "small"
    with_scripted_engine()
    dialog.meet_engine()
    wait_until(lambda: dialog.choices.model.count() == 4)
    assert models.name == "small" and dialog.choices.model.currentText() == "small title"
    models.choose("gone")
    assert models.name == "auto"


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


def test_a_folder_beside_the_products_is_offered_in_place_of_a_temporary_one(dialog, tmp_path):
    assert not dialog.choices.folder_beside.isVisible()
    dialog.products.add(products(tmp_path, "a.SAFE"))
    press(dialog.choices.folder_beside)
    assert dialog.choices.settings().folder == str(tmp_path / "cloud_masks")
    assert not dialog.choices.folder_beside.isVisible()


def test_a_folder_is_offered_without_a_question_to_the_disk(dialog, monkeypatch):
    """A share that sleeps would hold up the window, once a product."""
    import os

    def asked(*_):
        raise AssertionError("the disk was asked")

    monkeypatch.setattr(os, "stat", asked)
    dialog.choices.offer_folder(["/share/2024/07/a.SAFE", "/share/2024/08/b.zip", "/vsis3/bucket/c.SAFE"])
    monkeypatch.undo()
    press(dialog.choices.folder_beside)
    assert dialog.choices.settings().folder == "/share/2024/cloud_masks"
