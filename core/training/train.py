"""The command `train`: a UNetMobV2 from products with labels, real clouds laid elsewhere and simulated ones."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch

from ..errors import EngineError
from ..events import Reporter
from ..networks.catalog import find_model
from ..networks.unetmobv2 import build_unetmobv2, load_unetmobv2
from ..networks.weights import open_weights
from ..products.metadata import BAND_IDS
from ..rasters.raster_file import whole_file
from .checkpoint import best_network, load_checkpoint, newest_checkpoint, save_best, save_checkpoint, save_weights
from .config import TrainConfig
from .crops import Augmentation, Crops
from .curves import Curves
from .prepare import prepare
from .scorecard import Scorecard
from .trainer import Schedule, Trainer, choose_device, choose_precision

LOG_EVERY = 50  # steps


def train(
    config: TrainConfig,
    data: Path,
    out: Path,
    reporter: Reporter,
    *,
    resume: bool = False,
    device: str = "auto",
    precision: str = "auto",
    threads: int | None = None,
    minutes: float | None = None,
) -> dict[str, Any]:
    """Teach a network and write it to `out`, with manifest, checkpoints and curves; its path and figures.

    The state that is kept is the one with the best score on the validation scenes, the last where there are none.
    data: the folder that paths of the configuration are relative to. minutes: of learning; steps are then how far the
    learning rate would fall, and it falls by the time instead. EngineError "bad-settings", "exists" when `out` holds a
    run and `resume` is not asked for, and as reading products and weights raises it.
    """

    if threads:
        torch.set_num_threads(threads)
    device = choose_device(device)
    precision = choose_precision(device, precision)
    begun = newest_checkpoint(out)
    if begun and not resume:
        raise EngineError("exists", f"{out} holds a run already. Go on with --resume, or choose another folder.")
    reporter.start(
        products=len(config.sources), model=config.name, device=device, precision=precision, engine="torch",
        steps=config.steps,
    )  # fmt: skip
    ready = prepare(config, data, out, reporter, threads)
    (out / "manifest.json").write_text(json.dumps(ready.facts, indent=2, ensure_ascii=False) + "\n", "utf-8")

    torch.manual_seed(config.seed)
    schedule = Schedule(config.steps, config.learning_rate, average=config.average, minutes=minutes)
    trainer = Trainer(_start(config), schedule, device, precision)
    settings = config.fingerprint(ready.digests)
    if begun:
        load_checkpoint(trainer, begun, settings)
    curves = Curves(out, trainer.done)
    cut = ready.cut()
    crops = Crops(
        [scene for scene, use, _ in ready.scenes if use == "train"], config.crop, config.seed, Augmentation(),
        cut=None if cut is None else torch.from_numpy(cut), device=device,
    )  # fmt: skip
    checks = [(scene, role) for scene, use, role in ready.scenes if use == "validation"]
    card = Scorecard(checks, out, device) if checks else None
    for step, loss in _losses(trainer, crops, config):
        reporter.progress(config.name, "train", 0.1 + 0.9 * trainer.share)
        last = trainer.share >= 1
        due = step % config.validate_every == 0 or last
        if due or step % LOG_EVERY == 0:
            figures = card.measure(trainer.averaged, step) if due and card else {}
            curves.add(step=step, rate=trainer.rate, loss=float(loss), **figures)
            if figures and figures["score"] > trainer.best:
                trainer.best = figures["score"]
                save_best(trainer, out)
        if due:
            save_checkpoint(trainer, out, settings)
    path = _write_network(trainer, config, out, ready.facts)
    last_row = curves.rows[-1]
    names = ("loss", "score", "cloud", "shadow")
    told = {name: round(last_row[name], 4) for name in names if last_row[name] == last_row[name]}
    return {"path": str(path), "steps": trainer.done, **told}


def _start(config: TrainConfig) -> Any:
    """The network to begin with: untrained, or a 13-band UNetMobV2 by name or path."""

    return open_unetmobv2(config.start)[0] if config.start else build_unetmobv2()


def open_unetmobv2(name_or_path: str) -> tuple[Any, Any]:
    """The torch module and the Model of a 13-band UNetMobV2. EngineError "wrong-network" for any other network."""

    model = find_model(name_or_path)
    if model.network != "unetmobv2" or model.mean or len(model.bands) != len(BAND_IDS):
        raise EngineError("wrong-network", f"{model.name} is not a 13-band UNetMobV2. Start from one.")
    return load_unetmobv2(open_weights(model)), model


def _losses(trainer: Any, crops: Crops, config: TrainConfig) -> Any:
    """Teach to the end; the number of steps done and the mean loss of the latest, after each."""
    mean = None
    while trainer.share < 1:
        loss = trainer.step(*crops.batch(trainer.done, config.batch))
        mean = loss if mean is None else mean + (loss - mean) / min(trainer.done, LOG_EVERY)
        yield trainer.done, mean


def _write_network(trainer: Any, config: TrainConfig, out: Path, facts: list[dict[str, Any]]) -> Path:
    """The finished network in half precision with the TOML that makes it one of the known, and the run's settings."""

    path = out / f"{config.name}.safetensors"
    with whole_file(str(path)) as part:
        save_weights(best_network(trainer, out), Path(part), half=True)
    licences = sorted({str(fact["licence"]) for fact in facts})
    entries = {
        "title": f"UNetMobV2 {config.name}",
        "finest_resolution": min(config.resolutions),
        "licence": f"data: {'; '.join(licences)}",
        "levels": ["L1C", "L2A"],
        "may_lack": ["B01", "B09", "B10"],
        "note": f"Four classes. {trainer.done} steps from {len(facts)} sources.",
    }
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in entries.items()]
    path.with_suffix(".toml").write_text("".join(lines), "utf-8")
    settings = {key: value for key, value in asdict(config).items() if key not in ("sources", "held_out")}
    (out / "settings.json").write_text(json.dumps(settings, indent=2) + "\n", "utf-8")
    return path
