"""What bad inputs are made from: small simulated products, a file never to be read, a file never to appear."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio

MASK = "mask"  # the input ends in a right mask
OUTSIDE = "this must never be read"
METADATA = "MTD_MSIL1C.xml"


@dataclass(frozen=True)
class Samples:
    """Whole products to spoil copies of; the one with `polygons` brings its clouds as GML.

    `secret` lies outside every product; `executed` must not appear.
    """

    folder: Path
    product: Path
    archive: Path
    level2a: Path
    polygons: Path
    secret: Path
    executed: Path

    def copy(self, place: Path, name: str = "P.SAFE", of: Path | None = None) -> Path:
        """A copy of the product, or of another, to be spoilt."""
        return Path(shutil.copytree(of or self.product, place / name))


def make_samples(folder: Path) -> Samples:
    """Simulate the products, about 3 MB."""
    from s2cloudmask.core.simulation.simulate import simulate

    def make(name: str, **options: object) -> Path:
        return simulate(folder / name, size=360, seed=5, **options).path

    product = make("safe")
    secret = folder / "secret.jp2"
    shutil.copyfile(band_file(product, "B02"), secret)
    return Samples(
        folder=folder,
        product=product,
        archive=make("archive", layout="archive"),
        level2a=make("level2a", level="L2A"),
        polygons=make("polygons", baseline="02.06"),
        secret=secret,
        executed=folder / "executed",
    )


@dataclass(frozen=True)
class BadInput:
    """One bad input. `make` writes it into a folder and gives the arguments after `mask` (or another command).

    `codes`: the errors it may end in; MASK among them when a right mask is an honest answer, too. `check` gets the
    mask, (rows, cols) uint8, and says what is wrong about it, or nothing.
    """

    group: str
    name: str
    make: Callable[[Samples, Path], list[str | Path]]
    codes: frozenset[str]
    check: Callable[[np.ndarray], str] | None = None
    command: str = "mask"


def band_file(product: Path, band: str) -> Path:
    """File of one band of a product."""
    return next(path for path in product.rglob("*.jp2") if re.search(rf"(^|_){band}(_\d\dm)?\.jp2$", path.name))


def write_band(
    path: Path, change: Callable[[np.ndarray], np.ndarray] = lambda numbers: numbers, **profile: object
) -> None:
    """Write a band file anew: its numbers changed, and its profile (crs, transform, dtype …)."""
    with rasterio.open(path) as dataset:
        numbers, before = dataset.read(), dataset.profile
    numbers = change(numbers)
    before.update(driver="JP2OpenJPEG", QUALITY="100", REVERSIBLE="YES", count=numbers.shape[0],
                  height=numbers.shape[1], width=numbers.shape[2], dtype=numbers.dtype.name)  # fmt: skip
    before.update(profile)
    for name in ("blockxsize", "blockysize", "tiled"):
        before.pop(name, None)
    path.unlink()
    with rasterio.open(path, "w", **before) as dataset:
        dataset.write(numbers)


def zip_of(product: Path, archive: Path, names: Callable[[str], str] = lambda name: name) -> Path:
    """A zip of a product, its files named as `names` says."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        for path in sorted(path for path in product.rglob("*") if path.is_file()):
            name = names(f"P.SAFE/{path.relative_to(product).as_posix()}")
            target.writestr(zipfile.ZipInfo(name), path.read_bytes(), zipfile.ZIP_DEFLATED)
    return archive
