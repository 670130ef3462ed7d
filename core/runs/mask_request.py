"""What is asked of every product of a run, in a form that can go to another process or machine; and the doing of it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from typing import Any

from ..errors import EngineError
from ..events import Reporter
from ..masking.mask_granule import MaskSettings
from ..products.address import is_address, stem
from .batch import Predictors, mask_products
from .bucket import SendingReporter, output_folder


@dataclass(frozen=True)
class MaskRequest:
    """The options of `s2cloudmask mask` but for the products. `out` or `mask_file` is a path or an address."""

    models: tuple[str, ...]
    settings: MaskSettings
    out: str | None
    mask_file: str | None
    device: str
    precision: str

    def to_json(self) -> dict[str, Any]:
        """Of JSON types only, and true from any folder: paths become absolute."""
        return {
            "models": [os.path.abspath(name) if os.path.isfile(name) else name for name in self.models],
            "settings": asdict(self.settings),
            "out": self.out and absolute(self.out),
            "mask_file": self.mask_file and absolute(self.mask_file),
            "device": self.device,
            "precision": self.precision,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> MaskRequest:
        """The request that `to_json` gave."""

        settings = dict(data["settings"])
        settings["bounds"] = tuple(settings["bounds"]) if settings["bounds"] else None
        return cls(**{**data, "models": tuple(data["models"]), "settings": MaskSettings(**settings)})

    def mask(self, products: Sequence[str], reporter: Reporter, predictors: Predictors | None = None) -> int:
        """Mask the products in this process; returns the exit status of `batch.mask_products`.

        Masks that go to a bucket are made in a temporary folder and uploaded one by one. EngineError `output-folder`.
        """

        out, mask_file = self.out, self.mask_file
        with ExitStack() as stack:
            if is_address(out or mask_file or ""):
                folder = stack.enter_context(output_folder(out or mask_file.rpartition("/")[0]))
                reporter = SendingReporter(reporter, folder)
                if not self.settings.overwrite:
                    for name in [mask_file] if mask_file else products:
                        folder.recall(stem(name))
                if mask_file:
                    mask_file = str(folder.local / mask_file.rpartition("/")[2])
                else:
                    out = str(folder.local)
            return mask_products(
                products, models=self.models, settings=self.settings, out=out, mask_file=mask_file,
                device=self.device, precision=self.precision, reporter=reporter, predictors=predictors,
            )  # fmt: skip


def absolute(path: str) -> str:
    """A path that holds in any folder; an address as it is."""
    return path if is_address(path) else os.path.abspath(path)


def distinct(products: Sequence[str]) -> tuple[list[str], list[tuple[str, EngineError]]]:
    """Products that can run side by side, and those whose masks would have the name of another's. Each once."""
    first: dict[str, str] = {}
    refused = []
    for product in dict.fromkeys(products):
        name = stem(product)
        if name in first:
            refused.append(
                (product, EngineError("exists", f"The masks of {product} and {first[name]} would have the same name; "
                                      "the first is made. Rename one, or give it another output folder."))
            )  # fmt: skip
        else:
            first[name] = product
    return list(first.values()), refused
