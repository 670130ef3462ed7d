"""Sentinel-2 products: containers, metadata, granules, the grid, the reader, no data, areas."""
