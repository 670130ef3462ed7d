"""The review dock: masks of a folder checked by eye, tile by tile and point by point, every judgement kept at once."""

from __future__ import annotations

import os

from qgis.core import QgsProject, QgsSettings
from qgis.gui import QgsDockWidget, QgsFileWidget
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ..teaching.teaching import Teaching
from .dock_keys import add_review_keys
from .engine import ReviewEngine
from .judging import ReviewJudging
from .keys import ReviewKeys
from .labels import LabelFile
from .mask_list import ReviewMask, find_masks, folder_of_masks
from .painting import ReviewPainting
from .points import ReviewPoints
from .product_below import ProductBelow
from .products import product_of
from .project_masks import fill_masks, shares_text
from .refining import ReviewRefining
from .status import ReviewStatus
from .tiles import ReviewTiles, command_for, tiles_from_event
from .upper_part import UpperPart
from .verdicts import Subject
from .view import ReviewView

FOLDER_KEY = "s2cloudmask/review/folder"
OUTPUT_FOLDER_KEY = "s2cloudmask/mask/folder"  # of the dialog

translate = QCoreApplication.translate


class ReviewDock(QgsDockWidget):
    """Lives as long as the plugin. Closing it takes its picture and mask off the map; `open` brings them back."""

    live_asked = pyqtSignal(str)  # the switch of the live mask, with the path of the product under review

    def __init__(self, iface, parent=None) -> None:
        super().__init__(translate("ReviewDock", "Cloud mask review"), parent)
        self.setObjectName("s2cloudmask_review")
        self._panel = uic.loadUi(os.path.join(os.path.dirname(__file__), "dock.ui"), QWidget())
        self.setWidget(self._panel)
        self._upper = UpperPart(self._panel.upper)
        self._folder = QgsFileWidget(self)
        self._folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self._folder.setDialogTitle(translate("ReviewDock", "Folder of cloud masks"))
        self._panel.folder_place.addWidget(self._folder)
        self._panel.folder_label.setBuddy(self._folder.lineEdit())
        self._engine = ReviewEngine(self)
        self._view = ReviewView(self._panel, iface.mapCanvas())
        self._tiles = ReviewTiles(self._panel.tiles, self._panel.order_note)
        self._points = ReviewPoints(self._panel, self._engine)
        self._below = ProductBelow(self._panel, self._engine, self._view)
        self._judging = ReviewJudging(self._panel)
        self._refining = ReviewRefining(self._panel, self._engine, self._view, iface.mapCanvas())
        self._painting = ReviewPainting(self._panel, iface.mapCanvas(), self._engine)
        self._status = ReviewStatus(self._panel)
        self._teaching = Teaching(self._panel, iface)
        self._keys = ReviewKeys(self)
        self._canvas = iface.mapCanvas()
        self._masks: list[ReviewMask] = []
        self._mask: ReviewMask | None = None
        self._labels: LabelFile | None = None
        self._connect()
        self._show_mask(None)

    # What the plugin calls.

    def open(self) -> None:
        """Show the dock with the folder it had before."""
        self.show()
        self.raise_()
        self._keys.is_active = True
        if self._mask is not None:
            self._show_mask(self._mask)
        elif not self._masks:
            remembered = (QgsSettings().value(key, "", type=str) for key in (FOLDER_KEY, OUTPUT_FOLDER_KEY))
            folders = (self._folder.filePath(), folder_of_masks(QgsProject.instance()), *remembered)
            folder = next((path for path in folders if path and os.path.isdir(path)), "")
            if folder:
                self.open_folder(folder)

    def end(self) -> None:
        """Let go of everything for the unloading of the plugin."""
        self._rest()
        self._refining.close()
        self._teaching.close()
        self._painting.close()
        self._view.close()
        QgsProject.instance().cleared.disconnect(self._forget_project)
        for widget in self._key_widgets():
            widget.removeEventFilter(self._keys)

    def showEvent(self, event) -> None:
        """Called by Qt: only now are fonts and style known that say how wide the panel must be."""
        self._upper.fit_width()
        super().showEvent(event)

    def closeEvent(self, event) -> None:
        """Called by Qt when the user closes the dock."""
        self._rest()
        super().closeEvent(event)

    def open_folder(self, folder: str) -> None:
        """Show the masks of a folder, and what was said of them before."""
        self._show_mask(None)
        if self._folder.filePath() != folder:
            self._folder.blockSignals(True)
            self._folder.setFilePath(folder)
            self._folder.blockSignals(False)
        self._labels, self._masks = LabelFile(folder), []
        try:
            self._status.say("")
            self._masks = find_masks(folder)
            self._judging.set_folder(folder)
        except (OSError, ValueError) as error:
            self._status.warn(str(error))
        fill_masks(self._panel.masks, self._masks, self._judging.word_of)
        if self._masks:
            QgsSettings().setValue(FOLDER_KEY, folder)
        elif not self._panel.status.text():
            self._status.warn(
                translate(
                    "ReviewDock", "There is no cloud mask in {folder}. Choose the output folder of a run."
                ).format(folder=folder)
            )

    def show_live(self, is_on: bool) -> None:
        """Show whether the live mask is on."""
        self._panel.live.setChecked(is_on)

    # Set-up.

    def _connect(self) -> None:
        panel = self._panel
        self._folder.fileChanged.connect(self._choose_folder)
        panel.masks.currentItemChanged.connect(self._choose_mask)
        panel.other.currentIndexChanged.connect(self._compare)
        panel.back.clicked.connect(lambda: self._tiles.step(-1))
        panel.forward.clicked.connect(lambda: self._tiles.step(1))
        panel.tabs.currentChanged.connect(self._change_page)
        self._tiles.chosen.connect(self._choose_subject)
        self._points.reached.connect(lambda x, y, begun: self._reach_point(x, y, begun))
        for part in (self._points, self._judging, self._painting):
            part.saved.connect(self._status.tell_saved)
        for part in (self._points, self._judging, self._painting, self._refining, self._view):
            part.problem.connect(self._status.warn)
        for made in (self._painting.saved, self._refining.written):
            made.connect(self._show_written)
        self._view.shown.connect(self._tell_side)
        self._judging.kept.connect(self._show_word)
        self._teaching.told.connect(self._status.say)
        panel.live.clicked.connect(lambda: self.live_asked.emit(product_of(self._mask) if self._mask else ""))
        panel.teach.clicked.connect(lambda: self._teaching.ask(self._masks, self._mask, self._labels))
        QgsProject.instance().cleared.connect(self._forget_project)
        for widget in self._key_widgets():
            widget.installEventFilter(self._keys)
        add_review_keys(self._keys, panel, self._view, self._tiles, self._points, self._judging)
        self._keys.add(Qt.Key.Key_Z, self._painting.undo, Qt.KeyboardModifier.ControlModifier)

    def _choose_folder(self, folder: str) -> None:
        if os.path.isdir(folder):
            self.open_folder(folder)

    def _key_widgets(self) -> list:
        panel = self._panel
        return [self._canvas, panel.masks, panel.tiles, panel.tabs, panel.draw, panel.paint]

    # The masks of the folder.

    def _choose_mask(self, *_) -> None:
        row = self._panel.masks.indexOfTopLevelItem(self._panel.masks.currentItem())
        if 0 <= row < len(self._masks):
            self._show_mask(self._masks[row])

    def _show_mask(self, mask: ReviewMask | None) -> None:
        """Show a mask from its beginning: as a whole, compared with none."""
        self._judging.set_subject(None)
        self._mask = mask
        for kind in ("product", "tiles"):
            self._engine.forget(kind)
        panel = self._panel
        for widget in (panel.tabs, panel.other, panel.flicker, panel.swipe, panel.only_class, panel.outline):
            widget.setEnabled(mask is not None)
        panel.other.blockSignals(True)
        panel.other.clear()
        panel.other.addItem(translate("ReviewDock", "No other mask"), None)
        if mask is not None:
            for other in self._masks:
                if other.product == mask.product and other.path != mask.path:
                    panel.other.addItem(other.made_by, other)
        panel.other.blockSignals(False)
        panel.shares.setText("" if mask is None else shares_text(mask))
        self._points.set_mask(mask, self._labels)
        self._refining.set_mask(mask)
        self._painting.set_mask(mask)
        if mask is None:
            self._view.clear()
            self._tiles.begin(None, self._judging.word_of)
            self._below.forget()
            return
        self._compare()
        self._below.look_for(mask)

    def _compare(self, *_) -> None:
        mask, other = self._mask, self._panel.other.currentData()
        if mask is None:
            return
        try:
            self._view.show_mask(mask, other)
        except ValueError as error:
            self._status.warn(str(error))
            return
        self._tiles.begin(mask, self._judging.word_of)
        text = translate("ReviewDock", "Score tiles of {name}").format(name=mask.name)
        self._engine.ask("tiles", text, command_for(mask, other), self._take_tiles, self._tiles.set_problem)
        self._change_page()

    def _take_tiles(self, event: dict) -> None:
        self._tiles.set_tiles(*tiles_from_event(event), self._judging.word_of)

    # What is looked at.

    def _choose_subject(self, subject: Subject) -> None:
        self._judging.set_subject(subject)
        if self._panel.tabs.currentWidget() is not self._panel.tiles_page:
            return
        self._view.zoom_to(subject.bounds)
        self._view.show_frame(subject.bounds)

    def _show_written(self, path: str) -> None:
        self.open_folder(self._folder.filePath())
        for row in (row for row, mask in enumerate(self._masks) if os.path.samefile(mask.path, path)):
            self._panel.masks.setCurrentItem(self._panel.masks.topLevelItem(row))
        self._status.tell_saved(path)

    def _show_word(self, subject: Subject, word: str) -> None:
        self._tiles.show_verdict(subject, word)
        if not subject.tile:
            self._panel.masks.topLevelItem(self._masks.index(subject.mask)).setText(3, word)

    # The pages.

    def _change_page(self, *_) -> None:
        page = self._panel.tabs.currentWidget()
        if page is not self._panel.paint_page:
            self._panel.paint.setChecked(False)
        if page is not self._panel.tiles_page:
            self._view.show_frame(None)
        if page is self._panel.points_page:
            self._points.show_present()
            return
        self._view.show_point(None)
        if self._tiles.subject is not None and page is self._panel.tiles_page:
            self._choose_subject(self._tiles.subject)

    def _reach_point(self, x: float, y: float, begun: bool) -> None:
        if self._panel.tabs.currentWidget() is self._panel.points_page:
            if begun:
                self._view.hide_mask()
            self._view.show_point((x, y), closer=begun)

    def _tell_side(self, side) -> None:
        if self._mask is not None and self._panel.other.currentData() is not None and not self._view.is_refined:
            name = self._panel.other.currentText() if side == 1 else self._mask.made_by
            self._status.say(translate("ReviewDock", "Shown now: {name}").format(name=name))

    # Coming and going.

    def _rest(self) -> None:
        self._judging.keep_note()
        self._keys.is_active = False
        self._painting.rest()
        self._engine.close()
        self._refining.rest()
        self._view.clear()

    def _forget_project(self) -> None:
        """Another project: the picture went with the one before, and comes back when it is asked for."""
        QTimer.singleShot(0, self._return)

    def _return(self) -> None:
        if self.isVisible() and self._mask is not None:
            self._show_mask(self._mask)
