"""What a mask is: of which product, by which network, with which settings. Two masks are the same when this is equal.

Names prove nothing: weights are retrained under one file name, products of an archive are all called `0`.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any

from ..errors import EngineError
from ..networks.model import Model
from ..products.granule import Granule, ProductIdentity
from .refinement import Refinement
from .settings import MaskSettings, ResolvedSettings

MASK_VERSION = 7  # raise it when the same product, network and settings give another mask than before


@dataclass(frozen=True)
class MaskIdentity:
    """One frozen value, compared whole. `network`: how the weights are used (bands, classes, scaling), as a hash.

    precision: the one that runs, never "auto".
    """

    product: ProductIdentity
    weights_sha256: str
    network: str
    precision: str
    settings: ResolvedSettings
    mask_version: int = MASK_VERSION

    @classmethod
    def of(cls, granule: Granule, model: Model, precision: str, settings: MaskSettings) -> MaskIdentity:
        """The mask of a granule that `model` would make in `precision`. EngineError `bad-settings`."""
        return cls(granule.identity, model.sha256, model.description_sha256, precision, settings.checked_for(model))

    def to_json(self) -> dict[str, Any]:
        """Of JSON types."""
        return {**asdict(self), "settings": self.settings.to_json()}

    @classmethod
    def from_json(cls, data: Any) -> MaskIdentity:
        """The identity that `to_json` gave. ValueError for anything else, such as that of another version."""
        try:
            settings = dict(data["settings"])
            if settings["bounds"] is not None:
                settings["bounds"] = tuple(settings["bounds"])
            if "refinement" in settings:
                settings["refinement"] = Refinement(**settings["refinement"])
            product = ProductIdentity.from_json(data["product"])
            found = cls(**{**data, "product": product, "settings": ResolvedSettings(**settings)})
        except (KeyError, TypeError, AttributeError, ValueError, EngineError) as error:
            raise ValueError(f"no identity of a mask: {error!r}") from error
        words = found.weights_sha256, found.network, found.precision
        if not all(isinstance(word, str) for word in words) or type(found.mask_version) is not int:
            raise ValueError("no identity of a mask: its hashes, precision or version are of another type")
        return found

    def differences(self, former: MaskIdentity) -> list[str]:
        """What sets `former` apart from this mask, as words that follow "made "; empty when nothing does."""
        found = []
        if former.product != self.product:
            found.append(f"from another product ({_product_words(self.product, former.product)})")
        if former.weights_sha256 != self.weights_sha256:
            found.append(f"with other weights (SHA-256 {former.weights_sha256[:8]}…, not {self.weights_sha256[:8]}…)")
        elif former.network != self.network:
            found.append("with another description of the network (its bands, classes or scaling)")
        if former.precision != self.precision:
            found.append(f"in {former.precision}, not {self.precision}")
        if former.mask_version != self.mask_version:
            found.append(f"by {'an earlier' if former.mask_version < self.mask_version else 'a later'} version")
        for item in fields(ResolvedSettings):
            was, wanted = getattr(former.settings, item.name), getattr(self.settings, item.name)
            if was != wanted:
                found.append(f"with {item.name.replace('_', '-')} {_text(was)}, not {_text(wanted)}")
        return found


def _product_words(wanted: ProductIdentity, former: ProductIdentity) -> str:
    """What tells two products apart."""
    told = [
        f"{name} {was or 'unknown'}, not {asked or 'unknown'}"
        for name, was, asked in (
            ("sensed", former.sensing_time, wanted.sensing_time),
            ("tile", former.tile, wanted.tile),
            ("baseline", former.baseline, wanted.baseline),
        )
        if was != asked
    ]
    return "; ".join(told) or "its metadata, bands or file differ: another delivery, or changed since"


def _text(value: Any) -> str:
    if value is None:
        return "none"
    if isinstance(value, Refinement):
        chosen = {name: part for name, part in asdict(value).items() if part}
        return "(" + ", ".join(f"{name.replace('_', '-')} {part:g}" for name, part in chosen.items()) + ")"
    return " ".join(f"{part:g}" for part in value) if isinstance(value, tuple) else str(value)
