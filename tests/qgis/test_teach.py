"""The teaching of a network from the review dock: the dialog, the labels it hands over, the run and its ends."""

from __future__ import annotations

import csv
import json
import os
import random
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import Qgis, QgsApplication, QgsFeature, QgsGeometry, QgsPointXY, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt import sip, uic
from qgis.PyQt.QtWidgets import QWidget

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = "S2A_MSIL1C_20240715T105031_N0511_R051_T31TCJ_20240715T125031"

LIST = """
def model(name, network='unetmobv2', state='ready', mean=None, bands=13):
    event('model', name=name, title=name, network=network, state=state, size_bytes=1, licence='free', citation='',
          note='', finest_resolution=10, levels=['L1C'], addresses=[], mean=mean, bands=['B'] * bands)
if arguments[0] == 'models':
    model('UNetMobV2_V2', state='missing')
    model('ukis_l1c', 'ukis', 'embedded')
    model('scaled', mean=[0.1] * 13)
    model('four', bands=4)
    model('meadow')
    model('forest')
    sys.exit()
"""


def mask_of(folder: Path, name: str, **facts) -> None:
    """What a mask is for the list: a raster and its provenance."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}_cloudmask.tif").touch()
    told = {"product": f"{name}.SAFE", "model": "forest", "resolution": 20, "sensing_time": "2024-07-15T10:50:31Z",
            "tile": "31TCJ", "level": "L1C", "classes": {"0": "Clear"}, "fractions": {"clear": 1}, **facts}  # fmt: skip
    (folder / f"{name}_cloudmask.json").write_text(json.dumps(told), encoding="utf-8")


def points_of(folder: Path, *rows) -> None:
    """A table of labelled points: mask, x, y, label."""
    lines = ["mask,point,x,y,stratum,stratum_pixels,label,time"]
    lines += [f"{mask}_cloudmask,{number},{x},{y},clear,9,{label},"
              for number, (mask, x, y, label) in enumerate(rows, 1)]  # fmt: skip
    (folder / "review_points.csv").write_text("\n".join(lines), encoding="utf-8-sig")


@pytest.fixture
def folder(tmp_path) -> Path:
    """A folder with a mask whose product lies beside it, and its labelled points."""
    (tmp_path / f"{PRODUCT}.SAFE").mkdir()
    mask_of(tmp_path / "masks", PRODUCT)
    points_of(
        tmp_path / "masks", (PRODUCT, 400010, 4800010, "cloud"), (PRODUCT, 400030, 4800010, "unsure"),
        (PRODUCT, 400050, 4800010, ""), (PRODUCT, 409000, 4791000, "clear"),
    )  # fmt: skip
    return tmp_path / "masks"


@pytest.fixture
def open_dialog(qgis_app, settings, project, scripted_engine, monkeypatch, wait_until):
    """Open the dialog on the masks of a folder, with the models of a scripted engine."""
    from s2cloudmask.ui.review.labels import LabelFile
    from s2cloudmask.ui.review.mask_list import find_masks
    from s2cloudmask.ui.teaching.teach_dialog import TeachDialog

    monkeypatch.setenv("S2CLOUDMASK_PYTHON", scripted_engine(LIST))
    opened = []

    def make(folder, shown=0):
        masks = find_masks(str(folder))
        dialog = TeachDialog(masks, masks[shown], LabelFile(str(folder)))
        opened.append(dialog)
        dialog.open()
        wait_until(lambda: dialog._models is not None)
        return dialog

    yield make
    for dialog in opened:
        if not sip.isdeleted(dialog):
            dialog.reject()
            sip.delete(dialog)


@pytest.fixture
def labels_folders(tmp_path, monkeypatch):
    """The folders of labels that are there now, in a temporary folder of the test's own."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    monkeypatch.setenv("TMPDIR", str(place))
    return lambda: [path.name for path in place.iterdir() if path.name.startswith("s2cloudmask")]


@pytest.fixture
def teaching(qgis_iface, settings, project):
    """The dock's part that teaches, on the dock's panel, and what it told."""
    from s2cloudmask.ui.teaching.teaching import Teaching

    panel = uic.loadUi(str(ROOT / "ui" / "review" / "dock.ui"), QWidget())
    made = Teaching(panel, qgis_iface)
    made.sentences = []
    made.told.connect(lambda *told: made.sentences.append(told))
    yield made
    made.close()


