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
) -> list[MaskResult]:
    """Mask a Sentinel-2 product into the folder `out`; returns one result per granule, in the product's order.

    Both are paths, or addresses such as `s3://bucket/folder`; the paths of a result are then GDAL's (`/vsis3/…`).
    The options are those of the command `s2cloudmask mask`, which writes the same bytes. `resolution` in metres;
    `model` a name, names joined by `+`, or a weights file; `patch`, `overlap` and `buffer` in pixels; `bounds` is
    (xmin, ymin, xmax, ymax) in `bounds_crs`, or in the product's CRS when None. `refinement`: thresholds, margins in
    metres, smallest object and holes, a `Refinement` of `s2cloudmask.core.masking.refinement`. `on_progress` is called
    with the share of the work that is done, 0 to 1.

    A mask that is there already and is this very one is returned as it is, `skipped`. Raises EngineError, whose `code`
    is one of `s2cloudmask.core.errors.CODES` and whose message says what to do; `exists` when another mask is there
    and `overwrite` is False. What is not finished is taken away; granules that did not fail are done.
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
        request.mask([str(product)], collector)
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
