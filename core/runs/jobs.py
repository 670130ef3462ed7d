"""One mask to make, and all of those that a run asks for."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import EngineError, internal_sentence
from ..masking.mask_granule import MaskSettings
from ..networks.catalog import Model, auto_model
from ..networks.ensemble import find_network
from ..products.granule import Granule
from ..products.product import open_product


@dataclass(frozen=True)
class Job:
    """One mask to make: of `granule`, with `model`, into `target`. `product` is the path as the user gave it."""

    product: str
    granule: Granule
    model: Model
    reason: str
    target: Path


def _jobs(
    products: Sequence[str], models: Sequence[str], settings: MaskSettings, out: str | None, mask_file: str | None
) -> tuple[list[Job], list[tuple[str, EngineError]]]:
    """What there is to do, and the products that cannot run with the reason."""

    jobs: list[Job] = []
    refused: list[tuple[str, EngineError]] = []
    targets: set[Path] = set()
    for product in dict.fromkeys(products):
        try:
            opened = open_product(product)
            refused += [(product, failure) for failure in opened.failures]
            for granule in opened.granules:
                for asked in models or ("auto",):
                    reason = ""
                    if asked == "auto":
                        model, reason = auto_model(granule.level, settings.resolution, granule.bands)
                    else:
                        model = find_network(asked)
                    target = (
                        Path(mask_file)
                        if mask_file
                        else Path(out or ".") / mask_name(granule, model, settings.resolution, len(set(models)) > 1)
                    )
                    target = Path(os.path.abspath(target))
                    if target in targets:
                        raise EngineError(
                            "exists", f"{target} would hold the masks of two products; {product} is left out. "
                            "Rename one, or give it another output folder.",
                        )  # fmt: skip
                    targets.add(target)
                    jobs.append(Job(product, granule, model, reason, target))
        except EngineError as error:
            refused.append((product, error))
        except Exception as error:
            refused.append((product, EngineError("internal", internal_sentence(product, error))))
    return jobs, refused


def mask_name(granule: Granule, model: Model, resolution: int, with_model: bool) -> str:
    """File name of a mask: `<product>_cloudmask.tif`, or `<product>_<resolution>m_<model>.tif` among several."""
    if not with_model:
        return f"{granule.name}_cloudmask.tif"
    return f"{granule.name}_{resolution}m_{model.name.replace(os.sep, '_')}.tif"
