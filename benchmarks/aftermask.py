"""What comes after the mask, in seconds and memory: composite, fields, refine, polygons, statistics.

    .venv/bin/python benchmarks/aftermask.py PRODUCT --work DIR [--dates 5] [--size 2196] [--model NAME] [--only fields]

PRODUCT is a full-size one (`simulate --size 10980`): 200 fields on it at 10 m that cover 2 % of the tile, in one place
and all over it, beside the whole run (`--only whole`). The others work on `--dates` simulated products of `--size`.
Prints one JSON object a measure. CPU seconds count on a machine that is shared.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pyogrio
import shapely
from measure import Run, machine, measure

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from core.products.grid import product_grid  # noqa: E402 (the folder of a checkout may have any name)
from core.products.product import open_product  # noqa: E402

ENGINE = [sys.executable, str(ROOT / "core" / "__main__.py")]
FIELDS, SHARE = 200, 0.02  # number, and share of the tile that they cover
SPACING = 1.28  # from one field to the next in one place, in sides of a field
METHODS = ("median", "medoid", "latest", "first", "best")


def fields_on(product: str, folder: Path) -> dict[str, Path]:
    """Layers of square fields: side by side in the middle of the tile, and at random all over it."""
    grid = product_grid(open_product(product).granules[0], 60)
    left, bottom, right, top = grid.bounds
    side = ((right - left) * (top - bottom) * SHARE / FIELDS) ** 0.5
    across = np.arange(FIELDS)
    middle = np.column_stack([across % 15, across // 15]) * side * SPACING + [(left + right) / 2, (bottom + top) / 2]
    random = np.random.default_rng(1).uniform((left, bottom), (right - side, top - side), (FIELDS, 2))
    layers = {}
    for name, corners in (("clustered", middle - 9 * side), ("scattered", random)):
        layers[name] = folder / f"{name}.gpkg"
        boxes = [shapely.box(x, y, x + side, y + side) for x, y in corners]
        pyogrio.raw.write(
            layers[name], shapely.to_wkb(np.array(boxes, object)), [np.arange(FIELDS)], ["number"],
            geometry_type="Polygon", crs=grid.crs,
        )  # fmt: skip
    return layers


def dates_of(folder: Path, count: int, size: int, model: str) -> tuple[list[str], Path]:
    """Simulated products of one tile, a date each, and the folder of their masks with confidence; made once."""
    products, masks = folder / "dates", folder / "masks"
    for number in range(count):
        day = f"202407{1 + 5 * number:02}T105031"
        if not list(products.glob(f"*{day}*.SAFE")):
            options = ["--size", str(size), "--seed", str(number), "--time", day]
            measure([*ENGINE, "simulate", str(products), *options])
    paths = sorted(str(path) for path in products.glob("*.SAFE"))
    measure([*ENGINE, "mask", *paths, "--out", str(masks), "--resolution", "20", "--confidence", "--model", model])
    return paths, masks


def measures(arguments: argparse.Namespace) -> Iterator[tuple[str, str, Callable[[], Run]]]:
    """Kind, name and what runs it, one after the other."""
    work = Path(arguments.work)

    def run(*words: str | Path) -> Callable[[], Run]:
        return lambda: measure([*ENGINE, *map(str, words)])

    model = ["--model", arguments.model]
    for name, layer in fields_on(arguments.product, work).items():
        out = work / f"fields_{name}.gpkg"
        options = ["--mask-resolution", "10", "--out", out, "--overwrite", *model]
        yield "fields", f"fields, {name}", run("fields", arguments.product, "--polygons", layer, *options)
    options = ["--out", work / "whole", "--resolution", "10", "--overwrite", *model]
    yield "whole", "whole run at 10 m", run("mask", arguments.product, *options)
    if set(arguments.only) <= {"fields", "whole"}:
        return
    products, masks = dates_of(work, arguments.dates, arguments.size, arguments.model)
    for method in METHODS:
        options = ["--method", method, "--masks", masks, "--out", work / f"{method}.tif", "--overwrite"]
        yield "composite", f"composite, {method}", run("composite", *products, *options)
    confidence, mask = (min(masks.glob(f"*_{name}.tif")) for name in ("confidence", "cloudmask"))
    options = [
        "--cloud-threshold",
        "0.3",
        "--shadow-margin",
        "100",
        "--smallest-object",
        "5000",
        "--fill-holes",
        "2000",
    ]
    yield "refine", "refine", run("refine", confidence, "--out", work / "refined.tif", "--overwrite", *options)
    yield "polygons", "polygons", run("polygons", mask, "--out", work / "p.gpkg", "--overwrite", "--simplify", "30")
    yield "statistics", "statistics", run("statistics", masks, "--out", work / "s.csv", "--overwrite")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("product")
    parser.add_argument("--work", required=True, help="a folder for what is made")
    parser.add_argument("--dates", type=int, default=5)
    parser.add_argument("--size", type=int, default=2196)
    parser.add_argument("--model", default="auto")
    kinds = ("fields", "whole", "composite", "refine", "polygons", "statistics")
    parser.add_argument("--only", nargs="+", choices=kinds, default=kinds)
    arguments = parser.parse_args()
    Path(arguments.work).mkdir(parents=True, exist_ok=True)
    print(machine(), flush=True)
    for kind, name, run in measures(arguments):
        if kind in arguments.only:
            took = run()
            facts = {"seconds": round(took.seconds, 1), "cpu_seconds": round(took.cpu_seconds, 1)}
            print(json.dumps({"what": name, **facts, "peak_gb": round(took.peak / 1e9, 2)}), flush=True)


if __name__ == "__main__":
    main()
