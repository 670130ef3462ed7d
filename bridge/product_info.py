"""What is known of a product before it is masked: at first from its name, then from the engine's `info`."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass

from .box import box_of
from .mask_result import path_of_product

_COMPACT = re.compile(r"S2[A-D]_MSI(L1C|L2A)_(\d{8})T(\d{6})_N(\d\d)(\d\d)_R\d{3}_T(\d\d[A-Z]{3})", re.IGNORECASE)
_WHOLE_NAME = re.compile(_COMPACT.pattern + r"_\d{8}T\d{6}", re.IGNORECASE)
_OLD = re.compile(r"S2[A-D]_OPER_\w*?_?(L1C|L2A)_", re.IGNORECASE)
_OLD_TILE = re.compile(r"_T(\d\d[A-Z]{3})(?=[_.]|$)", re.IGNORECASE)
_OLD_BASELINE = re.compile(r"_N(\d\d)\.(\d\d)(?=[_.]|$)")
# The other times in an old name are of processing, not of sensing.
_OLD_TIME = re.compile(r"_V(\d{8})T(\d{6})")


@dataclass(frozen=True)
class ModelVerdict:
    """Whether a model can run on a product, and why not."""

    name: str
    can_run: bool
    reason: str


@dataclass(frozen=True)
class ProductInfo:
    """A product as the table shows it. `read` is False while it is only guessed from the name.

    `sensing_time` is ISO 8601 (UTC) or empty; `tiles` like "55JGF"; `problem` a sentence when it cannot be used at all;
    `footprints` the CRS and the bounds (xmin, ymin, xmax, ymax) of each granule; `notes` sentences on what was found
    and on parts that cannot be used; `images` tile and path of each true-colour image; `stretch` the digital numbers of
    reflectance 0 and 0.3, for a picture from single bands.
    """

    path: str
    name: str
    sensing_time: str = ""
    tiles: tuple[str, ...] = ()
    level: str = ""
    baseline: str = ""
    problem: str = ""
    missing: tuple[str, ...] = ()
    verdicts: tuple[ModelVerdict, ...] = ()
    stretch: tuple[float, float] = (0.0, 3000.0)
    footprints: tuple[tuple[str, tuple[float, float, float, float]], ...] = ()
    read: bool = False
    notes: tuple[str, ...] = ()
    images: tuple[tuple[str, str], ...] = ()

    @property
    def scene(self) -> str:
        """ESA's name of the product where the path has it, the same for its folder and its zip; else empty."""
        return self.name if _WHOLE_NAME.fullmatch(self.name) else ""

    def reason_against(self, model: str) -> str:
        """Why `model` ("auto" for the engine's choice) cannot mask this product; empty when it can, or is not known."""
        if self.problem:
            return self.problem
        if not self.verdicts:
            return ""
        if model == "auto":
            if any(verdict.can_run for verdict in self.verdicts):
                return ""
            return self.verdicts[0].reason
        for verdict in self.verdicts:
            if verdict.name == model:
                return "" if verdict.can_run else verdict.reason
        return ""


def key_of(path: str) -> str:
    """The same for every spelling of a path."""
    return os.path.normcase(os.path.normpath(path))


def info_from_name(path: str) -> ProductInfo:
    """What the name alone tells, for the moment until the product has been read; renamed products tell nothing."""
    name = re.sub(r"(\.SAFE)?(\.zip)?$", "", os.path.basename(path), flags=re.IGNORECASE)
    compact = _COMPACT.search(name)
    if compact:
        level, date, time, major, minor, tile = compact.groups()
        return ProductInfo(path, name, _iso(date, time), (tile.upper(),), level.upper(), f"{major}.{minor}")
    old = _OLD.search(name)
    if old:
        tile, baseline, time = _OLD_TILE.search(name), _OLD_BASELINE.search(name), _OLD_TIME.search(name)
        return ProductInfo(
            path,
            name,
            _iso(*time.groups()) if time else "",
            (tile[1].upper(),) if tile else (),
            old[1].upper(),
            f"{baseline[1]}.{baseline[2]}" if baseline else "",
        )
    return ProductInfo(path, name)


def info_from_event(event: dict) -> ProductInfo:
    """A product from the engine's `product` event. ValueError when the event is not of the agreed shape."""
    try:
        granules = event["granules"]
        return ProductInfo(
            path=str(event["path"]),
            name=str(event["name"]),
            sensing_time=str(event["sensing_time"]),
            tiles=tuple(dict.fromkeys(str(granule["tile"]) for granule in granules)),
            level=str(event["level"]),
            baseline=str(event["baseline"]),
            missing=tuple(dict.fromkeys(str(band) for granule in granules for band in granule["missing"])),
            verdicts=tuple(
                ModelVerdict(str(model["name"]), bool(model["can_run"]), str(model["reason"]))
                for model in event["models"]
            ),
            stretch=_stretch(granules),
            footprints=tuple(
                (str(granule["crs"]), box_of(granule["bounds"]))
                for granule in granules
                if granule.get("crs") and granule.get("bounds")
            ),
            read=True,
            notes=_notes(event, granules),
            images=_images(str(event["path"]), granules),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a product event: {error!r}") from error


def _notes(event: dict, granules: list) -> tuple[str, ...]:
    """What the engine says of the product beside its facts: failed granules, broken bands, doubts."""
    said = [*event.get("failures", ())]
    for granule in granules:
        said += [*granule.get("broken", {}).values(), *granule.get("notes", ())]
    return tuple(dict.fromkeys(str(sentence) for sentence in said))


def _images(product: str, granules: list) -> tuple[tuple[str, str], ...]:
    paths = ((str(granule["tile"]), path_of_product(granule.get("true_colour"), product)) for granule in granules)
    return tuple((tile, path) for tile, path in paths if path)


def _stretch(granules: list) -> tuple[float, float]:
    for granule in granules:
        for band in granule["bands"]:
            if band["name"] == "B04":
                offset, quantification = float(band["offset"]), float(band["quantification"])
                return (-offset, 0.3 * quantification - offset)
    return (0.0, 3000.0)


def _iso(date: str, time: str) -> str:
    return f"{date[:4]}-{date[4:6]}-{date[6:]}T{time[:2]}:{time[2:4]}:{time[4:]}Z"
