"""Masks that go to a bucket: made in a temporary folder, uploaded when finished."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from ..errors import EngineError
from ..events import Reporter
from ..products.address import BUCKETS, gdal_address, shown
from ..system import stopping, vsi

FILES_OF_A_MASK = ("qml", "json", "confidence", "mask")  # fields of a result event; the mask itself comes last


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
