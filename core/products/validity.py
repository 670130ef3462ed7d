"""Where a GeoTIFF says that it holds data, beside a no-data value: internal masks, alpha, .msk files, mask bands.

https://gdal.org/en/stable/development/rfc/rfc15_nodatabitmask.html
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import rasterio
from rasterio.enums import ColorInterp, MaskFlags

# Bands that tell where there is data: dataMask of Sentinel Hub and EO Browser, and other spellings of it.
MASK_NAMES = {"datamask", "data_mask", "data mask", "valid", "validity", "valid_mask", "validmask", "alpha"}


@dataclass(frozen=True)
class MaskSource:
    """A raster that is 0 where there is no data: file, band as a VRT names it, and what it is in words."""

    path: str
    band: str
    what: str


def mask_source(dataset: rasterio.DatasetReader, path: str, number: int) -> MaskSource | None:
    """The mask of band `number` of the open file at `path`; None where only a no-data value tells, or nothing."""
    for at, (colour, name) in enumerate(zip(dataset.colorinterp, dataset.descriptions, strict=True), 1):
        if at == number:
            continue
        if colour == ColorInterp.alpha:
            return MaskSource(path, str(at), f"its alpha band ({at})")
        if (name or "").strip().lower() in MASK_NAMES:
            return MaskSource(path, str(at), f"its band {name}")
    beside = _beside(dataset, f"{path}.msk", number)
    if beside:
        return beside
    if MaskFlags.per_dataset in dataset.mask_flag_enums[number - 1]:
        return MaskSource(path, f"mask,{number}", "its internal mask")
    return None


def _beside(dataset: rasterio.DatasetReader, path: str, number: int) -> MaskSource | None:
    """GDAL's mask in a file of its own beside the raster: one band, or one for each."""
    try:
        with rasterio.open(path, driver="GTiff") as mask:
            fits = (mask.width, mask.height) == (dataset.width, dataset.height)
            band = number if mask.count == dataset.count else 1
    except (rasterio.errors.RasterioError, OSError):
        return None
    return MaskSource(path, str(band), "its .msk file") if fits else None


def declared_no_data(dataset: rasterio.DatasetReader, number: int) -> float | None:
    """The no-data value of a band; None where there is none, or one that its data type cannot hold."""
    value = dataset.nodatavals[number - 1]
    kind = np.dtype(dataset.dtypes[number - 1])
    if value is not None and kind.kind in "iu":
        limits = np.iinfo(kind)
        if not (np.isfinite(value) and limits.min <= value <= limits.max):
            return None
    return value
