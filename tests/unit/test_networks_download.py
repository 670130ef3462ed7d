"""Fetching weights from a server on this machine: resumed, checked, and never kept when they are not the right ones."""

import hashlib
import shutil
import ssl
import subprocess
import threading
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import numpy as np
import pytest

from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.networks.catalog import find_model
from s2cloudmask.core.networks.download import HttpsOnly, download, https_opener
from s2cloudmask.core.networks.weights import fetch

CONTENT = np.random.default_rng(0).bytes(3_000_000)
SHA256 = hashlib.sha256(CONTENT).hexdigest()


class Files(BaseHTTPRequestHandler):
    """Serves CONTENT, in the way that the path names."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def do_GET(self):
        name = self.path.strip("/")
        wanted = self.headers.get("Range")
        self.server.requests.append((name, wanted))
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0
        if name.startswith("redirect"):
            return self._head(302, 0, Location=self.server.redirect_to)
        if name == "missing":
            return self._head(404, 0)
        if start and name == "no-range":
            start = 0
        elif start >= len(CONTENT):
            return self._head(416, 0)
        body = bytes(reversed(CONTENT)) if name == "wrong" else CONTENT
        body = body[start:]
        ranges = {"Content-Range": f"bytes {start}-{len(CONTENT) - 1}/{len(CONTENT)}"} if start else {}
        if name == "endless":
            self._head(200, None, Connection="close")
            try:
                while True:
                    self.wfile.write(bytes(1 << 20))
            except OSError:
                return None
        self._head(206 if start else 200, len(body), **ranges)
        if name in ("cut", "stall") and len(body) > 1_000_000:
            self.wfile.write(body[:1_000_000])
            self.wfile.flush()
            if name == "stall":
                self.server.go_on.wait(10)
            self.close_connection = True
            return None
        self.wfile.write(body)
        return None

    def _head(self, status, length, **headers):
        self.send_response(status)
        if length is not None:
            self.send_header("Content-Length", str(length))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()


def serve(context=None):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Files)
    server.requests, server.go_on, server.redirect_to = [], threading.Event(), ""
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    server.address = f"{'https' if context else 'http'}://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    return server


@pytest.fixture
def server():
    server = serve()
    yield server
    server.go_on.set()
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """Key and certificate of 127.0.0.1, made for this test."""
    if not shutil.which("openssl"):
        pytest.skip("needs the openssl command")
    folder = tmp_path_factory.mktemp("certificate")
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=test -addext subjectAltName=IP:127.0.0.1"
    files = ["-keyout", folder / "key.pem", "-out", folder / "cert.pem"]
    subprocess.run([*command.split(), *files], check=True, capture_output=True)
    return folder / "cert.pem", folder / "key.pem"


@pytest.fixture
def https_server(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    server = serve(context)
    yield server
    server.shutdown()
    server.server_close()


def plain_opener():
    """As the product's own, but it also speaks http, to the server of the test."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.HTTPHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        HttpsOnly(),
    ):
        opener.add_handler(handler)
    return opener


def get(server, tmp_path, *names, sha256=SHA256, progress=None, stall_seconds=5.0, opener=None):
    addresses = [f"{server.address}/{name}" for name in names]
    target = tmp_path / "models" / "weights.pt"
    return download(
        addresses, target, sha256, len(CONTENT), progress, opener=opener or plain_opener(), stall_seconds=stall_seconds
    )


def left(tmp_path):
    return sorted(path.name for path in (tmp_path / "models").glob("*"))


def test_a_whole_file(server, tmp_path):
    fractions = []
    path = get(server, tmp_path, "whole", progress=fractions.append)
    assert path.read_bytes() == CONTENT
    assert left(tmp_path) == ["weights.pt"]
    assert fractions == sorted(fractions) and fractions[-1] == 1.0 and len(fractions) > 3


def test_a_broken_connection_is_taken_up_again(server, tmp_path):
    assert get(server, tmp_path, "cut").read_bytes() == CONTENT
    assert [wanted for _, wanted in server.requests] == [None, "bytes=1000000-", "bytes=2000000-"]


def test_an_interrupted_run_is_continued_by_the_next(server, tmp_path):
    def interrupt(fraction):
        if fraction > 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        get(server, tmp_path, "whole", progress=interrupt)
    assert left(tmp_path) == ["weights.pt.part"]
    size = (tmp_path / "models" / "weights.pt.part").stat().st_size
    assert 1_000_000 < size < len(CONTENT)
    assert get(server, tmp_path, "whole").read_bytes() == CONTENT
    assert server.requests[-1] == ("whole", f"bytes={size}-")


def test_a_server_without_ranges_starts_over(server, tmp_path):
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "weights.pt.part").write_bytes(CONTENT[:500_000])
    assert get(server, tmp_path, "no-range").read_bytes() == CONTENT


def test_a_whole_part_needs_no_server(server, tmp_path):
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "weights.pt.part").write_bytes(CONTENT)
    assert get(server, tmp_path, "whole").read_bytes() == CONTENT
    assert server.requests == []


@pytest.mark.parametrize("old", [b"x" * 700_000, b"x" * len(CONTENT), b"x" * (len(CONTENT) + 5)])
def test_what_is_left_of_another_file_is_thrown_away(old, server, tmp_path):
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "weights.pt.part").write_bytes(old)
    assert get(server, tmp_path, "whole").read_bytes() == CONTENT


