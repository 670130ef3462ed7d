"""What a run says to a person: a bar, and sentences that do not run into it."""

import io

import pytest

from s2cloudmask.core.events import BarReporter, make_reporter


class Terminal(io.StringIO):
    """A standard error that is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_note_stands_on_a_line_of_its_own(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    reporter = BarReporter()
    reporter.progress("P", "read", 0.3)
    assert "30%" in terminal.getvalue()
    reporter.note("A note.")
    assert terminal.getvalue().endswith("\r\x1b[KA note.\n")
    reporter.progress("P", "read", 1.0)
    reporter.error("P", "internal", "It failed.")
    assert terminal.getvalue().endswith("\r\x1b[KP: It failed.\n")


def test_an_unknown_kind_of_progress_is_refused():
    with pytest.raises(ValueError, match="circus"):
        make_reporter("circus")
