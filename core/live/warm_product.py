"""A product held open between views: its files, plans and the whole of it at a glance, while it stays unchanged."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import numpy as np

from ..errors import EngineError
from ..masking.glance import METRES, glance_plan
from ..masking.mask_granule import plan_mask
from ..masking.patch_source import MaskPlan
from ..masking.settings import MaskSettings
from ..networks.missing_bands import bands_to_read
from ..networks.model import Model
from ..products import no_data
from ..products.area import area_window
from ..products.granule import Granule
from ..products.grid import PixelWindow, product_grid
from ..products.product import open_product
from ..products.reader import Reader, read_footprint


class WarmGranule:
    """One granule with its files open. To be read in one thread."""

    def __init__(self, granule: Granule, threads: int) -> None:
        self.granule = granule
        self._plans: dict[tuple[Model, int], MaskPlan] = {}
        self._footprints: dict[tuple[str, ...], np.ndarray] = {}
        self._reader = Reader(granule, list(granule.bands), product_grid(granule, 60), threads=threads)

    def close(self) -> None:
        """Close the files."""
        self._reader.close()

    def plan(self, model: Model, resolution: int) -> MaskPlan:
        """The plan of a whole run. EngineError as `plan_mask` raises it."""
        key = model, resolution
        if key not in self._plans:
            self.granule.require(bands_to_read(self.granule, model))
            settings = MaskSettings(resolution=resolution)
            self._plans[key] = plan_mask(self.granule, model, settings, self._footprint(model))
        return self._plans[key]

    def glance(self, model: Model) -> MaskPlan:
        """The plan of a glance at the whole granule."""
        key = model, METRES
        if key not in self._plans:
            self._plans[key] = glance_plan(self.granule, model, self._footprint(model))
        return self._plans[key]

    def _footprint(self, model: Model) -> np.ndarray:
        bands = bands_to_read(self.granule, model)
        if bands not in self._footprints:
            self._footprints[bands] = read_footprint(self.granule, bands)
        return self._footprints[bands]

    def read(self, plan: MaskPlan, window: PixelWindow, is_wanted: Callable[[], bool] = lambda: True) -> np.ndarray:
        """Numbers of a window of the plan's network's grid.

        Returns
        -------
        (bands, rows, cols) uint16
            Digital numbers.

        Raises
        ------
        EngineError
            `broken-band`.
        CancelledError
            As `Reader.read`.
        """
        return self._reader.on(plan.network_grid, plan.bands).read(window, is_wanted)

    def valid(self, plan: MaskPlan, window: PixelWindow) -> np.ndarray:
        """Where a window of the mask's grid holds data.

        Returns
        -------
        (rows, cols) bool
            Exact at every edge.

        Raises
        ------
        EngineError
            `broken-band`.
        """
        bands = plan.bands
        if plan.network_grid != plan.grid:  # as a whole run reads the finer grid: the bands that tell
            tested = no_data.tested_bands([self.granule.bands[name] for name in bands])
            bands = tuple(bands[at] for at in tested)
        reader = self._reader.on(plan.grid, bands)
        return reader.read_valid(window)[1]


class WarmProduct:
    """A product with its granules open, as its files were when it was opened."""

    def __init__(self, path: str, threads: int) -> None:
        product = open_product(path)
        self.path = path
        self._files = [path, *(band.path for granule in product.granules for band in granule.bands.values())]
        self._stamps = self._stamp()
        self.granules: list[WarmGranule] = []
        try:
            for granule in product.granules:
                self.granules.append(WarmGranule(granule, threads))
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close all files."""
        for granule in self.granules:
            granule.close()

    @property
    def is_as_opened(self) -> bool:
        """Whether its files are those that were opened. An open file outlives its removal, and must not be shown."""
        return self._stamps == self._stamp()

    def _stamp(self) -> tuple:
        return tuple(_stamps(self._files))

    def under(self, bounds: tuple[float, float, float, float], crs: str | None) -> WarmGranule:
        """The granule of which the view shows most; the first when it shows none. EngineError `bad-settings`."""
        shown = []
        for granule in self.granules:
            try:
                window = area_window(product_grid(granule.granule, 60), bounds, crs, self.path)
                shown.append(window.height * window.width)
            except EngineError as error:
                if error.code != "outside-product":
                    raise
                shown.append(0)
        return self.granules[shown.index(max(shown))]


def _stamps(paths: list[str]) -> Iterator[tuple[int, int, int] | None]:
    for path in paths:
        try:
            state = os.stat(path)
            yield state.st_ino, state.st_size, state.st_mtime_ns
        except (OSError, ValueError):  # within an archive, at an address, or gone
            yield None
