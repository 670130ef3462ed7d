"""The part of the earth that a map canvas shows, as the engine is asked for it."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle


@dataclass(frozen=True)
class CanvasPart:
    """Bounds (xmin, ymin, xmax, ymax) in `crs` (empty: none), shown on `size` (columns, rows) pixels of the screen."""

    bounds: tuple[float, float, float, float]
    crs: str
    size: tuple[int, int]

    @classmethod
    def of(cls, canvas) -> CanvasPart:
        """What a canvas shows now; of an empty map some place, so that an answer says where there is something."""
        settings = canvas.mapSettings()
        extent, pixel = settings.visibleExtent(), canvas.mapUnitsPerPixel()
        crs = settings.destinationCrs()
        density = canvas.devicePixelRatioF()
        if extent.isEmpty() or not extent.isFinite() or pixel <= 0:
            extent, pixel = QgsRectangle(0, 0, 1, 1), 0.01
        size = tuple(max(1, min(20000, round(side / pixel * density))) for side in (extent.width(), extent.height()))
        bounds = (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())
        name = crs.authid() or crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED)
        return cls(bounds, name if crs.isValid() else "", size)
