"""Bad band files: cut off, of another kind or size, damaged, dishonest about their size; extreme pixels and grids."""

from __future__ import annotations

import os
import random
import struct
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from rasterio import Affine

from .samples import MASK, BadInput, Samples, band_file, write_band

BROKEN = frozenset({"broken-band"})
MISFIT = frozenset({"grid-mismatch"})
BAND = "B02"
ALL = (*(f"B{number:02d}" for number in range(1, 13)), "B8A")


def bad_bands() -> Iterator[BadInput]:
    """All of them."""
    for share in (0.0, 0.001, 0.005, 0.01, 0.02, 0.05, *(step / 10 for step in range(1, 10)), 0.93, 0.95, 0.97, 0.99):
        yield BadInput("JPEG 2000", f"cut off at {share:.1%}", _bytes(_cut(share)), BROKEN)
    yield BadInput("JPEG 2000", "without its last byte", _bytes(lambda data: data[:-1]), BROKEN | {MASK})
    for seed in range(6):
        yield BadInput("JPEG 2000", f"bit flips, seed {seed}", _bytes(_flips(seed)), BROKEN | MISFIT | {MASK})
    for name, change, codes in _FILES:
        yield BadInput("JPEG 2000", name, change, codes)
    for name, change, codes in _GRIDS:
        yield BadInput("grid", name, change, codes)
    for name, change, check in _PIXELS:
        yield BadInput("pixels", name, change, frozenset({MASK}), check)


def _bytes(change: Callable[[bytes], bytes], bands: tuple[str, ...] = (BAND,)) -> Callable:
    def make(samples: Samples, place: Path) -> list[str | Path]:
        product = samples.copy(place)
        for band in bands:
            file = band_file(product, band)
            file.write_bytes(change(file.read_bytes()))
        return [product]

    return make


def _cut(share: float) -> Callable[[bytes], bytes]:
    return lambda data: data[: int(len(data) * share)]


def _flips(seed: int) -> Callable[[bytes], bytes]:
    def change(data: bytes) -> bytes:
        flipped, source = bytearray(data), random.Random(seed)  # nosec B311: reproducible damage, no secret
        for _ in range(20):
            flipped[source.randrange(len(data))] ^= 1 << source.randrange(8)
        return bytes(flipped)

    return change


def claim_size(data: bytes, pixels: int) -> bytes:
    """A JPEG 2000 file that claims to be `pixels` wide and high, in one tile (ISO 15444-1, A.5.1 and I.5.3.1)."""
    changed = bytearray(data)
    image = changed.index(b"ihdr")
    struct.pack_into(">II", changed, image + 4, pixels, pixels)
    size = changed.index(b"\xff\x4f\xff\x51") + 2
    struct.pack_into(">II", changed, size + 6, pixels, pixels)
    struct.pack_into(">II", changed, size + 22, pixels, pixels)
    return bytes(changed)


def _write(bands: tuple[str, ...], **options: object) -> Callable:
    def make(samples: Samples, place: Path) -> list[str | Path]:
        product = samples.copy(place)
        for band in bands:
            write_band(band_file(product, band), **options)
        return [product]

    return make


def _swapped(one: str, other: str) -> Callable:
    def make(samples: Samples, place: Path) -> list[str | Path]:
        product = samples.copy(place)
        first, second = band_file(product, one), band_file(product, other)
        aside = first.rename(product / "aside")
        second.rename(first)
        aside.rename(second)
        return [product]

    return make


def _replaced(put: Callable[[Samples, Path], object]) -> Callable:
    """The band's file taken away and something else put in its place."""

    def make(samples: Samples, place: Path) -> list[str | Path]:
        product = samples.copy(place)
        file = band_file(product, BAND)
        file.unlink()
        put(samples, file)
        return [product]

    return make


