"""The path that a person meant: in quotes, as file://, with ~, inside an archive as GDAL and file managers name it."""

from __future__ import annotations

import os
import re
from urllib.parse import unquote

from .address import from_uri, is_address

_QUOTES = {'"': '"', "'": "'", "“": "”", "„": "“", "«": "»"}
# White space and the marks of direction that Windows puts before a path it lets one copy.
UNSEEN = " \t\r\n\f\v\u00a0\ufeff\u200b\u200e\u200f\u202a\u202b\u202c"


def as_meant(product: str) -> str:
    """The path that a product's name stands for: without quotes, as file://, with ~, as GDAL names a part of it.

    What is there under the very name, or not there however it is spelled, stays as it is.
    """
    if os.path.lexists(product):
        return product
    plain = unquoted(product)
    plain = from_uri(plain) if plain.lower().startswith("file:") else os.path.expanduser(plain)
    part = re.sub(r"^SENTINEL2_\w+:|:(TCI|\d+m):EPSG_\d+$", "", plain)
    inside = re.match(r"(?:/vsi(?:zip|tar)/)?\{?(?!/vsi)(.+?\.(?:zip|tar))(?:[}/\\]|$)", part, re.IGNORECASE)
    for path in (plain, part, inside[1] if inside else "", unquote(plain)):
        if os.path.lexists(path):
            return path
    return plain if is_address(plain) else product


def unquoted(line: str) -> str:
    """A line of a list without white space, quotes and a comma or semicolon at its end."""
    line = line.strip(UNSEEN).rstrip(",;").strip(UNSEEN)
    if len(line) > 1 and _QUOTES.get(line[0]) == line[-1]:
        line = line[1:-1].strip()
    return line
