"""The mask file: a Cloud Optimized GeoTIFF with its colours, style and provenance, whole or not there at all."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
import socket
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import memory, stopping
from .errors import EngineError

if TYPE_CHECKING:
    import numpy as np
    import rasterio

    from .reader import Grid

NO_DATA = 255
# Bytes that GDAL may take to write a raster: its threads' buffers, stacks and heaps.
WRITER_MEMORY = 256 << 20
CONFIDENCE_SCALE = 250  # a probability of 1 in the confidence file
_OWNER = "owner.json"
ABANDONED = 1800  # seconds: what another host has not touched for so long, it will not finish
# Name of a run on many hosts, which begins a mask again only when the host that began it is lost.
RUN: ContextVar[str] = ContextVar("RUN", default="")


@dataclass(frozen=True)
class MaskClass:
    """One class of the mask: its value, its name in tags and events, its title, its colour (R, G, B, A)."""

    value: int
    name: str
    title: str
    colour: tuple[int, int, int, int]


# Values: CloudSEN12 (Aybar et al. 2022, doi:10.1038/s41597-022-01878-2). Colours: told apart by the colour-blind.
CLASSES = (
    MaskClass(0, "clear", "Clear", (0, 0, 0, 0)),
    MaskClass(1, "thick_cloud", "Thick cloud", (230, 159, 0, 255)),
    MaskClass(2, "thin_cloud", "Thin cloud", (86, 180, 233, 255)),
    MaskClass(3, "cloud_shadow", "Cloud shadow", (204, 0, 119, 255)),
)


def class_fractions(counts: np.ndarray) -> dict[str, float]:
    """Shares of the classes among valid pixels, and of no data among all; `counts`: (256,) pixels a value."""
    valid = int(sum(counts[item.value] for item in CLASSES))
    total = valid + int(counts[NO_DATA])
    shares = {item.name: round(int(counts[item.value]) / valid, 6) if valid else 0.0 for item in CLASSES}
    return {**shares, "no_data": round(int(counts[NO_DATA]) / total, 6) if total else 0.0}


@contextlib.contextmanager
def unfinished_folder(target: Path) -> Iterator[Path]:
    """A folder beside `target` for what is not finished yet; it goes when the block is left, in whatever way.

    Its name is the target's, so two runs that write the same mask meet here: EngineError `busy` for the second. What a
    killed run left behind is taken away. EngineError `output-folder` when nothing can be written there.
    """
    folder = target.parent / f".{target.stem}.part"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            stopping.make_registered(folder)
        except FileExistsError:
            if _alive(folder):
                raise EngineError(
                    "busy", f"{target} is being written by another run. Wait for it, or choose another folder."
                ) from None
            shutil.rmtree(folder)
            stopping.make_registered(folder)
        try:
            (folder / _OWNER).write_text(
                json.dumps({"host": socket.gethostname(), "process": os.getpid(), "born": _born(os.getpid()),
                            "run": RUN.get()}), "utf-8",
            )  # fmt: skip
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            stopping.release(folder)
    except OSError as error:
        raise output_error(error, target) from error


@contextlib.contextmanager
def _writing(path: Path) -> Iterator[None]:
    """GDAL's failure to write, as the sentence a full disk deserves."""
    from rasterio._err import CPLE_BaseError
    from rasterio.errors import RasterioError

    try:
        yield
    except (RasterioError, CPLE_BaseError) as error:
        raise _not_written(path) from error


