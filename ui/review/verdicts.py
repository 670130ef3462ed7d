"""What a person thinks of masks and their tiles, kept in a CSV beside the masks."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime, timezone

from .mask_list import ReviewMask
from .table import ReviewTable

FILE_NAME = "review_verdicts.csv"
GOOD, USABLE, WRONG = "good", "usable", "wrong"
VERDICTS = (GOOD, USABLE, WRONG)
_COLUMNS = ("mask", "tile", "verdict", "note", "product", "model", "resolution", "bounds", "score", "time")


@dataclass(frozen=True)
class Subject:
    """What is judged: a mask as a whole (no `tile`), or one of its tiles, with its bounds and score for the record."""

    mask: ReviewMask
    tile: str = ""
    bounds: tuple[float, float, float, float] | None = None
    score: float | None = None


@dataclass(frozen=True)
class Verdict:
    """Good, usable, wrong, or empty while there is only a note."""

    verdict: str = ""
    note: str = ""


class VerdictFile:
    """The verdicts on the masks of a folder; written at once, continued by the next session."""

    def __init__(self, folder: str) -> None:
        self._table = ReviewTable(os.path.join(folder, FILE_NAME), ("mask", "tile"), _COLUMNS)
        self._verdicts: dict[tuple[str, str], Verdict] = {}

    @property
    def path(self) -> str:
        """Where they are kept."""
        return self._table.path

    def load(self) -> None:
        """Read what is there. OSError or ValueError when that fails."""
        self._verdicts = {
            (row["mask"], row["tile"]): Verdict(row.get("verdict", ""), row.get("note", ""))
            for row in self._table.rows()
        }

    def of(self, mask: ReviewMask, tile: str = "") -> Verdict:
        """The verdict on a mask or a tile of it."""
        return self._verdicts.get((mask.name, tile), Verdict())

    def put(self, subject: Subject, verdict: Verdict) -> None:
        """Keep a verdict; it is on the disk when this returns. OSError or ValueError when it cannot be."""
        if verdict == self.of(subject.mask, subject.tile):
            return
        mask = subject.mask
        row = {
            "mask": mask.name,
            "tile": subject.tile,
            "verdict": verdict.verdict,
            "note": verdict.note,
            "product": mask.product,
            "model": mask.model,
            "resolution": str(mask.resolution),
            "bounds": " ".join(f"{value:.10g}" for value in subject.bounds or ()),
            "score": "" if subject.score is None else f"{subject.score:.4f}",
            "time": datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
        }
        self._table.put([row])
        self._verdicts[mask.name, subject.tile] = verdict
