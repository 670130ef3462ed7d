"""For scripts: mask a product with one call, in the engine's environment. Stable; docs/api.md shows it at work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from .errors import EngineError
from .events import Reporter
from .mask_result import MaskResult
from .masking.refinement import Refinement
from .masking.settings import MaskSettings
from .products.grid import RESOLUTIONS
from .runs.mask_request import MaskRequest
from .runs.predictors import Predictors as Networks
from .system import gdal_settings
from .system.memory import cores


def mask_product(
    product: str | Path,
    out: str | Path,
    *,
    resolution: int = 20,
    model: str | Path = "auto",
    device: str = "auto",
    precision: str = "auto",
    patch: int | None = None,
    overlap: int | None = None,
    tta: int = 0,
    bounds: tuple[float, float, float, float] | None = None,
    bounds_crs: str | None = None,
    buffer: int = 0,
    refinement: Refinement | None = None,
    confidence: bool = False,
    overwrite: bool = False,
    on_progress: Callable[[float], None] | None = None,
    networks: Networks | None = None,
) -> list[MaskResult]:
    """Mask a Sentinel-2 product into a folder, with the options and to the very bytes of `s2cloudmask mask`.

    A mask that exists already and is this very one is returned as it is, `skipped`. Unfinished files are removed;
    granules that did not fail are done.

    Parameters
    ----------
    product, out : str or Path
        A path, or an address such as `s3://bucket/folder`; the paths of a result are then GDAL's (`/vsis3/…`).
    resolution : int
        Metres: 10, 20, 30 or 60.
    model : str or Path
        A name, names joined by `+`, or a weights file.
    device, precision : str
        As in the command; "auto" takes the best there is.
    patch, overlap, buffer : int
        Pixels; None for what suits the network.
    tta : int
        Turned and mirrored views to average; 0 for none.
    bounds : (xmin, ymin, xmax, ymax), optional
        The area to mask.
    bounds_crs : str, optional
        CRS of `bounds`; the product's when None.
    refinement : Refinement, optional
        Of `s2cloudmask.core.masking.refinement`: thresholds, margins in metres, smallest object and holes.
    confidence : bool
        Write the probabilities as well.
    overwrite : bool
        Replace another mask of the same name.
    on_progress : callable, optional
        Takes the share of the work that is done, 0 to 1.
    networks : Networks, optional
        Keeps what it opens for the next call: for a loop over products or small areas.

    Returns
    -------
    list of MaskResult
        One per granule, in the product's order.

    Raises
    ------
    EngineError
        Its `code` is one of `s2cloudmask.core.errors.CODES`, its message says what to do; `exists` when another mask
        has the name and `overwrite` is False.
    """
    if resolution not in RESOLUTIONS:
        raise EngineError("bad-settings", f"A resolution of {resolution} m is not possible. Choose 10, 20, 30 or 60.")
    settings = MaskSettings(
        resolution=resolution,
        patch=patch,
        overlap=overlap,
        tta=tta,
        bounds=bounds,
        bounds_crs=bounds_crs,
        buffer=buffer,
        confidence=confidence,
        overwrite=overwrite,
        threads=cores(),
        refinement=refinement,
    )
    request = MaskRequest((str(model),), settings, str(out), None, device, precision)
    collector = _Collector(on_progress)
    with gdal_settings.environment():
        fits = networks and networks.serves(device, precision)
        request.mask([str(product)], collector, networks if fits else None)
    if collector.failed:
        raise collector.failed
    return collector.masks


class _Collector(Reporter):
    """Keeps the masks of a run and its first error; passes its progress on."""

    def __init__(self, on_progress: Callable[[float], None] | None) -> None:
        super().__init__()
        self.masks: list[MaskResult] = []
        self.failed: EngineError | None = None
        self._on_progress = on_progress

    def mask(self, result: MaskResult) -> None:
        """Keep it."""
        self.masks.append(result)

    def error(self, product: str, code: str, message: str) -> None:
        """Keep the first."""
        self.failed = self.failed or EngineError(code, message)

    def progress(self, product: str, stage: str, fraction: float) -> None:
        """Pass it on, every one."""
        if self._on_progress:
            self._on_progress(round(fraction, 4))
