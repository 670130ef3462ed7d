"""How situations are built small from simulated products: other people's files, containers, spellings and leftovers."""

from __future__ import annotations

import shutil
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np

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
