"""How situations are built small from simulated products: validity, place, areas, lists, and a mask to apply."""

from __future__ import annotations

import shutil
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


def lost_polygons(scenes: Scenes, place: Path) -> list[str | Path]:
    """The right half lost by the MSK_TECQUA of B04, as products before baseline 04.00 say it."""
    product = scenes.copy(place, valid_share=1, baseline="02.06")
    with rasterio.open(band_file(product, "B04")) as band:
        left, bottom, right, top = band.bounds
    left = (left + right) / 2
    points = f"{left} {top} {right} {top} {right} {bottom} {left} {bottom} {left} {top}"
    (next(product.rglob("QI_DATA")) / "MSK_TECQUA_B04.gml").write_text(
        '<eop:Mask xmlns:eop="http://www.opengis.net/eop/2.0" xmlns:gml="http://www.opengis.net/gml/3.2"><gml:boundedBy>'
        '<gml:Envelope srsName="urn:ogc:def:crs:EPSG:8.7:32631"/></gml:boundedBy><eop:maskMembers><eop:MaskFeature>'
        '<eop:maskType codeSpace="urn:gs2:S2PDGS:maskType">MSI_LOST</eop:maskType><eop:extentOf><gml:Polygon>'
        f'<gml:exterior><gml:LinearRing><gml:posList srsDimension="2">{points}</gml:posList></gml:LinearRing>'
        "</gml:exterior></gml:Polygon></eop:extentOf></eop:MaskFeature></eop:maskMembers></eop:Mask>",
        "utf-8",
    )
    return [product]


def lost_in_zarr(scenes: Scenes, place: Path) -> list[str | Path]:
    from s2cloudmask.core.products.product import open_product
    from s2cloudmask.core.simulation.eopf_zarr import write_zarr

    (product,) = lost_packets(scenes, place)
    (granule,) = open_product(product).granules
    write_zarr(granule, place / f"{granule.name}.zarr")
    shutil.rmtree(product)
    return [place / f"{granule.name}.zarr"]


def converted(dtype: str, fill: int, no_data: int | None) -> Callable:
    """A product whose bands someone made GeoTIFFs of, their right half `fill`."""

    def make(scenes: Scenes, place: Path) -> list[str | Path]:
        product = scenes.copy(place, valid_share=1)
        for path in list(product.rglob("IMG_DATA/*_B*.jp2")):
            with rasterio.open(path) as band:
                numbers, profile = band.read().astype("int32"), {"crs": band.crs, "transform": band.transform}
            numbers[:, :, numbers.shape[2] // 2 :] = fill
            with rasterio.open(
                path.with_suffix(".tif"), "w", driver="GTiff", count=1, dtype=dtype, nodata=no_data,
                height=numbers.shape[1], width=numbers.shape[2], **profile,
            ) as target:  # fmt: skip
                target.write(numbers.astype(dtype))
            path.unlink()
        return [product]

    return make


def of_earth_engine(scenes: Scenes, place: Path) -> list[str | Path]:
    """A stack as Earth Engine exports Level-2A: a name without level, an SCL beside the bands."""

    def finish(path: Path) -> None:
        with rasterio.open(path, "r+") as target:
            target.descriptions = tuple("SCL" if name == "B10" else name for name in target.descriptions)
        path.rename(path.with_name("20240715T105031_20240715T105031_T31TCJ.tif"))

    stack(lambda numbers: numbers, finish)(scenes, place)
    return [place / "20240715T105031_20240715T105031_T31TCJ.tif"]


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


def table(scenes: Scenes, place: Path) -> list[str | Path]:
    product = scenes.copy(place, name="a b.SAFE")
    (place / "list.csv").write_text(f"id;path;cloud\r\n1;{product};12\r\n")
    return ["--products-from", place / "list.csv"]


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
