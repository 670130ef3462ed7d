"""Files from outside: their hash, and TOML read with a limit."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

from ..errors import EngineError

LARGEST_TOML = 1 << 20  # bytes


def file_sha256(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal. Errors: missing-model (it cannot be read)."""
    digest = hashlib.sha256()
    try:
        with open(path, "rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
    except OSError as error:
        raise EngineError("missing-model", f"{path} cannot be read ({error.strerror}). Check the file.") from error
    return digest.hexdigest()


def read_toml(path: Path) -> dict:
    """The table in a TOML file. Errors: bad-settings."""

    try:
        if path.stat().st_size > LARGEST_TOML:
            raise ValueError(f"it is larger than {LARGEST_TOML >> 20} MB")
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise EngineError("bad-settings", f"{path} is not a readable TOML file: {error}. Correct it.") from error
