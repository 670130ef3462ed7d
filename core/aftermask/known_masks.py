"""The masks of products: existing ones are found by what they were made from, missing ones are made."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from ..errors import EngineError, internal_sentence
from ..events import Reporter
from ..masking.settings import Bounds
from ..products.granule import Granule, ProductIdentity
from ..products.product import open_product
from ..rasters.mask_files import MaskFiles
from ..runs.mask_request import MaskRequest
from .looks import MaskedGranule

MASKING = 0.8  # share of a run's progress for masks that have to be made

Key = tuple[str, ...]


@dataclass(frozen=True)
class Gathered:
    """Granules with their masks, and the products that are left out with the reason."""

    parts: tuple[MaskedGranule, ...]
    left_out: tuple[tuple[str, EngineError], ...]


def open_granules(products: Sequence[str]) -> tuple[list[tuple[str, Granule]], list[tuple[str, EngineError]]]:
    """(product as given, granule) of every product that can be opened, each granule once; and those that cannot."""
    opened: dict[Key, tuple[str, Granule]] = {}
    refused = []
    for product in dict.fromkeys(products):
        try:
            for granule in open_product(product).granules:
                key = granule_key(granule)
                if key in opened:
                    raise EngineError("exists", f"{product} is the same product as {opened[key][0]}; it is used once.")
                opened[key] = product, granule
        except EngineError as error:
            refused.append((product, error))
        except Exception as error:
            refused.append((product, EngineError("internal", internal_sentence(product, error))))
    return list(opened.values()), refused


def granule_key(granule: Granule) -> Key:
    """What tells one sensed and processed tile from any other, whatever its folder is called."""
    return astuple(granule.identity)


def _key(facts: dict[str, Any]) -> Key | None:
    """The key of the granule that a mask was made from, by the identity in its .json; None where that does not tell."""
    identity = facts.get("identity")
    product = identity.get("product") if isinstance(identity, dict) else facts.get("product_identity")
    try:
        return astuple(ProductIdentity.from_json(product))
    except ValueError:
        return None


def known_masks(folder: str, bounds: Bounds | None = None) -> dict[Key, str]:
    """Mask files in a folder and below, by the granule that they were made from, as the .json beside each says.

    A mask whose product cannot be told is passed over, and so is one of an area only, unless it is of `bounds`. Of
    several masks of one granule the one with the plain name `…_cloudmask.tif` is taken. EngineError `bad-raster` where
    that does not decide.
    """
    found: dict[Key, list[str]] = {}
    for path in sorted(Path(folder).rglob("*_cloudmask*.tif")) if Path(folder).is_dir() else ():
        facts = mask_facts(str(path))
        key, area = _key(facts), facts.get("bounds")
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if key is not None and not hidden and area in (None, bounds and list(bounds)):
            found.setdefault(key, []).append(str(path))
    chosen = {}
    for key, paths in found.items():
        plain = [path for path in paths if path.endswith("_cloudmask.tif")]
        if len(paths) > 1 and len(plain) != 1:
            raise EngineError(
                "bad-raster",
                f"{folder} holds {len(paths)} masks of one product: {', '.join(Path(path).name for path in paths)}. "
                "Keep one of them there.",
            )
        chosen[key] = (plain or paths)[0]
    return chosen


def mask_facts(mask: str) -> dict[str, Any]:
    """What the .json beside a mask says; empty when it is not there or no JSON object."""
    try:
        facts = json.loads(Path(mask).with_suffix(".json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return facts if isinstance(facts, dict) else {}


def masked(granule: Granule, mask: str) -> MaskedGranule:
    """A granule with a mask of its own and what lies beside that."""
    facts = mask_facts(mask)
    beside = MaskFiles(Path(mask)).confidence
    if isinstance(facts.get("confidence"), str):  # it may have a name of its own
        beside = beside.parent / facts["confidence"]
    return MaskedGranule(granule, mask, str(beside) if beside.is_file() else None, facts)


def gather(granules: Sequence[tuple[str, Granule]], masks: str, request: MaskRequest, reporter: Reporter) -> Gathered:
    """The masks of granules: those in the folder `masks`, and the others made there as `request` says.

    The events of a mask that is made pass on as progress and notes; one that fails is left out with its reason.
    """
    there = known_masks(masks, request.settings.bounds)
    parts = [masked(granule, there[key]) for _, granule in granules if (key := granule_key(granule)) in there]
    missing = {granule_key(granule): (product, granule) for product, granule in granules}
    missing = {key: value for key, value in missing.items() if key not in there}
    if not missing:
        return Gathered(tuple(parts), ())
    listener = _Listener(reporter)
    request.mask(list(dict.fromkeys(product for product, _ in missing.values())), listener)
    left_out = dict(listener.errors)
    for product, granule in missing.values():
        if mask := listener.masks.get((product, granule.name)):
            parts.append(masked(granule, mask))
        elif product not in left_out:
            left_out[product] = EngineError("internal", f"{product} gave no mask and no reason. Please report it.")
    return Gathered(tuple(parts), tuple(left_out.items()))


class _Listener(Reporter):
    """Keeps the masks and errors of a run inside another, and passes its progress on."""

    def __init__(self, outer: Reporter) -> None:
        super().__init__()
        self._outer = outer
        self.masks: dict[tuple[str, str], str] = {}
        self.errors: dict[str, EngineError] = {}

    def progress(self, product: str, stage: str, fraction: float) -> None:
        self._outer.progress(product, stage, MASKING * fraction)

    def note(self, message: str) -> None:
        self._outer.note(message)

    def _emit(self, event: Mapping[str, Any]) -> None:
        if event["event"] == "start" and event.get("model"):
            self._outer.note(f"Masks are made with {event['model']} on {event['device']}. {event.get('reason') or ''}")
        elif event["event"] == "result":
            self.masks[event["product"], event["granule"]] = event["mask"]
        elif event["event"] == "error":
            self.errors[event["product"]] = EngineError(event["code"], event["message"])
