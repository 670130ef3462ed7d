"""The command `finetune`: a UNetMobV2 taught the place a user works in, from labels, without forgetting the rest."""

from __future__ import annotations

import argparse
import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import EngineError
from .train import add_device_arguments

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..events import Reporter

FIGURES = {
    "cloud": "balanced accuracy of cloud",
    "shadow": "balanced accuracy of shadow",
    "overall": "overall accuracy",
}
NAME = re.compile(r"[A-Za-z0-9][\w-]{0,59}")


@dataclass(frozen=True)
class FinetuneSettings:
    """What a user can choose. resolution and block in metres, crop in pixels; held_out is a share of the labels."""

    resolution: int = 20
    steps: int = 200
    batch: int = 4
    crop: int = 256
    learning_rate: float = 0.0005
    block: int = 1000
    held_out: float = 0.3
    replay_weight: float = 1.0
    seed: int = 0

    def check(self) -> None:
        """EngineError "bad-settings" for what cannot be."""
        from ..reader import RESOLUTIONS

        for wrong, message in (
            (self.resolution not in RESOLUTIONS, "resolution is 10, 20, 30 or 60"),
            (min(self.steps, self.batch) < 1, "steps and batch are above 0"),
            (not 64 <= self.crop <= 1024 or self.crop % 32, "crop is a multiple of 32 from 64 to 1024"),
            (not 0 < self.learning_rate < 0.1, "the learning rate lies between 0 and 0.1"),
            (not 0 < self.held_out <= 0.5, "the share held out lies above 0, up to 0.5"),
            (not 2 * self.resolution <= self.block <= self.resolution * self.crop, "a block is 2 px to a crop wide"),
            (not 0 <= self.replay_weight <= 100, "the weight of replay lies between 0 and 100"),
        ):
            if wrong:
                raise EngineError("bad-settings", f"This cannot be: {message}. Change it.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of `finetune`."""
    default = FinetuneSettings()
    parser.add_argument("products", nargs="+", metavar="PRODUCT", help="Level-1C products or stacks that were labelled")
    parser.add_argument(
        "--labels", nargs="+", required=True, metavar="FILE",
        help="points of a review (CSV), points or polygons (GeoJSON), or a raster of classes",
    )  # fmt: skip
    parser.add_argument("--name", required=True, help="of the new model, in `models list` and for --model")
    parser.add_argument("--model", default="UNetMobV2_V2", metavar="NAME|FILE", help="13-band UNetMobV2 to start from")
    parser.add_argument("--replay", nargs="+", default=[], metavar="PRODUCT", help="more products to keep its skill on")
    parser.add_argument("--field", default="class", help="column or property with the class, else `label`")
    parser.add_argument("--classes", default="ours", metavar="NAME|TOML", help="class map of label rasters")
    parser.add_argument(
        "--resolution", type=int, default=default.resolution, metavar="M", help="10, 20, 30 or 60 metres"
    )
    parser.add_argument("--steps", type=int, default=default.steps, metavar="N", help="batches to learn from")
    parser.add_argument("--batch", type=int, default=default.batch, metavar="N", help="crops a batch")
    parser.add_argument("--crop", type=int, default=default.crop, metavar="PX", help="side of a crop")
    parser.add_argument("--learning-rate", type=float, default=default.learning_rate, metavar="RATE", help="of AdamW")
    parser.add_argument("--block", type=int, default=default.block, metavar="M", help="side of the squares held out")
    parser.add_argument("--held-out", type=float, default=default.held_out, metavar="SHARE", help="of the labels")
    parser.add_argument("--seed", type=int, default=default.seed, help="of all that is drawn")
    parser.add_argument("--keep-worse", action="store_true", help="keep the model even if the held-out figures fell")
    add_device_arguments(parser)


def run(args: argparse.Namespace, reporter: Reporter) -> int:
    """Finetune and register; returns the exit code."""
    settings = FinetuneSettings(
        args.resolution, args.steps, args.batch, args.crop, args.learning_rate, args.block, args.held_out,
        seed=args.seed,
    )  # fmt: skip
    figures = finetune(
        args.products, args.labels, args.name, settings, reporter, start=args.model, replay=args.replay,
        field=args.field, classes=args.classes, device=args.device, precision=args.precision, threads=args.threads,
        keep_worse=args.keep_worse,
    )  # fmt: skip
    reporter.note(sentence(figures))
    reporter.result(product=args.products[0], **figures)
    reporter.end(1, 0)
    return 0


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
    import copy

    import torch

    from .batches import batches
    from .crops import GENTLE, Crops
    from .groundwork import prepare
    from .scene import scratch_folder
    from .train import open_unetmobv2
    from .trainer import Schedule, Trainer, choose_device, choose_precision

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
        crops = Crops(ground.scenes, settings.crop, settings.seed, GENTLE)
        for images, codes in batches(crops, settings.batch, 0, settings.steps):
            trainer.step(images, codes)
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


def worse(before: dict[str, float], after: dict[str, float]) -> bool:
    """Whether the held-out figures fell: the balanced accuracies there are together, else the overall accuracy."""
    there = [key for key in ("cloud", "shadow") if before[key] is not None] or ["overall"]
    return sum(after[key] - before[key] for key in there) < 0


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
    from ..networks.catalog import models
    from ..networks.model import models_folder
    from ..networks.ownfile import WEIGHT_SUFFIXES

    if not NAME.fullmatch(name):
        raise EngineError("bad-settings", f"{name[:80]} is no model name. Use letters, digits, - and _, up to 60.")
    files = [models_folder() / f"{name}{suffix}" for suffix in sorted(WEIGHT_SUFFIXES)]
    if name.lower() in {model.name.lower() for model in models()} | {"auto"} or any(file.exists() for file in files):
        raise EngineError("exists", f"There is a model {name} already. Choose another name, or delete it.")


def register(network: Any, name: str, start: Any, note: str) -> Path:
    """Write the network as safetensors with a TOML and import it, as `models import` does. Its path."""
    import json

    from ..networks.weights import import_file, weights_path
    from .checkpoint import save_weights
    from .scene import scratch_folder

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


def finite(value: float) -> float | None:
    """The number rounded for an event; None where there is none."""
    return None if math.isnan(value) else round(value, 4)
