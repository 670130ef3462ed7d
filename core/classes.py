"""The classes of a mask: values, names, colours, shares, and the scale of their confidence."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

NO_DATA = 255


CONFIDENCE_SCALE = 250  # a probability of 1 in the confidence file


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
CLASS_COUNT = len(CLASSES)


def class_fractions(counts: np.ndarray, given: Collection[int] = range(CLASS_COUNT)) -> dict[str, float | None]:
    """Shares of the classes among valid pixels, and of no data among all.

    A class that is not among the `given` ones, as its network or source does not tell it, has the share None.

    Parameters
    ----------
    counts : (256,) integers
        Pixels of each value.
    """
    valid = int(sum(counts[item.value] for item in CLASSES))
    total = valid + int(counts[NO_DATA])
    shares = {
        item.name: (round(int(counts[item.value]) / valid, 6) if valid else 0.0) if item.value in given else None
        for item in CLASSES
    }
    return {**shares, "no_data": round(int(counts[NO_DATA]) / total, 6) if total else 0.0}
