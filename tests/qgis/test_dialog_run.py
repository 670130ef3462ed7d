"""Runs by mouse: started, cancelled, refused, failed, and the questions they ask."""

from __future__ import annotations

import re

import pytest
from dialog_by_hand import COMPACT, drop, message, press, products, states
from qgis.PyQt.QtCore import QMimeData, QUrl
from qgis.PyQt.QtWidgets import QAbstractButton


def test_run_and_cancel_by_mouse(dialog, tmp_path, with_scripted_engine, wait_until):
    with_scripted_engine("event('progress', product=arguments[1], stage='predict', fraction=0.4)\ntime.sleep(60)")
    dialog.products.add(products(tmp_path, COMPACT, "other.SAFE"))
    dialog.meet_engine()
    wait_until(lambda: states(dialog) == ["Ready", "Ready"])
    press(dialog.run_button)
    wait_until(lambda: dialog.progress.value() == 40 and states(dialog) == ["Predicting…", "Waiting"])
    assert dialog.progress_text.text() == "Predicting 15TVG 2024-07-15"
    wait_until(lambda: "2 running" in dialog.products.count.text())
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


def test_the_time_left_stands_beside_the_bar_where_every_theme_shows_it(
    dialog, tmp_path, with_scripted_engine, wait_until
):
    share = "event('progress', product=arguments[1], stage='predict', fraction={})\n"
    with_scripted_engine(share.format(0.2) + share.format(0.5) + "time.sleep(60)")
    dialog.products.add(products(tmp_path, COMPACT))
    dialog.meet_engine()
    wait_until(lambda: states(dialog) == ["Ready"])
    press(dialog.run_button)
    wait_until(lambda: dialog.progress.value() == 50)
    assert dialog.progress_text.text() == "Predicting 15TVG 2024-07-15 · less than a minute left"
    assert dialog.progress.text() == "50%"
    press(dialog.cancel_run)
    wait_until(lambda: dialog.queue.present is None)
    assert dialog.progress_text.text() == ""


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