@pytest.fixture
def run_of(scripted_engine):
    """A run with a scripted engine."""
    from s2cloudmask.ui.teaching.teach_task import TeachRun

    return lambda body: TeachRun(scripted_engine(body), ("/a.SAFE",), ("/a.csv",), "delta", "forest", 2)


def fresh_folder():
    folder = tempfile.TemporaryDirectory(prefix="s2cloudmask_labels_")
    Path(folder.name, "drawn.geojson").touch()
    return folder


def layer_of(kind="Polygon", crs="EPSG:32631", fields="class:string", name="Bright roofs", rows=()):
    """A layer of shapes with attributes."""
    layer = QgsVectorLayer(
        f"{kind}?crs={crs}&" + "&".join(f"field={field}" for field in fields.split()), name, "memory"
    )
    for wkt, *values in rows:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        feature.setAttributes(list(values))
        assert layer.dataProvider().addFeatures([feature])[0]
    return layer


def test_only_networks_that_are_here_and_can_be_taught_are_offered(open_dialog, folder):
    dialog = open_dialog(folder)
    assert [dialog.start.itemData(row) for row in range(dialog.start.count())] == ["meadow", "forest"]
    assert dialog.start.currentData() == "forest", "the one whose mask is shown"
    assert "free" in dialog.start_note.text()


def test_the_dialog_says_what_is_missing_until_it_can_run(open_dialog, folder, project):
    dialog = open_dialog(folder)
    assert "Labelled: 2, in masks: 1" in dialog.points_note.text()
    said = []
    for name in ("", "no name", "-x", "Forest", "AUTO", "delta"):
        dialog.name.setText(name)
        said.append(dialog.missing.text())
        assert dialog._ok.isEnabled() == (not said[-1])
    assert "name" in said[0] and "letters" in said[1] == said[2] and "already" in said[3] and not said[5]
    assert "already" in said[4]
    dialog.use_points.setChecked(False)
    assert "Choose labels" in dialog.missing.text()
    dialog.use_layer.setChecked(True)
    assert "no layer" in dialog.missing.text()
    lines = QgsVectorLayer("LineString?crs=EPSG:4326", "lines", "memory")
    project.addMapLayers([lines, layer_of(fields="name:string label:string")])
    dialog.layer.setLayer(project.mapLayersByName("Bright roofs")[0])
    assert dialog.layer.count() == 1 and dialog.field.currentField() == "label"
    assert dialog._ok.isEnabled() and dialog.missing.text() == ""
    shutil.rmtree(folder.parent / f"{PRODUCT}.SAFE")
    dialog._products.clear()
    dialog.name.setText("delta2")
    assert f"{PRODUCT}.SAFE was not found" in dialog.missing.text() and not dialog._ok.isEnabled()


def test_without_an_engine_or_a_network_it_says_so(open_dialog, folder, monkeypatch, scripted_engine, wait_until):
    dialog = open_dialog(folder)
    monkeypatch.setenv("S2CLOUDMASK_PYTHON", "/nowhere/python")
    dialog.name.setText("delta")
    assert "/nowhere/python" in dialog.missing.text() and not dialog._ok.isEnabled()
    monkeypatch.setenv("S2CLOUDMASK_PYTHON", scripted_engine("event('model', name='x')\nsys.exit(3)"))
    dialog.start.clear()
    dialog._models = []
    dialog.name.setText("delta3")
    assert "No 13-band UNetMobV2 is here" in dialog.missing.text()


