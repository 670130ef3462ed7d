"""Masks that go to a bucket: made in a temporary folder, uploaded when finished."""

from __future__ import annotations

import contextlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from ..errors import EngineError
from ..mask_result import MaskResult
from ..products.address import BUCKETS, gdal_address, shown
from ..rasters.mask_files import MaskFiles
from ..rasters.mask_item import without_local_links
from ..system import stopping, vsi


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
        """Make the masks there whose names begin with `start` known in `local`, so that they are not made again.

        Their provenance is fetched; for a raster an empty file stands, which tells that it is there.
        """

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

    def send(self, result: MaskResult) -> MaskResult:
        """Upload the files of a mask; returns it with their places there. EngineError `output-folder`.

        The mask goes last, so it is never there alone; a former one goes first, so that it never lies beside the
        provenance of the new one.
        """
        files = MaskFiles(Path(result.mask))
        made = [files.qml, files.json, files.categories, *([files.confidence] if result.confidence else []), files.mask]
        if files.item.exists():
            item = without_local_links(json.loads(files.item.read_text("utf-8")))
            files.item.write_text(json.dumps(item, indent=2, ensure_ascii=False), "utf-8")
            made.insert(0, files.item)
        placed = self.place(result)
        try:
            for name in (files.mask.name, *([] if result.confidence else [files.confidence.name])):
                vsi.remove(f"{self.address}/{name}")
            for path in made:
                vsi.upload(path, f"{self.address}/{path.name}")
        except OSError as error:
            raise EngineError(
                "output-folder",
                f"{placed.mask} cannot be written ({error.strerror}). Check the address and the right to write.",
            ) from error
        finally:
            for path in made:
                path.unlink(missing_ok=True)
        return placed

    def place(self, result: MaskResult) -> MaskResult:
        """A mask in `local` with the paths that its files have, or will have, in the bucket."""
        files = MaskFiles(Path(result.mask))
        return replace(
            result,
            mask=f"{self.address}/{files.mask.name}",
            qml=f"{self.address}/{files.qml.name}",
            json=f"{self.address}/{files.json.name}",
            confidence=f"{self.address}/{files.confidence.name}" if result.confidence else None,
        )


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
