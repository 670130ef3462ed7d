"""Write a simulated granule as real ones are: JPEG 2000 bands, true colour, masks and metadata, in every naming."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.features import shapes
from rasterio.transform import Affine
from rasterio.windows import Window

from ..classes import CLASSES, NO_DATA
from ..products.granule import RESOLUTIONS
from ..products.metadata import BAND_IDS
from ..products.true_colour import BRIGHTEST
from .safe_metadata import Identity, TileGrid, cloud_gml, product_name, tile_xml
from .scene import Scene

TILE = 1024  # pixels of a JPEG 2000 tile, as in real products
ROWS = 256  # that are made at a time
# As real products are compressed: without loss, by the 5/3 wavelet, in tiles.
JPEG2000 = {"QUALITY": 100, "REVERSIBLE": "YES", "YCC": "NO", "BLOCKXSIZE": TILE, "BLOCKYSIZE": TILE}
TRUE_COLOUR = ("B04", "B03", "B02")


@dataclass(frozen=True)
class _Naming:
    """Where the files of a granule go: folders, the metadata's name, what image names begin with, the mask's name."""

    folder: Path
    images: Path
    quality: Path
    metadata: str
    stem: str
    mask: str  # with {} for its kind


def _naming(product: Path, identity: Identity, tile: str, layout: str) -> _Naming:
    if layout == "archive":
        return _Naming(product, product, product / "qi", "metadata.xml", "", "MSK_{}_B00")
    if layout == "old":
        granule = identity.granule(tile)
        stem = granule.rpartition("_N")[0]
        mask = stem.replace("_MSI_L1C_TL_", "_MSK_{}_") + "_B00_MSIL1C"
        folder, metadata, stem = product / "GRANULE" / granule, stem.replace("_MSI_", "_MTD_") + ".xml", f"{stem}_"
    else:
        folder = product / "GRANULE" / f"{identity.level}_T{tile}_A{identity.absolute_orbit:06d}_{identity.time}"
        metadata, stem, mask = "MTD_TL.xml", f"T{tile}_{identity.time}_", "MSK_{}_B00"
    return _Naming(folder, folder / "IMG_DATA", folder / "QI_DATA", metadata, stem, mask)


def write_granule(
    product: Path, identity: Identity, grid: TileGrid, scene: Scene, offsets: Mapping[str, int], layout: str
) -> list[str]:
    """Write bands, true colour, masks and metadata of one granule into the folder `product`.

    Returns its image files as the product's metadata lists them.
    """
    naming = _naming(product, identity, grid.tile, layout)
    naming.quality.mkdir(parents=True)
    naming.images.mkdir(exist_ok=True)
    write = _write_l2a_images if identity.level == "L2A" else _write_l1c_images
    written = write(naming, grid, scene, offsets, true_colour=layout != "old")  # it came with the compact naming
    opaque, cirrus = scene.own_mask()
    if identity.baseline >= "04.00":
        kind, mask = "MSK_CLASSI", naming.quality / (naming.mask.format("CLASSI") + ".jp2")
        planes = np.stack([opaque, cirrus, np.zeros_like(opaque)]).astype(np.uint8)
        _write_image(mask, grid, 60, lambda rows: planes[:, rows], "uint8", count=3)
    else:
        kind, mask = "MSK_CLOUDS", naming.quality / (naming.mask.format("CLOUDS") + ".gml")
        mask.write_text(cloud_gml(identity, grid, _outlines(grid, OPAQUE=opaque, CIRRUS=cirrus)), "utf-8")
    listed = mask.stem if layout == "old" else f"GRANULE/{naming.folder.name}/QI_DATA/{mask.name}"
    text = tile_xml(identity, grid, scene.sun, {kind: listed}, float(opaque.mean()))
    (naming.folder / naming.metadata).write_text(text, "utf-8")
    if layout == "archive":
        (naming.folder / "tileInfo.json").write_text(_tile_info(identity, grid), "utf-8")
    return [path.stem if layout == "old" else path.relative_to(product).with_suffix("").as_posix() for path in written]


def _write_l1c_images(
    naming: _Naming, grid: TileGrid, scene: Scene, offsets: Mapping[str, int], *, true_colour: bool
) -> list[Path]:
    """Every band at its own resolution, from the top of the atmosphere."""
    written = {band: naming.images / f"{naming.stem}{band}.jp2" for band in BAND_IDS}
    for band, path in written.items():
        _write_band(path, grid, scene, band, RESOLUTIONS[band], offsets[band], ground_level=False)
    if true_colour:
        written["TCI"] = naming.images / f"{naming.stem}TCI.jp2"
        _write_true_colour(written["TCI"], grid, [(written[band], offsets[band]) for band in TRUE_COLOUR])
    return list(written.values())


def _write_l2a_images(
    naming: _Naming, grid: TileGrid, scene: Scene, offsets: Mapping[str, int], *, true_colour: bool
) -> list[Path]:
    """Every band but B10 at its own and all coarser resolutions, from the ground, and the scene classification."""
    written: list[Path] = []
    for step in (10, 20, 60):
        folder = naming.images / f"R{step}m"
        # The archive has no resolution in its names, as its folders tell it.
        end = f"_{step}m.jp2" if naming.stem else ".jp2"
        paths = {band: folder / f"{naming.stem}{band}{end}" for band in BAND_IDS if RESOLUTIONS[band] <= step}
        paths.pop("B10", None)
        for band, path in paths.items():
            _write_band(path, grid, scene, band, step, offsets[band], ground_level=True)
        if step == 10 and true_colour:
            paths["TCI"] = folder / f"{naming.stem}TCI{end}"
            _write_true_colour(paths["TCI"], grid, [(paths[band], offsets[band]) for band in TRUE_COLOUR])
        if step > 10:
            paths["SCL"] = folder / f"{naming.stem}SCL{end}"
            _write_image(paths["SCL"], grid, step, partial(scene.scene_classification, step=step), "uint8")
        written += paths.values()
    return written


def _write_band(
    path: Path, grid: TileGrid, scene: Scene, band: str, step: int, offset: int, *, ground_level: bool
) -> None:
    darkest = 0 if band in ("B10", "B11", "B12") else 1  # elsewhere a dark pixel inside the swath never reaches 0

    def strip(rows: slice) -> np.ndarray:
        return scene.digital_numbers(band, rows, step, offset=offset, darkest=darkest, ground_level=ground_level)

    _write_image(path, grid, step, strip, "uint16")


def _write_true_colour(path: Path, grid: TileGrid, bands: list[tuple[Path, int]]) -> None:
    """Red, green and blue, each a file and its offset, as bytes 1…255 of reflectance; 0 where there is no data."""
    with ExitStack() as stack:
        sources = [stack.enter_context(rasterio.open(file)) for file, _ in bands]
        offsets = np.array([offset for _, offset in bands], np.float32)[:, None, None]

        def strip(rows: slice) -> np.ndarray:
            window = Window(0, rows.start, grid.size, rows.stop - rows.start)
            numbers = np.stack([source.read(1, window=window) for source in sources])
            shade = (numbers + offsets) * np.float32(255 / 10000 / BRIGHTEST)
            return np.where(numbers == 0, 0, np.clip(shade, 1, 255)).astype(np.uint8)

        _write_image(path, grid, 10, strip, "uint8", count=3)


def _write_image(
    path: Path, grid: TileGrid, step: int, strip: Callable[[slice], np.ndarray], dtype: str, count: int = 1
) -> None:
    """Write a JPEG 2000 whose rows `strip(rows)` gives: (rows, cols), or (count, rows, cols) of several bands."""
    path.parent.mkdir(exist_ok=True)
    place = _place(grid, step)
    options = {"driver": "JP2OpenJPEG", **JPEG2000, "YCBCR420": "NO"}
    options["RESOLUTIONS"] = min(6, place["width"].bit_length())  # six in real products; a small image has fewer
    with rasterio.open(path, "w", count=count, dtype=dtype, **place, **options) as target:
        for start in range(0, target.height, ROWS):
            rows = slice(start, min(start + ROWS, target.height))
            window = Window(0, start, target.width, rows.stop - start)
            target.write(strip(rows), 1 if count == 1 else None, window=window)


def write_truth(path: Path, grid: TileGrid, scene: Scene) -> float:
    """Write the true classes at 10 m, as a GeoTIFF in the mask's colours; returns the share of cloud in the granule."""
    cloudy = 0
    options = {"driver": "GTiff", "count": 1, "dtype": "uint8", "nodata": NO_DATA, "photometric": "palette"}
    options |= {"compress": "deflate", "tiled": True, "blockxsize": 512, "blockysize": 512}
    with rasterio.open(path, "w", **_place(grid, 10), **options) as target:
        target.write_colormap(1, {item.value: item.colour for item in CLASSES})
        for start in range(0, grid.size, ROWS):
            rows = slice(start, min(start + ROWS, grid.size))
            truth = scene.truth(rows)
            cloudy += int(np.isin(truth, (1, 2)).sum())
            target.write(truth, 1, window=Window(0, start, grid.size, rows.stop - start))
    return cloudy / grid.size**2


