"""Whether a granule and the product's metadata above it are of one product.

People save the metadata of one product over that of another, or put a granule into another product's folder. Offset and
quantification are those of the product's metadata, so a wrong one gives a wrong mask of numbers that look right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from ..errors import EngineError
from .metadata import OFFSETS_SINCE, Element, ProductMetadata, is_own_processing, local_name, text, tile_of

NEAR = timedelta(hours=1)  # between the start of a datatake and a tile of it; the next orbit comes 100 minutes later
_TILE_ID = re.compile(r"(S2[A-D])_\w+_MSI_L(?:1C|2A)_TL_\w+_T(\d\d[C-X][A-Z]{2})_N(\d\d\.\d\d)", re.ASCII)
_PRODUCT = re.compile(
    r"(S2[A-D])_MSIL(1C|2A)_(\d{8}T\d{6})_N(\d\d)(\d\d)_R\d{3}_T(\d\d[C-X][A-Z]{2})_\d{8}T\d{6}", re.ASCII
)
_IMAGE = re.compile(r"(?:^|_)T(\d\d[C-X][A-Z]{2})_(\d{8}T\d{6})_", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True)
class TileIdentity:
    """What `by` says of a tile; "" where it does not say."""

    by: str
    level: str = ""
    mission: str = ""
    tile: str = ""
    baseline: str = ""
    sensing_time: str = ""


def tile_identity(root: Element) -> TileIdentity:
    """Of a `Level-1C_Tile_ID` or `Level-2A_Tile_ID` document."""
    level = re.fullmatch(r"Level-(1C|2A)p?_Tile_ID", local_name(root))
    match = _TILE_ID.fullmatch(text(root, "TILE_ID_2A") or text(root, "TILE_ID"))
    mission, tile, baseline = match.groups() if match else ("", "", "")
    by = "the metadata of the granule in it"
    return TileIdentity(by, f"L{level[1]}" if level else "", mission, tile, baseline, text(root, "SENSING_TIME"))


def named_identity(name: str) -> TileIdentity:
    """Of a product's name as ESA gives it; it says nothing where it is another."""
    if not (match := _PRODUCT.match(name)):
        return TileIdentity("its name")
    mission, level, time, first, second, tile = match.groups()
    return TileIdentity("its name", f"L{level}", mission, tile, f"{first}.{second}", time)


def check_one_product(facts: ProductMetadata, listed: Iterable[str], tile: TileIdentity, path: str) -> None:
    """EngineError `broken-metadata` when a tile's metadata (or the product's name) contradicts the product's.

    listed: the images of the tile that the product's metadata names.
    """
    tiles = {found for name in listed if (found := tile_of(name))}
    own = [facts.baseline, tile.baseline]
    pairs = [
        ("Sentinel-" + facts.mission[1:], "Sentinel-" + tile.mission[1:], facts.mission != tile.mission),
        (facts.level, tile.level, facts.level != tile.level),
        (f"tile {' '.join(sorted(tiles))}", f"tile {tile.tile}", bool(tiles) and tile.tile not in tiles),
        (facts.sensing_time, tile.sensing_time, not _near(facts.sensing_time, tile.sensing_time)),
        (
            f"baseline {facts.baseline}",
            f"baseline {tile.baseline}",
            not any(map(is_own_processing, own)) and len({baseline >= OFFSETS_SINCE for baseline in own}) > 1,
        ),
    ]
    said = (tile.mission, tile.level, tile.tile, tile.sensing_time, tile.baseline)
    for (ours, theirs, differ), there in zip(pairs, said, strict=True):
        if there and differ:
            raise _of_two(path, ours, f"{tile.by} is of {theirs}")


def check_image_names(listed: Iterable[str], there: Iterable[str], path: str) -> None:
    """EngineError `broken-metadata` when all band files carry the tile or the time of another product than the listed
    ones. Both by their names, as `T31TCJ_20240715T105031_B04`; others tell nothing."""
    ours = {match.groups() for name in listed if (match := _IMAGE.search(name))}
    theirs = {match.groups() for name in there if (match := _IMAGE.search(name))}
    for tile, time in theirs:
        for other, when in ours:
            if tile.upper() == other.upper() and _near(time, when):
                return
    if ours and theirs:
        one, other = ("_".join(min(names)).upper() for names in (ours, theirs))
        raise _of_two(path, f"T{one}", f"the bands in it are of T{other}")


def _of_two(path: str, ours: str, theirs: str) -> EngineError:
    return EngineError(
        "broken-metadata",
        f"The metadata of {path} is that of another product: it is of {ours}, but {theirs}. Its offset may be wrong "
        "for these bands. Download the product again.",
    )


def _near(one: str, other: str) -> bool:
    times = []
    for value in (one, other):
        try:
            times.append(datetime.strptime("".join(re.findall(r"\d", value))[:14], "%Y%m%d%H%M%S"))
        except ValueError:
            return True
    return abs(times[0] - times[1]) <= NEAR
