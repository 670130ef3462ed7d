"""Published networks that come as files only: what each eats and gives, known by the name and the kind of its file."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from ..system.files import read_toml

COPY = re.compile(r" ?\(\d+\)(?=\.\w+$)")  # that a browser puts behind the name of a second download


def preset_settings(file_name: str, network: str) -> dict[str, Any]:
    """The settings of a TOML beside such a file; empty when no preset is of that name and kind.

    Whether shapes and keys are those of the network is found out when it is loaded.
    """
    name = COPY.sub("", file_name).lower()
    return next((dict(one["settings"]) for one in _presets() if name in one["files"] and network == one["network"]), {})


@cache
def _presets() -> list[dict[str, Any]]:
    return read_toml(Path(__file__).with_name("presets.toml"))["preset"]
