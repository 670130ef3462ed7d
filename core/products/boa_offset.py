"""Whether the offset of -1000 is still in the numbers of a Level-2A that someone repacked, told by the numbers.

Collections of COGs made from Level-2A (sentinel-cogs, Earth Search) have it taken off, or not; their item's property
`earthsearch:boa_offset_applied` says so, several times wrongly
(https://github.com/Element84/earth-search/issues/66 and 71,
https://github.com/cirrus-geo/cirrus-earth-search/issues/33).
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import replace
from typing import Any

import numpy as np

from ..errors import EngineError
from .band_files import band_file
from .container import Container
from .doubts import is_converted, sample, thumbnail
from .granule import Granule
from .metadata import DEFAULT_QUANTIFICATION, OFFSET_SINCE_04, OFFSETS_SINCE
from .remote_container import RemoteContainer

FLAGS = ("earthsearch:boa_offset_applied", "sentinel:boa_offset_applied")
LOOK = ("B04", "B08", "B12")  # bands that tell of an offset; more would be read over the network in vain
# With the offset in it, a number below 700 is a reflectance below -0.03: some shadow and water has that, never much.
BELOW, SURE_OFF, SURE_IN = 700, 0.02, 0.0005
# Bands that are read small: B10, which hardly anything reflects, and those in which most ground is dark.
LOOK_SMALL = {"L1C": ("B10", "B04"), "L2A": ("B01", "B04", "B12")}
CIRRUS_WITH_OFFSET = (950, 1100)  # the median of B10
FLAT_EDGE = 100  # what the swath's edge of Level-2A may hold, as no_data.py has it
DARK = 1400  # where no band has anything darker, nothing can be told


def said_of_offset(container: Container | RemoteContainer, folder: str) -> bool | None:
    """Whether the STAC item in a folder says that the offset was taken off; None where it, or the item, says nothing.

    By its flag, else by the offset of its `raster:bands`; Collection 1 of Earth Search leaves the offset in.
    """
    item = stac_item(container, folder)
    properties = item.get("properties", {})
    for flag in FLAGS:
        if isinstance(properties.get(flag), bool):
            return properties[flag]
    offsets = set()
    for asset in item.get("assets", {}).values() if isinstance(item.get("assets"), dict) else ():
        for band in (asset.get("raster:bands") or ()) if isinstance(asset, dict) else ():
            if isinstance(band, dict) and isinstance(band.get("offset"), int | float) and band.get("scale") == 0.0001:
                offsets.add(float(band["offset"]))
    if len(offsets) == 1:
        return offsets.pop() == 0
    return False if item.get("collection") == "sentinel-2-c1-l2a" else None


def stac_item(container: Container | RemoteContainer, folder: str) -> dict[str, Any]:
    """The STAC item that lies in a folder of a container; empty where there is none."""
    prefix = f"{folder}/" if folder else ""
    for name in container.names:
        if name.startswith(prefix) and "/" not in name[len(prefix) :] and name.lower().endswith(".json"):
            try:
                item = json.loads(container.read(name))
            except (ValueError, RecursionError, EngineError):
                continue
            if isinstance(item, dict) and item.get("type") == "Feature" and isinstance(item.get("properties"), dict):
                return item
    return {}


def is_repacked(container: Container | RemoteContainer, folder: str) -> bool:
    """Whether the bands in a folder are GeoTIFFs, as no producer of ESA's writes them."""
    prefix = f"{folder}/" if folder else ""
    bands = [name for name in container.names if name.startswith(prefix) and band_file(name)]
    return bool(bands) and all(name.lower().endswith((".tif", ".tiff")) for name in bands)


def settle_offset(granule: Granule, applied: bool | None) -> Granule:
    """A repacked Level-2A granule with the offset that its numbers call for, and a note on what was found.

    applied: whether its description says that the offset was taken off; None where it says nothing. The numbers decide
    where they can, then the description, then that it was taken off, as these collections have it.
    """
    if granule.level != "L2A" or granule.baseline < "04.00":
        return granule
    inside = offset_inside({name: sample(band) for name, band in granule.bands.items()})
    said = {True: "its item says that the offset was taken off", False: "its item says that the offset is still in"}
    if inside is None:
        still_in = applied is False
        why = "nothing says whether the offset was taken off; it is taken as taken off"
        why = why if applied is None else said[applied]
        why += ", and the numbers do not tell"
    else:
        still_in = inside
        why = f"the numbers show that the offset of -1000 {'is still in' if inside else 'was taken off'}"
        if applied is not None and applied == inside:
            why += f", though {said[applied]}"
    note = f"{granule.name}: {why}, so {'it is applied' if still_in else 'none is applied'}."
    return with_offset(granule, granule.bands, OFFSET_SINCE_04 if still_in else 0.0, note)


