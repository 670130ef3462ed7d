"""Where products lie, and whether an area touches them."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsProject,
    QgsRectangle,
)

WHOLE_TURN = {"EPSG:3857": 40075016.68}  # of the world in CRS that a map can be dragged round; degrees have 360
Footprints = tuple[tuple[str, tuple[float, float, float, float]], ...]


def touches(footprints: Footprints, bounds: tuple[float, float, float, float], crs: str) -> bool:
    """Whether an area has something of a granule in it; True as well where that cannot be told.

    The granule is taken to the area's CRS: a UTM tile has a place in every CRS, an area of the whole world has not. As
    for the engine, the area may lie a turn round the world away, or cross 180° (xmin larger than xmax).
    """
    area_crs = _crs_of(crs)
    areas = _turned(bounds, 360.0 if area_crs.isGeographic() else WHOLE_TURN.get(area_crs.authid(), 0.0))
    for granule_crs, extent in footprints:
        try:
            transform = QgsCoordinateTransform(_crs_of(granule_crs), area_crs, QgsProject.instance())
            place = transform.transformBoundingBox(QgsRectangle(*extent))
            if any(place.intersects(area) for area in areas):
                return True
        except QgsCsException:
            return True
    return not footprints


def _turned(bounds: tuple[float, float, float, float], turn: float) -> list[QgsRectangle]:
    """The area where it is, and a whole turn to either side."""
    xmin, ymin, xmax, ymax = bounds
    if xmin > xmax:
        xmax += turn
    return [QgsRectangle(xmin + shift, ymin, xmax + shift, ymax) for shift in {0.0, turn, -turn}]


def _crs_of(word: str) -> QgsCoordinateReferenceSystem:
    crs = QgsCoordinateReferenceSystem()
    crs.createFromUserInput(word)
    return crs
