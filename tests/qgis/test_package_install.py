"""The ZIP as a new user meets it: a fresh profile, QGIS' own "Install from ZIP", a product, a mask on the map."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import desktop_session
import pytest


@pytest.fixture
def package(tmp_path) -> Path:
    """The ZIP of this checkout."""
    from s2cloudmask.packaging.build_package import build

    try:
        return build(tmp_path)
    except RuntimeError as error:
        pytest.skip(f"only a git checkout can be packed: {error}")


def test_from_the_zip_to_the_mask_in_a_fresh_profile(package, engine_python, simulated_product, tmp_path):
    if shutil.which("qgis") is None or not os.environ.get("DISPLAY"):
        pytest.skip("needs the qgis desktop and a display (xvfb-run)")
    masks = tmp_path / "masks"
    told = desktop_session.play(
        f"""
    def scenario():
        import pyplugin_installer
        import qgis.utils

        say(before="s2cloudmask" in qgis.utils.available_plugins)
        pyplugin_installer.instance().installFromZipFile({str(package)!r})
        yield lambda: "s2cloudmask" in qgis.utils.active_plugins
        from qgis.core import QgsSettings

        say(
            enabled=QgsSettings().value("PythonPlugins/s2cloudmask", False, bool),
            folder=os.path.dirname(sys.modules["s2cloudmask"].__file__),
            home=os.path.normpath(QgsApplication.qgisSettingsDirPath()),
            provider=QgsApplication.processingRegistry().providerById("s2cloudmask") is not None,
            menu=[action.text() for action in iface.rasterMenu().actions()].count("Sentinel-2 Cloud Mask"),
        )
        menu = next(action for action in iface.rasterMenu().actions() if action.text() == "Sentinel-2 Cloud Mask")
        project = QgsProject.instance()
        menu.menu().actions()[0].trigger()
        dialog = plugin()._dialog
        say(visible=dialog.isVisible(), modal=dialog.isModal(), clean=not project.isDirty())
        dialog.choices.folder.setFilePath({str(masks)!r})
        dialog.choices.resolution.setCurrentIndex(dialog.choices.resolution.findData(60))
        dialog.products.add([{simulated_product!r}])
        yield lambda: states(dialog) == ["Ready"]
        dialog.run_button.click()
        dialog.close()
        yield lambda: plugin()._queue.present is None
        yield after(0.3)
        group = project.layerTreeRoot().children()[0]
        mask = group.children()[0].layer()
        canvas = iface.mapCanvas()
        say(
            names=[node.layer().name() for node in group.children()],
            layers=[type(node.layer().renderer()).__name__ for node in group.children()],
            dirty=project.isDirty(),
            shown=canvas.extent().intersects(mask.extent()),
            crs=canvas.mapSettings().destinationCrs().authid() == mask.crs().authid(),
            messages=[item.text() for item in iface.messageBar().items()],
            buttons=[b.text() for b in iface.messageBar().findChildren(QPushButton)],
        )
        path = {str(tmp_path / "saved.qgz")!r}
        project.write(path)
        project.clear()
        project.read(path)
        say(again=[type(layer.renderer()).__name__ for layer in project.mapLayers().values()])
    """,
        tmp_path / "fresh",
        engine=engine_python,
        installed=False,
    )
    assert told["before"] is False and told["enabled"] is True
    assert Path(told["folder"]) == Path(told["home"]) / "python" / "plugins" / "s2cloudmask"
    assert Path(told["folder"]).is_relative_to(tmp_path / "fresh")
    assert (told["provider"], told["menu"]) == (True, 1)
    assert told["visible"] and not told["modal"]
    assert told["clean"], "a project must not become dirty before there is a layer"
    assert told["names"] == ["Cloud mask 2024-07-15 31TCJ", "True colour 2024-07-15 31TCJ"]
    assert told["layers"][0] == "QgsPalettedRasterRenderer"
    assert told["dirty"] and told["shown"] and told["crs"]
    assert any(" %, cloud " in message for message in told["messages"])  # this network does not tell thin from thick
    assert "Open folder" in told["buttons"]
    assert sorted(told["again"]) == ["QgsMultiBandColorRenderer", "QgsPalettedRasterRenderer"]
    assert len(list(masks.glob("*_cloudmask.tif"))) == 1
    assert not (Path(told["folder"]) / "tests").exists()
