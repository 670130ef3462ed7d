"""uv from a package index: the pinned file or none, and an environment made with it on a machine without Python."""

from __future__ import annotations

import hashlib
import http.server
import json
import re
import sys
import threading
import zipfile
from pathlib import Path

import pytest
from python_script import first_lines

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "unit"))
from range_server import Ranges

NAME = "uv-1.0-py3-none-any.whl"


@pytest.fixture
def index(qgis_app, tmp_path, monkeypatch):
    """A package index with a wheel of a uv that writes down how it is called; gives address, folder and calls."""
    from s2cloudmask.bridge import uv_fetcher
    from s2cloudmask.bridge.environment import data_folder

    for name in ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "PIP_INDEX_URL"):
        monkeypatch.delenv(name, raising=False)
    served = tmp_path / "served"
    (served / "simple" / "uv").mkdir(parents=True)
    calls = tmp_path / "calls"
    program = (
        first_lines(sys.executable) + "import json, os, sys\n"
        f"open({str(calls)!r}, 'a').write(json.dumps([sys.argv[1:], os.environ.get('UV_PYTHON_INSTALL_DIR'), "
        "os.environ.get('UV_PYTHON_INSTALL_MIRROR')]) + '\\n')\nprint('error: no more')\nsys.exit(1)\n"
    )
    padding = bytes(range(256)) * 20
    with zipfile.ZipFile(served / NAME, "w") as wheel:
        wheel.writestr("uv-1.0.data/scripts/uv", program)
        wheel.writestr("uv-1.0.data/scripts/uv.exe", program)
        wheel.writestr("padding", padding)
    page = f'<a href="../../other-1.0.whl">other</a><a href="../../{NAME}#sha256=1&amp;x">{NAME}</a>'
    (served / "simple" / "uv" / "index.html").write_text(page)
    handler = type("Handler", (Ranges,), {"asked": []})

    def page_of(self):
        if self.path.endswith("/uv/"):
            self.path += "index.html"
        return Ranges.do_GET(self)

    handler.do_GET = page_of
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), lambda *words: handler(*words, directory=str(served)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sha256 = hashlib.sha256((served / NAME).read_bytes()).hexdigest()
    monkeypatch.setattr(uv_fetcher, "pinned_wheel", lambda: (NAME, sha256))
    monkeypatch.setattr(uv_fetcher, "PYPI", "http://127.0.0.1:9/simple")
    monkeypatch.setattr(uv_fetcher, "_PART", 1000)

    yield f"http://127.0.0.1:{server.server_port}/simple", served, calls, handler.asked
    server.shutdown()
    server.server_close()
    import shutil

    shutil.rmtree(data_folder(), ignore_errors=True)


def watcher(is_cancelled=lambda: False):
    from s2cloudmask.bridge.setup_step import Watcher

    return Watcher(lambda fraction, text: None, lambda line: None, is_cancelled)


def test_every_desktop_has_a_pinned_wheel():
    from s2cloudmask.bridge import uv_fetcher

    pins = json.loads(Path(uv_fetcher.PINS).read_text("utf-8"))
    # Those that the engine's packages are made for.
    assert set(pins["wheels"]) == {"linux x86_64", "linux arm64", "darwin arm64", "win32 x86_64"}
    for pin in pins["wheels"].values():
        assert pin["name"].startswith(f"uv-{pins['version']}-py3-none-")
        assert re.fullmatch("sha256:[0-9a-f]{64}", pin["hash"])
    assert uv_fetcher.pinned_wheel() is not None


def test_uv_comes_in_parts_and_only_as_the_published_file(index):
    from s2cloudmask.bridge.setup_step import SetupCancelled, SetupFailure
    from s2cloudmask.bridge.uv_fetcher import fetch_uv

    address, served, _, asked = index
    path = fetch_uv(address, "cpu", watcher())
    assert Path(path).read_text("utf-8").startswith("#!") and Path(path).stat().st_mode & 0o100
    assert [size for place, size in asked if place.endswith(".whl")].count(1000) > 3
    with pytest.raises(SetupCancelled):
        fetch_uv(address, "cpu", watcher(lambda: True))
    content = (served / NAME).read_bytes()
    (served / NAME).write_bytes(content[:-1] + b"x")
    with pytest.raises(SetupFailure, match="not the published file"):
        fetch_uv(address, "cpu", watcher())
    (served / NAME).unlink()
    with pytest.raises(SetupFailure, match="could not be downloaded"):
        fetch_uv(address, "cpu", watcher())


def test_a_machine_without_python_gets_one_beside_the_environment(index, settings, monkeypatch):
    from s2cloudmask.bridge.environment_maker import disk_use, make_environment, python_folder, remove_environments
    from s2cloudmask.bridge.package_installer import FETCHED, SetupPlan
    from s2cloudmask.bridge.setup_step import SetupFailure

    address, _, calls, _ = index
    monkeypatch.setenv("UV_PYTHON_INSTALL_MIRROR", "https://mirror.example/python")
    with pytest.raises(SetupFailure, match="no more"):
        make_environment(SetupPlan("", FETCHED, "cpu", address), watcher())
    ((words, folder, mirror),) = map(json.loads, calls.read_text("utf-8").splitlines())
    assert words[:4] == ["venv", "--python", "3.12", "--managed-python"]
    assert folder == python_folder() and mirror == "https://mirror.example/python"
    Path(folder).mkdir(parents=True)
    (Path(folder) / "python").write_bytes(b"123")
    assert disk_use() >= 3
    remove_environments()
    assert not Path(folder).exists()


def test_the_set_up_offers_it_where_there_is_no_uv(qgis_app, settings, monkeypatch):
    from qgis.PyQt import sip

    from s2cloudmask.ui.setup import setup_page

    monkeypatch.setattr(setup_page, "find_uv", lambda: "")
    monkeypatch.setattr(setup_page, "sandbox", lambda: "flatpak")
    page = setup_page.SetupPage()
    page._show_survey([], 0)
    assert [page.python.itemText(row) for row in range(page.python.count())] == ["Python 3.12, downloaded"]
    assert "No Python was found" not in page.state.text()
    assert "QGIS runs in Flatpak" in page.explanation.text()
    sip.delete(page)
