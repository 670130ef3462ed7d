"""What a pixel of one grid touches of another raster, also where the window reaches far beyond it."""

import numpy as np
import rasterio
from rasterio.io import MemoryFile
from rasterio.transform import from_origin

from s2cloudmask.core.aftermask.touched import fold, read_span, spans
from s2cloudmask.core.products.grid import Grid, PixelWindow


def test_a_window_beyond_the_raster_costs_no_more_and_is_beyond():
    values = np.arange(1, 31, dtype=np.uint8).reshape(5, 6)
    grid = Grid("EPSG:32631", from_origin(500000, 4900000, 20, 20), 3, 2, 20)
    with MemoryFile() as memory:
        with memory.open(driver="GTiff", width=6, height=5, count=1, dtype="uint8", crs="EPSG:32631",
                         transform=from_origin(500000, 4900000, 10, 10)) as file:  # fmt: skip
            file.write(values, 1)
        with rasterio.open(memory.name) as raster:
            rows, cols = spans(grid, PixelWindow(-200, -200, 500, 500), raster)
            assert max((span.stops - span.starts).max() for span in (rows, cols)) == 2  # steps of the fold
            largest = fold(read_span(raster, 1, rows, cols), rows, cols, np.maximum, 0)
    wanted = np.zeros((500, 500), np.uint8)
    wanted[200:202, 200:203] = [[8, 10, 12], [20, 22, 24]]  # the fifth row is half of a pixel, which is not all there
    np.testing.assert_array_equal(largest, wanted)
