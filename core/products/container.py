"""The files of a product, wherever they lie: a folder, a zip or a .tar. Only files inside it can be named."""

from __future__ import annotations

import os
import re
import stat
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import EngineError
from .address import METADATA_FILES, is_address
from .foreign import why_not
from .remote_container import RemoteContainer, open_remote
from .sealed import MAX_DEPTH, MAX_FILES, is_clutter, read_entry, read_metadata, zip_names
from .spoilt import (
    IN_ICLOUD,
    begins_as_zip,
    link_out,
    pointer_of,
    why_compressed,
    why_not_whole,
    why_split,
    why_spoilt,
)
from .tar_archive import read_tar_entry, tar_names


@dataclass(frozen=True)
class Container:
    """A folder or an archive: its `path` as the user gave it and the relative `names` (POSIX form) of its files.

    archive: "zip", "tar", or "" for a folder. entries: of an archive, the name that each file has in there. links: of a
    folder, the links that are not followed, each with what it is and the way out.
    """

    path: Path
    archive: str
    names: tuple[str, ...]
    entries: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)

    @property
    def stem(self) -> str:
        """Name of the product on disk, without .zip, .tar, .SAFE and .zarr."""
        name = self.path.name
        for suffix in (".zip", ".tar", ".SAFE", ".zarr"):
            if name.lower().endswith(suffix.lower()):
                name = name[: -len(suffix)]
        return name or "product"

    def gdal_path(self, name: str) -> str:
        """Path under which GDAL opens the file `name`."""
        if self.archive:
            inner = f"./{name}" if self.entries[name].startswith(".\\") else name  # so GDAL calls it
            place = self.path.as_posix()
            # GDAL counts the braces; without them a name must end as archives do.
            place = place if place.count("{") != place.count("}") else f"{{{place}}}"
            return f"/vsi{self.archive}/{place}/{inner}"
        return str(self.path / name)

    def read(self, name: str) -> bytes:
        """Bytes of a metadata file. EngineError when it cannot be read or is absurdly large."""
        if self.archive == "zip":
            return read_entry(lambda: open(self.path, "rb"), self.entries[name], str(self.path))
        if self.archive == "tar":
            return read_tar_entry(self.path, self.entries[name], name)
        if pointer := pointer_of(self.path / name):
            raise EngineError("broken-metadata", f"{name} in {self.path} {pointer}")
        return read_metadata(lambda: open(self.path / name, "rb"), name, str(self.path))


def open_container(path: str | os.PathLike[str]) -> Container | RemoteContainer:
    """Open a folder, a zip or a .tar, here or under an address; a metadata file stands for its folder.

    Raises EngineError `not-a-product` when there is nothing to read, `broken-zip` for an archive that is
    cut off, encrypted or names files outside itself.
    """
    if is_address(os.fspath(path)):
        return open_remote(os.fspath(path))
    place = Path(os.path.abspath(path))
    if not os.fspath(path):
        raise EngineError("not-a-product", "The path of the product is empty. Give a .SAFE folder or its .zip.")
    if not _is_text(str(place)):
        raise EngineError(
            "not-a-product", f"{str(place)!a} is not readable text, which GDAL needs. Rename the product."
        )
    try:
        mode = place.stat().st_mode
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise EngineError(
            "not-a-product", why_not(place) or f"{place} cannot be opened ({reason}). Check the path of the product."
        ) from error
    if stat.S_ISDIR(mode):
        return _folder(place)
    if place.name.lower() in METADATA_FILES or (place.suffix.lower() == ".xml" and "MTD" in place.name.upper()):
        return _folder(place.parent)
    if stat.S_ISREG(mode):
        archive = place.suffix.lower() in (".zip", ".tar")
        if archive and (why := why_compressed(place)):
            raise EngineError("not-a-product", why)
        if archive and not pointer_of(place) and (why := _why_broken(place)):
            raise EngineError("broken-zip", f"{place} {why}")
        if place.suffix.lower() == ".tar" and not begins_as_zip(place):
            entries = tar_names(place)
            return Container(place, "tar", _in_sight(entries), entries)
        why = why_not(place)
        if not why and (place.suffix.lower() == ".zip" or zipfile.is_zipfile(place)):
            entries = zip_names(lambda: place.open("rb"), str(place))
            if any("//" in stored.replace("\\", "/") for stored in entries.values()):
                raise EngineError(
                    "broken-zip",
                    f"{place} names its files with doubled slashes, which GDAL does not read. Unpack it and give the "
                    ".SAFE folder.",
                )
            return Container(place, "zip", _in_sight(entries), entries)
        if not why and place.suffix.lower() == ".safe" and (spoilt := why_spoilt(place)):
            why = f"{place} {spoilt}"
        if why:
            raise EngineError("not-a-product", why)
    raise EngineError(
        "not-a-product",
        f"{place} is not a Sentinel-2 product. Give a .SAFE folder, its .zip, or a folder in cloud-archive layout.",
    )


def _why_broken(place: Path) -> str:
    """Why an archive cannot be read, and the way out; empty where it may be whole."""
    spoilt = why_spoilt(place) or why_split(place)
    if spoilt or not (begins_as_zip(place) and zipfile.is_zipfile(place)):
        return why_not_whole(place) or spoilt
    return ""


def _folder(place: Path) -> Container:
    names, links = _folder_names(place)
    return Container(place, "", _in_sight(names), links={name: links[name] for name in _in_sight(links)})


def _in_sight(names: Iterable[str]) -> tuple[str, ...]:
    """`names` without what systems leave beside the user's files."""
    return tuple(name for name in names if not is_clutter(name))


def _is_text(name: str) -> bool:
    """Whether a name can be written in UTF-8: one of other bytes holds surrogates."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _folder_names(root: Path) -> tuple[tuple[str, ...], dict[str, str]]:
    """Names of the files in a folder and below, and the links there that are not followed, with what they are."""
    names: list[str] = []
    links: dict[str, str] = {}
    try:
        real_root = os.path.realpath(root)
        roots = (real_root + os.sep, *_stores_above(real_root))
        for folder, folders, files in os.walk(root, onerror=_raise):
            inside = Path(folder).relative_to(root)
            if len(inside.parts) >= MAX_DEPTH:
                folders.clear()
            for name in folders:
                where = os.path.join(folder, name)
                if os.path.islink(where):
                    links[(inside / name).as_posix()] = link_out(Path(where))
            for file in files:
                where = os.path.join(folder, file)
                if waiting := re.fullmatch(r"\.(.+)\.icloud", file):
                    links[(inside / waiting[1]).as_posix()] = IN_ICLOUD
                # A link out of the product could make us read any file of the user's.
                if os.path.islink(where) and not (os.path.exists(where) and os.path.realpath(where).startswith(roots)):
                    links[(inside / file).as_posix()] = link_out(Path(where))
                    continue
                if not os.path.isfile(where):  # a named pipe or a device would hold us up for ever
                    links[(inside / file).as_posix()] = "no file but a pipe or a device. Put the file itself there."
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
    return tuple(sorted(names)), links


def _stores_above(folder: str) -> tuple[str, ...]:
    """Where git-annex and DVC keep the content of the files around `folder`: their links are the files themselves."""
    inside = (os.path.join(".git", "annex", "objects"), os.path.join(".dvc", "cache"))
    stores = [os.path.join(place, store) for place in map(str, Path(folder).parents) for store in inside]
    # One that is a link itself could lead anywhere.
    return tuple(store + os.sep for store in stores if os.path.isdir(store) and os.path.realpath(store) == store)


def _raise(error: OSError) -> None:
    raise error
