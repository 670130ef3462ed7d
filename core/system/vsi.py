"""Files that lie where GDAL's virtual file systems reach: a bucket, a web server. Listing, reading, uploading.

rasterio opens rasters there but lists no folder and reads no XML. So these few functions of GDAL's C interface
(port/cpl_vsi.h, stable since GDAL 2) are called in the very library that rasterio has loaded, with its credentials,
proxies and retries. https://gdal.org/en/stable/user/virtual_file_systems.html
"""

from __future__ import annotations

import ctypes
import errno
import functools
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import rasterio
import rasterio._base

_CHUNK = 8 * 1024 * 1024


class _Entry(ctypes.Structure):
    """The head of VSIDIREntry."""

    _fields_ = [("name", ctypes.c_char_p), ("mode", ctypes.c_int), ("size", ctypes.c_uint64)]


@functools.cache
def _library() -> ctypes.CDLL:

    home = Path(rasterio._base.__file__)
    if sys.platform == "win32":  # a name is looked for in one library only there
        libraries = [*home.parents[1].glob("rasterio.libs/gdal*.dll"), *Path(sys.prefix).glob("Library/bin/gdal*.dll")]
        library = ctypes.CDLL(str(libraries[0] if libraries else "gdal.dll"))
    else:
        library = ctypes.CDLL(str(home))
    text, pointer, number = ctypes.c_char_p, ctypes.c_void_p, ctypes.c_uint64
    for name, result, arguments in (
        ("VSIFOpenL", pointer, (text, text)),
        ("VSIFSeekL", ctypes.c_int, (pointer, number, ctypes.c_int)),
        ("VSIFTellL", number, (pointer,)),
        ("VSIFReadL", ctypes.c_size_t, (pointer, ctypes.c_size_t, ctypes.c_size_t, pointer)),
        ("VSIFWriteL", ctypes.c_size_t, (pointer, ctypes.c_size_t, ctypes.c_size_t, pointer)),
        ("VSIFCloseL", ctypes.c_int, (pointer,)),
        ("VSIUnlink", ctypes.c_int, (text,)),
        ("VSIOpenDir", pointer, (text, ctypes.c_int, ctypes.POINTER(text))),
        ("VSIGetNextDirEntry", ctypes.POINTER(_Entry), (pointer,)),
        ("VSICloseDir", None, (pointer,)),
        ("CPLGetLastErrorMsg", text, ()),
        ("CPLErrorReset", None, ()),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


@contextmanager
def _gdal(path: str) -> Iterator[ctypes.CDLL]:
    """The library, in rasterio's environment: certificates, options; GDAL's messages do not reach standard error."""

    with rasterio.Env():
        library = _library()
        library.CPLErrorReset()
        yield library


def _failed(library: ctypes.CDLL, path: str) -> OSError:
    said = (library.CPLGetLastErrorMsg() or b"").decode("utf-8", "replace")
    return OSError(errno.EIO, said or "no such file, or no permission", path)


class VsiFile(io.RawIOBase):
    """A file that GDAL reads, as a binary file of Python's. OSError with GDAL's words when it cannot be opened."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._handle = None
        with _gdal(path) as library:
            self._handle = library.VSIFOpenL(path.encode(), b"rb")
            if not self._handle:
                raise _failed(library, path)
            library.VSIFSeekL(self._handle, 0, os.SEEK_END)
            self._size = library.VSIFTellL(self._handle)
            library.VSIFSeekL(self._handle, 0, os.SEEK_SET)
        self._place = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always."""
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place; OSError before the beginning."""
        place = offset + {os.SEEK_SET: 0, os.SEEK_CUR: self._place, os.SEEK_END: self._size}[whence]
        if place < 0:
            raise OSError(errno.EINVAL, "seek before the beginning", self._path)
        self._place = place
        return place

    def tell(self) -> int:
        """The place in the file."""
        return self._place

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # Buffer has a name from 3.12 on
        """Fill `buffer` as far as the file goes; OSError when fewer bytes come than the file has."""
        wanted = max(0, min(len(buffer), self._size - self._place))
        if not wanted:
            return 0
        with _gdal(self._path) as library:
            library.VSIFSeekL(self._handle, self._place, os.SEEK_SET)
            target = (ctypes.c_char * wanted).from_buffer(buffer)
            if library.VSIFReadL(target, 1, wanted, self._handle) != wanted:
                raise _failed(library, self._path)
        self._place += wanted
        return wanted

    def close(self) -> None:
        """Close; safe to call twice."""
        if self._handle:
            handle, self._handle = self._handle, None
            _library().VSIFCloseL(handle)
        super().close()


def open_file(path: str) -> io.BufferedReader:
    """A file under a GDAL path for reading, in pieces of 64 KB. OSError."""
    return io.BufferedReader(VsiFile(path), 65536)


def list_files(folder: str, most: int, depth: int, prefix: str = "") -> list[str]:
    """Relative names of the files below `folder`, `depth` folders deep (-1: all); at most one more than `most`.

    prefix: only files whose names begin so (looked for by the server where it can). OSError when nothing can be listed.
    """
    names: list[str] = []
    with _gdal(folder) as library:
        options = (ctypes.c_char_p * 3)(b"NAME_AND_TYPE_ONLY=YES", f"PREFIX={prefix}".encode() if prefix else None)
        directory = library.VSIOpenDir(folder.encode(), depth, options)
        if not directory:
            raise _failed(library, folder)
        try:
            while len(names) <= most and (entry := library.VSIGetNextDirEntry(directory)):
                name = (entry.contents.name or b"").decode("utf-8", "surrogateescape")
                if entry.contents.mode & 0o170000 != 0o040000 and name.rpartition("/")[2].startswith(prefix):
                    names.append(name)
        finally:
            library.VSICloseDir(directory)
    return sorted(names)


def upload(source: Path, target: str) -> None:
    """Copy a local file to a GDAL path and see that it is there whole. OSError with GDAL's words."""
    with _gdal(target) as library, open(source, "rb") as file:
        handle = library.VSIFOpenL(target.encode(), b"wb")
        if not handle:
            raise _failed(library, target)
        whole = True
        while whole and (data := file.read(_CHUNK)):
            whole = library.VSIFWriteL(data, 1, len(data), handle) == len(data)
        if library.VSIFCloseL(handle) != 0 or not whole:
            raise _failed(library, target)
    with VsiFile(target) as written:
        if written.seek(0, os.SEEK_END) != source.stat().st_size:
            raise OSError(errno.EIO, "not all of it arrived", target)


def remove(path: str) -> None:
    """Remove a file under a GDAL path, where there is one. OSError when it is still there."""
    with _gdal(path) as library:
        library.VSIUnlink(path.encode())
    try:
        VsiFile(path).close()
    except OSError:
        return
    raise PermissionError(errno.EACCES, "the former file cannot be removed", path)
