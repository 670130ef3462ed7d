"""The engine's models, as its `models list` tells them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ModelInfo:
    """A model: `state` is "ready", "embedded" or "missing" (to be downloaded from `addresses`); `automatic` are the
    resolutions (m) at which the engine takes it for a Level-1C product when none is asked for."""

    name: str
    title: str
    state: str
    size_bytes: int
    licence: str
    citation: str
    note: str
    finest_resolution: int
    levels: tuple[str, ...]
    addresses: tuple[str, ...]
    automatic: tuple[int, ...]
    tells_thin_cloud: bool
    label: str  # for a layer's name
    can_be_taught: bool  # a 13-band UNetMobV2 that takes reflectance as it is


def model_from_event(event: dict) -> ModelInfo:
    """A model from the engine's `model` event. ValueError when the event is not of the agreed shape."""
    try:
        return ModelInfo(
            name=str(event["name"]),
            title=str(event["title"]),
            state=str(event["state"]),
            size_bytes=int(event["size_bytes"] or 0),
            licence=str(event["licence"]),
            citation=str(event["citation"]),
            note=str(event["note"] or ""),
            finest_resolution=int(event["finest_resolution"]),
            levels=tuple(str(level) for level in event["levels"]),
            addresses=tuple(str(address) for address in event["addresses"]),
            automatic=tuple(int(resolution) for resolution in event.get("automatic") or ()),
            tells_thin_cloud=2 in (event.get("classes") or ()),
            label=str(event.get("label") or event["name"]),
            can_be_taught=event.get("network") == "unetmobv2"
            and not event.get("mean")
            and len(event.get("bands") or ()) == 13,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"not a model event: {error!r}") from error