def test_labels_of_masks_whose_product_is_there_are_handed_over(open_dialog, folder, tmp_path, labels_folders):
    other, levelled = PRODUCT.replace("T31TCJ", "T31TDJ"), PRODUCT.replace("MSIL1C", "MSIL2A")
    mask_of(folder, other)
    mask_of(folder, levelled, level="L2A")
    (tmp_path / f"{levelled}.SAFE").mkdir()
    points_of(folder, (PRODUCT, 1, 2, "cloud"), (other, 3, 4, "clear"), (levelled, 5, 6, "shadow"), (PRODUCT, 7, 8, ""))
    dialog = open_dialog(folder)
    note = dialog.points_note.text()
    assert "Labelled: 1, in masks: 1" in note and f"not found: {other}.SAFE" in note
    assert f"lacks B10: {levelled}.SAFE" in note
    dialog.name.setText("delta")
    dialog.steps.setValue(7)
    dialog._ok.click()
    run = dialog.run
    with open(run.labels[0], encoding="utf-8", newline="") as file:
        assert list(csv.DictReader(file)) == [{"mask": f"{PRODUCT}_cloudmask", "x": "1", "y": "2", "label": "cloud"}]
    assert run.arguments() == [
        "finetune", str(tmp_path / f"{PRODUCT}.SAFE"), "--labels", run.labels[0], "--name", "delta",
        "--model", "forest", "--steps", "7", "--progress", "json",
    ]  # fmt: skip
    assert [os.path.basename(dialog.folder.name)] == labels_folders()
    dialog.folder.cleanup()


def test_a_layer_is_handed_over_in_degrees_for_the_mask_that_is_shown(
    open_dialog, folder, tmp_path, project, labels_folders
):
    square = "Polygon ((400000 4800000, 401000 4800000, 401000 4801000, 400000 4800000))"
    rows = [
        (square, "cloud", None), (square, None, None), ("", "clear", None),
        (square, "Cloud shadow", f"{PRODUCT}.SAFE"), (square, "clear", "S2A_MSIL1C_of_another_day.SAFE"),
    ]  # fmt: skip
    project.addMapLayer(layer_of(fields="class:string product:string", rows=rows))
    dialog = open_dialog(folder)
    dialog.use_layer.setChecked(True)
    dialog.name.setText("delta")
    dialog._ok.click()
    assert dialog.run.products == (str(tmp_path / f"{PRODUCT}.SAFE"),) and len(dialog.run.labels) == 2
    written = Path(dialog.run.labels[1])
    assert written.name == "Bright_roofs.geojson"
    features = json.loads(written.read_text("utf-8"))["features"]
    assert [feature["properties"]["class"] for feature in features] == ["cloud", "Cloud shadow"]
    assert features[0]["properties"]["mask"] == f"{PRODUCT}_cloudmask"
    dialog.folder.cleanup()
    corner = features[0]["geometry"]["coordinates"][0][0]
    assert corner == pytest.approx([1.7656, 43.3469], abs=2e-3)


def test_a_layer_without_labels_keeps_the_dialog_open(open_dialog, folder, labels_folders, project):
    project.addMapLayer(layer_of("Point", rows=[("Point (400000 4800000)", "")]))
    dialog = open_dialog(folder)
    dialog.use_layer.setChecked(True)
    dialog.name.setText("delta")
    dialog._ok.click()
    assert "Bright roofs has no feature" in dialog.missing.text() and dialog.isVisible()
    assert dialog.run is None and labels_folders() == []


RESULT = """
event('progress', product='delta', stage='train', fraction=0.5)
event('result', product='/a.SAFE', model='delta', start='forest', steps=2, before={'cloud': 0.5, 'shadow': None,
      'overall': 0.6}, after={'cloud': 0.75, 'shadow': None, 'overall': 0.7}, agreement=0.98, path='/m/delta')
event('end', ok=1, failed=0)
"""


