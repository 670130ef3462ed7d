"""Property-based fuzzing: whatever comes in, an answer or an EngineError comes out, and nothing else.

Hypothesis makes the inputs; each is thrown as it is and then spoilt in nine ways more, which is faster than to make
ten. A failing one is shrunk by hypothesis and shown.
"""

from __future__ import annotations

import importlib.util
import io
import json
import random
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as some

from s2cloudmask.bridge.mask_result import result_from_event
from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.networks.own_network import describe_file
from s2cloudmask.core.products.metadata import parse_xml, product_metadata, tile_only_metadata
from s2cloudmask.core.products.product import open_product

from .bad_metadata import FIELDS
from .bad_weights import GOOD
from .onnx_file import onnx_network
from .samples import METADATA

TARGETS = ("XML reading", "model TOML", "events", "product opening")
VARIATIONS = 10  # of each input, itself among them

_LETTERS = some.text(max_size=12)
_NUMBERS = some.one_of(some.integers(), some.floats(), some.integers(-(10**400), 10**400)).map(str)
_SAID = ["", "05.11", "Level-1C", "Level-2A", "Sentinel-2A", "10000", "-1000", "NaN", "1e999", "²", "12", "13"]
_VALUES = some.one_of(_LETTERS, _NUMBERS, some.sampled_from(_SAID))
_PIECES = (b"", b"<", b">", b"&#0;", b"</", b"<!--", b"]]>", b'"', b"\xff", b"\0", b"[", b"]", b"9", b"-", b".", b"\n")


@dataclass(frozen=True)
class Fuzzed:
    """One target: how many inputs it got, how many it took for good, and in how many seconds."""

    name: str
    cases: int
    taken: int
    seconds: float


