"""A product in a .tar, as some archives deliver them: listed and read where it lies."""

from __future__ import annotations

import tarfile
from contextlib import ExitStack
from pathlib import Path, PurePosixPath
from typing import IO

from ..errors import EngineError
from .sealed import MAX_FILES, only_outside, outside, read_metadata


def tar_names(path: Path) -> dict[str, str]:
    """Names of the files in a .tar, each with the name it has there. EngineError `broken-zip`."""
    names: dict[str, str] = {}
    beyond = ""
    try:
        with tarfile.open(path, "r:") as archive:
            for entry in archive:
                if not entry.isfile():  # folders, and links, which could lead out
                    continue
                if outside(entry.name):
                    beyond = beyond or entry.name
                    continue
                if any("\ud800" <= letter <= "\udfff" for letter in entry.name):  # which GDAL is not given
                    raise EngineError(
                        "broken-zip",
                        f"{path} names its files in letters that are not UTF-8 ({entry.name!a:.80}). Unpack it and "
                        "give the .SAFE folder.",
                    )
                names[PurePosixPath(entry.name).as_posix()] = entry.name
                if len(names) > MAX_FILES:
                    raise EngineError("broken-zip", f"{path} holds more than {MAX_FILES} files; no product does.")
    except (tarfile.TarError, EOFError, OSError, ValueError) as error:
        raise EngineError(
            "broken-zip", f"{path} is not a whole .tar file ({error}). Download the product again."
        ) from error
    if not names and beyond:
        raise only_outside(str(path), beyond)
    return names


def read_tar_entry(path: Path, entry: str, name: str) -> bytes:
    """Bytes of the metadata file `name`, stored as `entry`. EngineError `broken-metadata`."""

    def open_entry() -> IO[bytes]:
        archive = stack.enter_context(tarfile.open(path, "r:"))  # noqa: SIM115
        file = archive.extractfile(entry)
        if file is None:
            raise OSError("it is no file")
        return file

    with ExitStack() as stack:
        try:
            return read_metadata(open_entry, name, str(path))
        except (tarfile.TarError, KeyError) as error:
            raise EngineError(
                "broken-zip", f"{name} in {path} cannot be unpacked ({error}). Download the product again."
            ) from error
