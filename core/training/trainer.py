"""One network being taught: steps on a device in a precision, and a running mean of its weights."""

from __future__ import annotations

import contextlib
import copy
import math
import time
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from ..errors import EngineError
from ..system.allocator import keep_freed_memory
from .labels import loss as label_loss

CODE_WEIGHTS = (1.0, 1.0, 1.5, 2.0, 1.0)  # clear, thick, thin, shadow, cloud: thin and shadow are rare, and hard
CHECK_EVERY = 10  # steps


@dataclass(frozen=True)
class Schedule:
    """How fast to learn. `steps` in all; the rate climbs to `learning_rate` in the first `warmup` of them, then falls
    as a cosine to a hundredth. `average`: decay a step of the running mean of the weights. `replay_weight`: of replayed
    labels. `frozen_statistics`: batch normalisation keeps the means it has. `minutes`: learn for so long instead of so
    many steps."""

    steps: int
    learning_rate: float = 2e-3
    warmup: float = 0.05
    weight_decay: float = 0.01
    average: float = 0.999
    replay_weight: float = 1.0
    frozen_statistics: bool = False
    minutes: float | None = None

    def rate(self, share: float) -> float:
        """Learning rate when this share of the run is done."""
        begin = max(1 / self.steps, self.warmup)
        if share < begin:
            return self.learning_rate * (share + 1 / self.steps) / begin
        return self.learning_rate * (0.01 + 0.99 * (1 + math.cos(math.pi * min(1, (share - begin) / (1 - begin)))) / 2)


def choose_device(device: str) -> str:
    """ "cuda", "mps" or "cpu" for "auto" or a name. EngineError "bad-settings" for a card that is not here."""
    there = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available(), "cpu": True}
    if device == "auto":
        return next(name for name, here in there.items() if here)
    if not there[device]:
        raise EngineError("bad-settings", f"Device {device} cannot be used on this machine. Choose auto or cpu.")
    return device


def choose_precision(device: str, precision: str) -> str:
    """ "bfloat16" where the device computes in it, else "float32". EngineError "bad-settings" for what it lacks."""
    if device == "cuda":
        native = torch.cuda.is_bf16_supported(including_emulation=False)
    else:
        tests = [getattr(torch.cpu, name, None) for name in ("_is_avx512_bf16_supported", "_is_amx_tile_supported")]
        native = device == "cpu" and any(test() for test in tests if test)
    if precision == "bfloat16" and not native:
        raise EngineError(
            "bad-settings", f"{device} does not compute in bfloat16 here. Choose precision auto or float32."
        )
    return "bfloat16" if native and precision != "float32" else "float32"


class Trainer:
    """Teaches `network` a batch at a time; `averaged` is the network to keep."""

    def __init__(self, network: nn.Module, schedule: Schedule, device: str, precision: str) -> None:
        self.schedule, self.device, self.precision = schedule, device, precision
        if device == "cpu":
            keep_freed_memory()
        # Torch's own hints do not know `memory_format`.
        self.network = network.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.averaged = copy.deepcopy(self.network).eval()
        self.optimiser = torch.optim.AdamW(
            self.network.parameters(), lr=schedule.learning_rate, weight_decay=schedule.weight_decay
        )
        self.done, self.share = 0, 0.0  # steps, and how much of the run they are
        self.rate = 0.0
        self.best = -math.inf  # score of the best state so far
        self._begun = time.monotonic()
        self._weights = torch.tensor(CODE_WEIGHTS, device=device)

    def step(self, images: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        """Learn from one batch, as `Crops` gives it; the loss. EngineError "wrong-network" when it is not finite."""
        self.rate = self.schedule.rate(self.share)
        for group in self.optimiser.param_groups:
            group["lr"] = self.rate
        self.network.train(not self.schedule.frozen_statistics)
        images = images.to(self.device, non_blocking=True).float().contiguous(memory_format=torch.channels_last)
        labels = labels.to(self.device, non_blocking=True).long()
        with self._autocast():
            logits = self.network(images)
        value = label_loss(logits, labels, self._weights, self.schedule.replay_weight)
        self.optimiser.zero_grad(set_to_none=True)
        value.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.done += 1
        self._average()
        self.share = self.done / self.schedule.steps
        if self.schedule.minutes is not None:
            self.share = min(1.0, (time.monotonic() - self._begun) / (60 * self.schedule.minutes))
        if self.done % CHECK_EVERY == 0 and not bool(value.isfinite()):  # to ask a card each time would hold it up
            raise EngineError(
                "wrong-network", f"The loss is not finite at step {self.done}. Choose a smaller learning rate."
            )
        return value.detach()

    @torch.no_grad()
    def _average(self) -> None:
        """Move the running mean a little; in the first steps by more, so that it does not remember the beginning."""
        decay = min(self.schedule.average, (1 + self.done) / (10 + self.done))
        now, means = self.network.state_dict(), self.averaged.state_dict()
        names = [name for name, mean in means.items() if mean.is_floating_point()]
        torch._foreach_lerp_([means[name] for name in names], [now[name] for name in names], 1 - decay)

    def _autocast(self) -> contextlib.AbstractContextManager:
        if self.precision == "float32":
            return contextlib.nullcontext()
        return torch.autocast(self.device, torch.bfloat16)


@torch.inference_mode()
def predict(network: nn.Module, image: np.ndarray, device: str = "cpu") -> np.ndarray:
    """Classes by a network, in float32.

    Parameters
    ----------
    image : (13, rows, cols) float32
        TOA reflectance; sides are multiples of 32.

    Returns
    -------
    (rows, cols) uint8
    """
    network.eval()
    batch = torch.from_numpy(np.ascontiguousarray(image[None], np.float32)).to(device)
    return network(batch)[0].argmax(0).to(torch.uint8).cpu().numpy()
