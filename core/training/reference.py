"""Labels for a whole granule: from the embedded 30 m teacher, and from a raster of classes."""

from __future__ import annotations

import numpy as np
import rasterio
from rasterio.enums import Resampling
from rasterio.io import MemoryFile

from ..classes import CONFIDENCE_SCALE, NO_DATA
from ..errors import EngineError
from ..masking.mask_granule import mask_granule
from ..masking.settings import MaskSettings
from ..networks.catalog import find_model
from ..networks.engines import open_predictor
from ..networks.predictor import Predictor
from ..products.granule import Granule
from ..products.grid import Grid
from ..rasters.aligned import on_grid_of
from ..rasters.class_maps import preset, preset_names, read_class_map
from ..rasters.raster_file import opened_raster
from .labels import CLOUD, NO_LABEL
from .scene import scratch_folder

TEACHER = "ukis_l1c"
TEACHER_RESOLUTION = 30  # metres at which it is good
CONFIDENT = 0.6  # least probability of a label


def open_teacher(threads: int | None = None) -> Predictor:
    """The embedded teacher, ready to run on the CPU. EngineError "missing-model" where its package is not installed."""

    return open_predictor(find_model(TEACHER), device="cpu", threads=threads)


def confidences(granule: Granule, grid: Grid, predictor: Predictor) -> np.ndarray:
    """Class probabilities of a network over a whole granule.

    It predicts at its finest resolution, or at that of the grid; finer grids get interpolated probabilities, coarser
    ones their mean.

    Returns
    -------
    (4, rows, cols) uint8
        Probabilities x 250 on `grid`; 0 at no data.
    """
    finest = predictor.model.finest_resolution
    resolution = finest if grid.resolution > finest > 10 else grid.resolution
    with scratch_folder() as folder:
        settings = MaskSettings(resolution=resolution, confidence=True)
        result = mask_granule(granule, folder / "mask.tif", predictor, settings)
        with rasterio.open(result.confidence) as raster:
            shape = (raster.count, grid.height, grid.width)
            read = raster.read(out_shape=shape, resampling=Resampling.average)
    read[read == NO_DATA] = 0
    return read


def teacher_labels(granule: Granule, grid: Grid, teacher: Predictor) -> np.ndarray:
    """Label codes that the teacher is sure of: clear, cloud (it tells no thin one), shadow.

    Returns
    -------
    (rows, cols) uint8
    """
    return sure_labels(confidences(granule, grid, teacher))


def sure_labels(confidence: np.ndarray) -> np.ndarray:
    """Label codes of clear, cloud or shadow, where one of them is sure.

    Parameters
    ----------
    confidence : (4, rows, cols) uint8
        Class probabilities x 250.

    Returns
    -------
    (rows, cols) uint8
    """
    clear, thick, thin, shadow = confidence
    least = round(CONFIDENT * CONFIDENCE_SCALE)
    out = np.full(clear.shape, NO_LABEL, np.uint8)
    for code, sure in ((0, clear >= least), (3, shadow >= least), (CLOUD, thick.astype(np.uint16) + thin >= least)):
        out[sure] = code
    return out


def raster_labels(path: str, classes: str, grid: Grid) -> np.ndarray:
    """Label codes of a raster of classes, laid on `grid` by nearest neighbour.

    classes: name of a class map, or a TOML with one. Where the map tells no thin cloud, thick means any cloud.

    Returns
    -------
    (rows, cols) uint8

    Raises
    ------
    EngineError
        `bad-raster`, `bad-settings`.
    """
    mapping = preset(classes) if classes in preset_names() else read_class_map(classes)
    profile = {"driver": "GTiff", "width": grid.width, "height": grid.height, "count": 1, "dtype": "uint8"}
    profile |= {"crs": grid.crs or None, "transform": grid.transform, "sparse_ok": True}
    with (
        rasterio.Env(),
        MemoryFile() as memory,
        memory.open(**profile) as mask,
        opened_raster(path) as reference,
        on_grid_of(mask, reference, 1) as rows,
    ):
        values, valid = rows(0, grid.height)
    codes = mapping.apply(values)
    if "thin_cloud" in mapping.lacks:
        codes[codes == 1] = CLOUD
    codes = np.where(valid, codes, NO_LABEL).astype(np.uint8)
    if (codes == NO_LABEL).all():
        raise EngineError("bad-raster", f"{path} has no class on the product it belongs to. Check both.")
    return codes