def settle_unsaid(granule: Granule, names: Collection[str], what: str) -> Granule:
    """A granule of baseline 04.00 or later whose description states no offset of the bands `names`: with that of -1000
    where their numbers hold it, and a note that begins with `what`."""
    plain = all(granule.bands[name].quantification == DEFAULT_QUANTIFICATION for name in names)
    if not names or not plain or granule.baseline < OFFSETS_SINCE:
        return granule
    if not offset_inside({name: sample(granule.bands[name]) for name in telling(names)}):
        return granule
    note = f"{granule.name}: {what}; the numbers show that the one of -1000 is still in, so it is applied."
    return with_offset(granule, names, OFFSET_SINCE_04, note)


def settle_converted(granule: Granule) -> Granule:
    """A granule without its offset, and with a note, where whoever rewrote its bands took it off.

    EngineError `broken-band` where that was done to some of its bands only.
    """
    offsets = {band.offset for band in granule.bands.values()}
    if offsets == {0.0}:
        return granule
    if is_converted(granule):
        numbers = {name: sample(granule.bands[name]) for name in telling(granule.bands)}
        # 1 is what negative numbers are clipped to.
        off = offset_inside({name: values[values > 1] for name, values in numbers.items()}) is False
        how = "made into GeoTIFFs"
    else:
        off, how = _is_rewritten(granule), "rewritten"
    if not off:
        return granule
    note = (
        f"{granule.name}: its bands were {how} and their offset of {min(offsets):g} was taken off, as the numbers "
        "show, so it is not applied again."
    )
    return with_offset(granule, granule.bands, 0.0, note)


def _is_rewritten(granule: Granule) -> bool:
    """Whether the numbers of JPEG 2000 files are too low to hold an offset of -1000 that their metadata states.

    Half of a band of Level-1C is never below a reflectance of -0.01, nor half of one of Level-2A below -0.03.
    """
    least, first = (900, 0) if granule.level == "L1C" else (700, FLAT_EDGE)
    medians = {}
    for name in LOOK_SMALL[granule.level]:
        band = granule.bands.get(name)
        if band and band.offset == OFFSET_SINCE_04 and band.quantification == DEFAULT_QUANTIFICATION:
            numbers = thumbnail(band)
            numbers = numbers[numbers > first]
            if numbers.size >= 100:
                medians[name] = float(np.median(numbers))
    off = [name for name, median in medians.items() if median < least]
    if off and "B10" not in off and CIRRUS_WITH_OFFSET[0] < medians.get("B10", 0) < CIRRUS_WITH_OFFSET[1]:
        raise EngineError(
            "broken-band",
            f"{granule.product_path} holds bands of two kinds: the offset of -1000 was taken off {off[0]}, not B10, as "
            "the numbers show. Give the product as it was downloaded.",
        )
    return bool(off)


def telling(names: Collection[str]) -> Collection[str]:
    """Of some bands those whose numbers are looked at for an offset."""
    return [name for name in LOOK if name in names] or names


def with_offset(granule: Granule, names: Collection[str], offset: float, note: str) -> Granule:
    """The granule with another offset of some bands, and a note on why."""
    bands = {name: replace(band, offset=offset) if name in names else band for name, band in granule.bands.items()}
    return replace(granule, bands=bands, notes=(*granule.notes, note), offset_by_numbers=True)


def offset_inside(numbers: dict[str, np.ndarray]) -> bool | None:
    """Whether digital numbers still hold the offset of 1000.

    Parameters
    ----------
    numbers : mapping of band to (n,) uint16
        Digital numbers above 0.

    Returns
    -------
    bool or None
        None where they do not tell.
    """
    counted = {name: values for name, values in numbers.items() if values.size >= 100}
    if not counted:
        return None
    low = max(float((values < BELOW).mean()) for values in counted.values())
    if low > SURE_OFF:
        return False
    darkest = min(float(np.quantile(values, 0.01)) for values in counted.values())
    return True if low < SURE_IN and darkest < DARK else None
