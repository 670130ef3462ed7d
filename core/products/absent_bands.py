"""Why a band that a product's list names is not there, where something tells, and the way out."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Sequence
from pathlib import PurePosixPath

from ..errors import EngineError
from .band_files import BandFile, band_file
from .container import Container
from .granule import BAND_IDS
from .remote_container import RemoteContainer
from .spoilt import UNFINISHED, why_in_parts

LONGEST_PATH = 259  # letters, of which Windows' own unpacking makes no more
# What systems and clouds add to the name of a second file of one name.
_COPY = re.compile(
    r"( \(\d+\)| \d+|~\d+|[ _-]+(copy|kopie|copie|copia)( ?\(?\d+\)?)?| \([^()]*(conflict|konflikt)[^()]*\)|"
    r"[-_ ]conflict[^/]*)$",
    re.IGNORECASE,
)


def why_absent(
    container: Container | RemoteContainer, folder: str, listed: Sequence[str], there: Collection[str]
) -> dict[str, EngineError]:
    """EngineError `missing-band` of each band of the granule in `folder` that is not `there`, where the cause is known.

    listed: the image names that the product's metadata has for it.
    """
    path = container.path
    found: dict[str, str] = {}
    prefix = f"{folder}/" if folder else ""
    for name in container.names:
        for ending in UNFINISHED:
            if name.startswith(prefix) and name.lower().endswith(ending) and (file := band_file(name[: -len(ending)])):
                found.setdefault(file.band, f"is an unfinished download ({name}). Wait for its end.")
    for name, what in container.links.items():
        if name.startswith(prefix) and (file := band_file(name)):
            found.setdefault(file.band, f"is {what}")
    for name, file in copies(container, folder).items():
        original = PurePosixPath(file.path).name
        found.setdefault(file.band, f"is there as a copy only, {name}. Rename it {original}, if it is whole.")
    if parts := why_in_parts(str(path)):
        for band in BAND_IDS:
            if band != "B10" or any(name.endswith("_b10") for name in listed):
                found.setdefault(band, f"is not in it: it {parts}")
    long_ones_are_there = any(len(os.path.join(path, name)) > LONGEST_PATH for name in container.names)
    for file in [file for name in listed if (file := band_file(f"{name}.jp2"))]:
        if isinstance(container, Container) and not container.archive:
            length = len(os.path.join(path, folder, "IMG_DATA", file.path))
            if length > LONGEST_PATH and not long_ones_are_there:
                found.setdefault(
                    file.band,
                    f"is not there: with its {length} letters its path is longer than Windows unpacks. Unpack the "
                    "product into a folder with a shorter path.",
                )
    return {
        band: EngineError("missing-band", f"{band} of {path} {what}")
        for band, what in found.items()
        if band in BAND_IDS and band not in there
    }


def copies(container: Container | RemoteContainer, folder: str) -> dict[str, BandFile]:
    """Files in `folder` of a container that are a band's but for what a system adds to a second file of one name: each
    with the band file that it is a copy of."""
    prefix = f"{folder}/" if folder else ""
    found = {}
    for name in filter(lambda name: name.startswith(prefix), container.names):
        pure = PurePosixPath(name)
        original = pure.with_name(_COPY.sub("", pure.stem, count=1) + pure.suffix)
        if original != pure and (file := band_file(str(original))):
            found[name] = file
    return found
