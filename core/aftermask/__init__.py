"""What a mask is made for: rasters without clouds, counts of clear dates, pictures."""
