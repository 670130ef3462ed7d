"""The mask file: a Cloud Optimized GeoTIFF with its colours, style and provenance, whole or not there at all."""

from __future__ import annotations

import contextlib
import json
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import rasterio
import rasterio.shutil
from rasterio._err import CPLE_BaseError
from rasterio.errors import RasterioError
from rasterio.windows import Window

from ..classes import CLASSES, CONFIDENCE_SCALE, NO_DATA
from ..errors import EngineError
from ..products.grid import Grid
from ..system import memory
from .mask_files import MaskFiles
from .mask_item import mask_item
from .unfinished import output_error, publish

# Bytes that GDAL may take to write a raster: its threads' buffers, stacks and heaps.
WRITER_MEMORY = 256 << 20


@contextlib.contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn GDAL's write errors into an EngineError that says why, such as a full disk."""

    try:
        yield
    except (RasterioError, CPLE_BaseError) as error:
        raise _not_written(path) from error


def _not_written(path: Path) -> EngineError:
    """The sentence for a file that GDAL did not write. GDAL does not say why, so we try to write a byte ourselves.
    MemoryError when memory ran out.
    """
    folder = path.parent.parent
    try:
        with tempfile.TemporaryFile(dir=path.parent, buffering=0) as file:
            file.write(b"x")
    except OSError as error:
        return output_error(error, folder / path.name)
    memory.require(WRITER_MEMORY)
    return EngineError(
        "disk-full",
        f"{path.name} could not be written to its end in {folder}: the disk is full, or a quota is reached. "
        "Free some space, or choose another folder.",
    )


class RowWriter:
    """A plain tiled GeoTIFF that takes rows from top to bottom; the scratch file a COG is made from."""

    def __init__(self, path: Path, grid: Grid, bands: int = 1) -> None:

        self.path = path
        self.grid = grid
        self._row = 0
        self._dataset = rasterio.open(
            path, "w", driver="GTiff", width=grid.width, height=grid.height, count=bands, dtype="uint8",
            crs=grid.crs or None, transform=grid.transform, nodata=NO_DATA, tiled=True, blockxsize=512, blockysize=512,
            compress="LZW", BIGTIFF="IF_SAFER", **({"photometric": "palette"} if bands == 1 else {}),
        )  # fmt: skip
        if bands == 1:  # a colour table must be there before the first row
            colours = {item.value: item.colour for item in CLASSES}
            self._dataset.write_colormap(1, {**dict.fromkeys(range(256), (0, 0, 0, 0)), **colours})

    def write(self, rows: np.ndarray) -> None:
        """Append rows.

        Parameters
        ----------
        rows : (bands, n, width) uint8
            The next rows, from top to bottom.

        Raises
        ------
        EngineError
            `disk-full` and what else keeps a file from being written.
        """
        with writing(self.path):
            self._dataset.write(rows, window=Window(0, self._row, self.grid.width, rows.shape[1]))
        self._row += rows.shape[1]

    def finish(self) -> rasterio.io.DatasetWriter:
        """The dataset, for tags and colours, once all rows are there. ValueError when some are missing."""
        if self._row != self.grid.height:
            raise ValueError(f"{self._row} of {self.grid.height} rows were written")
        return self._dataset

    def close(self) -> None:
        """Close the file; safe to call twice."""
        with writing(self.path):
            self._dataset.close()


def write_cog(source: Path, target: Path, overviews: str = "NEAREST", **options: Any) -> None:
    """Copy a GeoTIFF as a Cloud Optimized GeoTIFF with overviews, and read it back. `options`: more of GDAL's own.

    GDAL may keep a failed write to itself until a file is closed, and then tell nobody; only reading shows that the
    file is whole. EngineError `disk-full` when it is not.
    """

    memory.require(WRITER_MEMORY)
    with writing(target):
        rasterio.shutil.copy(
            source, target, driver="COG", compress="DEFLATE", level=6, blocksize=512, overview_resampling=overviews,
            num_threads="ALL_CPUS", bigtiff="IF_SAFER", **options,
        )  # fmt: skip
        with rasterio.open(source) as wanted, rasterio.open(target) as written:
            for _, window in written.block_windows(1):
                if (wanted.read(window=window) != written.read(window=window)).any():
                    raise _not_written(target)


