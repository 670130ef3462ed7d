"""A mask against a reference raster: the two are laid on one grid, counted block by block, and summed up."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio

from ..classes import CLASS_COUNT, CLASSES, NO_DATA
from ..errors import EngineError
from ..products.grid import Grid
from ..rasters.aligned import on_grid_of, read_rows
from ..rasters.class_maps import ClassMap
from ..rasters.mask_file import RowWriter
from ..rasters.mask_files import MaskFiles, is_tiff
from ..rasters.mask_values import other_maker
from ..rasters.raster_file import opened_raster, refuse_inputs
from ..rasters.unfinished import publish, unfinished_folder
from .agreement import confusion_matrix
from .agreement_raster import agreement_codes, finish_agreement

STRIP = 256  # rows in memory at a time
SIDECARS = {"GDAL_DISABLE_READDIR_ON_OPEN": "FALSE", "GDAL_PAM_ENABLED": "YES"}
PICTURE = 700  # pixels of the longer side of the report's picture


@dataclass(frozen=True)
class CompareSettings:
    """What the values of either raster mean, which bands hold them, and how many pixels are drawn (None: all)."""

    reference_map: ClassMap
    mask_map: ClassMap
    mask_band: int = 1
    reference_band: int = 1
    sample: int | None = None
    seed: int = 0

    def __post_init__(self) -> None:
        if self.sample is not None and self.sample < 1:
            raise EngineError("bad-settings", f"A sample of {self.sample} pixels is too small. Give 1 or more.")


@dataclass(frozen=True)
class Comparison:
    """What was counted. `matrix` (4, 4) int64: rows reference, columns mask, in our classes; titles say what made each.

    `lacks` are the classes that one side (or both) does not tell apart. `unlisted`: pixels of values that a class map
    does not name. `picture` (rows, cols) uint8: agreement codes of every nth pixel.
    """

    mask: str
    reference: str
    settings: CompareSettings
    matrix: np.ndarray
    pixels: int
    no_data: int
    unlisted: dict[str, int]
    mask_title: str
    reference_title: str
    mask_lacks: tuple[str, ...]
    reference_lacks: tuple[str, ...]
    picture: np.ndarray

    @property
    def lacks(self) -> tuple[str, ...]:
        """Classes that cannot be compared, as one side does not have them."""
        return tuple(dict.fromkeys(self.mask_lacks + self.reference_lacks))


def compare(
    mask_path: str,
    reference_path: str,
    settings: CompareSettings,
    *,
    agreement: str | None = None,
    on_progress: Callable[[float], None] = lambda fraction: None,
) -> Comparison:
    """Count how a mask and a reference agree, on the grid of the mask, to which the reference is warped (nearest).

    Pixels where either has no data are left out. `agreement` names a raster to write. Memory holds a strip of rows.
    Raises EngineError "bad-raster" when one cannot be read or laid over the other, or when nothing can be compared.
    """

    with (
        opened_raster(mask_path) as mask,
        opened_raster(reference_path) as reference,
        contextlib.ExitStack() as closing,
    ):
        _check_band(mask, settings.mask_band)
        _check_band(reference, settings.reference_band)
        _check_map(mask, settings.mask_map)
        _check_map(reference, settings.reference_map)
        mask_lacks = _lacks(mask, settings.mask_map)
        reference_lacks = _lacks(reference, settings.reference_map)
        lacks = mask_lacks + reference_lacks
        codes = agreement_codes("thin_cloud" not in lacks and "thick_cloud" not in lacks, "cloud_shadow" not in lacks)
        reference_rows = closing.enter_context(on_grid_of(mask, reference, settings.reference_band))
        write = closing.enter_context(_agreement_writer(agreement, mask, mask_path, reference_path))
        draw = _Draw(settings.sample, settings.seed)
        matrix = np.zeros((CLASS_COUNT, CLASS_COUNT), np.int64)
        unlisted = {"mask": 0, "reference": 0}
        no_data = 0
        step = max(1, -(-max(mask.height, mask.width) // PICTURE))
        picture = []
        for row in range(0, mask.height, STRIP):
            rows = min(STRIP, mask.height - row)
            pair = {}
            for side, (values, valid), class_map in (
                ("reference", reference_rows(row, rows), settings.reference_map),
                ("mask", read_rows(mask, settings.mask_band, row, rows), settings.mask_map),
            ):
                classes = class_map.apply(values)
                classes[~valid] = NO_DATA
                unlisted[side] += int(np.count_nonzero(class_map.unlisted(values) & valid))
                pair[side] = classes
            code = codes.take(pair["reference"].astype(np.uint16) * 256 + pair["mask"])
            counted = code != NO_DATA
            no_data += int(np.count_nonzero(~counted))
            if settings.sample is None:
                matrix += confusion_matrix(pair["reference"], pair["mask"])
            else:
                draw.add(pair["reference"][counted], pair["mask"][counted])
            write(code)
            picture.append(code[-row % step :: step, ::step])
            on_progress((row + rows) / mask.height)
        if settings.sample is not None:
            matrix = confusion_matrix(*draw.pairs())
        if not matrix.sum():
            raise EngineError("bad-raster", _nothing(mask_path, reference_path, unlisted, settings))
        return Comparison(
            mask=mask_path,
            reference=reference_path,
            settings=settings,
            matrix=matrix,
            pixels=int(matrix.sum()),
            no_data=no_data,
            unlisted=unlisted,
            mask_title=_title(mask, settings.mask_map),
            reference_title=_title(reference, settings.reference_map),
            mask_lacks=mask_lacks,
            reference_lacks=reference_lacks,
            picture=np.concatenate(picture),
        )


class _Draw:
    """A simple random sample of fixed size from pixels that come in strips, in one pass: those of the smallest keys."""

    def __init__(self, size: int | None, seed: int) -> None:

        self._size = size or 0
        self._random = np.random.default_rng(seed)
        self._keys = np.empty(0)
        self._pairs = np.empty((2, 0), np.uint8)

    def add(self, reference: np.ndarray, mask: np.ndarray) -> None:

        self._keys = np.concatenate([self._keys, self._random.random(reference.size)])
        self._pairs = np.concatenate([self._pairs, np.stack([reference, mask])], axis=1)
        if self._keys.size > self._size:
            kept = np.argpartition(self._keys, self._size - 1)[: self._size]
            self._keys, self._pairs = self._keys[kept], self._pairs[:, kept]

    def pairs(self) -> np.ndarray:
        """(2, pixels) uint8: reference and mask."""
        return self._pairs


def _check_band(raster: rasterio.DatasetReader, band: int) -> None:
    if not 1 <= band <= raster.count:
        raise EngineError("bad-settings", f"{raster.name} has {raster.count} band(s), no band {band}.")
    if raster.dtypes[band - 1].startswith("complex"):
        raise EngineError("bad-raster", f"{raster.name} holds {raster.dtypes[band - 1]}; classes are whole numbers.")


def _check_map(raster: rasterio.DatasetReader, class_map: ClassMap) -> None:
    """Refuse our classes for a raster that names another maker."""
    if class_map.name == "ours" and (what := other_maker(raster)):
        raise EngineError(
            "bad-raster",
            f"{raster.name} is {what}, by its name or its tags. Choose its class map (--preset, --classes).",
        )


def _lacks(raster: rasterio.DatasetReader, class_map: ClassMap) -> tuple[str, ...]:
    """Classes that this raster does not tell apart: by its class map, or its own tags when it is a mask of ours."""
    lacks = list(class_map.lacks)
    if class_map.name == "ours" and "CLASSES" in raster.tags():
        with contextlib.suppress(ValueError):
            told = json.loads(raster.tags()["CLASSES"])
            lacks += [item.name for item in CLASSES if str(item.value) not in told]
    return tuple(dict.fromkeys(lacks))


def _title(raster: rasterio.DatasetReader, class_map: ClassMap) -> str:
    """What made this raster: the network that one of our masks names in its tags, else the class map's title."""
    return raster.tags().get("MODEL_TITLE", class_map.title) if class_map.name == "ours" else class_map.title


