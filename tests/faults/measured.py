"""One run of the command under limits: how it ended, in what time and memory, what it left, what it read."""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import resource
import signal
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (sys.executable, str(ROOT / "core" / "__main__.py"))
MOST_SECONDS = 120  # for one small product, on a machine that does other things as well
MOST_ADDRESSES = 12 << 30  # bytes a run may map: what grows without bound meets this, not the machine's end
MOST_MEGABYTES = 1500  # resident
_SUMMARY_BYTES = 4 << 20


@dataclass(frozen=True)
class Finished:
    """A finished run. `megabytes`: its peak resident memory; `stray`: processes of its session that live on.

    `left`: what lay in the output and temporary folders when it had ended.
    """

    status: int
    seconds: float
    megabytes: float
    out: str
    err: str
    stray: tuple[int, ...] = ()
    timed_out: bool = False
    left: tuple[str, ...] = ()

    @property
    def events(self) -> list[dict]:
        """The events it printed."""
        return [json.loads(line) for line in self.out.splitlines() if line.startswith("{")]

    def of(self, kind: str) -> list[dict]:
        """Its events of one kind."""
        return [event for event in self.events if event.get("event") == kind]


@dataclass
class Workplace:
    """Folders of one run: `inputs` it gets, `out` it writes, `temporary` and `home` that must stay as they were."""

    root: Path
    cache: Path
    inputs: Path = field(init=False)
    out: Path = field(init=False)
    temporary: Path = field(init=False)
    models: Path = field(init=False)

    def __post_init__(self) -> None:
        for name in ("inputs", "out", "temporary", "models"):
            setattr(self, name, self.root / name)
        for folder in (self.inputs, self.temporary, self.models):
            folder.mkdir(parents=True)

    @property
    def environment(self) -> dict[str, str]:
        """Variables of the run: nothing of the user's is touched."""
        return {
            **{name: value for name, value in os.environ.items() if not name.startswith(("S2CLOUDMASK", "GDAL"))},
            "S2CLOUDMASK_CACHE": str(self.cache),
            "S2CLOUDMASK_MODELS": str(self.models),
            "TMPDIR": str(self.temporary),
            "HOME": str(self.temporary),
        }

    def left(self) -> list[str]:
        """What lies in `out` and `temporary`."""
        return listing(self.out) + listing(self.temporary)


def listing(folder: Path) -> list[str]:
    """Relative names of everything in a folder, hidden ones too; empty where there is none."""
    if not folder.is_dir():
        return []
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


