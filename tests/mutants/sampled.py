"""One-line mutants of the rooms that decide a mask, and a sample of them that other lines hardly change."""

from __future__ import annotations

import ast
import hashlib
import importlib
import re
import warnings
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator

ROOMS = ("core/products", "core/masking")


@dataclass(frozen=True)
class Mutant:
    """One change of one line, and how it ended: killed, hung, survived, or uncovered where no test reaches it."""

    file: str
    line: int
    column: int
    operator: str
    occurrence: int
    before: str
    after: str = ""
    outcome: str = ""

    @property
    def change(self) -> tuple[str, str, str]:
        """What stays the same when other lines of the file change."""
        return self.file, self.before, self.after

    def code(self, tree: Path) -> str:
        """The whole file with this change."""
        whole = (tree / self.file).read_text("utf-8")
        return mutate_code(whole, get_operator(self.operator)(), self.occurrence) or whole


def all_mutants(tree: Path) -> list[Mutant]:
    """Every mutant of the rooms but those of annotations, which nothing runs."""
    items = importlib.import_module("cosmic_ray.commands.init")._all_work_items
    found = []
    for path in sorted(path for room in ROOMS for path in (tree / room).rglob("*.py")):
        name, lines, notes = str(path.relative_to(tree)), path.read_text("utf-8").splitlines(), _annotations(path)
        for item in items([path], {}):
            (spec,) = item.mutations
            if not any(start <= spec.start_pos <= end for start, end in notes):
                text = lines[spec.start_pos[0] - 1].strip()
                found.append(Mutant(name, *spec.start_pos, spec.operator_name, spec.occurrence, text))
    return found


def _annotations(path: Path) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    nodes: list[ast.AST] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        nodes += [part for name in ("annotation", "returns") if (part := getattr(node, name, None))]
    return [((node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)) for node in nodes]


def sample(tree: Path, count: int, seed: int) -> list[Mutant]:
    """`count` mutants: a line gives at most one of each kind, such as a binary operator replaced."""

    def drawn(*facts: object) -> str:
        return hashlib.sha256(repr((seed, *facts)).encode()).hexdigest()

    kinds = defaultdict(list)
    for mutant in all_mutants(tree):
        kinds[mutant.file, mutant.before, re.sub(r"_.*", "", mutant.operator)].append(mutant)
    chosen: list[Mutant] = []
    for key in sorted(kinds, key=lambda key: drawn(*key)):
        if len(chosen) == count:
            break
        mutant = _told(tree, min(kinds[key], key=lambda mutant: drawn(mutant.operator, mutant.column)))
        if _compiles(mutant.code(tree)):
            chosen.append(mutant)
    return sorted(chosen, key=lambda mutant: (mutant.file, mutant.line))


def _compiles(code: str) -> bool:
    try:
        with warnings.catch_warnings(action="ignore"):
            compile(code, "mutant", "exec")
    except SyntaxError:
        return False
    return True


def _told(tree: Path, mutant: Mutant) -> Mutant:
    """The mutant with the line that changes, before and after."""
    lines, changed = (tree / mutant.file).read_text("utf-8").splitlines(), mutant.code(tree).splitlines()
    if len(changed) < len(lines):  # a decorator taken away
        return mutant
    before, after = next(((old, new) for old, new in zip(lines, changed, strict=False) if old != new), ("", ""))
    return replace(mutant, before=before.strip(), after=after.strip())
