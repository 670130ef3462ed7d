"""The command `finetune`: a UNetMobV2 taught the place a user works in, from labels, without forgetting the rest."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch

from ..errors import EngineError
from ..events import Reporter
from ..networks.catalog import models
from ..networks.importing import import_file
from ..networks.model import models_folder
from ..networks.own_network import WEIGHT_SUFFIXES
from ..networks.weights import weights_path
from .checkpoint import save_weights
from .crops import GENTLE, Crops
from .finetune_data import prepare
from .finetune_settings import FinetuneSettings
from .scene import scratch_folder
from .train import open_unetmobv2
from .trainer import Schedule, Trainer, choose_device, choose_precision

FIGURES = {
    "cloud": "balanced accuracy of cloud",
    "shadow": "balanced accuracy of shadow",
    "overall": "overall accuracy",
}
NAME = re.compile(r"[A-Za-z0-9][\w-]{0,59}")


def finetune(
    products: list[str],
    labels: list[str],
    name: str,
    settings: FinetuneSettings,
    reporter: Reporter,
    *,
    start: str = "UNetMobV2_V2",
    replay: list[str] | None = None,
    field: str = "class",
    classes: str = "ours",
    device: str = "auto",
    precision: str = "auto",
    threads: int | None = None,
    keep_worse: bool = False,
) -> dict[str, Any]:
    """Teach a network the labels and register it as `name` in the models folder; its path and figures.

    EngineError "bad-settings" (labels that cannot be used, figures that fell), "exists" (the name is taken),
    "wrong-network" (the start is no 13-band UNetMobV2), and as products raise it.
    """

    settings.check()
    _check_name(name)
    if threads:
        torch.set_num_threads(threads)
    device = choose_device(device)
    precision = choose_precision(device, precision)
    begin, model = open_unetmobv2(start)
    reporter.start(
        products=len(products), model=name, device=device, precision=precision, engine="torch", start=model.name
    )

    def told(stage: str) -> Callable[[float], None]:
        first, last = {"read": (0.0, 0.25), "train": (0.25, 0.95), "check": (0.95, 1.0)}[stage]
        return lambda share: reporter.progress(name, stage, first + (last - first) * share)

    with scratch_folder() as folder:
        ground = prepare(
            products, labels, replay or [], begin, model, settings, folder, field=field, classes=classes,
            threads=threads, on_progress=told("read"),
        )  # fmt: skip
        reporter.note(ground.sentence())
        before = ground.accuracy(begin.to(device), device)
        schedule = Schedule(
            settings.steps, settings.learning_rate, average=0.98, replay_weight=settings.replay_weight,
            frozen_statistics=True,
        )  # fmt: skip
        torch.manual_seed(settings.seed)
        trainer = Trainer(copy.deepcopy(begin), schedule, device, precision)
        crops = Crops(ground.scenes, settings.crop, settings.seed, GENTLE, device=device)
        for step in range(settings.steps):
            trainer.step(*crops.batch(step, settings.batch))
            told("train")(trainer.done / settings.steps)
        after = ground.accuracy(trainer.averaged, device)
        kept = ground.agreement(trainer.averaged, begin, device)
    figures = {
        "model": name, "start": model.name, "steps": settings.steps, "before": before, "after": after,
        "agreement": kept, "labelled_pixels": ground.counts,
    }  # fmt: skip
    if worse(before, after) and not keep_worse:
        raise EngineError(
            "bad-settings", f"{sentence(figures)} So it was not kept. Label more places, or pass --keep-worse."
        )
    path = register(trainer.averaged, name, model, sentence(figures))
    told("check")(1.0)
    return {**figures, "path": str(path)}


def worse(before: dict[str, float | None], after: dict[str, float | None]) -> bool:
    """Whether the held-out figures fell: the balanced accuracies there are together, else the overall accuracy."""

    def changes(*keys: str) -> list[float]:
        pairs = [(before[key], after[key]) for key in keys]
        return [new - old for old, new in pairs if old is not None and new is not None]

    return sum(changes("cloud", "shadow") or changes("overall")) < 0


def sentence(figures: dict[str, Any]) -> str:
    """The figures in words."""
    before, after = figures["before"], figures["after"]
    parts = [
        f"{title} {before[key]:.3f} before, {after[key]:.3f} after"
        for key, title in FIGURES.items()
        if before[key] is not None
    ]
    kept = figures["agreement"]
    return (
        f"{figures['model']} on labels held out by place: {'; '.join(parts)}. "
        + (f"Agreement with {figures['start']} on replayed tiles: {kept:.3f}." if kept is not None else "")
    ).strip()


def _check_name(name: str) -> None:

    if not NAME.fullmatch(name):
        raise EngineError("bad-settings", f"{name[:80]} is not a model name. Use letters, digits, - and _, up to 60.")
    files = [models_folder() / f"{name}{suffix}" for suffix in sorted(WEIGHT_SUFFIXES)]
    if name.lower() in {model.name.lower() for model in models()} | {"auto"} or any(file.exists() for file in files):
        raise EngineError("exists", f"There is a model {name} already. Choose another name, or delete it.")


def register(network: Any, name: str, start: Any, note: str) -> Path:
    """Write the network as safetensors with a TOML and import it, as `models import` does. Its path."""

    licence = start.licence or "that of its start and of the labels"
    entries = {
        "title": f"{start.name}, finetuned as {name}",
        "finest_resolution": start.finest_resolution,
        "licence": f"weights derived from {start.name}: {licence}",
        "citation": start.citation,
        "note": note,
    }
    with scratch_folder() as folder:
        path = folder / f"{name}.safetensors"
        save_weights(network, path)
        lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in entries.items()]
        path.with_suffix(".toml").write_text("".join(lines), "utf-8")
        return weights_path(import_file(path))
