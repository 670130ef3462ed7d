"""The same kinds of damage done to the real products beside the repository, where they are."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from .measured import ROOT
from .samples import MASK, BadInput, Samples, band_file

REAL = ROOT.parent / "shared" / "data"


def real_inputs() -> Iterator[BadInput]:
    """None where there are no real products."""
    for number, archive in enumerate(sorted(REAL.glob("S2*.zip")), 1):
        for name, spoil, codes in (
            ("as it is", lambda product: None, {MASK}),
            ("B04 cut off in the middle", _cut, {"broken-band"}),
            ("B8A without its last kilobyte", _shortened, {"broken-band"}),
            ("B12 missing", _missing, {"missing-band"}),
            ("its XML cut off", _broken_xml, {"broken-metadata", "missing-band"}),
        ):
            yield BadInput("real product", f"number {number}: {name}", _unpacked(archive, spoil), frozenset(codes))


def _unpacked(archive: Path, spoil: Callable[[Path], None]) -> Callable:
    def make(samples: Samples, place: Path) -> list[str | Path]:
        with zipfile.ZipFile(archive) as source:
            source.extractall(place)  # nosec B202: one of our own test products
        (product,) = place.iterdir()
        spoil(product)
        return [product]

    return make


def _cut(product: Path) -> None:
    file = band_file(product, "B04")
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _shortened(product: Path) -> None:
    file = band_file(product, "B8A")
    file.write_bytes(file.read_bytes()[:-1024])


def _missing(product: Path) -> None:
    band_file(product, "B12").unlink()


def _broken_xml(product: Path) -> None:
    for document in (*product.glob("MTD_MSI*.xml"), *product.glob("metadata.xml")):
        document.write_bytes(document.read_bytes()[:500])
