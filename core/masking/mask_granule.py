"""The road: product, grid, patches, network, mosaic, mask file."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from ..classes import class_fractions
from ..errors import EngineError
from ..limits import DEFAULT_PATCH, MOST_BUFFER, MOST_PATCH, MOST_VIEWS, default_overlap, most_overlap
from ..networks.catalog import Model
from ..networks.engines import Predictor
from ..products.area import area_window
from ..products.doubts import doubts
from ..products.granule import Granule
from ..products.grid import Grid, product_grid
from ..products.reader import read_footprint
from ..rasters import mask_file
from ..rasters.unfinished import publish, unfinished_folder
from ..system.stopwatch import Stopwatch
from ..version import version
from . import views
from .buffer import buffer_rows
from .patch_source import MaskPlan, PatchSource
from .patches import plan_patches
from .rows import mask_rows

Progress = Callable[[str, float], None]  # stage (read, predict, write), fraction of this granule


@dataclass(frozen=True)
class MaskSettings:
    """What a user can choose. Lengths in pixels of the grid that is predicted on; `bounds` in `bounds_crs`.

    patch: the largest side; a patch may shrink by up to 1/7 if that adds no patches.
    """

    resolution: int = 20
    patch: int | None = None
    overlap: int | None = None
    tta: int = 0
    bounds: tuple[float, float, float, float] | None = None
    bounds_crs: str | None = None
    buffer: int = 0
    confidence: bool = False
    overwrite: bool = False
    threads: int = 2

    def checked_for(self, model: Model) -> MaskSettings:
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
        return replace(self, patch=patch, overlap=overlap)

    def least_patch(self, model: Model) -> int:
        """Least side of a patch, of settings that are filled in: turned views want squares, some networks one size."""
        return self.patch if self.tta or model.patch else round(LEAST_SHARE * self.patch)


LEAST_SHARE = 6 / 7  # of a patch: the least side of one where no more are needed so (576 of 672 px agree 99.82 %)


def network_grid(granule: Granule, model: Model, resolution: int) -> Grid:
    """The grid that is predicted on: of `resolution` metres, or of the model's finest."""
    return product_grid(granule, max(resolution, model.finest_resolution))


@dataclass(frozen=True)
class MaskResult:
    """Files that were written, their facts and class shares. `seconds`: wall time of this granule.

    stages: seconds of `plan` (the footprint), `read` and `predict` (waiting for patches, and for the network; the two
    work side by side), `write` (the finished files), `blend` (all the rest).
    """

    mask: str
    qml: str
    json: str
    confidence: str | None
    fractions: dict[str, float]
    facts: dict[str, Any]
    seconds: float
    stages: dict[str, float]
    patches: int


def plan_mask(granule: Granule, model: Model, settings: MaskSettings, footprint: np.ndarray | None = None) -> MaskPlan:
    """Plan the patches of one granule. EngineError as product, area and bands raise it.

    footprint: what `read_footprint` gave of the model's bands; None to read it here.
    """
    granule.require(model.bands)
    if granule.level not in model.levels:
        raise EngineError(
            "wrong-level", f"{model.name} runs on {' and '.join(model.levels)}; {granule.product_path} is "
            f"{granule.level}. Choose another model or product.",
        )  # fmt: skip
    settings = settings.checked_for(model)
    grid = product_grid(granule, settings.resolution)
    window = area_window(grid, settings.bounds, settings.bounds_crs, granule.product_path)
    if footprint is None:
        footprint = read_footprint(granule, model.bands)
    footprint = window.limit(footprint, grid)
    plan = None
    for part in reversed(model.parts):  # the members of a joined network; patch and overlap are those of the first
        own = settings if part is model.parts[0] else replace(settings, patch=None, overlap=None)
        own = own.checked_for(part)
        coarse = network_grid(granule, part, settings.resolution)
        least = own.least_patch(part)
        patches = plan_patches(footprint, coarse.shape, own.patch, own.overlap, least, part.multiple)
        plan = MaskPlan(granule, part, grid, coarse, window, patches, plan)
    return plan


def open_source(granule: Granule, model: Model, settings: MaskSettings) -> PatchSource:
    """Plan the patches of one granule and begin to read them. EngineError as `plan_mask` and the bands raise it."""
    return PatchSource(plan_mask(granule, model, settings), settings.threads)


