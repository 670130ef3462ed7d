"""Bad containers: zips that are cut off, locked, lying or hostile; names and places no product should have."""

from __future__ import annotations

import os
import shutil
import stat
import struct
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from .samples import MASK, METADATA, BadInput, Samples, band_file, zip_of

BROKEN = frozenset({"broken-zip"})
NONE = frozenset({"not-a-product"})
ANY_ZIP = frozenset({"broken-zip", "broken-band", "missing-band", "broken-metadata"})


def bad_containers() -> Iterator[BadInput]:
    """All of them."""
    for share in (0.0, 0.1, 0.5, 0.9, 0.999):
        yield BadInput("zip", f"cut off at {share:.1%}", _cut(share), BROKEN)
    for name, make, codes in _ZIPS:
        yield BadInput("zip", name, make, codes)
    for name in (
        "my scene (2)", "Größe ☁ 雲 \u202egnp", "it's \"quoted\" & <b>", "curly {brackets} [and] 100%", "a" * 230,
        "a" * 250, "two\nlines", "-rf", "x.zip.SAFE", "percent%20$HOME`id`;exit",
    ):  # fmt: skip
        codes = frozenset({"output-folder"}) if len(name) > 233 else frozenset({MASK})
        yield BadInput("name", f"folder {_short(name)}", _named(name, packed=False), codes)
        yield BadInput("name", f"zip {_short(name)}", _named(name, packed=True), codes)
    yield BadInput("name", "empty folder 'two\\nlines' that commands a terminal", _commanding, NONE)
    yield BadInput("name", "folder that is not UTF-8", _not_utf8, NONE)
    for name, make, codes in _PLACES:
        yield BadInput("place", name, make, codes)


def _cut(share: float) -> Callable:
    def make(samples: Samples, place: Path) -> list[str | Path]:
        archive = zip_of(samples.product, place / "P.zip")
        archive.write_bytes(archive.read_bytes()[: int(archive.stat().st_size * share)])
        return [archive]

    return make


def _changed(change: Callable[[bytearray], bytes | bytearray]) -> Callable:
    def make(samples: Samples, place: Path) -> list[str | Path]:
        archive = zip_of(samples.product, place / "P.zip")
        archive.write_bytes(change(bytearray(archive.read_bytes())))
        return [archive]

    return make


def _flag_as_encrypted(data: bytearray) -> bytearray:
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 4)
    return data


def _lie_about_sizes(data: bytearray) -> bytearray:
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        struct.pack_into("<I", data, at + 24, 0xFFFFFFF0)
        at = data.find(b"PK\x01\x02", at + 4)
    return data


def _names(names: Callable[[str], str]) -> Callable:
    return lambda samples, place: [zip_of(samples.product, place / "P.zip", names)]


def _with(add: Callable[[Samples, zipfile.ZipFile], None], drop: str = "\0") -> Callable:
    """A zip of the product without the file that ends with `drop`, and something added."""

    def make(samples: Samples, place: Path) -> list[str | Path]:
        product = samples.copy(place, "source.SAFE")
        for path in [path for path in product.rglob("*") if path.name.endswith(drop)]:
            path.unlink()
        archive = zip_of(product, place / "P.zip")
        with zipfile.ZipFile(archive, "a", zipfile.ZIP_DEFLATED) as target:
            add(samples, target)
        return [archive]

    return make


def _bomb(name: str) -> Callable[[Samples, zipfile.ZipFile], None]:
    """An entry of 2 GB of zeros in 2 MB."""

    def add(samples: Samples, target: zipfile.ZipFile) -> None:
        with target.open(name, "w", force_zip64=True) as file:
            for _ in range(512):
                file.write(bytes(4 << 20))

    return add


def _link(samples: Samples, target: zipfile.ZipFile) -> None:
    entry = zipfile.ZipInfo(f"P.SAFE/{band_file(samples.product, 'B02').relative_to(samples.product)}")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    target.writestr(entry, str(samples.secret))


def _nested(samples: Samples, place: Path) -> list[str | Path]:
    inner = zip_of(samples.product, place / "inner.zip")
    with zipfile.ZipFile(place / "P.zip", "w") as target:
        target.write(inner, "P.zip")
    return [place / "P.zip"]


def _plain(name: str, content: bytes) -> Callable:
    def make(samples: Samples, place: Path) -> list[str | Path]:
        (place / name).write_bytes(content)
        return [place / name]

    return make


def _many_entries(samples: Samples, target: zipfile.ZipFile) -> None:
    for number in range(30_000):
        target.writestr(f"P.SAFE/{number}", b"")


_ZIPS = (
    ("encrypted", _changed(_flag_as_encrypted), BROKEN),
    ("lies about the sizes of its files", _changed(_lie_about_sizes), ANY_ZIP),
    ("damaged in the middle", _changed(lambda data: data[:3000] + bytes(4000) + data[7000:]), ANY_ZIP | {MASK}),
    ("every file with an absolute name", _names(lambda name: f"/tmp/{name}"), BROKEN),  # nosec B108: a name in a zip
    ("names with ..", _names(lambda name: f"../{name}"), BROKEN),
    ("names with .. further in", _names(lambda name: f"a/../../{name}"), BROKEN),
    ("names with ..\\", _names(lambda name: f"..\\{name}"), BROKEN),
    ("names with a drive", _names(lambda name: f"C:\\{name}"), BROKEN),
    ("a band that is a link", _with(_link, "_B02.jp2"), frozenset({"missing-band"})),
    ("a metadata file of 2 GB of zeros", _with(_bomb(f"P.SAFE/{METADATA}"), METADATA), BROKEN),
    ("a band of 2 GB of zeros", _with(_bomb("P.SAFE/GRANULE/L/IMG_DATA/X_B02.jp2"), "_B02.jp2"), ANY_ZIP),
    ("30,000 entries", _with(_many_entries), BROKEN),
    ("a zip in a zip", _nested, NONE),
    ("no product in it", _plain("P.zip", b"PK\x05\x06" + bytes(18)), NONE),
    ("a text called .zip", _plain("P.zip", b"not here"), BROKEN),
)


