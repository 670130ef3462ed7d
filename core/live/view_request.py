"""What is asked of the warm engine: one view of one product."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..errors import EngineError
from ..products.grid import RESOLUTIONS

MOST_SIDE = 20_000  # pixels of a screen


@dataclass(frozen=True)
class ViewRequest:
    """A view: `bounds` (xmin, ymin, xmax, ymax) in `bounds_crs`, shown on `size` (columns, rows) pixels of a screen.

    A newer request of the same `view` takes the place of an older one. `finest`: the resolution in metres that
    is wanted at most, and that `auto` chooses the network for.
    """

    number: int
    view: str
    product: str
    bounds: tuple[float, float, float, float]
    bounds_crs: str | None
    size: tuple[int, int]
    finest: int = 10
    model: str = "auto"

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> ViewRequest:
        """A request out of its JSON object. EngineError `bad-settings` for what is missing or impossible."""
        try:
            request = cls(
                number=int(data["id"]),
                view=str(data.get("view", "")),
                product=str(data["product"]),
                bounds=tuple(float(value) for value in data["bounds"]),  # type: ignore[arg-type]  # counted below
                bounds_crs=str(data["bounds_crs"]) if data.get("bounds_crs") else None,
                size=tuple(int(value) for value in data["size"]),  # type: ignore[arg-type]
                finest=int(data.get("finest", 10)),
                model=str(data.get("model") or "auto"),
            )
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            raise EngineError("bad-settings", f"A request lacks or misstates a field ({error!r}).") from error
        if len(request.bounds) != 4 or not all(map(math.isfinite, request.bounds)):
            raise EngineError("bad-settings", f"The bounds {request.bounds} are not xmin ymin xmax ymax.")
        if len(request.size) != 2 or not all(0 < side <= MOST_SIDE for side in request.size):
            raise EngineError("bad-settings", f"A view of {request.size} pixels is not possible.")
        if request.finest not in RESOLUTIONS:
            raise EngineError("bad-settings", f"A resolution of {request.finest} m is not possible.")
        return request


def resolution_for(metres: float, finest: int) -> int:
    """The coarsest resolution that a screen shows whole, of `finest` and coarser; `metres` of ground a screen pixel.

    A mask's pixel may be a quarter larger than that of the screen.
    """
    return max(metre for metre in RESOLUTIONS if metre == finest or finest < metre <= 1.25 * metres)
