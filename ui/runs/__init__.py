"""Runs of the engine as tasks of QGIS, and who owns them."""
