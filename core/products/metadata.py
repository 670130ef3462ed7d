"""What the XML of a product says: who made it, when, and how digital numbers become reflectance."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from ..errors import EngineError
from .spoilt import why_spoilt_text

# RADIO_ADD_OFFSET's band_id, in the order of the product specification (S2-PDGS-TAS-DI-PSD).
BAND_IDS = ("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B10", "B11", "B12")
DEFAULT_QUANTIFICATION = 10000.0
# Every product of baseline 04.00 and later carries this offset (S2 MPC, Processing Baseline 04.00, 25 January 2022).
OFFSET_SINCE_04 = -1000.0
OFFSETS_SINCE = "04.00"


class Element(Protocol):
    """An element as defusedxml's parser gives it; `tag` is no text for a comment."""

    tag: str
    text: str | None

    def iter(self) -> Iterator[Element]:
        """The element and all below it."""

    def get(self, key: str, default: str | None = None) -> str | None:
        """The value of an attribute."""


@dataclass(frozen=True)
class ProductMetadata:
    """Facts of one product. `offsets`: digital numbers to add, a band; `quantification`: DN of reflectance 1."""

    mission: str
    level: str
    baseline: str
    sensing_time: str
    quantification: float
    offsets: dict[str, float]
    uri: str

    def offset(self, band: str) -> float:
        """Offset of `band` in DN; 0 where the product lists none at all."""
        return self.offsets.get(band, 0.0)


def parse_xml(data: bytes, name: str) -> Element:
    """Parse XML, refusing document types and entities. EngineError `broken-metadata` names the file `name`."""

    if why := why_spoilt_text(data):
        raise EngineError("broken-metadata", f"{name} {why}")
    try:
        return fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise EngineError(
            "broken-metadata",
            f"{name} holds a document type or entities, as no Sentinel-2 metadata does; it is not read.",
        ) from error
    except (ParseError, ValueError, LookupError, RecursionError) as error:
        raise EngineError(
            "broken-metadata", f"{name} is not readable XML ({error}). Download the product again."
        ) from error


def elements(root: Element, name: str) -> Iterator[Element]:
    """All elements called `name`, whatever the namespace version."""
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag.rsplit("}", 1)[-1] == name:
            yield element


def text(root: Element, name: str) -> str:
    """Text of the first element `name`, white space and line breaks taken out; empty when there is none."""
    for element in elements(root, name):
        return "".join((element.text or "").split())
    return ""


def local_name(root: Element) -> str:
    """Name of an element without its namespace."""
    return root.tag.rsplit("}", 1)[-1]


def is_own_processing(baseline: str) -> bool:
    """Whether a product is of a user's own Sen2Cor, which writes 99.99, since version 3 99.33 and the like.

    What its XML says holds, with an offset or without.
    """
    return baseline.startswith("99.")


def product_metadata(root: Element, name: str) -> ProductMetadata:
    """Metadata of a `Level-1C_User_Product` or `Level-2A_User_Product` document called `name`."""
    level = {"level-1c": "L1C", "level-2a": "L2A", "level-2ap": "L2A"}.get(text(root, "PROCESSING_LEVEL").lower(), "")
    if not level:
        said = text(root, "PROCESSING_LEVEL")
        if re.fullmatch(r"Level-[0-4]\w{0,2}", said, re.ASCII):
            raise EngineError("broken-metadata", f"{name} is of {said}. Give the product of Level-1C or Level-2A.")
        raise EngineError(
            "broken-metadata", f"{name} does not say whether it is Level-1C or Level-2A. Download the product again."
        )
    # Level-2A of 2016 to 2018 calls it L2A_BOA_QUANTIFICATION_VALUE, beside one for Level-1C.
    names = (
        ("BOA_QUANTIFICATION_VALUE", "L2A_BOA_QUANTIFICATION_VALUE") if level == "L2A" else ("QUANTIFICATION_VALUE",)
    )
    element = next((one for one in names if text(root, one)), names[0])
    quantification = _number(text(root, element), element, name)
    if not 1 <= quantification <= 1e6:
        raise EngineError("broken-metadata", f"{name} gives a quantification value of {quantification:g}, not 10000.")
    baseline = _baseline(text(root, "PROCESSING_BASELINE"), name)
    listed = "BOA_ADD_OFFSET" if level == "L2A" else "RADIO_ADD_OFFSET"
    offsets = _offsets(root, listed, name)
    if not offsets and baseline >= OFFSETS_SINCE and not is_own_processing(baseline):
        raise EngineError(
            "broken-metadata",
            f"{name} lists no {listed}, which every product of baseline {OFFSETS_SINCE} and later has (this is "
            f"{baseline}): without it reflectance would be 0.1 too high. Download the product again.",
        )
    return ProductMetadata(
        mission=_mission(text(root, "SPACECRAFT_NAME"), name),
        level=level,
        baseline=baseline,
        sensing_time=_time(text(root, "PRODUCT_START_TIME") or text(root, "DATATAKE_SENSING_START"), name),
        quantification=quantification,
        offsets=offsets,
        uri=text(root, "PRODUCT_URI"),
    )


