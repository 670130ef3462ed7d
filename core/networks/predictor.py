"""What every engine offers: reflectance in, probabilities of our four classes out."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator

import numpy as np

from ..classes import CLASS_COUNT
from ..errors import EngineError
from .model import Model
from .standardised import standardised


class Predictor(ABC):
    """A network ready to run. Safe to call from any thread.

    engine: "openvino" or "torch". device: "cpu", "cuda" or "mps". precision: "float32", "bfloat16" or "float16", the
    one that runs. parallel: patches that run at once.
    """

    engine: str

    def __init__(self, model: Model, device: str, precision: str, parallel: int = 1) -> None:
        self.model = model
        self.device = device
        self.precision = precision
        self.parallel = parallel
        self.weights_sha256 = model.sha256

    @property
    def parts(self) -> tuple[Predictor, ...]:
        """What predicts, each on a grid and patches of its own: this one, or the members of a joined network."""
        return (self,)

    def predict(self, reflectance: np.ndarray) -> np.ndarray:
        """Class probabilities of patches of one size.

        Parameters
        ----------
        reflectance : (n, bands, rows, cols) float32
            TOA, 0…1+, in the band order of the model, not normalised. For a network that standardises, not a number
            where there is no data.

        Returns
        -------
        (n, 4, rows, cols) float32
            Clear, thick cloud, thin cloud, cloud shadow; their sum is 1.

        Raises
        ------
        EngineError
            `bad-settings` (bands or sides the network cannot take), `wrong-network`, `out-of-memory`.
        """
        return np.stack(list(self.predict_each(reflectance)))

    def predict_each(self, patches: Iterable[np.ndarray]) -> Iterator[np.ndarray]:
        """Class probabilities patch by patch.

        `parallel` patches and one more are taken ahead: the network works on while the caller cuts or blends others.

        Parameters
        ----------
        patches : iterable of (bands, rows, cols) float32
            As `predict` takes them; sizes may differ.

        Yields
        ------
        (4, rows, cols) float32
            As `predict` returns them.

        Raises
        ------
        EngineError
            As `predict`.
        """
        shape: tuple[int, ...] = ()
        reading = True  # the caller is at work on the next patch: what fails then is not the network's

        def checked() -> Iterator[np.ndarray]:
            nonlocal shape, reading
            for patch in patches:
                shape, reading = patch.shape, False
                self._check_shape(shape)
                taken = standardised(patch) if self.model.standardised else patch
                yield np.ascontiguousarray(taken, dtype=np.float32)
                reading = True
            reading = False

        try:
            for probabilities in self._run(checked()):
                if not np.isfinite(probabilities.sum()):  # the largest class of numbers that are none is "clear"
                    raise EngineError(
                        "wrong-network",
                        f"{self.model.name} gives numbers that are not finite in {self.precision}. Choose float32, or "
                        "give another weights file.",
                    )
                yield self._in_our_classes(probabilities)
        except MemoryError as error:
            if reading:
                raise
            rows, cols = shape[1:]
            raise EngineError(
                "out-of-memory",
                f"No memory for a patch of {cols} x {rows} px on {self.device}. Choose a smaller one.",
            ) from error

    @abstractmethod
    def _run(self, patches: Iterator[np.ndarray]) -> Iterator[np.ndarray]:
        """Probabilities of the network's own classes, (channels, rows, cols) float32 a patch. May raise MemoryError."""

    def _check_shape(self, shape: tuple[int, ...]) -> None:
        model = self.model
        if len(shape) != 3 or shape[0] != len(model.bands):
            raise EngineError("bad-settings", f"{model.name} takes {len(model.bands)} bands, not an array of {shape}.")
        for side in shape[1:]:
            if model.patch not in (None, side):
                raise EngineError(
                    "bad-settings", f"{model.name} takes patches of {model.patch} px only, not {side} px. Change it."
                )
            if side < model.multiple or side % model.multiple:
                raise EngineError(
                    "bad-settings",
                    f"{model.name} takes patch sides in multiples of {model.multiple} px, not {side} px. Change it.",
                )

    def _in_our_classes(self, probabilities: np.ndarray) -> np.ndarray:
        """Channels of the network added up in the mask classes they stand for."""
        classes = self.model.classes
        if classes == tuple(range(CLASS_COUNT)):
            return probabilities
        ours = np.zeros((CLASS_COUNT, *probabilities.shape[1:]), np.float32)
        for channel, value in enumerate(classes):
            ours[value] += probabilities[channel]
        return ours
