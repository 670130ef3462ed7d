"""The predictor of an ensemble: every member sees its own bands, the probabilities are averaged in float32."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import tee
from operator import itemgetter

import numpy as np

from .ensemble import Ensemble
from .predictor import Predictor


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
