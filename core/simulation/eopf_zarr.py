"""Write a granule as EOPF Zarr, ESA's next format, from the product as it is today: ESA converts its archive alike."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any, Literal

import numpy as np
import rasterio
import zarr
from numcodecs import Blosc
from rasterio.warp import transform_geom
from rasterio.windows import Window
from zarr.codecs import ZstdCodec

from ..products.granule import Band, Granule
from ..products.grid import product_grid
from ..system.gdal_settings import open_band

CHUNK_METRES = 18300  # a side: six chunks across a tile at every resolution
FLAGS = {"OPAQUE": 1, "CIRRUS": 2, "SNOW_ICE": 4}
QUALITY = ("ANC_LOST", "ANC_DEG", "MSI_LOST", "MSI_DEG", "QT_DEFECTIVE_PIXELS", "QT_NODATA_PIXELS",
           "QT_PARTIALLY_CORRECTED_PIXELS", "QT_SATURATED_PIXELS_L1A")  # fmt: skip
_CLASSI, _SCL = "conditions/mask/l1c_classification/r60m/b00", "conditions/mask/l2a_classification/r{}m/scl"


def write_zarr(granule: Granule, target: Path, *, zarr_format: Literal[2, 3] = 2) -> None:
    """Write the bands of a granule, each at its finest resolution, and its own masks into the new folder `target`.

    zarr_format: 2 as CPM 2 writes products, 3 as CPM 3. The DN are those of the granule, bit by bit.
    """
    root = zarr.create_group(store=str(target), zarr_format=zarr_format, attributes=_discovery(granule))
    for band in granule.bands.values():
        attributes = {
            "add_offset": round(band.offset / band.quantification, 9), "dtype": "<u2", "fill_value": 0,
            "long_name": f"{'BOA' if granule.level == 'L2A' else 'TOA'} reflectance from MSI acquisition at spectral "
            f"band {band.name.lower()}", "scale_factor": round(1 / band.quantification, 12),
            "units": "digital_counts", "valid_max": 65535, "valid_min": 1,
        }  # fmt: skip
        name = f"measurements/reflectance/r{band.resolution}m/{band.name.lower()}"
        _write_array(root, name, band, "uint16", attributes)
    for mask in granule.own_masks:
        with open_band(mask.path) as raster:
            step = round(abs(raster.transform.a))
            like = Band(mask.kind, mask.path, step, raster.width, raster.height, raster.transform, granule.crs, 0, 1)
        if mask.kind == "classi":
            flags = {"flag_masks": list(FLAGS.values()), "flag_meanings": list(FLAGS)}
            _write_array(root, _CLASSI, like, "uint8", flags)
        elif mask.kind == "scl":
            _write_array(root, _SCL.format(step), like, "uint8", {"flag_values": list(range(12))})
    for band in granule.bands.values():
        path = granule.quality.get(band.name, "")
        if path.lower().endswith((".jp2", ".tif")):
            with open_band(path) as raster:
                size, place = (raster.width, raster.height), raster.transform
            flags = {"flag_masks": [1 << bit for bit in range(len(QUALITY))], "flag_meanings": list(QUALITY)}
            name = f"quality/mask/r{band.resolution}m/{band.name.lower()}"
            _write_array(
                root, name, Band(band.name, path, band.resolution, *size, place, granule.crs, 0, 1), "uint8", flags
            )
    with warnings.catch_warnings():  # in format 3 it is not in the specification yet
        warnings.simplefilter("ignore", zarr.errors.ZarrUserWarning)
        zarr.consolidate_metadata(str(target), zarr_format=zarr_format)


def _write_array(root: zarr.Group, name: str, band: Band, dtype: str, attributes: dict[str, Any]) -> None:
    """One raster as an array with its coordinates beside it; several planes of flags become bits."""
    side = max(1, CHUNK_METRES // band.resolution)
    chunks = min(side, band.height), min(side, band.width)
    if root.metadata.zarr_format == 2:  # CPM 2 says at each array where it lies
        attributes = attributes | {"proj:epsg": _epsg(band.crs), "proj:shape": [band.height, band.width]}
        attributes["proj:transform"] = [float(value) for value in band.transform]
    folder, name = root.require_group(name.rpartition("/")[0]), name.rpartition("/")[2]
    array = _array(folder, name, (band.height, band.width), chunks, dtype, ("y", "x"), attributes)
    with rasterio.open(band.path) as raster:
        for row in range(0, band.height, chunks[0]):
            rows = min(chunks[0], band.height - row)
            planes = raster.read(window=Window(0, row, band.width, rows))
            masks = attributes.get("flag_masks", ())
            bits = [(plane > 0) * np.uint8(bit) for plane, bit in zip(planes, masks, strict=False)]
            array[row : row + rows] = planes[0] if len(planes) == 1 else np.sum(bits, axis=0, dtype=np.uint8)
    kind = "int64" if root.metadata.zarr_format == 2 else "float32"
    for axis, start, step, size in (
        ("x", band.transform.c, band.transform.a, band.width), ("y", band.transform.f, band.transform.e, band.height),
    ):  # fmt: skip
        if axis not in folder:
            _array(folder, axis, (size,), (size,), kind, (axis,), {})[:] = start + step * (np.arange(size) + 0.5)


def _array(
    folder: zarr.Group, name: str, shape: tuple[int, ...], chunks: tuple[int, ...], dtype: str,
    dimensions: tuple[str, ...], attributes: dict[str, Any],
) -> zarr.Array:  # fmt: skip
    if folder.metadata.zarr_format == 3:
        return folder.create_array(
            name, shape=shape, chunks=chunks, dtype=dtype, dimension_names=dimensions, attributes=attributes,
            fill_value=0, compressors=ZstdCodec(level=0),
        )  # fmt: skip
    return folder.create_array(
        name, shape=shape, chunks=chunks, dtype=dtype, fill_value=0,
        attributes=attributes | {"_ARRAY_DIMENSIONS": list(dimensions)},
        compressors=Blosc(cname="zstd", clevel=3, shuffle=Blosc.BITSHUFFLE),
    )  # fmt: skip


def _discovery(granule: Granule) -> dict[str, Any]:
    """The root's attributes: a STAC item's, and what ESA adds."""
    grid = product_grid(granule, 10)
    left, bottom, right, top = grid.bounds
    ring = [[left, top], [right, top], [right, bottom], [left, bottom], [left, top]]
    geometry = transform_geom(granule.crs, "EPSG:4326", {"type": "Polygon", "coordinates": [ring]}, precision=9)
    east, north = zip(*geometry["coordinates"][0], strict=True)
    tile = f"{granule.mission}_OPER_MSI_{granule.level}_TL_2BPS_T{granule.tile}_N{granule.baseline}"
    properties = {
        "constellation": "sentinel-2", "datetime": granule.sensing_time, "instruments": ["msi"],
        "platform": f"sentinel-{granule.mission[1:].lower()}", "processing:level": granule.level,
        "product:type": f"S02MSI{granule.level}", "proj:bbox": [left, bottom, right, top],
        "proj:code": f"EPSG:{_epsg(granule.crs)}",
    }  # fmt: skip
    discovery = {
        "type": "Feature", "stac_version": "1.1.0", "id": granule.name, "geometry": geometry,
        "bbox": [min(east), min(north), max(east), max(north)], "properties": properties, "links": [], "assets": {},
    }  # fmt: skip
    other = {
        "eopf_category": "eoproduct",
        "horizontal_CRS_code": properties["proj:code"],
        "UTM_zone_identification": tile,
    }
    return {"stac_discovery": discovery, "other_metadata": other}


def _epsg(crs: str) -> int:
    return int(crs.removeprefix("EPSG:"))
