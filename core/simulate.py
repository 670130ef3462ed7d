"""Write a small, believable Sentinel-2 product with a truth raster beside it, for the demo, the tests and the benchmark."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import EngineError
from .simulate_metadata import (
    BAND_IDS,
    RESOLUTIONS,
    Identity,
    TileGrid,
    cloud_gml,
    manifest_xml,
    product_xml,
    tile_grid,
    tile_xml,
)

if TYPE_CHECKING:
    from .simulate_scene import Scene

LAYOUTS = ("safe", "zip", "archive", "old")
SUN_ZENITH, SUN_AZIMUTH = 34.0, 146.0
STRIP = 1024  # rows of JPEG 2000 tiles


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
        raise EngineError("bad-settings", f"A size of {size} px cannot be simulated. Choose a multiple of 6 from 60 on.")
    if layout in ("archive", "old") and level != "L1C" or layout == "archive" and granules > 1:
        raise EngineError("bad-settings", f"The {layout} layout holds one Level-1C granule. Choose the layout safe.")
    if offset == 0 and offsets:
        raise EngineError("bad-settings", f"Products of baseline {baseline} carry no offsets. Choose baseline 04.00 or later.")
    from .simulate_scene import Scene

    identity = Identity(level, mission, baseline, time, 51, 47342)
    name = _product_name(identity, tile, layout)
    band_offsets = {band: offset for band in BAND_IDS} | dict(offsets or {})
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
            files[granule_tile] = _write_granule(product, identity, grid, scene, band_offsets, layout)
            truth = target / (f"{stem}_truth.tif" if granules == 1 else f"{stem}_T{granule_tile}_truth.tif")
            share += _write_truth(truth, grid, scene) / granules
            truths.append(truth)
        offsets_listed = band_offsets if offset else None
        if layout != "archive":
            metadata = name.replace("_PRD_MSIL1C_", "_MTD_SAFL1C_").replace(".SAFE", ".xml") if layout == "old" else f"MTD_MSI{level}.xml"
            text = product_xml(identity, name, files, offsets_listed, share, old=layout == "old")
            (product / metadata).write_text(text, encoding="utf-8")
            (product / "manifest.safe").write_text(manifest_xml(identity, product), encoding="utf-8")
        if layout == "zip":
            _zip(product, building / final.name)
        _replace(building / final.name, final)
    finally:
        shutil.rmtree(building, ignore_errors=True)
    return SimulatedProduct(final, tuple(truths))


def _product_name(identity: Identity, tile: str, layout: str) -> str:
    if layout == "old":
        return f"{identity.mission}_OPER_PRD_MSIL1C_PDMC_{identity.time}_R{identity.relative_orbit:03d}_V{identity.time}_{identity.time}.SAFE"
    if layout == "archive":
        return identity.granule(tile)
    short = identity.baseline.replace(".", "")
    return f"{identity.mission}_MSI{identity.level}_{identity.time}_N{short}_R{identity.relative_orbit:03d}_T{tile}_{identity.time}.SAFE"


def _write_granule(product: Path, identity: Identity, grid: TileGrid, scene: Scene, offsets: Mapping[str, int], layout: str) -> list[str]:
    """Write bands, true colour, masks and metadata of one granule; the image files as the product's metadata names them."""
    granule_id = identity.granule(grid.tile)
    without_baseline = granule_id.rsplit("_N", 1)[0]
    short = f"T{grid.tile}_{identity.time}"
    if layout == "archive":
        folder, images, quality, metadata = product, product, product / "qi", "metadata.xml"
        stem, mask_stem = "", "MSK_{}_B00"
    elif layout == "old":
        folder = product / "GRANULE" / granule_id
        images, quality, metadata = folder / "IMG_DATA", folder / "QI_DATA", f"{without_baseline.replace('_MSI_', '_MTD_')}.xml"
        stem, mask_stem = f"{without_baseline}_", without_baseline.replace("_MSI_L1C_TL_", "_MSK_{}_") + "_B00_MSIL1C"
    else:
        folder = product / "GRANULE" / f"{identity.level}_T{grid.tile}_A{identity.absolute_orbit:06d}_{identity.time}"
        images, quality, metadata = folder / "IMG_DATA", folder / "QI_DATA", "MTD_TL.xml"
        stem, mask_stem = f"{short}_", "MSK_{}_B00"
    quality.mkdir(parents=True)
    images.mkdir(parents=True, exist_ok=True)

    written: list[Path] = []
    for band in BAND_IDS:
        if identity.level == "L2A":
            if band == "B10":
                continue
            for step in (step for step in (10, 20, 60) if step >= RESOLUTIONS[band]):
                written.append(images / f"R{step}m" / f"{stem}{band}_{step}m.jp2")
                _write_band(written[-1], grid, scene, band, step, offsets[band], boa=True)
        else:
            written.append(images / f"{stem}{band}.jp2")
            _write_band(written[-1], grid, scene, band, RESOLUTIONS[band], offsets[band], boa=False)
    if layout != "old":  # true-colour images came with the compact naming
        bands = [next(path for path in written if path.stem in (f"{stem}{band}", f"{stem}{band}_10m")) for band in ("B04", "B03", "B02")]
        written.append(bands[0].with_name(bands[0].name.replace("B04", "TCI")))
        _write_true_colour(written[-1], grid, bands, [offsets[band] for band in ("B04", "B03", "B02")])
    if identity.level == "L2A":
        for step in (20, 60):
            written.append(images / f"R{step}m" / f"{stem}SCL_{step}m.jp2")
            _write_image(written[-1], grid, step, lambda rows, step=step: scene.scene_classification(rows, step)[None], 1, "uint8")
    kind = "CLASSI" if identity.baseline >= "04.00" else "CLOUDS"
    mask = quality / (mask_stem.format(kind) + (".jp2" if kind == "CLASSI" else ".gml"))
    opaque, cirrus = scene.own_mask()
    if kind == "CLASSI":
        import numpy as np

        planes = np.stack([opaque, cirrus, np.zeros_like(opaque)]).astype(np.uint8)
        _write_image(mask, grid, 60, lambda rows: planes[:, rows], 3, "uint8")
    else:
        mask.write_text(cloud_gml(identity, grid, _polygons(grid, OPAQUE=opaque, CIRRUS=cirrus)), encoding="utf-8")
    listed = mask.stem if layout == "old" else f"GRANULE/{folder.name}/QI_DATA/{mask.name}"
    text = tile_xml(identity, grid, SUN_ZENITH, SUN_AZIMUTH, {f"MSK_{kind}": listed}, float(opaque.mean()))
    (folder / metadata).write_text(text, encoding="utf-8")
    if layout == "archive":
        (folder / "tileInfo.json").write_text(_tile_info(identity, grid), encoding="utf-8")
    return [path.stem if layout == "old" else path.relative_to(product).with_suffix("").as_posix() for path in written]


