"""The cloud polygons of products before baseline 04.00 (MSK_CLOUDS, GML) as a raster."""

from __future__ import annotations

import numpy as np
from rasterio.features import rasterize

from ..products.container import open_container
from ..products.granule import Granule, OwnMask
from ..products.grid import Grid
from ..products.mask_polygons import check_crs, mask_polygons
from ..products.metadata import parse_xml

THICK, THIN = 1, 2


def rasterise_clouds(granule: Granule, own: OwnMask, grid: Grid) -> np.ndarray:
    """The polygons of MSK_CLOUDS as a raster; a pixel counts when its centre lies in one, opaque cloud before cirrus.

    Returns
    -------
    (rows, cols) uint8
        0, THICK or THIN.

    Raises
    ------
    EngineError
        The metadata cannot be read, or is in another CRS.
    """
    root = parse_xml(open_container(granule.product_path).read(own.name), own.path)
    check_crs(root, own.path, grid.crs)
    polygons = list(mask_polygons(root, own.path))
    classes = np.zeros((grid.height, grid.width), np.uint8)
    for kind, value in (("CIRRUS", THIN), ("OPAQUE", THICK)):
        shapes = [({"type": "Polygon", "coordinates": rings}, value) for name, rings in polygons if name == kind]
        if shapes:
            rasterize(shapes, out=classes, transform=grid.transform)
    return classes
