"""Networks in OpenVINO's own form, kept in a cache by the hash of their weights: torch is needed once a network.

An entry is a folder `<SHA-256 of the weights>-<CONVERSION>` with network.xml, network.bin and a line of their hashes.
It is written under another name and renamed; one that is damaged is made again.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import time
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import EngineError, lacks_memory
from ..system import memory, stopping
from ..system.files import file_sha256
from .model import Model, cache_folder
from .upsampling import with_folded_upsampling

if TYPE_CHECKING:
    import openvino

CONVERSION = 2  # raise it when a conversion gives another network
FILES = ("network.xml", "network.bin")
TEMPORARY = re.compile(r"\.[0-9a-f]{64}-\d+\.\d+")  # of an entry that is being written, with the process
READER_MEMORY = 32 << 20  # bytes that OpenVINO's reader of ONNX takes when it is loaded
STALE_SECONDS = 24 * 3600


def converted_network(model: Model, weights: Path, core: openvino.Core, cache: Path | None = None) -> openvino.Model:
    """The network as it was trained: (n, bands, rows, cols) in, logits or probabilities out.

    Converted from torch or ONNX the first time (UNetMobV2: about 10 s), read from the cache from then on. A cache that
    cannot be written costs time, nothing else. Errors: wrong-network, missing-model (torch is not there to convert).
    """
    entry = (cache or cache_folder()) / f"{model.sha256}-{CONVERSION}"
    found = _read(entry, core)
    if found is not None:
        return found
    network = _convert(model, weights, core)
    _keep(network, entry)
    return network


def _read(entry: Path, core: openvino.Core) -> openvino.Model | None:
    # A file that was cut off would be mapped into memory and end the process when touched: look first.
    if not _is_whole(entry):
        return None
    try:
        return core.read_model(entry / FILES[0])
    except RuntimeError:  # written by a newer OpenVINO
        return None


def _is_whole(entry: Path) -> bool:
    try:
        hashes = (entry / "hashes").read_text(encoding="ascii").split()
        return hashes == [file_sha256(entry / name) for name in FILES]
    except (OSError, ValueError, EngineError):
        return False


def _keep(network: openvino.Model, entry: Path) -> None:
    import openvino

    temporary = entry.with_name(f".{entry.name}.{os.getpid()}")
    stopping.register(temporary)
    try:
        temporary.mkdir(parents=True)
        openvino.save_model(network, temporary / FILES[0], compress_to_fp16=False)
        hashes = "\n".join(file_sha256(temporary / name) for name in FILES)
        (temporary / "hashes").write_text(hashes, encoding="ascii")
        if not _is_whole(entry):  # or another run was first
            shutil.rmtree(entry, ignore_errors=True)
            temporary.rename(entry)
        for former in entry.parent.glob(f"{entry.name.partition('-')[0]}-*"):
            if former != entry:  # a conversion by an older version
                shutil.rmtree(former, ignore_errors=True)
        _sweep(entry.parent)
    except (OSError, RuntimeError):  # a full or read-only disk: do without
        pass
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
        stopping.release(temporary)


def _sweep(folder: Path) -> None:
    """Remove what a run that was killed left behind."""
    for path in folder.iterdir():
        if TEMPORARY.fullmatch(path.name) and path.stat().st_mtime < time.time() - STALE_SECONDS:
            shutil.rmtree(path, ignore_errors=True)


def _convert(model: Model, weights: Path, core: openvino.Core) -> openvino.Model:
    from openvino._offline_transformations import apply_moc_transformations

    network = _from_onnx(weights, core) if model.network in ("onnx", "ukis") else _from_torch(model, weights)
    # Fold constants and normalisation now: it halves the time to start from the cache.
    apply_moc_transformations(network, cf=True)
    side = model.patch or model.multiple
    return with_folded_upsampling(network, (1, len(model.bands), side, side))


def _from_onnx(weights: Path, core: openvino.Core) -> openvino.Model:
    try:
        return core.read_model(weights)
    except RuntimeError as error:
        if lacks_memory(error):
            raise MemoryError from error
        memory.require(READER_MEMORY)  # OpenVINO does not say that it lacked memory to load its reader
        raise EngineError("wrong-network", f"{weights} is not a readable ONNX network. Give another file.") from error


def _from_torch(model: Model, weights: Path) -> openvino.Model:
    # PyTorch makes a folder when it traces a network: beside our own cache, or in the temporary folder.
    folder = cache_folder() / "torchinductor"
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        os.environ.setdefault("TORCHINDUCTOR_CACHE_DIR", str(folder))
    try:
        import torch
    except (ImportError, OSError, ValueError) as error:  # not there, or without CUDA's or Windows' libraries
        if lacks_memory(error):
            raise MemoryError from error
        raise EngineError(
            "missing-model",
            f"{model.name} must be converted once, which needs torch ({error}). Repair the installation.",
        ) from error
    import openvino

    from .torch_engine import load_module

    module = load_module(model, weights)
    side = model.patch or model.multiple * 2
    example = torch.zeros(1, len(model.bands), side, side)
    sides = [model.patch or -1] * 2
    try:
        with warnings.catch_warnings(), torch.no_grad():
            warnings.simplefilter("ignore")  # the tracer's remarks on shapes it sees as constants
            if not isinstance(module, torch.jit.ScriptModule):
                module = torch.jit.trace(module, example, check_trace=False)  # OpenVINO would check, in twice the time
            return openvino.convert_model(module, example_input=example, input=[-1, len(model.bands), *sides])
    except Exception as error:  # OpenVINO and the tracer name no common class
        raise EngineError(
            "wrong-network", f"{weights} cannot be run on {len(model.bands)} bands. Give another weights file."
        ) from error
