"""How situations are built small: what browsers, clouds, catalogues, conversions and other programs leave on disks."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import rasterio

from s2cloudmask.core.products.absent_bands import LONGEST_PATH

from .samples import band_file, zip_of
from .situation_numbers import stack
from .situation_scenes import Scenes

NAME = "S2A_MSIL1C_20240715T105031_N0511_R051_T31TCJ_20240715T105031"


def band_as_copy(scenes: Scenes, place: Path) -> list[str | Path]:
    product = scenes.copy(place)
    file = band_file(product, "B04")
    file.rename(file.with_name(f"{file.stem} (1).jp2"))
    return [product]


def metadata_is(content: bytes | None) -> Callable:
    """A product whose MTD_MSIL1C.xml is this, or is not there."""

    def make(scenes: Scenes, place: Path) -> list[str | Path]:
        product = scenes.copy(place)
        (product / "MTD_MSIL1C.xml").unlink()
        if content is not None:
            (product / "MTD_MSIL1C.xml").write_bytes(content)
        return [product]

    return make


def in_several_zips(scenes: Scenes, place: Path) -> list[str | Path]:
    """Two zips of one download, each with a part of the product."""
    first, second = (place / f"drive-download-20240715T101010Z-00{number}.zip" for number in (1, 2))
    early = ("MTD_MSIL1C.xml", "_B01.jp2", "_B02.jp2")
    zip_of(scenes(), first, lambda name: name if name.endswith(early) else f"rest/{name[7:]}.txt")
    zip_of(scenes(), second, lambda name: f"rest/{name[7:]}.txt" if name.endswith(early) else name)
    return [first]


def path_too_long(scenes: Scenes, place: Path) -> list[str | Path]:
    """In a folder of a name so long that the bands' paths are a letter too long, and those files not there."""
    made = scenes.copy(place)
    folder = place / ("d" * (LONGEST_PATH - len(str(band_file(made, "B04")))))
    folder.mkdir()
    product = Path(shutil.move(made, folder))
    for path in [path for path in product.rglob("*") if len(str(path)) > LONGEST_PATH]:
        path.unlink()
    return [product]


def path_in_a_zip(scenes: Scenes, place: Path) -> list[str | Path]:
    return [zip_of(scenes(), place / f"{NAME}.zip") / "P.SAFE"]


def whole_zip_of_any_name(scenes: Scenes, place: Path) -> list[str | Path]:
    return [zip_of(scenes(), place / f"{NAME}.zip.1")]


def several(scenes: Scenes, place: Path) -> list[str | Path]:
    """A zip of two products, of which one lies deeper than the other."""
    with zipfile.ZipFile(place / "july.zip", "w") as target:
        for top, product in (("one.SAFE", scenes()), ("more/two.SAFE", scenes(level="L2A"))):
            for path in sorted(path for path in product.rglob("*") if path.is_file()):
                target.write(path, f"{top}/{path.relative_to(product).as_posix()}")
    return [place / "july.zip"]


def with_metadata(document: str = "") -> Callable:
    """A folder of one GeoTIFF a band, as the Planetary Computer has them; with its metadata where it is named."""

    def make(scenes: Scenes, place: Path) -> list[str | Path]:
        product, folder = scenes(level="L2A"), place / "T31TCJ_L2A"
        folder.mkdir()
        for path in product.rglob("IMG_DATA/**/*_B*.jp2"):
            _as_geotiff(path, folder / f"{path.stem}.tif")
        if document:
            shutil.copy(product / document, folder)
        return [folder]

    return make


def converted_without_offset(scenes: Scenes, place: Path) -> list[str | Path]:
    product = scenes.copy(place)
    for path in list(product.rglob("IMG_DATA/*_B*.jp2")):
        _as_geotiff(path, path.with_suffix(".tif"), 1000)
        path.unlink()
    return [product]


def _as_geotiff(source: Path, target: Path, less: int = 0) -> None:
    with rasterio.open(source) as band:
        numbers, profile = band.read(), {"crs": band.crs, "transform": band.transform}
    numbers = np.where(numbers > 0, np.maximum(numbers.astype("int32") - less, 1), 0).astype("uint16")
    with rasterio.open(
        target, "w", driver="GTiff", count=1, dtype="uint16", height=numbers.shape[1], width=numbers.shape[2], **profile
    ) as tif:
        tif.write(numbers)


def counted(scenes: Scenes, place: Path) -> list[str | Path]:
    """A stack whose bands are only counted."""
    return stack(lambda numbers: numbers, _described([f"B{number}" for number in range(1, 14)]))(scenes, place)


def of_gdal(scenes: Scenes, place: Path) -> list[str | Path]:
    """A stack as gdal_translate makes it of a SAFE: digital numbers with the offset, and the product's tags."""

    def finish(path: Path) -> None:
        with rasterio.open(path, "r+") as target:
            target.update_tags(PROCESSING_BASELINE="05.11", PROCESSING_LEVEL="Level-1C", QUANTIFICATION_VALUE="10000")

    return stack(lambda numbers: numbers + np.uint16(1000), finish)(scenes, place)


def _described(names: list[str]) -> Callable[[Path], None]:
    def finish(path: Path) -> None:
        with rasterio.open(path, "r+") as target:
            target.descriptions = names

    return finish


def south_up(scenes: Scenes, place: Path) -> list[str | Path]:
    """A stack whose first row is the southernmost, as netCDF and xarray write them."""
    (path,) = stack(lambda numbers: numbers)(scenes, place)
    with rasterio.open(path) as source:
        numbers, profile, names = source.read(), source.profile, source.descriptions
    transform = profile["transform"] @ rasterio.Affine.translation(0, profile["height"]) @ rasterio.Affine.scale(1, -1)
    with rasterio.open(path, "w", **{**profile, "transform": transform}) as target:
        target.write(numbers[:, ::-1])
        target.descriptions = names
    return [path]


def cogs_with_broken_metadata(scenes: Scenes, place: Path) -> list[str | Path]:
    product = scenes.copy(place, level="L2A", layout="cogs")
    document = product / "granule_metadata.xml"
    document.write_bytes(document.read_bytes()[:700])
    return [product]


def item(change: Callable[[dict, Path], dict]) -> Callable:
    """A STAC item that lies beside a product and names its bands, as `change` makes it of one that is right."""

    def make(scenes: Scenes, place: Path) -> list[str | Path]:
        product = scenes.copy(place)
        assets = {path.stem[-3:]: {"href": str(path)} for path in sorted(product.rglob("IMG_DATA/*_B*.jp2"))}
        right = {
            "type": "Feature", "stac_version": "1.0.0", "id": NAME, "geometry": None, "links": [], "assets": assets,
            "properties": {"datetime": "2024-07-15T10:50:31Z", "platform": "sentinel-2a", "s2:product_type": "S2MSI1C",
                           "s2:processing_baseline": "05.11", "s2:mgrs_tile": "31TCJ"},
        }  # fmt: skip
        path = place / "item.json"
        path.write_text(json.dumps(change(right, product)), "utf-8")
        return [path]

    return make


def alternates(found: dict, product: Path) -> dict:
    for asset in found["assets"].values():
        asset["alternate"] = {"local": {"href": asset["href"]}}
        asset["href"] = f"/not/here/{Path(asset['href']).name[-7:]}"
    return found


def collection(found: dict, product: Path) -> dict:
    return {"type": "FeatureCollection", "features": [found | {"id": f"{NAME}_{number}"} for number in (1, 2)]}


def own_processing(found: dict, product: Path) -> dict:
    found["properties"]["s2:processing_baseline"] = "99.99"
    return found
