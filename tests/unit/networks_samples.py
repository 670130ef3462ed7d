"""Weights that the tests of networks make themselves, and the real ones where they are at hand."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from s2cloudmask.tests.faults.onnx_file import onnx_network

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
FIXTURE = SHARED / "models" / "unetmobv2_fixture.pt"

QUICK = np.array([[0] * 6, [40, *[0] * 5], [*[0] * 4, -40, 0]], "<f4")
QUICK_BIAS = np.array([0, -12, 2.4], "<f4")

needs_fixture = pytest.mark.skipif(not FIXTURE.is_file(), reason="needs ../shared/models/unetmobv2_fixture.pt")


def random_state_dict(seed: int = 0) -> dict:
    """State dict of an untrained UNetMobV2 whose four classes all occur."""
    import torch

    from s2cloudmask.core.networks.unetmobv2 import build_unetmobv2

    torch.manual_seed(seed)
    return build_unetmobv2().state_dict()


def reflectance(n: int, bands: int, rows: int, cols: int, seed: int = 0) -> np.ndarray:
    """Patches with some structure: (n, bands, rows, cols) float32, 0…1+."""
    rng = np.random.default_rng(seed)
    coarse = rng.gamma(2.0, 0.12, (n, bands, rows // 16, cols // 16))
    fine = rng.normal(0.0, 0.01, (n, bands, rows, cols))
    return np.clip(coarse.repeat(16, axis=2).repeat(16, axis=3) + fine, 0, None).astype(np.float32)


def ukis_file(name: str = "model_6b_l1c.onnx") -> Path:
    """The file in the wheel ukis-csmask."""
    return Path(importlib.util.find_spec("ukis_csmask").submodule_search_locations[0]) / name


def quick_network(folder: Path, name: str = "quick.onnx", doc: str = "") -> Path:
    """A network of one 1 x 1 convolution, which compiles at once: for what any network of these bands would do.

    Bright in B02 is cloud, dark in B11 shadow. `doc` gives it another hash.
    """
    path = folder / name
    path.write_bytes(onnx_network(QUICK.tobytes(), 6, 3, bias=QUICK_BIAS.tobytes(), side=0, doc=doc))
    path.with_suffix(".toml").write_text(
        'bands = ["B02", "B03", "B04", "B8A", "B11", "B12"]\nclasses = [0, 1, 3]\nlevels = ["L1C", "L2A"]\n'
    )
    return path


def run_python(code: str, *folders: Path, **environment: str) -> str:
    """Standard output of `code` in a fresh interpreter; modules in `folders` come before others."""
    root = Path(__file__).resolve().parents[2]
    start = f"import sys\nsys.path[:0] = {[str(folder) for folder in folders]!r}\nimport runpy\n"
    start += f"runpy.run_path({str(root / 'conftest.py')!r})\n"
    done = subprocess.run(
        [sys.executable, "-c", start + code], capture_output=True, text=True, env={**os.environ, **environment}
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
