"""Takes the pictures of the plugin that README and docs show, in the QGIS desktop itself, light and dark.

    S2CLOUDMASK_PYTHON=.venv/bin/python xvfb-run -a -s "-screen 0 1400x880x24" /usr/bin/python3 docs/make_pictures.py

The Python is the one that has QGIS. The products are simulated, so that anyone gets the same pictures. Writes
docs/pictures/*.png.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "qgis"))

import desktop_session  # noqa: E402 (it lies with the tests, which stand on it too)
import pictures_live  # noqa: E402
import pictures_review  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
THEMES = {"light": "default", "dark": "Night Mapping"}
SCENES = (
    ("L1C", "05.11", 7, "20240715T105031"),
    ("L1C", "02.06", 11, "20190628T105039"),
    ("L2A", "05.11", 3, "20240710T104629"),
)

SESSION = """
def whole_screen(name):
    QApplication.primaryScreen().grabWindow(0).save(os.path.join(PICTURES, name + "_" + SUFFIX + ".png"))

def window(widget, name):
    widget.grab().save(os.path.join(PICTURES, name + "_" + SUFFIX + ".png"))

def scenario():
    main = iface.mainWindow()
    main.showNormal()
    main.move(0, 0)
    main.resize(1400, 880)
    for dock in main.findChildren(QDockWidget):
        if dock.objectName() == "Browser":
            dock.hide()
    iface.messageBar().clearWidgets()
    yield after(2)
    plugin().open_dialog()
    dialog = plugin()._dialog
    dialog.resize(1000, 600)
    dialog.move(200, 140)
    dialog.choices.folder.setFilePath(FOLDER)
    dialog.products.add(PRODUCTS)
    yield lambda: "Ready" in states(dialog) and not any("Reading" in state for state in states(dialog))
    dialog.choices.models.choose("auto")
    yield after(0.5)
    window(dialog, "dialog")
    dialog.choices.models.choose("UNetMobV2_V2")
    dialog.choices.advanced.setCollapsed(False)
    yield after(0.5)
    window(dialog, "dialog_advanced")
    dialog.choices.advanced.setCollapsed(True)
    dialog.choices.models.choose("auto")
    dialog.choices.confidence.setChecked(True)
    dialog.choices.resolution.setCurrentIndex(0)
    yield after(0.3)
    dialog.run_button.click()
    yield lambda: any(state.startswith("Cloud") for state in states(dialog)) and dialog.progress.value() > 35
    iface.messageBar().clearWidgets()
    dialog.move(330, 190)
    yield after(0.7)
    whole_screen("running")
    yield lambda: plugin()._queue.present is None
    dialog.close()
    yield after(4)
    tree = iface.layerTreeView()
    tree.parentWidget().parentWidget().setMinimumWidth(330)
    messages = iface.messageBar().items()
    for item in messages:
        if "Sentinel-2" not in item.title():
            iface.messageBar().popWidget(item)
    whole_screen("result")
"""

SETUP_SESSION = """
def scenario():
    plugin().open_setup()
    dialog = plugin()._dialog
    dialog.resize(1000, 560)
    yield lambda: dialog.setup.python.count() > 0
    yield after(1)
    dialog.grab().save(os.path.join(PICTURES, "setup_" + SUFFIX + ".png"))
"""


def simulate(engine: str, folder: Path) -> list[str]:
    """Simulated products, and one that lacks its bands, to show how that is said."""
    products = []
    for level, baseline, seed, time in SCENES:
        command = [engine, str(ROOT / "core" / "__main__.py"), "simulate", str(folder / str(seed)), "--level", level]
        command += ["--baseline", baseline, "--seed", str(seed), "--time", time, "--progress", "none"]
        subprocess.run(command, check=True)
        products += [str(path) for path in (folder / str(seed)).glob("*.SAFE")]
    broken = folder / "S2B_MSIL1C_20240802T105619_N0511_R094_T31TCJ_20240802T113412.SAFE"
    broken.mkdir()
    (broken / "MTD_MSIL1C.xml").write_text("<unfinished download", encoding="utf-8")
    return [*products, str(broken)]


def main() -> None:
    """Take all pictures."""
    engine = os.path.abspath(os.environ.get("S2CLOUDMASK_PYTHON", ROOT / ".venv" / "bin" / "python"))
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="sentinel-2-") as folder:
        products = simulate(engine, Path(folder))
        for suffix, theme in THEMES.items():
            work = Path(folder, suffix)
            work.mkdir()
            constants = {
                "PICTURES": str(PICTURES),
                "SUFFIX": suffix,
                "PRODUCTS": products,
                "FOLDER": str(work / "masks"),
            }
            head = "".join(f"{name} = {value!r}\n" for name, value in constants.items())
            desktop_session.play(head + SESSION, work, seconds=1500, engine=engine, theme=theme)
            desktop_session.play(head + SETUP_SESSION, work, seconds=1500, theme=theme)
            review = Path(folder, suffix + "_review")
            review.mkdir()
            pictures_review.take_review(engine, products[0], review, PICTURES, suffix, theme)
        live = Path(folder, "live")
        live.mkdir()
        pictures_live.take_live(engine, products[0], live, PICTURES, "light", THEMES["light"])
    for picture in sorted(PICTURES.glob("*.png")):
        print(picture)


if __name__ == "__main__":
    main()
