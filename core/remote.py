"""Products and masks under an address: s3://, gs://, az://, https://, or the path that GDAL has for it.

Only these are taken; whatever else GDAL could open (a program's output, memory, another protocol) is refused.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from . import stopping
from .errors import EngineError
from .events import Reporter

SCHEMES = {"s3://": "/vsis3/", "gs://": "/vsigs/", "az://": "/vsiaz/"}
BUCKETS = tuple(SCHEMES.values())
_WEB = re.compile(r"/vsicurl/https?://[^/?#]+/", re.IGNORECASE)
_ZIP = re.compile(r"/vsizip/(?:\{(?P<braced>.+?\.zip(?:\?[^}]*)?)\}|(?P<plain>.+?\.zip))/*$", re.IGNORECASE)
METADATA_FILE = re.compile(r"[/\\](manifest\.safe|metadata\.xml|[^/\\]*MTD[^/\\]*\.xml)$", re.IGNORECASE)
FILES_OF_A_MASK = ("qml", "json", "confidence", "mask")  # fields of a result event; the mask itself comes last


def is_address(path: str) -> bool:
    """Whether `path` is no file of this machine: `s3://…`, `https://…`, `/vsis3/…` and their like."""
    return path.startswith("/vsi") or re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", path) is not None


def gdal_address(address: str) -> str:
    """The path under which GDAL finds `address`; of `/vsizip/X` the X, as a zip is recognised by its name.

    EngineError `not-a-product` for an address of another kind.
    """
    path = address
    for scheme, prefix in SCHEMES.items():
        if path.lower().startswith(scheme):
            path = prefix + path[len(scheme) :]
    if re.match(r"https?://", path, re.IGNORECASE):
        path = f"/vsicurl/{path}"
    if match := _ZIP.match(path):
        inner = match["braced"] or match["plain"]
        return gdal_address(inner) if is_address(inner) else inner
    right = _WEB.match(path) or any(re.match(rf"{prefix}[^/]+", path) for prefix in BUCKETS)
    if not right or ".." in path.split("/") or any(ord(letter) < 32 for letter in path):
        raise EngineError(
            "not-a-product",
            f"{shown(address)} is no address that is read. Give s3://, gs://, az:// or https://, the same as GDAL's "
            "/vsis3/, /vsigs/, /vsiaz/ or /vsicurl/, or /vsizip/ before the address of a whole zip.",
        )
    return path.rstrip("/")


def shown(address: str) -> str:
    """`address` without what may be secret: a signature after the ?, a name and password before the host."""
    return re.sub(r"://[^/@]*@", "://", address.partition("?")[0]) if is_address(address) else address


def stem(path: str) -> str:
    """What names the masks of a product: the last part of its path or address, without .zip, .SAFE or .tif.

    Of a metadata file inside a product it is that of the product's folder.
    """
    path = METADATA_FILE.sub("", path)
    name = PurePosixPath(shown(path).rstrip("}/")).name if is_address(path) else os.path.basename(path.rstrip(os.sep))
    for suffix in (".zip", ".SAFE", ".tif", ".tiff"):
        if name.lower().endswith(suffix.lower()):
            name = name[: -len(suffix)]
    return name or "product"


class RemoteContainer:
    """A product under an address, with the names and reading of container.Container."""

    def __init__(self, place: str, names: tuple[str, ...], is_zip: bool) -> None:
        self._place, self.names, self.is_zip = place, names, is_zip
        self.path = shown(place)
        self.stem = stem(place)

    def gdal_path(self, name: str) -> str:
        """Path under which GDAL opens the file `name`."""
        return f"/vsizip/{{{self._place}}}/{name}" if self.is_zip else f"{self._place}/{name}"

    def read(self, name: str) -> bytes:
        """Bytes of a metadata file. EngineError when it cannot be read or is absurdly large."""
        from . import vsi
        from .container import read_entry, read_metadata

        if self.is_zip:
            return read_entry(lambda: vsi.open_file(self._place), name, self.path)
        return read_metadata(lambda: vsi.open_file(self.gdal_path(name)), name, self.path)


def open_remote(address: str) -> RemoteContainer:
    """List the product under an address. EngineError `not-a-product`, or `broken-zip` as for a local zip."""
    from . import vsi
    from .container import MAX_DEPTH, MAX_FILES, zip_names

    place = gdal_address(address)
    if place.partition("?")[0].lower().endswith(".zip"):
        try:
            file = vsi.open_file(place)
        except OSError as error:
            raise _unreadable(address, error) from error
        return RemoteContainer(place, zip_names(lambda: file, shown(place)), True)
    place = METADATA_FILE.sub("", place)
    try:
        # A bucket is one list; a web server is asked folder by folder.
        names = vsi.list_files(place, MAX_FILES, -1 if place.startswith(BUCKETS) else MAX_DEPTH)
    except OSError as error:
        if place.startswith("/vsicurl/"):
            raise EngineError(
                "not-a-product", f"{shown(address)} gives no list of its files, as most web servers. Give the address "
                "of the product's zip, or its folder in a bucket (s3://, gs://, az://).",
            ) from error  # fmt: skip
        raise _unreadable(address, error) from error
    if len(names) > MAX_FILES:
        raise EngineError(
            "not-a-product", f"{shown(address)} holds more than {MAX_FILES} files. Give the folder of one product."
        )
    inside = [name for name in names if ".." not in name.split("/") and not name.startswith("/")]
    return RemoteContainer(place, tuple(inside), False)


def _unreadable(address: str, error: OSError) -> EngineError:
    return EngineError(
        "not-a-product",
        f"{shown(address)} cannot be read ({error.strerror}). Check the address and the access to it.",
    )


class RemoteFolder:
    """A folder in a bucket that takes masks. They are made in `local`, a temporary folder, and go up when finished."""

    def __init__(self, address: str, local: Path) -> None:
        try:
            self.address = gdal_address(address)
        except EngineError as error:
            raise EngineError("output-folder", error.message) from error
        if not self.address.startswith(BUCKETS):
            raise EngineError(
                "output-folder", f"{shown(address)} can only be read. Masks go to s3://, gs://, az:// or a folder."
            )
        self.local = local

    def recall(self, start: str) -> None:
        """Make the masks there whose names begin with `start` known in `local`, so that they are not made anew.

        Their provenance is fetched; for a raster an empty file stands, which tells that it is there.
        """
        from . import vsi

        try:
            there = vsi.list_files(self.address, 1000, 0, start)
        except OSError:  # no such folder yet; when it cannot be reached at all, writing to it will say so
            return
        for name in there:
            copy = self.local / PurePosixPath(name).name
            if name.endswith(".json"):
                with contextlib.suppress(OSError), vsi.open_file(f"{self.address}/{name}") as file:
                    copy.write_bytes(file.read())
            elif name.endswith(".tif"):
                copy.touch()

    def send(self, event: dict[str, Any]) -> dict[str, Any]:
        """Upload the files of a result event; returns the event with their places there. EngineError `output-folder`.

        The mask goes last, so it is never there alone. What was `skipped` is there already.
        """
        from . import vsi

        files = {field: Path(event[field]) for field in FILES_OF_A_MASK if event.get(field)}
        mask = files["mask"]
        order = [mask.with_name(f"{mask.name}.aux.xml"), *files.values()]
        there = {field: f"{self.address}/{path.name}" for field, path in files.items()}
        try:
            for path in order:
                if not event.get("skipped") and path.exists():
                    vsi.upload(path, f"{self.address}/{path.name}")
        except OSError as error:
            raise EngineError(
                "output-folder",
                f"{there['mask']} cannot be written ({error.strerror}). Check the address and the right to write.",
            ) from error
        finally:
            for path in order:
                path.unlink(missing_ok=True)
        return {**event, **there}


class SendingReporter(Reporter):
    """Passes events on to `reporter`; the files of a result go to `folder` first."""

    def __init__(self, reporter: Reporter, folder: RemoteFolder) -> None:
        super().__init__()
        self._reporter, self._folder = reporter, folder

    def result(self, **fields: Any) -> None:
        """Upload, then pass on. EngineError when the upload failed."""
        self._reporter.result(**self._folder.send(fields))

    def note(self, message: str) -> None:
        """Passed on."""
        self._reporter.note(message)

    def progress(self, product: str, stage: str, fraction: float) -> None:
        """Passed on."""
        self._reporter.progress(product, stage, fraction)

    def _emit(self, event: dict[str, Any]) -> None:
        self._reporter._emit(event)


@contextlib.contextmanager
def output_folder(address: str) -> Iterator[RemoteFolder]:
    """A RemoteFolder whose temporary folder goes at the end, also an early one (stopping.py)."""
    local = Path(tempfile.mkdtemp(prefix="s2cloudmask-"))
    stopping.register(local)
    try:
        yield RemoteFolder(address, local)
    finally:
        stopping.release(local)
        shutil.rmtree(local, ignore_errors=True)
