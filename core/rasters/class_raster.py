"""A mask that another algorithm made, written as a mask file of ours: classes, colours, provenance."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np

from ..classes import class_fractions
from ..errors import EngineError
from ..products.granule import Granule
from ..products.grid import Grid
from ..version import version
from . import mask_file
from .unfinished import publish, unfinished_folder


def write_classes(
    target: Path,
    grid: Grid,
    rows: Iterable[np.ndarray],
    facts: dict[str, Any],
    titles: dict[int, str],
    on_progress: Callable[[float], None],
) -> dict[str, float]:
    """Write a mask file from its classes, (rows, cols) uint8 from top to bottom, whole or not at all; the class shares.

    The legend and the shares are added to `facts`, which become the file's tags and its .json.
    """

    counts = np.zeros(256, np.int64)
    with unfinished_folder(target) as folder:
        writer = mask_file.RowWriter(folder / "classes.tif", grid)
        try:
            done = 0
            for classes in rows:
                counts += np.bincount(classes.ravel(), minlength=256)
                writer.write(classes[None])
                done += classes.shape[0]
                on_progress(done / grid.height)
            fractions = class_fractions(counts)
            legend = {str(value): title for value, title in titles.items()}
            facts = {**facts, "classes": legend, "fractions": fractions}
            mask_file.finish_mask(writer, folder, target.stem, facts, titles)
        finally:
            writer.close()
        names = [f"{target.stem}{ending}" for ending in (".qml", ".json", ".tif.aux.xml", ".tif")]
        publish(folder, target.parent, names)
    return fractions


def product_facts(granule: Granule) -> dict[str, Any]:
    """Where a mask comes from, as far as the product says it."""

    return {
        "software": "Sentinel-2 Cloud Mask",
        "version": version(),
        "product": Path(granule.product_path).name,
        "mission": granule.mission,
        "tile": granule.tile,
        "level": granule.level,
        "baseline": granule.baseline,
        "sensing_time": granule.sensing_time,
    }


def mask_targets(out: Path, granules: list[str], ending: str) -> list[Path]:
    """`out` itself for one granule; `<granule>_<ending>.tif` in the folder `out` for several, or when it is one.

    EngineError "bad-settings" when `out` is a file and the granules are several.
    """
    if len(granules) == 1 and out.suffix.lower() in (".tif", ".tiff") and not out.is_dir():
        return [out]
    if out.suffix.lower() in (".tif", ".tiff"):
        raise EngineError(
            "bad-settings", f"The product has {len(granules)} granules, and {out} is one file. Give a folder to --out."
        )
    return [out / f"{granule}_{ending}.tif" for granule in granules]
