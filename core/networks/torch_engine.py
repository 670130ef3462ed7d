"""torch on a graphics card, and on the CPU where OpenVINO is not installed."""

from __future__ import annotations

import contextlib
import copy
import itertools
import threading
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import torch
from torch import nn

from ..errors import EngineError, lacks_memory
from .model import TIMM_UNET, Model
from .predictor import Predictor
from .timm_unet import load_timm_unet
from .unetmobv2 import load_unetmobv2

HALF_TOLERANCE = 0.02  # of a probability, between half precision and float32, before half is given up
CARD_BATCH = 4  # patches at once on a card


class TorchPredictor(Predictor):
    """A torch module, channels last; in half precision on a card where that holds."""

    engine = "torch"

    def __init__(
        self, model: Model, weights: Path, device: str, precision: str = "auto", *, threads: int | None = None
    ) -> None:

        if device == "cpu" and precision == "float16":
            raise EngineError("bad-settings", "float16 is for graphics cards. Choose precision auto or float32.")
        super().__init__(model, device, precision, CARD_BATCH if device != "cpu" else 1)
        if threads and device == "cpu":
            torch.set_num_threads(threads)
        self._lock = threading.Lock()
        module = load_module(model, weights)
        with _failures_said():
            # Torch's own hints do not know `memory_format`.
            self._module = module.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
            self._scaling = [
                torch.tensor(values, device=device).view(1, -1, 1, 1) for values in (model.mean, model.std) if values
            ]
            if precision == "auto":
                self.precision = "float32"
                if device != "cpu":
                    self._take_half_where_it_holds()
            elif precision != "float32":
                self._module = self._narrowed(precision)

    def _narrowed(self, precision: str) -> nn.Module:
        """A copy of the network in another precision, its normalisations still in float32.

        UNetMobV2_s2cm has learned variances up to 110,000: infinite in float16, they silence their channels, and one
        class in fifty comes out another. Errors: bad-settings where a weight is beyond the precision.
        """
        narrow = copy.deepcopy(self._module).to(getattr(torch, precision))
        for layer, exact in zip(narrow.modules(), self._module.modules(), strict=True):
            if isinstance(exact, nn.BatchNorm2d):
                layer.float().load_state_dict(exact.state_dict())
        if not all(torch.isfinite(tensor).all() for tensor in narrow.state_dict().values()):
            raise EngineError(
                "bad-settings",
                f"Weights of {self.model.name} are beyond the range of {precision}. Choose precision auto or float32.",
            )
        return narrow

    def _take_half_where_it_holds(self) -> None:
        """Change to half precision if that gives the probabilities of float32 where dark and bright areas meet."""
        side = self.model.patch or self.model.multiple * 4
        draw = np.random.default_rng(0)
        areas = np.kron(draw.gamma(1.0, 0.25, (-(-side // 32),) * 2), np.ones((32, 32)))[:side, :side]
        patch = areas * draw.uniform(0.5, 1.2, (1, len(self.model.bands), 1, 1))
        patch += draw.normal(0, 0.02, patch.shape)
        patch = np.maximum(patch, 0.001).astype(np.float32)
        exact, module = self.predict(patch), self._module
        try:
            self._module, self.precision = self._narrowed("float16"), "float16"
            if np.abs(self.predict(patch) - exact).max() < HALF_TOLERANCE:
                return
        except (EngineError, RuntimeError):  # a TorchScript network that is float32 by its program
            pass
        self._module, self.precision = module, "float32"

    def _run(self, patches: Iterator[np.ndarray]) -> Iterator[np.ndarray]:
        for _, alike in itertools.groupby(patches, key=np.shape):
            while batch := list(itertools.islice(alike, self.parallel)):
                try:
                    probabilities: Iterable[np.ndarray] = self._run_batch(np.stack(batch))
                except MemoryError:  # others use the card as well
                    if len(batch) == 1:
                        raise
                    probabilities = (self._run_batch(patch[None])[0] for patch in batch)
                yield from probabilities

    def _run_batch(self, patches: np.ndarray) -> np.ndarray:
        """(n, channels, rows, cols) float32 probabilities of (n, bands, rows, cols) reflectance."""
        try:
            with self._lock, torch.inference_mode(), _failures_said():
                source = torch.from_numpy(patches)
                if self.device == "cuda":
                    source = source.pin_memory()
                x = source.to(self.device, non_blocking=True)
                if self._scaling:
                    mean, std = self._scaling
                    x = (x - mean) / std
                x = x.to(getattr(torch, self.precision), memory_format=torch.channels_last)
                given = self._module(x)
                self._check(given, patches.shape)
                given = given.float()
                probabilities = given.softmax(1) if self.model.output == "logits" else given
                return probabilities.cpu().contiguous().numpy()
        except RuntimeError as error:
            raise EngineError(
                "wrong-network", f"{self.model.name} failed on a patch ({error}). Check its bands and patch."
            ) from error

    def _check(self, given: object, shape: tuple[int, ...]) -> None:
        wanted = (shape[0], len(self.model.classes), *shape[2:])
        if tuple(getattr(given, "shape", ())) != wanted:
            raise EngineError(
                "wrong-network",
                f"{self.model.name} does not give {wanted[1]} classes of the patch's size. Check its classes.",
            )


@contextlib.contextmanager
def _failures_said() -> Iterator[None]:
    """MemoryError where the card, or the machine, has no memory left; `bad-settings` where the card fails."""
    try:
        yield
    except RuntimeError as error:
        if lacks_memory(error):
            if torch.cuda.is_initialized():
                torch.cuda.empty_cache()
            raise MemoryError from error
        what = str(error).partition("\n")[0]
        if "CUDA error" in what or "cuDNN" in what:  # its driver, or a card too old for this torch
            raise EngineError(
                "bad-settings", f"The graphics card failed ({what}). Choose device cpu, or update its driver."
            ) from error
        raise


def load_module(model: Model, weights: Path) -> nn.Module:
    """The torch module in a weights file: a UNetMobV2 or another U-Net with its state dict, or a TorchScript network.

    TorchScript is a program: it is loaded because the user named that very file. Errors: wrong-network.
    """
    if model.network == "unetmobv2":
        return load_unetmobv2(weights, len(model.bands))
    if model.network.startswith(TIMM_UNET):
        return load_timm_unet(model.network, weights, len(model.bands))

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            return torch.jit.load(str(weights), map_location="cpu").eval()
    except RuntimeError as error:
        raise EngineError("wrong-network", f"{weights} is not a TorchScript network. Give another file.") from error
