"""Measure our own UNetMobV2 beside UKIS and joined with it, on scenes it never learned from; `make evaluate-own`.

    python benchmarks/evaluate_own.py [NETWORK] [--data ../shared/data] [--out build/own_evaluation] [--resolution 10]

Writes `report.md` with a row a scene, level, resolution and network, and `sheet.png` to look at. The scenes are those
of benchmarks/own_unetmobv2.toml that are held out (T15TVG with its reference on a 30 m grid; others clear, or labelled
where UKIS is sure) and those that chose the state (labels by rule). Level-2A is made from each Level-1C scene by
`scorecard.surface_like`: a fixed haze off every band, no B10.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
import reality
from PIL import Image

from s2cloudmask.core.accuracy.agreement import confusion_matrix
from s2cloudmask.core.masking.mask_granule import mask_granule
from s2cloudmask.core.masking.settings import MaskSettings
from s2cloudmask.core.networks.catalog import find_model
from s2cloudmask.core.networks.composite import joined_model
from s2cloudmask.core.networks.ensemble import open_network
from s2cloudmask.core.networks.predictor import Predictor
from s2cloudmask.core.products.granule import Granule
from s2cloudmask.core.products.grid import Grid, product_grid
from s2cloudmask.core.products.metadata import BAND_IDS
from s2cloudmask.core.products.product import open_product
from s2cloudmask.core.products.reader import read_window
from s2cloudmask.core.rasters.aligned import on_grid_of
from s2cloudmask.core.system import gdal_settings
from s2cloudmask.core.training import scorecard
from s2cloudmask.core.training.labels import CLOUD, NO_LABEL
from s2cloudmask.core.training.reference import open_teacher, teacher_labels

T15TVG = "S2A_MSIL1C_20240715T164849_N0511_R026_T15TVG_20240715T164849.SAFE.zip"
REFERENCE = "sample_reference.npz"
REFERENCE_CLASSES = {4: CLOUD, 0: 3, 1: 0, 3: 0}  # its values: cloud, shadow, other, land
NEVER = {  # file: how it is labelled
    T15TVG: "reference",
    "chips/Amsterdam_2019-06-07_L1C_10m.tif": "clear",
    "chips/s2_cloudfree_ROIs1970_fall_139_p839.tif": "clear",
    "chips/s2cloudless_test_L1C.tif": "UKIS",
    "chips/s2_cloudy_ROIs1970_fall_139_p839.tif": "UKIS",
    "chips/ROIs1868_summer_s2_cloudy_19_p30.tif": "UKIS",
}
VALIDATION = (
    "CRTS_ROIs2017_146_p0_2018-09-18", "CRTS_ROIs2017_146_p0_2018-03-22", "CR_test5278_cloudy", "CR_test7657_cloudy",
    "CR_test581_cloudy", "CR_ROIs1158_spring_39_p500_cloudy", "OSCD_saclay_e_20160315_T31UDP_L1C_10m",
    "OSCD_milano_20180122_T32TNR_L1C_10m", "OSCD_hongkong_20180323_T50QKK_L1C_10m",
    "OSCD_valencia_20160730_T30SYJ_L1C_10m",
)  # fmt: skip
SHORT = {
    "T15TVG": "T15TVG", "cloudless_test": "Betsiboka", "cloudfree": "China, clear", "1868": "Nigeria",
    "s2_cloudy": "China, cloudy",
}  # fmt: skip
COLUMNS = (*scorecard.FIGURES, "cloud balanced", "shadow balanced")


@dataclass(frozen=True)
class Judged:
    """A scene, how it is labelled, and the label codes on its grids."""

    title: str
    kind: str
    granule: Granule
    labels: dict[int, np.ndarray]


def scenes(data: Path, folder: Path, resolutions: list[int]) -> Iterator[Judged]:
    """Every scene with its labels, one after the other."""
    teacher = open_teacher()
    for file, kind in NEVER.items():
        (granule,) = open_product(str(data / file)).granules
        title = next((short for part, short in SHORT.items() if part in file), file.split("/")[-1][:9])
        labels = {}
        for resolution in resolutions:
            grid = product_grid(granule, resolution)
            if kind == "UKIS":
                labels[resolution] = teacher_labels(granule, grid, teacher)
            elif kind == "clear":
                labels[resolution] = np.zeros(grid.shape, np.uint8)
            else:
                labels[resolution] = reference_on(data, granule, grid, folder)
        yield Judged(title, f"never trained on, {kind}", granule, labels)
    for name in VALIDATION:
        (granule,) = open_product(str(data / "clouds" / f"{name}.tif")).granules
        with rasterio.open(data / "clouds" / f"{name}_labels.tif") as file:
            codes = file.read(1)
        labels = {}
        for resolution in resolutions:
            labels[resolution] = np.full(product_grid(granule, resolution).shape, NO_LABEL, np.uint8)
            part = codes if resolution == 10 else scorecard.halved(codes)
            labels[resolution][: part.shape[0], : part.shape[1]] = part
        yield Judged(name.removesuffix("_L1C_10m"), "validation", granule, labels)


def reference_on(data: Path, granule: Granule, grid: Grid, folder: Path) -> np.ndarray:
    """The reference of T15TVG as label codes on a grid, by nearest neighbour."""
    values = np.load(data / REFERENCE)["mask"]
    codes = np.full(values.shape, NO_LABEL, np.uint8)
    for value, code in REFERENCE_CLASSES.items():
        codes[values == value] = code
    made = []
    for name, own, array in (
        ("reference", product_grid(granule, 30), codes),
        ("grid", grid, np.zeros(grid.shape, np.uint8)),
    ):
        made.append(folder / f"{name}.tif")
        with rasterio.open(made[-1], "w", driver="GTiff", width=array.shape[1], height=array.shape[0], count=1,
                           dtype="uint8", crs=own.crs, transform=own.transform) as file:  # fmt: skip
            file.write(array, 1)
    with rasterio.open(made[1]) as there, rasterio.open(made[0]) as reference, on_grid_of(there, reference, 1) as rows:
        values, valid = rows(0, grid.height)
    return np.where(valid, values, NO_LABEL)


def as_level_2a(granule: Granule, folder: Path) -> Granule:
    """A Level-2A stack made from a Level-1C granule, at 10 m."""
    grid = product_grid(granule, 10)
    reflectance, valid = read_window(granule, BAND_IDS, grid)
    bands = [band for band in BAND_IDS if band != "B10"]
    made = np.clip(np.rint(scorecard.surface_like(reflectance) * 10000), 1, 65535)
    planes = np.where(valid, made, 0)[[BAND_IDS.index(band) for band in bands]].astype(np.uint16)
    path = folder / f"{granule.name}_L2A.tif"
    with rasterio.open(path, "w", driver="GTiff", width=grid.width, height=grid.height, count=len(bands), nodata=0,
                       dtype="uint16", crs=grid.crs, transform=grid.transform) as file:  # fmt: skip
        file.write(planes)
        file.descriptions = bands
        file.update_tags(level="L2A")
    (made_of,) = open_product(str(path)).granules
    return made_of


def figures(classes: np.ndarray, codes: np.ndarray) -> dict[str, float]:
    """A row's figures: those of the scorecard, and balanced accuracies, where "cloud" of any kind counts as well."""
    valid = classes != 255
    known = np.where(valid, codes, NO_LABEL)
    grouped = np.array([0, 1, 1, 2, 1], np.uint8)
    truth = np.where(known < 5, grouped[np.minimum(known, 4)], 255)
    matrix = confusion_matrix(truth, np.where(valid, grouped[np.minimum(classes, 4)], 255), 3)
    found = dict(scorecard.figures(classes, known))
    for name, at in (("cloud balanced", 1), ("shadow balanced", 2)):
        there, elsewhere = matrix[at].sum(), np.delete(matrix, at, 0).sum()
        enough = there >= scorecard.FEWEST * matrix.sum() and elsewhere >= scorecard.FEWEST * matrix.sum()
        recall, false = matrix[at, at] / max(there, 1), np.delete(matrix, at, 0)[:, at].sum() / max(elsewhere, 1)
        found[name] = float((recall + 1 - false) / 2) if enough else np.nan
    return found


