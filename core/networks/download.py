"""Fetch one file over HTTPS into `<file>.part`, continuing what an earlier run left, and check its SHA-256.

Only the caller's addresses are asked, and a redirect is followed to https alone.
"""

from __future__ import annotations

import contextlib
import errno
import http.client
import ssl
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from filelock import FileLock

from ..errors import EngineError
from ..system.files import file_sha256

Progress = Callable[[float], None]
BLOCK = 1 << 18  # bytes
STALL_SECONDS = 30.0  # without a byte
ATTEMPTS = 3  # an address, each continuing the last
SLACK = 2  # a server may send this many times the published size before it is cut off


class HttpsOnly(urllib.request.HTTPRedirectHandler):
    """Follows a redirect to https, refuses any other."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        if not newurl.lower().startswith("https://"):
            raise urllib.error.URLError(f"redirected to {newurl}, which is not https")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def https_opener(context: ssl.SSLContext | None = None) -> urllib.request.OpenerDirector:
    """An opener that speaks https alone, through the system's proxy; `context` is for tests on a loopback server."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPSHandler(context=context or _trusted()),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        HttpsOnly(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener


def _trusted() -> ssl.SSLContext:
    """The system's trust, and certifi's where installed: some Python builds come without the system's."""
    context = ssl.create_default_context()
    try:
        import certifi
    except ImportError:
        return context
    context.load_verify_locations(certifi.where())
    return context


def download(
    addresses: Sequence[str],
    target: Path,
    sha256: str,
    size_bytes: int,
    progress: Progress | None = None,
    *,
    opener: urllib.request.OpenerDirector | None = None,
    stall_seconds: float = STALL_SECONDS,
) -> Path:
    """Fetch `target` from the first address that gives a file of that hash. size_bytes, roughly, for progress.

    If interrupted, `<target>.part` stays and the next call continues it. A file of another hash is not kept. A second
    run that fetches the same file waits and uses this one's download.
    Errors: download (no address answered), wrong-hash, disk-full, output-folder.
    """
    opener = opener or https_opener()
    part = target.with_name(target.name + ".part")
    failures: list[EngineError] = []
    with _owned(part):
        if target.is_file() and file_sha256(target) == sha256:  # by the run that was waited for
            return target
        whole = part.stat().st_size > 0 and file_sha256(part) == sha256
        for address in addresses:
            if whole:
                break
            try:
                whole = _fetch_checked(opener, address, part, sha256, size_bytes, progress, stall_seconds)
            except EngineError as error:
                if error.code not in ("download", "wrong-hash"):
                    raise
                failures.append(error)
    if whole:
        part.replace(target)
        return target
    worst = next((error for error in failures if error.code == "wrong-hash"), failures[0])
    raise EngineError(
        worst.code,
        f"{target.name} could not be fetched: {worst.message}. Download {addresses[0]} by hand and run "
        f"`s2cloudmask models import {target.name}`, or put it into {target.parent}.",
    )


def _fetch_checked(
    opener: urllib.request.OpenerDirector,
    address: str,
    part: Path,
    sha256: str,
    size_bytes: int,
    progress: Progress | None,
    stall_seconds: float,
) -> bool:
    """True once `part` has the hash. What an earlier run left may be another file's: then it is fetched again, once."""
    continued = part.stat().st_size > 0
    while True:
        _fetch(opener, address, part, size_bytes, progress, stall_seconds)
        if file_sha256(part) == sha256:
            return True
        part.write_bytes(b"")
        if not continued:
            raise EngineError("wrong-hash", f"{address} sent a file whose SHA-256 is not the published one")
        continued = False


def _fetch(
    opener: urllib.request.OpenerDirector,
    address: str,
    part: Path,
    size_bytes: int,
    progress: Progress | None,
    stall_seconds: float,
) -> None:
    """Append to `part` until the server has sent all of it; a broken connection is taken up again where it broke."""
    for attempt in range(ATTEMPTS):
        try:
            return _append(opener, address, part, size_bytes, progress, stall_seconds)
        except urllib.error.HTTPError as error:
            error.close()
            if error.code == 416 and part.stat().st_size:  # nothing lies beyond: what we have is of another file
                part.write_bytes(b"")
                continue
            raise EngineError("download", f"{address} answered {error.code} {error.reason}") from error
        except (OSError, http.client.HTTPException) as error:
            if isinstance(error, OSError) and error.errno == errno.ENOSPC:
                raise EngineError("disk-full", f"The disk of {part.parent} is full. Free some space.") from error
            if attempt + 1 == ATTEMPTS or not part.stat().st_size:
                raise EngineError("download", f"{address}: {_reason(error)}") from error
    raise EngineError("download", f"{address} sent the file incompletely")


def _append(
    opener: urllib.request.OpenerDirector,
    address: str,
    part: Path,
    size_bytes: int,
    progress: Progress | None,
    stall_seconds: float,
) -> None:
    """One request. Raises OSError when the connection breaks, stalls, or ends before the announced length."""
    start = part.stat().st_size
    headers = {"User-Agent": "s2cloudmask", "Accept-Encoding": "identity"}
    if start:
        headers["Range"] = f"bytes={start}-"
    with opener.open(urllib.request.Request(address, headers=headers), timeout=stall_seconds) as answer:
        continues = answer.status == 206 and answer.headers.get("Content-Range", "").startswith(f"bytes {start}-")
        if start and not continues:
            start = 0
        announced = answer.headers.get("Content-Length")
        total = start + int(announced) if announced and announced.isdigit() else None
        with open(part, "r+b") as stream:
            stream.seek(start)
            stream.truncate()
            while block := answer.read(BLOCK):
                stream.write(block)
                if stream.tell() > size_bytes * SLACK:
                    raise EngineError("download", f"{address} sends more than the file holds")
                if progress is not None:
                    progress(min(stream.tell() / (total or size_bytes), 1.0))
            if total is not None and stream.tell() != total:
                raise OSError(f"the connection ended after {stream.tell()} of {total} bytes")


@contextlib.contextmanager
def _owned(part: Path) -> Iterator[None]:
    """Lock `part` for this run, waiting for any other; leaves neither an empty file nor the lock behind."""
    lock = part.with_name(part.name + ".lock")
    with contextlib.ExitStack() as stack:
        try:
            part.parent.mkdir(parents=True, exist_ok=True)
            stack.enter_context(FileLock(lock))
            part.touch()
        except OSError as error:
            raise EngineError("output-folder", f"{part.parent} cannot be written ({error.strerror}).") from error
        try:
            yield
        finally:
            with contextlib.suppress(FileNotFoundError):
                if not part.stat().st_size:
                    part.unlink()
            with contextlib.suppress(OSError):  # Windows takes it away itself
                lock.unlink()


def _reason(error: BaseException) -> str:
    """What went wrong, in a few words."""
    cause = getattr(error, "reason", error)
    if isinstance(cause, TimeoutError):
        return "the server sent nothing for too long"
    if isinstance(cause, ssl.SSLError):
        return f"its certificate was not accepted ({cause.reason})"
    return getattr(cause, "strerror", None) or str(cause)
