"""Open a raster with a sentence when that fails, and write a file whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import rasterio

from ..errors import EngineError
from ..system import stopping
from .unfinished import unfinished_folder


@contextmanager
def opened_raster(path: str) -> Iterator[rasterio.DatasetReader]:
    """Yield the raster opened for reading; EngineError "bad-raster" when GDAL cannot open it."""

    # The engine reads products without their side-car files; with a user's raster these count (.hdr, .tfw, .aux.xml).
    with rasterio.Env(GDAL_DISABLE_READDIR_ON_OPEN="FALSE", GDAL_PAM_ENABLED="YES"):
        try:
            raster = rasterio.open(path)
        except rasterio.errors.RasterioError as problem:
            raise EngineError(
                "bad-raster", f"{path} cannot be opened as a raster: {problem}. Check the file."
            ) from problem
        with raster:
            yield raster


@contextmanager
def whole_file(path: str) -> Iterator[str]:
    """Yield a temporary name; the file there becomes `path` at the end, or goes when anything fails.

    Raises EngineError "output-folder", "disk-full", "busy" as `unfinished_folder` does, and "bad-raster" when GDAL
    fails in between.
    """

    target = Path(path)
    with unfinished_folder(target) as folder:
        part = folder / target.name
        try:
            yield str(part)
        except rasterio.errors.RasterioError as problem:
            reason = problem.__cause__ or problem
            raise EngineError(
                "bad-raster", f"{path} could not be made: {reason}. Check the input files and the disk."
            ) from problem
        with stopping.finishing():
            os.replace(part, target)
