"""A look at a mask by other thresholds and margins, asked of the warm engine before anything is written."""

from __future__ import annotations

import json
from dataclasses import dataclass

from .command_words import number_word

# Fields of the engine's Refinement by the names of settings and options.
ENGINE_NAMES = {
    "cloud_threshold": "cloud",
    "thin_threshold": "thin",
    "shadow_threshold": "shadow",
    "cloud_margin": "cloud_margin",
    "thin_margin": "thin_margin",
    "shadow_margin": "shadow_margin",
    "smallest_object": "smallest",
    "fill_holes": "holes",
}


@dataclass(frozen=True)
class RefineView:
    """`product` is the confidence raster or the mask, `values` what is asked by the names of ENGINE_NAMES; else as
    LiveView."""

    product: str
    bounds: tuple[float, float, float, float]
    crs: str
    size: tuple[int, int]
    values: dict[str, float]

    def request(self, number: int) -> bytes:
        """The line that asks the engine for it."""
        request = {
            "request": "refine",
            "id": number,
            "view": "map",
            "product": self.product,
            "bounds": list(self.bounds),
            "bounds_crs": self.crs,
            "size": list(self.size),
            "refinement": {ENGINE_NAMES[name]: value for name, value in self.values.items() if value},
        }
        return json.dumps(request).encode("ascii") + b"\n"


def refine_words(values: dict[str, float]) -> list[str]:
    """What is asked as words of the command line; 0 asks for nothing."""
    words: list[str] = []
    for name, value in values.items():
        if value:
            words += [f"--{name.replace('_', '-')}", number_word(value)]
    return words
