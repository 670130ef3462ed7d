"""The files of a product, wherever they lie: a folder or a zip. Only files inside it can be named."""

from __future__ import annotations

import os
import stat
import zipfile
from dataclasses import dataclass
from pathlib import Path

from ..errors import EngineError
from .address import is_address
from .remote_container import RemoteContainer, open_remote
from .sealed import MAX_DEPTH, MAX_FILES, read_entry, read_metadata, zip_names


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
