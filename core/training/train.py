"""The command `train`: a UNetMobV2 from products with labels and simulated clouds."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch

from ..accuracy.agreement import binary, confusion_matrix
from ..errors import EngineError
from ..events import Reporter
from ..networks.catalog import find_model
from ..networks.unetmobv2 import build_unetmobv2, load_unetmobv2
from ..networks.weights import open_weights
from ..products.grid import product_grid
from ..products.product import open_product
from ..rasters.raster_file import whole_file
from .batches import batches
from .checkpoint import load_checkpoint, newest_checkpoint, save_checkpoint, save_weights
from .config import Source, TrainConfig, manifest, refuse_held_out, run_digests
from .crops import Augmentation, Crops
from .curves import Curves
from .labels import groups
from .reference import open_teacher, raster_labels, teacher_labels
from .scene import Scene, write_scene
from .trainer import Schedule, Trainer, choose_device, choose_precision, predict

LEAST_SIDE = 48  # px: a scene smaller than this at a resolution is not used there
LOG_EVERY = 50  # steps
VALIDATION = 2**31  # the first number of the key of validation crops, beyond any step


def train(
    config: TrainConfig,
    data: Path,
    out: Path,
    reporter: Reporter,
    *,
    resume: bool = False,
    device: str = "auto",
    precision: str = "auto",
    workers: int | None = None,
    threads: int | None = None,
) -> dict[str, Any]:
    """Teach a network and write it to `out`, with manifest, checkpoints and curves; its path and figures.

    data: the folder that paths of the configuration are relative to. EngineError "bad-settings", "exists" when `out`
    holds a run and `resume` is not asked for, and as reading products and weights raises it.
    """

    if threads:
        torch.set_num_threads(threads)
    device = choose_device(device)
    precision = choose_precision(device, precision)
    digests = run_digests(config)
    refuse_held_out(config, data, digests)
    begun = newest_checkpoint(out)
    if begun and not resume:
        raise EngineError("exists", f"{out} holds a run already. Go on with --resume, or choose another folder.")
    reporter.start(
        products=len(config.sources), model=config.name, device=device, precision=precision, engine="torch",
        steps=config.steps,
    )  # fmt: skip
    scenes = prepare(config, digests, out, reporter, threads)
    facts = manifest(config, digests, data)
    (out / "manifest.json").write_text(json.dumps(facts, indent=2, ensure_ascii=False) + "\n", "utf-8")

    torch.manual_seed(config.seed)
    trainer = Trainer(
        _start(config), Schedule(config.steps, config.learning_rate, average=config.average), device, precision
    )
    settings = config.fingerprint(digests)
    if begun:
        load_checkpoint(trainer, begun, settings)
    curves = Curves(out, trainer.done)
    crops = Crops([scene for scene, use in scenes if use == "train"], config.crop, config.seed, Augmentation())
    checked = [scene for scene, use in scenes if use == "validation"]
    checks = Crops(checked, config.crop, config.seed, Augmentation()) if checked else None
    for step, loss in _losses(trainer, crops, config, workers):
        reporter.progress(config.name, "train", 0.1 + 0.9 * step / config.steps)
        due = step % config.validate_every == 0 or step == config.steps
        if due or step % LOG_EVERY == 0:
            figures = validate(trainer, checks, config.validation_crops) if due and checks else {}
            curves.add(step=step, rate=trainer.schedule.rate(step - 1), loss=loss, **figures)
        if due:
            save_checkpoint(trainer, out, settings)
    path = _write_network(trainer, config, out, facts)
    last = curves.rows[-1]
    told = {name: round(last[name], 4) for name in ("loss", "cloud", "shadow") if last[name] == last[name]}
    return {"path": str(path), "steps": trainer.done, **told}


def prepare(
    config: TrainConfig, digests: dict[Path, str], out: Path, reporter: Reporter, threads: int | None = None
) -> list[tuple[Scene, str]]:
    """Write the scenes of a run into `out`/scenes, or find them there; each with its use."""

    (out / "scenes").mkdir(parents=True, exist_ok=True)
    label = _Labels(threads)
    scenes = []
    for number, source in enumerate(config.sources):
        reporter.progress(str(source.file), "read", 0.1 * number / len(config.sources))
        said = f"{source.labels}_{source.classes}" if source.labels in ("clear", "teacher") else (
            f"{digests[Path(source.labels)]}_{source.classes}"
        )  # fmt: skip
        for granule in open_product(str(source.file)).granules:
            found = []
            for resolution in source.resolutions or config.resolutions:
                grid = product_grid(granule, resolution)
                finest = min(band.resolution for band in granule.bands.values())
                if resolution < finest or min(grid.height, grid.width) < LEAST_SIDE:
                    continue
                folder = out / "scenes" / _scene_name(digests[source.file], granule.name, said, resolution)
                write_scene(granule, resolution, folder, label.of(source, granule), clear=source.labels == "clear")
                found.append(Scene(folder, resolution, simulate=source.simulate))
            scenes += [
                (Scene(scene.folder, scene.resolution, source.weight / len(found), source.simulate), source.use)
                for scene in found
                if source.weight
            ]
    if not any(use == "train" for _, use in scenes):
        raise EngineError(
            "bad-settings", f"No source to train from is {LEAST_SIDE} px wide at a resolution asked for. Ask for finer."
        )
    return scenes


def _scene_name(digest: str, granule: str, labels: str, resolution: int) -> str:

    return hashlib.sha256(f"{digest}/{granule}/{labels}".encode()).hexdigest()[:16] + f"_{resolution}m"


class _Labels:
    """Label codes of sources; the teacher is opened when the first of them asks for it."""

    def __init__(self, threads: int | None) -> None:
        self._threads, self._teacher = threads, None

    def of(self, source: Source, granule: Any) -> Any:
        """A function of a grid and of where there is data, as `write_scene` takes it."""

        def labels(grid: Any, valid: np.ndarray) -> np.ndarray:

            if source.labels == "clear":
                return np.zeros(valid.shape, np.uint8)
            if source.labels != "teacher":
                return raster_labels(source.labels, source.classes, grid)
            self._teacher = self._teacher or open_teacher(self._threads)
            return teacher_labels(granule, grid, self._teacher)

        return labels


def _start(config: TrainConfig) -> Any:
    """The network to begin with: untrained, or a 13-band UNetMobV2 by name or path."""

    return open_unetmobv2(config.start)[0] if config.start else build_unetmobv2()


def open_unetmobv2(name_or_path: str) -> tuple[Any, Any]:
    """The torch module and the Model of a 13-band UNetMobV2. EngineError "wrong-network" for any other network."""

    model = find_model(name_or_path)
    if model.network != "unetmobv2" or model.mean:
        raise EngineError("wrong-network", f"{model.name} is not a 13-band UNetMobV2. Start from one.")
    return load_unetmobv2(open_weights(model)), model


def _losses(trainer: Any, crops: Crops, config: TrainConfig, workers: int | None) -> Any:
    """Teach to the end; the number of steps done and the mean loss of the latest, after each."""

    if workers is None:
        workers = min(16, (os.cpu_count() or 1) - 1) if trainer.device == "cuda" else 0
    recent: list[float] = []
    pin = trainer.device == "cuda"
    for images, labels in batches(crops, config.batch, trainer.done, config.steps, workers=workers, pin=pin):
        recent = [*recent[-LOG_EVERY + 1 :], trainer.step(images, labels)]
        yield trainer.done, sum(recent) / len(recent)


def validate(trainer: Any, checks: Crops, count: int) -> dict[str, float]:
    """Balanced accuracy of cloud and of shadow on `count` crops, the same ones every time."""

    matrix = np.zeros((3, 3), np.int64)
    for number in range(count):
        image, labels = checks.draw(VALIDATION, number)
        predicted = predict(trainer.averaged, image, trainer.device)
        matrix += confusion_matrix(groups(labels), groups(predicted), 3)
    return {"cloud": binary(matrix, (1,)).boa, "shadow": binary(matrix, (2,)).boa}


def _write_network(trainer: Any, config: TrainConfig, out: Path, facts: list[dict[str, Any]]) -> Path:
    """The finished network in half precision with the TOML that makes it one of the known, and the run's settings."""

    path = out / f"{config.name}.safetensors"
    with whole_file(str(path)) as part:
        save_weights(trainer.averaged, Path(part), half=True)
    licences = sorted({str(fact["licence"]) for fact in facts})
    entries = {
        "title": f"UNetMobV2 {config.name}",
        "finest_resolution": min(config.resolutions),
        "licence": f"data: {'; '.join(licences)}",
        "note": f"Four classes, Level-1C only. {trainer.done} steps from {len(facts)} sources.",
    }
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in entries.items()]
    path.with_suffix(".toml").write_text("".join(lines), "utf-8")
    settings = {key: value for key, value in asdict(config).items() if key not in ("sources", "held_out")}
    (out / "settings.json").write_text(json.dumps(settings, indent=2) + "\n", "utf-8")
    return path