def _named(name: str, packed: bool) -> Callable:
    def make(samples: Samples, place: Path) -> list[str | Path]:
        if packed:
            return ["--", zip_of(samples.product, place / f"{name}.zip").relative_to(place)]
        samples.copy(place, name)
        return ["--", name]

    return make


def _short(name: str) -> str:
    return repr(name) if len(name) < 40 else f"of {len(name)} letters"


def _commanding(samples: Samples, place: Path) -> list[str | Path]:
    (place / "two\nlines \x1b[2J").mkdir()
    return [place / "two\nlines \x1b[2J"]


def _not_utf8(samples: Samples, place: Path) -> list[str | Path]:
    return [samples.copy(place, os.fsdecode(b"P\xff\xfe.SAFE"))]


def _pipe(samples: Samples, place: Path) -> list[str | Path]:
    os.mkfifo(place / "P.zip")
    return [place / "P.zip"]


def _link_loop(samples: Samples, place: Path) -> list[str | Path]:
    product = samples.copy(place)
    (product / "GRANULE" / "again").symlink_to(product, target_is_directory=True)
    return [product]


def _link_out(samples: Samples, place: Path) -> list[str | Path]:
    """IMG_DATA is a link to a folder outside the product."""
    product = samples.copy(place)
    folder = band_file(product, "B02").parent
    folder.rename(place / "elsewhere")
    folder.symlink_to(place / "elsewhere", target_is_directory=True)
    return [product]


def _deep(samples: Samples, place: Path) -> list[str | Path]:
    return [samples.copy(place / "/".join("abcdefghij"[:10])).parents[9]]


def _read_only(samples: Samples, place: Path) -> list[str | Path]:
    product = samples.copy(place)
    for path in sorted(product.rglob("*"), reverse=True):
        path.chmod(0o555 if path.is_dir() else 0o444)
    return [product]


def _vrt_stack(samples: Samples, place: Path) -> list[str | Path]:
    """A VRT called .tif, its bands named as a stack's are."""
    bands = "".join(
        f'<VRTRasterBand dataType="Float32" band="{number}"><Description>{band}</Description><SimpleSource>'
        f"<SourceFilename>{samples.secret}</SourceFilename><SourceBand>1</SourceBand></SimpleSource></VRTRasterBand>"
        for number, band in enumerate(("B02", "B03", "B04", "B8A", "B11", "B12"), 1)
    )
    text = f'<VRTDataset rasterXSize="360" rasterYSize="360">{bands}</VRTDataset>'
    (place / "stack.tif").write_text(text)
    return [place / "stack.tif"]


_PLACES = (
    ("an empty path", lambda samples, place: [""], NONE),
    ("nothing there", lambda samples, place: [place / "P.SAFE"], NONE),
    ("an empty folder", lambda samples, place: [place], NONE),
    ("a named pipe", _pipe, NONE),
    ("/dev/zero", lambda samples, place: ["/dev/zero"], NONE),
    ("/dev/zero, called .tif", lambda samples, place: [_linked(place, "/dev/zero")], NONE | {"broken-band"}),
    ("the root of the disk", lambda samples, place: ["/"], NONE),
    ("/proc", lambda samples, place: ["/proc"], NONE),
    ("an address where nobody answers", lambda samples, place: ["https://127.0.0.1:9/P.SAFE.zip"], NONE),
    ("an address that leads out by ..", lambda samples, place: ["/vsicurl/https://127.0.0.1:9/a/../b.zip"], NONE),
    ("file:// to a lone band", lambda samples, place: [shutil.copy(samples.secret, place / "B02").as_uri()], NONE),
    ("/vsisubfile/ of a file elsewhere", lambda samples, place: [f"/vsisubfile/0,{samples.secret}"], NONE),
    ("/vsistdin/", lambda samples, place: ["/vsistdin/"], NONE),
    ("/vsimem/", lambda samples, place: ["/vsimem/P.SAFE"], NONE),
    ("folders in a circle of links", _link_loop, frozenset({MASK})),
    ("a folder of bands that is a link out of the product", _link_out, frozenset({"missing-band"})),
    ("ten folders deep", _deep, NONE),
    ("read-only", _read_only, frozenset({MASK})),
    ("the same product twice", lambda samples, place: [samples.copy(place)] * 2, frozenset({MASK})),
    ("a stack that is a VRT of a file elsewhere", _vrt_stack, frozenset({"broken-band"})),
    ("a stack of zero bytes", _plain("stack.tif", b""), frozenset({"broken-band"})),
    ("a stack cut off", _plain("stack.tif", b"II*\0\x08\0\0\0\xff\xff"), frozenset({"broken-band"})),
)


def _linked(place: Path, target: str) -> Path:
    (place / "stack.tif").symlink_to(target)
    return place / "stack.tif"
