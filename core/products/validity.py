"""Where a GeoTIFF says that it holds data: no-data values, internal masks, alpha, .msk files, mask bands.

https://gdal.org/en/stable/development/rfc/rfc15_nodatabitmask.html
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

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


# Integers of 16 bits as digital numbers: a little below 0 is dark ground, far below it what stands for no data.
_SIGNED = "<LUT>-32768:0,-1001:0,-1000:1,-1:1,0:0,1:1,32767:32767</LUT>"


def digital_numbers(dataset: rasterio.DatasetReader, path: str) -> str:
    """Where the digital numbers of the one band of an open file are read with 0 for no data.

    The file itself, or a VRT (as text) where a GeoTIFF that someone made of a band has a sign, another no-data value or
    a mask.
    """
    if dataset.driver != "GTiff":
        return path
    no_data, mask = declared_no_data(dataset, 1), mask_source(dataset, path, 1)
    signed = dataset.dtypes[0] == "int16"
    if not signed and no_data in (None, 0) and mask is None:
        return path
    declared = "" if no_data is None else f"<NODATA>{no_data!r}</NODATA>"
    return as_vrt(dataset, path, 1, (_SIGNED if signed else "") + declared, mask)


def scaled(ratio: float, addend: float, no_data: float | None) -> str:
    """How a VRT changes numbers that are not `no_data` (0 when None): number * ratio + addend."""
    return f"<ScaleOffset>{addend!r}</ScaleOffset><ScaleRatio>{ratio!r}</ScaleRatio><NODATA>{no_data or 0.0!r}</NODATA>"


def as_vrt(dataset: rasterio.DatasetReader, path: str, number: int, change: str, mask: MaskSource | None) -> str:
    """A VRT, as text, of a band of the open file at `path` as uint16 with 0 for no data; `change`: of its numbers."""
    place = f'xOff="0" yOff="0" xSize="{dataset.width}" ySize="{dataset.height}"'
    georeference = f"<SRS>{escape(dataset.crs.to_wkt())}</SRS>" if dataset.crs else ""
    transform = ", ".join(repr(value) for value in dataset.transform.to_gdal())

    def source(file: str, band: str, change: str) -> str:
        return (
            f'<ComplexSource><SourceFilename relativeToVRT="0">{escape(file)}</SourceFilename>'
            f"<SourceBand>{band}</SourceBand><SrcRect {place}/><DstRect {place}/>{change}</ComplexSource>"
        )

    sources, kind_of_band = source(path, str(number), change), ""
    if mask:  # multiplied by 0 or 1
        sources += source(mask.path, mask.band, "<LUT>0:0,1:1,65535:1</LUT>")
        sources = "<PixelFunctionType>mul</PixelFunctionType><SourceTransferType>Float64</SourceTransferType>" + sources
        kind_of_band = ' subClass="VRTDerivedRasterBand"'
    return (
        f'<VRTDataset rasterXSize="{dataset.width}" rasterYSize="{dataset.height}">{georeference}'
        f"<GeoTransform>{transform}</GeoTransform>"
        f'<VRTRasterBand dataType="UInt16" band="1"{kind_of_band}><NoDataValue>0</NoDataValue>{sources}'
        "</VRTRasterBand></VRTDataset>"
    )
