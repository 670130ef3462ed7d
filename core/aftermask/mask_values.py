"""Whether a raster of whole numbers is a mask by its values: SCL and others number their classes otherwise."""

from __future__ import annotations

import numpy as np

from ..classes import CLASSES, NO_DATA
from ..errors import EngineError

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
