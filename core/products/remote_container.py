"""A product under an address: its files are listed and read where they lie."""

from __future__ import annotations

from collections.abc import Iterable

from ..errors import EngineError
from ..system import vsi
from .address import BUCKETS, METADATA_FILE, gdal_address, shown, stem
from .sealed import MAX_DEPTH, MAX_FILES, is_clutter, read_entry, read_metadata, zip_names


class RemoteContainer:
    """A product under an address, with the names and reading of container.Container."""

    def __init__(self, place: str, names: Iterable[str], is_zip: bool) -> None:
        self._place, self.is_zip = place, is_zip
        self._entries = names if isinstance(names, dict) else {name: name for name in names}
        self.names = tuple(name for name in self._entries if not is_clutter(name))
        self.path = shown(place)
        self.links: dict[str, str] = {}
        self.stem = stem(place)

    def gdal_path(self, name: str) -> str:
        """Path under which GDAL opens the file `name`."""
        return f"/vsizip/{{{self._place}}}/{name}" if self.is_zip else f"{self._place}/{name}"

    def read(self, name: str) -> bytes:
        """Bytes of a metadata file. EngineError when it cannot be read or is absurdly large."""

        if self.is_zip:
            return read_entry(lambda: vsi.open_file(self._place), self._entries[name], self.path)
        return read_metadata(lambda: vsi.open_file(self.gdal_path(name)), name, self.path)


def open_remote(address: str) -> RemoteContainer:
    """List the product under an address. EngineError `not-a-product`, or `broken-zip` as for a local zip."""

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
