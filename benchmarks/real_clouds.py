"""How well networks find real clouds: against the labels of small real scenes, mean over scenes and worst scene.

    python benchmarks/real_clouds.py [NETWORK...] [--scenes ../shared/data/clouds] [--resolution 10 20]

NETWORK is a name or a file, or several joined by `+`. A scene is a stack `<name>.tif` of Level-1C with
`<name>_labels.tif` on its grid of 10 m: 0 clear, 1 thick cloud, 2 thin cloud, 3 cloud shadow, 255 unknown. On a coarser
grid a label counts where all of the pixel's have it. A class counts in a scene where it has at least 50 pixels.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import numpy as np
import rasterio

from s2cloudmask.core.masking.mask_granule import MaskSettings, mask_granule
from s2cloudmask.core.networks.ensemble import find_network, open_network
from s2cloudmask.core.networks.predictor import Predictor
from s2cloudmask.core.products.product import open_product
from s2cloudmask.core.system import gdal_settings

LEAST = 50  # pixels of a class
CLOUD = (1, 2)
FIGURES = {  # title: label, classes that count, whether the worst is the largest
    "thick found": (1, CLOUD, False),
    "thick as thick": (1, (1,), False),
    "thin found": (2, CLOUD, False),
    "thin as thin": (2, (2,), False),
    "shadow found": (3, (3,), False),
    "clear called cloud": (0, CLOUD, True),
    "clear called shadow": (0, (3,), True),
}


def labels_on(grid_shape: tuple[int, int], labels: np.ndarray, factor: int) -> np.ndarray:
    """Labels (rows, cols) of 10 m on a grid that is `factor` times as coarse; 255 where they differ in a pixel."""
    rows, cols = (side // factor for side in labels.shape)
    cells = labels[: rows * factor, : cols * factor].reshape(rows, factor, cols, factor).swapaxes(1, 2)
    cells = cells.reshape(rows, cols, -1)
    out = np.full(grid_shape, 255, np.uint8)
    alike = np.where((cells == cells[..., :1]).all(axis=-1), cells[..., 0], 255)
    rows, cols = min(rows, grid_shape[0]), min(cols, grid_shape[1])
    out[:rows, :cols] = alike[:rows, :cols]
    return out


def figures(mask: np.ndarray, labels: np.ndarray) -> dict[str, float]:
    """The figures of one scene, those whose class it has."""
    return {
        title: float(np.isin(mask[labels == label], classes).mean())
        for title, (label, classes, _) in FIGURES.items()
        if (labels == label).sum() >= LEAST
    }


def judge(predictor: Predictor, scenes: list[Path], resolution: int) -> dict[str, dict[str, float]]:
    """The figures of every scene, by its name."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for scene in scenes:
            (granule,) = open_product(str(scene)).granules
            settings = MaskSettings(resolution=resolution, overwrite=True)
            result = mask_granule(granule, Path(folder) / "x_cloudmask.tif", predictor, settings)
            with rasterio.open(result.mask) as mask, rasterio.open(scene.with_name(f"{scene.stem}_labels.tif")) as file:
                classes, labels = mask.read(1), file.read(1)
            labels = labels_on(classes.shape, labels, resolution // 10)
            found[scene.stem] = figures(classes, np.where(classes == 255, 255, labels))
    return found


def main() -> None:
    """Judge and print, in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("networks", nargs="*", default=["ukis_l1c", "UKIS+UNetMobV2"])
    parser.add_argument("--scenes", type=Path, default=Path(__file__).parents[2] / "shared" / "data" / "clouds")
    parser.add_argument("--resolution", type=int, nargs="+", default=[10, 20])
    parser.add_argument("--only", nargs="+", default=[""], help="parts of the names of the scenes to take")
    args = parser.parse_args()
    gdal_settings.prepare()
    scenes = [path.with_name(path.name.replace("_labels", "")) for path in sorted(args.scenes.glob("*_labels.tif"))]
    scenes = [path for path in scenes if any(part in path.name for part in args.only)]
    print("| network | m | " + " | ".join(FIGURES) + " | seconds |")
    print("|---|---|" + "---|" * (len(FIGURES) + 1))
    for name in args.networks:
        predictor = open_network(find_network(name), device="cpu", precision="float32")
        for resolution in args.resolution:
            begun = time.perf_counter()
            found = judge(predictor, scenes, resolution)
            cells = []
            for title, (*_, largest) in FIGURES.items():
                values = {scene: given[title] for scene, given in found.items() if title in given}
                worst = (max if largest else min)(values, key=values.get)
                cells.append(f"{np.mean(list(values.values())):.3f} ({values[worst]:.2f} {worst[-22:]})")
            print(f"| {name} | {resolution} | {' | '.join(cells)} | {time.perf_counter() - begun:.0f} |", flush=True)


if __name__ == "__main__":
    main()
