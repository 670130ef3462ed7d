"""How right a mask is, from points that a person labelled: stratified estimators with their confidence intervals.

Olofsson et al. 2014, Good practices for estimating area and assessing accuracy of land change, Remote Sensing of
Environment 148, 42-57, doi:10.1016/j.rse.2014.02.015: equations 1 to 3 (accuracies), 4 (area proportions) and 5 to 7
(variances).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

CLEAR, CLOUD, SHADOW, UNSURE = "clear", "cloud", "shadow", "unsure"
LABELS = (CLEAR, CLOUD, SHADOW)
_Z = 1.959964  # of the normal distribution, for an interval of 95 %


@dataclass(frozen=True)
class Estimate:
    """A share (0…1) and half the width of its 95 % confidence interval."""

    value: float
    half_width: float

    @property
    def interval(self) -> tuple[float, float]:
        """The confidence interval, within 0…1."""
        return max(0.0, self.value - self.half_width), min(1.0, self.value + self.half_width)


@dataclass(frozen=True)
class Accuracy:
    """Accuracies of a mask. `overall` is None while a stratum has fewer than two labelled points; `users` and
    `producers` lack the classes for which they cannot be said. `counts[stratum][label]` are the points themselves."""

    overall: Estimate | None
    users: dict[str, Estimate]
    producers: dict[str, Estimate]
    counts: dict[str, dict[str, int]]

    @property
    def points(self) -> int:
        """How many labelled points went in."""
        return sum(sum(row.values()) for row in self.counts.values())


def estimate(
    labels: Iterable[tuple[str, str]], pixels: Mapping[str, float], classes: tuple[str, ...] = LABELS
) -> Accuracy:
    """Accuracy from pairs (stratum in the mask, label by a person); labels that are no class are left out.

    `pixels`: how many each stratum has in the whole mask; its share is its weight.
    """
    counts = {stratum: dict.fromkeys(classes, 0) for stratum in classes}
    for stratum, label in labels:
        if label in classes and stratum in counts:
            counts[stratum][label] += 1
    sizes = {name: sum(row.values()) for name, row in counts.items()}
    total = sum(pixels.get(name, 0) for name in classes)
    weights = {name: pixels.get(name, 0) / total if total else 0.0 for name in classes}
    there = [name for name in classes if weights[name] > 0]

    users = {}
    for name in there:
        if sizes[name] >= 2:
            share = counts[name][name] / sizes[name]
            users[name] = _estimate(share, share * (1 - share) / (sizes[name] - 1))  # equations 2 and 6
    overall, producers = None, {}
    if there and len(users) == len(there):
        value = sum(weights[name] * users[name].value for name in there)  # equation 1
        variance = sum(
            weights[name] ** 2 * users[name].value * (1 - users[name].value) / (sizes[name] - 1) for name in there
        )  # equation 5
        overall = _estimate(value, variance)
        for name in classes:
            # Equation 4: the share of the area that is of this class by the labels.
            area = sum(weights[row] * counts[row][name] / sizes[row] for row in there)
            if area > 0:
                producers[name] = _producer(name, area, there, weights, counts, sizes)
    return Accuracy(overall, users, producers, counts)


def _producer(name: str, area: float, there: list[str], weights, counts, sizes) -> Estimate:
    """Equations 3 and 7, in shares of the area in place of pixels."""
    right = weights[name] * counts[name][name] / sizes[name] if name in there else 0.0
    value = right / area
    variance = 0.0
    for row in there:
        share = counts[row][name] / sizes[row]
        part = weights[row] ** 2 * share * (1 - share) / (sizes[row] - 1)
        variance += part * ((1 - value) ** 2 if row == name else value**2)
    return _estimate(value, variance / area**2)


def _estimate(value: float, variance: float) -> Estimate:
    return Estimate(value, _Z * math.sqrt(max(0.0, variance)))
