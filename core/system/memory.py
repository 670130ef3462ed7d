"""How much memory may still be used, and so how many workers a machine carries."""

from __future__ import annotations

import contextlib
import ctypes
import mmap
import os
import sys
from pathlib import Path

# Bytes that a process takes at most to mask a product. Measured (benchmarks/RESULTS.md): 0.8 GB at 20 m and 0.9 GB at
# 10 m, as rows of patches are held at a time and not products; the rest is room for larger patches and more streams.
WORKER_MEMORY = 1_500_000_000
_CGROUPS = Path("/sys/fs/cgroup")


def workers_that_fit(asked: int) -> tuple[int, str | None]:
    """As many workers as memory carries, at least 1 and at most `asked`, and a sentence when they are fewer."""
    free = available_memory()
    if free is None:
        return asked, None
    fit = max(1, min(asked, int(free // WORKER_MEMORY)))
    if fit == asked:
        return asked, None
    return fit, (
        f"{fit} worker(s) instead of {asked}: {free / 1e9:.1f} GB of memory are free, and one takes up to "
        f"{WORKER_MEMORY / 1e9:.1f} GB."
    )


def available_memory() -> int | None:
    """Bytes that processes may still take: what the machine has free, less where a container or a job is limited.

    None where the system does not tell.
    """
    found = [value for value in (_machine(), _cgroup()) if value is not None]
    return min(found) if found else None


def require(size: int) -> None:
    """MemoryError unless `size` bytes could still be had now.

    Asked before native code that ends the process when it gets none: OpenVINO's compiler, GDAL's threads. Seen is what
    the system refuses (limits of addresses, Windows' commit limit), not what it promises and then cannot give.
    """
    try:
        mmap.mmap(-1, size).close()
    except OSError as error:
        raise MemoryError(f"{size >> 20} MB could not be had") from error


def cores() -> int:
    """Cores this process may use: those a batch system gave it, or all."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # Windows, macOS
        return os.cpu_count() or 1


def _machine() -> int | None:
    if sys.platform == "win32":
        return _windows()
    with contextlib.suppress(OSError, ValueError, IndexError):
        for line in Path("/proc/meminfo").read_text("ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    with contextlib.suppress(OSError, ValueError, AttributeError):  # macOS tells the whole only; half is taken for free
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2
    return None


def _windows() -> int | None:

    class Status(ctypes.Structure):
        """MEMORYSTATUSEX."""

        _fields_ = [("length", ctypes.c_uint32), ("load", ctypes.c_uint32), ("physical", ctypes.c_uint64),
                    ("available", ctypes.c_uint64), ("rest", ctypes.c_uint64 * 5)]  # fmt: skip

    status = Status(length=ctypes.sizeof(Status))
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]  # of Windows
    return status.available if kernel.GlobalMemoryStatusEx(ctypes.byref(status)) else None


def _cgroup(root: Path = _CGROUPS, own: Path = Path("/proc/self/cgroup")) -> int | None:
    """The least that the control groups of this process leave: of containers (v1, v2), of SLURM jobs, of systemd."""
    least = None
    with contextlib.suppress(OSError, ValueError):
        for line in own.read_text("utf-8").splitlines():
            number, controllers, path = line.split(":", 2)
            if number == "0":
                top, limit, used, cache = root, "memory.max", "memory.current", "inactive_file"
            elif "memory" in controllers.split(","):
                top, limit = root / "memory", "memory.limit_in_bytes"
                used, cache = "memory.usage_in_bytes", "total_inactive_file"
            else:
                continue
            group = top / path.strip("/")
            for folder in (group, *group.parents):
                left = _left(folder, limit, used, cache)
                if left is not None:
                    least = left if least is None else min(least, left)
                if folder == top:
                    break
    return least


def _left(folder: Path, limit: str, used: str, cache: str) -> int | None:
    try:
        most = int((folder / limit).read_text("ascii"))  # ValueError of "max": no limit
        taken = int((folder / used).read_text("ascii"))
        given_back = 0  # file cache counts as used, but goes when memory is needed
        for line in (folder / "memory.stat").read_text("ascii").splitlines():
            if line.split()[0] == cache:
                given_back = int(line.split()[1])
    except (OSError, ValueError, IndexError):
        return None
    return max(0, most - taken + given_back)
