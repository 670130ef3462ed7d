"""What a product says of lost and degraded data, band by band: MSK_QUALIT, MSK_TECQUA, `quality/mask` of EOPF Zarr.

Layers of MSK_QUALIT, which are bits in EOPF Zarr: 1 lost and 2 degraded ancillary packets, 3 lost and 4 degraded image
packets, 5 defective pixels, 6 no data, 7 cross-talk partly corrected, 8 saturated (Sentinel-2 Products Specification,
S2-PDGS-TAS-DI-PSD, issue 14.9). What lies in a lost packet was never seen, so it is no data; degraded packets hold
data, and the user is told their share. NASA's HLS leaves out both (https://github.com/NASA-IMPACT/hls-sentinel). Before
baseline 04.00 the packets are polygons in GML, MSK_TECQUA, of the types MSI_LOST and MSI_DEG, which name the bits, too.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Any

import numpy as np
import rasterio
from rasterio.enums import Resampling
from rasterio.features import rasterize
from rasterio.transform import from_bounds
from rasterio.windows import Window

from ..errors import EngineError
from ..system import vsi
from ..system.gdal_settings import is_zarr_array, open_band
from .granule import Granule
from .grid import Grid, PixelWindow
from .ground_size import earthly
from .mask_polygons import check_crs, mask_polygons
from .metadata import parse_xml
from .sealed import read_metadata

LOST, DEGRADED = 3, 4
TYPES = ("MSI_LOST", "MSI_DEG")
SMALL = 4_000_000  # pixels of a mask file that is read whatever the metadata says; a full one takes up to 30 s
LOOK = 700  # pixels a side of the first look at a large one
WORTH_A_LOOK = 0.01  # percent of degraded data in the tile's metadata
CELL = 60  # metres, of the raster of lost data
STRIP = 1024
_FAR = re.compile(r"/vsi(curl|s3|gs|az)/")


@dataclass(frozen=True)
class Quality:
    """Lost data of some bands: `lost`, (rows, cols) bool over the extent of the granule, None where nothing is.

    Shares of the granule with lost and with degraded packets; `unread`: mask files that could not be read.
    """

    lost: np.ndarray | None = None
    lost_share: float = 0.0
    degraded_share: float = 0.0
    unread: tuple[str, ...] = ()


def mask_name(granule: Granule) -> str:
    """What the product calls these masks."""
    path = next(iter(granule.quality.values()), "")
    return "MSK_TECQUA" if path.lower().endswith(".gml") else "quality/mask" if is_zarr_array(path) else "MSK_QUALIT"


def quality_of(granule: Granule, bands: tuple[str, ...]) -> Quality:
    """What the masks of `bands` say. Large files are read only where the metadata states degraded data, or nothing."""
    paths = tuple((band, granule.quality[band]) for band in bands if band in granule.quality and band in granule.bands)
    if not paths:
        return Quality()
    finest = min(granule.bands.values(), key=lambda band: band.resolution)
    left, top = finest.transform @ (0, 0)
    right, bottom = finest.transform @ (finest.width, finest.height)
    stated = granule.degraded is None or granule.degraded >= WORTH_A_LOOK
    cols, rows = (max(1, round(side * finest.resolution / CELL)) for side in (finest.width, finest.height))
    return _read(paths, (left, bottom, right, top), granule.crs, cols, rows, stated)


@functools.lru_cache(maxsize=8)
def _read(
    paths: tuple[tuple[str, str], ...],
    extent: tuple[float, float, float, float],
    crs: str,
    cols: int,
    rows: int,
    stated: bool,
) -> Quality:
    lost, degraded = np.zeros((rows, cols), bool), np.zeros((rows, cols), bool)
    unread = []
    for band, path in paths:
        try:
            if path.lower().endswith(".gml"):
                if stated or not _FAR.search(path):
                    _add_polygons(path, extent, crs, lost, degraded)
                continue
            with open_band(path) as dataset:
                if not _has_layers(dataset) or not (stated or dataset.width * dataset.height <= SMALL):
                    continue
                _add(dataset, extent, lost, degraded)
        except (rasterio.errors.RasterioError, EngineError, OSError, ValueError):
            unread.append(band)
    return Quality(lost if lost.any() else None, float(lost.mean()), float((degraded & ~lost).mean()), tuple(unread))


def _add_polygons(
    path: str, extent: tuple[float, float, float, float], crs: str, lost: np.ndarray, degraded: np.ndarray
) -> None:
    """Mark the cells that a polygon of a MSK_TECQUA touches."""
    root = parse_xml(read_metadata(functools.partial(vsi.open_file, path), "it", path), path)
    check_crs(root, path, crs)
    polygons = list(mask_polygons(root, path))
    for kind, target in zip(TYPES, (lost, degraded), strict=True):
        shapes = [({"type": "Polygon", "coordinates": rings}, 1) for name, rings in polygons if name == kind]
        if shapes:
            place = from_bounds(*extent, target.shape[1], target.shape[0])
            target |= rasterize(shapes, out_shape=target.shape, transform=place, all_touched=True).astype(bool)


def _bits(dataset: Any) -> tuple[int, int] | None:
    """Bits of lost and degraded packets in an array of EOPF Zarr, by its own attributes. ValueError where these do not
    name them; None for a raster, which has layers."""
    if not hasattr(dataset, "attributes"):
        return None
    facts = dataset.attributes
    try:
        bits = dict(zip(facts["flag_meanings"], facts["flag_masks"], strict=True))
        return int(bits[TYPES[0]]), int(bits[TYPES[1]])
    except (KeyError, TypeError) as error:
        raise ValueError("its attributes name no flags of lost and degraded packets") from error


def _has_layers(dataset: Any) -> bool:
    return _bits(dataset) is not None or dataset.count >= DEGRADED


def _layers(dataset: Any, **how: Any) -> np.ndarray:
    """Lost and degraded, (2, rows, cols), not 0 where they are; `how`: as for DatasetReader.read."""
    bits = _bits(dataset)
    if bits is None:
        return dataset.read([LOST, DEGRADED], **how)
    plane = dataset.read(1, **how)
    return np.stack([plane & bit for bit in bits])


def _add(dataset: Any, extent: tuple[float, float, float, float], lost: np.ndarray, degraded: np.ndarray) -> None:
    """Mark the cells of `lost` and `degraded` in which one pixel of a mask file is."""
    if dataset.width * dataset.height > SMALL and _bits(dataset) is None:  # an array has no lower levels
        seen = dataset.read([LOST, DEGRADED], out_shape=(2, LOOK, LOOK), resampling=Resampling.nearest)
        if not seen.any():
            return
    rows, cols = lost.shape
    left, bottom, right, top = extent
    for start in range(0, dataset.height, STRIP):
        count = min(STRIP, dataset.height - start)
        layers = _layers(dataset, window=Window(0, start, dataset.width, count))
        for layer, target in zip(layers, (lost, degraded), strict=True):
            row, col = np.nonzero(layer)
            if not row.size:
                continue
            if not earthly(dataset.crs):  # of the granule's own extent
                row, col = (row + start) * rows // dataset.height, col * cols // dataset.width
            else:
                easting, northing = dataset.transform @ (col + 0.5, row + start + 0.5)
                row = np.floor((top - northing) / (top - bottom) * rows).astype(int)
                col = np.floor((easting - left) / (right - left) * cols).astype(int)
            inside = (row >= 0) & (row < rows) & (col >= 0) & (col < cols)
            target[row[inside], col[inside]] = True


def present(quality: Quality, grid: Grid, window: PixelWindow) -> np.ndarray | None:
    """Which pixels of a window touch no lost data.

    Parameters
    ----------
    grid : Grid
        Of 60 m or finer.

    Returns
    -------
    (rows, cols) bool or None
        None where nothing is lost.
    """
    if quality.lost is None:
        return None
    rows, cols = quality.lost.shape
    down = _cells(window.row, window.height, grid.height, rows)
    across = _cells(window.col, window.width, grid.width, cols)
    gone = np.zeros(window.shape, bool)
    for up in down:
        for along in across:
            gone |= quality.lost[np.ix_(up, along)]
    return ~gone


def _cells(start: int, count: int, size: int, cells: int) -> tuple[np.ndarray, np.ndarray]:
    """First and last cell that each of `count` pixels from `start` touches."""
    first = np.arange(start, start + count, dtype=np.int64) * cells
    return np.minimum(first // size, cells - 1), np.minimum((first + cells - 1) // size, cells - 1)
