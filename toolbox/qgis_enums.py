"""Members of QGIS' enums that were renamed in 3.36; older versions know only the other name."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessing, QgsProcessingParameterDefinition

try:
    ADVANCED = Qgis.ProcessingParameterFlag.Advanced
    RASTERS = Qgis.ProcessingSourceType.Raster
    POLYGONS = Qgis.ProcessingSourceType.VectorPolygon
except AttributeError:  # QGIS before 3.36
    ADVANCED = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    RASTERS = QgsProcessing.SourceType.TypeRaster
    POLYGONS = QgsProcessing.SourceType.TypeVectorPolygon
