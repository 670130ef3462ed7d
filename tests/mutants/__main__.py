"""One-line mutants of the rooms that decide a mask, a seeded sample, each against the unit tests that cover its line.

cosmic-ray makes the mutants, coverage says which tests reach a line. Works in copies of the tree. Run: `make mutants`.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

from report import LEAST, explanations, is_killed, left, summary, write_report
from sampled import Mutant, sample
from trial import Tests, try_mutant, watch_tests

ROOT = Path(__file__).resolve().parents[2]
# Unit tests that reach the rooms inside the test's own process, dealt to the processes in turn.
TESTS = [
    "applymask",
    "area",
    "augment",
    "band_files",
    "boa_offset",
    "buffer",
    "catalogue",
    "cloudfree",
    "compare",
    "composite",
    "correct",
    "evaluate",
    "exactness",
    "fields",
    "fill",
    "foreign",
    "ground_size",
    "identity",
    "layouts",
    "live",
    "mask_item",
    "mask_refined",
    "missing_bands",
    "mosaic",
    "networks_catalog",
    "networks_joined",
    "networks_standardised",
    "networks_temperature",
    "one_product",
    "patch_source",
    "patches",
    "pipeline",
    "product",
    "productmask",
    "quicklook",
    "reader",
    "refine",
    "refined_part",
    "search_agrees",
    "second_opinion",
    "settings",
    "simulate",
    "stac",
    "stack",
    "targets",
    "tilescores",
    "touched",
    "urls",
    "validity",
    "zarr",
]
ALREADY = (
    "numpy",
    "rasterio",
    "rasterio.features",
    "rasterio.vrt",
    "rasterio.warp",
    "defusedxml.ElementTree",
    "filelock",
    "jinja2",
    "openvino",
    "pyogrio",
    "pystac",
    "scipy.ndimage",
    "torch",
    "zarr",
    "pytest",
)


def main() -> int:
    """The command; returns 1 when fewer than nine of ten are killed or one that is left is not explained."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=9)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--tree", type=Path, default=ROOT / "build" / "mutants", help="where the copies go")
    parser.add_argument("--again", type=Path, nargs="+", default=[], metavar="JSON",
                        help="mutants.json of earlier runs: what they killed is not tried again")  # fmt: skip
    parser.add_argument("--covered", type=Path, metavar="JSON",
                        help="of an earlier run, covered.json: only tests that it lacks are run for their lines; sound "
                        "while the rooms and these tests have changed little")  # fmt: skip
    parser.add_argument("--minutes", type=float, default=600.0, help="after which no further mutant is tried")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write the figures there")
    args = parser.parse_args()
    killed_before = {one.change: one.outcome for file in args.again for one in _read(file) if is_killed(one)}
    why = explanations()
    trees = _copies(args.tree, args.processes)
    os.environ["S2CLOUDMASK_CACHE"] = str(args.tree / "cache")
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    for module in ALREADY:
        importlib.import_module(module)
    known = json.loads(args.covered.read_text("utf-8")) if args.covered else {}
    _side_by_side(trees, lambda number, tree: watch_tests(tree, TESTS[number :: len(trees)], known))
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"  # of children of the tests
    told = [json.loads((tree / "covered.json").read_text("utf-8")) for tree in trees]
    covered = {test: facts for one in told for test, facts in one.items()}
    (args.tree / "covered.json").write_text(json.dumps(covered), "utf-8")
    tests = Tests(trees[0], covered)
    chosen = sample(trees[0], args.count, args.seed)
    done = [replace(one, outcome=killed_before[one.change]) for one in chosen if one.change in killed_before]
    to_try = [one for one in chosen if one.change not in killed_before and one.change not in why]
    print(f"{len(done)} killed before; {len(to_try)} to try; no test reaches:")
    for one in to_try:
        if not tests.reaching(one.file, one.line):
            print(f"  {one.file}:{one.line} {one.before}", flush=True)
    random.Random(args.seed).shuffle(to_try)  # so that a part of them is a fair sample
    until = time.monotonic() + 60 * args.minutes
    _side_by_side(trees, lambda number, tree: _try_each(tree, to_try[number :: len(trees)], tests, until))
    done += [one for tree in trees for one in _read(tree.parent / "mutants.json")]
    tried = {one.change for one in done}
    done += [replace(one, outcome="survived") for one in chosen if one.change in why and one.change not in tried]
    tried |= why.keys()
    done += [replace(one, outcome="untried") for one in chosen if one.change not in tried]
    done.sort(key=lambda one: (one.file, one.line))
    _write(args.tree / "mutants.json", done)
    for one in left(done):
        if one.change not in why:
            print(f"{one.outcome}, unexplained: {one.file}:{one.line}\n    {one.before}\n    {one.after}")
    print(summary(done, args.seed))
    if args.report:
        write_report(args.report, done, args.seed, args.processes, bool(args.again))
    return int(sum(map(is_killed, done)) < LEAST * len(done) or any(one.change not in why for one in left(done)))


def _copies(folder: Path, count: int) -> list[Path]:
    """Copies of the files that git knows, so that nothing is changed here."""
    shutil.rmtree(folder, ignore_errors=True)
    trees = [folder / str(number) / "repository" for number in range(count)]
    told = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for tree in trees:
        for name in told.splitlines():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, tree / name, follow_symlinks=False)
        (tree.parent / "shared").mkdir()
    return trees


def _side_by_side(trees: list[Path], work: Callable[[int, Path], None]) -> None:
    """Do the work of each tree in a process of its own."""
    children = []
    for number, tree in enumerate(trees):
        children.append(os.fork())
        if not children[-1]:
            code = 1
            try:
                work(number, tree)
                code = 0
            finally:
                os._exit(code)
    statuses = [os.waitpid(child, 0)[1] for child in children]
    if any(statuses):
        raise SystemExit("A process ended early; its messages are above.")


def _try_each(tree: Path, chosen: list[Mutant], tests: Tests, until: float) -> None:
    done: list[Mutant] = []
    _write(tree.parent / "mutants.json", done)
    for number, mutant in enumerate(chosen, 1):
        if time.monotonic() > until:
            break
        done.append(try_mutant(tree, mutant, tests))
        print(f"{number}/{len(chosen)} {done[-1].outcome:9} {mutant.file}:{mutant.line} {mutant.after}", flush=True)
        _write(tree.parent / "mutants.json", done)


def _read(file: Path) -> list[Mutant]:
    return [Mutant(**one) for one in json.loads(file.read_text("utf-8"))]


def _write(file: Path, done: list[Mutant]) -> None:
    file.write_text(json.dumps([asdict(one) for one in done], indent=1), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
