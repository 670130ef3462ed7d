"""What becomes of freed memory: little is held while a product is masked, and all is kept for the steps of a training.

Both tell glibc by its `mallopt`; other systems need no telling.
"""

from __future__ import annotations

import contextlib
import ctypes
import sys

TRIM_THRESHOLD, TOP_PAD, MAP_THRESHOLD, MOST_MAPPED = -1, -2, -3, -4  # malloc.h
MAPPED_BYTES = 1 << 18


def return_freed_memory() -> None:
    """Have arrays of 256 kB and more given back to the system when they are freed.

    glibc raises that limit to 32 MB once such an array has been freed, and keeps what is below: a mask of a full
    product at 20 m then peaks 130 MB higher.
    """
    _tell((MAP_THRESHOLD, MAPPED_BYTES))


def keep_freed_memory() -> None:
    """Have arrays of any size kept when they are freed, for a process that takes the same ones in every step.

    The system clears a returned block page by page when it is taken again: on a CPU half the time of a training step.
    """
    _tell((MOST_MAPPED, 0), (TRIM_THRESHOLD, 2**31 - 1), (TOP_PAD, 1 << 28))


def _tell(*options: tuple[int, int]) -> None:
    if sys.platform != "linux":
        return

    with contextlib.suppress(OSError, AttributeError):  # a C library without mallopt
        for option, value in options:
            ctypes.CDLL(None).mallopt(option, value)
