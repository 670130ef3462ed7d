"""The road: product, grid, patches, network, mosaic, mask file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from ..classes import CLASS_COUNT, CLASSES, class_fractions
from ..errors import EngineError
from ..mask_result import MaskResult
from ..networks.catalog import Model
from ..networks.engines import Predictor
from ..networks.missing_bands import bands_to_read, missing_bands, missing_notes
from ..products.area import area_window
from ..products.doubts import doubts
from ..products.granule import Granule
from ..products.grid import Grid, product_grid
from ..products.ground_size import ground_size
from ..products.reader import read_footprint
from ..rasters import mask_file
from ..rasters.mask_files import SOFTWARE, MaskFiles
from ..rasters.unfinished import unfinished_folder
from ..system.stopwatch import Stopwatch
from ..version import version
from . import views
from .buffer import buffer_rows
from .mask_identity import MaskIdentity
from .patch_source import MaskPlan, PatchSource
from .patches import plan_patches
from .refinement import refined_rows
from .rows import Rows
from .settings import MaskSettings, ResolvedSettings
from .stream import mask_rows

Progress = Callable[[str, float], None]  # stage (read, predict, write), fraction of this granule


def network_grid(granule: Granule, model: Model, resolution: int) -> Grid:
    """The grid to predict on: at `resolution` metres, or at the model's finest where that is coarser."""
    return product_grid(granule, max(resolution, model.finest_resolution))


def plan_mask(granule: Granule, model: Model, settings: MaskSettings, footprint: np.ndarray | None = None) -> MaskPlan:
    """Plan the patches of one granule.

    Parameters
    ----------
    footprint : (rows, cols) bool, optional
        From `read_footprint`, of the bands to read; read here when None.

    Raises
    ------
    EngineError
        As product, area and bands raise it; `wrong-level`, `bad-settings`.
    """
    bands = bands_to_read(granule, model)
    granule.require(bands)
    if granule.level not in model.levels:
        raise EngineError(
            "wrong-level", f"{model.name} runs on {' and '.join(model.levels)}; {granule.product_path} is "
            f"{granule.level}. Choose another model or product.",
        )  # fmt: skip
    resolved = settings.checked_for(model)
    settings = replace(settings, patch=resolved.patch, overlap=resolved.overlap)
    grid = product_grid(granule, settings.resolution)
    window = area_window(grid, settings.bounds, settings.bounds_crs, granule.product_path)
    valid = read_footprint(granule, bands) if footprint is None else footprint

    def plan_of(part: Model, own: MaskSettings, second: MaskPlan | None = None) -> MaskPlan:
        chosen = own.checked_for(part)
        coarse = network_grid(granule, part, settings.resolution)
        least = chosen.least_patch(part)
        patches = plan_patches(valid, coarse.shape, chosen.patch, chosen.overlap, least, part.multiple)
        # Those of the whole run, where it has them: the mask of an area is the whole run's there.
        touched = patches.touching(window.sources(grid, coarse))
        return MaskPlan(granule, part, grid, coarse, window, touched, second, model.temperature)

    first, *others = model.parts  # the members of a joined network; patch and overlap are those of the first
    second = plan_of(others[0], replace(settings, patch=None, overlap=None)) if others else None
    return plan_of(first, settings, second)


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
    announce: Callable[[MaskResult], None] = lambda result: None,
    on_rows: Callable[[np.ndarray], None] = lambda classes: None,
    confidence_file: Path | None = None,
    reason: str = "",
) -> MaskResult:
    """Mask one granule into the file `target` (.tif), with its .qml, .json and, if asked for, confidence beside it.

    Predicts on the grid of `settings.resolution`, or on the model's finest grid when that is coarser; then the
    probabilities are interpolated. Nothing unfinished stays behind.

    Parameters
    ----------
    source : PatchSource, optional
        From `open_source` with the same settings, its first patches being read already; closed at the end.
    announce : callable
        Told of the mask in the same step in which its files get their names, which no early end divides.
    on_rows : callable
        Takes the classes (n, width) uint8 of the mask's rows, from top to bottom, as they are done.
    confidence_file : Path, optional
        A place of its own for the confidence.
    reason : str
        Why this network was taken, for the .json; empty when it was asked for.

    Raises
    ------
    EngineError
        As reading, predicting and writing raise it.
    """
    watch = Stopwatch("blend")
    model = predictor.model
    files, resolved = MaskFiles(target, confidence_file), settings.checked_for(model)
    on_progress("read", 0.0)
    with ExitStack() as stack:
        if source is None:
            with watch.stage("plan"):
                source = open_source(granule, model, settings)
        plan = stack.enter_context(source).plan
        folder = stack.enter_context(unfinished_folder(target))
        out_grid = plan.grid.crop(plan.window)
        classes_file = mask_file.RowWriter(folder / "classes.tif", out_grid)
        stack.callback(classes_file.close)
        probabilities = None
        if settings.confidence:
            probabilities = mask_file.RowWriter(folder / "probabilities.tif", out_grid, CLASS_COUNT)
            stack.callback(probabilities.close)
        counts = np.zeros(256, np.int64)
        augmented = [views.Augmented(part, settings.tta) for part in predictor.parts]
        rows = mask_rows(
            source, augmented, settings.confidence or resolved.refinement is not None,
            lambda share: on_progress("predict", 0.95 - 0.93 * (1 - share)), watch,  # 0.95 exactly at the end
        )  # fmt: skip
        for classes in buffer_rows(_classes(rows, probabilities, resolved, out_grid), settings.buffer):
            counts += np.bincount(classes.ravel(), minlength=256)
            classes_file.write(classes[None])
            on_rows(classes)
        on_progress("write", 0.95)
        fractions = class_fractions(counts, model.classes)
        facts = _facts(plan, predictor, resolved, fractions)
        # In the .json alone: the raster is the same wherever its product lies, with probabilities or without.
        beside = {
            "identity": _identity(plan, predictor, resolved).to_json(),
            "confidence": files.confidence_name if settings.confidence else None,
            **({"model_reason": reason} if reason else {}),
        }
        facts["tta_reruns"] = sum(part.reruns for part in augmented)
        facts["notes"] = doubts(plan.granule, plan.bands, settings.resolution) + missing_notes(plan.granule, model)
        if resolved.refinement:
            facts["notes"] += resolved.refinement.unused(model.classes)
        if fractions["no_data"] == 1:
            facts["notes"].append(f"{plan.granule.name}: all of {'the area' if settings.bounds else 'it'} is no data.")
        with watch.stage("write"):
            titles = model_titles(model)
            mask_file.finish_mask(classes_file, files.inside(folder), facts, titles, beside, granule.product_path)
            confidence = None
            if probabilities:
                apart = files.confidence.parent != target.parent  # perhaps on another disk
                home = stack.enter_context(unfinished_folder(files.confidence)) if apart else folder
                confidence = home / files.confidence.name
                mask_file.finish_confidence(probabilities, confidence, facts)
            result = MaskResult(
                product=granule.product_path,
                granule=granule.name,
                mask=str(files.mask),
                qml=str(files.qml),
                json=str(files.json),
                confidence=str(files.confidence) if settings.confidence else None,
                fractions=fractions,
                facts={**facts, **beside},
                seconds=sum(watch.seconds.values()),
                stages=watch.seconds,
                patches=facts["patches"],
                true_colour=granule.true_colour,
                bands={name: band.path for name, band in granule.bands.items()},
            )
            on_progress("write", 1.0)  # before the result: what follows it is of another mask
            mask_file.publish_mask(folder, files, confidence, lambda: announce(result))
    return result


