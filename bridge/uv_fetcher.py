"""Fetches `uv` from the package index, for machines without a Python: it brings one of its own.

A wheel of uv holds the program itself. Which wheel, and its SHA-256, stands in `uv_wheels.json`.
"""

from __future__ import annotations

import hashlib
import html
import io
import json
import os
import platform
import re
import stat
import sys
import zipfile
from urllib.parse import urldefrag, urljoin

from qgis.core import QgsBlockingNetworkRequest
from qgis.PyQt.QtCore import QCoreApplication, QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest

from .package_installer import default_index
from .setup_reasons import without_password
from .setup_step import SetupCancelled, SetupFailure, Watcher, downloads_folder

PINS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "uv_wheels.json")
PYPI = "https://pypi.org/simple"
PYTHON = "3.12"  # what uv brings
_PART = 2 << 20  # bytes asked for at once: a cancel is heard between two parts
_MOST = 60 << 20  # bytes of a wheel; the largest has 20 MB
_MACHINES = {"amd64": "x86_64", "x86-64": "x86_64", "arm64": "arm64", "aarch64": "aarch64"}

translate = QCoreApplication.translate


def pinned_wheel() -> tuple[str, str] | None:
    """File name and SHA-256 of the wheel for this machine; None where there is none."""
    machine = platform.machine().lower()
    machine = _MACHINES.get(machine, machine)
    with open(PINS, encoding="utf-8") as file:
        pin = json.load(file)["wheels"].get(f"{sys.platform} {machine}")
    return (pin["name"], pin["hash"].removeprefix("sha256:")) if pin else None


def fetch_uv(index: str, packages: str, watcher: Watcher) -> str:
    """Fetch uv and return its path; it goes with the downloads. `index`: the user's own, asked before PyPI.

    Raises SetupFailure with a sentence, SetupCancelled.
    """
    pin = pinned_wheel()
    if pin is None:
        raise SetupFailure(
            translate("UvFetcher", "There is no uv for this machine ({machine}). Install Python 3.11 to 3.14.").format(
                machine=platform.machine()
            )
        )
    name, sha256 = pin
    watcher.progress(0.01, translate("UvFetcher", "Downloading uv, which brings a Python"))
    own = [os.environ.get(variable, "") for variable in ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "PIP_INDEX_URL")]
    named = index if index != default_index(packages, sys.platform) else ""
    problem = ""
    for place in dict.fromkeys(filter(None, (named, *own, PYPI))):
        try:
            wheel = _fetch(_address_of(place, name), watcher)
        except OSError as error:
            problem = str(error)
            watcher.log(f"{name}: {problem}")
            continue
        if hashlib.sha256(wheel).hexdigest() != sha256:
            raise SetupFailure(
                translate(
                    "UvFetcher", "{name} of {index} is not the published file. Correct the package index."
                ).format(name=name, index=place)
            )
        return _unpack(wheel)
    raise SetupFailure(
        translate(
            "UvFetcher",
            "uv could not be downloaded ({reason}). Check the network and QGIS' proxy settings, or install Python 3.11 "
            "to 3.14.",
        ).format(reason=problem)
    )


def _address_of(index: str, name: str) -> str:
    """Address of a wheel by the page that an index has on uv (PEP 503). OSError where it has none."""
    page = index.rstrip("/") + "/uv/"
    for link in re.findall(r"""href=["']([^"']+)["']""", _get(page)[1].decode("utf-8", "replace")):
        address = urljoin(page, urldefrag(html.unescape(link))[0])
        if address.rpartition("/")[2] == name:
            return address
    raise OSError(f"{page} has no {name}")


def _fetch(address: str, watcher: Watcher) -> bytes:
    """A file, part by part where the server gives parts."""
    watcher.log(f"> {without_password(address)}")
    content = b""
    while len(content) <= _MOST:
        if watcher.is_cancelled():
            raise SetupCancelled
        status, part = _get(address, (len(content), len(content) + _PART - 1))
        if status == 200:  # a server that knows no parts
            return part
        content += part
        if status == 416 or len(part) < _PART:
            return content
    raise OSError(f"{address} is larger than {_MOST >> 20} MB")


def _get(address: str, part: tuple[int, int] | None = None) -> tuple[int, bytes]:
    """Status and content of an address, by QGIS' network settings. OSError."""
    request = QNetworkRequest(QUrl(address))
    request.setAttribute(QNetworkRequest.Attribute.CacheLoadControlAttribute, 0)
    if part:
        request.setRawHeader(b"Range", f"bytes={part[0]}-{part[1]}".encode())
    asker = QgsBlockingNetworkRequest()
    asker.get(request, True)
    reply = asker.reply()
    status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute) or 0
    if status == 416 and part:
        return 416, b""
    if status not in (200, 206):
        raise OSError(asker.errorMessage() or f"{address}: {status}")
    return status, bytes(reply.content())


def _unpack(wheel: bytes) -> str:
    """Put the program of a wheel among the downloads, and return its path. OSError, SetupFailure."""
    program = "uv.exe" if sys.platform == "win32" else "uv"
    path = os.path.join(downloads_folder(), program)
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        inside = next(
            (name for name in archive.namelist() if re.fullmatch(rf"uv-[^/]+\.data/scripts/{program}", name)), ""
        )
        if not inside:
            raise SetupFailure(translate("UvFetcher", "The wheel of uv holds no program."))
        os.makedirs(downloads_folder(), exist_ok=True)
        with open(path, "wb") as file:
            file.write(archive.read(inside))
    os.chmod(path, os.stat(path).st_mode | stat.S_IXUSR)
    return path
