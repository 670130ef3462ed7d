"""Which tests reach a line, and whether they notice its change; each run is a fork with the packages loaded."""

from __future__ import annotations

import ast
import json
import os
import re
import resource
import signal
import time
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from sampled import ROOMS, Mutant

FIRST = 40  # tests: the quickest of those that reach a line; a mutant that survives them meets the next ones
MOST_SECONDS = 30.0  # of tests for one mutant, in the seconds that the tests took with coverage
NO_TESTS = 5  # what pytest says where none is left
HANGS = (
    8  # times the seconds that the tests took, and a minute: a process that works longer hangs, on a busy machine too
)
STANDS = 3600.0  # seconds after which tests that do not even work hang


def watch_tests(tree: Path, names: list[str], known: dict[str, dict]) -> None:
    """Write `covered.json`: the lines that each test reaches, and its seconds; the `known` tests are not run."""
    sources = "\n    ".join(str(tree / room) for room in ROOMS)
    (tree / "coverage.ini").write_text(f"[run]\nsource =\n    {sources}\n", "utf-8")
    (tree / "known.json").write_text(json.dumps(known), "utf-8")
    (tree / "tests" / "unit" / "mutants_plugin.py").write_text(_PLUGIN, "utf-8")
    os.environ["PYTHONPATH"] = str(tree / "tests" / "unit")
    files = [path for name in names if os.path.exists(path := f"tests/unit/test_{name}.py")]
    code = _run_tests(tree, ["-p", "mutants_plugin", "-m", "not slow", *files], 4 * STANDS, quiet=False)
    if code not in (0, NO_TESTS):
        raise SystemExit("The tests fail on the code as it is.")


# Coverage of each test by itself, with its seconds.
_PLUGIN = """
import json, time
from pathlib import Path
import coverage, pytest
TREE = Path(__file__).resolve().parents[2]
told = {}

def pytest_collection_modifyitems(items):
    known = json.loads((TREE / "known.json").read_text())
    told.update({item.nodeid: known[item.nodeid] for item in items if item.nodeid in known})
    items[:] = [item for item in items if item.nodeid not in known]

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


class Tests:
    """The tests by the lines that they reach."""

    def __init__(self, tree: Path, told: dict[str, dict]) -> None:
        self.seconds = {test: facts["seconds"] for test, facts in told.items()}
        self._test_files = {
            name: (tree / name).read_text("utf-8") for name in {test.partition("::")[0] for test in told}
        }
        self._lines: dict[tuple[str, int], set[str]] = defaultdict(set)
        for test, facts in told.items():
            for file, numbers in facts["lines"].items():
                for number in numbers:
                    self._lines[file, number].add(test)
        self._texts = {
            str(path.relative_to(tree)): path.read_text("utf-8")
            for room in ROOMS
            for path in (tree / room).rglob("*.py")
        }

    def reaching(self, file: str, line: int) -> list[str]:
        """The tests that run a line; of one that is run at import those that use what it makes.

        First those of test files that import the line's module, and the quickest first.
        """
        found = set(self._lines.get((file, line), ()))
        names, body = _made_at_import(self._texts[file], line)
        for number in body:
            found |= self._lines.get((file, number), set())
        if names:
            word = re.compile(rf"\b({'|'.join(names)})\b")
            for other, text in self._texts.items():
                for number, content in enumerate(text.splitlines(), 1):
                    if word.search(content):
                        found |= self._lines.get((other, number), set())
        module = file.removeprefix("core/").removesuffix(".py").replace("/", ".")
        own = {test for test in found if re.search(rf"\b{module}\b", self._test_files[test.partition("::")[0]])}
        return sorted(found, key=lambda test: (test not in own, self.seconds[test]))


def _made_at_import(text: str, line: int) -> tuple[list[str], range]:
    """Names of the statement around a line that is run at import, and its lines; nothing in a function's body."""
    for node in ast.parse(text).body:
        starts = [node.lineno, *(one.lineno for one in getattr(node, "decorator_list", []))]
        lines = range(min(starts), (node.end_lineno or node.lineno) + 1)
        if line in lines:
            for part in ast.walk(node):
                if isinstance(part, ast.FunctionDef) and part.body[0].lineno <= line <= (part.end_lineno or 0):
                    return [], range(0)
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                return [node.name], lines
            stored = (part for part in ast.walk(node) if isinstance(part, ast.Name))
            return [part.id for part in stored if isinstance(part.ctx, ast.Store)], lines
    return [], range(0)


def try_mutant(tree: Path, mutant: Mutant, tests: Tests) -> Mutant:
    """The mutant with its outcome."""
    reaching = tests.reaching(mutant.file, mutant.line)
    if not reaching:
        return replace(mutant, outcome="uncovered")
    path = tree / mutant.file
    whole, state = path.read_text("utf-8"), path.stat()
    try:
        path.write_text(mutant.code(tree), "utf-8")
        for some in _portions(reaching, tests.seconds):
            code = _run_tests(tree, ["-x", *some], STANDS, 60 + HANGS * sum(tests.seconds[test] for test in some))
            if code != 0:
                return replace(mutant, outcome="hung" if code is None else "killed")
    finally:
        path.write_text(whole, "utf-8")
        os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))  # its compiled form is that of the code again
    return replace(mutant, outcome="survived")


def _portions(tests: list[str], seconds: dict[str, float]) -> list[list[str]]:
    """The quickest tests first, then those that the seconds for one mutant allow."""
    spent, allowed = 0.0, []
    for test in tests:
        spent += seconds[test]
        if allowed and spent > MOST_SECONDS:
            break
        allowed.append(test)
    return [part for part in (allowed[:FIRST], allowed[FIRST:]) if part]


def _run_tests(
    tree: Path, words: list[str], seconds: float, working: float | None = None, quiet: bool = True
) -> int | None:
    """Exit status of pytest in `tree`; None when it takes longer, or a process of it works longer."""
    child = os.fork()
    if child == 0:
        os.setsid()
        if quiet:
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, 1)
            os.dup2(nothing, 2)
        if working:
            resource.setrlimit(resource.RLIMIT_CPU, (round(working), round(working)))
        os.chdir(tree)
        import sys

        import pytest

        sys.path.insert(0, str(tree / "tests" / "unit"))
        sys.dont_write_bytecode = quiet  # compiled once, for the code as it is
        # As a process of pytest-xdist: what such share, products and networks, stays from mutant to mutant.
        os.environ["PYTEST_XDIST_WORKER"] = "mutants"
        options = ["-q", "-p", "no:cacheprovider", "--no-header", f"--basetemp={tree.parent / 'shared' / 'own'}"]
        os._exit(int(pytest.main([*options, *words])))
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            code = os.waitstatus_to_exitcode(status)
            return None if code in (-signal.SIGXCPU, -signal.SIGKILL) else code
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return None
