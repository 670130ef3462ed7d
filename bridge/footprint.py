"""Where products lie, and whether an area touches them."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsProject,
    QgsRectangle,
)

Footprints = tuple[tuple[str, tuple[float, float, float, float]], ...]


def touches(footprints: Footprints, bounds: tuple[float, float, float, float], crs: str) -> bool:
    """Whether an area has something of a granule in it; True as well where that cannot be told.

    The granule is taken to the area's CRS: a UTM tile has a place in every CRS, an area of the whole world has not.
    """
    area_crs = _crs_of(crs)
    area = QgsRectangle(*bounds)
    for granule_crs, extent in footprints:
        try:
            transform = QgsCoordinateTransform(_crs_of(granule_crs), area_crs, QgsProject.instance())
            if transform.transformBoundingBox(QgsRectangle(*extent)).intersects(area):
                return True
        except QgsCsException:
            return True
    return not footprints


def _crs_of(word: str) -> QgsCoordinateReferenceSystem:
    crs = QgsCoordinateReferenceSystem()
    crs.createFromUserInput(word)
    return crs
