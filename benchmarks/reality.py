"""Mask real scenes with every network that can run here, and draw one contact sheet to look at.

    python benchmarks/reality.py SCENES... [--model NAME|FILE]... [--resolution 10] --out reality.png

SCENES are products, GeoTIFF stacks, or folders of them. Beside each true colour stands a panel a network: its mask over
the picture, and the class shares. A table of the shares goes to standard output. s2cloudless is asked too where it is
installed.
"""

from __future__ import annotations

import argparse
import importlib.util
import tempfile
import time
from pathlib import Path

import numpy as np
import rasterio
from PIL import Image, ImageDraw, ImageFont

from s2cloudmask.core.classes import CLASSES, NO_DATA
from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.masking.mask_granule import MaskSettings, mask_granule
from s2cloudmask.core.networks.catalog import find_model, model_state, models
from s2cloudmask.core.networks.engines import open_predictor
from s2cloudmask.core.othermasks.s2cloudless_mask import write_second_opinion
from s2cloudmask.core.products.granule import Granule
from s2cloudmask.core.products.grid import product_grid
from s2cloudmask.core.products.product import open_product
from s2cloudmask.core.products.reader import read_window
from s2cloudmask.core.system import gdal_settings

PANEL, TEXT = 300, 54
SHORT = ("clear", "thick", "thin", "shadow")
BRIGHTEST = 0.36


def find_scenes(paths: list[Path]) -> list[Granule]:
    """Every granule of every product at or right under `paths`."""
    granules = []
    for path in paths:
        try:
            granules.extend(open_product(path).granules)
        except EngineError:
            if not path.is_dir():
                raise
            for child in sorted(path.iterdir()):
                if child.suffix.lower() in (".tif", ".zip", ".safe") or child.is_dir():
                    granules.extend(_granules_or_none(child))
    return granules


def _granules_or_none(path: Path) -> tuple[Granule, ...]:
    try:
        return open_product(path).granules
    except EngineError as problem:
        print(problem.message)
        return ()


def true_colour(granule: Granule) -> np.ndarray:
    """(PANEL, PANEL, 3) uint8 at most, thinned out to fit."""
    grid = product_grid(granule, 10)
    reflectance, _ = read_window(granule, ("B04", "B03", "B02"), grid)
    step = -(-max(reflectance.shape[1:]) // PANEL)
    return (np.moveaxis(reflectance[:, ::step, ::step], 0, -1) / BRIGHTEST).clip(0, 1) ** 0.8 * 255


def overlay(picture: np.ndarray, mask: Path) -> tuple[np.ndarray, dict[str, float]]:
    """The mask's classes over the picture, and their shares in % of the valid pixels."""
    with rasterio.open(mask) as file:
        classes = file.read(1)
    valid = max(1, np.count_nonzero(classes != NO_DATA))
    shares = {item.name: 100 * np.count_nonzero(classes == item.value) / valid for item in CLASSES}
    rows, cols = (np.arange(size) * whole // size for size, whole in zip(picture.shape, classes.shape, strict=False))
    shown, over = classes[rows][:, cols], picture.copy()
    for item in CLASSES[1:]:
        over[shown == item.value] = 0.4 * over[shown == item.value] + 0.6 * np.array(item.colour[:3])
    over[shown == NO_DATA] = 128
    return over, shares


def masks_of(granule: Granule, predictors: list, folder: Path, resolution: int) -> list[tuple[str, Path | str]]:
    """Name and mask file (or the reason why there is none) of every network."""
    made: list[tuple[str, Path | str]] = []
    for predictor in predictors:
        name, target = predictor.model.name, folder / f"{predictor.model.name}.tif"
        try:
            mask_granule(granule, target, predictor, MaskSettings(resolution=resolution))
            made.append((name, target))
        except EngineError as problem:
            made.append((name, problem.code))
    if importlib.util.find_spec("s2cloudless"):
        target = folder / "s2cloudless.tif"
        try:
            write_second_opinion(granule, target, resolution=max(20, resolution))
            made.append(("s2cloudless", target))
        except EngineError as problem:
            made.append(("s2cloudless", problem.code))
    return made


def strip(granule: Granule, made: list[tuple[str, Path | str]]) -> Image.Image:
    """One row of the sheet: true colour, then a panel a network."""
    picture = true_colour(granule)
    row = Image.new("RGB", ((PANEL + 8) * (1 + len(made)), PANEL + TEXT), "white")
    draw, font = ImageDraw.Draw(row), ImageFont.load_default(13)
    row.paste(Image.fromarray(picture.astype(np.uint8)), (0, TEXT))
    draw.text(
        (0, 2),
        granule.name[:40] + "\n" + f"{granule.level} {granule.sensing_time[:10]}  {granule.name[40:]}",
        "black",
        font,
    )
    for number, (name, mask) in enumerate(made, 1):
        left = number * (PANEL + 8)
        if isinstance(mask, str):
            draw.text((left, 2), f"{name}\n{mask}", "black", font)
            continue
        over, shares = overlay(picture, mask)
        row.paste(Image.fromarray(over.astype(np.uint8)), (left, TEXT))
        text = ", ".join(f"{SHORT[item.value]} {shares[item.name]:.1f}" for item in CLASSES)
        draw.text((left, 2), f"{name}\n{text}", "black", font)
        figures = " ".join(f"{shares[item.name]:6.1f}" for item in CLASSES)
        print(f"{granule.name[:60]:60} {name:20} {figures}", flush=True)
    return row


def main() -> None:
    """Read the arguments, mask, draw."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("scenes", nargs="+", type=Path, metavar="SCENE")
    parser.add_argument("--model", action="append", default=[], help="besides every network whose weights are here")
    parser.add_argument("--resolution", type=int, default=10, choices=(10, 20, 30, 60))
    parser.add_argument("--out", type=Path, default=Path("reality.png"))
    args = parser.parse_args()
    gdal_settings.prepare()
    chosen = [model for model in models() if model_state(model) != "missing" and "L1C" in model.levels]
    chosen += [find_model(name) for name in args.model]
    predictors = [open_predictor(model) for model in chosen]
    print(f"{'scene':60} {'network':20} " + " ".join(f"{item.name[:6]:>6}" for item in CLASSES) + "  % of valid pixels")
    rows, began = [], time.monotonic()
    for granule in find_scenes(args.scenes):
        with tempfile.TemporaryDirectory() as folder:
            rows.append(strip(granule, masks_of(granule, predictors, Path(folder), args.resolution)))
    sheet = Image.new("RGB", (max(row.width for row in rows), sum(row.height + 8 for row in rows)), "white")
    for number, row in enumerate(rows):
        sheet.paste(row, (0, number * (PANEL + TEXT + 8)))
    sheet.save(args.out)
    print(f"{args.out}: {len(rows)} scenes, {len(predictors)} networks, {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
