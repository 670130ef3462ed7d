"""The STAC item beside a composite: where and when, its bands, its receipt, and the products that it was made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pystac

from ..products.grid import Grid
from ..rasters.mask_files import SOFTWARE
from ..rasters.mask_item import EXTENSIONS, footprint, item_asset, projection, relative_link
from .looks import REFLECTANCE_SCALE, Look

UNUSED = ("classification/", "grid/")  # extensions of a mask's item


def composite_item(
    target: Path, receipt: Sequence[str], grid: Grid, bands: Sequence[str], looks: Sequence[Look],
    facts: Mapping[str, Any],
) -> dict[str, Any]:  # fmt: skip
    """The item (JSON) of the composite `target` of `looks`, by the facts of its .json; `receipt`: names of its bands.

    Its time is that from the first to the last look. Links are relative to the composite's folder.
    """
    times = sorted(
        datetime.fromisoformat(part.granule.sensing_time.rstrip("Z") + "+00:00")
        if "T" in part.granule.sensing_time
        else datetime.fromisoformat(part.granule.sensing_time + "T00:00:00+00:00")
        for look in looks
        for part in look.parts
    )
    missions = sorted({look.mission for look in looks if look.mission})
    geometry, box = footprint(grid)
    item = pystac.Item(
        id=target.stem,
        geometry=geometry,
        bbox=box,
        datetime=None,
        start_datetime=times[0],
        end_datetime=times[-1],
        properties={
            "constellation": "sentinel-2",
            **({"platform": f"sentinel-{missions[0][1:].lower()}"} if len(missions) == 1 else {}),
            "instruments": ["msi"],
            "gsd": grid.resolution,
            "processing:software": {SOFTWARE: str(facts["version"])},
            "processing:lineage": f"Composite ({facts['method']}) of the clear pixels of {len(looks)} looks",
            **projection(grid),
        },
        stac_extensions=[name for name in EXTENSIONS if not any(word in name for word in UNUSED)],
    )
    size = {"raster:spatial_resolution": grid.resolution}
    reflectance = {"data_type": "uint16", "nodata": 0, "raster:scale": 1 / REFLECTANCE_SCALE, "raster:offset": 0}
    cog, json_type, data = pystac.MediaType.COG, pystac.MediaType.JSON, "data"
    stem = target.stem
    for key, asset in (
        ("composite", item_asset(target.name, "Composite", cog, data, **size, **reflectance,
                                 bands=[{"name": band} for band in bands])),
        ("receipt", item_asset(f"{stem}_receipt.tif", "Day, clear looks, confidence", cog, data, **size,
                               data_type="int32", nodata=-1, bands=[{"name": name} for name in receipt])),
        ("provenance", item_asset(f"{stem}.json", "What made the composite", json_type, "metadata")),
        ("style", item_asset(f"{stem}.qml", "Style of QGIS", pystac.MediaType.XML, "metadata")),
    ):  # fmt: skip
        item.add_asset(key, asset)
    sources = {part.granule.product_path for look in looks for part in look.parts}
    for source in sorted(sources):
        item.add_link(
            pystac.Link("derived_from", relative_link(source, target.absolute().parent), title=Path(source).name)
        )
    return item.to_dict(include_self_link=False)
