"""Files of a Zarr store, read where GDAL's file functions reach: a folder, a zip, a bucket. Read only."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterable
from typing import Any

from zarr.abc.store import ByteRequest, OffsetByteRequest, RangeByteRequest, Store, SuffixByteRequest

from . import vsi

MOST_FILES = 20_000  # of one array
MOST_METADATA = 16 << 20  # bytes


class VsiStore(Store):
    """The files below one folder. What is not listed is missing; what is listed and cannot be read is an OSError."""

    supports_writes = supports_deletes = False
    supports_listing = True

    def __init__(self, folder: str) -> None:
        super().__init__(read_only=True)
        self.folder = folder
        self.names = frozenset(vsi.list_files(folder, MOST_FILES, -1))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, VsiStore) and other.folder == self.folder

    def read(self, key: str, byte_range: ByteRequest | None = None) -> bytes | None:
        """Bytes of a file or a part of it, None where there is none."""
        if key not in self.names:
            return None
        with vsi.open_file(f"{self.folder}/{key}") as file:
            if isinstance(byte_range, RangeByteRequest):
                file.seek(byte_range.start)
                return file.read(byte_range.end - byte_range.start)
            if isinstance(byte_range, OffsetByteRequest):
                file.seek(byte_range.offset)
            elif isinstance(byte_range, SuffixByteRequest):
                file.seek(max(0, file.seek(0, 2) - byte_range.suffix))
            return file.read()

    async def get(self, key: str, prototype: Any, byte_range: ByteRequest | None = None) -> Any:
        """A file's bytes as zarr's buffer."""
        data = await asyncio.to_thread(self.read, key, byte_range)
        return None if data is None else prototype.buffer.from_bytes(data)

    async def get_partial_values(
        self, prototype: Any, key_ranges: Iterable[tuple[str, ByteRequest | None]]
    ) -> list[Any]:
        """Parts of files as zarr's buffers."""
        return [await self.get(key, prototype, part) for key, part in key_ranges]

    async def exists(self, key: str) -> bool:
        """Whether a file is listed."""
        return key in self.names

    async def set(self, key: str, value: Any) -> None:
        """Never."""
        raise PermissionError("a product is read only")

    async def delete(self, key: str) -> None:
        """Never."""
        raise PermissionError("a product is read only")

    async def list(self) -> AsyncIterator[str]:
        """All files."""
        for name in self.names:
            yield name

    async def list_prefix(self, prefix: str) -> AsyncIterator[str]:
        """Files whose names begin with `prefix`."""
        for name in self.names:
            if name.startswith(prefix):
                yield name

    async def list_dir(self, prefix: str) -> AsyncIterator[str]:
        """Files and folders right below a folder."""
        start = f"{prefix.rstrip('/')}/" if prefix else ""
        for name in {name[len(start) :].split("/", 1)[0] for name in self.names if name.startswith(start)}:
            yield name


def attributes(folder: str) -> dict[str, Any]:
    """The attributes of a group or array by its folder: of `.zattrs` (format 2) or `zarr.json` (format 3); else none.

    OSError or ValueError when they cannot be read.
    """
    for name in ("zarr.json", ".zattrs"):
        try:
            with vsi.open_file(f"{folder}/{name}") as file:
                data = file.read(MOST_METADATA + 1)
        except OSError:
            continue
        if len(data) > MOST_METADATA:
            raise ValueError(f"{name} is larger than {MOST_METADATA >> 20} MB")
        found = json.loads(data)
        found = found.get("attributes", {}) if name == "zarr.json" and isinstance(found, dict) else found
        if not isinstance(found, dict):
            raise ValueError(f"{name} holds no attributes")
        return found
    return {}
