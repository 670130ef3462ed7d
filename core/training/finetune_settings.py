"""What a user can choose of a fine-tuning."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ..errors import EngineError
from ..products.grid import RESOLUTIONS


@dataclass(frozen=True)
class FinetuneSettings:
    """What a user can choose. resolution and block in metres, crop in pixels; held_out is a share of the labels."""

    resolution: int = 20
    steps: int = 200
    batch: int = 4
    crop: int = 256
    learning_rate: float = 0.0005
    block: int = 1000
    held_out: float = 0.3
    replay_weight: float = 1.0
    seed: int = 0

    def check(self) -> None:
        """EngineError "bad-settings" for what cannot be."""

        for wrong, message in (
            (self.resolution not in RESOLUTIONS, "resolution is 10, 20, 30 or 60"),
            (min(self.steps, self.batch) < 1, "steps and batch are above 0"),
            (not 64 <= self.crop <= 1024 or self.crop % 32, "crop is a multiple of 32 from 64 to 1024"),
            (not 0 < self.learning_rate < 0.1, "the learning rate lies between 0 and 0.1"),
            (not 0 < self.held_out <= 0.5, "the share held out lies above 0, up to 0.5"),
            (not 2 * self.resolution <= self.block <= self.resolution * self.crop, "a block is 2 px to a crop wide"),
            (not 0 <= self.replay_weight <= 100, "the weight of replay lies between 0 and 100"),
        ):
            if wrong:
                raise EngineError("bad-settings", f"Not possible: {message}. Change it.")


def finite(value: float) -> float | None:
    """The number rounded for an event; None where there is none."""
    return None if math.isnan(value) else round(value, 4)
