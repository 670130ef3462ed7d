"""The one exception of the engine. Its code is stable, its message is a sentence for the user."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path

CODES = frozenset(
    {
        "not-a-product",  # nothing here looks like a Sentinel-2 product
        "broken-metadata",  # XML missing, unreadable or without a field we need
        "missing-band",  # a band that the network needs is not there
        "broken-band",  # a band file cannot be decoded
        "grid-mismatch",  # bands differ in origin, extent or CRS
        "broken-zip",  # the archive is cut off, encrypted or unsafe
        "wrong-level",  # the network cannot run on this processing level
        "bad-settings",  # an option, or a combination, that cannot work
        "outside-product",  # the area of interest does not touch the product
        "output-folder",  # cannot write there
        "disk-full",
        "exists",  # the mask is there already and overwrite was not asked for
        "name-taken",  # a file that is no mask, or the mask of another product of the run, has this name
        "busy",  # another run writes the same mask
        "missing-model",  # unknown model, or its weights are not here
        "wrong-hash",  # weights do not match the published SHA-256
        "wrong-network",  # a weights file that is not the network it should be
        "download",  # weights could not be fetched
        "bad-polygons",  # a layer of polygons cannot be used
        "bad-raster",  # a mask or reference raster cannot be used
        "nothing-clear",  # no pixel of any mask is clear
        "nothing-there",  # no polygon, no mask of a place: an output would be empty
        "out-of-memory",
        "cluster",  # the Dask cluster cannot be reached, or cannot do this work
        "cancelled",
        "internal",  # a fault of ours
    }
)


class EngineError(Exception):
    """A failure with a stable `code` and a sentence that says what, where and what to do.

    Raises ValueError when `code` is not one of CODES.
    """

    def __init__(self, code: str, message: str) -> None:
        if code not in CODES:
            raise ValueError(f"unknown error code {code!r}")
        # A path may hold line ends, or what commands a terminal.
        self.message = "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in message)
        self.code = code
        super().__init__(self.message)


def lacks_memory(error: BaseException) -> bool:
    """Whether an error, or what caused it, means that no memory could be had, or no thread.

    Native libraries say so in words only.
    """
    words = (
        *("bad_alloc", "bad alloc", "can't alloc", "cannot allocate", "failed to allocate", "not enough memory"),
        *("memory error", "out of memory", "exceeds system limits", "start new thread", "temporarily unavailable"),
        "failed to map segment",  # a library that finds no room
    )
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, MemoryError) or any(word in str(cause).lower() for word in words):
            return True
        cause = cause.__cause__
    return False


def internal_sentence(what: str, error: Exception) -> str:
    """A sentence for a fault of ours; S2CLOUDMASK_DEBUG=1 prints the traceback as well."""
    if os.environ.get("S2CLOUDMASK_DEBUG"):
        traceback.print_exception(error, file=sys.stderr)
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "unknown"
    return f"{what} met a fault of the program ({type(error).__name__} at {where}: {error}). Please report it."
