"""How far two masks agree: confusion matrix, producer's and user's accuracy, and the protocol of CloudSEN12."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from ..classes import CLASS_COUNT


@dataclass(frozen=True)
class Experiment:
    """One yes-or-no question of the protocol: is a pixel in `classes`?"""

    name: str
    column: str  # in the authors' table
    title: str
    classes: tuple[int, ...]


# Aybar et al. 2022, doi:10.1038/s41597-022-01878-2, section Technical Validation.
EXPERIMENTS = (
    Experiment("cloud", "exp01", "Cloud (thick or thin) against all else", (1, 2)),
    Experiment("shadow", "exp02", "Cloud shadow against all else", (3,)),
    Experiment("invalid", "exp03", "Invalid (cloud or shadow) against clear", (1, 2, 3)),
)


@dataclass(frozen=True)
class Binary:
    """Counts of one question, the reference being right. Every share is not-a-number where it divides by 0."""

    true_positive: int
    false_positive: int
    false_negative: int
    true_negative: int

    @property
    def recall(self) -> float:
        """Producer's accuracy (PA): how much of what is there was found."""
        return _share(self.true_positive, self.true_positive + self.false_negative)

    @property
    def precision(self) -> float:
        """User's accuracy (UA): how much of what was found is there."""
        return _share(self.true_positive, self.true_positive + self.false_positive)

    @property
    def specificity(self) -> float:
        """Recall of the negatives."""
        return _share(self.true_negative, self.true_negative + self.false_positive)

    @property
    def boa(self) -> float:
        """Balanced overall accuracy: the mean of recall and specificity."""
        return (self.recall + self.specificity) / 2

    @property
    def f1(self) -> float:
        """Harmonic mean of recall and precision."""
        return _share(2 * self.true_positive, 2 * self.true_positive + self.false_positive + self.false_negative)

    @property
    def iou(self) -> float:
        """Intersection over union."""
        return _share(self.true_positive, self.true_positive + self.false_positive + self.false_negative)


def confusion_matrix(reference: np.ndarray, mask: np.ndarray, classes: int = CLASS_COUNT) -> np.ndarray:
    """Count the pairs of classes.

    Parameters
    ----------
    reference, mask : integer arrays of one shape
        A pixel whose value in either is not 0 … classes-1 is left out.

    Returns
    -------
    (classes, classes) int64
        Rows reference, columns mask.
    """
    reference, mask = np.asarray(reference), np.asarray(mask)
    counted = (reference >= 0) & (reference < classes) & (mask >= 0) & (mask < classes)
    pairs = reference[counted].astype(np.uint16) * classes + mask[counted].astype(np.uint16)
    return np.bincount(pairs, minlength=classes * classes).reshape(classes, classes)


def binary(matrix: np.ndarray, positives: Iterable[int]) -> Binary:
    """Reduce a confusion matrix to one question: is a pixel in the classes `positives`?

    Parameters
    ----------
    matrix : (classes, classes) int64
        From `confusion_matrix`.
    """
    chosen = np.zeros(len(matrix), bool)
    chosen[list(positives)] = True
    return Binary(
        true_positive=int(matrix[np.ix_(chosen, chosen)].sum()),
        false_positive=int(matrix[np.ix_(~chosen, chosen)].sum()),
        false_negative=int(matrix[np.ix_(chosen, ~chosen)].sum()),
        true_negative=int(matrix[np.ix_(~chosen, ~chosen)].sum()),
    )


def merged(matrix: np.ndarray, groups: Sequence[Sequence[int]]) -> np.ndarray:
    """Add up the rows and columns of a confusion matrix by groups of classes.

    Parameters
    ----------
    matrix : (classes, classes) int64
        From `confusion_matrix`.

    Returns
    -------
    (groups, groups) int64
    """
    return np.array([[matrix[np.ix_(list(row), list(column))].sum() for column in groups] for row in groups])


def overall_accuracy(matrix: np.ndarray) -> float:
    """Share of pixels on the diagonal, 0 … 1; not-a-number for an empty matrix.

    Parameters
    ----------
    matrix : (classes, classes) int64
        From `confusion_matrix`.

    Returns
    -------
    float
    """
    return _share(int(np.trace(matrix)), int(matrix.sum()))


def cohen_kappa(matrix: np.ndarray) -> float:
    """Agreement beyond chance; not-a-number where chance is certain.

    Parameters
    ----------
    matrix : (classes, classes) int64
        From `confusion_matrix`.

    Returns
    -------
    float
        1 at most; 0 is what chance gives.

    References
    ----------
    Cohen 1960, A coefficient of agreement for nominal scales, doi:10.1177/001316446002000104
    """
    total = float(matrix.sum())
    if not total:
        return math.nan
    chance = float((matrix.sum(0) / total) @ (matrix.sum(1) / total))
    return (overall_accuracy(matrix) - chance) / (1 - chance) if chance < 1 else math.nan


def wilson_interval(successes: int, trials: int, z: float = 1.959964) -> tuple[float, float]:
    """95 % confidence interval of a share (Wilson 1927, doi:10.1080/01621459.1927.10502953)."""
    if not trials:
        return math.nan, math.nan
    share = successes / trials
    centre = (share + z * z / (2 * trials)) / (1 + z * z / trials)
    half = z / (1 + z * z / trials) * math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials))
    return max(0.0, centre - half), min(1.0, centre + half)


@dataclass(frozen=True)
class Spread:
    """Share in % of patches whose PA (or UA) is low (< 0.1), middle (0.1 … 0.9, both ends in) and high (> 0.9)."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True)
class ProtocolRow:
    """One row of the published table. `patches` is how many have a BOA at all."""

    algorithm: str
    experiment: str
    patches: int
    boa: float
    pa: Spread
    ua: Spread


def protocol_row(
    algorithm: str, experiment: str, cloud_cover: np.ndarray, recall: np.ndarray, precision: np.ndarray, boa: np.ndarray
) -> ProtocolRow:
    """Sum up the patches as figure 10 and its table do: median BOA of all; PA and UA of those with cloud cover > 0.

    Parameters
    ----------
    cloud_cover, recall, precision, boa : (patches,) float
        0 … 1; not-a-number where undefined, which is left out.
    """
    cloudy = np.asarray(cloud_cover) > 0
    defined = np.asarray(boa)[~np.isnan(boa)]
    return ProtocolRow(
        algorithm=algorithm,
        experiment=experiment,
        patches=int(defined.size),
        boa=float(np.median(defined)) if defined.size else math.nan,
        pa=_spread(np.asarray(recall)[cloudy]),
        ua=_spread(np.asarray(precision)[cloudy]),
    )


def _spread(values: np.ndarray) -> Spread:
    values = values[~np.isnan(values)]
    if not values.size:
        return Spread(math.nan, math.nan, math.nan)
    low, high = 100 * float(np.mean(values < 0.1)), 100 * float(np.mean(values > 0.9))
    return Spread(low, 100 * float(np.mean((values >= 0.1) & (values <= 0.9))), high)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else math.nan
