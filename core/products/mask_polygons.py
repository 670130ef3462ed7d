"""The masks of products before baseline 04.00 that are polygons in GML: MSK_CLOUDS, MSK_TECQUA and their like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import isfinite

from ..errors import EngineError
from .metadata import Element, elements, text

Ring = list[tuple[float, float]]


def mask_polygons(root: Element, name: str) -> Iterator[tuple[str, list[Ring]]]:
    """Type (such as OPAQUE) and rings, the outer one first, of every polygon of a mask called `name`.

    Raises EngineError "broken-metadata" when coordinates are not pairs of numbers.
    """

    for feature in elements(root, "MaskFeature"):
        kind = text(feature, "maskType").upper()
        for polygon in elements(feature, "Polygon"):
            rings: list[Ring] = []
            for side in ("exterior", "interior"):
                for boundary in elements(polygon, side):
                    rings.extend(_ring(positions, name) for positions in elements(boundary, "posList"))
            if rings:
                yield kind, rings


def _ring(positions: Element, name: str) -> Ring:
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


def check_crs(root: Element, name: str, crs: str) -> None:
    """EngineError `grid-mismatch` when a mask called `name` is in another CRS than the bands, which are in `crs`."""

    for envelope in elements(root, "Envelope"):
        code = re.search(r"EPSG:(?:[\d.]*:)?(\d+)$", envelope.get("srsName") or "")
        if code and crs.upper().startswith("EPSG:") and crs.upper() != f"EPSG:{code[1]}":
            raise EngineError(
                "grid-mismatch", f"{name} is in EPSG:{code[1]}, the bands are in {crs}. Download the product again."
            )