def _place(grid: TileGrid, step: int) -> dict[str, Any]:
    """Size, CRS and transform of a granule's images of `step` metres, as rasterio takes them."""
    side = grid.size * 10 // step
    transform = Affine(step, 0, grid.left, 0, -step, grid.top)
    return {"width": side, "height": side, "crs": f"EPSG:{grid.epsg}", "transform": transform}


def _outlines(grid: TileGrid, **planes: np.ndarray) -> Iterator[tuple[str, list[list[tuple[float, float]]]]]:
    """The outlines of what is true in each plane, (rows, cols) bool at 60 m, as `cloud_gml` takes them."""
    for kind, plane in planes.items():
        for shape, _ in shapes(plane.astype(np.uint8), mask=plane, transform=_place(grid, 60)["transform"]):
            yield kind, shape["coordinates"]


def _tile_info(identity: Identity, grid: TileGrid) -> str:
    """`tileInfo.json` of the cloud archive."""
    zone, band, square, t = int(grid.tile[:2]), grid.tile[2], grid.tile[3:], identity.time
    facts = {
        "path": f"tiles/{zone}/{band}/{square}/{int(t[:4])}/{int(t[4:6])}/{int(t[6:8])}/0",
        "timestamp": identity.iso_time,
        "utmZone": zone,
        "latitudeBand": band,
        "gridSquare": square,
        "datastrip": {"id": identity.datastrip()},
        "productName": product_name(identity, grid.tile, "safe").removesuffix(".SAFE"),
    }
    return json.dumps(facts, indent=2) + "\n"
