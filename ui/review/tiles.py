"""The tiles of a mask in the order in which they deserve a look; the first row stands for the mask as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QTreeWidget, QTreeWidgetItem

from ...bridge.box import box_of
from .mask_list import ReviewMask
from .verdicts import Subject

_FIGURE_SPACE = "\u2007"  # as wide as a digit

translate = QCoreApplication.translate


@dataclass(frozen=True)
class ReviewTile:
    """A tile: its name ("r03c11 of 256 px": the same in every session), bounds in the mask's CRS, score 0…1."""

    name: str
    bounds: tuple[float, float, float, float]
    score: float


def tiles_from_event(event: dict) -> tuple[str, tuple[ReviewTile, ...]]:
    """What the tiles are ordered by, and the tiles, from the engine's `result` of `tile-scores`. ValueError when it is
    of another shape."""
    try:
        side = int(event["side"])
        tiles = tuple(
            ReviewTile(
                f"r{int(tile['row']):02}c{int(tile['column']):02} / {side} px",
                box_of(tile["bounds"]),
                float(tile["score"]),
            )
            for tile in event["tiles"]
        )
        return str(event["kind"]), tiles
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a result of tile-scores: {error!r}") from error


def command_for(mask: ReviewMask, other: ReviewMask | None) -> list[str]:
    """The engine's command that scores the tiles: by another mask where there is one, else by confidence or borders."""
    command = ["tile-scores", mask.path, "--progress", "json"]
    if other is not None:
        command += ["--other", other.path]
    elif mask.confidence:
        command += ["--confidence", mask.confidence]
    return command


class ReviewTiles(QObject):
    """Fills a tree widget; `chosen` carries the Subject of the row that the user goes to."""

    chosen = pyqtSignal(object)

    def __init__(self, tree: QTreeWidget, note: QLabel) -> None:
        super().__init__(tree)
        self._tree, self._note = tree, note
        self._mask: ReviewMask | None = None
        self._subjects: list[Subject] = []
        tree.currentItemChanged.connect(self._tell)

    @property
    def subject(self) -> Subject | None:
        """What the present row stands for."""
        row = self._tree.indexOfTopLevelItem(self._tree.currentItem())
        return self._subjects[row] if 0 <= row < len(self._subjects) else None

    @property
    def count(self) -> int:
        """How many tiles there are."""
        return max(0, len(self._subjects) - 1)

    def begin(self, mask: ReviewMask | None, verdict_of) -> None:
        """Show a mask without its tiles, which come when they are scored; `verdict_of` (Subject) gives the verdict's
        word."""
        self._mask = mask
        self._fill([Subject(mask)] if mask is not None else [], verdict_of)
        self._note.setText(translate("ReviewTiles", "Looking for the tiles to see first…") if mask is not None else "")
        self._tell()

    def set_tiles(self, kind: str, tiles: tuple[ReviewTile, ...], verdict_of) -> None:
        """Show the tiles of the present mask, the first ones first."""
        mask = self._mask
        if mask is None:
            return
        words = {
            "uncertainty": translate("ReviewTiles", "The most uncertain tiles first"),
            "difference": translate("ReviewTiles", "The tiles where the two masks differ most first"),
            "borders": translate(
                "ReviewTiles", "The tiles with most class borders first (the mask has no confidence raster)"
            ),
        }
        self._note.setText(words.get(kind, kind))
        heads = {
            "uncertainty": translate("ReviewTiles", "Uncertain"),
            "difference": translate("ReviewTiles", "Different"),
            "borders": translate("ReviewTiles", "Borders"),
        }
        self._tree.headerItem().setText(1, heads.get(kind, kind))
        # The whole mask stays what is looked at: tiles that come late must not move the map.
        self._fill([Subject(mask), *(Subject(mask, tile.name, tile.bounds, tile.score) for tile in tiles)], verdict_of)

    def set_problem(self, sentence: str) -> None:
        """Say why there are no tiles."""
        self._note.setText(sentence)

    def show_verdict(self, subject: Subject, word: str) -> None:
        """Show another verdict on a tile, or on the whole mask."""
        if subject in self._subjects:
            self._tree.topLevelItem(self._subjects.index(subject)).setText(2, word)

    def step(self, by: int) -> None:
        """Go to the next or the one before."""
        row = self._tree.indexOfTopLevelItem(self._tree.currentItem()) + by
        if 0 <= row < self._tree.topLevelItemCount():
            self._tree.setCurrentItem(self._tree.topLevelItem(row))

    def _fill(self, subjects: list[Subject], verdict_of) -> None:
        self._tree.blockSignals(True)
        self._tree.clear()
        self._subjects = subjects
        for number, subject in enumerate(subjects):
            if subject.score is not None:
                rank = str(number).rjust(len(str(len(subjects))), _FIGURE_SPACE)
                words = [f"{rank}   {subject.tile.partition(' ')[0]}", f"{100 * subject.score:.1f} %"]
            else:
                words = [translate("ReviewTiles", "Whole mask"), ""]
            item = QTreeWidgetItem([*words, verdict_of(subject)])
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if subject.tile:
                item.setToolTip(0, subject.tile)
            self._tree.addTopLevelItem(item)
        if subjects:
            self._tree.setCurrentItem(self._tree.topLevelItem(0))
        self._tree.resizeColumnToContents(0)
        self._tree.blockSignals(False)

    def _tell(self, *_) -> None:
        if self.subject is not None:
            self.chosen.emit(self.subject)
