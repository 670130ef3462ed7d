"""The cloud mask that came with a product (MSK_CLASSI, MSK_CLOUDS, SCL) on our grid, in our classes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from rasterio.windows import Window

from ..classes import NO_DATA
from ..errors import EngineError
from ..mask_result import MaskResult
from ..products.granule import BELOW_1_MICROMETRE, Granule, OwnMask
from ..products.grid import Grid, PixelWindow, product_grid
from ..products.reader import Reader
from ..rasters.class_maps import preset
from ..rasters.class_raster import product_facts, write_classes
from ..system.gdal_settings import open_band
from .cloud_polygons import THICK, THIN, rasterise_clouds

STRIP = 1024  # rows at a time


@dataclass(frozen=True)
class OwnMaskKind:
    """One of the three forms: its legend by class value, and a sentence on what it lacks."""

    kind: str
    title: str
    classes: dict[int, str]
    lacks: tuple[str, ...]
    note: str


# In the order of how much they tell. Definitions: Sentinel-2 Products Specification (S2-PDGS-TAS-DI-PSD), QI_DATA.
KINDS = {
    "scl": OwnMaskKind(
        "scl",
        "Scene classification (SCL)",
        {0: "Clear", 1: "Cloud of medium or high probability", 2: "Thin cirrus", 3: "Cloud shadow"},
        (),
        "Sen2Cor's scene classification at 20 m; saturated or defective pixels are no data.",
    ),
    "classi": OwnMaskKind(
        "classi",
        "Cloud classification (MSK_CLASSI)",
        {0: "Clear, or cloud shadow", 1: "Opaque cloud", 2: "Cirrus"},
        ("cloud_shadow",),
        "MSK_CLASSI has no shadow class: shadow counts as clear. It is made at 60 m; its snow counts as clear.",
    ),
    "clouds-gml": OwnMaskKind(
        "clouds-gml",
        "Cloud polygons (MSK_CLOUDS)",
        {0: "Clear, or cloud shadow", 1: "Opaque cloud", 2: "Cirrus"},
        ("cloud_shadow",),
        "MSK_CLOUDS has no shadow class: shadow counts as clear. Its polygons are drawn on a 60 m grid.",
    ),
}


def choose_own_mask(granule: Granule, kind: str | None = None) -> OwnMask:
    """The product's mask of one kind, or the one that tells most; EngineError "bad-raster" when it has none."""
    for wanted in [kind] if kind else KINDS:
        for mask in granule.own_masks:
            if mask.kind == wanted:
                return mask
    has = ", ".join(mask.kind for mask in granule.own_masks)
    raise EngineError(
        "bad-raster",
        f"{granule.product_path} came without {KINDS[kind].title if kind else 'a cloud mask of its own'}"
        + (f"; it has {has}. Choose that one." if has else ". Download the product again, whole."),
    )


def write_own_mask(
    granule: Granule,
    target: Path,
    *,
    resolution: int = 20,
    kind: str | None = None,
    on_progress: Callable[[float], None] = lambda fraction: None,
    overwrite: bool = False,
    announce: Callable[[MaskResult], None] = lambda result: None,
) -> MaskResult:
    """Write the product's own mask of one granule as a mask file of ours, with its .qml and .json.

    No data is where the product has none: DN 0 in a band below 1 µm, or class 0 or 1 of SCL.
    announce: tells of the finished mask.
    Raises EngineError: "exists", "bad-raster" (none there, not readable), "broken-metadata" (GML), "grid-mismatch".
    """

    own = choose_own_mask(granule, kind)
    form = KINDS[own.kind]
    grid = product_grid(granule, resolution)
    rows = own_mask_rows(granule, own, grid)
    facts = {
        **product_facts(granule),
        "model": f"own:{form.kind}",
        "model_title": form.title,
        "kind": form.kind,
        "own_mask": own.name,
        "resolution": resolution,
        "lacks": list(form.lacks),
        "note": form.note,
    }
    return write_classes(
        target, grid, rows, facts, form.classes, on_progress, granule=granule, overwrite=overwrite, announce=announce
    )


