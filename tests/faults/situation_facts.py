"""How situations are built small: metadata that is missing, that of another product, or catalogues' and stores' own."""

from __future__ import annotations

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
