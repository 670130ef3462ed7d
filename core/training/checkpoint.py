"""Weights on the disk: checkpoints to go on from, and the finished network. Nothing in them is ever unpickled."""

from __future__ import annotations

import json
import math
import os
import shutil
from pathlib import Path

import torch
from safetensors.torch import save
from torch import nn

from ..errors import EngineError
from ..networks.unetmobv2 import load_unetmobv2
from ..rasters.raster_file import whole_file
from ..rasters.unfinished import output_error, unfinished_folder
from ..system import stopping
from .trainer import Trainer

_NAME = "checkpoint-*"
BEST = "best.safetensors"


def save_weights(network: nn.Module, path: Path, *, half: bool = False) -> None:
    """Write the state dict as safetensors. half: what was learned in float16, what was measured (the means and
    variances of batch normalisation, some of them tiny) still in float32."""

    learned = {name for name, _ in network.named_parameters()} if half else set()
    tensors = {}
    for name, tensor in network.state_dict().items():
        kept = tensor.detach().cpu()
        tensors[name] = (kept.half() if name in learned else kept).contiguous()
    path.write_bytes(save(tensors))


def save_checkpoint(trainer: Trainer, folder: Path, settings: str) -> None:
    """Write `folder`/checkpoint-STEP whole, then take the older ones away. `settings`: what the run must have again."""
    target = folder / f"checkpoint-{trainer.done:08d}"
    best = trainer.best if math.isfinite(trainer.best) else None
    state = {"step": trainer.done, "settings": settings, "best": best}
    older = sorted(folder.glob(_NAME))
    with unfinished_folder(target) as part:
        made = part / "checkpoint"
        made.mkdir()
        save_weights(trainer.network, made / "network.safetensors")
        save_weights(trainer.averaged, made / "averaged.safetensors")
        torch.save(trainer.optimiser.state_dict(), made / "optimiser.pt")
        (made / "state.json").write_text(json.dumps(state), "utf-8")
        try:
            with stopping.finishing():
                if target.is_dir():
                    shutil.rmtree(target)
                os.replace(made, target)
        except OSError as error:
            raise output_error(error, target) from error
    for path in older:
        if path != target:
            shutil.rmtree(path, ignore_errors=True)


def save_best(trainer: Trainer, folder: Path) -> None:
    """Keep the averaged network as the best so far."""
    with whole_file(str(folder / BEST)) as part:
        save_weights(trainer.averaged, Path(part))


def best_network(trainer: Trainer, folder: Path) -> nn.Module:
    """The network to keep: the best state, or the last where nothing told which is best."""
    return load_unetmobv2(folder / BEST) if math.isfinite(trainer.best) else trainer.averaged


def newest_checkpoint(folder: Path) -> Path | None:
    """The checkpoint to go on from, None when there is none."""
    return max(folder.glob(_NAME), default=None)


def load_checkpoint(trainer: Trainer, path: Path, settings: str) -> None:
    """Put a trainer where it was. EngineError "bad-settings" when the run had other settings, "wrong-network" when a
    file is damaged."""

    try:
        state = json.loads((path / "state.json").read_text("utf-8"))
        if state["settings"] != settings:
            raise EngineError(
                "bad-settings", f"{path} was made with other settings or data. Give those again, or another --out."
            )
        optimiser = torch.load(path / "optimiser.pt", map_location=trainer.device, weights_only=True)
        for network, name in ((trainer.network, "network"), (trainer.averaged, "averaged")):
            network.load_state_dict(load_unetmobv2(path / f"{name}.safetensors").state_dict())
        trainer.optimiser.load_state_dict(optimiser)
        trainer.done = int(state["step"])
        trainer.share = trainer.done / trainer.schedule.steps
        trainer.best = -math.inf if state["best"] is None else float(state["best"])
    except EngineError:
        raise
    except Exception as error:  # torch and json name no common class for a damaged file
        raise EngineError("wrong-network", f"{path} is damaged. Delete it and start the run again.") from error
