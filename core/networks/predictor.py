"""What every engine offers: reflectance in, probabilities of our four classes out."""

from __future__ import annotations

from abc import ABC, abstractmethod

import numpy as np

from ..errors import EngineError
from .model import Model

MASK_CLASSES = 4  # clear, thick cloud, thin cloud, cloud shadow


class Predictor(ABC):
    """A network ready to run.

    engine: "openvino" or "torch". device: "cpu", "cuda" or "mps". precision: "float32", "bfloat16" or "float16", the one
    that runs. parallel: patches that run at once; `predict` is quickest with a multiple of it, and may also be called
    by that many threads.
    """

    engine: str

    def __init__(self, model: Model, device: str, precision: str, parallel: int = 1) -> None:
        self.model = model
        self.device = device
        self.precision = precision
        self.parallel = parallel
        self.weights_sha256 = model.sha256

    def predict(self, reflectance: np.ndarray) -> np.ndarray:
        """Class probabilities of patches. Thread-safe.

        reflectance: (n, bands, rows, cols) float32, TOA, 0…1+, in the band order of the model, not normalised.
        Returns (n, 4, rows, cols) float32: clear, thick cloud, thin cloud, cloud shadow; their sum is 1.
        Errors: bad-settings (bands or sides the network cannot take), wrong-network, out-of-memory.
        """
        self._check_shape(reflectance.shape)
        patches = np.ascontiguousarray(reflectance, dtype=np.float32)
        try:
            return self._in_our_classes(self._run(patches))
        except MemoryError as error:
            rows, cols = reflectance.shape[2:]
            raise EngineError(
                "out-of-memory",
                f"No memory for a patch of {cols} x {rows} px on {self.device}. Choose a smaller patch.",
            ) from error

    @abstractmethod
    def _run(self, patches: np.ndarray) -> np.ndarray:
        """(n, channels, rows, cols) float32 probabilities of the network's own classes. MemoryError when too large."""

    def _check_shape(self, shape: tuple[int, ...]) -> None:
        model = self.model
        if len(shape) != 4 or shape[1] != len(model.bands):
            raise EngineError("bad-settings", f"{model.name} takes {len(model.bands)} bands, not an array of {shape}.")
        for side in shape[2:]:
            if model.patch not in (None, side):
                raise EngineError(
                    "bad-settings", f"{model.name} takes patches of {model.patch} px only, not {side} px."
                )
            if side < model.multiple or side % model.multiple:
                raise EngineError(
                    "bad-settings",
                    f"{model.name} takes patch sides that are multiples of {model.multiple} px, not {side} px.",
                )

    def _in_our_classes(self, probabilities: np.ndarray) -> np.ndarray:
        """Channels of the network added up in the mask classes they stand for."""
        classes = self.model.classes
        if classes == tuple(range(MASK_CLASSES)):
            return probabilities
        n, _, rows, cols = probabilities.shape
        ours = np.zeros((n, MASK_CLASSES, rows, cols), np.float32)
        for channel, value in enumerate(classes):
            ours[:, value] += probabilities[:, channel]
        return ours
