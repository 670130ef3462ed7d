"""The peers, from PyPI, in a folder of their own beside the engine's environment, so that both use the same PyTorch."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TITLES = {"clouds2mask": "CloudS2Mask 1.1.3, float32", "omnicloudmask": "OmniCloudMask 1.8.1"}
# With --no-deps: all else that they import here is in the engine's environment.
PACKAGES = ("clouds2mask==1.1.3", "omnicloudmask==1.8.1", "classcounter==0.2.1", "platformdirs==4.14.7")
HOW = (
    "CloudS2Mask runs its own pipeline with this very network in place of its own, which cannot be had offline; "
    "batches of one and float32, as its README advises for a CPU; patches of 512 px, as its 500 are no multiple of 32. "
    "OmniCloudMask runs its defaults with two networks of its architectures and random weights: its time is right, "
    "its mask means nothing."
)


def environment(build: Path) -> dict[str, str]:
    """Install the peers under `build`, once; the variables with which the engine's Python finds them."""
    folder = build / "peers"
    if not folder.exists():
        unfinished = build / "peers.part"
        subprocess.run(
            [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--upgrade", "--target", unfinished, *PACKAGES],
            check=True,
        )
        unfinished.rename(folder)
    return {"PYTHONPATH": os.fspath(folder)}


def command(peer: str, product: Path, out: Path, resolution: int, weights: Path) -> list[str]:
    """The command that runs one peer on one product."""
    script = Path(__file__).with_name("peer_run.py")
    return [sys.executable, *map(os.fspath, (script, peer, product, out)), str(resolution), os.fspath(weights)]
