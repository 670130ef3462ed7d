"""CloudSEN12 patches on disk: image and label pairs, evaluated one at a time with any network."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..errors import EngineError
from ..masking.mosaic import Interpolator
from ..networks.catalog import Model
from ..networks.engines import Predictor
from ..products.metadata import BAND_IDS
from ..rasters.raster_file import opened_raster
from .agreement import EXPERIMENTS, binary, confusion_matrix
from .cloudsen12_table import PatchMetrics

PATCH_RESOLUTION = 10  # metres: all bands of a patch are on the 10 m grid (Aybar et al. 2022)
QUANTIFICATION = 10000.0
_BAND_NAME = re.compile(r"B(\d{1,2})(A?)$", re.IGNORECASE)


@dataclass(frozen=True)
class PatchPair:
    """An image of 13 bands and its label raster (0 clear, 1 thick, 2 thin, 3 shadow; any other value is left out)."""

    site: str
    image_id: str
    image: Path
    label: Path


@dataclass(frozen=True)
class Patch:
    """reflectance: (bands, rows, cols) float32, TOA; label: (rows, cols) uint8, 255 where it is not counted.

    `core` is the part of the rows and columns that is the patch itself; what lies outside is padding.
    """

    reflectance: np.ndarray
    label: np.ndarray
    core: tuple[slice, slice]


def find_pairs(folder: str) -> list[PatchPair]:
    """Every pair under `folder`, in any of three layouts, in the order of their names.

    The authors': `S2L1C.tif` with `manual_hq.tif` beside it or in `labels/`. Two folders: `images/NAME.tif`,
    `labels/NAME.tif`. One folder: `NAME.tif`, `NAME_label.tif`. EngineError "bad-settings" when there is none.
    """
    pairs = [pair for image in sorted(Path(folder).rglob("*.tif")) if (pair := _pair_of(image))]
    if not pairs:
        raise EngineError(
            "bad-settings",
            f"{folder} holds no pairs of patch and label. It takes S2L1C.tif with manual_hq.tif (beside it or in "
            "labels/), images/NAME.tif with labels/NAME.tif, or NAME.tif with NAME_label.tif.",
        )
    return pairs


def _pair_of(image: Path) -> PatchPair | None:
    folder = image.parent
    if image.name == "S2L1C.tif":
        for label in (folder / "labels" / "manual_hq.tif", folder / "manual_hq.tif"):
            if label.is_file():
                return PatchPair(folder.parent.name, folder.name, image, label)
        return None
    label = image.with_name(f"{image.stem}_label.tif")
    if folder.name == "images":
        label = folder.parent / "labels" / image.name
    if not label.is_file():
        return None
    site, _, rest = image.stem.partition("__")
    return PatchPair(site, rest or site, image, label)


def read_patch(pair: PatchPair, bands: Sequence[str]) -> Patch:
    """Read one pair. The image is reflectance x 10000, or as its scale says, without any offset left in.

    Padding is found and not counted: a border of zeros (CloudSEN12+ pads 509 to 512 that way), a mirrored border of one
    pixel before and two behind (the authors' own way), or an image 3 pixels larger than its label.
    Raises EngineError "bad-raster" when the two do not fit or a band is missing.
    """

    with opened_raster(str(pair.image)) as image, opened_raster(str(pair.label)) as label_file:
        indexes = band_numbers(image.descriptions, bands, str(pair.image))
        raw = image.read(indexes)
        no_data = [image.nodatavals[index - 1] for index in indexes]
        scales = np.array([image.scales[index - 1] for index in indexes], np.float32)
        shifts = np.array([image.offsets[index - 1] for index in indexes], np.float32)
        label = label_file.read(1)
        if label_file.nodata is not None:
            label = np.where(label == label_file.nodata, 255, label)
    whole_numbers = raw.dtype.kind != "f" or np.max(raw, initial=0, where=np.isfinite(raw)) >= 50
    if (scales == 1).all() and whole_numbers:  # else floating-point reflectance: no surface reflects 50 times its light
        scales /= QUANTIFICATION
    label = np.where((label >= 0) & (label < 4), label, 255).astype(np.uint8)
    empty = np.array([(plane == 0) | (plane == value) for plane, value in zip(raw, no_data, strict=True)])
    # A pixel that lacks a band cannot be judged; one that is 0 in some bands is dark.
    holds_data = np.isfinite(raw).all(0) & ~empty.all(0)
    core = _core(raw, holds_data, label.shape, pair)
    if label.shape != raw.shape[1:]:
        whole = np.full(raw.shape[1:], 255, np.uint8)
        whole[core] = label
        label = whole
    label[~holds_data] = 255
    reflectance = raw.astype(np.float32) * scales[:, None, None] + shifts[:, None, None]
    return Patch(np.where(holds_data, reflectance, 0).clip(min=0), label, core)


def band_numbers(descriptions: Sequence[str | None], bands: Sequence[str], name: str) -> list[int]:
    """Number in the file of each of `bands`: by description, else a nameless file of 13 is B01 … B12 in order."""
    named = [_standard_name(description) for description in descriptions]
    if not any(named) and len(named) == len(BAND_IDS):
        named = list(BAND_IDS)
    missing = [band for band in bands if band not in named]
    if missing:
        raise EngineError(
            "bad-raster",
            f"{name} lacks {', '.join(missing)}: it has {len(named)} bands described as "
            f"{', '.join(str(description) for description in descriptions)}. Give 13 bands, named or in order.",
        )
    return [named.index(band) + 1 for band in bands]


def _standard_name(description: str | None) -> str:
    match = _BAND_NAME.match((description or "").strip())
    return f"B{int(match[1]):02d}" if match and not match[2] else f"B{match[1]}A" if match else ""


def _core(
    raw: np.ndarray, holds_data: np.ndarray, label_shape: tuple[int, int], pair: PatchPair
) -> tuple[slice, slice]:
    rows, cols = raw.shape[1:]
    if label_shape == (rows - 3, cols - 3):
        return slice(1, -2), slice(1, -2)
    if label_shape != (rows, cols):
        raise EngineError(
            "bad-raster",
            f"{pair.label} is {label_shape[0]} x {label_shape[1]} pixels, its image {rows} x {cols}. "
            "Give a label of the same size (or 3 less, for a padded image).",
        )
    padded_size = rows % 32 == 0 and cols % 32 == 0 and rows > 32
    mirrored = padded_size and all(
        (plane[:, 0] == plane[:, 2]).all()
        and (plane[:, -1] == plane[:, -5]).all()
        and (plane[:, -2] == plane[:, -4]).all()
        for plane in (raw, raw.swapaxes(1, 2))
    )
    if mirrored and holds_data.any():
        return slice(1, -2), slice(1, -2)
    in_rows, in_cols = (np.flatnonzero(holds_data.any(axis)) for axis in (1, 0))
    if not in_rows.size:
        return slice(0, rows), slice(0, cols)
    return slice(int(in_rows[0]), int(in_rows[-1]) + 1), slice(int(in_cols[0]), int(in_cols[-1]) + 1)


def classify(patch: Patch, predictor: Predictor) -> np.ndarray:
    """Classify a patch, which the network sees padded by reflection.

    A network that predicts at a coarser resolution gets the patch averaged to it; its probabilities are interpolated.

    Returns
    -------
    (rows, cols) uint8
        255 on the padding.
    """

    rows, cols = patch.core
    reflectance = patch.reflectance[:, rows, cols]
    probabilities = _probabilities(reflectance, predictor)
    classes = np.full(patch.label.shape, 255, np.uint8)
    classes[rows, cols] = probabilities.argmax(0)
    return classes


def _probabilities(reflectance: np.ndarray, predictor: Predictor) -> np.ndarray:

    model: Model = predictor.model
    height, width = reflectance.shape[1:]
    factor = max(1, round(model.finest_resolution / PATCH_RESOLUTION))
    if factor > 1:
        padded = _reflected(reflectance, -(-height // factor) * factor, -(-width // factor) * factor, 0)
        bands, rows, cols = padded.shape
        coarse = padded.reshape(bands, rows // factor, factor, cols // factor, factor).mean((2, 4), dtype=np.float32)
        fine = Interpolator(coarse.shape[1:], (rows, cols)).push(_predict(coarse, predictor))
        return fine[:, :height, :width]
    return _predict(reflectance, predictor)


def _predict(reflectance: np.ndarray, predictor: Predictor) -> np.ndarray:
    """Probabilities (4, rows, cols) of one patch, padded by reflection to a size that the network takes."""

    model: Model = predictor.model
    height, width = reflectance.shape[1:]
    if model.patch:
        target = (max(model.patch, height), max(model.patch, width))
        if target != (model.patch, model.patch):
            raise EngineError(
                "bad-settings",
                f"A patch of {height} x {width} pixels is larger than {model.patch} x {model.patch}, the size "
                f"that {model.name} takes.",
            )
    else:
        target = tuple(-(-size // model.multiple) * model.multiple for size in (height, width))
    top, left = ((target[0] - height) // 2, (target[1] - width) // 2)
    padded = _reflected(reflectance, *target, None)
    probabilities = predictor.predict(np.ascontiguousarray(padded[None], np.float32))[0]
    return probabilities[:, top : top + height, left : left + width]


def _reflected(planes: np.ndarray, height: int, width: int, before: int | None) -> np.ndarray:
    """Pad (bands, rows, cols) by reflection; `before`, or half of it rounded down (509 to 512: 1), comes before."""

    missing = (height - planes.shape[1], width - planes.shape[2])
    pads = [(gap // 2 if before is None else before, gap - (gap // 2 if before is None else before)) for gap in missing]
    return np.pad(planes, [(0, 0), *pads], "reflect" if min(planes.shape[1:]) > 1 else "edge")


def evaluate_patch(pair: PatchPair, predictor: Predictor) -> PatchMetrics:
    """Classify one patch and compare it with its label. EngineError "bad-raster" when that cannot be done."""

    patch = read_patch(pair, predictor.model.bands)
    matrix = confusion_matrix(patch.label, classify(patch, predictor))
    if not matrix.sum():
        raise EngineError("bad-raster", f"{pair.label} has no pixel of a class 0 to 3 where {pair.image} has data.")
    return PatchMetrics(
        site=pair.site,
        image=pair.image_id,
        cloud_cover=float(matrix[[1, 2]].sum() / matrix.sum()),
        experiments={experiment.name: binary(matrix, experiment.classes) for experiment in EXPERIMENTS},
    )
