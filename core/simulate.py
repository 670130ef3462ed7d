"""Write a small, believable Sentinel-2 product with a truth raster beside it, for the demo, the tests and the benchmark."""

from __future__ import annotations

import argparse
import os
import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .errors import EngineError
from .simulatedmetadata import BAND_IDS, Identity, TileGrid, manifest_xml, product_name, product_xml, tile_grid

LAYOUTS = ("safe", "zip", "archive", "old")
SUN_ZENITH, SUN_AZIMUTH = 34.0, 146.0


@dataclass(frozen=True)
class SimulatedProduct:
    """A product on disk and, granule by granule, the true classes (0…3, 255 no data) at 10 m."""

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
    cloud_share: float = 0.25,
    mission: str = "S2A",
    tile: str = "31TCJ",
    time: str = "20240715T105031",
) -> SimulatedProduct:
    """Write a product into `folder` and its truth beside it; the same arguments give the same bytes.

    size         pixels of 10 m a side, a multiple of 6 (a real tile: 10980)
    baseline     processing baseline; from 04.00 on DN carry the offset -1000 and the cloud mask is a raster, before it is GML
    level        `L1C`, or `L2A` with an SCL band and without B10
    layout       `safe` folder, `zip` of it, flat cloud-`archive` folder, `old` naming of 2016 (`S2A_OPER_PRD_…`)
    granules     tiles in the product, side by side
    offsets      offset of a band where it differs from the baseline's
    valid_share  share of the tile inside the swath; 1 for no edge
    cloud_share  about the share under thick cloud; 0 for a clear sky
    time         sensing time

    Raises EngineError `bad-settings` for a combination that no product has.
    """
    offset = -1000 if baseline >= "04.00" else 0
    if layout not in LAYOUTS:
        raise EngineError("bad-settings", f"There is no layout {layout!r}. Choose one of {', '.join(LAYOUTS)}.")
    if size < 60 or size % 6:
        raise EngineError(
            "bad-settings", f"A size of {size} px cannot be simulated. Choose a multiple of 6 from 60 on."
        )
    if (layout in ("archive", "old") and level != "L1C") or (layout == "archive" and granules > 1):
        raise EngineError("bad-settings", f"The {layout} layout holds one Level-1C granule. Choose the layout safe.")
    if offset == 0 and offsets:
        raise EngineError(
            "bad-settings", f"Products of baseline {baseline} carry no offsets. Choose baseline 04.00 or later."
        )
    from .simulatedsafe import write_granule, write_truth
    from .simulatedscene import Scene

    identity = Identity(level, mission, baseline, time, 51, 47342)
    name = product_name(identity, tile, layout)
    band_offsets = dict.fromkeys(BAND_IDS, offset) | dict(offsets or {})
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    stem = name.removesuffix(".SAFE")
    final = target / (f"{stem}.zip" if layout == "zip" else name)
    building = target / f".{stem}.partial"
    shutil.rmtree(building, ignore_errors=True)
    product = building / name
    product.mkdir(parents=True)
    try:
        truths, files, share = [], {}, 0.0
        for number in range(granules):
            letters = "ABCDEFGHJKLMNPQRSTUVWXYZ"
            granule_tile = tile[:3] + letters[(letters.index(tile[3]) + number) % 24] + tile[4]
            base = tile_grid(tile, size)
            grid = TileGrid(granule_tile, base.epsg, base.left + number * size * 10, base.top, size)
            scene = Scene(seed + 1000 * number, size, SUN_ZENITH, SUN_AZIMUTH, cloud_share, valid_share)
            files[granule_tile] = write_granule(product, identity, grid, scene, band_offsets, layout)
            truth = target / (f"{stem}_truth.tif" if granules == 1 else f"{stem}_T{granule_tile}_truth.tif")
            share += write_truth(truth, grid, scene) / granules
            truths.append(truth)
        offsets_listed = band_offsets if offset else None
        if layout != "archive":
            metadata = (
                name.replace("_PRD_MSIL1C_", "_MTD_SAFL1C_").replace(".SAFE", ".xml")
                if layout == "old"
                else f"MTD_MSI{level}.xml"
            )
            text = product_xml(identity, name, files, offsets_listed, share, old=layout == "old")
            (product / metadata).write_text(text, encoding="utf-8")
            (product / "manifest.safe").write_text(manifest_xml(identity, product), encoding="utf-8")
        if layout == "zip":
            _zip(product, building / final.name)
        _replace(building / final.name, final)
    finally:
        shutil.rmtree(building, ignore_errors=True)
    return SimulatedProduct(final, tuple(truths))


def _zip(product: Path, archive: Path) -> None:
    """Zip a product folder as downloads are; dates are fixed so that the bytes are, too."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as target:
        for path in sorted(product.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(path.relative_to(product.parent).as_posix())
                with path.open("rb") as source, target.open(entry, "w") as sink:
                    shutil.copyfileobj(source, sink, 1 << 20)


def _replace(source: Path, target: Path) -> None:
    if target.is_dir():
        shutil.rmtree(target)
    os.replace(source, target)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `s2cloudmask simulate`."""
    parser.add_argument("folder", metavar="DIR", help="where the product and its truth raster are written")
    parser.add_argument(
        "--size",
        type=int,
        default=1830,
        metavar="PX",
        help="pixels of 10 m a side, a multiple of 6; a real tile has 10980 (default: %(default)s)",
    )
    parser.add_argument("--seed", type=int, default=0, help="another number, another scene (default: %(default)s)")
    parser.add_argument(
        "--baseline", default="05.11", help="processing baseline, such as 02.06 or 05.11 (default: %(default)s)"
    )
    parser.add_argument(
        "--level", choices=("L1C", "L2A"), default="L1C", help="processing level (default: %(default)s)"
    )
    parser.add_argument(
        "--layout", choices=LAYOUTS, default="safe", help="how the product is packed (default: %(default)s)"
    )
    parser.add_argument("--granules", type=int, default=1, help="tiles in the product (default: %(default)s)")
    parser.add_argument(
        "--valid-share",
        type=float,
        default=0.93,
        metavar="SHARE",
        help="share of the tile inside the swath, 0…1 (default: %(default)s)",
    )
    parser.add_argument(
        "--cloud-share",
        type=float,
        default=0.25,
        metavar="SHARE",
        help="about the share under thick cloud, 0…1 (default: %(default)s)",
    )


def run(args: argparse.Namespace, reporter) -> int:
    """Do what `s2cloudmask simulate` was asked for: report the product and its truth as a result."""
    product = simulate(
        args.folder,
        size=args.size,
        seed=args.seed,
        baseline=args.baseline,
        level=args.level,
        layout=args.layout,
        granules=args.granules,
        valid_share=args.valid_share,
        cloud_share=args.cloud_share,
    )
    reporter.result(path=str(product.path), truth=str(product.truth), truths=[str(truth) for truth in product.truths])
    reporter.end(1, 0)
    return 0
