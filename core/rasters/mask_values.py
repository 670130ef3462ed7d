"""Whether a raster is a mask by its values, or by who made it: SCL, Fmask and others number their classes otherwise."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import rasterio
from rasterio.enums import ColorInterp

from ..classes import CLASSES, NO_DATA
from ..errors import EngineError
from .mask_files import SOFTWARE, MaskFiles

OURS = (*(item.value for item in CLASSES), NO_DATA)


def check_classes(values: np.ndarray, path: str) -> None:
    """Refuse values that are no class of a mask.

    Parameters
    ----------
    values : array
        Any shape and data type.

    Raises
    ------
    EngineError
        `bad-raster`.
    """
    strange = values[~np.isin(values, OURS)]
    if strange.size:
        found, counts = np.unique(strange, return_counts=True)
        raise EngineError(
            "bad-raster",
            f"{path} holds {found[counts.argmax()]:g}, which is no class of a mask (0 to 3, 255). Give a mask of this "
            "program; own-mask makes one of a product's SCL.",
        )


# (in the name of the file, of its band or of a tag, what it is). OmniCloudMask and s2cloudless number as we do.
_OTHERS = (
    (r"fmask", "of Fmask, where 2 is shadow, 3 snow and 4 cloud"),
    (
        r"(?<![a-z])scl(?![a-z])|scene.?classification",
        "a scene classification (SCL), where 3 is shadow and 8 to 10 are cloud",
    ),
    (r"(?<![a-z])(clm|mg2)(?![a-z])", "of MAJA, where each bit has its meaning"),
    (r"qa_?60|qa_pixel|pixel_qa|(?<![a-z])qai(?![a-z])|msk_(classi|clouds)", "of flags"),
    (r"kappa_?mask", "of KappaMask, where 1 is clear, 2 shadow, 3 and 4 cloud"),
    (r"idepix", "of IdePix, where each bit has its meaning"),
)


def is_ours(mask: rasterio.DatasetReader) -> bool:
    """Whether a mask says that this program made it. A copy by GDAL keeps its tags, one by QGIS its band's name."""
    said = mask.tags().get("SOFTWARE") == SOFTWARE or "cloud mask" in mask.descriptions
    return said or MaskFiles(Path(mask.name)).read_facts() is not None


def check_maker(mask: rasterio.DatasetReader) -> None:
    """Refuse a mask that names another maker, whose values would be misread, and a raster of several bands.

    Raises
    ------
    EngineError
        `bad-raster`.
    """
    bands = sum(colour != ColorInterp.alpha for colour in mask.colorinterp)
    if bands > 1:
        raise EngineError("bad-raster", f"{mask.name} has {bands} bands; a mask has one. Give a mask of this program.")
    if what := other_maker(mask):
        raise EngineError(
            "bad-raster",
            f"{mask.name} is {what}, by its name or its tags; a mask has 0 clear, 1 thick cloud, 2 thin cloud, 3 "
            "shadow. Give a mask of this program (own-mask makes one of a product's own).",
        )


def other_maker(mask: rasterio.DatasetReader) -> str:
    """What a mask is that names another maker; empty for one of ours, and for one that names none."""
    if is_ours(mask):
        return ""
    names = (Path(mask.name).name, *mask.descriptions, *(f"{key} {value}" for key, value in mask.tags().items()))
    said = " ".join(name or "" for name in names).lower()
    return next((what for pattern, what in _OTHERS if re.search(pattern, said)), "")
