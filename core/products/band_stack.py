"""A plain GeoTIFF stack as a product: one file, its bands named in its descriptions."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import rasterio

from ..errors import EngineError
from ..system import vsi
from .address import gdal_address, is_address, shown, stem
from .band_files import band_file
from .boa_offset import offset_inside, telling
from .doubts import sample
from .foreign import what_else
from .granule import Band, Granule, Product
from .ground_size import earthly, is_unplaced, nominal_metres
from .metadata import BAND_IDS, DEFAULT_QUANTIFICATION, OFFSET_SINCE_04, OFFSETS_SINCE
from .validity import MaskSource, as_vrt, declared_no_data, mask_source, scaled

VRT_OFFSET = 1000.0
LARGEST_REFLECTANCE = 50  # floating-point numbers above it are reflectance x 10000
LARGEST_NUMBER = 1e6
_OF_LEVEL_2A = {"SCL", "AOT", "WVP", "MSK_CLDPRB", "MSK_SNWPRB", "CLD", "SNW"}  # further bands that only it has
# A band's name, after that of its image where someone took it from the file or Earth Engine put it there.
_NAME = re.compile(
    r"^(?:band[ _]?|sentinel-?2[ _]|T\d\d[A-Z]{3}_\d{8}T\d{6}_|(?:\d{8}T\d{6}_){2}T\d\d[A-Z]{3}_)?"
    r"B(\d{1,2})(A?)(?![0-9A-Z])",
    re.IGNORECASE,
)
_BEFORE_B8A = BAND_IDS[: BAND_IDS.index("B8A")]
_MISSION = re.compile(r"S2[A-D](?=_)")
_TILE = re.compile(r"T(\d{2}[A-Z]{3})(?![A-Z0-9])")
_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)")


def open_stack(path: str | os.PathLike[str]) -> Product:
    """Open a GeoTIFF whose band descriptions begin with B01 … B12, B8A, in any order; other bands are left.

    Integers are reflectance x 10000 with the offset already taken off, unless the file gives a scale and offset;
    floating-point numbers are reflectance, or x 10000 where some are above 50. The declared no data (else 0),
    NaN and what a mask of the file leaves out (validity.py) are no data. Without B10 the level is the one in the tag
    `level` or the name, or that of further bands such as SCL, else Level-1C.
    Raises EngineError: "not-a-product" (no band is named, or one twice), "broken-band" (not a raster, complex numbers).
    """

    far = is_address(os.fspath(path))
    path = gdal_address(os.fspath(path)) if far else os.path.abspath(path)
    try:
        with (
            # The descriptions may lie beside a file; a server is not asked for a list.
            rasterio.Env(GDAL_PAM_ENABLED="YES", GDAL_DISABLE_READDIR_ON_OPEN="EMPTY_DIR" if far else "FALSE"),
            rasterio.open(path, driver="GTiff") as dataset,  # a VRT called .tif could name any file of the user's
        ):
            return _product(path, dataset)
    except (rasterio.errors.RasterioError, OSError) as error:
        if not far and not os.path.exists(path):
            raise EngineError("not-a-product", f"{path} does not exist. Check the path.") from error
        problem = str(error).replace(path, "it")
        raise EngineError(
            "broken-band", f"{shown(path)} cannot be opened as a raster ({problem}). Check the file."
        ) from error


def _product(path: str, dataset: rasterio.DatasetReader) -> Product:
    numbers = band_numbers(dataset.descriptions)
    if not numbers:
        if what := what_else(stem(path), ()) or ("one band, and no product is around it" if band_file(path) else ""):
            raise EngineError(
                "not-a-product",
                f"{shown(path)} is {what}. Give a Sentinel-2 product of Level-1C or Level-2A, or one GeoTIFF of all "
                "bands, whose bands are described as B01 … B12.",
            )
        raise EngineError(
            "not-a-product",
            f"None of the {dataset.count} bands of {shown(path)} is described as B01 … B12 or B8A, so which is which "
            "is not known. Set the band descriptions (gdal_edit.py, or rasterio's set_band_description).",
        )
    if any(len(several) > 1 for several in numbers.values()):
        twice = next(name for name, several in numbers.items() if len(several) > 1)
        raise EngineError(
            "not-a-product", f"{shown(path)} has {len(numbers[twice])} bands described as {twice}. Keep one."
        )
    counted = [_numbered(text) for text in dataset.descriptions] == list(range(1, dataset.count + 1))
    if counted and dataset.count > len(_BEFORE_B8A):
        raise EngineError(
            "not-a-product",
            f"{shown(path)} describes its bands as B1 … B{dataset.count}, which can only be their numbers in the file: "
            "after B8 Sentinel-2 has B8A. Set the band descriptions to their names.",
        )
    name = stem(path)
    level, said = _level(dataset, name, set(numbers))
    mission, tile = _MISSION.search(name), _TILE.search(name)
    crs = found.to_string() if (found := earthly(dataset.crs)) else ""
    in_order = [band for band in BAND_IDS if band in numbers]
    factor = DEFAULT_QUANTIFICATION if _is_reflectance(dataset, [numbers[band][0] for band in in_order]) else 1.0
    bands = {
        band: replace(_band(dataset, path, band, numbers[band][0], crs, factor), flat_edge=level == "L2A")
        for band in in_order
    }
    bands, left_in = _offset_of_baseline(bands, dataset)
    notes = (*_notes(dataset, path, numbers), *left_in)
    if not said:
        notes += (
            "It lacks B10, and nothing says whether it is of Level-1C or 2A: it is taken for Level-1C. Put L1C or L2A "
            "into its name, or set its tag level.",
        )
    granule = Granule(
        name=name,
        product_path=shown(path),
        mission=mission[0] if mission else "S2",
        level=level,
        tile=tile[1] if tile else "",
        baseline="",
        sensing_time=_sensing_time(dataset, name),
        crs=crs,
        bands=bands,
        notes=notes,
        metadata_sha256=_file_state(path),
    )
    return Product(shown(path), name, (granule,))


def _file_state(path: str) -> str:
    """A hash of the file's size and time: it has no metadata, and reading it whole takes too long.

    Under an address GDAL tells the size only.
    """
    try:
        if is_address(path):
            with vsi.open_file(path) as file:
                state = f"{file.seek(0, os.SEEK_END)}"
        else:
            status = os.stat(path)
            state = f"{status.st_size} {int(status.st_mtime)}"
    except OSError as error:
        raise EngineError("broken-band", f"{shown(path)} cannot be read ({error.strerror or error}).") from error
    return hashlib.sha256(state.encode()).hexdigest()


def band_numbers(descriptions: Sequence[str | None]) -> dict[str, list[int]]:
    """Numbers in the file of each Sentinel-2 band: of "B1", "b01", "B8A", "B04 - red" and the like."""
    numbers: dict[str, list[int]] = {}
    for number, description in enumerate(descriptions, 1):
        match = _NAME.match((description or "").strip())
        name = match and (f"B{int(match[1]):02d}" if not match[2] else f"B{int(match[1])}A")
        if name in BAND_IDS:
            numbers.setdefault(name, []).append(number)
    return numbers


def _numbered(description: str | None) -> int:
    """The number in a description such as B7; 0 for others."""
    match = re.fullmatch(r"B0?(\d{1,2})", (description or "").strip(), re.IGNORECASE)
    return int(match[1]) if match else 0


def _band(dataset: rasterio.DatasetReader, path: str, name: str, number: int, crs: str, factor: float) -> Band:
    quantification, offset = DEFAULT_QUANTIFICATION, 0.0
    scale, shift = dataset.scales[number - 1], dataset.offsets[number - 1]
    if not scale or not np.isfinite((scale, shift)).all():
        raise EngineError(
            "broken-metadata",
            f"{shown(path)} gives band {number} the scale {scale:g} and the offset {shift:g}, so its reflectance is "
            "not known. Set them right, or take them out.",
        )
    source, index = path, number
    mask = mask_source(dataset, path, number)
    no_data = declared_no_data(dataset, number)
    if dataset.dtypes[number - 1] == "uint16" and no_data in (None, 0) and mask is None:
        if (scale, shift) != (1, 0):  # reflectance = DN * scale + shift
            quantification, offset = 1 / scale, shift / scale
    else:
        source, index, offset = _as_uint16(dataset, path, number, factor, mask), 1, -VRT_OFFSET
    return Band(
        name=name,
        path=source,
        resolution=nominal_metres(dataset),
        width=dataset.width,
        height=dataset.height,
        transform=dataset.transform,
        crs=crs,
        offset=offset,
        quantification=quantification,
        index=index,
    )


def _offset_of_baseline(bands: dict[str, Band], dataset: rasterio.DatasetReader) -> tuple[dict[str, Band], list[str]]:
    """Bands with the offset of the baseline that a tag names, where their numbers hold it still, and a note on that.

    GDAL's copies of a SAFE (SENTINEL2_L1C:…, gdal_translate) carry the tag and no scale.
    """
    baseline = next((value for key, value in dataset.tags().items() if key.upper() == "PROCESSING_BASELINE"), "")
    plain = all(band.offset == 0 and band.quantification == DEFAULT_QUANTIFICATION for band in bands.values())
    if not re.fullmatch(r"\d\d\.\d\d", baseline) or baseline < OFFSETS_SINCE or not plain:
        return bands, []
    if not offset_inside({name: sample(bands[name]) for name in telling(bands)}):
        return bands, []
    note = f"Its tag names baseline {baseline}, and its numbers hold the offset of -1000 still, so it is applied."
    return {name: replace(band, offset=OFFSET_SINCE_04) for name, band in bands.items()}, [note]


def _as_uint16(dataset: rasterio.DatasetReader, path: str, number: int, factor: float, mask: MaskSource | None) -> str:
    """A VRT, as text, of a band of another type, no data or with a mask: reflectance x 10000 + 1000, 0 no data.

    This is how products of baseline 04.00 hold it, so reflectance a little below 0 is not taken for no data. `factor`:
    of floating-point numbers without a scale.
    """
    kind = np.dtype(dataset.dtypes[number - 1]).kind
    if kind not in "iuf":
        raise EngineError(
            "broken-band", f"Band {number} of {shown(path)} holds {dataset.dtypes[number - 1]}, not reflectance."
        )
    scale, shift = dataset.scales[number - 1], dataset.offsets[number - 1]
    if (scale, shift) != (1, 0):
        ratio, addend = scale * DEFAULT_QUANTIFICATION, shift * DEFAULT_QUANTIFICATION
    else:
        ratio, addend = (factor if kind == "f" else 1.0), 0.0
    return as_vrt(dataset, path, number, scaled(ratio, addend + VRT_OFFSET, declared_no_data(dataset, number)), mask)


def _is_reflectance(dataset: rasterio.DatasetReader, numbers: Sequence[int]) -> bool:
    """Whether floating-point numbers are reflectance itself: none of a thinned-out read of the bands is above 50.

    Numbers above a million, such as 1e20 or 3.4e38, are fill that the file does not declare.
    """
    shape = (min(dataset.height, 512), min(dataset.width, 512))
    for number in numbers:
        if np.dtype(dataset.dtypes[number - 1]).kind != "f":
            continue
        values = dataset.read(number, out_shape=shape, masked=True).astype("float64")
        finite = np.ma.masked_invalid(values).compressed()
        finite = finite[np.abs(finite) < LARGEST_NUMBER]
        if finite.size and float(finite.max()) > LARGEST_REFLECTANCE:
            return False
    return True


def _level(dataset: rasterio.DatasetReader, name: str, bands: set[str]) -> tuple[str, bool]:
    """The level, and whether anything says it."""
    said = {key.lower(): value.upper() for key, value in dataset.tags().items()}
    text = f"{said.get('level', '')} {said.get('processing_level', '')} {name.upper()}"
    if "B10" in bands:
        return "L1C", True
    further = {(description or "").strip().upper() for description in dataset.descriptions}
    if re.search(r"L2A|LEVEL-2A", text) or further & _OF_LEVEL_2A:
        return "L2A", True
    return "L1C", re.search(r"L1C|LEVEL-1C", text) is not None


def _sensing_time(dataset: rasterio.DatasetReader, name: str) -> str:
    """ISO time from the file's tag or its name; empty when neither tells."""
    for text in (dataset.tags().get("TIFFTAG_DATETIME", "").replace(":", "").replace(" ", "T"), name):
        match = _TIME.search(text)
        if match:
            year, month, day, hour, minute, second = match.groups()
            return f"{year}-{month}-{day}T{hour}:{minute}:{second}Z"
    match = re.search(r"(?<!\d)(20\d\d)-(\d\d)-(\d\d)(?!\d)", name)
    return f"{match[0]}T00:00:00Z" if match else ""


def _notes(dataset: rasterio.DatasetReader, path: str, numbers: dict[str, list[int]]) -> tuple[str, ...]:
    """What a user should know of how the file was taken."""
    notes = []
    if not earthly(dataset.crs):
        what = f"pixels of {abs(dataset.transform.a):g} are taken for {nominal_metres(dataset)} m on the ground"
        if is_unplaced(dataset.transform):
            what = f"its pixels are taken for {nominal_metres(dataset)} m on the ground"
        notes.append(f"The file carries no CRS: {what}, and the mask lies nowhere, as the file does.")
    first = min(several[0] for several in numbers.values())
    if mask := mask_source(dataset, path, first):
        notes.append(f"Where {mask.what} is 0 there is no data.")
    return tuple(notes)
