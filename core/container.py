"""The files of a product, wherever they lie: a folder or a zip. Only files inside it can be named."""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from .errors import EngineError
from .remote import RemoteContainer, is_address, open_remote

MAX_FILES = 20_000
MAX_DEPTH = 8
MAX_METADATA_BYTES = 16 * 1024 * 1024  # a full MTD_TL.xml is about 0.6 MB; 16 MB of empty elements take 0.4 GB parsed
MAX_RATIO = 1000  # of an entry's size to its compressed size, beyond which a metadata file is a bomb


@dataclass(frozen=True)
class Container:
    """A folder or a zip: its `path` as the user gave it and the relative `names` (POSIX form) of its files."""

    path: Path
    is_zip: bool
    names: tuple[str, ...]

    @property
    def stem(self) -> str:
        """Name of the product on disk, without .zip and .SAFE."""
        name = self.path.name
        for suffix in (".zip", ".SAFE"):
            if name.lower().endswith(suffix.lower()):
                name = name[: -len(suffix)]
        return name or "product"

    def gdal_path(self, name: str) -> str:
        """Path under which GDAL opens the file `name`."""
        if self.is_zip:
            return f"/vsizip/{{{self.path.as_posix()}}}/{name}"
        return str(self.path / name)

    def read(self, name: str) -> bytes:
        """Bytes of a metadata file. EngineError when it cannot be read or is absurdly large."""
        if self.is_zip:
            return read_entry(lambda: open(self.path, "rb"), name, str(self.path))
        return read_metadata(lambda: open(self.path / name, "rb"), name, str(self.path))


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
            "broken-metadata", f"{name} in {path} is larger than {MAX_METADATA_BYTES >> 20} MB, no metadata file is."
        )
    return data


def open_container(path: str | os.PathLike[str]) -> Container | RemoteContainer:
    """Open a folder or a zip, here or under an address; a metadata file inside a product stands for its folder.

    Raises EngineError `not-a-product` when there is nothing to read, `broken-zip` for an archive that is
    cut off, encrypted or names files outside itself.
    """
    if is_address(os.fspath(path)):
        return open_remote(os.fspath(path))
    place = Path(os.path.abspath(path))
    if not os.fspath(path):
        raise EngineError("not-a-product", "The path of the product is empty. Give a .SAFE folder or its .zip.")
    if not _is_text(str(place)):
        raise EngineError("not-a-product", f"{str(place)!a} is no readable text, which GDAL needs. Rename the product.")
    try:
        mode = place.stat().st_mode
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise EngineError(
            "not-a-product", f"{place} cannot be opened ({reason}). Check the path of the product."
        ) from error
    if stat.S_ISDIR(mode):
        return Container(place, False, _folder_names(place))
    if place.name.lower() in ("manifest.safe", "metadata.xml") or (
        place.suffix.lower() == ".xml" and "MTD" in place.name
    ):
        return Container(place.parent, False, _folder_names(place.parent))
    if stat.S_ISREG(mode) and (place.suffix.lower() == ".zip" or zipfile.is_zipfile(place)):
        return Container(place, True, zip_names(lambda: open(place, "rb"), str(place)))
    raise EngineError(
        "not-a-product",
        f"{place} is not a Sentinel-2 product. Give a .SAFE folder, its .zip, or a folder in cloud-archive layout.",
    )


def _is_text(name: str) -> bool:
    """Whether a name can be written in UTF-8: one of other bytes holds surrogates."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _folder_names(root: Path) -> tuple[str, ...]:
    names: list[str] = []
    try:
        real_root = os.path.realpath(root)
        for folder, folders, files in os.walk(root, onerror=_raise):
            inside = Path(folder).relative_to(root)
            if len(inside.parts) >= MAX_DEPTH:
                folders.clear()
            for file in files:
                where = os.path.join(folder, file)
                # A link out of the product could make us read any file of the user's.
                if os.path.islink(where) and not os.path.realpath(where).startswith(real_root + os.sep):
                    continue
                if not os.path.isfile(where):  # a named pipe or a device would hold us up for ever
                    continue
                names.append((inside / file).as_posix())
            if len(names) > MAX_FILES:
                raise EngineError(
                    "not-a-product", f"{root} holds more than {MAX_FILES} files. Give the folder of one product."
                )
    except OSError as error:
        raise EngineError(
            "not-a-product", f"{root} cannot be read ({error.strerror or error}). Check the folder and its permissions."
        ) from error
    return tuple(sorted(names))


def _raise(error: OSError) -> None:
    raise error


def zip_names(open_zip: Callable[[], IO[bytes]], path: str) -> tuple[str, ...]:
    """Names of the files in a zip, which messages call `path`. EngineError `broken-zip`."""
    try:
        with open_zip() as file, zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise EngineError(
            "broken-zip", f"{path} is not a whole zip file ({error}). Download the product again."
        ) from error
    if len(entries) > MAX_FILES:
        raise EngineError("broken-zip", f"{path} holds more than {MAX_FILES} files; no product does.")
    names: list[str] = []
    for entry in entries:
        if entry.is_dir():
            continue
        if entry.flag_bits & 0x1:
            raise EngineError("broken-zip", f"{path} is encrypted. Unpack it and give the folder.")
        pure = PurePosixPath(entry.filename.replace("\\", "/"))
        if pure.is_absolute() or ".." in pure.parts or (pure.parts and ":" in pure.parts[0]):
            raise EngineError(
                "broken-zip", f"{path} names a file outside itself ({entry.filename!r}); such an archive is not opened."
            )
        if stat.S_ISLNK(entry.external_attr >> 16):
            continue
        names.append(entry.filename)
    return tuple(sorted(names))
