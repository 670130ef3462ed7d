"""One-line mutants of the rooms that decide a mask, a seeded sample, each against the unit tests that cover its line.

cosmic-ray makes the mutants, coverage says which tests reach a line. Works in a copy of the tree. Run: `make mutants`.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import asdict, dataclass
from pathlib import Path

from cosmic_ray.mutating import apply_mutation
from cosmic_ray.plugins import get_operator

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("core/products", "core/masking")
# Unit tests that reach the rooms inside the test's own process.
TESTS = [
    "applymask",
    "area",
    "augment",
    "band_files",
    "buffer",
    "catalogue",
    "cloudfree",
    "exactness",
    "fill",
    "foreign",
    "ground_size",
    "identity",
    "layouts",
    "live",
    "mask_refined",
    "missing_bands",
    "mosaic",
    "networks_joined",
    "patches",
    "pipeline",
    "product",
    "productmask",
    "reader",
    "refine",
    "simulate",
    "stac",
    "stack",
    "validity",
    "zarr",
]
MOST_TESTS = 40  # of those that reach a line, the quickest first; a survivor is tried with all
SECONDS = 240  # a test run that takes longer counts as killed: the mutant hangs
ALREADY = (
    "numpy",
    "rasterio",
    "rasterio.vrt",
    "rasterio.warp",
    "defusedxml.ElementTree",
    "openvino",
    "torch",
    "pytest",
)


@dataclass(frozen=True)
class Mutant:
    """One change of one place, and how it ended: `killed`, `survived`, or `uncovered` where no test reaches it."""

    file: str
    line: int
    operator: str
    occurrence: int
    before: str = ""
    after: str = ""
    outcome: str = ""


def all_mutants(tree: Path) -> list[Mutant]:
    """Every mutant of the rooms but those of annotations, which nothing runs."""
    items = importlib.import_module("cosmic_ray.commands.init")._all_work_items
    found = []
    for path in sorted(path for room in ROOMS for path in (tree / room).rglob("*.py")):
        notes = _annotations(path)
        for item in items([path], {}):
            (spec,) = item.mutations
            if not any(start <= spec.start_pos <= end for start, end in notes):
                name = str(path.relative_to(tree))
                found.append(Mutant(name, spec.start_pos[0], spec.operator_name, spec.occurrence))
    return found


def _annotations(path: Path) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    nodes: list[ast.AST] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        nodes += [part for name in ("annotation", "returns") if (part := getattr(node, name, None))]
    return [((node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)) for node in nodes]


def sample(mutants: list[Mutant], count: int, seed: int) -> list[Mutant]:
    """`count` mutants: a line gives at most one of each kind, such as a binary operator replaced."""
    kinds = defaultdict(list)
    for mutant in mutants:
        kinds[mutant.file, mutant.line, re.sub(r"_.*", "", mutant.operator)].append(mutant)
    rng = random.Random(seed)
    chosen = [rng.choice(kinds[key]) for key in sorted(kinds)]
    return sorted(rng.sample(chosen, min(count, len(chosen))), key=lambda mutant: (mutant.file, mutant.line))


def covering_tests(tree: Path) -> dict[tuple[str, int], list[str]]:
    """(file, line): the tests that run it, the quickest first."""
    settings = tree / "coverage.ini"
    sources = "\n    ".join(str(tree / room) for room in ROOMS)
    settings.write_text(f"[run]\nsource =\n    {sources}\ndata_file = {tree}/coverage.data\n", "utf-8")
    (tree / "tests" / "unit" / "mutants_plugin.py").write_text(_PLUGIN, "utf-8")
    files = [str(tree / "tests" / "unit" / f"test_{name}.py") for name in TESTS]
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "mutants_plugin", "-m", "not slow",
         *[file for file in files if os.path.exists(file)]],
        cwd=tree, check=True, env={**os.environ, "PYTHONPATH": str(tree / "tests" / "unit")},
    )  # fmt: skip
    told = json.loads((tree / "covered.json").read_text("utf-8"))
    order = sorted(told, key=lambda test: told[test]["seconds"])
    lines = defaultdict(list)
    for test in order:
        for file, numbers in told[test]["lines"].items():
            for number in numbers:
                lines[file, number].append(test)
    return lines


# Coverage of each test by itself, with its seconds.
_PLUGIN = """
import json, time
from pathlib import Path
import coverage, pytest
TREE = Path(__file__).resolve().parents[2]
told = {}

