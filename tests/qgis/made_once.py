"""What many tests look at is made once for all processes of a run: products, masks, what the engine said."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SIMULATE = """
import json, sys
sys.path.insert(0, sys.argv[1])
from core.simulation.simulate import simulate
for options in json.loads(sys.argv[2]):
    print(simulate(options.pop("folder"), **options).path)
"""


@pytest.fixture(scope="session")
def once(tmp_path_factory):
    """A folder that is filled once for all processes: `once(name, fill)` calls `fill(folder)` where nobody has yet."""
    from qgis.PyQt.QtCore import QLockFile

    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def folder_of(name: str, fill) -> Path:
        folder, filled = shared / name, shared / f"{name}.filled"
        lock = QLockFile(f"{folder}.lock")
        lock.setStaleLockTime(0)
        assert lock.lock()
        try:
            if not filled.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                fill(folder)
                filled.touch()
        finally:
            lock.unlock()
        return folder

    return folder_of


@pytest.fixture(scope="session")
def engine(engine_python):
    """Run the engine's command line; several commands, each a list of words, in one process."""

    def run(*commands) -> None:
        script = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from core.cli import main; import json\n"
        script += "sys.exit(any([main(words) for words in json.loads(sys.argv[1])]))"
        words = [[*map(str, command), "--progress", "none"] for command in commands]
        done = subprocess.run([engine_python, "-c", script, json.dumps(words)], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr

    return run


@pytest.fixture(scope="session")
def make_products(engine_python):
    """Make simulated products of some options, `folder` among them, in one process; returns their paths."""

    def make(*products: dict) -> list[Path]:
        words = [engine_python, "-W", "ignore", "-c", SIMULATE, str(ROOT), json.dumps(products, default=str)]
        done = subprocess.run(words, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return [Path(line) for line in done.stdout.splitlines()]

    return make


@pytest.fixture(scope="session")
def make_product(make_products, once):
    """Make a simulated product once for all processes, which nobody changes; returns its path."""

    def make(**options) -> str:
        name = hashlib.sha256(json.dumps(options, sort_keys=True).encode()).hexdigest()[:12]

        def fill(folder: Path) -> None:
            (path,) = make_products({"folder": folder, **options})
            (folder / "path").write_text(str(path), encoding="utf-8")

        return (once(f"product-{name}", fill) / "path").read_text(encoding="utf-8")

    return make


@pytest.fixture(scope="session")
def simulated_product(make_product) -> str:
    """A small SAFE folder with clouds; its no-data corner is beyond the swath."""
    return make_product(size=768)


@pytest.fixture(scope="session")
def recorded_mask(engine_python, simulated_product, once) -> Path:
    """What the engine writes for `mask` of the simulated product at 60 m, and what it says of it in `events`."""

    def fill(folder: Path) -> None:
        words = [engine_python, ROOT / "core" / "__main__.py", "mask", simulated_product, "--out", folder / "masks"]
        words += ["--resolution", "60", "--progress", "json"]
        done = subprocess.run([*map(str, words)], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        (folder / "events").write_text(done.stdout, encoding="utf-8")

    return once("recorded", fill)


@pytest.fixture
def recorded_engine(scripted_engine, recorded_mask) -> str:
    """An engine that says and writes for any `mask` what the real one did for the simulated product."""
    return scripted_engine(f"""
import shutil
out = arguments[arguments.index('--out') + 1]
shutil.copytree({str(recorded_mask / "masks")!r}, out, dirs_exist_ok=True)
with open({str(recorded_mask / "events")!r}, encoding='utf-8') as file:
    print(file.read().replace({str(recorded_mask / "masks")!r}, out), flush=True)
""")


@pytest.fixture(scope="session")
def review_masks(engine, make_product, once) -> Path:
    """A product's mask at 20 m, its confidence and the product's own cloud mask; the product lies beside the folder."""

    def fill(folder: Path) -> None:
        product = Path(make_product(size=360, seed=3))
        (folder / product.name).symlink_to(product)
        options = ["--out", folder / "masks", "--resolution", 20, "--model", "ukis_l1c", "--confidence"]
        engine(["mask", product, *options], ["own-mask", product, "--out", folder / "masks"])

    return once("review", fill) / "masks"


@pytest.fixture
def remembering_engine(scripted_engine, engine_python, once, tmp_path) -> str:
    """An engine that starts the real one for what writes files, and for what no test of this run has asked yet.

    The same question is the same words, below the test's own folder, with the same bytes in the files they name.
    """
    memory = once("asked", lambda folder: None)
    return scripted_engine(f"""
import hashlib, subprocess
real, here = [{engine_python!r}, *sys.argv[1:]], {str(tmp_path)!r}
if arguments[0] not in ('info', 'tile-scores'):
    os.execv(real[0], real)
asked = hashlib.sha256(json.dumps(arguments).replace(here, '<here>').encode())
for word in filter(os.path.isfile, arguments):
    with open(word, 'rb') as file:
        asked.update(file.read())
answer = os.path.join({str(memory)!r}, asked.hexdigest())
if not os.path.exists(answer):
    done = subprocess.run(real, stdout=subprocess.PIPE, universal_newlines=True)
    if done.returncode:
        sys.stdout.write(done.stdout)
        sys.exit(done.returncode)
    own = answer + '.' + str(os.getpid())
    with open(own, 'w', encoding='utf-8') as file:
        file.write(done.stdout.replace(here, '<here>'))
    os.replace(own, answer)
with open(answer, encoding='utf-8') as file:
    sys.stdout.write(file.read().replace('<here>', here))
""")
