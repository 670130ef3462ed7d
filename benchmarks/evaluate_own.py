"""Measure the UNetMobV2 of our own on what it was never taught, beside UKIS at 30 m; `make evaluate-own`.

    python benchmarks/evaluate_own.py WEIGHTS [--data ../shared/data] [--out build/own_evaluation]

Writes `report.md` with every figure and aim, and `sheet.png` to look at. What is held out is listed in
benchmarks/own_unetmobv2.toml. The reference of the scene is on its 30 m grid; a mask is compared on its own grid.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
import reality
from PIL import Image

from s2cloudmask.core.accuracy.agreement import EXPERIMENTS, binary, confusion_matrix
from s2cloudmask.core.classes import CLASSES
from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.masking.mask_granule import MaskSettings, mask_granule
from s2cloudmask.core.networks.catalog import find_model
from s2cloudmask.core.networks.engines import open_predictor
from s2cloudmask.core.products.granule import Granule
from s2cloudmask.core.products.grid import product_grid
from s2cloudmask.core.products.product import open_product
from s2cloudmask.core.rasters.aligned import on_grid_of
from s2cloudmask.core.system import gdal_settings
from s2cloudmask.core.training.labels import NO_LABEL
from s2cloudmask.core.training.reference import open_teacher, teacher_labels

SCENE = "S2A_MSIL1C_20240715T164849_N0511_R026_T15TVG_20240715T164849.SAFE.zip"
REFERENCE = "sample_reference.npz"
REFERENCE_CLASSES = {4: 1, 0: 3, 1: 0, 3: 0}  # its values: cloud, shadow, other, land
CLEAR = {
    "Amsterdam": "chips/Amsterdam_2019-06-07_L1C_10m.tif",
    "China": "chips/s2_cloudfree_ROIs1970_fall_139_p839.tif",
}
CLOUDY = {
    "Betsiboka": "chips/s2cloudless_test_L1C.tif",
    "China": "chips/s2_cloudy_ROIs1970_fall_139_p839.tif",
    "Nigeria": "chips/ROIs1868_summer_s2_cloudy_19_p30.tif",
}
# Held out too, but for the eye alone: its pixels are decimated to 250 m, and UKIS finds no cloud in it.
TO_LOOK_AT = "S2B_OPER_MSI_L1C_TL_EPAE_20180617T013729_A006677_T55JGF_N02.06.zip"
RESOLUTIONS = 20, 10  # metres
CLOUD_AIM, SHADOW_AIM, FALSE_CLOUD_AIM, AGREEMENT_AIM = 0.94, 0.92, 0.01, 0.92
CLOUD, SHADOW = EXPERIMENTS[0], EXPERIMENTS[1]


@dataclass(frozen=True)
class Figure:
    """One row of the report. aim: the figure must be at least it, or with `most` at most it; None: no aim."""

    title: str
    own: float
    ukis: float | None = None
    aim: float | None = None
    most: bool = False

    @property
    def met(self) -> bool:
        """Whether the aim, if any, is reached; never by a figure that is none."""
        if self.aim is None:
            return True
        return self.own <= self.aim if self.most else self.own >= self.aim

    def row(self) -> str:
        """A row of a Markdown table."""
        other = "" if self.ukis is None else f"{self.ukis:.3f}"
        aim = "" if self.aim is None else f"{'at most' if self.most else 'at least'} {self.aim:g}"
        met = "" if self.aim is None else "yes" if self.met else "**no**"
        return f"| {self.title} | {self.own:.3f} | {other} | {aim} | {met} |"


def classes_of(granule: Granule, predictor, resolution: int, folder: Path) -> Path:
    """The mask of a granule by a network."""
    target = folder / f"{granule.name}_{predictor.model.name}_{resolution}m.tif"
    mask_granule(granule, target, predictor, MaskSettings(resolution=resolution, overwrite=True))
    return target


def reference_matrix(mask: Path, reference: Path) -> np.ndarray:
    """Confusion matrix (4, 4) of a mask against the scene's reference, laid on the mask's grid by nearest neighbour."""
    with rasterio.open(mask) as ours, rasterio.open(reference) as theirs, on_grid_of(ours, theirs, 1) as rows:
        values, valid = rows(0, ours.height)
        return confusion_matrix(np.where(valid, values, 255), ours.read(1))


def write_reference(data: Path, granule: Granule, folder: Path) -> Path:
    """The scene's reference as a raster of our classes, on the granule's 30 m grid."""
    values = np.load(data / REFERENCE)["mask"]
    classes = np.full(values.shape, 255, np.uint8)
    for value, ours in REFERENCE_CLASSES.items():
        classes[values == value] = ours
    grid = product_grid(granule, 30)
    with rasterio.open(
        folder / "reference.tif", "w", driver="GTiff", width=classes.shape[1], height=classes.shape[0], count=1,
        dtype="uint8", crs=grid.crs, transform=grid.transform,
    ) as file:  # fmt: skip
        file.write(classes, 1)
    return folder / "reference.tif"


def scene_figures(data: Path, own, ukis, folder: Path) -> list[Figure]:
    """Balanced accuracy on the real scene with its reference."""
    (granule,) = open_product(str(data / SCENE)).granules
    reference = write_reference(data, granule, folder)
    theirs = reference_matrix(classes_of(granule, ukis, 30, folder), reference)
    figures = []
    for resolution in RESOLUTIONS:
        ours = reference_matrix(classes_of(granule, own, resolution, folder), reference)
        for experiment, aim in ((CLOUD, CLOUD_AIM), (SHADOW, SHADOW_AIM)):
            title = f"T15TVG, {resolution} m, {experiment.name}: balanced accuracy"
            boa = binary(ours, experiment.classes).boa
            figures.append(Figure(title, boa, binary(theirs, experiment.classes).boa, aim))
    return figures


def clear_figures(data: Path, own, ukis, folder: Path) -> list[Figure]:
    """Share of valid pixels called cloud where there is none."""
    figures = []
    for name, file in CLEAR.items():
        (granule,) = open_product(str(data / file)).granules
        theirs = cloud_share(classes_of(granule, ukis, 30, folder))
        for resolution in RESOLUTIONS:
            ours = cloud_share(classes_of(granule, own, resolution, folder))
            title = f"{name}, clear, {resolution} m: share called cloud"
            figures.append(Figure(title, ours, theirs, FALSE_CLOUD_AIM, most=True))
    return figures


def cloud_share(mask: Path) -> float:
    """Share of the valid pixels that a mask calls cloud of either kind."""
    with rasterio.open(mask) as file:
        counts = np.bincount(file.read(1).ravel(), minlength=256)
    return float(counts[[1, 2]].sum() / counts[[item.value for item in CLASSES]].sum())


def cloudy_figures(data: Path, own, teacher, folder: Path) -> list[Figure]:
    """Balanced agreement on cloud with the teacher at 30 m, where that is sure."""
    figures = []
    for name, file in CLOUDY.items():
        (granule,) = open_product(str(data / file)).granules
        for resolution in RESOLUTIONS:
            mask = classes_of(granule, own, resolution, folder)
            labels = teacher_labels(granule, product_grid(granule, resolution), teacher)
            with rasterio.open(mask) as raster:
                classes = raster.read(1)
            seen = labels != NO_LABEL
            cloud = binary(confusion_matrix(np.where(seen, cloud_of(labels), 255), cloud_of(classes), 2), [1])
            title = f"{name}, cloudy, {resolution} m: balanced agreement with UKIS on cloud"
            figures.append(Figure(title, cloud.boa, None, AGREEMENT_AIM))
    return figures


def cloud_of(classes: np.ndarray) -> np.ndarray:
    """1 cloud of any kind, 0 clear or shadow, 255 no data, of our classes or of labels."""
    return np.select([np.isin(classes, (0, 3)), classes == 255], [0, 255], 1).astype(np.uint8)


def sheet(data: Path, predictors: list, folder: Path) -> Image.Image:
    """Every held-out scene with the mask of each network over it."""
    rows = []
    for file in (SCENE, *CLEAR.values(), *CLOUDY.values(), TO_LOOK_AT):
        for granule in open_product(str(data / file)).granules:
            rows.append(reality.strip(granule, reality.masks_of(granule, predictors, folder, 10)))
    picture = Image.new("RGB", (max(row.width for row in rows), sum(row.height + 8 for row in rows)), "white")
    top = 0
    for row in rows:
        picture.paste(row, (0, top))
        top += row.height + 8
    return picture


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("weights", help="name or file of the network")
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[2] / "shared" / "data")
    parser.add_argument("--out", type=Path, default=Path("build/own_evaluation"))
    args = parser.parse_args()
    gdal_settings.prepare()
    folder = args.out / "masks"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        own, ukis = open_predictor(find_model(args.weights)), open_teacher()
    except EngineError as error:
        raise SystemExit(error.message) from None
    figures = [
        *scene_figures(args.data, own, ukis, folder),
        *clear_figures(args.data, own, ukis, folder),
        *cloudy_figures(args.data, own, ukis, folder),
    ]
    met = sum(figure.met for figure in figures)
    lines = [
        f"{own.model.name} ({own.weights_sha256[:12]}) on what it was never taught: {met} of {len(figures)} aims met.",
        "",
        "| figure | own | UKIS at 30 m | aim | met |",
        "|---|---|---|---|---|",
        *(figure.row() for figure in figures),
    ]
    (args.out / "report.md").write_text("\n".join(lines) + "\n", "utf-8")
    print("\n".join(lines))
    sheet(args.data, [own, ukis], folder).save(args.out / "sheet.png")
    print(args.out / "sheet.png")


if __name__ == "__main__":
    main()
