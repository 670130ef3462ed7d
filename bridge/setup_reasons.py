"""Why a step of the set-up failed, read from what pip, uv or venv printed, as a sentence with a way out."""

from __future__ import annotations

import re

from qgis.PyQt.QtCore import QCoreApplication

from .environment import data_folder

translate = QCoreApplication.translate


def without_password(text: str) -> str:
    """Take user and password out of addresses: the log is there to be copied into a report."""
    return re.sub(r"(\w://)[^/@\s]+@", r"\1***@", text)


_OFFLINE = (
    r"NewConnectionError|ConnectTimeout|ReadTimeout|Max retries exceeded|Network is unreachable|name resolution|"
    r"getaddrinfo failed|dns error|error sending request|Connection refused|Connection reset|Could not resolve|"
    r"connection broken|Failed to fetch"
)


def reason_of(lines: list[str]) -> str:
    """The sentence for a failed step, from the last lines that it printed."""
    text = "\n".join(lines)
    if re.search(r"No space left on device|Errno 28|not enough space|Disk quota exceeded", text):
        return translate(
            "SetupReasons", "The disk is full: {folder} or pip's cache has no room. Make room, then try again."
        ).format(folder=data_folder())
    if re.search(r"ensurepip is not available|No module named '?(venv|ensurepip|pip)\b", text):
        return translate(
            "SetupReasons",
            "This Python has no venv module. Install it (Debian, Ubuntu: sudo apt install python3-venv) or choose "
            "another Python.",
        )
    if re.search(r"ProxyError|407 Proxy|Proxy Authentication|Tunnel connection failed", text):
        return translate(
            "SetupReasons",
            "The proxy refused the connection. Correct it in QGIS under Settings, Options, Network, then try again.",
        )
    if re.search(r"CERTIFICATE_VERIFY_FAILED|SSLError|certificate verify failed|invalid peer certificate", text):
        return translate(
            "SetupReasons",
            "The network's certificate is not trusted. Name your organisation's certificate file in the variable "
            "PIP_CERT, start QGIS again and retry.",
        )
    if re.search(_OFFLINE, text):
        return translate(
            "SetupReasons",
            "The packages could not be downloaded: there is no connection to the package index. Check the network and "
            "QGIS' proxy settings, then try again; what was downloaded is kept.",
        )
    missing = re.search(r"No matching distribution found for (\S+)", text) or re.search(
        r"there (?:is|are) no versions? of (\S+)", text
    )
    if missing:
        return translate(
            "SetupReasons",
            "The package index has no {package} for this Python. Choose another Python, or correct the index.",
        ).format(package=missing[1])
    module = re.search(r"No module named '([\w.]+)'", text)
    if module:
        return translate("SetupReasons", "This Python lacks the package {package} that the engine needs.").format(
            package=module[1]
        )
    errors = [line for line in lines if re.match(r"(error|ERROR|\w*Error)\b", line)] or lines
    return translate("SetupReasons", "The set-up failed: {reason} The log says more.").format(
        reason=(errors[-1][:300] if errors else "").rstrip(".") + "."
    )