def test_a_wrong_hash_is_refused_and_not_kept(server, tmp_path):
    with pytest.raises(EngineError, match="SHA-256") as caught:
        get(server, tmp_path, "wrong")
    assert caught.value.code == "wrong-hash"
    assert left(tmp_path) == []


def test_an_earlier_file_survives_a_failed_fetch(server, tmp_path):
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "weights.pt").write_bytes(b"earlier")
    with pytest.raises(EngineError):
        get(server, tmp_path, "wrong")
    assert (tmp_path / "models" / "weights.pt").read_bytes() == b"earlier"


@pytest.mark.parametrize("first", ["missing", "wrong", "redirect"])
def test_the_mirror_is_asked_next(first, server, tmp_path):
    server.redirect_to = f"{server.address}/whole"
    assert get(server, tmp_path, first, "whole").read_bytes() == CONTENT


def test_a_redirect_away_from_https_is_refused(server, tmp_path):
    server.redirect_to = f"{server.address}/whole"
    with pytest.raises(EngineError, match="not https") as caught:
        get(server, tmp_path, "redirect")
    assert caught.value.code == "download"
    assert server.requests == [("redirect", None)]
    assert left(tmp_path) == []


def test_a_stalled_server_is_given_up(server, tmp_path):
    started = time.monotonic()
    with pytest.raises(EngineError, match="sent nothing for too long") as caught:
        # each attempt brings a megabyte, the file needs more of them than there are attempts
        get(server, tmp_path, "stall", stall_seconds=0.2, sha256="0" * 64)
    assert caught.value.code == "download"
    assert time.monotonic() - started < 20


def test_a_server_that_never_ends_is_cut_off(server, tmp_path):
    with pytest.raises(EngineError, match="sends more than the file holds"):
        get(server, tmp_path, "endless")


def test_without_a_server_one_sentence_says_what_to_do(server, tmp_path):
    server.shutdown()
    server.server_close()
    with pytest.raises(EngineError) as caught:
        get(server, tmp_path, "whole")
    message = caught.value.message
    assert caught.value.code == "download"
    assert f"{server.address}/whole" in message and str(tmp_path / "models") in message
    assert "models import weights.pt" in message and "\n" not in message
    assert left(tmp_path) == []


def test_a_second_run_waits_for_the_first_and_takes_what_it_fetched(server, tmp_path):
    with ThreadPoolExecutor(1) as pool:
        second = []

        def first_is_at_it(_fraction):
            if not second:
                second.append(pool.submit(get, server, tmp_path, "whole"))
                with pytest.raises(TimeoutError):
                    second[0].result(0.2)

        first = get(server, tmp_path, "whole", progress=first_is_at_it)
        assert second[0].result(10) == first and first.read_bytes() == CONTENT
    assert len(server.requests) == 1 and left(tmp_path) == ["weights.pt"]


def test_a_folder_that_cannot_be_made_is_named(server, tmp_path):
    (tmp_path / "models").write_text("a file")
    with pytest.raises(EngineError) as caught:
        get(server, tmp_path, "whole")
    assert caught.value.code == "output-folder" and str(tmp_path) in caught.value.message


def test_the_products_own_opener_speaks_https_alone(server, tmp_path):
    with pytest.raises(EngineError):
        get(server, tmp_path, "whole", opener=https_opener())
    for address in ("file:///etc/hostname", "ftp://127.0.0.1/x", "data:text/plain,x"):
        with pytest.raises(EngineError):
            download([address], tmp_path / "x", SHA256, len(CONTENT))
    assert server.requests == []


def test_https_with_a_trusted_certificate(https_server, certificate, tmp_path):
    opener = https_opener(ssl.create_default_context(cafile=certificate[0]))
    assert get(https_server, tmp_path, "whole", opener=opener).read_bytes() == CONTENT


def test_https_redirected_to_http_is_refused(https_server, server, certificate, tmp_path):
    https_server.redirect_to = f"{server.address}/whole"
    opener = https_opener(ssl.create_default_context(cafile=certificate[0]))
    with pytest.raises(EngineError, match="not https"):
        get(https_server, tmp_path, "redirect", opener=opener)
    assert server.requests == []


def test_an_unknown_certificate_is_refused(https_server, tmp_path, monkeypatch):
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with pytest.raises(EngineError, match="certificate was not accepted"):
        get(https_server, tmp_path, "whole", opener=https_opener())
    assert https_server.requests == []


def test_fetching_a_published_network_without_internet(tmp_path, monkeypatch):
    monkeypatch.setenv("S2CLOUDMASK_MODELS", str(tmp_path / "models"))
    for name in ("no_proxy", "NO_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")  # nobody answers there
    model = find_model("UNetMobV2_V2")
    with pytest.raises(EngineError) as caught:
        fetch(model)
    assert caught.value.code == "download"
    assert model.addresses[0] in caught.value.message and str(tmp_path / "models") in caught.value.message
    assert left(tmp_path) == []


def test_an_embedded_network_has_nothing_to_fetch():
    with pytest.raises(EngineError) as caught:
        fetch(find_model("ukis_l1c"))
    assert caught.value.code == "bad-settings" and "ukis_csmask" in caught.value.message
