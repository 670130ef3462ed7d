"""What a network is given where there is no data: the scene mirrored at the edge of the data.

A network sees no data as reflectance 0, black ground, and calls what lies beside it shadow or cloud: without filling 16
to 24 % of the pixels in the outer five rows change class, mirrored 2 to 7 % of a scene (benchmarks/RESULTS.md).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..products.no_data import widened

SMEARED = 1  # pixel beside a gap whose number a lower level of a JPEG 2000 file has mixed with the gap's zeros
FAR = 1 << 20  # more than any side of a patch


def filled(numbers: np.ndarray, is_smeared: Sequence[bool]) -> np.ndarray:
    """Digital numbers of a patch with each band's zeros filled, in place where there are any.

    A gap is mirrored at its nearest edge along the row or the column, the edge's own pixel first; where what lies there
    is no data too, the edge's own pixel is taken. A band without any data stays as it is.

    Parameters
    ----------
    numbers : (bands, rows, cols) uint16
        0 is no data.
    is_smeared : sequence of bool
        Of each band, whether it is read at a lower level of a JPEG 2000 file, which blurs the edge of a gap.

    Returns
    -------
    (bands, rows, cols) uint16
        The same array.
    """
    former: np.ndarray | None = None
    sources: list[tuple[np.ndarray, np.ndarray]] = []
    for plane, smeared in zip(numbers, is_smeared, strict=True):
        gap = _gap(plane, smeared)
        if not gap.any() or gap.all():
            continue
        if former is None or not np.array_equal(gap, former):  # mostly the bands have one edge
            former, sources = gap, _sources(gap)
        for targets, origins in sources:
            plane.flat[targets] = plane.flat[origins]
    return numbers


def gaps(numbers: np.ndarray, is_smeared: Sequence[bool]) -> np.ndarray:
    """What `filled` would fill.

    Parameters
    ----------
    numbers : (bands, rows, cols) uint16
        Digital numbers, as `filled` takes them.

    Returns
    -------
    (bands, rows, cols) bool
    """
    return np.stack([_gap(plane, smeared) for plane, smeared in zip(numbers, is_smeared, strict=True)])


def _gap(plane: np.ndarray, smeared: bool) -> np.ndarray:
    gap = plane == 0
    if smeared and gap.any() and not (wide := widened(gap, SMEARED)).all():
        return wide
    return gap


def _sources(gap: np.ndarray) -> list[tuple[np.ndarray, np.ndarray]]:
    """Flat indices of pixels to fill and of their sources: one step, or two where whole rows and columns are gaps."""
    steps = []
    while gap.any():
        targets, origins = _mirrored(gap)
        steps.append((targets, origins))
        gap = gap.copy()
        gap.flat[targets] = False
    return steps


def _mirrored(gap: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    rows, cols = np.nonzero(gap)
    across, far_across = _along(gap, rows, cols)
    down, far_down = _along(gap.T, cols, rows)
    takes_row = far_across <= far_down
    origins = np.where(takes_row, rows * gap.shape[1] + across, down * gap.shape[1] + cols)
    found = np.minimum(far_across, far_down) < FAR
    return (rows * gap.shape[1] + cols)[found], origins[found]


def _along(gap: np.ndarray, rows: np.ndarray, cols: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For pixels in a gap: the column mirrored onto them within the row, and the distance to the edge; FAR if none."""
    count = gap.shape[1]
    at = np.arange(count, dtype=np.int32)
    left = np.maximum.accumulate(np.where(gap, np.int32(-2 * FAR), at), axis=1)[rows, cols]
    right = np.minimum.accumulate(np.where(gap, np.int32(2 * FAR), at)[:, ::-1], axis=1)[:, ::-1][rows, cols]
    edge = np.where(cols - left <= right - cols, left, right)
    far = np.minimum(np.abs(edge - cols), FAR)
    mirrored = np.clip(2 * edge - cols + np.sign(cols - edge), 0, count - 1)
    edge = np.clip(edge, 0, count - 1)
    return np.where(gap[rows, mirrored], edge, mirrored), far
