"""A list of products as people write them: Notepad, PowerShell, Excel, a shell's redirection; and patterns in it."""

from __future__ import annotations

import glob
import json
import os
import re
from collections.abc import Iterable

from ..errors import EngineError
from ..products.address import from_uri, is_address
from ..products.as_meant import UNSEEN, as_meant, unquoted

MOST_BYTES = 64 << 20
# Between the columns of a table, before a remark or FORCE's word on what was done, and after a bullet.
_COLUMNS = re.compile(r"[,;\t]|\s#|^[-*•]\s|\s(?:QUEUED|DONE|FAIL)$")
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
    lines = [unquoted(line) for line in text.splitlines()]
    lines = [line for line in lines if line and not line.startswith("#")]
    folder = os.path.dirname(os.path.abspath(path))
    if text.lstrip(UNSEEN).startswith("["):
        lines = _of_json(text) or lines
    lines = _cells(lines, folder)
    if lines and lines[0].lower() in _HEADINGS and not os.path.exists(lines[0]):
        lines = [line for line in lines if line.lower() not in _HEADINGS]
    return expand(_found_from(folder, from_uri(line) if line.lower().startswith("file:") else line) for line in lines)


def expand(products: Iterable[str]) -> list[str]:
    r"""`products` as they were meant, with patterns such as D:\S2\*.SAFE expanded, each once.

    The shells of Windows leave patterns to the program. One that nothing fits stays, to be told with the other products
    that cannot be opened.
    """
    found: list[str] = []
    for product in map(as_meant, products):
        is_pattern = not is_address(product) and not os.path.lexists(product) and re.search(r"[*?[]", product)
        found += (is_pattern and sorted(glob.glob(product, recursive=True))) or [product]
    once: dict[str, str] = {}
    for product in found:
        once.setdefault(product if is_address(product) else os.path.abspath(product or os.curdir), product)
    return list(once.values())


def _of_json(text: str) -> list[str]:
    """A JSON list of paths; empty for anything else."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return []
    return found if isinstance(found, list) and all(isinstance(item, str) for item in found) else []


def _cells(lines: list[str], folder: str) -> list[str]:
    """Lines with columns (a table saved as text), a bullet or a remark as the one part of them that is there.

    Others stay as they are. The first is a heading where it has no such part and another line has one.
    """
    found: list[str] = []
    for line in lines:
        known = is_address(line) or os.path.lexists(_found_from(folder, as_meant(line)))
        parts = [] if known else [unquoted(part).strip('"') for part in re.split(_COLUMNS, line)]
        there = [part for part in parts if part and (is_address(part) or os.path.lexists(_found_from(folder, part)))]
        found.append(there[0] if len(there) == 1 else line)
    is_table = len(lines) > 1 and found[0] == lines[0] and found[1:] != lines[1:] and re.search(r"[,;\t]", lines[0])
    return found[1:] if is_table and not os.path.lexists(_found_from(folder, lines[0])) else found


def _text(data: bytes, path: str) -> str:
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise EngineError("bad-settings", f"{path} is a workbook or a zip, no list. Save it as text (CSV or .txt).")
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


def _found_from(folder: str, line: str) -> str:
    """A product's path, of one that is not there but beside its list the path there."""
    beside = os.path.join(folder, line)
    return beside if not is_address(line) and not os.path.lexists(line) and os.path.lexists(beside) else line