def joined(own: str, second: str) -> Predictor:
    """The joined form of our own network and UKIS of a level."""
    members = [find_model(own), find_model(second)]
    return open_network(joined_model({"name": f"{own}+{second}", "title": "joined", "network": "joined"}, members))


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("network", nargs="?", default="UNetMobV2_s2cm", help="name or file")
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[2] / "shared" / "data")
    parser.add_argument("--out", type=Path, default=Path("build/own_evaluation"))
    parser.add_argument("--resolution", type=int, nargs="+", default=[10, 20], choices=[10, 20])
    args = parser.parse_args()
    gdal_settings.prepare()
    args.out.mkdir(parents=True, exist_ok=True)
    own = open_network(find_model(args.network))
    networks = {
        level: {"own": own, "ukis": open_network(find_model(ukis)), "joined": joined(args.network, ukis)}
        for level, ukis in (("L1C", "ukis_l1c"), ("L2A", "ukis_l2a"))
    }
    lines = [f"| scene | level, m | network | {' | '.join(COLUMNS)} |", "|---" * (3 + len(COLUMNS)) + "|"]
    gathered: dict[tuple, list[dict[str, float]]] = {}
    strips = []
    for scene in scenes(args.data, args.out, args.resolution):
        for level, granule in (("L1C", scene.granule), ("L2A", as_level_2a(scene.granule, args.out))):
            for resolution in args.resolution:
                made = []
                for name, predictor in networks[level].items():
                    target = args.out / f"{granule.name}_{name}.tif"
                    mask_granule(granule, target, predictor, MaskSettings(resolution=resolution, overwrite=True))
                    made.append((name, target))
                    with rasterio.open(target) as file:
                        row = figures(file.read(1), scene.labels[resolution])
                    gathered.setdefault((scene.kind.split(",")[0], level, resolution, name), []).append(row)
                    lines.append(line(scene.title, f"{level}, {resolution}", name, row))
                    print(lines[-1], flush=True)
                if resolution == args.resolution[0]:
                    strips.append(reality.strip(granule, made))
    for (kind, level, resolution, name), rows in gathered.items():
        mean = {column: mean_of([row[column] for row in rows]) for column in COLUMNS}
        lines.append(line(f"**mean, {kind}**", f"{level}, {resolution}", name, mean))
    (args.out / "report.md").write_text("\n".join(lines) + "\n", "utf-8")
    sheet = Image.new("RGB", (max(one.width for one in strips), sum(one.height + 8 for one in strips)), "white")
    top = 0
    for one in strips:
        sheet.paste(one, (0, top))
        top += one.height + 8
    sheet.save(args.out / "sheet.png")
    print(args.out / "report.md", args.out / "sheet.png")


def mean_of(values: list[float]) -> float:
    """The mean of those that are numbers, if any."""
    there = [value for value in values if not np.isnan(value)]
    return float(np.mean(there)) if there else np.nan


def line(title: str, view: str, name: str, row: dict[str, float]) -> str:
    """A row of the Markdown table."""
    cells = ["" if np.isnan(row[column]) else f"{row[column]:.3f}" for column in COLUMNS]
    return f"| {title} | {view} | {name} | {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
