"""Two networks that see a product at two resolutions, as one: the joined form.

The first one, on the grid that is asked for, says what it is sure of. Of the rest the second one (UKIS, on its own grid
of 30 m) says what is cloud, cloud shadow and clear; the first one tells thick cloud from thin and finds the thin cloud
that the second one takes for clear ground.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ..errors import EngineError
from .model import Model
from .predictor import Predictor

LIKELY = 0.5  # probability above which a pixel counts as cloud
SURE = 0.9  # and above which the first network's word stands; docs/models.md says how both were chosen


class JoinedPredictor(Predictor):
    """The predictors of a joined network's members, each of which is given its own patches."""

    def __init__(self, model: Model, parts: Sequence[Predictor]) -> None:
        first = parts[0]
        device, precision = (
            "+".join(dict.fromkeys(getattr(one, name) for one in parts)) for name in ("device", "precision")
        )
        super().__init__(model, device, precision, first.parallel)
        self.engine = "+".join(dict.fromkeys(one.engine for one in parts))
        self._parts = tuple(parts)

    @property
    def parts(self) -> tuple[Predictor, ...]:
        """The predictors of the members, in their order."""
        return self._parts

    def _run(self, patches: Iterator[np.ndarray]) -> Iterator[np.ndarray]:
        raise EngineError(
            "bad-settings",
            f"{self.model.name} sees a product at two resolutions, so it masks products only. Choose one of "
            f"{' and '.join(one.name for one in self.model.members)}.",
        )


def join(fine: np.ndarray, coarse: np.ndarray) -> np.ndarray:
    """Probabilities of the joined form, of those of its members on one grid.

    What `fine` is sure of stands, with its probabilities: cloud of either kind, shadow, and clear ground where `coarse`
    does not call it shadow. Else shadow is what `coarse` calls shadow. What it calls cloud is thick or thin, whichever
    `fine` holds likelier. What it calls clear is thin cloud where `fine` sees cloud of either kind, else clear. The
    probabilities follow the same lines: that of cloud is divided as `fine` divides its own, that of clear ground by
    what `fine` sees in it.

    Parameters
    ----------
    fine, coarse : (4, rows, cols) float32
        Clear, thick cloud, thin cloud, cloud shadow; their sum is 1.

    Returns
    -------
    (4, rows, cols) float32
        Their sum is 1; the largest is the class that the rule gives.
    """
    clear, cloud, shadow = coarse[0], coarse[1] + coarse[2], coarse[3]
    seen = fine[1] + fine[2]
    thick = fine[1] / np.maximum(seen, np.finfo(np.float32).tiny)
    joined = np.stack([clear * (1 - seen), cloud * thick, cloud * (1 - thick) + clear * seen, shadow])
    best = joined.argmax(axis=0)
    cloudy, shaded = cloud > np.maximum(clear, shadow), shadow > np.maximum(clear, cloud)
    ruled = np.where(seen > LIKELY, 2, 0)
    ruled[cloudy] = np.where(fine[1] >= fine[2], 1, 2)[cloudy]
    ruled[shaded] = 3
    # Where another class has more, of several weak ones, the two change places: the sum stays 1.
    most = np.take_along_axis(joined, best[None], axis=0)
    np.put_along_axis(joined, best[None], np.take_along_axis(joined, ruled[None], axis=0), axis=0)
    np.put_along_axis(joined, ruled[None], most, axis=0)
    sure = (seen > SURE) | (fine[3] > SURE) | ((fine[0] > SURE) & ~shaded)
    np.copyto(joined, fine, where=sure)
    return joined
