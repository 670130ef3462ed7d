"""Open a raster with a sentence when that fails, and write a file whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
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


def refuse_inputs(out: str | os.PathLike[str], inputs: Iterable[str]) -> None:
    """EngineError `bad-settings` when `out` is one of the files that are read, by whatever name."""
    for path in inputs:
        if path == os.fspath(out) or (os.path.exists(out) and os.path.exists(path) and os.path.samefile(out, path)):
            raise EngineError("bad-settings", f"{out} is one of the inputs. Choose another file.")


@contextmanager
def whole_file(path: str, inputs: Iterable[str] = ()) -> Iterator[str]:
    """Yield a temporary name; the file there becomes `path` at the end, or goes when anything fails.

    Raises EngineError "bad-settings" when `path` is one of the `inputs`, "output-folder", "disk-full", "busy" as
    `unfinished_folder` does, and "bad-raster" when GDAL fails in between.
    """

    refuse_inputs(path, inputs)
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
