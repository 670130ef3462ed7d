"""The masks of a folder, as the files beside them tell it, and where the product of a mask lies."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication

ENDING = "_cloudmask.tif"
_FILE_ENDINGS = (".zip", ".tif", ".tiff")
_DEPTH = 3  # folders below a search folder
_MOST_FOLDERS = 2000  # a search ends there: it runs while the user waits

translate = QCoreApplication.translate


@dataclass(frozen=True)
class ReviewMask:
    """One mask: `name` is that of its file without ending, `product` that of the product's folder or zip, `label` what
    people call its network.

    `shares` are those of the classes (0…1), `titles` the class names of the values it has; `confidence` and `level`
    ("L1C", "L2A") may be empty.
    """

    path: str
    name: str
    product: str
    model: str
    label: str
    resolution: int
    sensing_time: str
    tile: str
    confidence: str
    shares: dict[str, float]
    titles: dict[int, str]
    level: str = ""
    is_refined: bool = False

    @property
    def made_by(self) -> str:
        """Network and resolution, and whether its mask was refined: what tells masks of one product apart."""
        text = f"{self.label} {self.resolution} m"
        return f"{text}, {translate('ReviewMasks', 'refined')}" if self.is_refined else text

    @property
    def title(self) -> str:
        """Date, tile and network: what tells masks apart in a list."""
        return "  ".join(part for part in (self.sensing_time[:10], self.tile, self.label) if part)


def find_masks(folder: str) -> list[ReviewMask]:
    """The masks in a folder, by date and tile. A mask is a .tif with the .json of the engine beside it.

    OSError when the folder cannot be read.
    """
    masks = []
    for name in sorted(os.listdir(folder)):
        stem, ending = os.path.splitext(name)
        if ending.lower() == ".tif":
            mask = _read_mask(folder, stem, name)
            if mask is not None:
                masks.append(mask)
    return sorted(masks, key=lambda mask: (mask.sensing_time, mask.tile, mask.name))


def _read_mask(folder: str, stem: str, name: str) -> ReviewMask | None:
    try:
        with open(os.path.join(folder, stem + ".json"), encoding="utf-8") as file:
            facts = json.load(file)
        confidence = ""
        if name.endswith(ENDING):
            beside = os.path.join(folder, name[: -len(ENDING)] + "_confidence.tif")
            confidence = beside if os.path.isfile(beside) else ""
        return ReviewMask(
            path=os.path.join(folder, name),
            name=stem,
            product=os.path.basename(str(facts["product"])),
            model=str(facts["model"]),
            label=str(facts.get("model_label") or facts["model"]),
            resolution=int(facts.get("resolution") or 0),
            sensing_time=str(facts.get("sensing_time") or ""),
            tile=str(facts.get("tile") or ""),
            confidence=confidence,
            shares={str(key): float(share) for key, share in facts["fractions"].items() if share is not None},
            titles={int(value): str(title) for value, title in facts["classes"].items()},
            level=str(facts.get("level") or ""),
            is_refined="refined" in facts,
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None  # a raster of something else


def folder_of_masks(project: QgsProject) -> str:
    """The folder of the topmost mask in the project; empty when there is none."""
    for layer in project.layerTreeRoot().layerOrder():
        if isinstance(layer, QgsRasterLayer) and layer.source().endswith(ENDING):
            return os.path.dirname(layer.source())
    return ""


def find_product(product: str, folders: Iterable[str]) -> str:
    """The path of a product by its name, in some folders and below; empty when it is nowhere.

    A folder may have been zipped, or a zip unpacked, since: `X`, `X.SAFE`, `X.zip` and `X.SAFE.zip` are one product.
    """
    wanted = bare_name(product)
    for folder in folders:
        if bare_name(os.path.basename(os.path.normpath(folder))) == wanted and os.path.exists(folder):
            return os.path.normpath(folder)
        found = _search(folder, wanted)
        if found:
            return found
    return ""


def _search(top: str, wanted: str) -> str:
    level = [top]
    visited = 0
    for _ in range(_DEPTH):
        below = []
        for folder in level:
            visited += 1
            if visited > _MOST_FOLDERS:
                return ""
            try:
                entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
            except OSError:
                continue
            for entry in entries:
                is_named = bare_name(entry.name) == wanted
                if is_named and (entry.is_dir() or _ending(entry.name) in _FILE_ENDINGS):
                    return os.path.normpath(entry.path)
                if entry.is_dir(follow_symlinks=False) and not entry.name.lower().endswith(".safe"):
                    below.append(entry.path)
        level = below
    return ""


def _ending(name: str) -> str:
    return os.path.splitext(name)[1].lower()


def bare_name(name: str) -> str:
    """A product's name without the ending of its folder or archive."""
    for ending in (".zip", ".safe"):
        if name.lower().endswith(ending):
            name = name[: -len(ending)]
    return name
