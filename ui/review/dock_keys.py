"""The keys of the review dock: what each does on the page that is open."""

from __future__ import annotations

from functools import partial

from qgis.PyQt.QtCore import Qt

from .accuracy import CLEAR, CLOUD, SHADOW, UNSURE
from .judging import ReviewJudging
from .keys import ReviewKeys
from .points import ReviewPoints
from .tiles import ReviewTiles
from .verdicts import GOOD, USABLE, WRONG
from .view import ReviewView


def add_review_keys(
    keys: ReviewKeys, panel, view: ReviewView, tiles: ReviewTiles, points: ReviewPoints, judging: ReviewJudging
) -> None:
    """Space, N and B, the verdicts of tiles, the labels of points, Shift and the arrows for the swipe."""

    def on(page) -> bool:
        return panel.tabs.currentWidget() is page

    def step(by: int) -> None:
        if on(panel.tiles_page):
            tiles.step(by)
        elif on(panel.points_page):
            points.step(by)

    def judge(word: str) -> None:
        if on(panel.tiles_page):
            judging.judge(word)

    def label(word: str) -> None:
        if on(panel.points_page):
            points.label(word)

    keys.add(Qt.Key.Key_Space, view.flicker)
    keys.add(Qt.Key.Key_N, lambda: step(1))
    keys.add(Qt.Key.Key_B, lambda: step(-1))
    for key, word in ((Qt.Key.Key_G, GOOD), (Qt.Key.Key_U, USABLE), (Qt.Key.Key_W, WRONG)):
        keys.add(key, partial(judge, word))
    labels = {Qt.Key.Key_1: CLEAR, Qt.Key.Key_2: CLOUD, Qt.Key.Key_3: SHADOW, Qt.Key.Key_0: UNSURE}
    for key, word in labels.items():
        keys.add(key, partial(label, word))
    keys.add(Qt.Key.Key_Left, lambda: view.move_split(-0.02), Qt.KeyboardModifier.ShiftModifier)
    keys.add(Qt.Key.Key_Right, lambda: view.move_split(0.02), Qt.KeyboardModifier.ShiftModifier)
