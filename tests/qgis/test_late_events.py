"""Windows that are gone while the engine still answers: nothing is called in them, and nothing is said about it."""

from __future__ import annotations

import sys

import pytest
from qgis.core import QgsApplication
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QWidget
from test_toolbox_algorithms import ALGORITHMS, MODELS


@pytest.fixture
def errors(monkeypatch):
    """What Python could not hand to anybody, as it happens in functions that Qt calls."""
    caught = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, _trace: caught.append(repr(error)))
    return caught


@pytest.fixture
def waiting_engine(monkeypatch, scripted_engine, tmp_path):
    """An engine that answers only when `release` exists, so that the window can go before."""
    monkeypatch.setenv(
        "S2CLOUDMASK_PYTHON",
        scripted_engine(
            f"while not os.path.exists({str(tmp_path / 'release')!r}): time.sleep(0.01)\n"
            "event('product', path=arguments[1], name='x', level='L1C', granules=[], models=[])\n"
            "event('model', name='x', title='x', state='ready')\n"
            "event('result', path=arguments[1])\n"
        ),
    )
    return tmp_path / "release"


def all_done() -> bool:
    return QgsApplication.taskManager().countActiveTasks() == 0


def test_errands_of_a_window_that_is_gone(qgis_app, settings, errors, waiting_engine, wait_until):
    from s2cloudmask.ui.runs.engine_errands import EngineErrands

    window = QWidget()
    errands = EngineErrands(window)
    errands.list_models()
    errands.read_products(["/a/product.SAFE"])
    sip.delete(window)
    assert sip.isdeleted(errands)
    waiting_engine.touch()
    wait_until(all_done)
    qgis_app.processEvents()
    assert errors == []


def test_a_review_that_is_gone(qgis_app, settings, errors, waiting_engine, wait_until):
    from s2cloudmask.ui.review.engine import ReviewEngine

    window = QWidget()
    answers = []
    ReviewEngine(window).ask("product", "Read", ["info", "/a", "--json"], answers.append, answers.append)
    sip.delete(window)
    waiting_engine.touch()
    wait_until(all_done)
    qgis_app.processEvents()
    assert (errors, answers) == ([], [])


def test_a_scan_whose_panel_is_gone(qgis_app, settings, errors, tmp_path, wait_until):
    from s2cloudmask.ui.dialog.product_panel import ProductPanel

    (tmp_path / "A.SAFE").mkdir()
    (tmp_path / "A.SAFE" / "MTD_MSIL1C.xml").touch()
    panel = ProductPanel()
    panel.scan(str(tmp_path))
    sip.delete(panel)
    wait_until(all_done)
    qgis_app.processEvents()
    assert errors == []


def test_a_dialog_that_is_gone_while_its_queue_goes_on(qgis_app, settings, project, errors, wait_until):
    from s2cloudmask.ui.dialog.mask_dialog import MaskDialog
    from s2cloudmask.ui.runs.run_queue import RunQueue

    queue = RunQueue(None)
    dialog = MaskDialog(None, queue)
    dialog.bring_up_setup()  # looks for Pythons in the background
    sip.delete(dialog)
    queue.progress.emit(50.0)
    queue.stage.emit("/a", "read")
    queue.changed.emit()
    wait_until(all_done)
    qgis_app.processEvents()
    queue.close()
    assert errors == []


def test_removing_the_provider_leaves_nothing_behind(qgis_processing):
    """In a file without the `provider` of the tests, which stays for all of its file."""
    from s2cloudmask.toolbox.provider import CloudMaskProvider

    registry = QgsApplication.processingRegistry()
    for _ in range(5):
        added = CloudMaskProvider()
        registry.addProvider(added)
        assert len(added.algorithms()) == len(ALGORITHMS) + len(MODELS)
        registry.removeProvider(added)
    assert registry.providerById("s2cloudmask") is None
    assert not [found for found in registry.algorithms() if found.id().startswith("s2cloudmask:")]
