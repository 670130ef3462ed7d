"""The verdict and the note on what is looked at, a mask or a tile of it; kept as soon as they are given."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication, QObject, QTimer, pyqtSignal

from .verdicts import GOOD, USABLE, WRONG, Subject, Verdict, VerdictFile

_NOTE_MS = 400  # a note is kept when the typing pauses

translate = QCoreApplication.translate


class ReviewJudging(QObject):
    """Joins the verdict's buttons and the note with their file. `kept` (Subject, the verdict's word) and `saved` (path)
    tell what was kept, `problem` (a sentence) that it could not be."""

    kept = pyqtSignal(object, str)
    saved = pyqtSignal(str)
    problem = pyqtSignal(str)

    def __init__(self, panel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._file: VerdictFile | None = None
        self._subject: Subject | None = None
        self._buttons = {GOOD: panel.good, USABLE: panel.usable, WRONG: panel.wrong}
        self._words = {
            GOOD: translate("ReviewJudging", "good"),
            USABLE: translate("ReviewJudging", "usable"),
            WRONG: translate("ReviewJudging", "wrong"),
        }
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_NOTE_MS)
        self._timer.timeout.connect(self.keep_note)
        for word, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, word=word: self.judge(word))
        panel.note.textEdited.connect(lambda _text: self._timer.start())
        panel.note.editingFinished.connect(self.keep_note)

    def set_folder(self, folder: str) -> None:
        """Take up the verdicts in a folder. OSError or ValueError when they cannot be read."""
        self.set_subject(None)
        self._file = VerdictFile(folder)
        self._file.load()

    def set_subject(self, subject: Subject | None) -> None:
        """Keep the note on what was judged before, and show what was said of this."""
        self.keep_note()
        self._subject = subject
        verdict = Verdict() if subject is None else self._verdict_on(subject)
        self._panel.note.setText(verdict.note)
        self._panel.note.setModified(False)
        self._check(verdict)
        if subject is not None and subject.tile:
            text = translate("ReviewJudging", "Verdict on tile {tile}").format(tile=subject.tile.partition(" ")[0])
        else:
            text = translate("ReviewJudging", "Verdict on the whole mask")
        self._panel.subject.setText(text)

    def judge(self, word: str) -> None:
        """Say what it is worth; the same word again takes it back."""
        if self._subject is not None:
            before = self._verdict_on(self._subject).verdict
            self._keep(self._subject, "" if word == before else word)

    def keep_note(self) -> None:
        """Keep the note if it was changed."""
        self._timer.stop()
        if self._subject is not None and self._panel.note.isModified():
            self._keep(self._subject, self._verdict_on(self._subject).verdict)

    def word_of(self, subject: Subject) -> str:
        """The verdict as a word of the user's language."""
        return self._words.get(self._verdict_on(subject).verdict, "")

    def _verdict_on(self, subject: Subject) -> Verdict:
        return self._file.of(subject.mask, subject.tile) if self._file is not None else Verdict()

    def _keep(self, subject: Subject, word: str) -> None:
        if self._file is None:
            return
        try:
            self._file.put(subject, Verdict(word, self._panel.note.text().strip()))
        except (OSError, ValueError) as error:
            text = translate(
                "ReviewJudging",
                "The verdict could not be saved ({reason}). Close the file elsewhere, then judge again.",
            )
            self.problem.emit(text.format(reason=error))
        else:
            self._panel.note.setModified(False)
            self.saved.emit(self._file.path)
        self._check(self._verdict_on(subject))
        self.kept.emit(subject, self.word_of(subject))

    def _check(self, verdict: Verdict) -> None:
        for word, button in self._buttons.items():
            button.setChecked(verdict.verdict == word)
