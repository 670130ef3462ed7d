"""Values as words of the engine's command line."""

from __future__ import annotations

from decimal import Decimal

from qgis.core import QgsCoordinateReferenceSystem


def number_word(value: float) -> str:
    """A number in plain digits, to the last of them: a word such as -5e-05 may be taken for an option."""
    return format(Decimal(repr(float(value))), "f")


def crs_word(crs: QgsCoordinateReferenceSystem) -> str:
    """A CRS by its authority's name; one that only this QGIS knows, by its definition; empty for none."""
    name = crs.authid()
    return crs.toWkt() if not name or name.startswith("USER:") else name


def bounds_words(bounds: tuple[float, float, float, float], crs: str) -> list[str]:
    """An area (xmin, ymin, xmax, ymax) in `crs`; an empty `crs` is the product's own."""
    words = ["--bounds", *map(number_word, bounds)]
    return [*words, "--bounds-crs", crs] if crs else words
