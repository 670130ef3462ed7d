"""Why a path is no Sentinel-2 product of Level-1C or Level-2A, in a sentence, and what to give instead."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from .band_files import band_file
from .spoilt import IN_ICLOUD, UNFINISHED, dangling, pointer_of, why_compressed, why_not_whole

_COMPRESSED = (
    ".tar.gz",
    ".tgz",
    ".tar.bz2",
    ".tbz2",
    ".tar.xz",
    ".txz",
    ".tar.zst",
    ".7z",
    ".rar",
    ".gz",
    ".bz2",
    ".xz",
    ".zst",
)
_SHORTCUTS = (".lnk", ".url", ".webloc", ".desktop", ".gdoc")
_RASTERS = (
    *(".nc", ".h5", ".hdf", ".he5", ".vrt", ".img", ".dat", ".hdr", ".bil", ".ecw", ".sid", ".grd", ".kea", ".bsq"),
    *(".jp2", ".j2k", ".bip"),
)
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".kml", ".kmz", ".html", ".pdf")
# By the name of the product, or of a file in it. (pattern, what it is)
_OTHERS = (
    (r"(^|/)S1[A-D]_(IW|EW|SM|S[1-6]|WV)_\w+", "a Sentinel-1 product (radar, which no cloud hides)"),
    (r"(^|/)S3[A-D]_\w+|\.SEN3(/|$|\.zip$)", "a Sentinel-3 product"),
    (r"(^|/)S5P_\w+", "a Sentinel-5P product"),
    (r"(^|/)HLS\.[SL]30\.", "a tile of NASA's HLS (Harmonized Landsat Sentinel-2), with an Fmask of its own"),
    (r"(^|/)L[COTEM]0[4-9]_L\w\w\w_\d{6}_\d{8}", "a Landsat scene"),
    (r"(^|/)L[COTEM][4-9]\d{13}\w*", "a Landsat scene"),
    (
        r"(^|/)SENTINEL2[A-DX]_\d{8}-\d{6}-\d+_L[123]\w_",
        "a product of MAJA (Theia, CNES), with cloud masks of its own (…_CLM_R1.tif)",
    ),
    (
        r"(^|/)S2[A-D]_\d{8}T\d{6}_\d\d[C-X][A-Z]{2}_(TOC|FAPAR|FCOVER|LAI|NDVI|CCC|CWC)",
        "a product of Terrascope (VITO), with a scene classification of its own",
    ),
    (r"(^|/)ga_s2[a-d]m_", "Analysis Ready Data of Digital Earth Australia, with an Fmask of its own"),
    (r"(^|/)\d{8}_LEVEL[23]_(SEN2|LND|SEN1)", "a product of FORCE, with clouds of its own (…_QAI.tif)"),
    (r"(^|/)S2[A-D]_MSI_\d{4}(_\d\d){5}_", "an output of ACOLITE"),
    (r"(^|/)S2[A-D][12][AC]_\d{8}_\d{3}_\w*(TOA|BOA|SCL)_\d\d", "an output of sen2r"),
    (r"\.dim$|\.data/[^/]+\.(hdr|img)$", "a product of SNAP (BEAM-DIMAP)"),
    (r"(^|/)(data|mask)(_timeless)?/\w+\.npy(\.gz)?$", "an EOPatch of eo-learn"),
    (r"(^|/)S2[A-D]_MSIL1B_|MTD_MSIL1B\.xml$|_SAFL1B_", "a Sentinel-2 product of Level-1B (not yet on a map grid)"),
    (r"(^|/)S2[A-D]_MSIL(1A|0)_|MTD_MSIL(1A|0)\.xml$|_SAFL1A_", "a Sentinel-2 product of Level-0 or 1A (raw)"),
    (r"(^|/)S2[A-D]_MSIL(03|3A?)_|MTD_MSIL03\.xml$", "a Sentinel-2 product of Level-3 (a synthesis of several dates)"),
    (r"(^|/)(S2[A-D]|LS[89])_MSIL2[FH]_|(^|/)L2[FH]_T", "a product of Sen2Like (Level-2F or 2H)"),
    (r"(^|/)Sentinel-2_mosaic_", "a Sentinel-2 mosaic of Level-3 (a synthesis of several dates)"),
    (
        r"Sentinel-2_L(1C|2A)_B\w\w_\(Raw\)|Sentinel-2_L(1C|2A)_(True|False|Highlight)",
        "an export of the Copernicus Browser, pictures or bands as files of their own",
    ),
    (r"(^|/)GIP_\w+|(^|/)S2[A-D]_OPER_(GIP|AUX|MPL)_", "an auxiliary file of Sentinel-2, no image"),
    (r"(^|/)(PSScene|\d{8}_\d{6}_\w*_3B_)", "a PlanetScope scene"),
    (r"(^|/)(MOD|MYD|VNP|VJ1)\d\d\w*\.A\d{7}\.", "a MODIS or VIIRS product"),
)  # fmt: skip
_WAY_OUT = "Give a Sentinel-2 product of Level-1C or Level-2A."


def why_not(place: Path) -> str:
    """Why the file (or what is not there) at `place` is not opened, by its name and first bytes; empty: no reason."""
    lower = place.name.lower()
    if place.is_symlink() and not place.exists():
        return f"{place} is {dangling(place)}"
    if lower.endswith(UNFINISHED):
        return f"{place} is an unfinished download ({place.suffix}). Wait for its end, or download the product again."
    if not place.exists() and (why := why_not_whole(place)):
        return f"{place} {why}"
    if not place.exists():
        if place.with_name(f".{place.name}.icloud").exists():
            return f"{place} is {IN_ICLOUD}"
        if re.search(r"[*?]", str(place).replace("\\\\?\\", "")):  # but for what begins long paths of Windows
            return f"Nothing is there that fits {place}. Check the pattern."
        if place.with_name(f"{place.name}.dvc").exists():
            return f"{place} is kept by DVC and its content is not here. Fetch it (dvc pull {place.name}.dvc)."
        return ""
    if not place.is_file():
        return ""
    if lower.endswith(".dvc"):
        return f"{place} is a note of DVC, not the product. Fetch it with dvc pull and give {lower[:-4]}."
    if pointer := pointer_of(place):
        return f"{place} {pointer}"
    if lower.endswith(_COMPRESSED):
        return why_compressed(place, True)
    if re.search(r"\.(zip|7z|rar|tar)\.\d{3}$|\.z\d\d$|\.part\d+\.rar$", lower):
        return f"{place} is one file of an archive in several. Unpack them together and give the .SAFE folder."
    if lower.endswith(_SHORTCUTS):
        return f"{place} is a shortcut, not the product. Give what it points to."
    if not lower.endswith((".zip", ".tar")) and (other := what_else(place.name, ())):
        return f"{place} is {other}. {_WAY_OUT}"
    if lower.endswith(_PICTURES):
        return f"{place} is a picture or a text, not a product. Give the .SAFE folder or its .zip."
    if re.search(r"(^|_)(B0[1-9]|B1[0-2]|B8A|TCI|SCL)(_[126]0m)?\.jp2$", lower, re.I):
        return f"{place} is one band, and no product is around it. Give the .SAFE folder or its .zip."
    if lower.endswith(_RASTERS):
        return (
            f"{place} is a raster, no Sentinel-2 product. {_WAY_OUT} A GeoTIFF is one, too, of bands named B01 … B12 "
            "(gdal_translate makes one)."
        )
    return ""


def what_else(path: str, names: Iterable[str]) -> str:
    """What a container at `path` with files `names` is, other than a product of ours; empty when nothing is known."""
    top = PurePosixPath(path.replace("\\", "/")).name
    names = list(names)[:2000]
    for pattern, what in _OTHERS:
        if re.search(pattern, top, re.I) or any(re.search(pattern, f"{top}/{name}", re.I) for name in names):
            return what
    return ""


def sentence(path: str, names: Iterable[str]) -> str:
    """Why a container at `path` with the files `names` holds no product, and what to give; empty: nothing is known."""
    names = list(names)
    if other := what_else(path, names):
        return f"{path} is {other}. {_WAY_OUT}"
    if path.lower().endswith(UNFINISHED) and not names[1:]:  # Safari's are folders
        return f"{path} is an unfinished download. Wait for its end, or download the product again."
    unfinished = [name for name in names if name.lower().endswith(UNFINISHED)]
    if unfinished:
        return (
            f"{path} holds an unfinished download ({unfinished[0]}). Wait for its end, or download the product again."
        )
    inner = [name for name in names if name.lower().endswith((".zip", ".tar", ".tar.gz", ".tgz", ".7z"))]
    if inner:
        one = f"{inner[0]}, an archive" if len(inner) == 1 else f"{len(inner)} archives, such as {inner[0]}"
        way = "Give that." if len(inner) == 1 else "Give one of them."
        way = way if os.path.isdir(path) else "Unpack it once and give what is in it."
        return f"{path} holds {one}, and no product itself. {way}"
    if (
        names
        and all(name.lower().endswith((".tif", ".tiff", ".xml", ".txt", ".json")) for name in names)
        and any(name.lower().endswith((".tif", ".tiff")) for name in names)
    ):
        if any(map(band_file, names)):
            items = [name for name in names if name.lower().endswith(".json")]
            if items and not os.path.isdir(path):  # a STAC item is read from a folder
                return f"{path} holds one GeoTIFF for each band and {items[0]}. Unpack it and give the folder."
            return (
                f"{path} holds one GeoTIFF for each band and no metadata, which tells level and offset. {_WAY_OUT} Or "
                "make one GeoTIFF of them, reflectance x 10000, whose bands are described as B01 … B12."
            )
        way = "Give the file itself" if os.path.isdir(path) else "Unpack it and give the file itself"
        return f"{path} holds GeoTIFFs and no product. {way}, if its bands are described as B01 … B12."
    products = {name.split("/")[0] for name in names if re.match(r"[^/]+\.SAFE/", name, re.I)}
    if len(products) > 1:
        return f"{path} holds {len(products)} products. Give one of them at a time."
    return ""
