"""A list of products as people write them: Notepad, PowerShell, Excel, a shell's redirection; and patterns in it."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlparse

from ..errors import EngineError
from ..products.address import is_address

MOST_BYTES = 64 << 20
_QUOTES = {'"': '"', "'": "'", "“": "”", "„": "“", "«": "»"}
_HEADINGS = {"path", "product", "products", "name", "file", "filename", "fullname", "----", "--------"}


def read_list(path: str) -> list[str]:
    """Products that a text file names, one per line, patterns expanded. EngineError `bad-settings`.

    Byte-order marks, UTF-16 (PowerShell's >), Windows' own letters, quotes, a comma or semicolon at the end, empty
    lines and lines that begin with # are what they are meant for.
    """
    try:
        with open(path, "rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise EngineError("bad-settings", f"{path} is not a list of products ({error}). Give a text file.") from error
    if len(data) > MOST_BYTES:
        raise EngineError("bad-settings", f"{path} is larger than {MOST_BYTES >> 20} MB; a list of products is not.")
    text = _text(data, path)
    lines = [_unquoted(line) for line in text.splitlines()]
    lines = [line for line in lines if line and not line.startswith("#")]
    if lines and lines[0].lower() in _HEADINGS and not os.path.exists(lines[0]):
        lines = [line for line in lines if line.lower() not in _HEADINGS]
    folder = os.path.dirname(os.path.abspath(path))
    return expand(_found_from(folder, _from_uri(line) if line.lower().startswith("file:") else line) for line in lines)


def expand(products: Iterable[str]) -> list[str]:
    r"""`products` with patterns such as D:\S2\*.SAFE expanded, which the shells of Windows leave to the program.

    A pattern that nothing fits stays, to be told with the other products that cannot be opened.
    """
    found: list[str] = []
    for product in products:
        is_pattern = not is_address(product) and not os.path.lexists(product) and re.search(r"[*?[]", product)
        found += (is_pattern and sorted(glob.glob(product, recursive=True))) or [product]
    return found


def _text(data: bytes, path: str) -> str:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _decoded(data, encoding, path)
    if data[1:2] == b"\0" or data[:1] == b"\0":  # UTF-16 without its mark
        return _decoded(data, "utf-16-le" if data[1:2] == b"\0" else "utf-16-be", path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(data, "cp1252", path)


def _decoded(data: bytes, encoding: str, path: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise EngineError("bad-settings", f"{path} is not a list of products ({error}). Save it as UTF-8.") from error
    if "\0" in text:
        raise EngineError("bad-settings", f"{path} is not a list of products (it holds zeros). Give a text file.")
    return text


def _unquoted(line: str) -> str:
    line = line.strip().lstrip("\ufeff").rstrip(",;").strip()
    if len(line) > 1 and _QUOTES.get(line[0]) == line[-1]:
        line = line[1:-1].strip()
    return line


def _found_from(folder: str, line: str) -> str:
    """A product's path, of one that is not there but beside its list the path there."""
    beside = os.path.join(folder, line)
    return beside if not is_address(line) and not os.path.lexists(line) and os.path.lexists(beside) else line


def _from_uri(uri: str) -> str:
    """The path of file:///D:/S2/x.SAFE, as a drag from a file manager gives it."""
    parts = urlparse(uri)
    path = unquote(parts.path)
    if re.match(r"/[A-Za-z]:", path):
        path = path[1:]
    if parts.netloc and parts.netloc != "localhost":
        path = f"//{parts.netloc}{path}"
    return str(Path(path))