def _not_written(path: Path) -> EngineError:
    """The sentence for a file that GDAL did not write. It does not tell why, so that a byte of our own is tried.

    MemoryError when it was for want of memory.
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


def output_error(error: OSError, target: Path) -> EngineError:
    """The sentence for a failed write of `target`."""
    if error.errno == errno.ENOSPC:
        return EngineError(
            "disk-full", f"The disk of {target.parent} is full. Free some space, or choose another folder."
        )
    if error.errno == errno.ENAMETOOLONG:
        return EngineError(
            "output-folder", f"The name {target.name} is too long for its disk. Rename the product, or use --mask-file."
        )
    return EngineError(
        "output-folder", f"{target.parent} cannot be written ({error.strerror or error}). Choose another output folder."
    )


def _born(process: int) -> str:
    """When a process started, where the system tells (Linux): its number alone may have been given out anew.

    Empty for one that is dead and only not yet buried by its parent.
    """
    try:
        facts = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
        return "" if facts[0] in "ZX" else facts[19]
    except (OSError, IndexError):
        return ""


def _alive(folder: Path) -> bool:
    try:
        owner = json.loads((folder / _OWNER).read_text("utf-8"))
        process, host, born = int(owner["process"]), owner["host"], owner["born"]
    except (OSError, ValueError, KeyError, TypeError):
        # Just made by another run that has not written its name yet, or left behind long ago.
        with contextlib.suppress(OSError):
            return abs(time.time() - folder.stat().st_mtime) < 10  # a clock may have been set back
        return False
    if host != socket.gethostname():
        # On a shared drive nobody can tell but by the time; its own host clears it at once.
        return not (RUN.get() and RUN.get() == owner.get("run")) and _touched(folder) > time.time() - ABANDONED
    if os.name == "nt":
        return process == os.getpid() or _alive_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return _born(process) == born


def _touched(folder: Path) -> float:
    """When something in `folder` was last written, in seconds of the epoch."""
    with contextlib.suppress(OSError):
        return max(path.stat().st_mtime for path in (folder, *folder.iterdir()))
    return 0.0


def _alive_on_windows(process: int) -> bool:
    import ctypes

    handle = ctypes.windll.kernel32.OpenProcess(0x1000, False, process)  # PROCESS_QUERY_LIMITED_INFORMATION
    if handle:
        ctypes.windll.kernel32.CloseHandle(handle)
    return bool(handle)


class RowWriter:
    """A plain tiled GeoTIFF that takes rows from top to bottom; the scratch file a COG is made from."""

    def __init__(self, path: Path, grid: Grid, bands: int = 1) -> None:
        import rasterio

        self.path = path
        self._grid = grid
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
        """Append (bands, n, width) uint8."""
        from rasterio.windows import Window

        with _writing(self.path):
            self._dataset.write(rows, window=Window(0, self._row, self._grid.width, rows.shape[1]))
        self._row += rows.shape[1]

    def finish(self) -> rasterio.io.DatasetWriter:
        """The dataset, for tags and colours, once all rows are there. ValueError when some are missing."""
        if self._row != self._grid.height:
            raise ValueError(f"{self._row} of {self._grid.height} rows were written")
        return self._dataset

    def close(self) -> None:
        """Close the file; safe to call twice."""
        with _writing(self.path):
            self._dataset.close()


def write_cog(source: Path, target: Path) -> None:
    """Copy a GeoTIFF as a Cloud Optimized GeoTIFF with nearest-neighbour overviews, and read it back.

    GDAL may keep a failed write to itself until a file is closed, and then tell nobody; only reading shows that the
    file is whole. EngineError `disk-full` when it is not.
    """
    import rasterio.shutil

    memory.require(WRITER_MEMORY)
    with _writing(target):
        rasterio.shutil.copy(
            source, target, driver="COG", compress="DEFLATE", level=6, blocksize=512, overview_resampling="NEAREST",
            num_threads="ALL_CPUS", bigtiff="IF_SAFER",
        )  # fmt: skip
        with rasterio.open(source) as wanted, rasterio.open(target) as written:
            for _, window in written.block_windows(1):
                if (wanted.read(window=window) != written.read(window=window)).any():
                    raise _not_written(target)


def finish_mask(
    writer: RowWriter, folder: Path, name: str, facts: Mapping[str, Any], titles: Mapping[int, str]
) -> None:
    """Make `name`.tif, its .qml, .json and .tif.aux.xml in `folder` from the rows of `writer`.

    `facts`: product, model, weights_sha256, resolution … (JSON types); they become the file's tags and the .json.
    `titles`: legend text of each class value.
    """
    dataset = writer.finish()
    dataset.set_band_description(1, "cloud mask")
    dataset.update_tags(**{key.upper(): _tag(value) for key, value in facts.items()})
    writer.close()
    write_cog(writer.path, folder / f"{name}.tif")
    (folder / f"{name}.qml").write_text(mask_style(titles), "utf-8")
    (folder / f"{name}.tif.aux.xml").write_text(_categories(titles), "utf-8")
    (folder / f"{name}.json").write_text(json.dumps(facts, indent=2, ensure_ascii=False) + "\n", "utf-8")


def finish_confidence(writer: RowWriter, folder: Path, name: str, facts: Mapping[str, Any]) -> None:
    """Make `name`.tif of four bands, probability × 250 a class, from the rows of `writer`."""
    dataset = writer.finish()
    for item in CLASSES:
        dataset.set_band_description(item.value + 1, item.name)
    dataset.update_tags(**{key.upper(): _tag(value) for key, value in facts.items()}, SCALE=str(CONFIDENCE_SCALE))
    writer.close()
    write_cog(writer.path, folder / f"{name}.tif")


def publish(folder: Path, target_folder: Path, names: list[str]) -> None:
    """Rename finished files into `target_folder`; the mask itself is named last, so it is never there alone."""
    try:
        for name in names:  # on the disk first: else a power cut may leave the name and not what it names
            with open(folder / name, "rb+") as file:
                os.fsync(file.fileno())
        with stopping.finishing():
            for name in names:
                os.replace(folder / name, target_folder / name)
    except OSError as error:
        raise output_error(error, target_folder / names[-1]) from error


def _tag(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def mask_style(titles: Mapping[int, str]) -> str:
    """QGIS style (QML) of the mask: paletted, clear transparent."""
    from html import escape

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
    from html import escape

    names = "".join(f"      <Category>{escape(titles.get(value, ''))}</Category>\n" for value in range(max(titles) + 1))
    return (
        f'<PAMDataset>\n  <PAMRasterBand band="1">\n    <CategoryNames>\n{names}'
        "    </CategoryNames>\n  </PAMRasterBand>\n</PAMDataset>\n"
    )