def test_the_figures_before_and_after_are_told(teaching, run_of, labels_folders, wait_until, qgis_iface):
    panel = teaching._panel
    teaching.start(run_of(RESULT), fresh_folder())
    assert panel.teach.isHidden() and not panel.teach_cancel.isHidden() and len(labels_folders()) == 1
    wait_until(lambda: not teaching.is_busy)
    text, is_problem = teaching.sentences[-1]
    assert "of cloud 0.500 → 0.750; overall accuracy 0.600 → 0.700." in text
    assert "delta is in the list of models" in text and "98.0 %" in text and not is_problem
    assert qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Success)[-1].endswith(text)
    assert panel.teach_cancel.isHidden() and not panel.teach.isHidden() and labels_folders() == []


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (
            "path = arguments[arguments.index('--labels') + 1]\n"
            "event('error', product='', code='bad-settings', message=path + ', feature 3: fog is not a class.')\n"
            "sys.exit(2)",
            "drawn.geojson, feature 3: fog is not a class.",
        ),
        ("event('result', model='delta')", "not a result of finetune"),
        ("os.kill(os.getpid(), signal.SIGKILL)", "killed by the system"),
        ("pass", "gave no answer"),
    ],
    ids=["refused", "another shape", "killed", "silent"],
)
def test_an_engine_that_fails_is_a_sentence(teaching, run_of, labels_folders, wait_until, body, reason):
    folder = fresh_folder()
    run = replace(run_of(body), labels=(str(Path(folder.name, "drawn.geojson")),))
    teaching.start(run, folder)
    wait_until(lambda: not teaching.is_busy)
    text, is_problem = teaching.sentences[-1]
    assert reason in text and folder.name not in text and is_problem
    assert labels_folders() == []


WAITING = """
with open(os.environ['TMPDIR'] + '/pid', 'w') as file:
    file.write(str(os.getpid()))
sys.stdin.read()
"""


def pid_of(tmp_path) -> int:
    file = tmp_path / "temporary" / "pid"
    return int(file.read_text() or 0) if file.exists() else 0


def test_cancel_ends_the_engine(teaching, run_of, labels_folders, wait_until, alive, tmp_path):
    teaching.start(run_of(WAITING), fresh_folder())
    wait_until(lambda: pid_of(tmp_path))
    task = teaching._task
    teaching._panel.teach_cancel.click()
    assert task.isCanceled(), "in the turn of the click"
    wait_until(lambda: not teaching.is_busy)
    assert not alive(pid_of(tmp_path))
    assert teaching.sentences[-1] == ("Cancelled: delta was not kept.", True) and labels_folders() == []


def test_another_project_changes_nothing_and_unloading_ends_it(
    teaching, run_of, labels_folders, wait_until, tmp_path, project, alive
):
    teaching.start(run_of(WAITING), fresh_folder())
    wait_until(lambda: pid_of(tmp_path))
    project.clear()
    QgsApplication.processEvents()
    assert teaching.is_busy and alive(pid_of(tmp_path))
    teaching.close()
    assert not alive(pid_of(tmp_path)) and labels_folders() == [] and len(teaching.sentences) == 1


def test_unloading_takes_an_open_dialog_along(teaching, folder, scripted_engine, monkeypatch, wait_until):
    from s2cloudmask.ui.review.labels import LabelFile
    from s2cloudmask.ui.review.mask_list import find_masks

    monkeypatch.setenv("S2CLOUDMASK_PYTHON", scripted_engine("time.sleep(0.3)\n" + LIST))
    masks = find_masks(str(folder))
    dialog = teaching.ask(masks, masks[0], LabelFile(str(folder)))
    assert dialog.isVisible() and teaching.ask(masks, masks[0], LabelFile(str(folder))) is None
    teaching.close()
    assert not dialog.isVisible()
    wait_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0)


def test_a_panel_that_is_gone_hears_nothing(
    qgis_iface, settings, project, run_of, labels_folders, wait_until, tmp_path
):
    from s2cloudmask.ui.teaching.teaching import Teaching

    panel = uic.loadUi(str(ROOT / "ui" / "review" / "dock.ui"), QWidget())
    Teaching(panel, qgis_iface).start(run_of(WAITING.replace("sys.stdin.read()", "time.sleep(0.5)")), fresh_folder())
    wait_until(lambda: pid_of(tmp_path))
    sip.delete(panel)
    wait_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    assert labels_folders() == []


# With the real engine.

HAS_TORCH = "import importlib.util, sys; sys.exit(importlib.util.find_spec('torch') is None)"


