"""How situations are built small from simulated products: validity, place, areas, lists, and a mask to apply."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import rasterio

from .samples import band_file, write_band
from .situation_scenes import Scenes

# --- 7 validity


def stack(numbers: Callable[[np.ndarray], np.ndarray], finish: Callable[[Path], object] = lambda path: None,
           **profile: object) -> Callable:  # fmt: skip
    """A GeoTIFF of all bands of the scene at 10 m, as `numbers` changes it."""

    def make(scenes: Scenes, place: Path) -> list[str | Path]:
        from s2cloudmask.core.products.grid import product_grid
        from s2cloudmask.core.products.metadata import BAND_IDS
        from s2cloudmask.core.products.product import open_product
        from s2cloudmask.core.products.reader import read_window

        (granule,) = open_product(scenes(valid_share=1)).granules
        grid = product_grid(granule, 10)
        planes = numbers(np.rint(read_window(granule, BAND_IDS, grid)[0] * 10000).clip(1).astype("uint16"))
        path = place / "S2A_MSIL1C_stack.tif"
        with rasterio.open(
            path, "w",
            **{"driver": "GTiff", "count": 13, "dtype": planes.dtype, "width": grid.width, "height": grid.height,
               "crs": grid.crs, "transform": grid.transform, **profile},
        ) as target:  # fmt: skip
            target.write(planes)
            target.descriptions = BAND_IDS
        finish(path)
        return [path]

    return make


def right_half_masked(internal: bool) -> Callable[[Path], None]:
    def finish(path: Path) -> None:
        with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=internal), rasterio.open(path, "r+") as target:
            kept = np.full((target.height, target.width), 255, "uint8")
            kept[:, target.width // 2 :] = 0
            target.write_mask(kept)

    return finish


def right_half_is_no_data(mask: np.ndarray) -> bool:
    half = mask.shape[1] // 2 + 1
    return bool((mask[:, half:] == 255).all() and (mask[:, : half - 2] != 255).all())


def lost_packets(scenes: Scenes, place: Path) -> list[str | Path]:
    product = scenes.copy(place, valid_share=1)
    with rasterio.open(band_file(product, "B04")) as band:
        profile = {"width": band.width, "height": band.height, "crs": band.crs, "transform": band.transform}
    layers = np.zeros((8, profile["height"], profile["width"]), "uint8")
    layers[2, :, profile["width"] // 2 :] = 1
    with rasterio.open(
        next(product.rglob("QI_DATA")) / "MSK_QUALIT_B04.jp2", "w", driver="JP2OpenJPEG", count=8, dtype="uint8",
        QUALITY="100", REVERSIBLE="YES", **profile,
    ) as target:  # fmt: skip
        target.write(layers)
    return [product]


def flat_edge(scenes: Scenes, place: Path) -> list[str | Path]:
    product = scenes.copy(place, level="L2A", valid_share=1)

    def edge(numbers: np.ndarray) -> np.ndarray:
        numbers[:, :, numbers.shape[2] // 2 :] = 1
        return numbers

    for path in product.rglob("*_B*_?0m.jp2"):
        write_band(path, change=edge)
    return [product]


# --- 8 facts at hand


def bare(scenes: Scenes, place: Path) -> list[str | Path]:
    """Bands without CRS and place, an area in degrees."""
    product = scenes.copy(place)
    for path in product.rglob("*_B*.jp2"):
        if "IMG_DATA" in str(path):
            write_band(path, crs=None, transform=rasterio.Affine.identity())
    return [product, "--bounds", "0.5", "44.22", "0.53", "44.24", "--bounds-crs", "EPSG:4326"]


def in_degrees(scenes: Scenes, place: Path) -> list[str | Path]:
    transform = rasterio.Affine(0.000125, 0, 1.0, 0, -0.00009, 44.0)
    return stack(lambda numbers: numbers, crs="EPSG:4326", transform=transform)(scenes, place)


def area(*bounds: str, crs: str) -> Callable:
    return lambda scenes, place: [scenes.copy(place), "--bounds", *bounds, "--bounds-crs", crs]


def whole_scene(mask: np.ndarray) -> bool:
    return mask.shape == (61, 61) and bool((mask != 255).any())


def across_180(scenes: Scenes, place: Path) -> list[str | Path]:
    product = scenes.copy(place, tile="01KAB")
    return [product, "--bounds", "179", "-25", "-179", "-10", "--bounds-crs", "EPSG:4326"]


def listed(encode: Callable[[str], bytes]) -> Callable:
    def make(scenes: Scenes, place: Path) -> list[str | Path]:
        product = scenes.copy(place, name="Größe 1.SAFE")
        (place / "list.txt").write_bytes(encode(f"{product}\r\n"))
        return ["--products-from", place / "list.txt"]

    return make


def pattern(scenes: Scenes, place: Path) -> list[str | Path]:
    scenes.copy(place)
    (place / "list.txt").write_bytes(f"# all of July\r\n{place}/*.SAFE\r\n".encode())
    return ["--products-from", place / "list.txt"]


def applied(shift: float = 0, value: int | None = None) -> Callable:
    """A raster and a mask, `shift` metres east of it or of one value."""

    def make(scenes: Scenes, place: Path) -> list[str | Path]:
        numbers = np.random.default_rng(1).integers(0, 4, (200, 200)).astype("uint8")
        for name, east, planes in (("raster", 0.0, numbers + 100), ("mask", shift, numbers)):
            if name == "mask" and value is not None:
                planes = np.full_like(planes, value)
            transform = rasterio.Affine(10, 0, 500000 + east, 0, -10, 4800000)
            with rasterio.open(
                place / f"{name}.tif", "w", driver="GTiff", count=1, dtype="uint8", width=200, height=200,
                crs="EPSG:32631", transform=transform, nodata=255 if name == "mask" else None,
            ) as target:  # fmt: skip
                target.write(planes, 1)
        return [place / "raster.tif", "--mask", place / "mask.tif"]

    return make
