"""One mask to make, and all of those that a run asks for."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import EngineError, internal_sentence
from ..masking.settings import MaskSettings
from ..networks.catalog import Model, auto_model
from ..networks.ensemble import find_network
from ..networks.missing_bands import bands_to_read
from ..products.address import stem
from ..products.granule import Granule, Product
from ..products.product import open_product
from ..rasters.mask_files import MaskFiles
from ..rasters.raster_file import refuse_inputs

# A product's own name says which it is: two of the same name are one product, given twice.
_NAMES_THE_PRODUCT = re.compile(r"S2[A-D]_.*\d{8}T\d{6}")


@dataclass(frozen=True)
class Job:
    """One mask to make: of `granule`, with `model`, into `target`. `product` is the path as the user gave it."""

    product: str
    granule: Granule
    model: Model
    reason: str
    target: Path
    confidence_file: Path | None = None

    @property
    def files(self) -> MaskFiles:
        """Its files."""
        return MaskFiles(self.target, self.confidence_file)


@dataclass(frozen=True)
class Asked:
    """What a run asks of every product. `named_apart`: names that several of its products have (see `shared_names`).

    confidence_file: a place of its own for the confidence of the one mask `mask_file`.
    """

    models: tuple[str, ...]
    settings: MaskSettings
    out: str | None
    mask_file: str | None
    named_apart: Collection[str] = ()
    confidence_file: str | None = None


def all_jobs(products: Sequence[str], asked: Asked) -> tuple[list[Job], list[tuple[str, EngineError]]]:
    """What there is to do, and the products that cannot run with the reason. A product is done whole or refused."""
    jobs: list[Job] = []
    refused: list[tuple[str, EngineError]] = []
    networks = _Networks(asked.models)
    makers: dict[Path, str] = {}
    for product in dict.fromkeys(products):
        try:
            opened = open_product(product)
            refused += [(product, failure) for failure in opened.failures]
            wanted = _jobs_of(product, opened, asked, networks)
            for job in wanted:
                if job.target in makers:
                    raise EngineError(
                        "name-taken",
                        f"The masks of {product} and {makers[job.target]} would have the same name; the first is made. "
                        "Rename one, or give it another output folder.",
                    )
        except EngineError as error:
            refused.append((product, error))
        except Exception as error:
            refused.append((product, EngineError("internal", internal_sentence(product, error))))
        else:
            makers |= {job.target: product for job in wanted}
            for job in wanted:
                # Before a network is loaded: a granule that lacks what it needs ends no other.
                try:
                    job.granule.require(bands_to_read(job.granule, job.model))
                    jobs.append(job)
                except EngineError as error:
                    refused.append((product, error))
    return jobs, refused


class _Networks:
    """The networks of a run, each looked up, and its file hashed, once."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = tuple(dict.fromkeys(names)) or ("auto",)
        self._found: dict[str, Model | EngineError] = {}

    def of(self, granule: Granule, resolution: int) -> list[tuple[Model, str]]:
        """Networks for a granule, each once, with the reason of `auto`. EngineError as finding one raises it."""
        found: dict[tuple[str, str, str], tuple[Model, str]] = {}
        for name in self._names:
            model, reason = (
                auto_model(granule.level, resolution, granule.bands) if name == "auto" else (self._find(name), "")
            )
            found.setdefault((model.name, model.sha256, model.description_sha256), (model, reason))
        return list(found.values())

    def _find(self, name: str) -> Model:
        if name not in self._found:
            try:
                self._found[name] = find_network(name)
            except EngineError as error:
                self._found[name] = error
        found = self._found[name]
        if isinstance(found, EngineError):
            raise found
        return found


def _jobs_of(product: str, opened: Product, asked: Asked, networks: _Networks) -> list[Job]:
    """The masks of one product, all with different names."""
    jobs: dict[Path, Job] = {}
    for granule in opened.granules:
        wanted = networks.of(granule, asked.settings.resolution)
        if asked.mask_file and len(opened.granules) * len(wanted) > 1:
            what = f"{len(opened.granules)} granules" if len(opened.granules) > 1 else f"{len(wanted)} networks"
            raise EngineError(
                "bad-settings",
                f"{asked.mask_file} is one mask, and {product} with {what} gives several. Give a folder for them: by "
                "--out, or in QGIS Mask a folder of products or the dialog.",
            )
        for model, reason in wanted:
            name = mask_name(
                granule, model, asked.settings.resolution, len(wanted) > 1, opened.name in asked.named_apart
            )
            target = Path(os.path.abspath(asked.mask_file or Path(asked.out or ".") / name))
            if target in jobs:
                raise EngineError(
                    "bad-settings", f"Two networks are called {model.name}, so their masks would have one name. "
                    "Rename a weights file.",
                )  # fmt: skip
            confidence = Path(os.path.abspath(asked.confidence_file)) if asked.confidence_file else None
            inputs = [granule.product_path, *(band.path for band in granule.bands.values())]
            refuse_inputs(target, inputs)
            if confidence:
                refuse_inputs(confidence, [*inputs, str(target)])
            jobs[target] = Job(product, granule, model, reason, target, confidence)
    return list(jobs.values())


def mask_name(granule: Granule, model: Model, resolution: int, with_model: bool, apart: bool = False) -> str:
    """File name of a mask: `<product>_cloudmask.tif`, or `<product>_<resolution>m_<model>.tif` among several.

    apart: with tile and time, `<product>_T<tile>_<time>…`, where other products of the run have this one's name.
    """
    name = granule.name
    if apart:
        time = re.sub(r"[-:]|\.\d+|Z", "", granule.sensing_time)
        name = "_".join([name, *([f"T{granule.tile}"] if granule.tile else []), *([time] if time else [])])
    if not with_model:
        return f"{name}_cloudmask.tif"
    return f"{name}_{resolution}m_{model.name.replace(os.sep, '_')}.tif"


def shared_names(products: Sequence[str]) -> tuple[str, ...]:
    """Names that several products of a run have without being one: `…/15/0` and `…/20/0` of an archive's mirror."""
    names = Counter(stem(product) for product in dict.fromkeys(products))
    return tuple(sorted(name for name, count in names.items() if count > 1 and not _NAMES_THE_PRODUCT.match(name)))
