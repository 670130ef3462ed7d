"""How situations are built small: metadata that is missing, that of another product, or catalogues' and stores' own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from .situation_scenes import Scenes


def granule_alone(scenes: Scenes, place: Path) -> list[str | Path]:
    (granule,) = (scenes() / "GRANULE").iterdir()
    return [Path(shutil.copytree(granule, place / granule.name))]


def overwritten(**other: object) -> Callable:
    """The metadata of another product saved over the product's."""

    def make(scenes: Scenes, place: Path) -> list[str | Path]:
        product = scenes.copy(place)
        shutil.copy(scenes(**other) / "MTD_MSIL1C.xml", product)
        return [product]

    return make


def without_hidden_files(scenes: Scenes, place: Path) -> list[str | Path]:
    """A store in Zarr of which a copy left out the hidden files, in which arrays are described."""
    product = scenes.copy(place, layout="zarr")
    for file in list(product.rglob(".z*")):
        if file.name != ".zmetadata":
            file.unlink()
    return [product]


def baseline_of(name: str) -> str:
    """The processing baseline in a product's name."""
    match = re.search(r"_N(\d\d)\.?(\d\d)", name)
    return f"{match[1]}.{match[2]}" if match else "?"


def real(path: Path) -> Callable:
    """A copy of a real product."""
    return lambda scenes, place: [shutil.copy(path, place)]