def _tile_info(identity: Identity, grid: TileGrid) -> str:
    zone, day = int(grid.tile[:2]), f"{int(identity.time[:4])}/{int(identity.time[4:6])}/{int(identity.time[6:8])}"
    path = f"tiles/{zone}/{grid.tile[2]}/{grid.tile[3:]}/{day}/0"
    facts = {"path": path, "timestamp": identity.iso_time, "utmZone": zone, "latitudeBand": grid.tile[2], "gridSquare": grid.tile[3:]}
    facts["datastrip"] = {"id": identity.datastrip()}
    facts["productName"] = _product_name(identity, grid.tile, "safe").removesuffix(".SAFE")
    return json.dumps(facts, indent=2) + "\n"


def _write_band(path: Path, grid: TileGrid, scene: Scene, band: str, step: int, offset: int, *, boa: bool) -> None:
    dark = 0 if band in ("B10", "B11", "B12") else 1  # only the darkest bands reach 0 inside the swath
    _write_image(path, grid, step, lambda rows: scene.digital_numbers(band, rows, step, offset, dark, boa=boa)[None], 1, "uint16")


def _write_true_colour(path: Path, grid: TileGrid, bands: list[Path], offsets: list[int]) -> None:
    """Red, green and blue as bytes 1…255 over reflectance 0…0.3558, 0 where there is no data."""
    import numpy as np
    import rasterio
    from rasterio.windows import Window

    sources = [rasterio.open(band) for band in bands]
    try:

        def strip(rows: slice):
            window = Window(0, rows.start, grid.size, rows.stop - rows.start)
            digital = np.stack([source.read(1, window=window) for source in sources])
            shade = (digital + np.array(offsets, dtype=np.float32)[:, None, None]) * np.float32(255 / 3558)
            return np.where(digital == 0, 0, np.clip(shade, 1, 255)).astype(np.uint8)

        _write_image(path, grid, 10, strip, 3, "uint8")
    finally:
        for source in sources:
            source.close()


