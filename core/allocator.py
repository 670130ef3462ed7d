"""How freed memory goes back to the system."""

from __future__ import annotations

import sys

MAP_THRESHOLD = -3  # M_MMAP_THRESHOLD of glibc's mallopt
MAPPED_BYTES = 1 << 18


def return_freed_memory() -> None:
    """Have arrays of 256 kB and more given back to the system when they are freed.

    glibc raises that limit to 32 MB once such an array has been freed, and keeps what is below: a mask of a full
    product at 20 m then peaks 130 MB higher. Other systems need no telling.
    """
    if sys.platform != "linux":
        return
    import contextlib
    import ctypes

    with contextlib.suppress(OSError, AttributeError):  # a C library without mallopt
        ctypes.CDLL(None).mallopt(MAP_THRESHOLD, MAPPED_BYTES)
