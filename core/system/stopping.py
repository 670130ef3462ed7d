"""How a run ends early: signals, a closed standard input, and the unfinished folders that must then go.

A signal handler in Python runs only between two byte codes of the main thread, which may sit for seconds inside
native code (a network being compiled, a band being decoded). So a thread of our own waits for the signal's wake-up
byte, removes what is unfinished and ends the process at once.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

INTERRUPTED = 130
LONGEST_REMOVAL = 0.5  # seconds: on Windows nothing removes a file that is still open

_unfinished: set[Path] = set()
_children: list[Callable[[], None]] = []
_lock = threading.Lock()
_asked = threading.Event()  # set by a signal, in the main thread


def register(folder: Path) -> None:
    """From now on `folder` is removed with all it holds when the run is ended early."""
    with _lock:
        _unfinished.add(folder)


def make_registered(folder: Path) -> None:
    """Make `folder`, registered; no early end comes between the two. OSError when it cannot be made."""
    with _lock:
        folder.mkdir()
        _unfinished.add(folder)


def release(folder: Path) -> None:
    """`folder` is finished or gone."""
    with _lock:
        _unfinished.discard(folder)


def end_with(end_children: Callable[[], None]) -> None:
    """From now on an early end calls `end_children` as well, which must not take longer than a second."""
    _children.append(end_children)


def end_now(silent: bool = False) -> None:
    """Remove what is unfinished and end the process with exit status 130. Does not return."""
    with _lock:  # held to the end, so that no other thread can start something new or rename something half-made
        for path in _unfinished:
            if path.is_dir():
                _remove(path)
            else:
                with contextlib.suppress(OSError):
                    path.unlink()
        for end_children in _children:
            with contextlib.suppress(Exception):
                end_children()
        if not silent:
            with contextlib.suppress(OSError, ValueError):
                sys.stderr.write("Stopped; nothing unfinished was kept.\n")
                sys.stderr.flush()
        os._exit(INTERRUPTED)


def _remove(folder: Path) -> None:
    """Take `folder` away, though other threads go on making files in it; once it is gone they cannot."""
    give_up = time.monotonic() + LONGEST_REMOVAL
    while folder.exists() and time.monotonic() < give_up:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def finishing() -> Iterator[None]:
    """Within it finished files are renamed into place: an early end comes before or after, not between."""
    with _lock:
        yield
    end_if_asked()


def end_if_asked() -> None:
    """End now if a signal came: on a busy machine its own thread may be late, and the run over first."""
    if _asked.is_set():
        end_now()


def watch_signals() -> None:
    """End at once on SIGINT and SIGTERM. Call from the main thread, once."""
    reader, writer = socket.socketpair()
    writer.setblocking(False)
    signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: _asked.set())

    def wait() -> None:
        while True:
            got = reader.recv(1)
            if got and got[0] in (signal.SIGINT, signal.SIGTERM):
                end_now()

    threading.Thread(target=wait, name="signals", daemon=True).start()
    watch_signals.keep = (reader, writer)  # type: ignore[attr-defined]  # the sockets live as long as the process


def watch_parent() -> None:
    """End at once when standard input closes: the program that started us is gone or wants us to stop."""

    def wait() -> None:
        try:
            while os.read(0, 4096):
                pass
        except OSError:
            pass
        end_now()

    threading.Thread(target=wait, name="parent", daemon=True).start()
