"""How situations are built small from simulated products: other people's files, spellings, leftovers and areas."""

from __future__ import annotations

import shutil
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import rasterio

from .samples import band_file, write_band, zip_of


class Scenes:
    """Simulated products, each made once: `scenes(level="L2A", layout="cogs")`."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._made = folder, {}

    def __call__(self, **options: object) -> Path:
        from s2cloudmask.core.simulation.simulate import simulate

        key = repr(sorted(options.items()))
        if key not in self._made:
            place = self._folder / str(len(self._made))
            self._made[key] = simulate(place, **{"size": 366, "seed": 5, **options}).path
        return self._made[key]

    def copy(self, place: Path, name: str = "", **options: object) -> Path:
        """A copy of a product in `place`, to be changed."""
        source = self(**options)
        return Path(shutil.copytree(source, place / (name or source.name)))


# --- 1 files by the product's own list


def beside(prefix: str, driver: str = "", value: int = 77) -> Callable:
    """Every band with another file beside it that is named alike."""

    def make(scenes: Scenes, place: Path) -> list[str | Path]:
        product = scenes.copy(place)
        for path in [path for path in product.rglob("*.jp2") if "IMG_DATA" in str(path)]:
            beside = path.with_name(prefix + path.name)
            if driver:
                shutil.copy(path, beside)
                write_band(beside, driver=driver, change=lambda numbers: np.full_like(numbers, value))
                beside.rename(beside.with_suffix(".tif"))
            else:
                beside.write_bytes(b"\0\5\x16\7\0\2\0\0Mac OS X        ")
        return [product]

    return make


# --- 2 the unit of failure


def three(harm: Callable[[Path], object]) -> Callable:
    def make(scenes: Scenes, place: Path) -> list[str | Path]:
        product = scenes.copy(place, layout="old", granules=3)
        harm(sorted((product / "GRANULE").iterdir())[1])
        return [product]

    return make


def cut_band(granule: Path, band: str = "B04") -> None:
    file = band_file(granule, band)
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


# --- 3 names of an era

_ERA = (
    ("Product_Info>", "L2A_Product_Info>"), ("Product_Organisation>", "L2A_Product_Organisation>"),
    ("IMAGE_FILE>", "IMAGE_FILE_2A>"), ("PRODUCT_URI>", "PRODUCT_URI_2A>"),
    ("BOA_QUANTIFICATION_VALUE", "L2A_BOA_QUANTIFICATION_VALUE"), ("Level-2A</PROC", "Level-2Ap</PROC"),
)  # fmt: skip


def era(metadata: str) -> Callable:
    def make(scenes: Scenes, place: Path) -> list[str | Path]:
        product = scenes.copy(place, level="L2A", baseline="02.05")
        document = product / "MTD_MSIL2A.xml"
        text = document.read_text("utf-8")
        for old, new in _ERA:
            text = text.replace(old, new)
        for path in list(product.rglob("*_?0m.jp2")):
            text = text.replace(f"{path.stem}<", f"L2A_{path.stem}<")
            path.rename(path.with_name(f"L2A_{path.name}"))
        document.unlink()
        (product / metadata).write_text(text, "utf-8")
        return [product]

    return make


# --- 4 containers


def whole(**options: object) -> Callable:
    return lambda scenes, place: [scenes.copy(place, **options)]


def cogs(flag: str) -> Callable:
    def make(scenes: Scenes, place: Path) -> list[str | Path]:
        product = scenes.copy(place, level="L2A", layout="cogs")
        item = next(product.glob("*.json"))
        item.write_text(item.read_text().replace('boa_offset_applied": true', f'boa_offset_applied": {flag}'))
        return [product]

    return make


# --- 5 spelling in archives


def zipped(spell: Callable[[str], str], name: str = "P.zip") -> Callable:
    def make(scenes: Scenes, place: Path) -> list[str | Path]:
        with zipfile.ZipFile(place / name, "w") as target:
            source = scenes()
            for path in sorted(path for path in source.rglob("*") if path.is_file()):
                entry = zipfile.ZipInfo("x")
                entry.filename = spell(f"P.SAFE/{path.relative_to(source).as_posix()}")
                target.writestr(entry, path.read_bytes())
        return [place / name]

    return make


def tar(name: str, mode: str) -> Callable:
    def make(scenes: Scenes, place: Path) -> list[str | Path]:
        with tarfile.open(place / name, mode) as target:
            target.add(scenes(), "P.SAFE")
        return [place / name]

    return make


def zip_in_zip(scenes: Scenes, place: Path) -> list[str | Path]:
    inner = zip_of(scenes(), place / "inner.zip")
    with zipfile.ZipFile(place / "P.zip", "w") as target:
        target.write(inner, "inner.zip")
    inner.unlink()
    return [place / "P.zip"]


# --- 6 what is no product


def other(name: str) -> Callable:
    def make(scenes: Scenes, place: Path) -> list[str | Path]:
        file = place / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("<x/>")
        return [place / Path(name).parts[0]]

    return make


def unfinished(suffix: str) -> Callable:
    def make(scenes: Scenes, place: Path) -> list[str | Path]:
        archive = zip_of(scenes(), place / "S2A_MSIL1C_20240715T105031_N0511_R051_T31TCJ_20240715T105031.SAFE.zip")
        part = archive.with_name(archive.name + suffix)
        part.write_bytes(archive.read_bytes()[:9000])
        archive.unlink()
        return [part]

    return make


def inside(pattern: str) -> Callable:
    return lambda scenes, place: [next(scenes.copy(place).glob(pattern))]


def annexed(scenes: Scenes, place: Path) -> list[str | Path]:
    product = scenes.copy(place)
    for path in product.rglob("*_B*.jp2"):
        path.unlink()
        path.symlink_to(f"../../../../../.git/annex/objects/x9/{path.name}")
    return [product]


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
