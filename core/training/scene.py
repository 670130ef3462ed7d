"""A product at one resolution with a label a pixel, kept as two arrays on the disk, so that crops cost next to nothing
and the processes that cut them share their memory."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..products.granule import Granule
from ..products.grid import Grid, PixelWindow, product_grid
from ..products.metadata import BAND_IDS
from ..products.reader import Reader, to_reflectance
from ..rasters.unfinished import unfinished_folder
from ..system import stopping
from .labels import NO_DATA

SCALE = 10000  # of the reflectance on the disk, uint16
CLEAR_B10 = 12  # x 1/10000: what B10 shows of ground under clear air, for a stack that lacks it
_STRIP = 1024  # rows in memory at a time


@dataclass(frozen=True)
class Scene:
    """Arrays in `folder`: reflectance.npy (13, rows, cols) uint16 x 10000, labels.npy (rows, cols) uint8 codes.

    weight: how often it is drawn. simulate: share of its crops that get simulated clouds. centres: (n, 2) row and
    column of the pixels that crops are drawn around; None draws them anywhere.
    """

    folder: Path
    resolution: int
    weight: float = 1.0
    simulate: float = 0.0
    centres: np.ndarray | None = None

    def arrays(self) -> tuple[np.ndarray, np.ndarray]:
        """The arrays of the scene, mapped into memory.

        Returns
        -------
        (13, rows, cols) uint16
            Reflectance × 10000.
        (rows, cols) uint8
            Label codes.
        """
        return tuple(np.load(self.folder / f"{name}.npy", mmap_mode="r") for name in ("reflectance", "labels"))


def write_scene(
    granule: Granule,
    resolution: int,
    folder: Path,
    labels: Callable[[Grid, np.ndarray], np.ndarray],
    *,
    clear: bool = False,
) -> None:
    """Write the arrays of one granule into `folder`, whole or not at all; nothing is done when it is there.

    clear: everything is clear ground, so a Level-1C stack may lack B10.

    Parameters
    ----------
    labels : function
        Gives label codes, (rows, cols) uint8, from the grid and where there is data, (rows, cols) bool.

    Raises
    ------
    EngineError
        As reading raises it, or `disk-full`.
    """
    if folder.is_dir():
        return
    lacks_b10 = clear and granule.level == "L1C" and granule.missing == ("B10",)
    bands = [name for name in BAND_IDS if name != "B10"] if lacks_b10 else list(BAND_IDS)
    grid = product_grid(granule, resolution)
    with unfinished_folder(folder) as part:
        made = part / "scene"
        made.mkdir()
        shape = (len(BAND_IDS), grid.height, grid.width)
        planes = np.lib.format.open_memmap(made / "reflectance.npy", "w+", np.uint16, shape)
        valid = np.empty((grid.height, grid.width), bool)
        where = [BAND_IDS.index(name) for name in bands]
        with Reader(granule, bands, grid) as reader:
            for row in range(0, grid.height, _STRIP):
                rows = slice(row, min(row + _STRIP, grid.height))
                numbers, valid[rows] = reader.read_valid(PixelWindow(row, 0, rows.stop - row, grid.width))
                strip = np.full((len(BAND_IDS), *numbers.shape[1:]), CLEAR_B10, np.uint16)
                strip[where] = np.clip(np.rint(to_reflectance(numbers, reader.bands) * SCALE), 0, 65535)
                planes[:, rows] = np.where(valid[rows], strip, 0)
        planes.flush()
        np.save(made / "labels.npy", np.where(valid, labels(grid, valid), NO_DATA).astype(np.uint8))
        del planes
        made.rename(folder)


@contextlib.contextmanager
def scratch_folder() -> Iterator[Path]:
    """A temporary folder that goes when the block is left, or the run is ended early."""
    with tempfile.TemporaryDirectory(prefix="s2cloudmask_") as name:
        stopping.register(Path(name))
        try:
            yield Path(name)
        finally:
            stopping.release(Path(name))
