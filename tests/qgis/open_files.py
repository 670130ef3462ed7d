"""How often this process has a file open."""

from __future__ import annotations

import contextlib
import os
import threading
from pathlib import Path

can_count = os.path.isdir("/proc/self/fd")


def times_opened_by_threads(picture, file) -> int:
    """How often a file is open after four threads, one after the other, have drawn a picture of it and keep theirs."""
    from osgeo import gdal

    held = []

    def draw():
        held.append(gdal.Open(str(picture)))
        assert held[-1].ReadAsArray(buf_xsize=50, buf_ysize=50).any()

    def is_it(link) -> bool:
        with contextlib.suppress(OSError):  # closed meanwhile
            return os.readlink(link) == str(file)
        return False

    for _ in range(4):
        thread = threading.Thread(target=draw)
        thread.start()
        thread.join()
    opened = sum(map(is_it, Path("/proc/self/fd").iterdir()))
    assert len(held) == 4
    return opened