def tile_only_metadata(root: Element, name: str) -> ProductMetadata:
    """Metadata of a tile in cloud-archive layout, whose `metadata.xml` carries no radiometry.

    The baseline is the one the XML's TILE_ID ends with (`…_N02.06`); the offset follows from it, as the
    specification ties the two together.
    """
    tile_id = text(root, "TILE_ID_2A") or text(root, "TILE_ID")
    match = re.fullmatch(r"(S2[A-D])_\w+_MSI_(L1C|L2A)_TL_.*_N(\d\d\.\d\d)", tile_id, re.ASCII)
    if not match:
        raise EngineError("broken-metadata", f"{name} has no usable TILE_ID ({tile_id[:80]!r}).")
    mission, level, baseline = match.groups()
    if is_own_processing(baseline) or re.match(r"S2[A-D]_US(ER|R_)_", tile_id):
        raise EngineError(
            "broken-metadata",
            f"{name} is of a user's own Sen2Cor (baseline {baseline}), with or without an offset: only MTD_MSIL2A.xml "
            "tells, which is not there. Give the whole product.",
        )
    offset = OFFSET_SINCE_04 if baseline >= OFFSETS_SINCE else 0.0
    return ProductMetadata(
        mission=mission,
        level=level,
        baseline=baseline,
        sensing_time=_time(text(root, "SENSING_TIME"), name),
        quantification=DEFAULT_QUANTIFICATION,
        offsets=dict.fromkeys(BAND_IDS, offset),
        uri="",
    )


@dataclass(frozen=True)
class TileFacts:
    """What MTD_TL.xml says of its tile: CRS ("" where it says none), upper left corner, width in metres, and the
    percentage of degraded data (None where it says none)."""

    crs: str
    left: float
    top: float
    side: float
    degraded: float | None


def tile_facts(root: Element) -> TileFacts | None:
    """Facts of a tile's metadata, of any level; None when it does not say where the tile lies."""
    code = text(root, "HORIZONTAL_CS_CODE").upper()
    try:
        left, top = float(text(root, "ULX")), float(text(root, "ULY"))
        side = float(text(root, "NCOLS")) * float(text(root, "XDIM"))
    except ValueError:
        return None
    if not re.fullmatch(r"EPSG:32[67]\d\d", code) or not all(map(math.isfinite, (left, top, side))):
        return None
    try:
        degraded = float(text(root, "DEGRADED_MSI_DATA_PERCENTAGE"))
    except ValueError:
        degraded = None
    return TileFacts(code, left, top, side, degraded)


def tile_of(name: str) -> str:
    """MGRS tile in a granule's name (`L1C_T56JMM_A0…` gives `56JMM`); empty when there is none."""
    match = re.search(r"(?:^|_)T?(\d{2}[C-X][A-Z]{2})(?=_|\.|$)", name, re.IGNORECASE)
    return match.group(1).upper() if match else ""


def _mission(spacecraft: str, name: str) -> str:
    match = re.fullmatch(r"Sentinel-2([A-D])", spacecraft)
    if not match:
        raise EngineError("broken-metadata", f"{name} is of spacecraft {spacecraft[:40]!r}, not Sentinel-2A to D.")
    return f"S2{match.group(1)}"


def _baseline(value: str, name: str) -> str:
    if not re.fullmatch(r"\d\d\.\d\d", value, re.ASCII):
        raise EngineError(
            "broken-metadata", f"{name} gives no processing baseline ({value[:20]!r}). Download the product again."
        )
    return value


def _time(value: str, name: str) -> str:
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?", value, re.ASCII):
        raise EngineError(
            "broken-metadata", f"{name} gives no sensing time ({value[:40]!r}). Download the product again."
        )
    return value


def _number(value: str, what: str, name: str) -> float:
    try:
        number = float(value)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise EngineError(
            "broken-metadata", f"{name} gives no usable {what} ({value[:40]!r}). Download the product again."
        )
    return number


def _offsets(root: Element, element_name: str, name: str) -> dict[str, float]:
    offsets: dict[str, float] = {}
    for element in elements(root, element_name):
        band_id = element.get("band_id") or ""
        if not re.fullmatch(r"\d{1,2}", band_id, re.ASCII) or int(band_id) >= len(BAND_IDS):
            raise EngineError("broken-metadata", f"{name} lists a {element_name} of unknown band_id {band_id[:20]!r}.")
        value = _number((element.text or "").strip(), f"{element_name} of band_id {band_id}", name)
        if abs(value) > 65535:
            raise EngineError("broken-metadata", f"{name} gives an absurd {element_name} of {value:g} DN.")
        offsets[BAND_IDS[int(band_id)]] = value
    if offsets and len(offsets) < len(BAND_IDS):
        missing = " ".join(band for band in BAND_IDS if band not in offsets)
        raise EngineError("broken-metadata", f"{name} lists no {element_name} for {missing}. Download it again.")
    return offsets
