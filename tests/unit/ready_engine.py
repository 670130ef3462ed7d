"""The command as a fork of a process that has its packages loaded, so that a run of tests loads them once.

Each call has its own process, environment, folder, output and exit; only the two seconds of loading are shared. Calls
whose environment decides what Python, numpy or GDAL load, and those that a test signals, start an interpreter instead.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import runpy
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import traceback
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = str(ROOT / "core" / "__main__.py")
LOADED = (
    "numpy", "rasterio", "rasterio.vrt", "rasterio.warp", "openvino", "core.cli", "core.commands.mask", "core.api",
)  # fmt: skip
LARGEST = 1 << 17  # bytes of a request


class ReadyEngine:
    """Runs the command in forks of one loaded process."""

    def __init__(self) -> None:
        self._line, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._process = subprocess.Popen(
            [sys.executable, __file__, str(theirs.fileno())], pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL
        )
        theirs.close()

    def run(self, arguments: list[str], environment: dict[str, str], timeout: float) -> tuple[int, str, str]:
        """Exit status, standard output and standard error of one call of the command."""
        asked = json.dumps({"arguments": arguments, "environment": environment, "folder": os.getcwd()}).encode()
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            socket.send_fds(self._line, [asked], [out.fileno(), err.fileno()])
            self._line.settimeout(None)
            child = int(self._line.recv(64))  # after the packages are loaded, however long that takes
            self._line.settimeout(timeout)
            try:
                code = int(self._line.recv(64))
            except TimeoutError:
                os.kill(child, signal.SIGKILL)
                self._line.settimeout(None)
                self._line.recv(64)
                raise subprocess.TimeoutExpired(arguments, timeout) from None
            out.seek(0)
            err.seek(0)
            return code, out.read().decode(), err.read().decode()

    def end(self) -> None:
        """End the loaded process."""
        self._line.close()
        self._process.wait()


def serve(line: socket.socket) -> None:
    """Fork for each request until the other end closes."""
    sys.path.insert(0, str(ROOT))
    for name in LOADED:
        __import__(name)
    _prepare()
    while True:
        asked, files, _, _ = socket.recv_fds(line, LARGEST, 2)
        if not asked:
            return
        child = os.fork()
        if not child:
            line.close()
            for number, file in enumerate(files, start=1):
                os.dup2(file, number)
                os.close(file)
            _be_the_command(json.loads(asked))
        for file in files:
            os.close(file)
        line.send(str(child).encode())
        line.send(str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])).encode())


def _prepare() -> None:
    """What each command does first and what leaves no thread: GDAL's drivers, OpenVINO's plugin for the CPU."""
    import rasterio

    from core.networks.openvino_engine import _core

    with rasterio.Env():
        _core().get_property("CPU", "OPTIMIZATION_CAPABILITIES")
    gc.collect()
    gc.freeze()  # else each fork's collector copies all that is loaded


def _be_the_command(asked: dict) -> NoReturn:
    os.environ.clear()
    os.environ.update(asked["environment"])
    os.chdir(asked["folder"])
    sys.argv = [PROGRAM, *asked["arguments"]]
    code = 0
    try:
        runpy.run_path(PROGRAM, run_name="__main__")
    except SystemExit as end:
        code = end.code or 0
    except BaseException:
        traceback.print_exc()
        code = 1
    threading._shutdown()
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # to take all that is loaded to pieces is three quarters of a short command


if __name__ == "__main__":
    sys.path.pop(0)  # the tests' folder, which the command does not have on its path
    serve(socket.socket(fileno=int(sys.argv[1])))
