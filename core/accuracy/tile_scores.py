"""Which tiles of a mask to look at first: the uncertain ones, those two masks differ in, or those full of borders."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import rasterio
from rasterio.windows import Window

from ..classes import CLASSES, CONFIDENCE_SCALE, NO_DATA
from ..errors import EngineError
from ..rasters.aligned import on_grid_of
from ..rasters.raster_file import opened_raster
from .agreement_raster import agreement_codes

MOST, LEAST, ALONG = 256, 32, 8  # pixels of a tile's side: at most, at least; tiles along a small mask
LEAST_SHARE = 0.01  # a tile with less valid than that is no tile to look at


@dataclass(frozen=True)
class Tile:
    """A tile of a mask: its place in the grid of tiles, its bounds in the mask's CRS, its score.

    `score` is a share (0…1) of the valid pixels: see `TileScores.kind`. `valid` is the share of valid pixels.
    """

    row: int
    column: int
    bounds: tuple[float, float, float, float]
    score: float
    valid: float


@dataclass(frozen=True)
class TileScores:
    """Tiles with the highest score first. `side` is that of a tile in pixels.

    `kind`: "uncertainty" (mean of 1 − the probability of the most probable class, known as least confidence: Settles
    2009, Active Learning Literature Survey, section 3.1), "difference" (share of pixels where two masks differ) or
    "borders" (share of pixels beside another class, where masks err most).
    """

    kind: str
    side: int
    tiles: tuple[Tile, ...]


def tile_side(width: int, height: int) -> int:
    """Pixels of a tile's side: 256, less where the mask is small."""
    return max(LEAST, min(MOST, max(width, height) // ALONG))


def score_tiles(
    mask_path: str,
    *,
    confidence: str | None = None,
    other: str | None = None,
    side: int | None = None,
    on_progress: Callable[[float], None] = lambda fraction: None,
) -> TileScores:
    """Score the tiles of a mask by its confidence raster, or by another mask of the same place, or by itself alone.

    Memory holds one row of tiles. EngineError "bad-raster" when a file cannot be read or has not the shape it should.
    """

    with opened_raster(mask_path) as mask, contextlib.ExitStack() as closing:
        side = side or tile_side(mask.width, mask.height)
        if confidence:
            kind, rows = "uncertainty", _uncertainty(mask, closing.enter_context(opened_raster(confidence)), side)
        elif other:
            kind, rows = "difference", _difference(mask, closing.enter_context(opened_raster(other)), side, closing)
        else:
            kind, rows = "borders", _borders(mask, side)
        tiles = []
        starts = np.arange(0, mask.width, side)
        for number, (score, valid) in enumerate(rows):
            top, height = number * side, valid.shape[0]
            score = np.where(valid, score, 0)
            scores = np.add.reduceat(score.sum(axis=0, dtype=np.float64), starts)
            counts = np.add.reduceat(valid.sum(axis=0, dtype=np.int64), starts)
            for column, left in enumerate(starts.tolist()):
                width = min(side, mask.width - left)
                share = int(counts[column]) / (width * height)
                if share >= LEAST_SHARE:
                    bounds = _bounds(mask.transform, left, top, left + width, top + height)
                    tiles.append(Tile(number, column, bounds, float(scores[column] / counts[column]), share))
            on_progress((top + height) / mask.height)
    return TileScores(kind, side, tuple(sorted(tiles, key=lambda tile: -tile.score)))


def _bounds(transform, left: int, top: int, right: int, bottom: int) -> tuple[float, float, float, float]:
    corners = [transform @ corner for corner in ((left, top), (right, top), (left, bottom), (right, bottom))]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _uncertainty(
    mask: rasterio.DatasetReader, confidence: rasterio.DatasetReader, side: int
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Rows of tiles: 1 − greatest probability (rows, cols) float32 and valid (rows, cols) bool."""

    same = (confidence.width, confidence.height) == (mask.width, mask.height)
    if not same or confidence.count != len(CLASSES) or set(confidence.dtypes) != {"uint8"}:
        raise EngineError(
            "bad-raster",
            f"{confidence.name} is not the confidence raster of {mask.name}. Make both again with --confidence.",
        )
    for strip in _strips(mask, side):
        values = _read(confidence, list(range(1, len(CLASSES) + 1)), strip)
        greatest = values.max(axis=0)
        yield 1 - np.minimum(greatest, CONFIDENCE_SCALE) / np.float32(CONFIDENCE_SCALE), greatest != NO_DATA


def _difference(
    mask: rasterio.DatasetReader, other: rasterio.DatasetReader, side: int, closing: contextlib.ExitStack
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Rows of tiles: differs (rows, cols) bool and valid in both; what one mask cannot tell apart is no difference."""

    told_apart = _told_apart(mask) & _told_apart(other)
    codes = agreement_codes({1, 2} <= told_apart, 3 in told_apart)
    rows_of_other = closing.enter_context(on_grid_of(mask, other, 1))
    for strip in _strips(mask, side):
        classes, (theirs, valid) = _read(mask, 1, strip), rows_of_other(strip[0], strip[1])
        theirs = np.where(valid, theirs, NO_DATA)
        code = codes[theirs.astype(np.uint8), classes]
        # Codes 0, 1 and 2: both clear, both the same cloud class, both shadow.
        yield code > 2, code != NO_DATA


def _told_apart(mask: rasterio.DatasetReader) -> set[int]:
    """Values of the classes that a mask tells apart, as its own tags say it; all of them where it has no such tag."""
    values = {item.value for item in CLASSES}
    with contextlib.suppress(ValueError, TypeError):
        values &= {int(value) for value in json.loads(mask.tags().get("CLASSES", ""))}
    return values


def _borders(mask: rasterio.DatasetReader, side: int) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Rows of tiles: beside another class (rows, cols) bool and valid (rows, cols) bool."""

    above = None
    for strip in _strips(mask, side):
        classes = _read(mask, 1, strip)
        valid = classes != NO_DATA
        border = np.zeros(classes.shape, bool)
        border[:, 1:] |= (classes[:, 1:] != classes[:, :-1]) & valid[:, 1:] & valid[:, :-1]
        border[1:] |= (classes[1:] != classes[:-1]) & valid[1:] & valid[:-1]
        if above is not None:
            border[0] |= (classes[0] != above) & valid[0] & (above != NO_DATA)
        above = classes[-1]
        yield border, valid


def _strips(raster: rasterio.DatasetReader, side: int) -> Iterator[tuple[int, int]]:
    for first in range(0, raster.height, side):
        yield first, min(side, raster.height - first)


def _read(raster: rasterio.DatasetReader, bands: int | list[int], strip: tuple[int, int]) -> np.ndarray:
    """Values of some rows; EngineError "bad-raster" when they cannot be read."""

    try:
        return raster.read(bands, window=Window(0, strip[0], raster.width, strip[1]))
    except rasterio.errors.RasterioError as problem:
        raise EngineError("bad-raster", f"{raster.name} cannot be read: {problem}. Check the file.") from problem
