"""The user's settings for a mask, and what they resolve to for one network."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from ..errors import EngineError
from ..limits import DEFAULT_PATCH, MOST_BUFFER, MOST_PATCH, MOST_VIEWS, default_overlap, most_overlap
from ..networks.model import Model
from .refinement import Refinement

LEAST_SHARE = 6 / 7  # of a patch: the least side of one where no more are needed so (576 of 672 px agree 99.82 %)

Bounds = tuple[float, float, float, float]


@dataclass(frozen=True)
class ResolvedSettings:
    """All that decides what a mask of one product by one network looks like. Fields as in MaskSettings."""

    resolution: int
    patch: int
    overlap: int
    tta: int
    buffer: int
    bounds: Bounds | None
    bounds_crs: str | None
    refinement: Refinement | None = None

    def to_json(self) -> dict[str, Any]:
        """Of JSON types but for the tuple of `bounds`; no refinement is left out, as masks of before know none."""
        told = asdict(self)
        if self.refinement is None:
            del told["refinement"]
        return told

    def least_patch(self, model: Model) -> int:
        """Smallest side of a patch: turned views want squares, some networks one size."""
        return self.patch if self.tta or model.patch else round(LEAST_SHARE * self.patch)


@dataclass(frozen=True)
class MaskSettings:
    """What a user can choose. Lengths in pixels of the grid that is predicted on; `bounds` in `bounds_crs`.

    patch: the largest side of one; may shrink by up to 1/7 if that adds no patches. refinement: what is made of the
    probabilities, before the buffer. confidence, overwrite and threads do not change the mask itself.
    """

    resolution: int = 20
    patch: int | None = None
    overlap: int | None = None
    tta: int = 0
    bounds: Bounds | None = None
    bounds_crs: str | None = None
    buffer: int = 0
    confidence: bool = False
    overwrite: bool = False
    threads: int = 2
    refinement: Refinement | None = None

    def checked_for(self, model: Model) -> ResolvedSettings:
        """These settings with patch and overlap filled in. EngineError `bad-settings`."""
        patch = self.patch or model.patch or max(1, DEFAULT_PATCH // model.multiple) * model.multiple
        if model.patch and patch != model.patch:
            raise EngineError("bad-settings", f"{model.name} takes patches of {model.patch} px only, not {patch}.")
        if patch < model.multiple or patch > MOST_PATCH or patch % model.multiple:
            raise EngineError(
                "bad-settings",
                f"A patch of {patch} px is not possible with {model.name}. "
                f"Choose a multiple of {model.multiple} up to {MOST_PATCH}.",
            )
        overlap = default_overlap(patch) if self.overlap is None else self.overlap
        if not 0 <= overlap <= most_overlap(patch):
            raise EngineError(
                "bad-settings", f"An overlap of {overlap} px is not possible with patches of {patch} px. "
                f"Choose 0 to {most_overlap(patch)}.",
            )  # fmt: skip
        if not 0 <= self.tta <= MOST_VIEWS:
            raise EngineError("bad-settings", f"TTA of {self.tta} views is not possible. Choose 0 to {MOST_VIEWS}.")
        if not 0 <= self.buffer <= MOST_BUFFER:
            raise EngineError(
                "bad-settings", f"A buffer of {self.buffer} px is not possible. Choose 0 to {MOST_BUFFER}."
            )
        bounds = None
        if self.bounds:
            xmin, ymin, xmax, ymax = map(float, self.bounds)
            bounds = (xmin, ymin, xmax, ymax)
        crs = self.bounds_crs if bounds else None
        refinement = None if self.refinement == Refinement() else self.refinement
        return ResolvedSettings(self.resolution, patch, overlap, self.tta, self.buffer, bounds, crs, refinement)