def own_mask_rows(granule: Granule, own: OwnMask, grid: Grid) -> Iterator[np.ndarray]:
    """The product's own mask, from top to bottom.

    Yields
    ------
    (rows, cols) uint8
        Our classes, 255 no data.

    Raises
    ------
    EngineError
        The mask, or a band that tells where there is data, cannot be read.
    """
    if own.kind == "scl":
        scl = preset("scl")
        for values in _raster_rows(own, grid, [1]):
            yield scl.apply(values[0])
        return
    if own.kind == "classi" and own.flags:
        opaque, cirrus = own.flags
        flags = (values[0] for values in _raster_rows(own, grid, [1]))
        rows = (_classes((part & opaque) > 0, (part & cirrus) > 0) for part in flags)
    elif own.kind == "classi":
        rows = (_classes(values[0] == 1, values[1] == 1) for values in _raster_rows(own, grid, [1, 2]))
    else:
        whole = rasterise_clouds(granule, own, grid)
        rows = (whole[row : row + STRIP] for row in range(0, grid.height, STRIP))
    for classes, valid in zip(rows, _valid_rows(granule, grid), strict=True):
        classes[~valid] = NO_DATA
        yield classes


def _classes(opaque: np.ndarray, cirrus: np.ndarray) -> np.ndarray:

    classes = np.zeros(opaque.shape, np.uint8)
    classes[cirrus] = THIN
    classes[opaque] = THICK
    return classes


def _valid_rows(granule: Granule, grid: Grid) -> Iterator[np.ndarray]:
    """Where the product has data, strip by strip, by the very test that our masks use."""

    bands = [name for name in granule.bands if name in BELOW_1_MICROMETRE] or list(granule.bands)
    with Reader(granule, bands, grid) as reader:
        for row in range(0, grid.height, STRIP):
            rows = min(STRIP, grid.height - row)
            yield reader.read_valid(PixelWindow(row, 0, rows, grid.width))[1]


def _raster_rows(own: OwnMask, grid: Grid, bands: list[int]) -> Iterator[np.ndarray]:
    """Strips of a raster of the product's extent on `grid`: (bands, rows, cols), by the pixel each centre lies in."""

    def lies_in(start: int, count: int, grid_size: int, size: int) -> np.ndarray:
        return (2 * np.arange(start, start + count, dtype=np.int64) + 1) * size // (2 * grid_size)

    try:
        with open_band(own.path) as raster:
            if raster.count < max(bands):
                raise EngineError(
                    "bad-raster",
                    f"{own.path} has {raster.count} band(s) instead of {max(bands)} or more. "
                    "Download the product again.",
                )
            _check_extent(raster, own, grid)
            cols = lies_in(0, grid.width, grid.width, raster.width)
            for row in range(0, grid.height, STRIP):
                rows = lies_in(row, min(STRIP, grid.height - row), grid.height, raster.height)
                window = Window(0, rows[0], raster.width, rows[-1] - rows[0] + 1)
                yield raster.read(bands, window=window)[:, rows - rows[0]][:, :, cols]
    except rasterio.errors.RasterioError as problem:
        raise EngineError(
            "bad-raster", f"{own.path} cannot be read: {problem}. Download the product again."
        ) from problem


def _check_extent(raster, own: OwnMask, grid: Grid) -> None:
    if raster.crs is None:
        return
    corners = [(t @ (0, 0), t @ (w, h)) for t, w, h in (
        (raster.transform, raster.width, raster.height), (grid.transform, grid.width, grid.height))]  # fmt: skip
    apart = max(abs(a - b) for ours, theirs in zip(*corners, strict=True) for a, b in zip(ours, theirs, strict=True))
    if apart > max(abs(raster.transform.a), abs(grid.transform.a)):
        raise EngineError(
            "grid-mismatch", f"{own.path} does not lie where the bands of the product do. Download the product again."
        )
