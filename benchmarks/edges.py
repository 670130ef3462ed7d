"""How much the mask beside no data depends on it: scenes with and without a wedge of no data.

    python benchmarks/edges.py [SCENE...] [--network NAME...] [--resolution 10 20]

Each scene is masked whole, and again with a slanted wedge, a hole and a strip along its top taken away. Of the pixels
that both have, the share whose class differs: in the five beside no data, in the ten after those, in the 45 after.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import numpy as np
import rasterio
from affine import Affine

from s2cloudmask.core.masking.mask_granule import MaskSettings, mask_granule
from s2cloudmask.core.networks.ensemble import find_network, open_network
from s2cloudmask.core.networks.predictor import Predictor
from s2cloudmask.core.products.grid import PixelWindow, product_grid
from s2cloudmask.core.products.metadata import BAND_IDS
from s2cloudmask.core.products.no_data import widened
from s2cloudmask.core.products.product import open_product
from s2cloudmask.core.products.reader import read_window
from s2cloudmask.core.system import gdal_settings

DATA = Path(__file__).parents[2] / "shared" / "data"
SCENES = (
    DATA / "S2A_MSIL1C_20240715T164849_N0511_R026_T15TVG_20240715T164849.SAFE.zip",
    DATA / "chips" / "ROIs1868_summer_s2_cloudy_19_p30.tif",
    DATA / "chips" / "s2cloudless_test_L1C.tif",
)
BANDS_BESIDE = (5, 15, 60)  # pixels from no data at which a band ends
LARGEST = 2000  # px of 10 m of a scene that are taken


def gaps(shape: tuple[int, int]) -> dict[str, np.ndarray]:
    """Where data is taken away, (rows, cols) bool each."""
    down, right = np.mgrid[: shape[0], : shape[1]] / np.array(shape).reshape(2, 1, 1)
    return {
        "wedge": right < 0.45 + 0.2 * down,
        "hole": (abs(right - 0.5) < 0.06) & (abs(down - 0.45) < 0.25),
        "top": down < 0.4 - 0.1 * right,
    }


def write_stack(path: Path, reflectance: np.ndarray, gap: np.ndarray, transform: Affine, crs: str) -> Path:
    """A Level-1C stack of 10 m, no data 0 where `gap`."""
    numbers = np.rint(reflectance * 10000).clip(1, 65000).astype(np.uint16)
    numbers[:, gap] = 0
    with rasterio.open(
        path, "w", driver="GTiff", width=gap.shape[1], height=gap.shape[0], count=len(numbers), dtype="uint16",
        crs=crs or None, transform=transform, nodata=0, tiled=True, compress="deflate",
    ) as file:  # fmt: skip
        file.write(numbers)
        file.descriptions = BAND_IDS
    return path


def mask_of(path: Path, predictor: Predictor, resolution: int) -> np.ndarray:
    """Classes (rows, cols) uint8."""
    (granule,) = open_product(str(path)).granules
    with tempfile.TemporaryDirectory() as folder:
        result = mask_granule(granule, Path(folder) / "x.tif", predictor, MaskSettings(resolution=resolution))
        with rasterio.open(result.mask) as file:
            return file.read(1)


def changed(whole: np.ndarray, cut: np.ndarray) -> list[float]:
    """Share of the pixels that differ, in each band beside what `cut` lacks."""
    lacking, shares = (cut == 255) & (whole != 255), []
    inner = lacking
    for pixels in BANDS_BESIDE:
        outer = widened(lacking, pixels)
        ring = outer & ~inner & (whole != 255) & (cut != 255)
        shares.append(float((whole != cut)[ring].mean()))
        inner = outer
    return shares


def main() -> None:
    """Measure and print, in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("scenes", nargs="*", type=Path, default=list(SCENES))
    parser.add_argument("--network", nargs="+", default=["UNetMobV2_s2cm", "ukis_l1c"])
    parser.add_argument("--resolution", type=int, nargs="+", default=[10, 20])
    args = parser.parse_args()
    gdal_settings.prepare()
    print("| network | m | scene | the 5 beside no data | the 10 after | the 45 after |\n|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        stacks: dict[str, dict[str, Path]] = {}
        for scene in args.scenes:
            (granule,) = open_product(str(scene)).granules
            grid = product_grid(granule, 10)
            size = [min(side, LARGEST) for side in grid.shape]
            window = PixelWindow(grid.height - size[0], grid.width - size[1], *size)
            reflectance, valid = read_window(granule, BAND_IDS, grid, window)
            grid = grid.crop(window)
            stacks[scene.stem[:24]] = {
                name: write_stack(Path(folder) / f"{len(stacks)}_{name}.tif", reflectance, gap | ~valid, grid.transform,
                                  grid.crs)
                for name, gap in {"whole": np.zeros(valid.shape, bool), **gaps(valid.shape)}.items()
            }  # fmt: skip
        for name in args.network:
            predictor = open_network(find_network(name), device="cpu", precision="float32")
            for resolution in args.resolution:
                every = []
                for scene, paths in stacks.items():
                    whole = mask_of(paths["whole"], predictor, resolution)
                    cut = [
                        changed(whole, mask_of(paths[kind], predictor, resolution)) for kind in paths if kind != "whole"
                    ]
                    every += cut
                    print(f"| {name} | {resolution} | {scene} | {_row(cut)} |", flush=True)
                print(f"| **{name}** | {resolution} | mean | {_row(every)} |", flush=True)


def _row(shares: list[list[float]]) -> str:
    return " | ".join(f"{share:.1%}" for share in np.mean(shares, axis=0))


if __name__ == "__main__":
    main()
