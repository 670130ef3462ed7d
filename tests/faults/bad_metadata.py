"""Bad metadata: every field missing, empty, absurd and huge; documents that attack their reader."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from .samples import MASK, METADATA, OUTSIDE, BadInput, Samples, band_file

BROKEN = frozenset({"broken-metadata"})
HUGE = 3_000_000  # characters of one field

# Every field the engine reads, or that leads to files, with an absurd value; a mask can do without some of them.
FIELDS = {
    "PROCESSING_LEVEL": "Level-9Z",
    "QUANTIFICATION_VALUE": "-1e308",
    "SPACECRAFT_NAME": "Sputnik-1",
    "PROCESSING_BASELINE": "99.99.99",
    "RADIO_ADD_OFFSET": "1e300",
    "PRODUCT_START_TIME": "9999-99-99 half past ten",
    "PRODUCT_URI": "../../../../secret.jp2",
    "IMAGE_FILE": "../../../../secret.jp2",
}
LEVEL2A_FIELDS = {"BOA_QUANTIFICATION_VALUE": "-1e308", "BOA_ADD_OFFSET": "1e300"}
ARCHIVE_FIELDS = {"TILE_ID": "S2Z_TL_Nxx", "SENSING_TIME": "9999-99-99 half past ten"}
LAYOUTS = {"product": METADATA, "level2a": "MTD_MSIL2A.xml", "archive": "metadata.xml"}
NEEDED = ("PROCESSING_LEVEL", "QUANTIFICATION_VALUE", "SPACECRAFT_NAME", "PROCESSING_BASELINE", "RADIO_ADD_OFFSET")


def bad_metadata() -> Iterator[BadInput]:
    """All of them."""
    for layout, fields in (("product", FIELDS), ("level2a", LEVEL2A_FIELDS), ("archive", ARCHIVE_FIELDS)):
        for name, absurd in fields.items():
            needed = BROKEN if name in NEEDED or layout != "product" else BROKEN | {MASK}
            for kind, change in _changes(name, absurd).items():
                codes = {"of another namespace": frozenset({MASK}), "with an entity": BROKEN}.get(kind, needed)
                yield BadInput("XML field", f"{name} {kind}", _document(change, layout), codes)
    for name, change, codes in _POLYGONS:
        yield BadInput("cloud polygons", name, _polygons(change), codes, command="own-mask")
    for name, change, codes in _DOCUMENTS:
        yield BadInput("XML document", name, _document(change), codes)
    yield BadInput("XML document", "external entity that names a file", _external_entity, BROKEN)
    yield BadInput("XML document", "XInclude of a file", _xinclude, BROKEN | {MASK})
    yield BadInput("XML document", "a named pipe in its place", _pipe, BROKEN)
    yield BadInput("XML document", "a folder in its place", _folder, frozenset({"not-a-product"}))  # under another name
    yield BadInput("XML document", "two of them", _two, frozenset({"not-a-product"}))
    yield BadInput("XML field", "TILE_ID of Arabic digits", _tile_id("S2A_O_MSI_L1C_TL_X_N٠٥.١١"), BROKEN)


def _changes(name: str, absurd: str) -> dict[str, Callable[[str], str]]:
    element = re.compile(rf"<{name}((?: [^>]*)?)>[^<]*</{name}>")
    return {
        "missing": lambda text: element.sub("", text, count=1),
        "empty": lambda text: element.sub(rf"<{name}\1></{name}>", text),
        "absurd": lambda text: element.sub(rf"<{name}\1>{absurd}</{name}>", text),
        "huge": lambda text: element.sub(rf"<{name}\1>{'9' * HUGE}</{name}>", text, count=1),
        "of another namespace": lambda text: element.sub(
            lambda match: match[0].replace(f"<{name}", f'<x:{name} xmlns:x="x"').replace(f"</{name}", f"</x:{name}"),
            text,
        ),
        "with an entity": lambda text: _doctype('<!ENTITY e "9">')(element.sub(rf"<{name}\1>&e;</{name}>", text)),
    }


def _document(
    change: Callable[[str], str | bytes], layout: str = "product"
) -> Callable[[Samples, Path], list[str | Path]]:
    def make(samples: Samples, place: Path) -> list[str | Path]:
        product = samples.copy(place, of=getattr(samples, layout))
        document = product / LAYOUTS[layout]
        before = document.read_text("utf-8")
        changed = change(before)
        assert changed != before, "nothing was spoilt"
        document.write_bytes(changed if isinstance(changed, bytes) else changed.encode())
        return [product]

    return make


def _polygons(change: Callable[[str], str]) -> Callable[[Samples, Path], list[str | Path]]:
    def make(samples: Samples, place: Path) -> list[str | Path]:
        product = samples.copy(place, of=samples.polygons)
        document = next(product.rglob("MSK_CLOUDS*.gml"))
        before = document.read_text("utf-8")
        document.write_text(change(before), "utf-8")
        assert document.read_text("utf-8") != before, "nothing was spoilt"
        return [product]

    return make


_POINTS = re.compile(r"(<gml:posList[^>]*>)[^<]*<")

_POLYGONS = (
    ("zero bytes", lambda text: "", BROKEN),
    ("cut off in the middle", lambda text: text[: len(text) // 2], BROKEN),
    ("an entity", lambda text: text.replace("?>", '?><!DOCTYPE a [<!ENTITY e "1 2">]>', 1), BROKEN),
    ("points that are words", lambda text: _POINTS.sub(r"\1one two three four five six<", text), BROKEN),
    ("points that are not finite", lambda text: _POINTS.sub(r"\g<1>1 nan 1e999 4 5 6<", text), BROKEN),
    ("an odd number of numbers", lambda text: _POINTS.sub(r"\g<1>1 2 3 4 5 6 7<", text), BROKEN),
    ("dimensions that are no number", lambda text: re.sub(r'srsDimension="\d"', 'srsDimension="²"', text), BROKEN),
    ("another CRS", lambda text: text.replace("32631", "32755"), frozenset({"grid-mismatch"})),
)


def _doctype(declarations: str, reference: str = "") -> Callable[[str], str]:
    def change(text: str) -> str:
        text = text.replace("?>\n", f"?>\n<!DOCTYPE a [{declarations}]>\n", 1)
        return text.replace("Sentinel-2A</SPACECRAFT_NAME>", f"{reference}</SPACECRAFT_NAME>")

    return change


LAUGHS = '<!ENTITY l0 "Sentinel-2A">' + "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)
)  # 10^9 times a word

_DOCUMENTS = (
    ("zero bytes", lambda text: "", BROKEN),
    ("random bytes", lambda text: bytes(range(256)) * 40, BROKEN),
    ("cut off in the middle", lambda text: text[: len(text) // 2], BROKEN),
    ("an HTML page", lambda text: "<html><body>Please log in.</body></html>", BROKEN),
    ("another root element", lambda text: "<a/>", BROKEN),
    ("another namespace version", lambda text: text.replace("psd-15", "psd-99"), frozenset({MASK})),
    ("no namespace", lambda text: re.sub(r' xmlns:\w+="[^"]*"', "", text).replace("n1:", ""), frozenset({MASK})),
    (
        "UTF-16",
        lambda text: text.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16"),
        frozenset({MASK}),
    ),
    ("an unknown encoding", lambda text: text.replace('encoding="UTF-8"', 'encoding="klingon"'), BROKEN),
    ("billion laughs", _doctype(LAUGHS, "&l9;"), BROKEN),
    ("quadratic blow-up", _doctype(f'<!ENTITY q "{"x" * 100_000}">', "&q;" * 10_000), BROKEN),
    ("external document type", lambda text: text.replace("?>\n", '?>\n<!DOCTYPE a SYSTEM "http://x/y.dtd">\n'), BROKEN),
    ("parameter entity", _doctype('<!ENTITY % p SYSTEM "file:///etc/hostname"> %p;'), BROKEN),
    ("100,000 elements deep", lambda text: "<a>" * 100_000 + "</a>" * 100_000, BROKEN),
    ("15 MB of empty elements", lambda text: "<a>" + "<b/>" * (15 << 18) + "</a>", BROKEN),
    ("60 MB of empty elements", lambda text: "<a>" + "<b/>" * (15 << 20) + "</a>", BROKEN),
    ("100 MB of text", lambda text: text + " " * (100 << 20), BROKEN),
    ("band_id that is no number", lambda text: text.replace('band_id="3"', 'band_id="three"'), BROKEN),
    ("band_id of 5,000 digits", lambda text: text.replace('band_id="3"', f'band_id="{"3" * 5000}"'), BROKEN),
    ("band_id that is a superscript", lambda text: text.replace('band_id="3"', 'band_id="³"'), BROKEN),
    ("a band_id twice", lambda text: text.replace('band_id="3"', 'band_id="4"'), BROKEN),
    ("a baseline in Arabic digits", lambda text: text.replace(">05.11<", ">٠٥.١١<"), BROKEN),
    ("a comment inside a value", lambda text: text.replace("Level-1C<", "Level-<!-- x -->1C<"), frozenset({MASK})),
)


def _external_entity(samples: Samples, place: Path) -> list[str | Path]:
    secret = samples.folder / "secret.txt"
    secret.write_text(OUTSIDE)
    return _document(_doctype(f'<!ENTITY x SYSTEM "{secret.as_uri()}">', "&x;"))(samples, place)


def _xinclude(samples: Samples, place: Path) -> list[str | Path]:
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{samples.secret.as_uri()}" parse="text"/>'
    return _document(lambda text: text.replace("<Product_Info>", f"<Product_Info>{include}"))(samples, place)


def _pipe(samples: Samples, place: Path) -> list[str | Path]:
    product = samples.copy(place)
    (product / METADATA).unlink()
    os.mkfifo(product / METADATA)
    return [product]


def _folder(samples: Samples, place: Path) -> list[str | Path]:
    product = samples.copy(place)
    (product / METADATA).rename(product / "other.xml")
    (product / METADATA).mkdir()
    return [product]


def _two(samples: Samples, place: Path) -> list[str | Path]:
    samples.copy(place / "folder", "one.SAFE")
    samples.copy(place / "folder", "two.SAFE")
    return [place / "folder"]


def _tile_id(value: str) -> Callable[[Samples, Path], list[str | Path]]:
    def make(samples: Samples, place: Path) -> list[str | Path]:
        product = samples.copy(place, "archive", of=samples.archive)
        document = product / "metadata.xml"
        text = re.sub(r"(<TILE_ID[^>]*>)[^<]*<", rf"\g<1>{value}<", document.read_text("utf-8"))
        document.write_text(text, "utf-8")
        assert band_file(product, "B02").parent == product
        return [product]

    return make
