"""Short-lived rasters of classes, in the caller's folder or in one that is removed when the engine ends."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections import deque
from pathlib import Path

import numpy as np
import rasterio

from ..classes import CLASSES, NO_DATA
from ..errors import EngineError
from ..products.grid import Grid
from ..system import stopping

MOST_FILES = 32  # whoever asked has opened one long before so many more are written


class PassingRasters:
    """Writes classes as GeoTIFF; the newest files stay."""

    def __init__(self, folder: str | None = None) -> None:
        """None makes a folder that goes with the engine. EngineError `output-folder` when `folder` is not one."""
        self._is_own = folder is None
        self.folder = Path(tempfile.mkdtemp(prefix="s2cloudmask_live_") if folder is None else folder).absolute()
        if self._is_own:
            stopping.register(self.folder)
        elif not self.folder.is_dir():
            raise EngineError("output-folder", f"{folder} is not a folder. Give one that exists.")
        self._count = 0
        self._written: deque[Path] = deque()

    def close(self) -> None:
        """Take the folder away, if it is the engine's own."""
        if not self._is_own:
            return
        shutil.rmtree(self.folder, ignore_errors=True)
        stopping.release(self.folder)

    def write(self, classes: np.ndarray, grid: Grid) -> str:
        """Write a raster.

        Parameters
        ----------
        classes : (rows, cols) uint8
            Classes on `grid`, 255 no data.

        Returns
        -------
        str
            Its path.

        Raises
        ------
        RasterioIOError
            It cannot be written.
        """
        self._count += 1
        path = self.folder / f"{self._count}.tif"
        partial = path.with_suffix(".part")
        with rasterio.open(
            partial, "w", driver="GTiff", width=grid.width, height=grid.height, count=1, dtype="uint8",
            crs=grid.crs or None, transform=grid.transform, nodata=NO_DATA, compress="LZW", photometric="palette",
        ) as dataset:  # fmt: skip
            colours = {item.value: item.colour for item in CLASSES}
            dataset.write_colormap(1, {**dict.fromkeys(range(256), (0, 0, 0, 0)), **colours})
            dataset.write(classes, 1)
        os.replace(partial, path)
        self._written.append(path)
        while len(self._written) > MOST_FILES:
            with contextlib.suppress(OSError):  # open elsewhere, on Windows: it goes with the folder
                self._written.popleft().unlink()
        return str(path)
