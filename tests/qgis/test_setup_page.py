"""The set-up page of the dialog by mouse, with a Python that does what the test says."""

from __future__ import annotations

import os
import subprocess

import pytest
from dialog_by_hand import message, press, products, states
from qgis.PyQt.QtWidgets import QApplication


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


def test_what_was_wrong_with_an_engine_goes_with_it(
    dialog, scripted_engine, with_scripted_engine, monkeypatch, wait_until
):
    body = "sys.stderr.write(\"ModuleNotFoundError: No module named 'defusedxml'\")\nsys.exit(3)"
    monkeypatch.setenv("S2CLOUDMASK_PYTHON", scripted_engine(body))
    dialog.bring_up()
    wait_until(lambda: "defusedxml" in message(dialog))
    with_scripted_engine()
    dialog.setup.engine_changed.emit()
    assert not dialog.messages.items()
    wait_until(lambda: dialog.choices.model.count() == 4)
    assert not dialog.messages.items()


def test_an_existing_engine_is_ready_once_it_was_checked(dialog, with_engine, engine_python, wait_until):
    has_torch = "import importlib.util, sys; sys.exit(importlib.util.find_spec('torch') is None)"
    if subprocess.run([engine_python, "-c", has_torch], check=False).returncode:
        pytest.skip("the engine of these tests has the embedded networks only, no torch: it is not ready")
    dialog.bring_up_setup()
    assert "Checking" in dialog.setup.state.text()
    wait_until(lambda: "Ready: the existing engine" in dialog.setup.state.text(), 120)
