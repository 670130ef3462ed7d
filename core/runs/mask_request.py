"""What is asked of every product of a run, in a form that can go to another process or machine; and the doing of it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from typing import Any

from ..errors import EngineError
from ..events import Reporter
from ..masking.refinement import Refinement
from ..masking.settings import MaskSettings
from ..products.address import is_address, stem
from ..rasters.passing import PassingRasters
from .batch import mask_products
from .bucket import output_folder
from .jobs import Asked, shared_names
from .predictors import Predictors


@dataclass(frozen=True)
class MaskRequest:
    """The options of `s2cloudmask mask` but for the products. `out` or `mask_file` is a path or an address.

    confidence_file: a path, with `mask_file` only.
    named_apart: names that several products of the whole run have; None where the products of `mask` are the whole run.
    """

    models: tuple[str, ...]
    settings: MaskSettings
    out: str | None
    mask_file: str | None
    device: str
    precision: str
    named_apart: tuple[str, ...] | None = None
    confidence_file: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Of JSON types only, and true from any folder: paths become absolute."""
        return {
            "models": [os.path.abspath(name) if os.path.isfile(name) else name for name in self.models],
            "settings": asdict(self.settings),
            "out": self.out and absolute(self.out),
            "mask_file": self.mask_file and absolute(self.mask_file),
            "device": self.device,
            "precision": self.precision,
            "named_apart": self.named_apart,
            "confidence_file": self.confidence_file and absolute(self.confidence_file),
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> MaskRequest:
        """The request that `to_json` gave."""

        settings = dict(data["settings"])
        settings["bounds"] = tuple(settings["bounds"]) if settings.get("bounds") else None
        settings["refinement"] = Refinement(**settings["refinement"]) if settings.get("refinement") else None
        named_apart = None if data.get("named_apart") is None else tuple(data["named_apart"])
        return cls(
            **{
                **data,
                "models": tuple(data["models"]),
                "settings": MaskSettings(**settings),
                "named_apart": named_apart,
            }
        )

    def mask(
        self,
        products: Sequence[str],
        reporter: Reporter,
        predictors: Predictors | None = None,
        previews: PassingRasters | None = None,
    ) -> int:
        """Mask the products in this process; returns the exit status of `batch.mask_products`.

        previews: where rough masks of what is at work go, for who looks on.
        Masks that go to a bucket are made in a temporary folder and uploaded one by one. EngineError `output-folder`.
        """
        named_apart = shared_names(products) if self.named_apart is None else self.named_apart
        asked = Asked(self.models, self.settings, self.out, self.mask_file, named_apart, self.confidence_file)
        with ExitStack() as stack:
            folder = None
            place = self.out or (self.mask_file or "").rpartition("/")[0]
            if is_address(place):
                folder = stack.enter_context(output_folder(place))
                if not self.settings.overwrite:
                    for name in [self.mask_file] if self.mask_file else products:
                        folder.recall(stem(name))
                if self.mask_file:
                    asked = replace(asked, mask_file=str(folder.local / self.mask_file.rpartition("/")[2]))
                else:
                    asked = replace(asked, out=str(folder.local))
            predictors = predictors or Predictors(self.device, self.precision)
            return mask_products(products, asked, predictors, reporter, folder, previews)


def absolute(path: str) -> str:
    """A path that holds in any folder; an address as it is."""
    return path if is_address(path) else os.path.abspath(path)


def distinct(products: Sequence[str]) -> tuple[list[str], list[tuple[str, EngineError]]]:
    """Products that can run side by side, and those whose masks would have the name of another's. Each once."""
    first: dict[str, str] = {}
    refused = []
    named_apart = shared_names(products)
    for product in dict.fromkeys(products):
        name = product if stem(product) in named_apart else stem(product)
        if name in first:
            sentence = (
                f"The masks of {product} and {first[name]} would have the same name; the first is made. Rename one, or "
                "give it another output folder."
            )
            refused.append((product, EngineError("name-taken", sentence)))
        else:
            first[name] = product
    return list(first.values()), refused
