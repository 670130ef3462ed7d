"""Which files of a granule are its bands: those that the product's own list names, not what merely looks like one.

Beside the bands lie what other programs left there: `._T31TCJ_…_B04.jp2` of macOS, `RT_…_B04.tif` of a conversion,
`AOI_…_B04.tif` of a clip. The list is IMAGE_FILE (IMAGE_ID until 2016, …_2A in Level-2A until 2018) in the product's
metadata (Sentinel-2 Products Specification, S2-PDGS-TAS-DI-PSD, Granule_List).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from .granule import RESOLUTIONS
from .metadata import Element

_IMAGE = re.compile(r"IMAGE_(FILE|ID)(_2A)?")
_GRANULE = re.compile(r"Granules?(_2A)?")
_NAME = re.compile(
    r"^(?P<head>.*?)(?<![A-Z0-9])(?P<band>B0[1-9]|B1[0-2]|B8A|TCI|SCL)(?:_(?P<metres>10|20|60)m)?$", re.I
)
# Sen2Cor of 2016 puts the kind first: S2A_USER_SCL_L2A_TL_…_T32TQR_20m.
_SCL_FIRST = re.compile(r"^(?P<head>S2[A-D]_\w{4}_SCL_L2A_TL_.+)_(?P<metres>20|60)m$", re.I)
_FOLDER = re.compile(r"R(10|20|60)m", re.I)


@dataclass(frozen=True)
class BandFile:
    """A file named as a band: B01 … B12, B8A, TCI or SCL; `metres` nominal; `head` what comes before the band."""

    path: str
    band: str
    metres: int
    head: str

    @property
    def stem(self) -> str:
        """Name without folder and ending, in lower case."""
        return PurePosixPath(self.path).stem.lower()


def band_file(path: str) -> BandFile | None:
    """The band file that a path names; None when it names none."""
    pure = PurePosixPath(path)
    if pure.suffix.lower() not in (".jp2", ".tif", ".tiff"):
        return None
    match = _NAME.match(pure.stem)
    if match:
        band, metres = match["band"].upper(), match["metres"]
    else:
        match = _SCL_FIRST.match(pure.stem)
        if not match:
            return None
        band, metres = "SCL", match["metres"]
    folder = _FOLDER.fullmatch(pure.parent.name)
    nominal = RESOLUTIONS.get(band, 20 if band == "SCL" else 10)
    return BandFile(path, band, int(metres or (folder and folder[1]) or nominal), match["head"].lower())


def listed_images(root: Element) -> dict[str, tuple[str, ...]]:
    """Image names (no folder, no ending, lower case) that the product's metadata lists, by granule identifier."""
    listed: dict[str, tuple[str, ...]] = {}
    for element in root.iter():
        if not (isinstance(element.tag, str) and _GRANULE.fullmatch(element.tag.rsplit("}", 1)[-1])):
            continue
        names = [
            PurePosixPath("".join((image.text or "").split()).replace("\\", "/")).name.lower()
            for image in element.iter()
            if isinstance(image.tag, str) and _IMAGE.fullmatch(image.tag.rsplit("}", 1)[-1])
        ]
        names = [re.sub(r"\.(jp2|tiff?)$", "", name) for name in names if name]
        key = element.get("granuleIdentifier", "") or ""
        if names:
            # Level-2A of 2016 has one element a resolution.
            listed[key] = (*listed.get(key, ()), *names)
    return listed


def listed_folders(root: Element) -> set[str]:
    """Names, in lower case, of the granules' folders that the product's metadata lists."""
    found = set()
    for element in root.iter():
        name = element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""
        if _GRANULE.fullmatch(name):
            found.add((element.get("granuleIdentifier", "") or "").lower())
        elif _IMAGE.fullmatch(name):
            parts = "".join((element.text or "").split()).replace("\\", "/").lower().split("/")
            found |= set(parts[1:2]) if parts[0] == "granule" else set()
    return found - {""}


def choose(files: Iterable[BandFile], listed: Sequence[str]) -> dict[str, BandFile]:
    """The finest file of each band of one granule, by the names that its list has for it (none: by their names alone).

    A file counts when it is listed, or when the list has none for its band and it is named like those that are listed:
    a band that someone made sharper and put beside the others is not the product's. Where nothing listed is there (all
    files were renamed), those of one and the same naming count.
    """
    files = sorted(files, key=lambda file: (not file.path.lower().endswith(".jp2"), file.path))
    named = {name: file for name in listed if (file := band_file(f"{name}.jp2"))}
    there = {file.stem for file in files} & named.keys()
    if not there:
        heads = {file.head for file in files if file.band not in ("TCI", "SCL")}
        return _finest(files if len(heads) <= 1 else _largest_set(files))
    heads = {named[name].head for name in there}
    wanted = {file.band for file in named.values()}
    return _finest(file for file in files if file.stem in named or (file.head in heads and file.band not in wanted))


def _largest_set(files: Sequence[BandFile]) -> list[BandFile]:
    """Where files follow several naming schemes, those of the scheme with most bands; the first of equals."""
    by_head: dict[str, list[BandFile]] = {}
    for file in files:
        by_head.setdefault(file.head, []).append(file)
    return max(by_head.values(), key=lambda group: len({file.band for file in group}))


def _finest(files: Iterable[BandFile]) -> dict[str, BandFile]:
    """Of each band the finest file, the first of equals."""
    best: dict[str, BandFile] = {}
    for file in files:
        if file.band not in best or file.metres < best[file.band].metres:
            best[file.band] = file
    return best


def names_of(listed: Mapping[str, Sequence[str]], folder: str, tile: str) -> tuple[str, ...] | None:
    """The image names that the list has for the granule in `folder` of `tile`; None where it is not listed.

    By the granule's identifier; in compact products that is not the folder's name, so by the tile in it. A list of one
    granule is that of the one there is.
    """
    if folder in listed:
        return tuple(listed[folder])
    of_tile = [names for key, names in listed.items() if tile and f"_T{tile}_" in f"{key}_"]
    if len(of_tile) == 1:
        return tuple(of_tile[0])
    return None
