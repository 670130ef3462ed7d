"""Run a command and measure it: wall time, CPU time and peak memory of the whole process tree."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

GIGABYTE = 1e9
SAMPLE_SECONDS = 0.1


@dataclass(frozen=True)
class Run:
    """What one run of a command took. `peak`: bytes of resident memory, all its processes together."""

    seconds: float
    cpu_seconds: float
    peak: int
    output: str


class Failed(Exception):
    """A command that ended with an error; its message holds the end of what it wrote."""


def measure(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Run:
    """Run `command` to its end. Linux: peaks are read from /proc. Failed when it does not end well."""
    import time

    began = time.perf_counter()
    child = subprocess.Popen(
        list(map(str, command)), env={**os.environ, **(environment or {})}, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    peaks = [0]
    ended = threading.Event()
    watch = threading.Thread(target=_watch, args=(child.pid, peaks, ended), daemon=True)
    watch.start()
    output = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - began
    ended.set()
    watch.join()
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise Failed(f"{' '.join(map(str, command))} ended with {child.returncode}:\n{output[-3000:]}")
    # The kernel's own peak of the largest process misses nothing between two samples.
    return Run(seconds, usage.ru_utime + usage.ru_stime, max(peaks[0], usage.ru_maxrss * 1024), output)


def _watch(process: int, peaks: list[int], ended: threading.Event) -> None:
    while not ended.wait(SAMPLE_SECONDS):
        peaks[0] = max(peaks[0], sum(map(_resident, _tree(process))))


def _tree(process: int) -> list[int]:
    """A process and all below it."""
    found = [process]
    for parent in found:
        for task in Path(f"/proc/{parent}/task").glob("*/children"):
            try:
                found.extend(map(int, task.read_text().split()))
            except OSError:
                continue
    return found


def _resident(process: int) -> int:
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def cores() -> int:
    """Cores this process may use."""
    return len(os.sched_getaffinity(0))


def machine() -> str:
    """One line: processor, cores, what it computes in, memory, system, Python, load."""
    facts = Path("/proc/cpuinfo").read_text().splitlines()
    name = next((line.split(":", 1)[1].strip() for line in facts if line.startswith("model name")), platform.machine())
    flags = next((line.split(":", 1)[1].split() for line in facts if line.startswith("flags")), [])
    wide = [title for flag, title in _FLAGS.items() if flag in flags]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / GIGABYTE
    return (
        f"{name}, {cores()} cores ({', '.join(wide) or 'no vector extensions'}), {memory:.0f} GB, no GPU used, "
        f"{platform.system()}, Python {sys.version.split()[0]}; load {os.getloadavg()[0]:.1f} when this began"
    )


_FLAGS = {"avx2": "AVX2", "avx512f": "AVX-512", "avx512_bf16": "AVX-512 BF16", "amx_bf16": "AMX BF16"}
