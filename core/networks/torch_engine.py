"""torch on a graphics card, and on the CPU where OpenVINO is not installed."""

from __future__ import annotations

import copy
import itertools
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import nn

from ..errors import EngineError
from .model import TIMM_UNET, Model
from .predictor import Predictor
from .timm_unet import load_timm_unet
from .unetmobv2 import load_unetmobv2

HALF_TOLERANCE = 0.05  # of a probability, between half precision and float32, before half is given up
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
        # Torch's own hints do not know `memory_format`.
        module = load_module(model, weights)
        self._module = module.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._scaling = [
            torch.tensor(values, device=device).view(1, -1, 1, 1) for values in (model.mean, model.std) if values
        ]
        if precision == "auto":
            self.precision = "float32"
            if device != "cpu":
                self._take_half_where_it_holds()
        else:
            self._module.to(getattr(torch, precision))

    def _take_half_where_it_holds(self) -> None:
        """Change to half precision if that gives the probabilities of float32 on a patch of plausible reflectance."""
        side = self.model.patch or self.model.multiple * 4
        shape = (1, len(self.model.bands), side, side)
        patch = np.random.default_rng(0).gamma(2.0, 0.1, shape).astype(np.float32)
        exact, module = self._run_batch(patch), self._module
        try:
            self._module, self.precision = copy.deepcopy(module).half(), "float16"
            if np.abs(self._run_batch(patch) - exact).max() < HALF_TOLERANCE:  # false for values that are not finite
                return
        except (EngineError, RuntimeError):  # a TorchScript network that is float32 by its program
            pass
        self._module, self.precision = module, "float32"

    def _run(self, patches: Iterator[np.ndarray]) -> Iterator[np.ndarray]:
        for _, alike in itertools.groupby(patches, key=np.shape):
            while batch := list(itertools.islice(alike, self.parallel)):
                yield from self._run_batch(np.stack(batch))

    def _run_batch(self, patches: np.ndarray) -> np.ndarray:
        """(n, channels, rows, cols) float32 probabilities of (n, bands, rows, cols) reflectance."""

        with self._lock, torch.inference_mode():
            try:
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
            except torch.OutOfMemoryError as error:
                torch.cuda.empty_cache()
                raise MemoryError from error
            except RuntimeError as error:
                if "memory" in str(error).lower():
                    raise MemoryError from error
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
