"""Faults of the network while weights are fetched, from a small server on this machine."""

from __future__ import annotations

import hashlib
import http.server
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

from .measured import Finished, Workplace, problems_of, run

CONTENT = bytes(range(256)) * 8192  # 2 MB that stand for a network's weights
SHA256 = hashlib.sha256(CONTENT).hexdigest()
STALL_SECONDS = 0.5


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.go_on = threading.Event()
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(http.server.BaseHTTPRequestHandler):
    """What the server does with a request is the path it was asked for."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Nothing to standard error."""

    def do_GET(self) -> None:
        """Answer well or badly."""
        kind = self.path.strip("/")
        if kind == "redirected":
            self.send_response(302)
            self.send_header("Location", f"{self.server.address}/whole")
            self.end_headers()
            return
        start = int((self.headers.get("Range") or "bytes=0-").removeprefix("bytes=").rstrip("-"))
        body = {"wrong-hash": CONTENT[::-1], "too-short": CONTENT[:-1]}.get(kind, CONTENT)[start:]
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(CONTENT) - 1}/{len(CONTENT)}")
        self.send_header("Content-Length", str(len(body) + (1 if kind == "wrong-length" else 0)))
        self.end_headers()
        if kind in ("lost", "stalled") and not self.server.go_on.is_set():
            self.wfile.write(body[: len(body) // 3])
            self.wfile.flush()
            if kind == "stalled":
                self.server.go_on.wait(30)
        else:
            self.wfile.write(body)
        self.close_connection = True


def download_faults() -> Iterator[tuple[str, Callable[[Workplace], tuple[Finished, list[str]]]]]:
    """Name and test of each; a test gives how it ended and what is wrong about that."""
    for kind, code in (
        ("lost", "download"), ("stalled", "download"), ("redirected", "download"), ("wrong-length", "download"),
        ("too-short", "wrong-hash"), ("wrong-hash", "wrong-hash"),
    ):  # fmt: skip
        again = kind in ("lost", "stalled")
        name = f"{kind.replace('-', ' ')}{'; then the rest of it' if again else ''}"
        yield name, lambda place, kind=kind, code=code: _fetched(place, kind, code)
    yield "no network at all, by the command", _no_network


def _opener() -> urllib.request.OpenerDirector:
    """The product's own, which also speaks http to the server on this machine."""
    from s2cloudmask.core.networks.download import HttpsOnly

    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.HTTPHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        HttpsOnly(),
    ):
        opener.add_handler(handler)
    return opener


def _fetched(place: Workplace, kind: str, code: str) -> tuple[Finished, list[str]]:
    from s2cloudmask.core.errors import EngineError
    from s2cloudmask.core.networks.download import download

    server, target = _Server(), place.models / "w.pt"
    began, problems, event = time.monotonic(), [], "{}"
    try:
        download([f"{server.address}/{kind}"], target, SHA256, len(CONTENT), opener=_opener(),
                 stall_seconds=STALL_SECONDS)  # fmt: skip
        problems.append("was taken for the network")
    except EngineError as error:
        event = f'{{"event": "error", "code": "{error.code}", "message": ""}}'
        if error.code != code:
            problems.append(f"said {error.code}: {error.message}")
    seconds = time.monotonic() - began
    if target.exists():
        problems.append("left a file under the name of the network")
    problems += _continued(server, target, kind)
    server.shutdown()
    server.server_close()
    return Finished(1, seconds, 0.0, event, ""), problems


def _continued(server: _Server, target: Path, kind: str) -> list[str]:
    """The next call gets the whole network, and nothing else stays."""
    from s2cloudmask.core.networks.download import download

    server.go_on.set()
    mended = kind if kind in ("lost", "stalled") else "whole"
    download([f"{server.address}/{mended}"], target, SHA256, len(CONTENT), opener=_opener())
    left = [path.name for path in target.parent.iterdir()]
    return [] if target.read_bytes() == CONTENT and left == ["w.pt"] else [f"the next call left {left}"]


def _no_network(place: Workplace) -> tuple[Finished, list[str]]:
    environment = {**place.environment, "https_proxy": "http://127.0.0.1:9", "no_proxy": ""}
    finished = run(["models", "fetch", "UNetMobV2_V2", "--progress", "json"], place, environment=environment)
    return finished, problems_of(finished, codes=frozenset({"download"}), status=frozenset({1}))