@contextlib.contextmanager
def _agreement_writer(path: str | None, mask, mask_path: str, reference_path: str) -> Iterator[Callable]:
    """Yield a function that takes rows of agreement codes; the raster is there when the block ends well."""
    if path is None:
        yield lambda codes: None
        return

    target = Path(path)
    files = MaskFiles(target)
    refuse_inputs(target, (mask_path, reference_path))
    if not is_tiff(target):
        raise EngineError("bad-settings", f"{path} must end with .tif: the agreement raster is a GeoTIFF.")
    files.refuse_other_endings()
    grid = Grid(mask.crs.to_wkt() if mask.crs else "", mask.transform, mask.width, mask.height, 0)
    with unfinished_folder(target) as folder:
        writer = RowWriter(folder / "rows.tif", grid)
        try:
            yield lambda codes: writer.write(codes[None])
            names = finish_agreement(writer, files.inside(folder), {"MASK": mask_path, "REFERENCE": reference_path})
        finally:
            writer.close()
        publish(folder, target.parent, names)


def _nothing(mask: str, reference: str, unlisted: dict[str, int], settings: CompareSettings) -> str:
    if unlisted["reference"]:
        why = f"its values are not those of {settings.reference_map.title}"
        return f"{reference} cannot be compared: {why}. Choose another class map with --preset or --classes."
    return f"{mask} and {reference} have no valid pixel in common. Check that they show the same place."
