"""One question for all masks of a run whose place other masks have: overwrite, keep both or skip."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace

from qgis.core import Qgis
from qgis.PyQt.QtCore import QCoreApplication, QObject, QTimer

from ..runs.mask_task import MaskRun
from .dialog_messages import DialogMessages

_WAIT_MS = 100  # the engine tells of all of them at once, before the first mask is made

translate = QCoreApplication.translate


class MasksThere(QObject):
    """Asks while the other products of the run are at work. An answer holds for what the run meets later, too.

    again: takes the run that an answer asks for. skip: takes the paths that stay as they are.
    """

    def __init__(
        self, messages: DialogMessages, again: Callable[[MaskRun], object], skip: Callable[[list[str]], object]
    ) -> None:
        super().__init__(messages)
        self._messages, self._again, self._skip = messages, again, skip
        self._run: MaskRun | None = None
        self._paths: list[str] = []
        self._answer: Callable[[MaskRun], object] | None = None
        self._item = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._ask)

    def add(self, run: MaskRun, path: str) -> None:
        """A product of `run` has another mask in its place."""
        if run is not self._run:
            self._run, self._paths, self._answer = run, [], None
        self._paths.append(path)
        self._timer.start()

    def _ask(self) -> None:
        if self._answer is not None:
            self._take(self._answer)
            return
        self._messages.take_away(self._item)
        text = translate("MaskDialog", "%n mask(s) exist already, made with other settings.", None, len(self._paths))
        answers = (
            (translate("MaskDialog", "Overwrite"), self._overwrite),
            (translate("MaskDialog", "Keep both"), self._keep_both),
            (translate("MaskDialog", "Skip"), self._leave),
        )
        told = [(label, lambda answer=answer: self._take(answer)) for label, answer in answers]
        self._item = self._messages.ask(text, told, Qgis.MessageLevel.Warning)

    def _take(self, answer: Callable[[MaskRun], object]) -> None:
        """Answer for the products of the run that are asked about."""
        self._answer, self._item = answer, None
        paths, self._paths = self._paths, []
        if self._run is not None:
            products = tuple(product for product in self._run.products if product.path in paths)
            answer(replace(self._run, products=products))

    def _overwrite(self, run: MaskRun) -> None:
        self._again(replace(run, settings=replace(run.settings, overwrite=True)))

    def _keep_both(self, run: MaskRun) -> None:
        """The new masks go into a folder below, named for network and resolution."""
        name = f"{os.path.basename(run.settings.model)} {run.settings.resolution} m"
        self._again(replace(run, folder=os.path.join(run.folder, name)))

    def _leave(self, run: MaskRun) -> None:
        self._skip([product.path for product in run.products])
