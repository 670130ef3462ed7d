"""Published networks distributed as files only: their inputs and outputs, known by file name and kind."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from ..system.files import read_toml

COPY = re.compile(r" ?\(\d+\)(?=\.\w+$)")  # that a browser puts behind the name of a second download


LARGEST_HEADER = 4 << 20  # bytes of a safetensors file that name its tensors; 450 of them take 50 kB


def preset_settings(file_name: str, network: str) -> dict[str, Any]:
    """The settings of a TOML beside such a file; empty when no preset has that name and kind. A network recognised by
    its tensors needs no name. Whether shapes and keys are those of the network is found out when it is loaded.
    """
    return dict(_preset(file_name, network).get("settings", {}))


def kept_name(file_name: str, network: str) -> str:
    """What the file is called in the models folder: a shorter name where the preset has one."""
    return _preset(file_name, network).get("kept_as", file_name)


def preset_ensembles() -> list[dict[str, Any]]:
    """Presets that are one network together: their fields of a Model, and `members`, the names of those."""
    return [dict(entry) for entry in _table()["ensemble"]]


def told_by_tensors(path: Path) -> str | None:
    """The preset's network whose tensors a safetensors file names; None when it is none of them, or no such file."""
    try:
        with open(path, "rb") as stream:
            size = int.from_bytes(stream.read(8), "little")
            tensors = json.loads(stream.read(size)) if size <= LARGEST_HEADER else {}
        shapes = {name: entry["shape"] for name, entry in tensors.items() if name != "__metadata__"}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):  # found out on loading
        return None
    for one in _presets():
        asked = one.get("tensors", {})
        if asked and all(shapes.get(name) == shape for name, shape in asked.items()):
            return one["network"]
    return None


def _preset(file_name: str, network: str) -> dict[str, Any]:
    name = COPY.sub("", file_name).lower()
    return next(
        (one for one in _presets() if network == one["network"] and (name in one["files"] or "tensors" in one)), {}
    )


def _presets() -> list[dict[str, Any]]:
    return _table()["preset"]


@cache
def _table() -> dict[str, Any]:
    return read_toml(Path(__file__).with_name("presets.toml"))