def finish_mask(
    writer: RowWriter,
    files: MaskFiles,
    facts: Mapping[str, Any],
    titles: Mapping[int, str],
    beside: Mapping[str, Any] = MappingProxyType({}),
    source: str = "",
) -> None:
    """Make the raster, its style, provenance, categories and STAC item from the rows of `writer`.

    `facts`: product, model, weights_sha256, resolution … (JSON types); they become the file's tags and the .json.
    `titles`: legend text of each class value. `beside`: facts for the .json alone.
    `source`: path or address of the product, for the item, which names the probabilities as `beside` does.
    """
    dataset = writer.finish()
    dataset.set_band_description(1, "cloud mask")
    dataset.update_tags(**{key.upper(): _tag(value) for key, value in facts.items()})
    writer.close()
    write_cog(writer.path, files.mask)
    files.qml.write_text(mask_style(titles), "utf-8")
    files.categories.write_text(_categories(titles), "utf-8")
    files.json.write_text(json.dumps({**facts, **beside}, indent=2, ensure_ascii=False) + "\n", "utf-8")
    item = mask_item(files, writer.grid, facts, titles, source, beside.get("confidence"))
    if item:
        files.item.write_text(json.dumps(item.to_dict(include_self_link=False), indent=2, ensure_ascii=False), "utf-8")


def finish_confidence(writer: RowWriter, path: Path, facts: Mapping[str, Any]) -> None:
    """Make the raster `path` of four bands, probability × 250 a class, from the rows of `writer`."""
    dataset = writer.finish()
    for item in CLASSES:
        dataset.set_band_description(item.value + 1, item.name)
    dataset.update_tags(**{key.upper(): _tag(value) for key, value in facts.items()}, SCALE=str(CONFIDENCE_SCALE))
    writer.close()
    write_cog(writer.path, path)


def publish_mask(
    folder: Path,
    files: MaskFiles,
    confidence: Path | None,
    announce: Callable[[], None] = lambda: None,
    beside: Sequence[str] = (),
) -> None:
    """Move the finished files of a mask from `folder` to their places. EngineError as `publish` raises it.

    Files that would still show the former mask are removed. confidence: the finished raster of probabilities, if there
    is one. announce: tells of the mask, in the same step. beside: names of further files in `folder` that go with it.
    """
    made = [files.qml, files.json, files.categories]
    obsolete = [*files.outdated, MaskFiles(files.mask).confidence]
    (made if files.inside(folder).item.exists() else obsolete).append(files.item)
    elsewhere = [(confidence, files.confidence)] if confidence else []
    names = [*beside, *(path.name for path in (*made, files.mask))]
    publish(folder, files.mask.parent, names, obsolete, announce, elsewhere)


def _tag(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def mask_style(titles: Mapping[int, str]) -> str:
    """QGIS style (QML) of the mask: paletted, clear transparent."""

    entries = "\n".join(
        f'        <paletteEntry value="{item.value}" alpha="{item.colour[3]}" '
        f'color="#{item.colour[0]:02x}{item.colour[1]:02x}{item.colour[2]:02x}" '
        f'label="{escape(titles[item.value])}"/>'
        for item in CLASSES
        if item.value in titles
    )
    return f"""<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology">
  <pipe>
    <rasterrenderer type="paletted" band="1" opacity="0.7" alphaBand="-1" nodataColor="">
      <colorPalette>
{entries}
      </colorPalette>
    </rasterrenderer>
    <brightnesscontrast brightness="0" contrast="0" gamma="1"/>
    <huesaturation saturation="0" grayscaleMode="0" colorizeOn="0"/>
    <rasterresampler maxOversampling="2"/>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
"""


def _categories(titles: Mapping[int, str]) -> str:
    """Names of the classes for GDAL, as categories and as the attribute table that QGIS 3.30 and later shows."""
    names = "".join(f"      <Category>{escape(titles.get(value, ''))}</Category>\n" for value in range(max(titles) + 1))
    # Types: 0 integer, 2 text. Usages: 5 value, 2 name, 6 to 9 red, green, blue, alpha.
    columns = (("Value", 0, 5), ("Class", 2, 2), ("Red", 0, 6), ("Green", 0, 7), ("Blue", 0, 8), ("Alpha", 0, 9))
    fields = "".join(
        f'      <FieldDefn index="{number}"><Name>{name}</Name><Type>{kind}</Type><Usage>{usage}</Usage></FieldDefn>\n'
        for number, (name, kind, usage) in enumerate(columns)
    )
    rows = "".join(
        f'      <Row index="{number}">'
        + "".join(f"<F>{escape(str(value))}</F>" for value in (item.value, titles[item.value], *item.colour))
        + "</Row>\n"
        for number, item in enumerate(item for item in CLASSES if item.value in titles)
    )
    return (
        f'<PAMDataset>\n  <PAMRasterBand band="1">\n    <CategoryNames>\n{names}'
        '    </CategoryNames>\n    <GDALRasterAttributeTable tableType="thematic">\n'
        f"{fields}{rows}    </GDALRasterAttributeTable>\n  </PAMRasterBand>\n</PAMDataset>\n"
    )
