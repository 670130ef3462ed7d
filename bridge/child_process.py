"""A child process that can be run from any thread, with or without an event loop, and that never outlives its run."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Callable

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QIODevice, QProcess, QProcessEnvironment
from qgis.PyQt.QtNetwork import QNetworkProxy

POLL_MS = 50
# Seconds from the cancel: the closed input is the polite way (it works on Windows too), then SIGTERM, then SIGKILL.
TERMINATE_AFTER_S = 0.8
KILL_AFTER_S = 1.6
START_TIMEOUT_MS = 20000
BACKGROUND_NICENESS = 15  # of 19; at 10 the window waits longer for a core (benchmarks/RESULTS.md)
STDERR_TAIL_BYTES = 16384
_ON_WINDOWS = os.name == "nt"

# What QGIS, its installers and its Python set for themselves; another Python and another GDAL must not see it.
_REMOVED_PREFIXES = ("PYTHON", "GDAL_", "OGR_", "PROJ_")
_REMOVED_VARIABLES = (
    "VIRTUAL_ENV",
    "__PYVENV_LAUNCHER__",
    "QT_PLUGIN_PATH",
    "DYLD_LIBRARY_PATH",
    "DYLD_FRAMEWORK_PATH",
)
_PROXY_SCHEMES = {
    QNetworkProxy.ProxyType.HttpProxy: "http",
    QNetworkProxy.ProxyType.HttpCachingProxy: "http",
    QNetworkProxy.ProxyType.Socks5Proxy: "socks5h",
}


class CannotStart(Exception):
    """The program could not be started; the text is what the system says."""


class Outcome:
    """How a child ended: `code` is its exit code or, when it crashed, the signal number (Unix) or status (Windows)."""

    def __init__(self, code: int, crashed: bool, cancelled: bool) -> None:
        self.code = code
        self.crashed = crashed
        self.cancelled = cancelled


class ChildProcess:
    """Runs a program to its end, hands on what it prints, and ends it within two seconds of a cancel.

    `background` gives it a low priority, so that it leaves the processor to the interface when both want it. With
    `has_children` a cancel goes at once to the program and to all that it has started: it does not do that itself.
    """

    def __init__(
        self,
        program: str,
        arguments: list[str],
        environment: QProcessEnvironment,
        background: bool = False,
        has_children: bool = False,
    ) -> None:
        self._program = program
        self._arguments = arguments
        self._environment = environment
        self._background = background
        self._has_children = has_children
        self._stderr = b""
        self.process_id = 0  # of the program that runs, or ran last

    @property
    def stderr_tail(self) -> str:
        """The last part of what the program wrote to its standard error."""
        return self._stderr.decode("utf-8", "replace")

    def run(
        self,
        on_stdout: Callable[[bytes], None],
        is_cancelled: Callable[[], bool],
        on_stderr: Callable[[bytes], None] | None = None,
        limit_s: float | None = None,
        to_write: Callable[[], bytes] | None = None,
    ) -> Outcome:
        """Run the program in the calling thread's time, for `limit_s` seconds at most (then it is killed).

        `to_write` is asked every POLL_MS for what the program shall read from its standard input.
        Whatever `on_stdout` or `on_stderr` raises is passed on after the child has been killed.
        Raises CannotStart when the program is missing or may not be run.
        """
        process = QProcess()
        process.setProcessEnvironment(self._environment)
        process.setProgram(self._program)
        process.setArguments(self._arguments)
        process.start(QIODevice.OpenModeFlag.ReadWrite)
        if not process.waitForStarted(START_TIMEOUT_MS):
            raise CannotStart(process.errorString())
        self.process_id = int(process.processId())
        if self._background and hasattr(os, "setpriority"):
            with contextlib.suppress(OSError):  # it may have ended already
                os.setpriority(os.PRIO_PROCESS, process.processId(), BACKGROUND_NICENESS)
        started_at = time.monotonic()
        cancelled_at = None
        terminated = False
        family: list[int] = []
        try:
            while process.state() != QProcess.ProcessState.NotRunning:
                if cancelled_at is None and is_cancelled():
                    cancelled_at = time.monotonic()
                    process.closeWriteChannel()
                    if self._has_children and _ON_WINDOWS:
                        _kill_tree(self.process_id)
                    elif self._has_children:
                        family = [self.process_id, *descendants(self.process_id)]
                        _send(signal.SIGTERM, family)
                words = to_write() if to_write is not None and cancelled_at is None else b""
                if words:
                    process.write(words)
                if cancelled_at is not None:
                    waited = time.monotonic() - cancelled_at
                    if waited > TERMINATE_AFTER_S and not terminated:
                        terminated = True
                        process.terminate()
                    if waited > KILL_AFTER_S:
                        break
                asked_at = time.monotonic()
                if limit_s is not None and asked_at - started_at > limit_s:
                    break
                if not process.waitForReadyRead(POLL_MS) and time.monotonic() - asked_at < POLL_MS / 2000:
                    # The child has closed its output but lives on: wait without spinning.
                    process.waitForFinished(POLL_MS)
                self._drain(process, on_stdout, on_stderr)
            self._drain(process, on_stdout, on_stderr)
        finally:
            if process.state() != QProcess.ProcessState.NotRunning:
                process.kill()
                process.waitForFinished(-1)
            if family:
                _send(signal.SIGKILL, family[1:])
        return Outcome(
            process.exitCode(), process.exitStatus() == QProcess.ExitStatus.CrashExit, cancelled_at is not None
        )

    def _drain(
        self, process: QProcess, on_stdout: Callable[[bytes], None], on_stderr: Callable[[bytes], None] | None
    ) -> None:
        noise = bytes(process.readAllStandardError())
        if noise:
            self._stderr = (self._stderr + noise)[-STDERR_TAIL_BYTES:]
            if on_stderr is not None:
                on_stderr(noise)
        output = bytes(process.readAllStandardOutput())
        if output:
            on_stdout(output)


def descendants(process_id: int) -> list[int]:
    """The processes that a process has started, and those they have, by `ps`; none where it does not answer."""
    ps = QProcess()
    ps.start("ps", ["-A", "-o", "pid=,ppid="])
    if not ps.waitForFinished(int(1000 * TERMINATE_AFTER_S)):
        return []
    children: dict[int, list[int]] = {}
    for line in bytes(ps.readAllStandardOutput()).decode("ascii", "replace").splitlines():
        child, parent = map(int, line.split())
        children.setdefault(parent, []).append(child)
    found = list(children.get(process_id, ()))
    for child in found:
        found += children.get(child, ())
    return found


def _kill_tree(process_id: int) -> None:
    """End a process and all that it has started, by the program of Windows for it."""
    taskkill = QProcess()
    taskkill.start("taskkill", ["/F", "/T", "/PID", str(process_id)])
    taskkill.waitForFinished(int(1000 * TERMINATE_AFTER_S))


def _send(number: int, process_ids: list[int]) -> None:
    for process_id in process_ids:
        with contextlib.suppress(OSError):  # it has ended already
            os.kill(process_id, number)


def clean_environment(network: bool = False) -> QProcessEnvironment:
    """The variables for a Python that is not QGIS' own; with `network`, QGIS' proxy settings as HTTP(S)_PROXY."""
    environment = QProcessEnvironment.systemEnvironment()
    for name in list(environment.keys()):
        if name in _REMOVED_VARIABLES or name.upper().startswith(_REMOVED_PREFIXES):
            environment.remove(name)
    _remove_bundled_libraries(environment)
    environment.insert("PYTHONUTF8", "1")
    environment.insert("PYTHONUNBUFFERED", "1")
    if network:
        for name, value in proxy_variables().items():
            environment.insert(name, value)
    return environment


def _remove_bundled_libraries(environment: QProcessEnvironment) -> None:
    """Take the folders of a QGIS bundle out of LD_LIBRARY_PATH; what the user's system put there stays."""
    value = environment.value("LD_LIBRARY_PATH", "")
    if not value:
        return
    prefix = os.path.normpath(QgsApplication.prefixPath() or "/usr")
    bundled = prefix not in ("/usr", "/usr/local")
    kept = [
        folder
        for folder in value.split(os.pathsep)
        if folder and not (bundled and os.path.normpath(folder).startswith(prefix + os.sep))
    ]
    if kept:
        environment.insert("LD_LIBRARY_PATH", os.pathsep.join(kept))
    else:
        environment.remove("LD_LIBRARY_PATH")


def proxy_variables() -> dict[str, str]:
    """QGIS' proxy (Options, Network) as environment variables; empty when it has none or uses the system's."""
    manager = QgsNetworkAccessManager.instance()
    proxy = manager.fallbackProxy()
    scheme = _PROXY_SCHEMES.get(proxy.type())
    if scheme is None or not proxy.hostName():
        return {}
    from urllib.parse import quote

    user = ""
    if proxy.user():
        user = quote(proxy.user(), safe="")
        if proxy.password():
            user += ":" + quote(proxy.password(), safe="")
        user += "@"
    address = f"{scheme}://{user}{proxy.hostName()}:{proxy.port() or 8080}"
    variables = {"HTTP_PROXY": address, "HTTPS_PROXY": address, "http_proxy": address, "https_proxy": address}
    hosts = [_host_of(url) for url in list(manager.excludeList()) + list(manager.noProxyList())]
    without = ",".join(host for host in hosts if host)
    if without:
        variables["NO_PROXY"] = variables["no_proxy"] = without
    return variables


def _host_of(url: str) -> str:
    from urllib.parse import urlsplit

    return urlsplit(url if "//" in url else "//" + url).hostname or ""
