"""Several networks as one: the mean of their class probabilities. Asked for as `NAME+NAME`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import tee
from operator import itemgetter

import numpy as np

from .catalog import catalogue, find_model
from .composite import ensemble_model
from .engines import open_predictor
from .joined import JoinedPredictor
from .model import Model
from .predictor import Predictor


def find_network(asked: str) -> Model:
    """The network called `asked`, or the ensemble of the networks whose names or files `+` joins.

    Errors: those of `find_model`; bad-settings for networks that cannot run on the same product or patch.
    """
    names = asked.split("+")
    if len(names) == 1 or os.path.isfile(asked) or any(model.name.lower() == asked.lower() for model in catalogue()):
        return find_model(asked)
    return ensemble_model([find_model(name.strip()) for name in names])


class EnsemblePredictor(Predictor):
    """Mean of the members' probabilities, one member after the other."""

    def __init__(self, model: Model, members: Sequence[Predictor]) -> None:
        joined = {
            name: "+".join(dict.fromkeys(getattr(one, name) for one in members)) for name in ("device", "precision")
        }
        super().__init__(model, joined["device"], joined["precision"], members[0].parallel)
        self.engine = "+".join(dict.fromkeys(one.engine for one in members))
        self.weights_sha256 = "+".join(one.weights_sha256 for one in members)
        self._members = members
        self._bands = [[model.bands.index(band) for band in one.model.bands] for one in members]

    def predict_each(self, patches: Iterable[np.ndarray]) -> Iterator[np.ndarray]:
        """As `Predictor.predict_each`, in the band order of the ensemble.

        Parameters
        ----------
        patches : iterable of (bands, rows, cols) float32
            TOA reflectance, 0…1+.

        Yields
        ------
        (4, rows, cols) float32
            The mean of the members' probabilities.
        """
        copies = tee(patches, len(self._members))
        views = [
            one.predict_each(map(itemgetter(bands), copy))
            for one, bands, copy in zip(self._members, self._bands, copies, strict=True)
        ]
        for probabilities in zip(*views, strict=True):
            yield reduce(np.add, probabilities) / np.float32(len(probabilities))

    def _run(self, patches: Iterator[np.ndarray]) -> Iterator[np.ndarray]:
        return self.predict_each(patches)


def open_network(
    model: Model, *, device: str = "auto", precision: str = "auto", threads: int | None = None
) -> Predictor:
    """Predictor of a network, of one or of several. Arguments and errors: those of `open_predictor`."""
    if not model.members:
        return open_predictor(model, device=device, precision=precision, threads=threads)
    members = [open_predictor(one, device=device, precision=precision, threads=threads) for one in model.members]
    return (JoinedPredictor if model.network == "joined" else EnsemblePredictor)(model, members)
