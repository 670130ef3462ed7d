"""What a product is, what it lacks, and which models can run on it."""

from __future__ import annotations

from typing import Any

from ..networks.catalog import Model, model_state, models, why_missing
from ..networks.missing_bands import bands_to_read
from ..products.doubts import doubts
from ..products.granule import Granule, Product
from ..products.grid import product_grid
from ..products.reader import read_footprint


def product_facts(product: Product) -> dict[str, Any]:
    """Facts of a product as JSON types: see the command `info --json` in docs/commands.md."""

    first = product.granules[0]
    return {
        "event": "product",
        "path": product.path,
        "name": product.name,
        "mission": first.mission,
        "level": first.level,
        "baseline": first.baseline,
        "sensing_time": first.sensing_time,
        "granules": [_granule_facts(granule) for granule in product.granules],
        "failures": [failure.message for failure in product.failures],
        "models": [
            {"name": model.name, "can_run": not reason, "reason": reason}
            for model in models()
            for reason in (_reason_against(model, product),)
        ],
    }


def _granule_facts(granule: Granule) -> dict[str, Any]:

    footprint = read_footprint(granule, list(granule.bands))
    return {
        "name": granule.name,
        "tile": granule.tile,
        "crs": granule.crs,
        "bounds": list(product_grid(granule, 10).bounds),
        "bands": [
            {
                "name": band.name, "path": band.path, "resolution": band.resolution, "width": band.width,
                "height": band.height, "offset": band.offset, "quantification": band.quantification,
                "index": band.index,
            }
            for band in granule.bands.values()
        ],
        "missing": list(granule.missing),
        "broken": {band: error.message for band, error in granule.broken.items()},
        "notes": doubts(granule, list(granule.bands)),
        "own_masks": [{"kind": mask.kind, "path": mask.path} for mask in granule.own_masks],
        "true_colour": granule.true_colour,
        "no_data_share": round(1 - float(footprint.mean()), 4),
    }  # fmt: skip


def _reason_against(model: Model, product: Product) -> str:
    """Why a model cannot run on a product; empty when it can."""

    level = product.granules[0].level
    if level not in model.levels:
        return f"runs on {' and '.join(model.levels)}, this is {level}"
    # A granule that lacks something is told on its own; the others are masked.
    missing, granule = min(
        (
            ([band for band in bands_to_read(granule, model) if band not in granule.bands], granule)
            for granule in product.granules
        ),
        key=lambda one: len(one[0]),
    )
    for band in missing:
        if band in granule.broken:  # as the mask itself would end
            return granule.broken[band].message
    if missing:
        return f"needs {' '.join(missing)}, which this product lacks"
    if model_state(model) == "missing":
        return why_missing(model)
    return ""
