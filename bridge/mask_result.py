"""A finished mask as the engine's `result` event tells it, with every path checked before anything is opened."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass

CLASS_NAMES = ("clear", "thick_cloud", "thin_cloud", "cloud_shadow")
_SCHEMES = {
    "s3://": "/vsis3/", "gs://": "/vsigs/", "az://": "/vsiaz/", "http://": "/vsicurl/", "https://": "/vsicurl/"
}  # fmt: skip


@dataclass(frozen=True)
class MaskResult:
    """One mask. Paths are GDAL paths; `fractions` are shares of the classes (0…1) and of `no_data`, without the classes
    that the network does not tell. `label` is the network's short name. `is_old`: an earlier run made this mask."""

    product: str
    granule: str
    mask: str
    confidence: str
    true_colour: str
    bands: dict[str, str]
    seconds: float
    fractions: dict[str, float]
    model: str
    resolution: int
    tile: str = ""
    sensing_time: str = ""
    label: str = ""
    is_old: bool = False

    @property
    def tells_thin_cloud(self) -> bool:
        """Whether the network has a class of its own for thin cloud."""
        return "thin_cloud" in self.fractions

    @property
    def scene(self) -> str:
        """Date and tile, such as 2024-07-13 31TCJ; the granule's name where one of them is not known."""
        return scene_name(self.sensing_time, self.tile, self.granule)

    @property
    def title(self) -> str:
        """Scene, network and resolution: no two masks of a project have the same."""
        return f"{self.scene} · {self.label} {self.resolution} m"


def scene_name(sensing_time: str, tile: str, granule: str) -> str:
    """Date and tile, such as 2024-07-13 31TCJ; the granule's name where one of them is not known."""
    parts = (sensing_time[:10], tile)
    return " ".join(parts) if all(parts) else granule


def result_from_event(event: dict, folder: str) -> MaskResult:
    """A mask from its event. What does not lie in the product is left out of `true_colour` and `bands`, which serve to
    show a picture only (a stack of another type has VRT text for its bands).

    ValueError when the event is not of the agreed shape, or the mask or its confidence does not lie in `folder`.
    """
    try:
        product = str(event["product"])
        result = MaskResult(
            product=product,
            granule=str(event.get("granule") or os.path.basename(product)),
            mask=path_inside(str(event["mask"]), folder),
            confidence=path_inside(str(event.get("confidence") or ""), folder),
            true_colour=path_of_product(event.get("true_colour"), product),
            bands={str(name): path_of_product(path, product) for name, path in (event.get("bands") or {}).items()},
            seconds=float(event.get("seconds") or 0),
            fractions={
                str(name): float(share) for name, share in (event.get("fractions") or {}).items() if share is not None
            },
            model=str(event.get("model") or ""),
            resolution=int(event.get("resolution") or 0),
            tile=str(event.get("tile") or ""),
            sensing_time=str(event.get("sensing_time") or ""),
            label=str(event.get("model_label") or event.get("model") or ""),
            is_old=event.get("skipped") is True,
        )
    except (KeyError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(f"not a result event: {error!r}") from error
    if not result.mask:
        raise ValueError("a result event without a mask")
    return result


def path_of_product(path: object, product: str) -> str:
    """A path inside the product, in the plain form of `/vsizip/{archive.zip}/file` (QGIS 3.22 takes no braces);
    empty for what lies elsewhere."""
    try:
        path = path_inside(str(path or ""), product)
    except ValueError:
        return ""
    return re.sub(r"^/vsizip/\{([^{}]*\.zip)\}/", r"/vsizip/\1/", path, flags=re.IGNORECASE)


def path_inside(path: str, container: str) -> str:
    """`path` when it lies in the folder or zip `container` (or both are addresses); ValueError when not."""
    if not path:
        return ""
    if "://" in container or container.startswith("/vsi"):
        parts, outside = _address_parts(path), _address_parts(container)
        if parts[: len(outside)] == outside and ".." not in parts:
            return path
        raise ValueError(f"{path} does not lie in {container}")
    inner = os.path.realpath(re.sub(r"^/vsizip/\{?([^}]*)\}?", r"\1", path))
    outer = os.path.realpath(container)
    try:
        if os.path.commonpath([inner, outer]) == outer:
            return path
    except ValueError:
        pass
    raise ValueError(f"{path} does not lie in {container}")


def _address_parts(address: str) -> list[str]:
    """The parts of an address between its slashes, alike for all its spellings: `s3://` or `/vsis3/`, in a zip or not,
    with or without a signature (`?…`) and a user's name."""
    zipped = re.match(r"/vsizip/\{([^}]*)\}(.*)", address)
    place, rest = zipped.groups() if zipped else (re.sub("^/vsizip/", "", address), "")
    place = re.sub("://[^/@]*@", "://", place.partition("?")[0])
    for scheme, prefix in _SCHEMES.items():
        if place.lower().startswith(scheme):
            place = prefix + (place if scheme.startswith("http") else place[len(scheme) :])
    return [part for part in (place + rest).split("/") if part]
