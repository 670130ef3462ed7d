"""The cloud polygons of products before baseline 04.00 (MSK_CLOUDS, GML) as a raster."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import isfinite

import numpy as np
from rasterio.features import rasterize

from ..errors import EngineError
from ..products.container import open_container
from ..products.granule import Granule, OwnMask
from ..products.grid import Grid
from ..products.metadata import Element, elements, parse_xml, text

THICK, THIN = 1, 2


def rasterise_clouds(granule: Granule, own: OwnMask, grid: Grid) -> np.ndarray:
    """The polygons of MSK_CLOUDS as (rows, cols) uint8: a pixel whose centre lies in one; opaque before cirrus."""

    root = parse_xml(open_container(granule.product_path).read(own.name), own.path)
    _check_crs(root, own, grid)
    polygons = list(cloud_polygons(root, own.path))
    classes = np.zeros((grid.height, grid.width), np.uint8)
    for kind, value in (("CIRRUS", THIN), ("OPAQUE", THICK)):
        shapes = [({"type": "Polygon", "coordinates": rings}, value) for name, rings in polygons if name == kind]
        if shapes:
            rasterize(shapes, out=classes, transform=grid.transform)
    return classes


def cloud_polygons(root: Element, name: str) -> Iterator[tuple[str, list[list[tuple[float, float]]]]]:
    """Type (OPAQUE or CIRRUS) and rings, the outer one first, of every polygon of a MSK_CLOUDS document.

    Raises EngineError "broken-metadata" when coordinates are not pairs of numbers.
    """

    for feature in elements(root, "MaskFeature"):
        kind = text(feature, "maskType").upper()
        for polygon in elements(feature, "Polygon"):
            rings: list[list[tuple[float, float]]] = []
            for side in ("exterior", "interior"):
                for boundary in elements(polygon, side):
                    rings.extend(_ring(positions, name) for positions in elements(boundary, "posList"))
            if rings:
                yield kind, rings


def _ring(positions: Element, name: str) -> list[tuple[float, float]]:
    dimension = {"2": 2, "3": 3}.get((positions.get("srsDimension") or "2").strip(), 0)
    try:
        numbers = [float(number) for number in (positions.text or "").split()]
    except ValueError:
        numbers = []
    if not dimension or len(numbers) < 3 * dimension or len(numbers) % dimension or not all(map(isfinite, numbers)):
        raise EngineError(
            "broken-metadata", f"{name} holds a polygon that is not a list of points. Download the product again."
        )
    return list(zip(numbers[::dimension], numbers[1::dimension], strict=True))


def _check_crs(root: Element, own: OwnMask, grid: Grid) -> None:

    for envelope in elements(root, "Envelope"):
        code = re.search(r"EPSG:(?:[\d.]*:)?(\d+)$", envelope.get("srsName") or "")
        if code and grid.crs.upper().startswith("EPSG:") and grid.crs.upper() != f"EPSG:{code[1]}":
            raise EngineError(
                "grid-mismatch",
                f"{own.path} is in EPSG:{code[1]}, the bands are in {grid.crs}. Download the product again.",
            )
