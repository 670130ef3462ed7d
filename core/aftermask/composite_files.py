"""The files of a composite: picture and receipt as Cloud Optimized GeoTIFFs, their styles, and the provenance."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.windows import Window

from ..errors import EngineError
from ..products.grid import Grid, PixelWindow
from ..products.true_colour import BRIGHTEST
from ..rasters import mask_file
from ..rasters.unfinished import publish
from ..version import version
from .composite_item import composite_item
from .looks import REFLECTANCE_SCALE, Look, MaskedGranule

RECEIPT_BANDS = ("day", "clear_looks", "confidence")
NONE = -1  # no data of the receipt
# Viridis at nine places: light and dark tell the order of the days in grey and to the colour-blind.
RAMP = ("440154", "472d7b", "3b528b", "2c728e", "21918c", "28ae80", "5ec962", "addc30", "fde725")


def companions(out: str) -> tuple[str, ...]:
    """What is written beside a composite: receipt, style, provenance, the receipt's style, the STAC item."""
    target = Path(out)
    endings = ("_receipt.tif", ".qml", ".json", "_receipt.qml", ".stac.json")
    return tuple(str(target.with_name(target.stem + ending)) for ending in endings)


class CompositeFiles:
    """Scratch rasters in `folder` that take blocks, and become the finished files beside `target`."""

    def __init__(self, folder: Path, target: Path, grid: Grid, bands: Sequence[str]) -> None:
        self._folder, self._target, self._grid, self._bands = folder, target, grid, tuple(bands)
        receipt, qml, provenance, *_ = companions(str(target))
        self.paths = (str(target), receipt, qml, provenance)
        shape = {"width": grid.width, "height": grid.height, "crs": grid.crs or None, "transform": grid.transform}
        tiles = {"tiled": True, "blockxsize": 256, "blockysize": 256, "compress": "lzw", "bigtiff": "if_safer"}
        with mask_file.writing(folder / "values.tif"):
            self._values = rasterio.open(
                folder / "values.tif", "w", driver="GTiff", count=len(self._bands), dtype="uint16", nodata=0,
                interleave="band", photometric="minisblack", alpha="no", **shape, **tiles,
            )  # fmt: skip
            self._receipt = rasterio.open(
                folder / "receipt.tif", "w", driver="GTiff", count=len(RECEIPT_BANDS), dtype="int32", nodata=NONE,
                interleave="band", photometric="minisblack", alpha="no", **shape, **tiles,
            )  # fmt: skip

    def write(self, window: PixelWindow, values: np.ndarray, receipt: np.ndarray) -> None:
        """Take a block.

        Parameters
        ----------
        values : (bands, rows, cols) uint16
            Reflectance × 10000; 0 is no data.
        receipt : (3, rows, cols) int32
            RECEIPT_BANDS of each pixel.

        Raises
        ------
        EngineError
            `disk-full` and what else keeps a file from being written.
        """
        part = Window(window.col, window.row, window.width, window.height)
        with mask_file.writing(self._folder / "values.tif"):
            self._values.write(values, window=part)
            self._receipt.write(receipt, window=part)

    def close(self) -> None:
        """Close the scratch rasters; safe to call twice."""
        self._values.close()
        self._receipt.close()

    def finish(
        self, looks: Sequence[Look], shown: np.ndarray, settings: Any, left_out: Sequence[tuple[str, EngineError]]
    ) -> None:
        """Write the finished files and rename them into place, the picture last.

        Parameters
        ----------
        shown : (looks,) integers
            How many pixels each of the `looks` gave.

        Raises
        ------
        EngineError
            `disk-full` and what else keeps a file from being written.
        """
        stem, folder = self._target.stem, self._folder
        facts = _provenance(looks, shown, settings, left_out)
        tags = {name.upper(): str(facts[name]) for name in ("software", "version", "method", "resolution", "margin")}
        tags["DAYS"] = ",".join(str(look.day) for look, count in zip(looks, shown, strict=True) if count)
        for number, band in enumerate(self._bands, 1):
            self._values.set_band_description(number, band)
        self._values.scales = [1 / REFLECTANCE_SCALE] * len(self._bands)
        self._values.update_tags(**tags)
        for number, band in enumerate(RECEIPT_BANDS, 1):
            self._receipt.set_band_description(number, band)
        self._receipt.update_tags(**tags)
        self.close()
        mask_file.write_cog(folder / "values.tif", folder / self._target.name, overviews="AVERAGE", predictor=2)
        mask_file.write_cog(folder / "receipt.tif", folder / f"{stem}_receipt.tif", predictor=2)
        (folder / f"{stem}.qml").write_text(picture_style(self._bands), "utf-8")
        (folder / f"{stem}_receipt.qml").write_text(receipt_style(sorted({look.day for look in looks})), "utf-8")
        (folder / f"{stem}.json").write_text(json.dumps(facts, indent=2, ensure_ascii=False) + "\n", "utf-8")
        item = composite_item(self._target, RECEIPT_BANDS, self._grid, self._bands, looks, facts)
        (folder / f"{stem}.stac.json").write_text(json.dumps(item, indent=2, ensure_ascii=False) + "\n", "utf-8")
        names = [f"{stem}.stac.json", f"{stem}.qml", f"{stem}.json", f"{stem}_receipt.qml", f"{stem}_receipt.tif"]
        names.append(self._target.name)
        publish(folder, self._target.parent, names)