@pytest.fixture(scope="module")
def taught(engine_python, engine, make_products, tmp_path_factory):
    """A simulated product with its truth, its mask and 150 labelled points."""
    if subprocess.run([engine_python, "-c", HAS_TORCH], check=False).returncode:
        pytest.skip("this engine has no torch, which teaching needs")
    top = tmp_path_factory.mktemp("taught")
    (product,) = make_products({"folder": top, "size": 360, "seed": 5})
    engine(["mask", product, "--out", top / "masks", "--resolution", "20", "--model", "ukis_l1c"])
    truth = QgsRasterLayer(str(next(path for path in top.glob("*.tif"))), "truth")
    draw, extent, names = random.Random(0), truth.extent(), {0: "clear", 1: "cloud", 2: "cloud", 3: "shadow"}
    rows = []
    while len(rows) < 150:
        x, y = draw.uniform(extent.xMinimum(), extent.xMaximum()), draw.uniform(extent.yMinimum(), extent.yMaximum())
        value, there = truth.dataProvider().sample(QgsPointXY(x, y), 1)
        if there and int(value) in names:
            rows.append((product.stem, x, y, names[int(value)]))
    points_of(top / "masks", *rows)
    return top


@pytest.fixture
def dock(qgis_iface, settings, project, engine_python, taught, tmp_path, labels_folders, monkeypatch, wait_until):
    """The dock with the masks, with a models folder of the test's own; it teaches on small crops."""
    from s2cloudmask.ui.review.dock import ReviewDock
    from s2cloudmask.ui.teaching.teach_task import TeachRun

    class QuickRun(TeachRun):
        def arguments(self):
            return [*super().arguments(), "--crop", "64"]

    monkeypatch.setattr("s2cloudmask.ui.teaching.teach_dialog.TeachRun", QuickRun)
    monkeypatch.setenv("S2CLOUDMASK_PYTHON", engine_python)
    monkeypatch.setenv("S2CLOUDMASK_MODELS", str(tmp_path / "models"))
    dock = ReviewDock(qgis_iface)
    dock.open()
    dock.open_folder(str(taught / "masks"))
    wait_until(lambda: not dock._engine.is_busy)
    yield dock
    dock.end()
    dock.deleteLater()


def asked(dock, wait_until, project):
    """The dialog, filled in: the points and a layer."""
    shown = dock._mask
    layer = layer_of("Point", shown and QgsRasterLayer(shown.path).crs().authid(), rows=[])
    project.addMapLayer(layer)
    point = dock._points.points.points[0]
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(point.x, point.y)))
    feature.setAttributes([point.label])
    layer.dataProvider().addFeatures([feature])
    dock._panel.teach.click()
    dialog = dock._teaching._dialog
    wait_until(lambda: dialog._models is not None)
    dialog.use_layer.setChecked(True)
    dialog.name.setText("delta")
    dialog.steps.setValue(2)
    dialog.keep_worse.setChecked(True)
    assert dialog._ok.isEnabled(), dialog.missing.text()
    return dialog


def test_labels_become_a_network_that_is_listed(dock, wait_until, project, tmp_path, labels_folders):
    from s2cloudmask.ui.dialog.mask_dialog import MaskDialog
    from s2cloudmask.ui.runs.run_queue import RunQueue

    asked(dock, wait_until, project)._ok.click()
    assert dock._teaching.is_busy and dock._teaching._dialog is None
    wait_until(lambda: not dock._teaching.is_busy, 240)
    text = dock._panel.status.text()
    assert "delta is in the list of models" in text, text
    assert "balanced accuracy of cloud 0." in text and " → 0." in text
    assert (tmp_path / "models" / "delta.safetensors").is_file() and labels_folders() == []
    queue = RunQueue(None)
    dialog = MaskDialog(None, queue)
    dialog.bring_up()
    wait_until(lambda: dialog.choices.model.findData("delta") > 0)
    queue.close()
    dialog.end()
    sip.delete(dialog)


def test_a_cancelled_teaching_leaves_no_model_and_no_file(dock, wait_until, project, tmp_path, labels_folders):
    dialog = asked(dock, wait_until, project)
    dialog.steps.setValue(2000)
    dialog._ok.click()
    assert dock._teaching.is_busy and dock._teaching._dialog is None
    wait_until(lambda: dock._panel.teach_progress.value() >= 25, 120)  # it learns
    dock._panel.teach_cancel.click()
    wait_until(lambda: not dock._teaching.is_busy)
    assert "Cancelled" in dock._panel.status.text()
    assert not list((tmp_path / "models").glob("*")) and labels_folders() == []
