"""Raster files: masks, class maps, rasters on the grid of another."""
