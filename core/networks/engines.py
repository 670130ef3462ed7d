"""Which engine runs a network, where and in what precision: torch on a graphics card, OpenVINO on the CPU."""

from __future__ import annotations

import ctypes
import importlib.util
import re
import sys
from pathlib import Path

import numpy as np

from ..errors import EngineError
from .model import Model
from .predictor import Predictor
from .weights import open_weights

__all__ = ["Predictor", "open_predictor", "try_model"]

DEVICES = ("auto", "cpu", "cuda", "mps")
PRECISIONS = ("auto", "float32", "bfloat16", "float16")


def open_predictor(
    model: Model,
    *,
    device: str = "auto",
    precision: str = "auto",
    threads: int | None = None,
    streams: int | None = None,
    cache: Path | None = None,
) -> Predictor:
    """Load a network where it runs best: a graphics card where torch finds one, else the CPU by OpenVINO.

    precision "auto" is float16 on a card where it holds, bfloat16 on a CPU that has it, else float32.
    threads: CPU threads in all (None: all cores). streams: patches at once on the CPU (None: one a few cores).
    cache: folder of converted networks (None: the user's).
    Errors: missing-model, wrong-hash, wrong-network, bad-settings (a device or precision this machine lacks).
    """
    if device not in DEVICES or precision not in PRECISIONS:
        raise EngineError("bad-settings", f"Device {device!r} or precision {precision!r} is unknown. See --help.")
    path = open_weights(model)
    card = _card(model, device)
    if card is not None:
        from .torch_engine import TorchPredictor

        try:
            return TorchPredictor(model, path, card, precision)
        except (MemoryError, EngineError) as error:  # on the CPU, what is wrong with the network is said once more
            if device != "auto":
                if isinstance(error, EngineError) and error.code != "out-of-memory":
                    raise
                raise EngineError(
                    "out-of-memory",
                    f"The graphics card has no memory left for {model.name}. Close what uses it, or choose device cpu.",
                ) from error
    if importlib.util.find_spec("openvino") is not None:
        from .openvino_engine import OpenVinoPredictor

        return OpenVinoPredictor(model, path, precision, threads=threads, streams=streams, cache=cache)
    if model.network in ("onnx", "ukis"):
        raise EngineError("missing-model", f"{model.name} needs OpenVINO. Repair the installation.")
    from .torch_engine import TorchPredictor

    return TorchPredictor(model, path, "cpu", precision, threads=threads)


def try_model(model: Model) -> None:
    """Run one small patch, so that a file that cannot work is refused before it is kept. Errors: as predict's."""

    side = model.patch or model.multiple * max(1, 64 // model.multiple)
    patch = np.full((1, len(model.bands), side, side), 0.2, np.float32)
    if not np.isfinite(open_predictor(model, device="cpu", precision="float32").predict(patch)).all():
        raise EngineError("wrong-network", f"{model.path} gives values that are not finite. Give another weights file.")


def _card(model: Model, device: str) -> str | None:
    """ "cuda", "mps", or None for the CPU. Torch is imported only where a card may be there."""
    if device == "cpu":
        return None
    if model.network in ("onnx", "ukis"):
        if device == "auto":
            return None
        raise EngineError("bad-settings", f"{model.name} runs on the CPU only. Choose device auto or cpu.")
    wanted = ("cuda", "mps") if device == "auto" else (device,)
    found = next((name for name in wanted if _has(name)), None)
    if found is None and device != "auto":
        raise EngineError(
            "bad-settings",
            f"Device {device} cannot be used: its card, driver or torch build is missing. Choose auto or cpu.",
        )
    return found


def _has(device: str) -> bool:
    """Whether torch can use a card, found out without importing torch where it cannot: that takes seconds."""
    spec = importlib.util.find_spec("torch")
    if spec is None or spec.origin is None:
        return False
    if device == "mps" and sys.platform != "darwin":
        return False
    if device == "cuda":
        version = Path(spec.origin).with_name("version.py")
        # `cuda: Optional[str] = None` and the same for hip in a build for the CPU
        built = version.read_text(encoding="utf-8") if version.is_file() else ""
        found = set(re.findall(r"^(cuda|hip)\b[^=\n]*=\s*['\"]", built, re.MULTILINE))
        if not found or (found == {"cuda"} and not _has_driver()):
            return False
    try:
        import torch
    except (ImportError, OSError, ValueError):  # a build without its libraries: said where a network needs it
        return False
    return torch.cuda.is_available() if device == "cuda" else torch.backends.mps.is_available()


def _has_driver() -> bool:
    """Whether NVIDIA's driver is there, which torch itself would load."""
    try:
        ctypes.CDLL("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1")
    except OSError:
        return False
    return True