def fuzz(name: str, cases: int, folder: Path, number: int = 0) -> Fuzzed:
    """Throw `cases` inputs at one of TARGETS; raises what the target must not. `number` makes other inputs."""
    makers = {"XML reading": _xml, "model TOML": _tomls, "events": _events, "product opening": _products}
    strategy, target = makers[name](folder)
    count = {"cases": 0, "taken": 0}

    @seed(number)
    @settings(
        max_examples=max(1, cases // VARIATIONS), database=None, deadline=None, phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(strategy, some.integers(0, 1 << 32))
    def throw(made: object, damage: int) -> None:
        for thing in _variations(made, damage):
            count["cases"] += 1
            try:
                target(thing)
            except EngineError as error:
                assert error.message.isprintable() and error.message.endswith((".", ")")), (thing, error.message)
            else:
                count["taken"] += 1

    began = time.monotonic()
    throw()
    return Fuzzed(name, count["cases"], count["taken"], time.monotonic() - began)


def fuzz_by_coverage(cases: int, folder: Path) -> Fuzzed | None:
    """XML reading by atheris, where it is installed; raises what it found."""
    if not importlib.util.find_spec("atheris"):
        return None
    began = time.monotonic()
    program = [sys.executable, str(Path(__file__).with_name("coverage.py")), str(folder), str(cases)]
    done = subprocess.run(program, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode:
        raise AssertionError(done.stderr[-3000:])
    count = json.loads((folder / "count.json").read_text())
    return Fuzzed("XML reading, by coverage (atheris)", count["cases"], count["taken"], time.monotonic() - began)


def _variations(made: object, damage: int) -> list[object]:
    """The input, and nine spoilt ones that follow from `damage`."""
    source = random.Random(damage)  # nosec B311: damage, no secret
    spoil = _spoilt_bytes if isinstance(made, bytes) else _spoilt_event
    return [made, *(spoil(made, source) for _ in range(VARIATIONS - 1))]


def _spoilt_bytes(whole: bytes, source: random.Random) -> bytes:
    """Some bytes changed, taken out, doubled or put in."""
    data = bytearray(whole)
    for _ in range(source.randrange(1, 4)):
        at, length = source.randrange(len(data) + 1), source.choice((0, 1, 1, 2, 40))
        new = source.choice((*_PIECES, source.randbytes(2), bytes(data[at : at + 20]) * 2))
        data[at : at + length] = new
    return bytes(data)


def _spoilt_event(event: Mapping[str, object], source: random.Random) -> dict[str, object]:
    """Its values under other names, and paths that lead elsewhere."""
    names = list(event)
    values = [event[source.choice(names)] if source.random() < 0.3 else event[name] for name in names]
    return {
        name: value + source.choice(("", "/..", "/../..", "\0", "}", "{", "/x")) if isinstance(value, str) else value
        for name, value in zip(names, values, strict=True)
    }


def _document(level: str, fields: list[tuple[str, str, str]]) -> bytes:
    """A small product document with these (name, band_id, text)."""
    body = "".join(f'<{name} band_id="{escape(band)}">{escape(text)}</{name}>' for name, band, text in fields)
    return f"<{level}_User_Product>{body}</{level}_User_Product>".encode("utf-8", "surrogatepass")


NAMES = (*FIELDS, "BOA_QUANTIFICATION_VALUE", "BOA_ADD_OFFSET", "TILE_ID", "SENSING_TIME", "DATATAKE_SENSING_START")
_GOOD_FIELDS = [
    ("PROCESSING_LEVEL", "", "Level-1C"), ("QUANTIFICATION_VALUE", "", "10000"), ("SPACECRAFT_NAME", "", "Sentinel-2A"),
    ("PROCESSING_BASELINE", "", "05.11"), ("PRODUCT_START_TIME", "", "2024-07-15T10:50:31Z"),
]  # fmt: skip
_FIELDS = some.tuples(some.sampled_from(NAMES), _VALUES, _VALUES)
_FIELD_LISTS = some.one_of(
    some.lists(_FIELDS, max_size=20), some.lists(_FIELDS, max_size=3).map(lambda more: more + _GOOD_FIELDS)
)
WHOLE = _document("Level-1C", [*_GOOD_FIELDS, *(("RADIO_ADD_OFFSET", str(band), "-1000") for band in range(13))])


def xml_target(data: bytes) -> None:
    """Read a document as that of a product, else as that of a tile."""
    root = parse_xml(data, "x.xml")
    try:
        facts = product_metadata(root, "x.xml")
    except EngineError:
        facts = tile_only_metadata(root, "x.xml")
    assert 1 <= facts.quantification <= 1e6 and all(abs(value) <= 65535 for value in facts.offsets.values())


def _xml(folder: Path) -> tuple[some.SearchStrategy, Callable]:
    documents = some.builds(_document, some.sampled_from(["Level-1C", "Level-2A"]), _FIELD_LISTS)
    return some.one_of(some.binary(max_size=200), some.just(WHOLE), documents), xml_target


def _tomls(folder: Path) -> tuple[some.SearchStrategy, Callable]:
    weights = folder / "own.onnx"
    weights.write_bytes(onnx_network())

    def target(data: bytes) -> None:
        weights.with_suffix(".toml").write_bytes(data)
        model = describe_file(weights)
        assert set(model.classes) <= {0, 1, 2, 3} and model.path == weights.resolve()

    scalar = some.one_of(
        some.integers(-(10**20), 10**20).map(str), some.floats().map(repr),
        some.sampled_from(["true", '"B02"', '"L1C"', '"L2A"', '"logits"', "2024-01-01", "{}", '""', "32", "512"]),
    )  # fmt: skip
    value = some.one_of(scalar, some.lists(scalar, max_size=4).map(lambda items: f"[{', '.join(items)}]"))
    keys = some.sampled_from(
        ("bands", "classes", "levels", "scale", "mean", "std", "output", "multiple", "patch", "finest_resolution",
         "title", "note", "path", "sha256", "file", "x.y")
    )  # fmt: skip
    lines = some.lists(some.tuples(keys, value).map(" = ".join), max_size=6).map("\n".join)
    texts = some.one_of(lines, lines.map(lambda text: GOOD + text)).map(str.encode)
    return some.one_of(some.binary(max_size=100), texts, some.just(GOOD.encode())), target


def _events(folder: Path) -> tuple[some.SearchStrategy, Callable]:
    """The bridge's reading of a `result` event: a path outside the output folder or the product never gets through."""
    out, product = folder / "out", folder / "P.SAFE"
    inside = [str(out / "a_cloudmask.tif"), str(product / "B02.jp2"), f"/vsizip/{{{product}}}/B02.jp2"]
    outside = ["/etc/passwd", "/vsicurl/http://x/y.tif", f"{out}/../x.tif", f"{out}x/y.tif", "a", "."]
    leaf = some.one_of(
        some.none(),
        some.booleans(),
        some.integers(),
        some.floats(),
        _LETTERS,
        some.sampled_from([*inside, *outside]),
        some.sampled_from([float("inf"), float("nan"), 10**400, -1]),
    )
    value = some.one_of(
        leaf, some.lists(leaf, max_size=3), some.dictionaries(some.sampled_from(["B02", "clear", ""]), leaf, max_size=3)
    )
    whole = {"mask": inside[0], "confidence": inside[0], "true_colour": inside[1], "bands": {"B02": inside[2]},
             "granule": "P", "seconds": 1.5, "fractions": {"clear": 1.0}, "model": "m", "resolution": 20}  # fmt: skip
    events = some.dictionaries(some.sampled_from(list(whole)), value, max_size=3).map(lambda new: {**whole, **new})

    def target(event: Mapping[str, object]) -> None:
        try:
            result = result_from_event({"event": "result", "product": str(product), **event}, str(out))
        except ValueError as error:
            raise EngineError("internal", "It is refused.") from error
        for path, where in ((result.mask, out), (result.confidence, out), (result.true_colour, product)):
            plain = path.removeprefix("/vsizip/").replace("{", "").replace("}", "")
            assert not path or Path(plain).resolve().is_relative_to(where.resolve()), (path, where)

    return events, target


def _products(folder: Path) -> tuple[some.SearchStrategy, Callable]:
    """Zips: names and documents of all kinds, bands that can and that cannot be decoded; and whole ones spoilt."""
    band = "P.SAFE/GRANULE/L1C_T31TCJ_A1_2/IMG_DATA/T31TCJ_2_B02.jp2"
    names = some.one_of(
        some.sampled_from(
            (band, band.replace("B02", "B8A"), f"P.SAFE/{METADATA}", METADATA, "metadata.xml", "B01.jp2",
             "P.SAFE/GRANULE/",
             "../x", "/x", "C:\\x", "a/../b", f"Q.SAFE/{METADATA}", "P.SAFE/GRANULE/x/QI_DATA/MSK_CLOUDS_B00.gml")
        ),
        _LETTERS.filter(lambda name: name.strip("/") != "" and name.isprintable()),
    )  # fmt: skip
    picture = _tiny_band(folder / "band.jp2")
    contents = some.one_of(
        some.just(WHOLE), some.just(picture), some.binary(max_size=60),
        some.builds(_document, some.just("Level-1C"), _FIELD_LISTS),
    )  # fmt: skip

    def pack(entries: Mapping[str, bytes]) -> bytes:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for name, content in entries.items():
                archive.writestr(zipfile.ZipInfo(name), content)
        return stream.getvalue()

    packed = some.dictionaries(names, contents, max_size=5).map(pack)
    whole = some.just(pack({f"P.SAFE/{METADATA}": WHOLE, band: picture}))
    place = folder / "P.zip"

    def target(data: bytes) -> None:
        place.write_bytes(data)
        open_product(place)

    return some.one_of(packed, packed, whole, some.binary(max_size=100)), target


def _tiny_band(file: Path) -> bytes:
    import numpy as np
    import rasterio

    profile = {"driver": "JP2OpenJPEG", "width": 6, "height": 6, "count": 1, "dtype": "uint16", "crs": "EPSG:32631"}
    transform = rasterio.Affine(10, 0, 399960, 0, -10, 4900020)
    with rasterio.open(file, "w", QUALITY="100", REVERSIBLE="YES", transform=transform, **profile) as dataset:
        dataset.write(np.full((1, 6, 6), 3000, np.uint16))
    return file.read_bytes()
