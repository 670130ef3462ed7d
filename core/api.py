"""For scripts: mask a product with one call, in the engine's environment. Stable; docs/api.md shows it at work."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from .errors import EngineError
from .masking.mask_granule import MaskResult, MaskSettings, mask_granule
from .networks.catalog import auto_model
from .networks.ensemble import find_network, open_network
from .networks.model import Model
from .products.address import is_address, stem
from .products.granule import Granule
from .products.product import open_product
from .runs.bucket import FILES_OF_A_MASK, output_folder
from .runs.jobs import mask_name
from .system import gdal_settings
from .system.memory import cores

RESOLUTIONS = (10, 20, 30, 60)


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
    confidence: bool = False,
    overwrite: bool = False,
    on_progress: Callable[[float], None] | None = None,
) -> list[MaskResult]:
    """Mask a Sentinel-2 product into the folder `out`; returns one result a granule, in the product's order.

    Both are paths, or addresses such as `s3://bucket/folder`; the paths of a result are then GDAL's (`/vsis3/…`).
    The options are those of the command `s2cloudmask mask`, which writes the same bytes. `resolution` in metres;
    `model` a name, names joined by `+`, or a weights file; `patch`, `overlap` and `buffer` in pixels; `bounds` is
    (xmin, ymin, xmax, ymax) in `bounds_crs`, or in the product's CRS when None. `on_progress` is called with the share
    of the work that is done, 0 to 1.

    Raises EngineError, whose `code` is one of `s2cloudmask.core.errors.CODES` and whose message says what to do;
    `exists` when a mask is there already and `overwrite` is False. What is not finished is taken away.
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
    )
    with gdal_settings.environment(), ExitStack() as stack:
        granules = open_product(str(product)).granules
        far = stack.enter_context(output_folder(str(out))) if is_address(str(out)) else None
        if far:
            out = far.local
            if not overwrite:
                far.recall(stem(str(product)))
        network = _network(str(model), granules[0], resolution)
        targets = [Path(os.path.abspath(Path(out) / mask_name(item, network, resolution, False))) for item in granules]
        for target in targets:
            if target.exists() and not overwrite:
                place = f"{far.address}/{target.name}" if far else target
                raise EngineError("exists", f"{place} is there already. Pass overwrite=True, or another folder.")
        predictor = open_network(network, device=device, precision=precision)
        results = []
        for number, (granule, target) in enumerate(zip(granules, targets, strict=True)):

            def tell(_stage: str, fraction: float, number: int = number) -> None:
                if on_progress:
                    on_progress(round((number + fraction) / len(granules), 4))

            result = mask_granule(granule, target, predictor, settings, tell)
            if far:
                result = replace(result, **far.send({name: getattr(result, name) for name in FILES_OF_A_MASK}))
            results.append(result)
        return results


def _network(asked: str, granule: Granule, resolution: int) -> Model:
    return auto_model(granule.level, resolution, granule.bands)[0] if asked == "auto" else find_network(asked)
