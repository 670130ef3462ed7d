"""The random points of a review and their labels, kept in a CSV beside the masks."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import datetime, timezone

from .accuracy import LABELS
from .table import ReviewTable

FILE_NAME = "review_points.csv"
_COLUMNS = ("mask", "point", "x", "y", "stratum", "stratum_pixels", "label", "time")


@dataclass(frozen=True)
class LabelledPoint:
    """A point in the mask's CRS, the class of the mask there, and a person's label (empty: not yet)."""

    number: int
    x: float
    y: float
    stratum: str
    label: str = ""


@dataclass(frozen=True)
class PointSet:
    """The points of one mask in the order they are labelled, and the pixels of each stratum in the whole mask."""

    points: tuple[LabelledPoint, ...]
    pixels: dict[str, int]

    def labelled(self, place: int, label: str) -> PointSet:
        """The same with another label at one place."""
        point = replace(self.points[place], label=label)
        return PointSet((*self.points[:place], point, *self.points[place + 1 :]), self.pixels)

    def with_more(self, drawn: PointSet) -> PointSet:
        """These and what was drawn since, but for places that are among these, numbered on."""
        known = {(point.x, point.y) for point in self.points}
        new = [point for point in drawn.points if (point.x, point.y) not in known]
        last = self.points[-1].number
        numbered = (replace(point, number=number) for number, point in enumerate(new, last + 1))
        return PointSet((*self.points, *numbered), drawn.pixels)

    def first_open(self) -> int:
        """The place of the first point without a label; the last place when all have one."""
        return next((place for place, point in enumerate(self.points) if not point.label), len(self.points) - 1)

    @property
    def done(self) -> int:
        """How many have a label."""
        return sum(bool(point.label) for point in self.points)


def points_from_event(event: dict) -> PointSet:
    """Points from the engine's `result` of `sample-points`. ValueError when it is of another shape."""
    try:
        points = tuple(
            LabelledPoint(number, float(point["x"]), float(point["y"]), str(point["stratum"]))
            for number, point in enumerate(event["points"], 1)
        )
        pixels = {name: int(event["pixels"].get(name, 0)) for name in LABELS}
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a result of sample-points: {error!r}") from error
    if not points:
        raise ValueError("a result of sample-points without points")
    return PointSet(points, pixels)


class LabelFile:
    """The points on the masks of a folder; written at once, continued by the next session."""

    def __init__(self, folder: str) -> None:
        self._table = ReviewTable(os.path.join(folder, FILE_NAME), ("mask", "point"), _COLUMNS)

    @property
    def path(self) -> str:
        """Where they are kept."""
        return self._table.path

    def of(self, mask: str) -> PointSet | None:
        """The points of a mask (by its name), None when none were drawn. OSError or ValueError when the file cannot be
        read."""
        rows = sorted((row for row in self._table.rows() if row["mask"] == mask), key=lambda row: int(row["point"]))
        if not rows:
            return None
        return PointSet(tuple(map(_point, rows)), {row["stratum"]: int(row["stratum_pixels"]) for row in rows})

    def labelled(self) -> dict[str, list[LabelledPoint]]:
        """The points that were given a class, by the name of their mask. OSError or ValueError when the file cannot be
        read."""
        found: dict[str, list[LabelledPoint]] = {}
        for row in self._table.rows():
            if row["label"] in LABELS:
                found.setdefault(row["mask"], []).append(_point(row))
        return found

    def put(self, mask: str, points: PointSet, places: range | None = None) -> None:
        """Keep points (those at `places`, or all of them); they are on the disk when this returns. OSError or
        ValueError when they cannot be."""
        now = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        self._table.put(
            {
                "mask": mask,
                "point": str(point.number),
                "x": f"{point.x:.10g}",
                "y": f"{point.y:.10g}",
                "stratum": point.stratum,
                "stratum_pixels": str(points.pixels.get(point.stratum, 0)),
                "label": point.label,
                "time": now if point.label else "",
            }
            for point in (points.points[place] for place in (places or range(len(points.points))))
        )


def _point(row: dict[str, str]) -> LabelledPoint:
    return LabelledPoint(int(row["point"]), float(row["x"]), float(row["y"]), row["stratum"], row["label"])
