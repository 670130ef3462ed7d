"""The plugin's ZIP: what is in it, and that plugins.qgis.org takes it."""

import zipfile
from pathlib import Path

import pytest

from s2cloudmask.packaging.build_package import build, shipped_files, version
from s2cloudmask.packaging.check_package import findings, refusals

ROOT = Path(__file__).resolve().parents[2]
METADATA = (ROOT / "metadata.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def package(tmp_path_factory) -> Path:
    """The ZIP of this checkout."""
    try:
        shipped_files(ROOT)
    except RuntimeError as error:
        pytest.skip(f"only a git checkout can be packed: {error}")
    return build(tmp_path_factory.mktemp("dist"))


def test_the_package_is_taken(package):
    assert refusals(package) == []


@pytest.mark.slow
def test_the_scan_of_the_package_finds_nothing(package):
    assert list(findings(package)) == []


def test_the_package_holds_both_halves_the_guide_and_the_licence_and_no_test(package):
    with zipfile.ZipFile(package) as archive:
        names = set(archive.namelist())
    needed = (
        "LICENSE",
        "README.md",
        "metadata.txt",
        "requirements.txt",
        "requirements-torch.txt",
        "plugin.py",
        "core/__main__.py",
    )
    needed += ("core/networks/catalog.toml", "core/networks/unetmobv2_s2cm.safetensors", "ui/dialog/mask_dialog.ui")
    needed += ("toolbox/help.html", "docs/README.md")
    assert {f"s2cloudmask/{name}" for name in needed} <= names
    assert not [name for name in names if "test" in name.rpartition("/")[2] or name.endswith("Makefile")]
    assert package.name == f"s2cloudmask.{version()}.zip"
    assert package.stat().st_size < 25_000_000  # the site takes no more


def test_the_same_files_give_the_same_bytes(package, tmp_path):
    assert build(tmp_path / "one").read_bytes() == build(tmp_path / "two").read_bytes()


def small_package(folder: Path, files: dict[str, str | bytes | None], mode: int = 0o644) -> Path:
    """A package that is taken, with `files` added, replaced or (None) left out."""
    good = {
        "s2cloudmask/__init__.py": "def classFactory(iface):\n    return None\n",
        "s2cloudmask/LICENSE": "GPL",
        "s2cloudmask/metadata.txt": METADATA,
        "s2cloudmask/ui/icons/s2cloudmask.svg": "<svg/>",
    }
    path = folder / f"s2cloudmask.{version()}.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in {**good, **files}.items():
            if content is not None:
                entry = zipfile.ZipInfo(name)
                entry.external_attr = (0o100000 | mode) << 16
                archive.writestr(entry, content)
    return path


def test_the_small_package_is_taken(tmp_path):
    assert refusals(small_package(tmp_path, {})) == []


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"s2cloudmask/LICENSE": None}, "LICENSE is missing"),
        ({"s2cloudmask/__init__.py": None}, "__init__.py is missing"),
        ({"s2cloudmask/a.pyc": "x"}, "refused"),
        ({"s2cloudmask/__pycache__/a.txt": "x"}, "refused"),
        ({"s2cloudmask/lib/a.dll": "x"}, "executable or library"),
        ({"s2cloudmask/.hidden": "x"}, "hidden"),
        ({"s2cloudmask/tests/test_a.py": "x = 1\n"}, "of no use"),
        ({"s2cloudmask/../a.py": "x = 1\n"}, "out of the folder"),
        ({"other/a.py": "x = 1\n"}, "one folder"),
        ({"s2cloudmask/a.dat": b"\0\1"}, "binary"),
        ({"s2cloudmask/metadata.txt": None}, "metadata.txt is missing"),
        ({"s2cloudmask/metadata.txt": "name=x\n"}, "metadata.txt"),
        ({"s2cloudmask/metadata.txt": METADATA.replace("about=", "other=")}, "about is missing"),
        ({"s2cloudmask/metadata.txt": METADATA + "supportsQt6=True\n"}, "supportsQt6"),
        ({"s2cloudmask/metadata.txt": METADATA.replace("changelog=", "changelog=100 % new ")}, "metadata.txt"),
        ({"s2cloudmask/metadata.txt": METADATA.replace("qgisMaximumVersion=4.99", "x=y")}, "qgisMaximumVersion"),
        ({"s2cloudmask/metadata.txt": METADATA.replace("tracker=https://", "tracker=")}, "tracker must be"),
        ({"s2cloudmask/metadata.txt": METADATA.replace("author=", "author=a/b ")}, "slash"),
        ({"s2cloudmask/metadata.txt": METADATA.replace(f"version={version()}", "version=99")}, "carry the version"),
        ({"s2cloudmask/ui/icons/s2cloudmask.svg": None}, "icon"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_the_site_refuses_is_refused(tmp_path, files, reason):
    assert any(reason in problem for problem in refusals(small_package(tmp_path, files)))


def test_an_executable_file_a_damaged_zip_and_one_that_is_too_large_are_refused(tmp_path):
    assert any("executable" in problem for problem in refusals(small_package(tmp_path, {}, mode=0o755)))
    path = small_package(tmp_path, {"s2cloudmask/a.txt": "unmistakable"})
    path.write_bytes(path.read_bytes().replace(b"unmistakable", b"unmistakeble"))
    assert any("damaged" in problem for problem in refusals(path))
    path.write_bytes(b"no zip")
    assert any("cannot be read" in problem for problem in refusals(path))
    with open(path, "wb") as file:
        file.truncate(25_000_001)
    assert any("the limit is 25 MB" in problem for problem in refusals(path))


def test_a_release_has_no_placeholder(tmp_path):
    released = METADATA.replace("example.org", "cloudmask.test")
    assert refusals(small_package(tmp_path, {"s2cloudmask/metadata.txt": released}), release=True) == []
    text = released.replace("contributors@cloudmask.test", "contributors@example.org")
    package = small_package(tmp_path, {"s2cloudmask/metadata.txt": text})
    assert any("email" in problem for problem in refusals(package, release=True))
    text = released.replace(f"changelog={version()}", "changelog=0.0.1")
    package = small_package(tmp_path, {"s2cloudmask/metadata.txt": text})
    assert any("changelog" in problem for problem in refusals(package, release=True))


def test_every_placeholder_is_a_line_that_the_release_notes_name():
    lines = [line for line in METADATA.splitlines() if "example.org" in line]
    assert len(lines) == 4
    notes = (ROOT / "docs" / "release.md").read_text("utf-8")
    for line in lines:
        assert f"`{line}`" in notes
    about = METADATA.partition("about=")[2].partition("\ntracker=")[0]
    assert "External dependencies" in about, "the site asks for them there"


def test_the_scan_finds_a_shell_a_secret_an_unused_name_and_a_long_line(tmp_path):
    key = "AKIA" + "Z7Q4" * 4  # made up, and put together here so that no scan finds it in this file
    code = "import os\nimport sys\n\n\ndef run(word):\n    os.system(word)\n    return undefined_name\n"
    files = {"s2cloudmask/a.py": code + f"# {'word ' * 30}\n", "s2cloudmask/b.py": f'KEY = "{key}"\n'}
    found = "\n".join(findings(small_package(tmp_path, files)))
    for mark in ("B605", "AWS Access Key", "F401", "F821", "E501"):
        assert mark in found