def _classes(
    rows: Iterator[Rows], confidence_file: mask_file.RowWriter | None, settings: ResolvedSettings, grid: Grid
) -> Iterator[np.ndarray]:
    """Classes (n, width) uint8 of the rows, refined where that is asked; the confidence is written as it passes by."""

    def written() -> Iterator[Rows]:
        for classes, confidence in rows:
            if confidence_file:
                confidence_file.write(confidence)
            yield classes, confidence

    if settings.refinement:
        pixel = ground_size(grid.crs, grid.transform, grid.width / 2, grid.height / 2, grid.resolution)
        yield from refined_rows((confidence for _, confidence in written()), settings.refinement, pixel)
    else:
        yield from (classes for classes, _ in written())


# A network without a thin class calls some thin cloud cloud and more of it clear.
NO_THIN_TITLE = "Cloud (thin cloud often missed)"


def model_titles(model: Model) -> dict[int, str]:
    """Legend texts of the classes this model can give."""
    titles = {item.value: item.title for item in CLASSES if item.value in model.classes}
    if 2 not in titles:
        titles[1] = NO_THIN_TITLE
    return titles


def _identity(plan: MaskPlan, predictor: Predictor, settings: ResolvedSettings) -> MaskIdentity:
    description = predictor.model.description_sha256
    return MaskIdentity(plan.granule.identity, predictor.weights_sha256, description, predictor.precision, settings)


def _facts(
    plan: MaskPlan, predictor: Predictor, resolved: ResolvedSettings, fractions: dict[str, float | None]
) -> dict[str, Any]:
    """Where a mask comes from; the same input and settings give the same facts."""
    granule = plan.granule
    model = predictor.model
    return {
        "software": SOFTWARE,
        "version": version(),
        "product": Path(granule.product_path).name,
        "mission": granule.mission,
        "tile": granule.tile,
        "level": granule.level,
        "baseline": granule.baseline,
        "sensing_time": granule.sensing_time,
        "model": model.name,
        "model_title": model.title,
        "model_label": model.short_name,
        "weights_sha256": predictor.weights_sha256,
        "licence": model.licence,
        "citation": model.citation,
        "engine": predictor.engine,
        "device": predictor.device,
        "precision": predictor.precision,
        **_settings_facts(resolved),
        "missing_bands": list(missing_bands(granule, model)),
        "predicted_at": plan.network_grid.resolution,
        **_second_facts(plan),
        "patches": plan.patches.count + (plan.second.patches.count if plan.second else 0),
        "classes": {str(value): title for value, title in model_titles(model).items()},
        "fractions": fractions,
    }


def _settings_facts(settings: ResolvedSettings) -> dict[str, Any]:
    """The settings; a refinement under the name that `refine` uses."""
    facts = settings.to_json()
    if "refinement" in facts:
        facts["refined"] = facts.pop("refinement")
    return facts


def _second_facts(plan: MaskPlan) -> dict[str, Any]:
    """For a joined network: each member and the grid it predicts on."""
    plans = [plan, plan.second] if plan.second else []
    return {
        "members": [
            {"model": one.model.name, "weights_sha256": one.model.sha256, "predicted_at": one.network_grid.resolution}
            for one in plans
        ]
    } if plans else {}  # fmt: skip
