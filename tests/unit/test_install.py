"""`pip install .`: the package with its data, and the command, away from the checkout."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from s2cloudmask.core.version import version

ROOT = Path(__file__).resolve().parents[2]
FILES = ("pyproject.toml", "setup.py", "metadata.txt", "README.md", "LICENSE", "__init__.py")


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """A folder that pip has installed a copy of this checkout into; the other packages are those of this Python."""
    pytest.importorskip("setuptools", minversion="77", reason="pyproject.toml asks for it; requirements.txt has it")
    copy, target = tmp_path_factory.mktemp("copy"), tmp_path_factory.mktemp("installed")
    for name in FILES:
        shutil.copy(ROOT / name, copy)
    shutil.copytree(ROOT / "core", copy / "core", ignore=shutil.ignore_patterns("__pycache__"))
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run(
        [sys.executable, "-m", "pip", "install", *options, "--target", str(target), str(copy)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return target


def run(installed: Path, folder: Path, *command: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(installed), "S2CLOUDMASK_CACHE": str(folder / "cache")}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_command_runs(installed, tmp_path):
    program = str(installed / "bin" / "s2cloudmask")
    assert run(installed, tmp_path, sys.executable, program, "--version").strip() == f"s2cloudmask {version()}"
    run(installed, tmp_path, sys.executable, program, "simulate", "product", "--size", "120")
    product = next((tmp_path / "product").glob("*.SAFE"))
    run(installed, tmp_path, sys.executable, program, "mask", str(product), "--out", "masks", "--model", "ukis_l1c")
    assert len(list((tmp_path / "masks").glob("*_cloudmask.tif"))) == 1


def test_the_package_is_imported_and_holds_every_file_of_the_engine(installed, tmp_path):
    code = "from s2cloudmask.core import mask_product; print(mask_product.__code__.co_filename)"
    assert Path(run(installed, tmp_path, sys.executable, "-c", code).strip()).is_relative_to(installed)
    wanted = {
        path.relative_to(ROOT)
        for path in (ROOT / "core").rglob("*")
        if path.suffix in {".py", ".toml", ".html", ".safetensors"}
    }
    here = installed / "s2cloudmask"
    assert wanted <= {path.relative_to(here) for path in here.rglob("*")}