def _provenance(
    looks: Sequence[Look], shown: np.ndarray, settings: Any, left_out: Sequence[tuple[str, EngineError]]
) -> dict[str, Any]:
    """Every input and its mask, and what was left out; the same inputs and settings give the same facts."""
    return {
        "software": "Sentinel-2 Cloud Mask",
        "version": version(),
        "method": settings.method,
        "bands": list(settings.bands),
        "resolution": settings.resolution,
        "margin": settings.margin,
        "sure": settings.sure,
        "bounds": settings.bounds,
        "bounds_crs": settings.bounds_crs,
        "scale": 1 / REFLECTANCE_SCALE,
        "looks": [
            {
                "day": look.day,
                "mission": look.mission,
                "pixels_shown": int(count),
                "inputs": [_input(part, settings.bands) for part in look.parts],
            }
            for look, count in zip(looks, shown, strict=True)
        ],
        "left_out": [
            {"product": name, "code": error.code, "message": error.message.replace(product, name)}
            for product, error in left_out
            for name in (Path(product).name,)
        ],
    }  # fmt: skip


def _input(part: MaskedGranule, bands: Sequence[str]) -> dict[str, Any]:
    granule, facts = part.granule, part.facts
    kept = ("model", "weights_sha256", "resolution", "precision", "version", "buffer", "tta", "refined")
    return {
        "product": Path(granule.product_path).name,
        "granule": granule.name,
        "tile": granule.tile,
        "level": granule.level,
        "baseline": granule.baseline,
        "sensing_time": granule.sensing_time,
        "radiometry": {
            name: {"offset": granule.bands[name].offset, "quantification": granule.bands[name].quantification}
            for name in bands
        },
        "mask": {"file": Path(part.mask).name, **{name: facts[name] for name in kept if name in facts}},
    }


def picture_style(bands: Sequence[str]) -> str:
    """QGIS style (QML): true colour where the bands are there, else the first three, else one in grey."""
    numbers = {band: number for number, band in enumerate(bands, 1)}
    if len(bands) < 3:
        return _qml(
            f'<rasterrenderer type="singlebandgray" grayBand="1" gradient="BlackToWhite" opacity="1" alphaBand="-1">'
            f"{_stretch('contrastEnhancement')}</rasterrenderer>"
        )
    three = [numbers.get(band) for band in ("B04", "B03", "B02")]
    red, green, blue = three if all(three) else (1, 2, 3)
    stretches = "".join(_stretch(f"{name}ContrastEnhancement") for name in ("red", "green", "blue"))
    return _qml(
        f'<rasterrenderer type="multibandcolor" redBand="{red}" greenBand="{green}" blueBand="{blue}" opacity="1" '
        f'alphaBand="-1">{stretches}</rasterrenderer>'
    )


def _stretch(tag: str) -> str:
    # QGIS applies the scale that the file declares: its values are reflectance.
    return (
        f"<{tag}><minValue>0</minValue><maxValue>{BRIGHTEST}</maxValue><algorithm>StretchToMinimumMaximum</algorithm>"
        f"</{tag}>"
    )


def receipt_style(days: Sequence[int]) -> str:
    """QGIS style (QML) of a receipt: each day its colour, from early to late, and its date in the legend."""
    last = max(len(days) - 1, 1)
    entries = "".join(
        f'<paletteEntry value="{day}" alpha="255" color="#{_ramp(number / last)}" '
        f'label="{day // 10000}-{day // 100 % 100:02}-{day % 100:02}"/>'
        for number, day in enumerate(days)
    )
    return _qml(
        '<rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1" nodataColor=""><colorPalette>'
        f"{entries}</colorPalette></rasterrenderer>"
    )


def _ramp(share: float) -> str:
    at = share * (len(RAMP) - 1)
    low = min(int(at), len(RAMP) - 2)
    one, other = (bytes.fromhex(RAMP[number]) for number in (low, low + 1))
    return bytes(round(a + (b - a) * (at - low)) for a, b in zip(one, other, strict=True)).hex()


def _qml(renderer: str) -> str:
    return (
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
        f'<qgis version="3.22.0" styleCategories="Symbology"><pipe>{renderer}'
        '<brightnesscontrast brightness="0" contrast="0" gamma="1"/><huesaturation saturation="0" grayscaleMode="0" '
        'colorizeOn="0"/><rasterresampler maxOversampling="2"/></pipe><blendMode>0</blendMode></qgis>\n'
    )
