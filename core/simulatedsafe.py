"""Write a simulated granule as real ones are: JPEG 2000 bands, true colour, masks and metadata, in every naming."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import rasterio
from rasterio.features import shapes
from rasterio.transform import Affine
from rasterio.windows import Window

from .simulatedmetadata import BAND_IDS, RESOLUTIONS, Identity, TileGrid, cloud_gml, product_name, tile_xml
from .simulatedscene import Scene

STRIP = 1024  # rows, as many as a JPEG 2000 tile has


def write_granule(
    product: Path, identity: Identity, grid: TileGrid, scene: Scene, offsets: Mapping[str, int], layout: str
) -> list[str]:
    """Write bands, true colour, masks and metadata of one granule; the image files as the product's metadata names them."""
    granule_id = identity.granule(grid.tile)
    without_baseline = granule_id.rsplit("_N", 1)[0]
    short = f"T{grid.tile}_{identity.time}"
    if layout == "archive":
        folder, images, quality, metadata = product, product, product / "qi", "metadata.xml"
        stem, mask_stem = "", "MSK_{}_B00"
    elif layout == "old":
        folder = product / "GRANULE" / granule_id
        images, quality, metadata = (
            folder / "IMG_DATA",
            folder / "QI_DATA",
            f"{without_baseline.replace('_MSI_', '_MTD_')}.xml",
        )
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
        bands = [
            next(path for path in written if path.stem in (f"{stem}{band}", f"{stem}{band}_10m"))
            for band in ("B04", "B03", "B02")
        ]
        written.append(bands[0].with_name(bands[0].name.replace("B04", "TCI")))
        _write_true_colour(written[-1], grid, bands, [offsets[band] for band in ("B04", "B03", "B02")])
    if identity.level == "L2A":
        for step in (20, 60):
            written.append(images / f"R{step}m" / f"{stem}SCL_{step}m.jp2")
            _write_image(
                written[-1],
                grid,
                step,
                lambda rows, step=step: scene.scene_classification(rows, step)[None],
                1,
                "uint8",
            )
    kind = "CLASSI" if identity.baseline >= "04.00" else "CLOUDS"
    mask = quality / (mask_stem.format(kind) + (".jp2" if kind == "CLASSI" else ".gml"))
    opaque, cirrus = scene.own_mask()
    if kind == "CLASSI":
        planes = np.stack([opaque, cirrus, np.zeros_like(opaque)]).astype(np.uint8)
        _write_image(mask, grid, 60, lambda rows: planes[:, rows], 3, "uint8")
    else:
        mask.write_text(cloud_gml(identity, grid, _polygons(grid, OPAQUE=opaque, CIRRUS=cirrus)), encoding="utf-8")
    listed = mask.stem if layout == "old" else f"GRANULE/{folder.name}/QI_DATA/{mask.name}"
    text = tile_xml(identity, grid, scene.sun.zenith, scene.sun.azimuth, {f"MSK_{kind}": listed}, float(opaque.mean()))
    (folder / metadata).write_text(text, encoding="utf-8")
    if layout == "archive":
        (folder / "tileInfo.json").write_text(_tile_info(identity, grid), encoding="utf-8")
    return [path.stem if layout == "old" else path.relative_to(product).with_suffix("").as_posix() for path in written]


def _tile_info(identity: Identity, grid: TileGrid) -> str:
    zone, day = int(grid.tile[:2]), f"{int(identity.time[:4])}/{int(identity.time[4:6])}/{int(identity.time[6:8])}"
    path = f"tiles/{zone}/{grid.tile[2]}/{grid.tile[3:]}/{day}/0"
    facts = {
        "path": path,
        "timestamp": identity.iso_time,
        "utmZone": zone,
        "latitudeBand": grid.tile[2],
        "gridSquare": grid.tile[3:],
    }
    facts["datastrip"] = {"id": identity.datastrip()}
    facts["productName"] = product_name(identity, grid.tile, "safe").removesuffix(".SAFE")
    return json.dumps(facts, indent=2) + "\n"


def _write_band(path: Path, grid: TileGrid, scene: Scene, band: str, step: int, offset: int, *, boa: bool) -> None:
    dark = 0 if band in ("B10", "B11", "B12") else 1  # only the darkest bands reach 0 inside the swath
    _write_image(
        path, grid, step, lambda rows: scene.digital_numbers(band, rows, step, offset, dark, boa=boa)[None], 1, "uint16"
    )


def _write_true_colour(path: Path, grid: TileGrid, bands: list[Path], offsets: list[int]) -> None:
    """Red, green and blue as bytes 1…255 over reflectance 0…0.3558, 0 where there is no data."""

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

    side = grid.size * 10 // step
    transform = Affine(step, 0, grid.left, 0, -step, grid.top)
    return {
        "width": side,
        "height": side,
        "count": count,
        "dtype": dtype,
        "crs": f"EPSG:{grid.epsg}",
        "transform": transform,
    }


def _write_image(path: Path, grid: TileGrid, step: int, strip, count: int, dtype: str) -> None:
    """Write a JPEG 2000 as the real ones are: reversible 5/3 wavelet, six resolutions, tiles of 1024; `strip(rows)` gives (count, rows, cols)."""

    path.parent.mkdir(parents=True, exist_ok=True)
    options = {
        "QUALITY": 100,
        "REVERSIBLE": "YES",
        "YCBCR420": "NO",
        "YCC": "NO",
        "RESOLUTIONS": 6,
        "BLOCKXSIZE": 1024,
        "BLOCKYSIZE": 1024,
    }
    profile = _profile(grid, step, count, dtype)
    with rasterio.open(path, "w", driver="JP2OpenJPEG", **profile, **options) as target:
        for start in range(0, target.height, STRIP):
            rows = slice(start, min(start + STRIP, target.height))
            target.write(strip(rows), window=Window(0, start, target.width, rows.stop - start))


def write_truth(path: Path, grid: TileGrid, scene: Scene) -> float:
    """Write the truth and give the share of thick and thin cloud in it."""

    partial = path.with_suffix(".partial")
    cloudy = 0
    options = {
        "driver": "GTiff",
        "nodata": 255,
        "compress": "deflate",
        "tiled": True,
        "blockxsize": 512,
        "blockysize": 512,
    }
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

    for kind, plane in planes.items():
        for shape, _ in shapes(plane.astype("uint8"), mask=plane, transform=Affine(60, 0, grid.left, 0, -60, grid.top)):
            yield kind, shape["coordinates"]