class Started:
    """A running command; its output goes to files, so that it never waits for a reader."""

    def __init__(
        self,
        arguments: Sequence[str],
        place: Workplace,
        *,
        program: Sequence[str] = PROGRAM,
        environment: dict[str, str] | None = None,
        standard_input: int = subprocess.DEVNULL,
        prepare: Callable[[], None] = lambda: None,
        addresses: int = MOST_ADDRESSES,
    ) -> None:
        def limit() -> None:
            resource.setrlimit(resource.RLIMIT_AS, (addresses, addresses))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            prepare()

        self._files = [tempfile.TemporaryFile(dir=place.root) for _ in range(2)]  # noqa: SIM115 (closed in finish)
        self._place = place
        self._began = time.monotonic()
        self.process = subprocess.Popen(
            [*program, *map(str, arguments)], env=environment or place.environment, cwd=place.inputs,
            stdin=standard_input, stdout=self._files[0], stderr=self._files[1], start_new_session=True,
            preexec_fn=limit,
        )  # fmt: skip
        self._megabytes = 0.0

    def text(self, number: int = 0) -> str:
        """What it has written to standard output (0) or error (1) so far."""
        size = os.fstat(self._files[number].fileno()).st_size
        return os.pread(self._files[number].fileno(), min(size, _SUMMARY_BYTES), 0).decode("utf-8", "replace")

    def wait_for(self, wanted: str, seconds: float = MOST_SECONDS) -> bool:
        """Wait until its standard output holds `wanted`; False when it ended or took too long."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if wanted in self.text():
                return True
            if self.process.poll() is not None:
                return wanted in self.text()
            self._watch_memory()
            time.sleep(0.002)
        return False

    def _watch_memory(self) -> None:
        with contextlib.suppress(OSError, ValueError, IndexError):
            status = Path(f"/proc/{self.process.pid}/status").read_text()
            self._megabytes = max(self._megabytes, int(status.partition("VmHWM:")[2].split()[0]) / 1024)

    def finish(self, seconds: float = MOST_SECONDS) -> Finished:
        """Wait for its end; killed when it takes longer than `seconds` from its start."""
        timed_out = False
        while self.process.poll() is None:
            self._watch_memory()
            if time.monotonic() - self._began > seconds:
                timed_out = True
                self.process.kill()
                self.process.wait()
            time.sleep(0.01)
        took = time.monotonic() - self._began
        stray = tuple(_of_session(self.process.pid))
        for process in stray:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        if self.process.stdin:
            self.process.stdin.close()
        finished = Finished(
            self.process.returncode, took, self._megabytes, self.text(0), self.text(1), stray, timed_out,
            tuple(self._place.left()),
        )  # fmt: skip
        for file in self._files:
            file.close()
        return finished


def run(arguments: Sequence[str], place: Workplace, **options: object) -> Finished:
    """Run the command to its end; options are those of Started."""
    return Started(arguments, place, **options).finish()


def _of_session(session: int) -> Iterable[int]:
    """Living processes of a session."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError, IndexError, ValueError):
                state, _, _, its_session = (entry / "stat").read_text().rpartition(")")[2].split()[:4]
                if int(its_session) == session and state != "Z":
                    yield int(entry.name)


class Watched:
    """Tells whether files were opened, by whomever: the kernel's inotify sees GDAL and OpenVINO as well as Python."""

    OPENED = 0x20

    def __init__(self, paths: Iterable[Path]) -> None:
        self._library = ctypes.CDLL(None, use_errno=True)
        self._descriptor = self._library.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if self._descriptor < 0:
            raise OSError(ctypes.get_errno(), "inotify_init1")
        self._names = {
            self._library.inotify_add_watch(self._descriptor, os.fsencode(path), self.OPENED): path for path in paths
        }
        if -1 in self._names:
            raise OSError(ctypes.get_errno(), f"inotify_add_watch {self._names[-1]}")

    def opened(self) -> list[Path]:
        """Files that were opened since the last call."""
        found = []
        while True:
            try:
                data = os.read(self._descriptor, 65536)
            except BlockingIOError:
                return found
            while data:
                number, _, _, length = struct.unpack_from("iIII", data)
                found.append(self._names[number])
                data = data[16 + length :]

    def close(self) -> None:
        """Stop watching."""
        os.close(self._descriptor)


def problems_of(finished: Finished, *, codes: frozenset[str], status: frozenset[int]) -> list[str]:
    """What is wrong about the end of a run that must end in `status`, and where in error with one of `codes`."""
    problems = []
    if finished.timed_out:
        problems.append(f"took longer than {MOST_SECONDS} s")
    if finished.status not in status:
        problems.append(f"exit status {finished.status}, not {sorted(status)}")
    if finished.megabytes > MOST_MEGABYTES:
        problems.append(f"took {finished.megabytes:.0f} MB")
    if finished.stray:
        problems.append(f"left processes {finished.stray}")
    if "Traceback" in finished.out + finished.err:
        problems.append("printed a traceback: " + (finished.err.strip().splitlines() or ["?"])[-1])
    for event in finished.of("error"):
        if event["code"] not in codes:
            problems.append(f"said {event['code']}: {event['message']}")
        message = event["message"]
        if "\n" in message or not message.endswith((".", ")")) or len(message) > 1500:
            problems.append(f"no clear sentence: {message[:300]!r}")
    return problems
