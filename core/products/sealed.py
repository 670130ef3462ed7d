"""Metadata read with limits: an archive or a file from outside may be made to harm."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import PurePosixPath
from typing import IO

from ..errors import EngineError

MAX_FILES = 20_000


MAX_DEPTH = 8


MAX_METADATA_BYTES = 16 * 1024 * 1024  # a full MTD_TL.xml is about 0.6 MB; 16 MB of empty elements take 0.4 GB parsed


MAX_RATIO = 1000  # of an entry's size to its compressed size, beyond which a metadata file is a bomb


def read_entry(open_zip: Callable[[], IO[bytes]], name: str, path: str) -> bytes:
    """Bytes of the metadata file `name` of a zip, which messages call `path`. EngineError `broken-zip` or as below."""

    def open_entry() -> IO[bytes]:
        archive = stack.enter_context(zipfile.ZipFile(stack.enter_context(open_zip())))
        entry = archive.getinfo(name)
        if entry.file_size > max(MAX_RATIO * entry.compress_size, 1024 * 1024):
            raise EngineError("broken-zip", f"{name} in {path} is a zip bomb; the file is not read.")
        return archive.open(entry)

    with ExitStack() as stack:
        try:
            return read_metadata(open_entry, name, path)
        except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
            raise _not_unpacked(name, path, error) from error
        except Exception as error:  # zlib.error and lzma.LZMAError share no base class
            if type(error).__module__ in ("zlib", "lzma", "_lzma", "bz2"):
                raise _not_unpacked(name, path, error) from error
            raise


def _not_unpacked(name: str, path: str, error: Exception) -> EngineError:
    return EngineError("broken-zip", f"{name} in {path} cannot be unpacked ({error}). Download the product again.")


def read_metadata(open_it: Callable[[], IO[bytes]], name: str, path: str) -> bytes:
    """Bytes of a metadata file of the product `path`. EngineError `broken-metadata`: unreadable, or absurdly large."""
    try:
        with open_it() as file:
            data = file.read(MAX_METADATA_BYTES + 1)
    except OSError as error:
        raise EngineError("broken-metadata", f"{name} in {path} cannot be read ({error.strerror or error}).") from error
    if len(data) > MAX_METADATA_BYTES:
        raise EngineError(
            "broken-metadata",
            f"{name} in {path} is larger than {MAX_METADATA_BYTES >> 20} MB; metadata files are never that large.",
        )
    return data


METHODS = {
    9: "Deflate64",
    12: "BZip2",
    14: "LZMA",
    93: "Zstandard",
    95: "XZ",
    98: "PPMd",
}  # of zips (APPNOTE.TXT, 4.4.5)
ZARR_METADATA = (".zmetadata", ".zgroup", ".zattrs", ".zarray")


def is_clutter(name: str) -> bool:
    """Whether a file is what systems leave beside the user's: `._x`, `.DS_Store`, `__MACOSX/`, `@eaDir/`."""
    parts = (part for part in name.split("/") if part not in (".", *ZARR_METADATA))
    return any(part.startswith((".", "__MACOSX", "@eaDir")) for part in parts)


def outside(name: str) -> bool:
    """Whether a name in an archive leads out of it: absolute, with a drive, or by `..`."""
    pure = PurePosixPath(name.replace("\\", "/"))
    return pure.is_absolute() or ".." in pure.parts or bool(pure.parts and ":" in pure.parts[0])


def zip_names(open_zip: Callable[[], IO[bytes]], path: str) -> dict[str, str]:
    """Names of the files in a zip, which messages call `path`, each with the name it has there.

    PowerShell 5 writes \\ where / belongs, others begin with `./`. A file whose name leads out of the zip is none of
    the product's and is left out. EngineError `broken-zip`.
    """
    try:
        with open_zip() as file, zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise EngineError(
            "broken-zip", f"{path} is not a whole zip file ({error}). Download the product again."
        ) from error
    if len(entries) > MAX_FILES:
        raise EngineError("broken-zip", f"{path} holds more than {MAX_FILES} files; no product does.")
    names: dict[str, str] = {}
    beyond = ""
    for entry in entries:
        if entry.filename.endswith(("/", "\\")):
            continue
        if entry.flag_bits & 0x1:
            raise EngineError("broken-zip", f"{path} is encrypted. Unpack it and give the folder.")
        if outside(entry.filename):
            beyond = beyond or entry.filename
            continue
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            method = METHODS.get(entry.compress_type, f"method {entry.compress_type}")
            raise EngineError(
                "broken-zip",
                f"{path} is compressed by {method}, which is not read in place. Unpack it and give the .SAFE folder.",
            )
        if stat.S_ISLNK(entry.external_attr >> 16):
            continue
        # As GDAL knows it: with /, and without ./ before it.
        names[PurePosixPath(entry.filename.replace("\\", "/")).as_posix()] = entry.filename
    if not names and beyond:
        raise only_outside(path, beyond)
    return dict(sorted(names.items()))


def only_outside(path: str, name: str) -> EngineError:
    """What to say of an archive whose files all have names that lead out of it."""
    return EngineError(
        "broken-zip",
        f"{path} names all its files outside itself, such as {name!r}. Unpack it and give the .SAFE folder.",
    )
