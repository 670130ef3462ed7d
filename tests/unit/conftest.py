"""What the unit tests share: simulated products, the real ones where they are, and the command as a user runs it."""

import gc
import hashlib
import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from networks_samples import quick_network, random_state_dict
from ready_engine import PROGRAM, ReadyEngine

# Tests that import OpenVINO before the engine does report nothing to its makers either, and wait for no answer.
sys.modules.setdefault("openvino_telemetry", None)

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"


def pytest_collection_finish() -> None:
    """What is loaded stays to the end: the collector need not go through it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real products beside the repository."""
    if not (SHARED / "data").is_dir():
        pytest.skip("needs the real products in ../shared, which a fresh clone elsewhere does not have")
    return SHARED


@pytest.fixture(scope="session")
def metrics():
    """The figures of scikit-learn, which takes seconds to load: only for tests that compare with them."""
    from sklearn import metrics

    return metrics


@pytest.fixture(scope="session")
def trained_weights(tmp_path_factory) -> Path:
    """Our own UNetMobV2 as a file in the official layout: trained weights that the list of networks does not name."""
    from safetensors.torch import load_file

    own = ROOT / "core" / "networks" / "unetmobv2_s2cm.safetensors"
    return kept_weights(tmp_path_factory, "trained.pt", lambda: load_file(own))


@pytest.fixture(scope="session")
def random_weights(tmp_path_factory) -> Path:
    """An untrained UNetMobV2 as a file in the official layout."""
    return kept_weights(tmp_path_factory, "random.pt", random_state_dict)


def kept_weights(tmp_path_factory, name: str, make) -> Path:
    """A state dict as a file that is written once a run."""
    import torch

    path = shared_folder(tmp_path_factory) / "weights" / name
    path.parent.mkdir(exist_ok=True)
    with FileLock(path.with_suffix(".lock")):
        if not path.exists():
            torch.save(make(), path)
    return path


@pytest.fixture
def without_openvino(monkeypatch):
    """PyTorch predicts, as where OpenVINO is not installed: no network is converted for one patch."""
    there = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "openvino" else there(name))


@pytest.fixture(scope="session", autouse=True)
def network_cache(tmp_path_factory) -> Iterator[Path]:
    """Where this run keeps converted networks, for all its processes; the user's own cache is left alone."""
    with pytest.MonkeyPatch.context() as environment:
        folder = shared_folder(tmp_path_factory) / "cache"
        environment.setenv("S2CLOUDMASK_CACHE", str(folder))
        yield folder


@pytest.fixture(scope="session", autouse=True)
def freed_memory_is_kept() -> Iterator[None]:
    """Tests take the same arrays again and again; a command in this process would have them given back each time."""
    from s2cloudmask.core.system import allocator

    with pytest.MonkeyPatch.context() as patch:
        allocator.keep_freed_memory()
        patch.setattr(allocator, "return_freed_memory", lambda: None)
        yield


def shared_folder(tmp_path_factory) -> Path:
    """A folder of this run that all processes of pytest-xdist share: a network is converted, a product made once."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base


@pytest.fixture(scope="session")
def simulated(tmp_path_factory):
    """Make a simulated product once a run: `simulated(size=360, layout="zip")` gives its SimulatedProduct."""
    from s2cloudmask.core.simulation.simulate import SimulatedProduct, simulate

    def make(**options):
        options = {"size": 360, "seed": 5, **options}
        name = hashlib.sha256(json.dumps(options, sort_keys=True).encode()).hexdigest()[:12]
        folder = shared_folder(tmp_path_factory) / "products" / name
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / "lock"):
            told = folder / "made.json"
            if not told.exists():
                made = simulate(folder / "product", **options)
                told.write_text(json.dumps([str(made.path), *map(str, made.truths)]), "utf-8")
            path, *truths = map(Path, json.loads(told.read_text("utf-8")))
        return SimulatedProduct(path, tuple(truths))

    return make


@pytest.fixture(scope="session")
def masks():
    """Mask products in this process, with one network for all: `masks(product, out=folder)` gives the run's events."""
    from s2cloudmask.core.events import Reporter
    from s2cloudmask.core.masking.settings import MaskSettings
    from s2cloudmask.core.runs.mask_request import MaskRequest
    from s2cloudmask.core.runs.predictors import Predictors
    from s2cloudmask.core.system.gdal_settings import environment

    class Listener(Reporter):
        def __init__(self) -> None:
            super().__init__()
            self.events, self.notes = [], []

        def _emit(self, event):
            self.events.append(event)

        def note(self, message):
            self.notes.append(message)

        def of(self, kind):
            return [event for event in self.events if event["event"] == kind]

    predictors = Predictors("cpu", "auto")

    def mask(*products, out=None, mask_file=None, confidence_file=None, model="ukis_l1c", resolution=60, **settings):
        listener = Listener()
        with environment():
            request = MaskRequest(
                (str(model),),
                MaskSettings(resolution=resolution, **settings),
                out and str(out),
                mask_file,
                "cpu",
                "auto",
                confidence_file=confidence_file,
            )
            listener.code = request.mask([str(product) for product in products], listener, predictors)
        return listener

    return mask


class Finished:
    """A finished run of the command: exit status, events, standard output and error."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def events(self) -> list[dict]:
        return [json.loads(line) for line in self.out.splitlines()]

    def of(self, kind: str) -> list[dict]:
        return [event for event in self.events if event["event"] == kind]


@pytest.fixture(scope="session")
def quick(tmp_path_factory) -> Path:
    """A network that compiles at once; `command` knows it as `quick`. For what any network would do."""
    return quick_network(tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="session")
def command(quick, network_cache):
    """Run `s2cloudmask …` in a process of its own: `command("mask", product, "--out", folder)`."""
    environment = {**os.environ, "S2CLOUDMASK_MODELS": str(quick.parent)}
    program = [sys.executable, PROGRAM]
    ready = ReadyEngine() if os.name == "posix" else None

    def run(*arguments, env=None, timeout=300, **options) -> Finished:
        words, variables = [*map(str, arguments)], {**environment, **(env or {})}
        if ready and not options and all(name.startswith(("S2CLOUDMASK_", "AWS_")) for name in env or {}):
            return Finished(*ready.run(words, variables, timeout))
        done = subprocess.run(
            [*program, *words], env=variables, capture_output=True, text=True, timeout=timeout,
            stdin=subprocess.DEVNULL, check=False, **options,
        )  # fmt: skip
        return Finished(done.returncode, done.stdout, done.stderr)

    def start(*arguments, env=None, **options) -> subprocess.Popen:
        return subprocess.Popen(
            [*program, *map(str, arguments)], env={**environment, **(env or {})}, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, **{"stdin": subprocess.DEVNULL, **options},
        )  # fmt: skip

    run.start = start
    yield run
    if ready:
        ready.end()
