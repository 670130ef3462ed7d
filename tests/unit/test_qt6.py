"""Readiness for QGIS 4 under a real PyQt6. Where there is no QGIS 4 its own names stand in; nothing of them is run."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from flake8_qgis import Plugin

pytest.importorskip("PyQt6", reason="PyQt6 is in requirements-test.txt")

ROOT = Path(__file__).resolve().parents[2]
FILES = [ROOT / "plugin.py"] + [
    path for folder in ("bridge", "ui", "toolbox") for path in sorted((ROOT / folder).rglob("*.py"))
]
FORMS = sorted((ROOT / "ui").rglob("*.ui"))


def under_pyqt6(code: str) -> dict:
    """Run code in a process of its own with the stand-ins in place; it prints JSON."""
    start = f"""
import sys
sys.path[:0] = [{str(ROOT)!r}, {str(ROOT / "tests" / "unit")!r}]
import qt6_standins
qt6_standins.install()
import conftest, json
from PyQt6.QtWidgets import QApplication, QWidget
application = QApplication([])
"""
    done = subprocess.run(
        [sys.executable, "-c", start + code], cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def flake8_qgis(code: str) -> list[str]:
    """What flake8-qgis has to say of code, without flake8's own rules, which ruff has."""
    return [message for _, _, message, _ in Plugin(ast.parse(code)).run()]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_flake8_qgis_finds_nothing(path):
    assert [message for message in flake8_qgis(path.read_text("utf-8")) if message.startswith("QGS4")] == []


def test_flake8_qgis_would_find_something():
    (message,) = flake8_qgis("from qgis.PyQt.QtCore import QRegExp\n")
    assert message.startswith("QGS406")


def chains(tree: ast.Module, package: str) -> list[tuple[str, str, list[str], bool]]:
    """(module, class, names behind it, whether it is called) of what a file takes from `package`."""
    homes = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(package) and not node.level:
            homes.update({alias.asname or alias.name: (node.module, alias.name) for alias in node.names})
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    found = [(*home, [], False) for home in homes.values()]
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute) or id(node) in inner:
            continue
        names, value = [node.attr], node.value
        while isinstance(value, ast.Attribute):
            names.insert(0, value.attr)
            value = value.value
        if isinstance(value, ast.Name) and value.id in homes:
            found.append((*homes[value.id], names, id(node) in called))
    return found


def unscoped(tree: ast.Module) -> list[str]:
    """Enums of QGIS without their scope: `QgsTask.CanCancel` for `QgsTask.Flag.CanCancel`.

    An annotation names the enum itself, which is right.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.returns = None
        elif isinstance(node, ast.arg):
            node.annotation = None
    return [
        f"{name}.{names[0]}"
        for _, name, names, called in chains(tree, "qgis.")
        if name.startswith("Qg") and len(names) == 1 and not called and is_value(names[0])
    ]


def is_value(name: str) -> bool:
    """Whether a name is spelt as the value of an enum, `CanCancel`: not as a method, a constant or the enum itself."""
    return name[:1].isupper() and not name.isupper() and name not in ("Flag", "Flags")


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_enum_is_without_its_scope(path):
    assert unscoped(ast.parse(path.read_text("utf-8"))) == []


def test_an_enum_without_its_scope_is_found():
    code = (
        "from qgis.core import QgsTask, QgsRaster\nflags = QgsTask.CanCancel | QgsTask.Flag.Hidden\nQgsTask.fromX()\n"
    )
    assert unscoped(ast.parse(code)) == ["QgsTask.CanCancel"]


def test_every_name_of_qt_that_is_used_is_in_pyqt6():
    used = set()
    for path in FILES:
        for module, name, names, _ in chains(ast.parse(path.read_text("utf-8")), "qgis.PyQt"):
            used.add((module, ".".join([name, *names])))
    assert len(used) > 100
    code = f"""
from importlib import import_module
missing = []
for module, names in {sorted(used)!r}:
    thing = import_module(module)
    for name in names.split("."):
        try:
            thing = getattr(thing, name)
        except AttributeError:
            missing.append(f"{{module}}.{{names}}")
            break
print(json.dumps({{"missing": missing}}))
"""
    assert under_pyqt6(code) == {"missing": []}


def test_every_module_is_imported():
    names = [
        "s2cloudmask." + ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in FILES
        if path.name != "__init__.py"
    ]
    code = f"""
import importlib, traceback
failed = {{}}
for name in {names!r}:
    try:
        importlib.import_module(name)
    except Exception:
        failed[name] = traceback.format_exc()[-300:]
print(json.dumps(failed))
"""
    assert under_pyqt6(code) == {}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_form_is_loaded(form):
    code = f"""
from PyQt6 import uic
base = uic.loadUiType({str(form)!r})[1]
window = uic.loadUi({str(form)!r}, base())
print(json.dumps({{"named": sum(bool(child.objectName()) for child in window.findChildren(QWidget))}}))
"""
    assert under_pyqt6(code)["named"] > 3


def test_a_line_that_may_be_cut_is_painted():
    code = """
from s2cloudmask.ui.elided_text import ElidedText
words = ElidedText()
words.resize(300, 24)
words.setText("10 m: thick 24%", "granule")
picture = words.grab().toImage()
print(json.dumps({"colours": len({picture.pixel(x, y) for x in range(300) for y in range(24)})}))
"""
    assert under_pyqt6(code)["colours"] > 1