def _profile(grid: TileGrid, step: int, count: int, dtype: str) -> dict:
    from rasterio.transform import Affine

    side = grid.size * 10 // step
    transform = Affine(step, 0, grid.left, 0, -step, grid.top)
    return {"width": side, "height": side, "count": count, "dtype": dtype, "crs": f"EPSG:{grid.epsg}", "transform": transform}


def _write_image(path: Path, grid: TileGrid, step: int, strip, count: int, dtype: str) -> None:
    """Write a JPEG 2000 as the real ones are: reversible 5/3 wavelet, six resolutions, tiles of 1024; `strip(rows)` gives (count, rows, cols)."""
    import rasterio
    from rasterio.windows import Window

    path.parent.mkdir(parents=True, exist_ok=True)
    options = {"QUALITY": 100, "REVERSIBLE": "YES", "YCBCR420": "NO", "YCC": "NO", "RESOLUTIONS": 6, "BLOCKXSIZE": 1024, "BLOCKYSIZE": 1024}
    profile = _profile(grid, step, count, dtype)
    with rasterio.open(path, "w", driver="JP2OpenJPEG", **profile, **options) as target:
        for start in range(0, target.height, STRIP):
            rows = slice(start, min(start + STRIP, target.height))
            target.write(strip(rows), window=Window(0, start, target.width, rows.stop - start))


def _write_truth(path: Path, grid: TileGrid, scene: Scene) -> float:
    """Write the truth and give the share of thick and thin cloud in it."""
    import rasterio
    from rasterio.windows import Window

    partial = path.with_suffix(".partial")
    cloudy = 0
    options = {"driver": "GTiff", "nodata": 255, "compress": "deflate", "tiled": True, "blockxsize": 512, "blockysize": 512}
    with rasterio.open(partial, "w", **_profile(grid, 10, 1, "uint8"), **options) as target:
        for start in range(0, grid.size, STRIP):
            rows = slice(start, min(start + STRIP, grid.size))
            truth = scene.truth(rows)
            cloudy += int(((truth == 1) | (truth == 2)).sum())
            target.write(truth, 1, window=Window(0, start, grid.size, rows.stop - start))
    os.replace(partial, path)
    return cloudy / grid.size**2


def _polygons(grid: TileGrid, **planes):
    """Outlines of each plane (rows, cols) bool on the 60 m grid, as `cloud_gml` takes them."""
    from rasterio.features import shapes
    from rasterio.transform import Affine

    for kind, plane in planes.items():
        for shape, _ in shapes(plane.astype("uint8"), mask=plane, transform=Affine(60, 0, grid.left, 0, -60, grid.top)):
            yield kind, shape["coordinates"]


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
    parser.add_argument("--size", type=int, default=1830, metavar="PX", help="pixels of 10 m a side, a multiple of 6; a real tile has 10980 (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=0, help="another number, another scene (default: %(default)s)")
    parser.add_argument("--baseline", default="05.11", help="processing baseline, such as 02.06 or 05.11 (default: %(default)s)")
    parser.add_argument("--level", choices=("L1C", "L2A"), default="L1C", help="processing level (default: %(default)s)")
    parser.add_argument("--layout", choices=LAYOUTS, default="safe", help="how the product is packed (default: %(default)s)")
    parser.add_argument("--granules", type=int, default=1, help="tiles in the product (default: %(default)s)")
    parser.add_argument("--valid-share", type=float, default=0.93, metavar="SHARE", help="share of the tile inside the swath, 0…1 (default: %(default)s)")
    parser.add_argument("--cloud-share", type=float, default=0.25, metavar="SHARE", help="about the share under thick cloud, 0…1 (default: %(default)s)")


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
    reporter.result(product=str(product.path), truth=str(product.truth), truths=[str(truth) for truth in product.truths])
    reporter.end(1, 0)
    return 0
