"""Write a small, believable Sentinel-2 product and a truth raster beside it, for the demo, tests and benchmarks."""

from __future__ import annotations

import os
import re
import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..errors import EngineError
from ..products.metadata import BAND_IDS
from ..products.product import open_product
from ..rasters.unfinished import unfinished_folder
from ..system import stopping
from .cogs import cog_name, write_cogs
from .safe import write_granule, write_truth
from .safe_metadata import Identity, TileGrid, manifest_xml, product_name, product_xml, tile_grid
from .scene import Scene
from .sky import Sun

LAYOUTS = ("safe", "zip", "archive", "old", "cogs", "zarr")
LETTERS = "ABCDEFGH" + "JKLMNPQR" + "STUVWXYZ"  # of tiles, from west to east: three zones of eight
TILE_NAME = r"(0[1-9]|[1-5]\d|60)[C-HJ-NP-X][A-HJ-NP-Z][A-HJ-NP-V]"
SUN_ZENITH, SUN_AZIMUTH = 34.0, 146.0  # degrees: a summer's forenoon


@dataclass(frozen=True)
class SimulatedProduct:
    """A product on disk and, granule by granule, its true classes at 10 m (0…3, 255 no data)."""

    path: Path
    truths: tuple[Path, ...]

    @property
    def truth(self) -> Path:
        """The truth of the first granule."""
        return self.truths[0]


def simulate(
    folder: str | os.PathLike[str],
    *,
    size: int = 1830,
    seed: int = 0,
    baseline: str = "05.11",
    level: str = "L1C",
    layout: str = "safe",
    granules: int = 1,
    offsets: Mapping[str, int] | None = None,
    valid_share: float = 0.93,
    cloud_share: float = 0.2,
    mission: str = "S2A",
    tile: str = "31TCJ",
    time: str = "20240715T105031",
) -> SimulatedProduct:
    """Write a product into `folder`, its truth beside it; the same arguments give the same bytes.

    `size`: pixels of 10 m a side, a multiple of 6 (a real tile has 10980). `baseline`: from 04.00 on DN carry an offset
    of -1000 and the product's own cloud mask is a raster, before that a GML. `layout`: a `safe` folder, the `zip` of
    one, the flat `archive` folder of the cloud archives, the `old` naming of 2016, the `cogs` of Level-2A that Earth
    Search makes (offset taken off), ESA's EOPF `zarr` of the same DN. `granules`: tiles, side by side.
    `offsets`: where a band's differs from the baseline's. `valid_share`: inside the swath, 1 for no edge.
    `cloud_share`: about the share under thick cloud, 0 for a clear sky. `time`: of sensing.

    Raises EngineError `bad-settings` for what no product can be, `output-folder`, `disk-full`, `busy`.
    """
    offset = -1000 if baseline >= "04.00" else 0
    _check(size, baseline, level, layout, granules, bool(offsets) and offset == 0, mission, tile, time)

    identity = Identity(level, mission, baseline, time, relative_orbit=51, absolute_orbit=47342)
    name = product_name(identity, tile, layout)
    stem = name.removesuffix(".SAFE")
    target = Path(folder) / (f"{stem}.{layout}" if layout in ("zip", "zarr") else name)
    if layout == "cogs":
        target, stem = Path(folder) / cog_name(identity, tile), cog_name(identity, tile)
    offsets = dict.fromkeys(BAND_IDS, offset) | dict(offsets or {})
    west = tile_grid(tile, size)
    with unfinished_folder(target) as part:
        product = part / name
        product.mkdir()
        files, truths, cloudy = {}, [], 0.0
        for number in range(granules):
            letter = LETTERS[(LETTERS.index(tile[3]) + number) % len(LETTERS)]
            grid = TileGrid(tile[:3] + letter + tile[4], west.epsg, west.left + number * size * 10, west.top, size)
            scene = Scene(seed + 1000 * number, size, Sun(SUN_ZENITH, SUN_AZIMUTH), cloud_share, valid_share)
            files[grid.tile] = write_granule(product, identity, grid, scene, offsets, layout)
            truths.append(f"{stem}_truth.tif" if granules == 1 else f"{stem}_T{grid.tile}_truth.tif")
            cloudy += write_truth(part / truths[-1], grid, scene) / granules
        if layout != "archive":
            metadata = f"MTD_MSI{level}.xml"
            if layout == "old":
                metadata = stem.replace("_PRD_MSIL1C_", "_MTD_SAFL1C_") + ".xml"
            text = product_xml(identity, name, files, offsets if offset else None, cloudy, old=layout == "old")
            (product / metadata).write_text(text, "utf-8")
            (product / "manifest.safe").write_text(manifest_xml(identity, product), "utf-8")
        if layout == "zip":
            _zip(product, part / target.name)
        elif layout == "cogs":
            write_cogs(open_product(product).granules[0], part / target.name)
        elif layout == "zarr":
            from .eopf_zarr import write_zarr

            write_zarr(open_product(product).granules[0], part / target.name)
        with stopping.finishing():
            for truth in truths:
                os.replace(part / truth, target.parent / truth)
            if target.is_dir():
                shutil.rmtree(target)
            os.replace(part / target.name, target)
    return SimulatedProduct(target, tuple(target.parent / truth for truth in truths))


def _check(
    size: int, baseline: str, level: str, layout: str, granules: int, strange_offsets: bool, mission: str, tile: str,
    time: str,
) -> None:  # fmt: skip
    """EngineError `bad-settings` for a product that cannot be."""
    for wrong, message in (
        (size < 60 or size % 6, f"A size of {size} px cannot be simulated. Choose a multiple of 6 from 60 on."),
        (
            not re.fullmatch(r"\d\d\.\d\d", baseline),
            f"{baseline} is not a processing baseline. Give one such as 05.11.",
        ),
        (level not in ("L1C", "L2A"), f"There is no level {level}. Choose L1C or L2A."),
        (layout not in LAYOUTS, f"There is no layout {layout}. Choose one of {', '.join(LAYOUTS)}."),
        (
            (layout == "old" and level != "L1C") or (layout == "cogs" and level != "L2A"),
            f"The {layout} layout is none of {level}. Choose the layout safe, zip or archive, or the other level.",
        ),
        (
            granules < 1 or (layout in ("archive", "cogs", "zarr") and granules > 1),
            f"A product in {layout} layout cannot hold {granules} granules. Choose 1.",
        ),
        (strange_offsets, f"Products of baseline {baseline} carry no offsets. Choose baseline 04.00 or later."),
        (not re.fullmatch(r"S2[A-D]", mission), f"There is no mission {mission}. Choose S2A, S2B, S2C or S2D."),
        (
            not re.fullmatch(r"\d\d[C-HJ-NP-X][A-HJ-NP-Z][A-HJ-NP-V]", tile),
            f"{tile} is not a tile. Give one such as 31TCJ.",
        ),
        (not re.fullmatch(r"\d{8}T\d{6}", time), f"{time} is not a sensing time. Give one such as 20240715T105031."),
    ):
        if wrong:
            raise EngineError("bad-settings", message)


def _zip(product: Path, archive: Path) -> None:
    """Zip a product's folder as downloads are; dates are fixed, so that the bytes are, too."""
    with zipfile.ZipFile(archive, "w") as target:
        for path in sorted(path for path in product.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(product.parent).as_posix())
            entry.file_size = path.stat().st_size
            with path.open("rb") as source, target.open(entry, "w") as sink:
                shutil.copyfileobj(source, sink, 1 << 20)
