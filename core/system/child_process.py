"""A child process of the engine that is told, and answers, in lines; any thread may end it."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Coroutine, Iterator, Sequence
from typing import Any

LONGEST_LINE = 1 << 22  # bytes; an event holds a few paths
NO_WINDOW = 0x08000000  # CREATE_NO_WINDOW: none flashes up on Windows


class ChildProcess:
    """A program with its input and output as pipes. asyncio runs it, in a thread of its own; no shell is asked."""

    def __init__(self, program: Sequence[str]) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="child", daemon=True)
        self._thread.start()
        pipe, flags = asyncio.subprocess.PIPE, NO_WINDOW if sys.platform == "win32" else 0
        begun = asyncio.create_subprocess_exec(
            *program, stdin=pipe, stdout=pipe, limit=LONGEST_LINE, creationflags=flags
        )
        self._process = self._wait_for(begun)

    @property
    def status(self) -> int | None:
        """Exit status, negative for the signal that killed it (not on Windows); None while it runs."""
        return self._process.returncode

    def write(self, line: bytes) -> None:
        """Give it a line. Raises OSError when it has gone."""
        self._wait_for(self._write(line))

    def lines(self) -> Iterator[bytes]:
        """What it says, line by line, until it closes its output."""
        while line := self._wait_for(self._process.stdout.readline()):
            yield line

    def close_input(self) -> None:
        """End its input."""
        self._loop.call_soon_threadsafe(self._process.stdin.close)

    def wait(self, seconds: float) -> bool:
        """Whether it ends within some seconds."""
        try:
            self._wait_for(asyncio.wait_for(self._process.wait(), seconds))
        except TimeoutError:
            return False
        return True

    def kill(self) -> None:
        """End it at once, and wait for that."""
        self._loop.call_soon_threadsafe(self._kill)
        self._wait_for(self._process.wait())

    def _kill(self) -> None:
        if self._process.returncode is None:
            self._process.kill()

    async def _write(self, line: bytes) -> None:
        self._process.stdin.write(line)
        await self._process.stdin.drain()

    def _wait_for(self, task: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(task, self._loop).result()
