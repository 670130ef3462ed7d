"""A simulated Level-2A as the collection `sentinel-cogs` of Earth Search holds it: COGs, tile metadata, a STAC item.

Every band at its own resolution, the offset of -1000 taken off, as its item says (`earthsearch:boa_offset_applied`).
https://registry.opendata.aws/sentinel-2-l2a-cogs/
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import rasterio

from ..products.granule import RESOLUTIONS, Granule
from ..system.gdal_settings import open_band
from .safe_metadata import Identity

ASSETS = {
    "B01": "coastal", "B02": "blue", "B03": "green", "B04": "red", "B05": "rededge1", "B06": "rededge2",
    "B07": "rededge3", "B08": "nir", "B8A": "nir08", "B09": "nir09", "B11": "swir16", "B12": "swir22",
}  # fmt: skip


def cog_name(identity: Identity, tile: str) -> str:
    """The folder's name and the item's: mission, tile, date, number of the day, level."""
    return f"{identity.mission}_{tile}_{identity.time[:8]}_0_{identity.level}"


def write_cogs(granule: Granule, folder: Path) -> None:
    """Write a granule of Level-2A in a SAFE folder as COGs into `folder`."""
    folder.mkdir()
    for name, band in granule.bands.items():
        with open_band(band.path) as source:
            numbers = source.read(1)
            taken = np.where(numbers > 0, np.clip(numbers + band.offset, 1, 65535), 0).astype(np.uint16)
            _write(folder / f"{name}.tif", taken[None], source)
    for mask in granule.own_masks:
        if mask.kind == "scl":
            with open_band(mask.path) as source:
                _write(folder / "SCL.tif", source.read(), source)
    if granule.true_colour:
        with open_band(granule.true_colour) as source:
            _write(folder / "TCI.tif", source.read(), source)
    shutil.copyfile(next(Path(granule.product_path).glob("GRANULE/*/MTD_TL.xml")), folder / "granule_metadata.xml")
    (folder / f"{folder.name}.json").write_text(json.dumps(_item(folder.name, granule), indent=2) + "\n", "utf-8")


def _write(path: Path, numbers: np.ndarray, like: rasterio.DatasetReader) -> None:
    with rasterio.open(
        path, "w", driver="COG", count=len(numbers), dtype=numbers.dtype, height=like.height, width=like.width,
        crs=like.crs, transform=like.transform, nodata=0, compress="deflate", blocksize=1024,
    ) as target:  # fmt: skip
        target.write(numbers)


def _item(name: str, granule: Granule) -> dict[str, Any]:
    """The STAC item, with what Earth Search says of a product (v1)."""
    assets = {
        ASSETS[band]: {
            "href": f"./{band}.tif",
            "type": "image/tiff; application=geotiff; profile=cloud-optimized",
            "roles": ["data", "reflectance"],
            "eo:bands": [{"name": ASSETS[band], "common_name": ASSETS[band]}],
            "gsd": RESOLUTIONS[band],
            "raster:bands": [{"nodata": 0, "data_type": "uint16", "scale": 0.0001, "offset": 0}],
        }
        for band in granule.bands
    }
    assets["scl"] = {"href": "./SCL.tif", "type": "image/tiff; application=geotiff", "roles": ["data"]}
    assets["granule_metadata"] = {"href": "./granule_metadata.xml", "type": "application/xml", "roles": ["metadata"]}
    return {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": name,
        "geometry": None,
        "properties": {
            "datetime": granule.sensing_time,
            "platform": f"sentinel-{granule.mission[1:].lower()}",
            "constellation": "sentinel-2",
            "proj:epsg": int(granule.crs.rpartition(":")[2]),
            "grid:code": f"MGRS-{granule.tile}",
            "s2:processing_baseline": granule.baseline,
            "s2:product_type": "S2MSI2A",
            "earthsearch:boa_offset_applied": True,
        },
        "links": [],
        "assets": assets,
        "collection": "sentinel-2-l2a",
    }
