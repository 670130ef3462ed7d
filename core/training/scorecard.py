"""How a network does on whole scenes: figures a scene in three views, and the one number that picks the best state.

The views are Level-1C at 10 m and at 20 m, and Level-2A made from it: `surface_like` takes a fixed haze off every band
and B10 is missing. The rule of the number was fixed before any run: the mean over scenes of what was found, less what
clear ground was called, `score`.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import avg_pool2d, pad

from ..networks.missing_bands import MISSING
from ..products.metadata import BAND_IDS
from ..simulation.sky import PATH, TRANSMITTANCE
from .labels import NO_LABEL
from .scene import SCALE, Scene

HAZE, VAPOUR = 0.8, 0.7  # shares of a clear sky's path reflectance and of its optical depth that Level-2A lacks
VIEWS = ("L1C 10 m", "L1C 20 m", "L2A 10 m")
FIGURES = ("thick_found", "thick_as_thick", "thin_found", "shadow_found", "clear_as_cloud", "clear_as_shadow")
FALSE_CLOUD, FALSE_SHADOW = 4.0, 1.0  # what clear ground called cloud or shadow costs against what was found
FEWEST = 0.04  # share of a scene below which what is labelled of a class says nothing of it


def surface_like(reflectance: np.ndarray) -> np.ndarray:
    """Level-2A as made from Level-1C: haze off, dimming undone, B10 MISSING.

    Parameters
    ----------
    reflectance : (13, rows, cols) float32
        TOA.

    Returns
    -------
    (13, rows, cols) float32
    """
    path, through = (values[:, None, None] for values in (PATH, np.maximum(TRANSMITTANCE, 0.05) ** VAPOUR))
    out = np.maximum((reflectance - HAZE * path) / through, 0).astype(np.float32)
    out[BAND_IDS.index("B10")] = MISSING
    return out


def figures(predicted: np.ndarray, labels: np.ndarray) -> dict[str, float]:
    """Shares of a scene's labelled pixels; not-a-number for a class of less than FEWEST of it.

    Parameters
    ----------
    predicted, labels : (rows, cols) uint8
        Classes; labels that are none are left out.
    """

    def share(of: np.ndarray, called: tuple[int, ...]) -> float:
        return float(np.isin(predicted[of], called).mean()) if of.any() and of.mean() >= FEWEST else math.nan

    clear, thick, thin, shadow = (labels == code for code in range(4))
    return {
        "thick_found": share(thick, (1, 2)),
        "thick_as_thick": share(thick, (1,)),
        "thin_found": share(thin, (1, 2)),
        "shadow_found": share(shadow, (3,)),
        "clear_as_cloud": share(clear, (1, 2)),
        "clear_as_shadow": share(clear, (3,)),
    }


def means(rows: Sequence[dict[str, float]]) -> dict[str, float]:
    """Each figure's mean over the scenes that have it."""
    out = {}
    for name in FIGURES:
        values = [row[name] for row in rows if not math.isnan(row[name])]
        out[name] = sum(values) / len(values) if values else math.nan
    return out


def score(mean: dict[str, float]) -> float:
    """One number of mean figures: what was found, less what clear ground was called. Figures that are none are left
    out."""
    found = [mean[name] for name in FIGURES[:4] if not math.isnan(mean[name])]
    lost = [
        cost * mean[name]
        for name, cost in (("clear_as_cloud", FALSE_CLOUD), ("clear_as_shadow", FALSE_SHADOW))
        if not math.isnan(mean[name])
    ]
    return (sum(found) / len(found) if found else 1.0) - sum(lost)


class Scorecard:
    """Validation scenes, on the device that learns; a row a scene and view goes to `validation.csv` in a folder."""

    def __init__(self, scenes: Sequence[tuple[Scene, str]], folder: Path, device: str) -> None:
        self._views: list[tuple[str, str, Tensor, np.ndarray]] = []
        self._table = folder / "validation.csv"
        for scene, role in scenes:
            planes, codes = (np.array(array) for array in scene.arrays())
            image, codes = planes.astype(np.float32) / SCALE, np.where(codes < 4, codes, NO_LABEL)
            for view in VIEWS:
                shown, wanted = torch.from_numpy(surface_like(image) if view.startswith("L2A") else image), codes
                if "20 m" in view:
                    even = [side // 2 * 2 for side in codes.shape]
                    shown, wanted = avg_pool2d(shown[:, : even[0], : even[1]], 2), halved(codes[: even[0], : even[1]])
                self._views.append((role or scene.folder.name, view, shown.to(device), wanted))

    def measure(self, network: nn.Module, step: int) -> dict[str, float]:
        """The mean over views of the score, and of the balanced accuracies of cloud and shadow; all rows go to the
        table."""
        rows = [(role, view, figures(predicted(network, image), labels)) for role, view, image, labels in self._views]
        new = not self._table.exists()
        with open(self._table, "a", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, ("step", "scene", "view", *FIGURES))
            if new:
                writer.writeheader()
            for role, view, row in rows:
                shares = {name: f"{value:.4f}" for name, value in row.items()}
                writer.writerow({"step": step, "scene": role, "view": view, **shares})
        scores = [score(means([row for _, of, row in rows if of == view])) for view in VIEWS]
        mean = means([row for _, _, row in rows])
        return {
            "score": sum(scores) / len(scores),
            "cloud": (_found(mean["thick_found"], mean["thin_found"]) + 1 - mean["clear_as_cloud"]) / 2,
            "shadow": (mean["shadow_found"] + 1 - mean["clear_as_shadow"]) / 2,
        }


def _found(thick: float, thin: float) -> float:
    there = [value for value in (thick, thin) if not math.isnan(value)]
    return sum(there) / len(there) if there else math.nan


def halved(codes: np.ndarray) -> np.ndarray:
    """Codes of four pixels that agree, else no label.

    Parameters
    ----------
    codes : (rows, cols) uint8

    Returns
    -------
    (rows / 2, cols / 2) uint8
    """
    quads = [codes[row::2, col::2] for row in (0, 1) for col in (0, 1)]
    same = np.all([quad == quads[0] for quad in quads[1:]], axis=0)
    return np.where(same, quads[0], NO_LABEL).astype(np.uint8)


@torch.inference_mode()
def predicted(network: nn.Module, image: Tensor) -> np.ndarray:
    """Classes by a network, in float32.

    Returns
    -------
    (rows, cols) uint8
        Of an image (13, rows, cols) float32 of any size.
    """
    network.eval()
    rows, cols = image.shape[1:]
    more = (0, -cols % 32, 0, -rows % 32)
    classes = network(pad(image[None], more, mode="reflect"))[0].argmax(0).to(torch.uint8)
    return classes[:rows, :cols].cpu().numpy()
