"""How situations are built small from simulated products: other people's files, containers, spellings and leftovers."""

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

    def __init__(self, folder: Path, size: int = 366) -> None:
        self._folder, self._size, self._made = folder, size, {}

    def __call__(self, **options: object) -> Path:
        from s2cloudmask.core.simulation.simulate import simulate

        key = repr(sorted(options.items()))
        if key not in self._made:
            place = self._folder / str(len(self._made))
            self._made[key] = simulate(place, **{"size": self._size, "seed": 5, **options}).path
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


def sharper(scenes: Scenes, place: Path) -> list[str | Path]:
    """Bands of 20 m that a user made sharper lie beside the product's."""
    product = scenes.copy(place)
    for band in ("B11", "B12"):
        file = band_file(product, band)
        with rasterio.open(file) as source:
            finer = {"transform": source.transform @ rasterio.Affine.scale(0.5)}
        beside = Path(shutil.copy(file, file.with_name(f"{file.stem}_10m.jp2")))
        write_band(beside, change=lambda numbers: numbers.repeat(2, 1).repeat(2, 2) // 3 + 1, **finer)
    return [product]


def two_in_one(scenes: Scenes, place: Path) -> list[str | Path]:
    product = scenes.copy(place)
    shutil.copytree(scenes(level="L2A"), product, dirs_exist_ok=True)
    return [product]


# --- 2 the unit of failure


def copied_granule(scenes: Scenes, place: Path) -> list[str | Path]:
    """A copy of the granule's folder, in which B04 was changed, beside the granule."""
    product = scenes.copy(place)
    (folder,) = (product / "GRANULE").iterdir()
    copy = Path(shutil.copytree(folder, folder.with_name(f"{folder.name} - Copy")))
    write_band(band_file(copy, "B04"), change=lambda numbers: numbers // 2)
    return [product]


def spoilt_band(spoil: Callable[[bytes], bytes]) -> Callable:
    """A product whose B04 is `spoil` of its bytes."""

    def make(scenes: Scenes, place: Path) -> list[str | Path]:
        product = scenes.copy(place)
        file = band_file(product, "B04")
        file.write_bytes(spoil(file.read_bytes()))
        return [product]

    return make


# --- 3 names of an era


def renamed(name: str) -> Callable:
    def make(scenes: Scenes, place: Path) -> list[str | Path]:
        product = scenes.copy(place)
        (product / "MTD_MSIL1C.xml").rename(product / name)
        return [product]

    return make


def spelled(change: Callable[[str], str]) -> Callable:
    """All names in the product changed, as file systems without case do."""

    def make(scenes: Scenes, place: Path) -> list[str | Path]:
        product = scenes.copy(place)
        for path in sorted(product.rglob("*"), key=lambda path: -len(path.parts)):
            path.rename(path.with_name(change(path.name)))
        return [product]

    return make


def three(harm: Callable[[Path], object]) -> Callable:
    def make(scenes: Scenes, place: Path) -> list[str | Path]:
        product = scenes.copy(place, layout="old", granules=3)
        harm(sorted((product / "GRANULE").iterdir())[1])
        return [product]

    return make


def cut_band(granule: Path, band: str = "B04") -> None:
    file = band_file(granule, band)
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


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


def with_a_file_outside(scenes: Scenes, place: Path) -> list[str | Path]:
    """A zip that holds a product and, beside it, a file whose name leads out of the zip."""
    archive = zip_of(scenes(), place / "P.zip")
    with zipfile.ZipFile(archive, "a") as target:
        target.writestr("../readme.txt", "x")
    return [archive]


def compressed(method: int) -> Callable:
    def make(scenes: Scenes, place: Path) -> list[str | Path]:
        with zipfile.ZipFile(place / "P.zip", "w", method) as target:
            for path in sorted(path for path in scenes().rglob("*") if path.is_file()):
                target.write(path, f"P.SAFE/{path.relative_to(scenes()).as_posix()}")
        return [place / "P.zip"]

    return make


def split(scenes: Scenes, place: Path) -> list[str | Path]:
    whole = zip_of(scenes(), place / "P.zip")
    data = whole.read_bytes()
    (place / "P.z01").write_bytes(data[: len(data) // 2])
    whole.write_bytes(data[len(data) // 2 :])
    return [whole]


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


def content(data: bytes) -> Callable:
    """A file called as a product's zip is, which holds something else."""

    def make(scenes: Scenes, place: Path) -> list[str | Path]:
        archive = place / "S2A_MSIL1C_20240715T105031_N0511_R051_T31TCJ_20240715T105031.SAFE.zip"
        archive.write_bytes(data)
        return [archive]

    return make


def in_icloud(scenes: Scenes, place: Path) -> list[str | Path]:
    product = scenes.copy(place)
    file = band_file(product, "B04")
    file.rename(file.with_name(f".{file.name}.icloud"))
    return [product]


def beside_the_metadata(scenes: Scenes, place: Path) -> list[str | Path]:
    """All bands were moved up beside the product's metadata."""
    product = scenes.copy(place)
    for path in list(product.rglob("IMG_DATA/*.jp2")):
        path.rename(product / path.name)
    shutil.rmtree(product / "GRANULE")
    return [product]


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
