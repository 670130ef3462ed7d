"""Several networks as one: the mean of their class probabilities. Asked for as `NAME+NAME`."""

from __future__ import annotations

import math
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import tee
from operator import itemgetter

import numpy as np

from ..errors import EngineError
from .catalog import find_model
from .engines import open_predictor
from .model import Model
from .predictor import Predictor


@dataclass(frozen=True)
class Ensemble(Model):
    """Networks whose probabilities are averaged; bands, levels and grid are those that all of them can work with."""

    members: tuple[Model, ...] = ()


def find_network(asked: str) -> Model:
    """The model called `asked`, or the ensemble of the models whose names or files `+` joins.

    Errors: those of `find_model`; bad-settings for models that cannot run on the same product or patch.
    """
    names = asked.split("+")
    if len(names) == 1 or os.path.isfile(asked):
        return find_model(asked)
    members = tuple(find_model(name.strip()) for name in names)
    levels = tuple(level for level in members[0].levels if all(level in model.levels for model in members))
    patches = {model.patch for model in members if model.patch}
    multiple = math.lcm(*(model.multiple for model in members))
    if not levels:
        raise EngineError("bad-settings", f"The networks of {asked} run on different product levels. Choose others.")
    if len(patches) > 1 or any(patch % multiple for patch in patches):
        raise EngineError("bad-settings", f"The networks of {asked} take patches of different sizes. Choose others.")
    return Ensemble(
        name="+".join(model.name for model in members),
        title=" and ".join(model.title for model in members),
        network="ensemble",
        bands=tuple(dict.fromkeys(band for model in members for band in model.bands)),
        classes=tuple(sorted({value for model in members for value in model.classes})),
        finest_resolution=max(model.finest_resolution for model in members),
        levels=levels,
        file="",
        sha256="+".join(model.sha256 for model in members),
        size_bytes=sum(model.size_bytes for model in members),
        multiple=multiple,
        patch=patches.pop() if patches else None,
        licence="; ".join(dict.fromkeys(model.licence for model in members)),
        citation="; ".join(dict.fromkeys(model.citation for model in members)),
        members=members,
    )


class EnsemblePredictor(Predictor):
    """Mean of the members' probabilities, one member after the other."""

    def __init__(self, model: Ensemble, members: Sequence[Predictor]) -> None:
        joined = {
            name: "+".join(dict.fromkeys(getattr(one, name) for one in members)) for name in ("device", "precision")
        }
        super().__init__(model, joined["device"], joined["precision"], members[0].parallel)
        self.engine = "+".join(dict.fromkeys(one.engine for one in members))
        self.weights_sha256 = "+".join(one.weights_sha256 for one in members)
        self._members = members
        self._bands = [[model.bands.index(band) for band in one.model.bands] for one in members]

    def predict_each(self, patches: Iterable[np.ndarray]) -> Iterator[np.ndarray]:
        """As `Predictor.predict_each`, in the band order of the ensemble."""
        copies = tee(patches, len(self._members))
        views = [
            one.predict_each(map(itemgetter(bands), copy))
            for one, bands, copy in zip(self._members, self._bands, copies, strict=True)
        ]
        for probabilities in zip(*views, strict=True):
            yield sum(probabilities) / np.float32(len(probabilities))

    def _run(self, patches: Iterator[np.ndarray]) -> Iterator[np.ndarray]:
        return self.predict_each(patches)


def open_network(
    model: Model, *, device: str = "auto", precision: str = "auto", threads: int | None = None
) -> Predictor:
    """Predictor of a model or an ensemble. Arguments and errors: those of `open_predictor`."""

    if not isinstance(model, Ensemble):
        return open_predictor(model, device=device, precision=precision, threads=threads)

    members = [open_predictor(one, device=device, precision=precision, threads=threads) for one in model.members]
    return EnsemblePredictor(model, members)
