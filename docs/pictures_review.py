"""Takes the picture of the review dock; docs/make_pictures.py calls it once a theme."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "qgis"))

import desktop_session  # noqa: E402 (it lies with the tests, which stand on it too)

SESSION = """
def whole_screen(name):
    QApplication.primaryScreen().grabWindow(0).save(os.path.join(PICTURES, name + "_" + SUFFIX + ".png"))

def scenario():
    main = iface.mainWindow()
    main.showNormal()
    main.move(0, 0)
    main.resize(1400, 880)
    for dock in main.findChildren(QDockWidget):
        if dock.objectName() == "Browser":
            dock.hide()
    plugin().open_review()
    dock = plugin()._review
    dock.open_folder(FOLDER)
    panel = dock._panel
    yield lambda: not dock._engine.is_busy
    yield after(2)
    iface.messageBar().clearWidgets()
    dock._judging.judge("usable")
    panel.picture.setCurrentIndex(1)
    panel.brightness.setValue(-4)
    panel.opacity.setValue(45)
    panel.swipe.setChecked(True)
    dock._view.move_split(-0.08)
    yield after(1)
    yield lambda: not iface.mapCanvas().isDrawing() and dock._view.is_ready
    yield after(0.5)
    whole_screen("review")
    panel.swipe.setChecked(False)
    panel.picture.setCurrentIndex(0)
    panel.tabs.setCurrentWidget(panel.points_page)
    panel.count.setValue(60)
    panel.draw.click()
    yield lambda: not dock._engine.is_busy
    met = []  # one in twelve of each class of the mask is called clear, so that there is an accuracy to show
    for _ in range(45):
        stratum = dock._points.points.points[dock._points.place].stratum
        met.append(stratum)
        dock._points.label("clear" if met.count(stratum) % 12 == 5 else stratum)
    yield after(1)
    yield lambda: not iface.mapCanvas().isDrawing() and dock._view.is_ready
    yield after(0.5)
    whole_screen("review_points")
"""


def make_masks(engine: str, product: str, folder: Path) -> None:
    """A mask of the product with its confidence, and the product's own cloud mask; the product is beside them."""
    command = [engine, str(ROOT / "core" / "__main__.py")]
    options = ["--resolution", "20", "--confidence", "--progress", "none"]
    subprocess.run([*command, "mask", product, "--out", str(folder), *options], check=True)
    subprocess.run([*command, "own-mask", product, "--out", str(folder), "--progress", "none"], check=True)
    (folder.parent / Path(product).name).symlink_to(product)


def take_review(engine: str, product: str, work: Path, pictures: Path, suffix: str, theme: str) -> None:
    """Write review_<suffix>.png and review_points_<suffix>.png into `pictures`; `work` is an empty folder."""
    make_masks(engine, product, work / "masks")
    constants = {"PICTURES": str(pictures), "SUFFIX": suffix, "FOLDER": str(work / "masks")}
    body = "".join(f"{name} = {value!r}\n" for name, value in constants.items()) + SESSION
    desktop_session.play(body, work, seconds=1500, engine=engine, theme=theme)
