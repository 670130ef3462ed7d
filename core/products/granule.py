"""What reading needs of a product: bands, granules, their own masks, and whether their grids fit."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from affine import Affine

from ..errors import EngineError
from .metadata import BAND_IDS

# Nominal resolution of each band in metres (Sentinel-2 User Handbook, ESA 2015, table 1).
RESOLUTIONS = {
    **dict.fromkeys(("B02", "B03", "B04", "B08"), 10),
    **dict.fromkeys(("B05", "B06", "B07", "B8A", "B11", "B12"), 20),
    **dict.fromkeys(("B01", "B09", "B10"), 60),
}


MOST_PIXELS = 10980  # a side; a header that claims more would cost hours and all of the memory


# Bands below 1 µm: a raw 0 in any of them is no data. In B10 to B12 a dark pixel may reach 0.
BELOW_1_MICROMETRE = frozenset(BAND_IDS) - {"B10", "B11", "B12"}


@dataclass(frozen=True)
class Band:
    """One band file. `resolution` is nominal (10, 20 or 60 m); size and `transform` are the file's own.

    reflectance = (DN + `offset`) / `quantification`. `index` is the band's number in its file. `flat_edge`: of a level
    whose pixels along the swath's edge hold one small number in all bands (no_data.py).
    """

    name: str
    path: str
    resolution: int
    width: int
    height: int
    transform: Affine
    crs: str
    offset: float
    quantification: float
    index: int = 1
    flat_edge: bool = False


@dataclass(frozen=True)
class OwnMask:
    """A cloud mask that came with the product: `classi` (raster), `clouds-gml` (polygons) or `scl` (L2A).

    `flags`: the bits of opaque cloud and cirrus, where `classi` has one plane of flags and not a plane a class.
    """

    kind: str
    path: str
    name: str
    flags: tuple[int, int] | None = None


@dataclass(frozen=True)
class ProductIdentity:
    """The product that a granule belongs to, wherever it lies and whatever it is called.

    content: SHA-256 of its metadata (of a stack: its file's size and time) and of the grids of its bands.
    """

    sensing_time: str
    tile: str
    baseline: str
    content: str

    @classmethod
    def from_json(cls, data: Any) -> ProductIdentity:
        """What `asdict` gave. ValueError for anything else."""
        names = {item.name for item in fields(cls)}
        if not isinstance(data, dict) or data.keys() != names or not all(isinstance(one, str) for one in data.values()):
            raise ValueError(f"no identity of a product: {data!r}")
        return cls(**data)


def json_sha256(facts: Any) -> str:
    """Hash of facts of JSON types, whatever the order of their keys."""
    return hashlib.sha256(json.dumps(facts, sort_keys=True, default=str).encode()).hexdigest()


@dataclass(frozen=True)
class Granule:
    """One tile of a product, all that reading needs. `name` is the stem of its mask file.

    broken: bands whose file is there and cannot be used, with the reason. quality: the MSK_QUALIT file of each band
    that has one; degraded: the percentage of degraded data that the metadata states. notes: sentences for the user on
    what was taken from elsewhere than usual. offset_by_numbers: bands have an offset that their numbers told, or the
    item of a collection that wrote them, and not the product's own metadata. metadata_sha256: of the document that
    describes it; the same in a copy, a zip and a bucket.
    """

    name: str
    product_path: str
    mission: str
    level: str
    tile: str
    baseline: str
    sensing_time: str
    crs: str
    bands: dict[str, Band]
    own_masks: tuple[OwnMask, ...] = ()
    true_colour: str | None = None
    broken: dict[str, EngineError] = field(default_factory=dict)
    quality: dict[str, str] = field(default_factory=dict)
    degraded: float | None = None
    notes: tuple[str, ...] = ()
    offset_by_numbers: bool = False
    metadata_sha256: str = ""

    @property
    def identity(self) -> ProductIdentity:
        """Which product this is."""
        grids = [
            (band.name, band.width, band.height, *band.transform[:6], band.crs, band.offset, band.quantification)
            for band in self.bands.values()
        ]
        content = json_sha256([self.metadata_sha256, self.level, grids])
        return ProductIdentity(self.sensing_time, self.tile, self.baseline, content)

    @property
    def missing(self) -> tuple[str, ...]:
        """Bands that a product of this level has and this one lacks."""
        expected = [band for band in BAND_IDS if self.level != "L2A" or band != "B10"]
        there = self.bands.keys() | {band for band, error in self.broken.items() if error.code != "missing-band"}
        return tuple(band for band in expected if band not in there)

    def require(self, bands: Sequence[str], user: str = "this network") -> None:
        """EngineError `missing-band` (or `wrong-level` for B10 of L2A) when a band that `user` needs is not there.

        `broken-band` when one is there and cannot be used.
        """
        for band in bands:
            if band in self.broken:
                raise self.broken[band]
        missing = [band for band in bands if band not in self.bands]
        if not missing:
            return
        if self.level == "L2A" and missing == ["B10"]:
            raise EngineError(
                "wrong-level",
                f"{self.product_path} is Level-2A, which has no B10; {user} needs it. Give the Level-1C product.",
            )
        raise EngineError(
            "missing-band",
            f"{' '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing in {self.product_path} "
            f"({self.level} tile {self.tile or 'unknown'}; {user} needs {len(bands)} bands). "
            "Download the product again.",
        )


@dataclass(frozen=True)
class Product:
    """A product and its granules, at least one. `failures`: why others that its list names cannot be used."""

    path: str
    name: str
    granules: tuple[Granule, ...]
    failures: tuple[EngineError, ...] = ()


def check_grids(bands: Iterable[Band], path: str) -> None:
    """EngineError `grid-mismatch` unless all bands share CRS and extent, and size within a resolution."""
    bands = list(bands)
    first = min(bands, key=lambda band: band.resolution)
    sizes: dict[int, Band] = {}
    for band in bands:
        same_size = sizes.setdefault(band.resolution, band)
        if band.crs != first.crs:
            what = f"its CRS is {band.crs or 'missing'}, that of {first.name} {first.crs or 'missing'}"
        elif (band.width, band.height) != (same_size.width, same_size.height):
            what = (
                f"it has {band.width} x {band.height} pixels, "
                f"{same_size.name} of the same resolution {same_size.width} x {same_size.height}"
            )
        elif not _same_extent(band, first):
            what = f"its origin or extent is not that of {first.name}"
        else:
            continue
        raise EngineError(
            "grid-mismatch", f"{band.name} of {path} does not fit the other bands: {what}. Download the product again."
        )


def _same_extent(one: Band, other: Band) -> bool:
    tolerance = 0.51 * max(abs(one.transform.a), abs(other.transform.a))
    corners = [(band.transform @ (0, 0), band.transform @ (band.width, band.height)) for band in (one, other)]
    origin_shift = max(abs(a - b) for a, b in zip(corners[0][0], corners[1][0], strict=True))
    far_shift = max(abs(a - b) for a, b in zip(corners[0][1], corners[1][1], strict=True))
    return origin_shift <= 0.01 * tolerance and far_shift <= 2 * tolerance
