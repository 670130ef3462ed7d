"""Files in the making: one folder that names its owner, published by renaming, cleared when its owner is gone."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import json
import os
import shutil
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from contextvars import ContextVar
from pathlib import Path

from ..errors import EngineError
from ..system import stopping

_OWNER = "owner.json"


ABANDONED = 1800  # seconds without a change, after which another host's folder counts as abandoned


# Name of a run on many hosts, which begins a mask again only when the host that began it is lost.
RUN: ContextVar[str] = ContextVar("RUN", default="")


@contextlib.contextmanager
def unfinished_folder(target: Path) -> Iterator[Path]:
    """A folder beside `target` for what is not finished yet; it goes when the block is left, in whatever way.

    Its name is the target's, so two runs that write the same mask meet here: EngineError `busy` for the second. What a
    killed run left behind is taken away. EngineError `output-folder` when nothing can be written there.
    """
    folder = _folder(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            stopping.make_registered(folder)
        except FileExistsError:
            if _alive(folder):
                raise EngineError(
                    "busy", f"{target} is being written by another run. Wait for it, or choose another folder."
                ) from None
            shutil.rmtree(folder)
            stopping.make_registered(folder)
        try:
            (folder / _OWNER).write_text(
                json.dumps({"host": socket.gethostname(), "process": os.getpid(), "born": _born(os.getpid()),
                            "run": RUN.get()}), "utf-8",
            )  # fmt: skip
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            stopping.release(folder)
    except OSError as error:
        raise output_error(error, target) from error


def take_away_abandoned(target: Path) -> None:
    """Remove what a run left that was killed when `target` had its name already."""
    folder = _folder(target)
    if folder.is_dir() and not _alive(folder):
        shutil.rmtree(folder, ignore_errors=True)


def _folder(target: Path) -> Path:
    return target.parent / f".{target.stem}.part"


def output_error(error: OSError, target: Path) -> EngineError:
    """The sentence for a failed write of `target`."""
    if error.errno == errno.ENOSPC:
        return EngineError(
            "disk-full", f"The disk of {target.parent} is full. Free some space, or choose another folder."
        )
    if error.errno == errno.ENAMETOOLONG:
        return EngineError(
            "output-folder", f"The name {target.name} is too long for its disk. Rename the product, or use --mask-file."
        )
    return EngineError(
        "output-folder", f"{target.parent} cannot be written ({error.strerror or error}). Choose another output folder."
    )


def _born(process: int) -> str:
    """When a process started, where the system tells (Linux): its number alone may have been reused.

    Empty for a zombie.
    """
    try:
        facts = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
        return "" if facts[0] in "ZX" else facts[19]
    except (OSError, IndexError):
        return ""


def _alive(folder: Path) -> bool:
    try:
        owner = json.loads((folder / _OWNER).read_text("utf-8"))
        process, host, born = int(owner["process"]), owner["host"], owner["born"]
    except (OSError, ValueError, KeyError, TypeError):
        # Just made by another run that has not written its name yet, or left behind long ago.
        with contextlib.suppress(OSError):
            return abs(time.time() - folder.stat().st_mtime) < 10  # a clock may have been set back
        return False
    if host != socket.gethostname():
        # On a shared drive nobody can tell but by the time; its own host clears it at once.
        return not (RUN.get() and RUN.get() == owner.get("run")) and _touched(folder) > time.time() - ABANDONED
    if os.name == "nt":
        return process == os.getpid() or _alive_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return _born(process) == born


def _touched(folder: Path) -> float:
    """When something in `folder` was last written, in seconds of the epoch."""
    with contextlib.suppress(OSError):
        return max(path.stat().st_mtime for path in (folder, *folder.iterdir()))
    return 0.0


def _alive_on_windows(process: int) -> bool:

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]  # of Windows
    handle = kernel.OpenProcess(0x1000, False, process)  # PROCESS_QUERY_LIMITED_INFORMATION
    if handle:
        kernel.CloseHandle(handle)
    return bool(handle)


def publish(
    folder: Path,
    target_folder: Path,
    names: Sequence[str],
    obsolete: Sequence[Path] = (),
    announce: Callable[[], None] = lambda: None,
    elsewhere: Sequence[tuple[Path, Path]] = (),
) -> None:
    """Rename finished files into `target_folder`, the mask itself, the last of `names`, at the end: never there alone.

    A former mask goes first, so that it never lies beside the provenance of the new one; `obsolete` files go with it.
    elsewhere: finished files with places of their own, on the same disk each, which are renamed before those.
    announce: says that the files are there. An early end comes before all of this or after it.
    """
    moves = [*elsewhere, *((folder / name, target_folder / name) for name in names)]
    try:
        for made, _ in moves:  # on the disk first: else a power cut may leave the name and not what it names
            with open(made, "rb+") as file:
                os.fsync(file.fileno())
    except OSError as error:
        raise output_error(error, target_folder / names[-1]) from error
    with stopping.finishing():
        try:
            for former in (target_folder / names[-1], *obsolete):
                former.unlink(missing_ok=True)
            for made, place in moves:
                os.replace(made, place)
        except OSError as error:
            raise output_error(error, target_folder / names[-1]) from error
        announce()
