"""Sentinel-2 Cloud Mask: a QGIS plugin, and the package of its engine, `s2cloudmask.core`, which needs no QGIS."""


def classFactory(iface):
    """Return the plugin. Imported here, so that the engine can be used where QGIS is not installed."""
    from .plugin import CloudMaskPlugin

    return CloudMaskPlugin(iface)
