"""The road of one granule: patches, their source, blended rows, views, buffer, mask."""
