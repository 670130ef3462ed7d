"""The door between QGIS and the engine: PyQGIS and the standard library on this side, JSON events on the other."""
