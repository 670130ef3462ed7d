"""Files from outside: their hash, and TOML read with a limit."""

from __future__ import annotations

import hashlib
import time
import tomllib
from pathlib import Path

from ..errors import EngineError

LARGEST_TOML = 1 << 20  # bytes
SETTLED_NS = 2_000_000_000  # a file older than that has the time of its last write, on every file system


_hashes: dict[Path, tuple[tuple[int, ...], str]] = {}  # of files that have not changed since


def file_sha256(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal. Errors: missing-model (it cannot be read)."""
    try:
        with open(path, "rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise EngineError("missing-model", f"{path} cannot be read ({error.strerror}). Check the file.") from error


def weights_sha256(path: Path) -> str:
    """As `file_sha256`, but a file that has not changed is read once: a run asks again for each of its products.

    A file that was written just now is always read: another write might leave its time and size as they are.
    """
    try:
        now = path.stat()
    except OSError:
        return file_sha256(path)
    state = now.st_size, now.st_mtime_ns, now.st_ctime_ns, now.st_ino
    known = _hashes.get(path)
    if known and known[0] == state:
        return known[1]
    digest = file_sha256(path)
    if time.time_ns() - max(now.st_mtime_ns, now.st_ctime_ns) > SETTLED_NS:
        _hashes[path] = state, digest
    return digest


def read_toml(path: Path) -> dict:
    """The table in a TOML file. Errors: bad-settings."""

    try:
        if path.stat().st_size > LARGEST_TOML:
            raise ValueError(f"it is larger than {LARGEST_TOML >> 20} MB")
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise EngineError("bad-settings", f"{path} is not a readable TOML file: {error}. Correct it.") from error
