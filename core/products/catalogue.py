"""Search of a STAC catalogue for Sentinel-2 scenes, by pystac-client; what is found, `mask` takes by its address.

https://github.com/radiantearth/stac-api-spec
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pystac

from ..errors import EngineError
from .address import shown


@dataclass(frozen=True)
class Wanted:
    """What is looked for: `bounds` in degrees (west, south, east, north; west larger than east across 180°), `dates` as
    START/END or one day, `max_cloud` in percent, `most` scenes."""

    catalogue: str
    collections: tuple[str, ...]
    bounds: tuple[float, float, float, float]
    dates: str
    max_cloud: float | None = None
    most: int = 100


@dataclass(frozen=True)
class Found:
    """A scene: `address` of its STAC item; cloud cover in percent, as the catalogue states it, or None."""

    address: str
    name: str
    collection: str
    sensing_time: str
    tile: str
    cloud_cover: float | None


def search(wanted: Wanted) -> Iterator[Found]:
    """Scenes of a catalogue in the order in which it gives them.

    EngineError `bad-settings` (no address, area or dates that cannot be, no package), `download` (not reached, no STAC
    API, an answer that is none).
    """
    _check(wanted)
    try:
        import pystac_client
    except ImportError as error:
        raise EngineError(
            "bad-settings", "search needs pystac-client. Install it: pip install pystac-client, or repair the engine."
        ) from error
    try:
        client = pystac_client.Client.open(wanted.catalogue)
        asked = client.search(
            collections=list(wanted.collections), bbox=list(wanted.bounds), datetime=wanted.dates, limit=100
        )
        scenes = (found for item in asked.items() if (found := _scene(item)) and _is_clear(found, wanted.max_cloud))
        yield from itertools.islice(scenes, wanted.most)
    except Exception as error:  # of an answer from outside the packages raise what they like
        reason = str(error).strip().splitlines()[0][:200] if str(error).strip() else type(error).__name__
        raise EngineError(
            "download",
            f"{shown(wanted.catalogue)} did not answer as a STAC API ({reason}). Check the address, the network and "
            "its proxy.",
        ) from error


def _check(wanted: Wanted) -> None:
    west, south, east, north = wanted.bounds
    if not re.match(r"https?://", wanted.catalogue, re.IGNORECASE):
        raise EngineError("bad-settings", f"{wanted.catalogue} is not the address of a catalogue. Give https://….")
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south < north <= 90) or west == east:
        raise EngineError("bad-settings", "The area must be west south east north in degrees, within -180 -90 180 90.")
    day = r"\d{4}-\d\d(-\d\d)?(T[\d:.]+Z)?"
    if not re.fullmatch(rf"{day}|({day}|\.\.)/({day}|\.\.)", wanted.dates):
        raise EngineError(
            "bad-settings", f"{wanted.dates} is no date. Give 2024-07-15, 2024-07 or 2024-06-01/2024-08-31."
        )


def _scene(item: pystac.Item) -> Found | None:
    """What an item tells; None where it has no address of its own."""
    address = item.get_self_href()
    if not address:
        return None
    said = item.properties
    code = re.search(r"(\d{2}[C-X][A-Z]{2})", str(said.get("grid:code") or said.get("s2:mgrs_tile") or ""))
    cloud = said.get("eo:cloud_cover")
    return Found(
        address=address,
        name=item.id,
        collection=item.collection_id or "",
        sensing_time=str(said.get("datetime") or said.get("start_datetime") or ""),
        tile=code[1] if code else "",
        cloud_cover=float(cloud) if isinstance(cloud, int | float) else None,
    )


def _is_clear(found: Found, most: float | None) -> bool:
    """Checked here, as not every catalogue can filter by it."""
    return most is None or (found.cloud_cover is not None and found.cloud_cover <= most)