@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_protocol(item):
    watch = coverage.Coverage(config_file=str(TREE / "coverage.ini"), data_file=None)
    begun = time.monotonic()
    watch.start()
    yield
    watch.stop()
    data = watch.get_data()
    lines = {str(Path(f).relative_to(TREE)): sorted(data.lines(f)) for f in data.measured_files() if data.lines(f)}
    told[item.nodeid] = {"seconds": time.monotonic() - begun, "lines": lines}

def pytest_sessionfinish():
    (TREE / "covered.json").write_text(json.dumps(told))
"""


def survives(tree: Path, tests: list[str]) -> bool:
    """Whether all `tests` pass on the tree as it is, in a fork that has the large packages loaded already."""
    child = os.fork()
    if child == 0:
        os.setsid()
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        os.chdir(tree)
        import pytest

        # As a process of pytest-xdist: what such share, products and networks, stays from mutant to mutant.
        os.environ["PYTEST_XDIST_WORKER"] = "mutants"
        options = ["-x", "-q", "-p", "no:cacheprovider", "--no-header", f"--basetemp={tree.parent / 'shared' / 'own'}"]
        os._exit(int(pytest.main([*options, *tests])))
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) == 0
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def try_mutant(tree: Path, mutant: Mutant, covered: dict[tuple[str, int], list[str]]) -> Mutant:
    """The mutant with its outcome and the line before and after."""
    path = tree / mutant.file
    whole = path.read_text("utf-8")
    facts = asdict(mutant)
    tests = covered.get((mutant.file, mutant.line), [])
    try:
        _, changed = apply_mutation(path, get_operator(mutant.operator)(), mutant.occurrence)
        differ = [
            pair
            for pair in zip(whole.splitlines(), (changed or whole).splitlines(), strict=False)
            if pair[0] != pair[1]
        ]
        facts["before"], facts["after"] = (text.strip() for text in (differ[0] if differ else ("", "")))
        if not tests:
            return Mutant(**{**facts, "outcome": "uncovered"})
        alive = survives(tree, tests[:MOST_TESTS])
        if alive and len(tests) > MOST_TESTS:
            alive = survives(tree, tests[MOST_TESTS:])
    finally:
        path.write_text(whole, "utf-8")
        for compiled in path.parent.glob(f"__pycache__/{path.stem}.*.pyc"):
            compiled.unlink(missing_ok=True)
    return Mutant(**{**facts, "outcome": "survived" if alive else "killed"})


def _try_each(tree: Path, chosen: list[Mutant], covered: dict[tuple[str, int], list[str]]) -> None:
    done = []
    for number, mutant in enumerate(chosen, 1):
        done.append(try_mutant(tree, mutant, covered))
        print(f"{number}/{len(chosen)} {done[-1].outcome:9} {mutant.file}:{mutant.line} {mutant.operator}", flush=True)
        (tree.parent / "mutants.json").write_text(json.dumps([asdict(one) for one in done], indent=1), "utf-8")


def main() -> int:
    """The command; returns 1 when fewer than nine of ten are killed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=9)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--tree", type=Path, default=ROOT / "build" / "mutants", help="where the copy goes")
    args = parser.parse_args()
    shutil.rmtree(args.tree, ignore_errors=True)
    trees = [args.tree / str(number) / "repository" for number in range(args.processes)]
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    for tree in trees:
        for name in filter(None, listed):
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, tree / name, follow_symlinks=False)
        (tree.parent / "shared").mkdir()
    os.environ["S2CLOUDMASK_CACHE"] = str(args.tree / "cache")
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    sys.dont_write_bytecode = True
    covered = covering_tests(trees[0])
    chosen = sample(all_mutants(trees[0]), args.count, args.seed)
    for module in ALREADY:
        importlib.import_module(module)
    children = []
    for number, tree in enumerate(trees):
        children.append(os.fork())
        if not children[-1]:
            _try_each(tree, chosen[number :: len(trees)], covered)
            return 0
    for child in children:
        os.waitpid(child, 0)
    done = [Mutant(**one) for tree in trees for one in json.loads((tree.parent / "mutants.json").read_text("utf-8"))]
    killed = sum(one.outcome == "killed" for one in done)
    print(f"{killed} of {len(done)} mutants killed ({killed / len(done):.0%}), seed {args.seed}")
    for one in done:
        if one.outcome != "killed":
            print(f"{one.outcome} {one.file}:{one.line}\n    {one.before}\n    {one.after}")
    return int(killed < 0.9 * len(done))


if __name__ == "__main__":
    sys.exit(main())