def mask_granule(
    granule: Granule,
    target: Path,
    predictor: Predictor,
    settings: MaskSettings,
    on_progress: Progress = lambda stage, fraction: None,
    source: PatchSource | None = None,
) -> MaskResult:
    """Mask one granule into the file `target` (.tif), with its .qml, .json and, if asked for, confidence beside it.

    Predicts on the grid of `settings.resolution`, or on the model's finest grid when that is coarser; then the
    probabilities are interpolated. EngineError as the parts of the road raise it; nothing unfinished stays behind.
    source: from `open_source` with the same settings, its first patches being read already; closed at the end.
    """
    watch = Stopwatch("blend")
    model = predictor.model
    settings = settings.checked_for(model)
    on_progress("read", 0.0)
    with ExitStack() as stack:
        if source is None:
            with watch.stage("plan"):
                source = open_source(granule, model, settings)
        plan = stack.enter_context(source).plan
        folder = stack.enter_context(unfinished_folder(target))
        out_grid = plan.grid.crop(plan.window.row, plan.window.col, plan.window.height, plan.window.width)
        classes_file = mask_file.RowWriter(folder / "classes.tif", out_grid)
        stack.callback(classes_file.close)
        confidence_file = None
        if settings.confidence:
            confidence_file = mask_file.RowWriter(folder / "probabilities.tif", out_grid, len(mask_file.CLASSES))
            stack.callback(confidence_file.close)
        counts = np.zeros(256, np.int64)
        augmented = [views.Augmented(part, settings.tta) for part in predictor.parts]
        rows = mask_rows(
            source, augmented, settings.confidence, lambda share: on_progress("predict", 0.02 + 0.93 * share), watch
        )
        for classes, confidence in buffer_rows(rows, settings.buffer):
            counts += np.bincount(classes.ravel(), minlength=256)
            classes_file.write(classes[None])
            if confidence_file:
                confidence_file.write(confidence)
        on_progress("write", 0.95)
        fractions = class_fractions(counts)
        facts = _facts(plan, predictor, settings, fractions)
        facts["tta_reruns"] = sum(part.reruns for part in augmented)
        facts["notes"] = doubts(plan.granule, model.bands, settings.resolution)
        if fractions["no_data"] == 1:
            facts["notes"].append(f"{plan.granule.name}: all of {'the area' if settings.bounds else 'it'} is no data.")
        name = target.stem
        names = [f"{name}.qml", f"{name}.json", f"{name}.tif.aux.xml"]
        with watch.stage("write"):
            mask_file.finish_mask(classes_file, folder, name, facts, model_titles(model))
            if confidence_file:
                mask_file.finish_confidence(confidence_file, folder, confidence_name(name), facts)
                names.append(f"{confidence_name(name)}.tif")
            publish(folder, target.parent, [*names, f"{name}.tif"])
    on_progress("write", 1.0)
    beside = target.parent / name
    return MaskResult(
        mask=str(target),
        qml=f"{beside}.qml",
        json=f"{beside}.json",
        confidence=str(target.parent / f"{confidence_name(name)}.tif") if settings.confidence else None,
        fractions=fractions,
        facts=facts,
        seconds=sum(watch.seconds.values()),
        stages=watch.seconds,
        patches=facts["patches"],
    )


def confidence_name(mask_name: str) -> str:
    """Stem of the confidence file beside a mask: `…_cloudmask` becomes `…_confidence`."""
    return mask_name.removesuffix("_cloudmask") + "_confidence"


def model_titles(model: Model) -> dict[int, str]:
    """Legend texts of the classes this model can give."""
    titles = {item.value: item.title for item in mask_file.CLASSES if item.value in model.classes}
    if 2 not in titles:
        titles[1] = "Cloud (thick or thin)"
    return titles


def _facts(plan: MaskPlan, predictor: Predictor, settings: MaskSettings, fractions: dict[str, float]) -> dict[str, Any]:
    """Where a mask comes from; the same input and settings give the same facts."""
    granule = plan.granule
    model = predictor.model
    asked = {key: value for key, value in asdict(settings).items() if key not in ("overwrite", "threads", "confidence")}
    return {
        "software": "Sentinel-2 Cloud Mask",
        "version": version(),
        "product": Path(granule.product_path).name,
        "mission": granule.mission,
        "tile": granule.tile,
        "level": granule.level,
        "baseline": granule.baseline,
        "sensing_time": granule.sensing_time,
        "model": model.name,
        "model_title": model.title,
        "weights_sha256": predictor.weights_sha256,
        "licence": model.licence,
        "citation": model.citation,
        "engine": predictor.engine,
        "device": predictor.device,
        "precision": predictor.precision,
        **asked,
        "predicted_at": plan.network_grid.resolution,
        **_second_facts(plan),
        "patches": plan.patches.count + (plan.second.patches.count if plan.second else 0),
        "classes": {str(value): title for value, title in model_titles(model).items()},
        "fractions": fractions,
    }


def _second_facts(plan: MaskPlan) -> dict[str, Any]:
    """Of a joined network: what each member is and the grid that it predicts on."""
    plans = [plan, plan.second] if plan.second else []
    return {
        "members": [
            {"model": one.model.name, "weights_sha256": one.model.sha256, "predicted_at": one.network_grid.resolution}
            for one in plans
        ]
    } if plans else {}  # fmt: skip
