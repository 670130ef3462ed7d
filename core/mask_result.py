"""A finished mask: its files, its class shares, where it comes from; and the `result` event that tells of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

# Facts of a mask that its event repeats; the last three are those of masks that others made.
_TOLD = ("tile", "sensing_time", "model", "model_label", "weights_sha256", "resolution", "kind", "lacks", "note")


@dataclass(frozen=True)
class MaskResult:
    """Files that were written, their facts and class shares.

    product: its path as the user gave it. fractions: shares of the classes among the valid pixels, None of a class
    that the network does not tell, `no_data` among all. facts: the provenance, as in `json`; of a mask that another
    process made only what its event tells.
    seconds: wall time of this granule. stages: seconds of `plan` (the footprint), `read` and `predict` (waiting for
    patches, and for the network; the two work side by side), `write` (the finished files), `blend` (all the rest).
    true_colour, bands: files of the product that show it. skipped: an earlier run made just this mask.
    """

    product: str
    granule: str
    mask: str
    qml: str
    json: str
    confidence: str | None
    fractions: Mapping[str, float | None]
    facts: Mapping[str, Any]
    seconds: float = 0.0
    stages: Mapping[str, float] = field(default_factory=dict)
    patches: int = 0
    true_colour: str | None = None
    bands: Mapping[str, str] = field(default_factory=dict)
    skipped: bool = False

    def to_event(self) -> dict[str, Any]:
        """The `result` event, of JSON types: see docs/commands.md. No other place makes one for a mask."""
        event: dict[str, Any] = {
            "event": "result",
            "product": self.product,
            "granule": self.granule,
            "mask": self.mask,
            "qml": self.qml,
            "json": self.json,
            "confidence": self.confidence,
            **{name: self.facts[name] for name in _TOLD if name in self.facts},
            "true_colour": self.true_colour,
            "bands": dict(self.bands),
            "seconds": round(self.seconds, 3),
            "fractions": dict(self.fractions),
        }
        if self.stages:
            event["stages"] = {name: round(seconds, 3) for name, seconds in self.stages.items()}
            event["patches"] = self.patches
        if self.skipped:
            event["skipped"] = True
        return event

    @classmethod
    def from_event(cls, event: Mapping[str, Any]) -> MaskResult:
        """The result that `to_event` told. KeyError when a field that every mask has is missing."""
        return cls(
            product=event["product"],
            granule=event["granule"],
            mask=event["mask"],
            qml=event["qml"],
            json=event["json"],
            confidence=event["confidence"],
            fractions=event["fractions"],
            facts={name: event[name] for name in _TOLD if name in event},
            seconds=event["seconds"],
            stages=event.get("stages", {}),
            patches=event.get("patches", 0),
            true_colour=event["true_colour"],
            bands=event["bands"],
            skipped=event.get("skipped", False),
        )
