"""A mask that another algorithm made, written as a mask file of ours: classes, colours, provenance."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from ..classes import class_fractions
from ..errors import EngineError
from ..mask_result import MaskResult
from ..products.granule import Granule
from ..products.grid import Grid
from ..version import version
from . import mask_file
from .mask_files import SOFTWARE, MaskFiles, is_tiff
from .unfinished import unfinished_folder


def write_classes(
    target: Path,
    grid: Grid,
    rows: Iterable[np.ndarray],
    facts: dict[str, Any],
    titles: dict[int, str],
    on_progress: Callable[[float], None],
    *,
    granule: Granule | None = None,
    overwrite: bool = False,
    announce: Callable[[MaskResult], None] = lambda result: None,
    beside: Mapping[str, str] | None = None,
) -> MaskResult:
    """Write a mask file from its classes, whole or not at all.

    Parameters
    ----------
    rows : (n, width) uint8 each
        Classes, from top to bottom.
    facts : dict
        Become the file's tags and its .json; the legend and the shares are added.
    announce : callable
        Told of the finished mask.
    beside : dict of str
        Text of further files, by their names; they get them in one step with the mask.

    Raises
    ------
    EngineError
        `exists`: a file is there already and `overwrite` is False.
    """
    began = time.monotonic()
    files = MaskFiles(Path(os.path.abspath(target)))
    files.refuse_others()
    if files.mask.exists() and not overwrite:
        raise EngineError("exists", f"{files.mask} already exists. Ask to overwrite it, or choose another name.")

    counts = np.zeros(256, np.int64)
    with unfinished_folder(files.mask) as folder:
        writer = mask_file.RowWriter(folder / "classes.tif", grid)
        try:
            done = 0
            for classes in rows:
                counts += np.bincount(classes.ravel(), minlength=256)
                writer.write(classes[None])
                done += classes.shape[0]
                on_progress(done / grid.height)
            fractions = class_fractions(counts, titles)
            legend = {str(value): title for value, title in titles.items()}
            facts = {**facts, "classes": legend, "fractions": fractions}
            mask_file.finish_mask(
                writer, files.inside(folder), facts, titles, source=granule.product_path if granule else ""
            )
        finally:
            writer.close()
        result = MaskResult(
            product=granule.product_path if granule else str(facts.get("product", "")),
            granule=granule.name if granule else files.mask.stem,
            mask=str(files.mask),
            qml=str(files.qml),
            json=str(files.json),
            confidence=None,
            fractions=fractions,
            facts=facts,
            seconds=time.monotonic() - began,
            true_colour=granule.true_colour if granule else None,
            bands={name: band.path for name, band in granule.bands.items()} if granule else {},
        )
        for name, text in (beside or {}).items():
            (folder / name).write_text(text, "utf-8")
        mask_file.publish_mask(folder, files, None, lambda: announce(result), tuple(beside or ()))
    return result


def product_facts(granule: Granule) -> dict[str, Any]:
    """Where a mask comes from, as far as the product says it."""

    return {
        "software": SOFTWARE,
        "version": version(),
        "product": Path(granule.product_path).name,
        "mission": granule.mission,
        "tile": granule.tile,
        "level": granule.level,
        "baseline": granule.baseline,
        "sensing_time": granule.sensing_time,
        "product_identity": asdict(granule.identity),
    }


def mask_targets(out: Path, granules: list[str], ending: str) -> list[Path]:
    """`out` itself for one granule; `<granule>_<ending>.tif` in `out` for several, or when it is a folder.

    EngineError "bad-settings" when `out` is a file and the granules are several.
    """
    if len(granules) == 1 and is_tiff(out) and not out.is_dir():
        return [out]
    if is_tiff(out) and not out.is_dir():
        raise EngineError(
            "bad-settings", f"The product has {len(granules)} granules, and {out} is one file. Give a folder to --out."
        )
    return [out / f"{granule}_{ending}.tif" for granule in granules]
