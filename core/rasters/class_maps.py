"""Class maps: what the values of another algorithm's mask mean in our classes."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ..classes import CLASSES, NO_DATA
from ..errors import EngineError
from ..system.files import read_toml

PRESETS_FILE = Path(__file__).with_name("class_maps.toml")


@dataclass(frozen=True)
class ClassMap:
    """Ranges of values (first, last), both ends in, for each of our class values and for 255, no data."""

    name: str
    title: str
    ranges: Mapping[int, tuple[tuple[float, float], ...]]

    @property
    def lacks(self) -> tuple[str, ...]:
        """Names of the classes that this algorithm does not tell apart."""
        return tuple(item.name for item in CLASSES if not self.ranges.get(item.value))

    def apply(self, values: np.ndarray) -> np.ndarray:
        """Our classes of an algorithm's values.

        Parameters
        ----------
        values : (rows, cols) integers or floats
            As the algorithm writes them.

        Returns
        -------
        (rows, cols) uint8
            255 where it is no data, or not listed.
        """

        def classes(numbers: np.ndarray) -> np.ndarray:
            out = np.full(numbers.shape, NO_DATA, np.uint8)
            for value, ranges in self.ranges.items():
                out[_within(numbers, ranges)] = value
            return out

        return _by_table(classes, values)

    def unlisted(self, values: np.ndarray) -> np.ndarray:
        """Where a value is neither a class nor no data.

        Parameters
        ----------
        values : (rows, cols) integers or floats
            As the algorithm writes them.

        Returns
        -------
        (rows, cols) bool
        """
        return _by_table(lambda numbers: ~_within(numbers, sum(self.ranges.values(), ())), values)


def _within(values: np.ndarray, ranges: tuple[tuple[float, float], ...]) -> np.ndarray:

    inside = np.zeros(values.shape, bool)
    for first, last in ranges:
        inside |= (values >= first) & (values <= last)
    return inside


def _by_table(function: Callable[[np.ndarray], np.ndarray], values: np.ndarray) -> np.ndarray:
    """Apply the function to every value; where few values are possible, once per possible value."""

    if values.dtype in (np.uint8, np.uint16):
        return function(np.arange(np.iinfo(values.dtype).max + 1)).take(values)
    return function(values)


def preset_names() -> tuple[str, ...]:
    """Names of the class maps that come with the product."""
    return tuple(read_toml(PRESETS_FILE))


def preset(name: str) -> ClassMap:
    """One of the class maps that come with the product; EngineError "bad-settings" for another name."""
    tables = read_toml(PRESETS_FILE)
    if name not in tables:
        raise EngineError("bad-settings", f"There is no class map {name!r}. Choose one of {', '.join(tables)}.")
    return _class_map(name, tables[name], PRESETS_FILE)


def read_class_map(path: str) -> ClassMap:
    """A user's class map: a TOML file with `title`, `no_data` and our class names, as in class_maps.toml.

    EngineError "bad-settings" when it cannot be read, names an unknown class, or gives a value to two classes.
    """
    return _class_map(Path(path).stem, read_toml(Path(path)), Path(path))


def _class_map(name: str, table: Mapping[str, Any], path: Path) -> ClassMap:
    values = {item.name: item.value for item in CLASSES} | {"no_data": NO_DATA}
    unknown = set(table) - set(values) - {"title", "source"}
    if unknown:
        raise EngineError(
            "bad-settings",
            f"{path} has {', '.join(sorted(unknown))}; a class map has only title, source, {', '.join(values)}.",
        )
    ranges = {
        values[key]: tuple(_range(item, path) for item in _listed(table[key], path)) for key in values if key in table
    }
    if not ranges.get(0) or not (ranges.get(1) or ranges.get(2)):
        raise EngineError("bad-settings", f"{path} must list the values of clear, and of thick_cloud or thin_cloud.")
    flat = sorted(item for several in ranges.values() for item in several)
    for (first, last), (next_first, _) in itertools.pairwise(flat):
        if next_first <= last:
            raise EngineError(
                "bad-settings", f"{path} gives the value {next_first:g} to two classes ({first:g}..{last:g})."
            )
    return ClassMap(name, str(table.get("title", name)), ranges)


def _listed(values: Any, path: Path) -> list[Any]:
    if not isinstance(values, list):
        raise EngineError("bad-settings", f"{path}: write a list such as [1, 2] instead of {values!r}.")
    return values


def _range(item: Any, path: Path) -> tuple[float, float]:
    if isinstance(item, (int, float)) and not isinstance(item, bool):
        return item, item
    try:
        first, last = (float(part) for part in str(item).split(".."))
    except ValueError:
        first, last = 1.0, 0.0
    if not first <= last:
        raise EngineError("bad-settings", f'{path}: {item!r} is neither a number nor a range such as "40..100".')
    return first, last
