"""OpenVINO on the CPU: several patches at once, each on a core or more of its own."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections import deque
from collections.abc import Iterator
from functools import cache as kept
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ..errors import EngineError, lacks_memory
from ..system import memory
from .converted import converted_network
from .exact_start import EXACT, split_network
from .model import Model
from .predictor import Predictor

if TYPE_CHECKING:
    import openvino

# OpenVINO reports every conversion to its makers' statistics where this package of its own can be imported. Nothing
# here may talk to the network unasked: without the package OpenVINO falls back on a stub.
sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]  # None is what stops an import

# A stream predicts one patch at a time and holds its activations: 130 MB at 672 px. One keeps a few cores busy.
CORES_A_STREAM = 8
# Bytes that compiling and a first patch take: 250 MB with one of 672 px, 290 MB with one of 736 px.
COMPILER_MEMORY = 384 << 20


class OpenVinoPredictor(Predictor):
    """A network compiled for the CPU. One compilation serves every patch size; results are bit-identical.

    In bfloat16 a UNetMobV2 or UKIS is compiled as two, its first convolutions in float32 (exact_start.py).
    """

    engine = "openvino"

    def __init__(
        self,
        model: Model,
        weights: Path,
        precision: str,
        *,
        threads: int | None = None,
        streams: int | None = None,
        cache: Path | None = None,
    ) -> None:
        self._core = _core()
        precision = _cpu_precision(self._core, precision)
        parallel = streams or max(1, (threads or _cores()) // CORES_A_STREAM)
        super().__init__(model, "cpu", precision, parallel)
        self._network = _with_scaling(converted_network(model, weights, self._core, cache), model)
        self._settings = {
            "INFERENCE_PRECISION_HINT": {"float32": "f32", "bfloat16": "bf16"}[precision],
            "NUM_STREAMS": parallel,
            # Reading shares the cores with us: let the system move the threads.
            "ENABLE_CPU_PINNING": False,
        }
        if threads:
            self._settings["INFERENCE_NUM_THREADS"] = threads
        self._compiled: tuple[openvino.CompiledModel, ...] = ()  # run one after the other
        self._taken: set[tuple[int, int]] = set()  # rows and columns of patches that the network is known to take
        self._lock = threading.Lock()

    def _run(self, patches: Iterator[np.ndarray]) -> Iterator[np.ndarray]:
        running: deque[_Prediction] = deque()
        try:
            for patch in patches:
                compiled = self._compiled_for(*patch.shape[1:])
                running.append(_Prediction(compiled, patch, len(self.model.classes)))
                if len(running) > self.parallel:
                    yield running.popleft().result()
            while running:
                yield running.popleft().result()
        finally:  # the caller may stop early: let none run on without its arrays
            while running:
                with contextlib.suppress(MemoryError):
                    running.popleft().result()

    def _compiled_for(self, rows: int, cols: int) -> tuple[openvino.CompiledModel, ...]:
        """The compiled network, once it is known to take patches of that size."""
        with self._lock:
            if (rows, cols) not in self._taken:
                self._check(rows, cols)
                self._taken.add((rows, cols))
            return self._compiled

    def _check(self, rows: int, cols: int) -> None:
        """Find out whether the network takes patches of that size, and compile it when the first is known to go."""
        bands, channels = len(self.model.bands), len(self.model.classes)
        try:
            self._network.reshape([1, bands, rows, cols])
            given = list(self._network.output(0).shape)
            if given == [1, channels, rows, cols]:
                if not self._compiled:
                    memory.require(COMPILER_MEMORY)
                    self._network.reshape([1, bands, *[self.model.patch or -1] * 2])
                    self._compiled = tuple(self._compile())
                return
        except RuntimeError as error:
            if lacks_memory(error):
                raise MemoryError from error
            given = None
        what = f"gives an array of {given}" if given else "cannot run"
        raise EngineError(
            "wrong-network",
            f"{self.model.name} {what} on a patch of {bands} bands, {rows} x {cols} px, where {channels} classes of "
            "that size are needed. Check its bands, classes and patch.",
        )

    def _compile(self) -> Iterator[openvino.CompiledModel]:
        if self.precision == "bfloat16" and self.model.network in EXACT:
            parts = split_network(self._network, EXACT[self.model.network])
            if parts:
                exact = {**self._settings, "INFERENCE_PRECISION_HINT": "f32"}
                yield self._core.compile_model(parts[0], "CPU", exact)
                yield self._core.compile_model(parts[1], "CPU", self._settings)
                return
        yield self._core.compile_model(self._network, "CPU", self._settings)


class _Prediction:
    """One patch at work. It keeps the arrays that the request reads and writes."""

    def __init__(self, compiled: tuple[openvino.CompiledModel, ...], patch: np.ndarray, channels: int) -> None:
        import openvino

        self._patch = patch
        self._probabilities = np.empty((channels, *patch.shape[1:]), np.float32)
        given = [openvino.Tensor(patch[None], shared_memory=True)]
        *before, self._request = (one.create_infer_request() for one in compiled)  # 50 microseconds each
        self._before = before  # they hold what the request reads
        for one in before:  # a small part of the work: done here, while the last patch is still predicted
            _give(one, given)
            one.infer()
            given = list(one.output_tensors)
        _give(self._request, given)
        self._request.set_output_tensor(openvino.Tensor(self._probabilities[None], shared_memory=True))
        self._request.start_async()

    def result(self) -> np.ndarray:
        """Wait for the probabilities, (channels, rows, cols) float32."""
        try:
            self._request.wait()
        except RuntimeError as error:  # sizes were checked before: what is left is memory
            raise MemoryError from error
        return self._probabilities


def _give(request: openvino.InferRequest, arrays: list[openvino.Tensor]) -> None:
    for number, array in enumerate(arrays):
        request.set_input_tensor(number, array)


def _with_scaling(network: openvino.Model, model: Model) -> openvino.Model:
    """The network with its scaling of reflectance before, and softmax after."""
    from openvino import Layout, Type
    from openvino import opset13 as operations
    from openvino.preprocess import PrePostProcessor

    if len(network.inputs) != 1 or len(network.outputs) != 1:
        raise EngineError("wrong-network", f"{model.name} has not one input and one output. Give another weights file.")
    try:
        steps = PrePostProcessor(network)
        steps.input().tensor().set_element_type(Type.f32)
        steps.input().model().set_layout(Layout("NCHW"))
        if model.mean is not None and model.std is not None:
            steps.input().preprocess().mean(list(model.mean)).scale(list(model.std))
        if model.output == "logits":
            steps.output().postprocess().custom(lambda logits: operations.softmax(logits, 1).output(0))
        steps.output().tensor().set_element_type(Type.f32)
        return steps.build()
    except RuntimeError as error:
        raise EngineError(
            "wrong-network", f"{model.name} does not take {len(model.bands)} bands. Check the TOML beside it."
        ) from error


@kept
def _core() -> openvino.Core:
    """The one Core of this process.

    Each Core installs a signal stack of its own (for processors with AMX) and restores the former one when it is freed.
    Two Cores freed in the order they were made leave a freed stack installed, and the next signal that Python handles
    kills the process.
    """
    import openvino

    return openvino.Core()


def _cpu_precision(core: openvino.Core, wanted: str) -> str:
    """float32 or bfloat16. "auto" takes bfloat16 where the CPU computes in it: three times as fast."""
    native = "BF16" in core.get_property("CPU", "OPTIMIZATION_CAPABILITIES")
    if wanted == "auto":
        return "bfloat16" if native else "float32"
    if wanted == "bfloat16" and not native:
        raise EngineError("bad-settings", "This CPU does not compute in bfloat16. Choose precision auto or float32.")
    if wanted == "float16":
        raise EngineError("bad-settings", "float16 is for graphics cards. Choose precision auto, float32 or bfloat16.")
    return wanted


def _cores() -> int:
    """Cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # Windows, macOS
        return os.cpu_count() or 1
