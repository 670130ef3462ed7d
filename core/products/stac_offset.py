"""The offset of a STAC item's bands where the item, or its baseline, does not say it rightly: their numbers tell."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

import pystac

from ..errors import EngineError
from .boa_offset import FLAGS, offset_inside, settle_offset, settle_unsaid, telling, with_offset
from .doubts import sample
from .granule import Granule
from .metadata import DEFAULT_QUANTIFICATION, OFFSET_SINCE_04, is_own_processing


def settled(
    granule: Granule, said: Mapping[str, Any], assets: Mapping[str, pystac.Asset], unsaid: Collection[str], where: str
) -> Granule:
    """The granule of an item with properties `said`, with the offset that its numbers call for, and a note on it.

    Of Level-2A repacked as GeoTIFFs, as items err there, and of the bands whose offset is `unsaid`. EngineError
    `broken-metadata` for a user's own processing of which neither the item nor the numbers tell the offset.
    """
    flag = next((said[key] for key in FLAGS if isinstance(said.get(key), bool)), None)
    repacked = all(re.search(r"\.tiff?$", asset.href.partition("?")[0], re.IGNORECASE) for asset in assets.values())
    plain = all(band.quantification == DEFAULT_QUANTIFICATION for band in granule.bands.values())
    if not plain:
        return granule
    look = {name: granule.bands[name] for name in telling(granule.bands)}
    own = is_own_processing(granule.baseline)
    if granule.level == "L2A" and (flag is not None or (repacked and not own)):
        applied = flag if flag is not None else not any(band.offset for band in granule.bands.values())
        found = settle_offset(replace(granule, bands=look), applied)
        if not found.notes:
            return granule
        offset, note = next(iter(found.bands.values())).offset, found.notes[-1]
        return with_offset(granule, granule.bands, offset, note)
    if not unsaid:
        return granule
    if not own:
        return settle_unsaid(granule, unsaid, "its item states no offset")
    inside = offset_inside({name: sample(band) for name, band in look.items()})
    if inside is None:
        raise EngineError(
            "broken-metadata",
            f"{where} is of a user's own processing (baseline {granule.baseline}) and has no scale and offset "
            "(raster:bands), so its reflectance is not known. Give an item that has them, or the whole product.",
        )
    what = "is still in, so it is applied" if inside else "is not in, so none is applied"
    why = f"its own processing (baseline {granule.baseline}) says no offset"
    note = f"{granule.name}: {why}; the numbers show that the one of -1000 {what}."
    return with_offset(granule, unsaid, OFFSET_SINCE_04 if inside else 0.0, note)