def _all_claim(metres: int) -> Callable:
    """All bands say with one voice that the tile is so large, each in one JPEG 2000 tile."""

    def make(samples: Samples, place: Path) -> list[str | Path]:
        product = samples.copy(place)
        for band in ALL:
            file = band_file(product, band)
            pixel = {360: 10, 180: 20, 60: 60}[_width(file)]
            file.write_bytes(claim_size(file.read_bytes(), metres // pixel))
        return [product]

    return make


def _width(file: Path) -> int:
    import rasterio

    with rasterio.open(file) as dataset:
        return dataset.width


VRT = (
    '<VRTDataset rasterXSize="360" rasterYSize="360"><VRTRasterBand dataType="UInt16" band="1"><SimpleSource>'
    "<SourceFilename>{}</SourceFilename><SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>"
)
_MISSING = frozenset({"missing-band"})

_FILES = (
    ("random bytes", _bytes(lambda data: os.urandom(5000)), BROKEN),
    ("a text", _bytes(lambda data: b"404 not found"), BROKEN),
    ("a PNG", _write((BAND,), driver="PNG"), BROKEN),
    ("a GeoTIFF", _write((BAND,), driver="GTiff"), frozenset({MASK})),
    ("bytes, not uint16", _write((BAND,), change=lambda numbers: (numbers >> 8).astype(np.uint8)), BROKEN),
    ("three bands", _write((BAND,), change=lambda numbers: np.repeat(numbers, 3, axis=0)), BROKEN),
    ("claims 2^31 pixels a side", _bytes(lambda data: claim_size(data, (1 << 31) - 1)), BROKEN | MISFIT),
    ("B01 claims 1,000,000 pixels", _bytes(lambda d: claim_size(d, 1_000_000), ("B01",)), BROKEN | MISFIT | {MASK}),
    ("all bands claim 600,000 pixels", _all_claim(6_000_000), BROKEN),
    ("all bands claim 10,980 pixels, which a tile has", _all_claim(109_800), BROKEN),
    ("a named pipe", _replaced(lambda samples, file: os.mkfifo(file)), _MISSING),
    ("a folder", _replaced(lambda samples, file: file.mkdir()), _MISSING),
    ("a link out of the product", _replaced(lambda samples, file: file.symlink_to(samples.secret)), _MISSING),
    ("a link to itself", _replaced(lambda samples, file: file.symlink_to(file.name)), _MISSING | BROKEN),
    ("a link to a device", _replaced(lambda samples, file: file.symlink_to("/dev/zero")), _MISSING),
    (
        "a VRT that names a file elsewhere",
        _replaced(lambda samples, file: file.write_text(VRT.format(samples.secret))),
        BROKEN,
    ),
)

_GRIDS = (
    ("a band a tenth smaller", _write((BAND,), change=lambda numbers: numbers[:, :-36, :-36]), MISFIT),
    ("B02 and B11 swapped", _swapped("B02", "B11"), MISFIT),
    ("B02 and B01 swapped", _swapped("B02", "B01"), MISFIT),
    ("another CRS in one band", _write((BAND,), crs="EPSG:32632"), MISFIT),
    ("no CRS in one band", _write((BAND,), crs=None), MISFIT | {MASK}),
    ("another origin in one band", _write(("B8A",), transform=Affine(20, 0, 399960, 0, -20, 4900000)), MISFIT),
    ("rotated by 30 degrees", _write((BAND,), transform=Affine.rotation(30) @ Affine.scale(10, -10)), MISFIT),
    ("pixels of 0 m in every band", _write(ALL, transform=Affine(1e-30, 0, 0, 0, -1e-30, 0)), MISFIT | BROKEN | {MASK}),
    ("georeference at 1e300", _write(ALL, transform=Affine(10, 0, 1e300, 0, -10, 1e300)), MISFIT | BROKEN | {MASK}),
    ("no georeference in any band", _write(ALL, transform=Affine(1, 0, 0, 0, 1, 0), crs=None), MISFIT | {MASK}),
)


def _one_cell(pixels: int | None = None) -> Callable[[np.ndarray], np.ndarray]:
    """All 0 but the numbers of one 60 m pixel of the mask, or of `pixels` a side at its corner."""

    def keep(numbers: np.ndarray) -> np.ndarray:
        kept, cells = np.zeros_like(numbers), numbers.shape[1] // 60
        row, col, side = 20 * cells, 30 * cells, min(pixels or cells, cells)
        kept[:, row : row + side, col : col + side] = 3000
        return kept

    return keep


def _corner(numbers: np.ndarray) -> np.ndarray:
    """60 m of rows and 180 m of columns: smaller than any patch."""
    pixels = numbers.shape[1] // 60
    return numbers[:, -pixels:, : 3 * pixels]


def _gap(numbers: np.ndarray) -> np.ndarray:
    """A single 0, in the middle of a 60 m pixel where that has several."""
    spoilt, cells = numbers.copy(), numbers.shape[1] // 60
    spoilt[:, 20 * cells + cells // 2, 30 * cells + cells // 2] = 0
    return spoilt


def _one_empty(mask: np.ndarray) -> str:
    """The pixel with the 0 has no data, and none about it."""
    around = mask[15:26, 25:36] == 255
    return "" if around[5, 5] and around.sum() == 1 else f"{around.sum()} pixels about the 0 have no data, not 1"


def _only(value: int) -> Callable[[np.ndarray], str]:
    return lambda mask: "" if (mask == value).all() else f"not all {value}: {np.unique(mask)}"


def _valid(count: int) -> Callable[[np.ndarray], str]:
    return lambda mask: "" if (mask != 255).sum() == count else f"{(mask != 255).sum()} pixels are valid, not {count}"


def _one_pixel(mask: np.ndarray) -> str:
    """A pixel has no data where any number of any band in it is 0; so exactly this one has."""
    rows, cols = np.nonzero(mask != 255)
    places = list(zip(rows.tolist(), cols.tolist(), strict=True))
    return "" if places == [(20, 30)] else f"valid are {places}, not (20, 30)"


def _shape(rows: int, cols: int) -> Callable[[np.ndarray], str]:
    return lambda mask: "" if mask.shape == (rows, cols) else f"{mask.shape} pixels, not {(rows, cols)}"


_PIXELS = (
    ("DN all 0", _write(ALL, change=np.zeros_like), _only(255)),
    ("DN all 65535", _write(ALL, change=lambda numbers: np.full_like(numbers, 65535)), _valid(3600)),
    ("DN all 1, far below the offset", _write(ALL, change=np.ones_like), _valid(3600)),
    ("one band all 0", _write((BAND,), change=np.zeros_like), _only(255)),
    ("one valid pixel", _write(ALL, change=_one_cell()), _one_pixel),
    ("one 0 in one band", _write((BAND,), change=_gap), _one_empty),
    ("one valid number in a band, a part of a pixel", _write(ALL, change=_one_cell(1)), _only(255)),
    ("1 x 3 pixels in all", _write(ALL, change=_corner), _shape(1, 3)),
    ("B02 and B03 swapped", _swapped("B02", "B03"), _shape(60, 60)),
)
