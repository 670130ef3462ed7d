"""A new mask from a confidence raster or a mask, by the user's thresholds and margins, without predicting again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.windows import Window

from ..classes import CLASSES
from ..errors import EngineError
from ..mask_result import MaskResult
from ..masking.refinement import STRIP, Refinement, classify, cleaned, with_margins
from ..products.grid import Grid
from ..products.ground_size import earthly, ground_pixel, nominal_metres
from ..rasters.class_raster import write_classes
from ..rasters.mask_files import is_tiff
from ..rasters.mask_values import check_classes, check_maker
from ..rasters.raster_file import opened_raster, refuse_inputs
from ..version import version


def refine(
    source: str,
    out: str,
    refinement: Refinement,
    on_progress: Callable[[float], None] = lambda fraction: None,
    overwrite: bool = False,
    announce: Callable[[MaskResult], None] = lambda result: None,
    note: Callable[[str], None] = lambda sentence: None,
) -> MaskResult:
    """Write a mask (.tif, .qml, .json) from a confidence raster, or from a mask where no threshold is given.

    First the thresholds, then specks and pinholes, then margins. The provenance is that of the source, with what was
    asked here under `refined`. `note` takes a sentence on a class that is asked for and that the network does not tell.
    Memory holds the classes of the whole mask twice (240 MB of a full tile at 10 m).

    Raises EngineError "bad-raster" when the source is neither, "bad-settings" when nothing is asked, a threshold is
    asked of a mask, or the output is the source; "exists", "output-folder", "disk-full", "busy".
    """
    if refinement == Refinement():
        raise EngineError("bad-settings", "There is nothing to refine. Give a threshold, a margin, or a smallest area.")
    target = Path(out)
    if not is_tiff(target):
        raise EngineError("bad-settings", f"{out} must end with .tif: a mask is a GeoTIFF.")
    refuse_inputs(target, [source])
    with opened_raster(source) as raster:
        check_source(raster, source, refinement)
        classes = np.empty((raster.height, raster.width), np.uint8)
        for row in range(0, raster.height, STRIP):
            window = Window(0, row, raster.width, min(STRIP, raster.height - row))
            values = read_source(raster, window)
            classes[row : row + window.height] = values[0] if raster.count == 1 else classify(values, refinement)
            on_progress(0.3 * (row + window.height) / raster.height)
        facts, of_mask = source_facts(source, raster.tags()), raster.count == 1
        grid = mask_grid(raster, facts)
        pixel = ground_pixel(raster, raster.height / 2, grid.resolution)
    classes = cleaned(classes, refinement, pixel[0] * pixel[1])
    on_progress(0.5)
    titles = titles_of(facts)
    identity = facts.get("identity")
    if isinstance(identity, dict):
        facts["product_identity"] = identity.get("product")
    for name in ("identity", "confidence"):  # it is no longer the mask that its network made
        facts.pop(name, None)
    refined = {"from": Path(source).name, "version": version(), **asdict(refinement)}
    if of_mask and "refined" in facts:  # the probabilities know nothing of what was made of them
        refined["before"] = facts["refined"]
    elif not of_mask and "buffer" in facts:
        facts["buffer"] = 0
    facts["refined"] = refined
    if unused := refinement.unused(titles):
        facts["notes"] = [*facts.get("notes", ()), *unused]
        for sentence in unused:
            note(sentence)
    return write_classes(
        target, grid, with_margins(classes, refinement, pixel), facts, titles,
        lambda share: on_progress(0.5 + 0.5 * share), overwrite=overwrite, announce=announce,
    )  # fmt: skip


def check_source(raster: rasterio.DatasetReader, source: str, refinement: Refinement) -> None:
    """EngineError when a raster is neither confidence nor mask, or a mask while thresholds are asked for."""
    if raster.count not in (1, len(CLASSES)) or set(raster.dtypes) != {"uint8"}:
        raise EngineError(
            "bad-raster",
            f"{source} has {raster.count} band(s) of {raster.dtypes[0]}; a confidence raster has {len(CLASSES)} of "
            "uint8, a mask 1. Give one of them.",
        )
    if raster.count == 1:
        check_maker(raster)
    if raster.count == 1 and refinement.thresholds:
        raise EngineError(
            "bad-settings",
            f"{source} is a mask, which holds no probabilities. Give the confidence raster (mask --confidence) for "
            "thresholds.",
        )


def mask_rows(raster: rasterio.DatasetReader) -> Iterator[np.ndarray]:
    """Read a mask strip by strip, from top to bottom.

    Yields
    ------
    (rows, cols) uint8
        Classes.

    Raises
    ------
    EngineError
        `bad-raster`: it cannot be read, or holds other values.
    """
    for row in range(0, raster.height, STRIP):
        yield read_source(raster, Window(0, row, raster.width, min(STRIP, raster.height - row)))[0]


def read_source(raster: rasterio.DatasetReader, window: Window, shape: tuple[int, int] | None = None) -> np.ndarray:
    """Read a window of a mask or a confidence raster.

    Parameters
    ----------
    shape : (int, int), optional
        Rows and columns, fewer than those of the window; all of them when None.

    Returns
    -------
    (bands, rows, cols) uint8

    Raises
    ------
    EngineError
        `bad-raster`: it cannot be read, or is a mask of other values.
    """
    try:
        values = raster.read(window=window, out_shape=shape and (raster.count, *shape))
    except rasterio.errors.RasterioError as problem:
        raise EngineError("bad-raster", f"{raster.name} cannot be read: {problem}. Check the file.") from problem
    if raster.count == 1:
        check_classes(values, raster.name)
    return values


def mask_grid(raster: rasterio.DatasetReader, facts: dict[str, Any]) -> Grid:
    """Grid of a mask: its resolution is that on the ground, or without a CRS the one that its provenance states."""
    stated = facts.get("resolution")
    if earthly(raster.crs) or not isinstance(stated, int) or stated < 1:
        stated = nominal_metres(raster)
    return Grid(raster.crs.to_string() if raster.crs else "", raster.transform, raster.width, raster.height, stated)


def source_facts(source: str, tags: dict[str, str]) -> dict[str, Any]:
    """Where a mask or confidence raster comes from: the .json beside it or beside its mask, else its own tags."""
    path = Path(source)
    for name in (
        path.stem,
        f"{path.stem.removesuffix('_confidence')}_cloudmask",
        path.stem.removesuffix("_confidence"),
    ):
        try:
            facts = json.loads(path.with_name(f"{name}.json").read_text("utf-8"))
        except (OSError, ValueError):
            continue
        if isinstance(facts, dict):
            return facts
    return {name.lower(): _plain(value) for name, value in tags.items() if name not in ("AREA_OR_POINT", "SCALE")}


def _plain(value: str) -> Any:
    try:
        return json.loads(value) if value[:1] in '{["' or value[:1].isdigit() else value
    except ValueError:
        return value


def titles_of(facts: dict[str, Any]) -> dict[int, str]:
    """Legend of the source, else that of all our classes."""
    legend = facts.get("classes")
    known = {str(item.value): item.title for item in CLASSES}
    if isinstance(legend, dict) and legend and set(legend) <= set(known):
        return {int(value): str(title) for value, title in legend.items()}
    return {item.value: item.title for item in CLASSES}
