"""The engine: Sentinel-2 product in, cloud mask file out. Never imports qgis."""
