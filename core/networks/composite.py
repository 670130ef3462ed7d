"""Networks made of several: the combined inputs and outputs of their members."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from ..errors import EngineError
from .model import Model


class _Together(TypedDict):
    """Fields of a Model that members share or add to."""

    bands: tuple[str, ...]
    classes: tuple[int, ...]
    levels: tuple[str, ...]
    file: str
    sha256: str
    size_bytes: int
    licence: str
    citation: str
    members: tuple[Model, ...]
    may_lack: tuple[str, ...]


def joined_model(entry: Mapping[str, Any], members: Sequence[Model]) -> Model:
    """The joined form (joined.py) of two networks, as the catalogue names it: grid and patches of the first."""
    first = members[0]
    return Model(
        **entry,
        **_together(members),
        finest_resolution=first.finest_resolution,
        multiple=first.multiple,
        patch=first.patch,
    )


def ensemble_model(members: Sequence[Model]) -> Model:
    """Networks whose probabilities are averaged (ensemble.py), on the coarsest grid of theirs.

    EngineError `bad-settings` for networks that cannot run on the same product or patch.
    """
    names = "+".join(model.name for model in members)
    if any(model.members for model in members):
        raise EngineError("bad-settings", f"One of {names} is made of several networks already. Choose single ones.")
    fields = _together(members)
    patches = {model.patch for model in members if model.patch}
    multiple = math.lcm(*(model.multiple for model in members))
    if not fields["levels"]:
        raise EngineError("bad-settings", f"The networks of {names} run on different product levels. Choose others.")
    if len({model.standardised for model in members}) > 1:
        raise EngineError(
            "bad-settings", f"Not all of {names} take each patch by its own mean and deviation. Choose others."
        )
    if len(patches) > 1 or any(patch % multiple for patch in patches):
        raise EngineError("bad-settings", f"The networks of {names} take patches of different sizes. Choose others.")
    return Model(
        name=names,
        label=" + ".join(model.short_name for model in members),
        title=" and ".join(model.title for model in members),
        network="ensemble",
        **fields,
        finest_resolution=max(model.finest_resolution for model in members),
        multiple=multiple,
        patch=patches.pop() if patches else None,
        standardised=members[0].standardised,
    )


def _together(members: Sequence[Model]) -> _Together:
    return {
        "bands": tuple(dict.fromkeys(band for model in members for band in model.bands)),
        "classes": tuple(sorted({value for model in members for value in model.classes})),
        "levels": tuple(level for level in members[0].levels if all(level in model.levels for model in members)),
        "file": "",
        "sha256": "+".join(model.sha256 for model in members),
        "size_bytes": sum(model.size_bytes for model in members),
        "licence": "; ".join(dict.fromkeys(model.licence for model in members)),
        "citation": "; ".join(dict.fromkeys(model.citation for model in members)),
        "members": tuple(members),
        "may_lack": tuple(
            band
            for band in dict.fromkeys(band for model in members for band in model.may_lack)
            if all(band in model.may_lack for model in members if band in model.bands)
        ),
    }
